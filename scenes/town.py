"""Streets: fronts hung in perspective, paving that runs to a vanishing point, lamps and passers-by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from scenes.colour import Colour, mix, rgb
from scenes.fronts import Front, front
from scenes.noise import smooth
from scenes.shapes import Array, Dab, Patch, Point, times
from scenes.stage import Stage


def hang(
    stage: Stage,
    flat: Array,
    corners: Sequence[Point],
    tone: float = 1.0,
    haze: tuple[Colour, float] | None = None,
) -> None:
    """Hangs a flat picture on four corners (upper left, upper right, lower right, lower left) of the stage."""
    k = stage.height * 2
    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
    x0, x1 = max(0, int(min(xs) * stage.height) - 1), min(stage.width, int(max(xs) * stage.height) + 2)
    y0, y1 = max(0, int(min(ys) * stage.height) - 1), min(stage.height, int(max(ys) * stage.height) + 2)
    if x1 <= x0 or y1 <= y0:
        return
    h, w = flat.shape[:2]
    place = [(x * k - 2 * x0, y * k - 2 * y0) for x, y in corners]
    data = _homography(place, [(0, 0), (w, 0), (w, h), (0, h)])
    source = Image.fromarray((flat * 255).astype(np.uint8))
    big = source.transform(
        ((x1 - x0) * 2, (y1 - y0) * 2), Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC
    )
    seen = np.asarray(big.reduce(2), np.float32) / 255
    colour: Colour = np.clip(seen[..., :3] / np.maximum(seen[..., 3:], 0.02), 0, 1) * tone
    if haze is not None:
        colour = mix(colour, haze[0], haze[1])
    stage.lay(Patch(y0, x0, np.asarray(seen[..., 3], np.float32)), np.asarray(colour, np.float32))


def _homography(to: Sequence[Point], source: Sequence[Point]) -> list[float]:
    """Pillow's eight numbers: where each place of the picture is found in the source."""
    rows, right = [], []
    for (x, y), (u, v) in zip(to, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(c) for c in np.linalg.solve(np.asarray(rows, float), np.asarray(right, float))]


@dataclass(frozen=True)
class Street:
    """A street seen along its length: the vanishing point, its half width and the eye's height in one scale."""

    x: float
    y: float
    half: float = 0.75
    eye: float = 0.16

    def at(self, across: float, up: float, z: float) -> Point:
        """The place of a point `across` the street's middle, `up` from the ground and z away."""
        return (self.x + across / z, self.y + (self.eye - up) / z)


def row(
    stage: Stage,
    street: Street,
    side: float,
    fronts: Sequence[Front],
    *,
    start: float = 0.7,
    length: float = 0.9,
    tall: float = 1.1,
    tone: float = 1.0,
    haze: Colour = "#c8c4c4",
    thick: float = 0.75,
) -> None:
    """Houses along one side (-1 left, 1 right), from the farthest to the nearest."""
    ends = [start]
    for look in fronts:
        ends.append(ends[-1] + length * look.bays / 4)
    for i in reversed(range(len(fronts))):
        near, far = ends[i], ends[i + 1]
        look = fronts[i]
        high = tall * (look.storeys + 0.85) / 5
        a = side * street.half
        corners = [
            street.at(a, high, near),
            street.at(a, high, far),
            street.at(a, 0, far),
            street.at(a, 0, near),
        ]
        if side > 0:
            corners = [corners[1], corners[0], corners[3], corners[2]]
        veil = thick * (1 - np.exp(-(near - start) * 0.28))
        hang(
            stage,
            front(stage.rng, look),
            corners,
            tone * float(stage.rng.uniform(0.93, 1.05)),
            (haze, float(veil)),
        )


def paving(
    stage: Stage,
    street: Street,
    colour: Colour,
    *,
    stones: float = 0.055,
    joint: float = 0.3,
    kerb: float | None = None,
    wet: float = 0.0,
) -> None:
    """Cobbles in perspective from the horizon down, with kerbs of a pavement on both sides; wet ground reflects."""
    canvas = stage.canvas
    z = street.eye / np.maximum(canvas.y - street.y, 0.004)
    u, v = (canvas.x - street.x) * z, z
    size = stones * 0.35
    shift = (np.floor(v / size) % 2) * 0.5
    cell = np.abs((u / size + shift) % 1 - 0.5) * 2
    cellv = np.abs((v / size) % 1 - 0.5) * 2
    fine = np.clip(1 - z / 1.6, 0, 1)
    seam = np.maximum(smooth(0.7, 0.98, cell), smooth(0.7, 0.98, cellv)) * fine
    patchy = np.sin(np.floor(u / size + shift) * 78.2 + np.floor(v / size) * 37.7) * 0.1 * fine
    tone = (1 + patchy + 0.14 * stage.grain) * (1 - joint * seam)
    field = rgb(colour) * np.asarray(tone, np.float32)[..., None] * (1 + 0.06 * stage.tint)
    canvas.lay(canvas.under(street.y, 0.004), np.asarray(field, np.float32))
    if kerb is not None:
        for side in (-1, 1):
            _kerb(stage, street, side, kerb, colour)
    if wet:
        reflect(stage, street.y, wet)


