"""Feature matching: how far slim's taps, and their Gram matrices, are from the teacher's.

Two ways to feed slim. *Led*: each layer sees what the teacher's layer sees, so that all thirteen learn at once and
no error of an early layer misleads a late one (layer-wise distillation, as in FitNets, Romero et al., 2015).
*Alone*: each layer sees what slim itself computed, which is what counts in the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from ground.vgg import Vgg19, normalise
from scripts.slim.teacher import STYLE, TAUGHT, Teacher

QUIET = 0.1  # share of the layer's mean variance added to a channel's own, or dead channels would rule
GRAM = 0.2  # weight of the relative Gram error beside the relative feature error


@dataclass(frozen=True)
class Measure:
    """What one unit of error is at each tap: a matrix Q, so that the relative error is <Q, E[e e^T]>."""

    metric: dict[str, Tensor]
    size: dict[str, Tensor]  # of each channel: the root of its variance, dead channels lifted

    @staticmethod
    def of(teacher: Teacher, batches: Iterable[Tensor]) -> "Measure":
        """By the variances of the teacher's channels on these, and of the full network's where it is mapped to."""
        with torch.no_grad():
            found = [teacher(rgb, TAUGHT) for rgb in batches]
            metric, size = {}, {}
            for tap in TAUGHT:
                covariance = torch.cat([pixels(taps[tap]).flatten(0, 1) for taps in found]).T.cov()
                variance = covariance.diag()
                lifted = variance + QUIET * variance.mean()
                size[tap] = lifted.sqrt()
                metric[tap] = torch.diag(1 / lifted) / len(lifted)
                if tap in STYLE:
                    full = teacher.full[tap].T @ teacher.full[tap]
                    metric[tap] = (metric[tap] + full / (full * covariance).sum()) / 2
        return Measure(metric, size)


def pixels(features: Tensor) -> Tensor:
    """(N, C, H, W) as float32 (N, H * W, C)."""
    return features.permute(0, 2, 3, 1).flatten(1, 2).float()


def gram(features: Tensor) -> Tensor:
    """One (C, C) matrix a picture, divided by the number of places."""
    seen = pixels(features)
    return seen.transpose(1, 2) @ seen / seen.shape[1]


def errors(
    slim: Vgg19, teacher: Teacher, measure: Measure, rgb: Tensor, led: bool
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """(relative feature error by tap, relative Gram error by style tap); led, the Gram is not looked at."""
    mine, theirs = normalise(rgb), teacher.colours(rgb)
    feature, style = {}, {}
    for tap in TAUGHT:
        if tap.endswith("_1") and tap != TAUGHT[0]:
            mine, theirs = F.max_pool2d(mine, 2), F.max_pool2d(theirs, 2)
        # The first layer in float32: pictures rounded to bfloat16 have lost what it is to see.
        with torch.autocast("cpu", torch.bfloat16, enabled=tap != TAUGHT[0]):
            mine = F.relu(slim.get_submodule(tap)(mine))
            theirs = F.relu(teacher.network.get_submodule(tap)(theirs))
        error = pixels(mine - theirs).flatten(0, 1)
        feature[tap] = (measure.metric[tap] * (error.T @ error)).sum() / len(error)
        if tap in STYLE and not led:
            wanted = gram(theirs)
            apart = (gram(mine) - wanted).square().sum((1, 2))
            style[tap] = (apart / wanted.square().sum((1, 2))).mean()
        if led:
            mine = theirs
    return feature, style


def loss(slim: Vgg19, teacher: Teacher, measure: Measure, rgb: Tensor, led: bool) -> Tensor:
    feature, style = errors(slim, teacher, measure, rgb, led)
    return torch.stack([*feature.values(), *(GRAM * error for error in style.values())]).sum()
