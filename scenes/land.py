"""Land: grounds to be looked at (ranges, peaks, hills, dunes, shores), and what grows and lies on them."""

from collections.abc import Callable

import numpy as np

from scenes import noise
from scenes.brush import Canvas
from scenes.colour import Colour, mix
from scenes.light import Light
from scenes.noise import Field, sample, smooth
from scenes.view import Eye, Ground, View, hazed, look, shaded


def ranges(
    rng: np.random.Generator,
    start: float = 4,
    height: float = 2.5,
    scale: float = 0.12,
    floor: float = 0.3,
    rise: float = 5,
) -> Ground:
    """A mountain chain that rises beyond `start` from rolling land."""
    crest, rolling = noise.ridged(rng, 4, 7, 0.42), noise.fbm(rng, 4, 7)
    u, v = rng.random(2)

    def ground(x: Field, z: Field) -> Field:
        lift = smooth(start, start + rise, z)
        rough = sample(crest, x * scale + u, z * scale + v)
        body = 0.65 * sample(rolling, x * scale * 0.5 + v, z * scale * 0.5) + 0.5 * rough**1.4
        return height * lift * body + floor * (sample(rolling, x * 0.2, z * 0.2) - 0.5)

    return ground


def peak(
    rng: np.random.Generator,
    x: float,
    z: float,
    height: float,
    radius: float,
    sharp: float = 1.0,
    rugged: float = 0.35,
) -> Ground:
    """One mountain with ridges running down from its summit."""
    crest, warp = noise.ridged(rng, 4, 7, 0.45), noise.fbm(rng, 4, 5)
    turn = rng.random()

    def ground(right: Field, away: Field) -> Field:
        dx, dz = (right - x) / radius, (away - z) / radius
        bend = (sample(warp, dx * 0.15, dz * 0.15 + turn) - 0.5) * 1.2
        distance = np.hypot(dx, dz) * (1 + bend * 0.5)
        ribs = sample(
            crest, np.arctan2(dz, dx) / (2 * np.pi) * 1.0 + turn + bend * 0.1, 0.3 + distance * 0.12
        )
        cone = np.exp(-((distance * 1.15) ** sharp))
        rough = sample(crest, right * 0.35 / radius, away * 0.35 / radius)
        flank = cone * (1 - cone) * 4
        return np.asarray(height * (cone + flank * rugged * (0.55 * ribs + 0.6 * rough - 0.35)), np.float32)

    return ground


def hills(rng: np.random.Generator, height: float = 0.5, scale: float = 0.15, octaves: int = 4) -> Ground:
    """Soft rolling hills about zero."""
    tile = noise.fbm(rng, 4, octaves, 0.4)
    u, v = rng.random(2)
    return lambda x, z: np.asarray(
        height * 2 * (sample(tile, x * scale + u, z * scale + v) - 0.5), np.float32
    )


def dunes(rng: np.random.Generator, height: float = 0.6, scale: float = 0.22) -> Ground:
    """Sand: long crests with a gentle side to the wind and a steep one behind."""
    warp, size = noise.fbm(rng, 4, 3, 0.35), noise.fbm(rng, 4, 2)

    def ground(x: Field, z: Field) -> Field:
        bend = sample(warp, x * 0.07, z * 0.07) * 4.2
        phase = ((x * 0.35 + z) * scale + bend) % 1
        ramped = np.where(phase < 0.76, smooth(0, 0.76, phase) * 0.9 + phase * 0.13, smooth(1, 0.76, phase))
        return np.asarray(height * ramped * (0.3 + 1.2 * sample(size, x * 0.05, z * 0.08)), np.float32)

    return ground


def together(*grounds: Ground) -> Ground:
    return lambda x, z: np.asarray(sum(g(x, z) for g in grounds), np.float32)


def highest(*grounds: Ground) -> Ground:
    return lambda x, z: np.asarray(np.maximum.reduce([g(x, z) for g in grounds]), np.float32)


def drowned(ground: Ground, level: float = 0) -> Ground:
    """The ground with everything under `level` made water."""
    return lambda x, z: np.asarray(np.maximum(ground(x, z), level), np.float32)


def valley(ground: Ground, course: Callable[[Field], Field], width: float, depth: float = 1.0) -> Ground:
    """The ground cut by a valley whose middle runs along x = course(z)."""

    def cut(x: Field, z: Field) -> Field:
        away = np.abs(x - course(z)) / width
        floor = smooth(0.0, 1.0, away)
        return np.asarray(ground(x, z) * (0.08 + 0.92 * floor) - depth * 0.1 * (1 - floor), np.float32)

    return cut


