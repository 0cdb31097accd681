"""Corn, harvest, hay, wine and the plough."""

import numpy as np

from scenes import sky
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.crops import WHEAT, beds, ears
from scenes.land import Grain, hills, paint_land, silhouettes
from scenes.light import GOLDEN, OVERCAST, STORM
from scenes.noise import Field, smooth
from scenes.scene import scene
from scenes.skyline import on_sheet, towers, village
from scenes.staffage import cast, person
from scenes.towers import church
from scenes.trees import OLIVE, SUMMER, treeline
from scenes.view import Eye, View, scatter
from scenes.water import water


@scene(
    "wheat-field-crows",
    "Wheat Field with Crows",
    (
        "Black crows fly up from a ripe yellow wheat field under a heavy dark blue sky.",
        "Golden corn bends in the wind before the thunderstorm; a path loses itself in the field.",
        "A troubled sky, a flock of dark birds and waves of glowing grain.",
    ),
    "wheat field crows birds storm golden corn",
    aspect=1.7,
)
def wheat_crows(canvas: Canvas) -> None:
    light, eye = STORM.turned(-0.6, 0.6, -0.4), Eye(0.44, 0.5)
    sky.sky(canvas, light, 0.46)
    canvas.glaze(0.5, "#5c7cc0")
    sky.clouds(canvas, light, 0.5, 0.6, puff=0.6, soft=0.3)
    ground = hills(canvas.rng, 0.1, 0.3)
    sunny = GOLDEN.turned(-0.6, 0.6, -0.3)
    grain = Grain(canvas.rng)

    def albedo(view: View) -> Field:
        track = smooth(0.14, 0.06, np.abs(view.x - 0.35 * np.sin(view.z * 0.9)))
        return mix(
            mix("#c89838", "#f0c860", grain(view, 3)), mix("#8a6c3c", "#6c7c34", grain(view, 5)), track
        )

    paint_land(canvas, ground, sunny, eye, albedo, 60, far=20)
    ears(canvas, ground, eye, 5200, 0.09, WHEAT, 0.5, 6)
    sky.birds(canvas, 1.1, 0.26, 26, 0.3, 0.04, "#14141c")
    sky.birds(canvas, 0.6, 0.36, 14, 0.2, 0.022, "#14141c")


