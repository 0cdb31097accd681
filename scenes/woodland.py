"""Inside a wood: its floor, paths, far trunks, light between them."""

import numpy as np

from scenes.brush import Canvas, curve, ribbon
from scenes.colour import Colour, mix
from scenes.light import Light
from scenes.noise import Field, smooth


def floor(canvas: Canvas, top: float, near: Colour, far: Colour, speck: Colour) -> None:
    """Forest ground from `top` down: mottled, darker at the viewer's feet."""
    t = smooth(top, 1.0, canvas.y)
    ground = mix(far, near, t)
    ground = mix(ground, speck, smooth(0.5, 0.75, canvas.noise(9, 6, stretch=4)) * 0.7)
    canvas.lay(canvas.under(top + 0.015 * (canvas.noise(8, 3)[0][None] - 0.5), 0.01), ground)


def path(
    canvas: Canvas, points: list[tuple[float, float]], far: float, near: float, colour: Colour, edge: Colour
) -> Field:
    """A way that comes towards us, worn in the middle; gives its mask."""
    line = curve(points, 12)
    whole = np.maximum(canvas.mask(ribbon(line, far, near), 0.006), 0)
    worn = mix(colour, edge, smooth(0.4, 0.7, canvas.noise(14, 5, stretch=3)))
    canvas.lay(whole * 0.95, worn)
    return whole


def trunks(
    canvas: Canvas, light: Light, n: int, base: float, bark: Colour, width: float, haze: float
) -> None:
    """Bare columns of trees far within the wood."""
    rng, shown = canvas.rng, mix(bark, light.haze, haze)
    for x in rng.uniform(0, canvas.wide, n):
        w, foot = width * rng.uniform(0.5, 1.3), base + rng.normal(0, 0.012)
        lean = rng.normal(0, 0.02)
        canvas.grade(
            [
                (x - w / 2, foot),
                (x - w * 0.35 + lean, -0.02),
                (x + w * 0.35 + lean, -0.02),
                (x + w / 2, foot),
            ],
            shown,
            mix(shown, light.shade, 0.4),
            across=True,
        )


def sunbeams(canvas: Canvas, light: Light, x: float, strength: float = 0.4) -> None:
    """Slanting light between the trunks."""
    for _ in range(6):
        left = x + canvas.rng.normal(0, 0.3)
        w = canvas.rng.uniform(0.03, 0.09)
        shaft = canvas.mask(
            [(left, -0.05), (left + w, -0.05), (left + w - 0.35, 0.95), (left - 0.45 - w, 0.95)], 0.012
        )
        canvas.light(shaft * strength * smooth(1.0, 0.2, canvas.y) * canvas.rng.uniform(0.4, 1), light.sun)
