"""The open sea and its coasts: storms, breakers, cliffs, beaches, islands, lighthouses."""

from functools import partial

import numpy as np

from scenes import noise, sky
from scenes.beasts import gulls
from scenes.boats import launch, moored, rowboat, sailboat
from scenes.brush import Canvas
from scenes.colour import mix, ramp, rgb
from scenes.houses import cottage
from scenes.land import Grain, alpine, highest, hills, meadow, paint_land, silhouettes, together
from scenes.light import DUSK, GOLDEN, MORNING, NIGHT, NOON, STORM, SUNSET, Light
from scenes.noise import Field, smooth
from scenes.plants import bush, grass
from scenes.scene import scene
from scenes.ships import steamer, tallship
from scenes.shores import boulders, lakeland
from scenes.skyline import on_sheet
from scenes.staffage import cast, crowd, person, seated
from scenes.towers import castle, lighthouse
from scenes.trees import SUMMER
from scenes.view import Eye, View, scatter
from scenes.water import glitter, sea, surf, swell, water
from scenes.woods import palm


def stormy(
    canvas: Canvas, light: Light, horizon: float, height: float, foam: float, eye: float = 0.4
) -> View:
    """A sky full of clouds over a high sea."""
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon + 0.05, 0.85, 1.2, puff=0.8, soft=0.28)
    waves = swell(canvas.rng, height, 6 * height, 0.8)
    return sea(canvas, light, Eye(horizon, eye), waves, "#16323c", "#6a9a88", foam, height, haze=16)


def spray(canvas: Canvas, x: float, y: float, size: float, n: int = 130) -> None:
    """Water thrown up where a sea breaks on something hard."""
    rng = canvas.rng
    angle, away = rng.uniform(np.pi * 1.05, np.pi * 1.95, n), np.abs(rng.normal(0, 0.55, n))
    canvas.dabs(
        x + np.cos(angle) * away * size,
        y + np.sin(angle) * away * size,
        size * 0.16,
        size * 0.1,
        angle,
        mix("#c4d4d8", "#ffffff", rng.random(n)),
        0.4 * np.exp(-away),
    )


def tropical(canvas: Canvas, light: Light, horizon: float, near: float, deep: str = "#1c6c94") -> Field:
    """A sea that turns from deep blue to turquoise to the wet sand at y = near; gives the shore line."""
    line = near + 0.05 * np.sin(canvas.x[0] * 2.2 + 0.5) + 0.03 * (canvas.noise(2, 3)[0] - 0.5)
    t = (canvas.y - horizon) / (line[None] - horizon)
    shallow = ramp(
        [(0, deep), (0.45, "#2ca0b0"), (0.85, "#8cd8c8"), (1, "#d8e8d0")],
        t + 0.12 * (canvas.noise(6, 4, stretch=5) - 0.5),
    )
    water(canvas, canvas.under(horizon), light, horizon, 0.5, deep, 0.9)
    canvas.lay(canvas.under(horizon) * 0.75, shallow)
    sand = mix("#e0c898", "#f6e6c4", canvas.noise(9, 5, stretch=3))
    canvas.lay(
        canvas.under(line[None], 0.01), mix(sand, "#b89a6c", smooth(0.05, 0.0, canvas.y - line[None]) * 0.6)
    )
    surf(canvas, line, 0.035)
    return np.asarray(line, np.float32)


@scene(
    "storm-at-sea-ship",
    "Storm at Sea",
    (
        "A three-master fights against towering waves, her sails torn, under black clouds.",
        "Shipwreck threatens: a sailing ship heels over in a raging ocean full of foam.",
        "The tempest throws a vessel from crest to trough; spray, darkness and one cold gleam of light.",
    ),
    "storm sea ship waves tempest ocean foam",
    aspect=1.4,
)
def storm_ship(canvas: Canvas) -> None:
    stormy(canvas, STORM, 0.5, 0.5, 0.5, 0.6)
    sky.rain(canvas, 0.25, 0.25, 0.1, 0.5, "#8494a0", 0.3)
    ship = canvas.sheet()
    tallship(ship, 0.72, 0.63, 0.5, STORM, 1, "#d8ccb4", torn=0.35, tilt=0.24)
    ship.rgb *= (0.75 + 0.25 * smooth(0.66, 0.5, canvas.y))[..., None]
    keep = 1 - smooth(0.6, 0.64, canvas.y + 0.03 * np.sin(canvas.x * 22))
    canvas.place(ship, keep)
    spray(canvas, 0.98, 0.63, 0.14)
    spray(canvas, 0.5, 0.64, 0.1)


