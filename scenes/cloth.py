"""Cloth: folds in relief, covers, stripes and curtains."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, rgb
from scenes.noise import smooth
from scenes.shapes import Array, Patch, Point
from scenes.stage import Stage


def folds(
    stage: Stage,
    patch: Patch,
    count: float,
    depth: float,
    *,
    angle: float = 0.0,
    source: Point | None = None,
    wander: float = 0.5,
) -> Array:
    """The relief of hanging cloth: ridges side by side at `angle`, or fanning out from `source`."""
    h, w = patch.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    px, py = (xx + patch.x) / stage.height, (yy + patch.y) / stage.height
    if source is None:
        u = px * np.cos(angle) + py * np.sin(angle)
    else:
        u = np.arctan2(px - source[0], np.abs(py - source[1]) + 0.02)
    bent = u * count + wander * stage.drift[patch.window] + 0.08 * wander * stage.tint[patch.window][..., 0]
    ridge = np.abs(np.sin(bent * np.pi)) ** 0.8 + 0.35 * np.sin(bent * 2 * np.pi * 1.7 + 1.3)
    return np.asarray(ridge * depth, np.float32)


def cloth(
    stage: Stage,
    points: Sequence[Point],
    colour: Colour,
    *,
    count: float = 9,
    depth: float = 0.012,
    angle: float = 0.4,
    source: Point | None = None,
    shadow: float = 0.6,
) -> Patch:
    """A thrown or hanging cloth with its folds, its edge and its shadow."""
    patch = stage.blob(points)
    stage.cast(patch, 0.012, 0.015, 0.012, shadow)
    stage.form(
        patch,
        colour,
        bevel=0.02,
        relief=folds(stage, patch, count, depth, angle=angle, source=source),
        texture=0.06,
    )
    return patch


def stripes(
    stage: Stage,
    patch: Patch,
    colour: Colour,
    count: float,
    angle: float,
    wide: float = 0.3,
    opacity: float = 0.7,
) -> None:
    """Woven stripes over a cloth already lit, keeping its light."""
    h, w = patch.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    u = ((xx + patch.x) * np.cos(angle) + (yy + patch.y) * np.sin(angle)) / stage.height * count
    u = u + 0.06 * stage.grain[patch.window]
    band = smooth(wide, wide * 0.6, np.abs(u % 1 - 0.5))
    tone = stage.rgb[patch.window].max(axis=2, keepdims=True)
    view = stage.rgb[patch.window]
    view += (rgb(colour) * tone * 1.1 - view) * (patch.mask * band * opacity)[..., None]


def curtain(
    stage: Stage,
    x0: float,
    x1: float,
    top: float,
    bottom: float,
    colour: Colour,
    *,
    count: float = 26,
    tied: float | None = None,
) -> None:
    """A curtain hanging from `top`, gathered at the height `tied` if it is."""
    mid = (x0 + x1) / 2 if tied is None else x0
    pinch = tied if tied is not None else (top + bottom) / 2
    outer = [
        (x0, top),
        (x1, top),
        ((x1 + mid) / 2 + 0.02, (top + pinch) / 2 + 0.08),
        (mid + abs(x1 - x0) * (0.25 if tied else 0.5), pinch),
    ]
    outer += [(mid + (x1 - x0) * 0.5, bottom), (x0, bottom)]
    patch = stage.polygon(outer)
    source = (x0, top - 0.9) if tied is None else (mid, pinch - 0.7)
    stage.cast(patch, 0.02, 0.0, 0.02, 0.5)
    stage.form(
        patch,
        colour,
        bevel=0.03,
        relief=folds(stage, patch, count, 0.01, source=source, wander=0.3),
        glow=0.15,
    )
