"""Cathedrals, churches, castles and bridges."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, sky, trees
from scenes.bodies import WALKING, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import church, cottage, lancet, slab, tower
from scenes.figures import figure
from scenes.gothic import cathedral, nave, rose
from scenes.greenery import foliage, hedge
from scenes.hair import Look
from scenes.rooms import shaft, tiles
from scenes.scene import scene
from scenes.stage import Stage
from scenes.town import Street, paving, walker
from scenes.turned import turned

COATS = ("#3a3440", "#5a2f34", "#2f3f54", "#4a4438", "#6a5a4a", "#38483c")


def square(stage: Stage, count: int, top: float) -> None:
    """People crossing the square before a church, small beneath it."""
    g = stage.rng
    for t in np.sort(g.uniform(0, 1, count)):
        walker(
            stage,
            g.uniform(0.04, stage.wide - 0.04),
            top + (0.97 - top) * t,
            0.045 + 0.05 * t,
            COATS[int(g.integers(6))],
            skirt=bool(g.random() < 0.5),
        )


@scene(
    "cathedral-morning",
    "The Cathedral in Morning Light",
    (
        (
            "The west front of a Gothic cathedral glows cream and gold in early sunshine, its rose window "
            "above three deep portals."
        ),
        "A great church façade with twin towers, carved stone and pinnacles beneath a blue morning sky.",
        "Minster rising over the square where small people come to mass.",
    ),
    "cathedral church gothic facade morning stone",
    aspect=0.8,
)
def morning(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.85)
    sky.clouds(canvas, hours.MORNING, 0.85, 0.3)
    stage = Stage(canvas, hours.lamp(-0.6))
    paving(stage, Street(0.4, 0.7, 0.6, 0.1), "#c0b298")
    cathedral(stage, 0.4, 0.88, 0.66, "#dcc6a0")
    square(stage, 12, 0.88)


@scene(
    "cathedral-evening-blue",
    "Cathedral, Evening Harmony in Blue",
    (
        "The cathedral façade dissolves in blue and violet dusk, its stones touched by the last orange rays.",
        "Gothic towers at twilight, mauve shadow in the three porches.",
        "Church front at sundown, all shimmering colour, lilac, rose and azure.",
    ),
    "cathedral gothic evening blue dusk facade",
    aspect=0.76,
)
def evening(canvas: Canvas) -> None:
    sky.sky(canvas, hours.SUNSET, 1.0)
    stage = Stage(canvas, hours.lamp(0.6, "dusk"))
    sky.moon(canvas, 0.1, 0.12, 0.028)
    canvas.lay(canvas.under(0.9, 0.01), "#5a5478")
    cathedral(stage, 0.42, 0.96, 0.78, "#b8a0b4", "#2f3460")
    canvas.light(canvas.x * 0 + np.clip(1 - canvas.y * 1.3, 0, 1) * 0.25, "#ff9a60")
    square(stage, 6, 0.95)


@scene(
    "cathedral-nave",
    "Interior of a Cathedral",
    (
        (
            "The nave of a Gothic cathedral leads the eye down rows of piers to a glowing stained-glass "
            "rose window."
        ),
        (
            "Inside the church: pointed vaults, coloured light on the chequered floor and a few small "
            "worshippers."
        ),
        "Lofty stone interior with ribbed arches, sunbeams slanting through the dusk of the aisles.",
    ),
    "cathedral interior nave church stained-glass arches light",
    aspect=0.76,
)
def interior(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5, "golden"))
    canvas.lay(1, "#caa878")
    rose(stage, 0.38, 0.44, 0.085, "#8a7a60", "#241c2c", True)
    tiles(stage, 0.52, 0.55, "#d8c6a0", "#6a5a5a", size=0.32)
    nave(stage, "#cdbb98", "#2c2632", y=0.52)
    canvas.glow(0.38, 0.44, 0.12, "#ffe0a0", 0.8)
    for x, c in ((0.9, "#ffe6a8"), (1.05, "#c8b8ff"), (0.72, "#ffc090")):
        shaft(stage, [(x, -0.1), (x + 0.09, -0.1), (x - 0.5, 0.9), (x - 0.66, 0.9)], c, 0.3, 0.02)
    for x, y, t in ((0.34, 0.66, 0.08), (0.43, 0.7, 0.1), (0.3, 0.78, 0.15)):
        walker(stage, x, y, t, "#3a2c34", skirt=True)
    figure(
        stage,
        0.5,
        0.92,
        0.24,
        Person(Look(hat="kerchief", hat_colour="#e0d8cc"), Dress("#3a3450", skirt="#40384a")),
        Pose(0, (30, 100), turn=0.2, back=True),
    )


@scene(
    "church-on-hill",
    "Church on the Hill",
    (
        (
            "A white church with a pointed spire stands on a green hill among cypress trees and cottages, "
            "summer clouds above."
        ),
        "Village chapel on a hilltop, a winding path leading up through flowering meadow.",
        "Little country church overlooking the valley in bright daylight.",
    ),
    "church hill village path meadow spire",
)
def on_hill(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NOON, 0.6)
    sky.heaps(canvas, hours.NOON, 0.5, 5, 0.17)
    stage = Stage(canvas, hours.lamp(-0.6))
    stage.wash(
        stage.blob([(-0.1, 0.56), (0.3, 0.5), (0.8, 0.56), (1.5, 0.48), (1.5, 1.0), (-0.1, 1.0)]),
        "#8aa0b0",
        0.06,
    )
    hill = stage.blob(
        [(-0.3, 0.95), (0.2, 0.72), (0.6, 0.5), (0.95, 0.48), (1.3, 0.62), (1.7, 0.95), (1.5, 1.4), (0, 1.4)]
    )
    stage.form(hill, "#86a04a", bevel=0.2, texture=0.16)
    church(stage, 0.72, 0.53, 0.2)
    for x, b, h in ((0.6, 0.54, 0.2), (1.14, 0.56, 0.24), (1.2, 0.6, 0.2)):
        trees.columnar(canvas, x, b, h, hours.NOON)
    for x, y, s in ((0.3, 0.76, 0.08), (0.12, 0.84, 0.1), (1.14, 0.8, 0.1)):
        cottage(stage, x, y, s)
        foliage(
            stage,
            x - s,
            y - s * 0.4,
            s * 0.8,
            s * 0.7,
            ("#20381f", "#4f7434", "#9fb85a"),
            count=160,
            size=s * 0.2,
        )
    beds.path(
        stage,
        [
            (0.74, 0.54),
            (0.77, 0.54),
            (0.7, 0.66),
            (0.84, 0.78),
            (0.76, 1.05),
            (0.5, 1.05),
            (0.66, 0.8),
            (0.62, 0.66),
        ],
        "#dcc8a0",
    )
    beds.meadow(
        stage,
        0.74,
        1.06,
        [
            (beds.small_daisy, "#f4f0e4", 2),
            (beds.small_round, "#d84a34", 2),
            (beds.small_spike, "#7a6ac0", 1),
        ],
        count=260,
        size=0.09,
        far=0.02,
        green="#7a9444",
        mask=np.abs(canvas.x - 0.66) > 0.14,
    )
    figure(stage, 0.66, 0.92, 0.17, Person(Look(hat="kerchief"), Dress("#b8403a", skirt="#38507a")), WALKING)


@scene(
    "village-church-winter",
    "Village Church in Winter",
    (
        (
            "A snow-covered village with its church lies in a valley at twilight, lights in the windows, "
            "a trodden path."
        ),
        "Silent winter evening: white roofs, fir trees, first stars over the steeple.",
        "Christmas night in the mountains, villagers on their way to church with lanterns.",
    ),
    "village church winter snow night lights firs christmas",
)
def winter(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NIGHT, 0.6)
    sky.stars(canvas, 0.5, 240)
    stage = Stage(canvas, hours.lamp(0.5, "snow"))
    stage.form(
        stage.blob(
            [
                (-0.2, 0.6),
                (0.2, 0.34),
                (0.5, 0.5),
                (0.9, 0.3),
                (1.2, 0.46),
                (1.6, 0.36),
                (1.6, 0.9),
                (-0.2, 0.9),
            ]
        ),
        "#5a6c9a",
        bevel=0.16,
        texture=0.1,
    )
    canvas.lay(canvas.under(0.56, 0.03), "#98a8cc")
    for x, b, h in ((0.16, 0.6, 0.22), (0.26, 0.58, 0.16), (1.16, 0.6, 0.24), (1.26, 0.64, 0.3)):
        trees.pine(canvas, x, b, h, hours.NIGHT, snow=0.8)
    church(stage, 0.62, 0.64, 0.17, "#c8c0c0", snow=True)
    for x, y, s, d in (
        (0.36, 0.66, 0.08, 1),
        (1.06, 0.68, 0.09, -1),
        (0.14, 0.76, 0.12, 1),
        (1.28, 0.8, 0.13, -1),
    ):
        cottage(stage, x, y, s, "#8a7a78", snow=True, lit=True, side=d)
        canvas.glow(x + d * s, y - s * 0.4, s * 1.2, "#ffb45a", 0.45)
    beds.path(
        stage, [(0.64, 0.66), (0.7, 0.66), (0.74, 0.8), (0.96, 1.05), (0.4, 1.05), (0.58, 0.8)], "#7f90bc"
    )
    for x, y, t in ((0.66, 0.74, 0.07), (0.62, 0.82, 0.1), (0.74, 0.9, 0.14), (0.58, 0.95, 0.16)):
        walker(stage, x, y, t, "#2a2438", skirt=True)
        canvas.glow(x + t * 0.25, y - t * 0.4, t * 0.3, "#ffc860", 0.8)


@scene(
    "monastery-courtyard",
    "Cloister Garden",
    (
        "A monk walks in a sunlit cloister, arches casting blue shadows around a small garden with a well.",
        "Peaceful monastery courtyard with arcades, roses and the sound of water.",
        "Stone columns in a row, contemplation and quiet noon.",
    ),
    "cloister monastery monk arches courtyard garden peaceful",
)
def cloister(canvas: Canvas) -> None:
    sky.sky(canvas, hours.NOON, 0.4)
    stage = Stage(canvas, hours.lamp(-0.6))
    tower(stage, 1.05, 0.2, 0.12, 0.24, "#e0cca4")
    slab(stage, [(0.0, 0.16), (1.4, 0.16), (1.4, 0.62), (0.0, 0.62)], "#dcc8a0", 1.0, 0.14)
    slab(stage, [(-0.1, 0.06), (1.5, 0.06), (1.5, 0.17), (-0.1, 0.17)], "#b0603c", 1.0, 0.25)
    for x in np.arange(0.09, 1.34, 0.166):
        lancet(stage, float(x), 0.62, 0.12, 0.38, "#4a4458", "#e8d8b8")
        stage.form(
            stage.limbs([[(float(x) - 0.083, 0.6, 0.014), (float(x) - 0.083, 0.38, 0.012)]]), "#efe2c6"
        )
    canvas.lay(canvas.under(0.62, 0.004), "#c8b490")
    canvas.glaze(canvas.mask([(0, 0.62), (1.4, 0.62), (1.4, 0.66), (0, 0.7)], 0.006) * 0.6, (0.5, 0.52, 0.7))
    hedge(stage, 0.8, 0.09, ("#20381f", "#4f7434", "#9fb85a"), "#e85a70")
    turned(stage, 0.67, 0.92, [(0, 0.13), (0.02, 0.14), (0.1, 0.11), (0.13, 0.13)], "#d8c8a8", gloss=0.1)
    stage.lay(stage.ellipse(0.67, 0.79, 0.11, 0.022), "#3a4a54")
    figure(
        stage,
        0.32,
        0.93,
        0.42,
        Person(
            Look(style="bald", beard=True, hair="#8a8078"),
            Dress("#6a4a30", skirt="#6a4a30", hem=4.0, flare=1.0),
        ),
        Pose(4, (30, 90), (30, 90), turn=0.7, nod=8),
    )
