"""Skies: gradient, clouds of every kind, sun and moon, stars, rain, rainbows, lightning, northern lights."""

import numpy as np

from scenes import noise
from scenes.brush import Canvas, Points, oval
from scenes.colour import Colour, mix, ramp, rgb
from scenes.light import Light
from scenes.noise import Field, sample, smooth


def sky(canvas: Canvas, light: Light, horizon: float) -> None:
    """The open sky down to the horizon, a little uneven as a painted one is."""
    height = canvas.y / horizon + (canvas.noise(3, 3, stretch=3) - 0.5) * 0.16
    canvas.lay(1, ramp([(0.0, light.zenith), (0.55, light.middle), (1.0, light.horizon)], height))


def _overhead(canvas: Canvas, horizon: float, stretch: float) -> tuple[Field, Field]:
    """Where each place of the sky lies on the cloud layer: wide overhead, narrow far away."""
    away = 1 / (np.maximum(horizon - canvas.y, 0) + 0.22)
    return (canvas.x - canvas.wide / 2) * away / stretch, away * 1.6


def clouds(
    canvas: Canvas,
    light: Light,
    horizon: float,
    cover: float = 0.5,
    size: float = 1,
    stretch: float = 1.3,
    soft: float = 0.14,
    puff: float = 0.45,
    sun: tuple[float, float] = (0.2, 0.1),
    opacity: float = 1,
) -> None:
    """Clouds over `cover` of the sky, lit from the sun's place; `puff` makes heaps, none makes veils."""
    across, away = _overhead(canvas, horizon, stretch)
    lumps = noise.ridged(canvas.rng, 8, 5)
    tile = noise.level(noise.fbm(canvas.rng, 4, 7) + puff * (1 - lumps) * 0.8, 0.18)
    u, v = across * 0.3 / size + canvas.rng.random(), away * 0.3 / size + canvas.rng.random()
    bend = (sample(noise.fbm(canvas.rng, 4, 4), u, v) - 0.5) * 0.12
    dense = sample(tile, u + bend, v + bend)
    towards_x, towards_y = sun[0] - canvas.x, sun[1] - canvas.y
    far = np.hypot(towards_x, towards_y) + 0.15
    nearer = sample(tile, u + bend + 0.02 * towards_x / far, v + bend - 0.02 * towards_y / far)
    edge = float(np.quantile(dense, 1 - cover))
    body = smooth(edge, edge + soft, dense)
    thick = smooth(edge + 0.02, edge + 0.35, dense)
    relief = np.clip((dense - nearer) * 5, -0.6, 0.6)
    lit = np.clip(0.75 - 0.7 * thick + relief, 0, 1)
    colour = mix(
        mix(light.under, light.cloud, lit), light.horizon, 0.55 * smooth(horizon * 0.45, horizon, canvas.y)
    )
    canvas.lay(body * opacity, colour)


def heaps(
    canvas: Canvas,
    light: Light,
    base: float,
    towers: int = 5,
    size: float = 0.16,
    span: tuple[float, float] = (0, 1),
) -> None:
    """Great cumulus standing on a level base: puffs heaped up, white above and grey below."""
    rng = canvas.rng
    for _ in range(towers):
        x = (span[0] + rng.random() * (span[1] - span[0])) * canvas.wide
        _heap(canvas, light, x, base + rng.normal(0, 0.01), size * rng.uniform(0.6, 1.3))


def _heap(canvas: Canvas, light: Light, x: float, base: float, size: float) -> None:
    rng, n = canvas.rng, 260
    across = rng.normal(0, 0.55, n)
    up = rng.random(n) ** 0.8 * np.exp(-(across**2) * 1.6) * rng.uniform(0.7, 1.15, n)
    order = np.argsort(-up * 0.3 + rng.random(n) * 0.5)
    across, up = across[order], up[order]
    side = light.direction[0]
    lit = np.clip(0.15 + up * 0.85 + across * side * 0.35 + rng.normal(0, 0.1, n), 0, 1)
    colour = mix(light.under, light.cloud, lit.astype(np.float32))
    radius = size * (0.16 + 0.2 * rng.random(n)) * (1.1 - up * 0.5)
    turn = rng.normal(0, 0.6, n)
    canvas.dabs(
        x + across * size * 1.5, base - up * size * 1.2, radius * 1.9, radius * 1.3, turn, colour, 0.55
    )


