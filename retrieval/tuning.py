"""How far a search through Annoy must go: as little as reaches the recall asked for, measured on the index itself."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from retrieval.annoy_index import Annoy
from retrieval.finder import Finder
from retrieval.manifest import Effort
from retrieval.vectors import Mask, Matrix, Rows, Vectors

K = 5
TARGET = 0.9985  # on a sample; the promise is .995 on queries that nobody has seen
QUERIES = 1024
BREADTHS = (1, 2, 4, 8, 16, 32, 64)
FINALISTS = (16, 32, 64, 128, 256, 512)
ROUNDING = 1e-6  # works as near as the fifth count as well as it


def _effort(breadth: int, finalists: int) -> Effort:
    return Effort(search_k=200 * breadth, cells=4 * breadth, finalists=finalists)


GREATEST = _effort(BREADTHS[-1], FINALISTS[-1])


@dataclass(frozen=True, eq=False)
class Sample:
    """Queries, and how near the fifth nearest of an index is to each."""

    queries: Matrix
    own: Rows  # the row that a query is itself, which does not count; -1 for none
    fifth: Matrix

    @classmethod
    def of(cls, vectors: Vectors, queries: Matrix | None = None) -> Self:
        """Some of the queries given, or else some of the works themselves."""
        drawn = np.random.default_rng(0).permutation(len(vectors if queries is None else queries))[:QUERIES]
        own = drawn if queries is None else np.full(len(drawn), -1)
        chosen = vectors.take(drawn) if queries is None else queries[drawn]
        return cls(chosen, own, _fifth(vectors, chosen, own))

    def half(self, which: int) -> Self:
        """Every other query: an effort chosen on one half is judged on the other."""
        return type(self)(self.queries[which::2], self.own[which::2], self.fifth[which::2])

    def near(self, query: int, vectors: Vectors, rows: Rows) -> Mask:
        """Which rows are among the true five of a query."""
        dots = vectors.dots(self.queries[query], rows)
        vectors.forget()
        return np.asarray((dots >= self.fifth[query] - ROUNDING) & (rows != self.own[query]))


def recall(finder: Finder, vectors: Vectors, sample: Sample) -> float:
    """The part of the true five that a finder finds."""
    there, found = 0, 0
    for query, own in enumerate(sample.own):
        among = np.arange(len(vectors)) != own
        rows, _ = finder.nearest(sample.queries[query], K, among)
        there += min(K, int(among.sum()))
        found += int(sample.near(query, vectors, rows).sum())
    return found / there if there else 1.0


def tune(annoy: Annoy, vectors: Vectors, sample: Sample) -> Effort:
    """The cheapest effort that reaches the target, or the greatest."""
    chosen, least = GREATEST, np.inf
    for breadth in BREADTHS:
        if _cost(breadth, FINALISTS[0]) > least:
            break
        found = _found(annoy, vectors, sample, breadth)
        for finalists in FINALISTS:
            cost = _cost(breadth, finalists)
            if cost < least and found[:, :finalists].sum(1).clip(max=K).mean() >= TARGET * K:
                chosen, least = _effort(breadth, finalists), cost
    return chosen


def _found(annoy: Annoy, vectors: Vectors, sample: Sample, breadth: int) -> NDArray[np.bool_]:
    """Which candidates of each query are among its true five, the likeliest candidate first."""
    found = np.zeros((len(sample.queries), FINALISTS[-1]), bool)
    for query, vector in enumerate(sample.queries):
        rows = annoy.candidates(vector, _effort(breadth, FINALISTS[-1]))
        found[query, : len(rows)] = sample.near(query, vectors, rows)
    return found


def _fifth(vectors: Vectors, queries: Matrix, own: Rows) -> Matrix:
    """The fifth highest dot product of each query with the rows, in one pass over them."""
    best = np.full((len(queries), K), -np.inf, np.float32)
    for start, block in vectors.blocks():
        dots = queries @ block.T
        inside = (own >= start) & (own < start + len(block))
        dots[inside, own[inside] - start] = -np.inf
        best = -np.partition(-np.hstack([best, dots]), K - 1, axis=1)[:, :K]
    return np.asarray(best.min(axis=1))


def _cost(breadth: int, finalists: int) -> float:
    """Microseconds, roughly, that a breadth and that a number of finalists take."""
    return 60 * breadth + finalists
