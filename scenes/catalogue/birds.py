"""Birds of the water, the night and the yard."""

from __future__ import annotations

import numpy as np

from scenes import hours, sky, trees
from scenes.birds import bird, hen, swan
from scenes.brush import Canvas
from scenes.buildings import slab
from scenes.catalogue.gardens import lilies
from scenes.flowers import blade
from scenes.fruit import leaf
from scenes.greenery import foliage, hedge
from scenes.plumage import crane, owl, peacock
from scenes.rooms import tiles
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.water import water

GREENS = ("#20381f", "#4f7434", "#9fb85a")


@scene(
    "birds-swans-pond",
    "Swans on the Pond",
    (
        (
            "Two white swans glide over a dark still pond among water lilies and reeds, their reflections "
            "beneath them."
        ),
        "A pair of swans at dusk on mirror-like water, willows in the mist.",
        "Graceful white birds on a lake in the park, quiet and romantic.",
    ),
    "swans pond birds water lake reflection romantic",
)
def swans(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MIST, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.42, 0.22, hours.MIST, trees.SUMMER, 0.35)
    for x, s in ((0.08, 0.2), (1.26, 0.24)):
        foliage(stage, x, 0.24, s, 0.2, GREENS, count=520, size=0.035)
    canvas.lay(canvas.under(0.42, 0.005), "#5a7a74")
    swan(stage, 0.44, 0.68, 0.2)
    swan(stage, 0.96, 0.62, 0.15, -1)
    for y, x0, x1, depth in ((0.68, 0.26, 0.62, 0.18), (0.62, 0.78, 1.1, 0.13)):
        top, h = int(y * canvas.h), int(depth * canvas.h)
        a, b = int(x0 * canvas.h), int(x1 * canvas.h)
        mirror = canvas.rgb[top - h : top, a:b][::-1].copy()
        fade = np.linspace(0.6, 0.0, h, dtype=np.float32)[:, None, None]
        white = np.clip(mirror.min(axis=2, keepdims=True) * 2.4 - 1.1, 0, 1)
        canvas.rgb[top : top + h, a:b] += (mirror - canvas.rgb[top : top + h, a:b]) * fade * white
    water(canvas, canvas.under(0.42) * 0.55, hours.MIST, 0.42, ripple=0.4, tint="#3a5a54")
    swan(stage, 0.44, 0.68, 0.2)
    swan(stage, 0.96, 0.62, 0.15, -1)
    lilies(stage, 0.78, 26)
    for x in np.concatenate([canvas.rng.uniform(-0.02, 0.2, 26), canvas.rng.uniform(1.16, 1.36, 26)]):
        reed(stage, float(x))


def reed(stage: Stage, x: float) -> None:
    g = stage.rng
    blade(
        stage,
        x,
        1.02,
        g.uniform(0.2, 0.42),
        -1.57 + g.normal(0, 0.12),
        g.normal(0, 0.4),
        times("#5a7a3c", g.uniform(0.6, 1.2)),
        0.05,
    )


@scene(
    "birds-owl-night",
    "Owl in the Moonlight",
    (
        "An owl with great yellow eyes sits on a gnarled branch before the full moon.",
        "Night bird in the forest, silvery light, stars and bare twigs.",
        "The watchful owl perches in the dark wood at midnight.",
    ),
    "owl night moon bird branch forest",
    aspect=0.8,
)
def owl_night(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 1.0)
    sky.stars(canvas, 1.0, 300)
    sky.moon(canvas, 0.5, 0.32, 0.19)
    stage = Stage(canvas, hours.lamp(0.4, "grey"))
    for x, h in ((0.04, 0.9), (0.74, 0.8)):
        trees.boughs(canvas, x, 1.05, h, "#10131f")
    canvas.line([(-0.05, 0.86), (0.3, 0.8), (0.6, 0.82), (0.85, 0.72)], 0.06, "#2c241f", 1, 0.5)
    stage.form(
        stage.limbs([[(-0.05, 0.87, 0.045), (0.3, 0.815, 0.035), (0.6, 0.83, 0.03), (0.85, 0.74, 0.02)]]),
        "#4a3c34",
        texture=0.2,
    )
    owl(stage, 0.4, 0.8, 0.46, "#8a6c4c")
    for x, y, s in ((0.1, 0.84, 0.12), (0.66, 0.82, 0.1), (0.72, 0.78, 0.09)):
        leaf(stage, x, y, s, canvas.rng.uniform(0.3, 2.6), "#3a4a34")


