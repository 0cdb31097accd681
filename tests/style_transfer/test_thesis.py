"""The thesis's two experiments, run beside plain loops in float64 that know nothing of the engine."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from scipy.optimize import fmin_l_bfgs_b
from torch import Tensor

from ground.canvas import Picture
from style_transfer import Recipe, paint
from style_transfer.optimisers import BETAS
from tests.style_transfer import formulas
from tests.style_transfer.made import RANDOM, batch, close, last, some, vgg_state, written

SIDE = 48
CONTENT, STYLE = some(SIDE, SIDE, 1), some(SIDE, SIDE, 2)
STYLE_LAYERS = ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")
STATE = vgg_state("vgg19-slim")

Loss = Callable[[Tensor], Tensor]


def taps(picture: Tensor) -> dict[str, Tensor]:
    """After each ReLU, in the thesis's units: of pictures from 0 to 255."""
    mean, deviation = (
        torch.tensor(v).double().view(3, 1, 1) for v in (formulas.IMAGENET_MEAN, formulas.IMAGENET_DEVIATION)
    )
    x, found = (picture - mean) / deviation, {}
    for block, many in formulas.BLOCKS.items():
        x = F.max_pool2d(x, 2) if block > 1 else x
        for i in range(1, many + 1):
            name = f"conv{block}_{i}"
            weight, bias = (STATE[f"{name}.{part}"].double() for part in ("weight", "bias"))
            x = F.conv2d(x, weight, bias, padding=1).relu()
            found[name] = x * float(255 * np.mean(formulas.IMAGENET_DEVIATION))
    return found


def gram(tap: Tensor) -> Tensor:
    rows = tap.flatten(2)[0]
    return rows @ rows.T


def thesiss_loss(alpha: float, beta: float) -> Loss:
    content, style = (taps(batch(picture).double()) for picture in (CONTENT, STYLE))

    def loss(picture: Tensor) -> Tensor:
        seen = taps(picture)
        kept = (content["conv5_2"] - seen["conv5_2"]).square().sum()
        lent = sum(
            (gram(style[name]) - gram(seen[name])).square().sum() / (4 * 3**2 * (SIDE * SIDE) ** 2) / 5
            for name in STYLE_LAYERS
        )
        return alpha * kept + beta * lent

    return loss


def slope(loss: Loss, picture: Tensor) -> tuple[Tensor, Tensor]:
    leaf = picture.clone().requires_grad_()
    found = loss(leaf)
    (towards,) = torch.autograd.grad(found, leaf)
    return found.detach(), towards


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return written(STATE, tmp_path / "w.safetensors")


def test_the_first_experiment_is_a_plain_adam(weights: Path) -> None:
    """alpha 1e3, beta 1e-2, from the content; PyTorch's own Adam, 0.02 of [0, 1] a step, clamped."""
    recipe = Recipe.named("thesis-adam", size=SIDE, coarsest=SIDE, steps=6)
    loss, ours = thesiss_loss(1e3, 1e-2), list(paint(CONTENT, STYLE, recipe, weights=weights))
    picture = batch(CONTENT).double()
    adam = torch.optim.Adam([picture], lr=0.02, betas=BETAS, eps=1e-12)
    for iterate in ours[:-1]:
        found, picture.grad = slope(loss, picture)
        assert iterate.total == pytest.approx(
            float(found), rel=0.03
        )  # steps follow signs, and signs flip near 0
        adam.step()
        picture.clamp_(0, 1)
    assert ours[0].content == 0
    assert ours[0].style == pytest.approx(ours[0].total)


def test_the_second_experiment_is_scipys_loop(weights: Path) -> None:
    """alpha 0.025, beta 1, from the content; fmin_l_bfgs_b with maxfun = 20, begun afresh each iteration."""
    recipe = Recipe.named("thesis-lbfgs", size=SIDE, coarsest=SIDE, steps=2)
    loss, ours = thesiss_loss(0.025, 1.0), list(paint(CONTENT, STYLE, recipe, weights=weights))

    def function(flat: np.ndarray) -> tuple[float, np.ndarray]:
        found, towards = slope(loss, torch.from_numpy(flat / 255).view(1, 3, SIDE, SIDE))
        return float(found), towards.numpy().ravel() / 255

    x = batch(CONTENT).double().numpy().ravel() * 255
    begun = function(x)[0]
    for iterate in ours[:-1]:
        x, found, _ = fmin_l_bfgs_b(function, x, maxfun=20)
        assert found < 0.05 * begun
        assert iterate.total == pytest.approx(found, rel=0.1)
    assert ours[-1].total < ours[0].total


@pytest.mark.parametrize("name", ["thesis-adam", "thesis-lbfgs"])
def test_both_stretch_their_pictures_to_a_square(name: str) -> None:
    recipe = Recipe.named(name, size=SIDE, coarsest=SIDE, steps=1)
    end = last(paint(some(32, 128, 1), some(100, 50, 2), recipe, weights=RANDOM))
    assert end.painting is not None
    assert end.painting.picture.rgb.shape == (SIDE, SIDE, 3)


def test_a_picture_that_is_a_square_already_is_not_touched() -> None:
    recipe = Recipe.named("thesis-adam", size=SIDE, coarsest=SIDE, steps=1, learning_rate=1e-9)
    end = last(paint(CONTENT, STYLE, recipe, weights=RANDOM))
    assert end.painting is not None
    close(end.painting.picture.rgb, Picture(CONTENT.rgb).rgb, atol=1e-6)
