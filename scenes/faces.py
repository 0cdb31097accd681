"""Heads: an egg modelled by light, with brow, nose and lips in relief, and hair, beard and hats about it."""

from __future__ import annotations

import numpy as np

from scenes.colour import mix, rgb
from scenes.frame import Frame, bump
from scenes.hair import FRONT, PROFILE, Look, beard, behind, crown, hair, middle
from scenes.hats import hat
from scenes.shapes import Array, Patch, times
from scenes.stage import Stage


def head(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    look: Look,
    *,
    turn: float = 0.3,
    tilt: float = 0.0,
    facing: float = 1.0,
    back: bool = False,
) -> Frame:
    """A head centred at (x, y), `size` from crown to chin; turn 0 looks at us, 1 is the profile."""
    frame = Frame(x, y, size, tilt, facing)
    behind(stage, frame, look, turn, back)
    skull = stage.blob(frame.points(PROFILE if turn > 0.7 and not back else FRONT))
    if back:
        crown(stage, frame, look, skull)
    else:
        _face(stage, frame, look, skull, turn)
        hair(stage, frame, look, turn)
        if look.beard:
            beard(stage, frame, look, turn)
    hat(stage, frame, look, turn)
    return frame


def _face(stage: Stage, frame: Frame, look: Look, skull: Patch, turn: float) -> None:
    u, v = frame.grid(stage, skull)
    large = frame.unit * stage.height > 26
    relief = _relief(u, v, turn, look) * frame.unit if large else None
    stage.form(skull, look.skin, relief=relief, texture=0.05, glow=0.1)
    _blush(stage, skull, u, v, turn, look)
    (_profile_features if turn > 0.7 else _features)(stage, frame, look, turn, skull)


def _relief(u: Array, v: Array, turn: float, look: Look) -> Array:
    """Hills and hollows of a face in head units."""
    if turn > 0.7:
        side = 0.05 * bump(u, v, (0.28, -0.05), 0.07, 0.06) - 0.03 * bump(u, v, (0.16, 0.13), 0.14, 0.12)
        return np.asarray(-side - 0.02 * bump(u, v, (0.1, 0.42), 0.2, 0.06), np.float32)
    m = middle(turn)
    spread = 0.165 * (1 - 0.25 * turn)
    ridge = bump(u, v, (m * 1.12, 0.02), 0.05, 0.16) * 0.085 + bump(u, v, (m * 1.2, 0.12), 0.065, 0.05) * 0.06
    sockets = bump(u, v, (m - spread, -0.06), 0.1, 0.07) + bump(u, v, (m + spread * 0.9, -0.06), 0.09, 0.07)
    cheeks = bump(u, v, (m - spread * 1.15, 0.13), 0.11, 0.1) + bump(u, v, (m + spread, 0.13), 0.1, 0.1)
    mouth = bump(u, v, (m, 0.265), 0.1, 0.05) * 0.03 - bump(u, v, (m, 0.345), 0.1, 0.035) * 0.025
    chin = bump(u, v, (m * 0.8, 0.43), 0.1, 0.07) * 0.03
    lines = 0.012 * np.sin(v * 60 + u * 9) * bump(u, v, (m, -0.25), 0.25, 0.12) if look.old else 0.0
    return np.asarray(
        ridge - sockets * 0.045 + cheeks * (0.045 if look.old else 0.028) + mouth + chin + lines, np.float32
    )


def _blush(stage: Stage, skull: Patch, u: Array, v: Array, turn: float, look: Look) -> None:
    m = middle(turn) if turn <= 0.7 else 0.12
    warm = (
        bump(u, v, (m - 0.18, 0.13), 0.1, 0.08)
        + bump(u, v, (m + 0.17, 0.13), 0.1, 0.08)
        + 0.6 * bump(u, v, (m * 1.2, 0.12), 0.06, 0.05)
    )
    view = stage.rgb[skull.window]
    tone = view.max(axis=2, keepdims=True)
    view += (rgb("#d8705c") * tone * 1.05 - view) * (skull.mask * np.clip(warm, 0, 1) * 0.42)[..., None]


