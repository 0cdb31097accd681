"""Days spent in the garden and the park."""

from __future__ import annotations

from scenes import beds, fruit, hours, plants, trees, vessels
from scenes.beds import meadow, rows
from scenes.birds import hen
from scenes.bodies import SITTING, Dress, Person, Pose
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.buildings import cottage
from scenes.catalogue.gardens import AUTUMN, FRESH, GREENS, SUN
from scenes.cloth import cloth
from scenes.figures import figure
from scenes.flowers import rose
from scenes.greenery import bench, dapple, foliage, hedge
from scenes.hair import Look
from scenes.scene import scene
from scenes.sky import clouds, sky
from scenes.stage import Stage


@scene(
    "garden-kitchen-hens",
    "Kitchen Garden with Hens",
    (
        (
            "Hens peck between rows of vegetables before a cottage with a thatched roof; hollyhocks bloom "
            "along the wall."
        ),
        "A cottage garden with vegetables, flowers and poultry on a lazy summer morning.",
        "Behind the farmhouse: green beds, a rooster and his hens, and a woman bending over the lettuces.",
    ),
    "garden vegetables hens cottage woman rural",
)
def kitchen_garden(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.4)
    clouds(canvas, hours.MORNING, 0.4, 0.35)
    stage = Stage(canvas, SUN)
    trees.treeline(canvas, 0.42, 0.16, hours.MORNING, trees.SUMMER, 0.25)
    canvas.lay(canvas.under(0.42, 0.01), "#8a8a4a")
    cottage(stage, 0.16, 0.5, 0.2, "#ece2cc", "#a08450")
    meadow(
        stage,
        0.47,
        0.56,
        [
            (beds.small_spike, "#e07090", 2),
            (beds.small_spike, "#f0e4d0", 1),
            (beds.small_round, "#d84a3a", 1),
        ],
        count=150,
        size=0.11,
        far=0.08,
    )
    rows(
        stage,
        0.44,
        0.95,
        ["#5f8a4a", "#7aa05a", "#4a7a54", "#8aa858", "#5a8a50"],
        beds.small_round,
        start=-1.2,
        stop=0.9,
        size=0.07,
        earth="#7a5c3c",
    )
    figure(
        stage,
        0.98,
        0.72,
        0.34,
        Person(Look(hat="kerchief", hat_colour="#e8e0d4"), Dress("#b84a3a", skirt="#4a5a84")),
        Pose(62, (8, 4), (-4, 12), turn=1, nod=-20),
        facing=-1,
    )
    for x, y, s, peck, cock, c in (
        (0.3, 0.86, 0.11, True, False, "#a85a28"),
        (0.52, 0.93, 0.12, False, False, "#e0d8c8"),
        (0.72, 0.84, 0.13, False, True, "#b8501e"),
        (0.12, 0.95, 0.1, True, False, "#5a4a40"),
    ):
        hen(stage, x, y, s, c, facing=1 if peck else -1, cock=cock, pecking=peck)


