"""Vases of flowers."""

from __future__ import annotations

from scenes import flowers as f
from scenes import fruit, vessels
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.catalogue.still_lifes import RIGHT, WARM, laid
from scenes.cloth import curtain
from scenes.furniture import box
from scenes.scene import scene

PORTRAIT = 0.8


@scene(
    "flowers-tulips-vase",
    "Red and Yellow Tulips in a Vase",
    (
        "A generous bunch of red, yellow and orange tulips opens above a round blue vase on a wooden table.",
        "Spring flowers with long leaves and striped petals, freshly cut, against a pale grey wall.",
        "A bouquet of colourful tulips in a pottery jar; one petal has fallen on the table.",
    ),
    "flowers tulips vase bouquet spring",
    aspect=PORTRAIT,
)
def tulips(canvas: Canvas) -> None:
    stage = laid(canvas, "#98a09c", "#8a6038", 0.72)
    for i in range(9):
        f.blade(stage, 0.4, 0.66, 0.36, -2.9 + i * 0.33, (-0.5, 0.5)[i > 4], "#4f7a44")
    vessels.vase(stage, 0.4, 0.92, 0.36, "#2f5a98", vessels.POT)
    bouquet(
        stage,
        0.4,
        0.58,
        0.3,
        [(f.tulip, "#c83028", 7, 0.19), (f.tulip, "#e8b830", 5, 0.18), (f.tulip, "#e07030", 4, 0.18)],
        leaves=12,
        green="#4f7a44",
    )
    f.petal(stage, 0.64, 0.94, 0.08, 0.05, 0.2, "#c83028")


@scene(
    "flowers-roses-glass",
    "Pink Roses",
    (
        "Full-blown pink and white roses crowd a silver-grey vase before a dark curtain.",
        "A romantic bouquet of garden roses, soft petals of blush and cream, some already dropping.",
        "Rose blossoms in a vase with glossy leaves, painted in tender pinks against deep brown.",
    ),
    "flowers roses vase bouquet pink romantic",
    aspect=PORTRAIT,
)
def roses(canvas: Canvas) -> None:
    stage = laid(canvas, "#3c332c", "#5c3c28", 0.74)
    curtain(stage, 0.5, 0.8, 0.0, 0.78, "#5a2a34")
    vessels.vase(stage, 0.38, 0.92, 0.34, "#a8acb0")
    bouquet(
        stage,
        0.38,
        0.6,
        0.3,
        [(f.rose, "#e09aa4", 8, 0.24), (f.rose, "#f0e0d0", 5, 0.22), (f.rose, "#c05a6c", 3, 0.22)],
    )
    f.rose(stage, 0.65, 0.9, 0.06, "#e09aa4")
    f.petal(stage, 0.14, 0.93, 0.05, 0.04, 0.4, "#f0d8d0")


@scene(
    "flowers-sunflowers",
    "Sunflowers",
    (
        "A dozen golden sunflowers stand in a yellow earthenware pot against a turquoise wall.",
        "Big yellow blooms with brown seed hearts, blazing like little suns in a rustic jar.",
        "Sunflower heads, some drooping, in a simple vase: yellow upon yellow under southern light.",
    ),
    "flowers sunflowers vase yellow",
    aspect=PORTRAIT,
)
def sunflowers(canvas: Canvas) -> None:
    stage = laid(canvas, "#8ab4a8", "#c8963c", 0.74)
    vessels.vase(stage, 0.4, 0.93, 0.34, "#d8a840", vessels.POT)
    bouquet(
        stage,
        0.4,
        0.62,
        0.32,
        [(f.sunflower, "#e9ae1c", 9, 0.3), (f.sunflower, "#d08a18", 3, 0.26)],
        leaves=16,
        green="#5a6f30",
    )


@scene(
    "flowers-irises-vase",
    "Irises in a White Pitcher",
    (
        "Violet-blue irises with yellow tongues fill a white pitcher on an ochre background.",
        "A bunch of tall purple flowers and sword-like leaves, cool against a golden wall.",
        "Iris blossoms in a jug: blue, mauve and a touch of gold, fresh from the garden in May.",
    ),
    "flowers irises vase violet blue",
    aspect=PORTRAIT,
)
def irises(canvas: Canvas) -> None:
    stage = laid(canvas, "#d0a848", "#8aa070", 0.75, RIGHT)
    for i in range(11):
        f.blade(stage, 0.4, 0.68, 0.46, -2.6 + i * 0.2, 0.3 * (-1) ** i, "#4a7a5a", 0.1)
    vessels.jug(stage, 0.4, 0.94, 0.34, "#eeeae0")
    bouquet(
        stage,
        0.4,
        0.62,
        0.31,
        [(f.iris, "#4a48a8", 9, 0.22), (f.iris, "#7a5ab0", 4, 0.21)],
        leaves=6,
        green="#4a7a5a",
    )


