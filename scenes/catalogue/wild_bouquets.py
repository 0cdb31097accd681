"""Simple bunches, from garden and meadow."""

from __future__ import annotations

from scenes import flowers as f
from scenes import fruit, vessels
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.catalogue.still_lifes import RIGHT, laid
from scenes.cloth import cloth, stripes
from scenes.rooms import window
from scenes.scene import scene
from scenes.shapes import Dab, Patch, times
from scenes.stage import Stage
from scenes.things import open_book


@scene(
    "flowers-poppies-cornflowers",
    "Poppies, Daisies and Cornflowers",
    (
        "Scarlet poppies, white daisies and blue cornflowers gathered from the fields in a green glass jar.",
        "A loose bunch of wild flowers, red, white and blue, bright on a sunny windowsill.",
        "Meadow flowers just picked: crumpled poppy petals among oxeyes and cornflowers.",
    ),
    "flowers poppies daisies wildflowers vase",
    aspect=1.0,
)
def poppies(canvas: Canvas) -> None:
    stage = laid(canvas, "#d8cca8", "#a87e50", 0.7)
    vessels.vase(stage, 0.5, 0.9, 0.3, "#6a9a7a", vessels.TALL, gloss=0.8)
    bouquet(
        stage,
        0.5,
        0.62,
        0.33,
        [(f.poppy, "#d03424", 8, 0.21), (f.daisy, "#f5f0e2", 8, 0.16), (f.dahlia, "#3a58b8", 7, 0.12)],
    )
    f.poppy(stage, 0.8, 0.88, 0.07)
    f.daisy(stage, 0.2, 0.92, 0.05)


@scene(
    "flowers-daisies-cup",
    "Daisies in a Cup",
    (
        "A handful of white daisies with golden eyes in a small blue cup on a checked cloth.",
        "Marguerites picked by a child, standing in a cup of water beside an open book.",
        "Simple white flowers, modest and cheerful, in the clear light of morning.",
    ),
    "flowers daisies cup white simple",
    aspect=1.0,
)
def daisies(canvas: Canvas) -> None:
    stage = laid(canvas, "#a8b8a0", "#9a7048", 0.58, RIGHT)
    patch = cloth(
        stage,
        [(-0.05, 0.7), (0.5, 0.64), (1.05, 0.7), (1.05, 1.05), (-0.05, 1.05)],
        "#ece8dc",
        count=5,
        depth=0.006,
    )
    stripes(stage, patch, "#c05848", 7, 0.5, 0.12)
    stripes(stage, patch, "#c05848", 7, 2.07, 0.12)
    open_book(stage, 0.76, 0.92, 0.38)
    vessels.vase(stage, 0.36, 0.86, 0.22, "#3a68a8", vessels.TALL)
    bouquet(stage, 0.36, 0.66, 0.26, [(f.daisy, "#f6f2e6", 17, 0.2)], leaves=14, green="#5a7a44")


@scene(
    "flowers-lilac-window",
    "Lilac by the Window",
    (
        "Heavy heads of purple and white lilac in a stoneware crock beside an open window in spring.",
        "Lilac blossom scenting the room, with a view of green trees and a light sky through the panes.",
        "Mauve flower clusters on a window ledge, morning air and soft May light.",
    ),
    "flowers lilac window spring vase",
    aspect=1.0,
)
def lilac(canvas: Canvas) -> None:
    stage = laid(canvas, "#cfc4b0", "#a89070", 0.78, RIGHT)
    window(stage, (0.48, 0.06, 0.92, 0.68), _trees)
    vessels.vase(stage, 0.36, 0.95, 0.34, "#8a7a64", vessels.POT)
    bouquet(
        stage,
        0.36,
        0.64,
        0.31,
        [(f.cluster, "#8a68b8", 8, 0.3), (f.cluster, "#e6e2ee", 5, 0.27)],
        green="#5a7f48",
    )
    f.cluster(stage, 0.76, 0.9, 0.07, "#8a68b8")


def _trees(stage: Stage, patch: Patch) -> None:
    """A bright garden as a window shows it, out of focus."""
    g = stage.rng
    h, w = patch.mask.shape
    x0, y0, x1, y1 = (
        patch.x / stage.height,
        patch.y / stage.height,
        (patch.x + w) / stage.height,
        (patch.y + h) / stage.height,
    )
    stage.wash(patch, "#cfe0ea", 0.08)
    touches = []
    for _ in range(240):
        t = g.uniform(0.35, 1) ** 0.7
        touches.append(
            Dab(
                g.uniform(x0, x1),
                y0 + (y1 - y0) * t,
                0.07,
                0.035,
                g.uniform(0, 3),
                times(("#7fa05a", "#a8c070", "#4f7a48")[int(g.integers(3))], g.uniform(0.85, 1.15)),
            )
        )
    stage.dabs(touches, patch, 0.85)


@scene(
    "flowers-anemones-red",
    "Anemones on a Red Table",
    (
        "Purple, scarlet and white anemones in a striped vase upon a bright red table.",
        (
            "Boldly coloured flowers with black centres, joyful and flat as a carpet: red, violet, green "
            "and pink."
        ),
        "A vase of windflowers in an interior of pure strong colours, gay and modern.",
    ),
    "flowers anemones red colourful fauve",
    aspect=1.0,
)
def anemones(canvas: Canvas) -> None:
    stage = laid(canvas, "#4a8a7a", "#b83228", 0.62)
    vessels.vase(stage, 0.5, 0.88, 0.32, "#e4d0a0", vessels.URN)
    heads = [
        (f.poppy, "#7a3a9a", 6, 0.22),
        (f.poppy, "#d42c48", 6, 0.22),
        (f.poppy, "#f0e6ea", 5, 0.2),
        (f.poppy, "#e88ab0", 3, 0.19),
    ]
    bouquet(stage, 0.5, 0.58, 0.33, heads, green="#4a7a4a")
    fruit.lemon(stage, 0.82, 0.88, 0.06)
    fruit.orange(stage, 0.2, 0.9, 0.065)
