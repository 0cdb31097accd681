"""Evaluation: captions against what people wrote, each figure with its interval; all in the seeds' tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from captioning.metrics import NAMES, Counts
from captioning.outside import Figure, outside
from captioning.tokens import tokens
from ground.errors import BadGallery

RESAMPLES = 1000
COVERED = (2.5, 97.5)  # percentiles of the resamples: a 95 % interval


@dataclass(frozen=True)
class Judged:
    captions: int
    values: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    outside: dict[str, Figure]
    counts: Counts

    @classmethod
    def of(
        cls, said: Sequence[str], written: Sequence[Sequence[str]], seed: int = 0, others: bool = True
    ) -> Self:
        """The intervals come from as many pictures, drawn anew with replacement."""
        if not said:
            raise BadGallery("there is nothing to judge", "choose works that have descriptions")
        captions = [tokens(text) for text in said]
        references = [[tokens(text) for text in texts] for texts in written]
        counts = Counts.of(captions, references)
        intervals = _intervals([list(counts.scores(rows).values()) for rows in _draws(len(said), seed)])
        theirs = outside(captions, references) if others else {}
        return cls(len(said), counts.scores(), intervals, theirs, counts)

    def __getitem__(self, name: str) -> float:
        return self.values[name]

    def as_json(self) -> dict[str, Any]:
        intervals = {name: list(each) for name, each in self.intervals.items()}
        return {"captions": self.captions, **self.values, **self.outside, "intervals": intervals}

    def versus(self, other: "Judged", seed: int = 0) -> dict[str, dict[str, Any]]:
        """What it has over another's captions of the same pictures; each draw of pictures judges both."""
        drawn = [
            [mine[name] - theirs[name] for name in NAMES]
            for mine, theirs in (
                (self.counts.scores(rows), other.counts.scores(rows)) for rows in _draws(self.captions, seed)
            )
        ]
        bounds = _intervals(drawn)
        return {name: {"gain": self[name] - other[name], "interval": list(bounds[name])} for name in NAMES}


def _draws(many: int, seed: int) -> list[NDArray[np.int64]]:
    """As many pictures, drawn anew with replacement."""
    rng = np.random.default_rng(seed)
    return [rng.integers(many, size=many) for _ in range(RESAMPLES)]


def _intervals(drawn: list[list[float]]) -> dict[str, tuple[float, float]]:
    bounds = np.percentile(drawn, COVERED, axis=0).T
    return {name: (float(low), float(high)) for name, (low, high) in zip(NAMES, bounds, strict=True)}
