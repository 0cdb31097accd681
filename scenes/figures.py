"""People: a body of tapered limbs in a pose, dressed in cloth that folds, under a head."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scenes.colour import Colour, mix
from scenes.faces import Look, head
from scenes.frame import Frame
from scenes.rooms import folds
from scenes.stage import Array, Knot, Patch, Point, Stage, times

Bend = tuple[
    float, float
]  # directions of the two parts of a limb: 0 hangs, 90 points ahead, 180 up, in degrees

HEADS = 7.4  # a grown body's height in heads
HIP, TORSO, THIGH, SHIN, ARM, FOREARM = 3.8, 2.5, 1.85, 1.75, 1.4, 1.2


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
    joints = _arm(stage, pelvis, person, pose, near=False)
    if pose.tucked:
        joints |= _arm(stage, pelvis, person, pose, near=True)
    _legs(stage, pelvis, person, pose)
    _torso(stage, pelvis, person, pose)
    _lower(stage, pelvis, person.dress, pose)
    if person.dress.shawl is not None:
        _shawl(stage, pelvis, person.dress.shawl, _width(pose, 0.86, 0.42))
    _head(stage, pelvis, person, pose)
    if not pose.tucked:
        joints |= _arm(stage, pelvis, person, pose, near=True)
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


def _width(pose: Pose, front: float, side: float) -> float:
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


def _arm(stage: Stage, frame: Frame, person: Person, pose: Pose, *, near: bool) -> dict[str, Point]:
    side = _width(pose, 0.82, 0.12) * (-1 if near else 1)
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


def _legs(stage: Stage, frame: Frame, person: Person, pose: Pose) -> None:
    dress = person.dress
    bare = dress.trousers == "" or dress.skirt is not None
    colour = person.look.skin if bare else dress.trousers
    thick = (0.36, 0.24, 0.14) if bare else (0.42, 0.31, 0.22)
    for near in (False, True):
        side = _width(pose, 0.36, 0.1) * (-1 if near else 1)
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


def _lower(stage: Stage, frame: Frame, dress: Dress, pose: Pose) -> None:
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
    waist, hips = _width(pose, 0.5, 0.42), _width(pose, 0.72, 0.56)
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
    f, d = frame.facing, _width(pose, 0.55, 1.0)
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


def _torso(stage: Stage, frame: Frame, person: Person, pose: Pose) -> None:
    dress, top = person.dress, -TORSO
    slim = 0.86 if dress.skirt is not None else 1.0
    s, w, h = _width(pose, 0.86 * slim, 0.44), _width(pose, 0.56 * slim, 0.42 * slim), _width(pose, 0.66, 0.5)
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


def _shawl(stage: Stage, frame: Frame, colour: Colour, s: float) -> None:
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


# --- what people carry ------------------------------------------------------------------------------------------


def umbrella(stage: Stage, hand: Point, size: float, colour: Colour, tilt: float = 0.0) -> None:
    """An open umbrella or parasol above the hand, its panels lit each in its own way."""
    frame = Frame(*hand, size, tilt)
    stage.form(stage.limbs([frame.knots([(0, 0.05, 0.012), (0, -0.62, 0.012)])]), "#3a2a1c")
    edges = np.linspace(-0.56, 0.56, 6)
    for i, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
        panel = [
            (0.0, -0.82),
            (a * 0.62, -0.72),
            (a, -0.46),
            ((a + b) / 2, -0.51),
            (b, -0.46),
            (b * 0.62, -0.72),
        ]
        tone = 1.12 - 0.13 * (i if stage.light.towards[0] < 0 else 4 - i)
        stage.form(stage.polygon(frame.points(panel)), times(colour, tone), bevel=size * 0.08)
    stage.form(stage.limbs([frame.knots([(0, -0.8, 0.015), (0, -0.88, 0.008)])]), "#3a2a1c")


def basket(stage: Stage, x: float, y: float, size: float, fill: Colour | None = None) -> None:
    """A wicker basket, perhaps heaped with something of a colour."""
    if fill is not None:
        g = stage.rng
        for _ in range(14):
            fruit = stage.ellipse(
                x + g.uniform(-0.36, 0.36) * size, y - size * g.uniform(0.42, 0.62), size * 0.12, size * 0.11
            )
            stage.form(fruit, times(fill, g.uniform(0.8, 1.15)), gloss=0.3)
    body = stage.blob(
        [
            (x - size * 0.5, y - size * 0.45),
            (x, y - size * 0.38),
            (x + size * 0.5, y - size * 0.45),
            (x + size * 0.38, y),
            (x, y + size * 0.04),
            (x - size * 0.38, y),
        ]
    )
    h, w = body.mask.shape
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32) / (size * stage.height)
    weave = np.asarray(np.sin(xx * 42) * np.sign(np.sin(yy * 34)) * size * 0.006, np.float32)
    stage.form(body, "#a87a3c", relief=weave, texture=0.12)
    stage.form(
        stage.limbs(
            [
                [
                    (x + size * 0.46 * np.cos(t), y - size * 0.42 - size * 0.5 * np.sin(t), size * 0.03)
                    for t in np.linspace(0.1, 3.04, 12)
                ]
            ]
        ),
        "#8a5c28",
    )
