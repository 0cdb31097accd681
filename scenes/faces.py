"""Heads: an egg modelled by light, with brow, nose and lips in relief, and hair, beard and hats about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.frame import Frame, bump, mirrored
from scenes.stage import Array, Dab, Patch, Point, Stage, times

FRONT = mirrored([(0, -0.52), (0.25, -0.45), (0.375, -0.22), (0.37, 0.06), (0.29, 0.3), (0.13, 0.48), (0, 0.515)])
PROFILE = [
    (-0.05, -0.52), (0.2, -0.48), (0.35, -0.31), (0.375, -0.12), (0.36, -0.05), (0.46, 0.11), (0.375, 0.16), (0.405, 0.23),
    (0.37, 0.27), (0.395, 0.33), (0.35, 0.46), (0.2, 0.5), (0.04, 0.38), (-0.12, 0.3), (-0.33, 0.2), (-0.42, -0.05), (-0.4, -0.3), (-0.27, -0.46),
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


def head(stage: Stage, x: float, y: float, size: float, look: Look, *, turn: float = 0.3, tilt: float = 0.0, facing: float = 1.0, back: bool = False) -> Frame:
    """A head centred at (x, y), `size` from crown to chin; turn 0 looks at us, 1 is the profile."""
    frame = Frame(x, y, size, tilt, facing)
    behind(stage, frame, look, turn, back)
    skull = stage.blob(frame.points(PROFILE if turn > 0.7 and not back else FRONT))
    if back:
        _crown(stage, frame, look, skull)
    else:
        _face(stage, frame, look, skull, turn)
        _hair(stage, frame, look, turn)
        if look.beard:
            _beard(stage, frame, look, turn)
    _hat(stage, frame, look, turn)
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
    m = _middle(turn)
    spread = 0.165 * (1 - 0.25 * turn)
    ridge = bump(u, v, (m * 1.12, 0.02), 0.05, 0.16) * 0.085 + bump(u, v, (m * 1.2, 0.12), 0.065, 0.05) * 0.06
    sockets = bump(u, v, (m - spread, -0.06), 0.1, 0.07) + bump(u, v, (m + spread * 0.9, -0.06), 0.09, 0.07)
    cheeks = bump(u, v, (m - spread * 1.15, 0.13), 0.11, 0.1) + bump(u, v, (m + spread, 0.13), 0.1, 0.1)
    mouth = bump(u, v, (m, 0.265), 0.1, 0.05) * 0.03 - bump(u, v, (m, 0.345), 0.1, 0.035) * 0.025
    chin = bump(u, v, (m * 0.8, 0.43), 0.1, 0.07) * 0.03
    lines = 0.012 * np.sin(v * 60 + u * 9) * bump(u, v, (m, -0.25), 0.25, 0.12) if look.old else 0.0
    return np.asarray(ridge - sockets * 0.045 + cheeks * (0.045 if look.old else 0.028) + mouth + chin + lines, np.float32)


def _middle(turn: float) -> float:
    return 0.24 * turn


def _blush(stage: Stage, skull: Patch, u: Array, v: Array, turn: float, look: Look) -> None:
    m = _middle(turn) if turn <= 0.7 else 0.12
    warm = bump(u, v, (m - 0.18, 0.13), 0.1, 0.08) + bump(u, v, (m + 0.17, 0.13), 0.1, 0.08) + 0.6 * bump(u, v, (m * 1.2, 0.12), 0.06, 0.05)
    view = stage.rgb[skull.window]
    tone = view.max(axis=2, keepdims=True)
    view += (rgb("#d8705c") * tone * 1.05 - view) * (skull.mask * np.clip(warm, 0, 1) * 0.42)[..., None]


def _features(stage: Stage, frame: Frame, look: Look, turn: float, skull: Patch) -> None:
    m, spread = _middle(turn), 0.165 * (1 - 0.25 * turn)
    dark = mix(look.skin, "#3a1a14", 0.72)
    for side in (-1, 1):
        _eye(stage, frame, look, m + side * spread * (0.92 if side > 0 else 1.0), side, 1 - 0.25 * turn * (side > 0), skull)
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
    arch = [frame.dab(u + t * 0.075 * squeeze, -0.135 - 0.02 * (1 - t * t) + 0.006 * side * t, 0.07, 0.026, -0.15 * t, mix(brow, look.skin, 0.2)) for t in (-0.8, 0, 0.8)]
    if look.closed or frame.unit * stage.height < 22:
        stage.dabs([*arch, frame.dab(u, -0.045, 0.13 * squeeze, 0.026, 0.0, lid)], skull, 0.85)
        return
    ball = stage.blob(frame.points([(u - 0.075 * squeeze, -0.04), (u, -0.078), (u + 0.075 * squeeze, -0.04), (u, -0.012)]))
    stage.lay(ball, times("#e9dfd2", 0.86))
    iris = [frame.dab(u + 0.008, -0.045, 0.066 * squeeze, 0.066, 0.0, rgb(look.eyes)), frame.dab(u + 0.008, -0.045, 0.03, 0.03, 0.0, rgb("#120c0a"))]
    stage.dabs(iris, ball, 0.95)
    lids = [frame.dab(u + t * 0.05 * squeeze, -0.072 + 0.022 * t * t, 0.065, 0.018, 0.35 * t, lid) for t in (-1, 0, 1)]
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
        light = 0.75 + 0.55 * max(0.0, float(-b * 0.8 + a * stage.light.towards[0] * frame.facing * 0.7)) + g.normal(0, 0.16)
        touches.append(frame.dab(a, b, 0.28, 0.03, float(along), times(mix(look.hair, "#c89a5a", 0.12), light)))
    stage.dabs(touches, patch, 0.55)


def behind(stage: Stage, frame: Frame, look: Look, turn: float, back: bool) -> None:
    """What of hair and hat stands behind the face."""
    if look.style == "long":
        fall = [(0, -0.5), (0.4, -0.3), (0.46, 0.2), (0.54, 0.7), (0.42, 0.98), (0.27, 0.72), (0.24, 0.4), (-0.24, 0.4), (-0.28, 0.72), (-0.44, 0.98), (-0.58, 0.7), (-0.5, 0.2), (-0.44, -0.25)]
    elif look.style == "bob":
        fall = [(0, -0.55), (0.42, -0.3), (0.46, 0.15), (0.36, 0.36), (-0.36, 0.38), (-0.48, 0.15), (-0.44, -0.28)]
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


def _hair(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    if look.style == "bald":
        return
    if turn > 0.7:
        cap = [(0.1, -0.55), (0.33, -0.4), (0.27, -0.24), (0.1, -0.18), (0.0, -0.02), (-0.06, 0.14), (-0.2, 0.26), (-0.36, 0.2), (-0.46, -0.05), (-0.43, -0.35), (-0.25, -0.53)]
    else:
        p = 0.2 * turn + 0.06
        cap = [(0, -0.57), (0.28, -0.5), (0.41, -0.25), (0.4, 0.04), (0.345, -0.08), (0.3, -0.24), (p + 0.04, -0.35), (p - 0.22, -0.26), (-0.33, -0.1), (-0.37, 0.1), (-0.43, 0.02), (-0.42, -0.28), (-0.27, -0.5)]
    shape = stage.blob(frame.points(cap))
    stage.form(shape, look.hair, texture=0.14, gloss=0.12)
    strands(stage, frame, shape, look, (0.16 * turn + 0.05, -0.62))


def _crown(stage: Stage, frame: Frame, look: Look, skull: Patch) -> None:
    stage.form(skull, look.skin)
    cap = stage.blob(frame.points([(u * 1.05, v * 1.04 if v < 0.2 else 0.28) for u, v in FRONT]))
    stage.form(cap, look.skin if look.style == "bald" else look.hair, texture=0.12)
    if look.style != "bald":
        strands(stage, frame, cap, look, (0.0, -0.3))
    if look.style == "bun":
        knot = stage.ellipse(*frame.at(0, -0.1), frame.unit * 0.22, frame.unit * 0.2)
        stage.cast(knot, 0, frame.unit * 0.04, frame.unit * 0.03, 0.5)
        stage.form(knot, look.hair, texture=0.15)


def _beard(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    m = _middle(turn)
    if turn > 0.7:
        shape = [(0.0, 0.1), (0.12, 0.22), (0.3, 0.2), (0.41, 0.21), (0.37, 0.27), (0.42, 0.34), (0.4, 0.62), (0.22, 0.66), (0.03, 0.42)]
    else:
        shape = [(-0.38, 0.05), (-0.27, 0.2), (m - 0.14, 0.225), (m, 0.195), (m + 0.14, 0.225), (0.3, 0.18), (0.38, 0.05), (0.34, 0.42), (m + 0.06, 0.72), (-0.18, 0.66), (-0.35, 0.4)]
    patch = stage.blob(frame.points(shape))
    stage.form(patch, look.hair, texture=0.16)
    strands(stage, frame, patch, look, (m, -0.25), 60)
    stage.dabs([frame.dab(m if turn <= 0.7 else 0.36, 0.285, 0.1, 0.03, 0.0, mix(look.skin, "#8a2c2c", 0.6))], patch, 0.8)


def _hat(stage: Stage, frame: Frame, look: Look, turn: float) -> None:
    draw = {"straw": _brimmed, "brim": _brimmed, "top": _top, "bonnet": _bonnet, "kerchief": _kerchief if turn <= 0.7 else _turban, "turban": _turban, "cap": _cap, "beret": _beret}.get(look.hat)
    if draw:
        draw(stage, frame, look)


def _shade_face(stage: Stage, frame: Frame, wide: float, v: float) -> None:
    """The brim's shadow across the brow."""
    band = stage.blob(frame.points([(-wide, v - 0.05), (wide, v - 0.05), (wide * 0.8, v + 0.12), (-wide * 0.8, v + 0.12)]))
    stage.lay(band, "#2a1a20", 0.3)


