"""Forests and woods through the seasons, and falling water."""

import numpy as np

from scenes import sky
from scenes.beasts import sheep
from scenes.boats import afloat, moored
from scenes.bridges import footbridge
from scenes.brush import Canvas, curve, ribbon
from scenes.colour import Colour, mix
from scenes.land import alpine, fog, paint_land, ranges, silhouettes
from scenes.light import GOLDEN, MIST, MORNING, NIGHT, NOON, OVERCAST, WINTER, Light
from scenes.noise import Field, smooth
from scenes.plants import blooms, bush, fallen, grass
from scenes.scene import scene
from scenes.shores import boulders
from scenes.skyline import village
from scenes.staffage import cast, person
from scenes.trees import AUTUMN, BLOSSOM, GOLD, SPRING, SUMMER, Greens, boughs, leafy, pine, treeline
from scenes.view import Eye
from scenes.water import glitter, water, waterfall
from scenes.woods import birch


def floor(canvas: Canvas, top: float, near: Colour, far: Colour, speck: Colour) -> None:
    """Forest ground from `top` down: mottled, darker at the viewer's feet."""
    t = smooth(top, 1.0, canvas.y)
    ground = mix(far, near, t)
    ground = mix(ground, speck, smooth(0.5, 0.75, canvas.noise(9, 6, stretch=4)) * 0.7)
    canvas.lay(canvas.under(top + 0.015 * (canvas.noise(8, 3)[0][None] - 0.5), 0.01), ground)


def path(
    canvas: Canvas, points: list[tuple[float, float]], far: float, near: float, colour: Colour, edge: Colour
) -> Field:
    """A way that comes towards us, worn in the middle; gives its mask."""
    line = curve(points, 12)
    whole = np.maximum(canvas.mask(ribbon(line, far, near), 0.006), 0)
    worn = mix(colour, edge, smooth(0.4, 0.7, canvas.noise(14, 5, stretch=3)))
    canvas.lay(whole * 0.95, worn)
    return whole


def trunks(
    canvas: Canvas, light: Light, n: int, base: float, bark: Colour, width: float, haze: float
) -> None:
    """Bare columns of trees far within the wood."""
    rng, shown = canvas.rng, mix(bark, light.haze, haze)
    for x in rng.uniform(0, canvas.wide, n):
        w, foot = width * rng.uniform(0.5, 1.3), base + rng.normal(0, 0.012)
        lean = rng.normal(0, 0.02)
        canvas.grade(
            [
                (x - w / 2, foot),
                (x - w * 0.35 + lean, -0.02),
                (x + w * 0.35 + lean, -0.02),
                (x + w / 2, foot),
            ],
            shown,
            mix(shown, light.shade, 0.4),
            across=True,
        )


def sunbeams(canvas: Canvas, light: Light, x: float, strength: float = 0.4) -> None:
    """Slanting light between the trunks."""
    for _ in range(6):
        left = x + canvas.rng.normal(0, 0.3)
        w = canvas.rng.uniform(0.03, 0.09)
        shaft = canvas.mask(
            [(left, -0.05), (left + w, -0.05), (left + w - 0.35, 0.95), (left - 0.45 - w, 0.95)], 0.012
        )
        canvas.light(shaft * strength * smooth(1.0, 0.2, canvas.y) * canvas.rng.uniform(0.4, 1), light.sun)


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
