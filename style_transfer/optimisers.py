"""Optimisers of pictures: Adam with averaging, L-BFGS with a guard, and the thesis's restarted L-BFGS-B.

An optimiser holds the picture. `step` moves it once; `shown` is the picture to look at; `state` and `load` carry
it through a checkpoint, bit for bit; `resize` carries it to the next scale.
"""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from style_transfer.lbfgs import Lbfgs
from style_transfer.objective import Evaluation
from style_transfer.pictures import resized
from style_transfer.recipe import Recipe

Evaluate = Callable[[Tensor], Evaluation]
State = dict[str, Tensor]

# Betas of the coarse-to-fine schedule that the field found to work (crowsonkb/style-transfer-pytorch).
BETAS = (0.9, 0.99)
EPSILON = 1e-8
# A loss that is not a number, or that grows this much in one step, is an explosion: the step is taken back.
EXPLOSION = 8.0


class Optimiser(Protocol):
    @property
    def shown(self) -> Tensor: ...

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        """Moves the picture once; returns what it was like and, if something was mended, a note."""
        ...

    def state(self) -> State: ...

    def load(self, state: State) -> None: ...

    def resize(self, size: tuple[int, int]) -> None: ...


def optimiser(recipe: Recipe, picture: Tensor) -> Optimiser:
    kinds: dict[str, type[Adam] | type[LbfgsB] | type[Lbfgs]] = {
        "adam": Adam,
        "lbfgs": Lbfgs,
        "lbfgs-b": LbfgsB,
    }
    return kinds[recipe.optimiser](picture, recipe)


class Adam:
    """Kingma and Ba (2014), clamped to [0, 1]; shows an exponential average of the pictures, bias corrected."""

    def __init__(self, picture: Tensor, recipe: Recipe) -> None:
        self.picture, self.rate, self.decay = picture, recipe.learning_rate, recipe.averaging
        self.first, self.second = torch.zeros_like(picture), torch.zeros_like(picture)
        self.average = torch.zeros_like(picture)
        self.best = torch.full((len(picture),), float("inf"), device=picture.device)
        self.before = picture
        self.steps, self.averaged, self.caution = 0, 0, 1.0

    @property
    def shown(self) -> Tensor:
        if not self.decay or not self.averaged:
            return self.picture
        return (self.average / (1 - self.decay**self.averaged)).clamp(0, 1)

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        found = evaluate(self.picture)
        if self._exploded(found):
            return found, self._taken_back()
        self.best = torch.minimum(self.best, found.total)
        self.before = self.picture
        self._move(found.slope)
        return found, ""

    def _move(self, slope: Tensor) -> None:
        self.steps += 1
        self.first = torch.lerp(slope, self.first, BETAS[0])
        self.second = torch.lerp(slope.square(), self.second, BETAS[1])
        first = self.first / (1 - BETAS[0] ** self.steps)
        deviation = (self.second / (1 - BETAS[1] ** self.steps)).sqrt_()
        floor = EPSILON * deviation.amax((1, 2, 3), keepdim=True) + 1e-30
        self.picture = (self.picture - self.rate * self.caution * first / (deviation + floor)).clamp_(0, 1)
        self.average = torch.lerp(self.picture, self.average, self.decay)
        self.averaged += 1

    def _exploded(self, found: Evaluation) -> bool:
        """Whether any picture of the batch went astray."""
        finite = bool(torch.isfinite(found.slope).all()) and bool(torch.isfinite(found.total).all())
        return not finite

    def _taken_back(self) -> str:
        self.picture, self.caution = self.before, self.caution / 2
        self.first, self.second = torch.zeros_like(self.first), torch.zeros_like(self.second)
        self.steps = 0
        return "the loss was not a number: the step was taken back and the next ones are half as long"

    def state(self) -> State:
        counts = torch.tensor([self.steps, self.averaged, self.caution], dtype=torch.float64)
        names = ("picture", "before", "first", "second", "average", "best")
        return {"counts": counts, **{name: getattr(self, name) for name in names}}

    def load(self, state: State) -> None:
        steps, averaged, self.caution = state["counts"].tolist()
        self.steps, self.averaged = int(steps), int(averaged)
        for name in ("picture", "before", "first", "second", "average", "best"):
            setattr(self, name, state[name].to(self.picture.device))

    def resize(self, size: tuple[int, int]) -> None:
        """The next scale starts from the average; slopes shrink as their pixels do."""
        shrink = self.picture[0, 0].numel() / (size[0] * size[1])
        self.picture = resized(self.shown, size).clamp(0, 1)
        self.first = F.interpolate(self.first, size=size, mode="bilinear") * shrink
        self.second = F.interpolate(self.second, size=size, mode="bilinear").clamp_min(0) * shrink**2
        self.average, self.averaged, self.before = torch.zeros_like(self.picture), 0, self.picture
        self.best = torch.full_like(self.best, float("inf"))


class LbfgsB:
    """scipy's fmin_l_bfgs_b, unbounded, begun afresh every step with at most twenty evaluations: the thesis's loop."""

    EVALUATIONS = 20

    def __init__(self, picture: Tensor, recipe: Recipe) -> None:
        self.picture, self.units = picture, float(recipe.units)

    @property
    def shown(self) -> Tensor:
        return self.picture.clamp(0, 1)

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        from scipy.optimize import fmin_l_bfgs_b  # only the thesis's recipe needs it

        evaluations: list[Evaluation] = []

        def function(flat: np.ndarray) -> tuple[float, np.ndarray]:
            values = torch.from_numpy(flat / self.units).float().view_as(self.picture)
            found = evaluate(values.to(self.picture.device))
            evaluations.append(found)
            return float(found.total.sum()), (found.slope.double() / self.units).flatten().cpu().numpy()

        start = (self.picture.double() * self.units).flatten().cpu().numpy()
        best, loss, _ = fmin_l_bfgs_b(function, start, maxfun=self.EVALUATIONS)
        reached = min(evaluations, key=lambda found: abs(float(found.total.sum()) - loss))
        if not np.isfinite(loss) or not np.isfinite(best).all():
            return evaluations[0], "the loss was not a number: the step was taken back"
        self.picture = (
            torch.from_numpy(best / self.units).float().view_as(self.picture).to(self.picture.device)
        )
        return reached, ""

    def state(self) -> State:
        return {"picture": self.picture}

    def load(self, state: State) -> None:
        self.picture = state["picture"].to(self.picture.device)

    def resize(self, size: tuple[int, int]) -> None:
        self.picture = resized(self.shown, size)
