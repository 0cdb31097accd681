"""Towns along the water and up the hill: rows of houses, skylines with towers and domes, canals in perspective."""

from collections.abc import Callable, Sequence

import numpy as np

from scenes.brush import Canvas
from scenes.colour import Colour, lighter, mix, rgb
from scenes.houses import cottage, gabled, palazzo
from scenes.light import Light
from scenes.noise import Field
from scenes.towers import steeple
from scenes.walls import box, hang, weathered

BRICKS: list[Colour] = [
    "#8a4a3a",
    "#6a3c34",
    "#a86a4c",
    "#4c4448",
    "#c8b08c",
    "#7c5a4c",
    "#5a4a3c",
    "#b88a6a",
]
PLASTERS: list[Colour] = [
    "#d8a87c",
    "#c87a5a",
    "#e8cfa0",
    "#b8624c",
    "#e6dcc8",
    "#d8b8a0",
    "#c8a060",
    "#a86a5a",
]
GABLES = ("step", "bell", "neck", "point")


def gable_row(
    canvas: Canvas,
    left: float,
    right: float,
    base: float,
    height: float,
    light: Light,
    lamp: float = 0,
    snow: float = 0,
) -> None:
    """Dutch fronts shoulder to shoulder, no two alike."""
    rng, x, last = canvas.rng, left, -1
    while x < right - height * 0.12:
        w = height * rng.uniform(0.3, 0.44)
        pick = int(rng.choice([i for i in range(len(BRICKS)) if i != last]))
        kind, tall = GABLES[rng.integers(4)], height * rng.uniform(0.82, 1.12)
        gabled(canvas, x + w / 2, base, w * 0.99, tall, light, BRICKS[pick], kind, lamp, snow)
        x, last = x + w, pick


def palace_row(
    canvas: Canvas, left: float, right: float, base: float, height: float, light: Light, lamp: float = 0
) -> None:
    """Venetian fronts in a row, some wide, some narrow."""
    rng, x, last = canvas.rng, left, -1
    while x < right - height * 0.1:
        w = height * rng.uniform(0.5, 0.95)
        pick = int(rng.choice([i for i in range(len(PLASTERS)) if i != last]))
        palazzo(
            canvas, x + w / 2, base, w * 0.985, height * rng.uniform(0.78, 1.1), light, PLASTERS[pick], lamp
        )
        x, last = x + w, pick


def on_sheet(
    canvas: Canvas,
    draw: Callable[[Canvas], None],
    haze: float = 0,
    colour: Colour = "#ffffff",
    strength: float = 0.3,
) -> None:
    """Draw on a sheet of its own, weather it, veil it in haze, place it."""
    sheet = canvas.sheet()
    draw(sheet)
    _finished(canvas, sheet, haze, colour, strength)


def _finished(canvas: Canvas, sheet: Canvas, haze: float, colour: Colour, strength: float = 0.3) -> None:
    weathered(sheet, strength)
    sheet.rgb += haze * (rgb(colour) * sheet.alpha[..., None] - sheet.rgb)
    canvas.place(sheet)


def town(
    canvas: Canvas,
    left: float,
    right: float,
    base: Field | float,
    rise: float,
    size: float,
    light: Light,
    rows: int = 5,
    tiles: Colour = "#b05c40",
    walls: Sequence[Colour] = PLASTERS,
    lamp: float = 0,
) -> None:
    """A town that climbs a slope: rows of little houses, the far and high ones paler; `base` may follow a shore."""
    for row in range(rows):
        t = row / max(rows - 1, 1)
        sheet = canvas.sheet()
        _street(sheet, left, right, base, rise * (1 - t), size * (0.6 + 0.4 * t), light, tiles, walls, lamp)
        _finished(canvas, sheet, 0.45 * (1 - t), light.haze)


def _street(
    canvas: Canvas,
    left: float,
    right: float,
    base: Field | float,
    lift: float,
    size: float,
    light: Light,
    tiles: Colour,
    walls: Sequence[Colour],
    lamp: float,
) -> None:
    rng, x = canvas.rng, left
    line = np.broadcast_to(base, canvas.w)
    while x < right:
        w, h = size * rng.uniform(0.5, 1.0), size * rng.uniform(0.75, 1.35)
        hump = 4 * ((x - left) / (right - left)) * (1 - (x - left) / (right - left))
        foot = float(np.interp(x, canvas.x[0], line)) - lift * (0.35 + 0.65 * hump) * rng.uniform(0.9, 1.06)
        _block(canvas, x + w / 2, foot, w, h, light, walls[int(rng.integers(len(walls)))], tiles, lamp)
        x += w * rng.uniform(0.7, 1.05)


