"""Life in the high country: huts, pastures, lakes, valleys, autumn woods, southern hills."""

import numpy as np

from scenes import sky
from scenes.beasts import cow
from scenes.brush import Canvas
from scenes.houses import cottage
from scenes.land import alpine, hills, meadow, paint_land, ranges, together, valley
from scenes.light import GOLDEN, MORNING, NOON, WINTER
from scenes.noise import smooth
from scenes.plants import grass
from scenes.scene import scene
from scenes.shores import boulders, lakeland, wooded
from scenes.staffage import cast, person
from scenes.trees import OLIVE, SUMMER, columnar, leafy, pine
from scenes.view import Eye


@scene(
    "winter-mountain-hut",
    "A Hut in the Snow",
    (
        "A wooden hut with smoke rising from the chimney lies deep in snow beneath white mountains.",
        "Winter in the alps: snow-laden firs, a cabin with lighted windows, and cold blue peaks behind.",
        "The little lodge is nearly buried; its warm lamps shine on the frozen slope under the summits.",
    ),
    "winter snow hut cabin mountain firs cold",
)
def winter_hut(canvas: Canvas) -> None:
    light, eye = WINTER, Eye(0.5, 0.7)
    sky.sky(canvas, light, 0.52)
    sky.clouds(canvas, light, 0.5, cover=0.35, size=0.9)
    ground = together(ranges(canvas.rng, start=4, height=3.6), hills(canvas.rng, 0.35))
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=-1.5, rock="#6c6c78"), haze=30)
    wooded(canvas, ground, light, eye, 240, 2, 7, tall=0.3, low=-1, high=1.2, snow=0.4)
    cottage(canvas, 0.85, 0.8, 0.34, 0.26, light, "#7a5236", "#6a4a3a", snow=0.95, lamp=0.9, smoke=True)
    canvas.ellipse(0.85, 0.815, 0.3, 0.03, "#e8eef8", soft=0.008)
    canvas.ellipse(0.62, 0.83, 0.2, 0.02, "#a8b8d8", 0.6, soft=0.008)
    for x, base, size in ((0.1, 0.95, 0.5), (0.3, 0.86, 0.33), (1.18, 0.98, 0.55), (1.04, 0.86, 0.3)):
        pine(canvas, x, base, size, light, snow=0.75)


@scene(
    "alpine-pasture-cows",
    "Cattle on the Alp",
    (
        "Brown and spotted cows graze on a sunny mountain pasture in front of a chalet, with snowy peaks far away.",
        "High summer in the Alps: a herd on the green meadow, a wooden farmhouse, glittering summits beyond.",
        "A herdsman watches his cattle on a slope of fresh grass under a bright sky with a few white clouds.",
    ),
    "mountain cows cattle pasture meadow chalet summer herd",
)
def alpine_pasture(canvas: Canvas) -> None:
    light, eye = NOON, Eye(0.46, 0.6)
    sky.sky(canvas, light, 0.48)
    sky.heaps(canvas, light, 0.3, 4, 0.12)
    ground = together(ranges(canvas.rng, start=5, height=3.2), hills(canvas.rng, 0.3, 0.25))
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=1.3, trees=0.5), haze=26)
    wooded(canvas, ground, light, eye, 260, 2.5, 8, tall=0.25, low=0.05)
    cottage(canvas, 0.32, 0.69, 0.26, 0.19, light, "#8a6244", "#6a5444")
    grass(canvas, 0.74, 1.04, light, SUMMER, 1400, 0.035)
    for x, feet, h, coat, way in (
        (0.78, 0.72, 0.05, "#8a5a38", -1),
        (0.95, 0.76, 0.065, "#4a3428", 1),
        (0.62, 0.82, 0.085, "#a06a40", 1),
        (1.1, 0.9, 0.11, "#7a4428", -1),
    ):
        cast(canvas, x, feet, h * 1.6, light)
        cow(canvas, x, feet, h, light, coat, way, canvas.rng.random() < 0.7)
    person(canvas, 0.42, 0.87, 0.16, light, "#3c5a7a", False, "#4a3c2c")
    grass(canvas, 0.9, 1.06, light, SUMMER, 500, 0.05)


@scene(
    "mountain-lake-mirror",
    "The Mirror Lake",
    (
        "A still lake repeats the mountains and the sky without a ripple; dark firs frame the shore.",
        "Perfect reflections: snowy summits stand upside down in calm blue water on a bright morning.",
        "Clear alpine tarn among boulders and pines, in which the whole range is doubled.",
    ),
    "mountain lake reflection water calm pines",
    aspect=1.5,
)
def mirror_lake(canvas: Canvas) -> None:
    light, eye = MORNING, Eye(0.47, 0.35)
    sky.sky(canvas, light, 0.5)
    sky.clouds(canvas, light, 0.5, cover=0.4, size=0.9)
    ground = together(
        ranges(canvas.rng, start=4, height=3.2),
        lambda x, z: smooth(3.0, 4.6, z + 0.3 * np.abs(x)) * 0.4 - 0.28,
    )
    wet = lambda: wooded(canvas, ground, light, eye, 700, 3, 7, tall=0.3, low=0.0, high=0.8)  # noqa: E731
    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, snow=1.1, trees=0.7),
        ripple=0.12,
        depth=0.25,
        wet=wet,
    )
    boulders(canvas, [(0.15, 1.0, 0.16), (0.34, 1.03, 0.1), (1.32, 1.02, 0.2), (1.1, 1.04, 0.09)], light)
    pine(canvas, 0.06, 0.98, 0.75, light)
    pine(canvas, 1.44, 1.0, 0.6, light)


