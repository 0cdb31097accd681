import math
from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from style_transfer.objective import Evaluation
from style_transfer.wolfe import CURVATURE, DECREASE, TRIALS, Point, search

NONE = Evaluation(*(torch.zeros(1) for _ in range(4)))
Line = Callable[[float], tuple[float, float]]


def run(line: Line, length: float) -> tuple[Point | None, list[Point]]:
    """The end of a search along a line, and all that it tried."""
    start, tried = Point(0.0, *line(0.0), NONE), []
    searching = search(start, length)
    at = next(searching)
    while True:
        tried.append(Point(at, *line(at), NONE))
        try:
            at = searching.send(tried[-1])
        except StopIteration as end:
            return end.value, tried


def bowl(bottom: float, steep: float = 1.0) -> Line:
    return lambda t: (steep * (t - bottom) ** 2, 2 * steep * (t - bottom))


def waves(t: float) -> tuple[float, float]:
    return math.sin(7 * t) - t, 7 * math.cos(7 * t) - 1


@given(st.floats(0.01, 100), st.floats(1e-3, 1e3), st.floats(0.01, 1))
def test_in_a_bowl_the_end_is_low_and_flat_or_as_far_as_it_may_go(
    bottom: float, steep: float, length: float
) -> None:
    line = bowl(bottom, steep)
    end, tried = run(line, length)
    loss, along = line(0.0)
    assert end is not None
    assert end.loss <= loss + DECREASE * end.length * along
    assert abs(end.along) <= CURVATURE * abs(along) or end.length == max(p.length for p in tried)
    assert max(p.length for p in tried) <= 2 * length * (1 + 1e-9)
    assert len(tried) <= TRIALS


@given(st.floats(0.05, 3))
def test_among_waves_it_never_goes_up(length: float) -> None:
    """From where the waves rise, downhill is the other way."""
    end, tried = run(lambda t: (waves(-t)[0], -waves(-t)[1]), length)
    assert len(tried) <= TRIALS
    assert end is None or end.loss < 0


def test_a_first_trial_that_will_do_is_the_only_one() -> None:
    end, tried = run(bowl(1.0), 1.0)
    assert end == tried[0]
    assert len(tried) == 1


def test_a_search_that_begins_too_short_goes_twice_as_far() -> None:
    end, tried = run(bowl(1.0), 0.01)
    assert [point.length for point in tried] == [0.01, 0.02]
    assert end == tried[-1]


def test_beyond_a_wall_it_comes_back() -> None:
    def walled(t: float) -> tuple[float, float]:
        return bowl(0.3)(t) if t < 0.5 else (math.nan, math.nan)

    end, tried = run(walled, 1.0)
    assert not tried[0].finite
    assert end is not None
    assert 0 < end.length < 0.5
    assert end.loss < 0.09


@pytest.mark.parametrize("line", [lambda t: (t, -1.0), lambda t: (0.0 if t == 0 else math.inf, -1.0)])
def test_where_all_is_worse_there_is_no_end(line: Line) -> None:
    """A slope that lies, or an abyss on every side."""
    end, tried = run(line, 1.0)
    assert end is None
    assert 1 < len(tried) <= TRIALS
