"""Fields of flowers: tulips, poppies, lavender, sunflowers, heather."""

from dataclasses import replace

import numpy as np

from scenes import sky
from scenes.beasts import sheep
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.crops import TULIPS, beds, flowers
from scenes.land import hills, meadow, paint_land, silhouettes, together
from scenes.light import DUSK, GOLDEN, MORNING, NOON
from scenes.noise import Field
from scenes.plants import grass
from scenes.scene import scene
from scenes.skyline import on_sheet, village
from scenes.staffage import cast, person
from scenes.towers import windmill
from scenes.trees import SPRING, SUMMER, columnar, leafy, treeline
from scenes.view import Eye, scatter


@scene(
    "tulip-fields-windmill",
    "Tulip Fields with a Windmill",
    (
        "Stripes of red, yellow, pink and violet tulips stretch to a windmill beneath a bright spring sky.",
        "Dutch flower fields in bloom: rows of colourful blossoms, a mill with turning sails, white clouds.",
        "An ocean of tulips in ribbons of every hue; far off, trees and the arms of an old windmill.",
    ),
    "tulips flowers field windmill holland spring colourful",
    aspect=1.4,
)
def tulip_fields(canvas: Canvas) -> None:
    light, eye = NOON.turned(-0.6, 0.6, -0.3), Eye(0.46, 0.55)
    sky.sky(canvas, light, 0.48)
    sky.heaps(canvas, light, 0.38, 6, 0.15)
    ground = hills(canvas.rng, 0.03, 0.3)
    paint_land(canvas, ground, light, eye, beds(canvas, TULIPS, 0.42, "#4c7434"), 45, far=40)
    treeline(canvas, 0.475, 0.05, light, SUMMER, 0.45, n=70)
    on_sheet(canvas, lambda s: windmill(s, 1.02, 0.5, 0.34, light, 0.5))
    village(canvas, [(0.3, 0.485, 0.07), (0.4, 0.487, 0.08)], light, smoke=0)
    flowers(canvas, ground, eye, 3800, 0.026, TULIPS, 0.6, 5, 0.42)


@scene(
    "lovers-tulip-garden",
    "Lovers among the Tulips",
    (
        "A couple of lovers strolls arm in arm through a garden of colourful tulips.",
        "Two sweethearts admire the flower beds; red, yellow and pink blossoms surround them.",
        "He and she stand hand in hand among the spring flowers under blossoming trees, happy in the sun.",
    ),
    "lovers couple tulips garden flowers colourful romantic spring",
    aspect=1.0,
)
def lovers_tulips(canvas: Canvas) -> None:
    light, eye = MORNING.turned(-0.6, 0.6, -0.3), Eye(0.4, 0.6)
    sky.sky(canvas, light, 0.42)
    sky.clouds(canvas, light, 0.42, 0.4)
    ground = hills(canvas.rng, 0.05, 0.3)
    paint_land(canvas, ground, light, eye, beds(canvas, TULIPS, 0.5, "#5c8a3c", 0.35), 40, far=20)
    treeline(canvas, 0.43, 0.1, light, SPRING, 0.25, n=60)
    for x, base, h in ((0.14, 0.52, 0.36), (0.9, 0.5, 0.34)):
        leafy(canvas, x, base, h, light, ("#9a6478", "#e0a4b4", "#fce6e6"), 0.85)
    flowers(canvas, ground, eye, 2200, 0.03, TULIPS, 1.0, 5, 0.5, 0.35)
    for x, coat, skirt, hat in ((0.47, "#34465c", False, "#3c3028"), (0.545, "#d8506c", True, "#f4e4b8")):
        cast(canvas, x, 0.8, 0.36, light)
        person(canvas, x, 0.8, 0.37 if not skirt else 0.34, light, coat, skirt, hat, arm=0.5)
    flowers(canvas, ground, eye, 520, 0.034, TULIPS, 0.62, 1.1, 0.5, 0.35)


