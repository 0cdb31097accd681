"""The marks a brush leaves: small bristled tiles, made once per size and angle."""

from functools import lru_cache

import numpy as np

from scenes.noise import Field

ANGLES = 24
MARKS = 3


@lru_cache(maxsize=8192)
def _mark(length: int, width: int, turn: int, seed: int) -> Field:
    """A stroke of the size (in half pixels): bristles along it, soft sides, ragged ends."""
    rng = np.random.default_rng((length, width, seed))
    half_length, half_width = length / 4, width / 4
    reach = int(np.ceil(max(half_length, half_width))) + 1
    down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
    angle = np.pi * turn / ANGLES
    along = across * np.cos(angle) + down * np.sin(angle)
    side = -across * np.sin(angle) + down * np.cos(angle)
    bristles = rng.uniform(0.55, 1.0, 9)
    lane = np.interp(side / half_width, np.linspace(-1, 1, 9), bristles)
    ends = half_length * (0.78 + 0.22 * lane) - np.abs(along)
    body = np.clip(ends + 0.5, 0, 1) * np.clip(half_width - np.abs(side) + 0.5, 0, 1)
    corner = np.clip(3.2 - 3 * (np.abs(along / half_length) ** 2.4 + np.abs(side / half_width) ** 2.4), 0, 1)
    return np.asarray(body * lane * corner, np.float32)


def _step(size: float) -> int:
    """Sizes in steps of an eighth or so, so that few tiles serve many strokes."""
    halves = max(2.0, 2 * size)
    return round(float(1.13 ** round(np.log(halves) / np.log(1.13))))


def mark(length: float, width: float, angle: float, seed: int) -> Field:
    """The opacity tile of a stroke `length` by `width` pixels, turned by `angle` (clockwise, radians)."""
    turn = round(angle / np.pi * ANGLES) % ANGLES
    return _mark(_step(length), _step(width), turn, seed % MARKS)
