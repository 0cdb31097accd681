"""Streets, squares and the life of the city."""

from __future__ import annotations

import numpy as np

from scenes import hours, sky
from scenes.bodies import WALKING, Dress, Person, Pose
from scenes.brush import Canvas
from scenes.carried import umbrella
from scenes.colour import Colour
from scenes.figures import figure
from scenes.fronts import Front
from scenes.greenery import foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.shapes import Dab, times
from scenes.stage import Stage
from scenes.stalls import carriage
from scenes.town import Street, lamp, paving, reflect, row, walker

PARIS = [
    Front("#d8ccb0", 5, 4, shop="#7a2f2a"),
    Front("#cfc0a2", 5, 3),
    Front("#ded2b8", 5, 4, shop="#2f5064"),
    Front("#c8b898", 5, 4),
    Front("#d8ccb0", 5, 4),
    Front("#cfc0a2", 5, 4),
]


SOUTH = [
    Front("#e8b878", 4, 3, shutters="#3f7a70", roof="#b5623c"),
    Front("#d8886a", 4, 3, shutters="#4a6a4a", roof="#a85a38"),
    Front("#f0d8a0", 4, 3, shutters="#3a5f8a", roof="#b5623c"),
    Front("#e0a890", 4, 4, shutters="#6a4a3a", roof="#b5623c"),
]


COATS = ("#3a3440", "#5a2f34", "#2f3f54", "#4a4438", "#6a5a4a", "#38483c")


def night(fronts: list[Front], lit: float) -> list[Front]:
    return [
        Front(f.colour, f.storeys, f.bays, f.roof, f.shutters, f.shop, lit, f.trim, f.gable) for f in fronts
    ]


def crowd(
    stage: Stage,
    street: Street,
    count: int,
    half: float,
    tall: float,
    near: float,
    *,
    umbrellas: bool = False,
) -> None:
    """Passers-by from the far end of the street to `near`."""
    g = stage.rng
    for z in np.sort(g.uniform(near, 4.5, count))[::-1]:
        x, y = street.at(g.uniform(-half, half), 0, float(z))
        shelter: Colour | None = COATS[int(g.integers(6))] if umbrellas and g.random() < 0.7 else None
        walker(
            stage,
            x,
            y,
            tall / float(z),
            COATS[int(g.integers(6))],
            skirt=bool(g.random() < 0.5),
            umbrella=shelter,
        )


@scene(
    "street-rain-night",
    "Rainy Street at Night",
    (
        (
            "Lamplight and shop windows shimmer on the wet pavement of a city street at night, people "
            "hurrying under umbrellas."
        ),
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
    j = figure(
        stage,
        0.78,
        0.92,
        0.42,
        Person(
            Look(style="short", hat="top", hat_colour="#14141a"),
            Dress("#c8c4bc", coat="#1c2230", coat_hem=2.2, trousers="#16181f"),
        ),
        Pose(0, (10, 150), (-10, 10), (8, 2), (-10, -18), turn=0.4, back=True),
    )
    figure(
        stage,
        0.9,
        0.93,
        0.39,
        Person(Look(hat="bonnet", hat_colour="#5a2434"), Dress("#6a2a3a", skirt="#7a3040")),
        Pose(0, turn=0.4, back=True),
    )
    umbrella(stage, (j["near_hand"][0] + 0.07, j["near_hand"][1]), 0.34, "#1c2434", 0.1)
    sky.downpour(canvas, 420, 0.15)


@scene(
    "street-boulevard-carriages",
    "Boulevard with Carriages",
    (
        (
            "Horse-drawn carriages roll down a tree-lined boulevard among strolling Parisians on a spring "
            "afternoon."
        ),
        "A broad avenue seen from above the crowd: cabs, walkers, chestnut trees and tall stone houses.",
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
            foliage(
                stage,
                x,
                y - 0.42 / z,
                0.2 / z,
                0.18 / z,
                ("#3a5a2c", "#7fa048", "#c4d478"),
                count=240,
                size=0.035 / z + 0.004,
            )
    crowd(stage, street, 34, 0.75, 0.13, 0.8)
    carriage(stage, 0.5, 0.58, 0.09)
    carriage(stage, 0.9, 0.66, 0.12, facing=-1, coat="#2c2420")
    carriage(stage, 0.5, 0.86, 0.2, coat="#7a4a2a")
    figure(
        stage,
        1.2,
        0.97,
        0.42,
        Person(Look(hat="straw"), Dress("#6a7ab0", skirt="#7484b8")),
        WALKING,
        facing=-1,
    )


@scene(
    "street-evening-lamps",
    "Evening Street in Autumn",
    (
        (
            "Lamps come on along a quiet avenue of golden trees, fallen leaves on the pavement and a lone "
            "walker."
        ),
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
            foliage(
                stage,
                x,
                y - 0.44 / z,
                0.16 / z,
                0.15 / z,
                ("#5a2c1c", "#b86a2a", "#f0b84a"),
                count=230,
                size=0.03 / z + 0.004,
            )
        x, y = street.at(-0.25, 0, z)
        lamp(stage, x, y, 0.3 / z, lit=True)
    g = canvas.rng
    stage.dabs(
        [
            Dab(
                g.uniform(0, 0.8),
                0.58 + 0.42 * t,
                0.008 + 0.02 * t,
                0.005 + 0.009 * t,
                g.uniform(0, 3),
                times(("#d8842c", "#a84a24", "#e8b848")[int(g.integers(3))], 1),
            )
            for t in g.uniform(0, 1, 300)
        ]
    )
    figure(
        stage,
        0.44,
        0.84,
        0.27,
        Person(
            Look(style="short", hat="brim", hat_colour="#2a2630"),
            Dress("#d0c8bc", coat="#332f3c", coat_hem=2.2, trousers="#22202a"),
        ),
        Pose(0, (-12, -4), (12, 20), (10, 2), (-10, -18), turn=0.4, back=True),
    )
