"""Paints: impasto, pointillism, Fauve colour, gouache, gold ground, palette knife."""

import numpy as np

from scenes.manners.tools import (
    along,
    between,
    cells,
    colour,
    edges,
    flow,
    lit,
    means,
    noise,
    palette,
    saturated,
    scattered,
    simple,
    soft,
    step,
    strokes,
    tone,
)
from scenes.noise import Field


def impasto(rgb: Field, rng: np.random.Generator) -> Field:
    """Thick paint laid in short strokes along the forms, its ridges catching the light."""
    angle = flow(rgb, 7) + 0.35 * noise(rng, rgb.shape, 18)
    who, _ = cells(scattered(rng, rgb.shape, 5), rgb.shape)
    dabs = means(rgb, who)
    dabs = np.clip(dabs * rng.normal(1, 0.12, (len(dabs), 1)) + rng.normal(0, 0.035, dabs.shape), 0, 1)
    dragged = np.stack([along(dabs[who][..., each], angle, 9) for each in range(3)], 2)
    ridges = strokes(rng, angle, 12, 1.8)
    return lit(saturated(dragged, 1.35), ridges, 0.3)


def pointillism(rgb: Field, rng: np.random.Generator) -> Field:
    """Dots of pure colours that mix in the eye, each a little off the colour that is meant."""
    picture = np.broadcast_to(colour("#ece4d0"), rgb.shape).astype(np.float32)
    for spacing, spread in ((7.0, 0.1), (5.5, 0.17), (4.8, 0.17)):
        points = scattered(rng, rgb.shape, spacing, 0.35)
        rows = np.clip(points.round().astype(int), 0, [rgb.shape[0] - 1, rgb.shape[1] - 1])
        meant = saturated(soft(rgb, 1.2), 1.3)[rows[:, 0], rows[:, 1]]
        dots = np.clip(meant + spread * rng.choice([-1, 1], meant.shape) * rng.random((len(meant), 1)), 0, 1)
        who, _ = cells(points, rgb.shape)
        far = np.hypot(*(np.mgrid[: rgb.shape[0], : rgb.shape[1]] - points[who].transpose(2, 0, 1)))
        picture = between(0.92 * (1 - step(far, spacing * 0.42, 1.2)), picture, dots[who].astype(np.float32))
    return np.clip(picture, 0, 1)


def fauve(rgb: Field, rng: np.random.Generator) -> Field:
    """Colours let loose: orange lights, green and violet shadows, laid on in broad unmixed strokes."""
    which, colours = palette(simple(soft(rgb, 2), 9), 9)
    ramp = np.stack(
        [colour(code) for code in ("#2a1a6a", "#1f6a7c", "#d8323c", "#f08a24", "#f6d23c", "#fbe9c4")]
    )
    grey = np.argsort(np.argsort(colours @ [0.3, 0.59, 0.11])) / max(len(colours) - 1, 1) * (len(ramp) - 1)
    wild = ramp[grey.round().astype(int)]
    mixed = 0.55 * saturated(colours[None], 2.4)[0] + 0.45 * wild
    mixed = saturated(mixed[None], 1.3)[0]
    angle = flow(rgb, 9) + 0.3 * noise(rng, rgb.shape, 25)
    dragged = np.stack([along(mixed[which][..., each], angle, 5) for each in range(3)], 2)
    brushed = lit(dragged, strokes(rng, angle, 14, 2.2), 0.22)
    outline = step(edges(simple(rgb, 7), 2.2), 0.72, 0.25) * 0.75
    return np.clip(between(outline, brushed, np.broadcast_to(colour("#1c2a5e"), rgb.shape)), 0, 1)


def gouache(rgb: Field, rng: np.random.Generator) -> Field:
    """Matt, opaque colour in clear flat shapes, with the streaks of a flat brush."""
    which, colours = palette(simple(soft(rgb, 1.5), 11), 14)
    flat = soft(saturated(colours[None], 1.2)[0][which], 0.8) * 0.92 + 0.06
    streaks = along(
        noise(rng, rgb.shape, 1.4),
        np.full(rgb.shape[:2], 0.12, np.float32) + 0.3 * noise(rng, rgb.shape, 60),
        22,
    )
    brushed = flat * (1 + 0.05 * streaks / streaks.std())[..., None]
    return np.asarray(np.clip(brushed, 0, 1), np.float32)


def gold_ground(rgb: Field, rng: np.random.Generator) -> Field:
    """Egg tempera before a sky of burnished gold leaf, hatched finely, crackled with age."""
    light = tone(soft(rgb, 6))
    upper = np.linspace(1.25, -0.35, rgb.shape[0], dtype=np.float32)[:, None]
    leaf = step(
        simple(np.repeat((light * 0.9 + upper - 0.15)[..., None], 3, 2).astype(np.float32), 9)[..., 0],
        0.82,
        0.1,
    )
    squares = 0.03 * np.sign(np.sin(np.mgrid[: rgb.shape[0], : rgb.shape[1]] / 22).prod(0)) + 0.07 * noise(
        rng, rgb.shape, 2, 30
    )
    gold = np.clip(colour("#d9a93c") * (1 + squares)[..., None] + 0.05, 0, 1)
    hatched = (
        saturated(simple(rgb, 3), 1.15)
        * colour("#f6e3c4")
        * (1 + 0.08 * strokes(rng, flow(rgb, 5), 9, 0.9))[..., None]
    )
    painted = between(0.8 * step(edges(rgb, 1.0), 0.7, 0.3), hatched, hatched * 0.3)
    _, border = cells(scattered(rng, rgb.shape, 26, 0.6), rgb.shape)
    crackle = 0.16 * (1 - step(border, 0.5, 0.6)) * step(noise(rng, rgb.shape, 30), 0, 1)
    return np.clip(between(crackle, between(leaf, painted, gold), np.zeros_like(rgb)), 0, 1)


def palette_knife(rgb: Field, rng: np.random.Generator) -> Field:
    """Slabs of paint spread with a knife: flat facets with sharp, raised edges."""
    points = scattered(rng, rgb.shape, 15, 0.6) * np.array([1, 0.62], np.float32)
    turned = np.concatenate([points, points + np.array([0, rgb.shape[1] * 0.6], np.float32)])
    who, border = cells(turned, rgb.shape)
    slabs = means(saturated(rgb, 1.35), who)
    slabs = np.clip(slabs * rng.normal(1, 0.07, (len(slabs), 1)), 0, 1)
    scraped = strokes(rng, np.full(rgb.shape[:2], 1.2, np.float32) + 0.5 * noise(rng, rgb.shape, 30), 16, 1.4)
    return lit(slabs[who], 0.35 * scraped + np.clip(border, 0, 3), 0.2)
