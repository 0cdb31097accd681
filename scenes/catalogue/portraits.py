"""Portraits: heads and half-lengths."""

from __future__ import annotations

from scenes import hours
from scenes.beds import foliage
from scenes.brush import Canvas
from scenes.colour import Colour
from scenes.faces import Look, head
from scenes.figures import HIP, TORSO, Dress, Person, Pose, figure
from scenes.flowers import daisy, rose
from scenes.rooms import cloth, scumble, wall
from scenes.scene import scene
from scenes.sky import clouds, sky
from scenes.stage import Lamp, Stage
from scenes.water import water

TALLER = 0.8
SIDE = Lamp((-0.62, -0.42, 0.6), (1.08, 1.0, 0.86), (0.34, 0.31, 0.38))
OTHER = Lamp((0.62, -0.42, 0.6), (1.08, 1.0, 0.86), (0.34, 0.31, 0.38))


def sitter(stage: Stage, x: float, y: float, head: float, person: Person, pose: Pose, facing: float = 1.0) -> dict[str, tuple[float, float]]:
    """A person whose head, `head` high, is centred at (x, y); the body goes on below the frame."""
    return figure(stage, x, y + head * (TORSO + HIP + 0.62), head * 7.4, person, pose, facing=facing, shadow=0)


def _room(canvas: Canvas, colour: Colour, lamp: Lamp = SIDE) -> Stage:
    stage = Stage(canvas, lamp)
    wall(stage, colour)
    return stage


@scene(
    "portrait-old-man",
    "Portrait of an Old Man",
    (
        "An old bearded man in a dark brown cloak looks out of the shadow, his wrinkled face lit from one side.",
        "Grandfather with white beard and bald head, thoughtful and weary, painted in earthy browns.",
        "Head of an elderly sage, a life of experience in his furrowed brow and grey whiskers.",
    ),
    "portrait old man beard face elderly",
    aspect=TALLER,
)
def old_man(canvas: Canvas) -> None:
    stage = _room(canvas, "#3c3026")
    person = Person(Look(style="bald", hair="#cfc8bc", skin="#d8a27c", beard=True, old=True, smile=-0.2), Dress("#c8b890", coat="#4a3324", coat_hem=2.0))
    sitter(stage, 0.4, 0.4, 0.34, person, Pose(2, (4, 30), (-6, 10), turn=0.4, tucked=True))


@scene(
    "portrait-girl-kerchief",
    "Girl with a Blue Headscarf",
    (
        "A girl turns her head toward us, wearing a blue and yellow scarf and a pearl earring, against a black background.",
        "Young woman with a turban and a gleaming pearl, lips slightly parted, light on her cheek.",
        "Portrait of a maiden in a headcloth looking over her shoulder; luminous skin against darkness.",
    ),
    "portrait girl pearl earring scarf young woman face",
    aspect=0.84,
)
def girl_kerchief(canvas: Canvas) -> None:
    stage = _room(canvas, "#1c1a1c")
    look = Look(hat="turban", hat_colour="#3a68b0", skin="#ecc4a2", hair="#4a3020", eyes="#4a5a6a", smile=0.1)
    sitter(stage, 0.42, 0.4, 0.44, Person(look, Dress("#a8803c")), Pose(0, (0, 10), (0, 10), turn=0.42, tucked=True), facing=-1)
    fall = stage.blob([(0.54, 0.3), (0.64, 0.36), (0.68, 0.66), (0.6, 0.78), (0.56, 0.5)])
    stage.form(fall, "#e0c060")
    stage.form(stage.ellipse(0.555, 0.535, 0.02, 0.026), "#dce2e6", gloss=1.0)


