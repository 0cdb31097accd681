"""Quiet water: moored boats, ponds, jetties, lakes among mountains."""

import numpy as np

from scenes import sky
from scenes.boats import afloat, launch, moored, rowboat, sailboat
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import alpine, hills, meadow, ranges, silhouettes, together
from scenes.light import DUSK, GOLDEN, MIST, MORNING, NOON
from scenes.noise import smooth
from scenes.plants import blooms, grass
from scenes.scene import scene
from scenes.shores import boulders, lakeland, wooded
from scenes.skyline import towers, village
from scenes.staffage import seated
from scenes.trees import AUTUMN, OLIVE, SPRING, SUMMER, boughs, leafy, treeline
from scenes.view import Eye
from scenes.water import glitter, mirror, water
from scenes.woods import willow


@scene(
    "moored-boats-dawn",
    "Boats at Dawn",
    (
        "Empty rowing boats lie moored side by side in the misty silence of early morning.",
        "Colourful wooden skiffs rest at the bank; the lake and the sky are one pale shimmer.",
        "Before sunrise: a few tied-up boats, reeds and fog, and not a soul about.",
    ),
    "boats moored dawn mist morning lake quiet",
    aspect=1.25,
)
def moored_dawn(canvas: Canvas) -> None:
    light, horizon = MIST, 0.42
    sky.sky(canvas, light, horizon)
    sky.sun(canvas, 0.36, 0.24, 0.04, "#fff4dc", "#ffd8a0", 0.7)
    silhouettes(canvas, light, [(0.38, 0.1), (0.41, 0.08)], "#8ea4ac", 2.5)
    treeline(canvas, 0.425, 0.05, light, OLIVE, 0.65, 0.6)
    water(canvas, canvas.under(0.425), light, 0.42, 0.2, "#7c929a", 0.2)
    glitter(canvas, 0.36, 0.42, canvas.under(0.425), "#ffe6c0", 0.06, 0.6)
    for x, line, size, colour in (
        (1.0, 0.56, 0.3, "#7a8a6a"),
        (0.78, 0.64, 0.4, "#a8503c"),
        (0.52, 0.75, 0.5, "#3c6480"),
        (0.84, 0.88, 0.62, "#d0a048"),
    ):
        launch(canvas, moored, x, line, size, light, 0.25, colour=colour)
    grass(canvas, 0.96, 1.12, light, OLIVE, 500, 0.2)


@scene(
    "mountain-lake-sailboat",
    "Sailing below the Alps",
    (
        "A single white sail crosses a deep blue lake ringed by snow-capped mountains.",
        "Yacht on an alpine lake: high peaks, green shores with a village, fresh wind and sunshine.",
        "Between steep summits a small vessel leaves its trace on the turquoise water.",
    ),
    "sailboat lake mountain alps village blue water",
    aspect=1.5,
)
def alpine_sail(canvas: Canvas) -> None:
    light, eye = NOON, Eye(0.44, 0.45)
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, 0.4)
    ground = together(
        ranges(canvas.rng, 5, 4.2, 0.13), lambda x, z: smooth(4.6, 5.8, z + 0.5 * np.abs(x - 0.4)) * 0.5 - 0.3
    )

    def shore() -> None:
        wooded(canvas, ground, light, eye, 500, 4, 9, tall=0.26, high=0.9)
        village(canvas, [(0.92, 0.515, 0.035), (0.98, 0.517, 0.04), (1.04, 0.515, 0.035)], light, smoke=0)
        towers(canvas, [(1.0, 0.515, 0.08, "onion")], light, 0.1, "#ece4d4", "#8a4a3a")

    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, 1.3, 0.8),
        ripple=0.6,
        tint="#1c6078",
        depth=0.6,
        wet=shore,
    )
    afloat(canvas, 0.76, lambda s: sailboat(s, 0.55, 0.76, 0.4, light, "#a83a30"), 0.6)


