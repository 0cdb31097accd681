"""The textbook loop: style transfer as it is written down everywhere, and the yardstick of the engine.

One network in fp32 and NCHW, one scale, the content as the first picture, torch's own L-BFGS with a strong Wolfe
search, no tiles, no clamping until the end (Gatys, Ecker, Bethge, 2015, and its many implementations).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ground.vgg import LAYERS, WIDTHS, Vgg19, normalise
from scripts.bench.clock import Clock, Took
from scripts.bench.judge import CONTENT, STYLE, Network
from style_transfer.backbones import UNITS, fill
from style_transfer.recipe import Recipe

Loss = Callable[[Tensor], Tensor]


def network(recipe: Recipe, weights: Path | None, device: torch.device) -> tuple[Network, str]:
    """The recipe's own network, weights and padding, with nothing done to it; and what its weights are called."""
    plain = Vgg19(WIDTHS[recipe.backbone], LAYERS[-1], recipe.pooling, recipe.padding)
    origin, _ = fill(plain, recipe.backbone, weights)
    plain.requires_grad_(False).eval().to(device)
    return lambda picture, taps: plain(normalise(picture), taps), origin


def gatys(network: Network, content: Tensor, style: Tensor, ratio: float) -> Loss:
    """The paper's equations 1 to 7: content over style in this `ratio`, of features of pictures from 0 to 255."""
    with torch.no_grad():
        target = network(content, [CONTENT])[CONTENT] * UNITS
        grams = {tap: inner(found * UNITS) for tap, found in network(style, STYLE).items()}
        areas = {tap: found[0, 0].numel() for tap, found in network(style, STYLE).items()}

    def loss(picture: Tensor) -> Tensor:
        taps = {tap: found * UNITS for tap, found in network(picture, [*STYLE, CONTENT]).items()}
        total = ratio * 0.5 * (taps[CONTENT] - target).square().sum()
        for tap in STYLE:
            channels, area = taps[tap].shape[1], taps[tap][0, 0].numel()
            wanted = grams[tap] * (area / areas[tap])  # a style of another size, as if it were of this
            difference = (inner(taps[tap]) - wanted).square().sum()
            total = total + difference / (4 * channels**2 * area**2) / len(STYLE)
        return total

    return loss


def relative(network: Network, content: Tensor, style: Tensor, recipe: Recipe) -> Loss:
    """Exactly what a `relative` recipe minimises, weighted as there."""
    with torch.no_grad():
        targets = network(content, list(recipe.content_weights))
        grams = {
            tap: inner(f) / f[0, 0].numel() for tap, f in network(style, list(recipe.style_weights)).items()
        }

    def loss(picture: Tensor) -> Tensor:
        taps = network(picture, {*targets, *grams})
        total = picture.new_zeros(())
        for tap, weight in recipe.content_weights.items():
            difference = (taps[tap] - targets[tap]).square().sum() / targets[tap].square().sum()
            total = total + recipe.alpha * weight * difference
        for tap, weight in recipe.style_weights.items():
            found = inner(taps[tap]) / taps[tap][0, 0].numel()
            difference = (found - grams[tap]).square().sum() / grams[tap].square().sum()
            total = total + recipe.beta * weight * difference
        return total

    return loss


def inner(features: Tensor) -> Tensor:
    rows = features[0].flatten(1)
    return rows @ rows.T


@dataclass(frozen=True)
class Finished:
    picture: Tensor
    evaluations: int
    took: Took


class Enough(Exception):
    """As many evaluations as were asked for."""


def loop(loss: Loss, content: Tensor, evaluations: int) -> Finished:
    """The picture of the lowest loss within so many evaluations."""
    picture = content.clone().requires_grad_()
    descent = torch.optim.LBFGS(
        [picture],
        max_iter=evaluations,
        max_eval=evaluations,
        tolerance_grad=0,
        tolerance_change=0,
        line_search_fn="strong_wolfe",
    )
    best, lowest, done, clock = picture.detach().clone(), float("inf"), 0, Clock()

    def closure() -> float:
        nonlocal best, lowest, done
        if done == evaluations:  # torch looks at its limit only after a whole search
            raise Enough
        found, done = step(loss, picture), done + 1
        if found < lowest:
            best, lowest = picture.detach().clone(), found
        return found

    try:
        with clock:
            descent.step(closure)  # type: ignore[no-untyped-call]
    except Enough:
        pass
    return Finished(best.clamp(0, 1), done, clock.took)


def step(loss: Loss, picture: Tensor) -> float:
    """One evaluation: the loss and its slope."""
    picture.grad = None
    found = loss(picture)
    torch.autograd.backward((found,))
    return float(found.detach())
