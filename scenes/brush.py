"""The canvas on which a scene is drawn: shapes, fields, glazes, dabs of the brush, sheets and reflections.

Places are (x, y) with y from 0 at the top to 1 at the bottom and x from 0 to `canvas.wide`, so that a circle
stays a circle in every format; lengths are in the same unit, the height of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from scenes import noise
from scenes.colour import Colour, rgb
from scenes.dab import mark
from scenes.noise import Field, Numbers

Points = Sequence[tuple[float, float]] | Field
SUPERSAMPLING = 4


class Canvas:
    """Colour premultiplied by opacity; an opaque canvas is a picture, a clear one a sheet to lay on it."""

    def __init__(
        self, rng: np.random.Generator, height: int, width: int, colour: Colour | None = (0.5, 0.5, 0.5)
    ):
        self.rng, self.h, self.w = rng, height, width
        self.rgb: Field = np.zeros((height, width, 3), np.float32)
        self.alpha: Field = np.zeros((height, width), np.float32)
        if colour is not None:
            self.rgb[:], self.alpha[:] = rgb(colour), 1
        self.wide = width / height
        self.y: Field = np.repeat(
            ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None], width, axis=1
        )
        self.x: Field = np.repeat(((np.arange(width, dtype=np.float32) + 0.5) / height)[None], height, axis=0)

    # --- fields ------------------------------------------------------------------------------------------

    def noise(self, lumps: float = 4, octaves: int = 6, stretch: float = 1, gain: float = 0.5) -> Field:
        """Fractal noise over the picture: `lumps` in its height, `stretch` times as long across as high."""
        cells = self._cells(lumps, stretch)
        tile = noise.fbm(self.rng, cells, octaves, gain)
        u, v = self.rng.random(2)
        return noise.sample(tile, self.x * lumps / cells / stretch + u, self.y * lumps / cells + v)

    def _cells(self, lumps: float, stretch: float) -> int:
        """As many lumps in the tile as the picture is wide and high, so that none is seen twice."""
        needed = max(lumps, lumps / stretch * self.wide, 4)
        return int(min(2 ** np.ceil(np.log2(needed)), 128))

    def warped(self, lumps: float = 4, amount: float = 0.1, stretch: float = 1, octaves: int = 6) -> Field:
        """Noise bent by noise: veils, marble, clouds torn by the wind."""
        cells = self._cells(lumps, stretch)
        tile = noise.fbm(self.rng, cells, octaves)
        bend = (self.noise(lumps, 3) - 0.5) * amount * 4
        return noise.sample(tile, (self.x + bend) * lumps / cells / stretch, (self.y - bend) * lumps / cells)

    # --- masks over the whole picture --------------------------------------------------------------------

    def mask(self, points: Points, soft: float = 0) -> Field:
        """The polygon's cover, blurred by `soft`."""
        whole = np.zeros((self.h, self.w), np.float32)
        box = self._cover(points, soft)
        if box is not None:
            rows, columns, cover = box
            whole[rows, columns] = cover
        return whole

    def under(self, line: Numbers, soft: float = 0.002) -> Field:
        """One under the line y = `line` (a number, or one a column), zero over it."""
        away = self.y - np.asarray(line, np.float32)
        return np.asarray(np.clip(away / max(soft, 1 / self.h) + 0.5, 0, 1), np.float32)

    def disc(self, x: float, y: float, radius: float, soft: float = 0.003) -> Field:
        away = np.hypot(self.x - x, self.y - y)
        return np.asarray(np.clip((radius - away) / max(soft, 1 / self.h) + 0.5, 0, 1), np.float32)

    # --- paint -------------------------------------------------------------------------------------------

    def lay(self, mask: Numbers, colour: Colour) -> None:
        """Opaque where the mask is one; the colour may be a field of colours."""
        cover = np.broadcast_to(np.asarray(mask, np.float32), (self.h, self.w))
        self.rgb += cover[..., None] * (rgb(colour) - self.rgb)
        self.alpha += cover * (1 - self.alpha)

    def glaze(self, mask: Numbers, colour: Colour) -> None:
        """Multiply by a colour where the mask is: shadow, tint, depth."""
        cover = np.broadcast_to(np.asarray(mask, np.float32), (self.h, self.w))[..., None]
        self.rgb *= 1 + cover * (rgb(colour) - 1)

    def light(self, mask: Numbers, colour: Colour) -> None:
        """Screen a light over what is there."""
        cover = np.broadcast_to(np.asarray(mask, np.float32), (self.h, self.w))[..., None]
        self.rgb += cover * rgb(colour) * np.clip(self.alpha[..., None] - self.rgb, 0, 1)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1) -> None:
        """A light seen through air: bright within `radius`, a long faint tail beyond."""
        away = np.hypot(self.x - x, self.y - y) / radius
        self.light(strength / (1 + away**2 * 1.5) ** 1.5, colour)

    def fill(self, points: Points, colour: Colour, opacity: float = 1, soft: float = 0) -> None:
        """A polygon of one colour; only its own corner of the picture is touched, so many are cheap."""
        box = self._cover(points, soft)
        if box is None:
            return
        rows, columns, cover = box
        self._blend(rows, columns, cover * opacity, rgb(colour))

    def grade(
        self, points: Points, top: Colour, bottom: Colour, opacity: float = 1, across: bool = False
    ) -> None:
        """A polygon that turns from one colour to another, downwards or across (a wall, a hull, a sail)."""
        box = self._cover(points, 0)
        if box is None:
            return
        rows, columns, cover = box
        axis = 1 if across else 0
        t = np.linspace(0, 1, cover.shape[axis], dtype=np.float32)
        t = t[None, :, None] if across else t[:, None, None]
        self._blend(rows, columns, cover * opacity, rgb(top) * (1 - t) + rgb(bottom) * t)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: Colour,
        opacity: float = 1,
        turn: float = 0,
        soft: float = 0,
    ) -> None:
        self.fill(oval(x, y, rx, ry, turn), colour, opacity, soft)

    def line(
        self, points: Points, width: float, colour: Colour, opacity: float = 1, taper: float = 1
    ) -> None:
        """A stroke through the points whose width ends at `taper` times what it began with."""
        self.fill(ribbon(points, width, width * taper), colour, opacity)

    def dabs(
        self,
        x: Numbers,
        y: Numbers,
        length: Numbers,
        width: Numbers,
        angle: Numbers,
        colour: Colour,
        opacity: Numbers = 0.9,
    ) -> None:
        """Brush marks in the order given; every argument is one number (or colour) or one a mark."""
        n = np.broadcast(np.asarray(x), np.asarray(y)).size
        columns, rows = (np.broadcast_to(np.asarray(a, np.float32).ravel(), n) * self.h for a in (x, y))
        lengths, widths = (
            np.broadcast_to(np.asarray(a, np.float32).ravel(), n) * self.h for a in (length, width)
        )
        angles, opacities = (np.broadcast_to(np.asarray(a, np.float32).ravel(), n) for a in (angle, opacity))
        colours = np.broadcast_to(rgb(colour), (n, 3))
        for i in range(n):
            tile = mark(lengths[i], widths[i], angles[i], i)
            self._stamp(columns[i], rows[i], tile, opacities[i], colours[i])

    def _stamp(self, column: float, row: float, tile: Field, opacity: float, colour: Field) -> None:
        height, width = tile.shape
        top, left = int(row - height / 2 + 0.5), int(column - width / 2 + 0.5)
        rows, columns = (
            slice(max(top, 0), min(top + height, self.h)),
            slice(max(left, 0), min(left + width, self.w)),
        )
        if rows.start >= rows.stop or columns.start >= columns.stop:
            return
        cover = tile[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
        self._blend(rows, columns, cover * opacity, colour)

    def _blend(self, rows: slice, columns: slice, cover: Field, colour: Field) -> None:
        part = self.rgb[rows, columns]
        part += cover[..., None] * (colour - part)
        alpha = self.alpha[rows, columns]
        alpha += cover * (1 - alpha)

    def _cover(self, points: Points, soft: float) -> tuple[slice, slice, Field] | None:
        """A polygon's cover within its own box."""
        at = np.asarray(points, np.float64).reshape(-1, 2) * self.h
        margin = int(3 * soft * self.h) + 1
        low = np.maximum(np.floor(at.min(axis=0)).astype(int) - margin, 0)
        high = np.minimum(np.ceil(at.max(axis=0)).astype(int) + margin, (self.w, self.h))
        if (low >= high).any():
            return None
        width, height = high - low
        s = SUPERSAMPLING
        image = Image.new("L", (int(width) * s, int(height) * s))
        ImageDraw.Draw(image).polygon([tuple(p) for p in ((at - low) * s - 0.5).tolist()], fill=255)
        cover = np.asarray(image.reduce(s), np.float32) / 255
        if soft:
            cover = ndimage.gaussian_filter(cover, soft * self.h)
        return slice(low[1], high[1]), slice(low[0], high[0]), cover

    # --- sheets ------------------------------------------------------------------------------------------

    def sheet(self) -> Canvas:
        """A clear canvas of the same size, to draw a thing apart before it is placed or mirrored."""
        return Canvas(self.rng, self.h, self.w, None)

    def place(self, sheet: Canvas, opacity: Numbers = 1) -> None:
        cover = np.broadcast_to(np.asarray(opacity, np.float32), (self.h, self.w))
        self.rgb += cover[..., None] * (sheet.rgb - sheet.alpha[..., None] * self.rgb)
        self.alpha += cover * sheet.alpha * (1 - self.alpha)

    def shadow(self, sheet: Canvas, dx: float, dy: float, soft: float, strength: float = 0.5) -> None:
        """The soft shadow of a sheet's shapes, thrown by (dx, dy)."""
        cast = ndimage.shift(sheet.alpha, (dy * self.h, dx * self.h), order=1)
        self.glaze(ndimage.gaussian_filter(cast, soft * self.h) * strength, (0.25, 0.25, 0.35))


def oval(
    x: float, y: float, rx: float, ry: float, turn: float = 0, start: float = 0, stop: float = 2 * np.pi
) -> Field:
    """Points on an ellipse, or on its arc from `start` to `stop` (clockwise on the picture)."""
    t = np.linspace(start, stop, 48)
    across, down = rx * np.cos(t), ry * np.sin(t)
    cos, sin = np.cos(turn), np.sin(turn)
    return np.stack([x + across * cos - down * sin, y + across * sin + down * cos], axis=-1).astype(
        np.float32
    )


def curve(points: Points, steps: int = 16) -> Field:
    """A smooth line through the points (Catmull-Rom)."""
    p = np.asarray(points, np.float32)
    p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False, dtype=np.float32)[:, None]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True)
    ]
    return np.concatenate([*pieces, p[-2:-1]]).astype(np.float32)


def ribbon(points: Points, start: float, stop: float) -> Field:
    """The outline of a stroke along the points, `start` wide at its beginning and `stop` at its end."""
    p = np.asarray(points, np.float32)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    half = np.linspace(start, stop, len(p), dtype=np.float32)[:, None] / 2
    side = np.stack([-along[:, 1], along[:, 0]], axis=-1) * half
    return np.concatenate([p + side, (p - side)[::-1]]).astype(np.float32)
