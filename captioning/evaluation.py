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
    each: NDArray[np.float64]  # ROUGE-L of every caption: which is the worst, and pairs for tests

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
        rng, many = np.random.default_rng(seed), len(said)
        drawn = [list(counts.scores(rng.integers(many, size=many)).values()) for _ in range(RESAMPLES)]
        bounds = np.percentile(drawn, COVERED, axis=0).T
        intervals = {name: (float(low), float(high)) for name, (low, high) in zip(NAMES, bounds, strict=True)}
        return cls(
            many, counts.scores(), intervals, outside(captions, references) if others else {}, counts.rouge
        )

    def __getitem__(self, name: str) -> float:
        return self.values[name]

    def as_json(self) -> dict[str, Any]:
        intervals = {name: list(each) for name, each in self.intervals.items()}
        return {"captions": self.captions, **self.values, **self.outside, "intervals": intervals}
