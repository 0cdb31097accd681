"""Flowers: heads seen close, whole bouquets in a vase, and beds of them running into the distance."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scenes.colour import Colour, mix
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage

Head = Callable[
    [Stage, float, float, float, Colour, float], None
]  # stage, x, y, radius, colour, lean (radians)


def petal(
    stage: Stage,
    x: float,
    y: float,
    length: float,
    width: float,
    angle: float,
    colour: Colour,
    curl: float = 0.0,
    texture: float = 0.12,
) -> Patch:
    """A petal from its root at (x, y) outwards, `width` at its widest, its tip bent by `curl`."""
    outline = (
        (0, -0.1),
        (0.35, -0.42),
        (0.75, -0.46),
        (1.0, -0.12),
        (1.0, 0.14),
        (0.75, 0.46),
        (0.35, 0.42),
        (0, 0.1),
    )
    c, s = np.cos(angle), np.sin(angle)
    points: list[Point] = []
    for u, v in outline:
        a, b = u * length, v * width + curl * length * u * u
        points.append((x + a * c - b * s, y + a * s + b * c))
    patch = stage.blob(points)
    stage.form(patch, colour, texture=texture, glow=0.25)
    return patch


def veins(
    stage: Stage,
    patch: Patch,
    x: float,
    y: float,
    length: float,
    angle: float,
    colour: Colour,
    count: int = 5,
) -> None:
    """Fine strokes along a petal, fanning from its root."""
    fan = np.linspace(-0.35, 0.35, count)
    marks = [
        Dab(
            x + np.cos(angle + a) * length * 0.6,
            y + np.sin(angle + a) * length * 0.6,
            length * 0.6,
            length * 0.035,
            angle + a * 0.6,
            colour,
        )
        for a in fan
    ]
    stage.dabs(marks, patch, 0.5)


def tulip(stage: Stage, x: float, y: float, r: float, colour: Colour, lean: float = 0.0) -> None:
    up = -np.pi / 2 + lean
    foot = (x - np.cos(up) * r, y - np.sin(up) * r)
    for spread, shade, width in ((-0.28, 0.62, 1.0), (0.3, 0.6, 1.0), (0.02, 0.72, 1.1)):
        petal(stage, *foot, r * 1.95, r * width, up + spread, times(colour, shade))
    for spread, width in ((-0.3, 1.05), (0.32, 1.0), (0.0, 1.2)):
        piece = petal(stage, *foot, r * 1.8, r * width, up + spread, colour, -spread * 0.35)
        veins(stage, piece, *foot, r * 1.8, up + spread, mix(colour, "#ffe9b0", 0.35))


def rose(stage: Stage, x: float, y: float, r: float, colour: Colour, lean: float = 0.0) -> None:
    """Outer petals opened wide, then ever smaller ones wound about the heart."""
    g = stage.rng
    turn = g.uniform(0, 6.28)
    for ring, (reach, count) in enumerate(((1.0, 6), (0.78, 5), (0.56, 5), (0.36, 4))):
        for i in range(count):
            a = turn + ring * 0.7 + i * 2 * np.pi / count + g.uniform(-0.15, 0.15)
            tone = mix(times(colour, 0.8 + 0.12 * ring), "#fff0dc", 0.1 + 0.22 * max(0.0, -np.sin(a + 0.7)))
            cx, cy = x + np.cos(a) * r * reach * 0.42, y + np.sin(a) * r * reach * 0.38
            shade = stage.ellipse(cx, cy + r * 0.04, r * reach * 0.6, r * reach * 0.5, a + 1.57)
            stage.lay(shade, times(colour, 0.42), 0.5)
            body = stage.ellipse(cx, cy, r * reach * 0.56, r * reach * 0.45, a + 1.57 + g.uniform(-0.2, 0.2))
            stage.form(body, tone, texture=0.08, glow=0.3)
    stage.form(stage.ellipse(x, y, r * 0.2, r * 0.16), times(colour, 0.62))
    swirl = [
        Dab(
            x + np.cos(t) * r * 0.02 * t,
            y + np.sin(t) * r * 0.017 * t,
            r * 0.14,
            r * 0.035,
            t + 1.57,
            times(colour, 0.5),
        )
        for t in np.arange(2, 12, 0.7)
    ]
    stage.dabs(swirl, opacity=0.7)


def rays(
    stage: Stage,
    x: float,
    y: float,
    r: float,
    colour: Colour,
    count: int,
    width: float,
    start: float,
    squash: float,
    shade: float,
) -> None:
    """A ring of petals about a centre, foreshortened by `squash`."""
    g = stage.rng
    for i in g.permutation(count):
        a = i * 2 * np.pi / count + g.uniform(-0.12, 0.12)
        dx, dy = np.cos(a), np.sin(a) * squash
        length = r * (1 - start) * np.hypot(dx, dy) * g.uniform(0.88, 1.1)
        tone = times(colour, shade * g.uniform(0.88, 1.1) * (1 - 0.14 * max(0.0, dx * 0.6 + dy)))
        petal(
            stage,
            x + dx * r * start,
            y + dy * r * start,
            length,
            r * width,
            float(np.arctan2(dy, dx)),
            tone,
            g.uniform(-0.12, 0.12),
        )


def sunflower(
    stage: Stage, x: float, y: float, r: float, colour: Colour = "#e9ae1c", lean: float = 0.0
) -> None:
    squash = 0.92 - 0.3 * min(1.0, abs(lean))
    rays(stage, x, y, r, times(colour, 0.8), 16, 0.34, 0.3, squash, 0.85)
    rays(stage, x, y, r * 0.94, colour, 15, 0.3, 0.34, squash, 1.05)
    eye = stage.ellipse(x, y, r * 0.46, r * 0.46 * squash)
    stage.form(eye, "#5a3414", texture=0.2)
    g = stage.rng
    a, d = g.uniform(0, 6.28, 110), np.sqrt(g.uniform(0, 1, 110)) * r * 0.44
    seeds = [
        Dab(
            x + di * np.cos(ai),
            y + di * np.sin(ai) * squash,
            r * 0.07,
            r * 0.05,
            ai,
            mix("#2c170a", "#b8791f", float(g.uniform(0, 1)) ** 2 * (0.4 + di / r)),
        )
        for ai, di in zip(a, d, strict=True)
    ]
    stage.dabs(seeds, eye, 0.9)


def daisy(stage: Stage, x: float, y: float, r: float, colour: Colour = "#f3efe0", lean: float = 0.0) -> None:
    squash = 0.9 - 0.35 * min(1.0, abs(lean))
    rays(stage, x, y, r, colour, 13, 0.32, 0.2, squash, 0.96)
    stage.form(stage.ellipse(x, y, r * 0.27, r * 0.25 * squash), "#d8991c", texture=0.2)


def dahlia(stage: Stage, x: float, y: float, r: float, colour: Colour, lean: float = 0.0) -> None:
    for k, (reach, count) in enumerate(((1.0, 14), (0.78, 12), (0.55, 9), (0.32, 6))):
        rays(stage, x, y, r * reach, colour, count, 0.3, 0.18, 0.92, 0.78 + 0.1 * k)
    stage.form(stage.ellipse(x, y, r * 0.12, r * 0.11), times(colour, 0.6))


def poppy(stage: Stage, x: float, y: float, r: float, colour: Colour = "#cf3020", lean: float = 0.0) -> None:
    g = stage.rng
    for a, shade in ((-1.57, 0.78), (0.1, 0.9), (3.05, 1.0), (1.57, 1.05)):
        turn = a + lean + g.uniform(-0.2, 0.2)
        piece = petal(
            stage,
            x - np.cos(turn) * r * 0.1,
            y - np.sin(turn) * r * 0.1,
            r * 1.02,
            r * 1.6,
            turn,
            times(colour, shade),
            g.uniform(-0.2, 0.2),
            0.16,
        )
        veins(stage, piece, x, y, r, turn, times(colour, 0.6), 7)
    stage.form(stage.ellipse(x, y, r * 0.2, r * 0.19), "#2a2a22")
    ring = [
        Dab(x + np.cos(t) * r * 0.3, y + np.sin(t) * r * 0.28, r * 0.12, r * 0.05, t, "#1c1420")
        for t in np.arange(0, 6.2, 0.45)
    ]
    stage.dabs(ring, opacity=0.85)


def iris(stage: Stage, x: float, y: float, r: float, colour: Colour = "#5a4a9e", lean: float = 0.0) -> None:
    for a, curl in ((-1.95, -0.2), (-1.2, 0.2), (-1.57, 0.0)):
        petal(stage, x, y, r * 1.15, r * 0.62, a + lean, mix(colour, "#c9c4ee", 0.32), curl)
    for a, curl in ((2.75, -0.35), (0.4, 0.35), (1.57, 0.05)):
        piece = petal(stage, x, y, r * 1.1, r * 0.72, a + lean, colour, curl)
        veins(stage, piece, x, y, r, a + lean, times(colour, 0.55), 6)
        stage.dabs(
            [Dab(x + np.cos(a) * r * 0.3, y + np.sin(a) * r * 0.3, r * 0.4, r * 0.1, a, "#e8bc34")],
            piece,
            0.9,
        )


def cluster(stage: Stage, x: float, y: float, r: float, colour: Colour, lean: float = 0.0) -> None:
    """Lilac and hydrangea: a rounded head of many small florets, lit from above."""
    g = stage.rng
    body = stage.ellipse(x, y, r * 0.9, r * 0.85)
    stage.form(body, times(colour, 0.6))
    a, d = g.uniform(0, 6.28, 130), np.sqrt(g.uniform(0, 1, 130)) * r
    florets = []
    for ai, di in sorted(zip(a, d, strict=True), key=lambda p: -p[1]):
        dx, dy = di * np.cos(ai), di * np.sin(ai) * 0.94
        lit = 0.78 - 0.3 * (dx * -stage.light.towards[0] + dy) / r + g.uniform(-0.12, 0.12)
        tone = mix(times(colour, 0.6), mix(colour, "#ffffff", 0.4), float(np.clip(lit, 0, 1)))
        turn = g.uniform(0, 3.1)
        florets += [
            Dab(x + dx, y + dy, r * 0.2, r * 0.1, turn, tone),
            Dab(x + dx, y + dy, r * 0.2, r * 0.1, turn + 1.57, tone),
        ]
        florets.append(Dab(x + dx, y + dy, r * 0.05, r * 0.05, 0, times(tone, 0.6)))
    stage.dabs(florets)


def lily(stage: Stage, x: float, y: float, r: float, colour: Colour = "#f4ead8", lean: float = 0.0) -> None:
    for i, a in enumerate((-2.6, -0.5, -1.57, 2.5, 0.6, 1.57)):
        piece = petal(
            stage,
            x,
            y,
            r * (1.05 + 0.05 * (i % 2)),
            r * 0.46,
            a + lean,
            times(colour, 0.85 + 0.03 * i),
            0.16 if i % 2 else -0.16,
        )
        veins(stage, piece, x, y, r, a + lean, mix(colour, "#c9706a", 0.4), 3)
    stamens = [
        Dab(x + np.cos(a) * r * 0.35, y + np.sin(a) * r * 0.3, r * 0.16, r * 0.07, a, "#b5651d")
        for a in (-2.2, -1.5, -0.9, 0.2, 2.9)
    ]
    stage.dabs(stamens)


def blade(
    stage: Stage,
    x: float,
    y: float,
    length: float,
    angle: float,
    bend: float,
    colour: Colour = "#4a6f3a",
    width: float = 0.16,
) -> None:
    """A long leaf, as a tulip's or an iris's, from its root."""
    t = np.linspace(0, 1, 7)
    turn = angle + bend * t
    px, py = x + np.cumsum(np.cos(turn)) * length / 7, y + np.cumsum(np.sin(turn)) * length / 7
    half = length * width * 0.5 * np.sin(np.pi * np.clip(t * 0.92 + 0.08, 0, 1)) ** 0.7 + 0.001
    side = [(a - np.sin(u) * h, b + np.cos(u) * h) for a, b, u, h in zip(px, py, turn, half, strict=True)]
    other = [(a + np.sin(u) * h, b - np.cos(u) * h) for a, b, u, h in zip(px, py, turn, half, strict=True)]
    patch = stage.blob([(float(a), float(b)) for a, b in side + other[::-1]])
    stage.form(patch, colour, glow=0.2)
    rib = [
        Dab(float(a), float(b), length * 0.18, length * 0.012, float(u), mix(colour, "#d5dda0", 0.45))
        for a, b, u in zip(px, py, turn, strict=True)
    ]
    stage.dabs(rib, patch, 0.6)
