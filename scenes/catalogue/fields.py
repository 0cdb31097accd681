"""Fields, meadows, windmills and villages of the plain."""

from collections.abc import Callable

import numpy as np

from scenes import sky
from scenes.beasts import cow, sheep
from scenes.boats import afloat
from scenes.brush import Canvas
from scenes.colour import Colour, mix, rgb
from scenes.land import Grain, hills, meadow, paint_land, silhouettes, together
from scenes.light import DUSK, GOLDEN, MORNING, NOON, OVERCAST, STORM, SUNSET, Light
from scenes.noise import Field, smooth
from scenes.plants import blooms, bush, grass
from scenes.scene import scene
from scenes.shores import lakeland
from scenes.skyline import on_sheet, towers, village
from scenes.staffage import cast, person
from scenes.towers import church, windmill
from scenes.trees import OLIVE, SPRING, SUMMER, Greens, columnar, leafy, treeline
from scenes.view import Eye, Ground, View, scatter
from scenes.water import water

TULIPS: list[Colour] = ["#d8342c", "#f4c430", "#f08cb0", "#f4f0e8", "#8a3c9c", "#f07c2c"]
WHEAT: Greens = ("#8a6424", "#d8a844", "#fbe090")


def beds(
    canvas: Canvas, colours: list[Colour], width: float, green: Colour, slant: float = 0
) -> Callable[[View], Field]:
    """The ground in straight beds of flowers `width` wide, with a furrow between two."""
    grain = Grain(canvas.rng)
    tints = np.stack([rgb(colour) for colour in colours])

    def albedo(view: View) -> Field:
        place = (view.x + slant * view.z) / width
        tint = tints[np.floor(place).astype(int) % len(colours)]
        furrow = smooth(0.36, 0.46, np.abs(place % 1 - 0.5))
        speck = grain(view, 6)
        return mix(mix(tint, green, smooth(0.5, 0.62, speck) * 0.75), mix(green, "#5c4830", 0.4), furrow)

    return albedo


def flowers(
    canvas: Canvas,
    ground: Ground,
    eye: Eye,
    n: int,
    size: float,
    colours: list[Colour],
    near: float = 0.6,
    far: float = 5,
    bed: float = 0,
    slant: float = 0,
) -> None:
    """Single blooms standing on the ground, in their beds' colours where there are beds."""
    x, y, right, away = scatter(canvas, ground, eye, n, near, far)
    place = (right + slant * away) / bed if bed else canvas.rng.integers(0, len(colours), n).astype(float)
    on = np.abs(place % 1 - 0.5) < 0.38 if bed else np.ones(n, np.bool_)
    which = np.floor(place).astype(int) % len(colours)
    away = away[on]
    blooms(canvas, x[on], y[on] - size / away, size / away, colours, which=which[on])


def ears(
    canvas: Canvas,
    ground: Ground,
    eye: Eye,
    n: int,
    size: float,
    colours: Greens,
    near: float = 0.5,
    far: float = 5,
) -> None:
    """Standing corn: stalks bent by the wind, far ones first."""
    rng = canvas.rng
    x, y, right, away = scatter(canvas, ground, eye, n, near, far)
    wind = 0.25 * np.sin(right * 2.2 + away * 1.7) + rng.normal(0.1, 0.13, n)
    tone = np.clip(rng.beta(2, 2, n) + wind * 0.5, 0, 1)
    colour = mix(
        mix(colours[0], colours[1], np.minimum(tone * 2, 1)), colours[2], np.maximum(tone * 2 - 1, 0)
    )
    canvas.dabs(x, y - size * 0.4 / away, size / away, size * 0.09 / away, np.pi / 2 + wind, colour, 0.85)
    canvas.dabs(
        x + wind * size * 0.4 / away,
        y - size * 0.8 / away,
        size * 0.3 / away,
        size * 0.13 / away,
        np.pi / 2 + wind * 1.6,
        mix(colour, colours[2], 0.5),
        0.9,
    )