def _sheaf(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """A stook: stalks leaning together, tied under the ears."""
    rng, n = canvas.rng, 190
    lean, up = rng.uniform(-1, 1, n), np.sort(rng.random(n))
    half = size * (0.3 - 0.2 * np.sin(np.pi * np.clip(up / 0.95, 0, 1)) + 0.06 * up)
    tone = np.clip(0.5 - 0.4 * lean + 0.2 * up + rng.normal(0, 0.15, n), 0, 1)
    colour = mix(mix("#7c5420", "#d8a448", np.minimum(tone * 2, 1)), "#fbe090", np.maximum(tone * 2 - 1, 0))
    turn = np.pi / 2 + lean * np.where(up < 0.55, -0.35, 0.5)
    canvas.dabs(x + lean * half, foot - size * (0.06 + 0.8 * up), size * 0.3, size * 0.03, turn, colour, 0.9)
    canvas.line(
        [(x - 0.12 * size, foot - 0.5 * size), (x + 0.12 * size, foot - 0.48 * size)], size * 0.04, "#6c4820"
    )


@scene(
    "harvest-noon",
    "Harvest",
    (
        "Reapers at work among the sheaves of a golden field; a church tower looks over the trees.",
        "Harvest time: peasants bring in the corn, stooks cast short shadows, the village church lies beyond.",
        "Hot August midday on the farm, with straw hats, bundles of straw and ripe wheat.",
    ),
    "harvest wheat field peasants sheaves hay summer",
    aspect=1.35,
)
def harvest(canvas: Canvas) -> None:
    light, eye, rng = GOLDEN.turned(-0.6, 0.6, -0.3), Eye(0.36, 0.75), canvas.rng
    sky.sky(canvas, light, 0.4)
    sky.clouds(canvas, light, 0.4, 0.4)
    ground = hills(rng, 0.16, 0.25)
    grain = Grain(rng)
    paint_land(
        canvas,
        ground,
        light,
        eye,
        lambda v: mix(mix("#c8a04c", "#ecc870", grain(v, 1)), "#9a7c38", smooth(0.5, 0.7, grain(v, 6)) * 0.7),
        26,
        far=16,
    )
    treeline(canvas, 0.385, 0.08, light, SUMMER, 0.3, n=60)
    on_sheet(canvas, lambda s: church(s, 0.95, 0.4, 0.13, light), 0.2, light.haze)
    x, y, _, away = scatter(canvas, ground, eye, 26, 1.4, 6)
    for px, py, z in zip(x, y, away, strict=True):
        s = 0.22 / float(z)
        canvas.ellipse(float(px) + 0.5 * s, float(py), 0.7 * s, 0.1 * s, "#6c4c20", 0.5, soft=0.004)
        _sheaf(canvas, float(px), float(py), s)
    for px, feet, h, coat, skirt in (
        (0.36, 0.66, 0.17, "#3c5c84", True),
        (0.5, 0.68, 0.18, "#c8503c", False),
        (0.88, 0.76, 0.22, "#e8e0d0", False),
        (0.7, 0.62, 0.14, "#8a4c3c", True),
        (1.1, 0.64, 0.15, "#4c6c4c", True),
    ):
        cast(canvas, px, feet, h, light)
        person(canvas, px, feet, h, light, coat, skirt, "#ecd08c", 0.5, 1.0)
    ears(canvas, ground, eye, 1500, 0.12, WHEAT, 0.9, 1.3)


@scene(
    "haystacks-evening",
    "Haystacks",
    (
        "Two great haystacks glow pink and orange on a stubble field at the end of the day.",
        "Stacks of straw throw long blue shadows; behind them lie trees and farm roofs.",
        "Evening sun wraps the ricks in warm light, the field is mauve and gold.",
    ),
    "haystack field evening light harvest straw farm",
    aspect=1.4,
)
def haystacks(canvas: Canvas) -> None:
    light, eye, rng = GOLDEN.turned(0.85, 0.25, 0.2), Eye(0.44, 0.6), canvas.rng
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, 0.35, stretch=2)
    silhouettes(canvas, light, [(0.42, 0.08)], "#9088a8", 2)
    grain = Grain(rng)
    paint_land(
        canvas,
        hills(rng, 0.05, 0.3),
        light,
        eye,
        lambda v: mix(
            mix("#b89858", "#e8c484", grain(v, 1.2)), "#8c7ca0", smooth(0.5, 0.75, grain(v, 5)) * 0.7
        ),
        30,
        far=14,
    )
    treeline(canvas, 0.46, 0.07, light, SUMMER, 0.4, n=60)
    village(canvas, [(0.2, 0.475, 0.1), (0.3, 0.478, 0.12)], light, smoke=0.5)
    for x, base, s in ((1.04, 0.58, 0.17), (0.56, 0.76, 0.36)):
        canvas.fill(
            [
                (x - 0.42 * s, base - 0.02),
                (x + 0.4 * s, base),
                (x - 0.9 * s, base + 0.16 * s),
                (x - 1.7 * s, base + 0.06 * s),
            ],
            "#5c5480",
            0.6,
            soft=0.008,
        )
        n = 800
        up = rng.random(n)
        side = rng.uniform(-1, 1, n)
        half = np.where(up < 0.5, 0.44 + 0.1 * up, 0.49 * (1 - up) / 0.5 + 0.03) * s
        tone = np.clip(0.45 + 0.5 * side + rng.normal(0, 0.16, n), 0, 1)
        order = np.argsort(up)
        colour = mix(
            mix("#6c4c6c", "#d88c4c", np.minimum(tone * 2, 1)), "#ffdc90", np.maximum(tone * 2 - 1, 0)
        )
        canvas.dabs(
            (x + side * half)[order],
            (base - up * 0.92 * s + 0.03 * s * (1 - side**2))[order],
            s * 0.12,
            s * 0.022,
            (np.pi / 2 - side * np.where(up > 0.5, 0.7, 0.1))[order],
            colour[order],
            0.85,
        )
    ears(canvas, hills(rng, 0.05, 0.3), eye, 1300, 0.03, WHEAT, 0.7, 3)


