"""People by river and sea."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, trees
from scenes.beds import meadow
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.catalogue.people import GREENS
from scenes.figures import figure
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.horses import TROT, horse
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.sky import clouds, heaps, sky
from scenes.stage import Stage
from scenes.town import reflect
from scenes.water import water


@scene(
    "people-bathers",
    "Bathers by the River",
    (
        "Bathers rest on the grassy bank and wade in a slow river under tall trees on a hot afternoon.",
        (
            "Figures by the water: a woman sitting on a white towel, a boy standing in the stream, "
            "sailing boats beyond."
        ),
        "Swimming in summer, pale bodies against blue river and green shade, all at ease.",
    ),
    "bathers river swimming summer people water",
)
def bathers(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.36)
    heaps(canvas, hours.NOON, 0.34, 4, 0.08)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.38, 0.14, hours.NOON, trees.SUMMER, 0.35)
    for x in (0.7, 1.0):
        stage.form(stage.polygon([(x, 0.37), (x + 0.02, 0.24), (x + 0.05, 0.37)]), "#f4efe4")
    water(canvas, canvas.under(0.38), hours.NOON, 0.38, ripple=0.5)
    bank = stage.blob(
        [(-0.2, 0.62), (0.2, 0.6), (0.5, 0.72), (0.9, 0.84), (1.5, 0.86), (1.5, 1.2), (-0.2, 1.2)]
    )
    skin = "#e8b890"
    wader = Person(
        Look(style="short", skin=skin, hair="#8a5a2c"), Dress(skin, sleeve="", trousers="#3a5a8a", shoes=skin)
    )
    figure(stage, 0.96, 0.74, 0.44, wader, Pose(0, (-20, -60), (20, 60), turn=0.3, back=True), shadow=0)
    ripples = [
        Dab(
            0.96 + stage.rng.normal(0, 0.09),
            0.63 + 0.11 * t,
            0.09,
            0.014,
            0.0,
            times("#3a78b8", stage.rng.uniform(0.8, 1.2)),
        )
        for t in np.linspace(0, 1, 170)
    ]
    stage.dabs(ripples, opacity=0.95)
    stage.wash(bank, "#7f9a48", 0.16)
    meadow(
        stage,
        0.68,
        1.06,
        [(beds.small_daisy, "#f4f0e0", 2), (beds.small_round, "#e8c84a", 1)],
        count=200,
        size=0.05,
        far=0.02,
        green="#6a8a3c",
        mask=canvas.mask([(0, 0.66), (0.5, 0.76), (0.9, 0.88), (1.34, 0.9), (1.34, 1), (0, 1)]),
    )
    stage.form(stage.blob([(0.1, 0.88), (0.5, 0.82), (0.7, 0.9), (0.3, 0.98)]), "#f0ece4", bevel=0.03)
    sitter = Person(
        Look(skin=skin, hair="#6a3418"),
        Dress("#c83a3a", sleeve="", skirt="#c83a3a", hem=2.0, low_neck=True, shoes=skin),
    )
    figure(
        stage,
        0.36,
        0.95,
        0.6,
        sitter,
        Pose(-14, (-24, -10), (30, 60), (86, 14), (70, 30), turn=0.7),
        hip=0.5,
        shadow=0.3,
    )
    canvas.line([(0.06, 0.9), (0.12, 0.1)], 0.07, "#4a3a2a", 1, 0.6)
    for x, y in ((0.1, 0.06), (0.3, 0.1), (0.02, 0.2), (0.46, 0.02)):
        foliage(stage, x, y, 0.2, 0.12, GREENS, count=330, size=0.035)


@scene(
    "people-rider",
    "The Rider on the Shore",
    (
        "A rider in a red coat trots a chestnut horse along the beach in the evening light.",
        "Horseman by the sea, hooves splashing at the water's edge, clouds glowing over the waves.",
        "A lone man on horseback crosses wet golden sand at sunset.",
    ),
    "rider horse beach sea horseman sunset",
)
def rider(canvas: Canvas) -> None:
    sky(canvas, hours.GOLDEN, 0.48)
    clouds(canvas, hours.GOLDEN, 0.48, 0.5)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    water(canvas, canvas.under(0.46), hours.GOLDEN, 0.46, ripple=0.8)
    sand = stage.blob([(-0.1, 0.7), (0.5, 0.66), (1.0, 0.68), (1.5, 0.62), (1.5, 1.2), (-0.1, 1.2)])
    stage.wash(sand, "#c89a62", 0.12)
    f = horse(stage, 0.64, 0.84, 0.32, "#8a4a26", legs=TROT, saddle="#4a2a1c", mane="#2a1810")
    seat = f.at(0.0, -0.98)
    who = Person(
        Look(style="short", hat="top", hat_colour="#1c1a20"),
        Dress("#f0e8dc", coat="#a82c28", coat_hem=0.5, trousers="#e4dccc", shoes="#1c1814"),
    )
    figure(
        stage,
        seat[0],
        seat[1] + 0.2,
        0.44,
        who,
        Pose(4, (24, 74), (30, 80), (46, -14), (52, -10), turn=0.9),
        hip=3.2,
        shadow=0,
    )
    canvas.line([(seat[0] + 0.13, seat[1] - 0.08), f.at(0.86, -1.05)], 0.004, "#2a1a10")
    reflect(stage, 0.86, 0.35)
