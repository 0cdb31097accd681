"""Flowers growing: rows and meadows of them running into the distance, arches, hedges, paths, benches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from scenes.colour import Colour, mix
from scenes.noise import Field
from scenes.shapes import Dab, Point, times
from scenes.stage import Stage

Plant = Callable[[Stage, float, float, float, Colour], list[Dab]]


def _tone(stage: Stage, colour: Colour, spread: float = 0.12) -> Field:
    return np.asarray(
        times(colour, 1 + stage.rng.normal(0, spread)) + stage.rng.normal(0, 0.02, 3), np.float32
    )


def small_tulip(stage: Stage, x: float, y: float, s: float, colour: Colour) -> list[Dab]:
    """A tulip `s` high from the ground at (x, y): stalk, two leaves, a cup with its lit and its dark side."""
    g = stage.rng
    lean = g.normal(0, 0.08)
    top = (x + lean * s, y - s)
    side = 1 if stage.light.towards[0] > 0 else -1
    green = _tone(stage, "#4a7038")
    return [
        Dab(x + lean * s / 2, y - s / 2, s, s * 0.06, -1.57 + lean, times(green, 0.8)),
        Dab(x - s * 0.16, y - s * 0.3, s * 0.62, s * 0.13, -1.2, green),
        Dab(x + s * 0.16, y - s * 0.28, s * 0.56, s * 0.13, -1.95, times(green, 1.2)),
        Dab(*top, s * 0.42, s * 0.3, -1.57 + lean, times(colour, 0.62)),
        Dab(
            top[0] + side * s * 0.05, top[1] + s * 0.01, s * 0.4, s * 0.2, -1.57 + lean, _tone(stage, colour)
        ),
        Dab(
            top[0] + side * s * 0.08,
            top[1] - s * 0.02,
            s * 0.26,
            s * 0.09,
            -1.57 + lean,
            mix(colour, "#fff2d8", 0.42),
        ),
    ]


def small_round(stage: Stage, x: float, y: float, s: float, colour: Colour) -> list[Dab]:
    """A poppy, rose or dahlia on its stalk."""
    g = stage.rng
    top = (x + g.normal(0, 0.1) * s, y - s * g.uniform(0.75, 1.1))
    green = _tone(stage, "#52703a")
    out = [
        Dab((x + top[0]) / 2, (y + top[1]) / 2, s, s * 0.05, -1.57, green),
        Dab(
            x + g.normal(0, 0.15) * s,
            y - s * 0.3,
            s * 0.5,
            s * 0.12,
            g.uniform(-2.4, -0.7),
            times(green, 0.8),
        ),
    ]
    out += [
        Dab(top[0] + g.normal(0, 0.05) * s, top[1] + s * 0.05, s * 0.42, s * 0.32, 0, times(colour, 0.65)),
        Dab(*top, s * 0.36, s * 0.24, g.uniform(-0.4, 0.4), _tone(stage, colour)),
    ]
    return [
        *out,
        Dab(top[0] - s * 0.05, top[1] - s * 0.05, s * 0.18, s * 0.1, 0.3, mix(colour, "#fff4e0", 0.4)),
    ]


def small_spike(stage: Stage, x: float, y: float, s: float, colour: Colour) -> list[Dab]:
    """Lavender, lupin, hollyhock: florets up a stalk."""
    lean = stage.rng.normal(0, 0.12)
    stalk = [Dab(x + lean * s / 2, y - s / 2, s, s * 0.04, -1.57 + lean, _tone(stage, "#6a7a50"))]
    return stalk + [
        Dab(
            x + lean * s * t,
            y - s * t,
            s * 0.16,
            s * 0.1,
            stage.rng.uniform(0, 3),
            _tone(stage, mix(colour, "#ffffff", 0.25 * t)),
        )
        for t in np.linspace(0.5, 1.05, 6)
    ]


def small_sunflower(stage: Stage, x: float, y: float, s: float, colour: Colour) -> list[Dab]:
    g = stage.rng
    top, r = (x + g.normal(0, 0.06) * s, y - s), s * 0.3
    out = [Dab(x, y - s / 2, s, s * 0.05, -1.57, _tone(stage, "#4f6a30"))]
    out += [
        Dab(
            x + g.choice([-1, 1]) * s * 0.16,
            y - s * t,
            s * 0.36,
            s * 0.2,
            g.uniform(-0.6, 0.6),
            _tone(stage, "#4a7034", 0.2),
        )
        for t in (0.25, 0.45, 0.65)
    ]
    out += [
        Dab(
            top[0] + np.cos(a) * r * 0.62,
            top[1] + np.sin(a) * r * 0.55,
            r * 0.85,
            r * 0.34,
            a,
            _tone(stage, colour),
        )
        for a in g.permutation(np.arange(0, 6.2, 0.5))
    ]
    return [
        *out,
        Dab(*top, r * 0.8, r * 0.74, 0, times("#4a2a12", 1.0)),
        Dab(top[0] - r * 0.1, top[1] - r * 0.1, r * 0.4, r * 0.3, 0, times("#7a4a1c", 1.0)),
    ]


def small_daisy(stage: Stage, x: float, y: float, s: float, colour: Colour) -> list[Dab]:
    top, r = (x + stage.rng.normal(0, 0.08) * s, y - s), s * 0.22
    out = [Dab(x, y - s / 2, s, s * 0.05, -1.57, _tone(stage, "#52703a"))]
    out += [
        Dab(
            top[0] + np.cos(a) * r * 0.5,
            top[1] + np.sin(a) * r * 0.4,
            r,
            r * 0.36,
            a,
            _tone(stage, colour, 0.05),
        )
        for a in np.arange(0, 6.2, 0.8)
    ]
    return [*out, Dab(*top, r * 0.5, r * 0.42, 0, times("#d89a20", 1.0))]


def meadow(
    stage: Stage,
    top: float,
    bottom: float,
    plants: Sequence[tuple[Plant, Colour, float]],
    *,
    count: int = 900,
    size: float = 0.1,
    far: float = 0.012,
    green: Colour = "#5a7a3a",
    mask: Field | None = None,
    grow: float = 1.7,
) -> None:
    """Grass and flowers (kind, colour, share) over level ground, tiny at `top` and `size` high at `bottom`."""
    g = stage.rng
    shares = np.asarray([p[2] for p in plants], float)
    kinds = g.choice(len(plants), count, p=shares / shares.sum())
    touches: list[Dab] = []
    for t, kind in zip(np.sort(g.uniform(0, 1, count) ** (1 / grow * 1.6)), kinds, strict=True):
        x, y, s = g.uniform(0, stage.wide), top + (bottom - top) * t, far + (size - far) * t**grow
        if mask is not None and mask[
            min(stage.height - 1, int(y * stage.height)), min(stage.width - 1, int(x * stage.height))
        ] < g.uniform(0, 1):
            continue
        touches += [
            Dab(
                x + g.normal(0, s),
                y - s * 0.3,
                s * g.uniform(0.5, 1.0),
                s * 0.07,
                -1.57 + g.normal(0, 0.3),
                _tone(stage, green, 0.25),
            )
            for _ in range(3)
        ]
        plant, colour, _ = plants[int(kind)]
        touches += plant(stage, float(x), float(y), float(s), colour)
    stage.dabs(touches)


def rows(
    stage: Stage,
    horizon: float,
    vanish: float,
    colours: Sequence[Colour],
    plant: Plant,
    *,
    start: float = -1.4,
    stop: float = 1.4,
    size: float = 0.12,
    bottom: float = 1.12,
    earth: Colour = "#5a4a34",
    fill: float = 0.5,
) -> None:
    """Bands of one colour each that run to a vanishing point, as in bulb fields; flowers stand thicker far off."""
    g, eye = stage.rng, bottom - horizon
    edges = np.linspace(start, stop, len(colours) + 1)
    for colour, a, b in zip(colours, edges, edges[1:], strict=False):
        band = stage.polygon(
            [
                (vanish + a * 0.02, horizon),
                (vanish + b * 0.02, horizon),
                (vanish + b * 1.3, horizon + eye * 1.3),
                (vanish + a * 1.3, horizon + eye * 1.3),
            ]
        )
        stage.wash(band, times(colour, 0.72), 0.25)
        furrow = stage.polygon(
            [
                (vanish + b * 0.02, horizon),
                (vanish + b * 1.3, horizon + eye * 1.3),
                (vanish + (b - (b - a) * 0.14) * 1.3, horizon + eye * 1.3),
            ]
        )
        stage.wash(furrow, earth, 0.2)
    touches: list[Dab] = []
    for t in np.sort(g.uniform(0.05, 1, 1500) ** 0.8):
        i = int(g.integers(len(colours)))
        a = edges[i] + (edges[i + 1] - edges[i]) * g.uniform(0.08, 0.86)
        x, y = vanish + a * t, horizon + eye * t
        if -0.1 < x < stage.wide + 0.1:
            touches += (
                plant(stage, float(x), float(y), float(0.004 + size * t**1.15), colours[i])
                if t > 0.3
                else [
                    Dab(
                        float(x),
                        float(y),
                        0.014 + 0.03 * t,
                        0.006 + 0.02 * t,
                        0.0,
                        _tone(stage, colours[i], 0.18),
                    )
                ]
            )
    stage.dabs(touches)


def path(stage: Stage, points: Sequence[Point], colour: Colour) -> None:
    """A garden path, gravel flecked with light and fallen petals."""
    patch = stage.blob(points)
    stage.wash(patch, colour, 0.16)
    g = stage.rng
    h, w = patch.mask.shape
    specks = []
    for _ in range(420):
        t = g.uniform(0, 1)
        specks.append(
            Dab(
                (patch.x + g.uniform(0, w)) / stage.height,
                (patch.y + t * h) / stage.height,
                0.006 + 0.03 * t,
                0.003 + 0.008 * t,
                g.normal(0, 0.1),
                times(colour, g.uniform(0.7, 1.25)),
            )
        )
    stage.dabs(specks, patch, 0.5)
