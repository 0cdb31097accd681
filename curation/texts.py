"""Texts and pictures: the pictures that fit words, the best text for a picture, and texts that fit another far better.

Both directions are one search, retrieval's own: a vector of the joint space is asked for among others of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ground.errors import BadInput, BadQuery
from retrieval.finder import Exact
from retrieval.joint import JointSpace
from retrieval.vectors import Found, Matrix, Rows, Vectors
from retrieval.work import Work

FEWEST = 10  # works with texts among which a text can be called wrong
DEEP = 0.2  # share of all others that fit better, either way, before a text is called wrong
FAMILIAR = 0.2  # the same at the median: a space that is worse at a gallery cannot judge its texts
MANY = (
    0.1  # of the works: so many wrong texts tell of the space, not of the gallery; a few are always believed
)
FEW = 3
BLOCK = 512


@dataclass(frozen=True)
class Text:
    title: str
    description: str = ""

    def __str__(self) -> str:
        return self.description or self.title

    @classmethod
    def of(cls, work: Work) -> "Text":
        return cls(work.told.title, work.told.description)


@dataclass(frozen=True)
class Fit:
    rank: int
    score: float
    row: int


@dataclass(frozen=True)
class Misfit:
    """A work whose text fits another work's picture better than its own."""

    row: int
    other: int
    own: float  # cosines of the text with its own picture and with the other
    better: float


def best(queries: Matrix, among: Matrix, k: int) -> list[list[Fit]]:
    """For each query those that fit it best, whichever side are the words and whichever the pictures."""
    if k < 1:
        raise BadQuery(f"{k} are asked for", "ask for one or more")
    finder = Exact(Vectors(among.astype(np.float16)))
    return [_fits(finder.nearest(query, k)) for query in queries]


def pictures_for(space: JointSpace, text: Text, pictures: Matrix, k: int) -> list[Fit]:
    """Search by words: the pictures, as vectors of the space, that fit a text best."""
    return best(space.embed_words([text.title], [text.description]), pictures, min(k, len(pictures)))[0]


def texts_for(
    space: JointSpace, pictures: Matrix, texts: Sequence[Text], k: int
) -> tuple[list[list[Fit]], list[Text]]:
    """Its transpose: for each picture the texts that fit it best; and the texts of which nothing is understood."""
    understood, vectors = [], []
    for row, text in enumerate(texts):
        try:
            vectors.append(space.embed_words([text.title], [text.description])[0])
            understood.append(row)
        except BadQuery:
            continue
    if not understood:
        raise BadInput(
            "of none of the texts a word is understood", "give texts in words that the model has learned"
        )
    found = best(pictures, np.stack(vectors), min(k, len(vectors)))
    named = [[Fit(fit.rank, fit.score, understood[fit.row]) for fit in fits] for fits in found]
    return named, [text for row, text in enumerate(texts) if row not in set(understood)]


def misfits(texts: Matrix, pictures: Matrix) -> list[Misfit] | None:
    """Among texts and their own pictures, side by side; nothing where the space does not know such a gallery.

    A text is wrong when many pictures fit it better than its own, and many texts fit its picture better than it:
    a vague text fails the first alone, and a picture like no other the second alone.
    """
    if len(texts) < FEWEST:
        return None
    by_text, other, better = _deeper(texts, pictures)
    by_picture, _, _ = _deeper(pictures, texts)
    if max(np.median(by_text), np.median(by_picture)) > FAMILIAR:
        return None
    own = np.einsum("ij,ij->i", texts, pictures)
    wrong = np.flatnonzero((by_text > DEEP) & (by_picture > DEEP))
    if len(wrong) > max(FEW, MANY * len(texts)):
        return None
    return [Misfit(int(row), int(other[row]), float(own[row]), float(better[row])) for row in wrong]


def _deeper(queries: Matrix, among: Matrix) -> tuple[NDArray[np.float64], Rows, Matrix]:
    """For each query the share of the others that fit better than its own, and the best of all."""
    shares, firsts, cosines = [], [], []
    for start in range(0, len(queries), BLOCK):
        block = queries[start : start + BLOCK] @ among.T
        own = np.einsum("ij,ij->i", queries[start : start + BLOCK], among[start : start + BLOCK])
        shares.append((block > own[:, None] + 1e-6).sum(1) / (len(among) - 1))
        firsts.append(block.argmax(1))
        cosines.append(block.max(1))
    return np.concatenate(shares), np.concatenate(firsts), np.concatenate(cosines)


def _fits(found: Found) -> list[Fit]:
    rows, cosines = (each.tolist() for each in found)
    return [Fit(rank, cosine, row) for rank, (row, cosine) in enumerate(zip(rows, cosines, strict=True), 1)]
