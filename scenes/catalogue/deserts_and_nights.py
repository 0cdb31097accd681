"""Deserts, starlit nights and villages in the snow."""

from dataclasses import replace

import numpy as np

from scenes import sky
from scenes.beasts import camel
from scenes.boats import launch, sailboat
from scenes.bridges import arches
from scenes.brush import Canvas, curve, ribbon
from scenes.colour import Colour, mix
from scenes.land import Grain, alpine, dunes, hills, paint_land, peak, ranges, silhouettes, together
from scenes.light import DUSK, GOLDEN, MORNING, NIGHT, OVERCAST, SUNSET, WINTER, Light
from scenes.noise import Field, smooth
from scenes.plants import bush
from scenes.scene import scene
from scenes.shores import lakeland, wooded
from scenes.skyline import on_sheet, towers, town, village
from scenes.staffage import cast, crowd, person, seated
from scenes.towers import castle, church
from scenes.trees import boughs, columnar, pine, treeline
from scenes.view import Eye, View
from scenes.water import glitter, water
from scenes.woods import palm

DESERT = Light(
    "#3c7cc0", "#8cb8d8", "#f0dcb8", "#ffe2ac", "#8a7c9c", "#e8d0b0", "#fff4e0", "#b8a8b0", (-0.7, 0.4, 0.15)
)
SNOWY = ["#c8a07c", "#8a5c40", "#d8c4a4", "#a87858", "#b8a890"]


def sands(
    canvas: Canvas,
    light: Light,
    eye: Eye,
    height: float,
    haze: float = 26,
    colours: tuple[Colour, Colour] = ("#d8a058", "#f2cc8c"),
) -> None:
    """Dunes to the horizon, rippled by the wind."""
    ground, grain = dunes(canvas.rng, height), Grain(canvas.rng)

    def albedo(view: View) -> Field:
        ripple = 0.5 + 0.5 * np.sin((view.z * 1.2 + view.x * 0.5 + grain(view, 0.5) * 1.2) * 34)
        return mix(mix(*colours, grain(view, 1)), "#a8743c", ripple * 0.28 * np.exp(-view.z / 2.5))

    paint_land(canvas, ground, light, eye, albedo, haze, far=26, reach=1.2)


def snowfield(canvas: Canvas, top: float, light: Light) -> None:
    """Snow-covered ground with blue hollows."""
    snow = mix("#dfe6f2", mix("#fffaf2", light.sun, 0.3), canvas.noise(5, 5, stretch=3))
    snow = mix(
        snow, mix("#8ea6d0", light.shade, 0.4), smooth(0.46, 0.72, canvas.noise(4, 6, stretch=5)) * 0.75
    )
    canvas.lay(canvas.under(top + 0.02 * (canvas.noise(4, 3)[:1] - 0.5), 0.01), snow)


def snowfall(canvas: Canvas, n: int = 500) -> None:
    rng = canvas.rng
    size = 0.003 + 0.008 * rng.random(n) ** 3
    canvas.dabs(
        rng.random(n) * canvas.wide, rng.random(n), size * 1.2, size, rng.random(n) * 3, "#ffffff", 0.75
    )


@scene(
    "desert-caravan",
    "Caravan in the Desert",
    (
        "A caravan of camels with riders crosses high golden dunes in the morning sun.",
        "Sahara landscape: sand hills with sharp crests, long shadows, a file of dromedaries.",
        "Bedouin travellers on their camels move through an ocean of sand under a hot blue sky.",
    ),
    "desert camels caravan dunes sand sahara riders",
    aspect=1.5,
)
def caravan(canvas: Canvas) -> None:
    light = DESERT
    sky.sky(canvas, light, 0.42)
    sky.veils(canvas, "#fff4e0", 0, 0.35, 0.5)
    sands(canvas, light, Eye(0.38, 0.95), 0.75)
    for i, t in enumerate(np.linspace(0, 1, 6)):
        x, feet, h = 0.26 + 0.9 * t, 0.66 + 0.1 * t + 0.008 * np.sin(i * 2), 0.09 + 0.07 * t
        canvas.fill(
            [
                (x - 0.2 * h, feet),
                (x + 0.2 * h, feet),
                (x + 1.3 * h, feet + 0.14 * h),
                (x + 0.9 * h, feet + 0.2 * h),
            ],
            "#5c4054",
            0.45,
            soft=0.003,
        )
        camel(
            canvas,
            float(x),
            float(feet),
            float(h),
            light,
            ["#a87a4a", "#c09460", "#8a6038"][i % 3],
            -1,
            None if i in (2, 4) else "#e8dcc4",
        )


