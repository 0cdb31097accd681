"""Birds of the night, the garden and the shallows: owl, peacock, crane."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame, mirrored
from scenes.shapes import Dab, times
from scenes.stage import Stage


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
