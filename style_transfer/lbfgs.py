"""L-BFGS for pictures: two-loop recursion, strong Wolfe search, and a guard against explosions.

Nocedal and Wright, "Numerical Optimization" (2006), algorithm 7.4. The guard is ours: L-BFGS on style
losses explodes or stalls now and then, so the first steps are ramped, a slope that grows eightfold is taken back,
and the history begun afresh. So is the metric: losses on features bend far more along fine detail than along broad
forms, so the recursion runs over the picture's waves, each in a unit that says so; that is worth half as many steps
again.
"""

import math
from collections.abc import Generator
from functools import lru_cache

import torch
from torch import Tensor

from style_transfer.objective import Evaluate, Evaluation
from style_transfer.recipe import Recipe
from style_transfer.waves import picture_of, waves
from style_transfer.wolfe import Point, search

HISTORY = 10
GROWTH = 8.0
RAMP = 2.0  # how the furthest that a pixel may move in a step grows from the recipe's learning rate
SOFTNESS = 0.75  # of the metric: a wave of frequency f goes f^-0.75 as far; 0.5 to 1 do nearly as well


class Lbfgs:
    """A batch of descents in step: each is as it would be alone, and one evaluation serves a trial of all."""

    def __init__(self, picture: Tensor, recipe: Recipe) -> None:
        self.reach = recipe.learning_rate
        self.descents = [Descent(one, self.reach) for one in torch.split(picture, 1)]

    @property
    def shown(self) -> Tensor:
        return torch.cat([descent.picture for descent in self.descents]).clamp(0, 1)

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        """Descents ask for trials until each has moved; one that has is not tried again."""
        moves = [descent.move() for descent in self.descents]
        ends: dict[int, tuple[Evaluation, str]] = {}
        answers: dict[int, Evaluation | None] = dict.fromkeys(range(len(moves)))
        while answers:
            trials: dict[int, Tensor] = {}
            for i, answer in answers.items():
                try:
                    trials[i] = next(moves[i]) if answer is None else moves[i].send(answer)
                except StopIteration as end:
                    ends[i] = end.value
            answers = dict(self._answers(evaluate, trials))
        each = [ends[i] for i in range(len(ends))]
        whole = Evaluation(*(torch.cat(values) for values in zip(*(found for found, _ in each), strict=True)))
        return whole, next((note for _, note in each if note), "")

    def _answers(self, evaluate: Evaluate, trials: dict[int, Tensor]) -> dict[int, Evaluation]:
        """All trials in one evaluation."""
        if not trials:
            return {}
        whole = len(trials) == len(self.descents)
        batch = torch.cat(list(trials.values()))
        found = evaluate(batch) if whole else evaluate(batch, list(trials))
        return {which: _alone(found, i) for i, which in enumerate(trials)}

    def state(self, which: list[int]) -> dict[str, Tensor]:
        kept = enumerate(self.descents[each] for each in which)
        return {f"{i}.{name}": t for i, descent in kept for name, t in descent.state().items()}

    def load(self, state: dict[str, Tensor]) -> None:
        for i, descent in enumerate(self.descents):
            own = {name.removeprefix(f"{i}."): t for name, t in state.items() if name.startswith(f"{i}.")}
            descent.load(own)

    def grow(self, picture: Tensor) -> None:
        """Afresh: a history carried to another scale was measured to hinder more than it helps."""
        self.descents = [Descent(one, self.reach) for one in torch.split(picture, 1)]


def _alone(found: Evaluation, which: int) -> Evaluation:
    """What was found of one picture, in memory of its own: an inner product's last bit hangs on where it begins."""
    return Evaluation(*(values[which : which + 1].clone() for values in found))