@scene(
    "desert-sunset-dunes",
    "Red Dunes at Sunset",
    (
        "The setting sun turns the sand sea crimson; one rider rests beside his camel.",
        "Waves of red and violet sand, a huge sun on the horizon, absolute silence.",
        "Evening in the wilderness: glowing ridges of dunes and deep purple hollows.",
    ),
    "desert sunset dunes red sand camel evening",
    aspect=1.3,
)
def red_dunes(canvas: Canvas) -> None:
    light = replace(SUNSET.turned(0.85, 0.3, 0.25), shade="#8a6c98")
    sky.sky(canvas, light, 0.46)
    sky.bands(canvas, light, 0.46, 5, 0.5)
    sky.sun(canvas, 0.98, 0.36, 0.06, "#fff0b0", "#ff8438", 0.9)
    sands(canvas, light, Eye(0.42, 1.25), 0.75, 34, ("#d8703c", "#f09858"))
    camel(canvas, 0.4, 0.74, 0.2, light, "#6c4034", 1, None)
    person(canvas, 0.53, 0.745, 0.13, light, "#e0c8b8", True, "#e8dcd0")


@scene(
    "oasis-palms-well",
    "The Oasis",
    (
        "Palm trees and a pool of clear water in the midst of the desert; camels and people drink.",
        "Green oasis with mud-brick houses, travellers resting in the shade, dunes behind.",
        "Life in the sands: a spring, date palms, tents and animals at noon.",
    ),
    "oasis palms desert water camels tents people",
    aspect=1.3,
)
def oasis(canvas: Canvas) -> None:
    light = DESERT.turned(-0.6, 0.6, -0.2)
    sky.sky(canvas, light, 0.46)
    sands(canvas, light, Eye(0.4, 0.7), 0.7)
    town(canvas, 0.7, 1.25, 0.56, 0.03, 0.1, light, 2, "#c89c64", ["#d8b078", "#c89c64", "#e0bc88"])
    for x, base, h, lean in (
        (0.18, 0.62, 0.42, 0.2),
        (0.3, 0.6, 0.36, -0.1),
        (0.62, 0.58, 0.34, 0.15),
        (1.2, 0.62, 0.46, -0.2),
        (0.06, 0.66, 0.5, 0.08),
        (0.88, 0.57, 0.3, -0.12),
    ):
        palm(canvas, x, base, h, light, lean)
    for x in np.linspace(0.04, 1.26, 16):
        bush(canvas, float(x), 0.635, 0.05, light)
    pool = canvas.mask(
        curve(
            [(0.1, 0.68), (0.5, 0.64), (1.0, 0.65), (1.22, 0.7), (0.9, 0.78), (0.4, 0.78), (0.1, 0.68)], 10
        ),
        0.004,
    )
    water(canvas, pool, light, 0.46, 0.3, "#2c6c74", 0.3)
    for x, feet, h, way in ((0.3, 0.83, 0.2, 1), (0.98, 0.82, 0.19, -1), (1.14, 0.86, 0.22, -1)):
        cast(canvas, x, feet, h * 1.4, light)
        camel(canvas, x, feet, h, light, way=way, rider=None)
    for x, s, tint in ((0.64, 0.2, "#d8c8a8"), (0.84, 0.15, "#8a3c30")):
        canvas.grade(
            [(x - s * 0.7, 0.9), (x, 0.9 - s * 0.6), (x + s * 0.7, 0.9)],
            mix(tint, light.sun, 0.3),
            mix(tint, light.shade, 0.35),
            across=True,
        )
        canvas.fill([(x - 0.1 * s, 0.9), (x, 0.9 - 0.36 * s), (x + 0.1 * s, 0.9)], "#2c2024")
    crowd(canvas, 0.4, 0.8, 0.92, 0.13, light, 4, 0.04)