@scene(
    "tulip-fields-windmill",
    "Tulip Fields with a Windmill",
    (
        "Stripes of red, yellow, pink and violet tulips stretch to a windmill beneath a bright spring sky.",
        "Dutch flower fields in bloom: rows of colourful blossoms, a mill with turning sails, white clouds.",
        "An ocean of tulips in ribbons of every hue; far off, poplars and the arms of an old windmill.",
    ),
    "tulips flowers field windmill holland spring colourful",
    aspect=1.4,
)
def tulip_fields(canvas: Canvas) -> None:
    light, eye = NOON.turned(-0.6, 0.6, -0.3), Eye(0.46, 0.55)
    sky.sky(canvas, light, 0.48)
    sky.heaps(canvas, light, 0.38, 6, 0.15)
    ground = hills(canvas.rng, 0.03, 0.3)
    paint_land(canvas, ground, light, eye, beds(canvas, TULIPS, 0.42, "#4c7434"), 45, far=40)
    treeline(canvas, 0.475, 0.05, light, SUMMER, 0.45, n=70)
    on_sheet(canvas, lambda s: windmill(s, 1.02, 0.5, 0.34, light, 0.5))
    village(canvas, [(0.3, 0.485, 0.07), (0.4, 0.487, 0.08)], light, smoke=0)
    flowers(canvas, ground, eye, 3800, 0.026, TULIPS, 0.6, 5, 0.42)


@scene(
    "lovers-tulip-garden",
    "A Couple among the Tulips",
    (
        "A couple in love strolls arm in arm through a garden of colourful tulips.",
        "Two sweethearts admire the flower beds; red, yellow and pink blossoms surround them.",
        "He and she stand hand in hand among the spring flowers under blossoming trees, happy in the sun.",
    ),
    "lovers couple tulips garden flowers colourful romantic spring",
    aspect=1.0,
)
def lovers_tulips(canvas: Canvas) -> None:
    light, eye = MORNING.turned(-0.6, 0.6, -0.3), Eye(0.4, 0.6)
    sky.sky(canvas, light, 0.42)
    sky.clouds(canvas, light, 0.42, 0.4)
    ground = hills(canvas.rng, 0.05, 0.3)
    paint_land(canvas, ground, light, eye, beds(canvas, TULIPS, 0.5, "#5c8a3c", 0.35), 40, far=20)
    treeline(canvas, 0.43, 0.1, light, SPRING, 0.25, n=60)
    for x, base, h in ((0.14, 0.52, 0.36), (0.9, 0.5, 0.34)):
        leafy(canvas, x, base, h, light, ("#9a6478", "#e0a4b4", "#fce6e6"), 0.85)
    flowers(canvas, ground, eye, 2200, 0.03, TULIPS, 1.0, 5, 0.5, 0.35)
    for x, coat, skirt, hat in ((0.47, "#34465c", False, "#3c3028"), (0.545, "#d8506c", True, "#f4e4b8")):
        cast(canvas, x, 0.8, 0.36, light)
        person(canvas, x, 0.8, 0.37 if not skirt else 0.34, light, coat, skirt, hat, arm=0.5)
    flowers(canvas, ground, eye, 520, 0.034, TULIPS, 0.62, 1.1, 0.5, 0.35)


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


