"""Portraits of women."""

from __future__ import annotations

from scenes import hours
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.catalogue.portraits import TALLER, room, sitter
from scenes.cloth import cloth
from scenes.faces import head
from scenes.flowers import daisy, rose
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.sky import sky
from scenes.stage import Stage


@scene(
    "portrait-girl-kerchief",
    "Girl with a Blue Headscarf",
    (
        (
            "A girl turns her head toward us, wearing a blue and yellow scarf and a pearl earring, "
            "against a black background."
        ),
        "Young woman with a turban and a gleaming pearl, lips slightly parted, light on her cheek.",
        "Portrait of a maiden in a headcloth looking over her shoulder; luminous skin against darkness.",
    ),
    "portrait girl pearl earring scarf young woman face",
    aspect=0.84,
)
def girl_kerchief(canvas: Canvas) -> None:
    stage = room(canvas, "#1c1a1c")
    look = Look(hat="turban", hat_colour="#3a68b0", skin="#ecc4a2", hair="#4a3020", eyes="#4a5a6a", smile=0.1)
    sitter(
        stage,
        0.42,
        0.4,
        0.44,
        Person(look, Dress("#a8803c")),
        Pose(0, (0, 10), (0, 10), turn=0.42, tucked=True),
        facing=-1,
    )
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
        foliage(
            stage,
            canvas.rng.uniform(0, 0.8),
            canvas.rng.uniform(0, 1),
            0.16,
            0.13,
            ("#24401f", "#5a8038", "#a8c468"),
            count=110,
            blossom="#f0a0b4",
            size=0.04,
        )
    look = Look(
        hat="straw",
        hat_colour="#e2c478",
        hair="#8a4a20",
        skin="#ecc0a0",
        smile=1.0,
        style="long",
        eyes="#3a5a7a",
    )
    sitter(
        stage,
        0.4,
        0.42,
        0.36,
        Person(look, Dress("#f0ece6")),
        Pose(0, (6, 40), (-4, -20), turn=0.3, tucked=True),
    )
    for x, y in ((0.3, 0.285), (0.36, 0.27), (0.43, 0.275)):
        rose(stage, x, y, 0.035, "#e87a94")


@scene(
    "portrait-peasant-woman",
    "Peasant Woman in a Red Kerchief",
    (
        "A weathered peasant woman in a red headscarf and grey shawl looks straight at us, pale light behind her.",
        "Country grandmother with lined cheeks and kind eyes, wrapped in wool.",
        "An old farm woman's portrait, strong and simple, in red, grey and brown.",
    ),
    "portrait peasant old woman kerchief shawl",
    aspect=TALLER,
)
def peasant(canvas: Canvas) -> None:
    stage = room(canvas, "#8a948e")
    look = Look(hat="kerchief", hat_colour="#b8322a", skin="#cf9a78", hair="#9a948c", old=True, smile=0.4)
    sitter(
        stage,
        0.4,
        0.4,
        0.33,
        Person(look, Dress("#5a4a44", shawl="#74767a")),
        Pose(2, (14, 100), (-10, -60), turn=0.35, tucked=True),
    )


@scene(
    "portrait-bride-flowers",
    "Young Woman with Flowers in Her Hair",
    (
        (
            "A young woman with long auburn hair and a wreath of daisies, in a green dress, eyes lowered "
            "dreamily."
        ),
        "Maiden crowned with white flowers, pale and pensive, like a figure from a legend.",
        "Portrait of a red-haired girl wearing blossoms, soft and poetic.",
    ),
    "portrait young woman flowers hair wreath dreamy",
    aspect=TALLER,
)
def wreath(canvas: Canvas) -> None:
    stage = room(canvas, "#b49a50")
    look = Look(style="long", hair="#a04a1c", skin="#f0caac", closed=True, smile=0.5)
    sitter(
        stage,
        0.42,
        0.4,
        0.38,
        Person(look, Dress("#2f6a54", low_neck=True)),
        Pose(0, (8, 80), (-6, 4), turn=0.35, nod=6, tucked=True),
    )
    for i in range(8):
        daisy(stage, 0.295 + 0.036 * i, 0.262 - 0.02 * (3.5 - abs(i - 3.5)), 0.03, "#f6f0e4", 0.0)


@scene(
    "portrait-profile-renaissance",
    "Profile of a Noblewoman",
    (
        (
            "A noblewoman in strict profile, hair bound in a bun, wears a red gown and a string of pearls "
            "before a blue sky and distant hills."
        ),
        "Renaissance portrait of a lady seen from the side, calm and dignified, with a landscape behind.",
        "Her face in outline like a medal, high forehead and white pearls.",
    ),
    "portrait profile noblewoman renaissance lady landscape",
    aspect=0.76,
)
def profile(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.72)
    stage = Stage(canvas, hours.lamp(0.6))
    stage.wash(
        stage.blob(
            [(-0.1, 0.72), (0.15, 0.62), (0.35, 0.68), (0.6, 0.58), (0.9, 0.66), (0.9, 1.1), (-0.1, 1.1)]
        ),
        "#7f98a0",
        0.08,
    )
    stage.wash(
        stage.blob([(-0.1, 0.82), (0.2, 0.76), (0.5, 0.8), (0.9, 0.74), (0.9, 1.1), (-0.1, 1.1)]),
        "#7a8a50",
        0.12,
    )
    look = Look(style="bun", hair="#b07a34", skin="#f0ceb0", smile=0.2)
    sitter(
        stage,
        0.36,
        0.36,
        0.36,
        Person(look, Dress("#a82c30", sleeve="#c89a3c")),
        Pose(0, (0, 30), (4, 20), turn=0.95, tucked=True),
    )
    for i in range(7):
        stage.form(
            stage.ellipse(0.3 + 0.027 * i, 0.612 + 0.012 * min(i, 6 - i), 0.012, 0.012), "#f2eee4", gloss=0.9
        )


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
    stage = room(canvas, "#b8903c")
    canvas.glow(0.4, 0.34, 0.24, "#ffe6a0", 0.7)
    look = Look(style="wimple", hat_colour="#2f5a9c", hair="#6a4424", skin="#f0c8a8", closed=True, smile=0.5)
    sitter(
        stage,
        0.42,
        0.36,
        0.3,
        Person(look, Dress("#b83a3a", shawl="#2f5a9c")),
        Pose(2, (10, 110), (-10, 20), turn=0.4, nod=14, tucked=True),
        facing=-1,
    )
    cloth(
        stage,
        [(0.12, 0.84), (0.28, 0.72), (0.5, 0.78), (0.68, 0.88), (0.62, 1.0), (0.3, 1.02), (0.14, 0.98)],
        "#f0e8d8",
        count=6,
        angle=1.2,
        depth=0.008,
    )
    head(
        stage,
        0.27,
        0.75,
        0.2,
        Look(style="bald", hair="#c8a070", skin="#f2cdb0", closed=True, smile=0.6),
        turn=0.4,
        tilt=-0.7,
    )
    stage.form(
        stage.limbs([[(0.6, 0.82, 0.04), (0.52, 0.92, 0.035), (0.36, 0.94, 0.03), (0.28, 0.93, 0.02)]]),
        "#f0c8a8",
    )
