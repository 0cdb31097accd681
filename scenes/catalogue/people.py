"""People at work and at leisure out of doors."""

from __future__ import annotations

from scenes import beds, hours, trees
from scenes.beds import meadow
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.carried import umbrella
from scenes.figures import figure
from scenes.fronts import Front
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.sky import clouds, sky
from scenes.stage import Stage
from scenes.town import Street, lamp, paving, row

GREENS = ("#20381f", "#4f7434", "#9fb85a")


@scene(
    "people-promenade-umbrellas",
    "Promenade in the Rain",
    (
        (
            "Elegant strollers with black umbrellas cross a wet boulevard that mirrors the grey sky and "
            "the house fronts."
        ),
        "Rainy day in the city: ladies and gentlemen in dark coats walk over shining cobblestones.",
        "A crowd of people under umbrellas on a Paris street corner, silver light, puddles and reflections.",
    ),
    "rain umbrella street city people promenade paris wet",
)
def umbrellas(canvas: Canvas) -> None:
    sky(canvas, hours.OVERCAST, 0.5)
    stage = Stage(canvas, hours.lamp(-0.3, "grey"))
    street = Street(0.52, 0.4, 0.55, 0.16)
    fronts = [
        Front("#c8bca4", 5, 4, shop="#7a3a34"),
        Front("#b8ac98", 5, 3),
        Front("#d0c4ac", 4, 4, shop="#3a4a5a"),
        Front("#c0b098", 5, 4),
        Front("#c8bca8", 5, 4),
        Front("#b8b0a0", 5, 4),
    ]
    row(stage, street, -1, fronts, tone=0.85, haze="#d0d4d8", thick=0.9)
    row(stage, street, 1, fronts[::-1], tone=1.0, haze="#d0d4d8", thick=0.9)
    paving(stage, street, "#989aa0", wet=0.4)
    for x, y in ((0.34, 0.55), (0.72, 0.52)):
        lamp(stage, x, y, 0.24)
    who = (
        (0.5, 0.56, 0.2, 1),
        (0.62, 0.6, 0.24, -1),
        (0.4, 0.66, 0.3, 1),
        (0.96, 0.8, 0.48, -1),
        (0.72, 0.92, 0.58, 1),
        (0.26, 0.96, 0.62, -1),
    )
    for i, (x, y, tall, way) in enumerate(who):
        lady = i % 2 == 0
        person = (
            Person(
                Look(hat="bonnet", hat_colour="#3a3440"), Dress("#3a3450", skirt="#4a4460", shawl="#2c2a38")
            )
            if lady
            else Person(
                Look(style="short", hat="top", hat_colour="#1c1c22"),
                Dress("#d8d4cc", coat="#2a2a34", coat_hem=2.0),
            )
        )
        j = figure(
            stage,
            x,
            y,
            tall,
            person,
            Pose(1, (8, 140), (-10, 4), (16, 4), (-14, -26), turn=0.75),
            facing=way,
            shadow=0.35,
        )
        umbrella(stage, j["near_hand"], tall * 0.62, "#2c2e3a", 0.08 * way)
    canvas.glaze(canvas.under(0.0), "#eef0f4")


