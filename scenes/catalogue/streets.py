"""Streets, squares and the life of the city."""

from __future__ import annotations

import numpy as np

from scenes import hours, sky, trees
from scenes.animals import GALLOP, horse
from scenes.beds import foliage
from scenes.brush import Canvas
from scenes.buildings import arches, church, cottage, slab, tower
from scenes.colour import Colour
from scenes.faces import Look
from scenes.figures import SITTING, WALKING, Dress, Person, Pose, figure, umbrella
from scenes.rooms import chair, scumble
from scenes.scene import scene
from scenes.stage import Dab, Stage, times
from scenes.stalls import carriage
from scenes.town import Front, Street, hang, front, lamp, paving, reflect, row, walker
from scenes.water import water

PARIS = [Front("#d8ccb0", 5, 4, shop="#7a2f2a"), Front("#cfc0a2", 5, 3), Front("#ded2b8", 5, 4, shop="#2f5064"), Front("#c8b898", 5, 4), Front("#d8ccb0", 5, 4), Front("#cfc0a2", 5, 4)]
SOUTH = [Front("#e8b878", 4, 3, shutters="#3f7a70", roof="#b5623c"), Front("#d8886a", 4, 3, shutters="#4a6a4a", roof="#a85a38"), Front("#f0d8a0", 4, 3, shutters="#3a5f8a", roof="#b5623c"), Front("#e0a890", 4, 4, shutters="#6a4a3a", roof="#b5623c")]
COATS = ("#3a3440", "#5a2f34", "#2f3f54", "#4a4438", "#6a5a4a", "#38483c")


def night(fronts: list[Front], lit: float) -> list[Front]:
    return [Front(f.colour, f.storeys, f.bays, f.roof, f.shutters, f.shop, lit, f.trim, f.gable) for f in fronts]


def crowd(stage: Stage, street: Street, count: int, half: float, tall: float, near: float, *, umbrellas: bool = False) -> None:
    """Passers-by from the far end of the street to `near`."""
    g = stage.rng
    for z in np.sort(g.uniform(near, 4.5, count))[::-1]:
        x, y = street.at(g.uniform(-half, half), 0, float(z))
        shelter: Colour | None = COATS[int(g.integers(6))] if umbrellas and g.random() < 0.7 else None
        walker(stage, x, y, tall / float(z), COATS[int(g.integers(6))], skirt=bool(g.random() < 0.5), umbrella=shelter)


@scene(
    "street-rain-night",
    "Rainy Street at Night",
    (
        "Lamplight and shop windows shimmer on the wet pavement of a city street at night, people hurrying under umbrellas.",
        "Nocturne in the rain: golden reflections, dark house fronts and a couple walking home.",
        "Glistening asphalt after a downpour, gas lamps and lit windows glowing through the darkness.",
    ),
    "city street rain night lamps reflections umbrellas",
)
def rain_night(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 0.5)
    stage = Stage(canvas, hours.lamp(-0.4, "night"))
    street = Street(0.6, 0.42, 0.5, 0.16)
    row(stage, street, -1, night(PARIS, 0.5), tone=0.42, haze="#2a3450")
    row(stage, street, 1, night(PARIS[::-1], 0.5), tone=0.5, haze="#2a3450")
    paving(stage, street, "#2c3242", kerb=0.38)
    for z in (3.2, 2.0, 1.3, 0.9):
        for side in (-1, 1):
            x, y = street.at(side * 0.36, 0, z)
            lamp(stage, x, y, 0.34 / z, lit=True)
    crowd(stage, street, 12, 0.32, 0.13, 1.1, umbrellas=True)
    reflect(stage, 0.46, 0.6)
    j = figure(stage, 0.78, 0.92, 0.42, Person(Look(style="short", hat="top", hat_colour="#14141a"), Dress("#c8c4bc", coat="#1c2230", coat_hem=2.2, trousers="#16181f")), Pose(0, (10, 150), (-10, 10), (8, 2), (-10, -18), turn=0.4, back=True))
    figure(stage, 0.9, 0.93, 0.39, Person(Look(hat="bonnet", hat_colour="#5a2434"), Dress("#6a2a3a", skirt="#7a3040")), Pose(0, turn=0.4, back=True))
    umbrella(stage, (j["near_hand"][0] + 0.07, j["near_hand"][1]), 0.34, "#1c2434", 0.1)
    sky.downpour(canvas, 420, 0.15)


