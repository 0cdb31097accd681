"""Horses, standing, walking, trotting and galloping."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour
from scenes.figures import foot_shadow
from scenes.frame import Frame
from scenes.shapes import Knot, times
from scenes.stage import Stage

Leg = tuple[
    float, float, float
]  # directions of upper leg, cannon and hoof in degrees, 0 hangs, positive ahead


STAND = ((3.0, -2.0, 4.0), (-4.0, 2.0, 6.0), (12.0, -14.0, 4.0), (4.0, -20.0, 2.0))


WALK = ((24.0, 6.0, 20.0), (-22.0, -40.0, -30.0), (28.0, -8.0, 10.0), (-12.0, -34.0, -20.0))


TROT = ((48.0, -28.0, -10.0), (-20.0, -28.0, -10.0), (38.0, -14.0, 10.0), (-26.0, -66.0, -70.0))


GALLOP = ((78.0, 38.0, 30.0), (52.0, 4.0, -20.0), (-40.0, -62.0, -70.0), (-18.0, -52.0, -80.0))


def horse(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour = "#7a4526",
    *,
    facing: float = 1.0,
    legs: Sequence[Leg] = STAND,
    neck: float = 38.0,
    mane: Colour = "#1e1410",
    shadow: float = 0.55,
    saddle: Colour | None = None,
) -> Frame:
    """A horse from the side, `size` from ground to withers; `neck` in degrees over the level (negative grazes)."""
    if shadow:
        foot_shadow(stage, x, y, size * 1.5, shadow)
    f = Frame(x, y, size, 0.0, facing)
    for (u, v, thick), bend in zip(
        ((0.4, -0.56, 0.1), (-0.44, -0.58, 0.14)), (legs[1], legs[3]), strict=True
    ):
        leg(stage, f, u + 0.04, v, thick, bend, times(colour, 0.62))
    _tail(stage, f, mane)
    trunk = [
        (-0.5, -0.79, 0.215),
        (-0.3, -0.76, 0.235),
        (0.0, -0.715, 0.235),
        (0.25, -0.72, 0.25),
        (0.44, -0.73, 0.21),
    ]
    head_at, chain, muzzle = _neck(neck)
    body = stage.limbs(
        [
            f.knots(trunk),
            f.knots([(-0.5, -0.62, 0.15), (-0.52, -0.82, 0.18)]),
            f.knots(chain),
            f.knots(muzzle),
        ]
    )
    stage.form(body, colour, bevel=size * 0.2, texture=0.1, gloss=0.15)
    for (u, v, thick), bend in zip(
        ((0.4, -0.58, 0.115), (-0.46, -0.62, 0.165)), (legs[0], legs[2]), strict=True
    ):
        leg(stage, f, u, v, thick, bend, colour)
    _face(stage, f, head_at, muzzle, colour)
    _mane(stage, f, chain, muzzle, mane)
    if saddle is not None:
        pad = stage.blob(
            f.points([(-0.18, -1.0), (0.0, -0.95), (0.2, -1.0), (0.2, -0.62), (0.0, -0.55), (-0.16, -0.66)])
        )
        stage.form(pad, saddle)
    return f


def _neck(degrees: float) -> tuple[tuple[float, float], list[Knot], list[Knot]]:
    """The poll, the neck's knots, and the head's."""
    a = np.radians(degrees)
    px, py = 0.44 + 0.62 * np.cos(a), -0.84 - 0.62 * np.sin(a)
    bend = np.radians(degrees - 92 if degrees > 0 else degrees - 30)
    mid = (0.44 + 0.33 * np.cos(a) + 0.02, -0.82 - 0.35 * np.sin(a) - 0.03, 0.155)
    chain = [(0.36, -0.78, 0.21), mid, (px, py, 0.105)]
    dx, dy = np.cos(bend), -np.sin(bend)
    head = [
        (px + 0.02, py, 0.1),
        (px + 0.16 * dx, py + 0.16 * dy, 0.105),
        (px + 0.34 * dx, py + 0.34 * dy, 0.066),
        (px + 0.44 * dx, py + 0.44 * dy, 0.062),
    ]
    return (px, py), chain, head


def leg(stage: Stage, f: Frame, u: float, v: float, thick: float, bend: Leg, colour: Colour) -> None:
    knots = [(u, v, thick)]
    for degrees, length, radius in zip(bend, (0.3, 0.26, 0.07), (0.062, 0.038, 0.046), strict=True):
        a = np.radians(degrees)
        u, v = u + np.sin(a) * length, v + np.cos(a) * length
        knots.append((float(u), float(v), radius))
    stage.form(stage.limbs([f.knots(knots)]), colour, gloss=0.1)
    hoof = [(u, v + 0.005, 0.05), (u + 0.02, v + 0.035, 0.052)]
    stage.form(stage.limbs([f.knots(hoof)]), "#2a201a")


def _tail(stage: Stage, f: Frame, mane: Colour) -> None:
    g = stage.rng
    hairs = []
    for _ in range(60):
        t, w = g.uniform(0, 1), g.normal(0, 0.03)
        hairs.append(
            f.dab(
                -0.7 - 0.14 * np.sin(t * 2.2) + w * (0.4 + t),
                -0.86 + t * 0.55,
                0.2,
                0.022,
                1.57 + 0.5 * (0.5 - t),
                times(mane, g.uniform(0.8, 1.9)),
            )
        )
    stage.dabs(hairs)


def _mane(stage: Stage, f: Frame, chain: list[Knot], muzzle: list[Knot], mane: Colour) -> None:
    g = stage.rng
    (ax, ay, ar), (bx, by, br) = chain[0], chain[2]
    dx, dy = bx - ax, by - ay
    n = float(np.hypot(dx, dy))
    nx, ny = dy / n, -dx / n
    hairs = []
    for t in np.linspace(0.1, 1.02, 46):
        r = ar * 0.7 + (br - ar * 0.7) * t + 0.03 * np.sin(t * np.pi)
        u, v = ax + dx * t + nx * r * 0.75, ay + dy * t + ny * r * 0.75
        hairs.append(
            f.dab(
                u - 0.02, v + 0.05, 0.17, 0.024, float(g.normal(1.9, 0.25)), times(mane, g.uniform(0.8, 2.0))
            )
        )
    stage.dabs(hairs)


def _face(stage: Stage, f: Frame, poll: tuple[float, float], muzzle: list[Knot], colour: Colour) -> None:
    (ax, ay, _), (bx, by, _), (cx, cy, _) = muzzle[0], muzzle[1], muzzle[3]
    dx, dy = (cx - ax) / 0.44, (cy - ay) / 0.44
    nx, ny = dy, -dx
    for k in (0.0, 0.05):
        ear = [
            (ax + nx * 0.08 - k * dx, ay + ny * 0.08 - k, 0.035),
            (ax + nx * 0.17 - k * dx, ay + ny * 0.17 - k, 0.012),
        ]
        stage.form(stage.limbs([f.knots(ear)]), times(colour, 0.9))
    eye = f.dab(
        bx - dx * 0.03 + nx * 0.035, by - dy * 0.03 + ny * 0.035, 0.05, 0.035, 0.6, times("#100a08", 1.0)
    )
    nose = f.dab(cx + nx * 0.02, cy + ny * 0.02, 0.035, 0.025, 0.5, times("#1a100c", 1.0))
    stage.dabs(
        [
            eye,
            nose,
            f.dab(cx - nx * 0.03, cy - ny * 0.03, 0.1, 0.01, float(np.arctan2(dy, dx)), times(colour, 0.45)),
        ],
        opacity=0.9,
    )