@scene(
    "portrait-lady-straw-hat",
    "Lady in a Straw Hat",
    (
        "A smiling lady in a wide straw hat and white blouse sits before rose bushes in full sun.",
        "Summer portrait of a woman with a flowered hat, dappled light and pink blossoms behind her.",
        "Cheerful young woman outdoors with a sun hat, her face half in shade.",
    ),
    "portrait lady woman straw hat roses summer garden",
    aspect=TALLER,
)
def straw_hat(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(-0.6))
    canvas.lay(1, "#5f7f4a")
    for _ in range(26):
        foliage(stage, canvas.rng.uniform(0, 0.8), canvas.rng.uniform(0, 1), 0.16, 0.13, ("#24401f", "#5a8038", "#a8c468"), count=110, blossom="#f0a0b4", size=0.04)
    look = Look(hat="straw", hat_colour="#e2c478", hair="#8a4a20", skin="#ecc0a0", smile=1.0, style="long", eyes="#3a5a7a")
    sitter(stage, 0.4, 0.42, 0.36, Person(look, Dress("#f0ece6")), Pose(0, (6, 40), (-4, -20), turn=0.3, tucked=True))
    for x, y in ((0.3, 0.285), (0.36, 0.27), (0.43, 0.275)):
        rose(stage, x, y, 0.035, "#e87a94")


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
    stage = _room(canvas, "#7a2c28", OTHER)
    look = Look(style="short", hat="top", hat_colour="#1a1a20", beard=True, hair="#3a2618", eyes="#3a4a44")
    sitter(stage, 0.38, 0.42, 0.3, Person(look, Dress("#ece6dc", coat="#22222a", coat_hem=2.4)), Pose(0, (10, 70), (-8, 8), turn=0.35, tucked=True), facing=-1)


@scene(
    "portrait-peasant-woman",
    "Peasant Woman in a Red Kerchief",
    (
        "A weathered peasant woman in a red headscarf and grey shawl folds her hands, snow-light behind her.",
        "Country grandmother with lined cheeks and kind eyes, wrapped in wool.",
        "An old farm woman's portrait, strong and simple, in red, grey and brown.",
    ),
    "portrait peasant old woman kerchief shawl",
    aspect=TALLER,
)
def peasant(canvas: Canvas) -> None:
    stage = _room(canvas, "#8a948e")
    look = Look(hat="kerchief", hat_colour="#b8322a", skin="#cf9a78", hair="#9a948c", old=True, smile=0.4)
    sitter(stage, 0.4, 0.4, 0.33, Person(look, Dress("#5a4a44", shawl="#74767a")), Pose(2, (14, 100), (-10, -60), turn=0.35, tucked=True))


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
    look = Look(style="short", hat="cap", hat_colour="#22304a", skin="#dca27c", hair="#a8743c", eyes="#3a6a8a")
    sitter(stage, 0.38, 0.4, 0.36, Person(look, Dress("#e4e4e0", coat="#2c4a74", coat_hem=1.5)), Pose(0, (4, 16), (-6, 6), turn=0.3, tucked=True))


@scene(
    "portrait-artist-beret",
    "Self-Portrait of an Artist in a Beret",
    (
        "A painter in a dark beret looks at himself in the mirror, palette colours glimmering behind him.",
        "Self-portrait of the artist, red beard and searching eyes, in front of swirling blue.",
        "A bearded man with a beret, painter by trade, seen close and frontal.",
    ),
    "portrait self-portrait artist painter beard beret",
    aspect=TALLER,
)
def artist(canvas: Canvas) -> None:
    stage = _room(canvas, "#4a7a94")
    scumble(stage, 0, 1, 700, 0.09, 0.14)
    look = Look(style="short", hat="beret", hat_colour="#24283a", beard=True, hair="#a8542a", skin="#deaa84", eyes="#4a7a6a", smile=-0.1)
    sitter(stage, 0.4, 0.42, 0.38, Person(look, Dress("#d8d0b8", coat="#3a4a3c", coat_hem=2.0)), Pose(0, (4, 10), (-4, 6), turn=0.2, tucked=True), facing=-1)


