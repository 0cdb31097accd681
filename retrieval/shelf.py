"""The works of an index: those it was built of, then those added since, less those removed."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import overload

import numpy as np

from ground.errors import BadIndex
from retrieval.entries import Entries, Where
from retrieval.vectors import Mask, Rows
from retrieval.work import Work


class Shelf(Sequence[Work]):
    """Asked by position it knows only the works that are there; `at` takes a row, which removals do not shift."""

    def __init__(self, built: Entries, added: Entries | None, removed: Collection[int]) -> None:
        self.built, self.added, self.removed = built, added, frozenset(removed)

    def __len__(self) -> int:
        return self.reach - len(self.removed)

    @overload
    def __getitem__(self, position: int) -> Work: ...
    @overload
    def __getitem__(self, position: slice) -> list[Work]: ...
    def __getitem__(self, position: int | slice) -> Work | list[Work]:
        if isinstance(position, slice):
            return [self.at(int(row)) for row in self.rows[position]]
        return self.at(int(self.rows[position]))

    @property
    def reach(self) -> int:
        """One more than the highest row."""
        return len(self.built) + (len(self.added) if self.added else 0)

    def at(self, row: int) -> Work:
        if self.added is None or row < len(self.built):
            return self.built[row]
        return self.added[row - len(self.built)]

    @cached_property
    def rows(self) -> Rows:
        return np.delete(np.arange(self.reach), list(self.removed))

    def allowed(self, where: Where | None) -> Mask | None:
        """Which rows may be found; none when all may."""
        if not where and not self.removed:
            return None
        parts = [part.where(where or {}) for part in (self.built, self.added) if part]
        allowed = np.concatenate(parts)
        allowed[list(self.removed)] = False
        return allowed

    def row_of(self, id: str) -> int | None:
        """The row of a work that is there."""
        if self.added and id in self.added.row_of:
            return len(self.built) + self.added.row_of[id]
        row = self.built.row_of.get(id)
        return None if row in self.removed else row

    def rows_of(self, ids: Sequence[str]) -> list[int]:
        found = [(id, self.row_of(id)) for id in ids]
        missing = [id for id, row in found if row is None]
        if missing:
            raise BadIndex(f"the index has no work {missing[0]}", "take an id from its catalogue.csv")
        return [row for _, row in found if row is not None]
