"""What people carry: umbrellas and baskets."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from scenes.colour import Colour
from scenes.frame import Frame
from scenes.shapes import Point, times
from scenes.stage import Stage


def umbrella(stage: Stage, hand: Point, size: float, colour: Colour, tilt: float = 0.0) -> None:
    """An open umbrella or parasol above the hand, its panels lit each in its own way."""
    frame = Frame(*hand, size, tilt)
    stage.form(stage.limbs([frame.knots([(0, 0.05, 0.012), (0, -0.62, 0.012)])]), "#3a2a1c")
    edges = np.linspace(-0.56, 0.56, 6)
    for i, (a, b) in enumerate(pairwise(edges)):
        panel = [
            (0.0, -0.82),
            (a * 0.62, -0.72),
            (a, -0.46),
            ((a + b) / 2, -0.51),
            (b, -0.46),
            (b * 0.62, -0.72),
        ]
        tone = 1.12 - 0.13 * (i if stage.light.towards[0] < 0 else 4 - i)
        stage.form(stage.polygon(frame.points(panel)), times(colour, tone), bevel=size * 0.08)
    stage.form(stage.limbs([frame.knots([(0, -0.8, 0.015), (0, -0.88, 0.008)])]), "#3a2a1c")


def basket(stage: Stage, x: float, y: float, size: float, fill: Colour | None = None) -> None:
    """A wicker basket, perhaps heaped with something of a colour."""
    if fill is not None:
        g = stage.rng
        for _ in range(14):
            fruit = stage.ellipse(
                x + g.uniform(-0.36, 0.36) * size, y - size * g.uniform(0.42, 0.62), size * 0.12, size * 0.11
            )
            stage.form(fruit, times(fill, g.uniform(0.8, 1.15)), gloss=0.3)
    body = stage.blob(
        [
            (x - size * 0.5, y - size * 0.45),
            (x, y - size * 0.38),
            (x + size * 0.5, y - size * 0.45),
            (x + size * 0.38, y),
            (x, y + size * 0.04),
            (x - size * 0.38, y),
        ]
    )
    h, w = body.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32) / (size * stage.height)
    weave = np.asarray(np.sin(xx * 42) * np.sign(np.sin(yy * 34)) * size * 0.006, np.float32)
    stage.form(body, "#a87a3c", relief=weave, texture=0.12)
    stage.form(
        stage.limbs(
            [
                [
                    (x + size * 0.46 * np.cos(t), y - size * 0.42 - size * 0.5 * np.sin(t), size * 0.03)
                    for t in np.linspace(0.1, 3.04, 12)
                ]
            ]
        ),
        "#8a5c28",
    )
