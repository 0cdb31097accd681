"""Trees: leafy crowns, conifers, birches, willows, palms, bare boughs, the edge of a far wood."""

import numpy as np

from scenes import noise
from scenes.brush import Canvas, curve, ribbon
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.noise import Field

Greens = tuple[Colour, Colour, Colour]  # in shadow, in half light, in the sun
SUMMER: Greens = ("#1f3420", "#4c7032", "#9fb552")
OLIVE: Greens = ("#2f3a26", "#6a7648", "#b4b87c")
AUTUMN: Greens = ("#5a2a18", "#c0662a", "#f0b440")
RUSSET: Greens = ("#4a1c1a", "#a23a24", "#e2793a")
GOLD: Greens = ("#6a4a18", "#d09a2c", "#f8dc6a")
SPRING: Greens = ("#3f5c2c", "#86a84a", "#d2dc84")
BLOSSOM: Greens = ("#9a6478", "#e0a4b4", "#fce6e6")
NIGHTLEAF: Greens = ("#0a1420", "#16283a", "#2c4a5c")


def leaf_colours(greens: Greens, tone: Field) -> Field:
    """From shadow (0) over half light to sun (1)."""
    return mix(mix(greens[0], greens[1], np.minimum(tone * 2, 1)), greens[2], np.maximum(tone * 2 - 1, 0))


def leafy(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    light: Light,
    greens: Greens = SUMMER,
    spread: float = 0.7,
    trunk: float = 0.3,
    clumps: int = 26,
    bark: Colour = "#4a3a2c",
) -> None:
    """A broad tree: boughs, and a crown of clumps, each shaded as a ball and the crown as a greater one."""
    rng = canvas.rng
    boughs(canvas, x, base, height * 0.85, bark, depth=4, sway=0.45)
    middle, half = base - height * (trunk + (1 - trunk) / 2), height * (1 - trunk) / 2
    angle, away = rng.uniform(0, 2 * np.pi, clumps), np.sqrt(rng.random(clumps)) * 0.82
    cx = x + np.cos(angle) * away * half * spread * 1.5
    cy = middle + np.sin(angle) * away * half - half * 0.1 * (1 - away)
    for i in np.argsort(cy * 0.6 + rng.random(clumps) * half)[::-1]:
        across, up = (cx[i] - x) / (half * spread * 1.5), (middle - cy[i]) / half
        tone = 0.42 + 0.3 * up + 0.32 * across * light.direction[0]
        clump(canvas, cx[i], cy[i], half * rng.uniform(0.26, 0.42), light, greens, float(tone))


def clump(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    light: Light,
    greens: Greens,
    tone: float = 0.5,
    n: int = 70,
) -> None:
    """A ball of leaves: dabs from its dark under side to its lit top."""
    rng = canvas.rng
    angle, away = rng.uniform(0, 2 * np.pi, n), np.sqrt(rng.random(n))
    dx, dy = np.cos(angle) * away, np.sin(angle) * away * 0.85
    facing = 0.35 * dx * light.direction[0] - 0.45 * dy
    order = np.argsort(facing + rng.normal(0, 0.12, n))
    tones = np.clip(tone + facing + rng.normal(0, 0.1, n), 0, 1)[order]
    colour = leaf_colours(greens, tones)
    size = max(radius * 0.3, 0.004) * rng.uniform(0.6, 1.2, n)
    canvas.dabs(
        x + dx[order] * radius,
        y + dy[order] * radius,
        size * 1.5,
        size,
        rng.uniform(0, np.pi, n),
        np.clip(colour + rng.normal(0, 0.02, (n, 3)), 0, 1),
        0.85,
    )


def boughs(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    bark: Colour,
    depth: int = 6,
    sway: float = 0.5,
    width: float = 0.09,
    snow: bool = False,
) -> None:
    """Trunk and branches, forking `depth` times."""
    _fork(
        canvas,
        x,
        base,
        -np.pi / 2 + canvas.rng.normal(0, 0.05),
        height * 0.34,
        height * width,
        depth,
        bark,
        sway,
        snow,
    )


