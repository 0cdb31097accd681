"""The Gothic: a cathedral's west front, its rose window, and the nave within."""

from __future__ import annotations

import numpy as np

from scenes.buildings import lancet
from scenes.colour import Colour, mix
from scenes.noise import smooth
from scenes.shapes import Array, Dab, Patch, times
from scenes.stage import Stage


def cathedral(
    stage: Stage, x: float, y: float, wide: float, colour: Colour = "#d2bd98", shade: Colour = "#3a3444"
) -> None:
    """A Gothic west front: three portals, a gallery of kings, the rose, and two towers."""
    w = wide
    base = stage.polygon(
        [(x - w * 0.5, y), (x - w * 0.5, y - w * 0.92), (x + w * 0.5, y - w * 0.92), (x + w * 0.5, y)]
    )
    stage.form(base, times(colour, 0.94), bevel=w * 0.03, texture=0.16)
    for sx in (-0.345, 0.345):
        _belfry(stage, x + sx * w, y - w * 0.9, w * 0.31, colour, shade)
    _gable(stage, x, y - w * 0.9, w * 0.36, colour)
    for sx in (-0.5, -0.19, 0.19, 0.5):
        _buttress(stage, x + sx * w, y, w * 0.055, w * 0.98, colour)
    _gallery(stage, x, y - w * 0.44, w, colour, shade)
    _gallery(stage, x, y - w * 0.86, w, colour, shade)
    rose(stage, x, y - w * 0.66, w * 0.135, colour, shade)
    for sx in (-0.345, 0.345):
        for dx in (-0.055, 0.055):
            lancet(stage, x + (sx + dx) * w, y - w * 0.52, w * 0.07, w * 0.26, shade, colour)
    for sx, big in ((-0.345, 1.0), (0.0, 1.28), (0.345, 1.0)):
        _portal(stage, x + sx * w, y, w * 0.2 * big, w * 0.33 * big, colour, shade)
    _stones(stage, x, y, w, colour)


def _belfry(stage: Stage, x: float, y: float, w: float, colour: Colour, shade: Colour) -> None:
    body = stage.polygon(
        [(x - w / 2, y), (x - w / 2, y - w * 1.25), (x + w / 2, y - w * 1.25), (x + w / 2, y)]
    )
    stage.form(body, colour, bevel=w * 0.12, texture=0.16)
    for dx in (-0.2, 0.2):
        lancet(stage, x + dx * w, y - w * 0.08, w * 0.22, w * 1.0, shade, times(colour, 1.05))
    for dx in (-0.5, 0.0, 0.5):
        _pinnacle(stage, x + dx * w, y - w * 1.25, w * 0.09, w * 0.34, colour)
    stage.form(
        stage.polygon(
            [
                (x - w * 0.56, y - w * 1.2),
                (x - w * 0.56, y - w * 1.28),
                (x + w * 0.56, y - w * 1.28),
                (x + w * 0.56, y - w * 1.2),
            ]
        ),
        colour,
    )


def _pinnacle(stage: Stage, x: float, y: float, w: float, high: float, colour: Colour) -> None:
    stage.form(
        stage.polygon(
            [
                (x - w / 2, y + high * 0.4),
                (x - w / 2, y - high * 0.3),
                (x, y - high),
                (x + w / 2, y - high * 0.3),
                (x + w / 2, y + high * 0.4),
            ]
        ),
        colour,
    )


def _gable(stage: Stage, x: float, y: float, w: float, colour: Colour) -> None:
    stage.form(
        stage.polygon([(x - w / 2, y), (x, y - w * 0.5), (x + w / 2, y)]), times(colour, 0.9), bevel=w * 0.06
    )
    stage.form(stage.ellipse(x, y - w * 0.16, w * 0.08, w * 0.08), "#4a4452")


def _buttress(stage: Stage, x: float, y: float, w: float, high: float, colour: Colour) -> None:
    for k, (top, wide) in enumerate(((0.42, 1.25), (0.75, 1.05), (1.0, 0.85))):
        foot = (0.0, 0.4, 0.73)[k]
        patch = stage.polygon(
            [
                (x - w * wide / 2, y - high * foot),
                (x - w * wide / 2, y - high * top + w * 0.3),
                (x, y - high * top - w * 0.3),
                (x + w * wide / 2, y - high * top + w * 0.3),
                (x + w * wide / 2, y - high * foot),
            ]
        )
        stage.cast(patch, -stage.light.towards[0] * w * 0.5, 0.0, w * 0.2, 0.4)
        stage.form(patch, times(colour, 1.05), texture=0.14)
    _pinnacle(stage, x, y - high, w * 0.7, w * 2.6, colour)


def _gallery(stage: Stage, x: float, y: float, w: float, colour: Colour, shade: Colour) -> None:
    band = stage.polygon(
        [
            (x - w * 0.5, y + w * 0.015),
            (x - w * 0.5, y - w * 0.075),
            (x + w * 0.5, y - w * 0.075),
            (x + w * 0.5, y + w * 0.015),
        ]
    )
    stage.cast(band, 0.0, w * 0.025, w * 0.015, 0.5)
    stage.form(band, colour, bevel=w * 0.015)
    for sx in np.linspace(-0.47, 0.47, 25):
        lancet(stage, x + sx * w, y, w * 0.022, w * 0.055, shade)
        stage.dabs([Dab(x + sx * w, y - w * 0.02, w * 0.042, w * 0.012, 1.57, times(colour, 0.85))])


