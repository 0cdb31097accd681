import numpy as np
import torch
from torch import Tensor

from style_transfer import colour
from tests.style_transfer.made import batch, close, some

CONTENT, STYLE = batch(some(40, 50, 1)), batch(some(60, 30, 2))


def chroma(picture: Tensor) -> Tensor:
    """Each channel's difference from luminance."""
    return picture - colour.luminance(picture)


def test_luminance_is_rec_601s() -> None:
    three = torch.eye(3).view(1, 3, 3, 1)
    close(colour.luminance(three).flatten(), [0.299, 0.587, 0.114])


def test_content_keeps_its_chroma_and_takes_the_paintings_light() -> None:
    """Chroma to the last bit of rounding everywhere; light wherever that leaves the colour in gamut."""
    painted = batch(some(40, 50, 3))
    found = colour.with_chroma_of(CONTENT, painted)
    close(chroma(found), chroma(CONTENT), atol=1e-6)
    lift = colour.luminance(painted) - colour.luminance(CONTENT)
    inside = ((CONTENT + lift >= 0) & (CONTENT + lift <= 1)).all(1, keepdim=True)
    assert 0.5 < float(inside.float().mean()) < 1
    close(colour.luminance(found)[inside], colour.luminance(painted)[inside], atol=1e-6)


def test_chroma_is_kept_beyond_the_gamut_too() -> None:
    """Red cannot be as light as white: it stays red, and stays in range."""
    red = torch.tensor([0.9, 0.1, 0.1]).view(1, 3, 1, 1)
    found = colour.with_chroma_of(red, torch.ones(1, 3, 1, 1))
    close(chroma(found), chroma(red))
    close(found.amax(), 1.0)


def test_a_grey_style_has_the_contents_light_and_contrast() -> None:
    dull = STYLE * 0.2 + 0.4
    found = colour.grey_like(dull, CONTENT)
    wanted = colour.luminance(CONTENT)
    assert torch.equal(found[:, 0], found[:, 2])
    close(found.mean(), wanted.mean(), atol=2e-3)
    close(found[:, 0].std(), wanted.std(), rtol=0.02)


def test_a_matched_palette_has_the_contents_mean_and_covariance() -> None:
    inside = (CONTENT - 0.5) * 0.3 + 0.5  # so that nothing needs clipping
    found = colour.palette_matched(STYLE, inside)[0].flatten(1).double().numpy()
    wanted = inside[0].flatten(1).double().numpy()
    close(found.mean(1), wanted.mean(1), atol=1e-5)
    close(np.cov(found), np.cov(wanted), rtol=1e-3, atol=1e-6)


def test_a_palette_matched_to_itself_does_not_move() -> None:
    close(colour.palette_matched(STYLE, STYLE), STYLE, atol=1e-4)


def test_a_style_of_one_colour_takes_the_contents_mean() -> None:
    flat = torch.full((1, 3, 8, 8), 0.25)
    found = colour.palette_matched(flat, CONTENT)
    close(found.mean((0, 2, 3)), CONTENT.mean((0, 2, 3)), atol=1e-3)
    assert torch.isfinite(colour.grey_like(flat, CONTENT)).all()
