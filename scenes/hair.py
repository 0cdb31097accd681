"""Hair and beards: masses with locks that follow the head."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.colour import Colour, mix
from scenes.frame import Frame, mirrored
from scenes.shapes import Patch, Point, times
from scenes.stage import Stage

FRONT = mirrored(
    [(0, -0.52), (0.25, -0.45), (0.375, -0.22), (0.37, 0.06), (0.29, 0.3), (0.13, 0.48), (0, 0.515)]
)


PROFILE = [
    (-0.05, -0.52), (0.2, -0.48), (0.35, -0.31), (0.375, -0.12), (0.36, -0.05), (0.46, 0.11),
    (0.375, 0.16), (0.405, 0.23), (0.37, 0.27), (0.395, 0.33), (0.35, 0.46), (0.2, 0.5), (0.04, 0.38),
    (-0.12, 0.3), (-0.33, 0.2), (-0.42, -0.05), (-0.4, -0.3), (-0.27, -0.46),
]  # fmt: skip


@dataclass(frozen=True)
class Look:
    """What makes a head this person's."""

    skin: Colour = "#e0b08e"
    hair: Colour = "#4a2f1c"
    style: str = "bun"  # bun, long, short, bald, bob, wimple
    hat: str = ""  # straw, bonnet, top, cap, beret, kerchief, brim
    hat_colour: Colour = "#d8b878"
    beard: bool = False
    old: bool = False
    smile: float = 0.3
    closed: bool = False  # eyes cast down or asleep
    eyes: Colour = "#5a4030"


def middle(turn: float) -> float:
    return 0.24 * turn


def strands(stage: Stage, frame: Frame, patch: Patch, look: Look, source: Point, count: int = 60) -> None:
    """Locks that follow the head's curve away from the parting."""
    g = stage.rng
    u, v = frame.grid(stage, patch)
    ys, xs = np.nonzero(patch.mask > 0.5)
    if not len(ys):
        return
    touches = []
    for i in g.integers(0, len(ys), count):
        a, b = float(u[ys[i], xs[i]]), float(v[ys[i], xs[i]])
        along = np.arctan2(b - source[1], a - source[0]) + g.normal(0, 0.15)
        light = (
            0.75
            + 0.55 * max(0.0, float(-b * 0.8 + a * stage.light.towards[0] * frame.facing * 0.7))
            + g.normal(0, 0.16)
        )
        touches.append(
            frame.dab(a, b, 0.28, 0.03, float(along), times(mix(look.hair, "#c89a5a", 0.12), light))
        )
    stage.dabs(touches, patch, 0.55)


def behind(stage: Stage, frame: Frame, look: Look, turn: float, back: bool) -> None:
    """What of hair and hat stands behind the face."""
    if look.style == "long":
        fall = [
            (0, -0.5),
            (0.4, -0.3),
            (0.46, 0.2),
            (0.54, 0.7),
            (0.42, 0.98),
            (0.27, 0.72),
            (0.24, 0.4),
            (-0.24, 0.4),
            (-0.28, 0.72),
            (-0.44, 0.98),
            (-0.58, 0.7),
            (-0.5, 0.2),
            (-0.44, -0.25),
        ]
    elif look.style == "bob":
        fall = [
            (0, -0.55),
            (0.42, -0.3),
            (0.46, 0.15),
            (0.36, 0.36),
            (-0.36, 0.38),
            (-0.48, 0.15),
            (-0.44, -0.28),
        ]
    elif look.style == "wimple":
        fall = [(0, -0.62), (0.45, -0.35), (0.5, 0.2), (0.62, 0.9), (-0.62, 0.9), (-0.5, 0.2), (-0.45, -0.35)]
    else:
        fall = []
    if fall:
        shape = stage.blob(frame.points([(u - 0.1 * turn, v) for u, v in fall]))
        stage.form(shape, look.hat_colour if look.style == "wimple" else look.hair, texture=0.12)
        if look.style != "wimple":
            strands(stage, frame, shape, look, (0.0, -0.6), 70)
    if look.style == "bald":
        for side in (-1, 1):
            tuft = stage.ellipse(*frame.at(side * 0.35, 0.02), frame.unit * 0.075, frame.unit * 0.17)
            stage.form(tuft, look.hair, texture=0.2)
            strands(stage, frame, tuft, look, (0.0, -0.3), 16)
    if look.style == "bun":
        at = frame.at(-0.42 * max(turn, 0.15) - 0.04, -0.2 if turn > 0.4 else -0.42)
        knot = stage.ellipse(*at, frame.unit * 0.2, frame.unit * 0.19)
        stage.form(knot, look.hair, texture=0.15)
        strands(stage, frame, knot, look, (-0.35, -0.6), 20)


