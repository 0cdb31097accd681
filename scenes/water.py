"""Water: still with what it mirrors, rippled, glittering, running, falling, and the open sea in waves."""

import numpy as np
from scipy import ndimage

from scenes import noise
from scenes.brush import Canvas
from scenes.colour import Colour, mix, ramp, rgb
from scenes.light import Light
from scenes.noise import Field, Numbers, sample, smooth
from scenes.view import Eye, Ground, View, look


def _ripples(canvas: Canvas, horizon: float, fineness: float = 1) -> Field:
    """Noise lying on the water: thin streaks far away, broad ones at the viewer's feet; about zero."""
    depth = np.maximum(canvas.y - horizon, 0) + 0.025
    tile = noise.fbm(canvas.rng, 8, 6, 0.6)
    u = (canvas.x - canvas.wide / 2) / depth * 0.09 * fineness
    return np.asarray(sample(tile, u + canvas.rng.random(), 0.55 * fineness / depth) - 0.5, np.float32)


def _mirrored(canvas: Canvas, mask: Field, wander: Field, sideways: Field) -> Field:
    """What each place of the water mirrors: the column turned over at the shore above it."""
    row = np.arange(canvas.h)[:, None]
    shore = np.maximum.accumulate(np.where(mask < 0.5, row, -1), axis=0)
    high = np.maximum(shore, 1)
    above = (
        shore - high * np.tanh((row - shore - 1) / high) + wander * canvas.h
    )  # never over the picture's top
    column = np.arange(canvas.w)[None] + sideways * canvas.h
    at = np.stack([np.clip(above, 0, np.maximum(shore, 0)), np.broadcast_to(column, above.shape)])
    channels = [ndimage.map_coordinates(canvas.rgb[..., i], at, order=1, mode="nearest") for i in range(3)]
    return np.stack(channels, axis=-1).astype(np.float32)


def water(
    canvas: Canvas,
    mask: Numbers,
    light: Light,
    horizon: float,
    ripple: float = 0.5,
    tint: Colour = "#2c4a5a",
    depth: float = 0.35,
    sparkle: float = 0.35,
) -> None:
    """Water where the mask is: the mirrored shore and sky, broken by ripples, darker towards the viewer."""
    cover = np.broadcast_to(np.asarray(mask, np.float32), (canvas.h, canvas.w))
    down = np.maximum(canvas.y - horizon, 0)
    waves = _ripples(canvas, horizon)
    bend = waves * ripple * (0.02 + 0.35 * down)
    first = _mirrored(canvas, cover, bend, bend * 0.12)
    second = _mirrored(canvas, cover, bend * 1.6 + 0.008 * ripple, bend * -0.1)
    seen = 0.6 * first + 0.4 * second
    seen = _smeared(canvas, seen, cover, min(1, 2 * ripple))
    own = rgb(tint) * (0.55 + 0.45 * rgb(light.middle))
    sunk = np.clip(0.18 + depth * down / (1 - horizon) + waves * 0.5 * ripple, 0, 0.95)
    surface = mix(seen, own, sunk) * _seam(canvas, cover)[..., None]
    crest = smooth(0.14, 0.3, waves) * sparkle * (0.3 + down)
    canvas.lay(cover, mix(surface, light.horizon, crest))


def _smeared(canvas: Canvas, seen: Field, cover: Field, most: float) -> Field:
    """What is mirrored, blurred sideways the more the further it lies from its shore."""
    row = np.arange(canvas.h)[:, None]
    shore = np.maximum.accumulate(np.where(cover < 0.5, row, -canvas.h), axis=0)
    soft = ndimage.uniform_filter1d(seen, max(1, round(0.1 * canvas.h)), axis=1, mode="nearest")
    soft = ndimage.uniform_filter1d(soft, max(1, round(0.1 * canvas.h)), axis=1, mode="nearest")
    return mix(seen, soft, most * smooth(0.08, 0.5, np.asarray((row - shore) / canvas.h, np.float32)))


