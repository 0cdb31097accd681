"""A frame of reference of a thing's own: where it stands, how large, turned and perhaps mirrored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from scenes.shapes import Array, Dab, Knot, Patch, Point
from scenes.stage import Stage


@dataclass(frozen=True)
class Frame:
    """Origin, length of one unit, turn (clockwise, radians) and facing: 1 to the right, -1 to the left."""

    x: float
    y: float
    unit: float
    turn: float = 0.0
    facing: float = 1.0

    def at(self, u: float, v: float) -> Point:
        c, s = np.cos(self.turn), np.sin(self.turn)
        return (
            float(self.x + self.facing * self.unit * (u * c - v * s)),
            float(self.y + self.unit * (u * s + v * c)),
        )

    def points(self, pairs: Iterable[Point]) -> list[Point]:
        return [self.at(u, v) for u, v in pairs]

    def knots(self, triples: Iterable[Knot]) -> list[Knot]:
        return [(*self.at(u, v), r * self.unit) for u, v, r in triples]

    def dab(self, u: float, v: float, length: float, width: float, angle: float, colour: Array) -> Dab:
        """A touch in this frame; the angle is turned and mirrored with it."""
        x, y = self.at(u, v)
        return Dab(x, y, length * self.unit, width * self.unit, (angle + self.turn) * self.facing, colour)

    def grid(self, stage: Stage, patch: Patch) -> tuple[Array, Array]:
        """The frame's own coordinates of every pixel of the patch."""
        h, w = patch.mask.shape
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        dx = ((xx + patch.x) / stage.height - self.x) * self.facing / self.unit
        dy = ((yy + patch.y) / stage.height - self.y) / self.unit
        c, s = np.cos(self.turn), np.sin(self.turn)
        return np.asarray(dx * c + dy * s, np.float32), np.asarray(-dx * s + dy * c, np.float32)


def mirrored(half: Iterable[Point]) -> list[Point]:
    """A whole outline from its right half, top to foot."""
    right = list(half)
    return right + [(-u, v) for u, v in right[-2:0:-1]]


def bump(u: Array, v: Array, at: Point, wide: float, high: float) -> Array:
    """A soft hill of relief, one high."""
    return np.asarray(np.exp(-(((u - at[0]) / wide) ** 2) - ((v - at[1]) / high) ** 2), np.float32)