def _features(stage: Stage, frame: Frame, look: Look, turn: float, skull: Patch) -> None:
    m, spread = middle(turn), 0.165 * (1 - 0.25 * turn)
    dark = mix(look.skin, "#3a1a14", 0.72)
    for side in (-1, 1):
        _eye(
            stage,
            frame,
            look,
            m + side * spread * (0.92 if side > 0 else 1.0),
            side,
            1 - 0.25 * turn * (side > 0),
            skull,
        )
    lip = mix(look.skin, "#a83236", 0.62)
    up = -look.smile * 0.05
    touches = [
        frame.dab(m * 1.25 + 0.035, 0.165, 0.06, 0.028, 0.25, mix(dark, look.skin, 0.25)),
        frame.dab(m * 1.25 - 0.045, 0.165, 0.05, 0.022, -0.25, mix(dark, look.skin, 0.4)),
        frame.dab(m, 0.255, 0.17, 0.04, 0.0, times(lip, 0.8)),
        frame.dab(m, 0.29, 0.13, 0.05, 0.0, lip),
        frame.dab(m, 0.272, 0.17, 0.013, 0.0, mix(lip, "#2a0c10", 0.65)),
        frame.dab(m - 0.085, 0.268 + up * 0.5, 0.035, 0.014, 0.5, mix(lip, "#2a0c10", 0.5)),
        frame.dab(m + 0.085, 0.268 + up * 0.5, 0.035, 0.014, -0.5, mix(lip, "#2a0c10", 0.5)),
    ]
    stage.dabs(touches, skull, 0.8)


def _eye(stage: Stage, frame: Frame, look: Look, u: float, side: int, squeeze: float, skull: Patch) -> None:
    brow = look.hair if not look.old else mix(look.hair, "#8a8078", 0.4)
    lid = mix(look.skin, "#2a1410", 0.8)
    arch = [
        frame.dab(
            u + t * 0.075 * squeeze,
            -0.135 - 0.02 * (1 - t * t) + 0.006 * side * t,
            0.07,
            0.026,
            -0.15 * t,
            mix(brow, look.skin, 0.2),
        )
        for t in (-0.8, 0, 0.8)
    ]
    if look.closed or frame.unit * stage.height < 22:
        stage.dabs([*arch, frame.dab(u, -0.045, 0.13 * squeeze, 0.026, 0.0, lid)], skull, 0.85)
        return
    ball = stage.blob(
        frame.points([(u - 0.075 * squeeze, -0.04), (u, -0.078), (u + 0.075 * squeeze, -0.04), (u, -0.012)])
    )
    stage.lay(ball, times("#e9dfd2", 0.86))
    iris = [
        frame.dab(u + 0.008, -0.045, 0.066 * squeeze, 0.066, 0.0, rgb(look.eyes)),
        frame.dab(u + 0.008, -0.045, 0.03, 0.03, 0.0, rgb("#120c0a")),
    ]
    stage.dabs(iris, ball, 0.95)
    lids = [
        frame.dab(u + t * 0.05 * squeeze, -0.072 + 0.022 * t * t, 0.065, 0.018, 0.35 * t, lid)
        for t in (-1, 0, 1)
    ]
    low = frame.dab(u, -0.004, 0.12 * squeeze, 0.012, 0.0, mix(look.skin, "#7a3a30", 0.5))
    stage.dabs([*arch, *lids, low], skull, 0.85)
    stage.dabs([frame.dab(u - 0.008, -0.058, 0.016, 0.016, 0.0, rgb("#ffffff"))], ball)


def _profile_features(stage: Stage, frame: Frame, look: Look, turn: float, skull: Patch) -> None:
    dark, lip = mix(look.skin, "#2a1410", 0.8), mix(look.skin, "#a83236", 0.62)
    touches = [
        frame.dab(0.27, -0.135, 0.15, 0.03, -0.1, mix(look.hair, look.skin, 0.2)),
        frame.dab(0.285, -0.05, 0.1, 0.028, 0.15, dark),
        frame.dab(0.3, -0.085, 0.11, 0.02, 0.2, mix(look.skin, "#7a3a30", 0.4)),
        frame.dab(0.37, 0.145, 0.05, 0.024, 0.3, mix(look.skin, dark, 0.6)),
        frame.dab(0.35, 0.27, 0.1, 0.04, 0.05, lip),
        frame.dab(0.35, 0.265, 0.1, 0.012, 0.05, mix(lip, "#2a0c10", 0.6)),
    ]
    stage.dabs(touches, skull, 0.75)
    ear = stage.ellipse(*frame.at(-0.06, 0.02), frame.unit * 0.06, frame.unit * 0.1)
    stage.form(ear, mix(look.skin, "#c06a58", 0.25))
