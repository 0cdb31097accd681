"""Colours in [0, 1] sRGB: names by hex, mixtures, and ramps over a field."""

from collections.abc import Sequence

import numpy as np

from scenes.noise import Field, Numbers

Colour = str | Sequence[float] | Field


def rgb(colour: Colour) -> Field:
    """A colour as an array: "#c08040", a triple, or an array of triples."""
    if isinstance(colour, str):
        return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
    return np.asarray(colour, np.float32)


def mix(a: Colour, b: Colour, t: Numbers) -> Field:
    """`a` at t = 0, `b` at t = 1; t may be a field, and then so is the answer."""
    weight = np.asarray(t, np.float32)
    if weight.ndim:
        weight = weight[..., None]
    return (rgb(a) * (1 - weight) + rgb(b) * weight).astype(np.float32)


def ramp(stops: Sequence[tuple[float, Colour]], t: Field) -> Field:
    """The field coloured by stops (position, colour) in rising order."""
    places = [place for place, _ in stops]
    colours = np.stack([rgb(colour) for _, colour in stops])
    return np.stack([np.interp(t, places, colours[:, i]) for i in range(3)], axis=-1).astype(np.float32)


def vary(rng: np.random.Generator, colour: Colour, n: int, value: float = 0.06, hue: float = 0.03) -> Field:
    """`n` neighbours of a colour: lighter or darker by `value`, each channel off by `hue`."""
    shift = rng.normal(0, value, (n, 1)) + rng.normal(0, hue, (n, 3))
    return np.clip(rgb(colour) + shift, 0, 1).astype(np.float32)


def lighter(colour: Colour, amount: float) -> Field:
    """Towards white for a positive amount, towards black for a negative one."""
    return mix(colour, (1, 1, 1), amount) if amount >= 0 else mix(colour, (0, 0, 0), -amount)
