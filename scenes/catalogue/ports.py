"""Ports and towns at the sea."""

from functools import partial

import numpy as np

from scenes import noise, sky
from scenes.beasts import gulls
from scenes.boats import launch, rowboat, sailboat
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import silhouettes
from scenes.light import DUSK, GOLDEN, MIST, NOON, Light
from scenes.plants import blooms, bush
from scenes.scene import scene
from scenes.ships import fisher, tallship
from scenes.skyline import on_sheet, towers, town
from scenes.staffage import crowd
from scenes.towers import lighthouse
from scenes.walls import box
from scenes.water import glitter, water


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
    "harbour-morning-masts",
    "Harbour in the Morning",
    (
        "A forest of masts in a misty harbour; the orange sun has just risen and a rowing boat crosses.",
        "Impression of a port at dawn: hulls and rigging dissolve in blue haze around a red sun.",
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
