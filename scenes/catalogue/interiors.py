"""Rooms and the people in them, most of them by a window."""

from __future__ import annotations

import numpy as np

from scenes import flowers as f
from scenes import fruit, hours, vessels
from scenes.brush import Canvas
from scenes.faces import Look
from scenes.figures import SITTING, Dress, Person, Pose, figure
from scenes.fruit import turned
from scenes.pets import cat
from scenes.rooms import boards, books, box, chair, cloth, curtain, shaft, stripes, table, tiles, wall, window
from scenes.scene import scene
from scenes.stage import Dab, Stage, times
from scenes.views import garden_view, night_view, sea_view, town_view


def room(canvas: Canvas, paper: str, floor: str, foot: float, *, side: float = -0.6, hour: str = "day", tiled: str | None = None) -> Stage:
    """A wall, a floor of boards or tiles, and the skirting between them."""
    stage = Stage(canvas, hours.lamp(side, hour))
    wall(stage, paper, bottom=foot)
    if tiled:
        tiles(stage, foot - 0.34, foot, floor, tiled, size=0.36)
    else:
        boards(stage, foot - 0.36, foot, floor)
    stage.form(stage.polygon([(0, foot - 0.03), (stage.wide, foot - 0.03), (stage.wide, foot + 0.004), (0, foot + 0.004)]), times(paper, 0.8), bevel=0.006)
    return stage


def desk(stage: Stage, x0: float, x1: float, y: float, depth: float, foot: float, colour: str = "#7a4a28") -> None:
    """A table seen from in front: top, apron and legs."""
    for x in (x0 + 0.03, x1 - 0.03):
        stage.form(stage.limbs([[(x, y + depth, 0.016), (x, foot, 0.013)]]), colour)
    stage.form(stage.polygon([(x0, y + depth), (x1, y + depth), (x1, y + depth + 0.05), (x0, y + depth + 0.05)]), times(colour, 0.7), bevel=0.01)
    top = stage.polygon([(x0 + 0.05, y), (x1 - 0.05, y), (x1 + 0.01, y + depth), (x0 - 0.01, y + depth)])
    stage.cast(top, 0.02, 0.12, 0.05, 0.4)
    stage.form(top, colour, bevel=0.012, texture=0.14)


@scene(
    "interior-sea-window",
    "Open Window by the Sea",
    (
        "A table with a vase of flowers and a bowl of fruit stands before an open window with a view of sailing boats on a blue sea.",
        "Sunny seaside room: curtains blowing, oranges on the cloth, white sails outside.",
        "Interior with a window onto the bay, bright colours, holiday air and summer light.",
    ),
    "interior window sea boats table flowers fruit summer",
    aspect=0.85,
)
def sea_window(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5))
    wall(stage, "#d87a6a", bottom=0.8)
    window(stage, (0.2, 0.06, 0.66, 0.62), sea_view, panes=(2, 1), frame="#e8e0d0")
    curtain(stage, 0.0, 0.22, 0.0, 0.74, "#e8d8a0", tied=0.5)
    table(stage, 0.72, "#7aa0a4", grain=False)
    patch = cloth(stage, [(0.04, 0.8), (0.4, 0.74), (0.82, 0.8), (0.8, 1.02), (0.06, 1.02)], "#f0e8dc", count=6, angle=0.4, depth=0.008)
    stripes(stage, patch, "#3a6ab0", 9, 0.4, 0.12)
    vessels.vase(stage, 0.26, 0.9, 0.2, "#3a8a6a", vessels.POT)
    f.bouquet(stage, 0.26, 0.71, 0.17, [(f.rose, "#e86a7a", 5, 0.26), (f.daisy, "#f6f0e4", 5, 0.2), (f.dahlia, "#e0a030", 3, 0.22)])

    def fill(s: Stage, x: float, y: float) -> None:
        for dx, dy in ((-0.06, 0.01), (0.06, 0.01), (0.0, -0.03), (0.0, 0.03)):
            fruit.orange(s, x + dx, y + dy, 0.05)

    vessels.bowl(stage, 0.6, 0.92, 0.15, "#e8e4f0", fill)
    fruit.lemon(stage, 0.44, 0.95, 0.04)