@scene(
    "green-valley-river",
    "River Valley among Mountains",
    (
        "A river winds through a broad green valley between wooded slopes towards distant blue mountains.",
        "View into a valley: the stream shines in curves between fields and forest under golden afternoon light.",
        "From a height one follows the bends of the water into the haze where the range closes the horizon.",
    ),
    "river valley mountain stream green meander",
    aspect=1.5,
)
def green_valley(canvas: Canvas) -> None:
    light, eye = GOLDEN, Eye(0.34, 1.1)
    sky.sky(canvas, light, 0.38)
    sky.clouds(canvas, light, 0.38, cover=0.45)
    raised = together(
        ranges(canvas.rng, start=6, height=3.4), lambda x, z: 0.75 * smooth(0.5, 3.2, np.abs(x)) + 0.06
    )
    course = lambda z: 0.9 * np.sin(z * 1.05) * smooth(0, 4, z)  # noqa: E731
    ground = valley(raised, course, 0.6, depth=0.6)
    wet = lambda: wooded(canvas, ground, light, eye, 650, 2, 12, tall=0.24, low=0.06, high=1.2)  # noqa: E731
    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, snow=1.8, trees=0.7, meadow="#8a9a4c"),
        haze=20,
        near=0.8,
        ripple=0.25,
        wet=wet,
    )
    leafy(canvas, 0.12, 1.02, 0.5, light, SUMMER)


@scene(
    "autumn-mountains",
    "Autumn in the High Country",
    (
        "Golden larches and red bushes cover the slopes beneath grey rock and the first fresh snow of the season.",
        "Fall colours in the mountains: yellow, russet and dark green woods climbing to pale summits.",
        "Crisp October day; a flaming forest lies at the foot of sharp limestone peaks.",
    ),
    "mountain autumn fall larch gold forest",
    aspect=1.25,
)
def autumn_mountains(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(-0.7, 0.4, -0.4), Eye(0.5, 0.6)
    sky.sky(canvas, light, 0.5)
    sky.veils(canvas, "#fff4e0", 0.0, 0.4, 0.7)
    ground = together(ranges(canvas.rng, start=3.5, height=3.8, scale=0.16), hills(canvas.rng, 0.3))
    paint_land(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, snow=1.5, trees=0.9, meadow="#a8843c", wood="#8a5a24", rock="#a49c90"),
        haze=30,
    )
    for greens in (
        ("#6a4414", "#c88a24", "#f6cc58"),
        ("#5a2418", "#b0482a", "#e88a48"),
        ("#14261c", "#2c4a34", "#64804c"),
    ):
        wooded(canvas, ground, light, eye, 170, 1.2, 7, tall=0.3, low=-1, greens=greens)


@scene(
    "tuscan-hills",
    "Hills with Cypresses",
    (
        "Soft rolling hills in evening sun, a row of dark cypresses leading to a farmhouse on the crest.",
        "Southern countryside, perhaps Tuscany: ochre fields, olive trees, slender cypress trees and long shadows.",
        "A golden land of gentle slopes; a villa with a red roof watches over the land.",
    ),
    "hills cypress tuscany farmhouse fields italy evening",
    aspect=1.5,
)
def tuscan_hills(canvas: Canvas) -> None:
    light, eye = GOLDEN, Eye(0.42, 0.8)
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, cover=0.35, stretch=2)
    ground = together(hills(canvas.rng, 0.5, 0.22), lambda x, z: 0.06 * z)
    paint_land(
        canvas, ground, light, eye, meadow(canvas, ("#b89a4c", "#d8bc6c", "#7a8440"), 0.8), haze=16, far=14
    )
    wooded(canvas, ground, light, eye, 150, 2.5, 12, tall=0.14, low=-2, high=9, greens=OLIVE)
    cottage(canvas, 0.98, 0.5, 0.2, 0.13, light, "#e2c496", "#a8573c")
    for i, t in enumerate(np.linspace(0, 1, 10)):
        columnar(
            canvas,
            0.3 + 0.58 * t,
            0.82 - 0.32 * t**0.8,
            0.3 - 0.2 * t + 0.01 * (i % 2),
            light,
            ("#16241c", "#2f4630", "#7a8448"),
            0.2,
        )
    grass(canvas, 0.86, 1.05, light, ("#6a6a30", "#b8a050", "#e8d488"), 1200, 0.06)