def _fork(
    canvas: Canvas,
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    depth: int,
    bark: Colour,
    sway: float,
    snow: bool,
) -> None:
    rng = canvas.rng
    bend = angle + rng.normal(0, 0.16)
    mx, my = x + np.cos(angle) * length * 0.5, y + np.sin(angle) * length * 0.5
    ex, ey = mx + np.cos(bend) * length * 0.5, my + np.sin(bend) * length * 0.5
    path = curve([(x, y), (mx, my), (ex, ey)], 5)
    canvas.fill(ribbon(path, width, width * 0.68), bark)
    side = np.array([width * 0.18, -width * 0.1], np.float32)
    canvas.line(path - side, width * 0.3, lighter(bark, 0.3), 0.6, taper=0.6)
    if snow:
        canvas.line(path - np.array([0, width * 0.4], np.float32), width * 0.45, "#f4f6fc", 0.95)
    if depth <= 0 or width < 0.0009:
        return
    for turn in (
        rng.uniform(-1, -0.3),
        rng.uniform(0.25, 1),
        *([rng.normal(0, 0.2)] if rng.random() < 0.45 else []),
    ):
        _fork(
            canvas,
            ex,
            ey,
            bend + turn * sway * 1.3,
            length * rng.uniform(0.66, 0.86),
            width * 0.66,
            depth - 1,
            bark,
            sway,
            snow,
        )


def pine(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    light: Light,
    greens: Greens = ("#12241f", "#28463a", "#5a7a56"),
    snow: float = 0,
    width: float = 0.36,
) -> None:
    """A conifer: tiers of drooping boughs, each lit on the sun's side; `snow` lies on that part of them."""
    rng, n = canvas.rng, int(np.clip(height * 520, 24, 260))
    canvas.line([(x, base), (x, base - height * 0.35)], height * 0.03, "#33281f", 1, taper=0.2)
    t = np.sort(rng.random(n) ** 0.8)
    tier = 0.72 + 0.28 * np.abs(np.sin(t * np.pi * 7 + rng.random()))
    side = rng.uniform(-1, 1, n)
    half = height * width * 0.5 * (0.05 + t) * tier
    dx, y = side * half, base - height * (1 - t * 0.92) + np.abs(side) * half * 0.3
    tone = np.clip(0.4 + side * light.direction[0] * 0.45 + rng.normal(0, 0.16, n), 0, 1)
    colour = leaf_colours(greens, tone)
    length, droop = half * 0.55 + height * 0.03, np.sign(side) * 0.45 + rng.normal(0, 0.15, n)
    canvas.dabs(x + dx, y, length, height * 0.035, droop, colour, 0.9)
    if snow:
        on = rng.random(n) < snow
        white = mix("#b8c6e0", "#ffffff", np.clip(tone * 1.3, 0, 1))[on]
        canvas.dabs(
            (x + dx)[on], (y - height * 0.012)[on], (length * 0.8)[on], height * 0.024, droop[on], white, 0.9
        )


def columnar(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    light: Light,
    greens: Greens = SUMMER,
    width: float = 0.17,
) -> None:
    """A cypress or a poplar: a flame of upright dabs."""
    rng, n = canvas.rng, int(np.clip(height * 700, 40, 320))
    t, side = rng.random(n), np.clip(rng.normal(0, 0.45, n), -1, 1)
    half = height * width * 0.5 * np.sin(np.pi * (0.06 + 0.9 * t)) ** 0.7
    order = np.argsort(-t + rng.random(n) * 0.6)
    tone = np.clip(0.45 + side * light.direction[0] * 0.5 + rng.normal(0, 0.15, n), 0, 1)
    colour = leaf_colours(greens, tone)
    canvas.line([(x, base), (x, base - height * 0.2)], height * 0.03, "#3c3024")
    canvas.dabs(
        (x + side * half)[order],
        (base - height * (0.04 + 0.94 * t))[order],
        height * 0.09,
        height * 0.025,
        (np.pi / 2 - side * 0.25)[order],
        colour[order],
        0.9,
    )


def treeline(
    canvas: Canvas,
    y: Field | float,
    height: float,
    light: Light,
    greens: Greens,
    haze: float = 0.3,
    start: float = 0,
    stop: float | None = None,
    n: int = 90,
) -> None:
    """A far edge of wood standing along y: small crowns of uneven height, turned towards the haze."""
    rng, end = canvas.rng, canvas.wide if stop is None else stop
    misty: Greens = tuple(mix(g, light.haze, haze) for g in greens)  # type: ignore[assignment]
    swell = noise.fbm(rng, 8, 4)[0]
    for x in np.sort(rng.uniform(start, end, n)):
        foot = float(np.interp(x, canvas.x[0], np.broadcast_to(y, canvas.w)))
        size = height * (0.35 + 1.1 * float(swell[int(x * 150) % 512])) * rng.uniform(0.75, 1.15)
        for k in (0.25, 0.6):
            clump(
                canvas,
                x + rng.normal(0, size * 0.2),
                foot - size * k,
                size * 0.42,
                light,
                misty,
                0.25 + k * 0.5,
                16,
            )