def hair(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    if look.style == "bald":
        return
    if turn > 0.7:
        cap = [
            (0.1, -0.55),
            (0.33, -0.4),
            (0.27, -0.24),
            (0.1, -0.18),
            (0.0, -0.02),
            (-0.06, 0.14),
            (-0.2, 0.26),
            (-0.36, 0.2),
            (-0.46, -0.05),
            (-0.43, -0.35),
            (-0.25, -0.53),
        ]
    else:
        p = 0.2 * turn + 0.06
        cap = [
            (0, -0.57),
            (0.28, -0.5),
            (0.41, -0.25),
            (0.4, 0.04),
            (0.345, -0.08),
            (0.3, -0.24),
            (p + 0.04, -0.35),
            (p - 0.22, -0.26),
            (-0.33, -0.1),
            (-0.37, 0.1),
            (-0.43, 0.02),
            (-0.42, -0.28),
            (-0.27, -0.5),
        ]
    shape = stage.blob(frame.points(cap))
    stage.form(shape, look.hair, texture=0.14, gloss=0.12)
    strands(stage, frame, shape, look, (0.16 * turn + 0.05, -0.62))


def crown(stage: Stage, frame: Frame, look: Look, skull: Patch) -> None:
    stage.form(skull, look.skin)
    cap = stage.blob(frame.points([(u * 1.05, v * 1.04 if v < 0.2 else 0.28) for u, v in FRONT]))
    stage.form(cap, look.skin if look.style == "bald" else look.hair, texture=0.12)
    if look.style != "bald":
        strands(stage, frame, cap, look, (0.0, -0.3))
    if look.style == "bun":
        knot = stage.ellipse(*frame.at(0, -0.1), frame.unit * 0.22, frame.unit * 0.2)
        stage.cast(knot, 0, frame.unit * 0.04, frame.unit * 0.03, 0.5)
        stage.form(knot, look.hair, texture=0.15)


def beard(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    m = middle(turn)
    if turn > 0.7:
        shape = [
            (0.0, 0.1),
            (0.12, 0.22),
            (0.3, 0.2),
            (0.41, 0.21),
            (0.37, 0.27),
            (0.42, 0.34),
            (0.4, 0.62),
            (0.22, 0.66),
            (0.03, 0.42),
        ]
    else:
        shape = [
            (-0.38, 0.05),
            (-0.27, 0.2),
            (m - 0.14, 0.225),
            (m, 0.195),
            (m + 0.14, 0.225),
            (0.3, 0.18),
            (0.38, 0.05),
            (0.34, 0.42),
            (m + 0.06, 0.72),
            (-0.18, 0.66),
            (-0.35, 0.4),
        ]
    patch = stage.blob(frame.points(shape))
    stage.form(patch, look.hair, texture=0.16)
    strands(stage, frame, patch, look, (m, -0.25), 60)
    stage.dabs(
        [frame.dab(m if turn <= 0.7 else 0.36, 0.285, 0.1, 0.03, 0.0, mix(look.skin, "#8a2c2c", 0.6))],
        patch,
        0.8,
    )
