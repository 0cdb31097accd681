"""Creatures that keep people company or watch them: dog, cat, owl, peacock, crane, sheep, fish."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame
from scenes.horses import leg
from scenes.shapes import times
from scenes.stage import Stage
from scenes.turned import ground


def dog(
    stage: Stage, x: float, y: float, size: float, colour: Colour = "#8a6038", facing: float = 1.0
) -> None:
    """A hound standing, `size` from ground to shoulder."""
    foot_shadow(stage, x, y, size * 1.4, 0.5)
    f = Frame(x, y, size, 0.0, facing)
    for u in (0.42, -0.4):
        leg(stage, f, u + 0.07, -0.58, 0.1, (4, -6, 4), times(colour, 0.62))
    stage.form(
        stage.limbs([f.knots([(-0.55, -0.85, 0.06), (-0.8, -1.02, 0.045), (-0.92, -1.25, 0.02)])]), colour
    )
    body = stage.limbs(
        [
            f.knots([(-0.45, -0.78, 0.19), (-0.05, -0.76, 0.19), (0.38, -0.76, 0.24)]),
            f.knots([(0.42, -0.85, 0.17), (0.68, -1.15, 0.15), (0.82, -1.12, 0.11), (1.0, -1.04, 0.07)]),
        ]
    )
    stage.form(body, colour, bevel=size * 0.16, texture=0.12)
    for u in (0.38, -0.46):
        leg(stage, f, u, -0.6, 0.12, (3, -4, 4), colour)
    stage.form(
        stage.limbs([f.knots([(0.62, -1.22, 0.07), (0.56, -1.0, 0.085), (0.6, -0.92, 0.05)])]),
        times(colour, 0.6),
    )
    dark = times("#120c0a", 1)
    stage.dabs(
        [
            f.dab(0.81, -1.17, 0.05, 0.045, 0, dark),
            f.dab(1.06, -1.06, 0.07, 0.06, 0.3, dark),
            f.dab(0.96, -0.99, 0.16, 0.012, 0.3, dark),
        ]
    )


def cat(
    stage: Stage, x: float, y: float, size: float, colour: Colour = "#c07a38", facing: float = 1.0
) -> None:
    """A cat sitting upright, `size` high, its tail about its feet."""
    f = Frame(x, y, size, 0.0, facing)
    body = stage.limbs(
        [
            f.knots([(-0.08, -0.2, 0.2), (0.0, -0.42, 0.17), (0.06, -0.62, 0.13)]),
            f.knots([(0.1, -0.45, 0.08), (0.13, -0.04, 0.055), (0.18, -0.03, 0.05)]),
            f.knots([(-0.02, -0.16, 0.13), (0.06, -0.06, 0.07)]),
        ]
    )
    ground(stage, body, size * 0.25)
    stage.form(
        stage.limbs([f.knots([(-0.2, -0.08, 0.06), (-0.38, -0.05, 0.05), (-0.44, -0.14, 0.035)])]),
        times(colour, 0.8),
    )
    stage.form(body, colour, bevel=size * 0.14, texture=0.14)
    skull = stage.limbs([f.knots([(0.08, -0.78, 0.15)]), f.knots([(0.12, -0.73, 0.09)])])
    for u in (-0.04, 0.17):
        stage.form(
            stage.polygon(f.points([(u - 0.06, -0.85), (u + 0.01, -1.0), (u + 0.07, -0.86)])),
            times(colour, 0.85),
        )
    stage.form(skull, colour, texture=0.12)
    g = stage.rng
    stage.dabs(
        [
            f.dab(
                g.normal(-0.04, 0.09),
                g.uniform(-0.6, -0.15),
                0.16,
                0.02,
                g.normal(0.2, 0.2),
                times(colour, 0.55),
            )
            for _ in range(16)
        ],
        body,
        0.6,
    )
    dark = times("#141008", 1)
    for u in (0.03, 0.17):
        stage.dabs(
            [
                f.dab(u, -0.8, 0.06, 0.04, 0, mix("#c8c050", "#80a040", 0.3)),
                f.dab(u, -0.8, 0.016, 0.042, 0, dark),
            ]
        )
    stage.dabs(
        [
            f.dab(0.11, -0.73, 0.04, 0.025, 0, mix("#c06a60", "#402020", 0.2)),
            f.dab(0.11, -0.69, 0.07, 0.012, 0, dark),
        ]
    )


def sheep(stage: Stage, x: float, y: float, size: float, facing: float = 1.0, grazing: bool = True) -> None:
    foot_shadow(stage, x, y, size * 1.2, 0.5)
    f = Frame(x, y, size, 0.0, facing)
    for u in (-0.36, -0.26, 0.22, 0.32):
        stage.form(stage.limbs([f.knots([(u, -0.4, 0.05), (u, -0.02, 0.035)])]), "#3a322c")
    g = stage.rng
    lumps = [
        f.knots([(0.42 * np.cos(a) * g.uniform(0.5, 1), -0.6 + 0.2 * np.sin(a) * g.uniform(0.5, 1), 0.16)])
        for a in np.linspace(0, 6.28, 16)
    ]
    stage.form(
        stage.limbs([*lumps, f.knots([(-0.3, -0.6, 0.24), (0.3, -0.6, 0.24)])]),
        "#e4dcc8",
        bevel=size * 0.18,
        texture=0.12,
    )
    hv = -0.3 if grazing else -0.82
    stage.form(stage.limbs([f.knots([(0.5, hv - 0.1, 0.11), (0.62, hv + 0.04, 0.07)])]), "#4a4038")
    stage.form(stage.ellipse(*f.at(0.42, hv - 0.14), size * 0.08, size * 0.035, 0.4 * facing), "#4a4038")


def fish(
    stage: Stage, x: float, y: float, long: float, colour: Colour = "#8a98a8", angle: float = 0.05
) -> None:
    """A fish lying on its side upon the table."""
    f = Frame(x, y, long, angle)
    tail = stage.blob(f.points([(-0.4, -0.0), (-0.55, -0.13), (-0.5, 0.0), (-0.56, 0.12)]))
    body = stage.blob(
        f.points(
            [
                (0.5, 0.01),
                (0.36, -0.09),
                (0.1, -0.15),
                (-0.2, -0.1),
                (-0.42, -0.03),
                (-0.42, 0.03),
                (-0.2, 0.1),
                (0.12, 0.14),
                (0.38, 0.08),
            ]
        )
    )
    ground(stage, body, long * 0.14)
    stage.form(tail, times(colour, 0.8))
    stage.form(stage.blob(f.points([(0.1, -0.13), (-0.05, -0.21), (-0.15, -0.11)])), times(colour, 0.7))
    stage.form(body, colour, gloss=0.5, texture=0.06)
    _, v = f.grid(stage, body)
    belly = np.clip(v / 0.12, 0, 1) * body.mask * 0.6
    view = stage.rgb[body.window]
    view += (np.asarray([0.92, 0.88, 0.82], np.float32) - view) * belly[..., None]
    g = stage.rng
    scales = [
        f.dab(
            g.uniform(-0.35, 0.25),
            g.uniform(-0.1, 0.06),
            0.025,
            0.018,
            1.2,
            mix(colour, "#e8eef4", g.uniform(0, 0.8)),
        )
        for _ in range(150)
    ]
    stage.dabs(scales, body, 0.5)
    gill = [
        f.dab(0.29 - 0.02 * np.cos(t * 2), 0.09 * t, 0.07, 0.012, 1.57 + t * 0.6, times(colour, 0.4))
        for t in (-0.7, 0, 0.7)
    ]
    stage.dabs(
        [
            *gill,
            f.dab(0.4, -0.02, 0.05, 0.05, 0, times("#e8d890", 1)),
            f.dab(0.4, -0.02, 0.026, 0.026, 0, times("#0c0c10", 1)),
            f.dab(0.47, 0.03, 0.06, 0.008, 0.4, times("#302830", 1)),
        ]
    )