@scene(
    "poppy-meadow-walk",
    "Poppies",
    (
        "A mother and child with a parasol walk down a meadow red with poppies.",
        "Field of scarlet flowers on a breezy summer day, two figures half hidden in tall grass.",
        "Countless poppy blossoms dot the slope; poplars and a house stand on the horizon.",
    ),
    "poppies meadow flowers red walk mother child parasol summer",
    aspect=1.3,
)
def poppies(canvas: Canvas) -> None:
    light, eye = NOON.turned(-0.5, 0.6, -0.3), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, 0.5, puff=0.6)
    ground = together(hills(canvas.rng, 0.15, 0.25), lambda x, z: -0.1 * x)
    paint_land(canvas, ground, light, eye, meadow(canvas, ("#8a9c50", "#c0b868", "#5c7c3c")), 30, far=12)
    treeline(canvas, 0.46, 0.08, light, SUMMER, 0.35, n=60)
    village(canvas, [(0.82, 0.47, 0.1)], light, smoke=0)
    for x in (0.66, 0.7, 0.95, 1.0):
        columnar(canvas, x, 0.47, 0.13, light)
    grass(canvas, 0.5, 1.05, light, SUMMER, 1600, 0.05)
    flowers(canvas, ground, eye, 2100, 0.02, ["#d8281c", "#e84430", "#c81c20"], 0.65, 5)
    person(canvas, 0.42, 0.78, 0.24, light, "#5c6c8c", True, "#f0e0b0")
    person(canvas, 0.52, 0.77, 0.14, light, "#e8dcc8", True, "#d8a860")
    canvas.line([(0.45, 0.64), (0.47, 0.5)], 0.004, "#4c3c2c")
    canvas.grade(
        [(0.38, 0.535), (0.42, 0.49), (0.475, 0.475), (0.53, 0.495), (0.56, 0.54)], "#f4ecd8", "#8c9cb4"
    )
    grass(canvas, 0.79, 1.06, light, SUMMER, 500, 0.07)
    flowers(canvas, ground, eye, 260, 0.022, ["#d8281c", "#f05040"], 0.62, 1.0)


