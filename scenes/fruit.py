"""Fruit and what stands about it on a table: each drawn standing at its foot (x, y), with its own cast shadow."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.shapes import Dab, Patch, Point, times
from scenes.stage import Stage
from scenes.turned import ground


def blush(
    stage: Stage, patch: Patch, colour: Colour, where: tuple[float, float], spread: float, strength: float
) -> None:
    """A cloud of a second colour over the shape, centred at `where` of its box."""
    h, w = patch.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    far = np.hypot((xx / w - where[0]), (yy / h - where[1])) / spread
    cloud = np.exp(-(far**2)) * (0.75 + 0.5 * stage.grain[patch.window])
    view = stage.rgb[patch.window]
    tone = 0.35 + 0.65 * view.max(axis=2, keepdims=True)
    cover = (patch.mask * np.clip(cloud, 0, 1) * strength)[..., None]
    view += (rgb(colour) * tone - view) * cover


def streaks(stage: Stage, x: float, y: float, r: float, colour: Colour, count: int, within: Patch) -> None:
    """Fine marks running from stalk to foot, as on an apple's skin."""
    g = stage.rng
    touches = []
    for _ in range(count):
        a = g.uniform(-1, 1)
        t = g.uniform(-0.75, 0.75)
        shade = 0.55 + 0.45 * (1 - 0.6 * max(0.0, a * 0.7 + t * 0.6))
        touches.append(
            Dab(
                x + a * r * np.sqrt(1 - t * t),
                y + t * r,
                r * 0.3,
                r * 0.03,
                1.57 + a * t * 0.9,
                times(colour, shade),
            )
        )
    stage.dabs(touches, within, 0.45)


def apple(
    stage: Stage, x: float, y: float, r: float, colour: Colour = "#b8301e", second: Colour = "#d9b23c"
) -> None:
    cy = y - r * 0.9
    body = stage.blob(
        _ring(x, cy, r, ((0, -0.78), (0.55, -0.93), (0.98, -0.4), (0.95, 0.25), (0.55, 0.85), (0, 0.86)))
    )
    ground(stage, body, r)
    stage.form(body, colour, gloss=0.45)
    blush(stage, body, second, (0.35, 0.75), 0.42, 0.7)
    streaks(stage, x, cy, r, mix(colour, second, 0.45), 26, body)
    dip = stage.ellipse(x, cy - r * 0.72, r * 0.3, r * 0.1)
    stage.lay(dip, times(colour, 0.35), 0.75)
    stage.form(
        stage.limbs([[(x, cy - r * 0.7, r * 0.035), (x + r * 0.14, cy - r * 1.18, r * 0.05)]]), "#4a3018"
    )


def _ring(x: float, y: float, r: float, half: tuple[Point, ...]) -> list[Point]:
    """A shape from its right half, top to foot, mirrored."""
    right = [(x + px * r, y + py * r) for px, py in half]
    left = [(x - px * r, y + py * r) for px, py in half[-2:0:-1]]
    return right + left


def pear(stage: Stage, x: float, y: float, r: float, colour: Colour = "#a8a03c", lean: float = 0.0) -> None:
    half = ((0, -1.7), (0.24, -1.6), (0.4, -1.0), (0.78, -0.35), (0.95, 0.3), (0.6, 0.86), (0, 0.92))
    points = [(px - lean * (y - r * 0.9 - py), py) for px, py in _ring(x, y - r * 0.9, r, half)]
    body = stage.blob(points)
    ground(stage, body, r)
    stage.form(body, colour, gloss=0.3, texture=0.12)
    blush(stage, body, "#b85a28", (0.7, 0.6), 0.35, 0.55)
    top = (points[0][0], points[0][1] + r * 0.06)
    stage.form(stage.limbs([[(*top, r * 0.05), (top[0] + r * 0.12, top[1] - r * 0.4, r * 0.04)]]), "#4a3018")


def orange(stage: Stage, x: float, y: float, r: float, colour: Colour = "#dd7f18") -> None:
    body = stage.ellipse(x, y - r * 0.93, r, r * 0.95)
    ground(stage, body, r)
    h, w = body.mask.shape
    pores = stage.rng.normal(0, 0.00028, (h, w)).astype(np.float32)
    stage.form(body, colour, gloss=0.35, relief=pores)
    stage.lay(stage.ellipse(x + r * 0.2, y - r * 1.6, r * 0.07, r * 0.04), "#5d6a2a")


