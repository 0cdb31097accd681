"""Canals, harbours, and cities at the water."""

from functools import partial

import numpy as np

from scenes import noise, sky
from scenes.beasts import gulls
from scenes.boats import gondola, launch, moored, rowboat, sailboat
from scenes.bridges import arches, footbridge
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import silhouettes
from scenes.light import DUSK, GOLDEN, MIST, MORNING, NIGHT, NOON, OVERCAST, SUNSET, WINTER, Light
from scenes.plants import blooms, bush, grass
from scenes.scene import scene
from scenes.ships import fisher, steamer, tallship
from scenes.skyline import canal_sides, gable_row, on_sheet, palace_row, towers, town, village
from scenes.staffage import crowd
from scenes.towers import church, dome, lighthouse, steeple
from scenes.trees import AUTUMN, SUMMER, boughs, leafy, treeline
from scenes.walls import box
from scenes.water import glitter, mirror, water
from scenes.woods import willow


def paving(canvas: Canvas, y: float, light: Light, colour: str = "#b8a890") -> None:
    """A quay from y down to the bottom edge: slabs in perspective, worn and lit."""
    canvas.lay(
        canvas.under(y),
        mix(mix(colour, light.sun, 0.25), mix(colour, light.shade, 0.3), canvas.noise(7, 5, stretch=4)),
    )
    for t in np.linspace(0, 1, 7)[1:] ** 1.5:
        canvas.line([(0, y + (1 - y) * t), (canvas.wide, y + (1 - y) * t)], 0.004, "#4c443c", 0.35)
    for x in np.linspace(-1, 2, 19):
        canvas.line(
            [(canvas.wide / 2 + (x - 0.5) * 0.8, y), (canvas.wide / 2 + (x - 0.5) * 2.4, 1.05)],
            0.003,
            "#4c443c",
            0.3,
        )
    canvas.line([(0, y), (canvas.wide, y)], 0.012, mix("#e6dcc8", light.sun, 0.3))


@scene(
    "grand-canal-domes",
    "The Grand Canal",
    (
        "Gondolas pass before Venetian palaces; the great dome of a white church rises at the end of the canal.",
        "Venice in morning light: arched windows, coloured facades and black boats on green water.",
        "A gondolier rows two passengers along the waterway of the lagoon city beneath cupolas and bell towers.",
    ),
    "venice canal gondola palace dome city water italy",
    aspect=1.45,
)
def grand_canal(canvas: Canvas) -> None:
    light, horizon = MORNING.turned(0.6, 0.5, -0.3), 0.5
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.4, 4, 0.13)
    towers(canvas, [(0.98, 0.5, 0.33, "campanile")], light, 0.25)
    town(canvas, 0.55, 1.2, 0.5, 0.03, 0.06, light, 2)
    dome(canvas, 0.76, 0.515, 0.3, light)
    mask = canal_sides(canvas, light, (0.82, 0.5), (-0.05, -0.02, 0.78), (1.5, 0.1, 0.74), gap=0.3)
    water(
        canvas,
        np.maximum(mask, canvas.under(0.545)) * canvas.under(0.51),
        light,
        horizon,
        0.5,
        "#2c6058",
        0.35,
    )
    launch(canvas, gondola, 0.98, 0.64, 0.26, light, way=-1)
    launch(canvas, gondola, 0.62, 0.85, 0.62, light, 0.55)


