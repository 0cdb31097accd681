"""Horses, free and in harness."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, plants, sky, trees
from scenes.beds import meadow
from scenes.bodies import SITTING, WALKING, Dress, Person
from scenes.brush import Canvas
from scenes.buildings import cottage
from scenes.catalogue.birds import GREENS
from scenes.figures import figure
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.horses import GALLOP, horse
from scenes.light import Light
from scenes.rooms import scumble
from scenes.scene import scene
from scenes.stage import Stage
from scenes.stalls import cart


def pasture(
    canvas: Canvas, hour: Light, horizon: float, green: str, side: float = -0.6, tint: str = "day"
) -> Stage:
    """Sky, a line of trees, and grass."""
    sky.sky(canvas, hour, horizon)
    sky.clouds(canvas, hour, horizon, 0.45)
    stage = Stage(canvas, hours.lamp(side, tint))
    trees.treeline(canvas, horizon + 0.01, 0.1, hour, trees.SUMMER, 0.4)
    canvas.lay(canvas.under(horizon, 0.01), green)
    return stage


@scene(
    "horses-grazing",
    "Horses at Pasture",
    (
        "Three horses, brown, white and black, graze peacefully in a green meadow near a wooden fence.",
        "Mares in a grassy field under drifting clouds; a quiet afternoon on the farm.",
        "Grazing horses on summer pastureland with trees along the horizon.",
    ),
    "horses grazing meadow pasture farm animals",
)
def grazing(canvas: Canvas) -> None:
    stage = pasture(canvas, hours.MORNING, 0.42, "#8aa04c")
    meadow(
        stage,
        0.43,
        0.72,
        [(beds.small_daisy, "#f0ecd8", 1), (beds.small_round, "#e8c84a", 1)],
        count=320,
        size=0.03,
        far=0.005,
        green="#7f9a44",
    )
    for y in (0.5, 0.54):
        stage.form(stage.limbs([[(0.0, y, 0.006), (1.34, y - 0.02, 0.005)]]), "#8a7a64")
    for x in np.arange(0.05, 1.34, 0.2):
        stage.form(stage.limbs([[(float(x), 0.58, 0.009), (float(x), 0.47, 0.008)]]), "#7a6a54")
    horse(stage, 1.0, 0.62, 0.14, "#3a2a24", neck=-42)
    horse(stage, 0.38, 0.74, 0.24, "#cfc8be", neck=-42, mane="#9a9488", facing=-1)
    horse(stage, 0.8, 0.88, 0.32, "#8a4a26", neck=34)
    meadow(
        stage,
        0.88,
        1.08,
        [(beds.small_daisy, "#f4f0e0", 2), (beds.small_round, "#d8c84a", 1)],
        count=120,
        size=0.1,
        far=0.06,
        green="#6f9040",
    )


@scene(
    "horses-galloping",
    "Wild Horses Galloping",
    (
        "A herd of wild horses gallops across a dusty plain with manes flying, a storm sky above.",
        "Running horses, brown, grey and black, thunder over the steppe in a cloud of dust.",
        "Freedom and speed: stallions racing before the weather.",
    ),
    "horses galloping wild herd storm plain running",
    aspect=1.5,
)
def galloping(canvas: Canvas) -> None:
    sky.sky(canvas, hours.STORM, 0.5)
    sky.clouds(canvas, hours.STORM, 0.5, 0.75)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    stage.wash(
        stage.blob([(-0.1, 0.5), (0.4, 0.42), (0.9, 0.47), (1.3, 0.4), (1.7, 0.48), (1.7, 0.6), (-0.1, 0.6)]),
        "#5a6478",
        0.1,
    )
    canvas.lay(canvas.under(0.5, 0.01), "#b8945a")
    scumble(stage, 0.5, 1.0, 500, 0.12, 0.12, 0.0)
    herd = (
        (1.2, 0.66, 0.17, "#6a6460"),
        (0.5, 0.68, 0.19, "#5a3420"),
        (0.88, 0.76, 0.25, "#c8c2b8"),
        (0.34, 0.88, 0.3, "#2c2220"),
        (1.1, 0.94, 0.34, "#8f4a24"),
    )
    for x, y, s, c in herd:
        canvas.lay(
            np.exp(-(((canvas.x - x + s * 0.6) / (s * 1.3)) ** 2) - ((canvas.y - y) / (s * 0.24)) ** 2) * 0.5,
            "#e0c494",
        )
        horse(
            stage,
            x,
            y,
            s,
            c,
            legs=GALLOP,
            neck=24,
            mane="#c8c0b0" if c == "#c8c2b8" else "#1a1210",
            shadow=0.35,
        )
    canvas.lay(np.exp(-(((canvas.y - 1.0) / 0.07) ** 2)) * 0.5, "#d8b880")


@scene(
    "horse-hay-cart",
    "The Hay Wain",
    (
        "A grey horse pulls a cart heaped with hay along a country lane past a cottage.",
        "Bringing in the hay: farm wagon, carter on foot, a leafy tree and a sandy road.",
        "Rural scene of a loaded hay cart on its way home on a summer evening.",
    ),
    "horse cart hay farm lane rural cottage",
)
def hay_cart(canvas: Canvas) -> None:
    stage = pasture(canvas, hours.GOLDEN, 0.42, "#a09a4c", 0.6, "golden")
    cottage(stage, 0.08, 0.56, 0.17, "#e6d8bc", "#8a6a44")
    beds.path(
        stage, [(-0.1, 0.72), (0.6, 0.7), (1.45, 0.66), (1.45, 0.9), (0.7, 0.98), (-0.1, 0.96)], "#c8a878"
    )
    foliage(stage, 1.14, 0.26, 0.24, 0.22, GREENS, count=700, size=0.035)
    canvas.line([(1.14, 0.66), (1.15, 0.36)], 0.05, "#4a3828", 1, 0.6)
    cart(stage, 0.76, 0.84, 0.24)
    figure(
        stage,
        1.14,
        0.88,
        0.34,
        Person(Look(style="short", hat="straw"), Dress("#e0d8c8", trousers="#4a5a74")),
        WALKING,
    )
    plants.grass(canvas, 0.9, 1.05, hours.GOLDEN, n=500)


@scene(
    "horses-snow-sleigh",
    "Sleigh in the Snow",
    (
        "A horse-drawn sleigh hurries along a snowy road between dark firs as dusk falls.",
        "Winter journey through the forest with a brown horse and a sledge, blue shadows on the drifts.",
        "Cold evening: a sled, its driver wrapped in furs, lights of a village far ahead.",
    ),
    "horse sleigh snow winter forest dusk",
)
def sleigh(canvas: Canvas) -> None:
    sky.sky(canvas, hours.DUSK, 0.46)
    stage = Stage(canvas, hours.lamp(-0.5, "snow"))
    canvas.lay(canvas.under(0.45, 0.02), "#b8c0dc")
    for x in (0.62, 0.72, 0.8):
        cottage(stage, x, 0.48, 0.04, "#8a7a78", snow=True, lit=True)
    scumble(stage, 0.5, 1.0, 300, 0.14, 0.06, 0.05)
    for x, b, h in (
        (0.3, 0.52, 0.28),
        (0.46, 0.5, 0.2),
        (1.0, 0.5, 0.24),
        (0.1, 0.62, 0.5),
        (1.2, 0.58, 0.46),
        (1.34, 0.7, 0.66),
    ):
        trees.pine(canvas, x, b, h, hours.DUSK, snow=0.7)
    beds.path(
        stage,
        [(0.66, 0.5), (0.72, 0.5), (0.9, 0.66), (1.4, 0.9), (1.2, 1.1), (0.0, 1.1), (0.5, 0.7)],
        "#a4aed0",
    )
    horse(
        stage,
        0.86,
        0.84,
        0.24,
        "#6a3a22",
        legs=((30, -20, -10), (-14, -20, -8), (28, -10, 8), (-20, -50, -50)),
    )
    body = stage.blob(
        [(0.22, 0.72), (0.3, 0.68), (0.36, 0.76), (0.58, 0.76), (0.66, 0.7), (0.6, 0.84), (0.28, 0.85)]
    )
    stage.cast(body, 0.03, 0.03, 0.02, 0.5)
    stage.form(body, "#8a2a28", gloss=0.2)
    stage.form(
        stage.limbs(
            [
                [(0.2, 0.89, 0.008), (0.62, 0.89, 0.008), (0.7, 0.84, 0.008)],
                [(0.32, 0.84, 0.007), (0.32, 0.89, 0.007)],
                [(0.54, 0.84, 0.007), (0.54, 0.89, 0.007)],
            ]
        ),
        "#2c1c18",
    )
    figure(
        stage,
        0.42,
        0.9,
        0.4,
        Person(
            Look(style="short", hat="cap", hat_colour="#4a3a30", beard=True),
            Dress("#6a5240", skirt="#5a4234", shawl="#8a7054", hem=2.0),
        ),
        SITTING,
        hip=2.4,
        shadow=0,
    )
    canvas.line([(0.54, 0.68), (1.0, 0.6)], 0.004, "#2a1c14")
    stage.form(stage.limbs([[(0.62, 0.82, 0.007), (0.98, 0.7, 0.006)]]), "#3a241a")