@scene(
    "red-canyon",
    "The Red Canyon",
    (
        "Sheer red rock walls and stone towers rise from a canyon through which a thin river runs.",
        "Wild western landscape of layered buttes and mesas glowing in late sun.",
        "Geology in orange and rust: terraces, pinnacles and deep blue shadow.",
    ),
    "canyon red rock desert river mesa west",
    aspect=1.4,
)
def canyon(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(-0.75, 0.4, -0.1), Eye(0.34, 1.3)
    sky.sky(canvas, light, 0.36)
    sky.heaps(canvas, light, 0.3, 5, 0.1)
    body = hills(canvas.rng, 0.9, 0.13, 7)

    def ground(x: Field, z: Field) -> Field:
        raw = body(x, z) + 0.8 * smooth(0.2, 1.6, np.abs(x - 0.6 * np.sin(z * 0.7))) - 0.15
        step = raw * 4
        terrace = (np.floor(step) + smooth(0.55, 0.95, step % 1)) / 4
        return np.asarray(0.25 * raw + 0.75 * terrace, np.float32)

    def albedo(view: View) -> Field:
        layers = 0.5 + 0.5 * np.sin(view.height * 60 + Grain(canvas.rng)(view, 1) * 3)
        rock = mix(mix("#b85c34", "#e8a468", layers), "#7c3c30", smooth(0.4, 0.8, view.steep) * 0.5)
        return mix(
            rock, "#8a8a4c", smooth(0.3, 0.1, view.steep) * smooth(0.5, 0.7, Grain(canvas.rng)(view, 4)) * 0.7
        )

    lakeland(canvas, ground, light, eye, albedo, 22, near=1.0, ripple=0.3, tint="#4c7470")


@scene(
    "pyramids-nile-dusk",
    "Pyramids by the River",
    (
        "The great pyramids stand on the desert edge; palms and a felucca with a slanting sail pass on the Nile.",
        "Ancient Egyptian monuments at dusk, mirrored in the river beyond a line of date palms.",
        "Three stone pyramids, golden haze, a boatman on calm water.",
    ),
    "pyramids egypt nile desert palms boat river",
    aspect=1.5,
)
def pyramids(canvas: Canvas) -> None:
    light = GOLDEN.turned(-0.7, 0.3, 0.1)
    sky.sky(canvas, light, 0.56)
    sky.bands(canvas, light, 0.56, 5, 0.45)
    sky.sun(canvas, 0.22, 0.42, 0.045)
    silhouettes(canvas, light, [(0.56, 0.05)], "#b89878", 2)
    for x, s in ((1.16, 0.16), (0.92, 0.24), (0.58, 0.33)):
        base, ridge = 0.575, x + 0.12 * s
        sheet = canvas.sheet()
        sheet.grade([(x - 0.8 * s, base), (x, base - s), (ridge, base)], "#f0cc90", "#c89458")
        sheet.grade([(ridge, base), (x, base - s), (x + 0.8 * s, base)], "#a07458", "#7c5850")
        courses = 0.5 + 0.5 * np.sin(sheet.y * 420)
        sheet.rgb *= (1 - 0.12 * courses * (0.5 + sheet.noise(20, 3)))[..., None]
        canvas.place(sheet, 0.75 + 0.25 * s / 0.33)
    canvas.lay(
        canvas.under(0.57) * (canvas.y < 0.63), mix("#a8884c", "#6c7c40", canvas.noise(12, 4, stretch=4))
    )
    for x in canvas.rng.uniform(0, canvas.wide, 22):
        palm(
            canvas,
            float(x),
            0.615,
            canvas.rng.uniform(0.07, 0.15),
            light,
            canvas.rng.normal(0, 0.12),
            ("#1c2c1c", "#3c5430", "#7c8c4c"),
        )
    water(canvas, canvas.under(0.62), light, 0.56, 0.35, "#6c6850", 0.25)
    glitter(canvas, 0.22, 0.56, canvas.under(0.62), "#ffe0a0", 0.06)
    launch(canvas, sailboat, 0.86, 0.8, 0.36, light, colour="#6c4c34", sails="#f0e4cc", lean=0.1)


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
    "winter-village-evening",
    "Winter Village at Evening",
    (
        "Snow lies thick on the roofs of a village; windows glow and people walk home from church.",
        "Christmas mood: a snowy hamlet in blue twilight, smoke from chimneys, a steeple, warm lamps.",
        "Cottages in the snow, villagers with lanterns, flakes drifting through the dusk.",
    ),
    "winter village snow evening church christmas lights",
    aspect=1.35,
)
def winter_village(canvas: Canvas) -> None:
    light = DUSK.turned(-0.5, 0.4, -0.3)
    sky.sky(canvas, light, 0.55)
    sky.clouds(canvas, light, 0.55, 0.5)
    silhouettes(canvas, light, [(0.46, 0.14), (0.52, 0.1)], "#7c88b4", 2)
    for x in canvas.rng.uniform(0, canvas.wide, 40):
        pine(
            canvas,
            float(x),
            0.56,
            canvas.rng.uniform(0.06, 0.14),
            light,
            ("#24345c", "#3c4c74", "#6c7ca4"),
            0.5,
        )
    snowfield(canvas, 0.54, light)
    canvas.glaze(canvas.under(0.54) * 0.6, "#7c90c8")
    on_sheet(canvas, lambda s: church(s, 0.56, 0.62, 0.42, light, "#b8a8a8", "#8a88a8", 0.85, "onion", 0.8))
    places = [
        (0.2, 0.62, 0.2),
        (0.4, 0.6, 0.14),
        (0.96, 0.61, 0.17),
        (1.2, 0.63, 0.2),
        (0.1, 0.74, 0.26),
        (1.14, 0.78, 0.3),
        (0.36, 0.7, 0.2),
    ]
    village(canvas, places, light, 0.92, 0.8, "#5c4a54", SNOWY, 0.7)
    street = canvas.mask(
        ribbon(curve([(0.72, 0.62), (0.7, 0.72), (0.62, 0.84), (0.7, 1.06)], 10), 0.03, 0.3), 0.01
    )
    canvas.lay(street * 0.5, "#c0b0b4")
    crowd(canvas, 0.62, 0.78, 0.68, 0.07, light, 5, 0.03)
    crowd(canvas, 0.54, 0.76, 0.82, 0.13, light, 4, 0.06)
    boughs(canvas, 0.9, 0.86, 0.42, "#2c2834", 6, 0.5, 0.06, snow=True)
    snowfall(canvas, 420)


