"""The plain: windmills, cattle at the river, a road between poplars."""

from functools import partial

import numpy as np

from scenes import sky
from scenes.beasts import cow
from scenes.boats import afloat
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import Grain, hills, meadow, paint_land, silhouettes
from scenes.light import GOLDEN, MORNING, STORM, SUNSET
from scenes.noise import Field, smooth
from scenes.plants import bush, grass
from scenes.scene import scene
from scenes.shores import lakeland
from scenes.skyline import on_sheet, towers, village
from scenes.staffage import person
from scenes.towers import church, windmill
from scenes.trees import OLIVE, SUMMER, columnar, leafy, treeline
from scenes.view import Eye, View
from scenes.water import water


@scene(
    "windmills-canal-dusk",
    "Windmills at Dusk",
    (
        "Three windmills stand along a canal in the polder, dark against a red evening sky.",
        "Dutch evening: mill sails, reeds, still water that holds the last light.",
        "The day ends over the flat land; the row of mills grows smaller to the horizon.",
    ),
    "windmills canal dusk sunset holland polder reflection",
    aspect=1.5,
)
def mills_dusk(canvas: Canvas) -> None:
    light, eye = SUNSET.turned(0.3, 0.2, 0.9), Eye(0.52, 0.4)
    sky.sky(canvas, light, 0.54)
    sky.clouds(canvas, light, 0.54, 0.55, stretch=2.2, sun=(1.0, 0.5))
    sky.sun(canvas, 1.04, 0.46, 0.04, "#fff0b0", "#ff8c40")
    body = hills(canvas.rng, 0.03, 0.3)

    def ground(x: Field, z: Field) -> Field:
        return np.asarray(
            body(x, z) + 0.12 * smooth(0.3, 0.45, np.abs(x - 0.3 + 0.05 * z)) - 0.06, np.float32
        )

    def mills() -> None:
        for x, base, size in ((1.2, 0.54, 0.14), (0.98, 0.545, 0.19)):
            on_sheet(
                canvas,
                partial(windmill, x=x, base=base, size=size, light=light, turn=x),
                0.2,
                light.haze,
            )
        on_sheet(canvas, lambda s: windmill(s, 0.38, 0.63, 0.46, light, 0.6))

    lakeland(
        canvas,
        ground,
        light,
        eye,
        meadow(canvas, ("#4c5034", "#6c6444", "#34382c")),
        20,
        near=0.4,
        ripple=0.25,
        tint="#4c3450",
        depth=0.2,
        wet=mills,
    )
    grass(canvas, 0.88, 1.08, light, ("#241c20", "#5c4838", "#b08860"), 650, 0.16)


@scene(
    "windmill-storm-hill",
    "The Mill on the Hill",
    (
        "A lone windmill on a hilltop braves the rising storm; the miller climbs the track.",
        "Old mill, dark rain clouds, a sudden ray of sunlight on the meadow.",
        "Wind tears at the sails of the mill while the weather turns.",
    ),
    "windmill hill storm clouds miller wind",
    aspect=0.8,
)
def mill_storm(canvas: Canvas) -> None:
    light = STORM.turned(-0.7, 0.5, -0.3)
    sky.sky(canvas, light, 0.75)
    sky.clouds(canvas, light, 0.72, 0.75, 1.2, puff=0.8, soft=0.25)
    sky.rain(canvas, 0.68, 0.16, 0.2, 0.75, "#7c8890", 0.25)
    sky.beams(canvas, 0.1, 0.05, "#f4e4b0", 0.35)
    silhouettes(canvas, light, [(0.72, 0.06), (0.75, 0.07)], "#4c5c54", 2)
    on_sheet(canvas, lambda s: windmill(s, 0.42, 0.74, 0.5, light, 0.35))
    hill = 0.84 - 0.115 * np.exp(-(((canvas.x[0] - 0.42) / 0.26) ** 2))
    canvas.lay(
        canvas.under(hill[None]),
        mix(
            mix("#6c7c3c", "#c0b464", canvas.noise(6, 5, stretch=3)), "#38482c", smooth(0.84, 1.04, canvas.y)
        ),
    )
    track = [(0.44, 0.735), (0.5, 0.8), (0.4, 0.88), (0.56, 1.05)]
    canvas.line(track, 0.02, "#b89c6c", 0.8, taper=5)
    person(canvas, 0.47, 0.86, 0.1, light, "#8a4c38", False, "#d8c08c", 0.6)
    for x in (0.12, 0.22, 0.7):
        bush(canvas, x, 0.85, 0.06, light)
    grass(canvas, 0.84, 1.05, light, OLIVE, 1000, 0.06)


