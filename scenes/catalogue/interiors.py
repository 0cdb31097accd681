"""Rooms and the people in them, most of them by a window."""

from __future__ import annotations

from scenes import flowers as f
from scenes import fruit, hours, vessels
from scenes.bodies import Dress, Person, Pose
from scenes.bouquet import bouquet
from scenes.brush import Canvas
from scenes.cloth import cloth, curtain, stripes
from scenes.figures import figure
from scenes.furniture import box, chair, table
from scenes.hair import Look
from scenes.rooms import boards, shaft, tiles, wall, window
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.turned import turned
from scenes.views import garden_view, sea_view, town_view


def room(
    canvas: Canvas,
    paper: str,
    floor: str,
    foot: float,
    *,
    side: float = -0.6,
    hour: str = "day",
    tiled: str | None = None,
) -> Stage:
    """A wall, a floor of boards or tiles, and the skirting between them."""
    stage = Stage(canvas, hours.lamp(side, hour))
    wall(stage, paper, bottom=foot)
    if tiled:
        tiles(stage, foot - 0.34, foot, floor, tiled, size=0.36)
    else:
        boards(stage, foot - 0.36, foot, floor)
    stage.form(
        stage.polygon(
            [(0, foot - 0.03), (stage.wide, foot - 0.03), (stage.wide, foot + 0.004), (0, foot + 0.004)]
        ),
        times(paper, 0.8),
        bevel=0.006,
    )
    return stage


def desk(
    stage: Stage, x0: float, x1: float, y: float, depth: float, foot: float, colour: str = "#7a4a28"
) -> None:
    """A table seen from in front: top, apron and legs."""
    for x in (x0 + 0.03, x1 - 0.03):
        stage.form(stage.limbs([[(x, y + depth, 0.016), (x, foot, 0.013)]]), colour)
    stage.form(
        stage.polygon([(x0, y + depth), (x1, y + depth), (x1, y + depth + 0.05), (x0, y + depth + 0.05)]),
        times(colour, 0.7),
        bevel=0.01,
    )
    top = stage.polygon([(x0 + 0.05, y), (x1 - 0.05, y), (x1 + 0.01, y + depth), (x0 - 0.01, y + depth)])
    stage.cast(top, 0.02, 0.12, 0.05, 0.4)
    stage.form(top, colour, bevel=0.012, texture=0.14)


@scene(
    "interior-sea-window",
    "Open Window by the Sea",
    (
        (
            "A table with a vase of flowers and a bowl of fruit stands before an open window with a view "
            "of sailing boats on a blue sea."
        ),
        "Sunny seaside room: curtains blowing, oranges on the cloth, white sails outside.",
        "Interior with a window onto the bay, bright colours, holiday air and summer light.",
    ),
    "interior window sea boats table flowers fruit summer",
    aspect=0.85,
)
def sea_window(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(0.5))
    wall(stage, "#d87a6a", bottom=0.8)
    window(stage, (0.2, 0.06, 0.66, 0.62), sea_view, panes=(2, 1), frame="#e8e0d0")
    curtain(stage, 0.0, 0.22, 0.0, 0.74, "#e8d8a0", tied=0.5)
    table(stage, 0.72, "#7aa0a4", grain=False)
    patch = cloth(
        stage,
        [(0.04, 0.8), (0.4, 0.74), (0.82, 0.8), (0.8, 1.02), (0.06, 1.02)],
        "#f0e8dc",
        count=6,
        angle=0.4,
        depth=0.008,
    )
    stripes(stage, patch, "#3a6ab0", 9, 0.4, 0.12)
    vessels.vase(stage, 0.26, 0.9, 0.2, "#3a8a6a", vessels.POT)
    bouquet(
        stage,
        0.26,
        0.71,
        0.17,
        [(f.rose, "#e86a7a", 5, 0.26), (f.daisy, "#f6f0e4", 5, 0.2), (f.dahlia, "#e0a030", 3, 0.22)],
    )

    def fill(s: Stage, x: float, y: float) -> None:
        for dx, dy in ((-0.06, 0.01), (0.06, 0.01), (0.0, -0.03), (0.0, 0.03)):
            fruit.orange(s, x + dx, y + dy, 0.05)

    vessels.bowl(stage, 0.6, 0.92, 0.15, "#e8e4f0", fill)
    fruit.lemon(stage, 0.44, 0.95, 0.04)


