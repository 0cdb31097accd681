"""Bridges of stone and of timber."""

import numpy as np

from scenes.brush import Canvas, oval
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.walls import weathered


def arches(
    canvas: Canvas,
    left: float,
    right: float,
    deck: float,
    water: float,
    light: Light,
    n: int = 3,
    colour: Colour = "#b8a488",
    hump: float = 0.06,
    thick: float = 0.05,
    snow: float = 0,
) -> None:
    """A stone bridge of `n` arches; its deck rises by `hump` in the middle."""

    def road(x: float) -> float:
        t = (x - left) / (right - left)
        return deck - hump * 4 * t * (1 - t)

    top = [(float(x), road(float(x))) for x in np.linspace(left, right, 41)]
    sheet = canvas.sheet()
    foot = lighter(mix(colour, light.shade, 0.3), -0.2)
    sheet.grade([*top, (right, water), (left, water)], mix(colour, light.sun, 0.3), foot)
    for i in range(n):
        middle = left + (right - left) * (i + 0.5) / n
        _opening(sheet, middle, water, (right - left) / n * 0.4, water - road(middle) - thick, thick, colour)
    weathered(sheet, 0.4, 16)
    sheet.line(
        [(x, y - thick * 0.1) for x, y in top], thick * 0.3, mix(lighter(colour, 0.2), "#f8f8fc", snow)
    )
    sheet.line([(x, y + thick * 0.35) for x, y in top], thick * 0.12, lighter(colour, -0.4))
    canvas.place(sheet)


def _opening(
    sheet: Canvas, x: float, water: float, half: float, high: float, thick: float, colour: Colour
) -> None:
    """An arch cut out of the sheet: ring stones, the dark inner side, and nothing beyond it."""
    sheet.line(
        oval(x, water, half * 1.04, high * 1.05, 0, np.pi, 2 * np.pi), thick * 0.3, lighter(colour, 0.25)
    )
    round_head = oval(x, water, half, high, 0, np.pi, 2 * np.pi)
    sheet.fill(round_head, "#3c3634")
    gone = 1 - sheet.mask(round_head) * sheet.mask(round_head + np.array([half * 0.14, 0], np.float32))
    sheet.rgb *= gone[..., None]
    sheet.alpha *= gone


def footbridge(
    canvas: Canvas,
    left: float,
    right: float,
    deck: float,
    light: Light,
    colour: Colour = "#6a4a34",
    hump: float = 0.03,
    posts: float = 0.12,
    snow: bool = False,
) -> None:
    """A bridge of timber: planks, a rail, posts in the water."""
    t = np.linspace(0, 1, 25)
    path = np.stack([left + (right - left) * t, deck - hump * 4 * t * (1 - t)], axis=-1)
    for i in range(1, 24, 4):
        canvas.line([path[i], path[i] + np.array([0, posts])], 0.014, lighter(colour, -0.35))
    canvas.line(path, 0.02, mix(colour, light.sun, 0.25))
    canvas.line(path + np.array([0, 0.011]), 0.008, lighter(colour, -0.5))
    rail = path - np.array([0, 0.07])
    canvas.line(rail, 0.009, mix(colour, light.sun, 0.35))
    for i in range(0, 25, 2):
        canvas.line([path[i], rail[i]], 0.007, colour)
    if snow:
        canvas.line(path - np.array([0, 0.01]), 0.014, "#f6f8ff")
        canvas.line(rail - np.array([0, 0.005]), 0.007, "#f6f8ff")
