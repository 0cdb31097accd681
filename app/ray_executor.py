"""The executor of many machines: a Ray actor somewhere in a cluster, begun anew elsewhere when its node is gone.

Orders go out as parcels, and previews, checkpoints and paintings come back as bytes: nodes share no files with the
studio, whose table and folder remain the only truth. An actor ends with the process that began it.
"""

import logging
import os
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from app.executor import Died, End, Order, Report
from app.painting import failed
from app.parcel import Parcel
from app.ray_painter import Painter
from ground.errors import BadSettings, MissingExtra, PentimentoError

MODE = "RAY_AUTH_MODE"
PATIENCE = 0.2  # seconds between two looks for an actor that is not there yet
AGAIN = 5.0  # seconds until another is begun after one that could not be
AHEAD = 8  # reports that an actor may be ahead of who hears them: some carry a checkpoint

log = logging.getLogger("pentimento.ray")
_connecting = threading.Lock()


class RayExecutor:
    """One actor, which takes so many processors and GPUs of its node."""

    def __init__(self, address: str, cpus: float = 1, gpus: float = 0) -> None:
        self.ray = connected(address)
        self._lost: type[Exception] = self.ray.exceptions.RayError
        self._options = {"num_cpus": cpus, "num_gpus": gpus}
        self._stopping: dict[str, bool] = {}
        self._changed = threading.Event()
        self._actor: Any = None
        self._hello: Any = None
        self._begin()

    @property
    def ready(self) -> bool:
        """As of the last time that it was asked; asking goes on meanwhile."""
        if self.ray.wait([self._hello], timeout=0)[0]:
            self._is_there = self._answers()
            self._hello = self._actor.version.remote()
        return self._is_there

    def paint(self, orders: Sequence[Order]) -> Generator[Report]:
        of = {order.id: order for order in orders}
        try:
            if self._is_found(of):
                yield from self._reports(of)
            else:
                yield from (End(id, stopped=True) for id in of)
        except GeneratorExit:
            self._begin()
            raise
        except self._lost as error:
            log.warning("a node was lost", extra={"error": str(error).partition("\n")[0]})
            self._begin()
            raise Died("the node that painted this was lost") from None
        finally:
            for id in of:
                self._stopping.pop(id, None)

    def stop(self, order: str, *, cancel: bool) -> None:
        self._stopping[order] = cancel
        self._changed.set()
        with suppress(self._lost):  # to one that is gone there is nothing to say
            self._actor.stop.remote(order, cancel)

    def close(self) -> None:
        self.ray.kill(self._actor)

    def _begin(self) -> None:
        """Another actor, wherever there is room."""
        if self._actor is not None:
            self.ray.kill(self._actor)
        kind = self.ray.remote(Painter).options(
            max_concurrency=4, scheduling_strategy="SPREAD", **self._options
        )
        self._actor = kind.remote()
        self._hello = self._actor.version.remote()
        self._is_there = False

    def _is_found(self, of: Mapping[str, Order]) -> bool:
        """Waits for an actor that answers, unless everything is told to stop; to have none is no order's fault."""
        self._hello = self._actor.version.remote()
        while not self.ray.wait([self._hello], timeout=PATIENCE)[0] or not self._answers():
            if self.ray.wait([self._hello], timeout=0)[0]:
                self._changed.wait(AGAIN)
                self._begin()
            if set(of) <= set(self._stopping):
                return False
        return True

    def _answers(self) -> bool:
        try:
            theirs, ours = self.ray.get(self._hello), metadata.version("pentimento")
        except self._lost as error:
            log.error("no painter could be begun", extra={"error": str(error).partition("\n")[0]})
            return False
        if theirs != ours:
            raise PentimentoError(
                f"a node runs pentimento {theirs} and the studio {ours}", "install the same on all"
            )
        return True

    def _reports(self, of: Mapping[str, Order]) -> Iterator[Report]:
        over: set[str] = set()
        for id, cancel in list(self._stopping.items()):  # what an earlier actor was told
            self._actor.stop.remote(id, cancel)
        parcels = [Parcel.packed(order) for order in of.values()]
        painting = self._actor.paint.options(
            num_returns="streaming", _generator_backpressure_num_objects=AHEAD
        )
        for reference in painting.remote(parcels, self._taught(next(iter(of.values())).weights)):
            sent = self.ray.get(reference)
            order = of[sent.report.order]
            if order.id in over:
                continue
            try:
                sent.put(order.folder)
            except Exception as error:
                over.add(order.id)
                self.stop(order.id, cancel=True)
                yield failed(order, error)
            else:
                yield sent.report

    def _taught(self, weights: Path | None) -> str | None:
        """The name under which the actor knows the weights, which it is sent when it does not."""
        if weights is None or not weights.is_file():
            return str(weights) if weights else None
        told = weights.stat()
        name = f"{told.st_mtime_ns}-{told.st_size}-{weights.name}"
        if not self.ray.get(self._actor.knows.remote(name)):
            self.ray.get(self._actor.learn.remote(name, weights.read_bytes()))
        return name


def connected(address: str) -> Any:
    """Ray itself, connected once a process; never without authentication, since Ray runs whatever it is sent."""
    if os.environ.setdefault(MODE, "token") == "disabled":
        raise BadSettings(
            f"{MODE} is disabled: whoever reaches the cluster could run code", f"set {MODE}=token"
        )
    if address.startswith("ray://"):
        raise BadSettings(
            "the studio must be on a node of the cluster", "see docs/cluster.md, and set PENTIMENTO_RAY=auto"
        )
    try:
        import ray
    except ImportError as error:
        raise MissingExtra("ray is not installed", "pip install 'pentimento[ray]'") from error
    with _connecting:
        if not ray.is_initialized():
            _connect(ray, address)
    return ray


def _connect(ray: Any, address: str) -> None:
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False)
    except Exception as error:  # a node that comes too slowly raises just that
        what = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise BadSettings(
            f"no Ray cluster can be reached at {address} ({what})", "see docs/cluster.md"
        ) from error
