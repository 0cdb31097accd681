"""Dancing, skating and cards."""

from __future__ import annotations

import numpy as np

from scenes import hours, trees, vessels
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import church, cottage
from scenes.figures import figure
from scenes.hair import Look
from scenes.rooms import boards, scumble, shaft, wall, window
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.sky import clouds, sky
from scenes.stage import Stage
from scenes.things import violin
from scenes.views import garden_view


@scene(
    "people-country-dance",
    "Country Dance",
    (
        "Couples whirl in a village dance to fiddle music beneath lanterns strung between the trees.",
        "A merry evening festival: men and women dancing hand in hand, skirts flying, a violinist playing.",
        "Peasants dance on the green at dusk, joyful movement and warm lamplight.",
    ),
    "dance couple dancers village music evening festival people",
)
def country_dance(canvas: Canvas) -> None:
    sky(canvas, hours.DUSK, 0.46)
    stage = Stage(canvas, hours.lamp(-0.4, "golden"))
    trees.treeline(canvas, 0.46, 0.18, hours.DUSK, trees.SUMMER, 0.4)
    cottage(stage, 0.1, 0.5, 0.14, "#c8b898", "#7a4a38", lit=True)
    canvas.lay(canvas.under(0.47, 0.01), "#6a6a3c")
    scumble(stage, 0.5, 1.0, 380, 0.08, 0.16, 0.05)
    canvas.light(np.exp(-(((canvas.x - 0.7) / 0.5) ** 2) - ((canvas.y - 0.75) / 0.25) ** 2) * 0.4, "#ffc878")
    wire = [(0.0, 0.16), (0.35, 0.3), (0.7, 0.18), (1.0, 0.3), (1.34, 0.14)]
    canvas.line(wire, 0.003, "#2a2420")
    for x, y, c in (
        (0.17, 0.25, "#ff9a4a"),
        (0.35, 0.32, "#ffd060"),
        (0.54, 0.26, "#ff6a50"),
        (0.85, 0.26, "#ffd060"),
        (1.0, 0.33, "#8ad0a0"),
        (1.18, 0.25, "#ff9a4a"),
    ):
        stage.form(stage.ellipse(x, y, 0.022, 0.028), c, glow=1.0)
        canvas.glow(x, y, 0.07, c, 0.6)
    man = Person(
        Look(style="short", hat="brim", hat_colour="#3a302a"),
        Dress("#e8e0d0", coat="#4a4a3a", coat_hem=0.6, trousers="#3a3a50"),
    )
    for x, y, t, c, way in ((0.4, 0.68, 0.3, "#3a6a5a", 1), (1.02, 0.7, 0.32, "#8a5a9a", -1)):
        figure(
            stage,
            x + 0.07 * way,
            y,
            t,
            man,
            Pose(-4, (70, 90), (80, 100), (20, 4), (-16, -30), turn=0.8),
            facing=-way,
        )
        figure(
            stage,
            x - 0.06 * way,
            y,
            t * 0.95,
            Person(Look(), Dress("#ece4d8", skirt=c, flare=1.9, hem=3.5, sway=-0.4)),
            Pose(-6, (80, 80), (90, 96), (16, 0), (-16, -30), turn=0.8),
            facing=way,
        )
    figure(
        stage, 0.86, 0.92, 0.54, man, Pose(-6, (66, 96), (76, 104), (24, 0), (-20, -44), turn=0.75), facing=-1
    )
    figure(
        stage,
        0.58,
        0.94,
        0.5,
        Person(
            Look(hair="#7a3a1c", smile=1.0),
            Dress("#f0e6d4", skirt="#c83a34", flare=2.1, hem=3.4, sway=-0.6, apron="#e8e0d0"),
        ),
        Pose(-8, (86, 84), (100, 96), (22, 0), (-18, -40), turn=0.7),
    )
    fiddler = figure(
        stage,
        0.16,
        0.92,
        0.5,
        Person(
            Look(style="short", beard=True, hair="#8a8278", old=True), Dress("#6a3a2c", trousers="#3a3a40")
        ),
        Pose(-2, (40, 120), (60, 120), turn=0.6),
    )
    violin(stage, fiddler["far_hand"][0] - 0.05, fiddler["far_hand"][1] - 0.01, 0.2, -0.15)