@scene(
    "interior-woman-reading",
    "Woman Reading by the Window",
    (
        "A woman in a blue dress stands by the window absorbed in a letter, cool daylight on the wall.",
        "Quiet Dutch room with a chequered floor; a lady reads, a map of shadow behind her and a table with a rug.",
        "Reading a letter in silence: girl in profile, light from the left, pearl-grey stillness.",
    ),
    "woman reading letter window interior light quiet",
    aspect=0.85,
)
def reading(canvas: Canvas) -> None:
    stage = room(canvas, "#c8bea4", "#d8d0c0", 0.78, tiled="#4a4a54")
    window(stage, (0.05, 0.1, 0.26, 0.58), garden_view, panes=(2, 3), frame="#8a8470")
    box(stage, 0.52, 0.12, 0.8, 0.4, "#b89a60", bevel=0.01)
    canvas.lay(canvas.mask([(0.54, 0.14), (0.78, 0.14), (0.78, 0.38), (0.54, 0.38)]) * (0.5 + 0.5 * stage.drift), "#8a9a84")
    shaft(stage, [(0.26, 0.2), (0.5, 0.28), (0.62, 0.66), (0.3, 0.56)], "#fff2d0", 0.3, 0.03)
    chair(stage, 0.72, 0.9, 0.34, "#5a3a24", facing=-1)
    who = Person(Look(style="bun", hair="#9a6a3c"), Dress("#4a76ae", skirt="#b89a5a", flare=1.5))
    j = figure(stage, 0.47, 0.94, 0.68, who, Pose(3, (40, 116), (46, 118), turn=0.85, nod=12), facing=-1)
    x, y = j["near_hand"]
    stage.form(stage.polygon([(x - 0.07, y - 0.05), (x + 0.0, y - 0.04), (x + 0.0, y + 0.03), (x - 0.07, y + 0.02)]), "#f4eee0", bevel=0.006)
    cloth(stage, [(-0.05, 0.7), (0.14, 0.68), (0.3, 0.72), (0.32, 0.86), (0.26, 1.02), (-0.05, 1.02)], "#a83a34", count=9, angle=0.3)
    vessels.bowl(stage, 0.14, 0.74, 0.08, "#e4e6ee", lambda s, u, v: fruit.peach(s, u, v + 0.02, 0.035))


@scene(
    "interior-studio",
    "The Artist's Studio",
    (
        "A painter's studio with an easel, canvases against the wall, brushes in a jar and north light from a tall window.",
        "Atelier interior: a half-finished landscape on its stand, a stool, a stove and dust in the sunshine.",
        "Workplace of an artist, cluttered and calm, smelling of turpentine.",
    ),
    "studio artist easel painting interior window atelier",
)
def studio(canvas: Canvas) -> None:
    stage = room(canvas, "#a8a494", "#9a7448", 0.68)
    window(stage, (0.1, 0.04, 0.5, 0.52), town_view, panes=(3, 3))
    shaft(stage, [(0.3, 0.68), (0.6, 0.68), (0.9, 0.94), (0.5, 0.94)], "#fff2d0", 0.35, 0.03)
    for x, y, w, h, c in ((1.06, 0.14, 0.2, 0.16, "#5a7a94"), (0.6, 0.1, 0.13, 0.17, "#8a5a3c"), (0.8, 0.08, 0.2, 0.14, "#7a8a4a")):
        box(stage, x - 0.014, y - 0.014, x + w + 0.014, y + h + 0.014, "#b8924a")
        _sketch(stage, x, y, w, h, c)
    for a, b in (((0.78, 0.94), (0.9, 0.3)), ((1.12, 0.94), (0.98, 0.3)), ((0.94, 0.88), (0.94, 0.24))):
        stage.form(stage.limbs([[(*a, 0.011), (*b, 0.01)]]), "#8a6034")
    box(stage, 0.74, 0.36, 1.14, 0.66, "#efe8da", bevel=0.008)
    _sketch(stage, 0.75, 0.37, 0.38, 0.28, "#4a7ab0")
    stage.form(stage.limbs([[(0.72, 0.67, 0.012), (1.16, 0.67, 0.012)]]), "#8a6034")
    for i, x in enumerate((1.2, 1.26, 1.31)):
        slab = stage.polygon([(x - 0.1, 0.9), (x - 0.06, 0.56 + 0.03 * i), (x + 0.2, 0.56 + 0.03 * i), (x + 0.2, 0.92)])
        stage.cast(slab, -0.02, 0.01, 0.015, 0.5)
        stage.form(slab, ("#c8b890", "#8a7454", "#d8c8a8")[i], bevel=0.008)
    desk(stage, 0.08, 0.48, 0.64, 0.07, 0.92)
    turned(stage, 0.2, 0.7, vessels.scaled(vessels.TALL, 0.09), "#5a7a94")
    stage.dabs([Dab(0.2 + 0.014 * k, 0.57 - 0.005 * k * k, 0.12, 0.008, -1.57 + 0.12 * k, times("#8a5a30", 1)) for k in range(-3, 4)])
    fruit.apple(stage, 0.34, 0.7, 0.032)
    chair(stage, 0.62, 0.94, 0.34)


