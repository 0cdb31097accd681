"""A stage of training that can be stopped at any time and goes on where it was."""

import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import torch

from ground.files import replacing

SAVE_EVERY = 60.0
JUDGE_EVERY = 120.0
RECENT = 100  # steps that the logged loss is the mean of

Lesson = TypeVar("Lesson")


class Saved(Protocol):
    """Whatever can be put into a checkpoint."""

    def state_dict(self) -> Any: ...

    def load_state_dict(self, state: Any) -> Any: ...


@dataclass
class Stage:
    """Its name, its budget (seconds, or steps) and what of that is spent; `parts` is what its checkpoint holds."""

    name: str
    folder: Path
    budget: float
    by_steps: bool
    parts: dict[str, Saved]
    step: int = 0
    seconds: float = 0.0
    recent: list[float] = field(default_factory=list)

    @property
    def progress(self) -> float:
        return min(1.0, (self.step if self.by_steps else self.seconds) / self.budget)

    def run(
        self, lessons: Iterator[Lesson], learn: Callable[[Lesson], float], judge: Callable[[], dict[str, Any]]
    ) -> None:
        """Learn until the budget is spent; `judge` says on held-out data how well."""
        saved = judged = -math.inf
        while self.progress < 1:
            began = time.monotonic()
            self.recent = [*self.recent[1 - RECENT :], learn(next(lessons))]
            self.step += 1
            self.seconds += time.monotonic() - began
            if self.seconds - judged > JUDGE_EVERY:
                self.log(**judge())
                judged = self.seconds
            if self.seconds - saved > SAVE_EVERY:
                self.save()
                saved = self.seconds
        if self.recent:
            self.log(**judge())
            self.save()

    def log(self, **facts: object) -> None:
        now = {"stage": self.name, "step": self.step, "seconds": round(self.seconds)}
        line = json.dumps(
            now | {"progress": round(self.progress, 4), "loss": round(float(np.mean(self.recent)), 4)} | facts
        )
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(line + "\n")
        print(line, flush=True)

    @property
    def checkpoint(self) -> Path:
        return self.folder / f"{self.name}.pt"

    def save(self) -> None:
        state = {name: part.state_dict() for name, part in self.parts.items()}
        with replacing(self.checkpoint) as part:
            torch.save(state | {"step": self.step, "seconds": self.seconds}, part)

    def resume(self) -> None:
        """Go on from the checkpoint, where there is one."""
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
            for name, part in self.parts.items():
                part.load_state_dict(state[name])
            self.step, self.seconds = state["step"], state["seconds"]
