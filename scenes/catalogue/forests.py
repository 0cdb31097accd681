"""Forests through the year."""

import numpy as np

from scenes import sky
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.light import GOLDEN, MORNING, NIGHT, WINTER
from scenes.noise import smooth
from scenes.plants import blooms, fallen, grass
from scenes.scene import scene
from scenes.shores import boulders
from scenes.skyline import village
from scenes.staffage import person
from scenes.trees import AUTUMN, GOLD, SPRING, SUMMER, Greens, leafy, pine, treeline
from scenes.water import water
from scenes.woodland import floor, path, sunbeams, trunks
from scenes.woods import birch


@scene(
    "birch-wood-autumn",
    "Birch Wood in Autumn",
    (
        "White birch trunks stand in a golden wood; yellow leaves cover the ground.",
        "A sunny grove of slender birches in October, their black-scarred bark shining among flaming foliage.",
        "Autumn light filters through thin bright trees on to a carpet of fallen leaves.",
    ),
    "birch forest autumn trees golden leaves",
    aspect=1.25,
)
def birch_autumn(canvas: Canvas) -> None:
    light = GOLDEN.turned(0.7, 0.5, -0.2)
    sky.sky(canvas, light, 0.6)
    for y, h, haze in ((0.5, 0.4, 0.5), (0.58, 0.34, 0.25)):
        treeline(canvas, y, h, light, GOLD, haze, n=60)
    trunks(canvas, light, 34, 0.6, "#e8e0d0", 0.014, 0.25)
    floor(canvas, 0.58, "#8a5a24", "#d8a850", "#6c6a30")
    for x, base, h in (
        (0.16, 0.66, 0.85),
        (0.95, 0.65, 0.85),
        (0.55, 0.7, 0.95),
        (1.16, 0.76, 1.05),
        (0.36, 0.8, 1.1),
        (0.78, 0.84, 1.15),
        (0.05, 0.92, 1.3),
    ):
        canvas.ellipse(x - 0.12 * h, base + 0.005, 0.14 * h, 0.012, "#4a3018", 0.4, soft=0.006)
        birch(canvas, x, base, h, light, GOLD)
    fallen(canvas, 0.62, 1.02, ["#e8b040", "#d88a2c", "#f4d468", "#b0602a"], 1100)


@scene(
    "birch-spring-lake",
    "Birches in Spring",
    (
        "Young birches in fresh green lean over a blue lake; the last patch of snow melts on the bank.",
        "Spring day by the water: white stems, tender leaves, clear sky and a meadow with first flowers.",
        "Slim birch trees frame a view across calm water to far woods.",
    ),
    "birch spring lake green trees water",
    aspect=0.8,
)
def birch_spring(canvas: Canvas) -> None:
    light = MORNING.turned(-0.6, 0.5, -0.3)
    sky.sky(canvas, light, 0.5)
    sky.heaps(canvas, light, 0.38, 4, 0.13)
    treeline(canvas, 0.5, 0.07, light, SUMMER, 0.5)
    water(canvas, canvas.under(0.5), light, 0.48, 0.4, "#2c5c84", 0.4)
    floor(canvas, 0.76, "#5c7c34", "#a0b858", "#d0d080")
    canvas.ellipse(0.6, 0.82, 0.14, 0.02, "#eef2fa", 0.9, soft=0.004)
    for x, base, h in ((0.14, 0.86, 1.0), (0.3, 0.8, 0.85), (0.66, 0.83, 0.95), (0.05, 0.94, 1.2)):
        birch(canvas, x, base, h, light, SPRING, 380)
    grass(canvas, 0.8, 1.06, light, SPRING, 900, 0.05)
    t = np.sort(canvas.rng.random(160))
    blooms(
        canvas,
        canvas.rng.random(160) * 0.8,
        0.82 + 0.2 * t,
        0.006 + 0.01 * t,
        ["#ffffff", "#f4e060", "#a8b8f0"],
    )


