"""Rooms and tables: walls in changing light, wood, cloth with folds, windows, curtains, floors, furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.noise import smooth
from scenes.stage import Array, Dab, Patch, Point, Stage, times


def wall(stage: Stage, colour: Colour, *, bottom: float = 1.0, pool: float = 0.5) -> None:
    """A wall brushed in broad touches, brighter where the light of the room falls on it, darker away from it."""
    canvas = stage.canvas
    side = stage.light.towards[0] < 0
    far = np.hypot((canvas.x - (0.25 if side else stage.wide - 0.25)) / stage.wide, (canvas.y - 0.2) * 0.8)
    tone = 1.18 - pool * smooth(0.1, 1.0, far)
    field = rgb(colour) * (tone * (1 + 0.12 * stage.grain))[..., None] * (1 + 0.06 * stage.tint)
    canvas.lay(canvas.under(bottom) * -1 + 1, np.asarray(field, np.float32))
    scumble(stage, 0, bottom, 260, 0.07, 0.10)


def scumble(stage: Stage, top: float, bottom: float, count: int, size: float, change: float, angle: float | None = None, opacity: float = 0.3) -> None:
    """Broad dry touches near the colour beneath, so that no passage stays flat."""
    g = stage.rng
    touches = []
    for _ in range(count):
        x, y = g.uniform(0, stage.wide), g.uniform(top, bottom)
        under = stage.rgb[min(int(y * stage.height), stage.height - 1), min(int(x * stage.height), stage.width - 1)]
        tone = under * (1 + g.normal(0, change)) + g.normal(0, change * 0.2, 3)
        turn = g.uniform(0, 3.1) if angle is None else angle + g.normal(0, 0.12)
        touches.append(Dab(x, y, size * g.uniform(0.6, 1.6), size * g.uniform(0.15, 0.35), turn, tone))
    stage.dabs(touches, plane(stage, [(0, top), (stage.wide, top), (stage.wide, bottom), (0, bottom)]), opacity)


def plane(stage: Stage, points: Sequence[Point]) -> Patch:
    return stage.polygon(points)


def table(stage: Stage, y: float, colour: Colour, *, grain: bool = True, front: float | None = None) -> None:
    """A table top from its far edge at `y`; with `front`, its near edge and the dark below it."""
    near = front or 1.0
    top = plane(stage, [(0, y), (stage.wide, y), (stage.wide, near), (0, near)])
    h = top.mask.shape[0]
    fall = np.linspace(0.78, 1.12, h, dtype=np.float32)[:, None]
    stage.lay(top, stage.mottled(top, rgb(colour) * np.broadcast_to(fall, top.mask.shape)[..., None], 0.14))
    if grain:
        g = stage.rng
        lines = [Dab(g.uniform(0, stage.wide), y + (near - y) * g.uniform(0, 1) ** 1.3, g.uniform(0.1, 0.5), g.uniform(0.002, 0.006), g.normal(0, 0.02), times(colour, g.uniform(0.6, 1.25))) for _ in range(120)]
        stage.dabs(lines, top, 0.4)
    glimmer(stage, top, 0.12)
    if front:
        _edge(stage, front, colour)


def _edge(stage: Stage, y: float, colour: Colour) -> None:
    stage.wash(plane(stage, [(0, y), (stage.wide, y), (stage.wide, y + 0.05), (0, y + 0.05)]), times(colour, 0.55), 0.12)
    stage.wash(plane(stage, [(0, y + 0.05), (stage.wide, y + 0.05), (stage.wide, 1), (0, 1)]), times(colour, 0.22), 0.2)
    stage.dabs([Dab(x, y, 0.2, 0.006, 0, mix(colour, "#ffffff", 0.4)) for x in np.arange(0, stage.wide, 0.13)], opacity=0.5)


def glimmer(stage: Stage, patch: Patch, strength: float) -> None:
    """A sheen of light across a level plane, from the light's own side."""
    h, w = patch.mask.shape
    x = np.linspace(0, 1, w, dtype=np.float32)[None]
    x = x if stage.light.towards[0] < 0 else 1 - x
    cover = (patch.mask * np.exp(-((x - 0.2) ** 2) / 0.12) * strength)[..., None]
    view = stage.rgb[patch.window]
    view += (np.asarray([1, 0.95, 0.84], np.float32) - view) * cover


def folds(stage: Stage, patch: Patch, count: float, depth: float, *, angle: float = 0.0, source: Point | None = None, wander: float = 0.5) -> Array:
    """The relief of hanging cloth: ridges side by side at `angle`, or fanning out from `source`."""
    h, w = patch.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    px, py = (xx + patch.x) / stage.height, (yy + patch.y) / stage.height
    if source is None:
        u = px * np.cos(angle) + py * np.sin(angle)
    else:
        u = np.arctan2(px - source[0], np.abs(py - source[1]) + 0.02)
    bent = u * count + wander * stage.drift[patch.window] + 0.08 * wander * stage.tint[patch.window][..., 0]
    ridge = np.abs(np.sin(bent * np.pi)) ** 0.8 + 0.35 * np.sin(bent * 2 * np.pi * 1.7 + 1.3)
    return np.asarray(ridge * depth, np.float32)