@scene(
    "birds-cranes-marsh",
    "Cranes in the Marsh",
    (
        "White cranes with red crowns stand in shallow water among reeds, others fly across a golden sky.",
        "Long-legged wading birds at sunrise in the wetlands, like a Japanese screen.",
        "Elegant cranes fishing and flying above the misty marsh.",
    ),
    "cranes birds marsh reeds sunrise japanese",
)
def cranes(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.5)
    sky.sun(canvas, 0.98, 0.3, 0.07, "#fff0c0", "#ffb860")
    stage = Stage(canvas, hours.lamp(0.5, "golden"))
    stage.wash(
        stage.blob([(-0.1, 0.5), (0.3, 0.4), (0.5, 0.46), (0.8, 0.42), (1.5, 0.5), (1.5, 0.6), (-0.1, 0.6)]),
        "#b8a08c",
        0.05,
    )
    water(canvas, canvas.under(0.52), hours.GOLDEN, 0.52, ripple=0.35)
    for x, y, s, f, st in (
        (0.94, 0.66, 0.22, -1, True),
        (0.4, 0.84, 0.46, 1, False),
        (0.76, 0.9, 0.4, -1, True),
    ):
        canvas.glaze(
            canvas.mask(
                [(x - s * 0.3, y), (x + s * 0.3, y), (x + s * 0.1, y + s * 0.4), (x - s * 0.1, y + s * 0.4)],
                0.02,
            )
            * 0.25,
            "#5a4a50",
        )
        crane(stage, x, y, s, f, st)
    for x, y, s in ((0.3, 0.2, 0.14), (0.52, 0.14, 0.11), (0.68, 0.22, 0.09)):
        bird(stage, x, y, s, "#f0ece4", flap=0.8)
    for x in np.concatenate([canvas.rng.uniform(-0.02, 0.22, 34), canvas.rng.uniform(1.05, 1.36, 40)]):
        reed(stage, float(x))


@scene(
    "birds-gulls-cliff",
    "Gulls over the Surf",
    (
        "White seagulls wheel and cry above green breakers on a windy day.",
        "Sea birds in flight over foaming waves, bright sky and salt air.",
        "A flock of gulls soaring above the ocean.",
    ),
    "gulls seagulls birds sea waves flying wind",
)
def gulls(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NOON, 0.6)
    sky.clouds(canvas, hours.NOON, 0.6, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6))
    water(canvas, canvas.under(0.6), hours.NOON, 0.6, ripple=1.2, tint="#2f6a74")
    g = canvas.rng
    for row in np.linspace(0, 1, 6):
        y = 0.66 + 0.32 * row
        crest = [
            (float(x), float(y + 0.02 * np.sin(x * 7 + row * 9) + g.normal(0, 0.004)))
            for x in np.linspace(-0.1, 1.45, 26)
        ]
        patch = stage.polygon(crest + [(x, b + 0.05 + 0.03 * row) for x, b in crest[::-1]])
        stage.form(patch, times("#4a8f94", 0.8 + 0.2 * row), bevel=0.02 + 0.02 * row)
        foam = [
            Dab(
                x + g.normal(0, 0.02),
                b + g.normal(0.004, 0.005),
                0.03 + 0.04 * row,
                0.006 + 0.012 * row,
                g.normal(0, 0.3),
                times("#f2f6f4", 1),
            )
            for x, b in crest
            for _ in range(5)
        ]
        stage.dabs(foam, opacity=0.85)
    flock = (
        (0.36, 0.42, 0.3, 0.7, 1),
        (0.86, 0.3, 0.22, 0.9, -1),
        (1.08, 0.52, 0.18, -0.5, -1),
        (0.6, 0.16, 0.12, 0.6, 1),
        (0.16, 0.18, 0.1, 0.8, 1),
        (1.2, 0.14, 0.09, 0.7, -1),
    )
    for x, y, s, flap, f in flock:
        bird(stage, x, y, s, "#eef0ee", flap=flap, facing=f, turn=-0.1)


