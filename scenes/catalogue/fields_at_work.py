"""Work in the fields."""

from __future__ import annotations

import numpy as np

from scenes import hours, trees
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import church, cottage
from scenes.figures import figure
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.sky import clouds, sky
from scenes.stage import Stage

REAPER = Person(Look(style="short", hat="straw"), Dress("#e0d8c4", trousers="#4a5a7a"))


GLEANER = Person(
    Look(hat="kerchief", hat_colour="#3a64a0"), Dress("#b8a890", skirt="#8a6a4a", apron="#a8a498")
)


GLEANER2 = Person(
    Look(hat="kerchief", hat_colour="#b8402e"), Dress("#7a8a94", skirt="#5a6480", apron="#c8b890")
)


def _wheat(stage: Stage, top: float, bottom: float, colour: str = "#d8a83c") -> None:
    """Standing or cut corn: countless strokes, longer the nearer."""
    g = stage.rng
    touches = []
    for t in np.sort(g.uniform(0, 1, 2600) ** 0.75):
        s = 0.01 + 0.1 * t
        touches.append(
            Dab(
                g.uniform(0, stage.wide),
                top + (bottom - top) * t,
                s,
                s * 0.09,
                -1.57 + g.normal(0, 0.22),
                times(colour, g.uniform(0.6, 1.25)),
            )
        )
    stage.dabs(touches)


def _stook(stage: Stage, x: float, y: float, size: float) -> None:
    g = stage.rng
    for a in np.linspace(-0.4, 0.4, 9):
        stalk = stage.limbs(
            [
                [
                    (x + a * size * 0.9, y, size * 0.09),
                    (x + a * size * 0.25, y - size * 0.6, size * 0.08),
                    (x + a * size * 0.9, y - size, size * 0.1),
                ]
            ]
        )
        stage.form(stalk, times("#d6a846", g.uniform(0.75, 1.1)), texture=0.2)
    stage.form(
        stage.limbs(
            [
                [
                    (x - size * 0.18, y - size * 0.58, size * 0.05),
                    (x + size * 0.18, y - size * 0.6, size * 0.05),
                ]
            ]
        ),
        "#9a7028",
    )


@scene(
    "people-harvesters",
    "The Harvesters",
    (
        (
            "Reapers and gleaners bend to cut and gather the ripe wheat while sheaves stand in the "
            "stubble under a summer sky."
        ),
        (
            "Farm workers in a golden cornfield: a man with a straw hat, women with kerchiefs stooping "
            "for the fallen ears."
        ),
        (
            "Harvest time in the country, peasants labouring in the heat, a village far away behind the "
            "yellow field."
        ),
    ),
    "harvest field wheat peasants workers summer people",
)
def harvesters(canvas: Canvas) -> None:
    sky(canvas, hours.GOLDEN, 0.4)
    clouds(canvas, hours.GOLDEN, 0.4, 0.45)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    trees.treeline(canvas, 0.4, 0.07, hours.GOLDEN, trees.SUMMER, 0.5)
    church(stage, 0.3, 0.41, 0.07)
    for x in (0.42, 0.5, 0.14):
        cottage(stage, x, 0.41, 0.04)
    canvas.lay(canvas.under(0.4, 0.01), "#c89a3c")
    _wheat(stage, 0.42, 1.04)
    for x, y, s in ((1.16, 0.6, 0.13), (0.98, 0.54, 0.09), (1.26, 0.5, 0.07), (0.1, 0.62, 0.14)):
        _stook(stage, x, y, s)
    figure(
        stage, 0.62, 0.66, 0.3, REAPER, Pose(34, (30, 50), (40, 60), (12, 4), (-10, -16), turn=0.9), facing=-1
    )
    figure(stage, 0.38, 0.86, 0.48, GLEANER, Pose(68, (6, 2), (14, 20), turn=0.95, nod=-24))
    figure(stage, 0.92, 0.92, 0.52, GLEANER2, Pose(56, (16, 6), (-6, -50), turn=0.95, nod=-20), facing=-1)
    _wheat(stage, 0.94, 1.08)


@scene(
    "people-sower",
    "The Sower at Sunset",
    (
        (
            "A lone sower strides over ploughed earth scattering seed, an enormous yellow sun setting "
            "behind him."
        ),
        "A farmer at work in the fields at dusk, his dark figure against a blazing orange sky.",
        "Man sowing grain in purple furrows while the sun goes down.",
    ),
    "sower farmer sunset field peasant sun",
)
def sower(canvas: Canvas) -> None:
    sky(canvas, hours.SUNSET, 0.5)
    canvas.glow(0.42, 0.42, 0.3, "#ffd24a", 1.0)
    canvas.lay(canvas.disc(0.42, 0.4, 0.14, 0.006), "#fbe27a")
    stage = Stage(canvas, hours.lamp(-0.5, "dusk"))
    canvas.lay(canvas.under(0.5, 0.008), "#5a4468")
    g = stage.rng
    furrows = []
    for t in np.sort(g.uniform(0, 1, 2200)):
        y = 0.5 + 0.56 * t**1.4
        furrows.append(
            Dab(
                g.uniform(0, stage.wide),
                y,
                0.02 + 0.1 * t,
                0.004 + 0.018 * t,
                0.15 + g.normal(0, 0.12),
                times(
                    ("#7a5a80", "#4a3a5a", "#a8785a", "#c8964e")[int(g.choice(4, p=[0.35, 0.35, 0.2, 0.1]))],
                    g.uniform(0.8, 1.2),
                ),
            )
        )
    stage.dabs(furrows)
    foliage(stage, 1.18, 0.42, 0.05, 0.09, ("#1c1c2c", "#2f3040", "#5a4a4a"), count=160)
    j = figure(
        stage,
        0.86,
        0.9,
        0.56,
        Person(
            Look(style="short", hat="cap", hat_colour="#3a3444", skin="#a87a5c"),
            Dress("#4a5680", trousers="#3a3850"),
        ),
        Pose(6, (-30, -70), (30, 70), (28, 10), (-22, -48), turn=0.9),
        facing=-1,
    )
    seeds = [
        Dab(
            j["near_hand"][0] + g.normal(0.08, 0.05),
            j["near_hand"][1] + g.normal(0.05, 0.05),
            0.008,
            0.004,
            0.5,
            times("#f0d088", 1),
        )
        for _ in range(26)
    ]
    stage.dabs(seeds)
