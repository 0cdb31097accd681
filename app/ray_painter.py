"""The painter: what a Ray actor does on its node; it needs no Ray itself, and keeps nothing but weights."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from app.painting import Asked
from app.parcel import Parcel, Sent, painted
from app.worker import KINDNESS
from style_transfer.memory import give_back_memory, keep_memory


class Painter:
    """Called from several threads at once: it is told to stop while it paints."""

    def __init__(self) -> None:
        if hasattr(os, "nice"):
            os.nice(KINDNESS)
        keep_memory()
        self._stops: dict[str, bool] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="pentimento-")
        self._weights: dict[str, Path] = {}

    def version(self) -> str:
        return metadata.version("pentimento")

    def knows(self, name: str) -> bool:
        return name in self._weights

    def learn(self, name: str, weights: bytes) -> None:
        """Weights that come from the studio's machine; large, and therefore sent once."""
        file = Path(self._folder.name) / name
        file.write_bytes(weights)
        self._weights[name] = file

    def stop(self, order: str, cancel: bool) -> None:
        self._stops[order] = cancel

    def paint(self, parcels: Sequence[Parcel], weights: str | None) -> Iterator[Sent]:
        file = self._weights.get(weights, Path(weights)) if weights else None
        yield from painted(parcels, file, self._asked)
        give_back_memory()
        for parcel in parcels:
            self._stops.pop(parcel.order.id, None)

    def _asked(self, order: str) -> Asked:
        cancel = self._stops.get(order)
        if cancel is None:
            return ""
        return "cancel" if cancel else "keep"
