"""Houses face on: cottages, the gabled fronts of Dutch canals, Venetian palaces."""

import numpy as np

from scenes.brush import Canvas, curve
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.walls import arch, box, roof, wall, window


def cottage(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    light: Light,
    colour: Colour = "#e6dcc6",
    tiles: Colour = "#8a4a34",
    snow: float = 0,
    lamp: float = 0,
    smoke: bool = False,
    beams: Colour | None = None,
) -> None:
    """A house, its long side to us: steep roof, chimney, door, windows; half-timbered where `beams` are given."""
    left, right, eaves, ridge = x - w / 2, x + w / 2, base - h * 0.48, base - h
    _chimney(canvas, x + w * 0.24, ridge, w, h, snow, smoke)
    wall(canvas, left, eaves, right, base, colour, light)
    if beams is not None:
        _timber(canvas, left, eaves, right, base, beams)
    door = x - w * canvas.rng.uniform(-0.1, 0.1)
    canvas.grade(box(door - w * 0.06, base - h * 0.3, door + w * 0.06, base), "#6a4a34", "#382418")
    for place in (-0.33, -0.18, 0.2, 0.36) if w > h * 0.9 else (-0.28, 0.28):
        window(canvas, x + place * w, base - h * 0.15, w * 0.085, h * 0.19, light, lamp=lamp)
    canvas.fill(box(left, eaves, right, eaves + h * 0.05), "#1c1a20", 0.4)
    slope = [
        (left - w * 0.05, eaves),
        (left + w * 0.07, ridge),
        (right - w * 0.07, ridge),
        (right + w * 0.05, eaves),
    ]
    roof(canvas, slope, tiles, light, snow)
    if snow:
        for t in np.linspace(-0.5, 0.5, 12):
            hang = h * canvas.rng.uniform(0.02, 0.045)
            canvas.ellipse(x + float(t) * w * 1.06, eaves + h * 0.01, w * 0.06, hang, "#e6ecf8")


def _chimney(canvas: Canvas, x: float, ridge: float, w: float, h: float, snow: float, smoke: bool) -> None:
    if smoke:
        n, rng = 36, canvas.rng
        t = np.linspace(0, 1, n)
        grey = mix("#b8b8c0", "#f0eef0", rng.random(n))
        canvas.dabs(
            x + 0.18 * h * t + rng.normal(0, 0.03, n) * h * (0.3 + t),
            ridge - h * (0.12 + 0.75 * t),
            h * (0.07 + 0.14 * t),
            h * (0.06 + 0.12 * t),
            rng.random(n) * 3,
            grey,
            0.2 * (1.1 - t),
        )
    stack = box(x - w * 0.045, ridge - h * 0.12, x + w * 0.045, ridge + h * 0.2)
    canvas.grade(stack, "#9a6a54", "#5c3c30", across=True)
    if snow:
        canvas.fill(box(x - w * 0.055, ridge - h * 0.16, x + w * 0.055, ridge - h * 0.11), "#f4f6fc")


def _timber(canvas: Canvas, left: float, top: float, right: float, base: float, colour: Colour) -> None:
    wide, middle = right - left, (top + base) / 2
    for x in np.linspace(left, right, 7):
        canvas.line([(x, top), (x, base)], wide * 0.02, colour)
    for y in (top, middle, base):
        canvas.line([(left, y), (right, y)], wide * 0.018, colour)
    for t in (1 / 6, 2 / 3):
        canvas.line([(left + wide * t, base), (left + wide * (t + 1 / 6), middle)], wide * 0.016, colour)


