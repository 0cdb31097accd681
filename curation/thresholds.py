"""Thresholds: from where on two pictures count as the same, and how such a number is chosen from labelled pairs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ground.errors import BadInput

BITS = 72  # of a hash's 256 that may differ between candidates: strangers differ in 128, the nearest in 80
FAMILIAR = {"vgg19-slim": 0.96}  # cosines of one object, by encoder; others are calibrated
NO_SUCH = 2.0  # a cosine that no two pictures have


@dataclass(frozen=True)
class Thresholds:
    """Those of the second and of the third tier; the first needs none."""

    alignment: float = 0.71
    cosine: float = NO_SUCH

    @classmethod
    def of(cls, encoder: str) -> "Thresholds":
        """The stock ones; where an encoder has none, no two pictures are called one object."""
        return cls(cosine=FAMILIAR.get(encoder, NO_SUCH))

    def as_json(self) -> dict[str, float | None]:
        return {name: None if value == NO_SUCH else value for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Choice:
    """A threshold, and how well it told the labelled pairs apart."""

    threshold: float
    precision: float
    recall: float
    pairs: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def choose(scores: NDArray[np.floating[Any]], same: NDArray[np.bool_], precision: float = 0.999) -> Choice:
    """The threshold of the best recall among those of at least this precision, or else the most precise one.

    It is put halfway to the next lower score, so that a pair that is as alike as the least of these still passes.
    """
    if not same.any() or same.all():
        missing = "different" if same.all() else "same"
        raise BadInput(f"no pair is labelled {missing}", "label pairs of both kinds")
    order = np.argsort(-scores, kind="stable")
    ranked, hits = scores[order], np.cumsum(same[order])
    last = np.flatnonzero(np.append(np.diff(ranked) != 0, True))  # equal scores pass together
    precisions, recalls = hits[last] / (last + 1), hits[last] / same.sum()
    merits = np.where(precisions >= precision, 1 + recalls, precisions)
    best = len(merits) - 1 - int(merits[::-1].argmax())
    lower = ranked[last[best] + 1] if last[best] + 1 < len(ranked) else ranked[last[best]]
    threshold = float((ranked[last[best]] + lower) / 2)
    return Choice(threshold, float(precisions[best]), float(recalls[best]), len(scores))


def read(told: Mapping[str, Any]) -> Thresholds:
    """From what `pentimento curate calibrate` wrote."""
    try:
        alignment, cosine = told["alignment"], told["cosine"]
        return Thresholds(float(alignment), NO_SUCH if cosine is None else float(cosine))
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput("these are no thresholds", "make some with `pentimento curate calibrate`") from error