def _sketch(stage: Stage, x: float, y: float, w: float, h: float, sky: str) -> None:
    """A little landscape upon a canvas."""
    frame = stage.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    stage.wash(frame, sky, 0.2)
    g = stage.rng
    marks = [Dab(x + w * g.uniform(0, 1), y + h * t, w * 0.2, h * 0.05, g.normal(0, 0.2), times("#e8e4dc" if t < 0.35 else ("#6a8a4a", "#a8a050", "#4a6a44")[int(g.integers(3))], g.uniform(0.8, 1.15))) for t in g.uniform(0.08, 1, 130)]
    stage.dabs(marks, frame, 0.8)


@scene(
    "interior-library",
    "The Library",
    (
        "Shelves of old leather books climb the walls; a scholar reads at a desk by the light of a green evening window.",
        "A study lined with volumes, globe and candle on the table, hushed and brown.",
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
    who = Person(Look(style="bald", hair="#c8c0b4", beard=True, old=True), Dress("#c8b890", coat="#4a3a4a", coat_hem=2.0))
    j = figure(stage, 0.62, 1.0, 0.76, who, Pose(10, (40, 80), (44, 90), (80, 0), (76, 0), turn=0.6, nod=16), hip=2.1)
    desk(stage, 0.6, 1.2, 0.72, 0.1, 1.02)
    vessels.open_book(stage, j["near_hand"][0] + 0.1, 0.8, 0.22)
    vessels.candle(stage, 1.06, 0.79, 0.26)
    vessels.book(stage, 0.92, 0.76, 0.14, 0.03, "#7a2c24")
    canvas.light(np.exp(-(((canvas.x - 1.04) / 0.3) ** 2) - ((canvas.y - 0.56) / 0.3) ** 2) * 0.35, "#ffb860")


@scene(
    "interior-kitchen-maid",
    "The Kitchen Maid",
    (
        "A maid in a yellow bodice and blue apron pours milk from a jug at a table with bread, in the light of a small window.",
        "Servant woman at work in a plain whitewashed kitchen, basket on the wall, calm morning sun.",
        "Domestic scene with milk, loaf and earthenware; simple dignity of everyday tasks.",
    ),
    "kitchen maid milk bread woman window domestic",
    aspect=0.88,
)
def kitchen(canvas: Canvas) -> None:
    stage = room(canvas, "#d0c6b0", "#a8704a", 0.84, tiled="#8a5a3c")
    window(stage, (0.04, 0.06, 0.22, 0.46), garden_view, panes=(2, 3), frame="#9a9078")
    who = Person(Look(hat="bonnet", hat_colour="#f2ede2", skin="#e0ac88"), Dress("#d8b048", sleeve="#4a6a3c", skirt="#8a3a2c", apron="#3a5f9a"))
    j = figure(stage, 0.55, 1.12, 0.98, who, Pose(6, (36, 88), (44, 96), turn=0.55, look=0.5, nod=14), facing=-1)
    cloth(stage, [(-0.05, 0.74), (0.2, 0.7), (0.46, 0.74), (0.5, 0.84), (0.46, 1.05), (-0.05, 1.05)], "#4f7a6a", count=8, angle=0.3)
    vessels.loaf(stage, 0.12, 0.82, 0.22)
    x, y = j["near_hand"]
    vessels.vase(stage, 0.3, 0.85, 0.1, "#b0683c", vessels.POT)
    stage.dabs([Dab(x - 0.05, (y + 0.75) / 2 + 0.02, 0.75 - y, 0.008, 1.57, times("#f6f2ea", 1))])
    vessels.jug(stage, x - 0.02, y + 0.06, 0.14, "#a85a34")
    fruit.apple(stage, 0.42, 0.86, 0.035)


@scene(
    "interior-piano-girl",
    "Girl at the Piano",
    (
        "A girl in a pink dress plays the piano in a drawing room with flowers on the lid and candle sconces.",
        "Music lesson at home: young pianist at the keys, sheet music, soft lamplight on red wallpaper.",
        "Making music in the parlour, tender and domestic.",
    ),
    "piano girl music playing interior parlour flowers",
)
def piano(canvas: Canvas) -> None:
    stage = room(canvas, "#a8584a", "#8a5c38", 0.8, side=0.5, hour="golden")
    curtain(stage, 0.0, 0.2, 0.0, 0.84, "#d0b070")
    box(stage, 0.24, 0.1, 0.54, 0.36, "#b8924a")
    _sketch(stage, 0.26, 0.12, 0.26, 0.22, "#8ab0c8")
    box(stage, 0.74, 0.36, 1.34, 0.92, "#3a2218", bevel=0.02)
    box(stage, 0.78, 0.4, 1.3, 0.56, "#4a2c1e", bevel=0.012, shadow=0)
    shelf = stage.polygon([(0.68, 0.62), (1.34, 0.6), (1.34, 0.68), (0.66, 0.7)])
    stage.cast(shelf, -0.01, 0.05, 0.03, 0.6)
    stage.form(shelf, "#33201a", bevel=0.01)
    keys = stage.polygon([(0.7, 0.63), (1.34, 0.61), (1.34, 0.645), (0.69, 0.665)])
    stage.wash(keys, "#f2ecdc")
    stage.dabs([Dab(x, 0.642 - (x - 0.7) * 0.03, 0.03, 0.007, 1.57, times("#14100e", 1)) for x in np.arange(0.71, 1.34, 0.018)], keys)
    vessels.open_book(stage, 1.0, 0.58, 0.22)
    vessels.vase(stage, 1.16, 0.37, 0.1, "#5a7ab0")
    f.bouquet(stage, 1.16, 0.28, 0.12, [(f.rose, "#f0d8d0", 5, 0.28), (f.daisy, "#f6f0e4", 4, 0.2)])
    vessels.candle(stage, 0.84, 0.37, 0.18)
    player = Person(Look(style="long", hair="#b8803c", skin="#ecc4a4"), Dress("#e89aa4", skirt="#e89aa4"))
    figure(stage, 0.48, 1.0, 0.7, player, Pose(4, (36, 84), (44, 92), (84, 4), (80, 0), turn=0.9, nod=6), hip=2.1)


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
    who = Person(Look(style="bald", hair="#a8b4c0", beard=True, old=True, skin="#a8b4b0", closed=True), Dress("#34527a", trousers="#2c4464", shoes="#8a9aa0"))
    figure(stage, 0.34, 0.98, 0.98, who, Pose(14, (30, 76), (56, 120), (84, -30), (70, -10), turn=0.6, nod=20), hip=1.7, shadow=0.4)
    vessels.violin(stage, 0.4, 0.62, 0.66, -0.5, "#b0783c")
    figure_arm = stage.limbs([[(0.22, 0.46, 0.04), (0.28, 0.6, 0.034), (0.4, 0.62, 0.024)]])
    stage.form(figure_arm, "#3a5a84", relief=np.asarray(stage.drift[figure_arm.window] * 0.008, np.float32))
    stage.form(stage.limbs([[(0.4, 0.62, 0.02), (0.45, 0.63, 0.017)]]), "#a8b4b0")


@scene(
    "interior-bedroom",
    "The Bedroom",
    (
        "A simple bedroom with a wooden bed, two rush chairs, a small table and a window with green shutters ajar.",
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
        _sketch(stage, x, y, w, h, c)
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


@scene(
    "interior-family-supper",
    "Supper by Lamplight",
    (
        "A poor family gathers round a table beneath a hanging lamp to eat potatoes from one dish.",
        "Farm folk at their evening meal, rough faces lit by a single oil lamp in a dark cottage.",
        "Peasants sharing supper: steam, bread, brown shadow and golden light.",
    ),
    "supper family peasants lamp table potatoes evening",
)
def supper(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.1, "golden", 0.7))
    wall(stage, "#3c3424")
    canvas.glaze(canvas.x * 0 + 0.5, "#8a7a5a")
    crew = (
        (0.22, 1.12, 0.92, 1, Look(style="short", hat="cap", hat_colour="#4a4434", skin="#b88a60", old=True), "#4a5444"),
        (0.52, 1.0, 0.82, 1, Look(hat="bonnet", hat_colour="#c8bc9c", skin="#b88a60", old=True), "#3a4a54"),
        (0.86, 1.0, 0.82, -1, Look(style="short", skin="#b88a60", beard=True), "#5a4a34"),
        (1.14, 1.12, 0.92, -1, Look(hat="bonnet", hat_colour="#b8ac8c", skin="#b88a60"), "#54463c"),
    )
    for x, y, tall, way, look, coat in crew:
        figure(stage, x, y, tall, Person(look, Dress(coat, skirt=coat)), Pose(8, (40, 80), (44, 90), (60, 0), (60, 0), turn=0.6, nod=6), facing=way, hip=2.2, shadow=0)
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
        "A grandmother knits beside the hearth while her cat watches the flames on a winter night.",
        "Cosy parlour with an open fire, an armchair and a ginger cat; snow behind the window.",
        "Warm glow of burning logs on an old woman and her pet.",
    ),
    "fireplace cat grandmother cosy winter evening interior",
)
def fireside(canvas: Canvas) -> None:
    stage = room(canvas, "#6a5444", "#7a4e30", 0.8, side=0.6, hour="golden")
    window(stage, (0.12, 0.1, 0.34, 0.44), night_view, frame="#8a7254")
    box(stage, 0.78, 0.26, 1.3, 0.84, "#a88a70", bevel=0.02)
    stage.wash(stage.polygon([(0.88, 0.84), (0.88, 0.48), (0.94, 0.42), (1.14, 0.42), (1.2, 0.48), (1.2, 0.84)]), "#1c1210", 0.2)
    box(stage, 0.74, 0.22, 1.34, 0.28, "#6a4428", bevel=0.012)
    g = stage.rng
    for k in range(60):
        t = g.uniform(0, 1)
        stage.dabs([Dab(1.04 + g.normal(0, 0.05) * (1 - t * 0.7), 0.8 - 0.24 * t, 0.1, 0.035, -1.57 + g.normal(0, 0.3), times(("#ff6a1c", "#ffa030", "#ffe080")[k % 3], 1.0))], opacity=0.75)
    for a, b in (((0.94, 0.82), (1.14, 0.78)), ((0.94, 0.77), (1.15, 0.83))):
        stage.form(stage.limbs([[(*a, 0.02), (*b, 0.022)]]), "#4a2c1c")
    canvas.glow(1.04, 0.72, 0.3, "#ff9a40", 0.7)
    vessels.candle(stage, 0.84, 0.23, 0.16)
    vessels.painted_vase(stage, 1.22, 0.23, 0.12, "#e4e6ea", "#2f4a98")
    chair(stage, 0.42, 0.98, 0.6, "#5a3a24", facing=-1)
    who = Person(Look(hat="bonnet", hat_colour="#ece4d4", hair="#c8c4bc", old=True), Dress("#5a4a64", skirt="#4a4258", shawl="#8a6a5a"))
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
    from scenes import sky
    from scenes.beds import foliage
    from scenes.water import water

    sky.sky(canvas, hours.NIGHT, 0.5)
    sky.stars(canvas, 0.5, 260)
    sky.moon(canvas, 0.62, 0.16, 0.05)
    water(canvas, canvas.under(0.5), hours.NIGHT, 0.5, ripple=0.5)
    canvas.light(np.exp(-(((canvas.x - 0.62) / 0.07) ** 2)) * canvas.under(0.5) * (0.4 + 0.6 * np.clip(canvas.noise(60, 3, 6) * 2 - 0.8, 0, 1)) * 0.7, "#d8e0ff")
    stage = Stage(canvas, hours.lamp(0.5, "dusk"))
    canvas.lay(canvas.under(0.86, 0.004), "#6a5f72")
    him = Person(Look(style="short", hair="#1c1614"), Dress("#d8d4dc", coat="#2a3450", coat_hem=1.0, trousers="#242a3c"))
    her = Person(Look(style="bun", hair="#5a2c18", closed=True), Dress("#c83a4a", skirt="#c83a4a", flare=1.5, hem=4.0))
    figure(stage, 0.33, 0.95, 0.6, him, Pose(4, (40, 95), (50, 90), turn=0.8, nod=10))
    figure(stage, 0.43, 0.96, 0.55, her, Pose(3, (70, 130), (60, 140), turn=0.85, nod=-8), facing=-1)
    for x in np.arange(0.02, 0.9, 0.07):
        stage.form(stage.limbs([[(float(x), 0.92, 0.007), (float(x), 0.68, 0.007)]]), "#2c3040")
    for y in (0.68, 0.92):
        stage.form(stage.limbs([[(-0.02, y, 0.011), (0.9, y, 0.011)]]), "#343a4c")
    for x in (0.06, 0.2, 0.66, 0.8):
        foliage(stage, x, 0.68, 0.09, 0.07, ("#16261f", "#34583a", "#6f9050"), blossom="#e8384a", count=150, size=0.024)
