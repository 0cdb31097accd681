"""The kitchen, the bedroom and the parlour."""

from __future__ import annotations

import numpy as np

from scenes import flowers as f
from scenes import fruit, vessels
from scenes.bodies import Dress, Person, Pose
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.catalogue.interiors import desk, room, sketch
from scenes.cloth import cloth, curtain
from scenes.figures import figure
from scenes.furniture import box, chair
from scenes.hair import Look
from scenes.rooms import shaft, window
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.things import candle, loaf, open_book
from scenes.views import garden_view


@scene(
    "interior-kitchen-maid",
    "The Kitchen Maid",
    (
        (
            "A maid in a yellow bodice and blue apron pours milk from a jug at a table with bread, in the "
            "light of a small window."
        ),
        "Servant woman at work in a plain whitewashed kitchen, calm morning sun.",
        "Domestic scene with milk, loaf and earthenware; simple dignity of everyday tasks.",
    ),
    "kitchen maid milk bread woman window domestic",
    aspect=0.88,
)
def kitchen(canvas: Canvas) -> None:
    stage = room(canvas, "#d0c6b0", "#a8704a", 0.84, tiled="#8a5a3c")
    window(stage, (0.04, 0.06, 0.22, 0.46), garden_view, panes=(2, 3), frame="#9a9078")
    who = Person(
        Look(hat="bonnet", hat_colour="#f2ede2", skin="#e0ac88"),
        Dress("#d8b048", sleeve="#4a6a3c", skirt="#8a3a2c", apron="#3a5f9a"),
    )
    j = figure(
        stage, 0.55, 1.12, 0.98, who, Pose(6, (36, 88), (44, 96), turn=0.55, look=0.5, nod=14), facing=-1
    )
    cloth(
        stage,
        [(-0.05, 0.74), (0.2, 0.7), (0.46, 0.74), (0.5, 0.84), (0.46, 1.05), (-0.05, 1.05)],
        "#4f7a6a",
        count=8,
        angle=0.3,
    )
    loaf(stage, 0.12, 0.82, 0.22)
    x, y = j["near_hand"]
    vessels.vase(stage, 0.3, 0.85, 0.1, "#b0683c", vessels.POT)
    stage.dabs([Dab(x - 0.05, (y + 0.75) / 2 + 0.02, 0.75 - y, 0.008, 1.57, times("#f6f2ea", 1))])
    vessels.jug(stage, x - 0.02, y + 0.06, 0.14, "#a85a34")
    fruit.apple(stage, 0.42, 0.86, 0.035)


@scene(
    "interior-piano-girl",
    "Girl at the Piano",
    (
        "A girl in a pink dress plays the piano in a drawing room with flowers and a candle on the lid.",
        "Music lesson at home: young pianist at the keys, sheet music, soft lamplight on red wallpaper.",
        "Making music in the parlour, tender and domestic.",
    ),
    "piano girl music playing interior parlour flowers",
)
def piano(canvas: Canvas) -> None:
    stage = room(canvas, "#a8584a", "#8a5c38", 0.8, side=0.5, hour="golden")
    curtain(stage, 0.0, 0.2, 0.0, 0.84, "#d0b070")
    box(stage, 0.24, 0.1, 0.54, 0.36, "#b8924a")
    sketch(stage, 0.26, 0.12, 0.26, 0.22, "#8ab0c8")
    box(stage, 0.74, 0.36, 1.34, 0.92, "#3a2218", bevel=0.02)
    box(stage, 0.78, 0.4, 1.3, 0.56, "#4a2c1e", bevel=0.012, shadow=0)
    shelf = stage.polygon([(0.68, 0.62), (1.34, 0.6), (1.34, 0.68), (0.66, 0.7)])
    stage.cast(shelf, -0.01, 0.05, 0.03, 0.6)
    stage.form(shelf, "#33201a", bevel=0.01)
    keys = stage.polygon([(0.7, 0.63), (1.34, 0.61), (1.34, 0.645), (0.69, 0.665)])
    stage.wash(keys, "#f2ecdc")
    stage.dabs(
        [
            Dab(x, 0.642 - (x - 0.7) * 0.03, 0.03, 0.007, 1.57, times("#14100e", 1))
            for x in np.arange(0.71, 1.34, 0.018)
        ],
        keys,
    )
    open_book(stage, 1.0, 0.58, 0.22)
    vessels.vase(stage, 1.16, 0.37, 0.1, "#5a7ab0")
    bouquet(stage, 1.16, 0.28, 0.12, [(f.rose, "#f0d8d0", 5, 0.28), (f.daisy, "#f6f0e4", 4, 0.2)])
    candle(stage, 0.84, 0.37, 0.18)
    player = Person(Look(style="long", hair="#b8803c", skin="#ecc4a4"), Dress("#e89aa4", skirt="#e89aa4"))
    figure(
        stage, 0.48, 1.0, 0.7, player, Pose(4, (36, 84), (44, 92), (84, 4), (80, 0), turn=0.9, nod=6), hip=2.1
    )


@scene(
    "interior-bedroom",
    "The Bedroom",
    (
        (
            "A simple bedroom with a wooden bed, two rush chairs, a small table with a jug and a green- "
            "framed window."
        ),
        "Yellow bed, blue walls and red cover: a painter's plain sleeping chamber.",
        "Quiet room for rest in bold cheerful colours.",
    ),
    "bedroom bed chairs window interior simple",
)
def bedroom(canvas: Canvas) -> None:
    stage = room(canvas, "#8ab0d0", "#b08454", 0.56)
    window(stage, (0.5, 0.1, 0.74, 0.42), garden_view, panes=(2, 2), frame="#5a8a54")
    for x, y, w, h, c in ((0.86, 0.12, 0.12, 0.15, "#c8a050"), (1.06, 0.12, 0.12, 0.15, "#7a9a6a")):
        box(stage, x - 0.01, y - 0.01, x + w + 0.01, y + h + 0.01, "#8a6034")
        sketch(stage, x, y, w, h, c)
    box(stage, 0.76, 0.36, 1.22, 0.6, "#d8a03c", bevel=0.02)
    quilt = stage.polygon([(0.78, 0.58), (1.2, 0.58), (1.4, 0.92), (0.7, 0.92)])
    stage.form(stage.polygon([(0.78, 0.56), (1.2, 0.56), (1.22, 0.66), (0.77, 0.66)]), "#f0e8d4", bevel=0.05)
    stage.form(quilt, "#c0352c", bevel=0.06, relief=np.asarray(stage.drift[quilt.window] * 0.012, np.float32))
    box(stage, 0.66, 0.78, 1.4, 1.0, "#d09838", bevel=0.02)
    chair(stage, 0.2, 0.92, 0.42, "#c8903c")
    chair(stage, 0.56, 0.72, 0.28, "#c8903c")
    desk(stage, 0.3, 0.52, 0.54, 0.05, 0.74, "#b8843c")
    vessels.jug(stage, 0.42, 0.58, 0.11, "#5a86c0")
    shaft(stage, [(0.5, 0.62), (0.66, 0.62), (0.6, 0.9), (0.36, 0.9)], "#fff0c8", 0.3, 0.03)