@scene(
    "birds-peacock",
    "The Peacock",
    (
        "A peacock spreads his magnificent fan of blue and green eyed feathers on a terrace among roses.",
        "Proud bird displaying a shimmering tail in the palace garden.",
        "Iridescent plumage, turquoise, emerald and gold, before a marble balustrade.",
    ),
    "peacock bird feathers garden colorful",
    aspect=1.0,
)
def peacock_garden(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.5)
    stage = Stage(canvas, hours.lamp(-0.5))
    hedge(stage, 0.6, 0.4, GREENS, "#e88aa0")
    canvas.lay(canvas.under(0.66, 0.004), "#c8b898")
    tiles(stage, 0.4, 0.72, "#d8c8a8", "#b09878", size=0.3)
    for x in np.arange(0.03, 1.0, 0.11):
        stage.form(
            stage.blob(
                [
                    (x - 0.02, 0.72),
                    (x - 0.03, 0.67),
                    (x - 0.012, 0.62),
                    (x + 0.012, 0.62),
                    (x + 0.03, 0.67),
                    (x + 0.02, 0.72),
                ]
            ),
            "#e6dcc8",
        )
    for y in (0.61, 0.73):
        stage.form(stage.limbs([[(-0.05, y, 0.014), (1.05, y, 0.014)]]), "#ece2ce")
    peacock(stage, 0.5, 0.9, 0.46)


@scene(
    "birds-rooster-hens",
    "Rooster and Hens in the Farmyard",
    (
        "A proud rooster with red comb struts among pecking hens in front of the barn door.",
        "Poultry in the yard: brown, white and speckled chickens on straw in the sun.",
        "Farmyard fowl, cock and hens, scratching for corn.",
    ),
    "rooster hens chickens farmyard poultry",
)
def farmyard(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    slab(stage, [(0.0, 0.0), (1.34, 0.0), (1.34, 0.52), (0.0, 0.52)], "#9a5a3c", texture=0.2)
    for x in np.arange(0.0, 1.34, 0.075):
        canvas.line([(float(x), 0.0), (float(x), 0.52)], 0.005, "#5a3424", 0.7)
    slab(stage, [(0.52, 0.08), (0.9, 0.08), (0.9, 0.52), (0.52, 0.52)], "#2c2220", texture=0.2)
    slab(stage, [(0.36, 0.08), (0.52, 0.06), (0.52, 0.54), (0.36, 0.56)], "#7a4a30", 1.0, 0.2)
    canvas.lay(canvas.under(0.52, 0.01), "#c8a46c")
    g = canvas.rng
    stage.dabs(
        [
            Dab(
                g.uniform(0, 1.34),
                0.53 + 0.47 * t,
                0.02 + 0.06 * t,
                0.003 + 0.004 * t,
                g.uniform(0, 3.1),
                times("#e0c070", g.uniform(0.55, 1.25)),
            )
            for t in np.sort(g.uniform(0, 1, 1500))
        ]
    )
    canvas.glaze(
        canvas.mask([(0.0, 0.52), (1.34, 0.52), (1.34, 0.57), (0.0, 0.6)], 0.01) * 0.5, (0.5, 0.5, 0.65)
    )
    flock = (
        (0.3, 0.68, 0.16, "#e0d8c8", 1, True),
        (1.12, 0.7, 0.17, "#5a4034", -1, False),
        (0.92, 0.64, 0.13, "#b87a3c", -1, True),
        (0.36, 0.94, 0.24, "#b86a30", 1, True),
        (1.08, 0.95, 0.23, "#d8d0c4", -1, True),
    )
    for x, y, s, c, f, p in flock:
        hen(stage, x, y, s, c, facing=f, pecking=p)
    hen(stage, 0.7, 0.9, 0.38, "#b8481c", cock=True)
