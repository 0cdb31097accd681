"""Seas in motion: a sky over high waves, spray, and shallows that run up a beach."""

import numpy as np

from scenes import sky
from scenes.brush import Canvas
from scenes.colour import mix, ramp
from scenes.light import Light
from scenes.noise import Field, smooth
from scenes.view import Eye, View
from scenes.water import sea, surf, swell, water


def stormy(
    canvas: Canvas, light: Light, horizon: float, height: float, foam: float, eye: float = 0.4
) -> View:
    """A sky full of clouds over a high sea."""
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon + 0.05, 0.85, 1.2, puff=0.8, soft=0.28)
    waves = swell(canvas.rng, height, 6 * height, 0.8)
    return sea(canvas, light, Eye(horizon, eye), waves, "#16323c", "#6a9a88", foam, height, haze=16)


def spray(canvas: Canvas, x: float, y: float, size: float, n: int = 130) -> None:
    """Water thrown up where a sea breaks on something hard."""
    rng = canvas.rng
    angle, away = rng.uniform(np.pi * 1.05, np.pi * 1.95, n), np.abs(rng.normal(0, 0.55, n))
    canvas.dabs(
        x + np.cos(angle) * away * size,
        y + np.sin(angle) * away * size,
        size * 0.16,
        size * 0.1,
        angle,
        mix("#c4d4d8", "#ffffff", rng.random(n)),
        0.4 * np.exp(-away),
    )


def tropical(canvas: Canvas, light: Light, horizon: float, near: float, deep: str = "#1c6c94") -> Field:
    """A sea that turns from deep blue to turquoise to the wet sand at y = near; gives the shore line."""
    line = near + 0.05 * np.sin(canvas.x[0] * 2.2 + 0.5) + 0.03 * (canvas.noise(2, 3)[0] - 0.5)
    t = (canvas.y - horizon) / (line[None] - horizon)
    shallow = ramp(
        [(0, deep), (0.45, "#2ca0b0"), (0.85, "#8cd8c8"), (1, "#d8e8d0")],
        t + 0.12 * (canvas.noise(6, 4, stretch=5) - 0.5),
    )
    water(canvas, canvas.under(horizon), light, horizon, 0.5, deep, 0.9)
    canvas.lay(canvas.under(horizon) * 0.75, shallow)
    sand = mix("#e0c898", "#f6e6c4", canvas.noise(9, 5, stretch=3))
    canvas.lay(
        canvas.under(line[None], 0.01), mix(sand, "#b89a6c", smooth(0.05, 0.0, canvas.y - line[None]) * 0.6)
    )
    surf(canvas, line, 0.035)
    return np.asarray(line, np.float32)