@scene(
    "harvest-noon",
    "Harvest",
    (
        "Reapers rest and work among sheaves in a golden field; a hay wagon waits by the trees.",
        "Harvest time: peasants bind the corn, stooks cast short shadows, the village lies beyond.",
        "Hot August midday on the farm, with straw hats, sickles and ripe wheat.",
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
        n = 60
        side = rng.normal(0, 0.3, n)
        canvas.dabs(
            px + side * s,
            py - s * rng.uniform(0.1, 0.95, n),
            s * 0.5,
            s * 0.07,
            np.pi / 2 + side * 0.9,
            mix("#8a6424", "#fbe090", np.clip(0.5 - side + rng.normal(0, 0.2, n), 0, 1)),
            0.9,
        )
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
    "poppy-meadow-walk",
    "Poppies",
    (
        "A mother and child with a parasol walk down a meadow red with poppies.",
        "Field of scarlet flowers on a breezy summer day, two figures half hidden in tall grass.",
        "Countless poppy blossoms dot the slope; poplars and a house stand on the horizon.",
    ),
    "poppies meadow flowers red walk mother child parasol summer",
    aspect=1.3,
)
def poppies(canvas: Canvas) -> None:
    light, eye = NOON.turned(-0.5, 0.6, -0.3), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.clouds(canvas, light, 0.46, 0.5, puff=0.6)
    ground = together(hills(canvas.rng, 0.15, 0.25), lambda x, z: -0.1 * x)
    paint_land(canvas, ground, light, eye, meadow(canvas, ("#8a9c50", "#c0b868", "#5c7c3c")), 30, far=12)
    treeline(canvas, 0.46, 0.08, light, SUMMER, 0.35, n=60)
    village(canvas, [(0.82, 0.47, 0.1)], light, smoke=0)
    for x in (0.66, 0.7, 0.95, 1.0):
        columnar(canvas, x, 0.47, 0.13, light)
    grass(canvas, 0.5, 1.05, light, SUMMER, 1600, 0.05)
    flowers(canvas, ground, eye, 2100, 0.02, ["#d8281c", "#e84430", "#c81c20"], 0.65, 5)
    person(canvas, 0.42, 0.78, 0.24, light, "#5c6c8c", True, "#f0e0b0")
    person(canvas, 0.52, 0.77, 0.14, light, "#e8dcc8", True, "#d8a860")
    canvas.line([(0.45, 0.64), (0.47, 0.5)], 0.004, "#4c3c2c")
    canvas.grade(
        [(0.38, 0.535), (0.42, 0.49), (0.475, 0.475), (0.53, 0.495), (0.56, 0.54)], "#f4ecd8", "#8c9cb4"
    )
    grass(canvas, 0.79, 1.06, light, SUMMER, 500, 0.07)
    flowers(canvas, ground, eye, 260, 0.022, ["#d8281c", "#f05040"], 0.62, 1.0)


@scene(
    "lavender-rows",
    "Lavender",
    (
        "Purple lavender runs in long rows to a stone farmhouse and a single tree.",
        "Provence in July: violet fields, warm evening sky, bees and perfume in the air.",
        "Lines of lilac bushes converge under the setting sun.",
    ),
    "lavender field purple rows provence farmhouse sunset",
    aspect=1.35,
)
def lavender(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(0.7, 0.35, 0.2), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.bands(canvas, light, 0.46, 6, 0.5)
    sky.sun(canvas, 1.16, 0.36, 0.035)
    silhouettes(canvas, light, [(0.43, 0.1)], "#8a84a4", 2)
    ripple = hills(canvas.rng, 0.08, 0.25)

    def ground(x: Field, z: Field) -> Field:
        return np.asarray(ripple(x, z) + 0.05 * np.cos(np.pi * 2 * x / 0.36), np.float32)

    paint_land(
        canvas,
        ground,
        light,
        eye,
        beds(canvas, ["#6c4c9c", "#7c58ac", "#6450a0"], 0.36, "#7c8454"),
        36,
        far=16,
    )
    village(canvas, [(0.36, 0.485, 0.16)], light, 0, 0, "#a8684c", ["#d8c09c"], 0)
    leafy(canvas, 0.62, 0.49, 0.15, light, SUMMER, 0.9)
    for x in (0.24, 0.47):
        columnar(canvas, x, 0.487, 0.13, light)
    x, y, right, away = scatter(canvas, ground, eye, 5200, 0.6, 6)
    on = np.abs((right / 0.36) % 1 - 0.5) < 0.36
    x, y, away = x[on], y[on], away[on]
    tone = mix(
        mix("#3c2c6c", "#8a64c0", canvas.rng.random(len(x))), "#c8a8e8", canvas.rng.random(len(x)) ** 3
    )
    canvas.dabs(
        x,
        y - 0.03 / away,
        0.07 / away,
        0.012 / away,
        np.pi / 2 + canvas.rng.normal(0, 0.3, len(x)),
        tone,
        0.85,
    )


@scene(
    "sunflower-field",
    "Sunflowers in the Field",
    (
        "Hundreds of sunflowers turn their yellow faces to the light beneath a deep blue sky.",
        "Big golden blossoms stand close together, a farm roof far behind them.",
        "Summer at its height: tall sunflowers in endless ranks.",
    ),
    "sunflowers field yellow summer flowers farm",
    aspect=1.0,
)
def sunflowers(canvas: Canvas) -> None:
    light, eye, rng = NOON.turned(-0.5, 0.6, -0.4), Eye(0.42, 0.7), canvas.rng
    sky.sky(canvas, light, 0.44)
    sky.heaps(canvas, light, 0.38, 4, 0.14)
    ground = hills(rng, 0.08, 0.25)
    paint_land(canvas, ground, light, eye, meadow(canvas, ("#5c7430", "#9c9c3c", "#3c5424")), 30, far=12)
    treeline(canvas, 0.43, 0.07, light, SUMMER, 0.35, n=50)
    village(canvas, [(0.66, 0.44, 0.13)], light, smoke=0)
    x, y, _, away = scatter(canvas, ground, eye, 620, 0.85, 6)
    for px, py, z in zip(x.tolist(), y.tolist(), away.tolist(), strict=True):
        s, top = 0.085 / z, py - 0.22 / z
        canvas.line([(px, py), (px + rng.normal(0, 0.1) * s, top)], 0.16 * s, "#4c6c2c")
        for side in (-1, 1):
            canvas.dabs(
                px + side * 0.5 * s,
                top + (0.9 + 0.3 * side) * s,
                1.1 * s,
                0.5 * s,
                side * 0.5,
                "#5c8434",
                0.9,
            )
        angle = np.linspace(0, 2 * np.pi, 13)[:-1] + rng.random()
        canvas.dabs(
            px + np.cos(angle) * 0.42 * s,
            top + np.sin(angle) * 0.38 * s,
            0.5 * s,
            0.2 * s,
            angle,
            mix("#e09a18", "#fbd840", rng.random(12)),
            0.95,
        )
        canvas.ellipse(px, top, 0.27 * s, 0.25 * s, "#4c2c14")
        canvas.ellipse(px - 0.06 * s, top - 0.06 * s, 0.12 * s, 0.1 * s, "#7c5024", 0.8)


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
                lambda s, x=x, base=base, size=size: windmill(s, x, base, size, light, x),
                0.2,
                light.haze,
            )  # type: ignore[misc]
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
        "A lone windmill on a hilltop braves the rising storm; a miller's cart climbs the track.",
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
        "Wine country: terraced slopes, grape pickers with baskets, soft October sun.",
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
    "cows-river-evening",
    "Cows at the River",
    (
        "Cattle come down to drink at a shallow river in the mellow evening light.",
        "Pastoral scene with cows standing in water, willows and a distant church tower.",
        "A herd at the ford, golden haze, everything calm and reflected.",
    ),
    "cows cattle river evening pasture willows church",
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
            lambda s, x=x, feet=feet, h=h, coat=coat, way=way: cow(s, x, feet, h, light, coat, way, False),
            0.3,
            "#5c6448",
        )  # type: ignore[misc]
    person(canvas, 0.42, 0.6, 0.12, light, "#5c4838", False, "#4c3c2c")
    grass(canvas, 0.93, 1.08, light, OLIVE, 450, 0.14)