@scene(
    "flowers-dutch-bouquet",
    "Flower Piece in the Old Dutch Manner",
    (
        (
            "A towering bouquet of roses, tulips, irises, lilies and dahlias emerges from black shadow "
            "above a stone ledge."
        ),
        (
            "An opulent mixed arrangement of many different flowers with fruit and a fallen blossom, dark "
            "and rich as velvet."
        ),
        (
            "Every season's blooms together in one vase: striped tulips, peonies and poppies lit "
            "dramatically from the side."
        ),
    ),
    "flowers mixed bouquet dark dutch baroque",
    aspect=0.78,
)
def dutch(canvas: Canvas) -> None:
    stage = laid(canvas, "#241f1c", "#6a6054", 0.82, WARM, front=0.93)
    vessels.vase(stage, 0.39, 0.91, 0.26, "#4a3a2c", vessels.URN, gloss=0.7)
    heads = [
        (f.rose, "#e4a8a8", 5, 0.21),
        (f.tulip, "#d8502c", 4, 0.18),
        (f.iris, "#5a58b0", 3, 0.19),
        (f.lily, "#f2e8d8", 3, 0.2),
    ]
    heads += [
        (f.dahlia, "#b02a50", 3, 0.17),
        (f.daisy, "#f2eee0", 5, 0.11),
        (f.poppy, "#c8382a", 3, 0.18),
        (f.cluster, "#8fa0d0", 2, 0.18),
    ]
    bouquet(stage, 0.39, 0.66, 0.33, heads, height=1.28, leaves=30, green="#3f5a34")
    fruit.peach(stage, 0.64, 0.9, 0.05)
    fruit.grapes(stage, 0.14, 0.92, 0.07, "#5a3a6a", 30)


@scene(
    "flowers-lilies-vase",
    "White Lilies",
    (
        "Tall white lilies with orange stamens rise from a dark green vase in a quiet blue room.",
        "Pure pale blossoms and slender stems, solemn and fragrant, in cool evening light.",
        "A bouquet of Madonna lilies by a drawn curtain; white petals glow against blue shadow.",
    ),
    "flowers lilies white vase",
    aspect=0.72,
)
def lilies(canvas: Canvas) -> None:
    stage = laid(canvas, "#4a6084", "#5a4436", 0.8)
    curtain(stage, 0.0, 0.2, 0.0, 0.84, "#6f86a4")
    vessels.vase(stage, 0.38, 0.95, 0.34, "#2c5040", vessels.TALL, gloss=0.7)
    bouquet(stage, 0.38, 0.64, 0.27, [(f.lily, "#f5eee0", 9, 0.33)], height=1.45, leaves=20, green="#4a6f4a")


@scene(
    "flowers-dahlias-autumn",
    "Dahlias and Autumn Leaves",
    (
        "Crimson, orange and yellow dahlias with reddened leaves in a brown jug, apples at its foot.",
        "An autumn bouquet in the colours of fire, the last flowers from the garden before the frost.",
        "Late-summer dahlias and chrysanthemums, rust, gold and wine red, on a dark oak table.",
    ),
    "flowers dahlias autumn vase",
    aspect=PORTRAIT,
)
def dahlias(canvas: Canvas) -> None:
    stage = laid(canvas, "#6a5a3e", "#5c3a22", 0.74, WARM)
    vessels.jug(stage, 0.38, 0.92, 0.34, "#7a4a28")
    heads = [(f.dahlia, "#a82030", 6, 0.23), (f.dahlia, "#d87828", 5, 0.22), (f.dahlia, "#e0b038", 4, 0.19)]
    bouquet(stage, 0.38, 0.6, 0.3, heads, green="#8a5a2c")
    fruit.apple(stage, 0.66, 0.9, 0.055)
    fruit.apple(stage, 0.72, 0.95, 0.055, "#c8a030", "#b8501e")
    fruit.leaf(stage, 0.12, 0.93, 0.12, 0.2, "#a8602c")


@scene(
    "flowers-blue-white-vase",
    "Peonies in a Blue and White Vase",
    (
        "Pale pink peonies and white roses in a Chinese porcelain vase, before a golden screen.",
        "An elegant arrangement of peony blossom in blue-and-white china, refined and luminous.",
        (
            "Voluptuous flowers, almost white, their porcelain jar brushed with blue sprigs; golden "
            "screen behind."
        ),
    ),
    "flowers peonies porcelain vase oriental",
    aspect=PORTRAIT,
)
def peonies(canvas: Canvas) -> None:
    stage = laid(canvas, "#c8a860", "#3a2a24", 0.76)
    for x in (0.2, 0.4, 0.6):
        box(stage, x - 0.003, 0.0, x + 0.003, 0.76, "#8a6a34", shadow=0.3)
    vessels.painted_vase(stage, 0.4, 0.94, 0.38, "#e4e6ea", "#2f4a98")
    bouquet(
        stage,
        0.4,
        0.58,
        0.3,
        [(f.rose, "#f0c8cc", 7, 0.27), (f.rose, "#f6eee4", 4, 0.25), (f.daisy, "#fbe8c8", 3, 0.13)],
        green="#4a6a3c",
    )