def lemon(
    stage: Stage, x: float, y: float, r: float, colour: Colour = "#e8c52c", angle: float = -0.2
) -> None:
    shape: tuple[Point, ...] = (
        (-1.32, 0.0),
        (-1.12, -0.2),
        (-0.6, -0.72),
        (0.1, -0.86),
        (0.8, -0.6),
        (1.14, -0.15),
        (1.24, 0.05),
    )
    shape += ((1.1, 0.22), (0.7, 0.7), (0, 0.86), (-0.7, 0.66), (-1.12, 0.2))
    c, s = np.cos(angle), np.sin(angle)
    cy = y - r * 0.84
    body = stage.blob([(x + r * (u * c - v * s), cy + r * (u * s + v * c)) for u, v in shape])
    ground(stage, body, r)
    pores = stage.rng.normal(0, 0.00028, body.mask.shape).astype(np.float32)
    stage.form(body, colour, gloss=0.4, relief=pores)
    blush(stage, body, "#9fa834", (0.9, 0.6), 0.2, 0.5)


def half_lemon(
    stage: Stage, x: float, y: float, r: float, rind: Colour = "#e8c52c", flesh: Colour = "#f1dc86"
) -> None:
    """A cut fruit that shows its face."""
    body = stage.ellipse(x + r * 0.12, y - r * 0.8, r, r * 0.86)
    ground(stage, body, r)
    stage.form(body, rind)
    stage.wash(stage.ellipse(x, y - r * 0.8, r * 0.93, r * 0.82), mix(rind, (1, 0.97, 0.85), 0.75), 0.03)
    face = stage.ellipse(x, y - r * 0.8, r * 0.82, r * 0.71)
    stage.wash(face, flesh, 0.06)
    pale = mix(flesh, (1, 1, 0.95), 0.6)
    rays = [
        Dab(x + 0.4 * r * np.cos(a), y - r * 0.8 + 0.35 * r * np.sin(a), r * 0.8, r * 0.06, a, pale)
        for a in np.arange(0.2, 6.4, 0.7)
    ]
    pulp = [_pulp(stage, x, y - r * 0.8, r, flesh) for _ in range(70)]
    stage.dabs(pulp, face, 0.6)
    stage.dabs(rays, face, 0.9)


def _pulp(stage: Stage, x: float, y: float, r: float, flesh: Colour) -> Dab:
    a, d = stage.rng.uniform(0, 6.28), stage.rng.uniform(0.2, 0.75)
    return Dab(
        x + d * r * np.cos(a),
        y + d * r * 0.86 * np.sin(a),
        r * 0.2,
        r * 0.05,
        a,
        times(flesh, stage.rng.uniform(0.78, 1.06)),
    )


def peach(stage: Stage, x: float, y: float, r: float) -> None:
    body = stage.ellipse(x, y - r * 0.92, r, r * 0.95)
    ground(stage, body, r)
    stage.form(body, "#e3a455", texture=0.12)
    blush(stage, body, "#c0402c", (0.62, 0.35), 0.42, 0.8)
    crease = [
        Dab(
            x - r * 0.2 - r * 0.25 * np.cos(t),
            y - r * (0.95 + 0.8 * np.sin(t)),
            r * 0.3,
            r * 0.04,
            1.57 + t * 0.5,
            "#8a2f22",
        )
        for t in np.linspace(-1, 1, 9)
    ]
    stage.dabs(crease, body, 0.45)


def plum(stage: Stage, x: float, y: float, r: float, colour: Colour = "#4a2848") -> None:
    body = stage.ellipse(x, y - r * 0.9, r, r * 0.92, 0.3)
    ground(stage, body, r)
    stage.form(body, colour, gloss=0.3)
    blush(stage, body, "#8f8fc0", (0.4, 0.35), 0.3, 0.45)


def cherries(stage: Stage, x: float, y: float, r: float) -> None:
    for dx, dy in ((-1.1, -0.1), (0.9, 0.0), (0.1, 0.5)):
        body = stage.ellipse(x + dx * r, y - r + dy * r, r, r * 0.95)
        stem = [(x + dx * r, y - r * 1.8 + dy * r, r * 0.07), (x + r * 0.4, y - r * 4.0, r * 0.09)]
        stage.form(stage.limbs([stem]), "#6a7a30")
        ground(stage, body, r)
        stage.form(body, "#8f1020", gloss=0.8)


