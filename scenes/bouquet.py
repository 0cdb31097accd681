"""A bouquet: stems out of a vase, heads over a dome, leaves and darkness between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix
from scenes.flowers import Head
from scenes.fruit import leaf
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage


def stem(
    stage: Stage, start: Point, end: Point, bend: float, width: float, colour: Colour = "#4d6b30"
) -> None:
    mid = ((start[0] + end[0]) / 2 + bend, (start[1] + end[1]) / 2)
    t = np.linspace(0, 1, 9)
    xs = (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * mid[0] + t**2 * end[0]
    ys = (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * mid[1] + t**2 * end[1]
    stage.form(stage.limbs([[(float(a), float(b), width) for a, b in zip(xs, ys, strict=True)]]), colour)


def bouquet(
    stage: Stage,
    x: float,
    y: float,
    reach: float,
    heads: Sequence[tuple[Head, Colour, int, float]],
    *,
    height: float = 1.0,
    leaves: int = 22,
    green: Colour = "#46632e",
) -> None:
    """Stems out of a mouth at (x, y), heads (kind, colour, how many, size) over a dome, the far ones in shade."""
    g = stage.rng
    mass = stage.ellipse(x, y - reach * height * 0.62, reach * 0.85, reach * height * 0.72)
    _undergrowth(stage, mass, x, y, reach, height, green)
    for _ in range(leaves):
        a, d = g.uniform(-2.9, -0.25), g.uniform(0.15, 0.75) * reach
        root = (x + np.cos(a) * d * 0.8, y + np.sin(a) * d * height - reach * 0.12)
        leaf(
            stage,
            *root,
            reach * g.uniform(0.25, 0.5),
            a + g.uniform(-0.8, 0.8),
            times(green, g.uniform(0.55, 1.15)),
        )
    order = [(kind, colour, size) for kind, colour, count, size in heads for _ in range(count)]
    seats = _seats(len(order), g)
    placed = [(order[i], seat) for i, seat in zip(g.permutation(len(order)), seats, strict=True)]
    for (_, _, _), (sx, sy) in placed:
        stem(
            stage,
            (x + sx * reach * 0.1, y),
            (x + sx * reach, y - sy * reach * height),
            sx * reach * 0.15,
            reach * 0.012,
        )
    for step, ((kind, colour, size), (sx, sy)) in enumerate(placed):
        near = step / max(1, len(placed) - 1)
        hx, hy = x + sx * reach, y - sy * reach * height
        if step % 2:
            leaf(
                stage,
                hx,
                hy + size * reach * 0.3,
                reach * 0.36,
                g.uniform(0.2, 2.9),
                times(green, 0.6 + 0.4 * near),
            )
        shade = stage.ellipse(
            hx + size * reach * 0.15, hy + size * reach * 0.25, size * reach, size * reach * 0.9
        )
        stage.lay(_both(shade, mass), "#141a14", 0.3)
        kind(stage, hx, hy, size * reach, mix(times(colour, 0.62), colour, 0.3 + 0.7 * near), sx * 0.5)


def _undergrowth(
    stage: Stage, mass: Patch, x: float, y: float, reach: float, height: float, green: Colour
) -> None:
    """The dark of stalks and leaves that is seen between the flowers."""
    g = stage.rng
    a, d = g.uniform(0, 6.28, 170), np.sqrt(g.uniform(0, 1, 170))
    marks = [
        Dab(x + di * np.cos(ai) * reach * 0.82, y - reach * height * (0.62 + di * np.sin(ai) * 0.68), reach * 0.3,
            reach * 0.07, float(ai + g.normal(0, 0.9)), times(green, g.uniform(0.25, 0.7)))
        for ai, di in zip(a, d, strict=True)
    ]  # fmt: skip
    stage.dabs(marks)


def _both(a: Patch, b: Patch) -> Patch:
    """What two shapes share."""
    cover = np.zeros_like(a.mask)
    top, left = max(a.y, b.y), max(a.x, b.x)
    low, right = (
        min(a.y + a.mask.shape[0], b.y + b.mask.shape[0]),
        min(a.x + a.mask.shape[1], b.x + b.mask.shape[1]),
    )
    if low > top and right > left:
        part = b.mask[top - b.y : low - b.y, left - b.x : right - b.x]
        cover[top - a.y : low - a.y, left - a.x : right - a.x] = part
    return Patch(a.y, a.x, a.mask * cover)


def _seats(count: int, g: np.random.Generator) -> list[Point]:
    """Places on a dome, spread by rejection, from the back and top to the front and low."""
    best: list[Point] = []
    gap = 1.5 / np.sqrt(count)
    tries = 0
    while len(best) < count:
        a, d = g.uniform(-0.12, np.pi + 0.12), np.sqrt(g.uniform(0.02, 1))
        seat = (float(np.cos(a) * d), float(0.3 + np.sin(a) * d * 0.95))
        tries += 1
        if tries % 60 == 0:
            gap *= 0.92
        if all(np.hypot(seat[0] - b[0], seat[1] - b[1]) > gap for b in best):
            best.append(seat)
    return sorted(best, key=lambda s: -s[1] * 0.8 - np.hypot(s[0], s[1] - 0.6))
