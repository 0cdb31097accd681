"""Castles and bridges."""

from __future__ import annotations

import numpy as np

from scenes import hours, plants, sky, trees
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import arches, cottage, slab, tower
from scenes.figures import figure
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.stage import Stage
from scenes.stalls import cart
from scenes.water import water


@scene(
    "castle-lake",
    "Castle by the Lake",
    (
        "A castle with many towers and conical roofs is mirrored in a calm lake before autumn woods.",
        "Fairy-tale fortress on a rock above the water at sunset.",
        "Old stone château, battlements and turrets reflected in the moat.",
    ),
    "castle lake towers reflection autumn fortress",
    aspect=1.5,
)
def castle(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.6)
    sky.clouds(canvas, hours.GOLDEN, 0.6, 0.45)
    stage = Stage(canvas, hours.lamp(-0.6, "golden"))
    stage.wash(
        stage.blob([(-0.1, 0.5), (0.3, 0.3), (0.6, 0.42), (1.1, 0.28), (1.6, 0.46), (1.6, 0.8), (-0.1, 0.8)]),
        "#8a8aa8",
        0.07,
    )
    trees.treeline(canvas, 0.62, 0.16, hours.GOLDEN, trees.AUTUMN, 0.25)
    rock = stage.blob([(0.4, 0.64), (0.52, 0.54), (0.8, 0.5), (1.1, 0.54), (1.2, 0.64), (0.8, 0.68)])
    stage.form(rock, "#7a7064", texture=0.25, bevel=0.05)
    stone = "#d0b890"
    for x, b, w, h in ((0.7, 0.5, 0.08, 0.24), (0.92, 0.5, 0.09, 0.3), (0.8, 0.5, 0.06, 0.36)):
        tower(stage, x, b, w, h, stone, roof="#4f5a70")
    slab(stage, [(0.5, 0.57), (0.5, 0.42), (1.12, 0.42), (1.12, 0.58)], stone, 0.95, 0.18)
    for x in np.arange(0.5, 1.12, 0.034):
        slab(stage, [(x, 0.42), (x, 0.4), (x + 0.02, 0.4), (x + 0.02, 0.42)], stone, 0.95)
    for x, w, h in ((0.5, 0.08, 0.24), (1.12, 0.09, 0.26), (0.84, 0.07, 0.2)):
        tower(stage, x, 0.6, w, h, stone, roof="#a8583a")
    for x in (0.6, 0.68, 0.96, 1.02):
        slab(stage, [(x, 0.5), (x, 0.465), (x + 0.014, 0.465), (x + 0.014, 0.5)], "#2c2a30")
    water(canvas, canvas.under(0.63), hours.GOLDEN, 0.63, ripple=0.35)
    for x, s in ((0.06, 0.24), (1.46, 0.28)):
        foliage(stage, x, 0.56, s * 0.8, s, ("#5a2c1a", "#c0702a", "#f0c04a"), count=560, size=0.035)


@scene(
    "bridge-old-stone",
    "The Old Stone Bridge",
    (
        (
            "An ancient bridge of three arches spans a quiet green river between leafy trees, a cottage "
            "on the bank."
        ),
        "Country bridge in summer, mirrored in the stream; a cart crosses, an angler waits below.",
        "Mossy stone arches over slow water in leafy shade.",
    ),
    "bridge stone river arches country reflection fisherman",
)
def old_bridge(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.45)
    sky.clouds(canvas, hours.MORNING, 0.45, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.5, 0.16, hours.MORNING, trees.SUMMER, 0.3)
    canvas.lay(canvas.under(0.5, 0.01), "#86a04c")
    cottage(stage, 1.0, 0.52, 0.13, "#e8dcc4")
    cart(stage, 0.66, 0.455, 0.075)
    arches(stage, -0.05, 1.4, 0.5, 0.68, 3, "#b8a488", rise=0.045)
    river = canvas.mask([(-0.1, 0.68), (1.5, 0.68), (1.5, 1.1), (-0.1, 1.1)], 0.003)
    water(canvas, river, hours.MORNING, 0.68, ripple=0.35)
    bank = stage.blob([(-0.2, 0.8), (0.2, 0.82), (0.44, 0.94), (0.5, 1.1), (-0.2, 1.1)])
    stage.wash(bank, "#6f8f42", 0.18)
    plants.grass(
        canvas,
        0.8,
        1.05,
        hours.MORNING,
        n=500,
        mask=canvas.mask([(0, 0.8), (0.2, 0.82), (0.46, 0.96), (0.4, 1.0), (0, 1)]),
    )
    angler = Person(Look(style="short", hat="straw"), Dress("#4a6a94", trousers="#6a5a44"))
    j = figure(stage, 0.24, 0.93, 0.32, angler, Pose(0, (40, 90), (36, 84), turn=0.85))
    canvas.line([j["near_hand"], (0.74, 0.52)], 0.005, "#5a3c20", 1, 0.4)
    canvas.line([(0.74, 0.52), (0.78, 0.82)], 0.0015, "#e8e8e0", 0.7)
    for x, y in ((0.04, 0.2), (0.16, 0.12), (1.3, 0.2), (1.2, 0.1)):
        foliage(stage, x, y, 0.2, 0.17, ("#20381f", "#5f8438", "#b0c464"), count=420, size=0.035)
