"""A line search for the strong Wolfe conditions, as a generator: it yields lengths and is sent what was found there.

Nocedal and Wright, "Numerical Optimization" (2006), algorithms 3.5 and 3.6.
"""

import math
from collections.abc import Generator
from typing import NamedTuple

from style_transfer.objective import Evaluation

DECREASE, CURVATURE = 1e-4, 0.9
TRIALS = 8


class Point(NamedTuple):
    """Where a search stands: how far along, the loss there, its slope along the line, and all that was found."""

    length: float
    loss: float
    along: float
    found: Evaluation

    @property
    def finite(self) -> bool:
        return math.isfinite(self.loss) and math.isfinite(self.along)


Search = Generator[float, Point, Point | None]


def search(start: Point, length: float) -> Search:
    """A point low enough and flat enough, or the lowest seen; none if all were worse than the start."""
    before, here = start, (yield length)
    best = _lower(start, here)
    for tried in range(1, TRIALS):
        high = _high(here, start) or (tried > 1 and here.loss >= before.loss)
        if not high and _flat(here, start):
            return here
        if high or here.along >= 0:
            return (yield from _narrowed(start, before, here, best, TRIALS - tried))
        if here.length >= 2 * length:
            break
        before, here = here, (yield min(2 * here.length, 2 * length))
        best = _lower(best, here)
    return best if best.loss < start.loss else None


def _narrowed(start: Point, low: Point, high: Point, best: Point, trials: int) -> Search:
    """Shrinks a bracket by cubic interpolation until the conditions hold."""
    for _ in range(trials):
        here = yield _between(low, high)
        best = _lower(best, here)
        if _high(here, start) or here.loss >= low.loss:
            high = here
            continue
        if _flat(here, start):
            return here
        if here.along * (high.length - low.length) >= 0:
            high = low
        low = here
    return best if best.loss < start.loss else None


def _high(here: Point, start: Point) -> bool:
    """Not enough was won for the way gone, or it is no number at all."""
    return not here.finite or here.loss > start.loss + DECREASE * here.length * start.along


def _flat(here: Point, start: Point) -> bool:
    return abs(here.along) <= -CURVATURE * start.along


def _lower(best: Point, here: Point) -> Point:
    return here if here.finite and here.loss < best.loss else best


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