@scene(
    "road-poplars-carriage",
    "The Avenue of Poplars",
    (
        "A straight country road lined by tall poplars leads to a village; a few walkers are under way.",
        "Perspective of slender trees on both sides of the lane under a huge pale sky.",
        "Autumnal avenue, ruts in the sandy road, a hunter with his dog far off.",
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


@scene(
    "shepherd-moor-heather",
    "Heather on the Moor",
    (
        "Purple heather covers the moor; a shepherd leads his flock along a sandy track at dusk.",
        "Wide heathland in bloom, juniper bushes, sheep and a violet evening sky.",
        "Lonely northern moorland, the flock like a pale stream among the flowering heath.",
    ),
    "heather moor shepherd sheep heath purple evening",
    aspect=1.5,
)
def moor(canvas: Canvas) -> None:
    light, eye = DUSK.turned(-0.7, 0.35, 0.2), Eye(0.44, 0.6)
    sky.sky(canvas, light, 0.46)
    sky.bands(canvas, light, 0.46, 7, 0.6)
    ground = hills(canvas.rng, 0.16, 0.25)
    warm = Light(
        light.zenith,
        light.middle,
        light.horizon,
        "#f0b8a0",
        "#5c5480",
        light.haze,
        light.cloud,
        light.under,
        light.towards,
    )
    paint_land(canvas, ground, warm, eye, meadow(canvas, ("#8a5484", "#b07ca0", "#5c6440")), 24, far=14)
    for x, base, h in ((0.16, 0.66, 0.2), (0.24, 0.6, 0.12), (1.3, 0.64, 0.2), (1.12, 0.56, 0.09)):
        columnar(canvas, x, base, h, warm, ("#1c2428", "#34443c", "#6c7058"), 0.3)
    x, y, right, away = scatter(canvas, ground, eye, 3200, 0.6, 5)
    keep = np.abs(right - 0.3 * np.sin(away * 1.2)) > 0.16
    x, y, away = x[keep], y[keep], away[keep]
    canvas.dabs(
        x,
        y - 0.015 / away,
        0.035 / away,
        0.02 / away,
        canvas.rng.random(len(x)) * 3,
        mix(mix("#4c2c50", "#a86898", canvas.rng.random(len(x))), "#e8b0cc", canvas.rng.random(len(x)) ** 4),
        0.8,
    )
    for i in range(24):
        z = 1.3 + 0.09 * i
        sx, sy = eye.project(
            canvas,
            np.array([0.3 * np.sin(z * 1.2) + canvas.rng.normal(0, 0.08)]),
            ground(np.array([0.0]), np.array([z])),
            np.array([z]),
        )
        sheep(canvas, float(sx[0]), float(sy[0]), 0.075 / z, warm)
    person(canvas, 0.82, 0.86, 0.2, warm, "#4c3c3c", False, "#2c2424")
    canvas.line([(0.88, 0.68), (0.885, 0.87)], 0.005, "#2c2018")