def _block(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    light: Light,
    colour: Colour,
    tiles: Colour,
    lamp: float,
) -> None:
    """A plain house seen from a distance: two sides, a roof, a few windows."""
    rng, sunny = canvas.rng, light.direction[0] > 0
    bright, dark = mix(colour, light.sun, 0.4), mix(lighter(colour, -0.25), light.shade, 0.4)
    corner = x + w * (-0.15 if sunny else 0.15)
    canvas.grade(
        box(x - w / 2, base - h, corner, base + h), dark if sunny else bright, dark if sunny else colour
    )
    canvas.grade(
        box(corner, base - h, x + w / 2, base + h), bright if sunny else dark, colour if sunny else dark
    )
    shown = lighter(tiles, rng.uniform(-0.2, 0.15))
    ridge = base - h - w * rng.uniform(0.16, 0.3)
    canvas.grade(
        [(x - w * 0.55, base - h), (x - w * 0.3, ridge), (x + w * 0.3, ridge), (x + w * 0.55, base - h)],
        mix(shown, light.sun, 0.3),
        lighter(shown, -0.2),
    )
    for row in range(max(1, int(h / w * 2.2))):
        for place in (-0.32, 0.02, 0.3):
            lit = rng.random() < lamp
            glass: Colour = "#ffcc66" if lit else mix("#3a4048", light.shade, 0.3)
            y = base - h * 0.85 + row * w * 0.42
            canvas.fill(box(x + place * w - w * 0.05, y, x + place * w + w * 0.05, y + w * 0.17), glass, 0.9)


def towers(
    canvas: Canvas,
    places: list[tuple[float, float, float, str]],
    light: Light,
    haze: float = 0.2,
    colour: Colour = "#c8a078",
    spire: Colour = "#8a6a54",
) -> None:
    """Steeples at (x, base, height, kind) above the roofs."""

    def draw(sheet: Canvas) -> None:
        for x, base, height, kind in places:
            steeple(sheet, x, base, height * 0.15, height, light, colour, spire, kind=kind)

    on_sheet(canvas, draw, haze, light.haze)


def canal_sides(
    canvas: Canvas,
    light: Light,
    vanish: tuple[float, float],
    left: tuple[float, float, float],
    right: tuple[float, float, float],
    kind: str = "palace",
    lamp: float = 0,
    gap: float = 0.16,
    snow: float = 0,
) -> Field:
    """Two rows of fronts that run to the vanishing point, from uprights (x, top, bottom); the water's mask."""
    vx, vy = vanish
    for near, side in ((left, -1), (right, 1)):
        strip = Canvas(canvas.rng, 300, 1500, None)
        if kind == "palace":
            palace_row(strip, -0.05, strip.wide + 0.3, 0.985, 0.78, light, lamp)
        else:
            gable_row(strip, -0.05, strip.wide + 0.3, 0.985, 0.78, light, lamp, snow)
        weathered(strip, 0.35, 9)
        far = (vx + side * gap * 0.5, vy + (near[1] - vy) * gap, vy + (near[2] - vy) * gap)
        shade = 0.6 if side * light.direction[0] > 0 else 1.0
        strip.rgb *= (1 - (1 - shade) * np.array([1.0, 0.9, 0.7], np.float32)).astype(np.float32)
        hang(canvas, strip, *((near, far) if side < 0 else (far, near)), flip=side > 0)
    end = [(vx - gap * 0.5, vy + (left[2] - vy) * gap), (vx + gap * 0.5, vy + (right[2] - vy) * gap)]
    return canvas.mask([(left[0], left[2]), *end, (right[0], right[2]), (right[0], 1.2), (left[0], 1.2)])


def village(
    canvas: Canvas,
    places: list[tuple[float, float, float]],
    light: Light,
    snow: float = 0,
    lamp: float = 0,
    tiles: Colour = "#8a4a34",
    walls: Sequence[Colour] = PLASTERS,
    smoke: float = 0.4,
    beams: Colour | None = None,
) -> None:
    """Cottages at (x, base, width), the far ones first."""

    def draw(sheet: Canvas) -> None:
        for x, base, w in sorted(places, key=lambda place: place[1]):
            wall = walls[int(sheet.rng.integers(len(walls)))]
            smoking = sheet.rng.random() < smoke
            cottage(sheet, x, base, w, w * 0.78, light, wall, tiles, snow, lamp, smoking, beams)

    on_sheet(canvas, draw)