@scene(
    "portrait-bride-flowers",
    "Young Woman with Flowers in Her Hair",
    (
        "A young woman with long auburn hair and a wreath of daisies, in a green dress, eyes lowered dreamily.",
        "Maiden crowned with white flowers, pale and pensive, like a figure from a legend.",
        "Portrait of a red-haired girl wearing blossoms, soft and poetic.",
    ),
    "portrait young woman flowers hair wreath dreamy",
    aspect=TALLER,
)
def wreath(canvas: Canvas) -> None:
    stage = _room(canvas, "#b49a50")
    look = Look(style="long", hair="#a04a1c", skin="#f0caac", closed=True, smile=0.5)
    sitter(stage, 0.42, 0.4, 0.38, Person(look, Dress("#2f6a54", low_neck=True)), Pose(0, (8, 80), (-6, 4), turn=0.35, nod=6, tucked=True))
    for i in range(8):
        daisy(stage, 0.295 + 0.036 * i, 0.262 - 0.02 * (3.5 - abs(i - 3.5)), 0.03, "#f6f0e4", 0.0)


@scene(
    "portrait-profile-renaissance",
    "Profile of a Noblewoman",
    (
        "A noblewoman in strict profile, hair bound in a bun, wears a red and gold gown before a blue sky and distant hills.",
        "Renaissance portrait of a lady seen from the side, calm and dignified, with a landscape behind.",
        "Her face in outline like a medal, high forehead and jewelled dress.",
    ),
    "portrait profile noblewoman renaissance lady landscape",
    aspect=0.76,
)
def profile(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.72)
    stage = Stage(canvas, hours.lamp(0.6))
    stage.wash(stage.blob([(-0.1, 0.72), (0.15, 0.62), (0.35, 0.68), (0.6, 0.58), (0.9, 0.66), (0.9, 1.1), (-0.1, 1.1)]), "#7f98a0", 0.08)
    stage.wash(stage.blob([(-0.1, 0.82), (0.2, 0.76), (0.5, 0.8), (0.9, 0.74), (0.9, 1.1), (-0.1, 1.1)]), "#7a8a50", 0.12)
    look = Look(style="bun", hair="#b07a34", skin="#f0ceb0", smile=0.2)
    sitter(stage, 0.36, 0.36, 0.36, Person(look, Dress("#a82c30", sleeve="#c89a3c")), Pose(0, (0, 30), (4, 20), turn=0.95, tucked=True))
    for i in range(7):
        stage.form(stage.ellipse(0.3 + 0.027 * i, 0.612 + 0.012 * min(i, 6 - i), 0.012, 0.012), "#f2eee4", gloss=0.9)


@scene(
    "portrait-nun-child",
    "Mother and Baby",
    (
        "A mother in a blue mantle bends her head over the baby in her arms, golden light around them.",
        "Madonna-like picture of a woman with her infant, tender and still.",
        "Mother holding her sleeping child, blue and gold, peace and love.",
    ),
    "mother baby child madonna tenderness portrait",
    aspect=TALLER,
)
def madonna(canvas: Canvas) -> None:
    stage = _room(canvas, "#b8903c")
    canvas.glow(0.4, 0.34, 0.24, "#ffe6a0", 0.7)
    look = Look(style="wimple", hat_colour="#2f5a9c", hair="#6a4424", skin="#f0c8a8", closed=True, smile=0.5)
    sitter(stage, 0.42, 0.36, 0.3, Person(look, Dress("#b83a3a", shawl="#2f5a9c")), Pose(2, (10, 110), (-10, 20), turn=0.4, nod=14, tucked=True), facing=-1)
    cloth(stage, [(0.12, 0.84), (0.28, 0.72), (0.5, 0.78), (0.68, 0.88), (0.62, 1.0), (0.3, 1.02), (0.14, 0.98)], "#f0e8d8", count=6, angle=1.2, depth=0.008)
    head(stage, 0.27, 0.75, 0.2, Look(style="bald", hair="#c8a070", skin="#f2cdb0", closed=True, smile=0.6), turn=0.4, tilt=-0.7)
    stage.form(stage.limbs([[(0.6, 0.82, 0.04), (0.52, 0.92, 0.035), (0.36, 0.94, 0.03), (0.28, 0.93, 0.02)]]), "#f0c8a8")
