"""The closed set: every picture is of one of the known classes; which one, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from curation.classifiers import CLASSIFIERS, Classifier
from curation.judging import Judgement
from curation.labels import Labels, Rows, folds
from ground.errors import BadInput
from retrieval.vectors import Matrix
from retrieval.work import Work

FOLDS = 5


@dataclass(frozen=True, eq=False)
class Lesson:
    """Features of works and their labels; where there are further views of the works, these are learned from too."""

    features: Matrix
    labels: Labels
    views: Sequence[Matrix] = ()

    def taught(self, classifier: Classifier, rows: Rows, classes: Rows | None = None) -> Classifier:
        """Learn from some rows; the views of a work are never on the other side of a split from it."""
        wanted = self.labels.of[rows] if classes is None else classes
        seen = np.concatenate([self.features[rows], *(view[rows] for view in self.views)])
        return classifier.fit(seen, np.tile(wanted, 1 + len(self.views)))


@dataclass(frozen=True, eq=False)
class Study:
    """How well it was learned, and what is said of every work: of labelled ones by those who did not see them."""

    kind: str
    judgement: Judgement
    probabilities: Matrix

    def predictions(self, works: Sequence[Work], labels: Labels) -> list[dict[str, Any]]:
        return [
            {
                "work": work.id,
                "class": labels.names[int(row.argmax())],
                "probability": round(float(row.max()), 4),
                "label": labels.names[of] if of >= 0 else "",
                "probabilities": dict(zip(labels.names, np.round(row, 4).tolist(), strict=True)),
            }
            for work, row, of in zip(works, self.probabilities.astype(np.float64), labels.of, strict=True)
        ]


def study(lesson: Lesson, works: Sequence[Work], kind: str = "logistic", seed: int = 0) -> Study:
    """Judged on the gallery's own test, or else in folds; works without a label are told by all that have one."""
    if kind not in CLASSIFIERS:
        raise BadInput(f"there is no classifier {kind!r}", f"give --with {' or '.join(CLASSIFIERS)}")
    labels = lesson.labels.checked()
    fold = parts(labels, works, seed)
    probabilities = np.zeros((len(works), len(labels.names)), np.float32)
    for each in np.unique(fold[labels.known]):
        own = labels.known[fold[labels.known] == each]
        others = labels.known[fold[labels.known] != each]
        if each >= 0:
            probabilities[own] = lesson.taught(CLASSIFIERS[kind](), others).probabilities(
                lesson.features[own]
            )
    rest = np.flatnonzero((labels.of < 0) | (fold < 0))
    if len(rest):
        model = lesson.taught(CLASSIFIERS[kind](), labels.known)
        probabilities[rest] = model.probabilities(lesson.features[rest])
    judged = labels.known[fold[labels.known] >= 0]
    judgement = Judgement(labels.names, labels.of[judged], probabilities[judged])
    return Study(kind, judgement, probabilities)


def parts(labels: Labels, works: Sequence[Work], seed: int) -> Rows:
    """0 for the gallery's own test and -1 for what is learned from; without a split, the fold of each work."""
    test = np.array([work.split == "test" for work in works])
    learned = labels.of[~test & (labels.of >= 0)]
    if test[labels.known].any() and len(np.unique(learned)) == len(labels.names):
        return np.where(test, 0, -1).astype(np.intp)
    fold = np.zeros(len(works), np.intp)
    many = min(FOLDS, min(labels.counts().values()))
    fold[labels.known] = folds(labels.of[labels.known], many, seed)
    return fold
