"""Boats: each is drawn on a sheet, mirrored in the water under it, and set afloat."""

from collections.abc import Callable

import numpy as np

from scenes.brush import Canvas, Points, curve
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.staffage import person, seated
from scenes.walls import span
from scenes.water import mirror

Draw = Callable[[Canvas], None]


def afloat(
    canvas: Canvas,
    line: float,
    draw: Draw,
    ripple: float = 0.5,
    tint: Colour = "#2c4a5a",
    strength: float = 0.65,
    tilt: float = 0,
) -> None:
    """Draw a boat apart, weather it, mirror it at its waterline, and place it."""
    sheet = canvas.sheet()
    draw(sheet)
    weather = (canvas.noise(26, 4) - 0.5) * 0.22
    sheet.rgb *= (1 + weather)[..., None]
    mirror(canvas, sheet, line, ripple, tint, strength)
    canvas.place(sheet)


def launch(
    canvas: Canvas,
    boat: Callable[..., None],
    x: float,
    line: float,
    size: float,
    light: Light,
    ripple: float = 0.5,
    tint: Colour = "#2c4a5a",
    strength: float = 0.65,
    **fittings: object,
) -> None:
    """Set one of the boats afloat at (x, line), fitted out as said."""

    def draw(sheet: Canvas) -> None:
        boat(sheet, x, line, size, light, **fittings)

    afloat(canvas, line, draw, ripple, tint, strength)


def hull(
    canvas: Canvas,
    x: float,
    line: float,
    length: float,
    height: float,
    colour: Colour,
    light: Light,
    way: int = 1,
    rise: float = 0.6,
    trim: Colour | None = None,
    inside: Colour | None = None,
) -> None:
    """A hull from the side: bow the way it goes, raised by `rise`; planks, a lit sheer, a dark waterline."""

    def at(t: float, up: float) -> tuple[float, float]:
        return x + way * t * length, line - up * height

    top = curve([at(-0.5, 1.05), at(-0.2, 0.85), at(0.2, 0.9), at(0.52, 1 + rise)], 10)
    keel = curve([at(0.43, 0.0), at(0.0, -0.08), at(-0.44, 0)], 8)
    if inside is not None:
        far = [(px, py - height * 0.28 * (1 - ((px - x) / (0.53 * length)) ** 2)) for px, py in top.tolist()]
        canvas.fill([*top.tolist(), *far[::-1]], inside)
    canvas.grade(np.concatenate([top, keel]), mix(colour, light.sun, 0.28), lighter(colour, -0.55))
    for k in (0.3, 0.55, 0.78):
        plank = [(px, py + (line - py) * k) for px, py in top.tolist()[2:-2]]
        canvas.line(plank, height * 0.05, lighter(colour, -0.5), 0.5)
    canvas.line(top, height * 0.13, trim if trim is not None else lighter(colour, 0.35))
    canvas.line([at(-0.44, 0.03), at(0.0, -0.03), at(0.44, 0.03)], height * 0.12, "#141c22", 0.55)


def sail(
    canvas: Canvas, points: Points, colour: Colour, light: Light, belly: float = 0.1, seams: int = 4
) -> None:
    """Cloth between three or four corners, bellied by the wind, with seams and a shaded leech."""
    p = np.asarray(points, np.float32)
    middle = p.mean(axis=0)
    edges = []
    for a, b in zip(p, np.roll(p, -1, axis=0), strict=True):
        half = (a + b) / 2
        edges.append(curve([tuple(a), tuple(half + (half - middle) * belly), tuple(b)], 6)[:-1])
    sun = light.direction[0] > 0
    bright, dark = mix(colour, light.sun, 0.45), mix(lighter(colour, -0.25), light.shade, 0.35)
    canvas.grade(np.concatenate(edges), dark if sun else bright, bright if sun else dark, across=True)
    low, top = p[p[:, 1].argmax()], p[p[:, 1].argmin()]
    for t in np.linspace(0.2, 0.85, seams):
        y = top[1] + (low[1] - top[1]) * t
        left, right = span(p, float(y))
        canvas.line(
            [(left, y), ((left + right) / 2, y + 0.012 * (right - left)), (right, y)], 0.0022, dark, 0.5
        )


