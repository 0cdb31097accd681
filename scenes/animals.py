"""Animals and birds: outlines of tapered limbs, rounded by light, with coat, mane and feather."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame
from scenes.stage import Dab, Knot, Patch, Stage, times

Leg = tuple[float, float, float]  # directions of upper leg, cannon and hoof in degrees, 0 hangs, positive ahead

STAND = ((3.0, -2.0, 4.0), (-4.0, 2.0, 6.0), (12.0, -14.0, 4.0), (4.0, -20.0, 2.0))
WALK = ((24.0, 6.0, 20.0), (-22.0, -40.0, -30.0), (28.0, -8.0, 10.0), (-12.0, -34.0, -20.0))
TROT = ((48.0, -28.0, -10.0), (-20.0, -28.0, -10.0), (38.0, -14.0, 10.0), (-26.0, -66.0, -70.0))
GALLOP = ((78.0, 38.0, 30.0), (52.0, 4.0, -20.0), (-40.0, -62.0, -70.0), (-18.0, -52.0, -80.0))


def horse(stage: Stage, x: float, y: float, size: float, colour: Colour = "#7a4526", *, facing: float = 1.0, legs: Sequence[Leg] = STAND, neck: float = 38.0, mane: Colour = "#1e1410", shadow: float = 0.55, saddle: Colour | None = None) -> Frame:
    """A horse from the side, `size` from ground to withers; `neck` in degrees over the level (negative grazes)."""
    if shadow:
        foot_shadow(stage, x, y, size * 1.5, shadow)
    f = Frame(x, y, size, 0.0, facing)
    for (u, v, thick), bend in zip(((0.4, -0.56, 0.1), (-0.44, -0.58, 0.14)), (legs[1], legs[3]), strict=True):
        _leg(stage, f, u + 0.04, v, thick, bend, times(colour, 0.62))
    _tail(stage, f, mane)
    trunk = [(-0.5, -0.79, 0.215), (-0.3, -0.76, 0.235), (0.0, -0.715, 0.235), (0.25, -0.72, 0.25), (0.44, -0.73, 0.21)]
    head_at, chain, muzzle = _neck(neck)
    body = stage.limbs([f.knots(trunk), f.knots([(-0.5, -0.62, 0.15), (-0.52, -0.82, 0.18)]), f.knots(chain), f.knots(muzzle)])
    stage.form(body, colour, bevel=size * 0.2, texture=0.1, gloss=0.15)
    for (u, v, thick), bend in zip(((0.4, -0.58, 0.115), (-0.46, -0.62, 0.165)), (legs[0], legs[2]), strict=True):
        _leg(stage, f, u, v, thick, bend, colour)
    _face(stage, f, head_at, muzzle, colour)
    _mane(stage, f, chain, muzzle, mane)
    if saddle is not None:
        pad = stage.blob(f.points([(-0.18, -1.0), (0.0, -0.95), (0.2, -1.0), (0.2, -0.62), (0.0, -0.55), (-0.16, -0.66)]))
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
    head = [(px + 0.02, py, 0.1), (px + 0.16 * dx, py + 0.16 * dy, 0.105), (px + 0.34 * dx, py + 0.34 * dy, 0.066), (px + 0.44 * dx, py + 0.44 * dy, 0.062)]
    return (px, py), chain, head


def _leg(stage: Stage, f: Frame, u: float, v: float, thick: float, bend: Leg, colour: Colour) -> None:
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
        hairs.append(f.dab(-0.7 - 0.14 * np.sin(t * 2.2) + w * (0.4 + t), -0.86 + t * 0.55, 0.2, 0.022, 1.57 + 0.5 * (0.5 - t), times(mane, g.uniform(0.8, 1.9))))
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
        hairs.append(f.dab(u - 0.02, v + 0.05, 0.17, 0.024, float(g.normal(1.9, 0.25)), times(mane, g.uniform(0.8, 2.0))))
    stage.dabs(hairs)


def _face(stage: Stage, f: Frame, poll: tuple[float, float], muzzle: list[Knot], colour: Colour) -> None:
    (ax, ay, _), (bx, by, _), (cx, cy, _) = muzzle[0], muzzle[1], muzzle[3]
    dx, dy = (cx - ax) / 0.44, (cy - ay) / 0.44
    nx, ny = dy, -dx
    for k in (0.0, 0.05):
        ear = [(ax + nx * 0.08 - k * dx, ay + ny * 0.08 - k, 0.035), (ax + nx * 0.17 - k * dx, ay + ny * 0.17 - k, 0.012)]
        stage.form(stage.limbs([f.knots(ear)]), times(colour, 0.9))
    eye = f.dab(bx - dx * 0.03 + nx * 0.035, by - dy * 0.03 + ny * 0.035, 0.05, 0.035, 0.6, times("#100a08", 1.0))
    nose = f.dab(cx + nx * 0.02, cy + ny * 0.02, 0.035, 0.025, 0.5, times("#1a100c", 1.0))
    stage.dabs([eye, nose, f.dab(cx - nx * 0.03, cy - ny * 0.03, 0.1, 0.01, float(np.arctan2(dy, dx)), times(colour, 0.45))], opacity=0.9)


def cow(stage: Stage, x: float, y: float, size: float, colour: Colour = "#8a5030", *, facing: float = 1.0, grazing: bool = False, patches: Colour | None = "#efe6d6", shadow: float = 0.5) -> None:
    if shadow:
        foot_shadow(stage, x, y, size * 1.5, shadow)
    f = Frame(x, y, size, 0.0, facing)
    for u, v in ((0.42, -0.45), (-0.42, -0.48)):
        _leg(stage, f, u + 0.08, v, 0.1, (2, -2, 4), times(colour, 0.6))
    hx, hy = (0.82, -0.28) if grazing else (0.84, -0.9)
    nose = (hx + (0.1 if grazing else 0.22), hy + (0.2 if grazing else 0.12))
    body = stage.limbs([
        f.knots([(-0.5, -0.74, 0.22), (-0.2, -0.68, 0.27), (0.15, -0.67, 0.27), (0.42, -0.72, 0.23)]),
        f.knots([(-0.6, -0.86, 0.07), (0.5, -0.86, 0.09)]),
        f.knots([(0.45, -0.74, 0.2), (hx - 0.08, hy + 0.02, 0.13)]),
        f.knots([(hx, hy, 0.115), (*nose, 0.08)]),
    ])  # fmt: skip
    stage.form(body, colour, bevel=size * 0.2, texture=0.1)
    if patches is not None:
        _hide(stage, f, body, patches)
    stage.form(stage.limbs([f.knots([(-0.42, -0.42, 0.07), (-0.36, -0.36, 0.05)])]), "#d8a898")
    for u, v in ((0.36, -0.46), (-0.5, -0.5)):
        _leg(stage, f, u, v, 0.115, (3, -2, 4), colour)
    stage.form(stage.limbs([f.knots([(-0.7, -0.86, 0.03), (-0.76, -0.5, 0.018), (-0.74, -0.32, 0.035)])]), times(colour, 0.7))
    for lift, out in ((0.16, 0.06), (0.14, -0.1)):
        stage.form(stage.limbs([f.knots([(hx - 0.02, hy - 0.08, 0.028), (hx + out, hy - lift, 0.022), (hx + out * 1.3 + 0.02, hy - lift - 0.08, 0.01)])]), "#e0d8c0")
    stage.form(stage.ellipse(*f.at(hx - 0.12, hy - 0.04), size * 0.09, size * 0.04, 0.3 * facing), times(colour, 0.8))
    stage.dabs([f.dab(hx + 0.05, hy - 0.0, 0.045, 0.035, 0.3, times("#100a08", 1)), f.dab(nose[0] + 0.03, nose[1], 0.05, 0.06, 0.3, times("#3a2420", 1))])


def _hide(stage: Stage, f: Frame, body: Patch, colour: Colour) -> None:
    g = stage.rng
    for u, v, r in ((-0.35, -0.7, 0.19), (0.12, -0.82, 0.15), (0.3, -0.55, 0.12), (0.85, -0.85, 0.07)):
        spot = [f.at(u + r * g.uniform(0.7, 1.2) * np.cos(a), v + r * g.uniform(0.6, 1.1) * np.sin(a)) for a in np.arange(0, 6.2, 0.8)]
        patch = stage.blob(spot)
        tone = stage.rgb[patch.window].max(axis=2, keepdims=True)
        cover = np.zeros((stage.height, stage.width), np.float32)
        cover[body.window] = body.mask
        inside = Patch(patch.y, patch.x, patch.mask * cover[patch.window])
        stage.lay(inside, np.asarray(mix(colour, colour, 0) * np.minimum(1, tone * 1.7), np.float32))


def swan(stage: Stage, x: float, y: float, size: float, facing: float = 1.0, colour: Colour = "#f4f0e6") -> None:
    """A swan afloat, its waterline at y."""
    f = Frame(x, y, size, 0.0, facing)
    stage.form(stage.limbs([f.knots([(0.34, -0.12, 0.11), (0.5, -0.32, 0.065), (0.42, -0.55, 0.05), (0.46, -0.72, 0.055), (0.57, -0.76, 0.065), (0.63, -0.72, 0.055)])]), colour)
    hull = stage.blob(f.points([(-0.72, -0.28), (-0.5, -0.2), (-0.1, -0.34), (0.3, -0.26), (0.5, -0.1), (0.4, 0.03), (0, 0.06), (-0.4, 0.02)]))
    stage.form(hull, colour, glow=0.2)
    g = stage.rng
    for k in range(4):
        wing = stage.blob(f.points([(0.26 - k * 0.06, -0.24), (0.0, -0.42 + k * 0.03), (-0.4, -0.4 + k * 0.06), (-0.74 + k * 0.06, -0.36 + k * 0.08), (-0.4, -0.16), (0.05, -0.08)]))
        stage.form(wing, times(colour, 0.9 + 0.03 * k), texture=0.04)
    stage.dabs([f.dab(g.uniform(-0.55, 0.1), g.uniform(-0.33, -0.14), 0.16, 0.018, 2.95, times(colour, g.uniform(0.72, 1.0))) for _ in range(34)], opacity=0.5)
    beak = stage.blob(f.points([(0.66, -0.77), (0.72, -0.72), (0.84, -0.66), (0.68, -0.66)]))
    stage.form(beak, "#d87a28")
    stage.dabs([f.dab(0.66, -0.735, 0.06, 0.035, 0.5, times("#14100e", 1))])


def bird(stage: Stage, x: float, y: float, size: float, colour: Colour, *, facing: float = 1.0, flap: float = 0.5, turn: float = 0.0) -> None:
    """A bird on the wing; `flap` raises the wings (1) or lowers them (-1)."""
    f = Frame(x, y, size, turn, facing)
    far = stage.blob(f.points([(0.1, -0.02), (0.04, -0.35 * flap - 0.1), (-0.12, -0.75 * flap - 0.12), (-0.16, -0.4 * flap), (-0.14, -0.02)]))
    stage.form(far, times(colour, 0.72))
    body = stage.limbs([f.knots([(-0.42, 0.03, 0.03), (-0.15, 0.01, 0.085), (0.12, -0.01, 0.09), (0.28, -0.05, 0.06)])])
    stage.form(body, colour)
    wing = stage.blob(f.points([(0.16, 0.0), (0.1, -0.4 * flap), (0.22, -0.8 * flap), (0.02, -1.0 * flap), (-0.1, -0.6 * flap), (-0.2, -0.2 * flap), (-0.2, 0.03)]))
    stage.form(wing, times(colour, 1.05))
    stage.dabs([f.dab(0.0 + 0.03 * i, -0.9 * flap, 0.2, 0.03, -1.2 * float(np.sign(flap)), times("#2a2a30", 1)) for i in range(3)], wing, 0.6)
    stage.form(stage.blob(f.points([(0.32, -0.08), (0.45, -0.03), (0.33, -0.02)])), "#d09030")


def hen(stage: Stage, x: float, y: float, size: float, colour: Colour = "#a85a28", *, facing: float = 1.0, cock: bool = False, pecking: bool = False) -> None:
    f = Frame(x, y, size, 0.0, facing)
    foot_shadow(stage, x, y, size * 0.9, 0.5)
    for u in (-0.04, 0.1):
        stage.form(stage.limbs([f.knots([(u, -0.25, 0.03), (u + 0.01, -0.02, 0.018), (u + 0.09, 0.0, 0.014)])]), "#c89a40")
    if cock:
        plumes = [f.dab(-0.42 - 0.2 * np.sin(t), -0.62 + 0.34 * (1 - np.cos(t)) - 0.1, 0.46, 0.06, 2.2 + 0.75 * t, mix("#123a34", "#3a5a8a", float(t) / 2)) for t in np.linspace(0, 1.7, 12)]
        stage.dabs(plumes)
    hx, hy = (0.5, -0.2) if pecking else (0.34, -0.86)
    tail = [] if cock else [f.knots([(-0.28, -0.5, 0.13), (-0.5, -0.72, 0.07)])]
    body = stage.limbs([f.knots([(-0.26, -0.46, 0.17), (0.0, -0.4, 0.21), (0.18, -0.46, 0.18)]), f.knots([(0.16, -0.5, 0.16), (hx, hy, 0.085)]), *tail])
    stage.form(body, colour, texture=0.14)
    g = stage.rng
    stage.dabs([f.dab(g.uniform(-0.4, 0.25), g.uniform(-0.6, -0.25), 0.13, 0.045, 2.7 + g.normal(0, 0.2), times(colour, g.uniform(0.55, 1.35))) for _ in range(50)], body, 0.6)
    wing = stage.blob(f.points([(0.12, -0.52), (-0.1, -0.56), (-0.42, -0.4), (-0.2, -0.28), (0.06, -0.32)]))
    stage.form(wing, times(colour, 0.75), texture=0.16)
    for i in range(3):
        stage.form(stage.ellipse(*f.at(hx - 0.06 + 0.055 * i, hy - 0.09), size * 0.04, size * (0.065 if cock else 0.045)), "#c02820")
    stage.form(stage.ellipse(*f.at(hx + 0.06, hy + 0.1), size * 0.03, size * 0.055), "#c02820")
    stage.form(stage.blob(f.points([(hx + 0.07, hy - 0.03), (hx + 0.18, hy + 0.03), (hx + 0.07, hy + 0.04)])), "#d8a840")
    stage.dabs([f.dab(hx + 0.03, hy - 0.01, 0.03, 0.03, 0, times("#140c08", 1))])
