"""The entries of an index's catalogue, each read when it is asked for: opening 80,000 of them costs nothing."""

import csv
import io
import mmap
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from ground.errors import BadQuery
from retrieval.vectors import Mask
from retrieval.work import Work

FILTERS = ("style", "school", "artist", "timeframe", "licence")
Where = Mapping[str, str | Sequence[str]]  # a column's value, or several of which one must hold


class Entries(Sequence[Work]):
    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._text = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, row: int) -> Work: ...
    @overload
    def __getitem__(self, row: slice) -> list[Work]: ...
    def __getitem__(self, row: int | slice) -> Work | list[Work]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        row = range(len(self))[row]
        cells = _cells(self._text[self._starts[row] : self._starts[row + 1]])
        return Work.of(dict(zip(self._columns, next(cells), strict=True)))

    def where(self, wanted: Where) -> Mask:
        """Which entries a filter leaves: each column must hold one of its values, in whatever case."""
        left = np.ones(len(self), bool)
        for column, values in wanted.items():
            if column not in FILTERS:
                raise BadQuery(f"works cannot be filtered by {column!r}", f"filter by {', '.join(FILTERS)}")
            among = {value.casefold() for value in ([values] if isinstance(values, str) else values)}
            cells = self._table[column]
            held = {cell for cell in set(cells) if cell.casefold() in among}
            left &= np.fromiter((cell in held for cell in cells), bool, len(self))
        return left

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Where the work of an id stands."""
        return {id: row for row, id in enumerate(self._table["id"])}

    @cached_property
    def _table(self) -> dict[str, tuple[str, ...]]:
        """The columns that a search looks through as a whole."""
        names = ("id", *FILTERS)
        wanted = itemgetter(*map(self._columns.index, names))
        return dict(
            zip(names, zip(*map(wanted, _cells(self._text[self._starts[0] :])), strict=True), strict=True)
        )

    @cached_property
    def _columns(self) -> list[str]:
        return next(_cells(self._text[: self._starts[0]]))

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        """Where each entry starts, and the end: after line feeds that lie outside of quotation marks."""
        text = np.frombuffer(self._text, np.uint8)
        feeds, quotes = np.flatnonzero(text == ord("\n")), np.flatnonzero(text == ord('"'))
        return np.asarray(feeds[np.searchsorted(quotes, feeds) % 2 == 0] + 1)


def _cells(text: bytes) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text.decode(), newline=""))
