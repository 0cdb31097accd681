"""Cities built on water: Venice and the canals of Holland."""

import numpy as np

from scenes import sky
from scenes.boats import gondola, launch, moored, rowboat
from scenes.bridges import arches
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.light import GOLDEN, MORNING, NIGHT, NOON, SUNSET, WINTER
from scenes.scene import scene
from scenes.skyline import canal_sides, gable_row, on_sheet, palace_row, towers, town
from scenes.staffage import crowd
from scenes.towers import dome
from scenes.trees import AUTUMN, boughs, leafy
from scenes.walls import box
from scenes.water import glitter, water


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
        "Dutch canal with narrow old fronts, moored boats and orange trees, all mirrored below.",
        "Tall merchant houses with stepped gables look at themselves in the quiet water of the Amsterdam gracht.",
    ),
    "amsterdam canal houses gables holland autumn boats",
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
        "The canal has become a street of ice, crowded with people in long coats and hats.",
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
