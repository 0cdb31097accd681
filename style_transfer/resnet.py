"""ResNet-50 as the style network: the thesis's future work, with the smoothing that it turns out to need.

A residual network's feature maps are peaky, a few large values that the Gram matrix then copies, and pictures come
out poor; a softmax over each position's channels evens them out (Wang et al., "Rethinking and improving the
robustness of image style transfer", 2021: SWAG).
"""

from collections.abc import Collection
from pathlib import Path

import torch
from torch import Tensor, nn

from ground import weights as stored
from ground.errors import BadWeights
from ground.vgg import normalise
from style_transfer.recipe import RESNET_LAYERS

BYTES_A_PIXEL = 4 * 400.0  # measured: activations of all stages, in fp32


class ResNetBackbone(nn.Module):
    """The first convolution and the four stages, each smoothed."""

    def __init__(self, file: Path | None, device: torch.device) -> None:
        from torchvision.models import resnet50

        super().__init__()
        self.network = resnet50(weights=None)
        self.origin, self.sha256 = self._fill(file)
        self.device = device
        self.network.requires_grad_(False).eval().to(device)

    def _fill(self, file: Path | None) -> tuple[str, str]:
        if file is not None and str(file) == stored.RANDOM:
            stored.randomise(self.network)
            return stored.random_name("resnet50"), stored.RANDOM
        found = stored.load("resnet50", file)
        try:
            self.network.load_state_dict(found.state)
        except RuntimeError as error:
            raise BadWeights(
                f"{found.origin} does not fit resnet50",
                "give a resnet50's state dict in torchvision's layout",
            ) from error
        return found.origin, found.sha256

    def forward(self, picture: Tensor, layers: Collection[str]) -> dict[str, Tensor]:
        net, found = self.network, {}
        x = net.relu(net.bn1(net.conv1(normalise(picture))))
        for name in RESNET_LAYERS:
            if name != "conv1":
                x = getattr(net, name)(net.maxpool(x) if name == "layer1" else x)
            if name in layers:
                found[name] = smoothed(x)
            if len(found) == len(layers):
                break
        return found

    def reach(self, layers: Collection[str]) -> None:
        """None: a stage sees more than half the picture, so no tile of it would be exact."""

    def bytes_a_pixel(self, layers: Collection[str]) -> float:
        return BYTES_A_PIXEL


def smoothed(tap: Tensor) -> Tensor:
    """Softmax over channels, scaled so that a position's features sum to their number, not to one."""
    return torch.softmax(tap, dim=1) * tap.shape[1]
