"""Beaches, cliffs and dunes."""

from functools import partial

import numpy as np

from scenes import noise, sky
from scenes.boats import launch, moored, sailboat
from scenes.breakers import tropical
from scenes.brush import Canvas
from scenes.colour import mix, rgb
from scenes.land import Grain, highest, hills, paint_land, silhouettes
from scenes.light import GOLDEN, MORNING, NOON, Light
from scenes.noise import smooth
from scenes.plants import grass
from scenes.scene import scene
from scenes.shores import boulders
from scenes.skyline import on_sheet
from scenes.staffage import cast, crowd, person, seated
from scenes.trees import SUMMER
from scenes.view import Eye, scatter
from scenes.water import glitter, sea, surf, swell, water
from scenes.woods import palm


@scene(
    "chalk-cliffs-beach",
    "White Cliffs",
    (
        "High chalk cliffs with an arch stand over a pebble beach; boats are drawn up on the shore.",
        "Pale limestone walls glow in the afternoon above green water and little breaking waves.",
        "Seaside rocks like a gateway, strollers on the strand, a soft summer sky.",
    ),
    "cliffs chalk beach arch sea coast boats",
    aspect=1.3,
)
def chalk_cliffs(canvas: Canvas) -> None:
    light, horizon, rng = GOLDEN.turned(0.7, 0.5, -0.3), 0.5, canvas.rng
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.4)
    water(canvas, canvas.under(horizon), light, horizon, 0.6, "#2c7480", 0.7)
    for left, right, top, haze in ((0.4, 0.62, 0.33, 0.35), (-0.1, 0.72, 0.12, 0.05)):
        _cliff(canvas, light, left, right, top, 0.56, haze)
    line = 0.82 - 0.34 * smooth(0.9, 0.0, canvas.x[0]) + 0.03 * np.sin(canvas.x[0] * 5)
    pebbles = mix("#a89880", "#dccfb4", canvas.noise(40, 4, stretch=2))
    canvas.lay(canvas.under(line[None], 0.006), pebbles)
    n = 200
    across, down = rng.uniform(0, canvas.wide, n), np.sort(rng.uniform(0.8, 1.0, n))
    dry = down > np.interp(across, canvas.x[0], line) + 0.01
    canvas.dabs(across, down, 0.012, 0.008, 0, mix("#7c7464", "#f0e8d4", rng.random(n)), dry * 0.8)
    surf(canvas, line, 0.03)
    for x, y, size, colour in ((0.3, 0.72, 0.2, "#3c6480"), (0.52, 0.86, 0.3, "#a84c34")):
        canvas.ellipse(x, y + 0.01, size * 0.5, 0.02, "#2c2824", 0.5, soft=0.006)
        on_sheet(canvas, partial(moored, x=x, line=y, size=size, light=light, colour=colour))
    crowd(canvas, 0.1, 0.35, 0.66, 0.09, light, 4, 0.03)


def _cliff(
    canvas: Canvas, light: Light, left: float, right: float, top: float, foot: float, haze: float
) -> None:
    """A wall of chalk with layers and clefts, a grassy brow, and an arch that stands in the sea."""
    sheet, rng = canvas.sheet(), canvas.rng
    brow = [
        (x, top + 0.05 * ((x - left) / (right - left)) ** 3 + rng.normal(0, 0.004))
        for x in np.linspace(left, right, 24)
    ]
    reach = right - left
    arch = [
        (right + reach * 0.16, top + reach * 0.28),
        (right + reach * 0.2, foot),
        (right + reach * 0.12, foot),
    ]
    inner = [
        (right + reach * 0.1, top + reach * 0.42),
        (right + reach * 0.04, top + reach * 0.32),
        (right, top + reach * 0.5),
        (right - reach * 0.01, foot),
    ]
    outline = [*brow, (right + reach * 0.03, top + reach * 0.12), *arch, *inner, (left, foot)]
    body = sheet.mask(outline)
    layers = 0.5 + 0.5 * np.sin(canvas.y * 150 + canvas.noise(4, 4) * 14)
    clefts = canvas.noise(10, 5, stretch=0.25)
    stone = mix(mix("#f4ead4", "#cfc0a0", layers * 0.5), "#8c8490", smooth(0.55, 0.8, clefts) * 0.8)
    sheet.lay(body, mix(stone, light.sun, 0.15))
    sheet.lay(body * smooth(0.035, 0.0, canvas.y - top - 0.02 * canvas.noise(12, 3)), "#7c9048")
    sheet.lay(body * smooth(foot - 0.07, foot, canvas.y) * 0.5, "#5c6450")
    sheet.rgb += haze * (rgb(light.haze) * sheet.alpha[..., None] - sheet.rgb)
    canvas.place(sheet)


