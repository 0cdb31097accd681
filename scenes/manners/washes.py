"""Washes: watercolour, ink wash, fresco, blue monochrome."""

import numpy as np

from scenes.manners.tools import (
    between,
    cells,
    colour,
    edges,
    noise,
    palette,
    saturated,
    scattered,
    simple,
    slopes,
    soft,
    step,
    tone,
)
from scenes.noise import Field


def watercolour(rgb: Field, rng: np.random.Generator) -> Field:
    """Pools of thin colour, darker along their edges, that bleed and let the paper through."""
    light = np.clip(saturated(_bled(rng, simple(rgb, 7), 2.5), 1.25) ** 0.72, 0, 1)
    which, _ = palette(_bled(rng, simple(soft(rgb, 2), 9), 4), 10)
    pools = soft(which.astype(np.float32), 0.8)
    rims = np.clip(np.hypot(*slopes(pools)), 0, 1)
    pigment = 1 - light
    pigment *= (
        1 + 0.35 * soft(rims, 0.7) + 0.13 * noise(rng, rgb.shape, 14, 40) + 0.07 * noise(rng, rgb.shape, 0.8)
    )[..., None]
    dry = step(noise(rng, rgb.shape, 12, 30), 1.9, 0.5) * 0.5
    washed = colour("#fbf8ef") - pigment * (0.95 - dry)[..., None]
    return np.asarray(np.clip(washed, 0, 1), np.float32)


def ink_wash(rgb: Field, rng: np.random.Generator) -> Field:
    """Black ink in water on soft paper: far things pale, near things dark, outlines by a wet brush."""
    light = tone(_bled(rng, simple(rgb, 5), 1.5))
    washed = 0.5 * soft(light, 1.5) + 0.5 * np.round(soft(light, 2) * 5) / 5
    ink = np.clip((1 - washed) ** 1.5 * (1 + 0.1 * noise(rng, rgb.shape, 5, 40)), 0, 1)
    brushed = step(edges(simple(rgb, 5), 1.8) + 0.12 * noise(rng, rgb.shape, 5), 0.62, 0.3)
    ink = np.clip(0.86 * ink + 0.7 * brushed * (1 - washed), 0, 0.96)
    paper = colour("#f1ebdc") * (1 + 0.015 * noise(rng, rgb.shape, 1, 3))[..., None]
    return np.clip(between(soft(ink, 0.6), paper, np.broadcast_to(colour("#17181c"), rgb.shape)), 0, 1)


def fresco(rgb: Field, rng: np.random.Generator) -> Field:
    """Earth pigments sunk into plaster, worn in places, with fine cracks."""
    earth = saturated(simple(rgb, 5), 0.62) * colour("#f4dcbc") * 1.02 + colour("#2a1a10") * 0.25
    chalky = 0.82 * earth + 0.18 * colour("#dccfb8") + 0.03 * noise(rng, rgb.shape, 1.2)[..., None]
    worn = step(noise(rng, rgb.shape, 3, 18, 45), 1.25, 0.7) * 0.7
    plaster = colour("#d9ccb4") * (1 + 0.05 * noise(rng, rgb.shape, 1, 6))[..., None]
    _, border = cells(scattered(rng, rgb.shape, 75, 0.6) + 3, rgb.shape)
    cracks = (1 - step(np.abs(border + 1.5 * noise(rng, rgb.shape, 3)), 0.6, 0.7)) * step(
        noise(rng, rgb.shape, 50), 0, 1
    )
    return np.clip(between(0.45 * cracks, between(worn, chalky, plaster), np.zeros_like(rgb)), 0, 1)


def blue_wash(rgb: Field, rng: np.random.Generator) -> Field:
    """One blue in all its strengths on a white ground, as on glazed tiles, brushed and a little uneven."""
    light = tone(_bled(rng, simple(rgb, 5), 1.5))
    blue = np.clip(0.95 * (1 - light) ** 1.5 * (1 + 0.07 * noise(rng, rgb.shape, 2, 9)), 0, 1)
    blue = np.clip(blue + 0.4 * step(edges(rgb, 1.2), 0.7, 0.3), 0, 1)
    glaze = np.broadcast_to(colour("#f2f3ee"), rgb.shape)
    inked = between(
        blue**1.4,
        np.broadcast_to(colour("#5b86c6"), rgb.shape),
        np.broadcast_to(colour("#0c2268"), rgb.shape),
    )
    return np.clip(between(np.clip(blue * 1.5, 0, 1), glaze, inked), 0, 1)


def _bled(rng: np.random.Generator, rgb: Field, far: float) -> Field:
    """Borders that wander as wet colour does."""
    rows, columns = np.mgrid[: rgb.shape[0], : rgb.shape[1]]
    down, across = (far * noise(rng, rgb.shape, 5, 14) for _ in range(2))
    rows = np.clip(rows + down, 0, rgb.shape[0] - 1).astype(np.intp)
    columns = np.clip(columns + across, 0, rgb.shape[1] - 1).astype(np.intp)
    return np.asarray(rgb[rows, columns], np.float32)
