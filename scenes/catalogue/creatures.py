"""Horses, birds, cattle and the animals of the house."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, plants, sky, trees
from scenes.animals import cow
from scenes.beds import meadow
from scenes.bodies import Dress, Person, Pose
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.cloth import curtain
from scenes.figures import figure
from scenes.flowers import cluster
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.pets import cat, dog, sheep
from scenes.rooms import wall, window
from scenes.scene import scene
from scenes.stage import Stage
from scenes.vessels import TALL, vase
from scenes.views import town_view
from scenes.water import water


@scene(
    "cattle-cows-river",
    "Cows by the River",
    (
        "Brown and white cows graze beside a slow river under great summer clouds.",
        "Dutch pasture with cattle, wide skies and flat flowery meadows.",
        "A herd of cows resting near the water in the afternoon glow.",
    ),
    "cows cattle river pasture clouds animals",
    aspect=1.5,
)
def cows(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.5)
    sky.heaps(canvas, hours.MORNING, 0.44, 6, 0.2)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.5, 0.07, hours.MORNING, trees.SUMMER, 0.5)
    canvas.lay(canvas.under(0.5, 0.006), "#8fa050")
    river = canvas.mask([(0.9, 0.54), (1.5, 0.53), (1.5, 0.74), (1.1, 0.7), (0.7, 0.62)], 0.004)
    meadow(
        stage,
        0.52,
        1.06,
        [(beds.small_daisy, "#f0ecd8", 1), (beds.small_round, "#e0c850", 1)],
        count=480,
        size=0.06,
        far=0.006,
        green="#7a9442",
    )
    water(canvas, river, hours.MORNING, 0.53, ripple=0.4)
    cow(stage, 0.86, 0.62, 0.12, "#3a302c", facing=1)
    cow(stage, 1.2, 0.6, 0.1, "#a06a3c", facing=-1, grazing=True)
    cow(stage, 0.36, 0.76, 0.24, "#9a5a30", facing=1, grazing=True)
    cow(stage, 0.98, 0.9, 0.34, "#7a4426", facing=-1)
    plants.grass(canvas, 0.92, 1.06, hours.MORNING, n=500)


@scene(
    "sheep-shepherd",
    "Shepherd with His Flock",
    (
        "A shepherd leans on his staff among grazing sheep on a hillside at evening, his dog beside him.",
        "Flock of woolly sheep returning home, a herdsman in a cloak, sunset behind the hills.",
        "Pastoral twilight: sheep, dog and shepherd.",
    ),
    "sheep shepherd flock dog evening pastoral hills",
)
def shepherd(canvas: Canvas) -> None:
    sky.sky(canvas, hours.SUNSET, 0.46)
    sky.clouds(canvas, hours.SUNSET, 0.46, 0.4)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    stage.wash(
        stage.blob(
            [(-0.1, 0.44), (0.4, 0.34), (0.8, 0.42), (1.2, 0.36), (1.5, 0.44), (1.5, 0.7), (-0.1, 0.7)]
        ),
        "#7a6484",
        0.08,
    )
    canvas.lay(canvas.under(0.5, 0.01), "#8f8448")
    plants.grass(canvas, 0.5, 0.85, hours.GOLDEN, n=900, size=0.03)
    g = canvas.rng
    for t in np.sort(g.uniform(0, 1, 16)):
        x, y = g.uniform(0.06, 0.92), 0.56 + 0.34 * t
        sheep(
            stage,
            float(x),
            float(y),
            float(0.055 + 0.11 * t),
            1 if g.random() < 0.5 else -1,
            bool(g.random() < 0.7),
        )
    who = Person(
        Look(style="short", hat="brim", hat_colour="#4a3a2c", beard=True, hair="#8a7a6a"),
        Dress("#b8a888", coat="#5a4a3c", coat_hem=2.4, trousers="#4a4038"),
    )
    j = figure(stage, 1.12, 0.9, 0.5, who, Pose(4, (40, 80), (10, 10), turn=0.6), facing=-1)
    hx, hy = j["near_hand"]
    stage.form(
        stage.limbs(
            [
                [
                    (hx - 0.02, 0.92, 0.007),
                    (hx, hy, 0.007),
                    (hx + 0.01, hy - 0.2, 0.007),
                    (hx - 0.03, hy - 0.24, 0.007),
                    (hx - 0.05, hy - 0.2, 0.007),
                ]
            ]
        ),
        "#5a3c20",
    )
    dog(stage, 0.94, 0.94, 0.13, "#3a2c24", -1)


@scene(
    "dog-hunter",
    "The Huntsman's Dog",
    (
        "A brown hound stands alert in autumn woods, its master waiting behind in a green coat.",
        "Faithful hunting dog among fallen leaves on an October morning.",
        "Portrait of a pointer dog in russet forest light.",
    ),
    "dog hound hunting autumn forest",
)
def hound(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MIST, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6, "golden"))
    trees.treeline(canvas, 0.5, 0.3, hours.MIST, trees.GOLD, 0.4)
    canvas.lay(canvas.under(0.5, 0.02), "#9a7438")
    for x, w in ((0.08, 0.05), (0.3, 0.03), (1.02, 0.04), (1.26, 0.07)):
        canvas.line([(x, 0.7 + w * 2), (x + 0.01, -0.1)], w, "#4a382c", 1, 0.7)
    for x, y in ((0.1, 0.08), (0.4, 0.02), (0.9, 0.06), (1.24, 0.1), (0.66, 0.0)):
        foliage(stage, x, y, 0.26, 0.13, ("#6a3418", "#c0742a", "#ecc050"), count=420, size=0.03)
    plants.fallen(canvas, 0.52, 1.02, ["#c8742a", "#a8481f", "#e0b040", "#7a3a1c"], 1500)
    figure(
        stage,
        1.0,
        0.76,
        0.42,
        Person(
            Look(style="short", hat="brim", hat_colour="#4a5038"),
            Dress("#c8b890", coat="#4f5a3c", coat_hem=1.2, trousers="#6a5a40"),
        ),
        facing=-1,
    )
    dog(stage, 0.56, 0.9, 0.36, "#8a5028", -1)


@scene(
    "cat-window",
    "Cat at the Window",
    (
        "A ginger cat sits on the sill beside a red geranium, looking in from a window full of town roofs.",
        "Tabby cat basking in the sun on the windowsill, curtain drawn aside.",
        "A household puss in the window, with a potted plant and tiled roofs outside.",
    ),
    "cat window sill pet interior roofs flower",
    aspect=0.85,
)
def cat_window(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5))
    wall(stage, "#c8b48c")
    window(stage, (0.16, 0.1, 0.72, 0.78), town_view, panes=(2, 2))
    curtain(stage, 0.0, 0.24, 0.02, 0.98, "#5a7a9a", tied=0.7)
    vase(stage, 0.64, 0.85, 0.12, "#b0603a", TALL, gloss=0.2)
    bouquet(stage, 0.64, 0.735, 0.13, [(cluster, "#d83a34", 5, 0.32)], leaves=16)
    cat(stage, 0.42, 0.86, 0.38, "#c87a34")
