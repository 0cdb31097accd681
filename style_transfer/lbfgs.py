"""L-BFGS for pictures: two-loop recursion, strong Wolfe search, and a guard against explosions.

Nocedal and Wright, "Numerical Optimization" (2006), algorithms 7.4, 3.5 and 3.6. The guard is ours: L-BFGS on style
losses explodes or stalls now and then, so the first steps are ramped, a slope that grows eightfold is taken back,
and the history begun afresh.
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
        self.steps = torch.zeros((0, *picture.shape), device=picture.device)
        self.turns = torch.zeros((0, *picture.shape), device=picture.device)
        self.found: Evaluation | None = None

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
        """The two-loop recursion; with no history, straight down."""
        direction, weights = -slope, []
        for moved, turned in zip(self.steps.flip(0), self.turns.flip(0), strict=True):
            weight = _dot(moved, direction) / _dot(moved, turned)
            direction = direction - weight * turned
            weights.append(weight)
        if len(self.turns):
            direction = direction * (
                _dot(self.steps[-1], self.turns[-1]) / _dot(self.turns[-1], self.turns[-1])
            )
        else:
            direction = direction * (self.furthest / float(slope.abs().max().clamp_min(1e-30)))
        for moved, turned, weight in zip(self.steps, self.turns, reversed(weights), strict=True):
            direction = direction + (weight - _dot(turned, direction) / _dot(moved, turned)) * moved
        return direction

    def _remember(self, moved: Tensor, turned: Tensor) -> None:
        if _dot(moved, turned) > 1e-10 * _dot(turned, turned) ** 0.5 * _dot(moved, moved) ** 0.5:
            self.steps = torch.cat([self.steps, moved[None]])[-HISTORY:]
            self.turns = torch.cat([self.turns, turned[None]])[-HISTORY:]

    def _afresh(self, here: Evaluation, note: str) -> tuple[Evaluation, str]:
        self.steps, self.turns, self.found = self.steps[:0], self.turns[:0], None
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
        kept = {"picture": self.picture, "steps": self.steps, "turns": self.turns}
        kept["reaches"] = torch.tensor([self.furthest, self.patience], dtype=torch.float64)
        if self.found is not None:
            kept |= {f"found.{name}": value for name, value in self.found._asdict().items()}
        return kept

    def load(self, state: dict[str, Tensor]) -> None:
        device = self.picture.device
        self.furthest, self.patience = state["reaches"].tolist()
        self.picture, self.steps, self.turns = (state[n].to(device) for n in ("picture", "steps", "turns"))
        found = {n: state[f"found.{n}"].to(device) for n in Evaluation._fields if f"found.{n}" in state}
        self.found = Evaluation(**found) if found else None

    def resize(self, size: tuple[int, int]) -> None:
        """Steps are pictures and grow with them; slopes are per pixel and shrink as the pixels do."""
        shrink = self.picture[0, 0].numel() / (size[0] * size[1])
        self.picture = resized(self.shown, size).clamp(0, 1)
        self.found = None
        if len(self.steps):
            self.steps = resized(self.steps[:, 0], size)[:, None]
            self.turns = resized(self.turns[:, 0], size)[:, None] * shrink
            kept = [i for i in range(len(self.steps)) if _dot(self.steps[i], self.turns[i]) > 0]
            self.steps, self.turns = self.steps[kept], self.turns[kept]


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


def _dot(a: Tensor, b: Tensor) -> float:
    return float((a * b).sum(dtype=torch.float64))


def _norm(a: Tensor) -> float:
    return math.sqrt(_dot(a, a))