def _brimmed(stage: Stage, frame: Frame, look: Look) -> None:
    _shade_face(stage, frame, 0.36, -0.2)
    brim = stage.blob(frame.points([(-0.85, -0.22), (-0.4, -0.36), (0.4, -0.38), (0.88, -0.26), (0.45, -0.16), (-0.35, -0.14)]))
    stage.form(brim, look.hat_colour, texture=0.16)
    crown = stage.blob(frame.points([(-0.4, -0.3), (-0.38, -0.6), (-0.15, -0.74), (0.18, -0.74), (0.38, -0.6), (0.4, -0.3), (0, -0.24)]))
    stage.form(crown, look.hat_colour, texture=0.16)
    band = stage.blob(frame.points([(-0.4, -0.42), (0, -0.37), (0.4, -0.42), (0.4, -0.3), (0, -0.25), (-0.4, -0.3)]))
    stage.form(band, "#7a2c2c" if look.hat == "straw" else times(look.hat_colour, 0.45), bevel=frame.unit * 0.1)


def _top(stage: Stage, frame: Frame, look: Look) -> None:
    crown = stage.blob(frame.points([(-0.38, -0.32), (-0.4, -0.95), (0, -1.02), (0.4, -0.95), (0.38, -0.32), (0, -0.27)]))
    stage.form(crown, look.hat_colour, gloss=0.2)
    brim = stage.blob(frame.points([(-0.62, -0.36), (0, -0.38), (0.62, -0.36), (0.4, -0.26), (0, -0.22), (-0.4, -0.26)]))
    stage.form(brim, look.hat_colour)