@scene(
    "dark-pine-forest",
    "In the Pine Forest",
    (
        "Sunbeams fall between tall dark pines upon moss and ferns; it is cool and silent.",
        "Deep conifer wood with slanting shafts of morning light and a narrow trail.",
        "Mighty trunks rise like pillars of a green cathedral; light breaks through the canopy.",
    ),
    "forest pine dark sunbeams moss trail woods",
    aspect=0.8,
)
def pine_forest(canvas: Canvas) -> None:
    light = MORNING.turned(0.6, 0.6, 0.2)
    canvas.lay(
        1, mix("#a8b890", "#2c4434", smooth(0.05, 0.55, np.hypot(canvas.x - 0.46, (canvas.y - 0.42) * 0.8)))
    )
    treeline(canvas, 0.56, 0.5, light, ("#1c3428", "#3c5c40", "#84985c"), 0.4, n=40)
    trunks(canvas, light, 30, 0.6, "#5c4c40", 0.016, 0.45)
    floor(canvas, 0.58, "#24301c", "#7c8848", "#3c4c24")
    path(canvas, [(0.44, 0.6), (0.5, 0.7), (0.36, 0.85), (0.42, 1.05)], 0.02, 0.24, "#a08860", "#5c4c34")
    trunks(canvas, light, 9, 0.68, "#4c3c30", 0.035, 0.15)
    for x, base, w in ((0.08, 0.84, 0.085), (0.7, 0.8, 0.075), (0.24, 0.74, 0.05)):
        canvas.grade(
            [
                (x - w * 0.7, base),
                (x - w * 0.4, base - 0.1),
                (x - w * 0.34, -0.02),
                (x + w * 0.34, -0.02),
                (x + w * 0.4, base - 0.1),
                (x + w * 0.7, base),
            ],
            "#241c18",
            "#8a6848",
            across=True,
        )
        n = 120
        canvas.dabs(
            x + canvas.rng.normal(0, w * 0.2, n),
            canvas.rng.uniform(0, base, n),
            0.04,
            0.006,
            np.pi / 2,
            mix("#1c1614", "#9a7854", canvas.rng.random(n)),
            0.5,
        )
    sunbeams(canvas, light, 0.62, 0.5)
    for _ in range(36):
        x, y = canvas.rng.uniform(0, 0.8), canvas.rng.uniform(0.72, 1.04)
        angle = np.linspace(-2.7, -0.4, 9)
        canvas.dabs(
            x + np.cos(angle) * 0.05 * y,
            y + np.sin(angle) * 0.035,
            0.07 * y,
            0.012,
            angle,
            mix("#2c4c24", "#94ac54", canvas.rng.random(9)),
            0.85,
        )


@scene(
    "forest-path-autumn",
    "The Autumn Path",
    (
        "A path strewn with leaves runs through an avenue of red and orange beeches towards the light.",
        "Two walkers on a woodland way in fall, the crowns arching over them like a flaming roof.",
        "Autumn alley: crimson, rust and gold, long shadows and a warm glow at the end.",
    ),
    "forest path autumn avenue walk leaves couple",
    aspect=1.0,
)
def autumn_path(canvas: Canvas) -> None:
    light = GOLDEN.turned(0.4, 0.5, 0.5)
    sky.sky(canvas, light, 0.6)
    canvas.glow(0.5, 0.46, 0.22, "#fff0c0", 0.9)
    treeline(canvas, 0.56, 0.2, light, AUTUMN, 0.5, n=40)
    floor(canvas, 0.55, "#7c4420", "#d09040", "#5c5424")
    path(canvas, [(0.5, 0.555), (0.51, 0.7), (0.46, 0.85), (0.5, 1.06)], 0.02, 0.5, "#d8ac70", "#9a6838")
    reds: Greens = ("#4a1a14", "#b03c24", "#ee7c3c")
    for i, t in enumerate((0.1, 0.22, 0.4, 0.65, 1.0)):
        for side in (-1, 1):
            x, base, h = 0.5 + side * (0.08 + 0.42 * t), 0.56 + 0.26 * t, 0.22 + 0.75 * t
            canvas.ellipse(x - side * 0.05, base, 0.16 * h, 0.012, "#3c2014", 0.4, soft=0.008)
            leafy(canvas, x, base, h, light, (AUTUMN, reds, GOLD)[(i + side) % 3], 0.8, 0.32, 24)
    for x, coat in ((0.485, "#34445c"), (0.525, "#a83c38")):
        person(canvas, x, 0.7, 0.11, light, coat, coat == "#a83c38")
    fallen(canvas, 0.6, 1.02, ["#d8742c", "#b8402a", "#f0b848", "#8a3c20"], 1000)


