"""Clothes: bodices, coats, skirts, aprons and shawls, with folds that fan from the waist."""

from __future__ import annotations

import numpy as np

from scenes.bodies import SHIN, THIGH, TORSO, Dress, Person, Pose, width
from scenes.cloth import folds
from scenes.colour import Colour, mix
from scenes.frame import Frame
from scenes.shapes import Array, Patch, times
from scenes.stage import Stage


def lower(stage: Stage, frame: Frame, dress: Dress, pose: Pose) -> None:
    """The skirt or the tails of the coat, with folds that fan from the waist."""
    if dress.skirt is not None:
        seated = pose.near_leg[0] > 55
        patch = (
            _lap(stage, frame, dress, pose)
            if seated
            else _skirt(stage, frame, dress.hem, dress.flare, pose, dress.sway)
        )
        _pleats(stage, frame, patch, dress.skirt, 11)
        if dress.apron is not None and not seated:
            front = _skirt(stage, frame, dress.hem * 0.8, dress.flare * 0.55, pose, dress.sway + 0.2)
            _pleats(stage, frame, front, dress.apron, 7)
    if dress.coat is not None:
        _pleats(
            stage,
            frame,
            _skirt(stage, frame, dress.coat_hem, 0.42 + dress.coat_hem * 0.13, pose, dress.sway),
            dress.coat,
            5,
        )


def _skirt(stage: Stage, frame: Frame, hem: float, flare: float, pose: Pose, sway: float) -> Patch:
    waist, hips = width(pose, 0.5, 0.42), width(pose, 0.72, 0.56)
    down = hem - 0.55
    stride = 0.25 * abs(np.sin(np.radians(pose.near_leg[0] - pose.far_leg[0])))
    level = Frame(*frame.at(0, -0.55), frame.unit, frame.turn * 0.3, frame.facing)
    wide = flare * (1 + stride)
    outline = [
        (-waist, 0),
        (waist, 0),
        (hips, 0.6),
        (hips + (wide - hips) * 0.55 + sway * 0.4, 0.55 + down * 0.55),
        (wide + sway, down + 0.5),
    ]
    outline += [
        (wide * 0.4 + sway, down + 0.62),
        (sway * 0.9 - wide * 0.3, down + 0.62),
        (-wide + sway * 0.8, down + 0.5),
    ]
    outline += [(-hips - (wide - hips) * 0.5 + sway * 0.3, 0.55 + down * 0.55), (-hips, 0.6)]
    return stage.blob(level.points(outline))


def _lap(stage: Stage, frame: Frame, dress: Dress, pose: Pose) -> Patch:
    """A seated skirt: over the thighs, then falling from the knee to the hem."""
    f, d = frame.facing, width(pose, 0.55, 1.0)
    x, y = frame.at(0, 0)
    u = frame.unit
    knee, floor = THIGH * d, SHIN + 0.1
    outline = [
        (-0.55, -0.6),
        (0.35, -0.62),
        (0.7, -0.42),
        (knee, -0.5),
        (knee + 0.42, -0.1),
        (knee + 0.5, floor * 0.6),
        (knee + 0.75, floor),
    ]
    outline += [(knee * 0.5, floor + 0.1), (-0.1, floor), (-0.35, floor * 0.5), (-0.62, 0.3)]
    return stage.blob([(x + a * u * f, y + b * u) for a, b in outline])


def _pleats(stage: Stage, frame: Frame, patch: Patch, colour: Colour, count: float) -> None:
    source = frame.at(0, -1.6)
    relief: Array = folds(stage, patch, count, frame.unit * 0.085, source=source, wander=0.35)
    stage.form(patch, colour, bevel=frame.unit * 0.55, relief=relief, texture=0.06, glow=0.1)


def torso(stage: Stage, frame: Frame, person: Person, pose: Pose) -> None:
    dress, top = person.dress, -TORSO
    slim = 0.86 if dress.skirt is not None else 1.0
    s, w, h = width(pose, 0.86 * slim, 0.44), width(pose, 0.56 * slim, 0.42 * slim), width(pose, 0.66, 0.5)
    chest = 0.14 * pose.turn
    outline = [
        (-0.22, top + 0.02),
        (0.22, top + 0.02),
        (s * 0.85, top + 0.22),
        (s, top + 0.5),
        (s * 0.9 + chest, top + 1.0),
        (w, -0.75),
        (h, -0.1),
        (h * 0.8, 0.25),
    ]
    outline += [
        (-h * 0.8, 0.25),
        (-h, -0.1),
        (-w, -0.75),
        (-s * 0.86, top + 1.0),
        (-s, top + 0.5),
        (-s * 0.85, top + 0.22),
    ]
    stage.form(
        stage.limbs([frame.knots([(0, top + 0.25, 0.25), (0.06 * pose.turn, top - 0.35, 0.22)])]),
        times(person.look.skin, 0.85),
    )
    patch = stage.blob(frame.points(outline))
    relief = folds(stage, patch, 5, frame.unit * 0.04, source=frame.at(0.2, 0.6), wander=0.7)
    stage.form(patch, dress.coat or dress.top, bevel=frame.unit * 0.6, relief=relief)
    if not pose.back:
        _front(stage, frame, person, pose, patch)


def _front(stage: Stage, frame: Frame, person: Person, pose: Pose, body: Patch) -> None:
    """The opening at the neck: bare, a collar, or a coat over a shirt."""
    dress, top, m = person.dress, -TORSO, 0.25 * pose.turn
    if dress.low_neck:
        neck = stage.blob(
            frame.points(
                [
                    (-0.4, top + 0.12),
                    (0.45, top + 0.12),
                    (m + 0.34, top + 0.5),
                    (m, top + 0.72),
                    (m - 0.36, top + 0.5),
                ]
            )
        )
        stage.form(neck, person.look.skin, bevel=frame.unit * 0.5)
    elif dress.coat is not None:
        shirt = stage.polygon(
            frame.points([(m - 0.2, top + 0.02), (m + 0.22, top + 0.02), (m + 0.03, top + 1.25)])
        )
        stage.form(shirt, dress.top, bevel=frame.unit * 0.2)
        stage.form(
            stage.limbs([frame.knots([(m - 0.28, top + 0.06, 0.09), (m - 0.02, top + 1.25, 0.05)])]),
            times(dress.coat, 0.8),
        )
        stage.form(
            stage.limbs([frame.knots([(m + 0.26, top + 0.06, 0.09), (m + 0.06, top + 1.25, 0.05)])]),
            times(dress.coat, 1.1),
        )
    else:
        collar = stage.blob(
            frame.points(
                [
                    (-0.3, top - 0.02),
                    (0.32, top - 0.02),
                    (m + 0.28, top + 0.2),
                    (m, top + 0.3),
                    (m - 0.26, top + 0.2),
                ]
            )
        )
        stage.form(collar, mix(dress.top, "#fff6e6", 0.75))


def shawl(stage: Stage, frame: Frame, colour: Colour, s: float) -> None:
    top = -TORSO
    patch = stage.blob(
        frame.points(
            [
                (-0.25, top - 0.05),
                (0.28, top - 0.05),
                (s + 0.12, top + 0.4),
                (s + 0.05, top + 1.1),
                (0.15, top + 1.5),
                (-0.1, top + 1.55),
                (-s - 0.1, top + 1.2),
                (-s - 0.12, top + 0.4),
            ]
        )
    )
    stage.cast(patch, 0, frame.unit * 0.06, frame.unit * 0.08, 0.4)
    stage.form(patch, colour, relief=folds(stage, patch, 7, frame.unit * 0.06, source=frame.at(0, top - 0.8)))
