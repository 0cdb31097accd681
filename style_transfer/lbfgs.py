"""L-BFGS for pictures: two-loop recursion, strong Wolfe search, and a guard against explosions.

Nocedal and Wright, "Numerical Optimization" (2006), algorithms 7.4, 3.5 and 3.6. The guard is ours: L-BFGS on style
losses explodes or stalls now and then, so the first steps are ramped, a slope that grows eightfold is taken back,
and the history begun afresh. So is the metric: losses on features bend far more along fine detail than along broad
forms, and the recursion starts from a filter that says so instead of from a multiple of the identity; that is worth
half as many steps again.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor

from style_transfer.objective import Evaluation
from style_transfer.pictures import resized
from style_transfer.recipe import Recipe

Evaluate = Callable[[Tensor], Evaluation]

HISTORY = 10
DECREASE, CURVATURE = 1e-4, 0.9
SEARCHES = 8
GROWTH = 8.0
RAMP = 2.0
SOFTNESS = 0.75  # of the metric: a wave of frequency f is trusted with f^-0.75; 0.5 to 1 do nearly as well


class Point(NamedTuple):
    """Where a search stands: how far along, the loss there, its slope along the line, and all that was found."""

    length: float
    loss: float
    along: float
    found: Evaluation

    @property
    def finite(self) -> bool:
        return math.isfinite(self.loss) and math.isfinite(self.along)


class Lbfgs:
    """One picture at a time: its inner products are over the whole of it."""

    def __init__(self, picture: Tensor, recipe: Recipe) -> None:
        self.picture = picture
        self.furthest = self.patience = recipe.learning_rate
        self.found: Evaluation | None = None
        self.steps: list[Tensor] = []
        self.turns: list[Tensor] = []

    @property
    def shown(self) -> Tensor:
        return self.picture.clamp(0, 1)

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        here = self.found or evaluate(self.picture)
        direction = self._direction(here.slope)
        along = _dot(direction, here.slope)
        if not along < 0:
            return self._afresh(here, "L-BFGS lost its way: its history was begun afresh")
        length = min(1.0, self.furthest / float(direction.abs().max()))
        start = Point(0.0, float(here.total.sum()), along, here)
        end = self._search(evaluate, direction, start, length)
        if end is None or _norm(end.found.slope) > GROWTH * _norm(here.slope):
            return self._afresh(here, "L-BFGS was about to explode: the step was taken back")
        self._remember(direction * end.length, end.found.slope - here.slope)
        self.picture = self.picture + direction * end.length
        self.furthest = min(1.0, self.furthest * RAMP)
        self.found = end.found
        return end.found, ""

    def _direction(self, slope: Tensor) -> Tensor:
        """The two-loop recursion around the metric; with no history, straight down."""
        direction, weights = -slope, []
        for moved, turned in zip(reversed(self.steps), reversed(self.turns), strict=True):
            weights.append(_dot(moved, direction) / _dot(moved, turned))
            direction = torch.add(direction, turned, alpha=-weights[-1])
        direction = softened(direction)
        if len(self.turns):
            last = self.turns[-1]
            direction *= _dot(self.steps[-1], last) / _dot(last, softened(last))
        else:
            direction *= self.furthest / float(direction.abs().max().clamp_min(1e-30))
        for moved, turned, weight in zip(self.steps, self.turns, reversed(weights), strict=True):
            direction = torch.add(
                direction, moved, alpha=weight - _dot(turned, direction) / _dot(moved, turned)
            )
        return direction

    def _remember(self, moved: Tensor, turned: Tensor) -> None:
        if _dot(moved, turned) > 1e-10 * _dot(turned, turned) ** 0.5 * _dot(moved, moved) ** 0.5:
            self.steps = [*self.steps, moved][-HISTORY:]
            self.turns = [*self.turns, turned][-HISTORY:]

    def _forget(self) -> None:
        self.steps, self.turns = [], []

    def _afresh(self, here: Evaluation, note: str) -> tuple[Evaluation, str]:
        self._forget()
        self.found = None
        self.patience = self.furthest = max(1e-4, self.patience / 2)
        return here, note

    def _search(self, evaluate: Evaluate, direction: Tensor, start: Point, length: float) -> Point | None:
        """Strong Wolfe: a point low enough and flat enough, or the lowest seen; none if all were worse."""

        def at(length: float) -> Point:
            found = evaluate(self.picture + direction * length)
            return Point(length, float(found.total.sum()), _dot(found.slope, direction), found)

        before, here = start, at(length)
        best = here
        for many in range(SEARCHES):
            if here.finite and (not best.finite or here.loss < best.loss):
                best = here
            high = not here.finite or here.loss > start.loss + DECREASE * here.length * start.along
            if not high and abs(here.along) <= -CURVATURE * start.along:
                return here
            if high or (many and here.loss >= before.loss) or here.along >= 0:
                return self._zoom(at, start, before, here, SEARCHES - many, best)
            if here.length >= 2 * length:
                break
            before, here = here, at(min(2 * here.length, 2 * length))
        return best if best.finite and best.loss < start.loss else None

    def _zoom(
        self, at: Callable[[float], Point], start: Point, low: Point, high: Point, tries: int, best: Point
    ) -> Point | None:
        """Narrows a bracket by cubic interpolation until the Wolfe conditions hold."""
        for _ in range(tries):
            here = at(_between(low, high))
            if here.finite and (not best.finite or here.loss < best.loss):
                best = here
            if (
                not here.finite
                or here.loss > start.loss + DECREASE * here.length * start.along
                or here.loss >= low.loss
            ):
                high = here
                continue
            if abs(here.along) <= -CURVATURE * start.along:
                return here
            if here.along * (high.length - low.length) >= 0:
                high = low
            low = here
        return best if best.finite and best.loss < start.loss else None

    def state(self) -> dict[str, Tensor]:
        none = self.picture.new_zeros((0, *self.picture.shape))
        kept = {"picture": self.picture}
        kept["steps"] = torch.stack(self.steps) if self.steps else none
        kept["turns"] = torch.stack(self.turns) if self.turns else none
        kept["reaches"] = torch.tensor([self.furthest, self.patience], dtype=torch.float64)
        if self.found is not None:
            kept |= {f"found.{name}": value for name, value in self.found._asdict().items()}
        return kept

    def load(self, state: dict[str, Tensor]) -> None:
        device = self.picture.device
        self.furthest, self.patience = state["reaches"].tolist()
        self.picture = state["picture"].to(device)
        # Each in memory of its own, as it was: an inner product's last bit hangs on where its factors begin.
        self.steps, self.turns = ([each.clone() for each in state[n].to(device)] for n in ("steps", "turns"))
        found = {n: state[f"found.{n}"].to(device) for n in Evaluation._fields if f"found.{n}" in state}
        self.found = Evaluation(**found) if found else None

    def resize(self, size: tuple[int, int]) -> None:
        """Steps are pictures and grow with them; slopes are per pixel and shrink as the pixels do."""
        shrink = self.picture[0, 0].numel() / (size[0] * size[1])
        self.picture = resized(self.shown, size).clamp(0, 1)
        self.found = None
        steps = [resized(moved, size) for moved in self.steps]
        turns = [resized(turned, size) * shrink for turned in self.turns]
        self._forget()
        for moved, turned in zip(steps, turns, strict=True):
            self._remember(moved, turned)


def _between(low: Point, high: Point) -> float:
    """The minimum of the cubic through both ends, kept away from them; the middle where there is none."""
    span = high.length - low.length
    if not high.finite:
        return low.length + 0.1 * span
    bend = low.along + high.along - 3 * (low.loss - high.loss) / (low.length - high.length)
    inside = bend * bend - low.along * high.along
    if inside < 0:
        return low.length + 0.5 * span
    root = math.copysign(math.sqrt(inside), span)
    share = 1 - (high.along + root - bend) / (high.along - low.along + 2 * root or math.inf)
    return low.length + min(max(share, 0.1), 0.9) * span


def softened(slope: Tensor) -> Tensor:
    """The metric: fine waves weakened against broad ones, the picture's broadest left as it is."""
    height, width = slope.shape[-2:]
    down = torch.fft.fftfreq(height, device=slope.device)[:, None]
    across = torch.fft.rfftfreq(width, device=slope.device)[None, :]
    frequency = (down.square() + across.square()).sqrt().clamp_min(1 / max(height, width))
    waves = torch.fft.rfft2(slope) * (frequency * max(height, width)).pow(-SOFTNESS)
    return torch.as_tensor(torch.fft.irfft2(waves, s=(height, width)))


def _dot(a: Tensor, b: Tensor) -> float:
    return float(torch.dot(a.flatten(), b.flatten()))


def _norm(a: Tensor) -> float:
    return math.sqrt(_dot(a, a))
