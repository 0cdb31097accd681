"""Buildings that stand out: steeples, churches, domes, windmills, lighthouses, castles."""

import numpy as np

from scenes.brush import Canvas, curve, oval
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.walls import box, roof, sides, wall, window


def _taper(
    canvas: Canvas,
    x: float,
    low: float,
    high: float,
    half_low: float,
    half_high: float,
    colour: Colour,
    light: Light,
) -> None:
    """A round body that narrows upwards."""
    outline = [(x - half_low, low), (x - half_high, high), (x + half_high, high), (x + half_low, low)]
    canvas.grade(outline, *sides(colour, light), across=True)


def _cap(canvas: Canvas, x: float, y: float, rx: float, ry: float, colour: Colour, light: Light) -> None:
    """Half a ball, upright."""
    canvas.grade(oval(x, y, rx, ry, 0, np.pi, 2 * np.pi), *sides(colour, light), across=True)


def steeple(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    light: Light,
    colour: Colour = "#b8a888",
    spire: Colour = "#4c5c64",
    snow: float = 0,
    kind: str = "spire",
) -> None:
    """A tower under a spire, an onion, or the low pyramid of a campanile."""
    body = 0.78 if kind == "campanile" else 0.55
    top = base - h * body
    _taper(canvas, x, base, top, w / 2, w / 2, colour, light)
    for t in (0.25, 0.55, 0.82):
        y = base - h * body * t
        canvas.line([(x - w * 0.54, y), (x + w * 0.54, y)], h * 0.008, lighter(colour, 0.3))
    for dx in (-0.18, 0.18):
        belfry = top + h * body * 0.2
        window(canvas, x + dx * w, belfry, w * 0.18, h * body * 0.13, light, lighter(colour, 0.2), True)
    halves = {
        "onion": curve([(-0.5, 0), (-0.58, 0.1), (-0.25, 0.2), (-0.06, 0.27), (0, 0.42)], 8).tolist(),
        "campanile": [(-0.56, 0), (-0.5, 0.03), (0, 0.22)],
        "spire": [(-0.6, 0), (-0.3, 0.08), (0, 0.45)],
    }
    left = [(x + a * w, top - b * h) for a, b in halves[kind]]
    canvas.grade(
        [*left, *[(2 * x - a, b) for a, b in left[::-1]]],
        *sides(mix(spire, "#f4f6fc", snow), light),
        across=True,
    )
    canvas.line([left[-1], (x, left[-1][1] - h * 0.05)], w * 0.05, "#d8b860")


def church(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    light: Light,
    colour: Colour = "#e0d6c2",
    tiles: Colour = "#6a4a40",
    snow: float = 0,
    kind: str = "spire",
    lamp: float = 0,
) -> None:
    """A village church, tower and nave; `size` is the tower's height."""
    s, eaves, ridge = size, base - 0.25 * size, base - 0.46 * size
    wall(canvas, x, eaves, x + 0.52 * s, base, colour, light)
    roof(
        canvas,
        [(x - 0.02 * s, eaves), (x + 0.05 * s, ridge), (x + 0.46 * s, ridge), (x + 0.56 * s, eaves)],
        tiles,
        light,
        snow,
    )
    for t in (0.16, 0.28, 0.4):
        frame = lighter(colour, 0.2)
        window(canvas, x + t * s, base - 0.06 * s, 0.045 * s, 0.13 * s, light, frame, True, None, lamp)
    steeple(canvas, x, base, 0.2 * s, s, light, colour, tiles, snow, kind)


def dome(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    light: Light,
    colour: Colour = "#d8cdb8",
    lead: Colour = "#7a94a0",
) -> None:
    """A great domed church, as at the mouth of the Grand Canal; `size` is its height."""
    s = size
    wall(canvas, x - 0.46 * s, base - 0.36 * s, x + 0.46 * s, base, colour, light)
    for t in np.linspace(-0.38, 0.38, 5):
        window(canvas, x + float(t) * s, base - 0.06 * s, 0.07 * s, 0.2 * s, light, "#f0e8d8", True)
    for side in (-0.36, 0.36):
        _cap(canvas, x + side * s, base - 0.36 * s, 0.09 * s, 0.13 * s, lead, light)
    _taper(canvas, x, base - 0.34 * s, base - 0.5 * s, 0.25 * s, 0.25 * s, colour, light)
    for t in np.linspace(-0.2, 0.2, 6):
        canvas.line([(x + t * s, base - 0.48 * s), (x + t * s, base - 0.38 * s)], 0.022 * s, "#5a5c60")
    _cap(canvas, x, base - 0.5 * s, 0.27 * s, 0.32 * s, lead, light)
    for t in (0.3, 0.6, 0.85):
        for start in (-np.pi / 2, -np.pi):
            rib = oval(x, base - 0.5 * s, 0.27 * s * t, 0.32 * s, 0, start, start + np.pi / 2)
            canvas.line(rib, 0.005 * s, lighter(lead, -0.3), 0.6)
    _taper(canvas, x, base - 0.8 * s, base - 0.93 * s, 0.05 * s, 0.05 * s, colour, light)
    _cap(canvas, x, base - 0.92 * s, 0.055 * s, 0.07 * s, lead, light)