@scene(
    "street-boulevard-carriages",
    "Boulevard with Carriages",
    (
        "Horse-drawn carriages roll down a tree-lined boulevard among strolling Parisians on a spring afternoon.",
        "A broad avenue seen from above the crowd: cabs, kiosks, chestnut trees and tall stone houses.",
        "Busy city promenade in the age of coaches and top hats, hazy golden light.",
    ),
    "boulevard carriages paris avenue trees horses crowd city",
)
def boulevard(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.4)
    sky.clouds(canvas, hours.MORNING, 0.4, 0.4)
    stage = Stage(canvas, hours.lamp(0.5))
    street = Street(0.52, 0.36, 0.85, 0.22)
    row(stage, street, -1, PARIS, tone=1.05, tall=1.3, haze="#dcd8d4")
    row(stage, street, 1, PARIS[::-1], tone=0.8, tall=1.3, haze="#dcd8d4")
    paving(stage, street, "#b8aa94", kerb=0.52, joint=0.15)
    for z in (3.6, 2.6, 1.9, 1.4):
        for side in (-1, 1):
            x, y = street.at(side * 0.62, 0, z)
            canvas.line([(x, y), (x, y - 0.3 / z)], 0.03 / z, "#4a3a2c")
            foliage(stage, x, y - 0.42 / z, 0.2 / z, 0.18 / z, ("#3a5a2c", "#7fa048", "#c4d478"), count=240, size=0.035 / z + 0.004)
    crowd(stage, street, 34, 0.75, 0.13, 0.8)
    carriage(stage, 0.5, 0.58, 0.09)
    carriage(stage, 0.9, 0.66, 0.12, facing=-1, coat="#2c2420")
    carriage(stage, 0.5, 0.86, 0.2, coat="#7a4a2a")
    figure(stage, 1.2, 0.97, 0.42, Person(Look(hat="straw"), Dress("#6a7ab0", skirt="#7484b8")), WALKING, facing=-1)


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
    stage.wash(stage.blob([(-0.1, 0.5), (0.4, 0.42), (1.0, 0.46), (1.5, 0.4), (1.5, 0.8), (-0.1, 0.8)]), "#9aa0b0", 0.06)
    g = canvas.rng
    towers = {0.25: (0.3, 0.07), 0.4: (0.62, 0.09), 0.55: (0.96, 0.1), 0.7: (0.2, 0.12)}
    for level in np.linspace(0.5, 1.12, 12):
        size = 0.05 + 0.11 * (level - 0.45)
        for key in [k for k in towers if k + 0.28 < level]:
            x, w = towers.pop(key)
            tower(stage, x, float(level), w, w * 3.4, "#d8c09a", roof="#6a5a5c" if key > 0.3 else "#a8583a")
        for x in np.arange(-0.12, 1.4, size * 2.1):
            cottage(stage, float(x + g.uniform(-0.4, 0.4) * size), float(level + g.uniform(-0.02, 0.02)), size * g.uniform(0.9, 1.2), ("#ead6b0", "#e0bc94", "#f0e4cc", "#d8b8a0")[int(g.integers(4))], ("#b85c3a", "#a84f34", "#c87048")[int(g.integers(3))], side=1 if g.random() < 0.7 else -1, tall=g.uniform(1.0, 1.6))
        canvas.glaze(canvas.under(float(level) - 0.25, 0.2) * 0.02, "#f0c8a0")


