"""Horses, birds, cattle and the animals of the house."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, plants, sky, trees
from scenes.animals import GALLOP, bird, cow, hen, horse, swan
from scenes.beds import foliage, meadow
from scenes.brush import Canvas
from scenes.buildings import cottage, slab
from scenes.catalogue.gardens import lilies
from scenes.faces import Look
from scenes.figures import SITTING, WALKING, Dress, Person, Pose, figure
from scenes.flowers import blade, bouquet, cluster
from scenes.fruit import leaf
from scenes.pets import cat, crane, dog, owl, peacock, sheep
from scenes.rooms import curtain, scumble, tiles, wall, window
from scenes.scene import scene
from scenes.stage import Dab, Stage, times
from scenes.stalls import cart
from scenes.vessels import TALL, vase
from scenes.views import town_view
from scenes.water import water

GREENS = ("#20381f", "#4f7434", "#9fb85a")


def pasture(canvas: Canvas, hour: hours.Light, horizon: float, green: str, side: float = -0.6, tint: str = "day") -> Stage:
    """Sky, a line of trees, and grass."""
    sky.sky(canvas, hour, horizon)
    sky.clouds(canvas, hour, horizon, 0.45)
    stage = Stage(canvas, hours.lamp(side, tint))
    trees.treeline(canvas, horizon + 0.01, 0.1, hour, trees.SUMMER, 0.4)
    canvas.lay(canvas.under(horizon, 0.01), green)
    return stage


@scene(
    "horses-grazing",
    "Horses at Pasture",
    (
        "Three horses, brown, white and black, graze peacefully in a green meadow near a wooden fence.",
        "Mares in a grassy field under drifting clouds; a quiet afternoon on the farm.",
        "Grazing horses on summer pastureland with trees along the horizon.",
    ),
    "horses grazing meadow pasture farm animals",
)
def grazing(canvas: Canvas) -> None:
    stage = pasture(canvas, hours.MORNING, 0.42, "#8aa04c")
    meadow(stage, 0.43, 0.72, [(beds.small_daisy, "#f0ecd8", 1), (beds.small_round, "#e8c84a", 1)], count=320, size=0.03, far=0.005, green="#7f9a44")
    for y in (0.5, 0.54):
        stage.form(stage.limbs([[(0.0, y, 0.006), (1.34, y - 0.02, 0.005)]]), "#8a7a64")
    for x in np.arange(0.05, 1.34, 0.2):
        stage.form(stage.limbs([[(float(x), 0.58, 0.009), (float(x), 0.47, 0.008)]]), "#7a6a54")
    horse(stage, 1.0, 0.62, 0.14, "#3a2a24", neck=-42)
    horse(stage, 0.38, 0.74, 0.24, "#cfc8be", neck=-42, mane="#9a9488", facing=-1)
    horse(stage, 0.8, 0.88, 0.32, "#8a4a26", neck=34)
    meadow(stage, 0.88, 1.08, [(beds.small_daisy, "#f4f0e0", 2), (beds.small_round, "#d8c84a", 1)], count=120, size=0.1, far=0.06, green="#6f9040")


@scene(
    "horses-galloping",
    "Wild Horses Galloping",
    (
        "A herd of wild horses gallops across a dusty plain with manes flying, a storm sky above.",
        "Running horses, brown, grey and black, thunder over the steppe in a cloud of dust.",
        "Freedom and speed: stallions racing before the weather.",
    ),
    "horses galloping wild herd storm plain running",
    aspect=1.5,
)
def galloping(canvas: Canvas) -> None:
    sky.sky(canvas, hours.STORM, 0.5)
    sky.clouds(canvas, hours.STORM, 0.5, 0.75)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    stage.wash(stage.blob([(-0.1, 0.5), (0.4, 0.42), (0.9, 0.47), (1.3, 0.4), (1.7, 0.48), (1.7, 0.6), (-0.1, 0.6)]), "#5a6478", 0.1)
    canvas.lay(canvas.under(0.5, 0.01), "#b8945a")
    scumble(stage, 0.5, 1.0, 500, 0.12, 0.12, 0.0)
    herd = ((1.2, 0.66, 0.17, "#6a6460"), (0.5, 0.68, 0.19, "#5a3420"), (0.88, 0.76, 0.25, "#c8c2b8"), (0.34, 0.88, 0.3, "#2c2220"), (1.1, 0.94, 0.34, "#8f4a24"))
    for x, y, s, c in herd:
        canvas.lay(np.exp(-(((canvas.x - x + s * 0.6) / (s * 1.3)) ** 2) - ((canvas.y - y) / (s * 0.24)) ** 2) * 0.5, "#e0c494")
        horse(stage, x, y, s, c, legs=GALLOP, neck=24, mane="#c8c0b0" if c == "#c8c2b8" else "#1a1210", shadow=0.35)
    canvas.lay(np.exp(-(((canvas.y - 1.0) / 0.07) ** 2)) * 0.5, "#d8b880")


@scene(
    "horse-hay-cart",
    "The Hay Wain",
    (
        "A grey horse pulls a cart heaped with hay along a country lane past a cottage.",
        "Bringing in the hay: farm wagon, carter on foot, tall trees and a shallow ford.",
        "Rural scene of a loaded hay cart on its way home on a summer evening.",
    ),
    "horse cart hay farm lane rural cottage",
)
def hay_cart(canvas: Canvas) -> None:
    stage = pasture(canvas, hours.GOLDEN, 0.42, "#a09a4c", 0.6, "golden")
    cottage(stage, 0.08, 0.56, 0.17, "#e6d8bc", "#8a6a44")
    beds.path(stage, [(-0.1, 0.72), (0.6, 0.7), (1.45, 0.66), (1.45, 0.9), (0.7, 0.98), (-0.1, 0.96)], "#c8a878")
    foliage(stage, 1.14, 0.26, 0.24, 0.22, GREENS, count=700, size=0.035)
    canvas.line([(1.14, 0.66), (1.15, 0.36)], 0.05, "#4a3828", 1, 0.6)
    cart(stage, 0.76, 0.84, 0.24)
    figure(stage, 1.14, 0.88, 0.34, Person(Look(style="short", hat="straw"), Dress("#e0d8c8", trousers="#4a5a74")), WALKING)
    plants.grass(canvas, 0.9, 1.05, hours.GOLDEN, n=500)


@scene(
    "birds-swans-pond",
    "Swans on the Pond",
    (
        "Two white swans glide over a dark still pond among water lilies and reeds, their reflections beneath them.",
        "A pair of swans at dusk on mirror-like water, willows in the mist.",
        "Graceful white birds on a lake in the park, quiet and romantic.",
    ),
    "swans pond birds water lake reflection romantic",
)
def swans(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MIST, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.42, 0.22, hours.MIST, trees.SUMMER, 0.35)
    for x, s in ((0.08, 0.2), (1.26, 0.24)):
        foliage(stage, x, 0.24, s, 0.2, GREENS, count=520, size=0.035)
    canvas.lay(canvas.under(0.42, 0.005), "#5a7a74")
    swan(stage, 0.44, 0.68, 0.2)
    swan(stage, 0.96, 0.62, 0.15, -1)
    for y, x0, x1, depth in ((0.68, 0.26, 0.62, 0.18), (0.62, 0.78, 1.1, 0.13)):
        top, h = int(y * canvas.h), int(depth * canvas.h)
        a, b = int(x0 * canvas.h), int(x1 * canvas.h)
        mirror = canvas.rgb[top - h : top, a:b][::-1].copy()
        fade = np.linspace(0.6, 0.0, h, dtype=np.float32)[:, None, None]
        white = np.clip(mirror.min(axis=2, keepdims=True) * 2.4 - 1.1, 0, 1)
        canvas.rgb[top : top + h, a:b] += (mirror - canvas.rgb[top : top + h, a:b]) * fade * white
    water(canvas, canvas.under(0.42) * 0.55, hours.MIST, 0.42, ripple=0.4, tint="#3a5a54")
    swan(stage, 0.44, 0.68, 0.2)
    swan(stage, 0.96, 0.62, 0.15, -1)
    lilies(stage, 0.78, 26)
    for x in np.concatenate([canvas.rng.uniform(-0.02, 0.2, 26), canvas.rng.uniform(1.16, 1.36, 26)]):
        reed(stage, float(x))


def reed(stage: Stage, x: float) -> None:
    g = stage.rng
    blade(stage, x, 1.02, g.uniform(0.2, 0.42), -1.57 + g.normal(0, 0.12), g.normal(0, 0.4), times("#5a7a3c", g.uniform(0.6, 1.2)), 0.05)


@scene(
    "birds-owl-night",
    "Owl in the Moonlight",
    (
        "An owl with great yellow eyes sits on a gnarled branch before the full moon.",
        "Night bird in the forest, silvery light, stars and bare twigs.",
        "The watchful owl perches in the dark wood at midnight.",
    ),
    "owl night moon bird branch forest",
    aspect=0.8,
)
def owl_night(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 1.0)
    sky.stars(canvas, 1.0, 300)
    sky.moon(canvas, 0.5, 0.32, 0.19)
    stage = Stage(canvas, hours.lamp(0.4, "grey"))
    for x, h in ((0.04, 0.9), (0.74, 0.8)):
        trees.boughs(canvas, x, 1.05, h, "#10131f")
    canvas.line([(-0.05, 0.86), (0.3, 0.8), (0.6, 0.82), (0.85, 0.72)], 0.06, "#2c241f", 1, 0.5)
    stage.form(stage.limbs([[(-0.05, 0.87, 0.045), (0.3, 0.815, 0.035), (0.6, 0.83, 0.03), (0.85, 0.74, 0.02)]]), "#4a3c34", texture=0.2)
    owl(stage, 0.4, 0.8, 0.46, "#8a6c4c")
    for x, y, s in ((0.1, 0.84, 0.12), (0.66, 0.82, 0.1), (0.72, 0.78, 0.09)):
        leaf(stage, x, y, s, canvas.rng.uniform(0.3, 2.6), "#3a4a34")


@scene(
    "birds-cranes-marsh",
    "Cranes in the Marsh",
    (
        "White cranes with red crowns stand in shallow water among reeds, others fly across a golden sky.",
        "Long-legged wading birds at sunrise in the wetlands, like a Japanese screen.",
        "Elegant cranes fishing and flying above the misty marsh.",
    ),
    "cranes birds marsh reeds sunrise japanese",
)
def cranes(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.5)
    sky.sun(canvas, 0.98, 0.3, 0.07, "#fff0c0", "#ffb860")
    stage = Stage(canvas, hours.lamp(0.5, "golden"))
    stage.wash(stage.blob([(-0.1, 0.5), (0.3, 0.4), (0.5, 0.46), (0.8, 0.42), (1.5, 0.5), (1.5, 0.6), (-0.1, 0.6)]), "#b8a08c", 0.05)
    water(canvas, canvas.under(0.52), hours.GOLDEN, 0.52, ripple=0.35)
    for x, y, s, f, st in ((0.94, 0.66, 0.22, -1, True), (0.4, 0.84, 0.46, 1, False), (0.76, 0.9, 0.4, -1, True)):
        canvas.glaze(canvas.mask([(x - s * 0.3, y), (x + s * 0.3, y), (x + s * 0.1, y + s * 0.4), (x - s * 0.1, y + s * 0.4)], 0.02) * 0.25, "#5a4a50")
        crane(stage, x, y, s, f, st)
    for x, y, s in ((0.3, 0.2, 0.14), (0.52, 0.14, 0.11), (0.68, 0.22, 0.09)):
        bird(stage, x, y, s, "#f0ece4", flap=0.8)
    for x in np.concatenate([canvas.rng.uniform(-0.02, 0.22, 34), canvas.rng.uniform(1.05, 1.36, 40)]):
        reed(stage, float(x))


@scene(
    "birds-gulls-cliff",
    "Gulls over the Surf",
    (
        "White seagulls wheel and cry above green breakers on a windy day.",
        "Sea birds in flight over foaming waves, bright sky and salt air.",
        "A flock of gulls soaring above the ocean.",
    ),
    "gulls seagulls birds sea waves flying wind",
)
def gulls(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NOON, 0.6)
    sky.clouds(canvas, hours.NOON, 0.6, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6))
    water(canvas, canvas.under(0.6), hours.NOON, 0.6, ripple=1.2, tint="#2f6a74")
    g = canvas.rng
    for row in np.linspace(0, 1, 6):
        y = 0.66 + 0.32 * row
        crest = [(float(x), float(y + 0.02 * np.sin(x * 7 + row * 9) + g.normal(0, 0.004))) for x in np.linspace(-0.1, 1.45, 26)]
        patch = stage.polygon(crest + [(x, b + 0.05 + 0.03 * row) for x, b in crest[::-1]])
        stage.form(patch, times("#4a8f94", 0.8 + 0.2 * row), bevel=0.02 + 0.02 * row)
        foam = [Dab(x + g.normal(0, 0.02), b + g.normal(0.004, 0.005), 0.03 + 0.04 * row, 0.006 + 0.012 * row, g.normal(0, 0.3), times("#f2f6f4", 1)) for x, b in crest for _ in range(5)]
        stage.dabs(foam, opacity=0.85)
    flock = ((0.36, 0.42, 0.3, 0.7, 1), (0.86, 0.3, 0.22, 0.9, -1), (1.08, 0.52, 0.18, -0.5, -1), (0.6, 0.16, 0.12, 0.6, 1), (0.16, 0.18, 0.1, 0.8, 1), (1.2, 0.14, 0.09, 0.7, -1))
    for x, y, s, flap, f in flock:
        bird(stage, x, y, s, "#eef0ee", flap=flap, facing=f, turn=-0.1)


@scene(
    "birds-peacock",
    "The Peacock",
    (
        "A peacock spreads his magnificent fan of blue and green eyed feathers on a terrace among roses.",
        "Proud bird displaying a shimmering tail in the palace garden.",
        "Iridescent plumage, turquoise, emerald and gold, before a marble balustrade.",
    ),
    "peacock bird feathers garden colorful",
    aspect=1.0,
)
def peacock_garden(canvas: Canvas) -> None:
    sky.sky(canvas, hours.GOLDEN, 0.5)
    stage = Stage(canvas, hours.lamp(-0.5))
    beds.hedge(stage, 0.6, 0.4, GREENS, "#e88aa0")
    canvas.lay(canvas.under(0.66, 0.004), "#c8b898")
    tiles(stage, 0.4, 0.72, "#d8c8a8", "#b09878", size=0.3)
    for x in np.arange(0.03, 1.0, 0.11):
        stage.form(stage.blob([(x - 0.02, 0.72), (x - 0.03, 0.67), (x - 0.012, 0.62), (x + 0.012, 0.62), (x + 0.03, 0.67), (x + 0.02, 0.72)]), "#e6dcc8")
    for y in (0.61, 0.73):
        stage.form(stage.limbs([[(-0.05, y, 0.014), (1.05, y, 0.014)]]), "#ece2ce")
    peacock(stage, 0.5, 0.9, 0.46)


@scene(
    "birds-rooster-hens",
    "Rooster and Hens in the Farmyard",
    (
        "A proud rooster with red comb struts among pecking hens in front of the barn door.",
        "Poultry in the yard: brown, white and speckled chickens on straw in the sun.",
        "Farmyard fowl, cock and hens, scratching for corn.",
    ),
    "rooster hens chickens farmyard poultry",
)
def farmyard(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    slab(stage, [(0.0, 0.0), (1.34, 0.0), (1.34, 0.52), (0.0, 0.52)], "#9a5a3c", texture=0.2)
    for x in np.arange(0.0, 1.34, 0.075):
        canvas.line([(float(x), 0.0), (float(x), 0.52)], 0.005, "#5a3424", 0.7)
    slab(stage, [(0.52, 0.08), (0.9, 0.08), (0.9, 0.52), (0.52, 0.52)], "#2c2220", texture=0.2)
    slab(stage, [(0.36, 0.08), (0.52, 0.06), (0.52, 0.54), (0.36, 0.56)], "#7a4a30", 1.0, 0.2)
    canvas.lay(canvas.under(0.52, 0.01), "#c8a46c")
    g = canvas.rng
    stage.dabs([Dab(g.uniform(0, 1.34), 0.53 + 0.47 * t, 0.02 + 0.06 * t, 0.003 + 0.004 * t, g.uniform(0, 3.1), times("#e0c070", g.uniform(0.55, 1.25))) for t in np.sort(g.uniform(0, 1, 1500))])
    canvas.glaze(canvas.mask([(0.0, 0.52), (1.34, 0.52), (1.34, 0.57), (0.0, 0.6)], 0.01) * 0.5, (0.5, 0.5, 0.65))
    flock = ((0.3, 0.68, 0.16, "#e0d8c8", 1, True), (1.12, 0.7, 0.17, "#5a4034", -1, False), (0.92, 0.64, 0.13, "#b87a3c", -1, True), (0.36, 0.94, 0.24, "#b86a30", 1, True), (1.08, 0.95, 0.23, "#d8d0c4", -1, True))
    for x, y, s, c, f, p in flock:
        hen(stage, x, y, s, c, facing=f, pecking=p)
    hen(stage, 0.7, 0.9, 0.38, "#b8481c", cock=True)


@scene(
    "cattle-cows-river",
    "Cows by the River",
    (
        "Brown and white cows graze and drink by a slow river under great summer clouds.",
        "Dutch pasture with cattle, a windmill's country of wide skies and flat meadows.",
        "A herd of cows resting near the water in the afternoon glow.",
    ),
    "cows cattle river pasture clouds animals",
    aspect=1.5,
)
def cows(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.5)
    sky.heaps(canvas, hours.MORNING, 0.44, 6, 0.2)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.5, 0.07, hours.MORNING, trees.SUMMER, 0.5)
    canvas.lay(canvas.under(0.5, 0.006), "#8fa050")
    river = canvas.mask([(0.9, 0.54), (1.5, 0.53), (1.5, 0.74), (1.1, 0.7), (0.7, 0.62)], 0.004)
    meadow(stage, 0.52, 1.06, [(beds.small_daisy, "#f0ecd8", 1), (beds.small_round, "#e0c850", 1)], count=480, size=0.06, far=0.006, green="#7a9442")
    water(canvas, river, hours.MORNING, 0.53, ripple=0.4)
    cow(stage, 0.86, 0.62, 0.12, "#3a302c", facing=1)
    cow(stage, 1.2, 0.6, 0.1, "#a06a3c", facing=-1, grazing=True)
    cow(stage, 0.36, 0.76, 0.24, "#9a5a30", facing=1, grazing=True)
    cow(stage, 0.98, 0.9, 0.34, "#7a4426", facing=-1)
    plants.grass(canvas, 0.92, 1.06, hours.MORNING, n=500)


@scene(
    "sheep-shepherd",
    "Shepherd with His Flock",
    (
        "A shepherd leans on his staff among grazing sheep on a hillside at evening, his dog beside him.",
        "Flock of woolly sheep returning home, a herdsman in a cloak, sunset behind the hills.",
        "Pastoral twilight: sheep, dog and shepherd.",
    ),
    "sheep shepherd flock dog evening pastoral hills",
)
def shepherd(canvas: Canvas) -> None:
    sky.sky(canvas, hours.SUNSET, 0.46)
    sky.clouds(canvas, hours.SUNSET, 0.46, 0.4)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    stage.wash(stage.blob([(-0.1, 0.44), (0.4, 0.34), (0.8, 0.42), (1.2, 0.36), (1.5, 0.44), (1.5, 0.7), (-0.1, 0.7)]), "#7a6484", 0.08)
    canvas.lay(canvas.under(0.5, 0.01), "#8f8448")
    plants.grass(canvas, 0.5, 0.85, hours.GOLDEN, n=900, size=0.03)
    g = canvas.rng
    for t in np.sort(g.uniform(0, 1, 16)):
        x, y = g.uniform(0.06, 0.92), 0.56 + 0.34 * t
        sheep(stage, float(x), float(y), float(0.055 + 0.11 * t), 1 if g.random() < 0.5 else -1, bool(g.random() < 0.7))
    who = Person(Look(style="short", hat="brim", hat_colour="#4a3a2c", beard=True, hair="#8a7a6a"), Dress("#b8a888", coat="#5a4a3c", coat_hem=2.4, trousers="#4a4038"))
    j = figure(stage, 1.12, 0.9, 0.5, who, Pose(4, (40, 80), (10, 10), turn=0.6), facing=-1)
    hx, hy = j["near_hand"]
    stage.form(stage.limbs([[(hx - 0.02, 0.92, 0.007), (hx, hy, 0.007), (hx + 0.01, hy - 0.2, 0.007), (hx - 0.03, hy - 0.24, 0.007), (hx - 0.05, hy - 0.2, 0.007)]]), "#5a3c20")
    dog(stage, 0.94, 0.94, 0.13, "#3a2c24", -1)


@scene(
    "dog-hunter",
    "The Huntsman's Dog",
    (
        "A brown hound stands alert in autumn woods, its master waiting behind with a gun.",
        "Faithful hunting dog among fallen leaves on an October morning.",
        "Portrait of a pointer dog in russet forest light.",
    ),
    "dog hound hunting autumn forest",
)
def hound(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MIST, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6, "golden"))
    trees.treeline(canvas, 0.5, 0.3, hours.MIST, trees.GOLD, 0.4)
    canvas.lay(canvas.under(0.5, 0.02), "#9a7438")
    for x, w in ((0.08, 0.05), (0.3, 0.03), (1.02, 0.04), (1.26, 0.07)):
        canvas.line([(x, 0.7 + w * 2), (x + 0.01, -0.1)], w, "#4a382c", 1, 0.7)
    for x, y in ((0.1, 0.08), (0.4, 0.02), (0.9, 0.06), (1.24, 0.1), (0.66, 0.0)):
        foliage(stage, x, y, 0.26, 0.13, ("#6a3418", "#c0742a", "#ecc050"), count=420, size=0.03)
    plants.fallen(canvas, 0.52, 1.02, ["#c8742a", "#a8481f", "#e0b040", "#7a3a1c"], 1500)
    figure(stage, 1.0, 0.76, 0.42, Person(Look(style="short", hat="brim", hat_colour="#4a5038"), Dress("#c8b890", coat="#4f5a3c", coat_hem=1.2, trousers="#6a5a40")), facing=-1)
    dog(stage, 0.56, 0.9, 0.36, "#8a5028", -1)


@scene(
    "cat-window",
    "Cat at the Window",
    (
        "A ginger cat sits on the sill beside a red geranium, looking in from a window full of town roofs.",
        "Tabby cat basking in the sun on the windowsill, curtain drawn aside.",
        "A household puss in the window, with a potted plant and tiled roofs outside.",
    ),
    "cat window sill pet interior roofs flower",
    aspect=0.85,
)
def cat_window(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5))
    wall(stage, "#c8b48c")
    window(stage, (0.16, 0.1, 0.72, 0.78), town_view, panes=(2, 2))
    curtain(stage, 0.0, 0.24, 0.02, 0.98, "#5a7a9a", tied=0.7)
    vase(stage, 0.64, 0.85, 0.12, "#b0603a", TALL, gloss=0.2)
    bouquet(stage, 0.64, 0.735, 0.13, [(cluster, "#d83a34", 5, 0.32)], leaves=16)
    cat(stage, 0.42, 0.86, 0.38, "#c87a34")


@scene(
    "horses-snow-sleigh",
    "Sleigh in the Snow",
    (
        "A horse-drawn sleigh hurries along a snowy road between dark firs as dusk falls.",
        "Winter journey through the forest with a brown horse and a sledge, blue shadows on the drifts.",
        "Cold evening: a sled, its driver wrapped in furs, lights of a village far ahead.",
    ),
    "horse sleigh snow winter forest dusk",
)
def sleigh(canvas: Canvas) -> None:
    sky.sky(canvas, hours.DUSK, 0.46)
    stage = Stage(canvas, hours.lamp(-0.5, "snow"))
    canvas.lay(canvas.under(0.45, 0.02), "#b8c0dc")
    for x in (0.62, 0.72, 0.8):
        cottage(stage, x, 0.48, 0.04, "#8a7a78", snow=True, lit=True)
    scumble(stage, 0.5, 1.0, 300, 0.14, 0.06, 0.05)
    for x, b, h in ((0.3, 0.52, 0.28), (0.46, 0.5, 0.2), (1.0, 0.5, 0.24), (0.1, 0.62, 0.5), (1.2, 0.58, 0.46), (1.34, 0.7, 0.66)):
        trees.pine(canvas, x, b, h, hours.DUSK, snow=0.7)
    beds.path(stage, [(0.66, 0.5), (0.72, 0.5), (0.9, 0.66), (1.4, 0.9), (1.2, 1.1), (0.0, 1.1), (0.5, 0.7)], "#a4aed0")
    horse(stage, 0.86, 0.84, 0.24, "#6a3a22", legs=((30, -20, -10), (-14, -20, -8), (28, -10, 8), (-20, -50, -50)))
    body = stage.blob([(0.22, 0.72), (0.3, 0.68), (0.36, 0.76), (0.58, 0.76), (0.66, 0.7), (0.6, 0.84), (0.28, 0.85)])
    stage.cast(body, 0.03, 0.03, 0.02, 0.5)
    stage.form(body, "#8a2a28", gloss=0.2)
    stage.form(stage.limbs([[(0.2, 0.89, 0.008), (0.62, 0.89, 0.008), (0.7, 0.84, 0.008)], [(0.32, 0.84, 0.007), (0.32, 0.89, 0.007)], [(0.54, 0.84, 0.007), (0.54, 0.89, 0.007)]]), "#2c1c18")
    figure(stage, 0.42, 0.9, 0.4, Person(Look(style="short", hat="cap", hat_colour="#4a3a30", beard=True), Dress("#6a5240", skirt="#5a4234", shawl="#8a7054", hem=2.0)), SITTING, hip=2.4, shadow=0)
    canvas.line([(0.54, 0.68), (1.0, 0.6)], 0.004, "#2a1c14")
    stage.form(stage.limbs([[(0.62, 0.82, 0.007), (0.98, 0.7, 0.006)]]), "#3a241a")
