"""Birds: swans, hens, cranes, owls, a peacock, and those on the wing."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame, mirrored
from scenes.shapes import Dab, times
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


def owl(stage: Stage, x: float, y: float, size: float, colour: Colour = "#8a6a44") -> None:
    """An owl facing us, its claws at y."""
    f = Frame(x, y, size)
    g = stage.rng
    body = stage.blob(
        f.points(
            mirrored(
                [(0, -0.98), (0.2, -0.98), (0.33, -0.84), (0.34, -0.6), (0.4, -0.36), (0.3, -0.04), (0, 0.02)]
            )
        )
    )
    stage.form(body, colour, texture=0.12)
    for row in np.linspace(-0.62, -0.06, 12):
        flecks = [
            f.dab(
                u + g.normal(0, 0.012),
                row + g.normal(0, 0.01),
                0.09,
                0.04,
                1.5,
                mix(times(colour, g.uniform(0.45, 0.8)), "#e8d8b8", g.uniform(0, 0.75)),
            )
            for u in np.linspace(-0.3, 0.3, 13)
        ]
        stage.dabs(flecks, body, 0.65)
    for side in (-1, 1):
        wing = stage.blob(
            f.points([(side * 0.28, -0.62), (side * 0.42, -0.4), (side * 0.36, -0.04), (side * 0.22, -0.2)])
        )
        stage.form(wing, times(colour, 0.7), texture=0.2)
        stage.form(
            stage.polygon(f.points([(side * 0.1, -0.93), (side * 0.27, -1.09), (side * 0.3, -0.86)])),
            times(colour, 0.8),
        )
        disc = stage.ellipse(*f.at(side * 0.145, -0.76), size * 0.16, size * 0.165)
        stage.form(disc, mix(colour, "#efe0c0", 0.55), texture=0.1)
        rays = [
            f.dab(
                side * 0.145 + 0.1 * np.cos(a),
                -0.76 + 0.1 * np.sin(a),
                0.09,
                0.012,
                float(a),
                times(colour, 0.6),
            )
            for a in np.arange(0, 6.2, 0.3)
        ]
        stage.dabs(rays, disc, 0.5)
        stage.form(
            stage.ellipse(*f.at(side * 0.135, -0.765), size * 0.085, size * 0.085), "#e0a020", gloss=0.3
        )
        stage.form(
            stage.ellipse(*f.at(side * 0.13, -0.765), size * 0.052, size * 0.052), "#0e0a08", gloss=0.9
        )
    stage.form(stage.blob(f.points([(-0.04, -0.74), (0.04, -0.74), (0.0, -0.6)])), "#4a4034")
    for u in (-0.14, -0.08, 0.08, 0.14):
        stage.form(stage.limbs([f.knots([(u, -0.02, 0.03), (u, 0.06, 0.022)])]), "#b89a60")


def peacock(stage: Stage, x: float, y: float, size: float) -> None:
    """A peacock before its open fan of eyed feathers."""
    f = Frame(x, y, size)
    back = stage.blob(
        [
            f.at(1.02 * np.cos(a), -0.42 - 1.02 * abs(np.sin(a)) ** 0.9)
            for a in np.linspace(-0.1, np.pi + 0.1, 26)
        ]
    )
    stage.form(back, "#1f4a34", texture=0.2)
    for reach, count in ((0.98, 25), (0.82, 22), (0.65, 19), (0.48, 15)):
        for a in np.linspace(0.06, np.pi - 0.06, count):
            _eyed(stage, f, reach, float(a))
    foot_shadow(stage, x, y, size * 0.7, 0.5)
    for u in (-0.06, 0.06):
        stage.form(
            stage.limbs([f.knots([(u, -0.2, 0.025), (u, 0.0, 0.018), (u + 0.07, 0.01, 0.015)])]), "#8a7a60"
        )
    body = stage.limbs(
        [
            f.knots([(0, -0.3, 0.17), (0, -0.5, 0.15), (0.02, -0.72, 0.075), (0.04, -0.86, 0.06)]),
            f.knots([(0.04, -0.9, 0.065)]),
        ]
    )
    stage.form(body, "#1c3f9a", gloss=0.4, texture=0.16)
    g = stage.rng
    stage.dabs(
        [
            f.dab(
                g.normal(0, 0.08),
                g.uniform(-0.68, -0.2),
                0.08,
                0.04,
                1.5,
                mix("#1a8a90", "#2440b0", g.uniform(0, 1)),
            )
            for _ in range(60)
        ],
        body,
        0.6,
    )
    stage.form(stage.blob(f.points([(0.09, -0.92), (0.18, -0.87), (0.09, -0.87)])), "#b0a890")
    crest = [
        f.dab(0.03 + 0.1 * np.sin(t), -1.02, 0.13, 0.01, -1.57 + t, times("#2a60a0", 1))
        for t in np.linspace(-0.6, 0.6, 5)
    ]
    stage.dabs(
        [
            *crest,
            f.dab(0.065, -0.91, 0.06, 0.04, 0, times("#f0efe8", 1)),
            f.dab(0.065, -0.91, 0.03, 0.03, 0, times("#0a0a0a", 1)),
        ]
    )


def _eyed(stage: Stage, f: Frame, reach: float, a: float) -> None:
    u, v = reach * np.cos(a), -0.42 - reach * np.sin(a)
    shaft = [
        f.dab(
            u * 0.8,
            -0.42 - reach * 0.8 * np.sin(a),
            0.3,
            0.05,
            -a,
            mix("#3f6a2a", "#8a8a2c", stage.rng.uniform(0, 1)),
        )
    ]
    rings = [
        (0.15, 0.13, "#7a8a2a"),
        (0.115, 0.1, "#b8862c"),
        (0.08, 0.078, "#1a8aa0"),
        (0.045, 0.05, "#15205a"),
    ]
    stage.dabs(
        [
            *shaft,
            *(
                Dab(*f.at(u, v), n * f.unit, m * f.unit, -a, times(c, stage.rng.uniform(0.85, 1.15)))
                for n, m, c in rings
            ),
        ],
        opacity=0.92,
    )


def crane(stage: Stage, x: float, y: float, size: float, facing: float = 1.0, stoop: bool = False) -> None:
    """A crane or heron standing in the shallows."""
    f = Frame(x, y, size, 0.0, facing)
    for u, knee in ((-0.02, 0.03), (0.06, -0.02)):
        stage.form(
            stage.limbs([f.knots([(u, -0.42, 0.022), (u + knee, -0.22, 0.014), (u, 0.0, 0.012)])]), "#3a3430"
        )
    neck = (
        [(0.12, -0.5, 0.07), (0.3, -0.4, 0.035), (0.4, -0.2, 0.03), (0.44, -0.1, 0.035)]
        if stoop
        else [(0.12, -0.55, 0.07), (0.24, -0.7, 0.035), (0.16, -0.86, 0.03), (0.22, -0.97, 0.036)]
    )
    stage.form(stage.limbs([f.knots(neck)]), "#e6e6e2")
    body = stage.blob(
        f.points([(0.2, -0.56), (0.0, -0.62), (-0.25, -0.52), (-0.42, -0.34), (-0.16, -0.38), (0.1, -0.42)])
    )
    stage.form(body, "#eceae4", texture=0.05)
    g = stage.rng
    stage.dabs(
        [
            f.dab(
                g.uniform(-0.38, -0.2),
                g.uniform(-0.46, -0.34),
                0.2,
                0.03,
                2.6,
                times("#2a2c34", g.uniform(0.7, 1.5)),
            )
            for _ in range(10)
        ],
        opacity=0.8,
    )
    hx, hy = neck[-1][:2]
    down = 0.13 if stoop else 0.02
    stage.form(
        stage.blob(f.points([(hx + 0.02, hy - 0.02), (hx + 0.2, hy + down), (hx + 0.02, hy + 0.02)])),
        "#c8a040",
    )
    stage.dabs(
        [
            f.dab(hx, hy - 0.03, 0.06, 0.025, 0.1, times("#b02820", 1)),
            f.dab(hx + 0.01, hy - 0.005, 0.014, 0.014, 0, times("#0a0a0a", 1)),
        ]
    )