def veils(
    canvas: Canvas, colour: Colour, low: float, high: float, strength: float = 0.6, lean: float = 0.12
) -> None:
    """Cirrus: long combed wisps between two heights."""
    tile = noise.fbm(canvas.rng, 4, 7)
    bend = (canvas.noise(3, 3) - 0.5) * 0.25
    streak = sample(tile, (canvas.x + canvas.y * 0.6) * 0.25, (canvas.y + lean * canvas.x + bend) * 2.2)
    patch = smooth(0.45, 0.75, canvas.noise(2.5, 3, stretch=2))
    band = smooth(low - 0.05, low + 0.1, canvas.y) * smooth(high + 0.05, high - 0.1, canvas.y)
    canvas.lay(smooth(0.45, 0.85, streak) * patch * band * strength, colour)


def bands(canvas: Canvas, light: Light, horizon: float, n: int = 6, strength: float = 0.8) -> None:
    """Long level clouds that catch the low sun from beneath."""
    rng = canvas.rng
    for _ in range(n):
        y = horizon * (0.25 + 0.7 * rng.random() ** 0.7)
        x, half, thin = (
            rng.uniform(0, canvas.wide),
            rng.uniform(0.2, 0.6),
            rng.uniform(0.008, 0.03) * (1.3 - y),
        )
        ragged = (canvas.noise(9, 5, stretch=5) - 0.5) * thin * 5
        away = ((canvas.x - x) / half) ** 2
        body = smooth(thin * 1.6, thin * 0.3, np.abs(canvas.y - y + ragged) + away * thin)
        lit = smooth(-thin, thin * 1.4, canvas.y - y + ragged)
        canvas.lay(body * strength, mix(light.under, light.cloud, lit))


def sun(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float = 0.03,
    colour: Colour = "#fff6d8",
    halo: Colour = "#ffc860",
    strength: float = 0.8,
) -> None:
    """The disc and the glow about it."""
    canvas.glow(x, y, radius * 7, halo, strength * 0.75)
    canvas.glow(x, y, radius * 2.2, colour, strength)
    canvas.lay(canvas.disc(x, y, radius, radius * 0.25), colour)


def moon(canvas: Canvas, x: float, y: float, radius: float = 0.035, full: bool = True) -> None:
    canvas.glow(x, y, radius * 5, "#a8bde0", 0.5)
    face = canvas.disc(x, y, radius, radius * 0.1)
    if not full:
        face = np.clip(
            face - canvas.disc(x - radius * 0.55, y - radius * 0.2, radius * 0.95, radius * 0.1), 0, 1
        )
    spots = smooth(0.5, 0.7, canvas.noise(0.35 / radius, 3))
    canvas.lay(face, mix("#fdf6dc", "#cfcdb8", spots * 0.7))


def stars(canvas: Canvas, horizon: float, n: int = 500, galaxy: bool = False) -> None:
    """Stars of every brightness; the great ones glow; the galaxy is a tilted river of dust and light."""
    rng = canvas.rng
    if galaxy:
        _galaxy(canvas, horizon)
    x, y = rng.random(n) * canvas.wide, rng.random(n) * horizon
    bright = rng.random(n) ** 4
    tint = mix("#ffe2b8", "#cfe0ff", rng.random(n).astype(np.float32))
    size = 0.0025 + 0.004 * bright
    canvas.dabs(x, y, size, size, 0, tint, 0.35 + 0.65 * bright)
    for i in np.argsort(-bright)[:14]:
        canvas.glow(float(x[i]), float(y[i]), 0.009, tint[i], 0.9)


def _galaxy(canvas: Canvas, horizon: float) -> None:
    along = (canvas.x - canvas.wide * 0.55) * 0.82 + (canvas.y - horizon * 0.5) * 0.57
    side = -(canvas.x - canvas.wide * 0.55) * 0.57 + (canvas.y - horizon * 0.5) * 0.82
    cloud = canvas.warped(5, 0.12, octaves=7)
    band = np.exp(-(((side + (cloud - 0.5) * 0.16) / 0.12) ** 2)) * (0.6 + 0.4 * np.cos(along * 2))
    canvas.light(band * (0.35 + 0.6 * cloud), "#8f96c8")
    canvas.light(band**3 * smooth(0.45, 0.75, cloud) * 0.7, "#f0cfc0")
    canvas.glaze(band * smooth(0.55, 0.3, canvas.warped(7, 0.15)) * 0.75, "#141830")


def rain(
    canvas: Canvas,
    x: float,
    width: float,
    base: float,
    ground: float,
    colour: Colour,
    slant: float = 0.15,
    strength: float = 0.7,
) -> None:
    """A shower hanging from the clouds at `base` down to the `ground`."""
    lean = canvas.x - x + (canvas.y - base) * slant
    streak = sample(noise.fbm(canvas.rng, 8, 6), lean * 2.2, canvas.y * 0.12)
    veil = (
        np.exp(-((lean / width) ** 2))
        * smooth(base - 0.03, base + 0.12, canvas.y)
        * smooth(ground + 0.03, ground, canvas.y)
    )
    canvas.lay(veil * (0.35 + 0.9 * (streak - 0.3)).clip(0, 1) * strength, colour)


