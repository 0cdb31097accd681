"""Rooms and balconies in the evening."""

from __future__ import annotations

import numpy as np

from scenes import fruit, hours, sky, vessels
from scenes.bodies import SITTING, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.catalogue.interiors import desk, room
from scenes.figures import figure
from scenes.furniture import books, box, chair
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.pets import cat
from scenes.rooms import wall, window
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.things import book, candle, open_book, violin
from scenes.views import night_view
from scenes.water import water


@scene(
    "interior-library",
    "The Library",
    (
        (
            "Shelves of old leather books climb the walls; a scholar reads at a desk by candlelight under "
            "a dark window."
        ),
        "A study lined with volumes, a candle on the table, hushed and brown.",
        "Old professor among his books at nightfall.",
    ),
    "library books scholar study candle interior evening",
)
def library(canvas: Canvas) -> None:
    stage = room(canvas, "#5a4430", "#6a4428", 0.8, side=-0.4, hour="golden")
    for y in (0.2, 0.42, 0.64):
        stage.wash(stage.polygon([(0.0, y - 0.19), (0.5, y - 0.19), (0.5, y), (0.0, y)]), "#241a14")
        stage.wash(stage.polygon([(0.84, y - 0.19), (1.4, y - 0.19), (1.4, y), (0.84, y)]), "#241a14")
        for a, b in ((0.01, 0.49), (0.86, 1.34)):
            books(stage, a, b, y, 0.17, ("#7a2c24", "#3a4a34", "#6a4a2a", "#2f3f5a", "#8a6a3a", "#4a2a30"))
        for a, b in ((-0.02, 0.5), (0.84, 1.4)):
            box(stage, a, y, b, y + 0.024, "#6a4426", bevel=0.006)
    window(stage, (0.57, 0.06, 0.77, 0.5), night_view, frame="#8a6a48")
    who = Person(
        Look(style="bald", hair="#c8c0b4", beard=True, old=True),
        Dress("#c8b890", coat="#4a3a4a", coat_hem=2.0),
    )
    j = figure(
        stage, 0.62, 1.0, 0.76, who, Pose(10, (40, 80), (44, 90), (80, 0), (76, 0), turn=0.6, nod=16), hip=2.1
    )
    desk(stage, 0.6, 1.2, 0.72, 0.1, 1.02)
    open_book(stage, j["near_hand"][0] + 0.1, 0.8, 0.22)
    candle(stage, 1.06, 0.79, 0.26)
    book(stage, 0.92, 0.76, 0.14, 0.03, "#7a2c24")
    canvas.light(np.exp(-(((canvas.x - 1.04) / 0.3) ** 2) - ((canvas.y - 0.56) / 0.3) ** 2) * 0.35, "#ffb860")


@scene(
    "interior-guitarist",
    "The Old Guitarist",
    (
        "A thin old musician sits cross-legged bent over his guitar, everything in shades of blue.",
        "Blind beggar with a guitar, sorrowful, grey beard and ragged clothes against a cold blue wall.",
        "Melancholy guitar player alone at night.",
    ),
    "guitar musician old man blue melancholy music",
    aspect=0.74,
)
def guitarist(canvas: Canvas) -> None:
    stage = room(canvas, "#3a5a80", "#2c4468", 0.84, hour="grey")
    window(stage, (0.48, 0.08, 0.68, 0.36), night_view, frame="#5a7494")
    who = Person(
        Look(style="bald", hair="#a8b4c0", beard=True, old=True, skin="#a8b4b0", closed=True),
        Dress("#34527a", trousers="#2c4464", shoes="#8a9aa0"),
    )
    figure(
        stage,
        0.34,
        0.98,
        0.98,
        who,
        Pose(14, (30, 76), (56, 120), (84, -30), (70, -10), turn=0.6, nod=20),
        hip=1.7,
        shadow=0.4,
    )
    violin(stage, 0.4, 0.62, 0.66, -0.5, "#b0783c")
    figure_arm = stage.limbs([[(0.22, 0.46, 0.04), (0.28, 0.6, 0.034), (0.4, 0.62, 0.024)]])
    stage.form(figure_arm, "#3a5a84", relief=np.asarray(stage.drift[figure_arm.window] * 0.008, np.float32))
    stage.form(stage.limbs([[(0.4, 0.62, 0.02), (0.45, 0.63, 0.017)]]), "#a8b4b0")


