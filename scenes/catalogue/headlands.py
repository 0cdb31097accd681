"""Headlands, islands and bays."""

from functools import partial

import numpy as np

from scenes import sky
from scenes.beasts import gulls
from scenes.boats import launch, sailboat
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.houses import cottage
from scenes.land import Grain, alpine, hills, meadow, silhouettes, together
from scenes.light import GOLDEN, MORNING, NOON, STORM, SUNSET
from scenes.noise import Field, smooth
from scenes.plants import bush, grass
from scenes.scene import scene
from scenes.ships import steamer
from scenes.shores import lakeland
from scenes.skyline import on_sheet
from scenes.staffage import person
from scenes.towers import castle, lighthouse
from scenes.trees import SUMMER
from scenes.view import Eye, View
from scenes.water import water


@scene(
    "lighthouse-summer-cliff",
    "The Lighthouse on the Cliff",
    (
        "A red-and-white lighthouse stands on a grassy headland above a calm blue sea with sailboats.",
        "Summer at the coast: keeper's cottage, green turf and a striped tower under puffy clouds.",
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
