"""Optimisers of pictures: Adam with averaging, L-BFGS with a guard, and the thesis's restarted L-BFGS-B.

An optimiser holds the picture. `step` moves it once; `shown` is the picture to look at; `state` and `load` carry
it through a checkpoint, bit for bit; `grow` carries it to the next scale, whose first picture is given.
"""

from typing import Protocol

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from style_transfer.lbfgs import Lbfgs
from style_transfer.objective import Evaluate, Evaluation
from style_transfer.recipe import Recipe

State = dict[str, Tensor]

# Betas of the coarse-to-fine schedule that the field found to work (crowsonkb/style-transfer-pytorch).
BETAS = (0.9, 0.99)
EPSILON = 1e-8
# A loss that is no number, or this many times the largest yet, is an explosion: the step is taken back. Adam's steps
# are bounded by its rate, so it need not be as wary as L-BFGS; and from the content, where the content's loss is
# nothing, the thesis's weights let the first step multiply the loss by ten thousand.
EXPLOSION = 1e6


class Optimiser(Protocol):
    @property
    def shown(self) -> Tensor: ...

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        """Moves the picture once; returns what it was like and, if something was mended, a note."""
        ...

    def state(self, which: list[int]) -> State:
        """Of these pictures of the batch."""
        ...

    def load(self, state: State) -> None: ...

    def grow(self, picture: Tensor) -> None: ...


def optimiser(recipe: Recipe, picture: Tensor) -> Optimiser:
    kinds: dict[str, type[Adam] | type[LbfgsB] | type[Lbfgs]] = {
        "adam": Adam,
        "lbfgs": Lbfgs,
        "lbfgs-b": LbfgsB,
    }
    return kinds[recipe.optimiser](picture, recipe)


class Adam:
    """Kingma and Ba (2014), clamped to [0, 1]; shows an exponential average of the pictures, bias corrected."""

    TENSORS = ("picture", "before", "first", "second", "average", "average_before", "highest", "caution")

    def __init__(self, picture: Tensor, recipe: Recipe) -> None:
        self.picture, self.rate, self.decay = picture, recipe.learning_rate, recipe.averaging
        self.first, self.second = torch.zeros_like(picture), torch.zeros_like(picture)
        self.caution = torch.ones(len(picture), device=picture.device)
        self.steps = 0
        self._begin()

    def _begin(self) -> None:
        """What is remembered of one scale alone."""
        self.average, self.averaged = torch.zeros_like(self.picture), 0
        self.before, self.average_before = self.picture, self.average
        self.highest = torch.full_like(self.caution, torch.inf)

    @property
    def shown(self) -> Tensor:
        if not self.decay or not self.averaged:
            return self.picture
        return (self.average / (1 - self.decay**self.averaged)).clamp(0, 1)

    def step(self, evaluate: Evaluate) -> tuple[Evaluation, str]:
        found = evaluate(self.picture)
        astray, slope, note = self._astray(found), found.slope, ""
        if astray.any():  # those of the batch that are not go on as if alone
            slope, note = slope.masked_fill(_each(astray), 0), self._taken_back(astray)
        self.before, self.average_before = self.picture, self.average
        self._move(slope)
        return found, note

    def _move(self, slope: Tensor) -> None:
        self.steps += 1
        self.first = torch.lerp(slope, self.first, BETAS[0])
        self.second = torch.lerp(slope.square(), self.second, BETAS[1])
        first = self.first / (1 - BETAS[0] ** self.steps)
        deviation = (self.second / (1 - BETAS[1] ** self.steps)).sqrt_()
        floor = EPSILON * deviation.amax((1, 2, 3), keepdim=True) + 1e-30
        length = _each(self.rate * self.caution)
        self.picture = (self.picture - length * first / (deviation + floor)).clamp_(0, 1)
        self.average = torch.lerp(self.picture, self.average, self.decay)
        self.averaged += 1

    def _astray(self, found: Evaluation) -> Tensor:
        """Which pictures of the batch exploded; the largest losses of those that did not are remembered."""
        finite = torch.isfinite(found.total) & torch.isfinite(found.slope).flatten(1).all(1)
        astray = ~finite | (found.total > EXPLOSION * self.highest)
        highest = torch.where(self.highest.isinf(), found.total, self.highest.maximum(found.total))
        self.highest = torch.where(astray, self.highest, highest)
        return astray

    def _taken_back(self, astray: Tensor) -> str:
        """Back to the last picture that could be judged, with no momentum and half the rate."""
        self.picture = torch.where(_each(astray), self.before, self.picture)
        self.average = torch.where(_each(astray), self._average_without_last(), self.average)
        self.first, self.second = (m.masked_fill(_each(astray), 0) for m in (self.first, self.second))
        self.caution = torch.where(astray, self.caution / 2, self.caution)
        return "the loss exploded: the step was taken back and the next ones are half as long"

    def _average_without_last(self) -> Tensor:
        """The average as it was a step ago, in the weights of now."""
        if self.averaged < 2:
            return self.before * (1 - self.decay**self.averaged)
        return self.average_before * (
            (1 - self.decay**self.averaged) / (1 - self.decay ** (self.averaged - 1))
        )

    def state(self, which: list[int]) -> State:
        counts = torch.tensor([self.steps, self.averaged], dtype=torch.int64)
        return {"counts": counts, **{name: getattr(self, name)[which] for name in self.TENSORS}}

    def load(self, state: State) -> None:
        self.steps, self.averaged = state["counts"].tolist()
        for name in self.TENSORS:
            setattr(self, name, state[name].to(self.picture.device))

    def grow(self, picture: Tensor) -> None:
        """The running means of the slopes go along; slopes shrink as their pixels do."""
        shrink, size = self.picture[0, 0].numel() / picture[0, 0].numel(), picture.shape[-2:]
        self.picture = picture
        self.first = F.interpolate(self.first, size=size, mode="bilinear") * shrink
        self.second = F.interpolate(self.second, size=size, mode="bilinear").clamp_min(0) * shrink**2
        self._begin()


def _each(values: Tensor) -> Tensor:
    """One value a picture, ready to meet pictures."""
    return values.view(-1, 1, 1, 1)


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

    def state(self, which: list[int]) -> State:
        return {"picture": self.picture}

    def load(self, state: State) -> None:
        self.picture = state["picture"].to(self.picture.device)

    def grow(self, picture: Tensor) -> None:
        self.picture = picture
