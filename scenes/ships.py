"""Working boats and ships: fishing boats, tall ships, steamers."""

import numpy as np

from scenes.boats import hull, sail
from scenes.brush import Canvas
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.staffage import torso


def fisher(
    canvas: Canvas,
    x: float,
    line: float,
    size: float,
    light: Light,
    colour: Colour = "#2f5a6a",
    sails: Colour = "#b0552c",
    way: int = 1,
    crew: int = 3,
    furled: bool = False,
) -> None:
    """A wooden fishing boat with a lugsail the colour of bark, nets, men at work; `size` is its length."""
    s = size

    def at(t: float, up: float) -> tuple[float, float]:
        return x + way * t * s, line - up * s

    hull(canvas, x, line, s, 0.15 * s, colour, light, way, rise=0.5, trim="#e0c890", inside="#3c2c20")
    canvas.line([at(0.08, 0.1), at(0.05, 0.95)], 0.024 * s, "#4a3626", taper=0.6)
    if furled:
        canvas.line([at(-0.34, 0.36), at(0.3, 0.74)], 0.05 * s, mix(sails, light.sun, 0.2), taper=0.5)
    else:
        sail(canvas, [at(0.26, 0.92), at(-0.36, 0.74), at(-0.42, 0.2), at(0.3, 0.22)], sails, light, 0.07, 5)
    for tip in (0.5, -0.5):
        canvas.line([at(0.05, 0.93), at(tip, 0.17)], 0.004 * s, "#3a3028", 0.8)
    coats: list[Colour] = ["#c8a44c", "#38506c", "#8a3c30", "#5a5c50"]
    for i in range(crew):
        t = -0.32 + 0.24 * i
        torso(
            canvas,
            x + way * t * s,
            line - 0.12 * s,
            0.34 * s,
            light,
            coats[i % 4],
            0.9,
            "#3c3a38" if i % 2 else None,
            0.03,
        )
    n = 40
    canvas.dabs(
        x - way * s * 0.3 + canvas.rng.normal(0, 0.06, n) * s,
        line - 0.15 * s + canvas.rng.normal(0, 0.02, n) * s,
        0.05 * s,
        0.008 * s,
        canvas.rng.random(n) * 3,
        "#6a6a54",
        0.7,
    )
    hull(canvas, x, line, s, 0.135 * s, colour, light, way, rise=0.6, trim="#e0c890")


def tallship(
    canvas: Canvas,
    x: float,
    line: float,
    size: float,
    light: Light,
    way: int = 1,
    sails: Colour = "#efe4cc",
    colour: Colour = "#4a3020",
    torn: float = 0,
    tilt: float = 0,
) -> None:
    """A three-masted ship under square sails, `size` high; `tilt` heels it over, `torn` takes sails away."""
    s, cos, sin = size, np.cos(tilt), np.sin(tilt)

    def at(t: float, up: float) -> tuple[float, float]:
        across, high = way * t * s, up * s
        return x + across * cos + high * sin, line - high * cos + across * sin

    masts = ((0.3, 0.86), (0.0, 1.0), (-0.3, 0.78))
    for place, tall in masts:
        canvas.line([at(place, 0.1), at(place, tall)], 0.018 * s, "#3c2c20", taper=0.5)
        for k, (low, high, half) in enumerate(((0.2, 0.46, 0.17), (0.48, 0.7, 0.14), (0.72, 0.9, 0.1))):
            if canvas.rng.random() < torn:
                canvas.line(
                    [at(place - half, high * tall), at(place + half, high * tall)], 0.01 * s, "#4a3828"
                )
                continue
            push, wide = 0.05, half
            sail(
                canvas,
                [
                    at(place - wide * 0.8, high * tall),
                    at(place + wide * 0.85, high * tall),
                    at(place + wide + push, low * tall),
                    at(place - wide + push * 0.4, low * tall),
                ],
                lighter(sails, -0.05 * k),
                light,
                0.1,
                2,
            )
    canvas.line([at(0.42, 0.16), at(0.68, 0.28)], 0.014 * s, "#3c2c20", taper=0.5)
    sail(canvas, [at(0.31, 0.7), at(0.64, 0.27), at(0.38, 0.22)], lighter(sails, -0.08), light, 0.06, 2)
    side = [
        at(-0.5, 0.2),
        at(-0.36, 0.12),
        at(0.2, 0.11),
        at(0.46, 0.18),
        at(0.4, 0.0),
        at(0.0, -0.03),
        at(-0.44, 0.0),
    ]
    canvas.grade(side, mix(colour, light.sun, 0.2), lighter(colour, -0.55))
    canvas.line(
        [at(-0.47, 0.13), at(-0.3, 0.08), at(0.2, 0.075), at(0.42, 0.11)],
        0.018 * s,
        mix("#d8b878", light.shade, 0.25),
    )
    for t in np.linspace(-0.36, 0.32, 9):
        canvas.ellipse(*at(float(t), 0.083), 0.008 * s, 0.008 * s, "#181410")
    for place, tall in masts:
        for foot in (-0.09, 0.09):
            canvas.line([at(place, tall * 0.66), at(place + foot, 0.12)], 0.003 * s, "#2c241c", 0.7)
    canvas.fill([at(0, 1.0), at(0, 1.05), at(-0.12, 1.03)], "#b03028")


def steamer(
    canvas: Canvas, x: float, line: float, size: float, light: Light, way: int = 1, smoke: bool = True
) -> None:
    """A paddle steamer or tug with a tall funnel and a plume; `size` is its length."""
    s = size

    def at(t: float, up: float) -> tuple[float, float]:
        return x + way * t * s, line - up * s

    if smoke:
        n, rng = 90, canvas.rng
        t = np.sort(rng.random(n))[::-1]
        canvas.dabs(
            x - way * (0.05 + 0.95 * t**0.8) * s + rng.normal(0, 0.04, n) * s * t,
            line - s * (0.5 + 0.28 * t) + rng.normal(0, 0.05, n) * s * (0.2 + t),
            s * (0.05 + 0.15 * t),
            s * (0.04 + 0.12 * t),
            rng.random(n) * 3,
            mix("#3c3a40", "#a8a4a4", rng.random(n).astype(np.float32)),
            0.22 * (1.15 - t),
        )
    canvas.grade(
        [at(-0.32, 0.26), at(0.2, 0.26), at(0.2, 0.1), at(-0.32, 0.1)],
        mix("#e8dcc4", light.sun, 0.3),
        "#8a7c70",
    )
    for t in np.linspace(-0.28, 0.15, 7):
        canvas.fill([at(t, 0.22), at(t + 0.035, 0.22), at(t + 0.035, 0.16), at(t, 0.16)], "#3c4858")
    canvas.grade(
        [at(-0.07, 0.5), at(0.01, 0.5), at(0.02, 0.26), at(-0.07, 0.26)], "#c04830", "#5a1c18", across=True
    )
    canvas.fill([at(-0.075, 0.52), at(0.015, 0.52), at(0.015, 0.46), at(-0.075, 0.46)], "#1c1a1c")
    canvas.line([at(0.32, 0.1), at(0.32, 0.5)], 0.012 * s, "#3c3028")
    hull(canvas, x, line, s, 0.12 * s, "#2c3038", light, way, rise=0.4, trim="#d8d0c0")