def rose(
    stage: Stage, x: float, y: float, r: float, colour: Colour, shade: Colour, glass: bool = False
) -> None:
    """A rose window: rings of stone about petals of dark, or of coloured, glass."""
    g = stage.rng
    stage.form(stage.ellipse(x, y, r * 1.16, r * 1.16), colour, bevel=r * 0.14)
    stage.wash(stage.ellipse(x, y, r, r), shade)
    hues = ("#2a4aa0", "#a82a30", "#d8a030", "#2a8a70", "#6a3a90")
    for ring, count in ((0.8, 16), (0.48, 12), (0.2, 6)):
        for i in range(count):
            a = (i + 0.5 * ring) * 2 * np.pi / count
            tone = (
                mix(hues[int(g.integers(5))], "#ffe6a0", g.uniform(0, 0.3))
                if glass
                else mix(shade, "#5a6a9a", g.uniform(0, 0.6))
            )
            stage.dabs(
                [
                    Dab(
                        x + np.cos(a) * r * ring,
                        y + np.sin(a) * r * ring,
                        r * 0.3,
                        r * 1.5 / count * (0.7 + ring),
                        a,
                        tone,
                    )
                ]
            )
    spokes = [
        Dab(x + np.cos(a) * r * 0.6, y + np.sin(a) * r * 0.6, r * 0.85, r * 0.035, a, times(colour, 0.8))
        for a in np.arange(0, 6.28, np.pi / 8)
    ]
    stage.dabs(spokes)
    for k in (0.33, 0.64, 1.0):
        circle = [
            Dab(
                x + np.cos(a) * r * k,
                y + np.sin(a) * r * k,
                r * 0.3 * k + 0.003,
                r * 0.04,
                a + 1.57,
                times(colour, 0.95),
            )
            for a in np.arange(0, 6.28, 0.2)
        ]
        stage.dabs(circle)


def _portal(
    stage: Stage, x: float, y: float, wide: float, high: float, colour: Colour, shade: Colour
) -> None:
    stage.form(
        stage.polygon(
            [(x - wide * 0.62, y - high * 0.72), (x, y - high * 1.32), (x + wide * 0.62, y - high * 0.72)]
        ),
        times(colour, 1.05),
        bevel=wide * 0.07,
    )
    for k in range(4):
        t = 1 - 0.16 * k
        lancet(
            stage,
            x,
            y,
            wide * t,
            high * (1.06 - 0.09 * k),
            mix(times(colour, 1.0 - 0.14 * k), shade, 0.12 * k),
            times(colour, 0.9) if k == 0 else None,
        )
    doors = lancet(stage, x, y, wide * 0.5, high * 0.72, mix(shade, "#4a2c1c", 0.5))
    stage.dabs([Dab(x, y - high * 0.3, high * 0.6, wide * 0.03, 1.57, times(colour, 0.7))], doors)


def _stones(stage: Stage, x: float, y: float, w: float, colour: Colour) -> None:
    g = stage.rng
    marks = [
        Dab(
            x + g.uniform(-0.5, 0.5) * w,
            y - g.uniform(0, 0.9) * w,
            w * g.uniform(0.01, 0.03),
            w * 0.007,
            0,
            times(colour, g.uniform(0.62, 1.25)),
        )
        for _ in range(500)
    ]
    patch = stage.polygon(
        [(x - w * 0.5, y), (x - w * 0.5, y - w * 1.25), (x + w * 0.5, y - w * 1.25), (x + w * 0.5, y)]
    )
    lit = stage.rgb[patch.window].mean(axis=2) > 0.42
    stage.dabs(marks, Patch(patch.y, patch.x, patch.mask * lit), 0.4)


def nave(
    stage: Stage,
    stone: Colour = "#b8a888",
    dark: Colour = "#2c2632",
    *,
    x: float | None = None,
    y: float = 0.52,
    bays: int = 6,
    light_from: float = 1.0,
) -> None:
    """The inside of a great church down its length: bays of piers, pointed vaults and ribs to the far window."""
    canvas, cx = stage.canvas, stage.wide / 2 if x is None else x
    u0, v0 = canvas.x - cx, canvas.y - y
    for k in range(bays):
        z = 0.46 * 1.46 ** (bays - 1 - k)
        inside = _pointed(u0 * z, v0 * z, 0.21, 0.3)
        near = (k + 1) / bays
        side = np.clip(u0 * z * 4 * -light_from, -1, 1)
        edge = smooth(0.0, 0.004 * z + 0.002, -inside)
        depth = np.clip(-inside, 0, 0.3)
        rib = np.exp(-(((depth - 0.022) / 0.016) ** 2)) + 0.7 * np.exp(-(((depth - 0.062) / 0.01) ** 2))
        web = 0.3 + 0.16 * side - 0.9 * np.clip(depth - 0.08, 0, 0.2)
        tone = (web + rib * (0.48 + 0.3 * side)) * (1.05 - 0.3 * near) * (1 + 0.12 * stage.grain)
        colour = mix(dark, stone, np.clip(np.asarray(tone, np.float32), 0, 1)) * (1 + 0.05 * stage.tint)
        haze = mix(colour, "#f2d9a8", 0.5 * (1 - near) ** 1.5)
        canvas.lay(edge * (v0 * z < 0.24), np.asarray(haze, np.float32))


def _pointed(u: Array, v: Array, half: float, rise: float) -> Array:
    """How far inside a pointed arch of that half width springing at v = 0 each place lies (negative outside)."""
    straight = half - np.abs(u)
    radius = half * 1.9
    arc = radius - np.hypot(np.abs(u) + radius - half, np.minimum(v + 0.02, 0) * (radius / rise) * 0.75)
    return np.asarray(np.where(v < -0.02, arc, straight), np.float32)
