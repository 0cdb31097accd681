"""A fingerprint: a small grey copy of a picture, and what can be measured of it while it is open.

It is computed and kept as a picture's features are: as the row of an encoder that has no network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from ground.canvas import Picture

SIDE = 64  # of the grey copy, whatever the picture's shape: `aspect` says what it was
LUMINANCE = (0.2126, 0.7152, 0.0722)
MEASURES = ("aspect", "brightness", "highlight", "contrast", "sharpness")
FINE = 2  # pixels: detail finer than this is what blurring takes first


class Fingerprinter:
    """An encoder in the eyes of the store of features; raise the number when a row means something else."""

    name = "fingerprint"
    weights_sha256 = "1"
    dimensions = len(MEASURES) + SIDE * SIDE
    cells = 1
    shortest = 256

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        grey = torch.from_numpy(_grey(picture))
        small = F.interpolate(grey[None, None], (SIDE, SIDE), mode="bilinear", antialias=True)
        return torch.cat([_measures(grey), small.flatten()])

    def encode(self, batch: Tensor) -> Tensor:
        return batch


@dataclass(frozen=True, eq=False)
class Fingerprints:
    """Those of many pictures: a row each."""

    greys: NDArray[np.uint8]  # (n, SIDE, SIDE)
    measures: NDArray[np.float32]  # (n, len(MEASURES))

    @classmethod
    def of(cls, rows: NDArray[Any]) -> Self:
        many = len(MEASURES)
        greys = np.round(rows[:, many:].astype(np.float32) * 255).astype(np.uint8)
        return cls(greys.reshape(-1, SIDE, SIDE), rows[:, :many].astype(np.float32))

    def __len__(self) -> int:
        return len(self.greys)

    def measure(self, name: str) -> NDArray[np.float32]:
        return self.measures[:, MEASURES.index(name)]

    def only(self, rows: Sequence[int]) -> Self:
        return type(self)(self.greys[list(rows)], self.measures[list(rows)])

    def joined(self, other: Self) -> Self:
        return type(self)(
            np.concatenate([self.greys, other.greys]), np.concatenate([self.measures, other.measures])
        )


def _grey(picture: Picture) -> NDArray[np.float32]:
    grey = picture.rgb @ np.array(LUMINANCE, np.float32)
    if picture.alpha is not None:  # on white paper
        grey = grey * picture.alpha + (1 - picture.alpha)
    return np.ascontiguousarray(grey, np.float32)


def _measures(grey: Tensor) -> Tensor:
    height, width = grey.shape
    highlight = torch.quantile(grey.flatten()[:: max(1, grey.numel() // 10_000)], 0.99)
    return torch.stack(
        [torch.tensor(width / height), grey.mean(), highlight, grey.std(correction=0), _sharpness(grey)]
    )


def _sharpness(grey: Tensor) -> Tensor:
    """How much of the change from pixel to pixel a slight blur takes away: near 1 if sharp, near 0 if blurred.

    Relative to the picture's own contrast, so that mist is not blur (after Crete et al., 2007, "The blur effect").
    """
    side = 2 * FINE + 1
    blurred = F.avg_pool2d(grey[None, None], side, 1, padding=FINE, count_include_pad=False)[0, 0]
    lost = [
        (change - after).clamp(min=0).sum() / change.sum().clamp(min=1e-6)
        for change, after in ((grey.diff(dim=axis).abs(), blurred.diff(dim=axis).abs()) for axis in (0, 1))
    ]
    return torch.stack(lost).min()