@scene(
    "interior-family-supper",
    "Supper by Lamplight",
    (
        "A poor family gathers round a table beneath a hanging lamp to eat potatoes from one dish.",
        "Farm folk at their evening meal, rough faces lit by a single oil lamp in a dark cottage.",
        "Peasants sharing supper: brown shadow, earthen bowls and golden light.",
    ),
    "supper family peasants lamp table potatoes evening",
)
def supper(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.1, "golden", 0.7))
    wall(stage, "#3c3424")
    canvas.glaze(canvas.x * 0 + 0.5, "#8a7a5a")
    crew = (
        (
            0.22,
            1.12,
            0.92,
            1,
            Look(style="short", hat="cap", hat_colour="#4a4434", skin="#b88a60", old=True),
            "#4a5444",
        ),
        (0.52, 1.0, 0.82, 1, Look(hat="bonnet", hat_colour="#c8bc9c", skin="#b88a60", old=True), "#3a4a54"),
        (0.86, 1.0, 0.82, -1, Look(style="short", skin="#b88a60", beard=True), "#5a4a34"),
        (1.14, 1.12, 0.92, -1, Look(hat="bonnet", hat_colour="#b8ac8c", skin="#b88a60"), "#54463c"),
    )
    for x, y, tall, way, look, coat in crew:
        figure(
            stage,
            x,
            y,
            tall,
            Person(look, Dress(coat, skirt=coat)),
            Pose(8, (40, 80), (44, 90), (60, 0), (60, 0), turn=0.6, nod=6),
            facing=way,
            hip=2.2,
            shadow=0,
        )
    top = stage.polygon([(0.3, 0.72), (1.06, 0.72), (1.22, 0.92), (0.14, 0.92)])
    stage.form(top, "#8a6a3c", bevel=0.02, texture=0.16)
    stage.wash(stage.polygon([(0.14, 0.92), (1.22, 0.92), (1.2, 1.02), (0.16, 1.02)]), "#3a2a1c", 0.2)
    vessels.plate(stage, 0.68, 0.81, 0.17, "#c8b890")
    for dx, dy in ((-0.08, 0.0), (-0.03, -0.015), (0.03, 0.0), (0.08, 0.01), (0.0, 0.03), (-0.05, 0.03)):
        fruit.plum(stage, 0.68 + dx, 0.82 + dy, 0.03, "#c8a464")
    for x in (0.42, 0.94, 1.04):
        vessels.bowl(stage, x, 0.83, 0.04, "#d8ccb0")
    canvas.line([(0.68, 0.0), (0.68, 0.16)], 0.006, "#1a140e")
    stage.form(stage.polygon([(0.62, 0.18), (0.74, 0.18), (0.8, 0.24), (0.56, 0.24)]), "#4a4434", bevel=0.02)
    canvas.glow(0.68, 0.27, 0.3, "#ffc860", 0.8)
    stage.form(stage.ellipse(0.68, 0.26, 0.025, 0.03), "#fff0b8")


