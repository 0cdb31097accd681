"""Shapes and marks: patches of coverage, dabs, the lamp, and the arithmetic of curves and rounded relief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from scenes.colour import Colour, rgb
from scenes.noise import Field

Array = NDArray[np.float32]


Point = tuple[float, float]


Knot = tuple[float, float, float]  # x, y, radius


Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Patch:
    """The coverage of one shape, cropped to where it stands in the picture."""

    y: int
    x: int
    mask: Array

    @property
    def window(self) -> tuple[slice, slice]:
        h, w = self.mask.shape
        return slice(self.y, self.y + h), slice(self.x, self.x + w)


@dataclass(frozen=True)
class Dab:
    """One touch of the brush: centre, length, width, angle and colour."""

    x: float
    y: float
    length: float
    width: float
    angle: float
    colour: Colour


@dataclass(frozen=True)
class Lamp:
    """Where light comes from, and the tints of what it reaches and what it does not."""

    towards: Triple = (-0.55, -0.6, 0.58)
    warm: Triple = (1.06, 1.0, 0.88)
    cool: Triple = (0.40, 0.42, 0.56)


def blur(field: Array, sigma: float) -> Array:
    """Nearly a Gaussian, at a cost that does not grow with sigma: three running means."""
    size = max(1, round(sigma * 1.95))
    out = field
    for _ in range(3):
        for axis in (0, 1):
            out = ndimage.uniform_filter1d(out, size, axis=axis, mode="nearest")
    return np.asarray(out, np.float32)


def times(colour: Colour, k: float) -> Field:
    return rgb(colour) * np.float32(k)


def curve(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    p = np.asarray(points, float)
    n = len(p)
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        at = [(i + k) % n if closed else min(max(i + k, 0), n - 1) for k in (-1, 0, 1, 2)]
        a, b, c, d = p[at]
        q = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        out += [(float(x), float(y)) for x, y in q]
    return out if closed else [*out, (float(p[-1][0]), float(p[-1][1]))]


def inflate(mask: Array, reach: float) -> Array:
    """A pillow over the mask, in pixels: zero at its edge, rising over `reach`, without a crease along the middle."""
    pad = int(reach) + 2
    wide = np.pad(mask, pad, mode="edge")
    rise = np.clip(ndimage.distance_transform_edt(wide > 0.5) / reach, 0, 1)
    f = 0.5 * blur(np.asarray(rise * (2 - rise), np.float32), max(0.6, reach * 0.05))
    for part in (0.3, 0.6, 1.1):
        f += np.clip(blur(wide, max(0.7, reach * part)) * 2 - 1, 0, 1) / 6
    f = f[pad:-pad, pad:-pad]
    return np.asarray(reach * 1.15 * np.sqrt(f + 1e-4), np.float32)


def spread(lit: Array, mask: Array) -> Array:
    """Carries the light just inside the outline over the half-covered pixels, which have no slope of their own."""
    inside = (ndimage.uniform_filter(mask, 3) > 0.97).astype(np.float32)
    near = blur(inside, 1.6)
    return np.asarray(
        np.where(inside > 0, lit, blur(lit * inside, 1.6) / np.maximum(near, 1e-3) * (near > 1e-3)),
        np.float32,
    )


def band(a: Knot, b: Knot) -> list[Point]:
    """The quadrilateral that joins two circles."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    n = float(np.hypot(dx, dy)) or 1.0
    nx, ny = -dy / n, dx / n
    return [
        (a[0] + nx * a[2], a[1] + ny * a[2]),
        (b[0] + nx * b[2], b[1] + ny * b[2]),
        (b[0] - nx * b[2], b[1] - ny * b[2]),
        (a[0] - nx * a[2], a[1] - ny * a[2]),
    ]


_LEAF = (
    (-0.5, 0.0),
    (-0.36, 0.38),
    (0.05, 0.5),
    (0.4, 0.3),
    (0.5, 0.0),
    (0.4, -0.3),
    (0.05, -0.5),
    (-0.36, -0.38),
)


def leaf(dab: Dab, scale: float, dx: float, dy: float) -> list[Point]:
    c, s = np.cos(dab.angle), np.sin(dab.angle)
    cx, cy, a, b = dab.x * scale - dx, dab.y * scale - dy, dab.length * scale, dab.width * scale
    return [(cx + u * a * c - v * b * s, cy + u * a * s + v * b * c) for u, v in _LEAF]


def eight_bit(colour: Colour) -> tuple[int, int, int]:
    r, g, b = (max(0, min(255, round(float(v) * 255))) for v in rgb(colour))
    return (r, g, b)
