"""What every verb says and how: one JSON document on stdout, everything else on stderr."""

import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

Show = Callable[[str, int, int], None]  # what is being done, how many are, of how many

errors = Console(stderr=True, highlight=False)


def print_json(document: Any) -> None:
    """The one JSON document of `--json`; what JSON has no number for becomes null."""
    plain = (
        getattr(sys.stdout, "encoding", None) != "utf-8"
    )  # JSON has its own way to write what ASCII has not
    print(json.dumps(_strict(document), ensure_ascii=plain, indent=2))


def progress(*columns: ProgressColumn, quiet: bool = False) -> Progress:
    """A progress bar on stderr that is gone when the work is done, and never there when nobody watches."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        *columns,
        TimeRemainingColumn(compact=True),
        console=errors,
        transient=True,
        disable=quiet or not errors.is_terminal,
    )


@contextmanager
def bars(quiet: bool = False) -> Iterator[Show]:
    """A progress bar on stderr, one line for each thing done; what follows a comma is told of it by and by."""
    with progress(MofNCompleteColumn(), quiet=quiet) as bar:
        tasks: dict[str, TaskID] = {}

        def show(doing: str, done: int, total: int) -> None:
            kind = doing.partition(",")[0]
            if kind not in tasks:
                tasks[kind] = bar.add_task(doing, total=total)
            bar.update(tasks[kind], description=doing, completed=done, total=total)

        yield show


def _strict(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _strict(item) for key, item in value.items()}
    return [_strict(item) for item in value] if isinstance(value, list | tuple) else value
