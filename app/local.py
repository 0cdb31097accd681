"""The executor of this machine: one spawned worker process, started again when it has died."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from multiprocessing.context import SpawnProcess

from app import log, worker
from app.executor import Died, End, Order, Report
from retrieval.parallel import workers as processors

# Not forked: a forked process cannot use a GPU that its parent has touched, nor trust its parent's locks.
SPAWN = multiprocessing.get_context("spawn")
ASKED_TO = (0, -signal.SIGTERM)  # how a worker ends that was told to
THREADS = "OMP_NUM_THREADS"  # read by torch as a process starts
GRACE = 2.0  # seconds that a worker has to end after its pipe has


class Local:
    def __init__(self) -> None:
        self._sending = threading.Lock()
        self._stopping: set[str] = set()
        self._begin()

    @property
    def ready(self) -> bool:
        return self._process.is_alive() and self._ready.is_set()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def paint(self, orders: Sequence[Order]) -> Generator[Report]:
        if not self._process.is_alive():
            self._end()
            self._begin()
        waiting = {order.id for order in orders}
        try:
            self._send(list(orders))
            yield from self._reports(waiting)
        except GeneratorExit:
            self._end()
            raise
        except EOFError:
            if self._end() not in ASKED_TO:
                raise Died("the worker died") from None
            yield from (End(order, stopped=True) for order in sorted(waiting))

    def stop(self, order: str, *, cancel: bool) -> None:
        self._stopping.add(order)
        with suppress(EOFError):  # to a worker that has died meanwhile there is nothing to say
            self._send(worker.Stop(order, cancel))

    def close(self) -> None:
        self._process.kill()

    def _begin(self) -> None:
        """A process that warms up while nobody waits for it."""
        self._pipe, theirs = SPAWN.Pipe()
        self._ready = SPAWN.Event()
        self._process: SpawnProcess = SPAWN.Process(
            target=worker.main,
            args=(theirs, self._ready, log.started()),
            name="pentimento-worker",
            daemon=True,
        )
        self._process.start()
        theirs.close()  # or the end of the worker would not be the end of the pipe

    def _end(self) -> int | None:
        """The worker's exit code; one that goes on without its pipe is helped."""
        self._pipe.close()
        self._process.join(GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        return self._process.exitcode

    def _reports(self, waiting: set[str]) -> Iterator[Report]:
        """Until each has ended; who is no longer waited for is taken off the set."""
        leaving = False
        while waiting:
            report = self._heard()
            if isinstance(report, End):
                waiting.discard(report.order)
                leaving |= report.stopped and report.order not in self._stopping  # told by somebody else
                self._stopping.discard(report.order)
            yield report
        if leaving:
            self._end()

    def _send(self, message: worker.Orders | worker.Stop) -> None:
        try:
            with self._sending:
                self._pipe.send(message)
        except OSError as error:
            raise EOFError from error

    def _heard(self) -> Report:
        try:
            found: Report = self._pipe.recv()
        except OSError as error:
            raise EOFError from error
        return found


def several(workers: int) -> list[Local]:
    """Each with its share of the processors, or all would wait for all."""
    if workers > 1:
        os.environ.setdefault(THREADS, str(max(1, processors() // workers)))
    return [Local() for _ in range(workers)]
