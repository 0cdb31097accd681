"""Snow and rain upon people: villages, hunters, sledges, storms."""

import numpy as np

from scenes import sky
from scenes.brush import Canvas, curve, ribbon
from scenes.colour import mix
from scenes.land import alpine, hills, paint_land, peak, ranges, silhouettes, together
from scenes.light import DUSK, OVERCAST, WINTER
from scenes.noise import smooth
from scenes.scene import scene
from scenes.shores import wooded
from scenes.skyline import on_sheet, village
from scenes.snow import SNOWY, snowfall, snowfield
from scenes.staffage import crowd, person, seated
from scenes.towers import church
from scenes.trees import boughs, pine, treeline
from scenes.view import Eye
from scenes.water import water


@scene(
    "winter-village-evening",
    "Winter Village at Evening",
    (
        "Snow lies thick on the roofs of a village; windows glow and people walk home from church.",
        "Christmas mood: a snowy hamlet in blue twilight, smoke from chimneys, a steeple, warm lamps.",
        "Cottages in the snow, villagers on the white street, flakes drifting through the dusk.",
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
