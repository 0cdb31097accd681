"""The order of what was found: by cosine, less what makes a picture everyone's neighbour, less likeness to those above.

Diversity is maximal marginal relevance: Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (1998).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ground.errors import BadQuery
from retrieval.contents import Contents
from retrieval.entries import Where
from retrieval.vectors import Found, Matrix, Rows

POOL = 200  # so many neighbours are put in order at a time: a page does not hang on how many pages follow

Hubness = Callable[[Matrix], Matrix]  # what to take off each vector's cosine


@dataclass(frozen=True)
class Wish:
    """How many works, from which rank on, which ones at all, and how unlike each other."""

    k: int
    offset: int = 0
    where: Where | None = None
    diversity: float = 0.0

    def __post_init__(self) -> None:
        if self.k < 1:
            raise BadQuery(f"{self.k} works are asked for", "ask for one or more")
        if self.offset < 0:
            raise BadQuery(f"an offset of {self.offset} is asked for", "start with 0")
        if not 0 <= self.diversity <= 1:
            raise BadQuery(f"a diversity of {self.diversity} is asked for", "give one from 0 to 1")


def ranked(contents: Contents, query: ArrayLike, wish: Wish, hubness: Hubness | None = None) -> Found:
    """The works wished for; without diversity and hubness, those of the highest cosines."""
    there = len(contents.shelf)
    last = min(wish.offset + wish.k, there)
    if wish.offset >= last:
        return np.empty(0, np.intp), np.empty(0, np.float32)
    if not wish.diversity and hubness is None:
        rows, cosines = contents.nearest(query, last, wish.where)
        return rows[wish.offset :], cosines[wish.offset :]
    rows, cosines = contents.nearest(query, min(-(-last // POOL) * POOL, there), wish.where)
    for start in range(0, len(rows), POOL):
        pool = slice(start, start + POOL)
        order = _order(cosines[pool], contents.take(rows[pool]), wish.diversity, hubness)
        rows[pool], cosines[pool] = rows[pool][order], cosines[pool][order]
    return rows[wish.offset : last], cosines[wish.offset : last]


def _order(cosines: Matrix, vectors: Matrix, diversity: float, hubness: Hubness | None) -> Rows:
    merits = cosines if hubness is None else cosines - hubness(vectors)
    return _diverse(merits, vectors, diversity) if diversity else np.argsort(-merits, kind="stable")


def _diverse(merits: Matrix, vectors: Matrix, diversity: float) -> Rows:
    """The best first, then always the one whose merit is least outweighed by its likeness to one before it."""
    likeness = vectors @ vectors.T
    order = [int(merits.argmax())]
    nearest = likeness[order[0]]
    for _ in range(1, len(merits)):
        gain = (1 - diversity) * merits - diversity * nearest
        gain[order] = -np.inf
        order.append(int(gain.argmax()))
        nearest = np.maximum(nearest, likeness[order[-1]])
    return np.array(order, np.intp)
