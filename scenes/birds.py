"""Birds: swans, hens, cranes, owls, a peacock, and those on the wing."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame
from scenes.shapes import times
from scenes.stage import Stage


def swan(
    stage: Stage, x: float, y: float, size: float, facing: float = 1.0, colour: Colour = "#f4f0e6"
) -> None:
    """A swan afloat, its waterline at y."""
    f = Frame(x, y, size, 0.0, facing)
    stage.form(
        stage.limbs(
            [
                f.knots(
                    [
                        (0.34, -0.12, 0.11),
                        (0.5, -0.32, 0.065),
                        (0.42, -0.55, 0.05),
                        (0.46, -0.72, 0.055),
                        (0.57, -0.76, 0.065),
                        (0.63, -0.72, 0.055),
                    ]
                )
            ]
        ),
        colour,
    )
    hull = stage.blob(
        f.points(
            [
                (-0.72, -0.28),
                (-0.5, -0.2),
                (-0.1, -0.34),
                (0.3, -0.26),
                (0.5, -0.1),
                (0.4, 0.03),
                (0, 0.06),
                (-0.4, 0.02),
            ]
        )
    )
    stage.form(hull, colour, glow=0.2)
    g = stage.rng
    for k in range(4):
        wing = stage.blob(
            f.points(
                [
                    (0.26 - k * 0.06, -0.24),
                    (0.0, -0.42 + k * 0.03),
                    (-0.4, -0.4 + k * 0.06),
                    (-0.74 + k * 0.06, -0.36 + k * 0.08),
                    (-0.4, -0.16),
                    (0.05, -0.08),
                ]
            )
        )
        stage.form(wing, times(colour, 0.9 + 0.03 * k), texture=0.04)
    stage.dabs(
        [
            f.dab(
                g.uniform(-0.55, 0.1),
                g.uniform(-0.33, -0.14),
                0.16,
                0.018,
                2.95,
                times(colour, g.uniform(0.72, 1.0)),
            )
            for _ in range(34)
        ],
        opacity=0.5,
    )
    beak = stage.blob(f.points([(0.66, -0.77), (0.72, -0.72), (0.84, -0.66), (0.68, -0.66)]))
    stage.form(beak, "#d87a28")
    stage.dabs([f.dab(0.66, -0.735, 0.06, 0.035, 0.5, times("#14100e", 1))])


def bird(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour,
    *,
    facing: float = 1.0,
    flap: float = 0.5,
    turn: float = 0.0,
) -> None:
    """A bird on the wing; `flap` raises the wings (1) or lowers them (-1)."""
    f = Frame(x, y, size, turn, facing)
    far = stage.blob(
        f.points(
            [
                (0.1, -0.02),
                (0.04, -0.35 * flap - 0.1),
                (-0.12, -0.75 * flap - 0.12),
                (-0.16, -0.4 * flap),
                (-0.14, -0.02),
            ]
        )
    )
    stage.form(far, times(colour, 0.72))
    body = stage.limbs(
        [f.knots([(-0.42, 0.03, 0.03), (-0.15, 0.01, 0.085), (0.12, -0.01, 0.09), (0.28, -0.05, 0.06)])]
    )
    stage.form(body, colour)
    wing = stage.blob(
        f.points(
            [
                (0.16, 0.0),
                (0.1, -0.4 * flap),
                (0.22, -0.8 * flap),
                (0.02, -1.0 * flap),
                (-0.1, -0.6 * flap),
                (-0.2, -0.2 * flap),
                (-0.2, 0.03),
            ]
        )
    )
    stage.form(wing, times(colour, 1.05))
    stage.dabs(
        [
            f.dab(0.0 + 0.03 * i, -0.9 * flap, 0.2, 0.03, -1.2 * float(np.sign(flap)), times("#2a2a30", 1))
            for i in range(3)
        ],
        wing,
        0.6,
    )
    stage.form(stage.blob(f.points([(0.32, -0.08), (0.45, -0.03), (0.33, -0.02)])), "#d09030")


def hen(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour = "#a85a28",
    *,
    facing: float = 1.0,
    cock: bool = False,
    pecking: bool = False,
) -> None:
    f = Frame(x, y, size, 0.0, facing)
    foot_shadow(stage, x, y, size * 0.9, 0.5)
    for u in (-0.04, 0.1):
        stage.form(
            stage.limbs([f.knots([(u, -0.25, 0.03), (u + 0.01, -0.02, 0.018), (u + 0.09, 0.0, 0.014)])]),
            "#c89a40",
        )
    if cock:
        plumes = [
            f.dab(
                -0.42 - 0.2 * np.sin(t),
                -0.62 + 0.34 * (1 - np.cos(t)) - 0.1,
                0.46,
                0.06,
                2.2 + 0.75 * t,
                mix("#123a34", "#3a5a8a", float(t) / 2),
            )
            for t in np.linspace(0, 1.7, 12)
        ]
        stage.dabs(plumes)
    hx, hy = (0.5, -0.2) if pecking else (0.34, -0.86)
    tail = [] if cock else [f.knots([(-0.28, -0.5, 0.13), (-0.5, -0.72, 0.07)])]
    body = stage.limbs(
        [
            f.knots([(-0.26, -0.46, 0.17), (0.0, -0.4, 0.21), (0.18, -0.46, 0.18)]),
            f.knots([(0.16, -0.5, 0.16), (hx, hy, 0.085)]),
            *tail,
        ]
    )
    stage.form(body, colour, texture=0.14)
    g = stage.rng
    stage.dabs(
        [
            f.dab(
                g.uniform(-0.4, 0.25),
                g.uniform(-0.6, -0.25),
                0.13,
                0.045,
                2.7 + g.normal(0, 0.2),
                times(colour, g.uniform(0.55, 1.35)),
            )
            for _ in range(50)
        ],
        body,
        0.6,
    )
    wing = stage.blob(f.points([(0.12, -0.52), (-0.1, -0.56), (-0.42, -0.4), (-0.2, -0.28), (0.06, -0.32)]))
    stage.form(wing, times(colour, 0.75), texture=0.16)
    for i in range(3):
        stage.form(
            stage.ellipse(
                *f.at(hx - 0.06 + 0.055 * i, hy - 0.09), size * 0.04, size * (0.065 if cock else 0.045)
            ),
            "#c02820",
        )
    stage.form(stage.ellipse(*f.at(hx + 0.06, hy + 0.1), size * 0.03, size * 0.055), "#c02820")
    stage.form(
        stage.blob(f.points([(hx + 0.07, hy - 0.03), (hx + 0.18, hy + 0.03), (hx + 0.07, hy + 0.04)])),
        "#d8a840",
    )
    stage.dabs([f.dab(hx + 0.03, hy - 0.01, 0.03, 0.03, 0, times("#140c08", 1))])
