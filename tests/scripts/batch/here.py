"""What the tests of batches share: an executor that paints in this process, and small prompts."""

from collections.abc import Generator, Sequence
from pathlib import Path

from app.executor import Order, Report
from app.painting import Asked, make

SMALL = ("--set", "size=48", "--set", "coarsest=32", "--set", "steps=2", "--set", "precision=fp32")


class Here:
    """The same making as in a worker, without the seconds that a process takes to start."""

    ready = True

    def __init__(self) -> None:
        self.stopping: dict[str, Asked] = {}
        self.painted: list[str] = []

    def paint(self, orders: Sequence[Order]) -> Generator[Report]:
        self.painted += [order.facts["id"] for order in orders]
        yield from make(orders, lambda order: self.stopping.get(order, ""))

    def stop(self, order: str, *, cancel: bool) -> None:
        self.stopping[order] = "cancel" if cancel else "keep"

    def close(self) -> None:
        pass


def written(file: Path, *lines: str) -> Path:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
