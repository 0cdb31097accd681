"""Old towns, lanes and roofs."""

from __future__ import annotations

import numpy as np

from scenes import hours, sky, trees
from scenes.bodies import WALKING, Dress, Person
from scenes.brush import Canvas
from scenes.buildings import arches, church, cottage, slab, tower
from scenes.catalogue.streets import COATS, PARIS, SOUTH
from scenes.figures import figure
from scenes.fronts import front
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.town import Street, hang, paving, row, walker
from scenes.water import water


@scene(
    "street-old-town-towers",
    "Old Town with Towers",
    (
        "Red roofs crowd below medieval towers and spires in the warm light of late afternoon.",
        "View over an ancient walled city, gables, steeples and chimney smoke.",
        "The old town on its hill: a jumble of tiled houses and church towers beneath golden clouds.",
    ),
    "old town towers roofs medieval city evening",
)
def old_town(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.6)
    sky.clouds(canvas, hours.GOLDEN, 0.6, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6, "golden"))
    stage.wash(
        stage.blob([(-0.1, 0.5), (0.4, 0.42), (1.0, 0.46), (1.5, 0.4), (1.5, 0.8), (-0.1, 0.8)]),
        "#9aa0b0",
        0.06,
    )
    g = canvas.rng
    towers = {0.25: (0.3, 0.07), 0.4: (0.62, 0.09), 0.55: (0.96, 0.1), 0.7: (0.2, 0.12)}
    for level in np.linspace(0.5, 1.12, 12):
        size = 0.05 + 0.11 * (level - 0.45)
        for key in [k for k in towers if k + 0.28 < level]:
            x, w = towers.pop(key)
            tower(stage, x, float(level), w, w * 3.4, "#d8c09a", roof="#6a5a5c" if key > 0.3 else "#a8583a")
        for x in np.arange(-0.12, 1.4, size * 2.1):
            cottage(
                stage,
                float(x + g.uniform(-0.4, 0.4) * size),
                float(level + g.uniform(-0.02, 0.02)),
                size * g.uniform(0.9, 1.2),
                ("#ead6b0", "#e0bc94", "#f0e4cc", "#d8b8a0")[int(g.integers(4))],
                ("#b85c3a", "#a84f34", "#c87048")[int(g.integers(3))],
                side=1 if g.random() < 0.7 else -1,
                tall=g.uniform(1.0, 1.6),
            )
        canvas.glaze(canvas.under(float(level) - 0.25, 0.2) * 0.02, "#f0c8a0")


@scene(
    "street-roofs-snow",
    "Snowy Roofs",
    (
        (
            "Rooftops of the town lie under fresh snow, chimneys smoking into a violet winter dusk, "
            "windows alight."
        ),
        "A city of white roofs seen from an attic at nightfall in December.",
        "Snow on the houses, blue shadow and little yellow lamps behind the panes.",
    ),
    "snow roofs winter town dusk windows chimneys",
)
def snow_roofs(canvas: Canvas) -> None:
    sky.sky(canvas, hours.DUSK, 0.5)
    stage = Stage(canvas, hours.lamp(-0.5, "snow"))
    g = canvas.rng
    tower(stage, 0.9, 0.62, 0.1, 0.34, "#8a8494", roof="#c8cce0")
    for level in np.linspace(0.46, 1.14, 9):
        size = 0.05 + 0.15 * (level - 0.42)
        for x in np.arange(-0.15, 1.4, size * 2.2):
            cottage(
                stage,
                float(x + g.uniform(-0.4, 0.4) * size),
                float(level),
                size * g.uniform(0.9, 1.15),
                ("#9a8a8c", "#7f7a8c", "#a8948a")[int(g.integers(3))],
                snow=True,
                lit=bool(g.random() < 0.45),
                side=1 if g.random() < 0.6 else -1,
                tall=g.uniform(1.0, 1.5),
            )
    for _ in range(5):
        x, y = g.uniform(0.1, 1.2), g.uniform(0.4, 0.7)
        smoke = [
            Dab(
                x + 0.05 * t + g.normal(0, 0.008 + 0.02 * t),
                y - 0.2 * t,
                0.03 + 0.05 * t,
                0.02 + 0.03 * t,
                g.uniform(0, 3),
                times("#c8c4d4", 1),
            )
            for t in np.linspace(0, 1, 24)
        ]
        stage.dabs(smoke, opacity=0.3)