@scene(
    "venice-side-canal",
    "A Quiet Canal in Venice",
    (
        "A narrow canal between tall old houses, crossed by a small stone bridge; a gondola waits in the shade.",
        "Sunlight touches the upper windows while the water below lies green and dark; washing and shutters above.",
        "Hidden Venetian waterway with crumbling plaster walls, an arched footbridge and soft reflections.",
    ),
    "venice narrow canal bridge gondola houses quiet",
    aspect=0.75,
)
def side_canal(canvas: Canvas) -> None:
    light, horizon = NOON.turned(0.7, 0.5, -0.3), 0.52
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.3)
    on_sheet(canvas, lambda s: palace_row(s, 0.24, 0.52, 0.55, 0.3, light), 0.25, light.haze)
    mask = canal_sides(canvas, light, (0.38, 0.52), (-0.04, -0.45, 0.86), (0.8, -0.5, 0.84), gap=0.24)
    arches(canvas, 0.2, 0.58, 0.53, 0.6, light, 1, "#c8b090", 0.055, 0.03)
    crowd(canvas, 0.32, 0.46, 0.487, 0.055, light, 3, 0)
    water(canvas, mask * canvas.under(0.592), light, horizon, 0.4, "#24503f", 0.4)
    launch(canvas, gondola, 0.4, 0.78, 0.5, light, 0.4, way=-1, couple=True)
    for i, cloth in enumerate(("#f4f0e8", "#b8443c", "#f0e0b0", "#5c7ca0", "#f8f4f0", "#d89aa0")):
        canvas.grade(
            box(0.16 + i * 0.07, 0.3, 0.205 + i * 0.07, 0.36 + 0.01 * (i % 2)),
            cloth,
            mix(cloth, light.shade, 0.5),
        )
    canvas.line([(0.1, 0.295), (0.38, 0.305), (0.64, 0.29)], 0.003, "#4c443c")


@scene(
    "venice-sunset-lagoon",
    "Evening on the Lagoon",
    (
        "The sun sets behind domes and campanili; gondolas return over a lagoon of gold and rose.",
        "Venetian evening: towers stand dark against a burning sky that the water repeats.",
        "A red and amber dusk upon the lagoon, with the silhouette of the city and slender boats.",
    ),
    "venice lagoon sunset gondola dome tower evening",
    aspect=1.6,
)
def lagoon_sunset(canvas: Canvas) -> None:
    light, horizon = SUNSET.turned(-0.2, 0.2, 0.9), 0.52
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.5, stretch=2, sun=(1.0, 0.5))
    sky.sun(canvas, 0.98, 0.44, 0.045, "#fff0b0", "#ff9a40", 0.95)
    town(canvas, 0.1, 0.85, 0.52, 0.02, 0.06, light, 2, "#7a4450", ["#8a5460", "#6c4858", "#a06a60"], 0.15)
    on_sheet(canvas, lambda s: dome(s, 0.52, 0.525, 0.27, light, "#7c5460", "#5c4a64"), 0.15, light.haze)
    towers(
        canvas,
        [(0.26, 0.52, 0.38, "campanile"), (1.38, 0.52, 0.2, "campanile")],
        light,
        0.1,
        "#6c4452",
        "#4c3448",
    )
    on_sheet(canvas, lambda s: dome(s, 1.28, 0.525, 0.15, light, "#7c5460", "#5c4a64"), 0.25, light.haze)
    water(canvas, canvas.under(0.522), light, horizon, 0.55, "#4c3058", 0.25)
    glitter(canvas, 0.98, horizon, canvas.under(0.522), "#ffd080", 0.09)
    launch(canvas, gondola, 1.2, 0.63, 0.24, light, way=-1)
    launch(canvas, gondola, 0.55, 0.82, 0.56, light)
    for x in (0.08, 0.15, 0.2):
        canvas.line([(x, 0.7), (x + 0.005, 1.0)], 0.018, "#2c1c28")