def _seam(canvas: Canvas, cover: Field) -> Field:
    """The dark line where the water meets what stands in it."""
    row = np.arange(canvas.h)[:, None]
    shore = np.maximum.accumulate(np.where(cover < 0.5, row, -canvas.h), axis=0)
    return np.asarray(1 - 0.45 * np.exp(-(row - shore) / (0.006 * canvas.h)), np.float32)


def glitter(
    canvas: Canvas,
    x: float,
    horizon: float,
    mask: Numbers,
    colour: Colour = "#fff0c0",
    spread: float = 0.06,
    strength: float = 0.9,
) -> None:
    """The path of the sun or moon over the water."""
    down = np.maximum(canvas.y - horizon, 0)
    waves = _ripples(canvas, horizon, 1.6)
    path = np.exp(-(((canvas.x - x) / (spread * (0.6 + 2.2 * down))) ** 2))
    flecks = smooth(0.12 - 0.2 * path, 0.2, waves)
    canvas.light(np.asarray(mask, np.float32) * path * (0.22 + 0.9 * flecks) * strength, colour)


def mirror(
    canvas: Canvas,
    sheet: Canvas,
    line: float,
    ripple: float = 0.5,
    tint: Colour = "#2c4a5a",
    strength: float = 0.65,
    soft: float = 0.35,
) -> None:
    """The reflection of what floats with its waterline at y = `line`; call before placing the thing."""
    down = canvas.y - line
    waves = _ripples(canvas, line - 0.2, 1.4)
    at = np.stack(
        [(line - down + waves * 0.1 * ripple) * canvas.h, (canvas.x + waves * 0.035 * ripple) * canvas.h]
    )
    alpha = ndimage.map_coordinates(sheet.alpha, at, order=1, mode="constant")
    fade = (alpha * (down > -0.002) * strength * np.exp(-np.maximum(down, 0) / soft)).astype(np.float32)
    if not fade.any():
        return
    image = [ndimage.map_coordinates(sheet.rgb[..., i], at, order=1, mode="constant") for i in range(3)]
    colour = np.stack(image, axis=-1) / np.maximum(alpha, 1e-3)[..., None]
    canvas.lay(fade, mix(colour, tint, 0.3))


def swell(rng: np.random.Generator, height: float = 0.12, length: float = 1.2, chop: float = 0.5) -> Ground:
    """Waves of the open sea: sharp crests of several trains, bent so that none is straight."""
    warp, gusts = noise.fbm(rng, 4, 4), noise.fbm(rng, 8, 5, 0.6)
    trains = [
        (rng.uniform(-0.6, 0.6), 1.0, 1.0),
        (rng.uniform(-1, 1), 0.57, 0.5),
        (rng.uniform(-1.2, 1.2), 0.31, 0.22),
    ]

    def ground(x: Field, z: Field) -> Field:
        total = chop * height * 0.7 * (sample(gusts, x * 0.7 / length, z * 0.7 / length) - 0.5)
        bend = sample(warp, x * 0.09 / length, z * 0.09 / length) * 2.2
        group = 0.35 + 1.3 * sample(warp, x * 0.06 / length + 0.3, z * 0.11 / length)
        for lean, part, size in trains:
            phase = (z + lean * x) / (length * part) + bend / part**0.5
            total = total + height * size * group * ((1 - np.abs(np.sin(phase * np.pi))) ** 1.4 - 0.35)
        return np.asarray(total, np.float32)

    return ground


