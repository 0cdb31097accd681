"""Choosing: which measures of a candidate help to find the best one, and how much each should weigh.

Likelihood always counts. Cosine and agreement are given a weight only where that is seen to help: on pictures that had
no say in how much, better by a paired test (p < .05), with a bootstrap interval without 0, and by an effect that is
worth it (Cohen's d over .2). The seed of 2025 found that its plain captioner beat its hybrid; so may anybody's be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from captioning.candidates import Candidate
from captioning.metrics import rouge_l
from captioning.tokens import tokens

ASKED = ("cosine", "agreement")
GRID = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
LEVEL, EFFECT = 0.05, 0.2
RESAMPLES = 2000
FEWEST = 10  # pictures without which nothing is asked

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Trial:
    """What came of asking whether a measure helps."""

    measure: str
    weight: float  # what is kept: 0 where it was not seen to help
    tried: float
    gain: float  # mean ROUGE-L gained on pictures that did not choose the weight
    interval: tuple[float, float]
    p: float
    effect: float

    @property
    def helps(self) -> bool:
        return self.p < LEVEL and self.interval[0] > 0 and self.effect > EFFECT

    def as_json(self) -> dict[str, Any]:
        told = {name: getattr(self, name) for name in ("weight", "tried", "gain", "p", "effect")}
        return {**told, "interval": list(self.interval), "helps": self.helps}


class Choice:
    """The candidates of some pictures, each with its measures and with how good it is."""

    def __init__(self, candidates: Sequence[Sequence[Candidate]], written: Sequence[Sequence[str]]) -> None:
        self._measures = [
            {
                name: np.array([each.measures.get(name, 0.0) for each in some])
                for name in ("likelihood", *ASKED)
            }
            for some in candidates
        ]
        references = [[tokens(text) for text in texts] for texts in written]
        self.qualities = [
            np.array([rouge_l(tokens(each.text), refs) for each in some])
            for some, refs in zip(candidates, references, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.qualities)

    def quality(self, weights: Mapping[str, float]) -> Values:
        """Of each picture's candidate that these weights choose."""
        chosen = [
            int(np.argmax(sum(weight * own[name] for name, weight in weights.items())))
            for own in self._measures
        ]
        return np.array([own[place] for own, place in zip(self.qualities, chosen, strict=True)])

    def trial(self, measure: str, seed: int = 0) -> Trial:
        """Two halves of the pictures choose a weight for each other."""
        table = np.stack([self.quality({"likelihood": 1.0, measure: weight}) for weight in GRID])
        gains = table - self.quality({"likelihood": 1.0})
        even = np.arange(len(self)) % 2 == 0
        away = np.concatenate([gains[gains[:, half].mean(1).argmax(), ~half] for half in (even, ~even)])
        tried = GRID[int(gains.mean(1).argmax())]
        found = Trial(
            measure, tried, tried, float(away.mean()), _interval(away, seed), _p(away), _effect(away)
        )
        return found if found.helps else Trial(measure, 0.0, *(getattr(found, name) for name in _REST))


_REST = ("tried", "gain", "interval", "p", "effect")


def weigh(
    candidates: Sequence[Sequence[Candidate]], written: Sequence[Sequence[str]]
) -> tuple[dict[str, float], list[Trial]]:
    """The weights to choose by, and how each was found."""
    trials = [Choice(candidates, written).trial(name) for name in ASKED] if len(candidates) >= FEWEST else []
    kept = {trial.measure: trial.weight for trial in trials if trial.weight}
    return {"likelihood": 1.0, **kept}, trials


def _interval(gains: Values, seed: int) -> tuple[float, float]:
    rng = np.random.default_rng(seed)
    means = gains[rng.integers(len(gains), size=(RESAMPLES, len(gains)))].mean(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


def _p(gains: Values) -> float:
    from scipy.stats import ttest_1samp  # half a second, and only who learns needs it

    return 1.0 if not gains.std() else float(ttest_1samp(gains, 0).pvalue)


def _effect(gains: Values) -> float:
    return float(gains.mean() / gains.std(ddof=1)) if gains.std() else 0.0
