"""What is sown in rows and waves: beds of flowers, single blooms, standing corn."""

from collections.abc import Callable

import numpy as np

from scenes.brush import Canvas
from scenes.colour import Colour, mix, rgb
from scenes.land import Grain
from scenes.noise import Field, smooth
from scenes.plants import blooms
from scenes.trees import Greens
from scenes.view import Eye, Ground, View, scatter

TULIPS: list[Colour] = ["#d8342c", "#f4c430", "#f08cb0", "#f4f0e8", "#8a3c9c", "#f07c2c"]
WHEAT: Greens = ("#8a6424", "#d8a844", "#fbe090")


def beds(
    canvas: Canvas, colours: list[Colour], width: float, green: Colour, slant: float = 0
) -> Callable[[View], Field]:
    """The ground in straight beds of flowers `width` wide, with a furrow between two."""
    grain = Grain(canvas.rng)
    tints = np.stack([rgb(colour) for colour in colours])

    def albedo(view: View) -> Field:
        place = (view.x + slant * view.z) / width
        tint = tints[np.floor(place).astype(int) % len(colours)]
        furrow = smooth(0.36, 0.46, np.abs(place % 1 - 0.5))
        speck = grain(view, 6)
        return mix(mix(tint, green, smooth(0.5, 0.62, speck) * 0.75), mix(green, "#5c4830", 0.4), furrow)

    return albedo


def flowers(
    canvas: Canvas,
    ground: Ground,
    eye: Eye,
    n: int,
    size: float,
    colours: list[Colour],
    near: float = 0.6,
    far: float = 5,
    bed: float = 0,
    slant: float = 0,
) -> None:
    """Single blooms standing on the ground, in their beds' colours where there are beds."""
    x, y, right, away = scatter(canvas, ground, eye, n, near, far)
    place = (right + slant * away) / bed if bed else canvas.rng.integers(0, len(colours), n).astype(float)
    on = np.abs(place % 1 - 0.5) < 0.38 if bed else np.ones(n, np.bool_)
    which = np.floor(place).astype(int) % len(colours)
    away = away[on]
    blooms(canvas, x[on], y[on] - size / away, size / away, colours, which=which[on])


def ears(
    canvas: Canvas,
    ground: Ground,
    eye: Eye,
    n: int,
    size: float,
    colours: Greens,
    near: float = 0.5,
    far: float = 5,
) -> None:
    """Standing corn: stalks bent by the wind, far ones first."""
    rng = canvas.rng
    x, y, right, away = scatter(canvas, ground, eye, n, near, far)
    wind = 0.25 * np.sin(right * 2.2 + away * 1.7) + rng.normal(0.1, 0.13, n)
    tone = np.clip(rng.beta(2, 2, n) + wind * 0.5, 0, 1)
    colour = mix(
        mix(colours[0], colours[1], np.minimum(tone * 2, 1)), colours[2], np.maximum(tone * 2 - 1, 0)
    )
    canvas.dabs(x, y - size * 0.4 / away, size / away, size * 0.09 / away, np.pi / 2 + wind, colour, 0.85)
    canvas.dabs(
        x + wind * size * 0.4 / away,
        y - size * 0.8 / away,
        size * 0.3 / away,
        size * 0.13 / away,
        np.pi / 2 + wind * 1.6,
        mix(colour, colours[2], 0.5),
        0.9,
    )
