"""Things on a table that are not crockery: bread, cheese, candle, skull, books, violin."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour
from scenes.frame import Frame, bump
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.turned import ground, turned


def loaf(stage: Stage, x: float, y: float, long: float) -> None:
    """A country loaf, slashed and floured."""
    f = Frame(x, y - long * 0.22, long)
    body = stage.blob(
        f.points(
            [
                (-0.5, 0.05),
                (-0.42, -0.15),
                (-0.1, -0.24),
                (0.25, -0.22),
                (0.5, -0.05),
                (0.47, 0.14),
                (0.2, 0.21),
                (-0.3, 0.2),
            ]
        )
    )
    ground(stage, body, long * 0.22)
    stage.form(body, "#b87838", texture=0.2)
    for u in (-0.25, -0.02, 0.22):
        cut = stage.blob(f.points([(u - 0.06, 0.02), (u - 0.03, -0.15), (u + 0.08, -0.2), (u + 0.05, -0.02)]))
        stage.form(cut, "#e6c48a", texture=0.2)
    g = stage.rng
    stage.dabs(
        [
            f.dab(
                g.uniform(-0.4, 0.4), g.uniform(-0.2, 0.0), 0.05, 0.02, g.uniform(0, 3), times("#f2e4c8", 1)
            )
            for _ in range(40)
        ],
        body,
        0.4,
    )


def cheese(stage: Stage, x: float, y: float, size: float) -> None:
    """A wedge cut from a wheel."""
    side = stage.polygon(
        [
            (x - size, y - size * 0.08),
            (x + size * 0.7, y),
            (x + size * 0.7, y - size * 0.55),
            (x - size, y - size * 0.6),
        ]
    )
    ground(stage, side, size * 0.5)
    stage.form(side, "#e6bc58", bevel=size * 0.06, texture=0.1)
    stage.form(
        stage.polygon(
            [(x - size, y - size * 0.6), (x + size * 0.7, y - size * 0.55), (x + size * 0.95, y - size * 0.8)]
        ),
        "#f2d68a",
        bevel=size * 0.05,
    )
    stage.form(
        stage.polygon(
            [
                (x + size * 0.7, y),
                (x + size * 0.95, y - size * 0.26),
                (x + size * 0.95, y - size * 0.8),
                (x + size * 0.7, y - size * 0.55),
            ]
        ),
        "#a86a2a",
        bevel=size * 0.04,
    )
    g = stage.rng
    for _ in range(9):
        hole = stage.ellipse(
            x + g.uniform(-0.8, 0.55) * size,
            y - g.uniform(0.12, 0.48) * size,
            size * g.uniform(0.03, 0.08),
            size * g.uniform(0.03, 0.06),
        )
        stage.lay(hole, "#a87828", 0.8)


def knife(stage: Stage, x: float, y: float, long: float, angle: float = -0.25) -> None:
    f = Frame(x, y, long, angle)
    blade = stage.blob(f.points([(0.0, -0.03), (0.3, -0.04), (0.62, 0.0), (0.3, 0.03), (0.0, 0.025)]))
    handle = stage.limbs([f.knots([(-0.36, 0.0, 0.035), (-0.02, 0.0, 0.03)])])
    for part in (blade, handle):
        stage.cast(part, 0.004, 0.01, 0.005, 0.7)
    stage.form(blade, "#b8c0c8", gloss=0.8)
    stage.form(handle, "#3a2418", gloss=0.3)


def candle(
    stage: Stage, x: float, y: float, size: float, *, lit: bool = True, brass: Colour = "#b8862c"
) -> None:
    """A candle in a brass stick; alight, it glows upon all that stands near."""
    turned(
        stage,
        x,
        y,
        [
            (0, size * 0.2),
            (size * 0.03, size * 0.2),
            (size * 0.07, size * 0.05),
            (size * 0.3, size * 0.035),
            (size * 0.36, size * 0.09),
            (size * 0.4, size * 0.07),
        ],
        brass,
        gloss=0.8,
    )
    turned(
        stage,
        x,
        y - size * 0.39,
        [(0, size * 0.05), (size * 0.45, size * 0.05)],
        "#ece0c4",
        gloss=0.2,
        shadow=0.0,
    )
    stage.form(
        stage.limbs(
            [
                [
                    (x + size * 0.045, y - size * 0.82, size * 0.016),
                    (x + size * 0.05, y - size * 0.66, size * 0.02),
                ]
            ]
        ),
        "#f2e8d0",
    )
    tip = y - size * 0.86
    stage.lay(
        stage.limbs([[(x, tip + size * 0.02, size * 0.006), (x, tip - size * 0.05, size * 0.006)]]), "#1a1410"
    )
    if lit:
        flame = stage.blob(
            [
                (x, tip - size * 0.24),
                (x + size * 0.042, tip - size * 0.09),
                (x + size * 0.02, tip - size * 0.01),
                (x - size * 0.02, tip - size * 0.01),
                (x - size * 0.042, tip - size * 0.09),
            ]
        )
        stage.canvas.glow(x, tip - size * 0.1, size * 0.75, "#ff9a3c", 0.75)
        stage.lay(flame, "#ffd070")
        stage.lay(stage.ellipse(x, tip - size * 0.07, size * 0.018, size * 0.05), "#fff8e0")


def skull(stage: Stage, x: float, y: float, size: float) -> None:
    """A skull in three-quarter view, jaw on the table."""
    f = Frame(x, y - size * 0.5, size, -0.05)
    bone = stage.blob(
        f.points(
            [
                (-0.1, -0.5),
                (0.25, -0.42),
                (0.42, -0.15),
                (0.38, 0.08),
                (0.3, 0.16),
                (0.3, 0.42),
                (0.1, 0.5),
                (-0.12, 0.46),
                (-0.2, 0.2),
                (-0.42, 0.12),
                (-0.55, -0.12),
                (-0.45, -0.38),
            ]
        )
    )
    ground(stage, bone, size * 0.35)
    u, v = f.grid(stage, bone)
    relief = (
        bump(u, v, (0.0, 0.2), 0.1, 0.06) * 0.05
        + bump(u, v, (0.32, 0.18), 0.06, 0.05) * 0.04
        - bump(u, v, (-0.3, 0.05), 0.12, 0.1) * 0.05
    )
    stage.form(bone, "#d8c49a", relief=relief * size, texture=0.12)
    for cx, r in ((0.02, 0.115), (0.3, 0.09)):
        stage.form(stage.ellipse(*f.at(cx, 0.03), size * r, size * 0.11, 0.2), "#1e1612")
    stage.wash(stage.blob(f.points([(0.18, 0.1), (0.24, 0.22), (0.17, 0.24), (0.13, 0.21)])), "#241a14")
    for i in range(7):
        stage.form(
            stage.ellipse(*f.at(0.02 + 0.042 * i, 0.345 + 0.004 * i), size * 0.024, size * 0.04), "#e6d8b4"
        )
    cracks = [
        f.dab(a, b, 0.16, 0.008, c, times("#6a5434", 1))
        for a, b, c in ((-0.2, -0.3, 0.5), (-0.1, -0.22, 1.1), (0.1, 0.305, 0.05), (0.1, 0.39, 0.05))
    ]
    stage.dabs(cracks, bone, 0.7)


def book(
    stage: Stage, x: float, y: float, wide: float, thick: float, colour: Colour, tilt: float = 0.0
) -> None:
    """A closed book lying flat, its spine to us."""
    f = Frame(x, y, wide, tilt)
    top = stage.polygon(
        f.points(
            [
                (-0.5, -thick / wide),
                (0.5, -thick / wide),
                (0.42, -thick / wide - 0.2),
                (-0.4, -thick / wide - 0.2),
            ]
        )
    )
    spine = stage.polygon(f.points([(-0.5, 0), (0.5, 0), (0.5, -thick / wide), (-0.5, -thick / wide)]))
    ground(stage, spine, wide * 0.25)
    stage.form(top, times(colour, 1.15), bevel=wide * 0.02)
    stage.form(spine, colour, bevel=thick * 0.4)
    bands = [
        f.dab(u, -thick / wide / 2, thick / wide, 0.02, 1.57, times("#c8a040", 1))
        for u in (-0.4, -0.2, 0.2, 0.4)
    ]
    stage.dabs(bands, spine, 0.8)


def open_book(stage: Stage, x: float, y: float, wide: float) -> None:
    """A book lying open, its lines of print only guessed at."""
    for s in (-1, 1):
        page = stage.blob(
            [
                (x, y),
                (x, y - wide * 0.3),
                (x + s * wide * 0.25, y - wide * 0.36),
                (x + s * wide * 0.46, y - wide * 0.31),
                (x + s * wide * 0.52, y - wide * 0.02),
                (x + s * wide * 0.25, y - wide * 0.05),
            ]
        )
        stage.cast(page, 0.008, 0.012, 0.01, 0.6)
        stage.form(page, "#ece2c8", bevel=wide * 0.14, texture=0.05)
        lines = [
            Dab(x + s * wide * 0.26, y - wide * t, wide * 0.36, wide * 0.009, s * 0.03, times("#6a5a4a", 1))
            for t in np.arange(0.09, 0.32, 0.028)
        ]
        stage.dabs(lines, page, 0.55)


def violin(
    stage: Stage, x: float, y: float, long: float, angle: float = -0.9, colour: Colour = "#9a4a1c"
) -> None:
    """A violin lying or leaning, neck upwards along `angle`; a guitar if drawn large and pale."""
    f = Frame(x, y, long, angle)
    body = stage.blob(
        f.points(
            [
                (-0.48, 0.0),
                (-0.44, -0.14),
                (-0.3, -0.2),
                (-0.18, -0.12),
                (-0.06, -0.13),
                (0.06, -0.15),
                (0.12, 0.0),
                (0.06, 0.15),
                (-0.06, 0.13),
                (-0.18, 0.12),
                (-0.3, 0.2),
                (-0.44, 0.14),
            ]
        )
    )
    neck = stage.limbs(
        [f.knots([(0.05, 0.0, 0.022), (0.46, 0.0, 0.018)]), f.knots([(0.46, 0.0, 0.03), (0.54, 0.02, 0.022)])]
    )
    for part in (body, neck):
        stage.cast(part, 0.012, 0.016, 0.012, 0.7)
    stage.form(body, colour, bevel=long * 0.06, gloss=0.5, texture=0.1)
    stage.form(neck, "#2a1a12", gloss=0.3)
    holes = [f.dab(-0.17, s * 0.07, 0.11, 0.016, s * 0.25, times("#160c08", 1)) for s in (-1, 1)]
    strings = [f.dab(0.03, s, 0.86, 0.004, 0.0, times("#d8ccb0", 1)) for s in (-0.012, -0.004, 0.004, 0.012)]
    stage.dabs([*holes, f.dab(-0.2, 0.0, 0.02, 0.09, 0.0, times("#d8b070", 1)), *strings], opacity=0.8)
