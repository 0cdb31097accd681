"""Market stalls, carriages and carts: what stands or rolls in a street."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from scenes.bodies import Dress, Person, Pose
from scenes.colour import Colour, mix
from scenes.figures import figure
from scenes.hair import Look
from scenes.horses import TROT, WALK, horse
from scenes.shapes import Dab, times
from scenes.stage import Stage


def stall(stage: Stage, x: float, y: float, size: float, colour: Colour) -> None:
    """A market stall under a striped awning, its counter heaped with goods."""
    g, s = stage.rng, size
    stage.canvas.glaze(
        stage.canvas.mask(
            [(x - s * 0.8, y), (x + s * 0.8, y), (x + s, y + s * 0.12), (x - s * 0.6, y + s * 0.12)], s * 0.04
        )
        * 0.6,
        stage.light.cool,
    )
    for u in (-0.7, 0.7):
        stage.form(
            stage.limbs([[(x + u * s, y, s * 0.025), (x + u * s, y - s * 1.25, s * 0.025)]]), "#6a4a30"
        )
    back = stage.polygon(
        [
            (x - s * 0.7, y - s * 0.4),
            (x + s * 0.7, y - s * 0.4),
            (x + s * 0.7, y - s * 1.05),
            (x - s * 0.7, y - s * 1.05),
        ]
    )
    stage.wash(back, "#3a3430", 0.2)
    stage.form(
        stage.polygon(
            [(x - s * 0.78, y), (x + s * 0.78, y), (x + s * 0.78, y - s * 0.42), (x - s * 0.78, y - s * 0.42)]
        ),
        "#a8805a",
        bevel=s * 0.04,
        texture=0.2,
    )
    hues = ("#d8402c", "#e8a030", "#8ab04a", "#e8d050", "#7a3a6a", "#f0e8d8")
    heap = []
    for i in range(90):
        u, v = g.uniform(-0.72, 0.72), g.uniform(0.38, 0.6)
        heap.append(
            Dab(
                x + u * s,
                y - v * s,
                s * 0.13,
                s * 0.11,
                0.0,
                times(hues[int((u + 0.72) * 4.1)], g.uniform(0.7, 1.25) * (0.7 + 0.3 * i / 90)),
            )
        )
    stage.dabs(heap)
    edges = np.linspace(-0.88, 0.88, 10)
    for k, (a, b) in enumerate(pairwise(edges)):
        cloth = stage.polygon(
            [
                (x + a * s * 0.84, y - s * 1.4),
                (x + b * s * 0.84, y - s * 1.4),
                (x + b * s, y - s * 1.08),
                (x + (a + b) / 2 * s, y - s * 1.02),
                (x + a * s, y - s * 1.08),
            ]
        )
        stage.form(cloth, colour if k % 2 else "#f0e8d8", bevel=s * 0.06)


def wheel(stage: Stage, x: float, y: float, r: float, colour: Colour = "#2a2018") -> None:
    """A spoked wheel resting on y."""
    rim = [(x + r * np.cos(a), y - r + r * np.sin(a), r * 0.075) for a in np.linspace(0, 2 * np.pi, 30)]
    stage.form(stage.limbs([[(float(a), float(b), c) for a, b, c in rim]]), colour)
    spokes = [
        Dab(x + r * 0.5 * np.cos(a), y - r + r * 0.5 * np.sin(a), r, r * 0.08, a, times(colour, 1.2))
        for a in np.arange(0, 6.2, 0.63)
    ]
    stage.dabs(spokes)
    stage.form(stage.ellipse(x, y - r, r * 0.16, r * 0.16), times(colour, 1.5))


def carriage(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    *,
    facing: float = 1.0,
    body: Colour = "#2c3038",
    coat: Colour = "#5a3a24",
) -> None:
    """A horse and carriage with its coachman; `size` is the horse's height."""
    s, f = size, facing
    wheel(stage, x - f * s * 1.5, y, s * 0.4)
    wheel(stage, x - f * s * 0.5, y, s * 0.3)
    box = stage.blob(
        [
            (x - f * s * 1.85, y - s * 0.9),
            (x - f * s * 1.75, y - s * 0.45),
            (x - f * s * 0.6, y - s * 0.4),
            (x - f * s * 0.45, y - s * 0.75),
            (x - f * s * 0.62, y - s * 1.3),
            (x - f * s * 1.75, y - s * 1.35),
        ]
    )
    stage.form(box, body, gloss=0.4)
    glass = stage.polygon(
        [
            (x - f * s * 1.5, y - s * 1.2),
            (x - f * s * 0.9, y - s * 1.2),
            (x - f * s * 0.9, y - s * 0.88),
            (x - f * s * 1.5, y - s * 0.88),
        ]
    )
    stage.wash(glass, "#8a98a4", 0.2)
    driver = Person(
        Look(style="short", hat="top", hat_colour="#1a1a1e"), Dress("#d8d0c4", coat="#3a3440", coat_hem=1.2)
    )
    figure(
        stage,
        x - f * s * 0.42,
        y - s * 0.35,
        s * 1.35,
        driver,
        Pose(4, (40, 70), (44, 74), (80, 10), (74, 8), turn=0.85),
        facing=f,
        hip=2.4,
        shadow=0,
    )
    horse(stage, x + f * s * 0.55, y, s, coat, facing=f, legs=TROT)
    shaft = mix(body, "#000000", 0.3)
    stage.form(
        stage.limbs(
            [[(x - f * s * 0.5, y - s * 0.5, s * 0.03), (x + f * s * 0.85, y - s * 0.62, s * 0.025)]]
        ),
        shaft,
    )


