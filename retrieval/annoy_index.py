"""The stock index: Annoy finds where to look, cells are looked through, the best are told apart by exact cosine.

Annoy by itself, on vectors of 2048 dimensions, misses a fifth of the true top five; over principal components it
misses few, but it visits works one by one, all over the memory. So it only points to cells. It and the cells' own
centres miss different works: what neither finds is rare. Bernhardsson, https://github.com/spotify/annoy.
"""

from pathlib import Path
from typing import Self

from annoy import AnnoyIndex

from retrieval.cells import LEADING, Cells
from retrieval.finder import Exact
from retrieval.manifest import Effort
from retrieval.vectors import BLOCK, Found, Mask, Matrix, Rows, Vectors, best

ANNOY, CELLS = "annoy.ann", "cells.safetensors"
TREES = 30
SEEDS = 10  # of so many nodes that Annoy inspects, one work is asked for
USUAL = 5  # up to so many works the effort is as measured; for more it grows
MOSTLY = 0.8  # where fewer of the works may be found, what Annoy finds would mostly be the others


class Annoy:
    def __init__(self, vectors: Vectors, cells: Cells, trees: AnnoyIndex, effort: Effort) -> None:
        self._vectors, self._cells, self._trees, self._effort = vectors, cells, trees, effort
        self._exact = Exact(vectors)

    @classmethod
    def open(cls, folder: Path, vectors: Vectors, effort: Effort) -> Self:
        cells = Cells.open(folder / CELLS)
        trees = AnnoyIndex(min(LEADING, len(cells.directions)), "angular")
        trees.load(str(folder / ANNOY))
        return cls(vectors, cells, trees, effort)

    def nearest(self, query: Matrix, k: int, among: Mask | None = None) -> Found:
        if among is not None and among.mean() < MOSTLY:
            return self._exact.nearest(query, k, among)
        rows = self.candidates(query, self._effort.times(-(-k // USUAL)), among)
        if len(rows) < min(k, len(self._vectors)):
            return self._exact.nearest(query, k, among)
        return best(query, rows, self.take(rows), k)

    def take(self, rows: Rows) -> Matrix:
        return self._vectors.take(rows)

    def candidates(self, query: Matrix, effort: Effort, among: Mask | None = None) -> Rows:
        """Rows among which the nearest are, the finalists."""
        place = self._cells.place(query)
        seeds = self._trees.get_nns_by_vector(
            place[:LEADING].tolist(), max(1, effort.search_k // SEEDS), effort.search_k
        )
        cells = self._cells.cell_of[seeds].tolist() + self._cells.nearest(place, effort.cells)
        return self._cells.scan(place, list(dict.fromkeys(cells)), effort.finalists, among)


def build(folder: Path, vectors: Vectors) -> None:
    """Write Annoy's file and the cells beside the vectors; the same vectors give the same files."""
    cells = Cells.of(vectors)
    cells.save(folder / CELLS)
    trees = AnnoyIndex(min(LEADING, len(cells.directions)), "angular")
    trees.on_disk_build(str(folder / ANNOY))
    trees.set_seed(1)
    for start in range(0, len(vectors), BLOCK):  # a block at a time: as Python's numbers they take eightfold
        rows, places = cells.order[start : start + BLOCK], cells.points[start : start + BLOCK, :LEADING]
        for row, place in zip(rows.tolist(), places.tolist(), strict=True):
            trees.add_item(row, place)
    trees.build(TREES, n_jobs=1)  # more threads are sooner done, but draw other trees every time
