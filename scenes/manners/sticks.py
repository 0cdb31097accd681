"""Dry sticks: pastel, charcoal, chalk on a dark ground, sgraffito."""

import numpy as np

from scenes.manners.tools import (
    between,
    colour,
    edges,
    flow,
    noise,
    saturated,
    simple,
    soft,
    step,
    strokes,
    tone,
)
from scenes.noise import Field


def pastel(rgb: Field, rng: np.random.Generator) -> Field:
    """Strokes of soft colour, layer on layer, between which a warm grey paper shows."""
    paper = np.broadcast_to(colour("#a8988a"), rgb.shape)
    rich, tooth = saturated(simple(rgb, 5), 1.3), noise(rng, rgb.shape, 0.9)
    slant = np.full(rgb.shape[:2], -0.9, np.float32)
    picture = between(0.6 * step(tooth, -0.4, 1.2), paper, soft(rich, 2))
    for angle, at, light in ((slant, 0.0, 0.92), (flow(rgb, 6), 0.3, 1.1), (slant + 0.5, 1.0, 1.22)):
        marks = strokes(rng, angle, 11, 1.7) + 0.5 * tooth
        picture = between(0.8 * step(marks, at, 0.9), picture, np.clip(rich * light, 0, 1))
    return np.clip(picture, 0, 1)


def charcoal(rgb: Field, rng: np.random.Generator) -> Field:
    """Black from a burnt stick: rubbed soft in the half tones, grainy strokes in the dark, lights wiped out."""
    light, tooth = tone(simple(rgb, 5)), noise(rng, rgb.shape, 0.8)
    rubbed = 0.72 * (1 - soft(light, 1.2)) ** 1.6 * (1 + 0.1 * noise(rng, rgb.shape, 8, 25))
    marks = strokes(rng, np.full(light.shape, -0.85, np.float32) + 0.15 * flow(rgb, 8), 8, 1.1)
    drawn = step(marks + 0.8 * tooth, 5.5 * light - 0.6, 1) * 0.7
    contour = step(edges(rgb, 1.4) + 0.15 * tooth, 0.68, 0.3) * 0.7
    black = np.clip(np.maximum.reduce([rubbed, drawn, contour]), 0, 0.95)
    paper = colour("#ece5d6") * (1 + 0.02 * tooth)[..., None]
    return np.clip(between(black, paper, np.broadcast_to(colour("#1c1a19"), rgb.shape)), 0, 1)


def chalk(rgb: Field, rng: np.random.Generator) -> Field:
    """Red and white chalk on blue-grey paper: only the shadows and the lights are drawn."""
    light, tooth = tone(simple(rgb, 5)), noise(rng, rgb.shape, 0.9)
    picture = np.broadcast_to(colour("#8f9aa0"), rgb.shape) * (1 + 0.02 * tooth)[..., None]
    angle = np.full(light.shape, -0.8, np.float32)
    dark = step(strokes(rng, angle, 8, 1.1) + 0.6 * tooth, 6 * light - 0.9, 1)
    bright = step(strokes(rng, angle + 0.35, 8, 1.1) + 0.6 * tooth, 6 * (1 - light) - 0.7, 1)
    contour = step(edges(rgb, 1.3) + 0.15 * tooth, 0.66, 0.3)
    picture = between(0.8 * np.maximum(dark, contour), picture, np.broadcast_to(colour("#7a2c1c"), rgb.shape))
    return np.clip(
        between(0.85 * bright * (1 - contour), picture, np.broadcast_to(colour("#f6f2ea"), rgb.shape)), 0, 1
    )


def sgraffito(rgb: Field, rng: np.random.Generator) -> Field:
    """A dark coat scratched with a needle, so that the bright colour beneath comes out in lines."""
    light = tone(simple(rgb, 5))
    bright = np.clip(saturated(soft(rgb, 3), 1.9) * 1.25 + 0.06, 0, 1)
    scratches = np.maximum(
        strokes(rng, flow(rgb, 7), 18, 1.3), strokes(rng, flow(rgb, 7) + 1.1, 12, 1.2) - 0.5
    )
    open_ = step(scratches, 1.75 - 2.5 * light, 0.5)
    open_ = np.maximum(open_, step(edges(rgb, 1.2), 0.7, 0.2))
    coat = colour("#191722") * (1 + 0.12 * noise(rng, rgb.shape, 2))[..., None]
    return np.clip(between(0.95 * open_, coat, bright), 0, 1)
