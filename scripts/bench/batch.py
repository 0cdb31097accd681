"""The bench of batches: many sketches against single calls with a warm model, and two Ray workers against one."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from app.executor import Executor
from retrieval.parallel import workers as processors
from retrieval.search import Search
from scripts import words
from scripts.batch.crews import executors
from scripts.batch.names import Template
from scripts.batch.plan import Planner
from scripts.batch.rows import Row
from scripts.batch.work import Batch
from scripts.commission import Manner, Pictures, from_pictures
from style_transfer import Recipe

TEXTS = (
    ("A boat trip on a sunny day", "From a boat you can see the city illuminated by a radiant sun."),
    ("Mountain View", "Panoramic view of the mountains in a cloudy sky"),
    ("Flowers lovers colorful", "Couple of lovers admiring a garden of colorful tulipans"),
    ("Windmills", "Windmills by a canal at dusk"),
    ("Starry night", "Stars above a sleeping village"),
    ("Storm", "A ship in a storm at sea"),
    ("Sunflowers", "A vase of sunflowers on a table"),
    ("Venice", "A quiet canal with a gondola"),
    ("Harvest", "Sheaves of wheat in a field at noon"),
    ("Winter", "Skaters on a frozen river"),
)
PARTS = ("single", "ray")


@dataclass(frozen=True)
class Scope:
    texts: int = 10
    styles: int = 5
    over: tuple[tuple[str, Any], ...] = ()

    @property
    def recipe(self) -> Recipe:
        return Recipe.named("sketch", **dict(self.over))


SHORT = Scope(texts=4)  # for two workers against one, which need no fifty sketches
QUICK = Scope(texts=2, styles=2, over=(("size", 64), ("coarsest", 32), ("steps", 2)))


class Bench:
    """Each batch goes into a folder of its own: what is there already would not be made again."""

    def __init__(self, scope: Scope, folder: Path) -> None:
        self.scope, self.folder, self.numbers = scope, folder, count()
        self.search = Search.open()

    def single(self) -> None:
        """What `pentimento paint` does for each, in one process: words to works, pictures, painting, file."""
        for title, description in TEXTS[: self.scope.texts]:
            for rank in range(1, self.scope.styles + 1):
                content, style = words.found(title, description, 1, rank, None)
                out = self.folder / f"{next(self.numbers)}.png"
                made = from_pictures(self.scope.recipe, Pictures(content, (Manner(style),)), out, None)
                *_, last = made.iterates
                made.write(last, with_note=True)

    def batch(self, executors: Callable[[], Sequence[Executor]]) -> None:
        """Everything that `pentimento batch` does, from the words to the contact sheets."""
        out = self.folder / f"batch-{next(self.numbers)}"
        texts = enumerate(TEXTS[: self.scope.texts], 1)
        asked = [Row(number, *text, self.scope.recipe) for number, text in texts]
        planned, _ = Planner(self.search, 1, self.scope.styles, Template(), out).plan(asked)
        batch = Batch(out, planned)
        batch.work(executors)
        assert len(batch.made) == len(planned)


def against_single(scope: Scope) -> dict[str, Any]:
    """The batch starts its workers, which load their models; the single calls have theirs from the call before."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(scope, Path(folder))
        Bench(Scope(1, 1, scope.over), Path(folder) / "warm").single()
        single = _seconds(bench.single)
        found: dict[str, Any] = {"single calls, seconds": round(single, 2)}
        for workers in sorted({1, processors()}):
            seconds = _seconds(partial(bench.batch, partial(executors, workers, None)))
            found[f"batch, {workers} worker{'s' if workers > 1 else ''}, seconds"] = round(seconds, 2)
            found[f"times as fast, {workers}"] = round(single / seconds, 3)
    return found


def against_one(scope: Scope) -> dict[str, Any] | str:
    if not find_spec("ray"):  # imported before its guard is set, it would not find its own cluster's token
        return "not run: ray is not installed"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(scope, Path(folder))
        one, two = (_seconds(partial(bench.batch, partial(list, _workers(many)))) for many in (1, 2))
    return {
        "one worker, seconds": round(one, 2),
        "two workers, seconds": round(two, 2),
        "times as fast": round(one / two, 3),
    }


def figures(scope: Scope, short: Scope, parts: Sequence[str] = PARTS) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "single" in parts:
        found[f"{scope.texts * scope.styles} sketches"] = against_single(scope)
    if "ray" in parts:
        found[f"{short.texts * short.styles} sketches on Ray, a thread a worker"] = against_one(short)
    return found


def _workers(many: int) -> list[Executor]:
    """Actors that are there: what is measured is their work and not their coming."""
    found = list(executors(many, ""))
    while not all(each.ready for each in found):
        time.sleep(0.1)
    return found


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