@scene(
    "interior-cat-fire",
    "By the Fireside",
    (
        "A grandmother warms herself beside the hearth while her cat watches the flames on a winter night.",
        "Cosy parlour with an open fire, a high-backed chair and a ginger cat; night behind the window.",
        "Warm glow of burning logs on an old woman and her pet.",
    ),
    "fireplace cat grandmother cosy winter evening interior",
)
def fireside(canvas: Canvas) -> None:
    stage = room(canvas, "#6a5444", "#7a4e30", 0.8, side=0.6, hour="golden")
    window(stage, (0.12, 0.1, 0.34, 0.44), night_view, frame="#8a7254")
    box(stage, 0.78, 0.26, 1.3, 0.84, "#a88a70", bevel=0.02)
    stage.wash(
        stage.polygon([(0.88, 0.84), (0.88, 0.48), (0.94, 0.42), (1.14, 0.42), (1.2, 0.48), (1.2, 0.84)]),
        "#1c1210",
        0.2,
    )
    box(stage, 0.74, 0.22, 1.34, 0.28, "#6a4428", bevel=0.012)
    g = stage.rng
    for k in range(60):
        t = g.uniform(0, 1)
        stage.dabs(
            [
                Dab(
                    1.04 + g.normal(0, 0.05) * (1 - t * 0.7),
                    0.8 - 0.24 * t,
                    0.1,
                    0.035,
                    -1.57 + g.normal(0, 0.3),
                    times(("#ff6a1c", "#ffa030", "#ffe080")[k % 3], 1.0),
                )
            ],
            opacity=0.75,
        )
    for a, b in (((0.94, 0.82), (1.14, 0.78)), ((0.94, 0.77), (1.15, 0.83))):
        stage.form(stage.limbs([[(*a, 0.02), (*b, 0.022)]]), "#4a2c1c")
    canvas.glow(1.04, 0.72, 0.3, "#ff9a40", 0.7)
    candle(stage, 0.84, 0.23, 0.16)
    vessels.painted_vase(stage, 1.22, 0.23, 0.12, "#e4e6ea", "#2f4a98")
    chair(stage, 0.42, 0.98, 0.6, "#5a3a24", facing=-1)
    who = Person(
        Look(hat="bonnet", hat_colour="#ece4d4", hair="#c8c4bc", old=True),
        Dress("#5a4a64", skirt="#4a4258", shawl="#8a6a5a"),
    )
    figure(stage, 0.44, 1.0, 0.78, who, SITTING, hip=2.0)
    cat(stage, 0.78, 0.98, 0.22)


@scene(
    "interior-lovers-balcony",
    "Sweethearts on the Balcony",
    (
        "A pair of lovers embrace on a balcony with red flowers above the moonlit sea.",
        "Man and woman close together at night, the bay glittering below, romance and stillness.",
        "Romantic couple under the moon among geraniums.",
    ),
    "lovers couple balcony night moon sea romance kiss flowers",
    aspect=0.85,
)
def balcony(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 0.5)
    sky.stars(canvas, 0.5, 260)
    sky.moon(canvas, 0.62, 0.16, 0.05)
    water(canvas, canvas.under(0.5), hours.NIGHT, 0.5, ripple=0.5)
    canvas.light(
        np.exp(-(((canvas.x - 0.62) / 0.07) ** 2))
        * canvas.under(0.5)
        * (0.4 + 0.6 * np.clip(canvas.noise(60, 3, 6) * 2 - 0.8, 0, 1))
        * 0.7,
        "#d8e0ff",
    )
    stage = Stage(canvas, hours.lamp(0.5, "dusk"))
    canvas.lay(canvas.under(0.86, 0.004), "#6a5f72")
    him = Person(
        Look(style="short", hair="#1c1614"),
        Dress("#d8d4dc", coat="#2a3450", coat_hem=1.0, trousers="#242a3c"),
    )
    her = Person(
        Look(style="bun", hair="#5a2c18", closed=True), Dress("#c83a4a", skirt="#c83a4a", flare=1.5, hem=4.0)
    )
    figure(stage, 0.33, 0.95, 0.6, him, Pose(4, (24, 104), (36, 96), turn=0.8, nod=10))
    figure(stage, 0.43, 0.96, 0.55, her, Pose(3, (62, 168), (58, 172), turn=0.85, nod=-8), facing=-1)
    for x in np.arange(0.02, 0.9, 0.07):
        stage.form(stage.limbs([[(float(x), 0.92, 0.007), (float(x), 0.68, 0.007)]]), "#2c3040")
    for y in (0.68, 0.92):
        stage.form(stage.limbs([[(-0.02, y, 0.011), (0.9, y, 0.011)]]), "#343a4c")
    for x in (0.06, 0.2, 0.66, 0.8):
        foliage(
            stage,
            x,
            0.68,
            0.09,
            0.07,
            ("#16261f", "#34583a", "#6f9050"),
            blossom="#e8384a",
            count=150,
            size=0.024,
        )