@scene(
    "street-roofs-snow",
    "Snowy Roofs",
    (
        "Rooftops of the town lie under fresh snow, chimneys smoking into a violet winter dusk, windows alight.",
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
            cottage(stage, float(x + g.uniform(-0.4, 0.4) * size), float(level), size * g.uniform(0.9, 1.15), ("#9a8a8c", "#7f7a8c", "#a8948a")[int(g.integers(3))], snow=True, lit=bool(g.random() < 0.45), side=1 if g.random() < 0.6 else -1, tall=g.uniform(1.0, 1.5))
    for _ in range(5):
        x, y = g.uniform(0.1, 1.2), g.uniform(0.4, 0.7)
        smoke = [Dab(x + 0.05 * t + g.normal(0, 0.008 + 0.02 * t), y - 0.2 * t, 0.03 + 0.05 * t, 0.02 + 0.03 * t, g.uniform(0, 3), times("#c8c4d4", 1)) for t in np.linspace(0, 1, 24)]
        stage.dabs(smoke, opacity=0.3)


@scene(
    "street-cafe-night",
    "Café Terrace at Night",
    (
        "A café terrace glows yellow under its awning beside a cobbled street, stars in the deep blue sky.",
        "Evening guests sit at little round tables in lamplight while passers-by stroll in the dark lane.",
        "Night café outdoors: orange light, blue shadows, waiter in white and starry heaven above.",
    ),
    "cafe terrace night stars street tables people lamplight",
    aspect=0.82,
)
def cafe_night(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 0.6)
    for _ in range(26):
        x, y = canvas.rng.uniform(0.2, 0.8), canvas.rng.uniform(0.0, 0.34)
        canvas.glow(x, y, 0.014, "#fff0b0", 0.9)
    stage = Stage(canvas, hours.lamp(-0.5, "golden"))
    street = Street(0.56, 0.47, 0.42, 0.2)
    row(stage, street, 1, night(SOUTH, 0.45), tone=0.42, haze="#1c2a50", tall=1.2)
    row(stage, street, -1, night(SOUTH[::-1], 0.3), tone=0.6, haze="#1c2a50", tall=1.2)
    paving(stage, street, "#6a6478", stones=0.08)
    wall_side = stage.polygon([street.at(-0.42, 0.75, 0.5), street.at(-0.42, 0.75, 2.2), street.at(-0.42, 0.0, 2.2), street.at(-0.42, 0.0, 0.5)])
    stage.wash(wall_side, "#f0b83a", 0.2)
    canvas.light(np.exp(-(((canvas.x - 0.14) / 0.3) ** 2) - ((canvas.y - 0.62) / 0.3) ** 2) * 0.65, "#ffc850")
    awning = stage.polygon([(-0.1, 0.12), (0.4, 0.37), (0.47, 0.41), (0.46, 0.44), (-0.1, 0.29)])
    stage.form(awning, "#e8b040", bevel=0.02, texture=0.12)
    canvas.glow(0.16, 0.36, 0.1, "#fff0a0", 0.9)
    for x, y, s in ((0.38, 0.62, 0.09), (0.28, 0.7, 0.13), (0.13, 0.82, 0.17), (0.42, 0.8, 0.16)):
        chair(stage, x + s * 0.5, y, s * 0.9, facing=-1)
        stage.form(stage.limbs([[(x, y, s * 0.04), (x, y - s * 0.5, s * 0.035)]]), "#4a3a34")
        stage.form(stage.ellipse(x, y - s * 0.52, s * 0.36, s * 0.11), "#f2e8d0", bevel=s * 0.05)
        chair(stage, x - s * 0.5, y + s * 0.1, s * 0.9)
    figure(stage, 0.3, 0.72, 0.22, Person(Look(style="short"), Dress("#f0ece4", trousers="#22222c")), Pose(0, (40, 90), turn=0.5))
    figure(stage, 0.13, 0.86, 0.3, Person(Look(hat="straw"), Dress("#a83a44", skirt="#a83a44")), SITTING, hip=2.0)
    for x, y, t, c in ((0.58, 0.6, 0.12, "#2a3050"), (0.66, 0.64, 0.15, "#5a2a3a"), (0.7, 0.76, 0.22, "#24304a")):
        walker(stage, x, y, t, c, skirt=t < 0.16)


@scene(
    "street-southern-alley",
    "Southern Alley with Laundry",
    (
        "Washing hangs across a narrow sunny lane between ochre and pink houses with green shutters.",
        "Mediterranean backstreet: white sheets on a line, flowerpots, a cat and a woman with a jug.",
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
    canvas.glaze(canvas.mask([street.at(0.24, 0, 0.3), street.at(0.24, 0, 4), street.at(0.02, 0, 4), street.at(0.0, 0, 0.3)], 0.01) * 0.6, (0.5, 0.52, 0.72))
    g = canvas.rng
    for y, x0, x1, s in ((0.24, 0.02, 0.74, 0.11), (0.36, 0.14, 0.62, 0.075), (0.45, 0.24, 0.5, 0.04)):
        canvas.line([(x0, y), ((x0 + x1) / 2, y + s * 0.3), (x1, y)], 0.003, "#4a4440")
        for x in np.arange(x0 + s * 0.5, x1 - s * 0.6, s * 0.82):
            sag = y + s * 0.26 * (1 - ((x - (x0 + x1) / 2) / ((x1 - x0) / 2)) ** 2)
            sheet = stage.polygon([(x, sag), (x + s * 0.7, sag), (x + s * (0.7 + g.uniform(-0.08, 0.1)), sag + s * g.uniform(0.8, 1.3)), (x + s * 0.05, sag + s * g.uniform(0.8, 1.3))])
            stage.form(sheet, ("#f4f0e8", "#e8d8d4", "#a8c0d8", "#f0e4b8", "#d87a6a")[int(g.integers(5))], bevel=s * 0.15, relief=np.asarray(stage.drift[sheet.window] * s * 0.05, np.float32))
    for x, y, s in ((0.1, 0.86, 0.05), (0.16, 0.8, 0.04), (0.66, 0.86, 0.05)):
        slab(stage, [(x - s * 0.5, y - s), (x + s * 0.5, y - s), (x + s * 0.36, y), (x - s * 0.36, y)], "#b8603a")
        foliage(stage, x, y - s * 1.5, s * 0.9, s * 0.7, ("#24401f", "#5a8038", "#a8c468"), blossom="#e8384a", count=90, size=s * 0.3)
    figure(stage, 0.42, 0.86, 0.3, Person(Look(hat="kerchief", hat_colour="#f0e4d0"), Dress("#c8403a", skirt="#38507a", apron="#f0e8da")), WALKING)


@scene(
    "street-city-bridge",
    "Bridge over the River in the City",
    (
        "A stone bridge with many arches crosses the river in the middle of the city, domes and quays beyond.",
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
        hang(stage, front(canvas.rng, look), [(x, 0.5 - h), (x + w, 0.5 - h), (x + w, 0.5), (x, 0.5)], 1.0, ("#e0d8d0", 0.3))
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
        walker(stage, 1.5 * t, 0.535 - 0.06 * np.sin(np.pi * (t * 1.5 + 0.1) / 1.7), 0.05, COATS[i % 6], skirt=i % 2 == 0)
    g = canvas.rng
    stage.dabs([Dab(g.uniform(0, 1.5), 0.73 + 0.27 * t, 0.04 + 0.08 * t, 0.003 + 0.007 * t, 0, times(("#e8e4d8", "#8aa0ac")[int(g.integers(2))], 1)) for t in np.sort(g.uniform(0, 1, 260))], opacity=0.4)


@scene(
    "street-railway-station",
    "Railway Station with Steam",
    (
        "A black locomotive stands under the iron and glass roof of the station in clouds of blue-white steam.",
        "Train arriving: smoke, rails, signal lamps and waiting travellers on the platform.",
        "The great railway terminus, an engine puffing vapour, sunlight filtered through the glazed hall.",
    ),
    "railway station train steam locomotive smoke travellers",
)
def station(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.6)
    stage = Stage(canvas, hours.lamp(-0.4, "grey"))
    x, w = 0.3, 0.14
    for look in PARIS:
        hang(stage, front(canvas.rng, look), [(x, 0.34), (x + w, 0.34), (x + w, 0.56), (x, 0.56)], 1.0, ("#d8dce4", 0.55))
        x += w
    canvas.lay(canvas.under(0.56, 0.01), "#9a9084")
    scumble(stage, 0.56, 1.0, 260, 0.08, 0.12, 0.0)
    roof = stage.polygon([(-0.1, 0.2), (0.67, -0.06), (1.45, 0.2), (1.45, -0.1), (-0.1, -0.1)])
    stage.wash(roof, "#c8d0d4", 0.1)
    for t in np.linspace(0, 1, 13):
        canvas.line([(0.67, -0.3), (-0.4 + 2.14 * t, 0.26)], 0.006, "#3a4248")
    for a, b in (((-0.1, 0.2), (0.67, -0.06)), ((0.67, -0.06), (1.45, 0.2)), ((-0.1, 0.1), (0.67, -0.12)), ((0.67, -0.12), (1.45, 0.1))):
        canvas.line([a, b], 0.014, "#2c3238")
    for x in (0.08, 1.26):
        canvas.line([(x, 0.9), (x, 0.12)], 0.022, "#38424a")
    for u in (-0.5, -0.32, 0.1, 0.28):
        canvas.line([(0.67 + u * 0.05, 0.56), (0.67 + u * 2.2, 1.05)], 0.004, "#d8d4cc", 1, 4)
    _engine(stage, 0.66, 0.86, 0.4)
    g = canvas.rng
    for cx, cy, s in ((0.62, 0.3, 0.2), (0.44, 0.18, 0.2), (0.28, 0.36, 0.14), (0.98, 0.76, 0.14), (0.36, 0.84, 0.13)):
        puffs = [Dab(cx + g.normal(0, 0.5) * s, cy + g.normal(0, 0.34) * s, s * g.uniform(0.3, 0.6), s * g.uniform(0.2, 0.4), g.uniform(0, 3), times(("#eef0f4", "#c4ccdc", "#dfe2ea")[int(g.integers(3))], 1)) for _ in range(70)]
        stage.dabs(puffs, opacity=0.55)
    for i, (x, y, t) in enumerate(((0.14, 0.72, 0.2), (0.24, 0.76, 0.23), (1.06, 0.72, 0.2), (1.18, 0.78, 0.24))):
        walker(stage, x, y, t, COATS[i], skirt=i % 2 == 0)
    figure(stage, 1.2, 0.98, 0.44, Person(Look(hat="bonnet", hat_colour="#2c3a54"), Dress("#34466a", skirt="#3a4c70")), Pose(0, turn=0.6, back=True), facing=-1)


def _engine(stage: Stage, x: float, y: float, s: float) -> None:
    """A locomotive from the front."""
    stage.canvas.glaze(stage.canvas.mask([(x - s * 0.5, y), (x + s * 0.5, y), (x + s * 0.8, y + s * 0.14), (x - s * 0.4, y + s * 0.14)], 0.02) * 0.7, (0.3, 0.3, 0.4))
    for u in (-0.3, 0.3):
        stage.form(stage.ellipse(x + u * s, y - s * 0.16, s * 0.07, s * 0.17), "#1c1c20")
    slab(stage, [(x - s * 0.4, y - s * 0.34), (x + s * 0.4, y - s * 0.34), (x + s * 0.4, y - s * 0.2), (x - s * 0.4, y - s * 0.2)], "#7a2420")
    for u in (-0.28, 0.28):
        stage.form(stage.ellipse(x + u * s, y - s * 0.27, s * 0.06, s * 0.06), "#3a3a3e", gloss=0.5)
    slab(stage, [(x - s * 0.36, y - s * 0.95), (x + s * 0.36, y - s * 0.95), (x + s * 0.36, y - s * 0.4), (x - s * 0.36, y - s * 0.4)], "#20242a")
    stage.form(stage.ellipse(x, y - s * 0.62, s * 0.31, s * 0.31), "#262a30", gloss=0.4)
    stage.form(stage.ellipse(x, y - s * 0.62, s * 0.24, s * 0.24), "#30353c", gloss=0.4, bevel=s * 0.05)
    stage.form(stage.limbs([[(x, y - s * 0.92, s * 0.085), (x, y - s * 1.12, s * 0.075)], [(x, y - s * 1.14, s * 0.11), (x, y - s * 1.16, s * 0.11)]]), "#1c1f24", gloss=0.4)
    for u, v in ((0, -0.92), (-0.26, -0.4), (0.26, -0.4)):
        stage.canvas.glow(x + u * s, y + v * s, s * 0.14, "#ffd88a", 0.8)
        stage.form(stage.ellipse(x + u * s, y + v * s, s * 0.045, s * 0.045), "#ffe8b0")


@scene(
    "street-circus",
    "At the Circus",
    (
        "A bareback rider stands on a white horse cantering round the ring while the ringmaster cracks his whip.",
        "Circus performance in a tent of red and yellow stripes, the audience in rows under the lamps.",
        "Acrobat in pink on horseback, clown and crowd, sawdust and bright lights.",
    ),
    "circus horse acrobat clown audience tent performance",
)
def circus(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(-0.4, "golden"))
    for i, t in enumerate(np.linspace(-0.5, 1.8, 24)):
        stage.wash(stage.polygon([(0.67, -0.5), (t, 0.36), (t + 0.1, 0.36)]), "#b8322c" if i % 2 else "#e8c060", 0.12)
    canvas.lay(canvas.under(0.36, 0.01), "#4a2c34")
    g = canvas.rng
    for r, y in enumerate(np.linspace(0.38, 0.56, 5)):
        heads = []
        for x in np.arange(-0.02, 1.4, 0.05 + 0.008 * r):
            c = COATS[int(g.integers(6))] if g.random() < 0.5 else ("#c87a5a", "#d8b070", "#8a9ab8", "#e0d0c0")[int(g.integers(4))]
            u = x + g.normal(0, 0.006)
            heads += [Dab(u, y + 0.03, 0.06, 0.045, 1.57, times(c, 0.9)), Dab(u, y, 0.026, 0.024, 0, times("#d8a888", g.uniform(0.8, 1.1))), Dab(u, y - 0.012, 0.026, 0.012, 0, times("#3a2a20", 1))]
        stage.dabs(heads)
    canvas.lay(canvas.disc(0.67, 1.5, 0.9, 0.004), "#a8322c")
    canvas.lay(canvas.disc(0.67, 1.52, 0.88, 0.004), "#d8b478")
    scumble(stage, 0.68, 1.0, 260, 0.06, 0.1, 0.0)
    canvas.light(np.exp(-(((canvas.x - 0.6) / 0.4) ** 2) - ((canvas.y - 0.78) / 0.2) ** 2) * 0.35, "#fff0c0")
    f = horse(stage, 0.6, 0.88, 0.3, "#ece6dc", legs=GALLOP, neck=40, mane="#c8c0b4", saddle="#c83a4a")
    top = f.at(0.0, -1.0)
    figure(stage, top[0], top[1], 0.36, Person(Look(), Dress("#e88a9a", sleeve="", skirt="#f4dce0", hem=1.9, flare=1.8, low_neck=True, shoes="#e88a9a")), Pose(-6, (120, 140), (-80, -110), (10, 2), (-50, -80), turn=0.6), shadow=0)
    figure(stage, 1.1, 0.94, 0.46, Person(Look(style="short", hat="top", hat_colour="#18181e"), Dress("#f0e8dc", coat="#b82a2c", coat_hem=1.2, trousers="#f0e8dc")), Pose(0, (60, 110), (-10, 6), turn=0.6), facing=-1)
    canvas.line([(0.98, 0.66), (0.8, 0.56), (0.62, 0.62)], 0.004, "#2a1c14")
    figure(stage, 0.18, 0.95, 0.4, Person(Look(style="bald", skin="#f4ece4", hair="#d8502c"), Dress("#e8d048", trousers="#3a7aa8", shoes="#c82c2c")), Pose(0, (100, 150), (-60, -120), turn=0.2))


@scene(
    "street-evening-lamps",
    "Evening Street in Autumn",
    (
        "Lamps come on along a quiet avenue of golden trees, fallen leaves on the pavement and a lone walker.",
        "Twilight in the city in October, pink sky between the houses and warm windows.",
        "A street at dusk with glowing lanterns and autumn foliage.",
    ),
    "evening street lamps autumn dusk city leaves",
    aspect=0.8,
)
def evening(canvas: Canvas) -> None:
    sky.sky(canvas, hours.DUSK, 0.5)
    stage = Stage(canvas, hours.lamp(0.4, "dusk"))
    street = Street(0.42, 0.5, 0.4, 0.16)
    row(stage, street, -1, night(PARIS, 0.35), tone=0.55, haze="#8a7a98")
    row(stage, street, 1, night(PARIS[::-1], 0.35), tone=0.65, haze="#8a7a98")
    paving(stage, street, "#6a6070", kerb=0.27)
    for z in (2.6, 1.7, 1.15, 0.85):
        for side in (-1, 1):
            x, y = street.at(side * 0.31, 0, z)
            canvas.line([(x, y), (x + 0.01, y - 0.34 / z)], 0.028 / z, "#2c2024")
            foliage(stage, x, y - 0.44 / z, 0.16 / z, 0.15 / z, ("#5a2c1c", "#b86a2a", "#f0b84a"), count=230, size=0.03 / z + 0.004)
        x, y = street.at(-0.25, 0, z)
        lamp(stage, x, y, 0.3 / z, lit=True)
    g = canvas.rng
    stage.dabs([Dab(g.uniform(0, 0.8), 0.58 + 0.42 * t, 0.008 + 0.02 * t, 0.005 + 0.009 * t, g.uniform(0, 3), times(("#d8842c", "#a84a24", "#e8b848")[int(g.integers(3))], 1)) for t in g.uniform(0, 1, 300)])
    figure(stage, 0.44, 0.84, 0.27, Person(Look(style="short", hat="brim", hat_colour="#2a2630"), Dress("#d0c8bc", coat="#332f3c", coat_hem=2.2, trousers="#22202a")), Pose(0, (-12, -4), (12, 20), (10, 2), (-10, -18), turn=0.4, back=True))


@scene(
    "street-snow-morning",
    "Snowfall in the Street",
    (
        "Snow falls thickly on a village street; women with baskets trudge between low white houses.",
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
    for x, y, s, d in ((0.44, 0.54, 0.09, -1), (0.9, 0.54, 0.09, 1), (0.3, 0.6, 0.14, -1), (1.04, 0.61, 0.14, 1), (0.1, 0.74, 0.24, -1), (1.2, 0.76, 0.26, 1)):
        cottage(stage, x, y, s, "#c8b8a4", snow=True, side=d, lit=s > 0.2)
    road = stage.blob([(0.66, 0.53), (0.72, 0.53), (0.8, 0.66), (1.1, 1.08), (0.26, 1.08), (0.56, 0.66)])
    stage.wash(road, "#c4cad6", 0.1)
    for x, h in ((0.54, 0.3), (0.86, 0.32)):
        trees.boughs(canvas, x, 0.66, h, "#3a3034", snow=True)
    for x, y, t, c in ((0.66, 0.64, 0.13, "#5a4a54"), (0.74, 0.68, 0.16, "#6a3434")):
        walker(stage, x, y, t, c, skirt=True)
    figure(stage, 0.52, 0.9, 0.34, Person(Look(hat="kerchief", hat_colour="#a8342c"), Dress("#4a4a5c", skirt="#5a4a44", shawl="#6a5a64")), WALKING)
    g = canvas.rng
    stage.dabs([Dab(g.uniform(0, 1.34), g.uniform(0, 1), s, s, 0, times("#fbfcff", 1)) for s in g.uniform(0.003, 0.011, 900)], opacity=0.85)