@scene(
    "people-ballet",
    "Dancers at the Rehearsal",
    (
        (
            "Young ballet dancers in white tutus practise at the barre and on the wooden floor of a "
            "bright studio."
        ),
        "Ballerinas rehearse: one raises her arms, one bends to her shoe, their gauzy skirts catching the light.",
        "Classical dance class by tall windows, pink ribbons and pale tulle on worn boards.",
    ),
    "ballet dancers rehearsal women theatre interior",
)
def ballet(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(-0.6))
    wall(stage, "#8fa08c", bottom=0.56)
    boards(stage, 0.2, 0.55, "#a87a4c", centre=0.4)
    for x in (0.1, 0.48):
        window(stage, (x, 0.08, x + 0.26, 0.48), garden_view, sill=False)
    for x in (0.06, 0.42):
        shaft(stage, [(x + 0.2, 0.58), (x + 0.46, 0.58), (x + 0.8, 0.86), (x + 0.45, 0.86)], "#fff0c8", 0.4)
    stage.form(stage.limbs([[(0.8, 0.42, 0.008), (1.34, 0.44, 0.009)]]), "#6a4426")
    skin = "#ecc4a4"

    def dancer(x: float, y: float, tall: float, pose: Pose, way: float, sash: str) -> None:
        who = Person(
            Look(skin=skin, hair="#5a3018"),
            Dress("#f0e8e4", sleeve="", skirt="#f2ece8", hem=2.1, flare=2.0, low_neck=True, shoes="#f0b8b4"),
        )
        joints = figure(stage, x, y, tall, who, pose, facing=way)
        hx, hy = joints["hip"]
        bow = [
            Dab(hx - 0.02 * way, hy - tall * 0.07, tall * 0.13, tall * 0.03, 0.1, times(sash, 1)),
            Dab(hx - tall * 0.08 * way, hy, tall * 0.14, tall * 0.04, 1.2, times(sash, 0.9)),
        ]
        stage.dabs(bow)

    dancer(1.16, 0.72, 0.42, Pose(0, (80, 90), (-60, -30), (4, 0), (70, 80), turn=0.5), 1, "#4a78b0")
    dancer(0.94, 0.7, 0.4, Pose(0, (-40, -20), (80, 88), turn=0.6), 1, "#d86a7a")
    dancer(0.34, 0.76, 0.44, Pose(46, (20, 10), (30, 26), (6, 0), (-6, -4), turn=0.9, nod=-10), 1, "#e0b84a")
    dancer(0.7, 0.95, 0.66, Pose(-4, (150, 200), (-150, -205), (2, -2), (-30, -62), turn=0.4), 1, "#d8607a")


