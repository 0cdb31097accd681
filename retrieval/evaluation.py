"""Evaluation: how high texts rank their own picture, and pictures their own text; ties share their ranks fairly."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from ground.errors import BadInput
from retrieval.joint import JointSpace
from retrieval.pairs import Pairs

Matrix = NDArray[np.float32]
Values = NDArray[np.float64]
Rows = NDArray[np.int64]

CUTS = (1, 5, 10)
NAMES = ("median_rank", "reciprocal_rank", *(f"recall_at_{k}" for k in CUTS))
BLOCK = 1024  # rows of scores in memory at a time
TIE = 1e-6  # what cosines in float32 cannot tell apart
RESAMPLES = 1000
COVERED = (2.5, 97.5)  # percentiles of the resamples: a 95 % interval


@dataclass(frozen=True)
class Ranks:
    """Of each query: how many answers score above its own, and how many others score the same."""

    above: Rows
    equal: Rows
    gallery: int

    @classmethod
    def of(cls, scores: Matrix, own: NDArray[np.bool_]) -> Self:
        """From a matrix of queries by answers; `own` marks the right answers, of which the best counts.

        The other right answers do not stand in its way.
        """
        if not np.isfinite(scores).all():
            raise BadInput(
                "scores hold NaN or infinite values, which have no rank", "see the vectors, or train anew"
            )
        if not own.any(axis=1).all():
            raise BadInput("a query has no right answer to rank", "leave it out")
        best = np.where(own, scores, -np.inf).max(axis=1, keepdims=True)
        above = ((scores > best + TIE) & ~own).sum(axis=1)
        equal = ((np.abs(scores - best) <= TIE) & ~own).sum(axis=1)
        return cls(above, equal, scores.shape[1])

    @property
    def middle(self) -> Values:
        """The rank in the middle of the tie."""
        return 1 + self.above + self.equal / 2

    def recall(self, k: int) -> Values:
        """The chance to be among the first `k` when ties are broken by lot."""
        return np.clip((k - self.above) / (self.equal + 1), 0, 1)

    @property
    def reciprocal(self) -> Values:
        """The expected 1 / rank when ties are broken by lot."""
        harmonic = np.concatenate([[0.0], np.cumsum(1 / np.arange(1, self.gallery + 1))])
        expected: Values = (harmonic[self.above + self.equal + 1] - harmonic[self.above]) / (self.equal + 1)
        return expected


@dataclass(frozen=True)
class Figures:
    """The figures of the thesis's Table 2 and the mean reciprocal rank, each with its 95 % interval."""

    queries: int
    gallery: int
    values: dict[str, float]
    intervals: dict[str, tuple[float, float]]

    @classmethod
    def of(cls, ranks: Ranks, seed: int = 0) -> Self:
        """The intervals come from as many queries, drawn anew with replacement."""
        table = _table(ranks)
        rng, many = np.random.default_rng(seed), len(table)
        drawn = [_summary(table[rng.integers(many, size=many)]) for _ in range(RESAMPLES)]
        bounds = np.percentile(drawn, COVERED, axis=0).T
        intervals = {name: (float(low), float(high)) for name, (low, high) in zip(NAMES, bounds, strict=True)}
        return cls(many, ranks.gallery, summary(ranks), intervals)

    def __getitem__(self, name: str) -> float:
        return self.values[name]

    def as_json(self) -> dict[str, Any]:
        intervals = {name: list(each) for name, each in self.intervals.items()}
        return {"queries": self.queries, "gallery": self.gallery, **self.values, "intervals": intervals}


def evaluate(space: JointSpace, pairs: Pairs, seed: int = 0) -> dict[str, Figures]:
    """Both ways, among these pairs alone."""
    texts, pictures = _embedded(space, pairs)
    found = {
        "text_to_picture": text_to_picture(texts, pictures, pairs.picture_of, space.hubness(pictures)),
        "picture_to_text": picture_to_text(texts, pictures, pairs.picture_of),
    }
    return {way: Figures.of(ranks, seed) for way, ranks in found.items()}


def ranks_of_pictures(space: JointSpace, pairs: Pairs) -> Ranks:
    texts, pictures = _embedded(space, pairs)
    return text_to_picture(texts, pictures, pairs.picture_of, space.hubness(pictures))


def _embedded(space: JointSpace, pairs: Pairs) -> tuple[Matrix, Matrix]:
    return space.embed_texts(pairs.titles, pairs.descriptions), space.embed_features(pairs.features)


def text_to_picture(
    texts: Matrix, pictures: Matrix, picture_of: Rows, hubness: Matrix | None = None
) -> Ranks:
    """Rank all pictures for each text; `hubness`, one value a picture, is taken off its cosines."""
    return _ranks(texts, pictures, picture_of, np.arange(len(pictures)), hubness)


def picture_to_text(texts: Matrix, pictures: Matrix, picture_of: Rows) -> Ranks:
    """Rank all texts for each picture that has one; of several own texts the best counts."""
    described = np.unique(picture_of)
    return _ranks(pictures[described], texts, described, picture_of, None)


def _ranks(queries: Matrix, answers: Matrix, asked: Rows, answered: Rows, off: Matrix | None) -> Ranks:
    """An answer is right where the two sides name the same picture."""
    if not len(queries) or not len(answers):
        raise BadInput("there is nothing to rank", "choose works that have texts")
    parts = []
    for start in range(0, len(queries), BLOCK):
        rows = slice(start, start + BLOCK)
        scores = queries[rows] @ answers.T - (0 if off is None else off)
        parts.append(Ranks.of(scores, asked[rows, None] == answered[None, :]))
    above, equal = (np.concatenate([getattr(part, name) for part in parts]) for name in ("above", "equal"))
    return Ranks(above, equal, len(answers))


def summary(ranks: Ranks) -> dict[str, float]:
    """The figures without their intervals."""
    return dict(zip(NAMES, map(float, _summary(_table(ranks))), strict=True))


def _table(ranks: Ranks) -> Values:
    """A row a query, a column a figure."""
    return np.stack([ranks.middle, ranks.reciprocal, *(ranks.recall(k) for k in CUTS)], axis=1)


def _summary(table: Values) -> Values:
    """The median of the ranks, the means of the others."""
    return np.concatenate([[np.median(table[:, 0])], table[:, 1:].mean(axis=0)])
