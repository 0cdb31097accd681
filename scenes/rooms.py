"""Rooms and tables: walls in changing light, wood, cloth with folds, windows, curtains, floors, furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.noise import smooth
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage


def wall(stage: Stage, colour: Colour, *, bottom: float = 1.0, pool: float = 0.5) -> None:
    """A wall brushed in broad touches, brighter where the light of the room falls on it, darker away from it."""
    canvas = stage.canvas
    side = stage.light.towards[0] < 0
    far = np.hypot((canvas.x - (0.25 if side else stage.wide - 0.25)) / stage.wide, (canvas.y - 0.2) * 0.8)
    tone = 1.18 - pool * smooth(0.1, 1.0, far)
    field = rgb(colour) * (tone * (1 + 0.12 * stage.grain))[..., None] * (1 + 0.06 * stage.tint)
    canvas.lay(canvas.under(bottom) * -1 + 1, np.asarray(field, np.float32))
    scumble(stage, 0, bottom, 260, 0.07, 0.10)


def scumble(
    stage: Stage,
    top: float,
    bottom: float,
    count: int,
    size: float,
    change: float,
    angle: float | None = None,
    opacity: float = 0.3,
) -> None:
    """Broad dry touches near the colour beneath, so that no passage stays flat."""
    g = stage.rng
    touches = []
    for _ in range(count):
        x, y = g.uniform(0, stage.wide), g.uniform(top, bottom)
        under = stage.rgb[
            min(int(y * stage.height), stage.height - 1), min(int(x * stage.height), stage.width - 1)
        ]
        tone = under * (1 + g.normal(0, change)) + g.normal(0, change * 0.2, 3)
        turn = g.uniform(0, 3.1) if angle is None else angle + g.normal(0, 0.12)
        touches.append(Dab(x, y, size * g.uniform(0.6, 1.6), size * g.uniform(0.15, 0.35), turn, tone))
    stage.dabs(
        touches, plane(stage, [(0, top), (stage.wide, top), (stage.wide, bottom), (0, bottom)]), opacity
    )


def plane(stage: Stage, points: Sequence[Point]) -> Patch:
    return stage.polygon(points)


def tiles(
    stage: Stage,
    horizon: float,
    top: float,
    light: Colour,
    dark: Colour,
    *,
    size: float = 0.25,
    centre: float | None = None,
) -> None:
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


def boards(
    stage: Stage,
    horizon: float,
    top: float,
    colour: Colour,
    *,
    size: float = 0.16,
    centre: float | None = None,
) -> None:
    """A wooden floor, its boards running away to the vanishing point."""
    canvas = stage.canvas
    middle = stage.wide / 2 if centre is None else centre
    z = 1 / np.maximum(canvas.y - horizon, 0.01)
    u = (canvas.x - middle) * z / size
    seam = np.clip(np.abs(u % 1 - 0.5) * 2 * np.minimum(12, 40 / z), 0, 1)
    tone = np.sin(np.floor(u) * 12.9898) * 0.09 + 0.1 * stage.grain + 0.92
    field = rgb(colour) * (tone * (0.55 + 0.45 * seam) * (0.72 + 0.35 * canvas.y))[..., None]
    canvas.lay(canvas.under(top), np.asarray(field, np.float32))


def window(
    stage: Stage,
    box: tuple[float, float, float, float],
    view: Callable[[Stage, Patch], None],
    *,
    frame: Colour = "#e6dfd0",
    panes: tuple[int, int] = (2, 3),
    sill: bool = True,
) -> None:
    """A window in the wall: the view paints itself inside the opening; then bars, frame and sill, lit from outside."""
    x0, y0, x1, y1 = box
    opening = plane(stage, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    view(stage, opening)
    t = (x1 - x0) * 0.035
    reveal = plane(stage, [(x0 - 2.2 * t, y0 - 2 * t), (x0, y0), (x0, y1), (x0 - 2.2 * t, y1 + 2 * t)])
    stage.wash(reveal, times(frame, 0.55))
    stage.wash(
        plane(stage, [(x1, y0), (x1 + 2.2 * t, y0 - 2 * t), (x1 + 2.2 * t, y1 + 2 * t), (x1, y1)]),
        times(frame, 0.8),
    )
    for i in range(1, panes[0]):
        bar(stage, (x0 + (x1 - x0) * i / panes[0], y0), (x0 + (x1 - x0) * i / panes[0], y1), t * 0.5, frame)
    for i in range(1, panes[1]):
        bar(stage, (x0, y0 + (y1 - y0) * i / panes[1]), (x1, y0 + (y1 - y0) * i / panes[1]), t * 0.4, frame)
    for a, b in (((x0, y0), (x1, y0)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1)), ((x0, y1), (x1, y1))):
        bar(stage, a, b, t * 0.7, frame)
    if sill:
        ledge = plane(
            stage,
            [
                (x0 - 4 * t, y1 + t),
                (x1 + 4 * t, y1 + t),
                (x1 + 5 * t, y1 + 3.5 * t),
                (x0 - 5 * t, y1 + 3.5 * t),
            ],
        )
        stage.cast(ledge, 0.01, 0.03, 0.015, 0.6)
        stage.form(ledge, frame, bevel=t)


def bar(stage: Stage, a: Point, b: Point, width: float, colour: Colour) -> None:
    stage.form(stage.limbs([[(*a, width), (*b, width)]]), times(colour, 0.85))


def shaft(stage: Stage, points: Sequence[Point], colour: Colour, strength: float, soft: float = 0.02) -> None:
    """Light let in: a soft-edged patch of brightness on wall or floor."""
    cover = stage.canvas.mask(points, soft) * (0.85 + 0.3 * stage.grain)
    stage.canvas.light(np.asarray(cover * strength, np.float32), colour)