@scene(
    "amsterdam-canal-autumn",
    "Canal in Amsterdam",
    (
        "Gabled brick houses stand in a row along a canal; autumn trees drop their leaves on the water.",
        "Dutch canal with narrow old fronts, moored boats and an arched bridge, all mirrored below.",
        "Tall merchant houses with stepped gables look at themselves in the quiet water of the Amsterdam gracht.",
    ),
    "amsterdam canal houses gables holland bridge autumn boats",
    aspect=1.4,
)
def amsterdam(canvas: Canvas) -> None:
    light, horizon = GOLDEN.turned(-0.6, 0.5, -0.4), 0.5
    sky.sky(canvas, light, 0.55)
    sky.clouds(canvas, light, 0.6, 0.5)
    on_sheet(canvas, lambda s: gable_row(s, -0.05, 1.5, 0.6, 0.42, light), 0, strength=0.35)
    canvas.grade(box(0, 0.598, 1.5, 0.64), "#8a7868", "#4c4238")
    crowd(canvas, 0.05, 1.35, 0.6, 0.06, light, 12, 0.006)
    for x in (0.14, 0.5, 0.86, 1.26):
        leafy(canvas, x, 0.61, 0.3, light, AUTUMN, 0.65, clumps=16)
    water(canvas, canvas.under(0.64), light, horizon, 0.35, "#34423c", 0.35)
    for x, colour in ((0.3, "#3c5a4c"), (0.72, "#a04a34"), (1.1, "#2c4460")):
        launch(canvas, moored, x, 0.68, 0.26, light, 0.35, colour=colour)
    launch(canvas, rowboat, 0.62, 0.88, 0.5, light, 0.4, people=2, colour="#6a4630")


@scene(
    "amsterdam-night-lamps",
    "Night Canal with Lamps",
    (
        "Lit windows and street lamps are reflected in trembling yellow lines on a black canal.",
        "City night by the water: old gabled houses, a bridge with lanterns, stars above.",
        "After dark the whole row of houses glows, and every lamp doubles itself in the canal.",
    ),
    "night canal lamps lights windows city bridge reflection",
    aspect=1.4,
)
def night_canal(canvas: Canvas) -> None:
    light, horizon = NIGHT, 0.5
    sky.sky(canvas, light, 0.55)
    sky.stars(canvas, 0.3, 160)
    mask = canal_sides(
        canvas, light, (0.72, 0.5), (-0.04, 0.0, 0.8), (1.5, -0.02, 0.82), "gable", 0.6, gap=0.22
    )
    arches(canvas, 0.5, 0.96, 0.515, 0.58, light, 3, "#5c5a6c", 0.035, 0.022)
    lamps = [(0.52, 0.48), (0.72, 0.445), (0.93, 0.48), (0.16, 0.6), (0.32, 0.55), (1.26, 0.6), (1.12, 0.55)]
    for x, y in lamps:
        canvas.line([(x, y), (x, y + 0.06 * (0.4 + y))], 0.005, "#14141c")
        canvas.glow(x, y, 0.022, "#ffc868", 1)
        canvas.glow(x, y, 0.008, "#fff4d0", 1)
    water(canvas, mask * canvas.under(0.575), light, horizon, 0.9, "#0c1428", 0.2)
    launch(canvas, moored, 0.42, 0.78, 0.34, light, 0.6, "#0c1428", colour="#3c3440")
    launch(canvas, moored, 0.98, 0.7, 0.24, light, 0.6, "#0c1428", colour="#3c3440")


