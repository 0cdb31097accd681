"""The executor: the hand that paints, wherever it is; what it is told and what it tells."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ground.errors import PentimentoError

PAINTING, PREVIEW, CHECKPOINT, CURVE = "painting.png", "preview.jpg", "checkpoint.safetensors", "curve.json"


class Died(PentimentoError):
    """The hand is gone, and took with it what came after the last checkpoints."""


@dataclass(frozen=True)
class Order:
    """What to paint and where to put it; `saved` is the step of a checkpoint in the folder, or 0."""

    id: str
    folder: Path
    facts: dict[str, Any]
    saved: int = 0
    weights: Path | None = None
    checkpoint: float = 5.0  # seconds between two
    preview: float | None = 0.5  # the same; None where nobody looks


@dataclass(frozen=True)
class Progress:
    order: str
    step: int
    scale: int
    scales: int
    content: float
    style: float
    total: float
    seconds: float
    note: str
    previewed: bool  # there is a new preview
    saved: bool  # there is a new checkpoint


@dataclass(frozen=True)
class End:
    """Of an order: painted, stopped as asked (cancelled, or kept in a checkpoint), or failed for a reason."""

    order: str
    stopped: bool = False
    what: str = ""
    mend: str = ""

    @property
    def reason(self) -> str:
        return f"{self.what}; {self.mend}" if self.mend else self.what


Report = Progress | End


class Executor(Protocol):
    @property
    def ready(self) -> bool:
        """Whether an order would be worked on at once."""
        ...

    def paint(self, orders: Sequence[Order]) -> Generator[Report]:
        """Make a painting, or several that are kin in one optimisation; each order has its End when its files are
        written.

        Raises Died: then orders without an End are lost. Leaving the loop early abandons them.
        """
        ...

    def stop(self, order: str, *, cancel: bool) -> None:
        """From any thread: end an order after its step, with a last preview, or else a checkpoint."""
        ...

    def close(self) -> None:
        """At once; what is being painted has Died."""
        ...
