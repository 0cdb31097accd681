"""People: a body of tapered limbs in a pose, dressed in cloth that folds, under a head."""

from __future__ import annotations

import numpy as np

from scenes.bodies import HEADS, HIP, STANDING, TORSO, Person, Pose, arm, legs, width
from scenes.clothes import lower, shawl, torso
from scenes.faces import head
from scenes.frame import Frame
from scenes.shapes import Point
from scenes.stage import Stage


def figure(
    stage: Stage,
    x: float,
    y: float,
    tall: float,
    person: Person,
    pose: Pose = STANDING,
    *,
    facing: float = 1.0,
    hip: float | None = None,
    shadow: float = 0.5,
) -> dict[str, Point]:
    """A person `tall` high whose feet reach y; `hip` (in heads over y) seats or kneels. Gives where the joints are."""
    unit = tall / HEADS
    pelvis = Frame(x, y - unit * (HIP if hip is None else hip), unit, np.radians(pose.lean), facing)
    if shadow:
        foot_shadow(stage, x, y, tall, shadow)
    joints = arm(stage, pelvis, person, pose, near=False)
    if pose.tucked:
        joints |= arm(stage, pelvis, person, pose, near=True)
    legs(stage, pelvis, person, pose)
    torso(stage, pelvis, person, pose)
    lower(stage, pelvis, person.dress, pose)
    if person.dress.shawl is not None:
        shawl(stage, pelvis, person.dress.shawl, width(pose, 0.86, 0.42))
    _head(stage, pelvis, person, pose)
    if not pose.tucked:
        joints |= arm(stage, pelvis, person, pose, near=True)
    return joints | {
        "hip": pelvis.at(0, 0),
        "head": pelvis.at(0.1, -TORSO - 0.65),
        "neck": pelvis.at(0, -TORSO),
    }


def foot_shadow(stage: Stage, x: float, y: float, tall: float, strength: float) -> None:
    away = -stage.light.towards[0]
    long = tall * 0.5 * np.sign(away)
    points = [
        (x - tall * 0.1, y - tall * 0.012),
        (x + tall * 0.1, y + tall * 0.02),
        (x + long, y - tall * 0.06),
        (x + long * 0.9, y - tall * 0.1),
    ]
    stage.canvas.glaze(stage.canvas.mask(points, tall * 0.02) * strength, stage.light.cool)
    under = stage.canvas.mask(
        [
            (x - tall * 0.11, y - tall * 0.01),
            (x, y - tall * 0.03),
            (x + tall * 0.12, y),
            (x, y + tall * 0.02),
        ],
        tall * 0.012,
    )
    stage.canvas.glaze(under * strength, stage.light.cool)


def _head(stage: Stage, frame: Frame, person: Person, pose: Pose) -> None:
    turn = pose.turn if pose.look is None else pose.look
    x, y = frame.at(0.1 * pose.turn, -TORSO - 0.62)
    tilt = np.radians(pose.lean * 0.5 + pose.nod)
    head(
        stage,
        x,
        y,
        frame.unit * 1.06,
        person.look,
        turn=turn,
        tilt=float(tilt),
        facing=frame.facing,
        back=pose.back,
    )