@scene(
    "dutch-town-winter-canal",
    "The Frozen Canal",
    (
        "Children and grown-ups skate on a frozen canal before snow-covered gabled houses.",
        "Winter pleasures in a Dutch town: ice skaters, bare trees, white roofs and a pale rosy sky.",
        "The canal has become a street of ice, crowded with people in scarves and tall hats.",
    ),
    "winter ice skating skaters canal snow town people",
    aspect=1.5,
)
def frozen_canal(canvas: Canvas) -> None:
    light = WINTER
    sky.sky(canvas, light, 0.52)
    sky.clouds(canvas, light, 0.55, 0.5, stretch=2)
    towers(canvas, [(1.05, 0.5, 0.36, "spire")], light, 0.35, "#8a7a74", "#6c7484")
    on_sheet(canvas, lambda s: gable_row(s, -0.05, 0.72, 0.6, 0.34, light, 0.12, 1), 0)
    on_sheet(canvas, lambda s: gable_row(s, 0.9, 1.65, 0.57, 0.26, light, 0.12, 1), 0.15, light.haze)
    ice = mix(
        mix("#b4c8dc", "#f2ede6", canvas.noise(4, 5, stretch=6)),
        "#8ca4c0",
        canvas.noise(9, 4, stretch=8) * 0.5,
    )
    canvas.lay(canvas.under(0.585), ice)
    scratches = canvas.rng.random((240, 2))
    canvas.dabs(
        scratches[:, 0] * canvas.wide,
        0.62 + 0.4 * scratches[:, 1],
        0.03 + 0.1 * scratches[:, 1],
        0.0025,
        canvas.rng.normal(0, 0.15, 240),
        "#ffffff",
        0.5,
    )
    canvas.fill(box(0, 0.58, 0.75, 0.605), "#eef2fa")
    canvas.fill(box(0.86, 0.558, 1.6, 0.58), "#eef2fa")
    for x, size in ((0.12, 0.4), (0.44, 0.36), (1.3, 0.34)):
        boughs(canvas, x, 0.605, size, "#4c4038", 6, 0.5, 0.06, snow=True)
    crowd(canvas, 0.5, 1.0, 0.6, 0.05, light, 14, 0.05)
    crowd(canvas, 0.1, 1.4, 0.68, 0.1, light, 14, 0.09)
    crowd(canvas, 0.2, 1.3, 0.84, 0.19, light, 6, 0.1)


@scene(
    "harbour-morning-masts",
    "Harbour in the Morning",
    (
        "A forest of masts in a misty harbour; the orange sun has just risen and a rowing boat crosses.",
        "Impression of a port at dawn: cranes, ships and smoke dissolve in blue haze around a red sun.",
        "Early light over the docks, vessels at anchor like shadows, broken sun glints on the water.",
    ),
    "harbour port ships masts sunrise mist boat dawn",
    aspect=1.3,
)
def harbour_morning(canvas: Canvas) -> None:
    light, horizon = MIST.turned(0.3, 0.2, 0.9), 0.44
    sky.sky(canvas, light, horizon)
    canvas.lay(0.45, mix("#7c94ac", "#e8b090", np.exp(-(((canvas.y - 0.36) / 0.16) ** 2))))
    sky.clouds(canvas, light, horizon, 0.5, stretch=2.5, opacity=0.4)
    sky.sun(canvas, 0.86, 0.24, 0.035, "#ff8a48", "#ff8a40", 0.7)
    for x, s in ((0.14, 0.24), (0.36, 0.3), (0.62, 0.2), (1.14, 0.3)):
        haze = 0.75 - s
        on_sheet(
            canvas,
            partial(tallship, x=x, line=0.46, size=s, light=light, sails="#8894a0", torn=0.75),
            haze,
            "#a8b0b8",
        )
    town(canvas, 0.85, 1.35, 0.455, 0.02, 0.05, light, 2, "#7c8894", ["#8494a4", "#94a0ac"])
    water(canvas, canvas.under(0.455), light, 0.44, 0.9, "#5c7890", 0.4)
    glitter(canvas, 0.86, 0.44, canvas.under(0.455), "#ff9a58", 0.035)
    launch(canvas, rowboat, 0.82, 0.66, 0.22, light, 0.7, people=2, colour="#2c3c4c")
    launch(canvas, rowboat, 0.4, 0.78, 0.3, light, 0.7, people=2, colour="#2c3c4c", way=-1)


