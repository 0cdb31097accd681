"""Nights and first light: stars, northern lights, a moonlit castle, roofs at daybreak."""

import numpy as np

from scenes import sky
from scenes.bridges import arches
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import alpine, ranges, silhouettes, together
from scenes.light import MORNING, NIGHT
from scenes.noise import smooth
from scenes.scene import scene
from scenes.shores import lakeland
from scenes.skyline import on_sheet, towers, town, village
from scenes.snow import snowfield
from scenes.staffage import person
from scenes.towers import castle, church
from scenes.trees import columnar, pine, treeline
from scenes.view import Eye
from scenes.water import glitter, water


@scene(
    "starry-night-village",
    "Starry Night over the Village",
    (
        "Stars and swirling clouds of light blaze above a sleeping village with a pointed church tower.",
        "Night sky alive with whirls, a bright moon, dark cypresses and small lit windows.",
        "The whole firmament turns over the roofs of a hamlet among the hills.",
    ),
    "stars night village moon swirling sky church cypress",
    aspect=1.25,
)
def starry_village(canvas: Canvas) -> None:
    light = NIGHT
    sky.sky(canvas, light, 0.62)
    for x, y, r in ((0.5, 0.28, 0.2), (0.86, 0.38, 0.14), (0.2, 0.4, 0.12)):
        away = np.hypot(canvas.x - x, (canvas.y - y) * 1.25)
        spiral = np.sin(np.arctan2(canvas.y - y, canvas.x - x) * 2 + away * 52)
        canvas.light(np.exp(-((away / r) ** 2)) * (0.3 + 0.4 * smooth(-0.2, 1, spiral)), "#7ca8e0")
    flow = canvas.warped(9, 0.12, stretch=3)
    canvas.light(smooth(0.5, 0.72, flow) * smooth(0.62, 0.2, canvas.y) * 0.4, "#5c90d0")
    for x, y, s in (
        (0.1, 0.14, 1.0),
        (0.26, 0.22, 0.7),
        (0.38, 0.08, 0.8),
        (0.62, 0.1, 1.0),
        (0.74, 0.22, 0.8),
        (0.9, 0.12, 0.7),
        (0.06, 0.36, 0.7),
        (0.7, 0.42, 0.6),
        (1.16, 0.36, 0.7),
    ):
        canvas.glow(x, y, 0.03 * s, "#ffe890", 1)
        canvas.glow(x, y, 0.01 * s, "#ffffff", 1)
    sky.moon(canvas, 1.1, 0.14, 0.06, full=False)
    canvas.glow(1.1, 0.14, 0.07, "#ffd860", 0.7)
    for line, colour in (((0.58, 0.16), "#1c3460"), ((0.66, 0.14), "#14264c")):
        silhouettes(canvas, light, [line], colour, 2.5)
    treeline(canvas, 0.72, 0.07, light, ("#081420", "#12283c", "#2c4c64"), 0.1, n=60)
    village(
        canvas,
        [
            (float(x), float(y), 0.1)
            for x, y in zip(canvas.rng.uniform(0.3, 1.2, 15), canvas.rng.uniform(0.76, 0.9, 15), strict=True)
        ],
        light,
        0,
        0.7,
        "#2c3450",
        ["#5c6484", "#4c5474", "#747890"],
        0.2,
    )
    on_sheet(canvas, lambda s: church(s, 0.68, 0.84, 0.32, light, "#5c6484", "#2c3450", lamp=0.6))
    for x, h in ((0.1, 0.95), (0.19, 0.66)):
        columnar(canvas, x, 1.04, h, light, ("#04080c", "#0e1c1c", "#2c4438"), 0.22)


@scene(
    "milky-way-lake",
    "The Milky Way",
    (
        "The galaxy spans a clear night sky and is mirrored in a mountain lake; a small tent glows on the shore.",
        "Countless stars over black peaks, a camper's lantern, silent water.",
        "Deep night in the wilderness: the river of light above, its reflection below.",
    ),
    "milky way stars night lake tent mountains",
    aspect=0.8,
)
def milky_way(canvas: Canvas) -> None:
    light, eye = NIGHT, Eye(0.6, 0.4)
    sky.sky(canvas, light, 0.62)
    sky.stars(canvas, 0.62, 800, galaxy=True)
    canvas.light(smooth(0.4, 0.6, canvas.y) * 0.25, "#5c6ca0")
    ground = together(ranges(canvas.rng, 4, 2.6, 0.15), lambda x, z: smooth(3.6, 4.8, z) * 0.4 - 0.25)
    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, 1.4, 0.6),
        40,
        ripple=0.12,
        tint="#0c1830",
        depth=0.2,
    )
    canvas.lay(
        canvas.under(0.9 + 0.03 * canvas.noise(6, 4)[:1]), mix("#0c1420", "#24304c", canvas.noise(12, 5))
    )
    canvas.glow(0.56, 0.89, 0.09, "#ffb050", 0.8)
    canvas.grade([(0.48, 0.92), (0.56, 0.83), (0.65, 0.92)], "#ffe8a0", "#e0802c")
    canvas.line([(0.56, 0.83), (0.55, 0.92)], 0.004, "#8a4c20")
    person(canvas, 0.38, 0.93, 0.09, light, "#1c2438", False)
    for x, h in ((0.06, 0.36), (0.14, 0.24), (0.74, 0.3)):
        pine(canvas, x, 0.97, h, light, ("#040810", "#0c1624", "#1c3044"))


