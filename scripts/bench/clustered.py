"""Made-up features of WikiArt's size: unit vectors in clusters, as hard to search as those of real pictures.

Five hundred clusters in 128 directions of falling weight, and a little noise in all the others: hard enough that
plain Annoy of a hundred trees misses a fifth of the true five nearest.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors import Matrix

CLUSTERS, DIRECTIONS = 500, 128
FALL, WITHIN, NOISE = 0.35, 0.7, 0.3
BLOCK = 4096


@dataclass(frozen=True)
class Clustered:
    works: int = 80_000
    dimensions: int = 2048
    seed: int = 0

    def vectors(self) -> Matrix:
        return self._drawn(self.works, 1)

    def queries(self, many: int) -> Matrix:
        """Of the same clusters, and none of the vectors."""
        return self._drawn(many, 2)

    def _drawn(self, many: int, stream: int) -> Matrix:
        shape, chance = np.random.default_rng([self.seed, 0]), np.random.default_rng([self.seed, stream])
        directions = _normal(shape, DIRECTIONS, self.dimensions)
        directions *= np.arange(1, DIRECTIONS + 1, dtype=np.float32)[:, None] ** -FALL
        centres = _normal(shape, CLUSTERS, DIRECTIONS)
        rows = np.empty((many, self.dimensions), np.float32)
        for start in range(0, many, BLOCK):
            block = rows[start : start + BLOCK]
            places = centres[chance.integers(0, CLUSTERS, len(block))]
            places += WITHIN * _normal(chance, *places.shape)
            block[:] = places @ directions + NOISE * _normal(chance, *block.shape)
            block /= np.linalg.norm(block, axis=1, keepdims=True)
        return rows


def _normal(chance: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    return chance.standard_normal(shape, dtype=np.float32)