@scene(
    "tropical-beach-palms",
    "Palm Beach",
    (
        "Palm trees lean over a white beach and a turquoise lagoon; a canoe lies on the sand.",
        "Tropical island shore at noon: clear shallow water, green fronds, distant blue hills.",
        "Paradise by the ocean, with coconut palms, warm sand and gentle surf.",
    ),
    "beach palm tropical sea sand island lagoon",
    aspect=1.35,
)
def palm_beach(canvas: Canvas) -> None:
    light, horizon = NOON.turned(-0.5, 0.7, -0.2), 0.46
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.42, 5, 0.14)
    silhouettes(canvas, light, [(0.455, 0.12)], "#4c7c78", 2)
    tropical(canvas, light, horizon, 0.74)
    canvas.ellipse(0.62, 0.885, 0.22, 0.02, "#8a7048", 0.5, soft=0.006)
    on_sheet(canvas, lambda s: moored(s, 0.62, 0.88, 0.36, light, "#a85c34"))
    for x, base, height, lean in (
        (1.22, 0.92, 0.75, -0.35),
        (1.3, 0.97, 0.62, -0.15),
        (0.1, 0.9, 0.66, 0.22),
    ):
        canvas.ellipse(x + 0.1, base, 0.16, 0.014, "#8a7048", 0.55, soft=0.006)
        palm(canvas, x, base, height, light, lean)
    grass(canvas, 0.96, 1.08, light, SUMMER, 250, 0.08)


@scene(
    "beach-parasols-bathers",
    "At the Seaside",
    (
        "Holiday crowds with red and yellow parasols on a wide sandy beach; children play near the waves.",
        "Bathers, striped umbrellas and little sails: a breezy summer day by the sea.",
        "People sit and stroll on the strand, the tide comes in, bright parasols line the shore.",
    ),
    "beach people parasol umbrella sea summer holiday bathing",
    aspect=1.5,
)
def seaside(canvas: Canvas) -> None:
    light, horizon, rng = NOON.turned(0.6, 0.6, -0.3), 0.42, canvas.rng
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.45, puff=0.6)
    tropical(canvas, light, horizon, 0.6, "#2c7498")
    for x, line, size in ((0.3, 0.46, 0.06), (0.9, 0.45, 0.05), (1.25, 0.48, 0.09)):
        launch(canvas, sailboat, x, line, size, light)
    crowd(canvas, 0.1, 1.4, 0.62, 0.07, light, 10, 0.04)
    for t in np.sort(rng.random(13)):
        y, x, s = 0.68 + 0.3 * t, rng.uniform(0.04, canvas.wide - 0.04), 0.1 + 0.16 * t
        cast(canvas, x, y, s * 1.4, light, 0.35)
        canvas.line([(x, y), (x + 0.12 * s, y - s)], 0.05 * s, "#e8dcc4")
        seated(canvas, x - 0.35 * s, y, s * 0.8, light, hat="#f4e8c8")
        top, tint = (
            (x + 0.12 * s, y - 1.15 * s),
            ["#d84434", "#f0b838", "#3c7cb0", "#f4efe4", "#e07848"][rng.integers(5)],
        )
        half = [
            (x + 0.12 * s + d * s, y - s * (0.82 + u))
            for d, u in ((-0.6, 0), (-0.4, 0.2), (0, 0.34), (0.4, 0.2), (0.6, 0))
        ]
        canvas.grade(half, mix(tint, light.sun, 0.35), mix(tint, light.shade, 0.3), across=True)
        for d in (-0.25, 0.25):
            canvas.line([top, (top[0] + d * s, y - 0.84 * s)], 0.03 * s, "#fbf6ea", 0.9)


