"""Single buildings: cottages in a village, towers, churches, a cathedral's front and its nave, a castle, a bridge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage


def slab(
    stage: Stage, points: Sequence[Point], colour: Colour, tone: float = 1.0, texture: float = 0.12
) -> Patch:
    """A wall or a roof plane, darker or lighter as it faces the light."""
    patch = stage.polygon(points)
    h = patch.mask.shape[0]
    fall = np.linspace(1.05, 0.9, h, dtype=np.float32)[:, None, None]
    stage.lay(patch, stage.mottled(patch, rgb(colour) * np.float32(tone) * fall, texture))
    return patch


def tiled(stage: Stage, patch: Patch, colour: Colour, angle: float, size: float, count: int) -> None:
    """Rows of tiles or thatch suggested on a roof plane."""
    g = stage.rng
    ys, xs = np.nonzero(patch.mask > 0.6)
    if len(ys) == 0:
        return
    picks = g.integers(0, len(ys), count)
    marks = [
        Dab(
            (xs[i] + patch.x) / stage.height,
            (ys[i] + patch.y) / stage.height,
            size,
            size * 0.3,
            angle,
            times(colour, g.uniform(0.6, 1.3)),
        )
        for i in picks
    ]
    stage.dabs(marks, patch, 0.55)


def cottage(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    wall: Colour = "#e6dcc6",
    roof: Colour = "#a8502e",
    *,
    side: float = 1.0,
    snow: bool = False,
    lit: bool = False,
    tall: float = 1.0,
) -> None:
    """A gabled house, its gable end at x and its long side running to `side`; `size` is the height of its eaves."""
    s, d = size, side
    lx = stage.light.towards[0]
    end, long = (1.08, 0.72) if lx * d < 0 else (0.75, 1.08)
    e = s * tall
    a, b, c = (x, y), (x + d * 0.72 * s, y), (x + d * 2.0 * s, y - 0.07 * s)
    apex = (x + d * 0.36 * s, y - e - 0.62 * s)
    ridge = (apex[0] + d * 1.24 * s, apex[1] - 0.04 * s)
    stage.canvas.glaze(
        stage.canvas.mask(
            [a, c, (c[0] - lx * s * 0.7, y + 0.12 * s), (x - lx * s * 0.5, y + 0.16 * s)], 0.02 * s + 0.002
        )
        * 0.4,
        stage.light.cool,
    )
    slab(stage, [b, c, (c[0], c[1] - e * 0.97), (b[0], b[1] - e)], wall, long)
    slab(stage, [a, b, (b[0], y - e), apex, (x, y - e)], wall, end)
    over = 0.1 * s
    slope = slab(
        stage,
        [apex, ridge, (c[0] + d * over, c[1] - e * 0.97 + over), (b[0] + d * over * 0.2, y - e + over)],
        "#eef0f6" if snow else roof,
        long * 1.05,
        0.16,
    )
    if not snow:
        tiled(stage, slope, roof, 0.02, s * 0.16, 90)
    left = stage.limbs(
        [
            [
                (x - d * 0.09 * s, y - e + 0.13 * s, 0.035 * s),
                (*apex, 0.035 * s),
                (b[0] + d * 0.06 * s, y - e + 0.1 * s, 0.035 * s),
            ]
        ]
    )
    stage.form(left, "#f2f3f8" if snow else times(roof, 0.75))
    _panes(stage, x, y, s, e, d, lit)
    chimney = (apex[0] + d * 0.8 * s, apex[1] - 0.02 * s)
    slab(
        stage,
        [
            (chimney[0] - 0.07 * s, chimney[1] + 0.1 * s),
            (chimney[0] - 0.07 * s, chimney[1] - 0.24 * s),
            (chimney[0] + 0.07 * s, chimney[1] - 0.24 * s),
            (chimney[0] + 0.07 * s, chimney[1] + 0.1 * s),
        ],
        "#8a5a48",
    )
    if snow:
        slab(
            stage,
            [
                (chimney[0] - 0.08 * s, chimney[1] - 0.3 * s),
                (chimney[0] + 0.08 * s, chimney[1] - 0.3 * s),
                (chimney[0] + 0.08 * s, chimney[1] - 0.22 * s),
                (chimney[0] - 0.08 * s, chimney[1] - 0.22 * s),
            ],
            "#f4f4fa",
        )


def _panes(stage: Stage, x: float, y: float, s: float, e: float, d: float, lit: bool) -> None:
    glass = "#ffc860" if lit else "#33404c"
    rows = max(1, round(e / s))
    for r in range(rows):
        v = y - e + (0.3 + 0.95 * r) * s
        for u in (0.22, 0.5):
            pane(stage, x + d * u * s, v, 0.13 * s, 0.22 * s, glass)
        for u in (0.95, 1.3, 1.68):
            if r == rows - 1 and u == 1.3:
                slab(
                    stage,
                    [
                        (x + d * 1.22 * s, y - 0.04 * s),
                        (x + d * 1.4 * s, y - 0.05 * s),
                        (x + d * 1.4 * s, y - 0.5 * s),
                        (x + d * 1.22 * s, y - 0.5 * s),
                    ],
                    "#5a3a26",
                )
            else:
                pane(stage, x + d * u * s, v - 0.02 * s, 0.14 * s, 0.24 * s, glass)


def pane(stage: Stage, x: float, y: float, wide: float, high: float, glass: Colour) -> None:
    slab(
        stage,
        [
            (x - wide * 0.68, y - high * 0.12),
            (x + wide * 0.68, y - high * 0.12),
            (x + wide * 0.68, y + high * 1.12),
            (x - wide * 0.68, y + high * 1.12),
        ],
        "#e8e0d0",
        0.95,
    )
    slab(
        stage,
        [(x - wide / 2, y), (x + wide / 2, y), (x + wide / 2, y + high), (x - wide / 2, y + high)],
        glass,
        1.0,
        0.25,
    )
    stage.dabs(
        [
            Dab(x, y + high / 2, high, wide * 0.09, 1.57, times("#e8e0d0", 0.9)),
            Dab(x, y + high * 0.45, wide, wide * 0.09, 0, times("#e8e0d0", 0.9)),
        ]
    )


def lancet(
    stage: Stage, x: float, y: float, wide: float, high: float, fill: Colour, edge: Colour | None = None
) -> Patch:
    """A pointed opening whose foot is at (x, y)."""
    h = wide / 2
    arch = [
        (x - h, y),
        (x - h, y - high + wide * 0.8),
        (x - h * 0.72, y - high + wide * 0.38),
        (x, y - high),
        (x + h * 0.72, y - high + wide * 0.38),
        (x + h, y - high + wide * 0.8),
        (x + h, y),
    ]
    if edge is not None:
        outer = [(x + (px - x) * 1.3, y + (py - y) * (1 + 0.2 * wide / high)) for px, py in arch]
        stage.form(stage.polygon(outer), edge, bevel=wide * 0.14)
    patch = stage.polygon(arch)
    stage.wash(patch, fill, 0.2)
    return patch


def tower(
    stage: Stage,
    x: float,
    y: float,
    wide: float,
    high: float,
    colour: Colour,
    *,
    roof: Colour | None = "#4a5460",
    spire: float = 1.6,
    windows: int = 3,
) -> None:
    """A square tower, its lit and its shaded face, under a pointed roof or battlements."""
    w, lit = wide / 2, stage.light.towards[0] < 0
    edge = x + w * (0.3 if lit else -0.3)
    slab(stage, [(x - w, y), (x - w, y - high), (edge, y - high), (edge, y)], colour, 1.05 if lit else 0.66)
    slab(stage, [(edge, y), (edge, y - high), (x + w, y - high), (x + w, y)], colour, 0.66 if lit else 1.05)
    for i in range(windows):
        lancet(
            stage,
            x - w * (0.3 if lit else -0.3),
            y - high * (0.3 + 0.66 * i / windows),
            wide * 0.2,
            wide * 0.55,
            "#2a2c34",
        )
    stage.dabs([Dab(x, y - high * t, wide * 1.12, wide * 0.07, 0, times(colour, 0.9)) for t in (0.62, 0.99)])
    if roof is not None:
        top = (x, y - high - wide * spire)
        slab(stage, [(x - w * 1.1, y - high), (edge, y - high), top], roof, 1.1 if lit else 0.7)
        slab(stage, [(edge, y - high), (x + w * 1.1, y - high), top], roof, 0.7 if lit else 1.1)
    else:
        for k in np.linspace(-1, 0.82, 5):
            slab(
                stage,
                [
                    (x + w * k, y - high),
                    (x + w * k, y - high - wide * 0.16),
                    (x + w * (k + 0.24), y - high - wide * 0.16),
                    (x + w * (k + 0.24), y - high),
                ],
                colour,
                0.95,
            )


def church(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour = "#e4d8c0",
    roof: Colour = "#7a4a38",
    *,
    facing: float = 1.0,
    snow: bool = False,
) -> None:
    """A village church: nave to one side, tower with its spire before it."""
    cottage(stage, x + facing * size * 0.2, y, size * 0.62, colour, roof, side=facing, snow=snow, tall=1.25)
    tower(stage, x, y, size * 0.5, size * 1.5, colour, roof="#eef0f6" if snow else "#4a5460", spire=2.2)
    stage.form(stage.ellipse(x - size * 0.06, y - size * 1.28, size * 0.08, size * 0.08), "#e8dcb0")


def arches(
    stage: Stage,
    x0: float,
    x1: float,
    y: float,
    water: float,
    count: int,
    colour: Colour,
    *,
    rise: float = 0.02,
) -> None:
    """A stone bridge from x0 to x1: its road at y, its arches standing in the water at `water`, humped by `rise`."""
    wide = (x1 - x0) / count
    t = np.linspace(0, 1, 24)
    top = [(float(x0 + (x1 - x0) * a), float(y - rise * np.sin(np.pi * a))) for a in t]
    patch = stage.polygon([*top, (x1, water), (x0, water)])
    stage.form(patch, colour, bevel=0.02, texture=0.18)
    tiled(stage, patch, colour, 0.0, wide * 0.12, 60 * count)
    for i in range(count):
        c = x0 + wide * (i + 0.5)
        r = wide * 0.39
        drop = y - rise * np.sin(np.pi * (i + 0.5) / count) + 0.025
        ring = stage.polygon(
            [(c - r * 1.1, water), *_arc(c, water, r * 1.1, water - drop), (c + r * 1.1, water)]
        )
        stage.form(ring, mix(colour, "#fff0d8", 0.25), bevel=r * 0.1)
        stage.wash(
            stage.polygon([(c - r, water), *_arc(c, water, r, (water - drop) * 0.93), (c + r, water)]),
            mix("#2a3440", colour, 0.12),
            0.2,
        )
        far = stage.polygon(
            [
                (c - r * 0.55, water),
                *_arc(c - r * 0.1, water, r * 0.6, (water - drop) * 0.75),
                (c + r * 0.5, water),
            ]
        )
        stage.wash(far, "#8fa6b4", 0.15)
    stage.form(stage.limbs([[(a, b, 0.007) for a, b in top]]), mix(colour, "#fff4e0", 0.3))


def _arc(x: float, y: float, r: float, high: float) -> list[Point]:
    return [(float(x - r * np.cos(a)), float(y - high * np.sin(a))) for a in np.linspace(0, np.pi, 20)]