@scene(
    "fishing-harbour-noon",
    "The Fishing Harbour",
    (
        "Painted fishing boats lie close together in a little southern harbour beneath white houses.",
        "Blue, red and yellow hulls, nets drying on the quay, fishermen chatting at midday.",
        "A Mediterranean port: bright boats at the mole, steep village, deep blue water.",
    ),
    "fishing harbour boats mediterranean village port quay nets",
    aspect=1.25,
)
def fishing_harbour(canvas: Canvas) -> None:
    light, horizon = NOON.turned(-0.6, 0.6, -0.3), 0.4
    sky.sky(canvas, light, horizon)
    sky.veils(canvas, "#ffffff", 0, 0.3)
    silhouettes(canvas, light, [(0.34, 0.2)], "#7c8a68", 2.4)
    town(
        canvas,
        0.05,
        1.25,
        0.46,
        0.17,
        0.085,
        light,
        6,
        "#c0704c",
        ["#f4ece0", "#f0e0c8", "#e8d0b0", "#f8f4ec", "#e8b890"],
    )
    towers(canvas, [(0.72, 0.36, 0.2, "campanile")], light, 0.1, "#f0e4d0", "#b86a4c")
    canvas.grade(box(0, 0.455, 1.4, 0.49), "#c8b898", "#6c6050")
    water(canvas, canvas.under(0.49), light, horizon, 0.5, "#1c5c78", 0.5)
    for x, line, size, colour in (
        (0.22, 0.55, 0.24, "#2c5a8a"),
        (0.58, 0.56, 0.26, "#c04438"),
        (0.98, 0.55, 0.24, "#e0b03c"),
        (0.36, 0.66, 0.34, "#3c7a5c"),
        (0.84, 0.68, 0.36, "#f0ece0"),
    ):
        launch(canvas, fisher, x, line, size, light, colour=colour, furled=True, crew=1)
    paving(canvas, 0.88, light)
    crowd(canvas, 0.15, 1.1, 0.93, 0.2, light, 5, 0.05)
    n = 220
    canvas.dabs(
        1.0 + canvas.rng.normal(0, 0.1, n),
        0.97 + canvas.rng.normal(0, 0.018, n),
        0.05,
        0.006,
        canvas.rng.random(n) * 3,
        "#5c6a58",
        0.7,
    )


@scene(
    "tall-ships-roadstead",
    "Ships of the Line at Anchor",
    (
        "Great sailing ships rest on a calm roadstead, their sails hung out to dry in the golden haze.",
        "Three-masters and small boats on mirror-smooth water; flags hang limp in the warm air.",
        "A stately marine: men-of-war with high sterns, a rowing barge in front, huge clouds above.",
    ),
    "ships tall ship sailing calm anchor fleet clouds",
    aspect=1.4,
)
def roadstead(canvas: Canvas) -> None:
    light, horizon = GOLDEN, 0.64
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, puff=0.8, sun=(1.2, 0.2))
    sky.heaps(canvas, light, 0.5, 5, 0.2)
    silhouettes(canvas, light, [(0.635, 0.04)], "#8a8a90", 2)
    water(canvas, canvas.under(horizon), light, horizon, 0.3, "#6c6a50", 0.25)
    for x, line, size, way in (
        (1.16, 0.67, 0.2, -1),
        (0.12, 0.66, 0.16, 1),
        (0.9, 0.72, 0.36, -1),
        (0.44, 0.8, 0.6, 1),
    ):
        launch(canvas, tallship, x, line, size, light, 0.35, "#6c6a50", way=way)
    launch(canvas, rowboat, 1.02, 0.88, 0.32, light, 0.35, "#6c6a50", people=4)


