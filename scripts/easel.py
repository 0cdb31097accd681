"""The easel: works on a painting for the command line, shows how far it is, and stops without losing anything."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.progress import TextColumn

from scripts import console
from style_transfer import Iterate, Recipe

OVERHEAD = 100**2  # in pixels: what a step costs however small its picture is


def work(
    iterates: Iterator[Iterate], recipe: Recipe, keep: Callable[[Iterate], None], every: int, quiet: bool
) -> list[Iterate]:
    """All iterates, of which the last is the finished one, unless somebody asked to stop; kept `every` so often."""
    done: list[Iterate] = []
    with _stoppable() as asked, _shown(recipe, quiet) as show:
        for iterate in iterates:
            done.append(iterate)
            show(iterate)
            if iterate.painting is None and (asked.is_set() or (every and iterate.step % every == 0)):
                keep(iterate)
            if asked.is_set():
                break
    return done


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """The first Ctrl-C, or a polite request of the system, waits for the end of the step; the second does not."""
    asked = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        console.errors.print("stopping after this step; once more stops at once, and keeps nothing")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _shown(recipe: Recipe, quiet: bool) -> Iterator[Callable[[Iterate], None]]:
    """A bar on a terminal; in a log, a line for each scale."""
    costs = _costs(recipe)
    with console.progress(TextColumn("{task.fields[losses]}"), quiet=quiet) as bar:
        task = bar.add_task("looking at the pictures", total=sum(costs), losses="")

        def show(iterate: Iterate) -> None:
            losses = f"content {iterate.content:.3g}, style {iterate.style:.3g}"
            where = f"scale {iterate.scale}/{iterate.scales}, step {iterate.step}/{iterate.steps}"
            bar.update(task, completed=sum(costs[: iterate.step]), description=where, losses=losses)
            ends_scale = iterate.step in _ends(recipe)
            if not quiet and (iterate.note or (ends_scale and bar.disable)):
                size = f"{iterate.size[1]} x {iterate.size[0]}"
                console.errors.print(": ".join(filter(None, (f"{where}, {size}", losses, iterate.note))))

        yield show


def _costs(recipe: Recipe) -> list[int]:
    """Of each step, by its pixels: counted in steps, the time left would be wrong until the last scale."""
    pairs = zip(recipe.scales, recipe.steps_at, strict=True)
    return [side**2 + OVERHEAD for side, steps in pairs for _ in range(steps)]


def _ends(recipe: Recipe) -> list[int]:
    """The last step of each scale."""
    return [sum(recipe.steps_at[: i + 1]) for i in range(len(recipe.scales))]