def _bonnet(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(frame.points([(0.3, -0.55), (0.42, -0.2), (0.1, -0.3), (-0.12, 0.0), (-0.2, 0.34), (-0.5, 0.16), (-0.56, -0.25), (-0.3, -0.62), (0.05, -0.68)]))
    stage.form(shell, look.hat_colour)
    ribbon = stage.limbs([frame.knots([(-0.14, 0.2, 0.04), (0.04, 0.52, 0.05), (-0.05, 0.75, 0.04)])])
    stage.form(ribbon, times(look.hat_colour, 0.7))


def _turban(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(frame.points([(0.1, -0.6), (0.38, -0.4), (0.36, -0.22), (0.05, -0.3), (-0.28, -0.1), (-0.33, 0.3), (-0.6, 0.5), (-0.5, 0.1), (-0.5, -0.3), (-0.25, -0.57)]))
    stage.form(shell, look.hat_colour, texture=0.1)


def _kerchief(stage: Stage, frame: Frame, look: Look) -> None:
    """A scarf about the face, knotted under the chin."""
    whole = stage.blob(frame.points(mirrored([(0, -0.6), (0.36, -0.49), (0.49, -0.1), (0.42, 0.28), (0.2, 0.54), (0, 0.58)])))
    opening = stage.ellipse(*frame.at(0.05, 0.09), frame.unit * 0.315, frame.unit * 0.43)
    cut = np.zeros((stage.height, stage.width), np.float32)
    cut[opening.window] = opening.mask
    shell = Patch(whole.y, whole.x, whole.mask * (1 - cut[whole.window]))
    u, v = frame.grid(stage, shell)
    pleats = np.asarray(np.sin(np.arctan2(u, 0.6 - v) * 14 + stage.drift[shell.window]) * frame.unit * 0.012, np.float32)
    stage.form(shell, look.hat_colour, bevel=frame.unit * 0.1, relief=pleats, texture=0.08)
    for side in (-0.5, 0.4):
        tail = [(0.03, 0.54, 0.06), (0.03 + side * 0.3, 0.72, 0.075), (0.03 + side * 0.4, 0.84, 0.03)]
        stage.form(stage.limbs([frame.knots(tail)]), times(look.hat_colour, 0.9))


def _cap(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(frame.points([(-0.44, -0.24), (-0.42, -0.5), (-0.1, -0.64), (0.3, -0.56), (0.44, -0.3), (0, -0.26)]))
    stage.form(shell, look.hat_colour)
    peak = stage.blob(frame.points([(0.05, -0.3), (0.4, -0.34), (0.66, -0.2), (0.35, -0.2)]))
    stage.form(peak, times(look.hat_colour, 0.7))


def _beret(stage: Stage, frame: Frame, look: Look) -> None:
    shell = stage.blob(frame.points([(-0.62, -0.3), (-0.55, -0.5), (-0.1, -0.66), (0.35, -0.58), (0.46, -0.36), (0.36, -0.26), (-0.2, -0.3)]))
    stage.form(shell, look.hat_colour)