def windmill(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    light: Light,
    turn: float = 0.4,
    colour: Colour = "#7a5a44",
    cap: Colour = "#4a3c34",
) -> None:
    """A tower mill: tapering body, gallery, thatched cap and four sails; `size` up to the cap's top."""
    s = size
    _taper(canvas, x, base, base - 0.82 * s, 0.21 * s, 0.12 * s, colour, light)
    for t in np.linspace(0.1, 0.78, 9):
        half, y = (0.21 - 0.11 * t) * s, base - t * s
        canvas.line([(x - half, y), (x + half, y)], 0.006 * s, lighter(colour, -0.35), 0.5)
    window(canvas, x, base - 0.52 * s, 0.05 * s, 0.08 * s, light)
    window(canvas, x + 0.04 * s, base - 0.26 * s, 0.05 * s, 0.08 * s, light)
    canvas.grade(box(x - 0.045 * s, base - 0.16 * s, x + 0.045 * s, base), "#4a3424", "#2a1c14")
    canvas.line([(x - 0.25 * s, base - 0.38 * s), (x + 0.25 * s, base - 0.38 * s)], 0.022 * s, "#5a4838")
    for t in np.linspace(-0.25, 0.25, 11):
        canvas.line([(x + t * s, base - 0.38 * s), (x + t * s, base - 0.43 * s)], 0.006 * s, "#e0d6c4")
    hood = [
        (x - 0.14 * s, base - 0.81 * s),
        (x - 0.11 * s, base - 0.93 * s),
        (x, base - s),
        (x + 0.11 * s, base - 0.93 * s),
        (x + 0.14 * s, base - 0.81 * s),
    ]
    canvas.grade(curve(hood, 6), *sides(cap, light), across=True)
    for i in range(4):
        _sweep(canvas, x, base - 0.87 * s, 0.62 * s, turn + i * np.pi / 2, light)
    canvas.ellipse(x, base - 0.87 * s, 0.02 * s, 0.02 * s, "#2a2018")


def _sweep(canvas: Canvas, x: float, y: float, reach: float, angle: float, light: Light) -> None:
    """One sail of a mill: lattice and cloth."""
    cos, sin = reach * np.cos(angle), reach * np.sin(angle)

    def at(along: float, side: float) -> tuple[float, float]:
        return x + along * cos - side * sin, y + along * sin + side * cos

    canvas.fill(
        [at(0.2, 0.01), at(1, 0.01), at(1, 0.19), at(0.2, 0.19)], mix("#e6dac0", light.sun, 0.3), 0.75
    )
    for t in np.linspace(0.2, 1, 10):
        canvas.line([at(float(t), 0), at(float(t), 0.19)], reach * 0.012, "#4c3a2c")
    for side in (0.0, 0.1, 0.19):
        canvas.line([at(0.2, side), at(1, side)], reach * 0.013, "#4c3a2c")
    canvas.line([(x, y), at(1.02, 0)], reach * 0.035, "#3a2a20", taper=0.5)


def lighthouse(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    light: Light,
    stripes: Colour | None = "#b83a30",
    lit: bool = False,
) -> None:
    """A white tower with its lantern, perhaps striped; `size` high."""
    s = size

    def drum(low: float, high: float, colour: Colour) -> None:
        half = [(0.11 - 0.04 * t) * s for t in (low, high)]
        _taper(canvas, x, base - low * s, base - high * s, half[0], half[1], colour, light)

    drum(0, 0.8, "#efe9dc")
    if stripes is not None:
        for low in (0.1, 0.37, 0.64):
            drum(low, low + 0.14, stripes)
    for t in (0.3, 0.56):
        canvas.fill(box(x - 0.012 * s, base - t * s - 0.03 * s, x + 0.012 * s, base - t * s), "#2c343c")
    canvas.fill(box(x - 0.1 * s, base - 0.82 * s, x + 0.1 * s, base - 0.79 * s), "#3c3c42")
    for t in np.linspace(-0.1, 0.1, 7):
        canvas.line([(x + t * s, base - 0.87 * s), (x + t * s, base - 0.81 * s)], 0.006 * s, "#3c3c42")
    glass = ("#ffe9a8", "#ffd060") if lit else ("#a8c0cc", "#4c6070")
    canvas.grade(box(x - 0.05 * s, base - 0.91 * s, x + 0.05 * s, base - 0.82 * s), *glass, across=True)
    _taper(canvas, x, base - 0.91 * s, base - s, 0.065 * s, 0.004 * s, "#a83830", light)
    if lit:
        canvas.glow(x, base - 0.865 * s, 0.12 * s, "#ffe6a0", 1)


def castle(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    light: Light,
    colour: Colour = "#a8987c",
    tiles: Colour = "#5a4a54",
) -> None:
    """Towers with pointed roofs rising from a battlemented wall; `size` wide."""
    s = size
    wall(canvas, x - 0.45 * s, base - 0.28 * s, x + 0.45 * s, base, colour, light)
    for t in np.arange(-0.45, 0.44, 0.06):
        canvas.fill(
            box(x + t * s, base - 0.31 * s, x + (t + 0.03) * s, base - 0.27 * s), mix(colour, light.sun, 0.25)
        )
    for t, w, h in ((-0.42, 0.14, 0.62), (0.0, 0.2, 0.78), (0.24, 0.1, 0.95), (0.42, 0.15, 0.55)):
        eaves, half = base - h * 0.62 * s, w * s / 2
        _taper(canvas, x + t * s, base, eaves, half, half, colour, light)
        _taper(canvas, x + t * s, eaves, base - h * s, half * 1.2, 0.002, tiles, light)
        for k in (0.25, 0.45):
            slit = base - h * k * s
            canvas.fill(box(x + (t - 0.01) * s, slit - 0.05 * s, x + (t + 0.01) * s, slit), "#241e20")
