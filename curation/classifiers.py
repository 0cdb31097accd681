"""Classifiers on features: logistic regression, and a small network's head that is trained in their place.

Both weigh the classes against their numbers, so that a rare one counts as much as a common one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from retrieval.vectors import Matrix

Rows = NDArray[np.intp]

HIDDEN, DROPOUT = 128, 0.3
EPOCHS, BATCH = 40, 64
RATE, DECAY = 1e-3, 1e-2
SMOOTHING = 0.05
STRENGTH = 1.0  # of logistic regression's trust in the features, scikit-learn's C


class Classifier(Protocol):
    def fit(self, features: Matrix, classes: Rows) -> Self: ...

    def probabilities(self, features: Matrix) -> Matrix:
        """A row for each picture and a column for each class that was seen, in the order of their numbers."""
        ...


@dataclass
class Logistic:
    strength: float = STRENGTH

    def fit(self, features: Matrix, classes: Rows) -> Self:
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        regression = LogisticRegression(
            C=self.strength / features.shape[1], class_weight="balanced", max_iter=500
        )
        self._model: Any = make_pipeline(StandardScaler(), regression).fit(features, classes)
        return self

    def probabilities(self, features: Matrix) -> Matrix:
        return np.asarray(self._model.predict_proba(features), np.float32)


@dataclass
class Head:
    """What stands on a network's features when it is fine-tuned: one hidden layer."""

    seed: int = 0

    def fit(self, features: Matrix, classes: Rows) -> Self:
        torch.manual_seed(self.seed)
        seen, wanted = torch.from_numpy(features).float(), torch.from_numpy(classes)
        self._mean, self._deviation = seen.mean(0), seen.std(0, correction=0).clamp(min=1e-6)
        many = int(wanted.max()) + 1
        self._net = nn.Sequential(
            nn.Linear(seen.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, many)
        )
        counts = torch.bincount(wanted, minlength=many).float().clamp(min=1)
        loss = nn.CrossEntropyLoss(weight=len(wanted) / (many * counts), label_smoothing=SMOOTHING)
        self._train(self._normal(seen), wanted, loss)
        return self

    @torch.inference_mode()
    def probabilities(self, features: Matrix) -> Matrix:
        logits = self._net(self._normal(torch.from_numpy(features).float()))
        return np.asarray(logits.softmax(1).numpy(), np.float32)

    def _normal(self, features: torch.Tensor) -> torch.Tensor:
        return (features - self._mean) / self._deviation

    def _train(self, seen: torch.Tensor, wanted: torch.Tensor, loss: nn.Module) -> None:
        steps = EPOCHS * -(-len(seen) // BATCH)
        optimiser = torch.optim.AdamW(self._net.parameters(), RATE, weight_decay=DECAY)
        pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3 * RATE, steps)
        self._net.train()
        for _ in range(EPOCHS):
            for rows in torch.split(torch.randperm(len(seen)), BATCH):
                optimiser.zero_grad()
                loss(self._net(seen[rows]), wanted[rows]).backward()
                optimiser.step()
                pace.step()
        self._net.eval()


CLASSIFIERS: dict[str, Callable[[], Classifier]] = {"logistic": Logistic, "head": Head}
