import numpy as np
import pytest
import torch

from style_transfer.pictures import resized
from style_transfer.start import SPREAD, first_picture
from tests.style_transfer.made import batch, close, some

CONTENT, STYLE, GIVEN = batch(some(60, 80, 1)), batch(some(50, 40, 2)), batch(some(30, 40, 3))


def test_content_and_a_given_picture_are_taken_as_they_are() -> None:
    assert torch.equal(first_picture("content", CONTENT, STYLE, None, 0), CONTENT)
    assert torch.equal(first_picture("content", CONTENT, STYLE, GIVEN, 0), CONTENT)
    close(first_picture("picture", CONTENT, STYLE, GIVEN, 0), resized(GIVEN, (60, 80)).clamp(0, 1))


def test_the_first_picture_is_not_the_content_itself() -> None:
    """An optimiser may write into it."""
    first_picture("content", CONTENT, STYLE, None, 0).zero_()
    assert float(CONTENT.max()) > 0


@pytest.mark.parametrize("kind", ["noise", "style"])
def test_noise_is_the_same_for_the_same_seed_only(kind: str) -> None:
    first = first_picture(kind, CONTENT, STYLE, None, 7)
    assert torch.equal(first, first_picture(kind, CONTENT, STYLE, None, 7))
    assert not torch.equal(first, first_picture(kind, CONTENT, STYLE, None, 8))
    assert first.shape == CONTENT.shape
    assert float(first.min()) >= 0
    assert float(first.max()) <= 1


def test_noise_lies_around_middle_grey_and_knows_nothing_of_the_pictures() -> None:
    noise = first_picture("noise", CONTENT, STYLE, None, 0)
    assert float(noise.mean()) == pytest.approx(0.5, abs=0.01)
    assert float(noise.std()) == pytest.approx(SPREAD, rel=0.05)
    assert torch.equal(noise, first_picture("noise", CONTENT * 0, STYLE * 0, None, 0))


def test_the_styles_statistics_are_its_mean_and_covariance() -> None:
    muted = (STYLE - 0.5) * 0.5 + 0.5  # far from black and white, where clipping would bend them
    rows = first_picture("style", torch.zeros(1, 3, 200, 200), muted, None, 0)[0].flatten(1).numpy()
    style = muted[0].flatten(1).numpy()
    close(rows.mean(1), style.mean(1), atol=5e-3)
    close(np.cov(rows), np.cov(style), rtol=0.05, atol=1e-4)


def test_a_style_of_one_colour_starts_in_that_colour() -> None:
    flat = torch.tensor([0.2, 0.4, 0.9]).view(1, 3, 1, 1).expand(1, 3, 8, 8)
    found = first_picture("style", CONTENT, flat, None, 0)
    close(found.mean((0, 2, 3)), [0.2, 0.4, 0.9], atol=1e-3)
    assert float(found.std((2, 3)).max()) < 0.01
