"""Cafés, the station and the circus."""

from __future__ import annotations

import numpy as np

from scenes import hours, sky
from scenes.bodies import SITTING, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.buildings import slab
from scenes.catalogue.streets import COATS, PARIS, SOUTH, night
from scenes.figures import figure
from scenes.fronts import front
from scenes.furniture import chair
from scenes.hair import Look
from scenes.horses import GALLOP, horse
from scenes.rooms import scumble
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.town import Street, hang, paving, row, walker


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
    wall_side = stage.polygon(
        [
            street.at(-0.42, 0.75, 0.5),
            street.at(-0.42, 0.75, 2.2),
            street.at(-0.42, 0.0, 2.2),
            street.at(-0.42, 0.0, 0.5),
        ]
    )
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
    figure(
        stage,
        0.3,
        0.72,
        0.22,
        Person(Look(style="short"), Dress("#f0ece4", trousers="#22222c")),
        Pose(0, (40, 90), turn=0.5),
    )
    figure(
        stage, 0.13, 0.86, 0.3, Person(Look(hat="straw"), Dress("#a83a44", skirt="#a83a44")), SITTING, hip=2.0
    )
    for x, y, t, c in (
        (0.58, 0.6, 0.12, "#2a3050"),
        (0.66, 0.64, 0.15, "#5a2a3a"),
        (0.7, 0.76, 0.22, "#24304a"),
    ):
        walker(stage, x, y, t, c, skirt=t < 0.16)


@scene(
    "street-railway-station",
    "Railway Station with Steam",
    (
        (
            "A black locomotive stands under the iron and glass roof of the station in clouds of blue- "
            "white steam."
        ),
        "Train arriving: smoke, rails, headlamps and waiting travellers on the platform.",
        "The great railway terminus, an engine puffing vapour, sunlight filtered through the glazed hall.",
    ),
    "railway station train steam locomotive smoke travellers",
)
def station(canvas: Canvas) -> None:
    sky.sky(canvas, hours.MORNING, 0.6)
    stage = Stage(canvas, hours.lamp(-0.4, "grey"))
    x, w = 0.3, 0.14
    for look in PARIS:
        hang(
            stage,
            front(canvas.rng, look),
            [(x, 0.34), (x + w, 0.34), (x + w, 0.56), (x, 0.56)],
            1.0,
            ("#d8dce4", 0.55),
        )
        x += w
    canvas.lay(canvas.under(0.56, 0.01), "#9a9084")
    scumble(stage, 0.56, 1.0, 260, 0.08, 0.12, 0.0)
    roof = stage.polygon([(-0.1, 0.2), (0.67, -0.06), (1.45, 0.2), (1.45, -0.1), (-0.1, -0.1)])
    stage.wash(roof, "#c8d0d4", 0.1)
    for t in np.linspace(0, 1, 13):
        canvas.line([(0.67, -0.3), (-0.4 + 2.14 * t, 0.26)], 0.006, "#3a4248")
    for a, b in (
        ((-0.1, 0.2), (0.67, -0.06)),
        ((0.67, -0.06), (1.45, 0.2)),
        ((-0.1, 0.1), (0.67, -0.12)),
        ((0.67, -0.12), (1.45, 0.1)),
    ):
        canvas.line([a, b], 0.014, "#2c3238")
    for x in (0.08, 1.26):
        canvas.line([(x, 0.9), (x, 0.12)], 0.022, "#38424a")
    for u in (-0.5, -0.32, 0.1, 0.28):
        canvas.line([(0.67 + u * 0.05, 0.56), (0.67 + u * 2.2, 1.05)], 0.004, "#d8d4cc", 1, 4)
    _engine(stage, 0.66, 0.86, 0.4)
    g = canvas.rng
    for cx, cy, s in (
        (0.62, 0.3, 0.2),
        (0.44, 0.18, 0.2),
        (0.28, 0.36, 0.14),
        (0.98, 0.76, 0.14),
        (0.36, 0.84, 0.13),
    ):
        puffs = [
            Dab(
                cx + g.normal(0, 0.5) * s,
                cy + g.normal(0, 0.34) * s,
                s * g.uniform(0.3, 0.6),
                s * g.uniform(0.2, 0.4),
                g.uniform(0, 3),
                times(("#eef0f4", "#c4ccdc", "#dfe2ea")[int(g.integers(3))], 1),
            )
            for _ in range(70)
        ]
        stage.dabs(puffs, opacity=0.55)
    for i, (x, y, t) in enumerate(
        ((0.14, 0.72, 0.2), (0.24, 0.76, 0.23), (1.06, 0.72, 0.2), (1.18, 0.78, 0.24))
    ):
        walker(stage, x, y, t, COATS[i], skirt=i % 2 == 0)
    figure(
        stage,
        1.2,
        0.98,
        0.44,
        Person(Look(hat="bonnet", hat_colour="#2c3a54"), Dress("#34466a", skirt="#3a4c70")),
        Pose(0, turn=0.6, back=True),
        facing=-1,
    )