@scene(
    "hunters-snow-hill",
    "Hunters in the Snow",
    (
        "Hunters with their pack return over a snowy hill; below, villagers skate on frozen ponds.",
        "Wintry panorama with bare black trees, tiny figures on the ice, crows and jagged peaks.",
        "Cold green sky, white roofs, tired men trudging home through deep snow.",
    ),
    "hunters snow winter skating village trees birds",
    aspect=1.4,
)
def hunters(canvas: Canvas) -> None:
    light = WINTER.turned(-0.5, 0.5, -0.3)
    sky.sky(canvas, light, 0.46)
    canvas.glaze(smooth(0.5, 0.2, canvas.y) * 0.6, "#a8c0b4")
    paint_land(
        canvas,
        together(peak(canvas.rng, 2.6, 9, 2.6, 2.2, 1.1, 0.6), hills(canvas.rng, 0.15)),
        light,
        Eye(0.36, 0.9),
        lambda v: alpine(canvas, v, -1.2, 0.2),
        36,
    )
    for x, y, w in ((0.95, 0.56, 0.3), (1.2, 0.66, 0.34), (0.75, 0.66, 0.2)):
        canvas.ellipse(x, y, w * 0.5, w * 0.14, "#94b0b8", 0.95, soft=0.004)
    crowd(canvas, 0.82, 1.08, 0.56, 0.028, light, 13, 0.02)
    crowd(canvas, 1.04, 1.36, 0.655, 0.038, light, 12, 0.03)
    village(
        canvas,
        [(0.74, 0.54, 0.08), (1.14, 0.53, 0.07), (1.26, 0.545, 0.08), (0.66, 0.6, 0.1), (1.34, 0.62, 0.1)],
        light,
        0.95,
        0.1,
        "#6c5450",
        SNOWY,
        0.3,
    )
    slope = 0.56 + 0.5 * smooth(0.0, 1.0, canvas.x[0])
    snow = mix("#dfe8f0", "#fffcf4", canvas.noise(5, 5, stretch=2))
    canvas.lay(
        canvas.under(slope[None]), mix(snow, "#a0b4d0", smooth(0.5, 0.7, canvas.noise(5, 5, stretch=3)) * 0.6)
    )
    for x, h in ((0.06, 0.75), (0.26, 0.66), (0.46, 0.62), (0.62, 0.5)):
        boughs(canvas, x, 0.66 + 0.42 * x, h, "#241e1c", 6, 0.45, 0.045)
    for x, coat in ((0.14, "#3c3028"), (0.3, "#4c4434"), (0.42, "#2c2c30")):
        person(canvas, x, 0.7 + 0.42 * x, 0.2, light, coat, False, "#241c18", 0.8)
        canvas.line([(x - 0.05, 0.56 + 0.42 * x), (x + 0.08, 0.49 + 0.42 * x)], 0.005, "#2c2018")
    for i in range(7):
        x = 0.08 + 0.06 * i
        y = 0.77 + 0.42 * x
        canvas.ellipse(x, y - 0.018, 0.02, 0.008, ["#2c2420", "#7c5c40", "#4c3830"][i % 3])
        canvas.ellipse(x + 0.02, y - 0.026, 0.008, 0.006, "#3c2c24")
        for leg in (-0.014, 0.012):
            canvas.line([(x + leg, y - 0.014), (x + leg, y + 0.004)], 0.004, "#2c2420")
    sky.birds(canvas, 0.9, 0.14, 5, 0.2, 0.03, "#16181c")


