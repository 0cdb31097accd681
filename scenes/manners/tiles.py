"""Pictures of pieces: mosaic, stained glass, cubist planes, cut paper."""

import numpy as np
from scipy import ndimage

from scenes.manners.tools import (
    between,
    cells,
    colour,
    lit,
    means,
    noise,
    palette,
    saturated,
    scattered,
    simple,
    soft,
    step,
)
from scenes.noise import Field


def mosaic(rgb: Field, rng: np.random.Generator) -> Field:
    """Tesserae of stone and glass in grey grout, none quite level with the next."""
    who, border = cells(scattered(rng, rgb.shape, 11, 0.22), rgb.shape)
    stones = means(saturated(rgb, 1.35) ** 0.9, who)
    stones = stones * rng.normal(1, 0.1, (len(stones), 1)) + rng.normal(0, 0.02, stones.shape)
    tilted = stones[who] * (1 + 0.012 * noise(rng, rgb.shape, 1)[..., None])
    bevelled = lit(np.clip(tilted, 0, 1), np.minimum(border, 2), 0.16)
    return between(step(border, 0.8, 0.8), np.broadcast_to(colour("#8f897c"), rgb.shape), bevelled)


def stained_glass(rgb: Field, rng: np.random.Generator) -> Field:
    """Panes of glowing glass between leads."""
    pieces, _ = cells(scattered(rng, rgb.shape, 46, 0.5), rgb.shape)
    forms, _ = palette(simple(soft(rgb, 2), 13), 7)
    who = np.unique(pieces * 7 + forms, return_inverse=True)[1].reshape(forms.shape)
    borders = ndimage.morphological_gradient(who, size=3) > 0
    inside = ndimage.distance_transform_edt(~borders).astype(np.float32)
    panes = np.clip(saturated(means(rgb, who)[None], 2.2)[0] ** 0.75 * 1.1, 0, 1)
    glow = 0.8 + 0.06 * noise(rng, rgb.shape, 3, 12) + 0.28 * np.clip(inside / 16, 0, 1)
    leads = step(inside, 1.6, 1.2)
    return between(
        leads, np.broadcast_to(colour("#15130f"), rgb.shape), np.clip(panes[who] * glow[..., None], 0, 1)
    )


def cubist(rgb: Field, rng: np.random.Generator) -> Field:
    """Forms broken into planes, each shaded from one of its edges to the other, in ochre and grey."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    code = np.zeros((height, width), np.int64)
    shade = np.zeros((height, width), np.float32)
    lines = np.full((height, width), 99, np.float32)
    for bit in range(15):
        turn = rng.uniform(0, np.pi)
        across = (x - rng.uniform(0, width)) * np.cos(turn) + (y - rng.uniform(0, height)) * np.sin(turn)
        code |= (across > 0).astype(np.int64) << bit
        shade += np.sign(across) * np.exp(-np.abs(across) / 45) * rng.choice([-1, 1])
        lines = np.minimum(lines, np.abs(across))
    who = np.unique(code, return_inverse=True)[1].reshape(code.shape)
    planes = 0.55 * means(rgb, who)[who] + 0.45 * soft(rgb, 2)
    earth = between(
        np.full(code.shape, 0.45, np.float32), planes, (planes.mean(2)[..., None] * colour("#e8c89a") * 1.2)
    )
    facets = np.clip(
        earth * (1 + 0.16 * shade)[..., None] + 0.015 * noise(rng, rgb.shape, 1)[..., None], 0, 1
    )
    return between(0.55 * (1 - step(lines, 1.2, 1)), facets, facets * 0.35)


def cut_paper(rgb: Field, rng: np.random.Generator) -> Field:
    """Sheets of coloured paper cut with scissors, each throwing a little shadow on those below."""
    which, colours = palette(saturated(simple(soft(rgb, 3), 15), 1.8) ** 0.85, 10)
    sheets = np.full(rgb.shape, 0.95, np.float32)
    for sheet in np.argsort(-np.bincount(which.ravel(), minlength=len(colours))):
        cut = soft((which == sheet).astype(np.float32), 2.5) > 0.5
        shadow = soft(ndimage.shift(cut.astype(np.float32), (3, 3), order=0), 2.5)
        sheets = np.where(cut[..., None], colours[sheet], sheets * (1 - 0.4 * shadow[..., None]))
    return np.clip(sheets * (1 + 0.025 * noise(rng, rgb.shape, 0.8))[..., None], 0, 1)