@scene(
    "great-wave-dark",
    "The Breaker",
    (
        "A single huge green wave rears up and is about to break; wind tears the foam from its crest.",
        "Study of the ocean: a wall of translucent water, white spray, gulls in the gale.",
        "The swell rolls in from the open sea beneath a torn and luminous sky.",
    ),
    "wave sea ocean breaker foam green gulls",
    aspect=1.5,
)
def great_wave(canvas: Canvas) -> None:
    light, horizon = MORNING.turned(0.5, 0.35, 0.6), 0.4
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, puff=0.7, sun=(1.1, 0.3))
    waves = swell(canvas.rng, 0.14, 0.9, 0.7)
    big = lambda x, z: 0.42 * np.exp(-(((z - 1.5 - 0.12 * x) / 0.3) ** 2)) * smooth(1.5, -0.2, x)  # noqa: E731
    sea(canvas, light, Eye(horizon, 0.36), together(waves, big), "#17484c", "#7cc0a0", 0.55, 0.26, haze=25)
    spray(canvas, 0.5, 0.4, 0.16, 90)
    gulls(canvas, 1.05, 0.2, 6, 0.16, 0.035)


@scene(
    "lighthouse-gale",
    "Lighthouse in the Gale",
    (
        "Waves explode against the rock on which a lighthouse stands; its beam cuts the stormy dusk.",
        "A beacon defies the tempest: white spray, wet stone, a warm light in grey air.",
        "Night falls on a furious sea, and the lamp of the tower shines for ships in distress.",
    ),
    "lighthouse storm rock waves beacon sea spray",
    aspect=0.8,
)
def lighthouse_gale(canvas: Canvas) -> None:
    light = STORM
    stormy(canvas, light, 0.62, 0.22, 0.6)
    lantern = (0.44, 0.285)
    for spread, side in ((0.1, 1), (0.08, -1)):
        canvas.light(
            canvas.mask([lantern, (0.44 + side * 0.9, 0.2 - spread), (0.44 + side * 0.9, 0.2 + spread)], 0.02)
            * 0.4,
            "#fff0c0",
        )
    boulders(
        canvas,
        [(0.3, 0.76, 0.18), (0.56, 0.77, 0.2), (0.43, 0.74, 0.19), (0.68, 0.8, 0.12), (0.2, 0.8, 0.11)],
        light,
        "#4c4a4c",
    )
    on_sheet(canvas, lambda s: lighthouse(s, 0.44, 0.63, 0.4, light, lit=True))
    for x, y, size in ((0.16, 0.76, 0.2), (0.72, 0.78, 0.22), (0.44, 0.8, 0.14)):
        spray(canvas, x, y, size)
    gulls(canvas, 0.2, 0.2, 4, 0.1, 0.03)