@scene(
    "vineyard-autumn-village",
    "Vineyards",
    (
        "Rows of vines in autumn yellow and red descend to a village with a church by the river.",
        "Wine country: coloured slopes, grape pickers in the rows, soft October sun.",
        "The vintage has begun on the hill above the little town.",
    ),
    "vineyard wine autumn village church grapes river",
    aspect=1.4,
)
def vineyard(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(-0.7, 0.45, -0.2), Eye(0.36, 0.95)
    sky.sky(canvas, light, 0.4)
    sky.clouds(canvas, light, 0.4, 0.45)
    silhouettes(canvas, light, [(0.34, 0.14), (0.38, 0.12)], "#7c8a70", 2)
    canvas.lay(canvas.under(0.38), mix("#7c9464", light.haze, 0.3))
    water(canvas, canvas.under(0.42) * (canvas.y < 0.48), light, 0.36, 0.3, "#6c8c98")
    village(
        canvas,
        [
            (0.74, 0.5, 0.07),
            (0.82, 0.505, 0.08),
            (0.92, 0.5, 0.07),
            (0.66, 0.51, 0.07),
            (1.0, 0.515, 0.08),
            (0.88, 0.53, 0.09),
        ],
        light,
    )
    towers(canvas, [(0.8, 0.51, 0.2, "spire")], light, 0.1, "#e0d4bc", "#5c5464")
    body = hills(canvas.rng, 0.12, 0.3)

    def ground(x: Field, z: Field) -> Field:
        return np.asarray(
            body(x, z)
            + 0.34 * smooth(0.9, -1.2, x - 0.3 * z)
            + 0.03 * np.cos((x * 0.9 + z * 0.35) / 0.22 * 2 * np.pi),
            np.float32,
        )

    paint_land(
        canvas,
        ground,
        light,
        eye,
        beds(canvas, ["#c8982c", "#a8842c", "#b8602c", "#8c8c34"], 0.5, "#8a7c44", 0.39),
        22,
        far=4.5,
    )
    x, y, right, away = scatter(canvas, ground, eye, 4200, 0.8, 4.4)
    on = np.abs(((right + 0.39 * away) / 0.245) % 1 - 0.5) < 0.3
    x, y, away = x[on], y[on], away[on]
    canvas.dabs(
        x,
        y - 0.05 / away,
        0.05 / away,
        0.03 / away,
        canvas.rng.random(len(x)) * 3,
        mix(mix("#54401c", "#c88c28", canvas.rng.random(len(x))), "#d8502c", canvas.rng.random(len(x)) ** 3),
        0.85,
    )
    for px, feet, coat in ((0.4, 0.72, "#3c5474"), (0.62, 0.78, "#c8483c"), (0.24, 0.8, "#e4dcc8")):
        person(canvas, px, feet, 0.16, light, coat, None, "#e0c484", arm=0.9)


@scene(
    "ploughing-spring-rain",
    "Ploughed Land after Rain",
    (
        "Dark furrows run across the hill beneath a clearing sky; crows follow the sower.",
        "Fresh brown earth, green winter corn and a man who scatters seed.",
        "Early spring on the fields, wet soil shining, a break in the clouds.",
    ),
    "plough field sower spring earth furrows crows",
    aspect=1.3,
)
def ploughed(canvas: Canvas) -> None:
    light, eye = OVERCAST.turned(0.7, 0.45, 0.2), Eye(0.4, 0.65)
    sky.sky(canvas, light, 0.42)
    sky.clouds(canvas, light, 0.46, 0.65, puff=0.6)
    sky.beams(canvas, 1.0, 0.05, "#fff4d0", 0.3)
    body = hills(canvas.rng, 0.2, 0.2)

    def ground(x: Field, z: Field) -> Field:
        return np.asarray(
            body(x, z) + 0.018 * np.cos((x + 0.4 * z) / 0.1 * 2 * np.pi) * smooth(4, 2.5, z), np.float32
        )

    grain = Grain(canvas.rng)
    paint_land(
        canvas,
        ground,
        light,
        eye,
        lambda v: mix(
            mix("#6c4c34", "#94704c", grain(v, 3)),
            mix("#7ca048", "#a8b860", grain(v, 1)),
            smooth(3.6, 3.9, v.z + 0.6 * v.x),
        ),
        26,
        far=14,
    )
    treeline(canvas, 0.41, 0.06, light, OLIVE, 0.45, n=50)
    village(canvas, [(0.22, 0.415, 0.07), (0.3, 0.418, 0.08)], light)
    cast(canvas, 0.74, 0.78, 0.36, light)
    person(canvas, 0.74, 0.78, 0.36, light, "#5c6c7c", False, "#8a7048", 1.1, 1.3)
    seeds = canvas.rng.random((60, 2))
    canvas.dabs(
        0.84 + 0.2 * seeds[:, 0],
        0.58 + 0.2 * seeds[:, 1] * (0.3 + seeds[:, 0]),
        0.006,
        0.004,
        0,
        "#f0d890",
        0.9,
    )
    sky.birds(canvas, 0.4, 0.5, 12, 0.14, 0.022, "#1c1c20")
