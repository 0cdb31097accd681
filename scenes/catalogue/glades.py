"""Single trees, orchards, and water in the woods."""

import numpy as np

from scenes import sky
from scenes.beasts import sheep
from scenes.boats import afloat, moored
from scenes.bridges import footbridge
from scenes.brush import Canvas, curve, ribbon
from scenes.colour import mix
from scenes.land import alpine, fog, paint_land, ranges, silhouettes
from scenes.light import GOLDEN, MIST, MORNING, NOON, OVERCAST
from scenes.noise import smooth
from scenes.plants import bush, grass
from scenes.scene import scene
from scenes.shores import boulders
from scenes.staffage import cast, person
from scenes.trees import BLOSSOM, SPRING, SUMMER, Greens, boughs, leafy, pine, treeline
from scenes.view import Eye
from scenes.water import glitter, water, waterfall
from scenes.woodland import floor, path, sunbeams, trunks


@scene(
    "oak-lonely-field",
    "The Old Oak",
    (
        "A mighty oak stands alone on a hill; sheep rest in its shade under big summer clouds.",
        "One ancient tree with a broad crown dominates the meadow, a shepherd leaning on his crook below.",
        "Pastoral calm around a single venerable tree in golden afternoon light.",
    ),
    "oak tree lonely hill sheep shepherd meadow",
    aspect=1.25,
)
def old_oak(canvas: Canvas) -> None:
    light = GOLDEN.turned(-0.7, 0.5, -0.3)
    sky.sky(canvas, light, 0.7)
    sky.heaps(canvas, light, 0.6, 6, 0.2)
    silhouettes(canvas, light, [(0.68, 0.08), (0.71, 0.08)], "#7c8c70", 2)
    hill = 0.8 - 0.1 * np.exp(-(((canvas.x[0] - 0.62) / 0.5) ** 2))
    canvas.lay(
        canvas.under(hill[None]),
        mix(mix("#6c8438", "#b8b458", canvas.noise(6, 5, stretch=4)), "#3c5428", smooth(0.8, 1.05, canvas.y)),
    )
    canvas.ellipse(0.82, 0.725, 0.36, 0.022, "#2c3c1c", 0.6, soft=0.01)
    leafy(canvas, 0.64, 0.73, 0.66, light, SUMMER, 1.05, 0.22, 46)
    for x, y, way in (
        (0.82, 0.735, 1),
        (0.92, 0.745, -1),
        (0.74, 0.75, 1),
        (1.0, 0.73, 1),
        (0.36, 0.8, -1),
        (0.26, 0.78, 1),
        (0.44, 0.77, -1),
    ):
        sheep(canvas, x, y, 0.035, light, way)
    cast(canvas, 0.5, 0.755, 0.12, light)
    person(canvas, 0.5, 0.755, 0.1, light, "#6c4c38", False, "#4c3c2c")
    canvas.line([(0.527, 0.665), (0.53, 0.757)], 0.003, "#3c2c1c")
    grass(canvas, 0.82, 1.06, light, SUMMER, 1400, 0.06)


@scene(
    "cherry-orchard-blossom",
    "Orchard in Blossom",
    (
        "Cherry trees in full pink and white bloom stand in a fresh green orchard.",
        "Spring festival of flowers: rows of blossoming fruit trees, petals on the grass, blue sky.",
        "Under the flowering branches a woman with a basket walks through the orchard.",
    ),
    "orchard blossom cherry spring pink trees flowers",
    aspect=1.3,
)
def orchard(canvas: Canvas) -> None:
    light, rng = MORNING.turned(-0.6, 0.6, -0.2), canvas.rng
    sky.sky(canvas, light, 0.5)
    sky.clouds(canvas, light, 0.5, 0.35)
    silhouettes(canvas, light, [(0.46, 0.08)], "#8ca888", 2)
    floor(canvas, 0.48, "#4c7430", "#a8c468", "#7c9c44")
    white: Greens = ("#a89aa4", "#e4dce0", "#ffffff")
    for base, h, xs in (
        (0.53, 0.17, np.linspace(0.05, 1.3, 9)),
        (0.61, 0.29, np.linspace(0.0, 1.35, 6)),
        (0.75, 0.5, [0.12, 0.62, 1.16]),
    ):
        for i, x in enumerate(xs):
            canvas.ellipse(float(x) + 0.12 * h, base, 0.36 * h, 0.03 * h, "#2c4c24", 0.5, soft=0.006)
            leafy(canvas, float(x), base, h, light, BLOSSOM if i % 2 else white, 0.95, 0.34, 22)
    cast(canvas, 0.86, 0.83, 0.22, light)
    person(canvas, 0.86, 0.83, 0.22, light, "#4c6c9c", True, "#f0dca8", arm=0.8)
    canvas.grade([(0.75, 0.71), (0.8, 0.71), (0.79, 0.745), (0.76, 0.745)], "#c09858", "#6c4c28")
    grass(canvas, 0.72, 1.06, light, SPRING, 1300, 0.05)
    n = 500
    canvas.dabs(
        rng.random(n) * canvas.wide,
        rng.uniform(0.6, 1.02, n),
        0.007,
        0.004,
        rng.random(n) * 3,
        "#fce4ea",
        0.85,
    )


