"""Bridges, rivers and ponds with the towns and villages about them."""

import numpy as np

from scenes import sky
from scenes.boats import launch, rowboat
from scenes.bridges import arches, footbridge
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import silhouettes
from scenes.light import GOLDEN, MIST, MORNING, OVERCAST
from scenes.plants import blooms, grass
from scenes.scene import scene
from scenes.ships import steamer
from scenes.skyline import canal_sides, on_sheet, towers, town, village
from scenes.staffage import crowd
from scenes.towers import church, steeple
from scenes.trees import SUMMER, leafy, treeline
from scenes.water import glitter, mirror, water
from scenes.woods import willow


@scene(
    "stone-bridge-town",
    "The Old Bridge",
    (
        "An old stone bridge of five arches spans the river before a town of red roofs and church towers.",
        "People cross the ancient bridge; below it the arches close to full circles in the water.",
        "Riverside view with bridge, towers and a hill of houses in the clear light of late afternoon.",
    ),
    "bridge stone river town arches tower people",
    aspect=1.55,
)
def stone_bridge(canvas: Canvas) -> None:
    light, horizon = GOLDEN.turned(-0.7, 0.4, -0.3), 0.48
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.34, 5, 0.13)
    silhouettes(canvas, light, [(0.42, 0.18)], "#7c8a70", 2)
    town(canvas, 0.1, 1.5, 0.5, 0.14, 0.07, light, 5)
    towers(
        canvas,
        [(0.42, 0.42, 0.26, "onion"), (0.74, 0.38, 0.24, "spire"), (1.12, 0.42, 0.26, "spire")],
        light,
        0.18,
    )
    treeline(canvas, 0.53, 0.05, light, SUMMER, 0.1, n=70)
    arches(canvas, -0.1, 1.65, 0.5, 0.63, light, 5, "#c0a888", 0.05, 0.035)
    crowd(canvas, 0.2, 1.35, 0.462, 0.04, light, 14, 0)
    water(canvas, canvas.under(0.622), light, horizon, 0.4, "#3c5a58", 0.35)
    launch(canvas, rowboat, 1.0, 0.83, 0.34, light, people=2, way=-1)


@scene(
    "rainy-city-quay",
    "Rain in the City",
    (
        "People with umbrellas hurry over a wet quay; houses and lamps are blurred in the puddles.",
        "A grey rainy afternoon in town, pavement shining, coaches gone, umbrellas everywhere.",
        "Downpour on the boulevard along the river: reflections, dim shopfronts, bent passers-by.",
    ),
    "rain city umbrella street wet people grey",
    aspect=1.2,
)
def rainy_city(canvas: Canvas) -> None:
    light = OVERCAST
    sky.sky(canvas, light, 0.5)
    sky.clouds(canvas, light, 0.55, 0.8, puff=0.5)
    mask = canal_sides(
        canvas, light, (0.66, 0.48), (-0.05, -0.1, 0.8), (1.3, 0.05, 0.72), "gable", 0.3, gap=0.2
    )
    on_sheet(canvas, lambda s: steeple(s, 0.66, 0.5, 0.05, 0.32, light), 0.5, light.haze)
    water(canvas, mask * canvas.under(0.53), light, 0.46, 0.5, "#6c6a66", 0.5, 0.2)
    cobbles = canvas.rng.random((900, 2))
    depth = 0.56 + 0.46 * cobbles[:, 1]
    canvas.dabs(
        cobbles[:, 0] * canvas.wide,
        depth,
        0.05 * (depth - 0.45),
        0.02 * (depth - 0.45),
        0,
        mix("#4c4a4c", "#a8a8a4", canvas.rng.random(900)),
        0.35,
    )
    for x, feet, h, tint in (
        (0.5, 0.62, 0.13, "#2c3444"),
        (0.82, 0.66, 0.17, "#5c2c2c"),
        (0.62, 0.74, 0.23, "#38383c"),
        (0.32, 0.86, 0.33, "#26303c"),
        (0.98, 0.92, 0.38, "#3c2c34"),
    ):
        canvas.ellipse(x, feet + 0.06 * h, 0.13 * h, 0.2 * h, "#24242a", 0.3, soft=0.008)
        crowd(canvas, x - 0.01, x + 0.01, feet, h, light, 1, 0)
        top = feet - h * 1.12
        canvas.line([(x, top), (x + 0.05 * h, feet - 0.6 * h)], 0.02 * h, "#1c1c20")
        canvas.grade(
            [
                (x - 0.36 * h, top + 0.1 * h),
                (x - 0.2 * h, top - 0.07 * h),
                (x, top - 0.13 * h),
                (x + 0.2 * h, top - 0.07 * h),
                (x + 0.36 * h, top + 0.1 * h),
            ],
            mix(tint, "#c8ccd4", 0.35),
            tint,
        )
    sky.downpour(canvas, 500)