@scene(
    "boathouse-autumn",
    "The Boathouse in Autumn",
    (
        "A wooden boathouse stands at the edge of a pond among orange and yellow trees.",
        "Autumn leaves glow in the water beside a small shed with a green rowing boat tied before it.",
        "Still October pond with a landing hut; the russet wood doubles itself in the mirror.",
    ),
    "autumn boathouse pond boat trees leaves reflection",
    aspect=1.0,
)
def boathouse(canvas: Canvas) -> None:
    light, horizon = GOLDEN.turned(-0.6, 0.4, -0.3), 0.46
    sky.sky(canvas, light, horizon)
    sky.veils(canvas, "#fff2dc", 0, 0.4)
    treeline(canvas, 0.48, 0.14, light, ("#54402c", "#a8743a", "#d8b464"), 0.4, n=50)
    for x, size, greens in (
        (0.08, 0.42, AUTUMN),
        (0.3, 0.5, ("#5a2018", "#b4402a", "#ee8448")),
        (0.86, 0.5, AUTUMN),
        (0.68, 0.36, ("#6a4c1c", "#d0a030", "#f8e078")),
    ):
        leafy(canvas, x, 0.52, size, light, greens, 0.75)
    village(canvas, [(0.5, 0.52, 0.2)], light, 0, 0, "#5a4438", ["#6a4c38"], 0)
    water(canvas, canvas.under(0.52), light, 0.47, 0.25, "#3c3c2c", 0.35)
    afloat(canvas, 0.62, lambda s: moored(s, 0.56, 0.62, 0.26, light, "#4c7050"), 0.3)
    leaves = canvas.rng.random((160, 2))
    canvas.dabs(
        leaves[:, 0],
        0.6 + 0.4 * leaves[:, 1],
        0.01 + 0.012 * leaves[:, 1],
        0.004,
        0,
        mix("#d0702c", "#f4c048", canvas.rng.random(160)),
        0.85,
    )


@scene(
    "lovers-in-a-boat",
    "Lovers in a Boat",
    (
        "A young couple drifts in a rowing boat among water lilies under overhanging branches.",
        "Two sweethearts, alone on a green pond full of blossoms, have let go of the oars.",
        "Romantic idyll: he and she in a little skiff, pink lilies round about, sunlight through the leaves.",
    ),
    "couple lovers boat water lilies pond romantic flowers",
    aspect=0.8,
)
def lovers_boat(canvas: Canvas) -> None:
    light, rng = MORNING.turned(-0.5, 0.6, -0.3), canvas.rng
    sky.sky(canvas, light, 0.4)
    treeline(canvas, 0.36, 0.26, light, SUMMER, 0.3, n=50)
    treeline(canvas, 0.4, 0.16, light, SPRING, 0.12, n=50)
    water(canvas, canvas.under(0.4), light, 0.36, 0.3, "#2c5040", 0.35)

    def boat(sheet: Canvas) -> None:
        rowboat(sheet, 0.4, 0.64, 0.5, light, "#b8763c", 1, 0, False)
        seated(sheet, 0.33, 0.6, 0.24, light, "#3c5068", lean=0.06, arm=0.5)
        seated(sheet, 0.43, 0.6, 0.23, light, "#e8c8c8", "#f0e0b8", lean=-0.06, arm=0.4)

    afloat(canvas, 0.64, boat, 0.3)
    afloat(canvas, 0.64, lambda s: moored(s, 0.4, 0.642, 0.5, light, "#b8763c"), 0, strength=0)
    t = np.sort(rng.random(130))
    x, y = rng.random(130) * canvas.wide, 0.5 + 0.52 * t
    free = ~((np.abs(x - 0.4) < 0.32) & (y < 0.72))
    x, y, size = x[free], y[free], (0.02 + 0.06 * t)[free]
    for k, shade in ((0.006, "#1c3a2c"), (0.0, "#5a8a50")):
        canvas.dabs(x, y + k, size * 1.3, size * 0.45, 0, shade, 0.9)
    some = rng.random(len(x)) < 0.45
    blooms(
        canvas,
        x[some],
        y[some] - size[some] * 0.2,
        size[some] * 0.42,
        ["#f8d8e4", "#e88aa8", "#ffffff"],
        "#5a8a50",
    )
    willow(canvas, 0.02, 0.62, 0.72, light, SPRING)


