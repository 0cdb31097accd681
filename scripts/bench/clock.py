"""The clock: wall and processor seconds, taken in turns so that whatever else a machine does slows all alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import NamedTuple, Self


class Took(NamedTuple):
    """Seconds by the clock on the wall, and of all cores together; the second minds other programs less."""

    wall: float
    cpu: float

    def told(self) -> dict[str, float]:
        return {"seconds": round(self.wall, 4), "cpu seconds": round(self.cpu, 4)}


class Clock:
    """Adds up what is done inside `with clock:`; several times, if it is entered several times."""

    def __init__(self) -> None:
        self.took = Took(0.0, 0.0)

    def __enter__(self) -> Self:
        self._begun = _now()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        now = _now()
        self.took = Took(
            self.took.wall + now.wall - self._begun.wall, self.took.cpu + now.cpu - self._begun.cpu
        )


def _now() -> Took:
    return Took(time.perf_counter(), time.process_time())


def timed(work: Callable[[], object]) -> Took:
    with Clock() as clock:
        work()
    return clock.took


def in_turns(works: Mapping[str, Callable[[], object]], turns: int) -> dict[str, list[Took]]:
    """Every work once, then every work once again, after a turn that does not count."""
    for work in works.values():
        work()
    took: dict[str, list[Took]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            took[name].append(timed(work))
    return took


def median(took: list[Took]) -> Took:
    return Took(*(statistics.median(side) for side in zip(*took, strict=True)))


def ratio(some: list[Took], others: list[Took]) -> dict[str, float]:
    """The median of the turns' own ratios."""
    pairs = list(zip(some, others, strict=True))
    return {
        "ratio": round(statistics.median(a.wall / b.wall for a, b in pairs), 3),
        "cpu ratio": round(statistics.median(a.cpu / b.cpu for a, b in pairs), 3),
    }