@scene(
    "northern-lights-cabin",
    "Northern Lights",
    (
        "Green and violet curtains of the aurora wave above a snowy plain with a red cabin.",
        "Polar night: northern lights, frosted firs, a lit hut and its smoke.",
        "The sky dances in emerald and purple over the white silence of the far north.",
    ),
    "northern lights aurora night snow cabin polar winter",
    aspect=1.4,
)
def northern_lights(canvas: Canvas) -> None:
    light = NIGHT
    sky.sky(canvas, light, 0.66)
    sky.stars(canvas, 0.6, 380)
    sky.aurora(canvas, 0.62)
    silhouettes(canvas, light, [(0.62, 0.14)], "#24406c", 3, sharp=True)
    snowfield(canvas, 0.66, light)
    canvas.glaze(canvas.under(0.66), "#5c84b0")
    canvas.light(canvas.under(0.66) * smooth(0.45, 0.7, canvas.noise(3, 4, stretch=4)) * 0.25, "#60e0a8")
    for x in canvas.rng.uniform(0, canvas.wide, 26):
        pine(
            canvas,
            float(x),
            0.675,
            canvas.rng.uniform(0.07, 0.17),
            light,
            ("#081420", "#142c3c", "#34586c"),
            0.4,
        )
    village(canvas, [(0.92, 0.76, 0.2)], light, 0.8, 1, "#3c3444", ["#8a2c28"], 1)
    canvas.ellipse(0.92, 0.79, 0.16, 0.016, "#ffc870", 0.4, soft=0.012)
    for x, base, h in ((0.14, 0.86, 0.5), (0.28, 0.78, 0.3), (1.3, 0.88, 0.52)):
        pine(canvas, x, base, h, light, ("#060e18", "#12283a", "#3c6478"), 0.75)


@scene(
    "castle-river-moonrise",
    "Castle above the River",
    (
        "A castle with many towers stands on a rock above the river; the moon rises behind it.",
        "Romantic ruin-like fortress, a bridge with arches, silver reflections in the stream.",
        "Blue night on the river, the walls of the old stronghold black before the moon.",
    ),
    "castle river moon night bridge fortress rock",
    aspect=0.8,
)
def castle_moon(canvas: Canvas) -> None:
    light = NIGHT.turned(0.5, 0.5, 0.4)
    sky.sky(canvas, light, 0.62)
    sky.stars(canvas, 0.5, 220)
    sky.clouds(canvas, light, 0.6, 0.4, stretch=2, opacity=0.8, sun=(0.56, 0.2))
    sky.moon(canvas, 0.58, 0.22, 0.075)
    silhouettes(canvas, light, [(0.58, 0.14)], "#24386c", 3)
    rock = 0.68 - 0.22 * np.exp(-(((canvas.x[0] - 0.28) / 0.2) ** 2)) + 0.012 * np.sin(canvas.x[0] * 47)
    canvas.lay(
        canvas.under(rock[None]) * (canvas.y < 0.7),
        mix(mix("#141c34", "#4c5878", canvas.noise(16, 6, stretch=0.5)), "#1c2c34", canvas.noise(8, 4)),
    )
    on_sheet(canvas, lambda s: castle(s, 0.28, 0.5, 0.4, light, "#5c6484", "#2c3050"))
    for x, y in ((0.28, 0.4), (0.12, 0.44), (0.4, 0.46)):
        canvas.glow(x, y, 0.012, "#ffc860", 1)
    treeline(canvas, 0.69, 0.06, light, ("#0a1424", "#16283c", "#344c64"), 0.05)
    arches(canvas, 0.42, 0.9, 0.61, 0.69, light, 4, "#4c5474", 0.02, 0.022)
    water(canvas, canvas.under(0.685), light, 0.62, 0.45, "#0c1830", 0.25)
    glitter(canvas, 0.58, 0.62, canvas.under(0.69), "#e0e8ff", 0.06)


@scene(
    "dawn-town-rooftops",
    "Roofs at Daybreak",
    (
        "The old town seen from above at dawn: a sea of red roofs, towers and thin smoke.",
        "First sunlight strikes gables and steeples while the streets are still blue.",
        "Morning over the city, doves in the air, chimneys waking one by one.",
    ),
    "roofs town city dawn morning towers view",
    aspect=1.4,
)
def rooftops(canvas: Canvas) -> None:
    light = MORNING.turned(0.8, 0.3, 0.1)
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, 0.5, stretch=2, sun=(1.2, 0.4))
    sky.sun(canvas, 1.16, 0.34, 0.04)
    silhouettes(canvas, light, [(0.42, 0.1)], "#8a90ac", 2)
    for y, size, haze in ((0.5, 0.05, 0.6), (0.58, 0.075, 0.4)):
        town(canvas, -0.05, 1.45, y, 0.06, size, light, 3)
        canvas.lay(canvas.under(y, 0.02) * haze * 0.4, light.haze)
    towers(
        canvas,
        [(0.3, 0.6, 0.36, "spire"), (0.92, 0.58, 0.32, "onion"), (1.22, 0.56, 0.2, "campanile")],
        light,
        0.25,
    )
    town(canvas, -0.05, 1.45, 0.76, 0.1, 0.13, light, 3)
    towers(canvas, [(0.66, 0.86, 0.52, "spire")], light, 0.05, "#c8b090", "#5c7068")
    town(canvas, -0.05, 1.45, 1.02, 0.1, 0.24, light, 2)
    for x, y in ((0.2, 0.7), (0.84, 0.66), (1.1, 0.78), (0.48, 0.74)):
        n = 34
        t = np.linspace(0, 1, n)
        canvas.dabs(
            x + 0.06 * t + canvas.rng.normal(0, 0.008, n) * t,
            y - 0.16 * t,
            0.02 + 0.03 * t,
            0.015 + 0.02 * t,
            t * 3,
            "#e8e4ec",
            0.25 * (1.1 - t),
        )
    sky.birds(canvas, 0.5, 0.3, 14, 0.16, 0.014, "#5c5c70")
