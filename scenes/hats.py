"""Hats, bonnets, scarves and caps, drawn over a head."""

from __future__ import annotations

import numpy as np

from scenes.frame import Frame, mirrored
from scenes.hair import Look
from scenes.shapes import Patch, times
from scenes.stage import Stage


def hat(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    draw = {
        "straw": _brimmed,
        "brim": _brimmed,
        "top": _top,
        "bonnet": _bonnet,
        "kerchief": _kerchief if turn <= 0.7 else _turban,
        "turban": _turban,
        "cap": _cap,
        "beret": _beret,
    }.get(look.hat)
    if draw:
        draw(stage, frame, look)


def _shade_face(stage: Stage, frame: Frame, wide: float, v: float) -> None:
    """The brim's shadow across the brow."""
    band = stage.blob(
        frame.points([(-wide, v - 0.05), (wide, v - 0.05), (wide * 0.8, v + 0.12), (-wide * 0.8, v + 0.12)])
    )
    stage.lay(band, "#2a1a20", 0.3)


def _brimmed(stage: Stage, frame: Frame, look: Look) -> None:
    _shade_face(stage, frame, 0.36, -0.2)
    brim = stage.blob(
        frame.points(
            [(-0.85, -0.22), (-0.4, -0.36), (0.4, -0.38), (0.88, -0.26), (0.45, -0.16), (-0.35, -0.14)]
        )
    )
    stage.form(brim, look.hat_colour, texture=0.16)
    crown = stage.blob(
        frame.points(
            [
                (-0.4, -0.3),
                (-0.38, -0.6),
                (-0.15, -0.74),
                (0.18, -0.74),
                (0.38, -0.6),
                (0.4, -0.3),
                (0, -0.24),
            ]
        )
    )
    stage.form(crown, look.hat_colour, texture=0.16)
    band = stage.blob(
        frame.points([(-0.4, -0.42), (0, -0.37), (0.4, -0.42), (0.4, -0.3), (0, -0.25), (-0.4, -0.3)])
    )
    stage.form(
        band, "#7a2c2c" if look.hat == "straw" else times(look.hat_colour, 0.45), bevel=frame.unit * 0.1
    )


def _top(stage: Stage, frame: Frame, look: Look) -> None:
    crown = stage.blob(
        frame.points([(-0.38, -0.32), (-0.4, -0.95), (0, -1.02), (0.4, -0.95), (0.38, -0.32), (0, -0.27)])
    )
    stage.form(crown, look.hat_colour, gloss=0.2)
    brim = stage.blob(
        frame.points([(-0.62, -0.36), (0, -0.38), (0.62, -0.36), (0.4, -0.26), (0, -0.22), (-0.4, -0.26)])
    )
    stage.form(brim, look.hat_colour)


def _bonnet(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(
        frame.points(
            [
                (0.3, -0.55),
                (0.42, -0.2),
                (0.1, -0.3),
                (-0.12, 0.0),
                (-0.2, 0.34),
                (-0.5, 0.16),
                (-0.56, -0.25),
                (-0.3, -0.62),
                (0.05, -0.68),
            ]
        )
    )
    stage.form(shell, look.hat_colour)
    ribbon = stage.limbs([frame.knots([(-0.14, 0.2, 0.04), (0.04, 0.52, 0.05), (-0.05, 0.75, 0.04)])])
    stage.form(ribbon, times(look.hat_colour, 0.7))


def _turban(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(
        frame.points(
            [
                (0.1, -0.6),
                (0.38, -0.4),
                (0.36, -0.22),
                (0.05, -0.3),
                (-0.28, -0.1),
                (-0.33, 0.3),
                (-0.6, 0.5),
                (-0.5, 0.1),
                (-0.5, -0.3),
                (-0.25, -0.57),
            ]
        )
    )
    stage.form(shell, look.hat_colour, texture=0.1)


def _kerchief(stage: Stage, frame: Frame, look: Look) -> None:
    """A scarf about the face, knotted under the chin."""
    whole = stage.blob(
        frame.points(mirrored([(0, -0.6), (0.36, -0.49), (0.49, -0.1), (0.42, 0.28), (0.2, 0.54), (0, 0.58)]))
    )
    opening = stage.ellipse(*frame.at(0.05, 0.09), frame.unit * 0.315, frame.unit * 0.43)
    cut = np.zeros((stage.height, stage.width), np.float32)
    cut[opening.window] = opening.mask
    shell = Patch(whole.y, whole.x, whole.mask * (1 - cut[whole.window]))
    u, v = frame.grid(stage, shell)
    pleats = np.asarray(
        np.sin(np.arctan2(u, 0.6 - v) * 14 + stage.drift[shell.window]) * frame.unit * 0.012, np.float32
    )
    stage.form(shell, look.hat_colour, bevel=frame.unit * 0.1, relief=pleats, texture=0.08)
    for side in (-0.5, 0.4):
        tail = [(0.03, 0.54, 0.06), (0.03 + side * 0.3, 0.72, 0.075), (0.03 + side * 0.4, 0.84, 0.03)]
        stage.form(stage.limbs([frame.knots(tail)]), times(look.hat_colour, 0.9))


def _cap(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(
        frame.points([(-0.44, -0.24), (-0.42, -0.5), (-0.1, -0.64), (0.3, -0.56), (0.44, -0.3), (0, -0.26)])
    )
    stage.form(shell, look.hat_colour)
    peak = stage.blob(frame.points([(0.05, -0.3), (0.4, -0.34), (0.66, -0.2), (0.35, -0.2)]))
    stage.form(peak, times(look.hat_colour, 0.7))


def _beret(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(
        frame.points(
            [
                (-0.62, -0.3),
                (-0.55, -0.5),
                (-0.1, -0.66),
                (0.35, -0.58),
                (0.46, -0.36),
                (0.36, -0.26),
                (-0.2, -0.3),
            ]
        )
    )
    stage.form(shell, look.hat_colour)
