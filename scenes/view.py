"""A landscape seen: a ground, given as a function of place, looked at from an eye, lit and shadowed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from scenes.brush import Canvas
from scenes.colour import Colour, mix, rgb
from scenes.light import Light
from scenes.noise import Field

Ground = Callable[[Field, Field], Field]  # (right, away) -> height, all in the same unit
STEPS = 460


@dataclass(frozen=True)
class Eye:
    """Where the viewer stands: `height` over zero, the horizon's place on the picture, and the lens."""

    horizon: float = 0.4
    height: float = 0.3
    zoom: float = 1

    def project(self, canvas: Canvas, x: Field, height: Field, z: Field) -> tuple[Field, Field]:
        """Where on the picture a point of the land is seen."""
        return canvas.wide / 2 + x / z * self.zoom, self.horizon - (height - self.height) / z * self.zoom


@dataclass(frozen=True)
class View:
    """For each pixel the ground that is seen there (where `cover` is not zero)."""

    x: Field  # right of the eye
    z: Field  # away from the eye
    height: Field
    cover: Field
    normal: Field  # (H, W, 3): right, up, away
    lit: Field  # how much sun falls on it
    skyline: Field  # per column, the y of its top

    @property
    def steep(self) -> Field:
        return np.asarray(1 - self.normal[..., 1], np.float32)


def look(
    canvas: Canvas,
    ground: Ground,
    light: Light,
    eye: Eye,
    near: float = 0.3,
    far: float = 30,
    shadows: float = 0.8,
    reach: float = 1.5,
) -> View:
    """What is seen of the ground between `near` and `far`; shadows come from within `reach`."""
    x, z, cover, top = _meet(canvas, ground, eye, near, far)
    height = ground(x, z)
    normal = _normal(ground, x, z, height)
    lit = np.clip((normal * light.direction).sum(axis=-1), 0, 1)
    if shadows:
        lit = lit * (1 - shadows * _shadow(ground, x, z, height, light.direction, reach))
    return View(x, z, height, cover, normal, np.asarray(lit, np.float32), top)


def _meet(
    canvas: Canvas, ground: Ground, eye: Eye, near: float, far: float
) -> tuple[Field, Field, Field, Field]:
    """Where the ray of each pixel meets the ground: all columns stepped outwards at once."""
    depth = np.geomspace(near, far, STEPS).astype(np.float32)[:, None]
    ray = ((canvas.x[0] - canvas.wide / 2) / eye.zoom)[None]
    height = ground(ray * depth, np.broadcast_to(depth, (STEPS, canvas.w)).astype(np.float32))
    seen = eye.horizon - (height - eye.height) / depth * eye.zoom
    highest = np.minimum.accumulate(seen, axis=0)
    rows = canvas.y[:, 0]
    first = np.stack([np.searchsorted(-highest[:, c], -rows) for c in range(canvas.w)], axis=1)
    after = np.clip(first, 1, STEPS - 1)
    columns = np.arange(canvas.w)[None]
    below, above = seen[after - 1, columns], seen[after, columns]
    part = np.clip((below - rows[:, None]) / np.where(below == above, 1, below - above), 0, 1)
    z = depth[after - 1, 0] * (1 - part) + depth[after, 0] * part
    cover = np.clip((canvas.y - highest[-1]) * canvas.h + 0.5, 0, 1)
    return (
        np.asarray(ray * z, np.float32),
        np.asarray(z, np.float32),
        np.asarray(cover, np.float32),
        highest[-1],
    )


def _normal(ground: Ground, x: Field, z: Field, height: Field) -> Field:
    """From the slope between a place and its neighbours, who are further off in the distance."""
    step = np.asarray(0.004 + 0.0022 * z, np.float32)
    right = (ground(x + step, z) - height) / step
    away = (ground(x, z + step) - height) / step
    normal = np.stack([-right, np.ones_like(right), -away], axis=-1)
    return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True), np.float32)


def _shadow(ground: Ground, x: Field, z: Field, height: Field, sun: Field, reach: float) -> Field:
    """How far each place is in the shadow of the land towards the sun (at half the size)."""
    rows, columns = x.shape
    x, z, height = x[::2, ::2], z[::2, ::2], height[::2, ::2]
    dark = np.zeros_like(x)
    for step in np.geomspace(0.03, 1, 12).astype(np.float32) * reach:
        over = ground(x + sun[0] * step, z + sun[2] * step) - (height + max(sun[1], 0.08) * step)
        dark = np.maximum(dark, np.clip(over / (0.02 + 0.05 * step), 0, 1))
    whole = np.repeat(np.repeat(ndimage.gaussian_filter(dark, 0.7), 2, axis=0), 2, axis=1)
    return np.asarray(whole[:rows, :columns], np.float32)


def shaded(view: View, light: Light, albedo: Colour) -> Field:
    """The ground's own colour under this light."""
    sun, shade = rgb(light.sun), rgb(light.shade)
    sky = (0.55 + 0.45 * view.normal[..., 1])[..., None] * shade
    colour = rgb(albedo) * (sky + 1.05 * view.lit[..., None] * sun)
    return np.asarray(np.clip(colour, 0, 1), np.float32)


def hazed(view: View, light: Light, colour: Field, distance: float, low: float = 0.4) -> Field:
    """Turned into air with distance, and sooner where the land lies low."""
    thin = 1 / (1 + np.maximum(view.height, 0) * low)
    air = 1 - np.exp(-view.z / distance * thin)
    return mix(colour, light.haze, np.asarray(air, np.float32))


def scatter(
    canvas: Canvas, ground: Ground, eye: Eye, n: int, near: float, far: float, crowd: float = 1.0
) -> tuple[Field, Field, Field, Field]:
    """Places strewn over the ground, far ones first: on the picture (x, y), and on the land (right, away)."""
    z = 1 / canvas.rng.uniform(1 / far**crowd, 1 / near**crowd, n) ** (1 / crowd)
    z = np.sort(z)[::-1].astype(np.float32)
    x = (canvas.rng.uniform(-0.1, 1.1, n) - 0.5).astype(np.float32) * canvas.wide * z / eye.zoom
    across, down = eye.project(canvas, x, ground(x, z), z)
    return across, down, x, z
