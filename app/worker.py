"""The worker: a process that paints what its server sends it, and never outlives that server."""

import os
import queue
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from types import FrameType

from app import log
from app.executor import Order
from app.painting import Asked, make
from style_transfer.memory import give_back_memory, keep_memory

KINDNESS = 5  # of `nice`: the server, on the same cores, must answer in milliseconds

Orders = list[Order]


@dataclass(frozen=True)
class Stop:
    order: str
    cancel: bool


class Worker:
    """Told over a pipe; a thread reads it, so that the end of the server is noticed in the middle of a step too."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.orders: queue.SimpleQueue[Orders | None] = queue.SimpleQueue()
        self.stops: dict[str, Stop] = {}
        self.leaving = False

    def run(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        while not self.leaving and (orders := self.orders.get()):
            for report in make(orders, self._asked):
                self.pipe.send(report)
            give_back_memory()
            for order in orders:
                self.stops.pop(order.id, None)

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

    def _asked(self, order: str) -> Asked:
        stop = self.stops.get(order)
        if stop and stop.cancel:
            return "cancel"
        return "keep" if stop or self.leaving else ""


def main(pipe: Connection, ready: Event, logs: bool) -> None:
    """Ctrl-C in a terminal reaches the whole group of processes; the server decides what becomes of this one."""
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    if logs:
        log.start()
    keep_memory()
    worker = Worker(pipe)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, worker.leave)
    ready.set()
    worker.run()