def grapes(
    stage: Stage, x: float, y: float, r: float, colour: Colour = "#4b2a5e", count: int = 60, hang: float = 0.0
) -> None:
    """A bunch lying with its tip at (x, y); r is the bunch's half width."""
    g = stage.rng
    berries = []
    for _ in range(count):
        t = g.uniform(0, 1)
        spread = r * (0.25 + 0.75 * np.sin(np.pi * (0.12 + 0.75 * t)))
        berries.append(
            (
                x + (g.uniform(-1, 1) + g.uniform(-1, 1)) * 0.62 * spread + hang * r * t,
                y - r * 0.15 - t * r * 1.7,
            )
        )
    base = stage.limbs([[(bx, by, r * 0.2)] for bx, by in berries])
    ground(stage, base, r * 0.8)
    stage.lay(base, times(colour, 0.35))
    for bx, by in sorted(berries, key=lambda b: b[1] + g.uniform(-0.3, 0.3) * r):
        one = stage.ellipse(bx, by, r * g.uniform(0.18, 0.225), r * g.uniform(0.18, 0.22))
        stage.form(one, mix(colour, "#93a0c8", g.uniform(0, 0.28)), gloss=0.7, glow=0.25)


def leaf(stage: Stage, x: float, y: float, size: float, angle: float, colour: Colour = "#4f6b2e") -> None:
    """A single pointed leaf from its stalk at (x, y)."""
    c, s = np.cos(angle), np.sin(angle)
    shape = ((0, 0), (0.25, -0.24), (0.6, -0.22), (1.0, 0.04), (0.6, 0.2), (0.25, 0.2))
    patch = stage.blob([(x + size * (u * c - v * s), y + size * (u * s + v * c)) for u, v in shape])
    stage.form(patch, colour, gloss=0.15)
    rib = [
        Dab(
            x + size * t * c,
            y + size * t * s,
            size * 0.25,
            size * 0.025,
            angle,
            mix(colour, (0.8, 0.85, 0.5), 0.5),
        )
        for t in (0.2, 0.4, 0.6, 0.8)
    ]
    stage.dabs(rib, patch, 0.7)


def strawberry(stage: Stage, x: float, y: float, r: float) -> None:
    cy = y - r
    body = stage.blob(_ring(x, cy, r, ((0, -0.75), (0.6, -0.8), (0.9, -0.35), (0.6, 0.45), (0, 1.0))))
    ground(stage, body, r)
    stage.form(body, "#c02a22", gloss=0.4)
    g = stage.rng
    seeds = [
        Dab(x + g.uniform(-0.7, 0.7) * r, cy + g.uniform(-0.6, 0.7) * r, r * 0.13, r * 0.07, 1.5, "#e6b860")
        for _ in range(26)
    ]
    stage.dabs(seeds, body, 0.8)
    for a in (-2.7, -2.0, -1.3, -0.5):
        leaf(stage, x, cy - r * 0.7, r * 0.6, a)


def melon(stage: Stage, x: float, y: float, r: float) -> None:
    """A wedge of watermelon with its seeds."""
    rind = stage.blob(
        [
            (x - r * 1.4, y - r * 0.55),
            (x - r * 0.7, y - r * 0.05),
            (x + r * 0.5, y),
            (x + r * 1.5, y - r * 0.7),
            (x + r, y - r * 0.75),
        ]
    )
    ground(stage, rind, r)
    stage.form(rind, "#3f6b35")
    stage.wash(
        stage.blob(
            [
                (x - r * 1.38, y - r * 0.6),
                (x - r * 0.5, y - r * 0.22),
                (x + r * 0.7, y - r * 0.24),
                (x + r * 1.42, y - r * 0.74),
                (x + r * 0.2, y - r * 0.95),
            ]
        ),
        "#e9dcae",
    )
    flesh = stage.blob(
        [
            (x - r * 1.3, y - r * 0.64),
            (x - r * 0.4, y - r * 0.34),
            (x + r * 0.7, y - r * 0.34),
            (x + r * 1.34, y - r * 0.78),
            (x + r * 0.35, y - r * 1.55),
            (x - r * 0.5, y - r * 1.1),
        ]
    )
    stage.form(flesh, "#d2483c", texture=0.14)
    g = stage.rng
    stage.dabs(
        [
            Dab(
                x + g.uniform(-0.7, 1) * r,
                y - r * g.uniform(0.45, 1.2),
                r * 0.13,
                r * 0.06,
                g.uniform(0.5, 2.4),
                "#2a1510",
            )
            for _ in range(22)
        ],
        flesh,
    )