@scene(
    "people-painter-meadow",
    "The Painter in the Fields",
    (
        "A painter stands at his easel under a white parasol in an open meadow, the hills blue behind him.",
        "Artist working outdoors with canvas and brushes, in a straw hat, on a breezy morning.",
        "Plein-air painting: a man, an easel and a sunshade among grasses and wild flowers.",
    ),
    "painter artist easel meadow plein-air man parasol",
)
def plein_air(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.45)
    clouds(canvas, hours.MORNING, 0.45, 0.45)
    stage = Stage(canvas, hours.lamp(-0.6))
    stage.wash(
        stage.blob([(-0.1, 0.4), (0.3, 0.34), (0.7, 0.38), (1.0, 0.32), (1.5, 0.4), (1.5, 0.6), (-0.1, 0.6)]),
        "#8a9ab8",
        0.08,
    )
    trees.treeline(canvas, 0.48, 0.09, hours.MORNING, trees.SUMMER, 0.3)
    canvas.lay(canvas.under(0.46, 0.01), "#94a04c")
    meadow(
        stage,
        0.5,
        0.86,
        [
            (beds.small_daisy, "#f4f0e4", 2),
            (beds.small_spike, "#7a6ac0", 2),
            (beds.small_round, "#e8c040", 2),
        ],
        count=420,
        size=0.06,
        far=0.008,
        green="#8a9a48",
    )
    for a, b in (((0.52, 0.9), (0.6, 0.46)), ((0.72, 0.9), (0.62, 0.46)), ((0.6, 0.84), (0.61, 0.4))):
        stage.form(stage.limbs([[(*a, 0.008), (*b, 0.007)]]), "#8a6034")
    board = stage.polygon([(0.5, 0.5), (0.72, 0.5), (0.72, 0.7), (0.5, 0.7)])
    stage.form(board, "#efe8da", bevel=0.008)
    g = stage.rng
    stage.dabs(
        [
            Dab(
                g.uniform(0.51, 0.71),
                0.52 + 0.16 * t,
                0.03,
                0.01,
                0.1,
                times("#8ab0d8" if t < 0.45 else "#8fa04c", g.uniform(0.85, 1.2)),
            )
            for t in g.uniform(0, 1, 120)
        ],
        board,
        0.9,
    )
    j = figure(
        stage,
        0.9,
        0.92,
        0.58,
        Person(Look(style="short", hat="straw", beard=True), Dress("#3a5a84", trousers="#c8bca4")),
        Pose(4, (50, 84), (30, 70), turn=0.75),
        facing=-1,
    )
    canvas.line([j["near_hand"], (j["near_hand"][0] - 0.06, j["near_hand"][1] - 0.02)], 0.006, "#6a3a1c")
    umbrella(stage, (1.0, 0.6), 0.55, "#f2ece0", 0.12)
    meadow(
        stage,
        0.9,
        1.1,
        [
            (beds.small_daisy, "#f4f0e4", 2),
            (beds.small_round, "#d84a34", 2),
            (beds.small_spike, "#7a6ac0", 2),
        ],
        count=90,
        size=0.16,
        far=0.1,
        green="#7a9444",
    )


@scene(
    "people-mother-child-garden",
    "Mother and Child under the Apple Tree",
    (
        "A mother holds out her hand to her little child in an orchard in blossom.",
        "Woman and toddler on the grass beneath flowering apple boughs, tender and sunlit.",
        "Motherly love in springtime: a young woman in blue and a small girl in pink.",
    ),
    "mother child orchard blossom spring tenderness",
    aspect=1.0,
)
def mother_child(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.48, 0.16, hours.MORNING, trees.SPRING, 0.4)
    canvas.lay(canvas.under(0.47, 0.01), "#8aa850")
    meadow(
        stage,
        0.5,
        1.0,
        [(beds.small_daisy, "#f6f2e6", 3), (beds.small_round, "#f0d050", 1)],
        count=420,
        size=0.05,
        far=0.008,
        green="#7a9a44",
    )
    canvas.line([(0.2, 0.8), (0.24, 0.5), (0.2, 0.2)], 0.09, "#4f3e30", 1, 0.5)
    canvas.line([(0.23, 0.5), (0.5, 0.24), (0.8, 0.14)], 0.045, "#4f3e30", 1, 0.3)
    for x, y in ((0.16, 0.12), (0.42, 0.1), (0.7, 0.06), (0.9, 0.14), (0.05, 0.28), (0.56, 0.22)):
        foliage(
            stage,
            x,
            y,
            0.19,
            0.12,
            ("#4a6a34", "#9ab45a", "#d8e0a0"),
            count=330,
            blossom="#f4c0cc",
            size=0.03,
        )
    figure(
        stage,
        0.46,
        0.93,
        0.6,
        Person(Look(hair="#6a3a1c"), Dress("#4a78b0", skirt="#4a78b0", flare=1.5, apron="#ece6da")),
        Pose(12, (34, 56), (44, 66), turn=0.7, nod=8),
    )
    child = Person(
        Look(hair="#c89448", style="bob", smile=0.8),
        Dress("#e88a8a", skirt="#e88a8a", hem=2.6, flare=1.4, shoes="#7a3a2c"),
    )
    figure(stage, 0.76, 0.93, 0.32, child, Pose(0, (60, 110), (40, 70), turn=0.6), facing=-1)