@scene(
    "lavender-rows",
    "Lavender",
    (
        "Purple lavender runs in long rows to a stone farmhouse and a single tree.",
        "Provence in July: violet fields, warm evening sky, bees and perfume in the air.",
        "Lines of lilac bushes converge under the setting sun.",
    ),
    "lavender field purple rows provence farmhouse sunset",
    aspect=1.35,
)
def lavender(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(0.7, 0.35, 0.2), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.bands(canvas, light, 0.46, 6, 0.5)
    sky.sun(canvas, 1.16, 0.36, 0.035)
    silhouettes(canvas, light, [(0.43, 0.1)], "#8a84a4", 2)
    ripple = hills(canvas.rng, 0.08, 0.25)

    def ground(x: Field, z: Field) -> Field:
        return np.asarray(ripple(x, z) + 0.05 * np.cos(np.pi * 2 * x / 0.36), np.float32)

    paint_land(
        canvas,
        ground,
        light,
        eye,
        beds(canvas, ["#6c4c9c", "#7c58ac", "#6450a0"], 0.36, "#7c8454"),
        36,
        far=16,
    )
    village(canvas, [(0.36, 0.485, 0.16)], light, 0, 0, "#a8684c", ["#d8c09c"], 0)
    leafy(canvas, 0.62, 0.49, 0.15, light, SUMMER, 0.9)
    for place in (0.24, 0.47):
        columnar(canvas, place, 0.487, 0.13, light)
    x, y, right, away = scatter(canvas, ground, eye, 5200, 0.6, 6)
    on = np.abs((right / 0.36) % 1 - 0.5) < 0.36
    x, y, away = x[on], y[on], away[on]
    tone = mix(
        mix("#3c2c6c", "#8a64c0", canvas.rng.random(len(x))), "#c8a8e8", canvas.rng.random(len(x)) ** 3
    )
    canvas.dabs(
        x,
        y - 0.03 / away,
        0.07 / away,
        0.012 / away,
        np.pi / 2 + canvas.rng.normal(0, 0.3, len(x)),
        tone,
        0.85,
    )


@scene(
    "sunflower-field",
    "Sunflowers in the Field",
    (
        "Hundreds of sunflowers turn their yellow faces to the light beneath a deep blue sky.",
        "Big golden blossoms stand close together, a farm roof far behind them.",
        "Summer at its height: tall sunflowers in endless ranks.",
    ),
    "sunflowers field yellow summer flowers farm",
    aspect=1.0,
)
def sunflowers(canvas: Canvas) -> None:
    light, eye, rng = NOON.turned(-0.5, 0.6, -0.4), Eye(0.42, 0.7), canvas.rng
    sky.sky(canvas, light, 0.44)
    sky.heaps(canvas, light, 0.38, 4, 0.14)
    ground = hills(rng, 0.08, 0.25)
    paint_land(canvas, ground, light, eye, meadow(canvas, ("#5c7430", "#9c9c3c", "#3c5424")), 30, far=12)
    treeline(canvas, 0.43, 0.07, light, SUMMER, 0.35, n=50)
    village(canvas, [(0.66, 0.44, 0.13)], light, smoke=0)
    x, y, _, away = scatter(canvas, ground, eye, 620, 0.85, 6)
    for px, py, z in zip(x.tolist(), y.tolist(), away.tolist(), strict=True):
        s, top = 0.085 / z, py - 0.22 / z
        canvas.line([(px, py), (px + rng.normal(0, 0.1) * s, top)], 0.16 * s, "#4c6c2c")
        for side in (-1, 1):
            canvas.dabs(
                px + side * 0.5 * s,
                top + (0.9 + 0.3 * side) * s,
                1.1 * s,
                0.5 * s,
                side * 0.5,
                "#5c8434",
                0.9,
            )
        angle = np.linspace(0, 2 * np.pi, 13)[:-1] + rng.random()
        canvas.dabs(
            px + np.cos(angle) * 0.42 * s,
            top + np.sin(angle) * 0.38 * s,
            0.5 * s,
            0.2 * s,
            angle,
            mix("#e09a18", "#fbd840", rng.random(12)),
            0.95,
        )
        canvas.ellipse(px, top, 0.27 * s, 0.25 * s, "#4c2c14")
        canvas.ellipse(px - 0.06 * s, top - 0.06 * s, 0.12 * s, 0.1 * s, "#7c5024", 0.8)


@scene(
    "shepherd-moor-heather",
    "Heather on the Moor",
    (
        "Purple heather covers the moor; a shepherd leads his flock along a sandy track at dusk.",
        "Wide heathland in bloom, juniper bushes, sheep and a violet evening sky.",
        "Lonely northern moorland, the flock like a pale stream among the flowering heath.",
    ),
    "heather moor shepherd sheep heath purple evening",
    aspect=1.5,
)
def moor(canvas: Canvas) -> None:
    light, eye = DUSK.turned(-0.7, 0.35, 0.2), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.bands(canvas, light, 0.46, 7, 0.6)
    ground = hills(canvas.rng, 0.16, 0.25)
    warm = replace(light, sun="#f0b8a0", shade="#5c5480")
    paint_land(canvas, ground, warm, eye, meadow(canvas, ("#8a5484", "#b07ca0", "#5c6440")), 24, far=14)
    for place, base, h in ((0.16, 0.66, 0.2), (0.24, 0.6, 0.12), (1.3, 0.64, 0.2), (1.12, 0.56, 0.09)):
        columnar(canvas, place, base, h, warm, ("#1c2428", "#34443c", "#6c7058"), 0.3)
    x, y, right, away = scatter(canvas, ground, eye, 3200, 0.6, 5)
    keep = np.abs(right - 0.3 * np.sin(away * 1.2)) > 0.16
    x, y, away = x[keep], y[keep], away[keep]
    canvas.dabs(
        x,
        y - 0.015 / away,
        0.035 / away,
        0.02 / away,
        canvas.rng.random(len(x)) * 3,
        mix(mix("#4c2c50", "#a86898", canvas.rng.random(len(x))), "#e8b0cc", canvas.rng.random(len(x)) ** 4),
        0.8,
    )
    for i in range(24):
        z = 1.3 + 0.09 * i
        sx, sy = eye.project(
            canvas,
            np.array([0.3 * np.sin(z * 1.2) + canvas.rng.normal(0, 0.08)]),
            ground(np.array([0.0]), np.array([z])),
            np.array([z]),
        )
        sheep(canvas, float(sx[0]), float(sy[0]), 0.075 / z, warm)
    person(canvas, 0.82, 0.86, 0.2, warm, "#4c3c3c", False, "#2c2424")
    canvas.line([(0.88, 0.68), (0.885, 0.87)], 0.005, "#2c2018")
