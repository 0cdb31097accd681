"""What finds the nearest of many vectors: the interface, and the plain way of looking at every one."""

from typing import Protocol

import numpy as np

from retrieval.vectors import Found, Mask, Matrix, Rows, Vectors, best, top

# Numbers that are multiplied at a time: they stay in the processor's own memory, and BLAS deals larger products out
# to all processors and waits for the slowest.
ONE_THREAD = 1 << 18


class Finder(Protocol):
    """Annoy, Milvus or the plain way: what they find may differ, its scores never do."""

    def nearest(self, query: Matrix, k: int, among: Mask | None = None) -> Found:
        """The `k` rows nearest to a query of unit length, or as many as `among` leaves."""

    def take(self, rows: Rows) -> Matrix:
        """The unit vectors of some rows."""


class Exact:
    """Looks at every row, and misses none."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def nearest(self, query: Matrix, k: int, among: Mask | None = None) -> Found:
        rows = np.arange(len(self._vectors)) if among is None else np.flatnonzero(among)
        step = max(1, ONE_THREAD // len(query))
        if len(rows) > step:
            parts = (rows[start : start + step] for start in range(0, len(rows), step))
            dots = np.concatenate([self._vectors.dots(query, part) for part in parts])
            # A few more than asked for: cosines and dot products part in the fifth digit.
            rows = rows[top(dots, 2 * k + 32)]
        return best(query, rows, self.take(rows), k)

    def take(self, rows: Rows) -> Matrix:
        return self._vectors.take(rows)