def sailboat(
    canvas: Canvas,
    x: float,
    line: float,
    size: float,
    light: Light,
    colour: Colour = "#f0e8d8",
    sails: Colour = "#f6efdf",
    way: int = 1,
    crew: int = 2,
    lean: float = 0.04,
) -> None:
    """A small sloop: mainsail and jib; `size` is the height of its mast."""
    s = size

    def at(t: float, up: float) -> tuple[float, float]:
        return x + way * t * s + up * s * lean, line - up * s

    canvas.line([at(0.06, 0.05), at(0.06, 1.02)], 0.016 * s, "#5a4432", taper=0.6)
    sail(canvas, [at(0.04, 0.99), at(-0.36, 0.17), at(0.04, 0.15)], sails, light)
    sail(canvas, [at(0.08, 0.86), at(0.09, 0.15), at(0.4, 0.14)], lighter(sails, -0.06), light, 0.12, 3)
    canvas.line([at(0.06, 0.15), at(-0.38, 0.17)], 0.014 * s, "#5a4432")
    for i in range(crew):
        seated(canvas, x - way * (0.16 + 0.12 * i) * s, line - 0.075 * s, 0.26 * s, light)
    hull(canvas, x, line, 0.86 * s, 0.085 * s, colour, light, way)


def rowboat(
    canvas: Canvas,
    x: float,
    line: float,
    size: float,
    light: Light,
    colour: Colour = "#7a4a2c",
    way: int = 1,
    people: int = 2,
    oars: bool = True,
) -> None:
    """A rowing boat `size` long: rower, perhaps passengers, oars dipping."""
    tall = size * 0.42
    places = [0.02, -0.27, 0.27, -0.12][:people]
    inside = lighter(colour, -0.35)
    hull(canvas, x, line, size, size * 0.115, colour, light, way, rise=0.35, inside=inside)
    for i, place in enumerate(places):
        hat = "#e8d49a" if i % 2 else None
        seated(
            canvas,
            x + way * place * size,
            line - size * 0.085,
            tall,
            light,
            hat=hat,
            lean=-0.04 * way,
            arm=0.9,
        )
    hull(canvas, x, line, size, size * 0.105, colour, light, way, rise=0.35)
    if oars and people:
        grip = (x + way * (places[0] + 0.1) * size, line - size * 0.22)
        for reach in (0.36, 0.22):
            tip = (grip[0] - way * reach * size, line + size * 0.03)
            canvas.line([grip, tip], size * 0.014, "#d0b080")
            canvas.line(
                [((grip[0] + tip[0] * 3) / 4, (grip[1] + tip[1] * 3) / 4), tip], size * 0.034, "#d8bc90"
            )


def moored(
    canvas: Canvas, x: float, line: float, size: float, light: Light, colour: Colour, way: int = 1
) -> None:
    """An empty boat tied up."""
    rowboat(canvas, x, line, size, light, colour, way, people=0, oars=False)


def gondola(
    canvas: Canvas, x: float, line: float, size: float, light: Light, way: int = 1, couple: bool = True
) -> None:
    """Black, slender, iron at the prow; the gondolier on the stern, two passengers within."""
    s = size

    def at(t: float, up: float) -> tuple[float, float]:
        return x + way * t * s, line - up * s

    if couple:
        seated(canvas, x - way * 0.0 * s, line - 0.06 * s, 0.24 * s, light, "#a8322c", hat="#e8dcc0")
        seated(canvas, x + way * 0.075 * s, line - 0.06 * s, 0.25 * s, light, "#e6dccb")
    top = curve([at(-0.52, 0.17), at(-0.36, 0.07), at(0, 0.045), at(0.34, 0.08), at(0.5, 0.2)], 8)
    low = curve([at(0.4, 0.02), at(0, -0.012), at(-0.42, 0.02)], 6)
    canvas.grade(np.concatenate([top, low]), "#3a3a48", "#0c0c12")
    canvas.line(top, 0.008 * s, mix("#8a7a68", light.sun, 0.4))
    canvas.line([at(0.49, 0.17), at(0.535, 0.25), at(0.515, 0.15)], 0.016 * s, "#c8ccd4")
    canvas.line([at(-0.08, 0.05), at(-0.1, 0.12), at(-0.04, 0.1)], 0.02 * s, "#8a2430")
    person(
        canvas,
        x - way * 0.36 * s,
        line - 0.07 * s,
        0.36 * s,
        light,
        "#f0ece0",
        skirt=False,
        hat="#e0c888",
        arm=1.1,
    )
    canvas.line([at(-0.28, 0.29), at(-0.12, -0.03)], 0.01 * s, "#a88458")
