"""A frame: the square of a picture that a network looks at, and the values that it wants to see there."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ground.canvas import Picture
from ground.vgg import DEVIATION, MEAN

# Caffe's mean of ImageNet, in the order blue, green, red.
CAFFE_MEAN = (103.939 / 255, 116.779 / 255, 123.68 / 255)


@dataclass(frozen=True)
class Frame:
    resize: int = 256  # the short side
    crop: int = 224
    mean: tuple[float, float, float] = MEAN
    deviation: tuple[float, float, float] = DEVIATION
    blue_first: bool = False

    def cut(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        """The middle of the picture, RGB in [0, 1]; with `view`, a random part of it, perhaps mirrored.

        The random part lies within the middle square: resize 256, centre, random crop 224, random flip, as
        the thesis does it.
        """
        rgb = self._resized(_on_white(picture))
        slack = self.resize - self.crop
        top, left = view.integers(0, slack + 1, 2) if view else (slack // 2, slack // 2)
        top += (rgb.shape[0] - self.resize) // 2
        left += (rgb.shape[1] - self.resize) // 2
        square = rgb[top : top + self.crop, left : left + self.crop]
        if view and view.random() < 0.5:
            square = square[:, ::-1]
        return torch.from_numpy(np.ascontiguousarray(square)).permute(2, 0, 1)

    def normalised(self, batch: Tensor, device: torch.device) -> Tensor:
        """The batch (N, 3, H, W) as the network's weights expect it, where the network is."""
        batch = batch.to(device)
        if self.blue_first:
            batch = batch.flip(1)
        mean = torch.tensor(self.mean, device=device).view(3, 1, 1)
        deviation = torch.tensor(self.deviation, device=device).view(3, 1, 1)
        return ((batch - mean) / deviation).contiguous(memory_format=torch.channels_last)

    def _resized(self, rgb: np.ndarray) -> np.ndarray:
        """Pictures are read at this size already; only those that are smaller have to grow."""
        height, width = rgb.shape[:2]
        share = self.resize / min(height, width)
        if share == 1:
            return rgb
        size = max(self.resize, round(height * share)), max(self.resize, round(width * share))
        values = torch.from_numpy(np.ascontiguousarray(rgb)).permute(2, 0, 1)[None]
        grown = F.interpolate(values, size, mode="bilinear", antialias=True, align_corners=False)
        return grown[0].permute(1, 2, 0).clamp(0, 1).numpy()


def _on_white(picture: Picture) -> np.ndarray:
    if picture.alpha is None:
        return picture.rgb
    alpha = picture.alpha[..., None]
    laid: np.ndarray = picture.rgb * alpha + (1 - alpha)
    return laid
