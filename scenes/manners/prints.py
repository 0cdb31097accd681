"""Prints: woodcut, engraving, linocut, colour woodblock."""

import numpy as np

from scenes.manners.tools import (
    along,
    between,
    colour,
    edges,
    flow,
    noise,
    palette,
    saturated,
    simple,
    soft,
    step,
    strokes,
    tone,
)
from scenes.noise import Field


def woodcut(rgb: Field, rng: np.random.Generator) -> Field:
    """Black ink on cream paper; the light is carved out in strokes that follow the forms."""
    light = tone(simple(rgb, 5))
    carved = strokes(rng, flow(rgb, 9), 16, 1.7) * 0.15 * (1 - (2 * light - 1) ** 4)
    ink = 1 - step(light + carved - 0.5 * edges(rgb, 1.4), 0.36, 0.07)
    ink *= 0.94 + 0.06 * np.clip(noise(rng, rgb.shape, 1, 4), -1, 1)
    return between(ink, _paper(rng, rgb, "#efe4c8"), np.broadcast_to(colour("#1a1714"), rgb.shape))


def engraving(rgb: Field, rng: np.random.Generator) -> Field:
    """Lines that swell where it is dark, crossed in the shadows, as a burin cuts them into copper."""
    light, ink = tone(soft(rgb, 0.8)), np.zeros(rgb.shape[:2], np.float32)
    y, x = np.mgrid[: rgb.shape[0], : rgb.shape[1]].astype(np.float32)
    bend = 5 * noise(rng, rgb.shape, 40) + 9 * soft(light, 6)  # lines ride over the forms
    for turn, begins in ((0.5, 1.0), (-0.6, 0.5), (1.5, 0.25)):
        wave = np.cos((x * np.sin(turn) + y * np.cos(turn) + bend) * 2 * np.pi / 5.2)
        ink = np.maximum(ink, step(wave, 2.1 * light / begins - 1.05, 0.5) * (light < begins))
    ink = np.maximum(ink, 0.8 * step(edges(rgb, 1), 0.75, 0.3))
    return between(0.9 * ink, _paper(rng, rgb, "#f0e8d4"), np.broadcast_to(colour("#33261c"), rgb.shape))


def linocut(rgb: Field, rng: np.random.Generator) -> Field:
    """Three flat inks, one over the other, and the gouge's marks left in the light."""
    light = tone(simple(soft(rgb, 1.5), 9))
    gouge = strokes(rng, flow(rgb, 14), 14, 1.5)
    picture = _paper(rng, rgb, "#f4ecd8")
    hue = rgb.reshape(-1, 3).mean(0)
    inks = ("#e0a040", "#c04a30", "#26241f") if hue[0] > hue[2] else ("#8cc0b4", "#3a74a0", "#1c2230")
    for ink, under in zip(inks, (0.8, 0.52, 0.26), strict=True):
        cover = 1 - step(light + 0.055 * gouge, under, 0.04)
        picture = between(
            cover * (0.95 + 0.05 * noise(rng, rgb.shape, 1)), picture, np.broadcast_to(colour(ink), rgb.shape)
        )
    return np.clip(picture, 0, 1)


def woodblock(rgb: Field, rng: np.random.Generator) -> Field:
    """Flat colours that fade into one another, thin dark lines, and the grain of the block in all of them."""
    which, colours = palette(simple(soft(rgb, 1.5), 9), 11)
    muted = saturated(colours[None], 1.15)[0] * 0.82 + colour("#efe2c0") * 0.14
    flat = 0.75 * soft(muted[which], 0.7) + 0.25 * (soft(rgb, 14) * 0.8 + colour("#efe2c0") * 0.2)
    grain = along(noise(rng, rgb.shape, 0.8), np.zeros(rgb.shape[:2], np.float32) + 0.02, 25)
    flat = flat * (1 + 0.035 * grain / grain.std())[..., None]
    lines = 0.75 * step(edges(simple(rgb, 5), 0.9), 0.62, 0.3)
    return np.clip(between(lines, flat, np.broadcast_to(colour("#2a2c38"), rgb.shape)), 0, 1)


def _paper(rng: np.random.Generator, rgb: Field, tint: str) -> Field:
    return np.clip(colour(tint) * (1 + 0.02 * noise(rng, rgb.shape, 0.7, 5))[..., None], 0, 1)