@scene(
    "rocky-coast-sunrise",
    "Sunrise over the Rocks",
    (
        "The young sun rises from the ocean and warms the wet stones of a rugged shore.",
        "The hush of morning: a restless sea among dark boulders, peach and lilac in the sky.",
        "Daybreak at the sea's edge, stones in shadow, first rays upon the waves.",
    ),
    "sunrise coast rocks sea morning shore",
    aspect=1.4,
)
def rocky_sunrise(canvas: Canvas) -> None:
    light, eye = MORNING.turned(0.2, 0.25, 0.9), Eye(0.46, 0.45)
    sky.sky(canvas, light, 0.48)
    canvas.lay(smooth(0.1, 0.46, canvas.y) * (canvas.y < 0.5) * 0.45, "#f4b08c")
    sky.clouds(canvas, light, 0.48, 0.5, stretch=2, sun=(0.8, 0.45))
    sky.sun(canvas, 0.86, 0.4, 0.04, "#fff2c0", "#ffac60", 0.9)
    sea(canvas, light, eye, swell(canvas.rng, 0.05, 0.7), "#3c5870", "#7ca0a0", 0.3, 0.07)
    glitter(canvas, 0.86, 0.46, canvas.under(0.465), "#ffd8a0", 0.08)
    places = [
        (float(x), float(y), float(s))
        for x, y, s in zip(
            canvas.rng.uniform(0, 1.4, 26),
            canvas.rng.uniform(0.66, 1.05, 26),
            canvas.rng.uniform(0.05, 0.15, 26),
            strict=True,
        )
        if abs(x - 0.8) > 0.2 * y
    ]
    boulders(canvas, places, light, "#54484c")
    for x, y, s in places[:12]:
        canvas.ellipse(x, y, s * 1.1, s * 0.12, "#f4e8e0", 0.5, soft=0.006)


@scene(
    "dunes-sea-grass",
    "Path through the Dunes",
    (
        "A sandy path leads between tufts of beach grass to the pale blue sea.",
        "Windy dunes with marram grass; two walkers have almost reached the shore.",
        "Seaside solitude of sand, grass and light, the horizon a thin line of water.",
    ),
    "dunes beach grass path sea sand walk",
    aspect=1.25,
)
def dune_path(canvas: Canvas) -> None:
    light, eye, rng = MORNING.turned(0.7, 0.4, -0.3), Eye(0.42, 0.5), canvas.rng
    sky.sky(canvas, light, 0.44)
    sky.clouds(canvas, light, 0.44, 0.5)
    water(canvas, canvas.under(0.42), light, 0.42, 0.6, "#3c7c98", 0.7)
    body = hills(rng, 0.35, 0.5)
    ground = highest(
        lambda x, z: (
            (body(x, z) + 0.22) * smooth(0.05, 0.8, np.abs(x - 0.2 * np.sin(z * 1.7))) * smooth(4.6, 3.2, z)
            - 0.02
        ),
        lambda x, z: np.full_like(x, -0.04) - 0.06 * smooth(3.6, 5, z),
    )
    grain = Grain(rng)
    paint_land(canvas, ground, light, eye, lambda v: mix("#d8bc88", "#f4e4c0", grain(v, 2)), 40, far=5)
    x, y, right, away = scatter(canvas, ground, eye, 2600, 0.5, 4)
    tufts = (ground(right, away) > 0.06) & (noise.sample(grain.tile, right * 0.3, away * 0.3) > 0.42)
    x, y, away = x[tufts], y[tufts], away[tufts]
    tint = mix("#5c6c3c", "#d0c884", rng.random(len(x)))
    canvas.dabs(
        x, y - 0.03 / away, 0.085 / away, 0.006 / away, np.pi / 2 + rng.normal(0.35, 0.25, len(x)), tint, 0.85
    )
    person(canvas, 0.6, 0.6, 0.1, light, "#a8443c", True, "#f4e8c8")
    person(canvas, 0.645, 0.6, 0.11, light, "#2c4468", False)
