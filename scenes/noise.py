"""Tileable noise: square fields over [0, 1) that wrap, sampled at any coordinates without seams."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Field = NDArray[np.floating[Any]]
Numbers = Field | float


def _octave(rng: np.random.Generator, cells: int, size: int) -> Field:
    lattice = rng.random((cells, cells), dtype=np.float32)
    wrapped = np.pad(lattice, 3, mode="wrap")
    image = Image.fromarray(wrapped)
    box = (3.0, 3.0, 3.0 + cells, 3.0 + cells)
    return np.asarray(image.resize((size, size), Image.Resampling.BICUBIC, box=box), dtype=np.float32)


def level(field: Field, spread: float = 0.2) -> Field:
    """The field brought to mean .5 and the standard deviation `spread`, kept within [0, 1]."""
    centred = (field - field.mean()) / (field.std() + 1e-6)
    return np.asarray(np.clip(0.5 + spread * centred, 0, 1), np.float32)


def fbm(
    rng: np.random.Generator, cells: int = 4, octaves: int = 6, gain: float = 0.5, size: int = 512
) -> Field:
    """Fractal noise in [0, 1], mean .5: `cells` lumps across the tile, then finer ones."""
    total = np.zeros((size, size), np.float32)
    for octave in range(octaves):
        if cells << octave > size:
            break
        total += gain**octave * (_octave(rng, cells << octave, size) - 0.5)
    return level(total)


def ridged(
    rng: np.random.Generator, cells: int = 4, octaves: int = 7, gain: float = 0.5, size: int = 512
) -> Field:
    """Sharp-crested noise in [0, 1]: each octave grows where the coarser one is high, as mountains do."""
    total, weight = np.zeros((size, size), np.float32), np.ones((size, size), np.float32)
    for octave in range(octaves):
        if cells << octave > size:
            break
        crest = (1 - np.abs(2 * _octave(rng, cells << octave, size) - 1)) ** 2
        total += gain**octave * crest * weight
        weight = np.clip(crest * 1.6, 0, 1)
    low, high = total.min(), total.max()
    return np.asarray((total - low) / (high - low), np.float32)


def sample(tile: Field, u: Numbers, v: Numbers) -> Field:
    """The tile's value at (u, v), one tile a unit, wrapping on both axes."""
    across, down = np.broadcast_arrays(np.asarray(u, np.float32), np.asarray(v, np.float32))
    size = tile.shape[0]
    at = np.stack([down % 1 * size, across % 1 * size])
    return np.asarray(ndimage.map_coordinates(tile, at, order=1, mode="grid-wrap"), dtype=np.float32)


def smooth(low: float, high: float, value: Field) -> Field:
    """Zero under `low`, one over `high`, an S between (either may be the greater)."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