def cart(
    stage: Stage, x: float, y: float, size: float, load: Colour = "#d0a84a", *, facing: float = 1.0
) -> None:
    """A farm cart heaped with hay, one horse between the shafts."""
    s, f, g = size, facing, stage.rng
    heap = [
        Dab(
            x - f * s * (1.35 + g.normal(0, 0.35)),
            y - s * g.uniform(0.6, 1.5),
            s * 0.34,
            s * 0.05,
            g.uniform(0, 3.1),
            times(load, g.uniform(0.6, 1.3)),
        )
        for _ in range(30)
    ]
    mound = stage.blob(
        [
            (x - f * s * 2.1, y - s * 0.6),
            (x - f * s * 2.2, y - s * 1.1),
            (x - f * s * 1.7, y - s * 1.6),
            (x - f * s * 1.0, y - s * 1.55),
            (x - f * s * 0.55, y - s * 1.0),
            (x - f * s * 0.6, y - s * 0.6),
        ]
    )
    stage.form(mound, load, texture=0.3)
    straws = [
        Dab(
            x - f * s * g.uniform(0.6, 2.15),
            y - s * g.uniform(0.6, 1.6),
            s * 0.3,
            s * 0.025,
            g.normal(1.4, 0.8),
            times(load, g.uniform(0.6, 1.35)),
        )
        for _ in range(260)
    ]
    stage.dabs(heap)
    stage.dabs(straws, mound, 0.8)
    bed = stage.polygon(
        [
            (x - f * s * 2.15, y - s * 0.72),
            (x - f * s * 0.55, y - s * 0.66),
            (x - f * s * 0.6, y - s * 0.46),
            (x - f * s * 2.05, y - s * 0.46),
        ]
    )
    stage.form(bed, "#7a5230", bevel=s * 0.05, texture=0.2)
    wheel(stage, x - f * s * 1.4, y, s * 0.4, "#4a3220")
    stage.form(
        stage.limbs(
            [[(x - f * s * 0.6, y - s * 0.55, s * 0.035), (x + f * s * 0.8, y - s * 0.62, s * 0.03)]]
        ),
        "#6a4628",
    )
    horse(stage, x + f * s * 0.45, y, s, "#9a8a78", facing=f, legs=WALK, mane="#5a5048")