def cloth(stage: Stage, points: Sequence[Point], colour: Colour, *, count: float = 9, depth: float = 0.012, angle: float = 0.4, source: Point | None = None, shadow: float = 0.6) -> Patch:
    """A thrown or hanging cloth with its folds, its edge and its shadow."""
    patch = stage.blob(points)
    stage.cast(patch, 0.012, 0.015, 0.012, shadow)
    stage.form(patch, colour, bevel=0.02, relief=folds(stage, patch, count, depth, angle=angle, source=source), texture=0.06)
    return patch


def stripes(stage: Stage, patch: Patch, colour: Colour, count: float, angle: float, wide: float = 0.3, opacity: float = 0.7) -> None:
    """Woven stripes over a cloth already lit, keeping its light."""
    h, w = patch.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    u = ((xx + patch.x) * np.cos(angle) + (yy + patch.y) * np.sin(angle)) / stage.height * count
    u = u + 0.06 * stage.grain[patch.window]
    band = smooth(wide, wide * 0.6, np.abs(u % 1 - 0.5))
    tone = stage.rgb[patch.window].max(axis=2, keepdims=True)
    view = stage.rgb[patch.window]
    view += (rgb(colour) * tone * 1.1 - view) * (patch.mask * band * opacity)[..., None]


def curtain(stage: Stage, x0: float, x1: float, top: float, bottom: float, colour: Colour, *, count: float = 26, tied: float | None = None) -> None:
    """A curtain hanging from `top`, gathered at the height `tied` if it is."""
    mid = (x0 + x1) / 2 if tied is None else x0
    pinch = tied if tied is not None else (top + bottom) / 2
    outer = [(x0, top), (x1, top), ((x1 + mid) / 2 + 0.02, (top + pinch) / 2 + 0.08), (mid + abs(x1 - x0) * (0.25 if tied else 0.5), pinch)]
    outer += [(mid + (x1 - x0) * 0.5, bottom), (x0, bottom)]
    patch = stage.polygon(outer)
    source = (x0, top - 0.9) if tied is None else (mid, pinch - 0.7)
    stage.cast(patch, 0.02, 0.0, 0.02, 0.5)
    stage.form(patch, colour, bevel=0.03, relief=folds(stage, patch, count, 0.01, source=source, wander=0.3), glow=0.15)


def tiles(stage: Stage, horizon: float, top: float, light: Colour, dark: Colour, *, size: float = 0.25, centre: float | None = None) -> None:
    """A chequered floor in one-point perspective, worn and shining towards the horizon."""
    canvas = stage.canvas
    middle = stage.wide / 2 if centre is None else centre
    z = 1 / np.maximum(canvas.y - horizon, 0.01)
    u, v = (canvas.x - middle) * z / size, z * 0.55 / size
    blurred = np.clip(0.3 / (z / stage.height * z + 0.02), 1.0, 14.0)
    check = np.clip(np.sin(u * np.pi) * np.sin(v * np.pi) * blurred * 3, -1, 1) * 0.5 + 0.5
    worn = np.clip(check + 0.12 * stage.grain, 0, 1)
    field = mix(dark, light, worn) * (1 + 0.1 * stage.tint) * (0.8 + 0.3 * canvas.y)[..., None]
    canvas.lay(canvas.under(top), np.asarray(field, np.float32))


def boards(stage: Stage, horizon: float, top: float, colour: Colour, *, size: float = 0.16, centre: float | None = None) -> None:
    """A wooden floor, its boards running away to the vanishing point."""
    canvas = stage.canvas
    middle = stage.wide / 2 if centre is None else centre
    z = 1 / np.maximum(canvas.y - horizon, 0.01)
    u = (canvas.x - middle) * z / size
    seam = np.clip(np.abs(u % 1 - 0.5) * 2 * np.minimum(12, 40 / z), 0, 1)
    tone = np.sin(np.floor(u) * 12.9898) * 0.09 + 0.1 * stage.grain + 0.92
    field = rgb(colour) * (tone * (0.55 + 0.45 * seam) * (0.72 + 0.35 * canvas.y))[..., None]
    canvas.lay(canvas.under(top), np.asarray(field, np.float32))


