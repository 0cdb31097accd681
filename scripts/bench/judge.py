"""The judge: what a network makes of a painting, in fp32, by plain formulas; the engine has no say in it."""

from collections.abc import Callable, Collection
from typing import NamedTuple

import torch
from torch import Tensor

CONTENT = "conv4_2"
STYLE = ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")

Network = Callable[[Tensor, Collection[str]], dict[str, Tensor]]


class Losses(NamedTuple):
    """Each relative to what it is to match: |C - X|^2 / |C|^2, and the mean over taps of |G - G_s|^2 / |G_s|^2."""

    content: float
    style: float


class Judge:
    """Of paintings of `content` in the manner of `style`; pictures are (1, 3, H, W), clamped to [0, 1]."""

    def __init__(self, network: Network, content: Tensor, style: Tensor) -> None:
        self.network = network
        with torch.no_grad():
            self.content = network(content, [CONTENT])[CONTENT]
            self.grams = {tap: gram(found) for tap, found in network(style, STYLE).items()}

    @torch.no_grad()
    def __call__(self, picture: Tensor) -> Losses:
        found = self.network(picture.clamp(0, 1), [*STYLE, CONTENT])
        content = (found[CONTENT] - self.content).square().sum() / self.content.square().sum()
        style = [(gram(found[tap]) - g).square().sum() / g.square().sum() for tap, g in self.grams.items()]
        return Losses(float(content), float(torch.stack(style).mean()))


def gram(features: Tensor) -> Tensor:
    flat = features.flatten(2)
    return flat @ flat.transpose(1, 2) / flat.shape[2]