@scene(
    "lighthouse-summer-cliff",
    "The Lighthouse on the Cliff",
    (
        "A red-and-white lighthouse stands on a grassy headland above a calm blue sea with sailboats.",
        "Summer at the coast: keeper's cottage, flowering heath and a striped tower under puffy clouds.",
        "Bright seaside view from the cliff path; the beacon points into a cheerful sky.",
    ),
    "lighthouse cliff coast summer sea cottage sailboats",
    aspect=1.25,
)
def lighthouse_summer(canvas: Canvas) -> None:
    light, eye = NOON.turned(-0.6, 0.6, -0.3), Eye(0.48, 0.85)
    sky.sky(canvas, light, 0.5)
    sky.heaps(canvas, light, 0.4, 5, 0.15)
    height = hills(canvas.rng, 0.12, 0.4)

    def ground(x: Field, z: Field) -> Field:
        head = smooth(0.75, 0.2, x - 0.25 * np.sin(z * 1.4) - 0.12 * z)
        return np.asarray(0.75 * head * smooth(7, 4.5, z) - 0.2 + height(x, z), np.float32)

    grassy = meadow(canvas, ("#7c9448", "#b0b45c", "#5c7438"))

    def albedo(view: View) -> Field:
        return mix(
            mix("#b8a480", "#7c6c58", Grain(canvas.rng)(view, 3)), grassy(view), smooth(0.5, 0.25, view.steep)
        )

    lakeland(canvas, ground, light, eye, albedo, 30, near=0.6, ripple=0.7, tint="#1c6084", depth=0.7)
    for x, line, size in ((1.05, 0.56, 0.06), (0.88, 0.52, 0.035), (1.14, 0.68, 0.1)):
        launch(canvas, sailboat, x, line, size, light)
    on_sheet(canvas, lambda s: cottage(s, 0.5, 0.56, 0.16, 0.11, light, "#f4efe4", "#a8503c"))
    on_sheet(canvas, lambda s: lighthouse(s, 0.36, 0.57, 0.44, light))
    for x in (0.26, 0.43, 0.6):
        bush(canvas, x, 0.58, 0.04, light)
    grass(canvas, 0.84, 1.06, light, SUMMER, 900, 0.06, (canvas.x < 0.75).astype(np.float32))
    gulls(canvas, 0.9, 0.25, 5, 0.15, 0.025)


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
        "People sit and stroll on the strand, the tide comes in, flags and parasols brighten the shore.",
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
    "island-castle-tide",
    "The Island Castle",
    (
        "A castle crowns a rocky island in the bay; the tide is out and wet sand mirrors the evening sky.",
        "Fortress on a sea rock at sunset, towers and houses climbing to the summit.",
        "Like a mirage the walled isle rises from shallow shining water in pink and gold.",
    ),
    "castle island sea sunset tide rock fortress",
    aspect=1.4,
)
def island_castle(canvas: Canvas) -> None:
    light, horizon = SUNSET.turned(-0.7, 0.25, 0.3), 0.56
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.55, stretch=1.8, sun=(0.1, 0.5))
    silhouettes(canvas, light, [(0.555, 0.05)], "#8a6880", 2)
    rock = (
        0.575
        - 0.17 * np.exp(-(((canvas.x[0] - 0.78) / 0.2) ** 2))
        - 0.02 * np.sin(canvas.x[0] * 31) * np.exp(-(((canvas.x[0] - 0.78) / 0.25) ** 2))
    )
    stone = mix(
        mix("#5c4a50", "#b08870", canvas.noise(16, 5)), "#4c5440", smooth(0.5, 0.7, canvas.noise(8, 4))
    )
    canvas.lay(canvas.under(rock[None]) * (np.abs(canvas.x - 0.78) < 0.42) * (canvas.y < 0.58), stone)
    on_sheet(canvas, lambda s: castle(s, 0.78, 0.46, 0.3, light, "#a88878", "#5c4458"), 0.1, light.haze)
    for x, base, w in (
        (0.56, 0.55, 0.07),
        (0.64, 0.53, 0.07),
        (0.93, 0.53, 0.07),
        (1.0, 0.55, 0.07),
        (0.72, 0.555, 0.07),
        (0.85, 0.56, 0.07),
    ):
        on_sheet(
            canvas,
            partial(
                cottage, x=x, base=base, w=w, h=w, light=light, colour="#c09c88", tiles="#7c4c4c", lamp=0.4
            ),
        )
    water(canvas, canvas.under(0.575), light, horizon, 0.3, "#5c4c68", 0.2)
    pools = smooth(0.5, 0.6, canvas.noise(5, 5, stretch=6)) * smooth(0.66, 0.85, canvas.y)
    canvas.lay(pools * 0.8, mix("#6c5450", "#a8826c", canvas.noise(20, 4, stretch=4)))
    person(canvas, 0.36, 0.86, 0.09, light, "#3c2c3c")
    gulls(canvas, 1.1, 0.3, 4, 0.12, 0.02)