def downpour(canvas: Canvas, n: int = 700, slant: float = 0.2, colour: Colour = "#d4dce4") -> None:
    """Streaks of rain before everything."""
    rng = canvas.rng
    length = rng.uniform(0.015, 0.05, n)
    canvas.dabs(rng.random(n) * canvas.wide, rng.random(n), length, 0.0022, np.pi / 2 + slant, colour, 0.3)


def rainbow(canvas: Canvas, x: float, y: float, radius: float, ground: float, strength: float = 0.55) -> None:
    away = np.hypot(canvas.x - x, canvas.y - y)
    hues = ["#7a4fb0", "#4a6fd0", "#45b09a", "#7cc860", "#f2e060", "#f29a40", "#e0503c"]
    t = (away - radius) / 0.055
    colour = ramp([((i + 0.5) / 7, hue) for i, hue in enumerate(hues)], t)
    bow = smooth(0, 0.2, t) * smooth(1, 0.8, t) * smooth(ground, ground - 0.12, canvas.y)
    canvas.light(smooth(radius, radius - 0.25, away) * 0.12 * (canvas.y < ground), "#ffffff")
    canvas.light(bow * strength, colour)


def lightning(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """A forked flash and the light that it throws on the clouds."""
    canvas.glow(x, top + 0.05, 0.16, "#c8d0f0", 0.7)
    _bolt(canvas, x, top, bottom, 0.007)
    for _ in range(3):
        start = canvas.rng.uniform(top, (top + bottom) / 2)
        _bolt(canvas, x + canvas.rng.normal(0, 0.03), start, start + (bottom - top) * 0.4, 0.003)


def _bolt(canvas: Canvas, x: float, top: float, bottom: float, width: float) -> None:
    steps = np.linspace(top, bottom, 16)
    path = x + np.cumsum(canvas.rng.normal(0, 0.014, 16))
    points: Points = list(zip(path.tolist(), steps.tolist(), strict=True))
    canvas.line(points, width * 3, "#aab8f0", 0.35, taper=0.4)
    canvas.line(points, width, "#ffffff", 1, taper=0.3)


def aurora(canvas: Canvas, horizon: float, colours: tuple[Colour, Colour] = ("#4fe0a0", "#8a60d8")) -> None:
    """Curtains of northern light: a bright hem below, rays that fade upwards."""
    rng = canvas.rng
    for curtain in range(3):
        hem = horizon * (0.45 + 0.17 * curtain) + 0.12 * np.sin(
            canvas.x * rng.uniform(2, 4) + rng.uniform(0, 6)
        )
        hem = hem + 0.05 * np.sin(canvas.x * rng.uniform(7, 12) + rng.uniform(0, 6))
        up = hem - canvas.y
        rays = sample(noise.fbm(rng, 16, 5), canvas.x * 0.8 + up * 0.1, 0.3)
        body = (
            np.exp(-np.maximum(up, 0) / 0.16)
            * smooth(-0.02, 0.015, up)
            * (0.3 + 1.1 * np.clip(rays - 0.25, 0, 1))
        )
        canvas.light(np.clip(body * 0.85, 0, 1), mix(*colours, smooth(0.02, 0.3, up)))


def beams(
    canvas: Canvas, x: float, y: float, colour: Colour, strength: float = 0.35, reach: float = 1.2
) -> None:
    """Shafts of light that fan out from (x, y) through gaps in the clouds."""
    angle = np.arctan2(canvas.y - y, canvas.x - x)
    away = np.hypot(canvas.x - x, canvas.y - y)
    shafts = smooth(0.5, 0.75, sample(noise.fbm(canvas.rng, 16, 4), angle * 0.35, 0.5))
    canvas.light(shafts * smooth(reach, 0.1, away) * smooth(0.0, 0.12, away) * strength, colour)


def birds(
    canvas: Canvas,
    x: float,
    y: float,
    n: int = 9,
    spread: float = 0.15,
    size: float = 0.012,
    colour: Colour = "#33363c",
) -> None:
    """A loose flight of birds, far away."""
    for _ in range(n):
        bx, by = x + canvas.rng.normal(0, spread), y + canvas.rng.normal(0, spread * 0.35)
        s, tilt = size * canvas.rng.uniform(0.6, 1.2), canvas.rng.normal(0, 0.25)
        for side in (-1, 1):
            wing = oval(bx + side * s * 0.5, by, s * 0.5, s * 0.35, tilt, np.pi, 2 * np.pi)
            canvas.line(wing, s * 0.16, rgb(colour), 0.9)
