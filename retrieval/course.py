"""A course: a training epoch by epoch, judged after each, kept where it was best, and on from a checkpoint."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from ground.errors import BadCheckpoint, PentimentoError
from retrieval import checkpoint
from retrieval.checkpoint import State, named, under


@dataclass(frozen=True)
class Epoch:
    number: int
    loss: float
    figures: dict[str, float]  # of the validation; empty without one
    seconds: float


class Terms(Protocol):
    """What a course asks of a plan."""

    @property
    def epochs(self) -> int: ...
    @property
    def patience(self) -> int: ...
    def model_dump(self, *, exclude: set[str]) -> dict[str, Any]: ...


class Learns(Protocol):
    """What a course asks of a learner."""

    def state(self) -> State:
        """All that the next epoch depends on."""
        ...

    def restore(self, state: State) -> None: ...


class Course(ABC):
    """Iterate over it for its epochs; leaving the loop stops the work."""

    def __init__(self, plan: Terms, learner: Learns, judged: bool) -> None:
        self._terms, self._pupil, self._is_judged = plan, learner, judged
        self.history: list[Epoch] = []
        self._best = self._weights()

    @abstractmethod
    def _learn(self, epoch: int) -> float:
        """Everything once; returns the mean loss."""

    @abstractmethod
    def _figures(self) -> dict[str, float]:
        """Of the validation, as it is known by now."""

    @abstractmethod
    def merit(self, epoch: Epoch) -> float:
        """The higher the better."""

    @abstractmethod
    def _weights(self) -> State:
        """Those that would be kept if this epoch were the best; copies."""

    @abstractmethod
    def _material(self) -> dict[str, Any]:
        """What a checkpoint must agree with besides the plan."""

    def __iter__(self) -> Iterator[Epoch]:
        while not self.finished:
            epoch = self._learned(len(self.history) + 1)
            self.history.append(epoch)
            if epoch is self.best:
                self._best = self._weights()
            yield epoch

    def _learned(self, number: int) -> Epoch:
        started = time.perf_counter()
        loss = self._learn(number)
        if not np.isfinite(loss):
            raise PentimentoError(f"the loss is no number in epoch {number}", "lower the learning rate")
        figures = self._figures() if self._is_judged else {}
        return Epoch(number, loss, figures, time.perf_counter() - started)

    @property
    def best(self) -> Epoch:
        """The first epoch of the highest merit; without a validation the last."""
        return max(self.history, key=self.merit) if self._is_judged else self.history[-1]

    @property
    def finished(self) -> bool:
        terms, done = self._terms, len(self.history)
        if not done or not self._is_judged or not terms.patience:
            return done >= terms.epochs
        return done >= min(terms.epochs, self.best.number + terms.patience)

    def save(self, file: Path) -> None:
        facts = {**self._identity(), "history": [asdict(epoch) for epoch in self.history]}
        checkpoint.save(file, {**self._pupil.state(), **named("best", self._best)}, facts)

    def resume(self, file: Path) -> None:
        """Go on from a checkpoint of the same plan and material; only when to stop may be decided anew."""
        state, facts = checkpoint.load(file)
        for name, mine in self._identity().items():
            if facts.get(name) != mine:
                raise BadCheckpoint(f"{file} is of a training with another {name}", checkpoint.MEND)
        self.history = [Epoch(**epoch) for epoch in facts["history"]]
        self._pupil.restore(state)
        self._best = under("best", state)

    def _identity(self) -> dict[str, Any]:
        """Nothing of it may change between two epochs."""
        return {**self._terms.model_dump(exclude={"preset", "epochs", "patience"}), **self._material()}