@scene(
    "people-skaters",
    "Skaters on the Frozen Canal",
    (
        "Villagers skate and stroll on a frozen river in front of snow-covered houses and a church.",
        "Winter amusement on the ice: people gliding, bare trees against a pale pink sky.",
        "Ice skating on a cold clear day, small lively figures in red, brown and blue.",
    ),
    "skaters ice winter snow village people frozen",
)
def skaters(canvas: Canvas) -> None:
    sky(canvas, hours.WINTER, 0.42)
    clouds(canvas, hours.WINTER, 0.42, 0.3)
    stage = Stage(canvas, hours.lamp(-0.6, "snow"))
    canvas.lay(canvas.under(0.41, 0.01), "#e8eaf0")
    church(stage, 0.4, 0.44, 0.12, snow=True)
    for x, y, s, d in ((0.08, 0.46, 0.1, 1), (0.72, 0.45, 0.08, 1), (1.2, 0.48, 0.12, -1)):
        cottage(stage, x, y, s, "#d8c8b0", snow=True, side=d, lit=x > 1)
    for x, h in ((0.04, 0.4), (0.6, 0.24), (1.28, 0.5)):
        trees.boughs(canvas, x, 0.52, h, "#3a302c", snow=True)
    ice = stage.blob(
        [(-0.2, 0.62), (0.3, 0.52), (0.7, 0.5), (1.1, 0.54), (1.6, 0.66), (1.6, 1.2), (-0.2, 1.2)]
    )
    stage.wash(ice, "#b4c8d8", 0.08)
    g = stage.rng
    stage.dabs(
        [
            Dab(
                g.uniform(0, 1.34),
                0.56 + 0.44 * t,
                0.06 + 0.2 * t,
                0.003,
                g.normal(0, 0.25),
                times("#f2f6fa", 1),
            )
            for t in g.uniform(0, 1, 110)
        ],
        ice,
        0.6,
    )
    coats = ("#a83a30", "#38506a", "#6a4a34", "#4a5a44", "#7a3a54", "#2c2c38", "#c08a3a")
    spots = sorted(
        ((g.uniform(0.1, 1.25), 0.54 + 0.4 * u * u) for u in g.uniform(0, 1, 15)), key=lambda p: p[1]
    )
    for i, (x, y) in enumerate(spots):
        tall = 0.07 + 0.5 * (y - 0.52)
        lady = i % 3 == 0
        dress = (
            Dress(coats[i % 7], skirt=coats[(i + 2) % 7], shawl="#e0d8c8")
            if lady
            else Dress("#d8d0c0", coat=coats[i % 7], coat_hem=1.0, trousers="#3a3430")
        )
        pose = Pose(10, (-30, -20), (30, 50), (26, 10), (-24, -44), turn=0.85)
        figure(
            stage,
            float(x),
            y,
            tall,
            Person(
                Look(style="short", hat="bonnet" if lady else "cap", hat_colour=coats[(i + 4) % 7]), dress
            ),
            pose,
            facing=1 if i % 2 else -1,
            shadow=0.3,
        )


@scene(
    "people-card-players",
    "The Card Players",
    (
        (
            "Two men in hats sit at a small table in a tavern, absorbed in a game of cards, a bottle "
            "between them."
        ),
        "Peasants playing cards by lamplight; brown coats, pipe smoke and quiet concentration.",
        "A pair of card players facing each other across a wooden table.",
    ),
    "card players men tavern table game interior",
)
def card_players(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5, "golden"))
    wall(stage, "#6a5a44", bottom=1.0)
    window(stage, (1.02, 0.08, 1.26, 0.46), garden_view, frame="#8a7452")
    left = Person(
        Look(style="short", hat="brim", hat_colour="#4a3a2c", beard=True),
        Dress("#d8ccb4", coat="#3a4654", coat_hem=1.0, trousers="#5a4a3a"),
    )
    right = Person(
        Look(style="short", hat="brim", hat_colour="#a88a54", hair="#8a6a4a"),
        Dress("#c8bca0", coat="#8a6a3c", coat_hem=1.0, trousers="#4a4a44"),
    )
    seat = Pose(10, (40, 86), (48, 90), (80, 0), (76, -4), turn=0.85, nod=10)
    a = figure(stage, 0.36, 1.12, 1.02, left, seat, hip=2.0, shadow=0)
    b = figure(stage, 0.99, 1.12, 1.02, right, seat, facing=-1, hip=2.0, shadow=0)
    top = stage.polygon([(0.42, 0.74), (0.93, 0.74), (1.0, 0.82), (0.36, 0.82)])
    stage.wash(stage.polygon([(0.4, 0.82), (0.96, 0.82), (0.93, 1.02), (0.43, 1.02)]), "#4a2c1c", 0.15)
    stage.form(top, "#9a6034", bevel=0.02, texture=0.14)
    vessels.bottle(stage, 0.68, 0.79, 0.28)
    for j, way in ((a, 1), (b, -1)):
        x, y = j["near_hand"]
        for k in range(4):
            card = stage.polygon(
                [
                    (x + way * 0.03, y),
                    (x + way * (0.04 + 0.02 * k), y - 0.075),
                    (x + way * (0.075 + 0.02 * k), y - 0.066),
                    (x + way * 0.05, y + 0.005),
                ]
            )
            stage.form(card, "#f0e8d8", bevel=0.006)
    scumble(stage, 0.0, 0.4, 120, 0.06, 0.12)