@scene(
    "snowstorm-road",
    "The Snowstorm",
    (
        "A traveller fights his way along a road in a blinding snowstorm towards one lit window.",
        "Blizzard over the plain: whirling flakes, bent trees, a lonely farm.",
        "Grey-white turmoil of wind and snow in which everything dissolves.",
    ),
    "snowstorm blizzard winter wind traveller road farm",
    aspect=1.25,
)
def snowstorm(canvas: Canvas) -> None:
    light = OVERCAST
    sky.sky(canvas, light, 0.6)
    sky.clouds(canvas, light, 0.6, 0.8, soft=0.3)
    treeline(canvas, 0.58, 0.1, light, ("#5c6874", "#7c8894", "#a0acb4"), 0.5)
    snowfield(canvas, 0.57, light)
    village(canvas, [(0.84, 0.62, 0.18), (0.98, 0.61, 0.12)], light, 0.9, 0.9, "#6c6068", ["#7c6c64"], 0)
    road = canvas.mask(
        ribbon(curve([(0.76, 0.63), (0.68, 0.72), (0.74, 0.85), (0.5, 1.08)], 10), 0.02, 0.4), 0.01
    )
    canvas.lay(road * 0.5, "#a8aeb8")
    for x, base, h in ((0.16, 0.8, 0.6), (0.36, 0.68, 0.36), (1.12, 0.76, 0.5)):
        boughs(canvas, x, base, h, "#3c3c44", 6, 0.5, 0.05, snow=True)
    person(canvas, 0.66, 0.83, 0.22, light, "#34384a", False, "#24242c", 0.9, 0.8)
    canvas.line([(0.72, 0.7), (0.74, 0.84)], 0.005, "#2c2420")
    drift = smooth(0.45, 0.75, canvas.warped(4, 0.14, stretch=4))
    canvas.lay(drift * 0.6, "#e4e8ee")
    rng, n = canvas.rng, 1100
    size = 0.004 + 0.01 * rng.random(n) ** 3
    canvas.dabs(
        rng.random(n) * canvas.wide,
        rng.random(n),
        size * 3,
        size,
        -0.35 + rng.normal(0, 0.12, n),
        "#ffffff",
        0.65,
    )


