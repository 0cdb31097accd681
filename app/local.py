"""The executor of this machine: one spawned worker process, started again when it has died."""

import multiprocessing
import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from multiprocessing.context import SpawnProcess

from app import worker
from app.executor import Died, Order, Progress, Stopped
from ground.errors import PentimentoError

# Not forked: a forked process cannot use a GPU that its parent has touched, nor trust its parent's locks.
SPAWN = multiprocessing.get_context("spawn")
ASKED_TO = (0, -signal.SIGTERM)  # how a worker ends that was told to
GRACE = 2.0  # seconds that a worker has to end after its pipe has


class Local:
    def __init__(self) -> None:
        self._sending = threading.Lock()
        self._begin()

    @property
    def ready(self) -> bool:
        return self._process.is_alive() and self._ready.is_set()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def paint(self, order: Order) -> Generator[Progress]:
        if not self._process.is_alive():
            self._end()
            self._begin()
        try:
            self._send(order)
            yield from self._reports()
        except GeneratorExit:
            self._end()
            raise
        except EOFError:
            if self._end() in ASKED_TO:
                raise Stopped("the worker was told to end") from None
            raise Died("the worker died") from None

    def stop(self, order: str, *, cancel: bool) -> None:
        with suppress(EOFError):  # to a worker that has died meanwhile there is nothing to say
            self._send(worker.Stop(order, cancel))

    def close(self) -> None:
        self._process.kill()

    def _begin(self) -> None:
        """A process that warms up while nobody waits for it."""
        self._pipe, theirs = SPAWN.Pipe()
        self._ready = SPAWN.Event()
        self._process: SpawnProcess = SPAWN.Process(
            target=worker.main, args=(theirs, self._ready), name="pentimento-worker", daemon=True
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

    def _reports(self) -> Iterator[Progress]:
        while isinstance(told := self._heard(), Progress):
            yield told
        if told.leaving:
            self._end()
        if told.stopped:
            raise Stopped("the painting was stopped")
        if told.what:
            raise PentimentoError(told.what, told.mend)

    def _send(self, message: Order | worker.Stop) -> None:
        try:
            with self._sending:
                self._pipe.send(message)
        except OSError as error:
            raise EOFError from error

    def _heard(self) -> Progress | worker.End:
        try:
            found: Progress | worker.End = self._pipe.recv()
        except OSError as error:
            raise EOFError from error
        return found
