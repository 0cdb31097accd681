"""People at work."""

from __future__ import annotations

import numpy as np

from scenes import hours
from scenes.birds import bird
from scenes.bodies import WALKING, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import church
from scenes.carried import basket
from scenes.figures import figure
from scenes.fronts import Front
from scenes.hair import Look
from scenes.rooms import scumble
from scenes.scene import scene
from scenes.sky import clouds, sky
from scenes.stage import Stage
from scenes.stalls import stall
from scenes.town import Street, paving, row
from scenes.water import water


@scene(
    "people-fishermen-net",
    "Fishermen Hauling the Net",
    (
        (
            "Fishermen in caps and coloured jackets haul a heavy net up the beach at daybreak, the sea "
            "rolling grey-green behind them."
        ),
        "Men of the coast at work on the wet sand, pulling together on a rope, baskets of fish waiting.",
        "Seafarers drag in the morning's catch; surf, wind and a sky full of gulls.",
    ),
    "fishermen beach sea net work fish men",
)
def fishermen(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.4)
    clouds(canvas, hours.MORNING, 0.4, 0.6)
    stage = Stage(canvas, hours.lamp(-0.6))
    water(canvas, canvas.under(0.4), hours.MORNING, 0.4, ripple=0.9)
    sand = stage.blob([(-0.1, 0.66), (0.4, 0.62), (0.9, 0.56), (1.4, 0.58), (1.4, 1.1), (-0.1, 1.1)])
    foam = stage.blob(
        [
            (-0.1, 0.63),
            (0.4, 0.595),
            (0.9, 0.54),
            (1.4, 0.56),
            (1.4, 0.6),
            (0.9, 0.58),
            (0.4, 0.645),
            (-0.1, 0.68),
        ]
    )
    stage.wash(foam, "#eef0ea", 0.1)
    stage.wash(sand, "#c8a878", 0.14)
    scumble(stage, 0.66, 1.0, 260, 0.1, 0.1, 0.05)
    pull = Pose(-16, (60, 80), (64, 84), (32, 12), (-6, -30), turn=0.9)
    crew = (
        (0.3, 0.8, 0.4, "#c8a03a", "#3a3a44"),
        (0.56, 0.83, 0.42, "#4a5a74", "#2c2c38"),
        (0.84, 0.87, 0.45, "#8a3a30", "#4a4a40"),
    )
    rope = [(0.36, 0.69), (0.6, 0.69), (0.86, 0.7), (1.05, 0.68), (1.34, 0.6)]
    for x, y, tall, coat, legs in crew:
        figure(
            stage,
            x,
            y,
            tall,
            Person(
                Look(style="short", hat="cap", hat_colour="#2c3440", beard=x > 0.5),
                Dress(coat, trousers=legs, shoes="#1c1a18"),
            ),
            pull,
        )
    stage.form(stage.limbs([[(x, y, 0.006) for x, y in rope]]), "#d8c49a")
    net = stage.blob([(1.06, 0.7), (1.2, 0.62), (1.4, 0.58), (1.4, 0.8), (1.2, 0.78)])
    stage.lay(net, "#4a4030", 0.5)
    for k in np.linspace(0, 1, 9):
        canvas.line([(1.08 + 0.28 * k, 0.6), (1.02 + 0.3 * k, 0.8)], 0.003, "#d8c8a0", 0.6)
    basket(stage, 0.2, 0.95, 0.13, "#9aa6b0")
    basket(stage, 1.1, 0.96, 0.12, "#8a98a6")
    for x, y, s in ((0.2, 0.18, 0.07), (0.5, 0.1, 0.05), (1.0, 0.2, 0.06), (0.75, 0.28, 0.04)):
        bird(stage, x, y, s, "#eceef0", flap=0.6)


@scene(
    "people-market-women",
    "Market Women",
    (
        (
            "Women in shawls and aprons sell oranges, cabbages and flowers from baskets in a sunny market "
            "square."
        ),
        (
            "A lively marketplace: stalls with striped awnings, heaps of fruit and vegetables, shoppers "
            "bargaining."
        ),
        "Peasant women behind their produce, gossiping in bright costumes, an old town behind them.",
    ),
    "market women fruit vegetables square stalls people",
)
def market(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.4)
    clouds(canvas, hours.NOON, 0.4, 0.3)
    stage = Stage(canvas, hours.lamp(-0.6))
    street = Street(0.7, 0.4, 0.72, 0.17)
    fronts = [
        Front("#e0c8a0", 4, 3, shutters="#4a7a6a", roof="#b0603c"),
        Front("#d8a888", 3, 3, shutters="#6a4a3a", roof="#a85838"),
        Front("#e8dcc0", 4, 4, shutters="#4a6a8a", roof="#b0603c"),
        Front("#d8c09a", 4, 4, roof="#a85838"),
    ]
    paving(stage, street, "#c0b09a")
    row(stage, street, -1, fronts, tone=0.82)
    row(stage, street, 1, fronts[::-1], tone=1.08)
    church(stage, 0.66, 0.44, 0.13)
    for x, y, s, c in (
        (0.34, 0.6, 0.2, "#b83a30"),
        (1.06, 0.58, 0.19, "#3a6a94"),
        (0.74, 0.53, 0.12, "#d8a040"),
    ):
        stall(stage, x, y, s, c)
    figure(stage, 0.6, 0.68, 0.32, Person(Look(hat="straw"), Dress("#e8e0d0", skirt="#4a6a8a")), WALKING)
    figure(
        stage,
        0.88,
        0.7,
        0.34,
        Person(Look(style="short", hat="cap", hat_colour="#4a4a50"), Dress("#8a7a5a", trousers="#3a3a44")),
        Pose(4, (20, 60), turn=0.7),
        facing=-1,
    )
    figure(
        stage,
        0.24,
        0.93,
        0.58,
        Person(
            Look(hat="kerchief", hat_colour="#d8a038"),
            Dress("#a83a34", skirt="#38506a", apron="#e8e0d0", shawl="#5a7a5a"),
        ),
        Pose(0, (20, 70), (30, 80), turn=0.5),
    )
    figure(
        stage,
        1.1,
        0.95,
        0.6,
        Person(
            Look(hat="kerchief", hat_colour="#ece4d8"), Dress("#3a5a7a", skirt="#8a3a44", apron="#d8d0c0")
        ),
        Pose(0, (24, 80), (14, 60), turn=0.5),
        facing=-1,
    )
    for x, y, s, c in (
        (0.46, 0.92, 0.17, "#e08028"),
        (0.64, 0.96, 0.16, "#7aa044"),
        (0.86, 0.94, 0.17, "#c83a2c"),
        (0.06, 0.97, 0.15, "#e0c040"),
    ):
        basket(stage, x, y, s, c)
