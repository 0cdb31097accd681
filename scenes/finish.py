"""The last pass: the drawn picture gone over with brush strokes that follow its forms, coarse then fine."""

import numpy as np
from scipy import ndimage

from scenes import noise
from scenes.brush import Canvas
from scenes.noise import Field


def _flow(grey: Field, sigma: float) -> tuple[Field, Field]:
    """The direction along which the picture changes least, and how surely there is one (structure tensor)."""
    gy, gx = ndimage.sobel(grey, 0), ndimage.sobel(grey, 1)
    xx, yy, xy = (ndimage.gaussian_filter(a, sigma) for a in (gx * gx, gy * gy, gx * gy))
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    sure = np.hypot(xx - yy, 2 * xy) / (xx + yy + 1e-4)
    return angle.astype(np.float32), sure.astype(np.float32)


def _detail(grey: Field, reach: float) -> Field:
    """How much would be lost under strokes of that reach."""
    lost = ndimage.gaussian_filter(np.abs(grey - ndimage.gaussian_filter(grey, reach)), reach)
    return np.asarray(lost, np.float32)


def _grid(rng: np.random.Generator, canvas: Canvas, step: float) -> tuple[Field, Field]:
    """Jittered places about `step` apart, in a random order."""
    rows, columns = np.mgrid[0 : 1 + step : step, 0 : canvas.wide + step : step].reshape(2, -1)
    rows, columns = (
        rows + rng.uniform(-step, step, rows.size) * 0.6,
        columns + rng.uniform(-step, step, rows.size) * 0.6,
    )
    order = rng.permutation(rows.size)
    return columns[order].astype(np.float32), rows[order].astype(np.float32)


def _pass(canvas: Canvas, source: Canvas, width: float, wander: Field, limit: float, jitter: float) -> None:
    """One layer of strokes, `width` wide, leaving alone what is too fine for them."""
    rng, reach = canvas.rng, width * canvas.h / 2
    grey = source.rgb.mean(axis=-1)
    angle, sure = _flow(grey, max(1.5, reach))
    fine = _detail(grey, max(0.8, reach))
    x, y = _grid(rng, canvas, width * 0.8)
    row, column = (
        (y * canvas.h).astype(int).clip(0, canvas.h - 1),
        (x * canvas.h).astype(int).clip(0, canvas.w - 1),
    )
    keep = fine[row, column] < limit
    row, column, x, y = row[keep], column[keep], x[keep], y[keep]
    blurred = ndimage.gaussian_filter(source.rgb, (reach * 0.6, reach * 0.6, 0))
    colour = (
        blurred[row, column] + rng.normal(0, jitter, (len(x), 1)) + rng.normal(0, jitter / 2, (len(x), 3))
    )
    follows = sure[row, column] > 0.35
    turn = np.where(follows, angle[row, column], wander[row, column]) + rng.normal(0, 0.15, len(x))
    length = width * rng.uniform(2.0, 4.5, len(x)) * np.where(follows, 1, 0.75)
    canvas.dabs(x, y, length, width, turn, np.clip(colour, 0, 1), 0.8)


def finish(canvas: Canvas, coarse: float = 0.022, keep: float = 0.45) -> None:
    """Paint over the canvas with its own colours; `keep` of the drawing's fine detail shows through."""
    source = Canvas(canvas.rng, canvas.h, canvas.w)
    source.rgb[:] = np.clip(canvas.rgb, 0, 1)
    wander = (canvas.noise(2, 2) - 0.5) * 3
    limits = ((coarse, 0.03), (coarse * 0.5, 0.05), (coarse * 0.26, 1.0))
    for width, limit in limits:
        _pass(canvas, source, width, wander, limit, jitter=0.018)
    fine = noise.smooth(0.01, 0.05, _detail(source.rgb.mean(axis=-1), 2.0))
    canvas.lay(keep * (0.5 + fine), source.rgb)
    _relief(canvas)
    np.clip(canvas.rgb, 0, 1, out=canvas.rgb)


def _relief(canvas: Canvas) -> None:
    """The tooth of paint and linen, lit from the upper left."""
    height = canvas.rgb.mean(axis=-1) * 0.5 + (canvas.noise(160, 3) - 0.5) * 0.16
    slope = height - ndimage.shift(height, (1, 1), order=0, mode="nearest")
    canvas.rgb += np.clip(slope, -0.1, 0.1)[..., None] * 0.35
