"""The stage: a canvas and its light, on which shapes are cut, rounded by that light, and cast their shadows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from scenes.brush import Canvas
from scenes.colour import Colour, rgb
from scenes.noise import Field, smooth
from scenes.shapes import (
    Array,
    Dab,
    Knot,
    Lamp,
    Patch,
    Point,
    band,
    blur,
    curve,
    eight_bit,
    inflate,
    leaf,
    spread,
)

OVERSAMPLE = 3


class Stage:
    """A picture in the making."""

    def __init__(self, canvas: Canvas, light: Lamp | None = None) -> None:
        self.canvas, self.rng = canvas, canvas.rng
        self.width, self.height, self.wide = canvas.w, canvas.h, canvas.wide
        self.light = light or Lamp()
        self.grain = self.noise(3.0, 5)
        self.tint = np.stack([self.noise(10.0, 3) for _ in range(3)], axis=2)
        self.drift = self.noise(self.height * 0.09, 2)

    @property
    def rgb(self) -> Field:
        return self.canvas.rgb

    @property
    def pixel(self) -> float:
        return 1 / self.height

    def noise(self, cell: float, octaves: int = 4) -> Array:
        """Clouded noise of unit range, about zero, whose finest grain is `cell` pixels."""
        out = np.zeros((self.height, self.width), np.float32)
        for octave in range(octaves):
            step = cell * 2**octave
            h, w = int(self.height / step) + 3, int(self.width / step) + 3
            coarse = Image.fromarray(self.rng.normal(size=(h, w)).astype(np.float32))
            wide = coarse.resize((int(w * step), int(h * step)), Image.Resampling.BICUBIC)
            out += np.asarray(wide)[: self.height, : self.width] * (0.6 + 0.25 * octave)
        return np.asarray(np.clip(out / (2.2 * out.std() + 1e-6), -1, 1), np.float32)

    # --- cutting shapes -------------------------------------------------------------------------------------

    def cut(
        self,
        box: tuple[float, float, float, float],
        draw: Callable[[ImageDraw.ImageDraw, float, float, float], None],
    ) -> Patch:
        """Draws at thrice the size inside the box (left, top, right, bottom) and shrinks to a soft-edged mask."""
        pad = 3
        x0 = int(np.clip(np.floor(box[0] * self.height) - pad, 0, self.width - 1))
        y0 = int(np.clip(np.floor(box[1] * self.height) - pad, 0, self.height - 1))
        x1 = int(np.clip(np.ceil(box[2] * self.height) + pad, x0 + 1, self.width))
        y1 = int(np.clip(np.ceil(box[3] * self.height) + pad, y0 + 1, self.height))
        big = Image.new("L", ((x1 - x0) * OVERSAMPLE, (y1 - y0) * OVERSAMPLE))
        draw(ImageDraw.Draw(big), self.height * OVERSAMPLE, x0 * OVERSAMPLE, y0 * OVERSAMPLE)
        mask = np.asarray(np.asarray(big.reduce(OVERSAMPLE)) / 255, np.float32)
        return Patch(y0, x0, mask)

    def polygon(self, points: Sequence[Point]) -> Patch:
        xs, ys = zip(*points, strict=True)

        def draw(pen: ImageDraw.ImageDraw, k: float, dx: float, dy: float) -> None:
            pen.polygon([(x * k - dx, y * k - dy) for x, y in points], fill=255)

        return self.cut((min(xs), min(ys), max(xs), max(ys)), draw)

    def blob(self, points: Sequence[Point]) -> Patch:
        return self.polygon(curve(points))

    def ellipse(self, x: float, y: float, rx: float, ry: float, angle: float = 0.0) -> Patch:
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        c, s = np.cos(angle), np.sin(angle)
        px, py = rx * np.cos(t), ry * np.sin(t)
        return self.polygon(
            list(zip((x + px * c - py * s).tolist(), (y + px * s + py * c).tolist(), strict=True))
        )

    def limbs(self, chains: Iterable[Sequence[Knot]]) -> Patch:
        """The union of tapered limbs, each a chain of circles and the bands between them."""
        chains = [list(chain) for chain in chains]
        knots = np.asarray([knot for chain in chains for knot in chain])
        low, high = (knots[:, :2] - knots[:, 2:]).min(axis=0), (knots[:, :2] + knots[:, 2:]).max(axis=0)

        def draw(pen: ImageDraw.ImageDraw, k: float, dx: float, dy: float) -> None:
            for chain in chains:
                px = [(x * k - dx, y * k - dy, r * k) for x, y, r in chain]
                for x, y, r in px:
                    pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
                for a, b in pairwise(px):
                    pen.polygon(band(a, b), fill=255)

        return self.cut((low[0], low[1], high[0], high[1]), draw)

    # --- laying paint ---------------------------------------------------------------------------------------

    def lay(self, patch: Patch, colour: Colour, opacity: float = 1.0) -> None:
        """Covers the patch with a colour or with a picture of its own size."""
        view = self.rgb[patch.window]
        cover = (patch.mask * opacity)[..., None]
        view += (rgb(colour) - view) * cover

    def wash(self, patch: Patch, colour: Colour, texture: float = 0.06) -> None:
        """A flat passage that is never quite flat: the colour drifts as hand-laid gouache does."""
        self.lay(patch, self.mottled(patch, colour, texture))

    def mottled(self, patch: Patch, colour: Colour, texture: float) -> Array:
        grain = self.grain[patch.window][..., None] * texture
        tint = self.tint[patch.window] * texture * 0.25
        return np.asarray(rgb(colour) * (1 + grain + tint), np.float32)

    def form(
        self,
        patch: Patch,
        colour: Colour,
        *,
        bevel: float | None = None,
        gloss: float = 0.0,
        texture: float = 0.07,
        relief: Array | None = None,
        depth: float = 1.0,
        glow: float = 0.0,
    ) -> None:
        """Rounds the shape as if blown up from its outline and lights it; `bevel` is how far the rounding reaches."""
        reach = (
            (bevel * self.height)
            if bevel
            else max(1.5, float(ndimage.distance_transform_edt(patch.mask > 0.5).max()))
        )
        height = inflate(patch.mask, reach) * depth
        if relief is not None:
            height = height + relief * self.height
        lit = spread(self.lit(height), patch.mask)
        base = self.mottled(patch, colour, texture)
        self.lay(patch, self.shaded(base, lit, gloss, glow))

    def lit(self, height: Array) -> Array:
        """How squarely each point of a relief (in pixels) faces the light, in [-1, 1]."""
        gy, gx = np.gradient(height) if min(height.shape) > 1 else (height * 0, height * 0)
        lx, ly, lz = np.asarray(self.light.towards) / np.linalg.norm(self.light.towards)
        return np.asarray((-gx * lx - gy * ly + lz) / np.sqrt(gx * gx + gy * gy + 1), np.float32)

    def shaded(self, base: Array, lit: Array, gloss: float = 0.0, glow: float = 0.0) -> Array:
        """The base colour in light and in shade, with a highlight of strength `gloss` and a lightened shadow edge."""
        t = smooth(-0.45, 0.85, lit)[..., None]
        shade = base * np.asarray(self.light.cool, np.float32)
        bright = np.minimum(base * np.asarray(self.light.warm, np.float32), 1.2)
        out = shade + (bright - shade) * t
        out += 0.13 * smooth(0.78, 1.0, lit)[..., None] * (1 - out)
        if glow:
            out += glow * base * smooth(0.0, -0.8, lit)[..., None]
        if gloss:
            out += gloss * smooth(0.955, 0.995, lit)[..., None] * (1 - out)
        return np.asarray(np.clip(out, 0, 1), np.float32)

    def cast(
        self, patch: Patch, dx: float, dy: float, soft: float, strength: float, flat: float = 1.0
    ) -> None:
        """The shape's shadow, moved by (dx, dy), flattened towards its foot, and softened."""
        h, w = patch.mask.shape
        rows = max(1, round(h * flat))
        mask = np.asarray(Image.fromarray(patch.mask).resize((w, rows), Image.Resampling.BILINEAR))
        pad = int(soft * self.height * 2.5) + 2
        mask = blur(np.pad(mask, pad), max(0.6, soft * self.height))
        self.darken(
            patch.y + h - rows - pad + round(dy * self.height),
            patch.x - pad + round(dx * self.height),
            mask,
            strength,
        )

    def darken(self, y: int, x: int, mask: Array, strength: float) -> None:
        top, left = max(0, -y), max(0, -x)
        mask = mask[top : max(top, self.height - y), left : max(left, self.width - x)]
        y, x = y + top, x + left
        view = self.rgb[y : y + mask.shape[0], x : x + mask.shape[1]]
        cool = np.asarray(self.light.cool, np.float32)
        view *= 1 - (mask * strength)[..., None] * (1 - cool * 0.9)

    def dabs(self, touches: Sequence[Dab], within: Patch | None = None, opacity: float = 1.0) -> None:
        """Many touches of the brush, in order, each leaf-shaped; `within` keeps them inside a shape."""
        if not touches:
            return
        k = 2
        y0, x0, h, w = (within.y, within.x, *within.mask.shape) if within else self._reach(touches)
        if h < 1 or w < 1:
            return
        source = self.rgb[y0 : y0 + h, x0 : x0 + w]
        start = Image.fromarray((np.clip(source, 0, 1) * 255 + 0.5).astype(np.uint8))
        big = start.resize((w * k, h * k), Image.Resampling.NEAREST)
        pen = ImageDraw.Draw(big)
        scale = self.height * k
        for dab in touches:
            pen.polygon(leaf(dab, scale, x0 * k, y0 * k), fill=eight_bit(dab.colour))
        new = (np.asarray(big.reduce(k), np.float32) - np.asarray(start, np.float32)) / 255
        source += new * (opacity if within is None else (within.mask * opacity)[..., None])

    def _reach(self, touches: Sequence[Dab]) -> tuple[int, int, int, int]:
        """Row, column, height and width of the part of the picture that the touches can reach."""
        far = max(max(d.length, d.width) for d in touches) / 2 + 2 * self.pixel
        xs, ys = [d.x for d in touches], [d.y for d in touches]
        left, top = max(0, int((min(xs) - far) * self.height)), max(0, int((min(ys) - far) * self.height))
        right, low = (
            min(self.width, int((max(xs) + far) * self.height)),
            min(self.height, int((max(ys) + far) * self.height)),
        )
        return top, left, low - top, right - left