@scene(
    "winter-forest-snow",
    "Snow in the Forest",
    (
        "Fir trees bend under heavy snow; a frozen brook winds through the white silence.",
        "Deep winter woodland, blue shadows on the drifts, pale sun behind the trunks.",
        "Hushed forest after the snowfall, with animal tracks along an icy stream.",
    ),
    "winter forest snow firs brook white cold",
    aspect=1.25,
)
def winter_forest(canvas: Canvas) -> None:
    light, rng = WINTER.turned(0.6, 0.35, 0.4), canvas.rng
    sky.sky(canvas, light, 0.6)
    sky.sun(canvas, 0.92, 0.3, 0.035, "#fff8ea", "#ffe0b8", 0.7)
    for x in rng.uniform(0, canvas.wide, 40):
        pine(
            canvas,
            float(x),
            0.58 + rng.normal(0, 0.012),
            rng.uniform(0.2, 0.42),
            light,
            ("#8ca0b8", "#a8bccc", "#ccd8e0"),
            0.5,
        )
    drift = mix("#dfe6f2", "#fffaf2", canvas.noise(5, 5, stretch=3))
    drift = mix(drift, "#98aed4", smooth(0.48, 0.7, canvas.noise(4, 5, stretch=4)) * 0.75)
    canvas.lay(canvas.under(0.57, 0.02), drift)
    path(canvas, [(0.66, 0.6), (0.74, 0.68), (0.5, 0.78), (0.62, 1.06)], 0.01, 0.32, "#5c7894", "#a8c0d4")
    for x, base, h in (
        (0.1, 0.7, 0.6),
        (0.34, 0.64, 0.42),
        (1.16, 0.72, 0.66),
        (0.98, 0.64, 0.42),
        (0.22, 0.84, 0.74),
        (1.04, 0.88, 0.6),
    ):
        canvas.ellipse(x - 0.1 * h, base + 0.004, 0.22 * h, 0.022, "#8aa2cc", 0.7, soft=0.008)
        pine(canvas, x, base, h, light, snow=0.85, width=0.42)
    tracks = np.linspace(0, 1, 22)
    canvas.dabs(
        0.82 + 0.2 * tracks + 0.012 * (-1) ** np.arange(22),
        0.66 + 0.36 * tracks,
        0.01 + 0.012 * tracks,
        0.006 + 0.006 * tracks,
        0.4,
        "#7c94c0",
        0.85,
    )
    boulders(canvas, [(0.44, 0.84, 0.05), (0.76, 0.9, 0.07)], light, "#5c5c68", 1)


@scene(
    "night-forest-moon",
    "Moon over the Clearing",
    (
        "The full moon lights a forest clearing where a cabin window glows yellow.",
        "Blue night among tall firs, silver grass, one lamp in the lonely hut.",
        "A moonlit glade, black trees all round, smoke rising from the little house.",
    ),
    "night forest moon clearing cabin hut stars",
    aspect=0.8,
)
def night_clearing(canvas: Canvas) -> None:
    light, rng = NIGHT.turned(0.3, 0.7, 0.4), canvas.rng
    sky.sky(canvas, light, 0.62)
    sky.stars(canvas, 0.5, 300)
    sky.moon(canvas, 0.54, 0.18, 0.06)
    dark: Greens = ("#060c18", "#0e1c2c", "#24405a")
    for x in rng.uniform(0, 0.8, 26):
        pine(canvas, float(x), 0.63, rng.uniform(0.16, 0.34), light, ("#14243c", "#1c304c", "#34506c"))
    floor(canvas, 0.615, "#0c1824", "#3c5c78", "#6c8ca4")
    village(canvas, [(0.34, 0.7, 0.2)], light, 0, 1, "#2c3448", ["#4c4450"], 1)
    canvas.glow(0.34, 0.68, 0.06, "#ffb850", 0.7)
    canvas.ellipse(0.34, 0.73, 0.12, 0.02, "#c89850", 0.4, soft=0.012)
    for x, base, h in (
        (0.08, 0.8, 0.62),
        (0.68, 0.78, 0.58),
        (0.0, 0.98, 0.95),
        (0.8, 0.98, 0.9),
        (0.56, 0.7, 0.3),
    ):
        canvas.ellipse(x - 0.04, base + 0.006, h * 0.2, 0.016, "#040810", 0.6, soft=0.006)
        pine(canvas, x, base, h, light, dark)
    grass(canvas, 0.74, 1.05, light, ("#081420", "#24405c", "#6c94b4"), 700, 0.05)
