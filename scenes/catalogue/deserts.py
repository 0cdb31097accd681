"""Deserts: dunes, caravans, an oasis, a canyon, the pyramids."""

from dataclasses import replace

import numpy as np

from scenes import sky
from scenes.beasts import camel
from scenes.boats import launch, sailboat
from scenes.brush import Canvas, curve
from scenes.colour import Colour, mix
from scenes.land import Grain, dunes, hills, paint_land, silhouettes
from scenes.light import GOLDEN, SUNSET, Light
from scenes.noise import Field, smooth
from scenes.plants import bush
from scenes.scene import scene
from scenes.shores import lakeland
from scenes.skyline import town
from scenes.staffage import cast, crowd, person
from scenes.view import Eye, View
from scenes.water import glitter, water
from scenes.woods import palm

DESERT = Light(
    "#3c7cc0", "#8cb8d8", "#f0dcb8", "#ffe2ac", "#8a7c9c", "#e8d0b0", "#fff4e0", "#b8a8b0", (-0.7, 0.4, 0.15)
)


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
            ["#7c5430", "#946c40", "#644024"][i % 3],
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
        "Three stone pyramids, golden haze, boatmen on calm water.",
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
