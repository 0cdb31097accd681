"""Judging a classifier: precision, recall and F1, what is taken for what, and curves of each class against the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors import Matrix

Rows = NDArray[np.intp]
CURVE = 200  # points of a curve that are told, at most


@dataclass(frozen=True, eq=False)
class Judgement:
    """What was said of works whose classes are known."""

    names: tuple[str, ...]
    truth: Rows
    probabilities: Matrix

    @property
    def said(self) -> Rows:
        return np.asarray(self.probabilities.argmax(1), np.intp)

    @cached_property
    def confusion(self) -> NDArray[np.int64]:
        """A row for each true class, a column for each that was said."""
        table = np.zeros((len(self.names), len(self.names)), np.int64)
        np.add.at(table, (self.truth, self.said), 1)
        return table

    @cached_property
    def classes(self) -> list[dict[str, float]]:
        """Of each class: precision, recall, F1 and how many works it has; zero where nothing was said."""
        hits = self.confusion.diagonal()
        precision = hits / np.maximum(1, self.confusion.sum(0))
        recall = hits / np.maximum(1, self.confusion.sum(1))
        f1 = 2 * precision * recall / np.maximum(1e-12, precision + recall)
        columns = zip(precision, recall, f1, self.confusion.sum(1), strict=True)
        return [
            {"precision": float(p), "recall": float(r), "f1": float(f), "works": int(n)}
            for p, r, f, n in columns
        ]

    def mean(self, *, weighted: bool) -> dict[str, float]:
        """Over the classes that have works, each as much as the others or by its works."""
        there = [row for row in self.classes if row["works"]]
        weights = [row["works"] if weighted else 1.0 for row in there]
        return {
            name: float(np.average([row[name] for row in there], weights=weights))
            for name in ("precision", "recall", "f1")
        }

    @property
    def accuracy(self) -> float:
        return float((self.said == self.truth).mean())

    @cached_property
    def curves(self) -> dict[str, dict[str, Any]]:
        """Each class against the rest: the share of others and of its own that pass every threshold, and the area."""
        return {
            name: roc(self.probabilities[:, row], self.truth == row)
            for row, name in enumerate(self.names)
            if 0 < (self.truth == row).sum() < len(self.truth)
        }

    def as_json(self) -> dict[str, Any]:
        areas = {name: curve["auc"] for name, curve in self.curves.items()}
        return {
            "works": len(self.truth),
            "accuracy": self.accuracy,
            "weighted": self.mean(weighted=True),
            "macro": self.mean(weighted=False),
            "classes": dict(zip(self.names, self.classes, strict=True)),
            "confusion": {"classes": list(self.names), "rows": self.confusion.tolist()},
            "auc": areas | {"macro": float(np.mean(list(areas.values()))) if areas else None},
            "roc": self.curves,
        }


def roc(scores: Sequence[float] | NDArray[Any], positive: NDArray[np.bool_]) -> dict[str, Any]:
    from sklearn.metrics import auc, roc_curve

    false, true, _ = roc_curve(positive, scores)
    some = np.unique(np.linspace(0, len(false) - 1, CURVE).astype(int))
    return {
        "auc": float(auc(false, true)),
        "false_positive_rate": np.round(false[some], 5).tolist(),
        "true_positive_rate": np.round(true[some], 5).tolist(),
    }
