"""Furniture: tables, chairs, frames and rows of books."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.rooms import plane
from scenes.shapes import Dab, Patch, times
from scenes.stage import Stage


def table(stage: Stage, y: float, colour: Colour, *, grain: bool = True, front: float | None = None) -> None:
    """A table top from its far edge at `y`; with `front`, its near edge and the dark below it."""
    near = front or 1.0
    top = plane(stage, [(0, y), (stage.wide, y), (stage.wide, near), (0, near)])
    h = top.mask.shape[0]
    fall = np.linspace(0.78, 1.12, h, dtype=np.float32)[:, None]
    stage.lay(top, stage.mottled(top, rgb(colour) * np.broadcast_to(fall, top.mask.shape)[..., None], 0.14))
    if grain:
        g = stage.rng
        lines = [
            Dab(
                g.uniform(0, stage.wide),
                y + (near - y) * g.uniform(0, 1) ** 1.3,
                g.uniform(0.1, 0.5),
                g.uniform(0.002, 0.006),
                g.normal(0, 0.02),
                times(colour, g.uniform(0.6, 1.25)),
            )
            for _ in range(120)
        ]
        stage.dabs(lines, top, 0.4)
    glimmer(stage, top, 0.12)
    if front:
        _edge(stage, front, colour)


def _edge(stage: Stage, y: float, colour: Colour) -> None:
    stage.wash(
        plane(stage, [(0, y), (stage.wide, y), (stage.wide, y + 0.05), (0, y + 0.05)]),
        times(colour, 0.55),
        0.12,
    )
    stage.wash(
        plane(stage, [(0, y + 0.05), (stage.wide, y + 0.05), (stage.wide, 1), (0, 1)]),
        times(colour, 0.22),
        0.2,
    )
    stage.dabs(
        [Dab(x, y, 0.2, 0.006, 0, mix(colour, "#ffffff", 0.4)) for x in np.arange(0, stage.wide, 0.13)],
        opacity=0.5,
    )


def glimmer(stage: Stage, patch: Patch, strength: float) -> None:
    """A sheen of light across a level plane, from the light's own side."""
    w = patch.mask.shape[1]
    x = np.linspace(0, 1, w, dtype=np.float32)[None]
    x = x if stage.light.towards[0] < 0 else 1 - x
    cover = (patch.mask * np.exp(-((x - 0.2) ** 2) / 0.12) * strength)[..., None]
    view = stage.rgb[patch.window]
    view += (np.asarray([1, 0.95, 0.84], np.float32) - view) * cover


def box(
    stage: Stage,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    colour: Colour,
    *,
    bevel: float = 0.012,
    shadow: float = 0.6,
) -> Patch:
    """An upright panel: the front of a chest, a frame, the back of a chair."""
    patch = plane(stage, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    if shadow:
        stage.cast(patch, 0.015, 0.01, 0.015, shadow)
    stage.form(patch, colour, bevel=bevel, texture=0.12)
    return patch


def chair(
    stage: Stage, x: float, y: float, size: float, colour: Colour = "#7a4a22", facing: float = 1.0
) -> None:
    """A rush-seated chair standing at (x, y), seen from a little above."""
    s, f = size, facing
    legs = [
        ((-0.22, 0), (-0.2, -0.45)),
        ((0.24, 0.03), (0.22, -0.42)),
        ((-0.1 * f, -0.12), (-0.1 * f, -0.5)),
        ((0.3 * f, -0.1), (0.3 * f, -0.5)),
    ]
    for (ax, ay), (bx, by) in legs:
        stage.form(
            stage.limbs([[(x + ax * s, y + ay * s, s * 0.022), (x + bx * s, y + by * s, s * 0.026)]]), colour
        )
    seat = stage.polygon(
        [
            (x - 0.25 * s, y - 0.42 * s),
            (x + 0.26 * s, y - 0.4 * s),
            (x + (0.34 if f > 0 else 0.12) * s, y - 0.52 * s),
            (x + (-0.12 if f > 0 else -0.34) * s, y - 0.53 * s),
        ]
    )
    stage.form(seat, "#c9a24e", texture=0.2)
    back = 0.3 * f
    for dx in (back, back - 0.42 * f):
        stage.form(
            stage.limbs(
                [[(x + dx * s, y - 0.48 * s, s * 0.024), (x + (dx + 0.04 * f) * s, y - 1.05 * s, s * 0.024)]]
            ),
            colour,
        )
    for up in (0.68, 0.84, 1.0):
        stage.form(
            stage.limbs(
                [
                    [
                        (x + back * s, y - up * s, s * 0.025),
                        (x + (back - 0.42 * f) * s, y - (up + 0.01) * s, s * 0.025),
                    ]
                ]
            ),
            colour,
        )


def books(stage: Stage, x0: float, x1: float, y: float, tall: float, palette: Sequence[Colour]) -> None:
    """A row of book spines standing on a shelf at `y`."""
    g = stage.rng
    x = x0
    while x < x1:
        wide = tall * g.uniform(0.12, 0.26)
        top = y - tall * g.uniform(0.72, 1.0)
        spine = plane(stage, [(x, top), (min(x + wide, x1), top), (min(x + wide, x1), y), (x, y)])
        colour = palette[int(g.integers(len(palette)))]
        stage.form(spine, times(colour, g.uniform(0.75, 1.15)), bevel=wide * 0.5)
        gold = [
            Dab(x + wide / 2, top + (y - top) * t, wide * 0.8, tall * 0.015, 0, "#d8b45a")
            for t in (0.15, 0.2, 0.8)
        ]
        stage.dabs(gold, spine, 0.7)
        x += wide
