"""House fronts drawn flat, with windows, shutters, shops and roofs, before they are hung in a street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from scenes.colour import Colour, mix, rgb
from scenes.shapes import Array, times

BAY, STOREY = 60, 76  # of a flat front, in pixels


@dataclass(frozen=True)
class Front:
    """How a house front looks."""

    colour: Colour = "#d8c8a8"
    storeys: int = 4
    bays: int = 4
    roof: Colour = "#5a6470"
    shutters: Colour | None = None
    shop: Colour | None = None
    lit: float = 0.0  # how many of the windows are lit
    trim: Colour = "#efe6d2"
    gable: str = "mansard"  # mansard, flat, step


def front(rng: np.random.Generator, look: Front) -> Array:
    """A front as a picture with coverage (H, W, 4), its foot on the lower edge."""
    wide, high = look.bays * BAY, look.storeys * STOREY
    roof = round(STOREY * (0.85 if look.gable != "flat" else 0.15))
    image = Image.new("RGBA", (wide * 2, (high + roof) * 2))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, roof * 2, wide * 2, (high + roof) * 2), fill=_ink(look.colour))
    _roof(pen, rng, look, wide * 2, roof * 2)
    for storey in range(look.storeys):
        ground = storey == look.storeys - 1
        top = (roof + storey * STOREY) * 2
        if ground and look.shop is not None:
            _shop(pen, rng, look, wide * 2, top)
            continue
        for bay in range(look.bays):
            door = ground and bay == look.bays // 2
            _opening(pen, rng, look, bay * BAY * 2, top, door)
        pen.rectangle((0, top - 4, wide * 2, top + 3), fill=_ink(mix(look.colour, look.trim, 0.7)))
        pen.rectangle((0, top + 4, wide * 2, top + 9), fill=_ink(times(look.colour, 0.7)))
    return _weathered(np.asarray(np.asarray(image.reduce(2)) / 255, np.float32), rng)


def _ink(colour: Colour) -> tuple[int, int, int, int]:
    r, g, b = (round(float(np.clip(v, 0, 1)) * 255) for v in rgb(colour))
    return (r, g, b, 255)


def _roof(pen: ImageDraw.ImageDraw, rng: np.random.Generator, look: Front, wide: int, roof: int) -> None:
    if look.gable == "step":
        steps = 5
        for i in range(steps):
            inset = wide * 0.42 * (steps - i) / steps - wide * 0.08
            pen.rectangle(
                (max(0, inset), roof * i / steps, wide - max(0, inset), roof), fill=_ink(look.colour)
            )
            pen.rectangle(
                (max(0, inset), roof * i / steps, wide - max(0, inset), roof * i / steps + 6),
                fill=_ink(look.trim),
            )
        pen.rectangle((wide * 0.42, roof * 0.45, wide * 0.58, roof * 0.9), fill=_ink("#2c3440"))
        return
    pen.polygon(
        [(0, roof), (wide * 0.02, roof * 0.22), (wide * 0.98, roof * 0.22), (wide, roof)],
        fill=_ink(look.roof),
    )
    for _ in range(60):
        x, y = rng.uniform(0, wide), rng.uniform(roof * 0.25, roof)
        pen.line(
            (x, y, x + rng.uniform(10, 40), y), fill=_ink(times(look.roof, rng.uniform(0.75, 1.25))), width=4
        )
    for x in (np.linspace(0.12, 0.88, max(2, look.bays // 2)) * wide).tolist():
        if look.gable == "mansard":
            pen.rectangle((x - 22, roof * 0.42, x + 22, roof * 0.95), fill=_ink(look.trim))
            pen.rectangle(
                (x - 15, roof * 0.52, x + 15, roof * 0.95),
                fill=_ink("#3a4450" if rng.random() > look.lit else "#ffcf6a"),
            )
    for x in rng.uniform(0.05, 0.9, 3) * wide:
        pen.rectangle((x, 0, x + 26, roof * 0.4), fill=_ink("#8a5a44"))
        pen.rectangle((x - 3, 0, x + 29, 7), fill=_ink("#6a4434"))


def _opening(
    pen: ImageDraw.ImageDraw, rng: np.random.Generator, look: Front, left: int, top: int, door: bool
) -> None:
    w, h = BAY * 2, STOREY * 2
    x0, x1, y0, y1 = left + w * 0.3, left + w * 0.7, top + h * 0.24, top + h * (1.0 if door else 0.82)
    pen.rectangle((x0 - 9, y0 - 11, x1 + 9, y1 + 6), fill=_ink(mix(look.colour, look.trim, 0.75)))
    pen.rectangle((x0 - 9, y0 - 13, x1 + 9, y0 - 9), fill=_ink(times(look.colour, 0.6)))
    if door:
        pen.rectangle((x0, y0, x1, y1), fill=_ink(mix("#4a3020", "#2a4a40", rng.random())))
        pen.rectangle((x0 + 6, y0 + 8, x1 - 6, y0 + 40), fill=_ink("#3a4048"))
        return
    lit = rng.random() < look.lit
    glass = mix("#ffd47a", "#f2a040", rng.random()) if lit else mix("#2c3844", "#7a92a6", rng.random() ** 2)
    pen.rectangle((x0, y0, x1, y1), fill=_ink(glass))
    pen.polygon(
        [(x0, y0), (x1, y0), (x0, y0 + (y1 - y0) * 0.6)],
        fill=_ink(mix(glass, "#a8c0d0" if not lit else "#fff0b0", 0.3)),
    )
    pen.rectangle((x0, y0, x1, y0 + 9), fill=_ink(times(glass, 0.5)))
    for x in ((x0 + x1) / 2,):
        pen.line((x, y0, x, y1), fill=_ink(look.trim), width=4)
    for t in (0.35, 0.68):
        pen.line((x0, y0 + (y1 - y0) * t, x1, y0 + (y1 - y0) * t), fill=_ink(look.trim), width=3)
    if look.shutters is not None:
        for a, b in ((x0 - w * 0.19, x0 - 5), (x1 + 5, x1 + w * 0.19)):
            pen.rectangle((a, y0 - 3, b, y1 + 3), fill=_ink(times(look.shutters, rng.uniform(0.85, 1.1))))
            for y in np.arange(y0 + 4, y1, 9).tolist():
                pen.line((a + 3, y, b - 3, y), fill=_ink(times(look.shutters, 0.65)), width=2)
    else:
        _balcony(pen, x0 - 14, x1 + 14, y1)


def _balcony(pen: ImageDraw.ImageDraw, x0: float, x1: float, y: float) -> None:
    pen.rectangle((x0, y, x1, y + 6), fill=_ink("#8a8478"))
    for x in np.arange(x0, x1, 8).tolist():
        pen.line((x, y - 34, x, y), fill=_ink("#262a2e"), width=2)
    pen.line((x0, y - 34, x1, y - 34), fill=_ink("#262a2e"), width=4)


def _shop(pen: ImageDraw.ImageDraw, rng: np.random.Generator, look: Front, wide: int, top: int) -> None:
    h = STOREY * 2
    shop = look.shop if look.shop is not None else look.colour
    pen.rectangle((0, top, wide, top + h), fill=_ink(times(shop, 0.5)))
    glow = "#ffcf74" if look.lit > 0.2 else "#5a6a74"
    for x in np.arange(12, wide - 40, 100).tolist():
        pen.rectangle(
            (x, top + h * 0.42, x + 84, top + h * 0.86),
            fill=_ink(mix(glow, "#2a2420", rng.uniform(0.0, 0.35))),
        )
        for k in range(5):
            pen.ellipse(
                (x + 6 + k * 15, top + h * 0.68, x + 20 + k * 15, top + h * 0.82),
                fill=_ink(mix("#c05030", "#d8b050", rng.random())),
            )
    pen.rectangle((0, top + 2, wide, top + h * 0.14), fill=_ink(times(shop, 0.8)))
    for k, x in enumerate(np.arange(0, wide, 24).tolist()):
        pen.polygon(
            [
                (x, top + h * 0.14),
                (x + 24, top + h * 0.14),
                (x + 28, top + h * 0.38),
                (x - 4, top + h * 0.38),
            ],
            fill=_ink(shop if k % 2 else look.trim),
        )


def _weathered(flat: Array, rng: np.random.Generator) -> Array:
    """Stains that run down, and light that fades towards the street."""
    h, w = flat.shape[:2]
    coarse = Image.fromarray(rng.normal(1, 0.1, (h // 26 + 2, w // 9 + 2)).astype(np.float32)).resize(
        (w, h), Image.Resampling.BICUBIC
    )
    fine = Image.fromarray(rng.normal(1, 0.05, (h // 4 + 2, w // 4 + 2)).astype(np.float32)).resize(
        (w, h), Image.Resampling.BICUBIC
    )
    tone = np.asarray(coarse) * np.asarray(fine) * np.linspace(1.06, 0.86, h, dtype=np.float32)[:, None]
    out = flat.copy()
    out[..., :3] = np.clip(flat[..., :3] * tone[..., None], 0, 1)
    return out