@scene(
    "street-southern-alley",
    "Southern Alley with Laundry",
    (
        "Washing hangs across a narrow sunny lane between ochre and pink houses with green shutters.",
        "Mediterranean backstreet: white sheets on a line, flowerpots and a woman in an apron.",
        "Hot noon in an old quarter, deep blue shade on one wall and blazing light on the other.",
    ),
    "alley laundry southern italy street sunny houses",
    aspect=0.75,
)
def alley(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NOON, 0.5)
    stage = Stage(canvas, hours.lamp(0.6))
    street = Street(0.38, 0.58, 0.24, 0.15)
    row(stage, street, -1, SOUTH, tone=1.1, tall=1.0, start=0.62, length=0.7, haze="#e8d8c4")
    row(stage, street, 1, SOUTH[::-1], tone=0.62, tall=1.05, start=0.62, length=0.7, haze="#b8b4c8")
    paving(stage, street, "#cbb892", stones=0.07)
    canvas.glaze(
        canvas.mask(
            [street.at(0.24, 0, 0.3), street.at(0.24, 0, 4), street.at(0.02, 0, 4), street.at(0.0, 0, 0.3)],
            0.01,
        )
        * 0.6,
        (0.5, 0.52, 0.72),
    )
    g = canvas.rng
    for y, x0, x1, s in ((0.24, 0.02, 0.74, 0.11), (0.36, 0.14, 0.62, 0.075), (0.45, 0.24, 0.5, 0.04)):
        canvas.line([(x0, y), ((x0 + x1) / 2, y + s * 0.3), (x1, y)], 0.003, "#4a4440")
        for x in np.arange(x0 + s * 0.5, x1 - s * 0.6, s * 0.82):
            sag = y + s * 0.26 * (1 - ((x - (x0 + x1) / 2) / ((x1 - x0) / 2)) ** 2)
            sheet = stage.polygon(
                [
                    (x, sag),
                    (x + s * 0.7, sag),
                    (x + s * (0.7 + g.uniform(-0.08, 0.1)), sag + s * g.uniform(0.8, 1.3)),
                    (x + s * 0.05, sag + s * g.uniform(0.8, 1.3)),
                ]
            )
            stage.form(
                sheet,
                ("#f4f0e8", "#e8d8d4", "#a8c0d8", "#f0e4b8", "#d87a6a")[int(g.integers(5))],
                bevel=s * 0.15,
                relief=np.asarray(stage.drift[sheet.window] * s * 0.05, np.float32),
            )
    for x, y, s in ((0.1, 0.86, 0.05), (0.16, 0.8, 0.04), (0.66, 0.86, 0.05)):
        slab(
            stage,
            [(x - s * 0.5, y - s), (x + s * 0.5, y - s), (x + s * 0.36, y), (x - s * 0.36, y)],
            "#b8603a",
        )
        foliage(
            stage,
            x,
            y - s * 1.5,
            s * 0.9,
            s * 0.7,
            ("#24401f", "#5a8038", "#a8c468"),
            blossom="#e8384a",
            count=90,
            size=s * 0.3,
        )
    figure(
        stage,
        0.42,
        0.86,
        0.3,
        Person(
            Look(hat="kerchief", hat_colour="#f0e4d0"), Dress("#c8403a", skirt="#38507a", apron="#f0e8da")
        ),
        WALKING,
    )