@scene(
    "cows-river-evening",
    "Cows at the River",
    (
        "Cattle come down to drink at a shallow river in the mellow evening light.",
        "Pastoral scene with cows standing in water, old trees and a distant church tower.",
        "A herd at the ford, golden haze, everything calm and reflected.",
    ),
    "cows cattle river evening pasture trees church",
    aspect=1.4,
)
def cows_river(canvas: Canvas) -> None:
    light = GOLDEN.turned(-0.7, 0.35, 0.1)
    sky.sky(canvas, light, 0.48)
    sky.clouds(canvas, light, 0.5, 0.55, puff=0.6)
    on_sheet(canvas, lambda s: church(s, 1.0, 0.47, 0.16, light), 0.35, light.haze)
    treeline(canvas, 0.475, 0.08, light, SUMMER, 0.4, n=70)
    canvas.lay(canvas.under(0.47), mix("#7c8a44", "#c4b868", canvas.noise(7, 5, stretch=5)))
    leafy(canvas, 0.16, 0.58, 0.44, light, SUMMER, 0.85)
    leafy(canvas, 0.32, 0.54, 0.3, light, OLIVE, 0.8)
    bank = 0.6 + 0.02 * np.sin(canvas.x[0] * 6)
    water(canvas, canvas.under(bank[None]), light, 0.5, 0.3, "#5c6448", 0.3)
    herd = (
        (0.52, 0.62, 0.06, "#8a5434", 1),
        (0.66, 0.625, 0.065, "#3c3030", -1),
        (0.86, 0.66, 0.08, "#e0d0b8", 1),
        (1.06, 0.64, 0.07, "#7c4428", -1),
        (0.72, 0.74, 0.11, "#9c6038", 1),
    )
    for x, feet, h, coat, way in herd:
        afloat(
            canvas,
            feet,
            partial(cow, x=x, feet=feet, h=h, light=light, coat=coat, way=way, grazing=False),
            0.3,
            "#5c6448",
        )
    person(canvas, 0.42, 0.6, 0.12, light, "#5c4838", False, "#4c3c2c")
    grass(canvas, 0.93, 1.08, light, OLIVE, 450, 0.14)


@scene(
    "road-poplars-carriage",
    "The Avenue of Poplars",
    (
        "A straight country road lined by tall poplars leads to a village; a lone walker is under way.",
        "Perspective of slender trees on both sides of the lane under a huge pale sky.",
        "Autumnal avenue, ruts in the sandy road, a man in a dark coat far off.",
    ),
    "road avenue poplars trees village walkers perspective",
    aspect=1.3,
)
def poplar_road(canvas: Canvas) -> None:
    light, eye = MORNING.turned(-0.7, 0.45, -0.2), Eye(0.56, 0.5)
    sky.sky(canvas, light, 0.58)
    sky.clouds(canvas, light, 0.6, 0.55, puff=0.6)
    grain = Grain(canvas.rng)
    turf = meadow(canvas, ("#7c8a44", "#b0a858", "#546c34"))

    def albedo(view: View) -> Field:
        road = smooth(0.34, 0.28, np.abs(view.x))
        ruts = smooth(0.05, 0.02, np.abs(np.abs(view.x) - 0.13))
        return mix(turf(view), mix(mix("#c8a878", "#e4cc9c", grain(view, 4)), "#8a6c48", ruts * 0.7), road)

    paint_land(canvas, hills(canvas.rng, 0.02, 0.4), light, eye, albedo, 30, far=40)
    village(canvas, [(0.42, 0.575, 0.07), (0.84, 0.575, 0.08), (0.92, 0.578, 0.07)], light)
    towers(canvas, [(0.75, 0.57, 0.15, "spire")], light, 0.2)
    middle = canvas.wide / 2
    for z in np.geomspace(9, 0.75, 11):
        for side in (-1, 1):
            x, base, h = middle + side * 0.44 / z, 0.56 + 0.5 / z, 0.85 / z
            canvas.fill(
                [
                    (x, base),
                    (x + 0.02 / z, base),
                    (x + 0.5 / z, base + 0.04 / z),
                    (x + 0.46 / z, base + 0.06 / z),
                ],
                "#4c4430",
                0.4,
                soft=0.004,
            )
            columnar(
                canvas,
                float(x),
                float(base),
                float(min(h, 1.2)),
                light,
                (SUMMER, OLIVE)[int(z * 10) % 2],
                0.22,
            )
    person(canvas, middle - 0.01, 0.7, 0.1, light, "#4c4438", False, "#3c3028")
