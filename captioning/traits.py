"""Traits: a picture's attributes as small classifiers see them, on features that are there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from captioning.attributes import Attribute
from retrieval.work import Work

FOLDS = 5
FEWEST = 3  # works of a value without which nothing can be told of it
PULL = (
    5.0  # inverse of the pull to zero, over the number of features: the more there are, the more must agree
)
CONFIDENT = 0.6  # below it nothing is said

Features = NDArray[np.float32]  # a row a picture


@dataclass(frozen=True)
class Trait:
    name: str
    value: str
    confidence: float


@dataclass(frozen=True, eq=False)
class Classifier:
    """Multinomial logistic regression over standardised features."""

    attribute: Attribute
    values: tuple[str, ...]  # those that it can tell apart
    weight: Features  # (values, features + 1), the last for the constant

    @classmethod
    def fit(cls, attribute: Attribute, features: Features, labels: Sequence[str | None]) -> Self | None:
        """From the pictures that have a label; none where fewer than two values have enough of them."""
        many = {value: labels.count(value) for value in attribute.values}
        values = tuple(value for value in attribute.values if many[value] >= FEWEST)
        if len(values) < 2:
            return None
        from sklearn.linear_model import LogisticRegression  # half a second, and only who learns needs it

        rows = [row for row, label in enumerate(labels) if label in values]
        targets = [values.index(str(labels[row])) for row in rows]
        fitted = LogisticRegression(C=PULL / features.shape[1], max_iter=1000).fit(features[rows], targets)
        weight = np.concatenate([fitted.coef_, fitted.intercept_[:, None]], 1)
        if len(values) == 2:  # scikit-learn keeps one row for two
            weight = np.concatenate([-weight / 2, weight / 2])
        return cls(attribute, values, weight.astype(np.float32))

    def confidences(self, features: Features) -> Features:
        logits = features @ self.weight[:, :-1].T + self.weight[:, -1]
        shares = np.exp(logits - logits.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True), np.float32)


@dataclass(frozen=True, eq=False)
class Traits:
    """All classifiers; their confidences side by side are what a decoder is given."""

    classifiers: tuple[Classifier, ...]
    mean: Features
    deviation: Features

    @classmethod
    def fit(cls, attributes: Sequence[Attribute], works: Sequence[Work], features: Features) -> Self:
        mean, deviation = features.mean(0), features.std(0)
        deviation = deviation + 1e-3 * deviation.mean() + 1e-6
        standard = (features - mean) / deviation
        labels = {each.name: [each.value(work) for work in works] for each in attributes}
        found: list[Classifier] = []
        for attribute in attributes:
            own = labels[attribute.name]
            if attribute.of:
                name, value = attribute.of
                own = [
                    label if kind == value else None for label, kind in zip(own, labels[name], strict=True)
                ]
            classifier = Classifier.fit(attribute, standard, own)
            if classifier and (
                attribute.of is None or any(attribute.of[0] == each.attribute.name for each in found)
            ):
                found.append(classifier)
        return cls(tuple(found), mean, deviation)

    @property
    def names(self) -> list[tuple[str, ...]]:
        """For each column of the confidences the words that name its value."""
        return [each.attribute.values[value] for each in self.classifiers for value in each.values]

    def confidences(self, features: Features) -> Features:
        """Columns of all values; what is not asked of a picture, or not sure, is zero."""
        standard = (features - self.mean) / self.deviation
        asked: dict[str, tuple[tuple[str, ...], Features]] = {}
        columns = [np.zeros((len(features), 0), np.float32)]
        for each in self.classifiers:
            found = each.confidences(standard)
            if each.attribute.of:
                name, value = each.attribute.of
                values, kinds = asked[name]
                is_kind = (
                    kinds.argmax(1) == values.index(value) if value in values else np.zeros(len(kinds), bool)
                )
                found = found * (is_kind & (kinds.max(1) >= CONFIDENT))[:, None]
            asked[each.attribute.name] = each.values, found
            columns.append(np.where(found >= CONFIDENT, found, 0))
        return np.concatenate(columns, 1, dtype=np.float32)

    def told(self, confidences: Features) -> list[Trait]:
        """One picture's row of confidences in words."""
        found, place = [], 0
        for each in self.classifiers:
            own = confidences[place : place + len(each.values)]
            place += len(each.values)
            best = int(own.argmax())
            if own[best] > 0:
                found.append(Trait(each.attribute.name, each.values[best], round(float(own[best]), 3)))
        return found


def out_of_fold(
    attributes: Sequence[Attribute], works: Sequence[Work], features: Features, like: Traits
) -> Features:
    """Confidences of each picture by classifiers that have not seen it: what a decoder will be given of new ones."""
    found = np.zeros((len(works), sum(len(each.values) for each in like.classifiers)), np.float32)
    for fold in range(FOLDS):
        away = np.arange(len(works)) % FOLDS == fold
        rest = [work for work, out in zip(works, away, strict=True) if not out]
        if not away.any() or not rest:
            continue
        traits = Traits.fit(attributes, rest, features[~away])
        found[away] = _aligned(traits, traits.confidences(features[away]), like)
    return found


def _aligned(traits: Traits, confidences: Features, like: Traits) -> Features:
    """The columns of one set of classifiers in the order of another's; a value that one does not know is zero."""
    columns = [(each.attribute.name, value) for each in traits.classifiers for value in each.values]
    place: dict[Any, int] = {column: number for number, column in enumerate(columns)}
    wanted = [(each.attribute.name, value) for each in like.classifiers for value in each.values]
    none = np.zeros(len(confidences), np.float32)
    found = [confidences[:, place[column]] if column in place else none for column in wanted]
    return np.stack(found, 1) if found else np.zeros((len(confidences), 0), np.float32)