@scene(
    "rocky-coast-sunrise",
    "Sunrise over the Rocks",
    (
        "The young sun rises from the ocean and warms the wet stones of a rugged shore.",
        "Long exposure of morning: silky water among dark boulders, peach and lilac in the sky.",
        "Daybreak at the sea's edge, cliffs in shadow, first rays upon the surf.",
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
    "islands-archipelago",
    "The Archipelago",
    (
        "Many small wooded islands are scattered over a silver sea beneath a wide sky.",
        "View from above upon skerries and straits; a ferry leaves its wake between the isles.",
        "Green islets, bright channels of water, far horizon: a northern summer evening.",
    ),
    "islands sea archipelago ferry aerial view",
    aspect=1.5,
)
def archipelago(canvas: Canvas) -> None:
    light, eye = GOLDEN.turned(-0.7, 0.35, 0.3), Eye(0.3, 1.6)
    sky.sky(canvas, light, 0.32)
    sky.clouds(canvas, light, 0.32, 0.5)
    body = hills(canvas.rng, 0.9, 0.2, 7)
    ground = together(body, lambda x, z: np.full_like(x, -0.26) - 0.5 * smooth(2.6, 1.2, z))
    lakeland(
        canvas,
        ground,
        light,
        eye,
        lambda v: alpine(canvas, v, 9, 0.9, "#a89c8c", "#6c8048"),
        22,
        near=1.2,
        ripple=0.4,
        tint="#2c5470",
    )
    launch(canvas, steamer, 0.78, 0.62, 0.12, light)


@scene(
    "seascape-rainbow",
    "Rainbow over the Bay",
    (
        "After the shower a rainbow stands over the bay; a fishing village lies in sudden sunlight.",
        "Dark cloud, bright arch of colours, wet green fields sloping to the sea.",
        "The rain moves off across the water and a bow of seven colours bridges the cove.",
    ),
    "rainbow bay sea rain village coast cloud",
    aspect=1.5,
)
def rainbow_bay(canvas: Canvas) -> None:
    light, eye = STORM.turned(-0.8, 0.5, -0.4), Eye(0.46, 0.7)
    sky.sky(canvas, light, 0.48)
    sky.clouds(canvas, light, 0.5, 0.75, puff=0.7, soft=0.3)
    sky.rain(canvas, 1.05, 0.3, 0.15, 0.48, "#7c8894", 0.2)
    sky.rainbow(canvas, 0.86, 0.62, 0.46, 0.5, 0.7)
    height = hills(canvas.rng, 0.25, 0.3)

    def ground(x: Field, z: Field) -> Field:
        near = 0.6 * smooth(0.3, -1.4, x - 0.5 * np.sin(z))
        return np.asarray(
            height(x, z) + near - 0.14 + 0.5 * smooth(6, 9, z) * smooth(0, 3, np.abs(x - 1.5)), np.float32
        )

    sunny = MORNING.turned(-0.8, 0.45, -0.4)
    lakeland(
        canvas,
        ground,
        sunny,
        eye,
        meadow(canvas, ("#7ca048", "#b8c468", "#4c7438")),
        26,
        near=0.6,
        ripple=0.5,
        tint="#34505c",
        depth=0.5,
    )
    for x, base, w in (
        (0.2, 0.56, 0.09),
        (0.3, 0.575, 0.08),
        (0.12, 0.6, 0.1),
        (0.42, 0.57, 0.07),
        (0.27, 0.62, 0.1),
    ):
        on_sheet(
            canvas,
            partial(
                cottage,
                x=x,
                base=base,
                w=w,
                h=w * 0.8,
                light=sunny,
                colour="#f4ecdc",
                tiles="#5c5460",
                smoke=True,
            ),
        )
    launch(canvas, sailboat, 0.98, 0.6, 0.1, sunny)


@scene(
    "shipwreck-moon",
    "The Wreck by Moonlight",
    (
        "The broken hull of a ship lies on a reef; the moon looks through driving clouds upon the waves.",
        "A stranded vessel with bare masts, survivors in a boat, cold silver light.",
        "Night after the storm: wreckage among rocks and a sea that has not yet calmed.",
    ),
    "shipwreck wreck moon night sea rocks",
    aspect=1.3,
)
def shipwreck(canvas: Canvas) -> None:
    light, horizon = NIGHT, 0.5
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, stretch=1.6, sun=(0.9, 0.15))
    sky.moon(canvas, 0.92, 0.16, 0.05)
    sea(canvas, light, Eye(horizon, 0.4), swell(canvas.rng, 0.15, 1.1), "#0c1c30", "#3c5c74", 0.35, 0.16)
    glitter(canvas, 0.92, horizon, canvas.under(0.51), "#dce8ff", 0.08)
    wreck = canvas.sheet()
    tallship(wreck, 0.5, 0.68, 0.44, light, 1, "#5c6478", "#2c2830", 1.0, -0.35)
    canvas.place(wreck, smooth(0.7, 0.66, canvas.y))
    boulders(
        canvas,
        [(0.22, 0.74, 0.12), (0.4, 0.76, 0.13), (0.62, 0.76, 0.12), (0.78, 0.77, 0.08)],
        light,
        "#2c3444",
    )
    for x, y in ((0.3, 0.74), (0.56, 0.76), (0.76, 0.76)):
        spray(canvas, x, y, 0.08, 60)
    launch(canvas, rowboat, 1.0, 0.86, 0.26, light, 0.5, "#0c1c30", people=4, colour="#241c20")


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