def _kerb(stage: Stage, street: Street, side: float, half: float, colour: Colour) -> None:
    inner, outer = side * half, side * street.half
    walk = stage.polygon(
        [street.at(inner, 0, 0.2), street.at(inner, 0, 9), street.at(outer, 0, 9), street.at(outer, 0, 0.2)]
    )
    stage.wash(walk, mix(colour, "#e8e0d0", 0.28), 0.12)
    lip = stage.polygon(
        [
            street.at(inner, 0, 0.2),
            street.at(inner, 0, 9),
            street.at(inner, -0.012, 9),
            street.at(inner, -0.012, 0.2),
        ]
    )
    stage.lay(lip, times(colour, 0.45), 0.8)


def reflect(stage: Stage, horizon: float, strength: float, stretch: float = 1.0) -> None:
    """The picture over the horizon mirrored in wet ground, broken and drawn out downwards."""
    h = stage.height
    top = int(horizon * h)
    rows = np.arange(top, h)
    source = np.clip(top - (rows - top) / stretch, 0, h - 1)
    waver = (stage.tint[top:, :, 0] * 6 + stage.drift[top:] * 8) * np.linspace(0.3, 1.6, h - top)[:, None]
    cols = np.clip(np.arange(stage.width)[None] + waver, 0, stage.width - 1).astype(int)
    lift = np.clip(source[:, None] + stage.grain[top:] * 14, 0, h - 1).astype(int)
    mirror = stage.rgb[lift, cols]
    puddle = np.clip(0.65 + 0.5 * stage.drift[top:] + 0.2 * stage.grain[top:], 0.15, 1) * strength
    view = stage.rgb[top:]
    view += (mirror * 0.92 - view) * puddle[..., None]


def lamp(
    stage: Stage, x: float, y: float, tall: float, *, lit: bool = False, glow: Colour = "#ffcf7a"
) -> None:
    """A street lamp whose foot stands at (x, y)."""
    post = [(x, y, tall * 0.022), (x, y - tall * 0.1, tall * 0.015), (x, y - tall * 0.82, tall * 0.01)]
    stage.form(stage.limbs([post]), "#23282a", gloss=0.3)
    cage = stage.polygon(
        [
            (x - tall * 0.035, y - tall * 0.83),
            (x + tall * 0.035, y - tall * 0.83),
            (x + tall * 0.06, y - tall * 0.95),
            (x - tall * 0.06, y - tall * 0.95),
        ]
    )
    stage.lay(cage, glow if lit else "#9aa6a6")
    cap = stage.polygon(
        [(x - tall * 0.07, y - tall * 0.95), (x + tall * 0.07, y - tall * 0.95), (x, y - tall * 1.02)]
    )
    stage.lay(cap, "#1c2022")
    if lit:
        stage.canvas.glow(x, y - tall * 0.9, tall * 0.22, glow, 0.85)


def walker(
    stage: Stage,
    x: float,
    y: float,
    tall: float,
    coat: Colour,
    legs: Colour = "#22222a",
    skirt: bool = False,
    umbrella: Colour | None = None,
) -> None:
    """A passer-by far enough to be a few touches of the brush."""
    t = tall
    touches = [
        Dab(x + t * 0.22, y + t * 0.005, t * 0.5, t * 0.05, 0, times("#2a2a3a", 1)),
        Dab(x - t * 0.05, y - t * 0.2, t * 0.42, t * 0.1, 1.45, times(legs, 1)),
        Dab(x + t * 0.05, y - t * 0.2, t * 0.42, t * 0.1, 1.7, times(legs, 0.8)),
    ]
    if skirt:
        touches.append(Dab(x, y - t * 0.26, t * 0.5, t * 0.34, 1.57, times(coat, 0.85)))
    touches += [
        Dab(x, y - t * 0.56, t * 0.46, t * 0.25, 1.57, times(coat, 0.8)),
        Dab(x - t * 0.05, y - t * 0.58, t * 0.4, t * 0.11, 1.57, times(coat, 1.25)),
        Dab(x, y - t * 0.87, t * 0.15, t * 0.13, 0.4, times("#c89878", 1)),
        Dab(x, y - t * 0.94, t * 0.18, t * 0.08, 0, times("#2a2420", 1)),
    ]
    if umbrella is not None:
        touches += [
            Dab(x, y - t * 1.02, t * 0.8, t * 0.26, 0, times(umbrella, 0.7)),
            Dab(x - t * 0.12, y - t * 1.07, t * 0.45, t * 0.14, -0.15, times(umbrella, 1.3)),
        ]
    stage.dabs(touches, opacity=0.95)
