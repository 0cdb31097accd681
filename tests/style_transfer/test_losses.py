from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor

from style_transfer import losses
from style_transfer.moments import Moments
from tests.style_transfer import formulas
from tests.style_transfer.made import close

PIXELS = 1000


def layer(seed: int, channels: int = 6, height: int = 9, width: int = 8) -> np.ndarray:
    """Features with a mean and correlated channels, as a network's are."""
    random = np.random.default_rng(seed)
    mixing = random.normal(size=(channels, channels)) / channels**0.5
    return np.tensordot(mixing, random.normal(size=(channels, height, width)), 1) + random.normal()


def moments(features: np.ndarray) -> Moments:
    return Moments.of(torch.from_numpy(features).float()[None])


FORMS: dict[str, Callable[[np.ndarray, np.ndarray], float]] = {
    "paper": lambda x, s: formulas.style_gatys(x, s, n=6, m=72),
    "thesis": lambda x, s: formulas.style_gatys(x, s, n=3, m=PIXELS),
    "relative": formulas.style_relative,
    "wasserstein": formulas.style_wasserstein,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_style_loss_is_its_formula(form: str) -> None:
    x, s = layer(0), layer(1)
    found = float(losses.STYLE[form](moments(x), moments(s).averages(), PIXELS))
    assert found == pytest.approx(FORMS[form](x, s), rel=1e-4)


@pytest.mark.parametrize("form", FORMS)
def test_a_style_is_at_no_distance_from_itself(form: str) -> None:
    s = moments(layer(1))
    scale = float(losses.STYLE[form](moments(layer(0)), s.averages(), PIXELS))
    assert abs(float(losses.STYLE[form](s, s.averages(), PIXELS))) < 1e-3 * scale


@pytest.mark.parametrize("form", FORMS)
def test_a_batch_is_judged_picture_by_picture(form: str) -> None:
    x = torch.from_numpy(np.stack([layer(0), layer(2)])).float()
    s = moments(layer(1)).averages()
    together = losses.STYLE[form](Moments.of(x), s, PIXELS)
    apart = torch.cat([losses.STYLE[form](Moments.of(x[i : i + 1]), s, PIXELS) for i in range(2)])
    close(together, apart)


@pytest.mark.parametrize("form", ["paper", "thesis"])
def test_a_style_picture_of_another_size_counts_as_if_of_the_paintings(form: str) -> None:
    """The same style seen twice over has sums twice as large and is the same style."""
    x, s = layer(0), layer(1)
    once = losses.STYLE[form](moments(x), moments(s).averages(), PIXELS)
    twice = losses.STYLE[form](moments(x), moments(np.concatenate([s, s], 1)).averages(), PIXELS)
    close(once, twice)


@pytest.mark.parametrize("form", FORMS)
def test_slopes_are_those_of_finite_differences(form: str) -> None:
    """Along three directions of the features, against the formula's own differences in float64."""
    x, s, random = layer(0), layer(1), np.random.default_rng(5)
    leaf = torch.from_numpy(x).float()[None].requires_grad_()
    (slope,) = torch.autograd.grad(losses.STYLE[form](Moments.of(leaf), moments(s).averages(), PIXELS), leaf)
    for _ in range(3):
        way = random.normal(size=x.shape)
        h = 1e-5
        wanted = (FORMS[form](x + h * way, s) - FORMS[form](x - h * way, s)) / (2 * h)
        assert float((slope[0].double().numpy() * way).sum()) == pytest.approx(wanted, rel=2e-3)


def test_wasserstein_between_known_gaussians() -> None:
    """In one dimension it is (m - n)^2 + (a - b)^2, here against the style's second moment b^2 + n^2."""
    x, s = np.array([[[1.0, 5.0]]]), np.array([[[-1.0, 1.0]]])  # means 3 and 0, deviations 2 and 1
    found = losses.style_wasserstein(moments(x), moments(s).averages(), PIXELS)
    assert float(found) == pytest.approx((3 - 0) ** 2 + (2 - 1) ** 2)


def test_wasserstein_has_a_finite_slope_where_a_channel_is_silent() -> None:
    x, s = layer(0), layer(1)
    x[2] *= 1e-4
    s[4] *= 1e-4
    leaf = torch.from_numpy(x).float()[None].requires_grad_()
    found = losses.style_wasserstein(Moments.of(leaf), moments(s).averages(), PIXELS)
    (slope,) = torch.autograd.grad(found, leaf)
    assert found.item() == pytest.approx(formulas.style_wasserstein(x, s), rel=1e-3)
    assert torch.isfinite(slope).all()


def test_wasserstein_of_what_is_no_number_is_no_number() -> None:
    """Not an exception: the optimiser takes such a step back. The other picture of the batch is unharmed."""
    x = torch.from_numpy(np.stack([layer(0), layer(2)])).float()
    x[0, 0, 0, 0] = float("nan")
    leaf, s = x.requires_grad_(), moments(layer(1)).averages()
    found = losses.style_wasserstein(Moments.of(leaf), s, PIXELS)
    (slope,) = torch.autograd.grad(found.sum(), leaf)
    assert torch.isfinite(slope[1]).all()
    assert not torch.isfinite(found[0])
    assert found[1].item() == pytest.approx(formulas.style_wasserstein(layer(2), layer(1)), rel=1e-4)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("sum", lambda x, c: formulas.content_sum(x, c)),
        ("mean", lambda x, c: float(((x - c) ** 2).mean())),
        ("relative", lambda x, c: float(((x - c) ** 2).sum() / (c**2).sum())),
    ],
)
def test_every_form_of_the_content_loss_is_its_formula(
    form: str, wanted: Callable[[np.ndarray, np.ndarray], float]
) -> None:
    x, c = layer(0), layer(1)
    target: Tensor = torch.from_numpy(c).float()[None]
    found = float(losses.content_scale(form, target)) * formulas.content_sum(x, c)
    assert found == pytest.approx(wanted(x, c), rel=1e-5)


def test_smoothness_is_the_mean_squared_step() -> None:
    rgb = np.random.default_rng(0).random((7, 9, 3)).astype(np.float32)
    found = losses.smoothness(torch.from_numpy(rgb).permute(2, 0, 1)[None])
    assert float(found) == pytest.approx(formulas.smoothness(rgb), rel=1e-5)
    assert float(losses.smoothness(torch.full((1, 3, 4, 4), 0.3))) == 0


def test_outside_counts_only_what_is_beyond_the_range() -> None:
    picture = torch.tensor([0.0, 0.5, 1.0, 1.5, -0.25]).view(1, 1, 1, 5)
    assert losses.outside(picture).tolist() == [pytest.approx(0.5**2 + 0.25**2)]
