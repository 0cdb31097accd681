"""Vessels from the potter's wheel, and the shadows under whatever stands on a table."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.shapes import Array, Dab, Patch, Point, times
from scenes.stage import Stage


def ground(stage: Stage, patch: Patch, size: float, strength: float = 0.75) -> None:
    """The long soft shadow away from the light, and the dark line where a thing touches the table."""
    lx = stage.light.towards[0]
    stage.cast(patch, -lx * size * 1.1, size * 0.12, size * 0.16, strength * 0.75, 0.32)
    stage.cast(patch, -lx * size * 0.25, size * 0.03, size * 0.05, strength, 0.13)


def turned(
    stage: Stage,
    x: float,
    y: float,
    profile: list[Point],
    colour: Colour,
    *,
    gloss: float = 0.4,
    texture: float = 0.06,
    opacity: float = 1.0,
    shadow: float = 0.75,
) -> Patch:
    """A vessel from the potter's wheel: `profile` is (height above the foot, radius), foot first."""
    up, radius = (np.asarray(v, float) for v in zip(*profile, strict=True))
    fine = np.linspace(up[0], up[-1], 60)
    wide = _smooth(fine, up, radius)
    flat = 0.16
    foot = [(x + wide[0] * np.cos(t), y + wide[0] * flat * np.sin(t)) for t in np.linspace(0, np.pi, 14)]
    left = list(zip((x - wide).tolist(), (y - fine).tolist(), strict=True))
    lip = [
        (x - wide[-1] * np.cos(t), y - fine[-1] - wide[-1] * flat * np.sin(t))
        for t in np.linspace(0, np.pi, 14)
    ]
    right = list(zip((x + wide).tolist(), (y - fine).tolist(), strict=True))[::-1]
    patch = stage.polygon(foot + left + lip + right)
    ground(stage, patch, float(wide.max()), shadow)
    lit = _turned_light(stage, patch, x, y, fine, wide)
    stage.lay(patch, stage.shaded(stage.mottled(patch, colour, texture), lit), opacity)
    _sheen(stage, patch, x, y, fine, wide, gloss)
    return patch


def _sheen(stage: Stage, patch: Patch, x: float, y: float, fine: Array, wide: Array, gloss: float) -> None:
    """The window's reflection: short bright touches down the lit side, and a faint one opposite."""
    side = float(np.sign(stage.light.towards[0]))
    rows = [i for i in range(len(fine)) if 0.3 < fine[i] / fine[-1] < 0.86]
    bright = [
        Dab(x + side * wide[i] * 0.52, y - fine[i], fine[-1] * 0.05, wide[i] * 0.13, 1.5, "#fffaf0")
        for i in rows[len(rows) // 3 :]
    ]
    faint = [
        Dab(x - side * wide[i] * 0.74, y - fine[i], fine[-1] * 0.06, wide[i] * 0.1, 1.5, "#a9b6c8")
        for i in rows
    ]
    stage.dabs(bright, patch, gloss)
    stage.dabs(faint, patch, gloss * 0.25)


def _smooth(at: Array, up: Array, radius: Array) -> Array:
    """The profile through its knots, its corners rounded a little."""
    raw = np.interp(at, up, radius)
    return np.asarray(np.convolve(np.pad(raw, 3, mode="edge"), np.ones(7) / 7, "valid"), np.float32)


def _turned_light(stage: Stage, patch: Patch, x: float, y: float, fine: Array, wide: Array) -> Array:
    h, w = patch.mask.shape
    rows = y - (np.arange(h) + patch.y) / stage.height
    r = np.maximum(np.interp(rows, fine, wide), 1e-3)
    slope = np.gradient(r, np.maximum(stage.pixel, 1e-6)) * 0.8
    across = np.clip(((np.arange(w) + patch.x) / stage.height - x)[None, :] / r[:, None], -1, 1)
    nz, ny = np.sqrt(1 - across**2), -np.broadcast_to(-slope[:, None], (h, w)) * -1
    n = np.sqrt(across**2 + nz**2 + ny**2)
    lx, ly, lz = np.asarray(stage.light.towards) / np.linalg.norm(stage.light.towards)
    return np.asarray((across * lx + ny * ly * 0.6 + nz * lz) / n / np.hypot(lx, lz) / 1.07, np.float32)


def mouth(stage: Stage, x: float, y: float, r: float, colour: Colour) -> None:
    """The open mouth of a vessel: a lit rim about a dark inside."""
    stage.wash(stage.ellipse(x, y, r, r * 0.2), mix(colour, (1, 1, 0.95), 0.25))
    stage.wash(stage.ellipse(x, y + r * 0.015, r * 0.88, r * 0.15), times(colour, 0.3))
