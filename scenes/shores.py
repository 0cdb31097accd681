"""Where land meets water: lakes and coasts seen in perspective, woods upon the land, stones at the edge."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from scenes.brush import Canvas
from scenes.colour import Colour, lighter, mix
from scenes.land import drowned
from scenes.light import Light
from scenes.noise import Field, smooth
from scenes.trees import Greens, pine
from scenes.view import Eye, Ground, View, hazed, look, scatter, shaded
from scenes.water import water

DARKPINE: Greens = ("#12241f", "#28463a", "#5a7a56")


def lakeland(
    canvas: Canvas,
    ground: Ground,
    light: Light,
    eye: Eye,
    albedo: Callable[[View], Field],
    haze: float = 25,
    far: float = 30,
    near: float = 0.3,
    ripple: float = 0.4,
    tint: Colour = "#2c4a5a",
    depth: float = 0.35,
    wet: Callable[[], None] | None = None,
) -> Field:
    """Land above zero and water below it, which mirrors all that is painted so far; gives the water's mask.

    `wet` draws what shall stand on the land before the water mirrors it.
    """
    view = look(canvas, drowned(ground), light, eye, near, far)
    canvas.lay(view.cover, hazed(view, light, shaded(view, light, albedo(view)), haze))
    mask = np.asarray(view.cover * (ground(view.x, view.z) < 0), np.float32)
    if wet is not None:
        wet()
    water(canvas, mask, light, eye.horizon, ripple, tint, depth)
    return mask


def wooded(
    canvas: Canvas,
    ground: Ground,
    light: Light,
    eye: Eye,
    n: int,
    near: float,
    far: float,
    tall: float = 0.16,
    low: float = 0.02,
    high: float = 0.9,
    haze: float = 20,
    greens: Greens = DARKPINE,
    snow: float = 0,
    clear: float = 0,
) -> None:
    """Conifers on the land between two heights, the far ones small and blue; none within `clear` of the middle."""
    x, y, right, away = scatter(canvas, ground, eye, n, near, far)
    height = ground(right, away)
    keep = (
        (height > low) & (height < high) & (np.abs(right) > clear) & _seen(ground, eye, right, away, height)
    )
    for i in np.flatnonzero(keep):
        misty = float(1 - np.exp(-away[i] / haze))
        shown: Greens = (
            mix(greens[0], light.haze, misty),
            mix(greens[1], light.haze, misty),
            mix(greens[2], light.haze, misty),
        )
        size = tall * canvas.rng.uniform(0.6, 1.25) / float(away[i]) * eye.zoom
        pine(canvas, float(x[i]), float(y[i]) + size * 0.03, size, light, shown, snow * (1 - misty))


def _seen(ground: Ground, eye: Eye, right: Field, away: Field, height: Field) -> NDArray[np.bool_]:
    """Whether no nearer land stands between the eye and the place."""
    free: NDArray[np.bool_] = np.ones(len(right), np.bool_)
    for t in np.linspace(0.15, 0.97, 14):
        sight = eye.height + (height - eye.height) * t + 0.03
        free &= ground(right * t, away * t) < sight
    return free


def boulders(
    canvas: Canvas,
    places: list[tuple[float, float, float]],
    light: Light,
    colour: Colour = "#7c766e",
    snow: float = 0,
) -> None:
    """Stones at (x, foot, size): a dark body, planes towards the sun, lichen, perhaps snow."""
    for x, foot, size in sorted(places, key=lambda place: place[1]):
        boulder(canvas, x, foot, size, light, colour, snow)


def boulder(
    canvas: Canvas,
    x: float,
    foot: float,
    size: float,
    light: Light,
    colour: Colour = "#7c766e",
    snow: float = 0,
) -> None:
    rng, side = canvas.rng, float(np.sign(light.direction[0]))
    angles = np.linspace(np.pi, 2 * np.pi, 9)
    reach = rng.uniform(0.75, 1.1, 9)
    edge = np.stack([x + np.cos(angles) * size * reach, foot + np.sin(angles) * size * 0.72 * reach], axis=-1)
    canvas.grade(edge, mix(colour, light.shade, 0.2), lighter(colour, -0.55))
    n = 70
    across, up = rng.uniform(-0.8, 0.8, n), rng.random(n) ** 0.8
    inside = across**2 + up**2 < 0.85
    across, up = across[inside], up[inside]
    lit = smooth(-0.3, 1.1, across * side * 0.8 + up + rng.normal(0, 0.18, len(up)))
    tone = mix(lighter(colour, -0.45), mix(colour, light.sun, 0.55), lit)
    turn = rng.normal(0.3 * side, 0.5, len(up))
    canvas.dabs(x + across * size * 0.95, foot - up * size * 0.68, size * 0.34, size * 0.15, turn, tone, 0.75)
    if snow:
        top = edge[2:7]
        canvas.line(top, size * 0.28 * snow, "#f2f5fc", taper=0.7)