@scene(
    "sledging-children-hill",
    "Sledging",
    (
        "Children rush down a white hill on their sledges on a bright winter day.",
        "Winter fun: red caps, wooden sleighs, a snowman and laughing boys and girls.",
        "Snowy slope full of playing children, village roofs and firs in cold sunshine.",
    ),
    "winter children sledge snow playing hill snowman",
    aspect=1.25,
)
def sledging(canvas: Canvas) -> None:
    light = WINTER.turned(0.7, 0.45, -0.2)
    sky.sky(canvas, light, 0.5)
    sky.clouds(canvas, light, 0.5, 0.35)
    silhouettes(canvas, light, [(0.4, 0.2), (0.46, 0.12)], "#a8bcd8", 3, sharp=True)
    snowfield(canvas, 0.48, light)
    village(
        canvas,
        [(0.16, 0.56, 0.12), (0.28, 0.57, 0.14), (0.42, 0.55, 0.1)],
        light,
        0.95,
        0.2,
        "#6c5450",
        SNOWY,
        0.8,
    )
    for x in (0.5, 0.58, 0.64, 0.06):
        pine(canvas, x, 0.58, 0.16, light, snow=0.8)
    slope = 0.9 - 0.42 * smooth(0.3, 1.35, canvas.x[0])
    snow = mix("#e4ecf6", "#fffcf6", canvas.noise(5, 5, stretch=2))
    canvas.lay(
        canvas.under(slope[None]),
        mix(snow, "#9cb2dc", smooth(0.5, 0.72, canvas.noise(4, 5, stretch=3)) * 0.6),
    )
    for x, y, h, coat in (
        (0.98, 0.66, 0.1, "#c8342c"),
        (0.76, 0.78, 0.13, "#2c5c9c"),
        (0.56, 0.9, 0.16, "#d8902c"),
        (1.1, 0.78, 0.13, "#4c7c44"),
    ):
        canvas.line([(x - 0.5 * h, y), (x + 0.5 * h, y - 0.3 * h)], 0.06 * h, "#7c5030")
        canvas.ellipse(x, y + 0.05 * h, 0.6 * h, 0.06 * h, "#7c94c4", 0.6, soft=0.003)
        seated(canvas, x, y - 0.18 * h, h * 1.1, light, coat, lean=0.1, arm=1.2)
        canvas.ellipse(x + 0.02 * h, y - 0.68 * h, 0.075 * h, 0.05 * h, "#c8342c")
    for y, r in ((0.9, 0.06), (0.82, 0.045), (0.755, 0.03)):
        canvas.grade(
            [(0.24 + np.cos(a) * r, y + np.sin(a) * r) for a in np.linspace(0, 6.283, 24)],
            "#b8c8e4",
            "#ffffff",
            across=True,
        )
    canvas.line([(0.25, 0.757), (0.285, 0.762)], 0.012, "#e87c2c", taper=0.2)
    canvas.fill([(0.215, 0.735), (0.265, 0.735), (0.26, 0.69), (0.22, 0.69)], "#24242c")
    for d in (-0.01, 0.012):
        canvas.ellipse(0.245 + d, 0.75, 0.004, 0.004, "#181820")
    crowd(canvas, 0.32, 0.42, 0.93, 0.15, light, 3, 0.02)


@scene(
    "rain-mountain-inn",
    "Rain over the Pass",
    (
        "Rain pours upon a mountain road; travellers with umbrellas and cloaks reach an inn.",
        "Grey showers sweep the valley, fir trees drip, the lighted tavern promises warmth.",
        "Wet evening on the pass: puddles, mist between the slopes, people hurrying.",
    ),
    "rain mountain road inn travellers umbrella wet evening",
    aspect=0.8,
)
def rain_pass(canvas: Canvas) -> None:
    light, eye = OVERCAST, Eye(0.46, 0.6)
    sky.sky(canvas, light, 0.48)
    sky.clouds(canvas, light, 0.5, 0.8, soft=0.3)
    ground = ranges(canvas.rng, 3, 4.4, 0.16)
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, 2.4, 1.2), 9)
    wooded(canvas, ground, light, eye, 320, 1.5, 6, 0.3, low=-1, haze=8)
    canvas.lay(canvas.under(0.72, 0.02), mix("#5c6048", "#8a8468", canvas.noise(8, 5, stretch=4)))
    road = canvas.mask(
        ribbon(curve([(0.5, 0.71), (0.46, 0.8), (0.36, 0.9), (0.44, 1.08)], 10), 0.04, 0.42), 0.005
    )
    canvas.lay(road, mix("#8a8074", "#b8b0a4", canvas.noise(14, 4, stretch=3)))
    village(canvas, [(0.24, 0.77, 0.32)], light, 0, 0.9, "#4c4444", ["#b8a890"], 1, "#4c3828")
    water(
        canvas,
        road * smooth(0.52, 0.6, canvas.noise(9, 4, stretch=4)) * smooth(0.76, 0.84, canvas.y),
        light,
        0.6,
        0.4,
        "#8a9498",
        0.2,
    )
    for x, y, h in ((0.62, 0.62, 0.4), (0.72, 0.78, 0.62), (0.04, 0.94, 0.5)):
        pine(canvas, x, y + 0.14, h, light)
    for x, feet, h, tint in ((0.42, 0.9, 0.16, "#5c2c2c"), (0.5, 0.93, 0.18, "#2c3444")):
        person(canvas, x, feet, h, light, tint, None, "#24242c")
        top = feet - h * 1.12
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
    sky.downpour(canvas, 600)


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
