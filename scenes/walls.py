"""Walls, windows and roofs: what buildings are put together from; and rows of fronts seen along a street."""

import itertools

import numpy as np
from scipy import ndimage

from scenes.brush import Canvas, Points, oval
from scenes.colour import Colour, lighter, mix, vary
from scenes.light import Light
from scenes.noise import Field

GLASS = "#33424f"
LAMPLIT = "#ffc860"


def box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def sides(colour: Colour, light: Light) -> tuple[Field, Field]:
    """The colours of the left and the right edge of something upright and round under this sun."""
    bright, dark = mix(colour, light.sun, 0.4), lighter(mix(colour, light.shade, 0.4), -0.25)
    return (dark, bright) if light.direction[0] > 0 else (bright, dark)


def weathered(sheet: Canvas, strength: float = 0.3, lumps: float = 12) -> None:
    """Stains, uneven plaster and brick over everything on the sheet."""
    broad, fine = sheet.noise(lumps, 5, stretch=0.6), sheet.noise(lumps * 6, 3, stretch=1.8)
    stain = 1 + (broad - 0.5) * strength + (fine - 0.5) * strength * 0.8
    sheet.rgb *= np.clip(stain, 0, 1.2)[..., None]


def hang(
    canvas: Canvas,
    strip: Canvas,
    left: tuple[float, float, float],
    right: tuple[float, float, float],
    flip: bool = False,
) -> None:
    """The strip in perspective between two uprights (x, top, bottom): a row of fronts seen along a street."""
    t = (canvas.x - left[0]) / (right[0] - left[0])
    tall_left, tall_right = left[2] - left[1], right[2] - right[1]
    u = t / (t + (1 - t) * tall_right / tall_left)
    u = np.where((t >= 0) & (t <= 1), 1 - u if flip else u, -1)
    top, bottom = left[1] + (right[1] - left[1]) * t, left[2] + (right[2] - left[2]) * t
    at = np.stack([(canvas.y - top) / (bottom - top) * strip.h, u * strip.w])
    layers = [ndimage.gaussian_filter(strip.rgb[..., i], 0.7) for i in range(3)] + [strip.alpha]
    red, green, blue, alpha = (ndimage.map_coordinates(f, at, order=1, mode="constant") for f in layers)
    canvas.rgb[:] = canvas.rgb * (1 - alpha[..., None]) + np.stack([red, green, blue], axis=-1)


def window(
    canvas: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    light: Light,
    frame: Colour = "#e8e2d4",
    arched: bool = False,
    shutters: Colour | None = None,
    lamp: float = 0.0,
) -> None:
    """A window, its middle at x and its sill at y; `lamp` is the chance that someone has lit it."""
    lit = canvas.rng.random() < lamp
    sky_in_glass = mix(GLASS, light.middle, canvas.rng.uniform(0, 0.45))
    glass: Colour = vary(canvas.rng, LAMPLIT, 1, 0.05)[0] if lit else sky_in_glass
    if shutters is not None:
        for inner, outer in ((-0.5, -0.92), (0.5, 0.92)):
            leaf = box(x + min(inner, outer) * w, y - h, x + max(inner, outer) * w, y)
            canvas.grade(leaf, lighter(shutters, 0.1), lighter(shutters, -0.3))
    outline = arch(x, y, w / 2, h) if arched else box(x - w / 2, y - h, x + w / 2, y)
    canvas.line([*outline, outline[0]], w * 0.18, frame)
    canvas.fill(outline, glass)
    if not lit:
        canvas.fill(box(x - w / 2, y - h * 0.95, x + w / 2, y - h * 0.8), "#14181c", 0.45)
    canvas.line([(x, y), (x, y - h)], w * 0.09, frame)
    canvas.line([(x - w / 2, y - h * 0.5), (x + w / 2, y - h * 0.5)], w * 0.08, frame)
    canvas.line([(x - w * 0.62, y), (x + w * 0.62, y)], h * 0.08, lighter(frame, 0.2))
    if lit:
        canvas.ellipse(x, y - h / 2, w * 1.1, h * 0.9, LAMPLIT, 0.22, soft=h * 0.25)


def arch(x: float, base: float, half: float, h: float) -> list[tuple[float, float]]:
    """An opening with a round head, `h` high."""
    head = oval(x, base - h + half, half, half, 0, np.pi, 2 * np.pi).tolist()
    return [(x - half, base), *[(a, b) for a, b in head], (x + half, base)]


def wall(
    canvas: Canvas, left: float, top: float, right: float, bottom: float, colour: Colour, light: Light
) -> None:
    """Plaster or brick, lit from above, blotched."""
    foot = lighter(mix(colour, light.shade, 0.22), -0.12)
    canvas.grade(box(left, top, right, bottom), mix(colour, light.sun, 0.22), foot)
    rng, n = canvas.rng, 46
    x, y = rng.uniform(left, right, n), rng.uniform(top, bottom, n)
    size = (right - left) * rng.uniform(0.05, 0.16, n)
    margin = np.minimum(np.minimum(x - left, right - x), np.minimum(y - top, bottom - y))
    on = margin > size * 0.45
    tint = vary(rng, colour, int(on.sum()), 0.05, 0.025)
    canvas.dabs(x[on], y[on], size[on], size[on] * 0.4, 0, tint, 0.3)


def roof(
    canvas: Canvas, points: list[tuple[float, float]], colour: Colour, light: Light, snow: float = 0
) -> None:
    """A slope of tiles in courses, or under snow."""
    shown = mix(colour, "#f2f5fc", snow)
    canvas.grade(points, mix(shown, light.sun, 0.25), lighter(shown, -0.25))
    high, low = min(y for _, y in points), max(y for _, y in points)
    for y in np.linspace(high, low, 9)[1:-1]:
        left, right = span(points, float(y))
        canvas.line(
            [(left, y), (right, y)], (low - high) * 0.025, lighter(shown, -0.4), 0.35 * (1 - snow * 0.8)
        )


def span(outline: Points, y: float) -> tuple[float, float]:
    """Where the level y cuts the outline, leftmost and rightmost."""
    corners = np.asarray(outline, np.float64)
    cuts = [
        float(a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]))
        for a, b in itertools.pairwise(np.concatenate([corners, corners[:1]]))
        if (a[1] - y) * (b[1] - y) < 0
    ]
    return (min(cuts), max(cuts)) if cuts else (float(corners[0, 0]), float(corners[0, 0]))
