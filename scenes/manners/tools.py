"""Tools: what the manners share: tones, noise, the flow of forms, strokes along it, and cells."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from scipy import ndimage
from scipy.spatial import cKDTree

from scenes.noise import Field

Rows = NDArray[np.intp]
GREY = np.array([0.299, 0.587, 0.114], np.float32)


def colour(code: str) -> Field:
    return np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


def tone(rgb: Field) -> Field:
    """Lightness, stretched over the whole scale."""
    grey = rgb @ GREY
    low, high = np.percentile(grey, (2, 98))
    return np.asarray(np.clip((grey - low) / max(high - low, 1e-3), 0, 1), np.float32)


def soft(field: Field, radius: float) -> Field:
    """Blurred; colours apart."""
    sigma = (radius, radius, 0) if field.ndim == 3 else radius
    return np.asarray(ndimage.gaussian_filter(field, sigma), np.float32)


def simple(rgb: Field, width: int) -> Field:
    """Without what is smaller than `width`, its edges kept."""
    picture = Image.fromarray((np.clip(rgb, 0, 1) * 255).astype(np.uint8))
    for _ in range(2):
        picture = picture.filter(ImageFilter.MedianFilter(width | 1))
    return np.asarray(picture, np.float32) / 255


def saturated(rgb: Field, much: float) -> Field:
    grey = (rgb @ GREY)[..., None]
    return np.clip(grey + (rgb - grey) * much, 0, 1)


def noise(rng: np.random.Generator, shape: Sequence[int], *scales: float) -> Field:
    """Smooth noise of mean 0 and deviation 1: scales of its grains in pixels, all of one weight."""
    layers = (soft(rng.standard_normal(tuple(shape[:2])).astype(np.float32), scale) for scale in scales)
    whole = sum(layer / layer.std() for layer in layers)
    return np.asarray(whole / np.std(whole), np.float32)


def slopes(field: Field) -> tuple[Field, Field]:
    """How fast it rises downwards, and to the right."""
    down, across = np.gradient(field)
    return np.asarray(down, np.float32), np.asarray(across, np.float32)


def flow(rgb: Field, reach: float = 5) -> Field:
    """The angle along the forms, from the structure tensor."""
    grey = soft(rgb @ GREY, 1)
    down, across = slopes(grey)
    xx, yy, xy = (soft(each, reach) for each in (across * across, down * down, across * down))
    return np.asarray(0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2, np.float32)


def along(field: Field, angle: Field, length: int) -> Field:
    """Line integral convolution (Cabral and Leedom, 1993): the field smeared along the angles."""
    down, across = np.sin(angle), np.cos(angle)
    start = np.mgrid[: field.shape[0], : field.shape[1]].astype(np.float32)
    whole = field.copy()
    for way in (1, -1):
        at, last = start.copy(), np.stack([down, across]) * way
        for _ in range(length):
            here = np.stack(
                [ndimage.map_coordinates(each, at, order=0, mode="nearest") for each in (down, across)]
            )
            here *= np.where((here * last).sum(0) < 0, -1, 1)  # an angle has no head: go on as one came
            at, last = at + here, here
            whole += ndimage.map_coordinates(field, at, order=1, mode="nearest")
    return np.asarray(whole / (2 * length + 1), np.float32)


def strokes(rng: np.random.Generator, angle: Field, length: int, width: float) -> Field:
    """The ridges that bristles leave, of mean 0 and deviation 1."""
    ridges = along(noise(rng, angle.shape, width), angle, length)
    return np.asarray((ridges - ridges.mean()) / ridges.std(), np.float32)


def lit(rgb: Field, height: Field, much: float) -> Field:
    """Relief under a light from the upper left."""
    down, across = slopes(height)
    return np.asarray(np.clip(rgb * (1 + much * (across + down))[..., None], 0, 1), np.float32)


def scattered(rng: np.random.Generator, shape: Sequence[int], spacing: float, jitter: float = 0.5) -> Field:
    """Points (row, column), one in each cell of a honeycomb."""
    rows = np.arange(-1, shape[0] / spacing * 1.155 + 1)
    columns = np.arange(-1, shape[1] / spacing + 1)
    y, x = np.meshgrid(rows * 0.866, columns, indexing="ij")
    x = x + (np.arange(len(rows)) % 2 / 2)[:, None]
    points = np.stack([y.ravel(), x.ravel()], 1) + rng.uniform(-jitter, jitter, (y.size, 2))
    return np.asarray(points * spacing, np.float32)


def cells(points: Field, shape: Sequence[int]) -> tuple[Rows, Field]:
    """For each pixel the point that it belongs to, and how far the next point's border is."""
    pixels = np.mgrid[: shape[0], : shape[1]].reshape(2, -1).T
    far, who = cKDTree(points).query(pixels, k=2)
    border = (far[:, 1] - far[:, 0]) / 2
    return who[:, 0].reshape(shape[:2]), border.reshape(shape[:2]).astype(np.float32)


def means(rgb: Field, who: Rows) -> Field:
    """The mean colour of each cell."""
    many = np.maximum(np.bincount(who.ravel()), 1)
    sums = [np.bincount(who.ravel(), rgb[..., each].ravel()) for each in range(3)]
    return np.asarray(np.stack(sums, 1) / many[:, None], np.float32)


def palette(rgb: Field, many: int) -> tuple[Rows, Field]:
    """The picture in `many` colours: which one where, and the colours (median cut)."""
    picture = Image.fromarray((np.clip(rgb, 0, 1) * 255).astype(np.uint8)).quantize(
        many, Image.Quantize.MEDIANCUT
    )
    colours = np.array((picture.getpalette() or [])[: 3 * many], np.float32).reshape(-1, 3) / 255
    return np.asarray(picture).astype(np.intp), colours


def edges(rgb: Field, radius: float = 1.2) -> Field:
    """Contours between forms, 0 to 1."""
    slopes = [ndimage.gaussian_gradient_magnitude(rgb[..., each], radius) for each in range(3)]
    strength = np.max(slopes, 0)
    return np.asarray(np.clip(strength / max(float(np.percentile(strength, 97)), 1e-3), 0, 1), np.float32)


def step(field: Field, at: float | Field, width: float = 0.06) -> Field:
    """0 below, 1 above, with an edge that is not jagged."""
    return np.asarray(np.clip((field - at) / width + 0.5, 0, 1), np.float32)


def between(cover: Field, under: Field, over: Field) -> Field:
    """`over` where the cover is 1, `under` where it is 0."""
    return np.asarray(under + (over - under) * cover[..., None], np.float32)
