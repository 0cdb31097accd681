"""Work in threads, taken in order, never far ahead of who takes it."""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def workers() -> int:
    """As many threads as there are processors for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], ahead: int = 64
) -> Iterator[tuple[Item, Result]]:
    """Each item and its result; at most `ahead` results wait, so that memory is bounded."""
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    rest = iter(items)
    with ThreadPoolExecutor(workers(), initializer=_polite) as pool:
        try:
            waiting.extend((item, pool.submit(function, item)) for item in islice(rest, ahead))
            while waiting:
                item, result = waiting.popleft()
                yield item, result.result()
                waiting.extend((item, pool.submit(function, item)) for item in islice(rest, 1))
        finally:
            for _, result in waiting:
                result.cancel()


def _polite() -> None:
    """Make way for a network: its threads wait for one another, so whoever keeps one waiting holds up all."""
    if sys.platform == "linux":  # elsewhere priorities belong to whole processes
        with suppress(OSError):  # a sandbox may forbid it
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