class Descent:
    """One picture on its way down."""

    def __init__(self, picture: Tensor, reach: float) -> None:
        self.picture = picture
        self.furthest = self.patience = reach
        self.found: Evaluation | None = None
        self.downhill: Tensor | None = None  # from the picture, in the metric's units, as steps and turns are
        self.steps: list[Tensor] = []
        self.turns: list[Tensor] = []
        self.bends: list[float] = []  # how far each step went along its turn

    def move(self) -> Generator[Tensor, Evaluation, tuple[Evaluation, str]]:
        """Yields pictures to be tried and is sent what they are like; ends with the last and, if mended, a note."""
        here = self.found or (yield self.picture)
        if self.downhill is None:
            self.downhill = -in_units(here.slope)
        way = self._way(self.downhill)
        direction = of_units(way)
        if not self.steps:
            far = self.furthest / float(direction.abs().max().clamp_min(1e-30))
            way, direction = way * far, direction * far
        start = _point(0.0, direction, here)
        if not start.along < 0:
            return self._afresh(here, "L-BFGS lost its way: its history was begun afresh")
        searching = search(start, min(1.0, self.furthest / float(direction.abs().max())))
        end, length = None, next(searching)
        while True:
            found = yield self.picture + direction * length
            try:
                length = searching.send(_point(length, direction, found))
            except StopIteration as stop:
                end = stop.value
                break
        if end is None or _norm(end.found.slope) > GROWTH * _norm(here.slope):
            return self._afresh(here, "L-BFGS was about to explode: the step was taken back")
        before, self.downhill = self.downhill, -in_units(end.found.slope)
        self._remember(way * end.length, before - self.downhill)
        self.picture = self.picture + direction * end.length
        self.furthest, self.found = min(1.0, self.furthest * RAMP), end.found
        return end.found, ""

    def _way(self, downhill: Tensor) -> Tensor:
        """The two-loop recursion; with no history, straight down."""
        way, weights = downhill, []
        history = list(zip(self.steps, self.turns, self.bends, strict=True))
        for moved, turned, bend in reversed(history):
            weights.append(_dot(moved, way) / bend)
            way = torch.add(way, turned, alpha=-weights[-1])
        if history:
            way = way * (self.bends[-1] / _dot(self.turns[-1], self.turns[-1]))
        for (moved, turned, bend), weight in zip(history, reversed(weights), strict=True):
            way = torch.add(way, moved, alpha=weight - _dot(turned, way) / bend)
        return way

    def _remember(self, moved: Tensor, turned: Tensor) -> None:
        bend = _dot(moved, turned)
        if bend > 1e-10 * _norm(turned) * _norm(moved):
            self.steps = [*self.steps, moved][-HISTORY:]
            self.turns = [*self.turns, turned][-HISTORY:]
            self.bends = [*self.bends, bend][-HISTORY:]

    def _afresh(self, here: Evaluation, note: str) -> tuple[Evaluation, str]:
        self.steps, self.turns, self.bends, self.found, self.downhill = [], [], [], None, None
        self.patience = self.furthest = max(1e-4, self.patience / 2)
        return here, note

    def state(self) -> dict[str, Tensor]:
        none = self.picture.new_zeros((0, *self.picture.shape))
        kept = {"picture": self.picture}
        kept["steps"] = torch.stack(self.steps) if self.steps else none
        kept["turns"] = torch.stack(self.turns) if self.turns else none
        kept["bends"] = torch.tensor(self.bends, dtype=torch.float64)
        kept["reaches"] = torch.tensor([self.furthest, self.patience], dtype=torch.float64)
        if self.found is not None:
            kept |= {f"found.{name}": value for name, value in self.found._asdict().items()}
        return kept

    def load(self, state: dict[str, Tensor]) -> None:
        device = self.picture.device
        self.furthest, self.patience = state["reaches"].tolist()
        self.bends = state["bends"].tolist()
        self.picture = state["picture"].to(device)
        # Each in memory of its own, as it was: see `_alone`.
        self.steps, self.turns = ([each.clone() for each in state[n].to(device)] for n in ("steps", "turns"))
        found = {n: state[f"found.{n}"].to(device) for n in Evaluation._fields if f"found.{n}" in state}
        self.found = Evaluation(**found) if found else None


def in_units(slope: Tensor) -> Tensor:
    """A slope in the metric's units: of fine waves, which cost much, little is seen."""
    return waves(slope).mul_(_unit(slope))


def of_units(way: Tensor) -> Tensor:
    """A way in the metric's units as a picture to be added."""
    return picture_of(way * _unit(way))


def _unit(slope: Tensor) -> Tensor:
    return _units(slope.shape[-2], slope.shape[-1], slope.device)


@lru_cache(maxsize=2)
def _units(height: int, width: int, device: torch.device) -> Tensor:
    """Of each wave; the broadest's is one."""
    down = torch.arange(height, device=device)[:, None] / (2 * height)
    across = torch.arange(width, device=device)[None, :] / (2 * width)
    frequency = (down.square() + across.square()).sqrt().clamp_min(1 / max(height, width))
    return torch.pow(frequency * max(height, width), -SOFTNESS / 2)


def _point(length: float, direction: Tensor, found: Evaluation) -> Point:
    return Point(length, float(found.total.sum()), _dot(found.slope, direction), found)


def _dot(a: Tensor, b: Tensor) -> float:
    return float(torch.dot(a.flatten(), b.flatten()))


def _norm(a: Tensor) -> float:
    return math.sqrt(_dot(a, a))