@scene(
    "interior-woman-reading",
    "Woman Reading by the Window",
    (
        "A woman in a blue dress stands by the window absorbed in a letter, cool daylight on the wall.",
        (
            "Quiet Dutch room with a chequered floor; a lady reads, a framed picture behind her and a "
            "table with a red rug."
        ),
        "Reading a letter in silence: girl in profile, light from the left, pearl-grey stillness.",
    ),
    "woman reading letter window interior light quiet",
    aspect=0.85,
)
def reading(canvas: Canvas) -> None:
    stage = room(canvas, "#c8bea4", "#d8d0c0", 0.78, tiled="#4a4a54")
    window(stage, (0.05, 0.1, 0.26, 0.58), garden_view, panes=(2, 3), frame="#8a8470")
    box(stage, 0.52, 0.12, 0.8, 0.4, "#b89a60", bevel=0.01)
    canvas.lay(
        canvas.mask([(0.54, 0.14), (0.78, 0.14), (0.78, 0.38), (0.54, 0.38)]) * (0.5 + 0.5 * stage.drift),
        "#8a9a84",
    )
    shaft(stage, [(0.26, 0.2), (0.5, 0.28), (0.62, 0.66), (0.3, 0.56)], "#fff2d0", 0.3, 0.03)
    chair(stage, 0.72, 0.9, 0.34, "#5a3a24", facing=-1)
    who = Person(Look(style="bun", hair="#9a6a3c"), Dress("#4a76ae", skirt="#b89a5a", flare=1.5))
    j = figure(stage, 0.47, 0.94, 0.68, who, Pose(3, (40, 116), (46, 118), turn=0.85, nod=12), facing=-1)
    x, y = j["near_hand"]
    stage.form(
        stage.polygon([(x - 0.07, y - 0.05), (x + 0.0, y - 0.04), (x + 0.0, y + 0.03), (x - 0.07, y + 0.02)]),
        "#f4eee0",
        bevel=0.006,
    )
    cloth(
        stage,
        [(-0.05, 0.7), (0.14, 0.68), (0.3, 0.72), (0.32, 0.86), (0.26, 1.02), (-0.05, 1.02)],
        "#a83a34",
        count=9,
        angle=0.3,
    )
    vessels.bowl(stage, 0.14, 0.74, 0.08, "#e4e6ee", lambda s, u, v: fruit.peach(s, u, v + 0.02, 0.035))


@scene(
    "interior-studio",
    "The Artist's Studio",
    (
        (
            "A painter's studio with an easel, canvases against the wall, brushes in a jar and north "
            "light from a tall window."
        ),
        "Atelier interior: a half-finished landscape on its stand, a chair, a table and a patch of sunshine.",
        "Workplace of an artist, cluttered and calm, smelling of turpentine.",
    ),
    "studio artist easel painting interior window atelier",
)
def studio(canvas: Canvas) -> None:
    stage = room(canvas, "#a8a494", "#9a7448", 0.68)
    window(stage, (0.1, 0.04, 0.5, 0.52), town_view, panes=(3, 3))
    shaft(stage, [(0.3, 0.68), (0.6, 0.68), (0.9, 0.94), (0.5, 0.94)], "#fff2d0", 0.35, 0.03)
    for x, y, w, h, c in (
        (1.06, 0.14, 0.2, 0.16, "#5a7a94"),
        (0.6, 0.1, 0.13, 0.17, "#8a5a3c"),
        (0.8, 0.08, 0.2, 0.14, "#7a8a4a"),
    ):
        box(stage, x - 0.014, y - 0.014, x + w + 0.014, y + h + 0.014, "#b8924a")
        sketch(stage, x, y, w, h, c)
    for a, b in (((0.78, 0.94), (0.9, 0.3)), ((1.12, 0.94), (0.98, 0.3)), ((0.94, 0.88), (0.94, 0.24))):
        stage.form(stage.limbs([[(*a, 0.011), (*b, 0.01)]]), "#8a6034")
    box(stage, 0.74, 0.36, 1.14, 0.66, "#efe8da", bevel=0.008)
    sketch(stage, 0.75, 0.37, 0.38, 0.28, "#4a7ab0")
    stage.form(stage.limbs([[(0.72, 0.67, 0.012), (1.16, 0.67, 0.012)]]), "#8a6034")
    for i, x in enumerate((1.2, 1.26, 1.31)):
        slab = stage.polygon(
            [(x - 0.1, 0.9), (x - 0.06, 0.56 + 0.03 * i), (x + 0.2, 0.56 + 0.03 * i), (x + 0.2, 0.92)]
        )
        stage.cast(slab, -0.02, 0.01, 0.015, 0.5)
        stage.form(slab, ("#c8b890", "#8a7454", "#d8c8a8")[i], bevel=0.008)
    desk(stage, 0.08, 0.48, 0.64, 0.07, 0.92)
    turned(stage, 0.2, 0.7, vessels.scaled(vessels.TALL, 0.09), "#5a7a94")
    stage.dabs(
        [
            Dab(0.2 + 0.014 * k, 0.57 - 0.005 * k * k, 0.12, 0.008, -1.57 + 0.12 * k, times("#8a5a30", 1))
            for k in range(-3, 4)
        ]
    )
    fruit.apple(stage, 0.34, 0.7, 0.032)
    chair(stage, 0.62, 0.94, 0.34)


def sketch(stage: Stage, x: float, y: float, w: float, h: float, sky: str) -> None:
    """A little landscape upon a canvas."""
    frame = stage.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    stage.wash(frame, sky, 0.2)
    g = stage.rng
    marks = [
        Dab(
            x + w * g.uniform(0, 1),
            y + h * t,
            w * 0.2,
            h * 0.05,
            g.normal(0, 0.2),
            times(
                "#e8e4dc" if t < 0.35 else ("#6a8a4a", "#a8a050", "#4a6a44")[int(g.integers(3))],
                g.uniform(0.8, 1.15),
            ),
        )
        for t in g.uniform(0.08, 1, 130)
    ]
    stage.dabs(marks, frame, 0.8)
