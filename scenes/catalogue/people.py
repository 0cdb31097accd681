"""People at work and at leisure out of doors."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, trees, vessels
from scenes.beds import foliage, meadow
from scenes.brush import Canvas
from scenes.buildings import church, cottage
from scenes.faces import Look
from scenes.figures import SITTING, WALKING, Dress, Person, Pose, basket, figure, umbrella
from scenes.rooms import scumble
from scenes.scene import scene
from scenes.sky import clouds, heaps, sky
from scenes.stage import Dab, Stage, times
from scenes.town import Front, Street, lamp, paving, row
from scenes.water import water

GREENS = ("#20381f", "#4f7434", "#9fb85a")
REAPER = Person(Look(style="short", hat="straw"), Dress("#e0d8c4", trousers="#4a5a7a"))
GLEANER = Person(Look(hat="kerchief", hat_colour="#3a64a0"), Dress("#b8a890", skirt="#8a6a4a", apron="#a8a498"))
GLEANER2 = Person(Look(hat="kerchief", hat_colour="#b8402e"), Dress("#7a8a94", skirt="#5a6480", apron="#c8b890"))


def _wheat(stage: Stage, top: float, bottom: float, colour: str = "#d8a83c") -> None:
    """Standing or cut corn: countless strokes, longer the nearer."""
    g = stage.rng
    touches = []
    for t in np.sort(g.uniform(0, 1, 2600) ** 0.75):
        s = 0.01 + 0.1 * t
        touches.append(Dab(g.uniform(0, stage.wide), top + (bottom - top) * t, s, s * 0.09, -1.57 + g.normal(0, 0.22), times(colour, g.uniform(0.6, 1.25))))
    stage.dabs(touches)


def _stook(stage: Stage, x: float, y: float, size: float) -> None:
    g = stage.rng
    for a in np.linspace(-0.4, 0.4, 9):
        stalk = stage.limbs([[(x + a * size * 0.9, y, size * 0.09), (x + a * size * 0.25, y - size * 0.6, size * 0.08), (x + a * size * 0.9, y - size, size * 0.1)]])
        stage.form(stalk, times("#d6a846", g.uniform(0.75, 1.1)), texture=0.2)
    stage.form(stage.limbs([[(x - size * 0.18, y - size * 0.58, size * 0.05), (x + size * 0.18, y - size * 0.6, size * 0.05)]]), "#9a7028")


@scene(
    "people-harvesters",
    "The Harvesters",
    (
        "Reapers and gleaners bend to cut and gather the ripe wheat while sheaves stand in the stubble under a summer sky.",
        "Farm workers in a golden cornfield: a man with a straw hat, women with kerchiefs stooping for the fallen ears.",
        "Harvest time in the country, peasants labouring in the heat, a village far away behind the yellow field.",
    ),
    "harvest field wheat peasants workers summer people",
)
def harvesters(canvas: Canvas) -> None:
    sky(canvas, hours.GOLDEN, 0.4)
    clouds(canvas, hours.GOLDEN, 0.4, 0.45)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    trees.treeline(canvas, 0.4, 0.07, hours.GOLDEN, trees.SUMMER, 0.5)
    church(stage, 0.3, 0.41, 0.07)
    for x in (0.42, 0.5, 0.14):
        cottage(stage, x, 0.41, 0.04)
    canvas.lay(canvas.under(0.4, 0.01), "#c89a3c")
    _wheat(stage, 0.42, 1.04)
    for x, y, s in ((1.16, 0.6, 0.13), (0.98, 0.54, 0.09), (1.26, 0.5, 0.07), (0.1, 0.62, 0.14)):
        _stook(stage, x, y, s)
    figure(stage, 0.62, 0.66, 0.3, REAPER, Pose(34, (30, 50), (40, 60), (12, 4), (-10, -16), turn=0.9), facing=-1)
    figure(stage, 0.38, 0.86, 0.48, GLEANER, Pose(68, (6, 2), (14, 20), turn=0.95, nod=-24))
    figure(stage, 0.92, 0.92, 0.52, GLEANER2, Pose(56, (16, 6), (-6, -50), turn=0.95, nod=-20), facing=-1)
    _wheat(stage, 0.94, 1.08)


@scene(
    "people-sower",
    "The Sower at Sunset",
    (
        "A lone sower strides over ploughed earth scattering seed, an enormous yellow sun setting behind him.",
        "A farmer at work in the fields at dusk, his dark figure against a blazing orange sky.",
        "Man sowing grain in purple furrows while the sun goes down.",
    ),
    "sower farmer sunset field peasant sun",
)
def sower(canvas: Canvas) -> None:
    sky(canvas, hours.SUNSET, 0.5)
    canvas.glow(0.42, 0.42, 0.3, "#ffd24a", 1.0)
    canvas.lay(canvas.disc(0.42, 0.4, 0.14, 0.006), "#fbe27a")
    stage = Stage(canvas, hours.lamp(-0.5, "dusk"))
    canvas.lay(canvas.under(0.5, 0.008), "#5a4468")
    g = stage.rng
    furrows = []
    for t in np.sort(g.uniform(0, 1, 2200)):
        y = 0.5 + 0.56 * t**1.4
        furrows.append(Dab(g.uniform(0, stage.wide), y, 0.02 + 0.1 * t, 0.004 + 0.018 * t, 0.15 + g.normal(0, 0.12), times(("#7a5a80", "#4a3a5a", "#a8785a", "#c8964e")[int(g.choice(4, p=[0.35, 0.35, 0.2, 0.1]))], g.uniform(0.8, 1.2))))
    stage.dabs(furrows)
    foliage(stage, 1.18, 0.42, 0.05, 0.09, ("#1c1c2c", "#2f3040", "#5a4a4a"), count=160)
    j = figure(stage, 0.86, 0.9, 0.56, Person(Look(style="short", hat="cap", hat_colour="#3a3444", skin="#a87a5c"), Dress("#4a5680", trousers="#3a3850")), Pose(6, (-30, -70), (30, 70), (28, 10), (-22, -48), turn=0.9), facing=-1)
    seeds = [Dab(j["near_hand"][0] + g.normal(0.08, 0.05), j["near_hand"][1] + g.normal(0.05, 0.05), 0.008, 0.004, 0.5, times("#f0d088", 1)) for _ in range(26)]
    stage.dabs(seeds)


@scene(
    "people-fishermen-net",
    "Fishermen Hauling the Net",
    (
        "Fishermen in caps and oilskins haul a heavy net up the beach at daybreak, the sea rolling grey-green behind them.",
        "Men of the coast at work on the wet sand, pulling together on a rope, baskets of fish waiting.",
        "Seafarers drag in the morning's catch; surf, wind and a sky full of gulls.",
    ),
    "fishermen beach sea net work fish men",
)
def fishermen(canvas: Canvas) -> None:
    from scenes.animals import bird

    sky(canvas, hours.MORNING, 0.4)
    clouds(canvas, hours.MORNING, 0.4, 0.6)
    stage = Stage(canvas, hours.lamp(-0.6))
    water(canvas, canvas.under(0.4), hours.MORNING, 0.4, ripple=0.9)
    sand = stage.blob([(-0.1, 0.66), (0.4, 0.62), (0.9, 0.56), (1.4, 0.58), (1.4, 1.1), (-0.1, 1.1)])
    foam = stage.blob([(-0.1, 0.63), (0.4, 0.595), (0.9, 0.54), (1.4, 0.56), (1.4, 0.6), (0.9, 0.58), (0.4, 0.645), (-0.1, 0.68)])
    stage.wash(foam, "#eef0ea", 0.1)
    stage.wash(sand, "#c8a878", 0.14)
    scumble(stage, 0.66, 1.0, 260, 0.1, 0.1, 0.05)
    pull = Pose(-16, (60, 80), (64, 84), (32, 12), (-6, -30), turn=0.9)
    crew = ((0.3, 0.8, 0.4, "#c8a03a", "#3a3a44"), (0.56, 0.83, 0.42, "#4a5a74", "#2c2c38"), (0.84, 0.87, 0.45, "#8a3a30", "#4a4a40"))
    rope = [(0.36, 0.69), (0.6, 0.69), (0.86, 0.7), (1.05, 0.68), (1.34, 0.6)]
    for x, y, tall, coat, legs in crew:
        figure(stage, x, y, tall, Person(Look(style="short", hat="cap", hat_colour="#2c3440", beard=x > 0.5), Dress(coat, trousers=legs, shoes="#1c1a18")), pull)
    stage.form(stage.limbs([[(x, y, 0.006) for x, y in rope]]), "#d8c49a")
    net = stage.blob([(1.06, 0.7), (1.2, 0.62), (1.4, 0.58), (1.4, 0.8), (1.2, 0.78)])
    stage.lay(net, "#4a4030", 0.5)
    for k in np.linspace(0, 1, 9):
        canvas.line([(1.08 + 0.28 * k, 0.6), (1.02 + 0.3 * k, 0.8)], 0.003, "#d8c8a0", 0.6)
    basket(stage, 0.2, 0.95, 0.13, "#9aa6b0")
    basket(stage, 1.1, 0.96, 0.12, "#8a98a6")
    for x, y, s in ((0.2, 0.18, 0.07), (0.5, 0.1, 0.05), (1.0, 0.2, 0.06), (0.75, 0.28, 0.04)):
        bird(stage, x, y, s, "#eceef0", flap=0.6)


@scene(
    "people-promenade-umbrellas",
    "Promenade in the Rain",
    (
        "Elegant strollers with black umbrellas cross a wet boulevard that mirrors the grey sky and the house fronts.",
        "Rainy day in the city: ladies and gentlemen in dark coats walk over shining cobblestones.",
        "A crowd of people under umbrellas on a Paris street corner, silver light, puddles and reflections.",
    ),
    "rain umbrella street city people promenade paris wet",
)
def umbrellas(canvas: Canvas) -> None:
    sky(canvas, hours.OVERCAST, 0.5)
    stage = Stage(canvas, hours.lamp(-0.3, "grey"))
    street = Street(0.52, 0.4, 0.55, 0.16)
    fronts = [Front("#c8bca4", 5, 4, shop="#7a3a34"), Front("#b8ac98", 5, 3), Front("#d0c4ac", 4, 4, shop="#3a4a5a"), Front("#c0b098", 5, 4), Front("#c8bca8", 5, 4), Front("#b8b0a0", 5, 4)]
    row(stage, street, -1, fronts, tone=0.85, haze="#d0d4d8", thick=0.9)
    row(stage, street, 1, fronts[::-1], tone=1.0, haze="#d0d4d8", thick=0.9)
    paving(stage, street, "#989aa0", wet=0.4)
    for x, y in ((0.34, 0.55), (0.72, 0.52)):
        lamp(stage, x, y, 0.24)
    who = ((0.5, 0.56, 0.2, 1), (0.62, 0.6, 0.24, -1), (0.4, 0.66, 0.3, 1), (0.96, 0.8, 0.48, -1), (0.72, 0.92, 0.58, 1), (0.26, 0.96, 0.62, -1))
    for i, (x, y, tall, way) in enumerate(who):
        lady = i % 2 == 0
        person = Person(Look(hat="bonnet", hat_colour="#3a3440"), Dress("#3a3450", skirt="#4a4460", shawl="#2c2a38")) if lady else Person(Look(style="short", hat="top", hat_colour="#1c1c22"), Dress("#d8d4cc", coat="#2a2a34", coat_hem=2.0))
        j = figure(stage, x, y, tall, person, Pose(1, (8, 140), (-10, 4), (16, 4), (-14, -26), turn=0.75), facing=way, shadow=0.35)
        umbrella(stage, j["near_hand"], tall * 0.62, "#2c2e3a", 0.08 * way)
    canvas.glaze(canvas.under(0.0), "#eef0f4")


@scene(
    "people-market-women",
    "Market Women",
    (
        "Women in shawls and aprons sell oranges, cabbages and flowers from baskets in a sunny market square.",
        "A lively marketplace: stalls with striped awnings, heaps of fruit and vegetables, shoppers bargaining.",
        "Peasant women behind their produce, gossiping in bright costumes, an old town behind them.",
    ),
    "market women fruit vegetables square stalls people",
)
def market(canvas: Canvas) -> None:
    from scenes.stalls import stall

    sky(canvas, hours.NOON, 0.4)
    clouds(canvas, hours.NOON, 0.4, 0.3)
    stage = Stage(canvas, hours.lamp(-0.6))
    street = Street(0.7, 0.4, 0.72, 0.17)
    fronts = [Front("#e0c8a0", 4, 3, shutters="#4a7a6a", roof="#b0603c"), Front("#d8a888", 3, 3, shutters="#6a4a3a", roof="#a85838"), Front("#e8dcc0", 4, 4, shutters="#4a6a8a", roof="#b0603c"), Front("#d8c09a", 4, 4, roof="#a85838")]
    paving(stage, street, "#c0b09a")
    row(stage, street, -1, fronts, tone=0.82)
    row(stage, street, 1, fronts[::-1], tone=1.08)
    church(stage, 0.66, 0.44, 0.13)
    for x, y, s, c in ((0.34, 0.6, 0.2, "#b83a30"), (1.06, 0.58, 0.19, "#3a6a94"), (0.74, 0.53, 0.12, "#d8a040")):
        stall(stage, x, y, s, c)
    figure(stage, 0.6, 0.68, 0.32, Person(Look(hat="straw"), Dress("#e8e0d0", skirt="#4a6a8a")), WALKING)
    figure(stage, 0.88, 0.7, 0.34, Person(Look(style="short", hat="cap", hat_colour="#4a4a50"), Dress("#8a7a5a", trousers="#3a3a44")), Pose(4, (20, 60), turn=0.7), facing=-1)
    figure(stage, 0.24, 0.93, 0.58, Person(Look(hat="kerchief", hat_colour="#d8a038"), Dress("#a83a34", skirt="#38506a", apron="#e8e0d0", shawl="#5a7a5a")), Pose(0, (20, 70), (30, 80), turn=0.5))
    figure(stage, 1.1, 0.95, 0.6, Person(Look(hat="kerchief", hat_colour="#ece4d8"), Dress("#3a5a7a", skirt="#8a3a44", apron="#d8d0c0")), Pose(0, (24, 80), (14, 60), turn=0.5), facing=-1)
    for x, y, s, c in ((0.46, 0.92, 0.17, "#e08028"), (0.64, 0.96, 0.16, "#7aa044"), (0.86, 0.94, 0.17, "#c83a2c"), (0.06, 0.97, 0.15, "#e0c040")):
        basket(stage, x, y, s, c)


@scene(
    "people-bathers",
    "Bathers by the River",
    (
        "Bathers rest on the grassy bank and wade in a slow river under tall trees on a hot afternoon.",
        "Figures by the water: a woman sitting on a white towel, a boy standing in the stream, sailing boats beyond.",
        "Swimming in summer, pale bodies against blue river and green shade, all at ease.",
    ),
    "bathers river swimming summer people water",
)
def bathers(canvas: Canvas) -> None:
    sky(canvas, hours.NOON, 0.36)
    heaps(canvas, hours.NOON, 0.34, 4, 0.08)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.38, 0.14, hours.NOON, trees.SUMMER, 0.35)
    for x in (0.7, 1.0):
        stage.form(stage.polygon([(x, 0.37), (x + 0.02, 0.24), (x + 0.05, 0.37)]), "#f4efe4")
    water(canvas, canvas.under(0.38), hours.NOON, 0.38, ripple=0.5)
    bank = stage.blob([(-0.2, 0.62), (0.2, 0.6), (0.5, 0.72), (0.9, 0.84), (1.5, 0.86), (1.5, 1.2), (-0.2, 1.2)])
    skin = "#e8b890"
    wader = Person(Look(style="short", skin=skin, hair="#8a5a2c"), Dress(skin, sleeve="", trousers="#3a5a8a", shoes=skin))
    figure(stage, 0.96, 0.74, 0.44, wader, Pose(0, (-20, -60), (20, 60), turn=0.3, back=True), shadow=0)
    ripples = [Dab(0.96 + stage.rng.normal(0, 0.09), 0.62 + 0.13 * t, 0.09, 0.008, 0.0, times("#4a86c4", stage.rng.uniform(0.7, 1.5))) for t in np.linspace(0, 1, 70)]
    stage.dabs(ripples, opacity=0.8)
    stage.wash(bank, "#7f9a48", 0.16)
    meadow(stage, 0.68, 1.06, [(beds.small_daisy, "#f4f0e0", 2), (beds.small_round, "#e8c84a", 1)], count=200, size=0.05, far=0.02, green="#6a8a3c", mask=canvas.mask([(0, 0.66), (0.5, 0.76), (0.9, 0.88), (1.34, 0.9), (1.34, 1), (0, 1)]))
    stage.form(stage.blob([(0.1, 0.88), (0.5, 0.82), (0.7, 0.9), (0.3, 0.98)]), "#f0ece4", bevel=0.03)
    sitter = Person(Look(skin=skin, hair="#6a3418"), Dress("#c83a3a", sleeve="", skirt="#c83a3a", hem=2.0, low_neck=True, shoes=skin))
    figure(stage, 0.36, 0.95, 0.6, sitter, Pose(-14, (-24, -10), (30, 60), (86, 14), (70, 30), turn=0.7), hip=0.5, shadow=0.3)
    canvas.line([(0.06, 0.9), (0.12, 0.1)], 0.07, "#4a3a2a", 1, 0.6)
    for x, y in ((0.1, 0.06), (0.3, 0.1), (0.02, 0.2), (0.46, 0.02)):
        foliage(stage, x, y, 0.2, 0.12, GREENS, count=330, size=0.035)


@scene(
    "people-country-dance",
    "Country Dance",
    (
        "Couples whirl in a village dance to fiddle music beneath lanterns strung between the trees.",
        "A merry evening festival: men and women dancing hand in hand, skirts flying, a violinist playing.",
        "Peasants dance on the green at dusk, joyful movement and warm lamplight.",
    ),
    "dance couple dancers village music evening festival people",
)
def country_dance(canvas: Canvas) -> None:
    sky(canvas, hours.DUSK, 0.46)
    stage = Stage(canvas, hours.lamp(-0.4, "golden"))
    trees.treeline(canvas, 0.46, 0.18, hours.DUSK, trees.SUMMER, 0.4)
    cottage(stage, 0.1, 0.5, 0.14, "#c8b898", "#7a4a38", lit=True)
    canvas.lay(canvas.under(0.47, 0.01), "#6a6a3c")
    scumble(stage, 0.5, 1.0, 380, 0.08, 0.16, 0.05)
    canvas.light(np.exp(-(((canvas.x - 0.7) / 0.5) ** 2) - ((canvas.y - 0.75) / 0.25) ** 2) * 0.4, "#ffc878")
    wire = [(0.0, 0.16), (0.35, 0.3), (0.7, 0.18), (1.0, 0.3), (1.34, 0.14)]
    canvas.line(wire, 0.003, "#2a2420")
    for x, y, c in ((0.17, 0.25, "#ff9a4a"), (0.35, 0.32, "#ffd060"), (0.54, 0.26, "#ff6a50"), (0.85, 0.26, "#ffd060"), (1.0, 0.33, "#8ad0a0"), (1.18, 0.25, "#ff9a4a")):
        stage.form(stage.ellipse(x, y, 0.022, 0.028), c, glow=1.0)
        canvas.glow(x, y, 0.07, c, 0.6)
    man = Person(Look(style="short", hat="brim", hat_colour="#3a302a"), Dress("#e8e0d0", coat="#4a4a3a", coat_hem=0.6, trousers="#3a3a50"))
    for x, y, t, c, way in ((0.4, 0.68, 0.3, "#3a6a5a", 1), (1.02, 0.7, 0.32, "#8a5a9a", -1)):
        figure(stage, x + 0.07 * way, y, t, man, Pose(-4, (70, 90), (80, 100), (20, 4), (-16, -30), turn=0.8), facing=-way)
        figure(stage, x - 0.06 * way, y, t * 0.95, Person(Look(), Dress("#ece4d8", skirt=c, flare=1.9, hem=3.5, sway=-0.4)), Pose(-6, (80, 80), (90, 96), (16, 0), (-16, -30), turn=0.8), facing=way)
    figure(stage, 0.86, 0.92, 0.54, man, Pose(-6, (66, 96), (76, 104), (24, 0), (-20, -44), turn=0.75), facing=-1)
    figure(stage, 0.58, 0.94, 0.5, Person(Look(hair="#7a3a1c", smile=1.0), Dress("#f0e6d4", skirt="#c83a34", flare=2.1, hem=3.4, sway=-0.6, apron="#e8e0d0")), Pose(-8, (86, 84), (100, 96), (22, 0), (-18, -40), turn=0.7))
    fiddler = figure(stage, 0.16, 0.92, 0.5, Person(Look(style="short", beard=True, hair="#8a8278", old=True), Dress("#6a3a2c", trousers="#3a3a40")), Pose(-2, (40, 120), (60, 120), turn=0.6))
    vessels.violin(stage, fiddler["far_hand"][0] - 0.05, fiddler["far_hand"][1] - 0.01, 0.2, -0.15)


@scene(
    "people-ballet",
    "Dancers at the Rehearsal",
    (
        "Young ballet dancers in white tutus practise at the barre and on the wooden floor of a bright studio.",
        "Ballerinas rehearse: one raises her arms, one ties her shoe, their gauzy skirts catching the light.",
        "Classical dance class by tall windows, pink ribbons and pale tulle on worn boards.",
    ),
    "ballet dancers rehearsal women theatre interior",
)
def ballet(canvas: Canvas) -> None:
    from scenes.rooms import boards, shaft, wall, window
    from scenes.views import garden_view

    stage = Stage(canvas, hours.lamp(-0.6))
    wall(stage, "#8fa08c", bottom=0.56)
    boards(stage, 0.2, 0.55, "#a87a4c", centre=0.4)
    for x in (0.1, 0.48):
        window(stage, (x, 0.08, x + 0.26, 0.48), garden_view, sill=False)
    for x in (0.06, 0.42):
        shaft(stage, [(x + 0.2, 0.58), (x + 0.46, 0.58), (x + 0.8, 0.86), (x + 0.45, 0.86)], "#fff0c8", 0.4)
    stage.form(stage.limbs([[(0.8, 0.42, 0.008), (1.34, 0.44, 0.009)]]), "#6a4426")
    skin = "#ecc4a4"

    def dancer(x: float, y: float, tall: float, pose: Pose, way: float, sash: str) -> None:
        who = Person(Look(skin=skin, hair="#5a3018"), Dress("#f0e8e4", sleeve="", skirt="#f2ece8", hem=2.1, flare=2.0, low_neck=True, shoes="#f0b8b4"))
        joints = figure(stage, x, y, tall, who, pose, facing=way)
        hx, hy = joints["hip"]
        bow = [Dab(hx - 0.02 * way, hy - tall * 0.07, tall * 0.13, tall * 0.03, 0.1, times(sash, 1)), Dab(hx - tall * 0.08 * way, hy, tall * 0.14, tall * 0.04, 1.2, times(sash, 0.9))]
        stage.dabs(bow)

    dancer(1.16, 0.72, 0.42, Pose(0, (80, 90), (-60, -30), (4, 0), (70, 80), turn=0.5), 1, "#4a78b0")
    dancer(0.94, 0.7, 0.4, Pose(0, (-40, -20), (80, 88), turn=0.6), 1, "#d86a7a")
    dancer(0.34, 0.76, 0.44, Pose(46, (20, 10), (30, 26), (6, 0), (-6, -4), turn=0.9, nod=-10), 1, "#e0b84a")
    dancer(0.7, 0.95, 0.66, Pose(-4, (150, 200), (-150, -205), (2, -2), (-30, -62), turn=0.4), 1, "#d8607a")


@scene(
    "people-rider",
    "The Rider on the Shore",
    (
        "A rider in a red coat trots a chestnut horse along the beach in the evening light.",
        "Horseman by the sea, hooves splashing at the water's edge, clouds glowing over the waves.",
        "A lone man on horseback crosses wet golden sand at sunset.",
    ),
    "rider horse beach sea horseman sunset",
)
def rider(canvas: Canvas) -> None:
    from scenes.animals import TROT, horse
    from scenes.town import reflect

    sky(canvas, hours.GOLDEN, 0.48)
    clouds(canvas, hours.GOLDEN, 0.48, 0.5)
    stage = Stage(canvas, hours.lamp(0.6, "golden"))
    water(canvas, canvas.under(0.46), hours.GOLDEN, 0.46, ripple=0.8)
    sand = stage.blob([(-0.1, 0.7), (0.5, 0.66), (1.0, 0.68), (1.5, 0.62), (1.5, 1.2), (-0.1, 1.2)])
    stage.wash(sand, "#c89a62", 0.12)
    f = horse(stage, 0.64, 0.84, 0.32, "#8a4a26", legs=TROT, saddle="#4a2a1c", mane="#2a1810")
    seat = f.at(0.0, -0.98)
    who = Person(Look(style="short", hat="top", hat_colour="#1c1a20"), Dress("#f0e8dc", coat="#a82c28", coat_hem=0.5, trousers="#e4dccc", shoes="#1c1814"))
    figure(stage, seat[0], seat[1] + 0.2, 0.44, who, Pose(4, (24, 74), (30, 80), (46, -14), (52, -10), turn=0.9), hip=3.2, shadow=0)
    canvas.line([(seat[0] + 0.13, seat[1] - 0.08), f.at(0.86, -1.05)], 0.004, "#2a1a10")
    reflect(stage, 0.86, 0.35)


@scene(
    "people-painter-meadow",
    "The Painter in the Fields",
    (
        "A painter stands at his easel under a white parasol in an open meadow, the hills blue behind him.",
        "Artist working outdoors with canvas and brushes, in a straw hat, on a breezy morning.",
        "Plein-air painting: a man, an easel and a sunshade among grasses and wild flowers.",
    ),
    "painter artist easel meadow plein-air man parasol",
)
def plein_air(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.45)
    clouds(canvas, hours.MORNING, 0.45, 0.45)
    stage = Stage(canvas, hours.lamp(-0.6))
    stage.wash(stage.blob([(-0.1, 0.4), (0.3, 0.34), (0.7, 0.38), (1.0, 0.32), (1.5, 0.4), (1.5, 0.6), (-0.1, 0.6)]), "#8a9ab8", 0.08)
    trees.treeline(canvas, 0.48, 0.09, hours.MORNING, trees.SUMMER, 0.3)
    canvas.lay(canvas.under(0.46, 0.01), "#94a04c")
    meadow(stage, 0.5, 0.86, [(beds.small_daisy, "#f4f0e4", 2), (beds.small_spike, "#7a6ac0", 2), (beds.small_round, "#e8c040", 2)], count=420, size=0.06, far=0.008, green="#8a9a48")
    for a, b in (((0.52, 0.9), (0.6, 0.46)), ((0.72, 0.9), (0.62, 0.46)), ((0.6, 0.84), (0.61, 0.4))):
        stage.form(stage.limbs([[(*a, 0.008), (*b, 0.007)]]), "#8a6034")
    board = stage.polygon([(0.5, 0.5), (0.72, 0.5), (0.72, 0.7), (0.5, 0.7)])
    stage.form(board, "#efe8da", bevel=0.008)
    g = stage.rng
    stage.dabs([Dab(g.uniform(0.51, 0.71), 0.52 + 0.16 * t, 0.03, 0.01, 0.1, times("#8ab0d8" if t < 0.45 else "#8fa04c", g.uniform(0.85, 1.2))) for t in g.uniform(0, 1, 120)], board, 0.9)
    j = figure(stage, 0.9, 0.92, 0.58, Person(Look(style="short", hat="straw", beard=True), Dress("#3a5a84", trousers="#c8bca4")), Pose(4, (50, 84), (30, 70), turn=0.75), facing=-1)
    canvas.line([j["near_hand"], (j["near_hand"][0] - 0.06, j["near_hand"][1] - 0.02)], 0.006, "#6a3a1c")
    umbrella(stage, (1.0, 0.6), 0.55, "#f2ece0", 0.12)
    meadow(stage, 0.9, 1.1, [(beds.small_daisy, "#f4f0e4", 2), (beds.small_round, "#d84a34", 2), (beds.small_spike, "#7a6ac0", 2)], count=90, size=0.16, far=0.1, green="#7a9444")


@scene(
    "people-mother-child-garden",
    "Mother and Child under the Apple Tree",
    (
        "A mother holds out her hand to her little child in an orchard in blossom.",
        "Woman and toddler on the grass beneath flowering apple boughs, tender and sunlit.",
        "Motherly love in springtime: a young woman in blue and a small girl with a flower.",
    ),
    "mother child orchard blossom spring tenderness",
    aspect=1.0,
)
def mother_child(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.5)
    stage = Stage(canvas, hours.lamp(-0.6))
    trees.treeline(canvas, 0.48, 0.16, hours.MORNING, trees.SPRING, 0.4)
    canvas.lay(canvas.under(0.47, 0.01), "#8aa850")
    meadow(stage, 0.5, 1.0, [(beds.small_daisy, "#f6f2e6", 3), (beds.small_round, "#f0d050", 1)], count=420, size=0.05, far=0.008, green="#7a9a44")
    canvas.line([(0.2, 0.8), (0.24, 0.5), (0.2, 0.2)], 0.09, "#4f3e30", 1, 0.5)
    canvas.line([(0.23, 0.5), (0.5, 0.24), (0.8, 0.14)], 0.045, "#4f3e30", 1, 0.3)
    for x, y in ((0.16, 0.12), (0.42, 0.1), (0.7, 0.06), (0.9, 0.14), (0.05, 0.28), (0.56, 0.22)):
        foliage(stage, x, y, 0.19, 0.12, ("#4a6a34", "#9ab45a", "#d8e0a0"), count=330, blossom="#f4c0cc", size=0.03)
    figure(stage, 0.46, 0.93, 0.6, Person(Look(hair="#6a3a1c"), Dress("#4a78b0", skirt="#4a78b0", flare=1.5, apron="#ece6da")), Pose(12, (34, 56), (44, 66), turn=0.7, nod=8))
    child = Person(Look(hair="#c89448", style="bob", smile=0.8), Dress("#e88a8a", skirt="#e88a8a", hem=2.6, flare=1.4, shoes="#7a3a2c"))
    figure(stage, 0.76, 0.93, 0.32, child, Pose(0, (60, 110), (40, 70), turn=0.6), facing=-1)


@scene(
    "people-skaters",
    "Skaters on the Frozen Canal",
    (
        "Villagers skate and stroll on a frozen river in front of snow-covered houses and a church.",
        "Winter amusement on the ice: couples gliding, a child with a sledge, bare trees against a pale pink sky.",
        "Ice skating on a cold clear day, small lively figures in red, brown and blue.",
    ),
    "skaters ice winter snow village people frozen",
)
def skaters(canvas: Canvas) -> None:
    sky(canvas, hours.WINTER, 0.42)
    clouds(canvas, hours.WINTER, 0.42, 0.3)
    stage = Stage(canvas, hours.lamp(-0.6, "snow"))
    canvas.lay(canvas.under(0.41, 0.01), "#e8eaf0")
    church(stage, 0.4, 0.44, 0.12, snow=True)
    for x, y, s, d in ((0.08, 0.46, 0.1, 1), (0.72, 0.45, 0.08, 1), (1.2, 0.48, 0.12, -1)):
        cottage(stage, x, y, s, "#d8c8b0", snow=True, side=d, lit=x > 1)
    for x, h in ((0.04, 0.4), (0.6, 0.24), (1.28, 0.5)):
        trees.boughs(canvas, x, 0.52, h, "#3a302c", snow=True)
    ice = stage.blob([(-0.2, 0.62), (0.3, 0.52), (0.7, 0.5), (1.1, 0.54), (1.6, 0.66), (1.6, 1.2), (-0.2, 1.2)])
    stage.wash(ice, "#b4c8d8", 0.08)
    g = stage.rng
    stage.dabs([Dab(g.uniform(0, 1.34), 0.56 + 0.44 * t, 0.06 + 0.2 * t, 0.003, g.normal(0, 0.25), times("#f2f6fa", 1)) for t in g.uniform(0, 1, 110)], ice, 0.6)
    coats = ("#a83a30", "#38506a", "#6a4a34", "#4a5a44", "#7a3a54", "#2c2c38", "#c08a3a")
    spots = sorted(((g.uniform(0.1, 1.25), 0.54 + 0.4 * u * u) for u in g.uniform(0, 1, 15)), key=lambda p: p[1])
    for i, (x, y) in enumerate(spots):
        tall = 0.07 + 0.5 * (y - 0.52)
        lady = i % 3 == 0
        dress = Dress(coats[i % 7], skirt=coats[(i + 2) % 7], shawl="#e0d8c8") if lady else Dress("#d8d0c0", coat=coats[i % 7], coat_hem=1.0, trousers="#3a3430")
        pose = Pose(10, (-30, -20), (30, 50), (26, 10), (-24, -44), turn=0.85)
        figure(stage, float(x), y, tall, Person(Look(style="short", hat="bonnet" if lady else "cap", hat_colour=coats[(i + 4) % 7]), dress), pose, facing=1 if i % 2 else -1, shadow=0.3)


@scene(
    "people-card-players",
    "The Card Players",
    (
        "Two men in hats sit at a small table in a tavern, absorbed in a game of cards, a bottle between them.",
        "Peasants playing cards by lamplight; brown coats, pipe smoke and quiet concentration.",
        "A pair of card players facing each other across a wooden table.",
    ),
    "card players men tavern table game interior",
)
def card_players(canvas: Canvas) -> None:
    from scenes.rooms import wall, window
    from scenes.views import garden_view

    stage = Stage(canvas, hours.lamp(0.5, "golden"))
    wall(stage, "#6a5a44", bottom=1.0)
    window(stage, (1.02, 0.08, 1.26, 0.46), garden_view, frame="#8a7452")
    left = Person(Look(style="short", hat="brim", hat_colour="#4a3a2c", beard=True), Dress("#d8ccb4", coat="#3a4654", coat_hem=1.0, trousers="#5a4a3a"))
    right = Person(Look(style="short", hat="brim", hat_colour="#a88a54", hair="#8a6a4a"), Dress("#c8bca0", coat="#8a6a3c", coat_hem=1.0, trousers="#4a4a44"))
    seat = Pose(10, (40, 86), (48, 90), (80, 0), (76, -4), turn=0.85, nod=10)
    a = figure(stage, 0.36, 1.12, 1.02, left, seat, hip=2.0, shadow=0)
    b = figure(stage, 0.99, 1.12, 1.02, right, seat, facing=-1, hip=2.0, shadow=0)
    top = stage.polygon([(0.42, 0.74), (0.93, 0.74), (1.0, 0.82), (0.36, 0.82)])
    stage.wash(stage.polygon([(0.4, 0.82), (0.96, 0.82), (0.93, 1.02), (0.43, 1.02)]), "#4a2c1c", 0.15)
    stage.form(top, "#9a6034", bevel=0.02, texture=0.14)
    vessels.bottle(stage, 0.68, 0.79, 0.28)
    for j, way in ((a, 1), (b, -1)):
        x, y = j["near_hand"]
        for k in range(4):
            card = stage.polygon([(x + way * 0.03, y), (x + way * (0.04 + 0.02 * k), y - 0.075), (x + way * (0.075 + 0.02 * k), y - 0.066), (x + way * 0.05, y + 0.005)])
            stage.form(card, "#f0e8d8", bevel=0.006)
    scumble(stage, 0.0, 0.4, 120, 0.06, 0.12)
