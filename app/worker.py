"""The worker: a process that paints what its server sends it, and never outlives that server."""

import logging
import os
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from types import FrameType

from app.executor import Order, Stopped
from app.painting import Asked, make
from ground.errors import PentimentoError

KINDNESS = 5  # of `nice`: the server, on the same cores, must answer in milliseconds

log = logging.getLogger("pentimento.worker")


@dataclass(frozen=True)
class Stop:
    order: str
    cancel: bool


@dataclass(frozen=True)
class End:
    """Of an order: done, stopped as asked, or failed for a reason; and of the worker too, if it is `leaving`."""

    stopped: bool = False
    leaving: bool = False
    what: str = ""
    mend: str = ""


class Worker:
    """Told over a pipe; a thread reads it, so that the end of the server is noticed in the middle of a step too."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        self.stops: dict[str, Stop] = {}
        self.leaving = False

    def run(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        while not self.leaving and (order := self.orders.get()):
            self.pipe.send(replace(self._painted(order), leaving=self.leaving))

    def leave(self, number: int, frame: FrameType | None) -> None:
        """Asked by the system: keep what there is, and go."""
        self.leaving = True
        self.orders.put(None)

    def _listen(self) -> None:
        try:
            while True:
                told = self.pipe.recv()
                if isinstance(told, Stop):
                    self.stops[told.order] = told
                else:
                    self.orders.put(told)
        except (EOFError, OSError):  # nobody is left to paint for, and a new server may have sent out another
            os._exit(1)

    def _painted(self, order: Order) -> End:
        try:
            for progress in make(order, self._asked(order.id)):
                self.pipe.send(progress)
            return End()
        except Stopped:
            return End(stopped=True)
        except PentimentoError as error:
            return End(what=error.what, mend=error.mend)
        except (
            Exception
        ) as error:  # a fault of ours must not cost the worker its life, nor the job three of them
            log.exception("a painting failed")
            return End(what=_told(error))
        finally:
            self.stops.pop(order.id, None)

    def _asked(self, id: str) -> Callable[[], Asked]:
        def asked() -> Asked:
            stop = self.stops.get(id)
            if stop and stop.cancel:
                return "cancel"
            return "keep" if stop or self.leaving else ""

        return asked


def main(pipe: Connection, ready: Event) -> None:
    """Ctrl-C in a terminal reaches the whole group of processes; the server decides what becomes of this one."""
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    worker = Worker(pipe)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, worker.leave)
    ready.set()
    worker.run()


def _told(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"the painting could not be kept ({error.strerror or error})"
    first = (str(error).splitlines() or [type(error).__name__])[0][:200]
    if isinstance(error, MemoryError) or "memory" in first:  # torch's lack of memory has no class of its own
        return f"there is not enough memory ({first}); ask for a smaller size"
    return f"the painting failed ({type(error).__name__}: {first})"
