"""Small pictures for the tests: each number another picture."""

from pathlib import Path

import numpy as np
from PIL import Image


def paint(path: Path, number: int, size: tuple[int, int] = (48, 40)) -> Path:
    """A blotchy picture that is like no other number's."""
    drawn = np.random.default_rng(number).integers(0, 256, (6, 6, 3), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(drawn).resize(size, Image.Resampling.BICUBIC).save(path)
    return path