@scene(
    "garden-autumn-bench",
    "Autumn in the Park",
    (
        "A lonely bench stands under maples of red and gold; fallen leaves carpet the park avenue.",
        "October in the public garden: yellow trees, a path strewn with leaves and an old man walking home.",
        "Avenue of autumn trees glowing copper and amber, melancholy and quiet.",
    ),
    "park autumn bench leaves path trees old man",
)
def autumn_park(canvas: Canvas) -> None:
    sky(canvas, hours.OVERCAST, 0.5)
    stage = Stage(canvas, SUN)
    trees.treeline(canvas, 0.5, 0.2, hours.OVERCAST, trees.GOLD, 0.5)
    canvas.lay(canvas.under(0.48, 0.01), "#a8843c")
    beds.path(stage, [(0.6, 0.5), (0.7, 0.5), (0.85, 0.7), (1.25, 1.05), (0.3, 1.05), (0.5, 0.7)], "#b89c78")
    for k in range(4):
        z = (k + 1) / 4
        for side in (-1, 1):
            x, y = 0.65 + side * (0.12 + 0.55 * z), 0.52 + 0.3 * z
            canvas.line([(x, y), (x + 0.01, y - 0.4 * z - 0.1)], 0.02 + 0.05 * z, "#3a2a22", 1, 0.5)
            foliage(
                stage,
                x,
                y - 0.36 * z - 0.18,
                0.1 + 0.2 * z,
                0.1 + 0.16 * z,
                AUTUMN if (k + side) % 2 else ("#6a4a1a", "#d09a2c", "#f2d468"),
                count=420,
                size=0.02 + 0.025 * z,
            )
    plants.fallen(canvas, 0.55, 1.0, ["#d8942c", "#c0562a", "#e8c04a", "#8a3a20"], 1100)
    bench(stage, 0.22, 0.84, 0.24, "#7a5a3c")
    figure(
        stage,
        0.72,
        0.72,
        0.26,
        Person(
            Look(style="short", hat="brim", hat_colour="#2c2824", hair="#b8b4ac", beard=True),
            Dress("#e0d8c8", coat="#3a3a40", coat_hem=2.2, trousers="#2a2a30"),
        ),
        Pose(8, (14, 30), (-10, 10), (10, 4), (-12, -18), turn=0.8),
        facing=-1,
    )


@scene(
    "garden-tea-party",
    "Tea in the Garden",
    (
        (
            "Two ladies in white sit at a round table laid for tea beneath an apple tree, speckled with "
            "sunlight."
        ),
        (
            "An afternoon party outdoors: cups, fruit and flowers on the tablecloth, conversation in "
            "leafy shade."
        ),
        "Women in summer dresses take tea in a flowering garden; everything flickers with light.",
    ),
    "garden tea women table summer conversation people",
)
def tea_party(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.3)
    stage = Stage(canvas, SUN)
    canvas.lay(canvas.under(0.28, 0.02), "#86a048")
    hedge(stage, 0.45, 0.3, GREENS, "#f0a8b8")
    meadow(
        stage,
        0.45,
        1.0,
        [(beds.small_daisy, "#f4f0e4", 2), (beds.small_round, "#e8c040", 1)],
        count=300,
        size=0.05,
        far=0.01,
        green="#7a9a44",
    )
    canvas.line([(0.1, 0.8), (0.16, 0.2)], 0.08, "#4a3828", 1, 0.6)
    for x, y in ((0.1, 0.06), (0.36, 0.1), (0.66, 0.04), (0.95, 0.08), (0.24, 0.22), (1.2, 0.02)):
        foliage(stage, x, y, 0.22, 0.11, FRESH, count=260, size=0.035)
    figure(
        stage, 0.36, 0.9, 0.62, Person(Look(hat="straw"), Dress("#f2ece2", skirt="#e6e0e4")), SITTING, hip=2.0
    )
    figure(
        stage,
        1.06,
        0.9,
        0.62,
        Person(Look(hair="#8a4a20"), Dress("#a8c0d8", skirt="#b4c8dc")),
        SITTING,
        facing=-1,
        hip=2.0,
    )
    cloth(
        stage,
        [
            (0.48, 0.66),
            (0.72, 0.61),
            (0.94, 0.66),
            (0.97, 0.86),
            (0.9, 0.93),
            (0.72, 0.88),
            (0.54, 0.94),
            (0.46, 0.86),
        ],
        "#f2ede2",
        count=9,
        depth=0.01,
        source=(0.71, 0.3),
    )
    vessels.plate(stage, 0.71, 0.67, 0.2)
    for x in (0.66, 0.76):
        fruit.peach(stage, x, 0.68, 0.028)
    vessels.vase(stage, 0.71, 0.655, 0.08, "#5a7ab0")
    bouquet(stage, 0.71, 0.585, 0.075, [(rose, "#e88a9a", 6, 0.28)], leaves=8)
    for x in (0.57, 0.86):
        vessels.bowl(stage, x, 0.69, 0.035, "#ece8e0")
    dapple(stage, 0.3, 0.55)