@scene(
    "steamer-sunset-sea",
    "The Last Voyage",
    (
        "A sailing ship is towed by a steamer into port under an immense flaming sunset.",
        "Ghostly old three-master behind a dark tug; sky and sea melt together in orange and blue.",
        "The end of an era: the proud vessel glides home while the sun goes down.",
    ),
    "ship steamer tug sunset sea sailing old",
    aspect=1.35,
)
def last_voyage(canvas: Canvas) -> None:
    light, horizon = SUNSET.turned(0.6, 0.2, 0.7), 0.58
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, stretch=1.8, sun=(1.1, 0.5))
    sky.sun(canvas, 1.1, 0.5, 0.04, "#fff0b0", "#ff8c3c", 1)
    water(canvas, canvas.under(horizon), light, horizon, 0.5, "#4c4468", 0.25)
    glitter(canvas, 1.1, horizon, canvas.under(horizon), "#ffc070", 0.1)
    launch(canvas, tallship, 0.36, 0.68, 0.44, light, 0.4, sails="#e8d8c0", colour="#a8906c", torn=0.3)
    launch(canvas, steamer, 0.72, 0.73, 0.3, light, 0.4)
    canvas.line([(0.56, 0.62), (0.6, 0.69)], 0.003, "#2c1c20")
    launch(canvas, moored, 1.14, 0.9, 0.16, light, 0.4, colour="#3c2c30")


@scene(
    "ice-sea-north",
    "The Sea of Ice",
    (
        "Plates of blue ice pile up in a frozen ocean; far away an iceberg glows in the polar light.",
        "Arctic desolation: jagged floes, a ship trapped among them, pale rose horizon.",
        "Cold northern waters full of drifting ice beneath a green and violet sky.",
    ),
    "ice arctic iceberg polar sea frozen cold",
    aspect=1.35,
)
def ice_sea(canvas: Canvas) -> None:
    light, horizon, rng = DUSK.turned(-0.7, 0.35, 0.2), 0.46, canvas.rng
    pale = Light(
        "#6c8cb0", "#a8b8cc", "#f4d4c4", "#ffe8d8", "#6c84b0", "#c8d0dc", "#f8ece4", "#98a4c0", light.towards
    )
    sky.sky(canvas, pale, horizon)
    sky.veils(canvas, "#fff0e4", 0.0, 0.4)
    for x, w, h in ((0.28, 0.2, 0.2), (1.05, 0.26, 0.28)):
        top = [
            (x + d * w, horizon - u * h)
            for d, u in (
                (-0.6, 0),
                (-0.5, 0.35),
                (-0.3, 0.5),
                (-0.2, 0.9),
                (0.0, 1),
                (0.12, 0.6),
                (0.35, 0.7),
                (0.5, 0.25),
                (0.62, 0),
            )
        ]
        canvas.grade(top, "#f8f0ec", "#7ca0c4", across=True)
        canvas.fill([top[3], top[4], top[5], (x + 0.1 * w, horizon)], "#9cb8d8", 0.7)
    water(canvas, canvas.under(horizon), pale, horizon, 0.4, "#2c5474", 0.35)
    launch(canvas, tallship, 0.72, 0.5, 0.17, pale, torn=0.8)
    for t in np.sort(rng.random(85) ** 0.8):
        x, y, w = (
            rng.uniform(-0.1, canvas.wide + 0.1),
            horizon + 0.03 + 0.56 * t,
            0.03 + 0.24 * t * rng.uniform(0.4, 1),
        )
        lift, lean = w * rng.uniform(0.15, 0.5), rng.uniform(-0.4, 0.4)
        plate = [
            (x - w / 2, y),
            (x - w * 0.3 + lean * w * 0.5, y - lift),
            (x + w * 0.35 + lean * w * 0.5, y - lift * rng.uniform(0.6, 1.2)),
            (x + w / 2, y + lift * 0.05),
        ]
        canvas.grade(plate, "#fbf6f4", "#a8c4e0", 0.97)
        canvas.grade(
            [plate[0], plate[3], (x + w * 0.45, y + lift * 0.3), (x - w * 0.42, y + lift * 0.26)],
            "#5c8cb8",
            "#2c547c",
            0.95,
        )
