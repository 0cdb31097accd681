"""Masses of leaves, hedges, arbours, and the shade they cast."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix
from scenes.shapes import Dab, times
from scenes.stage import Stage


def dapple(stage: Stage, top: float, strength: float = 0.4, shade: Colour = (0.5, 0.55, 0.72)) -> None:
    """The moving shade of leaves over the ground below `top`."""
    canvas = stage.canvas
    spots = np.clip(stage.drift * 1.6 + stage.tint[..., 1] * 0.8, 0, 1)
    canvas.glaze(np.asarray(spots * canvas.under(top, 0.05) * strength, np.float32), shade)


def foliage(
    stage: Stage,
    x: float,
    y: float,
    rx: float,
    ry: float,
    greens: Sequence[Colour],
    *,
    count: int = 420,
    blossom: Colour | None = None,
    size: float = 0.03,
) -> None:
    """A rounded mass of leaves, dark within and below, lit on the light's side, perhaps in blossom."""
    g = stage.rng
    lx, ly = stage.light.towards[0], stage.light.towards[1]
    touches = []
    for i in range(count):
        a, d = g.uniform(0, 6.28), np.sqrt(g.uniform(0, 1)) * (0.7 + 0.3 * i / count)
        u, v = np.cos(a) * d, np.sin(a) * d
        lit = np.clip(0.5 + 0.42 * (u * lx + v * ly) + g.normal(0, 0.16), 0, 1)
        colour = mix(greens[0], greens[1], lit * 2) if lit < 0.5 else mix(greens[1], greens[2], lit * 2 - 1)
        if blossom is not None and i > count * 0.45 and g.random() < 0.3:
            colour = mix(times(blossom, 0.7), mix(blossom, "#fffaf0", 0.3), lit)
        touches.append(
            Dab(
                x + u * rx,
                y + v * ry,
                size * g.uniform(0.7, 1.5),
                size * g.uniform(0.35, 0.7),
                g.uniform(0, 3.1),
                colour,
            )
        )
    stage.dabs(touches)


def hedge(
    stage: Stage, y: float, high: float, greens: Sequence[Colour], blossom: Colour | None = None
) -> None:
    """A long clipped or blossoming hedge across the picture, its foot at y."""
    for x in np.arange(-0.05, stage.wide + 0.1, high * 0.8):
        foliage(
            stage,
            float(x),
            y - high * 0.5,
            high * 0.75,
            high * stage.rng.uniform(0.5, 0.68),
            greens,
            count=160,
            blossom=blossom,
            size=high * 0.2,
        )


def arbour(
    stage: Stage, x: float, y: float, wide: float, high: float, blossom: Colour, greens: Sequence[Colour]
) -> None:
    """A garden arch overgrown with roses."""
    arch = [
        (x + wide / 2 * np.cos(a), y - high + wide * 0.5 - wide * 0.5 * np.sin(a))
        for a in np.linspace(0, np.pi, 15)
    ]
    for t in np.linspace(0, 1, 9):
        arch += [(x - wide / 2, y - t * (high - wide * 0.5)), (x + wide / 2, y - t * (high - wide * 0.5))]
    for px, py in arch:
        foliage(
            stage,
            float(px),
            float(py),
            wide * 0.16,
            wide * 0.16,
            greens,
            count=70,
            blossom=blossom,
            size=wide * 0.07,
        )


def bench(stage: Stage, x: float, y: float, size: float, colour: Colour = "#e4e0d4") -> None:
    for u in (-0.5, 0.5):
        stage.form(
            stage.limbs([[(x + u * size, y, size * 0.025), (x + u * size, y - size * 0.62, size * 0.025)]]),
            times(colour, 0.85),
        )
    for v in (0.34, 0.5, 0.6):
        stage.form(
            stage.limbs(
                [
                    [
                        (x - 0.52 * size, y - v * size, size * 0.026),
                        (x + 0.52 * size, y - v * size, size * 0.026),
                    ]
                ]
            ),
            colour,
        )
    seat = stage.polygon(
        [
            (x - 0.54 * size, y - 0.22 * size),
            (x + 0.54 * size, y - 0.22 * size),
            (x + 0.58 * size, y - 0.14 * size),
            (x - 0.58 * size, y - 0.14 * size),
        ]
    )
    stage.cast(seat, 0.0, size * 0.15, size * 0.04, 0.5)
    stage.form(seat, colour, bevel=size * 0.03)