@scene(
    "waterfall-jungle",
    "The Waterfall",
    (
        "A high waterfall plunges over dark rock into a green pool surrounded by lush vegetation.",
        "White water thunders down between ferns and trees; spray drifts in the sunlight.",
        "Cascade in the forest, mossy boulders, mist and a small rainbow of light.",
    ),
    "waterfall cascade forest pool rocks green",
    aspect=0.75,
)
def jungle_fall(canvas: Canvas) -> None:
    light = MORNING.turned(-0.5, 0.7, -0.2)
    sky.sky(canvas, light, 0.4)
    treeline(canvas, 0.2, 0.18, light, SUMMER, 0.3, n=40)
    rock = mix(
        mix("#3c3c38", "#8a8070", canvas.noise(12, 6, stretch=0.35)),
        "#4c6034",
        smooth(0.52, 0.7, canvas.noise(8, 5)),
    )
    canvas.lay(canvas.under(0.17 + 0.05 * canvas.noise(6, 4)[:1], 0.008), rock)
    canvas.glaze(smooth(0.18, 0.02, np.abs(canvas.x - 0.4)) * 0.4, "#3c4450")
    waterfall(canvas, 0.4, 0.2, 0.5, 0.13, light)
    waterfall(canvas, 0.42, 0.48, 0.74, 0.22, light)
    waterfall(canvas, 0.24, 0.3, 0.72, 0.05, light)
    water(canvas, canvas.under(0.735), light, 0.6, 0.7, "#2c6454", 0.45, 0.5)
    fog(canvas, 0.73, 0.035, "#eef6f4", 0.6)
    boulders(
        canvas,
        [
            (0.08, 0.8, 0.11),
            (0.66, 0.78, 0.1),
            (0.7, 0.88, 0.14),
            (0.16, 0.9, 0.1),
            (0.5, 0.95, 0.08),
            (0.28, 0.52, 0.05),
            (0.55, 0.53, 0.07),
        ],
        light,
        "#5c6050",
    )
    for x, y, size in (
        (0.02, 0.5, 0.2),
        (0.74, 0.45, 0.2),
        (0.1, 0.66, 0.14),
        (0.68, 0.64, 0.13),
        (0.04, 0.26, 0.2),
        (0.72, 0.22, 0.18),
    ):
        bush(canvas, x, y, size, light)
    sunbeams(canvas, light, 0.7, 0.3)
    leafy(canvas, 0.74, 0.82, 0.55, light, SUMMER, 0.6)
    for x in np.linspace(0.0, 0.76, 9):
        bush(canvas, x, 1.05, 0.09, light)


@scene(
    "mountain-torrent",
    "The Torrent",
    (
        "A wild mountain stream foams over boulders between dark firs; peaks look down on it.",
        "Rushing white water in a rocky gorge, pine trees leaning over the rapids.",
        "The brook tumbles towards us, icy and loud, under a sky of torn clouds.",
    ),
    "stream torrent mountain rapids boulders firs brook",
    aspect=1.2,
)
def torrent(canvas: Canvas) -> None:
    light, eye, rng = OVERCAST.turned(-0.6, 0.5, -0.2), Eye(0.42, 0.5), canvas.rng
    sky.sky(canvas, light, 0.44)
    sky.clouds(canvas, light, 0.46, 0.6, puff=0.6)
    paint_land(canvas, ranges(rng, 3.5, 4.2, 0.15), light, eye, lambda v: alpine(canvas, v, 1.6, 0.8), 20)
    for x in rng.uniform(0, canvas.wide, 46):
        if abs(x - 0.6) > 0.1:
            pine(canvas, float(x), 0.56 + rng.normal(0, 0.015), rng.uniform(0.12, 0.3), light)
    floor(canvas, 0.55, "#34402c", "#5c6c44", "#7c7460")
    bed = [(0.6, 0.55), (0.66, 0.62), (0.5, 0.74), (0.62, 1.06)]
    path(canvas, bed, 0.03, 0.75, "#4c7480", "#2c5058")
    n = 1300
    t = np.sort(rng.random(n))
    line = curve(bed, 30)
    at = line[np.minimum((t * len(line)).astype(int), len(line) - 1)]
    side = rng.normal(0, 0.24, n) * (0.03 + 0.72 * t)
    white = mix("#7ca4ac", "#ffffff", rng.random(n) ** 0.7)
    canvas.dabs(
        at[:, 0] + side,
        at[:, 1] + rng.normal(0, 0.01, n),
        0.02 + 0.08 * t,
        0.004 + 0.012 * t,
        0.25 + side * 2 + rng.normal(0, 0.25, n),
        white,
        0.6,
    )
    places = [
        (
            float(line[int(k * 80)][0] + rng.normal(0, 0.06 + 0.3 * k)),
            float(line[int(k * 80)][1] + 0.02),
            0.025 + 0.1 * float(k),
        )
        for k in rng.random(26)
    ]
    boulders(canvas, places, light, "#6c6862")
    for x, base, h in ((0.1, 0.8, 0.66), (0.0, 0.9, 0.8), (1.12, 0.82, 0.72), (0.98, 0.7, 0.46)):
        pine(canvas, x, base, h, light)


