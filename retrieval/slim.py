"""vgg19-slim as an encoder: what two deep layers see, as their mean and maximum, or place by place."""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ground import weights as stored
from ground.canvas import Picture
from ground.device import best_device
from ground.errors import BadWeights
from ground.vgg import WIDTHS, Vgg19
from retrieval.framing import Frame

NAME = "vgg19-slim"
POOLED = (
    "conv5_2",
    "conv5_3",
)  # of all sets of taps and poolings the best neighbours: docs/model-cards/vgg19-slim.md
SIDE = 7  # places a side of the grid: as many as the classifiers' own last layers have


class SlimEncoder:
    name = NAME
    dimensions = sum(2 * WIDTHS[NAME][int(layer[4]) - 1] for layer in POOLED)
    cells = 1
    frame = Frame(resize=256, crop=224)
    shortest = frame.resize

    def __init__(self, weights: Path | None = None) -> None:
        found = stored.load(NAME, weights)
        self.weights_sha256 = found.sha256
        self._device = best_device()
        network = Vgg19(WIDTHS[NAME], padding="reflect")
        try:
            network.load_state_dict(found.state)
        except RuntimeError as error:
            wrong = str(error).splitlines()[1].strip()
            raise BadWeights(
                f"{found.origin} does not fit {NAME} ({wrong})", f"give the weights of {NAME}"
            ) from error
        self._network = network.eval().to(self._device).to(memory_format=torch.channels_last)

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        return self.frame.cut(picture, view)

    @torch.inference_mode()
    def encode(self, batch: Tensor) -> Tensor:
        taps = self._network(self.frame.normalised(batch, self._device), POOLED)
        return self._vectors([taps[layer] for layer in POOLED]).float().cpu()

    def _vectors(self, taps: list[Tensor]) -> Tensor:
        return torch.cat([part(tap) for tap in taps for part in (_mean, _maximum)], 1)


class SlimGridEncoder(SlimEncoder):
    name = f"{NAME}-grid"
    cells = SIDE * SIDE
    dimensions = cells * sum(WIDTHS[NAME][int(layer[4]) - 1] for layer in POOLED)

    def _vectors(self, taps: list[Tensor]) -> Tensor:
        seen = F.adaptive_avg_pool2d(torch.cat(taps, 1), SIDE)
        return seen.flatten(2).transpose(1, 2).flatten(1)


def _mean(tap: Tensor) -> Tensor:
    return tap.mean((2, 3))


def _maximum(tap: Tensor) -> Tensor:
    return tap.amax((2, 3))
