"""What stands on a table besides fruit: crockery, glass, bread and cheese, candle, skull, books, instruments."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scenes.colour import Colour, mix
from scenes.frame import Frame, mirrored
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage
from scenes.turned import ground, mouth, turned

VASE = [(0.0, 0.22), (0.06, 0.26), (0.45, 0.36), (0.78, 0.2), (0.9, 0.17), (1.0, 0.24)]


URN = [
    (0.0, 0.2),
    (0.05, 0.21),
    (0.12, 0.13),
    (0.22, 0.2),
    (0.55, 0.37),
    (0.8, 0.3),
    (0.92, 0.24),
    (1.0, 0.3),
]


POT = [(0.0, 0.26), (0.06, 0.32), (0.4, 0.42), (0.8, 0.36), (0.93, 0.3), (1.0, 0.33)]


TALL = [(0.0, 0.17), (0.05, 0.18), (0.5, 0.17), (0.85, 0.2), (1.0, 0.24)]


BOTTLE = [(0.0, 0.14), (0.04, 0.15), (0.55, 0.15), (0.68, 0.11), (0.76, 0.05), (0.96, 0.045), (1.0, 0.055)]


def scaled(profile: list[Point], size: float) -> list[Point]:
    return [(u * size, r * size) for u, r in profile]


def vase(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour,
    profile: list[Point] = VASE,
    *,
    gloss: float = 0.55,
) -> Patch:
    body = turned(stage, x, y, scaled(profile, size), colour, gloss=gloss)
    mouth(stage, x, y - size, profile[-1][1] * size, colour)
    return body


def painted_vase(
    stage: Stage, x: float, y: float, size: float, colour: Colour, ink: Colour, profile: list[Point] = VASE
) -> None:
    """A pale vase with brushed sprigs, as on old blue-and-white ware."""
    body = vase(stage, x, y, size, colour, profile)
    g = stage.rng
    marks = []
    for _ in range(9):
        u, v = g.uniform(-0.24, 0.24) * size, g.uniform(0.2, 0.7) * size
        for a in np.arange(0, 6.2, 1.25):
            marks.append(
                Dab(
                    x + u + np.cos(a) * size * 0.03,
                    y - v + np.sin(a) * size * 0.03,
                    size * 0.06,
                    size * 0.022,
                    a,
                    times(ink, g.uniform(0.8, 1.3)),
                )
            )
        marks.append(
            Dab(x + u, y - v + size * 0.07, size * 0.12, size * 0.01, g.uniform(0.8, 2.2), times(ink, 1.0))
        )
    stage.dabs(marks, body, 0.6)


def jug(stage: Stage, x: float, y: float, size: float, colour: Colour, *, side: float = 1.0) -> None:
    """A jug with a handle on one side and a lip on the other."""
    t = np.linspace(-1.3, 1.45, 12)
    ear = [
        (
            float(x + side * size * (0.26 + 0.2 * np.cos(a))),
            float(y - size * (0.62 + 0.26 * np.sin(a))),
            size * 0.04,
        )
        for a in t
    ]
    stage.form(stage.limbs([ear]), colour, gloss=0.4)
    turned(stage, x, y, scaled(URN if side < 0 else VASE, size), colour, gloss=0.6)
    mouth(stage, x, y - size, size * 0.24, colour)
    lip = stage.blob(
        [
            (x - side * size * 0.14, y - size * 1.04),
            (x - side * size * 0.34, y - size * 1.05),
            (x - side * size * 0.22, y - size * 0.9),
        ]
    )
    stage.form(lip, colour, gloss=0.3)


def bowl(
    stage: Stage,
    x: float,
    y: float,
    r: float,
    colour: Colour,
    fill: Callable[[Stage, float, float], None] | None = None,
) -> None:
    """A footed bowl; what it holds is drawn before its front wall, resting at the brim."""
    brim = y - r * 0.72
    back = stage.ellipse(x, brim, r, r * 0.24)
    ground(stage, stage.ellipse(x, y - r * 0.35, r * 0.9, r * 0.4), r * 0.6)
    stage.form(back, times(colour, 0.55))
    if fill is not None:
        fill(stage, x, brim)
    front = stage.blob(
        [
            (x - r, brim),
            (x - r * 0.55, brim + r * 0.2),
            (x, brim + r * 0.245),
            (x + r * 0.55, brim + r * 0.2),
            (x + r, brim),
            (x + r * 0.86, brim + r * 0.36),
            (x + r * 0.4, y - r * 0.08),
            (x, y),
            (x - r * 0.4, y - r * 0.08),
            (x - r * 0.86, brim + r * 0.36),
        ]
    )
    stage.form(front, colour, bevel=r * 0.45, gloss=0.5)
    rim = [
        Dab(
            x + r * np.cos(a),
            brim + r * 0.235 * np.sin(a),
            r * 0.16,
            r * 0.03,
            np.arctan2(0.235 * np.cos(a), -np.sin(a)),
            mix(colour, "#ffffff", 0.6),
        )
        for a in np.linspace(0.1, 3.04, 26)
    ]
    stage.dabs(rim, opacity=0.75)


def plate(stage: Stage, x: float, y: float, r: float, colour: Colour = "#e9e6de") -> None:
    """A plate lying flat: rim, well, and a ring of blue."""
    disc = stage.ellipse(x, y, r, r * 0.34)
    stage.cast(disc, 0.01, r * 0.06, r * 0.05, 0.7)
    stage.form(disc, colour, bevel=r * 0.12)
    ring = [
        Dab(
            x + r * 0.86 * np.cos(a),
            y + r * 0.29 * np.sin(a),
            r * 0.12,
            r * 0.018,
            np.arctan2(0.34 * np.cos(a), -np.sin(a)),
            times("#4a64a0", 1),
        )
        for a in np.arange(0, 6.28, 0.16)
    ]
    stage.dabs(ring, disc, 0.6)
    well = stage.ellipse(x, y + r * 0.015, r * 0.68, r * 0.22)
    stage.lay(well, times(colour, 0.86), 0.9)
    stage.lay(stage.ellipse(x + r * 0.05, y + r * 0.035, r * 0.6, r * 0.18), times(colour, 1.0), 0.8)


def bottle(stage: Stage, x: float, y: float, size: float, colour: Colour = "#23402c") -> None:
    body = turned(stage, x, y, scaled(BOTTLE, size), colour, gloss=0.8)
    label = stage.polygon(
        [
            (x - size * 0.14, y - size * 0.18),
            (x + size * 0.14, y - size * 0.18),
            (x + size * 0.14, y - size * 0.4),
            (x - size * 0.14, y - size * 0.4),
        ]
    )
    tone = stage.rgb[label.window].max(axis=2, keepdims=True)
    stage.lay(
        label, np.asarray(np.clip(mix("#e8dcc0", "#e8dcc0", 0) * (0.45 + 1.4 * tone), 0, 1), np.float32), 0.9
    )
    stage.dabs(
        [Dab(x, y - size * t, size * 0.17, size * 0.016, 0, times("#6a3a2a", 1)) for t in (0.26, 0.3, 0.35)],
        label,
        0.7,
    )
    stage.dabs(
        [Dab(x + size * 0.08, y - size * 0.5, size * 0.2, size * 0.02, 1.57, times("#6a9a5a", 1))], body, 0.5
    )


def glass(
    stage: Stage, x: float, y: float, size: float, wine: Colour = "#7a1420", level: float = 0.55
) -> None:
    """A stemmed glass partly full; the wall shows only as edges and glints."""
    foot = stage.ellipse(x, y - size * 0.02, size * 0.2, size * 0.055)
    ground(stage, foot, size * 0.2, 0.5)
    stage.form(foot, "#c8ccd0", gloss=0.5)
    stage.form(
        stage.limbs([[(x, y - size * 0.04, size * 0.018), (x, y - size * 0.45, size * 0.022)]]),
        "#b8bec4",
        gloss=0.8,
    )
    cup = stage.blob(
        Frame(x, y - size * 0.72, size).points(
            mirrored([(0, -0.28), (0.2, -0.27), (0.25, 0.0), (0.17, 0.22), (0, 0.29)])
        )
    )
    stage.lay(cup, "#dfe4e6", 0.16)
    top = y - size * (0.43 + level)
    body = stage.blob(
        [
            (x - size * 0.235, top),
            (x + size * 0.235, top),
            (x + size * 0.16, y - size * 0.5),
            (x, y - size * 0.43),
            (x - size * 0.16, y - size * 0.5),
        ]
    )
    stage.form(body, wine, gloss=0.7, glow=0.5)
    stage.lay(
        stage.ellipse(x, top + size * 0.015, size * 0.225, size * 0.035), mix(wine, "#ffd0b0", 0.25), 0.9
    )
    edges = [
        Dab(
            x + s * size * 0.235,
            y - size * 0.8,
            size * 0.36,
            size * 0.014,
            1.57 + s * 0.06,
            times("#f4f6f6", 1),
        )
        for s in (-1, 1)
    ]
    rim = [
        Dab(
            x + size * 0.2 * np.cos(a),
            y - size * 0.995 + size * 0.035 * np.sin(a),
            size * 0.09,
            size * 0.012,
            0,
            times("#f0f4f6", 1),
        )
        for a in np.arange(0, 6.2, 0.5)
    ]
    stage.dabs(
        [
            *edges,
            *rim,
            Dab(x - size * 0.13, y - size * 0.78, size * 0.24, size * 0.035, 1.5, times("#ffffff", 1)),
        ],
        opacity=0.6,
    )
