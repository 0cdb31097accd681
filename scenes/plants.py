"""What grows low: bushes, grass, flowers, fallen leaves."""

import numpy as np
from numpy.typing import NDArray

from scenes.brush import Canvas
from scenes.colour import Colour, mix, rgb, vary
from scenes.light import Light
from scenes.noise import Field, smooth
from scenes.trees import SUMMER, Greens, clump, leaf_colours


def bush(canvas: Canvas, x: float, base: float, size: float, light: Light, greens: Greens = SUMMER) -> None:
    for _ in range(5):
        cx = x + canvas.rng.normal(0, 0.45) * size
        clump(
            canvas,
            cx,
            base - size * canvas.rng.uniform(0.2, 0.5),
            size * 0.42,
            light,
            greens,
            0.45 + 0.25 * (cx - x) / size * float(light.direction[0]),
            50,
        )


def grass(
    canvas: Canvas,
    top: float,
    bottom: float,
    light: Light,
    greens: Greens = SUMMER,
    n: int = 1800,
    size: float = 0.05,
    mask: Field | None = None,
) -> None:
    """Blades that grow taller towards the viewer."""
    rng = canvas.rng
    t = np.sort(rng.random(n) ** 0.75)
    x, y = rng.random(n) * canvas.wide, top + (bottom - top) * t
    if mask is not None:
        rows, columns = (
            (y * canvas.h).astype(int).clip(0, canvas.h - 1),
            (x * canvas.h).astype(int).clip(0, canvas.w - 1),
        )
        keep = mask[rows, columns] > 0.5
        x, y, t = x[keep], y[keep], t[keep]
    tone = np.clip(rng.beta(2, 2, len(x)) + 0.15 * np.sin(x * 9), 0, 1)
    colour = leaf_colours(greens, tone)
    length = size * (0.2 + 0.8 * t) * rng.uniform(0.5, 1.2, len(x))
    canvas.dabs(
        x,
        y - length * 0.4,
        length,
        size * 0.07 * (0.4 + t),
        np.pi / 2 + rng.normal(0, 0.28, len(x)),
        colour,
        0.8,
    )


def blooms(
    canvas: Canvas,
    x: Field,
    y: Field,
    size: Field,
    colours: list[Colour],
    stem: Colour = "#4a6a34",
    which: NDArray[np.int_] | None = None,
) -> None:
    """Flower heads on stems, each with a lit and a shaded petal; `which` of the colours, or any."""
    rng, n = canvas.rng, len(x)
    pick = rng.integers(0, len(colours), n) if which is None else which
    tint = vary(rng, np.stack([rgb(colour) for colour in colours])[pick], n, 0.06, 0.03)
    canvas.dabs(x, y + size * 0.9, size * 1.6, size * 0.2, np.pi / 2 + rng.normal(0, 0.15, n), stem, 0.7)
    canvas.dabs(x, y, size, size * 0.85, rng.random(n) * 3, np.clip(tint * 0.72, 0, 1), 0.95)
    canvas.dabs(
        x - size * 0.16,
        y - size * 0.18,
        size * 0.65,
        size * 0.5,
        rng.random(n) * 3,
        mix(tint, "#ffffff", 0.22),
        0.9,
    )


def fallen(canvas: Canvas, top: float, bottom: float, colours: list[Colour], n: int = 900) -> None:
    """Leaves strewn over the ground, larger towards the viewer."""
    rng = canvas.rng
    t = np.sort(rng.random(n))
    which = np.stack([vary(rng, colours[i], 1)[0] for i in rng.integers(0, len(colours), n)])
    size = 0.004 + 0.014 * t
    canvas.dabs(
        rng.random(n) * canvas.wide,
        top + (bottom - top) * t,
        size * 1.5,
        size * 0.6,
        rng.normal(0, 0.5, n),
        which,
        np.asarray(smooth(0, 0.1, t)) * 0.9,
    )