def gabled(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    light: Light,
    colour: Colour,
    kind: str = "step",
    lamp: float = 0,
    snow: float = 0,
) -> None:
    """A tall narrow front of the Dutch canals, under a stepped, bell, neck or pointed gable."""
    left, right, eaves = x - w / 2, x + w / 2, base - h * 0.78
    top = _gable(kind, x, eaves, w, h * 0.22)
    canvas.grade(
        [(left, eaves), *top, (right, eaves)], mix(colour, light.sun, 0.3), mix(colour, light.shade, 0.12)
    )
    canvas.line([(left, eaves), *top, (right, eaves)], w * 0.045, "#f6f8ff" if snow else "#ece4d4")
    wall(canvas, left, eaves, right, base, colour, light)
    floors = 4 if h > w * 2.3 else 3
    tall = h * 0.72 / floors
    for floor in range(floors):
        sill = base - h * 0.04 - floor * tall - tall * 0.12
        for t in (-1 / 3, 0, 1 / 3):
            if floor == 0 and t == 0:
                canvas.grade(box(x - w * 0.09, base - tall * 0.85, x + w * 0.09, base), "#3c4a3c", "#1c241c")
            else:
                window(canvas, x + t * w, sill, w * 0.17, tall * 0.62, light, lamp=lamp)
    window(canvas, x, eaves - h * 0.03, w * 0.17, h * 0.08, light, lamp=lamp * 0.5)
    canvas.line([(x, eaves - h * 0.14), (x, eaves - h * 0.16)], w * 0.1, "#3c2c20")
    canvas.fill(box(left, eaves, left + w * 0.03, base), "#181418", 0.35)


def _gable(kind: str, x: float, eaves: float, w: float, h: float) -> list[tuple[float, float]]:
    """The outline of a gable from its left foot to its right one, given as its left half."""
    steps = [(-1 + i / 4, k / 5) for i in range(4) for k in (i + 1, i + 1)]
    halves: dict[str, list[tuple[float, float]]] = {
        "step": [(t + 0.25 * (i % 2), up) for i, (t, up) in enumerate(steps)],
        "bell": [
            (float(a), float(b)) for a, b in curve([(-1, 0), (-0.72, 0.25), (-0.42, 0.75), (-0.3, 1)], 5)
        ],
        "neck": [(-1, 0.12), (-0.5, 0.25), (-0.42, 0.8), (-0.5, 0.82), (0, 1.1)],
        "point": [(-1, 0), (0, 1)],
    }
    half = [(x + t * w / 2, eaves - up * h) for t, up in halves[kind]]
    return half + [(2 * x - a, b) for a, b in half[::-1]]


def palazzo(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    light: Light,
    colour: Colour = "#d8a87c",
    lamp: float = 0,
) -> None:
    """A Venetian front: arched windows in rows, a balcony, a water gate, a cornice and low tiles."""
    left, right, top = x - w / 2, x + w / 2, base - h
    tiles = [
        (left - w * 0.04, top),
        (left + w * 0.08, top - h * 0.08),
        (right - w * 0.08, top - h * 0.08),
        (right + w * 0.04, top),
    ]
    roof(canvas, tiles, "#a8583c", light)
    wall(canvas, left, top, right, base, colour, light)
    canvas.fill(box(left, base - h * 0.06, right, base), "#4c5648", 0.6)
    across = max(3, round(w / h * 5))
    for tall, up, shut in ((0.32, 0.08, False), (0.3, 0.42, True), (0.24, 0.72, True)):
        for i in range(across):
            wx = left + w * (i + 0.5) / across
            if not shut and i == across // 2:
                canvas.fill(arch(wx, base, w * 0.07, h * 0.28), "#1c1a1c")
                continue
            leaves = "#3f6a58" if shut and i in (0, across - 1) else None
            window(
                canvas,
                wx,
                base - h * up,
                w * 0.42 / across,
                h * tall * 0.62,
                light,
                "#efe8d8",
                True,
                leaves,
                lamp,
            )
        line = base - h * (up - tall * 0.08)
        canvas.line([(left, line), (right, line)], h * 0.014, lighter(colour, 0.4))
    canvas.fill(box(x - w * 0.2, base - h * 0.45, x + w * 0.2, base - h * 0.38), "#e8e0d0", 0.85)
    for t in np.linspace(-0.19, 0.19, 9):
        canvas.line([(x + t * w, base - h * 0.45), (x + t * w, base - h * 0.385)], w * 0.012, "#8a8074")
    canvas.line([(left - w * 0.02, top), (right + w * 0.02, top)], h * 0.03, lighter(colour, 0.35))
