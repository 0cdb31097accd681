"""How far a search through Annoy must go: as little as reaches the recall asked for, measured on the index itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from retrieval.annoy_index import Annoy
from retrieval.manifest import Effort
from retrieval.vectors import Matrix, Rows, Vectors

K = 5
TARGET = 0.9985  # on a sample; the promise is .995 on queries that nobody has seen
QUERIES, SOME = 1024, 100
BREADTHS = (1, 2, 4, 8, 16, 32, 64)
FINALISTS = (16, 32, 64, 128, 256, 512)
KEPT = 16  # of the works nearest to a query; those as near as the fifth count as well as it
ROUNDING = 1e-6


def _effort(breadth: int, finalists: int) -> Effort:
    return Effort(search_k=200 * breadth, cells=4 * breadth, finalists=finalists)


GREATEST = _effort(BREADTHS[-1], FINALISTS[-1])


@dataclass(frozen=True, eq=False)
class Sample:
    """Queries, and the true five of an index for each."""

    queries: Matrix
    own: Rows  # the row that a query is itself, which does not count; -1 for none
    true: NDArray[np.intp]  # a few more than five where they are as near as the fifth; -1 for none

    @classmethod
    def of(cls, vectors: Vectors, queries: Matrix | None = None) -> Self:
        """Some of the queries given, or else some of the works themselves."""
        drawn = np.random.default_rng(0).permutation(len(vectors if queries is None else queries))[:QUERIES]
        own = drawn if queries is None else np.full(len(drawn), -1)
        chosen = vectors.gathered(drawn) if queries is None else queries[drawn]
        return cls(chosen, own, _true(vectors, chosen, own))

    def half(self, which: int) -> Self:
        """Every other query: an effort chosen on one half is judged on the other."""
        return self._only(slice(which, None, 2))

    def some(self) -> Self:
        """Enough to judge a search that takes its time."""
        return self._only(slice(SOME))

    def _only(self, part: slice) -> Self:
        return type(self)(self.queries[part], self.own[part], self.true[part])


def recall(find: Callable[[Matrix], Rows], sample: Sample) -> float:
    """The part of the true five that is among the rows found."""
    found = [
        np.isin(find(query), true).sum() for query, true in zip(sample.queries, sample.true, strict=True)
    ]
    there = (sample.true >= 0).sum(axis=1).clip(max=K)
    return float(np.minimum(found, K).sum() / there.sum()) if there.any() else 1.0


def tune(annoy: Annoy, sample: Sample) -> Effort:
    """The cheapest effort that reaches the target, or the greatest."""
    chosen, least = GREATEST, np.inf
    for breadth in BREADTHS:
        if _cost(breadth, FINALISTS[0]) > least:
            break
        found = _found(annoy, sample, breadth)
        for finalists in FINALISTS:
            cost = _cost(breadth, finalists)
            if cost < least and found[:, :finalists].sum(1).clip(max=K).mean() >= TARGET * K:
                chosen, least = _effort(breadth, finalists), cost
    return chosen


def _found(annoy: Annoy, sample: Sample, breadth: int) -> NDArray[np.bool_]:
    """Which candidates of each query are among its true five, the likeliest candidate first."""
    found = np.zeros((len(sample.queries), FINALISTS[-1]), bool)
    for place, query in enumerate(sample.queries):
        rows = annoy.candidates(query, _effort(breadth, FINALISTS[-1]))
        found[place, : len(rows)] = np.isin(rows, sample.true[place])
    return found


def _true(vectors: Vectors, queries: Matrix, own: Rows) -> NDArray[np.intp]:
    """The rows of the highest dot products with each query, in one pass over all."""
    dots = np.full((len(queries), KEPT), -np.inf, np.float32)
    rows = np.full((len(queries), KEPT), -1)
    for start, block in vectors.blocks():
        here = queries @ block.T
        inside = (own >= start) & (own < start + len(block))
        here[inside, own[inside] - start] = -np.inf
        numbers = np.broadcast_to(np.arange(start, start + len(block)), here.shape)
        dots, rows = np.hstack([dots, here]), np.hstack([rows, numbers])
        order = np.argpartition(-dots, KEPT - 1, axis=1)[:, :KEPT]
        dots, rows = np.take_along_axis(dots, order, 1), np.take_along_axis(rows, order, 1)
    fifth = -np.sort(-dots, axis=1)[:, K - 1 : K]
    return np.where((dots >= fifth - ROUNDING) & np.isfinite(dots), rows, -1)


def _cost(breadth: int, finalists: int) -> float:
    """Microseconds, roughly, that a breadth and that a number of finalists take."""
    return 60 * breadth + finalists
