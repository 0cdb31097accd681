"""Fields of flowers."""

from __future__ import annotations

from scenes import beds, hours, trees
from scenes.beds import meadow, rows
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import cottage
from scenes.carried import umbrella
from scenes.catalogue.gardens import LADY, SUN
from scenes.figures import figure
from scenes.hair import Look
from scenes.scene import scene
from scenes.sky import clouds, heaps, sky
from scenes.stage import Stage


@scene(
    "garden-tulip-fields",
    "Fields of Tulips",
    (
        (
            "Stripes of red, yellow, white and purple tulips run across the plain to the horizon beneath "
            "high white clouds."
        ),
        (
            "Bulb fields in bloom, broad ribbons of colour under a big windy sky, a woman in a blue dress "
            "walking between them."
        ),
        "Endless rows of blossoming tulips in April, flat country, bright as a woven carpet.",
    ),
    "tulips fields flowers rows spring holland",
)
def tulip_fields(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.45)
    heaps(canvas, hours.NOON, 0.42, 6, 0.12)
    stage = Stage(canvas, SUN)
    canvas.lay(canvas.under(0.45, 0.01), "#7f9a4c")
    trees.treeline(canvas, 0.46, 0.035, hours.NOON, trees.SUMMER, 0.5)
    rows(
        stage,
        0.455,
        0.4,
        [
            "#7a2a8a",
            "#e8c030",
            "#d8302c",
            "#f0eae0",
            "#e06a94",
            "#e8782a",
            "#c82a3a",
            "#f2d040",
            "#6a3aa0",
            "#e04830",
        ],
        beds.small_tulip,
        start=-1.2,
        stop=2.6,
        size=0.13,
    )
    figure(
        stage,
        0.92,
        0.74,
        0.27,
        Person(
            Look(hat="kerchief", hat_colour="#f0e8dc"), Dress("#2f5a98", skirt="#3a64a4", apron="#ece4d8")
        ),
        Pose(0, (-15, 10), (15, 30), turn=0.8),
    )


@scene(
    "garden-poppy-meadow",
    "Poppy Field with a Parasol",
    (
        "A woman with a parasol and a small child walk down through a meadow full of red poppies.",
        (
            "Scarlet wild flowers spread over the grassy slope; mother and daughter stroll in the breeze "
            "on a summer's day."
        ),
        "Poppies in tall grass, a blue sky with drifting clouds, two figures in white and straw hats.",
    ),
    "poppies meadow woman child parasol summer flowers",
)
def poppy_meadow(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.42)
    clouds(canvas, hours.NOON, 0.42, 0.5)
    stage = Stage(canvas, SUN)
    trees.treeline(canvas, 0.42, 0.1, hours.NOON, trees.SUMMER, 0.4)
    canvas.lay(canvas.under(0.41, 0.01), "#9aa050")
    meadow(
        stage,
        0.42,
        0.84,
        [(beds.small_round, "#d8321e", 4), (beds.small_spike, "#b8a860", 3)],
        count=900,
        size=0.09,
        far=0.008,
        green="#8a9a4a",
    )
    j = figure(stage, 0.84, 0.82, 0.42, LADY, Pose(0, (20, 130), (-14, 0), turn=0.7), facing=-1)
    umbrella(stage, j["near_hand"], 0.3, "#6a9a8a", -0.2)
    figure(
        stage,
        1.06,
        0.82,
        0.26,
        Person(Look(hat="straw", hair="#8a5a2c"), Dress("#f2ead8", skirt="#f0e4d4", hem=3.0)),
        Pose(0, (-20, 0), (20, 60), turn=0.7),
        facing=-1,
    )
    meadow(
        stage,
        0.84,
        1.14,
        [
            (beds.small_round, "#dc3a22", 5),
            (beds.small_daisy, "#f4f0e4", 1),
            (beds.small_spike, "#b0a858", 2),
        ],
        count=240,
        size=0.17,
        far=0.09,
        green="#7a9444",
    )


@scene(
    "garden-sunflower-field",
    "Sunflower Field at Noon",
    (
        (
            "Thousands of sunflowers turn their heads to the light; a farm cottage stands far off beneath "
            "a hot blue sky."
        ),
        "A golden field of tall yellow flowers in August, thick green leaves and a dusty track.",
        "Sunflowers as far as the eye can see, in blazing southern summer.",
    ),
    "sunflowers field yellow summer farm",
)
def sunflower_field(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.4)
    heaps(canvas, hours.NOON, 0.36, 3, 0.1)
    stage = Stage(canvas, SUN)
    trees.treeline(canvas, 0.4, 0.06, hours.NOON, trees.SUMMER, 0.5)
    cottage(stage, 0.9, 0.41, 0.07, "#ead8b4", "#b8603a")
    canvas.lay(canvas.under(0.395, 0.01), "#8a9038")
    meadow(
        stage,
        0.41,
        1.26,
        [(beds.small_sunflower, "#ecb41e", 6), (beds.small_sunflower, "#d8941a", 2)],
        count=430,
        size=0.42,
        far=0.02,
        green="#5a7a34",
        grow=1.5,
    )


@scene(
    "garden-lavender",
    "Lavender Rows",
    (
        (
            "Long rows of purple lavender lead the eye to a stone farmhouse and cypress trees under an "
            "evening sky."
        ),
        "Violet fields in Provence at sunset, scented and still, with a golden light along the furrows.",
        "Lavender in bloom, ridge behind ridge of mauve, toward hills fading to blue.",
    ),
    "lavender fields purple provence evening",
)
def lavender(canvas: Canvas) -> None:
    sky(canvas, hours.GOLDEN, 0.42)
    clouds(canvas, hours.GOLDEN, 0.42, 0.3)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    hill = [(0.0, 0.36), (0.3, 0.3), (0.6, 0.35), (0.95, 0.29), (1.34, 0.35), (1.34, 0.5), (0.0, 0.5)]
    stage.wash(stage.blob(hill), "#9a8aa8", 0.08)
    cottage(stage, 0.62, 0.44, 0.075, "#e2c8a0", "#b0704a")
    for x in (0.5, 0.55, 0.86, 1.1):
        trees.columnar(canvas, x, 0.445, 0.17, hours.GOLDEN)
    rows(
        stage,
        0.43,
        0.64,
        ["#6a4a9a", "#7a58b0", "#5f4490", "#8464b8", "#6a4a9a", "#7552a8", "#6a4a9a"],
        beds.small_spike,
        start=-2.0,
        stop=2.0,
        size=0.15,
        earth="#9a8a60",
    )