@scene(
    "dusk-lake-jetty",
    "Evening at the Jetty",
    (
        "A wooden jetty leads out into a lake at dusk; one boat is tied to the last post.",
        "Violet twilight, still water, a pier of old planks and bare branches against the fading sky.",
        "Blue hour by the lakeside: the landing stage lies deserted and the first star appears.",
    ),
    "dusk jetty pier lake twilight boat evening",
)
def jetty(canvas: Canvas) -> None:
    light, horizon = DUSK, 0.45
    sky.sky(canvas, light, horizon)
    sky.bands(canvas, light, horizon, 7, 0.6)
    sky.stars(canvas, 0.25, 40)
    silhouettes(canvas, light, [(0.42, 0.08), (0.45, 0.08)], "#2c3054", 2.5)
    water(canvas, canvas.under(horizon), light, horizon, 0.3, "#2a2f58", 0.2)
    pier = canvas.sheet()
    pier.grade([(0.28, 1.02), (0.66, 1.02), (0.62, 0.6), (0.56, 0.6)], "#8a7880", "#4c3c40")
    for t in np.linspace(0, 1, 26) ** 1.7:
        y = 0.6 + 0.42 * t
        pier.line([(0.56 - 0.28 * t, y), (0.62 + 0.04 * t, y)], 0.003 + 0.005 * t, "#2c2028", 0.8)
    for t in (0.0, 0.12, 0.32, 0.66):
        for x in (0.56 - 0.28 * t, 0.62 + 0.04 * t):
            pier.line([(x, 0.57 + 0.4 * t), (x, 0.66 + 0.5 * t)], 0.012 + 0.02 * t, "#2c2024")
    mirror(canvas, pier, 0.66, 0.4, "#2a2f58", 0.5)
    canvas.place(pier)
    afloat(canvas, 0.68, lambda s: moored(s, 0.82, 0.68, 0.34, light, "#4c3c50", -1), 0.3, "#2a2f58")
    boughs(canvas, 1.28, 1.04, 0.85, "#141428", 6, 0.6, 0.06)


@scene(
    "spring-river-punt",
    "A Punt on the River",
    (
        "A flat boat with two passengers slides beneath flowering trees along a gentle river.",
        "Springtime on the stream: blossoming banks, fresh green, two people afloat.",
        "Pink orchard blossom leans over slow water where a small boat passes by.",
    ),
    "spring river boat blossom trees flowering bank",
    aspect=1.4,
)
def spring_punt(canvas: Canvas) -> None:
    light, eye = MORNING.turned(-0.6, 0.6, -0.2), Eye(0.36, 0.6)
    sky.sky(canvas, light, 0.4)
    sky.heaps(canvas, light, 0.3, 4, 0.1)
    ground = together(
        hills(canvas.rng, 0.12, 0.3),
        lambda x, z: 0.35 * smooth(0.25, 1.2, np.abs(x - 0.5 * np.sin(z * 0.6))) - 0.1,
    )

    def banks() -> None:
        treeline(canvas, 0.41, 0.07, light, SPRING, 0.4)
        for x, base, size in ((0.2, 0.62, 0.4), (0.42, 0.52, 0.22), (1.15, 0.56, 0.34), (0.95, 0.5, 0.18)):
            leafy(canvas, x, base, size, light, ("#9a6478", "#e0a4b4", "#fce6e6"), 0.8)

    lakeland(
        canvas,
        ground,
        light,
        eye,
        meadow(canvas, ("#7a9a48", "#b4c060", "#54783a")),
        ripple=0.35,
        tint="#34584c",
        near=0.5,
        wet=banks,
    )
    afloat(canvas, 0.75, lambda s: rowboat(s, 0.72, 0.75, 0.34, light, "#6a4a34", -1, 2), 0.35)
    grass(canvas, 0.92, 1.08, light, SPRING, 500, 0.08)


@scene(
    "kayak-fjord",
    "Fjord",
    (
        "Steep dark cliffs plunge into a narrow fjord on which a tiny boat seems lost.",
        "Norwegian waters: high walls of rock, a strip of sky, a lone vessel between them.",
        "Cool light falls into the deep inlet; mountains on both sides meet their reflection.",
    ),
    "fjord cliffs norway boat mountain water narrow",
    aspect=0.8,
)
def fjord(canvas: Canvas) -> None:
    light, eye = MORNING.turned(-0.7, 0.45, 0.1), Eye(0.56, 0.4)
    sky.sky(canvas, light, 0.56)
    sky.clouds(canvas, light, 0.56, 0.6)
    raised = ranges(canvas.rng, 2, 3.2, 0.16)
    ground = together(
        lambda x, z: raised(x, z + 4) * smooth(0.5, 2.4, np.abs(x - 0.7 * np.sin(z * 0.4))),
        lambda x, z: 1.2 * smooth(0.5, 1.5, np.abs(x - 0.7 * np.sin(z * 0.4))) - 0.25,
    )
    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, 2.2, 1.0, "#6c6e70"),
        haze=14,
        ripple=0.25,
        tint="#1c4450",
        near=1.0,
        wet=lambda: wooded(canvas, ground, light, eye, 400, 2, 9, tall=0.2, high=1.0),
    )
    afloat(canvas, 0.78, lambda s: sailboat(s, 0.4, 0.78, 0.12, light, "#d8d0c0"), 0.3)
    boulders(canvas, [(0.06, 1.03, 0.12), (0.7, 1.05, 0.16)], light)