@scene(
    "forest-bridge-stream",
    "Footbridge in the Wood",
    (
        "A little wooden bridge crosses a brook in a sunny deciduous forest.",
        "Green shade, dappled light, a timber footbridge reflected in slow water.",
        "Idyllic corner of the woods where a path leads over a plank bridge.",
    ),
    "forest bridge stream brook green summer wood",
    aspect=1.25,
)
def wood_bridge(canvas: Canvas) -> None:
    light = NOON.turned(-0.5, 0.7, -0.2)
    canvas.lay(
        1, mix("#d8e0a0", "#3c5c34", smooth(0.0, 0.5, np.hypot((canvas.x - 0.62) * 0.9, canvas.y - 0.36)))
    )
    for y, h, haze in ((0.46, 0.4, 0.45), (0.54, 0.34, 0.2)):
        treeline(canvas, y, h, light, SUMMER, haze, n=46)
    trunks(canvas, light, 16, 0.58, "#5c4c38", 0.02, 0.3)
    floor(canvas, 0.56, "#4c6428", "#9cb054", "#c8bc64")
    brook = canvas.mask(
        ribbon(curve([(0.62, 0.57), (0.7, 0.64), (0.5, 0.78), (0.66, 1.08)], 14), 0.04, 0.75), 0.004
    )
    sheet = canvas.sheet()
    footbridge(sheet, 0.24, 1.02, 0.68, light, "#7a5838", 0.05, 0.07)
    water(canvas, brook, light, 0.5, 0.4, "#344c34", 0.3)
    canvas.shadow(sheet, 0.02, 0.07, 0.01, 0.5)
    canvas.place(sheet)
    boulders(canvas, [(0.28, 0.84, 0.07), (0.9, 0.82, 0.08), (1.0, 0.92, 0.1), (0.22, 0.96, 0.1)], light)
    for x, base, h in ((0.08, 0.82, 0.95), (1.18, 0.8, 0.95)):
        leafy(canvas, x, base, h, light, SUMMER, 0.75, 0.3, 34)
    sunbeams(canvas, light, 0.9, 0.35)
    grass(canvas, 0.72, 1.06, light, SUMMER, 700, 0.06, (brook < 0.5).astype(np.float32))


@scene(
    "misty-swamp-heron",
    "Marsh at Dawn",
    (
        "Bare trees and reeds stand in a misty marsh; the low sun glows red through the vapour.",
        "Still swamp water with a small boat half hidden among the rushes at daybreak.",
        "Melancholy wetland in violet and copper, veils of fog between dead trunks.",
    ),
    "marsh swamp mist reeds dawn bare trees",
    aspect=1.35,
)
def marsh(canvas: Canvas) -> None:
    light, rng = MIST.turned(0.3, 0.3, 0.8), canvas.rng
    sky.sky(canvas, light, 0.55)
    canvas.lay(
        0.45, mix("#a090a8", "#f0a878", np.exp(-((np.hypot(canvas.x - 0.9, canvas.y - 0.4) / 0.35) ** 2)))
    )
    sky.sun(canvas, 0.9, 0.38, 0.035, "#ff9a60", "#ff9050", 0.7)
    treeline(canvas, 0.54, 0.12, light, ("#6c6474", "#847a84", "#a89894"), 0.45)
    for x, h in ((0.3, 0.3), (0.52, 0.24), (1.1, 0.32)):
        boughs(canvas, x, 0.57, h, "#7c7078", 5, 0.6, 0.05)
    water(canvas, canvas.under(0.55), light, 0.52, 0.2, "#6c6474", 0.2)
    glitter(canvas, 0.9, 0.52, canvas.under(0.55), "#ffb080", 0.05, 0.7)
    fog(canvas, 0.56, 0.05, "#e8d4cc", 0.7)
    afloat(canvas, 0.72, lambda s: moored(s, 0.62, 0.72, 0.3, light, "#4c3c3c"), 0.2, "#6c6474")
    boughs(canvas, 0.12, 0.92, 0.9, "#3c3034", 6, 0.6, 0.06)
    n = 520
    across, down = (
        np.where(rng.random(n) < 0.5, rng.normal(0.1, 0.16, n), rng.normal(1.2, 0.16, n)),
        np.sort(rng.uniform(0.72, 1.06, n)),
    )
    canvas.dabs(
        across,
        down - 0.05,
        0.16 * down,
        0.007,
        np.pi / 2 + rng.normal(0.05, 0.12, n),
        mix("#4c3c30", "#b89868", rng.random(n)),
        0.85,
    )
