"""Still lifes of kitchen and study."""

from __future__ import annotations

from scenes import fruit, vessels
from scenes.brush import Canvas
from scenes.catalogue.still_lifes import RIGHT, WARM, laid
from scenes.closer import closer
from scenes.cloth import cloth, curtain, stripes
from scenes.pets import fish
from scenes.rooms import scumble
from scenes.scene import scene
from scenes.shapes import Lamp
from scenes.things import book, candle, cheese, knife, loaf, open_book, skull, violin


@scene(
    "still-life-grapes-wine-bread",
    "Grapes, Bread and Red Wine",
    (
        (
            "Bunches of purple and green grapes beside a crusty loaf, a dark bottle and a glass of red "
            "wine on a wooden table."
        ),
        "A simple supper after the vintage: bread, wine and vine fruit glowing against deep brown shadow.",
        "Wine glass, loaf and grape clusters in candle-warm light, like an old Dutch tavern picture.",
    ),
    "still-life grapes wine bread bottle glass",
)
@closer(1.18, 0.5)
def grapes(canvas: Canvas) -> None:
    stage = laid(canvas, "#4a3626", "#6a4426", 0.58, WARM)
    vessels.bottle(stage, 0.35, 0.7, 0.58)
    loaf(stage, 0.74, 0.74, 0.42)
    vessels.glass(stage, 1.08, 0.78, 0.36)
    fruit.grapes(stage, 0.46, 0.93, 0.15)
    fruit.grapes(stage, 0.86, 0.95, 0.14, "#8a9a3c", 54)
    fruit.leaf(stage, 0.6, 0.8, 0.16, -0.3)
    fruit.leaf(stage, 0.62, 0.83, 0.14, 0.5, "#6a6a2c")


@scene(
    "still-life-fish-lemon",
    "Fish, Lemon and a Copper Pot",
    (
        "Silver fish lie on a plate beside a cut lemon and a copper pot on a scrubbed kitchen table.",
        "The day's catch waiting to be cooked: herring with glinting scales, citrus and polished metal.",
        (
            "A cook's still life of fresh fish from the sea, yellow lemon and a bottle of oil in cool "
            "grey light."
        ),
    ),
    "still-life fish lemon kitchen copper",
)
@closer(1.07)
def fish_table(canvas: Canvas) -> None:
    stage = laid(canvas, "#6a7478", "#9a7850", 0.52)
    vessels.vase(stage, 1.04, 0.66, 0.3, "#b8602c", vessels.POT, gloss=0.8)
    vessels.bottle(stage, 0.24, 0.64, 0.48, "#5a6a24")
    vessels.plate(stage, 0.66, 0.78, 0.4)
    fish(stage, 0.6, 0.74, 0.52, "#8494a6", -0.06)
    fish(stage, 0.68, 0.8, 0.54, "#94a0aa", 0.04)
    fish(stage, 0.62, 0.87, 0.5, "#7a8a9e", 0.1)
    fruit.half_lemon(stage, 1.08, 0.88, 0.08)
    fruit.lemon(stage, 1.2, 0.8, 0.075)
    knife(stage, 0.26, 0.92, 0.3, -0.1)


@scene(
    "still-life-vanitas",
    "Vanitas with Skull and Candle",
    (
        "A human skull rests on old books beside a burning candle and an open volume, darkness all around.",
        (
            "A meditation on time and death: bone, flame and worn leather bindings on a scholar's table "
            "at night."
        ),
        (
            "Vanity of all things, in brown shadow and golden candlelight: a death's head, a dying flame "
            "and dusty books."
        ),
    ),
    "still-life vanitas skull candle books dark",
)
@closer(1.12)
def vanitas(canvas: Canvas) -> None:
    stage = laid(
        canvas, "#241c18", "#4a3220", 0.6, Lamp((0.45, -0.4, 0.6), (1.15, 0.96, 0.7), (0.26, 0.2, 0.22))
    )
    curtain(stage, 0.0, 0.42, 0.0, 0.7, "#5a1f1c", tied=0.55)
    book(stage, 0.46, 0.8, 0.42, 0.07, "#5a3420", 0.02)
    book(stage, 0.48, 0.73, 0.38, 0.06, "#3a4430", -0.03)
    open_book(stage, 0.9, 0.92, 0.44)
    skull(stage, 0.48, 0.65, 0.33)
    candle(stage, 1.02, 0.76, 0.46)


