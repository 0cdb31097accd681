"""A contact sheet: all paintings of one text, beside the works that they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class Hung:
    """A work's picture and what its label says."""

    image: Image.Image
    title: str
    by: str


@dataclass(frozen=True)
class Cell:
    """One painting, unless it failed, and the work that gave it its manner."""

    file: str
    painting: Image.Image | None
    style: Hung
    figures: str


@dataclass(frozen=True)
class Sheet:
    """A content work a row, with the paintings that were made of it."""

    title: str
    description: str
    rows: Sequence[tuple[Hung, Sequence[Cell]]]

    @property
    def made(self) -> int:
        return sum(cell.painting is not None for _, cells in self.rows for cell in cells)
