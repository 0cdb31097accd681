"""Portraits: heads and half-lengths."""

from __future__ import annotations

from scenes import hours
from scenes.bodies import HIP, TORSO, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.colour import Colour
from scenes.figures import figure
from scenes.hair import Look
from scenes.rooms import scumble, wall
from scenes.scene import scene
from scenes.shapes import Lamp
from scenes.sky import clouds, sky
from scenes.stage import Stage
from scenes.water import water

TALLER = 0.8


SIDE = Lamp((-0.62, -0.42, 0.6), (1.08, 1.0, 0.86), (0.34, 0.31, 0.38))


OTHER = Lamp((0.62, -0.42, 0.6), (1.08, 1.0, 0.86), (0.34, 0.31, 0.38))


def sitter(
    stage: Stage, x: float, y: float, head: float, person: Person, pose: Pose, facing: float = 1.0
) -> dict[str, tuple[float, float]]:
    """A person whose head, `head` high, is centred at (x, y); the body goes on below the frame."""
    return figure(
        stage, x, y + head * (TORSO + HIP + 0.62), head * 7.4, person, pose, facing=facing, shadow=0
    )


def room(canvas: Canvas, colour: Colour, lamp: Lamp = SIDE) -> Stage:
    stage = Stage(canvas, lamp)
    wall(stage, colour)
    return stage


@scene(
    "portrait-old-man",
    "Portrait of an Old Man",
    (
        (
            "An old bearded man in a dark brown cloak looks out of the shadow, his wrinkled face lit from "
            "one side."
        ),
        "Grandfather with white beard and bald head, thoughtful and weary, painted in earthy browns.",
        "Head of an elderly sage, a life of experience in his furrowed brow and grey whiskers.",
    ),
    "portrait old man beard face elderly",
    aspect=TALLER,
)
def old_man(canvas: Canvas) -> None:
    stage = room(canvas, "#3c3026")
    person = Person(
        Look(style="bald", hair="#cfc8bc", skin="#d8a27c", beard=True, old=True, smile=-0.2),
        Dress("#c8b890", coat="#4a3324", coat_hem=2.0),
    )
    sitter(stage, 0.4, 0.4, 0.34, person, Pose(2, (4, 30), (-6, 10), turn=0.4, tucked=True))


@scene(
    "portrait-gentleman-top-hat",
    "Gentleman with a Top Hat",
    (
        "A gentleman in a black top hat and frock coat, with moustache and beard, stands against a red wall.",
        "Portrait of an elegant man of the nineteenth century, stiff collar, dark suit and a cool gaze.",
        "Dandy in formal dress, black against crimson.",
    ),
    "portrait man gentleman top hat black coat",
    aspect=0.75,
)
def gentleman(canvas: Canvas) -> None:
    stage = room(canvas, "#7a2c28", OTHER)
    look = Look(style="short", hat="top", hat_colour="#1a1a20", beard=True, hair="#3a2618", eyes="#3a4a44")
    sitter(
        stage,
        0.38,
        0.42,
        0.3,
        Person(look, Dress("#ece6dc", coat="#22222a", coat_hem=2.4)),
        Pose(0, (10, 70), (-8, 8), turn=0.35, tucked=True),
        facing=-1,
    )


@scene(
    "portrait-sailor",
    "Young Sailor",
    (
        "A sailor boy in a blue jacket and cap stares ahead, the green sea and a sail behind him.",
        "Portrait of a young seaman with red cheeks, striped by wind and sun.",
        "A mariner's face under a peaked cap, before a choppy harbour.",
    ),
    "portrait sailor young man sea cap",
    aspect=TALLER,
)
def sailor(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.55)
    clouds(canvas, hours.MORNING, 0.55, 0.5)
    water(canvas, canvas.under(0.55), hours.MORNING, 0.55, ripple=0.9)
    stage = Stage(canvas, hours.lamp(-0.6))
    stage.form(stage.polygon([(0.66, 0.56), (0.67, 0.36), (0.76, 0.56)]), "#f2ece0")
    look = Look(
        style="short", hat="cap", hat_colour="#22304a", skin="#dca27c", hair="#a8743c", eyes="#3a6a8a"
    )
    sitter(
        stage,
        0.38,
        0.4,
        0.36,
        Person(look, Dress("#e4e4e0", coat="#2c4a74", coat_hem=1.5)),
        Pose(0, (4, 16), (-6, 6), turn=0.3, tucked=True),
    )


@scene(
    "portrait-artist-beret",
    "Self-Portrait of an Artist in a Beret",
    (
        "A painter in a dark beret looks at himself in the mirror before a wall of broken blue strokes.",
        "Self-portrait of the artist, red beard and searching eyes, in front of swirling blue.",
        "A bearded man with a beret, painter by trade, seen close and frontal.",
    ),
    "portrait self-portrait artist painter beard beret",
    aspect=TALLER,
)
def artist(canvas: Canvas) -> None:
    stage = room(canvas, "#4a7a94")
    scumble(stage, 0, 1, 700, 0.09, 0.14)
    look = Look(
        style="short",
        hat="beret",
        hat_colour="#24283a",
        beard=True,
        hair="#a8542a",
        skin="#deaa84",
        eyes="#4a7a6a",
        smile=-0.1,
    )
    sitter(
        stage,
        0.4,
        0.42,
        0.38,
        Person(look, Dress("#d8d0b8", coat="#3a4a3c", coat_hem=2.0)),
        Pose(0, (4, 10), (-4, 6), turn=0.2, tucked=True),
        facing=-1,
    )