def _engine(stage: Stage, x: float, y: float, s: float) -> None:
    """A locomotive from the front."""
    stage.canvas.glaze(
        stage.canvas.mask(
            [(x - s * 0.5, y), (x + s * 0.5, y), (x + s * 0.8, y + s * 0.14), (x - s * 0.4, y + s * 0.14)],
            0.02,
        )
        * 0.7,
        (0.3, 0.3, 0.4),
    )
    for u in (-0.3, 0.3):
        stage.form(stage.ellipse(x + u * s, y - s * 0.16, s * 0.07, s * 0.17), "#1c1c20")
    slab(
        stage,
        [
            (x - s * 0.4, y - s * 0.34),
            (x + s * 0.4, y - s * 0.34),
            (x + s * 0.4, y - s * 0.2),
            (x - s * 0.4, y - s * 0.2),
        ],
        "#7a2420",
    )
    for u in (-0.28, 0.28):
        stage.form(stage.ellipse(x + u * s, y - s * 0.27, s * 0.06, s * 0.06), "#3a3a3e", gloss=0.5)
    slab(
        stage,
        [
            (x - s * 0.36, y - s * 0.95),
            (x + s * 0.36, y - s * 0.95),
            (x + s * 0.36, y - s * 0.4),
            (x - s * 0.36, y - s * 0.4),
        ],
        "#20242a",
    )
    stage.form(stage.ellipse(x, y - s * 0.62, s * 0.31, s * 0.31), "#262a30", gloss=0.4)
    stage.form(stage.ellipse(x, y - s * 0.62, s * 0.24, s * 0.24), "#30353c", gloss=0.4, bevel=s * 0.05)
    stage.form(
        stage.limbs(
            [
                [(x, y - s * 0.92, s * 0.085), (x, y - s * 1.12, s * 0.075)],
                [(x, y - s * 1.14, s * 0.11), (x, y - s * 1.16, s * 0.11)],
            ]
        ),
        "#1c1f24",
        gloss=0.4,
    )
    for u, v in ((0, -0.92), (-0.26, -0.4), (0.26, -0.4)):
        stage.canvas.glow(x + u * s, y + v * s, s * 0.14, "#ffd88a", 0.8)
        stage.form(stage.ellipse(x + u * s, y + v * s, s * 0.045, s * 0.045), "#ffe8b0")


@scene(
    "street-circus",
    "At the Circus",
    (
        (
            "A bareback rider stands on a white horse cantering round the ring while the ringmaster "
            "cracks his whip."
        ),
        "Circus performance in a tent of red and yellow stripes, the audience in rows under the lamps.",
        "Acrobat in pink on horseback, clown and crowd, sawdust and bright lights.",
    ),
    "circus horse acrobat clown audience tent performance",
)
def circus(canvas: Canvas) -> None:
    stage = Stage(canvas, hours.lamp(-0.4, "golden"))
    for i, t in enumerate(np.linspace(-0.5, 1.8, 24)):
        stage.wash(
            stage.polygon([(0.67, -0.5), (t, 0.36), (t + 0.1, 0.36)]), "#b8322c" if i % 2 else "#e8c060", 0.12
        )
    canvas.lay(canvas.under(0.36, 0.01), "#4a2c34")
    g = canvas.rng
    for r, y in enumerate(np.linspace(0.38, 0.56, 5)):
        heads = []
        for x in np.arange(-0.02, 1.4, 0.05 + 0.008 * r):
            c = (
                COATS[int(g.integers(6))]
                if g.random() < 0.5
                else ("#c87a5a", "#d8b070", "#8a9ab8", "#e0d0c0")[int(g.integers(4))]
            )
            u = x + g.normal(0, 0.006)
            heads += [
                Dab(u, y + 0.03, 0.06, 0.045, 1.57, times(c, 0.9)),
                Dab(u, y, 0.026, 0.024, 0, times("#d8a888", g.uniform(0.8, 1.1))),
                Dab(u, y - 0.012, 0.026, 0.012, 0, times("#3a2a20", 1)),
            ]
        stage.dabs(heads)
    canvas.lay(canvas.disc(0.67, 1.5, 0.9, 0.004), "#a8322c")
    canvas.lay(canvas.disc(0.67, 1.52, 0.88, 0.004), "#d8b478")
    scumble(stage, 0.68, 1.0, 260, 0.06, 0.1, 0.0)
    canvas.light(np.exp(-(((canvas.x - 0.6) / 0.4) ** 2) - ((canvas.y - 0.78) / 0.2) ** 2) * 0.35, "#fff0c0")
    f = horse(stage, 0.6, 0.88, 0.3, "#ece6dc", legs=GALLOP, neck=40, mane="#c8c0b4", saddle="#c83a4a")
    top = f.at(0.0, -1.0)
    figure(
        stage,
        top[0],
        top[1],
        0.36,
        Person(
            Look(),
            Dress("#e88a9a", sleeve="", skirt="#f4dce0", hem=1.9, flare=1.8, low_neck=True, shoes="#e88a9a"),
        ),
        Pose(-6, (120, 140), (-80, -110), (10, 2), (-50, -80), turn=0.6),
        shadow=0,
    )
    figure(
        stage,
        1.1,
        0.94,
        0.46,
        Person(
            Look(style="short", hat="top", hat_colour="#18181e"),
            Dress("#f0e8dc", coat="#b82a2c", coat_hem=1.2, trousers="#f0e8dc"),
        ),
        Pose(0, (60, 110), (-10, 6), turn=0.6),
        facing=-1,
    )
    canvas.line([(0.98, 0.66), (0.8, 0.56), (0.62, 0.62)], 0.004, "#2a1c14")
    figure(
        stage,
        0.18,
        0.95,
        0.4,
        Person(
            Look(style="bald", skin="#f4ece4", hair="#d8502c"),
            Dress("#e8d048", trousers="#3a7aa8", shoes="#c82c2c"),
        ),
        Pose(0, (100, 150), (-60, -120), turn=0.2),
    )
