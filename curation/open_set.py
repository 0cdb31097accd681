"""The open set: a picture may be of none of the known classes; three ways to say so.

rest        one more class, learned from examples of what is none of them
two stages  known or not, then which: P(C) = P(C | known) P(known), and the rest is 1 - P(known)
threshold   how like the pictures of the known classes it is, with the least likeness calibrated on known works held
            out; it needs no example of the rest
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from curation.classifiers import Logistic
from curation.closed_set import FOLDS, Lesson
from curation.judging import Judgement, roc
from curation.labels import Labels, Rows, folds
from ground.errors import BadGallery, BadInput
from retrieval.vectors import Matrix, unit

REST = "rest"
ACCEPTED = 0.95  # of the known works held out that the threshold lets pass
NEAREST = 5  # pictures of a class that likeness to it is the mean cosine with

Answer = tuple[Matrix, Matrix]  # probabilities with the rest last; how known each looks
Model = Callable[[Matrix], Answer]


@dataclass(frozen=True, eq=False)
class Openness:
    """A way's judgement with the rest as a class, and its area with classes it never saw."""

    way: str
    judgement: Judgement
    seen: float  # AUROC of known against unknown, the rest being of classes that examples were given of
    unseen: dict[str, float]  # the same for each class held out of the examples

    def as_json(self) -> dict[str, Any]:
        mean = float(np.mean(list(self.unseen.values()))) if self.unseen else None
        areas = {"seen_classes": self.seen, "held_out_classes": mean, "each_held_out": self.unseen}
        return {"way": self.way, "auroc": areas, **self.judgement.as_json()}


def study(lesson: Lesson, unknown: Sequence[str], seed: int = 0) -> list[Openness]:
    """All three ways, in folds: with examples of every unknown class, and with each of these held out."""
    labels = lesson.labels.checked()
    missing = sorted(set(unknown) - set(labels.names))
    if missing:
        raise BadInput(f"no work has the label {missing[0]!r}", f"name some of {', '.join(labels.names)}")
    known = [name for name in labels.names if name not in unknown]
    if not unknown or len(known) < 2:
        raise BadGallery(
            f"{len(unknown)} of {len(labels.names)} classes are unknown", "leave two known, and one not"
        )
    fold = folds(labels.of[labels.known], min(FOLDS, min(labels.counts().values())), seed)
    return [_judged(lesson, way, known, unknown, fold) for way in WAYS]


def _judged(lesson: Lesson, way: str, known: Sequence[str], unknown: Sequence[str], fold: Rows) -> Openness:
    truth, probabilities, looks = _folded(lesson, way, known, unknown, fold, "")
    judgement = Judgement((*known, REST), truth, probabilities)
    seen = float(roc(looks, truth < len(known))["auc"])
    unseen = {}
    for name in unknown if len(unknown) > 1 or way == "threshold" else ():
        truth, _, looks = _folded(lesson, way, known, unknown, fold, name)
        unseen[name] = float(roc(looks, truth < len(known))["auc"])
    return Openness(way, judgement, seen, unseen)


def _folded(
    lesson: Lesson, way: str, known: Sequence[str], unknown: Sequence[str], fold: Rows, held: str
) -> tuple[Rows, Matrix, Matrix]:
    """The truth and what is said of it; a class held out is never learned from, and is all that is unknown."""
    rows = lesson.labels.known
    classes = _classes(lesson.labels, known)[rows]
    is_held = lesson.labels.of[rows] == (lesson.labels.names.index(held) if held else -2)
    probabilities, looks = np.zeros((len(rows), len(known) + 1), np.float32), np.zeros(len(rows), np.float32)
    for each in np.unique(fold):
        here = fold == each
        learned = ~here & ~is_held
        model = WAYS[way](lesson, rows[learned], classes[learned], len(known))
        probabilities[here], looks[here] = model(lesson.features[rows[here]])
    kept = (classes < len(known)) | is_held if held else np.ones(len(rows), bool)
    return classes[kept], probabilities[kept], looks[kept]


def _classes(labels: Labels, known: Sequence[str]) -> Rows:
    """The place of each work's class among the known ones; the rest's after them."""
    place = [known.index(name) if name in known else len(known) for name in labels.names]
    return np.array([*place, -1], np.intp)[labels.of]


def rest_class(lesson: Lesson, rows: Rows, classes: Rows, rest: int) -> Model:
    model = lesson.taught(Logistic(), rows, classes)

    def answer(features: Matrix) -> Answer:
        probabilities = model.probabilities(features)
        return probabilities, 1 - probabilities[:, -1]

    return answer


def two_stages(lesson: Lesson, rows: Rows, classes: Rows, rest: int) -> Model:
    known = classes < rest
    gate = lesson.taught(Logistic(), rows, known.astype(np.intp))
    which = lesson.taught(Logistic(), rows[known], classes[known])

    def answer(features: Matrix) -> Answer:
        return _staged(which.probabilities(features), gate.probabilities(features)[:, 1])

    return answer


def threshold(lesson: Lesson, rows: Rows, classes: Rows, rest: int) -> Model:
    """Examples of the rest are left aside; a fifth of the known works is held out to calibrate with."""
    known = classes < rest
    rows, classes = rows[known], classes[known]
    held = folds(classes, FOLDS) == 0
    which = lesson.taught(Logistic(), rows, classes)
    likeness = Likeness.of(lesson.features[rows[~held]], classes[~held])
    usual = np.sort(likeness(lesson.features[rows[held]]))

    def answer(features: Matrix) -> Answer:
        looks = likeness(features)
        # The share of known works held out that are no more like them: a coin's toss where the threshold lies.
        share = (np.searchsorted(usual, looks, side="right") / len(usual)).astype(np.float32)
        return _staged(which.probabilities(features), share / (share + 1 - ACCEPTED))[0], looks

    return answer


def _staged(which: Matrix, known: Matrix) -> Answer:
    return np.concatenate([which * known[:, None], 1 - known[:, None]], 1), known


@dataclass(frozen=True, eq=False)
class Likeness:
    """How like the nearest pictures of some class a picture is, by cosines of what sets pictures apart."""

    mean: Matrix
    deviation: Matrix
    classes: list[Matrix]

    @classmethod
    def of(cls, features: Matrix, classes: Rows) -> "Likeness":
        mean, deviation = features.mean(0), features.std(0) + 1e-6
        even = unit((features - mean) / deviation)
        return cls(mean, deviation, [even[classes == each] for each in np.unique(classes)])

    def __call__(self, features: Matrix) -> Matrix:
        even = unit((features - self.mean) / self.deviation)
        return np.asarray(np.max([_nearest(even @ own.T) for own in self.classes], axis=0))


def _nearest(cosines: Matrix) -> Matrix:
    near = min(NEAREST, cosines.shape[1])
    return np.asarray(np.partition(cosines, -near, axis=1)[:, -near:].mean(1))


# Each learns from rows and their classes, of which the last is the rest.
WAYS: Mapping[str, Callable[[Lesson, Rows, Rows, int], Model]] = {
    "rest class": rest_class,
    "two stages": two_stages,
    "threshold": threshold,
}