@scene(
    "misty-bridge-river",
    "The Bridge in Fog",
    (
        "A long bridge fades into grey-violet fog; only the nearest arches and a boat are distinct.",
        "River mist swallows the far bank; towers float like ghosts above it, and the sun is a pale disc.",
        "Atmospheric study of a foggy morning on the river, all mauve, blue and dim gold.",
    ),
    "fog bridge river mist morning boat city",
    aspect=1.35,
)
def bridge_fog(canvas: Canvas) -> None:
    light, horizon = MIST, 0.5
    sky.sky(canvas, light, horizon)
    canvas.lay(
        0.5, mix("#a89ab8", "#f0c8a0", np.exp(-((np.hypot(canvas.x - 0.95, canvas.y - 0.3) / 0.3) ** 2)))
    )
    sky.sun(canvas, 0.95, 0.26, 0.035, "#fff0c8", "#ffd090", 0.7)
    towers(canvas, [(0.5, 0.5, 0.3, "spire"), (0.6, 0.5, 0.36, "spire")], light, 0.72, "#9a94ac", "#8a84a0")
    town(canvas, 0.2, 1.0, 0.5, 0.02, 0.06, light, 1, "#9c94ac", ["#a8a0b4", "#9a94a8"])
    on_sheet(
        canvas, lambda s: arches(s, -0.1, 1.8, 0.42, 0.6, light, 6, "#7c7488", 0.03, 0.03), 0.35, "#b8b0c4"
    )
    water(canvas, canvas.under(0.585), light, horizon, 0.5, "#7c7c98", 0.25)
    glitter(canvas, 0.95, horizon, canvas.under(0.585), "#ffe0b0", 0.06, 0.7)
    canvas.lay(np.exp(-(((canvas.y - 0.57) / 0.05) ** 2)) * 0.6 * (canvas.x / canvas.wide), "#c8c0d0")
    launch(canvas, rowboat, 0.42, 0.8, 0.32, light, people=2, colour="#3c3844")
    launch(canvas, steamer, 1.0, 0.68, 0.2, light)


@scene(
    "japanese-arched-bridge",
    "Garden with a Wooden Bridge",
    (
        "A green curved bridge crosses a pond with water lilies beneath weeping willows.",
        "Garden of a painter: arched footbridge, lily pads, pink blossoms and deep reflections.",
        "Lush vegetation closes round a still pool over which a small timber bridge bends.",
    ),
    "garden bridge pond water lilies willow japanese",
    aspect=1.0,
)
def garden_bridge(canvas: Canvas) -> None:

    light, rng = MORNING.turned(-0.5, 0.6, -0.2), canvas.rng
    sky.sky(canvas, light, 0.5)
    for y, h, haze in ((0.38, 0.3, 0.35), (0.46, 0.24, 0.2), (0.54, 0.16, 0.08)):
        treeline(canvas, y, h, light, SUMMER, haze, n=55)
    water(canvas, canvas.under(0.55), light, 0.46, 0.3, "#24483c", 0.35)
    sheet = canvas.sheet()
    footbridge(sheet, -0.03, 1.03, 0.56, light, "#3c6a54", 0.2, 0.06)

    mirror(canvas, sheet, 0.62, 0.4, "#24483c")
    canvas.place(sheet)
    willow(canvas, 0.92, 0.6, 0.62, light)
    t = np.sort(rng.random(170))
    across, down, size = rng.random(170), 0.64 + 0.38 * t, 0.025 + 0.06 * t
    for k, shade in ((0.006, "#18342c"), (0.0, "#6a9458")):
        canvas.dabs(across, down + k, size * 1.4, size * 0.45, 0, shade, 0.9)
    some = rng.random(170) < 0.35
    blooms(canvas, across[some], down[some], size[some] * 0.4, ["#f8d0dc", "#e890b0", "#fff8f4"], "#6a9458")
    grass(canvas, 0.92, 1.1, light, SUMMER, 350, 0.2)


@scene(
    "village-pond-church",
    "Village by the Pond",
    (
        "Thatched and tiled cottages gather round a church; ducks and the steeple share the village pond.",
        "A peaceful hamlet in summer with its spire mirrored in the water and smoke above the roofs.",
        "Country life: houses, church and lime trees on a sunny Sunday at the edge of a pool.",
    ),
    "village church pond cottages summer country",
    aspect=1.35,
)
def village_pond(canvas: Canvas) -> None:

    light, horizon = MORNING.turned(-0.6, 0.5, -0.3), 0.48
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.36, 5, 0.14)
    silhouettes(canvas, light, [(0.46, 0.1)], "#7c9870", 2)
    treeline(canvas, 0.55, 0.13, light, SUMMER, 0.2, n=60)
    canvas.lay(canvas.under(0.55), mix("#7c9448", "#b4b45c", canvas.noise(8, 5, stretch=4)))
    on_sheet(canvas, lambda s: church(s, 0.62, 0.58, 0.46, light))
    village(canvas, [(0.2, 0.59, 0.24), (0.44, 0.575, 0.16), (1.04, 0.585, 0.2), (1.26, 0.6, 0.22)], light)
    for x, size in ((0.06, 0.28), (0.95, 0.24), (1.15, 0.2)):
        leafy(canvas, x, 0.61, size, light, SUMMER, clumps=16)
    water(canvas, canvas.under(0.625), light, 0.46, 0.3, "#3c5848", 0.3)
    grass(canvas, 0.615, 0.66, light, SUMMER, 500, 0.03)
    for x, y in ((0.6, 0.78), (0.68, 0.8), (0.9, 0.74)):
        canvas.ellipse(x, y, 0.02, 0.01, "#f4f0e4")
        canvas.ellipse(x + 0.018, y - 0.014, 0.007, 0.008, "#3c6a4c")
    grass(canvas, 0.93, 1.1, light, SUMMER, 500, 0.14)
