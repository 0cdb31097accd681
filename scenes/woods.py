"""Particular trees: birch, willow, palm."""

import numpy as np

from scenes.brush import Canvas, curve, ribbon
from scenes.colour import mix
from scenes.light import Light
from scenes.trees import GOLD, SPRING, Greens, boughs, leaf_colours


def birch(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    light: Light,
    greens: Greens = GOLD,
    leaves: int = 420,
    width: float = 0.028,
) -> None:
    """A slender white trunk with dark scars, and fine hanging leaves."""
    rng = canvas.rng
    lean = rng.normal(0, 0.03) * height
    path = curve([(x, base), (x + lean * 0.3, base - height * 0.5), (x + lean, base - height)], 12)
    canvas.fill(ribbon(path, height * width, height * width * 0.35), "#dcd8cc")
    dark = -np.sign(light.direction[0]) * height * width * 0.28
    canvas.line(path + np.array([dark, 0], np.float32), height * width * 0.42, "#8a8a94", 0.65, taper=0.4)
    for _ in range(int(18 + height * 22)):
        i = rng.integers(0, len(path) - 1)
        px, py = path[i]
        canvas.dabs(
            px + rng.normal(0, width * height * 0.2),
            py + rng.normal(0, 0.02),
            height * width * rng.uniform(0.4, 1),
            height * 0.006,
            rng.normal(0, 0.2),
            "#2c2a2c",
            0.85,
        )
    for _ in range(9):
        i = rng.integers(len(path) // 2, len(path))
        px, py = path[i]
        end = (px + rng.normal(0, 0.14) * height, py - rng.uniform(0.02, 0.1) * height)
        canvas.line([(px, py), end], height * 0.007, "#5a5048", 0.9, taper=0.2)
    t, side = rng.beta(2.2, 1.6, leaves), rng.normal(0, 0.1, leaves)
    tone = np.clip(0.5 + side * 2.5 * light.direction[0] + rng.normal(0, 0.25, leaves), 0, 1)
    colour = leaf_colours(greens, tone)
    canvas.dabs(
        x + lean * t + side * height * (1.15 - 0.5 * t),
        base - height * (0.35 + 0.68 * t),
        height * 0.022,
        height * 0.013,
        rng.normal(1.4, 0.5, leaves),
        colour,
        0.85,
    )


def willow(
    canvas: Canvas, x: float, base: float, height: float, light: Light, greens: Greens = SPRING
) -> None:
    """Weeping curtains from a short crooked trunk."""
    rng = canvas.rng
    boughs(canvas, x, base, height * 0.9, "#4a4030", depth=4, sway=0.6, width=0.11)
    for _ in range(46):
        top = (x + rng.normal(0, 0.2) * height, base - height * rng.uniform(0.6, 0.98))
        drop, n = height * rng.uniform(0.3, 0.7), 22
        t = np.linspace(0, 1, n)
        out = np.sign(top[0] - x) * height * 0.07
        tone = np.clip(
            0.75 - t * 0.5 + (top[0] - x) / height * light.direction[0] + rng.normal(0, 0.12, n), 0, 1
        )
        colour = mix(
            mix(greens[0], greens[1], np.minimum(tone * 2, 1)), greens[2], np.maximum(tone * 2 - 1, 0)
        )
        canvas.dabs(
            top[0] + out * np.sqrt(t),
            np.minimum(top[1] + drop * t**1.3, base + 0.01),
            height * 0.06,
            height * 0.014,
            np.pi / 2 - out * 3,
            colour,
            0.75,
        )


def palm(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    light: Light,
    lean: float = 0.15,
    greens: Greens = ("#24401f", "#55783a", "#a8bc5c"),
) -> None:
    rng = canvas.rng
    top = (x + lean * height, base - height)
    path = curve([(x, base), (x + lean * 0.3 * height, base - height * 0.55), top], 14)
    canvas.fill(ribbon(path, height * 0.055, height * 0.03), "#6a5540")
    canvas.line(path - np.array([height * 0.01, 0], np.float32), height * 0.014, "#b89a74", 0.8)
    for angle in np.linspace(-0.25, np.pi + 0.25, 13) + rng.normal(0, 0.1, 13):
        reach, t = height * rng.uniform(0.32, 0.46), np.linspace(0.05, 1, 26)
        fx = top[0] + np.cos(angle) * reach * t
        fy = top[1] - np.sin(angle) * reach * t * 0.7 + reach * 0.65 * t**2
        tone = np.clip(
            0.5 + np.cos(angle) * light.direction[0] * 0.4 + 0.2 * np.sin(angle) + rng.normal(0, 0.1, 26),
            0,
            1,
        )
        colour = mix(
            mix(greens[0], greens[1], np.minimum(tone * 2, 1)), greens[2], np.maximum(tone * 2 - 1, 0)
        )
        way = np.arctan2(np.gradient(fy), np.gradient(fx))
        canvas.line(np.stack([fx, fy], axis=-1), height * 0.012, greens[1], taper=0.3)
        for hang in (-0.75, 0.75):
            out = height * 0.05 * (1.15 - t)
            lx, ly = fx + np.cos(way + hang) * out, fy + np.sin(way + hang) * out + height * 0.012
            canvas.dabs(lx, ly, out * 2.4, height * 0.016, way + hang, colour, 0.9)