@scene(
    "still-life-bread-cheese",
    "Breakfast with Bread and Cheese",
    (
        "A wedge of yellow cheese, a round loaf, a knife and a jug of milk on a blue-striped cloth.",
        "A farmhouse breakfast in the morning light, with bread, cheese, an apple and a white pitcher.",
        "Plain country food laid out for a meal on chequered linen; honest, warm and homely.",
    ),
    "still-life bread cheese breakfast jug",
)
@closer(1.1)
def breakfast(canvas: Canvas) -> None:
    stage = laid(canvas, "#a89474", "#7a5a38", 0.5)
    patch = cloth(
        stage,
        [(-0.1, 0.64), (0.4, 0.56), (1.0, 0.57), (1.4, 0.66), (1.4, 1.05), (-0.1, 1.05)],
        "#e6e2d6",
        count=5,
        angle=0.2,
        depth=0.008,
    )
    stripes(stage, patch, "#4a66a0", 8, 0.2, 0.1)
    vessels.jug(stage, 0.3, 0.72, 0.42, "#e4e0d4", side=-1)
    loaf(stage, 0.72, 0.74, 0.46)
    cheese(stage, 0.98, 0.88, 0.2)
    fruit.apple(stage, 0.52, 0.88, 0.08)
    knife(stage, 0.7, 0.93, 0.34, 0.1)


@scene(
    "still-life-watermelon",
    "Watermelon in High Summer",
    (
        (
            "Slices of red watermelon with black seeds, peaches and grapes on a garden table in the heat "
            "of the day."
        ),
        "Juicy cut melon, green rind and crimson flesh, beside a water jug and summer fruit.",
        "A refreshing July feast: wedges of watermelon in bright sunlight on pale boards.",
    ),
    "still-life watermelon summer fruit",
)
@closer(1.07)
def watermelon(canvas: Canvas) -> None:
    stage = laid(canvas, "#88a8a0", "#c8b088", 0.48, RIGHT)
    vessels.jug(stage, 0.28, 0.64, 0.4, "#e0e6e4")
    fruit.melon(stage, 0.72, 0.7, 0.2)
    fruit.melon(stage, 0.98, 0.88, 0.21)
    fruit.grapes(stage, 0.36, 0.9, 0.13, "#7a9a3c", 52)
    fruit.peach(stage, 0.6, 0.88, 0.085)
    fruit.peach(stage, 1.16, 0.68, 0.08)


@scene(
    "still-life-violin-music",
    "Still Life with Violin",
    (
        "A violin leans among books and an open score on a table with a green curtain and a glass of wine.",
        "Music at rest: a polished fiddle, sheet music and leather volumes in amber light.",
        "A musician's corner with a stringed instrument, an open book of notes and a ripe apple.",
    ),
    "still-life violin music books instrument",
)
@closer(1.1)
def fiddle(canvas: Canvas) -> None:
    stage = laid(canvas, "#5a4a34", "#6a3e22", 0.6, WARM)
    curtain(stage, 0.95, 1.34, 0.0, 0.72, "#2f4a38")
    book(stage, 0.38, 0.78, 0.44, 0.08, "#6a2c24")
    book(stage, 0.36, 0.7, 0.38, 0.06, "#38506a", 0.03)
    open_book(stage, 0.78, 0.92, 0.5)
    violin(stage, 0.66, 0.6, 0.72, -0.95)
    vessels.glass(stage, 1.12, 0.82, 0.32)
    fruit.apple(stage, 0.34, 0.94, 0.08)


@scene(
    "still-life-copper-onions",
    "Kitchen Table with Copper Pot and Onions",
    (
        "A big copper pot, onions, eggs and a bunch of green leaves on a rough kitchen board.",
        "Humble kitchen things in brown and copper: a vessel gleaming in the dusk of the pantry.",
        "Pots and vegetables before supper, with dull gold reflections and deep shadow.",
    ),
    "still-life kitchen copper onions eggs pot",
)
@closer(1.15)
def copper(canvas: Canvas) -> None:
    stage = laid(canvas, "#54483a", "#7a5634", 0.55, WARM, front=0.92)
    vessels.vase(stage, 0.42, 0.76, 0.42, "#b0582a", vessels.POT, gloss=0.9)
    vessels.jug(stage, 1.08, 0.74, 0.36, "#5a6a4a")
    for x, y, r in ((0.68, 0.8, 0.07), (0.8, 0.84, 0.075), (0.74, 0.88, 0.065)):
        fruit.plum(stage, x, y, r, "#b8783c")
    for x, y in ((0.92, 0.86), (0.99, 0.88), (0.95, 0.91)):
        fruit.plum(stage, x, y, 0.042, "#e6d8c4")
    for i in range(9):
        fruit.leaf(stage, 0.2, 0.86, 0.2, -0.7 + 0.2 * i, "#5a7a3c")
    scumble(stage, 0.0, 0.5, 90, 0.05, 0.1)