class Grain:
    """Noise fixed to the land, so that grass and rock lie on it in perspective."""

    def __init__(self, rng: np.random.Generator):
        self.tile = noise.fbm(rng, 8, 7, 0.62)

    def __call__(self, view: View, lumps: float = 1.0) -> Field:
        """Patches of about 1/lumps, with a finer grain that fades into the distance."""
        broad = sample(self.tile, view.x * lumps / 8, view.z * lumps / 8)
        near = np.exp(-view.z * lumps / 12)
        fine = sample(self.tile, view.x * lumps, view.z * lumps + view.height) - 0.5
        return np.asarray(np.clip(broad + fine * (0.25 + 0.75 * near), 0, 1), np.float32)


def alpine(
    canvas: Canvas,
    view: View,
    snow: float = 1.4,
    trees: float = 0.6,
    rock: Colour = "#8b8378",
    meadow: Colour = "#7d8f4c",
    wood: Colour = "#2f4a34",
) -> Field:
    """Meadow below, wood up to `trees`, then layered rock, and snow on what is high and not too steep."""
    grain = Grain(canvas.rng)
    patch, speck = grain(view, 0.7), grain(view, 2.6)
    layers = 0.5 + 0.5 * np.sin(view.height * 42 + patch * 9)
    stone = mix(mix(rock, "#4e4a4c", speck * 0.7), "#b8a890", layers * 0.25)
    grass = mix(meadow, "#a8a45c", smooth(0.5, 0.8, patch))
    grass = mix(grass, "#4f6a38", smooth(0.5, 0.75, speck) * 0.6)
    forest = mix(wood, "#1c2f26", smooth(0.4, 0.65, speck))
    woody = smooth(trees, trees * 0.55, view.height + (patch - 0.5) * 0.5) * smooth(
        0.38, 0.6, patch + speck * 0.25
    )
    green = smooth(trees * 1.25, trees * 0.7, view.height + (patch - 0.5) * 0.6) * smooth(
        0.62, 0.35, view.steep
    )
    ground = mix(mix(stone, grass, green), forest, woody * smooth(0.7, 0.5, view.steep))
    white = smooth(snow - 0.12, snow + 0.18, view.height + (speck - 0.5) * 0.55 - view.steep * 0.9)
    return mix(ground, "#f6f8ff", white)


def paint_land(
    canvas: Canvas,
    ground: Ground,
    light: Light,
    eye: Eye,
    albedo: Callable[[View], Field],
    haze: float = 25,
    far: float = 30,
    near: float = 0.3,
    reach: float = 1.5,
) -> View:
    """Look, colour, light, haze and lay: the ground on the canvas."""
    view = look(canvas, ground, light, eye, near, far, reach=reach)
    canvas.lay(view.cover, hazed(view, light, shaded(view, light, albedo(view)), haze))
    return view


def meadow(
    canvas: Canvas,
    colours: tuple[Colour, Colour, Colour] = ("#6d8440", "#a3a552", "#465f30"),
    lumps: float = 1.2,
) -> Callable[[View], Field]:
    """Grassland of three greens."""
    grain = Grain(canvas.rng)

    def albedo(view: View) -> Field:
        patch, speck = grain(view, lumps), grain(view, lumps * 5)
        ground = mix(colours[0], colours[1], smooth(0.45, 0.75, patch))
        return mix(ground, colours[2], smooth(0.5, 0.8, speck) * 0.7)

    return albedo


def silhouettes(
    canvas: Canvas,
    light: Light,
    lines: list[tuple[float, float]],
    colour: Colour,
    lumps: float = 3,
    sharp: bool = False,
) -> None:
    """Ridge behind ridge, pale to dark: (height of the line, how far it rises and falls), far ones first."""
    for i, (y, swing) in enumerate(lines):
        tile = noise.ridged(canvas.rng, 4, 7) if sharp else noise.fbm(canvas.rng, 4, 7, 0.45)
        crest = y - swing * (sample(tile, canvas.x[0] * lumps / 8 + canvas.rng.random(), 0.3) - 0.4)
        near = (i + 1) / len(lines)
        body = mix(light.haze, colour, near)
        deep = smooth(0, 0.16, canvas.y - crest[None])
        mottled = canvas.noise(14, 5, stretch=0.7)[..., None] * 0.14 * near - 0.07 * near
        canvas.lay(canvas.under(crest[None]), mix(body + mottled, light.haze, deep * 0.65 * (1 - near * 0.6)))


def fog(canvas: Canvas, y: float, thick: float, colour: Colour, strength: float = 0.8) -> None:
    """A bank of mist about the height y."""
    wisps = canvas.warped(3, 0.1, stretch=4)
    bank = np.exp(-(((canvas.y - y + (wisps - 0.5) * thick) / thick) ** 2))
    canvas.lay(bank * strength * (0.45 + 0.8 * wisps).clip(0, 1), colour)