@scene(
    "street-city-bridge",
    "Bridge over the River in the City",
    (
        (
            "A stone bridge with many arches crosses the river in the middle of the city, domes and quays "
            "beyond."
        ),
        "Barges pass beneath an old bridge; embankment houses are mirrored in the pale water.",
        "River view of a great town in the morning haze with its bridge and towers.",
    ),
    "bridge river city quay arches reflections",
    aspect=1.5,
)
def city_bridge(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.5)
    sky.clouds(canvas, hours.MORNING, 0.5, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6))
    x = -0.05
    while x < 1.5:
        look = PARIS[int(canvas.rng.integers(6))]
        w, h = 0.13 + 0.04 * canvas.rng.random(), 0.2 + 0.08 * canvas.rng.random()
        hang(
            stage,
            front(canvas.rng, look),
            [(x, 0.5 - h), (x + w, 0.5 - h), (x + w, 0.5), (x, 0.5)],
            1.0,
            ("#e0d8d0", 0.3),
        )
        x += w
    for cx, w in ((0.42, 0.07), (0.52, 0.07)):
        tower(stage, cx, 0.5, w, 0.36, "#d0c0a0", roof=None)
    slab(stage, [(-0.1, 0.49), (1.6, 0.49), (1.6, 0.56), (-0.1, 0.56)], "#b8a88c")
    water(canvas, canvas.under(0.56), hours.MORNING, 0.56, ripple=0.5)
    before = canvas.rgb.copy()
    arches(stage, -0.1, 1.6, 0.54, 0.72, 5, "#c4ae88", rise=0.06)
    top, h = int(0.72 * canvas.h), int(0.2 * canvas.h)
    mirror = canvas.rgb[top - h : top][::-1] - before[top - h : top][::-1]
    canvas.rgb[top : top + h] += mirror * np.linspace(0.5, 0.1, h, dtype=np.float32)[:, None, None]
    for i in range(16):
        t = (i + 0.5) / 16
        walker(
            stage,
            1.5 * t,
            0.535 - 0.06 * np.sin(np.pi * (t * 1.5 + 0.1) / 1.7),
            0.05,
            COATS[i % 6],
            skirt=i % 2 == 0,
        )
    g = canvas.rng
    stage.dabs(
        [
            Dab(
                g.uniform(0, 1.5),
                0.73 + 0.27 * t,
                0.04 + 0.08 * t,
                0.003 + 0.007 * t,
                0,
                times(("#e8e4d8", "#8aa0ac")[int(g.integers(2))], 1),
            )
            for t in np.sort(g.uniform(0, 1, 260))
        ],
        opacity=0.4,
    )


@scene(
    "street-snow-morning",
    "Snowfall in the Street",
    (
        "Snow falls thickly on a village street; women in shawls trudge between low white houses.",
        "Winter lane under a heavy grey sky, footprints and soft silence.",
        "Snowy road leading to a church, a few bundled figures in the flurry.",
    ),
    "snow street village winter snowfall figures church",
)
def snow_street(canvas: Canvas) -> None:
    sky.sky(canvas, hours.OVERCAST, 0.5)
    stage = Stage(canvas, hours.lamp(-0.5, "snow"))
    canvas.lay(canvas.under(0.46, 0.02), "#dfe3ea")
    church(stage, 0.68, 0.52, 0.14, snow=True)
    for x, y, s, d in (
        (0.44, 0.54, 0.09, -1),
        (0.9, 0.54, 0.09, 1),
        (0.3, 0.6, 0.14, -1),
        (1.04, 0.61, 0.14, 1),
        (0.1, 0.74, 0.24, -1),
        (1.2, 0.76, 0.26, 1),
    ):
        cottage(stage, x, y, s, "#c8b8a4", snow=True, side=d, lit=s > 0.2)
    road = stage.blob([(0.66, 0.53), (0.72, 0.53), (0.8, 0.66), (1.1, 1.08), (0.26, 1.08), (0.56, 0.66)])
    stage.wash(road, "#c4cad6", 0.1)
    for x, h in ((0.54, 0.3), (0.86, 0.32)):
        trees.boughs(canvas, x, 0.66, h, "#3a3034", snow=True)
    for x, y, t, c in ((0.66, 0.64, 0.13, "#5a4a54"), (0.74, 0.68, 0.16, "#6a3434")):
        walker(stage, x, y, t, c, skirt=True)
    figure(
        stage,
        0.52,
        0.9,
        0.34,
        Person(
            Look(hat="kerchief", hat_colour="#a8342c"), Dress("#4a4a5c", skirt="#5a4a44", shawl="#6a5a64")
        ),
        WALKING,
    )
    g = canvas.rng
    stage.dabs(
        [
            Dab(g.uniform(0, 1.34), g.uniform(0, 1), s, s, 0, times("#fbfcff", 1))
            for s in g.uniform(0.003, 0.011, 900)
        ],
        opacity=0.85,
    )