def window(stage: Stage, box: tuple[float, float, float, float], view: Callable[[Stage, Patch], None], *, frame: Colour = "#e6dfd0", panes: tuple[int, int] = (2, 3), sill: bool = True) -> None:
    """A window in the wall: the view paints itself inside the opening; then bars, frame and sill, lit from outside."""
    x0, y0, x1, y1 = box
    opening = plane(stage, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    view(stage, opening)
    t = (x1 - x0) * 0.035
    reveal = plane(stage, [(x0 - 2.2 * t, y0 - 2 * t), (x0, y0), (x0, y1), (x0 - 2.2 * t, y1 + 2 * t)])
    stage.wash(reveal, times(frame, 0.55))
    stage.wash(plane(stage, [(x1, y0), (x1 + 2.2 * t, y0 - 2 * t), (x1 + 2.2 * t, y1 + 2 * t), (x1, y1)]), times(frame, 0.8))
    for i in range(1, panes[0]):
        bar(stage, (x0 + (x1 - x0) * i / panes[0], y0), (x0 + (x1 - x0) * i / panes[0], y1), t * 0.5, frame)
    for i in range(1, panes[1]):
        bar(stage, (x0, y0 + (y1 - y0) * i / panes[1]), (x1, y0 + (y1 - y0) * i / panes[1]), t * 0.4, frame)
    for a, b in (((x0, y0), (x1, y0)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1)), ((x0, y1), (x1, y1))):
        bar(stage, a, b, t * 0.7, frame)
    if sill:
        ledge = plane(stage, [(x0 - 4 * t, y1 + t), (x1 + 4 * t, y1 + t), (x1 + 5 * t, y1 + 3.5 * t), (x0 - 5 * t, y1 + 3.5 * t)])
        stage.cast(ledge, 0.01, 0.03, 0.015, 0.6)
        stage.form(ledge, frame, bevel=t)


def bar(stage: Stage, a: Point, b: Point, width: float, colour: Colour) -> None:
    stage.form(stage.limbs([[(*a, width), (*b, width)]]), times(colour, 0.85))


def shaft(stage: Stage, points: Sequence[Point], colour: Colour, strength: float, soft: float = 0.02) -> None:
    """Light let in: a soft-edged patch of brightness on wall or floor."""
    cover = stage.canvas.mask(points, soft) * (0.85 + 0.3 * stage.grain)
    stage.canvas.light(np.asarray(cover * strength, np.float32), colour)


def box(stage: Stage, x0: float, y0: float, x1: float, y1: float, colour: Colour, *, bevel: float = 0.012, shadow: float = 0.6) -> Patch:
    """An upright panel: the front of a chest, a frame, the back of a chair."""
    patch = plane(stage, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    if shadow:
        stage.cast(patch, 0.015, 0.01, 0.015, shadow)
    stage.form(patch, colour, bevel=bevel, texture=0.12)
    return patch


def chair(stage: Stage, x: float, y: float, size: float, colour: Colour = "#7a4a22", facing: float = 1.0) -> None:
    """A rush-seated chair standing at (x, y), seen from a little above."""
    s, f = size, facing
    legs = [((-0.22, 0), (-0.2, -0.45)), ((0.24, 0.03), (0.22, -0.42)), ((-0.1 * f, -0.12), (-0.1 * f, -0.5)), ((0.3 * f, -0.1), (0.3 * f, -0.5))]
    for (ax, ay), (bx, by) in legs:
        stage.form(stage.limbs([[(x + ax * s, y + ay * s, s * 0.022), (x + bx * s, y + by * s, s * 0.026)]]), colour)
    seat = stage.polygon([(x - 0.25 * s, y - 0.42 * s), (x + 0.26 * s, y - 0.4 * s), (x + (0.34 if f > 0 else 0.12) * s, y - 0.52 * s), (x + (-0.12 if f > 0 else -0.34) * s, y - 0.53 * s)])
    stage.form(seat, "#c9a24e", texture=0.2)
    back = 0.3 * f
    for dx in (back, back - 0.42 * f):
        stage.form(stage.limbs([[(x + dx * s, y - 0.48 * s, s * 0.024), (x + (dx + 0.04 * f) * s, y - 1.05 * s, s * 0.024)]]), colour)
    for up in (0.68, 0.84, 1.0):
        stage.form(stage.limbs([[(x + back * s, y - up * s, s * 0.025), (x + (back - 0.42 * f) * s, y - (up + 0.01) * s, s * 0.025)]]), colour)


def books(stage: Stage, x0: float, x1: float, y: float, tall: float, palette: Sequence[Colour]) -> None:
    """A row of book spines standing on a shelf at `y`."""
    g = stage.rng
    x = x0
    while x < x1:
        wide = tall * g.uniform(0.12, 0.26)
        top = y - tall * g.uniform(0.72, 1.0)
        spine = plane(stage, [(x, top), (min(x + wide, x1), top), (min(x + wide, x1), y), (x, y)])
        colour = palette[int(g.integers(len(palette)))]
        stage.form(spine, times(colour, g.uniform(0.75, 1.15)), bevel=wide * 0.5)
        gold = [Dab(x + wide / 2, top + (y - top) * t, wide * 0.8, tall * 0.015, 0, "#d8b45a") for t in (0.15, 0.2, 0.8)]
        stage.dabs(gold, spine, 0.7)
        x += wide
