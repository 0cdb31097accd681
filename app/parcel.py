"""A parcel: an order with all its files, for a hand that shares no disk with who sends it; and what comes back."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.executor import CHECKPOINT, CURVE, PAINTING, PREVIEW, End, Order, Report
from app.painting import Asked, make
from ground.files import replacing

ROLES = ("content", "style")


@dataclass(frozen=True)
class Parcel:
    """The pictures by role, and the checkpoint where the order has one; what is missing here is missed there."""

    order: Order
    files: dict[str, bytes]

    @classmethod
    def packed(cls, order: Order) -> "Parcel":
        files = {role: Path(order.facts[role]["file"]) for role in ROLES}
        if order.saved:
            files[CHECKPOINT] = order.folder / CHECKPOINT
        return cls(order, {name: file.read_bytes() for name, file in files.items() if file.is_file()})

    def unpacked(self, folder: Path, weights: Path | None) -> Order:
        """The same order with its files in a folder of this machine."""
        own = folder / self.order.id
        own.mkdir(parents=True)
        for name, body in self.files.items():
            (own / name).write_bytes(body)
        facts: dict[str, Any] = dict(self.order.facts)
        for role in ROLES:
            facts[role] = {**facts[role], "file": str(own / role)}
        return replace(self.order, folder=own, facts=facts, weights=weights)


@dataclass(frozen=True)
class Sent:
    """A report, and the files that are new with it, in the order in which they are to be written."""

    report: Report
    files: dict[str, bytes]

    def put(self, folder: Path) -> None:
        for name, body in self.files.items():
            with replacing(folder / name) as part:
                part.write_bytes(body)


def painted(parcels: Sequence[Parcel], weights: Path | None, asked: Callable[[str], Asked]) -> Iterator[Sent]:
    """What `make` reports, with the files that it wrote; nothing is left here."""
    with tempfile.TemporaryDirectory(prefix="pentimento-") as folder:
        orders = [parcel.unpacked(Path(folder), weights) for parcel in parcels]
        folders = {order.id: order.folder for order in orders}
        for report in make(orders, asked):
            names = _new(report)
            files = {name: (folders[report.order] / name).read_bytes() for name in names}
            yield Sent(report, files)


def _new(report: Report) -> list[str]:
    """The picture last: where it is, everything is."""
    if isinstance(report, End):
        return [] if report.stopped or report.what else [CURVE, PAINTING]
    return [PREVIEW] * report.previewed + [CHECKPOINT] * report.saved
