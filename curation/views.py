"""Views: a picture as it might also have been taken, cropped, mirrored, brighter or paler, seen by any encoder."""

from dataclasses import dataclass

import numpy as np
from torch import Tensor

from ground.canvas import Picture
from retrieval.encoders import ImageEncoder

LEAST = 0.6  # of each side that a view keeps
LIGHT = 0.25  # that brightness and contrast may change by


@dataclass(frozen=True, eq=False)
class Viewed:
    """An encoder that sees one numbered view of each picture; what it sees is stored under a name of its own."""

    encoder: ImageEncoder
    number: int

    @property
    def name(self) -> str:
        return f"{self.encoder.name}-view-{self.number}"

    @property
    def weights_sha256(self) -> str:
        return self.encoder.weights_sha256

    @property
    def dimensions(self) -> int:
        return self.encoder.dimensions

    @property
    def cells(self) -> int:
        return self.encoder.cells

    @property
    def shortest(self) -> int:
        return self.encoder.shortest

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        """The chance hangs on the number and on the picture's own pixels, not on its place among others."""
        told = int(picture.rgb[::7, ::7].sum(dtype=np.float64) * 1000)
        return self.encoder.prepare(viewed(picture, np.random.default_rng([self.number, told])))

    def encode(self, batch: Tensor) -> Tensor:
        return self.encoder.encode(batch)


def viewed(picture: Picture, chance: np.random.Generator) -> Picture:
    height, width = (round(side * chance.uniform(LEAST, 1)) for side in (picture.height, picture.width))
    top, left = chance.integers(picture.height - height + 1), chance.integers(picture.width - width + 1)
    turn = -1 if chance.random() < 0.5 else 1
    part = np.s_[top : top + height, left : left + width]
    brightness, contrast = chance.uniform(1 - LIGHT, 1 + LIGHT, 2)
    rgb = picture.rgb[part][:, ::turn]
    rgb = np.clip((rgb - rgb.mean()) * contrast + rgb.mean() * brightness, 0, 1)
    alpha = None if picture.alpha is None else np.ascontiguousarray(picture.alpha[part][:, ::turn])
    return Picture(np.ascontiguousarray(rgb, np.float32), alpha)
