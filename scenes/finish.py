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


def _pass(
    canvas: Canvas, source: Canvas, width: float, wander: Field, lost: Field | None, jitter: float
) -> None:
    """One layer of strokes `width` wide, where broader ones have `lost` something (at first, everywhere)."""
    rng, reach = canvas.rng, width * canvas.h / 2
    angle, sure = _flow(source.rgb.mean(axis=-1), max(1.5, reach))
    x, y = _grid(rng, canvas, width * 0.85)
    row, column = (
        (y * canvas.h).astype(int).clip(0, canvas.h - 1),
        (x * canvas.h).astype(int).clip(0, canvas.w - 1),
    )
    if lost is not None:
        keep = lost[row, column] > rng.uniform(0.01, 0.04, len(x))
        row, column, x, y = row[keep], column[keep], x[keep], y[keep]
    blurred = ndimage.gaussian_filter(source.rgb, (reach * 0.5, reach * 0.5, 0))
    colour = (
        blurred[row, column] + rng.normal(0, jitter, (len(x), 1)) + rng.normal(0, jitter / 2, (len(x), 3))
    )
    follows = sure[row, column] > 0.4
    turn = np.where(follows, angle[row, column], wander[row, column]) + rng.normal(0, 0.2, len(x))
    length = width * rng.uniform(1.8, 4.0, len(x)) * np.where(follows, 1, 0.8)
    canvas.dabs(x, y, length, width, turn, np.clip(colour, 0, 1), 0.85)


def finish(canvas: Canvas, coarse: float = 0.022, keep: float = 0.5) -> None:
    """Paint over the canvas with its own colours; `keep` of the drawing's fine detail shows through."""
    source = Canvas(canvas.rng, canvas.h, canvas.w)
    source.rgb[:] = np.clip(canvas.rgb, 0, 1)
    grey = source.rgb.mean(axis=-1)
    wander = (canvas.noise(2, 2) - 0.5) * 3
    lost = None
    for width, jitter in ((coarse, 0.02), (coarse * 0.5, 0.018), (coarse * 0.3, 0.015)):
        _pass(canvas, source, width, wander, lost, jitter)
        lost = _detail(grey, max(0.8, width * canvas.h * 0.4))
    fine = noise.smooth(0.012, 0.045, _detail(grey, 1.5))
    canvas.lay(keep * (0.3 + 1.4 * fine), source.rgb)
    _relief(canvas)
    np.clip(canvas.rgb, 0, 1, out=canvas.rgb)


def _relief(canvas: Canvas) -> None:
    """The tooth of paint and linen, lit from the upper left."""
    height = canvas.rgb.mean(axis=-1) * 0.5 + (canvas.noise(160, 3) - 0.5) * 0.11
    slope = height - ndimage.shift(height, (1, 1), order=0, mode="nearest")
    canvas.rgb += np.clip(slope, -0.1, 0.1)[..., None] * 0.35