@scene(
    "stone-bridge-town",
    "The Old Bridge",
    (
        "An old stone bridge of five arches spans the river before a town of red roofs and church towers.",
        "People cross the ancient bridge; below it the arches close to full circles in the water.",
        "Riverside view with bridge, towers and castle hill in the clear light of late afternoon.",
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
    "coastal-town-cliff",
    "White Town by the Sea",
    (
        "A white town with terracotta roofs climbs a cliff above a turquoise bay full of small sails.",
        "Sun-drenched coastal village: stacked houses, a bell tower, flowers on the terrace, blue sea.",
        "Dwellings pile up the steep coast like steps; yachts dot the glittering Mediterranean below.",
    ),
    "coast town white houses sea bay cliff mediterranean sails",
    aspect=0.8,
)
def white_town(canvas: Canvas) -> None:

    light, horizon, rng = NOON.turned(0.6, 0.6, -0.3), 0.36, canvas.rng
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.3, 3, 0.1)
    silhouettes(canvas, light, [(0.35, 0.08)], "#7c94a8", 2)
    water(canvas, canvas.under(horizon), light, horizon, 0.6, "#1c7c94", 0.6)
    for x, line, size in ((0.62, 0.42, 0.06), (0.5, 0.5, 0.09), (0.68, 0.6, 0.12)):
        launch(canvas, sailboat, x, line, size, light)
    slope = 0.47 + 0.3 * canvas.x[0]
    edge = [(0.0, 0.5), (0.52, 0.64), (0.6, 0.72), (0.55, 0.78), (0.62, 0.88), (0.56, 1.02), (0.0, 1.02)]
    rock = mix(
        mix("#8c7858", "#e0cca4", canvas.noise(9, 6, stretch=0.6)),
        "#54683c",
        noise.smooth(0.52, 0.7, canvas.noise(6, 5)),
    )
    canvas.lay(canvas.mask(edge, 0.004), rock)
    town(
        canvas,
        -0.05,
        0.5,
        slope,
        0.1,
        0.075,
        light,
        6,
        "#c86a44",
        ["#fbf6ec", "#f4ead8", "#f8efe0", "#f0dcc0"],
    )
    towers(canvas, [(0.2, 0.46, 0.22, "campanile")], light, 0, "#f8f0e0", "#c86a44")
    for x in np.linspace(0, 0.52, 16):
        bush(canvas, x, 0.565 + 0.3 * x + rng.normal(0.03, 0.02), 0.05, light)
    for x in np.linspace(0, 0.8, 12):
        bush(canvas, x, 1.03, 0.12, light)
    across, down = rng.uniform(0, 0.8, 170), rng.uniform(0.88, 1.0, 170)
    blooms(canvas, across, down, rng.uniform(0.008, 0.018, 170), ["#d8386c", "#f05a8a", "#f8b8cc"])


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


@scene(
    "dusk-harbour-lights",
    "Harbour Lights",
    (
        "Blue evening in port: windows glow on the hill, a lighthouse blinks and boats lie asleep.",
        "At nightfall the harbour town kindles its lamps and the water carries their golden threads.",
        "The last daylight fades violet over roofs and rigging; a beacon shines at the end of the mole.",
    ),
    "harbour dusk lights evening lighthouse boats town",
    aspect=1.5,
)
def harbour_lights(canvas: Canvas) -> None:
    light, horizon = DUSK, 0.5
    sky.sky(canvas, light, horizon)
    sky.bands(canvas, light, horizon, 5, 0.5)
    silhouettes(canvas, light, [(0.42, 0.2)], "#343a60", 2)
    town(canvas, 0.1, 1.15, 0.51, 0.17, 0.075, light, 6, "#5c4458", ["#7c6478", "#6c5a74", "#8a7080"], 0.5)
    towers(canvas, [(0.66, 0.42, 0.22, "spire")], light, 0.2, "#6c5a74", "#44385c")
    canvas.grade(box(1.05, 0.5, 1.5, 0.53), "#5c5468", "#2c2a40")
    lighthouse(canvas, 1.34, 0.505, 0.24, light, None, True)
    water(canvas, canvas.under(0.527), light, horizon, 0.8, "#1c2448", 0.25)
    for x, line, size in ((0.9, 0.6, 0.2), (0.3, 0.63, 0.24), (0.62, 0.72, 0.34)):
        launch(canvas, fisher, x, line, size, light, 0.6, "#1c2448", furled=True, crew=0, colour="#3c3a54")
    gulls(canvas, 1.1, 0.2, 3, 0.1, 0.02)
