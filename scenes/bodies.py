"""Bodies: poses, proportions, and limbs jointed from tapered chains."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scenes.colour import Colour
from scenes.frame import Frame
from scenes.hair import Look
from scenes.shapes import Knot, Point, times
from scenes.stage import Stage

Bend = tuple[
    float, float
]  # directions of the two parts of a limb: 0 hangs, 90 points ahead, 180 up, in degrees


HIP, TORSO, THIGH, SHIN, ARM, FOREARM = 3.8, 2.5, 1.85, 1.75, 1.4, 1.2
HEADS = 7.4  # a grown body's height in heads


@dataclass(frozen=True)
class Pose:
    """Directions in degrees in the picture's plane, positive towards where the figure faces."""

    lean: float = 0.0
    near_arm: Bend = (8, 18)
    far_arm: Bend = (-8, 10)
    near_leg: Bend = (3, -2)
    far_leg: Bend = (-5, -6)
    nod: float = 0.0
    turn: float = 0.35  # of the body: 0 towards us, 1 in profile
    look: float | None = None  # turn of the head, if other than the body's
    back: bool = False
    tucked: bool = False  # the near arm too is held behind the body's front


STANDING = Pose()


WALKING = Pose(2, (-22, -6), (24, 42), (24, 8), (-18, -42), turn=0.8)


SITTING = Pose(4, (22, 70), (30, 80), (84, 4), (78, -6), turn=0.75)


LEANING = Pose(14, (40, 85), (35, 95), (6, 0), (-4, -10), turn=0.8)


@dataclass(frozen=True)
class Dress:
    """What is worn: the top and its sleeves, then a skirt, a coat or trousers; lengths in heads below the waist."""

    top: Colour = "#8a3a3a"
    sleeve: Colour | None = None  # None: as the top; "" (bare) is given as the skin's own colour
    skirt: Colour | None = None
    hem: float = 3.9
    flare: float = 1.25
    trousers: Colour = "#3a3a48"
    coat: Colour | None = None
    coat_hem: float = 1.6
    apron: Colour | None = None
    shawl: Colour | None = None
    shoes: Colour = "#2a2220"
    low_neck: bool = False
    sway: float = 0.0  # the skirt's hem swings ahead (+) or behind


@dataclass(frozen=True)
class Person:
    look: Look = field(default_factory=Look)
    dress: Dress = field(default_factory=Dress)


def width(pose: Pose, front: float, side: float) -> float:
    return front + (side - front) * pose.turn


def _way(degrees: float) -> Point:
    a = np.radians(degrees)
    return (float(np.sin(a)), float(np.cos(a)))


def _chain(
    frame: Frame, root: Point, bend: Bend, lengths: Point, radii: tuple[float, float, float]
) -> list[Knot]:
    """Three knots of a limb in picture coordinates; directions are the picture's, not the leaning torso's."""
    x, y = frame.at(*root)
    knots = [(x, y, radii[0] * frame.unit)]
    for degrees, length, radius in zip(bend, lengths, radii[1:], strict=True):
        dx, dy = _way(degrees)
        x, y = x + dx * length * frame.unit * frame.facing, y + dy * length * frame.unit
        knots.append((x, y, radius * frame.unit))
    return knots


def _sleeve(dress: Dress, skin: Colour) -> Colour:
    if dress.sleeve is None:
        return dress.coat or dress.top
    return dress.sleeve or skin


def arm(stage: Stage, frame: Frame, person: Person, pose: Pose, *, near: bool) -> dict[str, Point]:
    side = width(pose, 0.82, 0.12) * (-1 if near else 1)
    bend = pose.near_arm if near else pose.far_arm
    bare = person.dress.sleeve == ""
    thick = (0.2, 0.16, 0.12) if bare else (0.27, 0.23, 0.17)
    knots = _chain(frame, (side, -TORSO + 0.38), bend, (ARM, FOREARM), thick)
    shade = 1.0 if near else 0.78
    _hand(stage, knots, person.look.skin, frame, shade)
    patch = stage.limbs([knots])
    if near:
        stage.cast(patch, 0.0, frame.unit * 0.08, frame.unit * 0.1, 0.3)
    relief = None if bare else stage.drift[patch.window] * frame.unit * 0.16
    stage.form(patch, times(_sleeve(person.dress, person.look.skin), shade), relief=relief)
    name = "near" if near else "far"
    return {f"{name}_hand": knots[2][:2], f"{name}_elbow": knots[1][:2]}


def _hand(stage: Stage, knots: list[Knot], skin: Colour, frame: Frame, shade: float) -> None:
    (ex, ey, _), (wx, wy, _) = knots[1], knots[2]
    n = float(np.hypot(wx - ex, wy - ey)) or 1.0
    dx, dy = (wx - ex) / n * frame.unit, (wy - ey) / n * frame.unit
    palm = [
        (wx, wy, frame.unit * 0.11),
        (wx + dx * 0.3, wy + dy * 0.3, frame.unit * 0.15),
        (wx + dx * 0.55, wy + dy * 0.55, frame.unit * 0.09),
    ]
    thumb = [
        (wx + dx * 0.15, wy + dy * 0.15, frame.unit * 0.07),
        (wx + dx * 0.36 + dy * 0.18, wy + dy * 0.36 - dx * 0.18, frame.unit * 0.05),
    ]
    stage.form(stage.limbs([palm, thumb]), times(skin, shade))


def legs(stage: Stage, frame: Frame, person: Person, pose: Pose) -> None:
    dress = person.dress
    bare = dress.trousers == "" or dress.skirt is not None
    colour = person.look.skin if bare else dress.trousers
    thick = (0.36, 0.24, 0.14) if bare else (0.42, 0.31, 0.22)
    for near in (False, True):
        side = width(pose, 0.36, 0.1) * (-1 if near else 1)
        bend = pose.near_leg if near else pose.far_leg
        knots = _chain(frame, (side, 0.0), bend, (THIGH, SHIN), thick)
        shade = 1.0 if near else 0.75
        _shoe(stage, knots[2], frame, dress.shoes or person.look.skin, shade, pose)
        patch = stage.limbs([knots])
        stage.form(
            patch,
            times(colour, shade),
            relief=None if bare else stage.drift[patch.window] * frame.unit * 0.12,
        )


def _shoe(stage: Stage, ankle: Knot, frame: Frame, colour: Colour, shade: float, pose: Pose) -> None:
    x, y, r = ankle
    long = frame.unit * (0.28 + 0.42 * pose.turn) * frame.facing
    shoe = stage.limbs(
        [
            [
                (x - long * 0.15, y + r * 0.6, r * 0.75),
                (x + long * 0.5, y + r * 0.9, r * 0.62),
                (x + long, y + r * 1.05, r * 0.42),
            ]
        ]
    )
    stage.form(shoe, times(colour, shade))
