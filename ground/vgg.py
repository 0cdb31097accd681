"""VGG-19's sixteen convolutions, of any width, tapped by the paper's layer names.

Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition" (2014),
configuration E. A tap is a layer's output *after* its ReLU, as in Gatys et al. (2015).
"""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

BLOCKS = (2, 2, 4, 4, 4)
LAYERS = tuple(f"conv{block}_{i}" for block, many in enumerate(BLOCKS, 1) for i in range(1, many + 1))
WIDTHS = {"vgg19": (64, 128, 256, 512, 512), "vgg19-slim": (16, 32, 64, 128, 128)}

# VGG's own are zeros; "replicate" spares the first layer a dark frame; "reflect", in every layer, is what slim was
# trained with: padded otherwise it misreads the borders.
Padding = Literal["zeros", "replicate", "reflect"]

# ImageNet's mean and deviation, RGB in [0, 1]: what torchvision's weights, and the slim ones, were made with.
MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)

# Average pooling halves what max pooling passes on; the factor restores the size of the activations that
# weights trained with max pooling expect (the value is that of crowsonkb/style-transfer-pytorch).
AVERAGE_RESCALE = 2.0


class Convolution(nn.Conv2d):
    """Three by three; a border of one pixel, which has nothing to reflect, is repeated."""

    def forward(self, x: Tensor) -> Tensor:
        if self.padding_mode == "reflect" and min(x.shape[-2:]) == 1:
            return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), self.weight, self.bias)
        return super().forward(x)


class Vgg19(nn.Module):
    """The convolutions up to `last`; `forward` returns the layers asked for, and goes no deeper than they."""

    def __init__(
        self,
        widths: tuple[int, ...] = WIDTHS["vgg19"],
        last: str = LAYERS[-1],
        pooling: str = "max",
        padding: Padding = "zeros",
    ) -> None:
        super().__init__()
        self.pooling = pooling
        self.names = LAYERS[: LAYERS.index(last) + 1]
        channels = [3] + [widths[int(name[4]) - 1] for name in self.names]
        for name, (ins, outs) in zip(self.names, pairwise(channels), strict=True):
            mode = "zeros" if padding == "replicate" and name != LAYERS[0] else padding
            self.add_module(name, Convolution(ins, outs, 3, padding=1, padding_mode=mode))

    def forward(self, x: Tensor, taps: Collection[str]) -> dict[str, Tensor]:
        """Taps of a normalised batch (N, 3, H, W)."""
        found: dict[str, Tensor] = {}
        kind = self.convolution(self.names[-1]).weight.dtype  # in half precision, only the first takes more
        for name in self.names:
            if name.endswith("_1") and name != LAYERS[0]:
                x = self.pool(x)
            convolution = self.convolution(name)
            x = F.relu_(convolution(x.to(convolution.weight.dtype)).to(kind))
            if name in taps:
                found[name] = x
            if len(found) == len(taps):
                break
        return found

    def convolution(self, name: str) -> nn.Conv2d:
        found = self.get_submodule(name)
        assert isinstance(found, nn.Conv2d)
        return found

    def pool(self, x: Tensor) -> Tensor:
        if self.pooling == "max":
            return F.max_pool2d(x, 2)
        return F.avg_pool2d(x, 2) * AVERAGE_RESCALE


def from_torchvision(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Our names for a state dict in torchvision's layout, where `features` counts ReLUs and pools too."""
    renamed, position = {}, 0
    for name in LAYERS:
        if name.endswith("_1") and name != LAYERS[0]:
            position += 1
        for part in ("weight", "bias"):
            key = f"features.{position}.{part}"
            if key in state:
                renamed[f"{name}.{part}"] = state[key]
        position += 2
    return renamed


def normalise(picture: Tensor) -> Tensor:
    """RGB in [0, 1], (..., 3, H, W), as the weights expect it."""
    mean = torch.tensor(MEAN, dtype=picture.dtype, device=picture.device).view(3, 1, 1)
    deviation = torch.tensor(DEVIATION, dtype=picture.dtype, device=picture.device).view(3, 1, 1)
    return (picture - mean) / deviation