def sea(
    canvas: Canvas,
    light: Light,
    eye: Eye,
    waves: Ground,
    deep: Colour = "#1d4250",
    crest: Colour = "#5f9a8e",
    foam: float = 0.5,
    height: float = 0.12,
    far: float = 60,
    haze: float = 30,
) -> View:
    """The open sea: mirrors the sky at a slant, shows its own green where light shines through, and foams."""
    view = look(canvas, waves, light, eye, near=0.15, far=far, shadows=0)
    way = np.stack([-view.x, eye.height - view.height, -view.z], axis=-1)
    way = way / np.linalg.norm(way, axis=-1, keepdims=True)
    facing = np.clip((way * view.normal).sum(axis=-1), 0, 1)
    slant = 0.04 + 0.96 * (1 - facing) ** 4
    upward = 2 * facing * view.normal[..., 1] - way[..., 1]
    mirrored = ramp([(0.0, light.horizon), (0.35, light.middle), (0.9, light.zenith)], np.clip(upward, 0, 1))
    high = np.clip(view.height / height, -0.5, 1.4)
    through = smooth(0.15, 1.1, high) * (0.35 + 0.65 * view.lit)
    body: Field = mix(deep, crest, through) * (0.5 + 0.5 * rgb(light.horizon))
    colour: Field = mix(body, mirrored, np.clip(slant, 0, 0.82)) + (view.lit**6 * 0.25)[..., None] * rgb(
        light.sun
    )
    colour = mix(
        np.clip(colour, 0, 1), mix(light.sun, "#ffffff", 0.5) * 0.94, _foam(canvas, view, high, foam)
    )
    air = 1 - np.exp(-view.z / haze)
    canvas.lay(view.cover, mix(np.clip(colour, 0, 1), light.horizon, air.astype(np.float32) * 0.85))
    return view


def _foam(canvas: Canvas, view: View, high: Field, amount: float) -> Field:
    """White on the crests, and lace trailing down the backs of the waves."""
    tile = noise.fbm(canvas.rng, 8, 6, 0.62)
    torn = sample(tile, view.x * 0.5, view.z * 0.5)
    lace = 1 - np.abs(2 * sample(tile, view.x * 0.9 + torn * 0.25, view.z * 0.9) - 1)
    cap = smooth(1.05 - 0.75 * amount, 1.25 - 0.5 * amount, high + (torn - 0.5) * 0.9)
    trail = smooth(0.86, 0.97, lace) * smooth(0.9 - amount, 1.5 - amount, high + torn * 0.5) * 0.7
    near = 0.15 + 0.85 * np.exp(-view.z / 7)
    return np.asarray(np.clip(np.maximum(cap, trail), 0, 1) * near, np.float32)


def surf(canvas: Canvas, line: Field, reach: float = 0.05, n: int = 3) -> None:
    """Edges of foam that run up a beach, along y = line (one a column)."""
    lace = canvas.warped(18, 0.03, stretch=2.5)
    for i in range(n):
        wobble = (canvas.noise(4, 4, stretch=3) - 0.5) * reach * 0.7
        away = canvas.y - (line[None] - i * reach * (1 + 0.3 * i) + wobble)
        edge = np.exp(-((away / (0.006 + 0.004 * i)) ** 2)) + 0.6 * smooth(-reach * 0.7, 0, away) * (away < 0)
        canvas.lay(np.clip(edge * smooth(0.3, 0.62, lace), 0, 1) * 0.9, "#f8f6ee")


def waterfall(canvas: Canvas, x: float, top: float, bottom: float, width: float, light: Light) -> None:
    """Falling water: threads of white and blue, and spray where it lands."""
    rng, n = canvas.rng, 420
    t = np.sort(rng.random(n))
    side = rng.normal(0, 0.33, n)
    spread = width * (0.75 + 0.5 * t)
    colour = mix(light.shade, "#ffffff", np.clip(rng.random(n) * 0.9 + 0.25, 0, 1).astype(np.float32))
    length = (bottom - top) * rng.uniform(0.06, 0.2, n)
    canvas.dabs(
        x + side * spread,
        top + (bottom - top) * t,
        length,
        width * rng.uniform(0.03, 0.1, n),
        np.pi / 2 + side * 0.12,
        colour,
        0.75,
    )
    m = 120
    canvas.dabs(
        x + rng.normal(0, width * 0.8, m),
        bottom - np.abs(rng.normal(0, width * 0.3, m)),
        width * 0.55,
        width * 0.4,
        rng.random(m) * 3,
        "#eef4f8",
        0.12,
    )
