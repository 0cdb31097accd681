"""What a window shows: a garden, the sea, a town, the night."""

from __future__ import annotations

import numpy as np

from scenes.buildings import cottage, tower
from scenes.colour import Colour, mix
from scenes.noise import smooth
from scenes.shapes import Array, Dab, Patch, times
from scenes.stage import Stage


def _fields(patch: Patch) -> Array:
    """How far down the opening each row lies, in [0, 1]."""
    h, w = patch.mask.shape
    return np.broadcast_to(np.linspace(0, 1, h, dtype=np.float32)[:, None], (h, w))


def _sky(stage: Stage, patch: Patch, top: Colour, low: Colour) -> None:
    t = _fields(patch)
    veil = smooth(0.1, 0.7, stage.drift[patch.window] + 0.3 * stage.grain[patch.window])
    stage.lay(patch, mix(mix(top, low, t), "#fdf8ee", veil * 0.5))


def _touches(
    stage: Stage,
    patch: Patch,
    low: float,
    high: float,
    palette: tuple[Colour, ...],
    count: int,
    size: float,
    flat: float,
) -> None:
    g = stage.rng
    h, w = patch.mask.shape
    marks = []
    for _ in range(count):
        x = (patch.x + g.uniform(0, w)) / stage.height
        y = (patch.y + h * g.uniform(low, high)) / stage.height
        tone = times(palette[int(g.integers(len(palette)))], g.uniform(0.85, 1.15))
        marks.append(
            Dab(
                x,
                y,
                size * g.uniform(0.6, 1.4),
                size * flat,
                g.normal(0, 0.2) if flat < 0.4 else g.uniform(0, 3),
                tone,
            )
        )
    stage.dabs(marks, patch, 0.85)


def garden_view(stage: Stage, patch: Patch) -> None:
    _sky(stage, patch, "#9cc4e4", "#eef0e4")
    _touches(stage, patch, 0.4, 1.0, ("#5f8a4a", "#8fb060", "#c0d080"), 260, 0.05, 0.5)
    _touches(stage, patch, 0.72, 1.0, ("#e87a8a", "#f0d060", "#f4f0e4", "#8fb060"), 60, 0.025, 0.6)


def sea_view(stage: Stage, patch: Patch) -> None:
    _sky(stage, patch, "#6aa6dc", "#f0e8d8")
    h = patch.mask.shape[0]
    below = Patch(patch.y + int(h * 0.52), patch.x, patch.mask[int(h * 0.52) :])
    stage.lay(below, mix("#4a9ac0", "#1f6a9a", _fields(below)))
    _touches(stage, below, 0.0, 1.0, ("#2f7fae", "#6ab4d0", "#d8ecf0", "#2a6a9c"), 200, 0.05, 0.12)
    x, w = patch.x / stage.height, patch.mask.shape[1] / stage.height
    y = (patch.y + h * 0.56) / stage.height
    for u, s in ((0.28, 0.09), (0.68, 0.06), (0.85, 0.04)):
        cx = x + w * u
        stage.form(stage.polygon([(cx, y), (cx + s * 0.1, y - s * 1.3), (cx + s * 0.7, y)]), "#f6f0e2")
        stage.form(
            stage.polygon(
                [
                    (cx - s * 0.4, y + s * 0.04),
                    (cx + s * 0.8, y + s * 0.04),
                    (cx + s * 0.6, y + s * 0.2),
                    (cx - s * 0.25, y + s * 0.2),
                ]
            ),
            "#a83a2c",
        )


def town_view(stage: Stage, patch: Patch) -> None:
    _sky(stage, patch, "#8fb8dc", "#f4e4cc")
    h, w = patch.mask.shape
    x, y, s = patch.x / stage.height, patch.y / stage.height, w / stage.height
    before = stage.rgb.copy()
    tower(stage, x + s * 0.7, y + h / stage.height * 0.9, s * 0.14, h / stage.height * 0.34, "#e0ceb0")
    for u, v, k in (
        (0.3, 0.78, 0.14),
        (0.85, 0.82, 0.15),
        (0.0, 0.86, 0.18),
        (0.5, 0.96, 0.2),
        (0.9, 1.06, 0.22),
        (0.15, 1.1, 0.24),
    ):
        cottage(stage, x + s * u, y + h / stage.height * v, s * k, "#ead8b8", "#b8603c")
    _only(stage, before, patch)


def night_view(stage: Stage, patch: Patch) -> None:
    stage.lay(patch, mix("#0c1634", "#3a4a7a", _fields(patch)))
    _touches(stage, patch, 0.0, 0.6, ("#f4f0d8", "#a8b8e0"), 26, 0.008, 0.9)
    _touches(stage, patch, 0.7, 1.0, ("#141c30", "#1c2a40", "#ffcf6a"), 80, 0.05, 0.5)


def _only(stage: Stage, before: Array, patch: Patch) -> None:
    """Keeps what was drawn inside the opening and puts back the rest."""
    keep = np.zeros((stage.height, stage.width, 1), np.float32)
    keep[patch.window] = patch.mask[..., None]
    stage.rgb[:] = before + (stage.rgb - before) * keep
