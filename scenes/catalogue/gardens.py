"""Gardens and fields of flowers, with and without people."""

from __future__ import annotations

import numpy as np

from scenes import beds, hours, trees
from scenes.beds import meadow, rows
from scenes.bodies import Dress, Person, Pose
from scenes.brush import Canvas
from scenes.figures import figure
from scenes.flowers import daisy
from scenes.greenery import arbour, bench, dapple, foliage
from scenes.hair import Look
from scenes.scene import scene
from scenes.sky import clouds, sky
from scenes.stage import Stage
from scenes.town import reflect

SUN = hours.lamp(-0.55)


GREENS = ("#20381f", "#4f7434", "#9fb85a")


FRESH = ("#2a4a24", "#6a9a3c", "#c4d878")


AUTUMN = ("#5a2c1a", "#b8682a", "#e8b84a")


LADY = Person(Look(hat="straw", hair="#5a3418"), Dress("#f0e6da", skirt="#e8dcd8", hem=4.0, flare=1.5))


BEAU = Person(
    Look(style="short", hat="brim", hat_colour="#3a342e"),
    Dress("#ece4d4", coat="#34466a", trousers="#8a8478"),
)


@scene(
    "garden-lovers-tulips",
    "Lovers in the Tulip Garden",
    (
        (
            "A couple of sweethearts stands arm in arm at the edge of a garden of tulips in every colour, "
            "admiring the flowers on a spring afternoon."
        ),
        (
            "Two lovers, he in a blue coat and she in a white dress, look over colourful beds of red, "
            "yellow, pink and violet blossom under blossoming trees."
        ),
        "A romantic walk through rows of bright tulips; man and woman hold each other close in the warm sun.",
    ),
    "garden lovers couple tulips flowers colorful romance spring people",
)
def lovers(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.36)
    clouds(canvas, hours.MORNING, 0.36, 0.4)
    stage = Stage(canvas, SUN)
    canvas.lay(canvas.under(0.34, 0.01), "#7a9448")
    trees.treeline(canvas, 0.37, 0.12, hours.MORNING, trees.SPRING, 0.35)
    for x in (0.1, 0.42, 1.22):
        foliage(stage, x, 0.22, 0.17, 0.13, FRESH, blossom="#f0b4c4", count=320)
        canvas.line([(x, 0.42), (x + 0.01, 0.26)], 0.02, "#4a3628")
    rows(
        stage,
        0.36,
        0.72,
        ["#d03a2c", "#f0c030", "#e87aa0", "#f2ece0", "#8a3a9a", "#e8742c", "#c82848", "#f4d84a"],
        beds.small_tulip,
        start=-1.8,
        stop=1.7,
        size=0.15,
    )
    figure(stage, 0.9, 0.86, 0.52, BEAU, Pose(3, (-14, 30), (20, 55), turn=0.5, look=0.85, nod=6), facing=-1)
    figure(stage, 0.76, 0.88, 0.48, LADY, Pose(-3, (10, 50), (-18, -40), turn=0.55, look=0.8, nod=8))
    meadow(
        stage,
        0.9,
        1.14,
        [
            (beds.small_tulip, "#d8342c", 3),
            (beds.small_tulip, "#f0c23a", 2),
            (beds.small_tulip, "#e880a4", 2),
        ],
        count=130,
        size=0.2,
        far=0.12,
    )


@scene(
    "garden-rose-arch",
    "The Rose Arch",
    (
        "A gravel path leads under an arch covered with pink climbing roses into a sunlit garden.",
        "A rose-grown gateway between deep flower beds in June; light and shade dapple the walk.",
        (
            "Roses everywhere, over the pergola and along the borders, and a white bench waiting at the "
            "end of the path."
        ),
    ),
    "garden roses arch path summer bench",
    aspect=0.8,
)
def rose_arch(canvas: Canvas) -> None:
    sky(canvas, hours.MORNING, 0.5)
    stage = Stage(canvas, SUN)
    trees.treeline(canvas, 0.5, 0.3, hours.MORNING, trees.SUMMER, 0.3)
    canvas.lay(canvas.under(0.5, 0.01), "#6a8a40")
    bench(stage, 0.4, 0.56, 0.12)
    beds.path(
        stage, [(0.36, 0.55), (0.44, 0.55), (0.5, 0.7), (0.7, 1.05), (0.12, 1.05), (0.3, 0.7)], "#d8c49a"
    )
    dapple(stage, 0.5, 0.5)
    for side in (-1, 1):
        for k in range(5):
            z = k / 4
            foliage(
                stage,
                0.4 + side * (0.12 + 0.28 * z),
                0.57 + 0.32 * z,
                0.09 + 0.1 * z,
                0.06 + 0.09 * z,
                GREENS,
                blossom=("#e87a94", "#f4e2d8", "#c83a54")[k % 3],
                count=200,
                size=0.02 + 0.02 * z,
            )
    arbour(stage, 0.4, 0.84, 0.52, 0.72, "#ee94ac", GREENS)
    meadow(
        stage,
        0.86,
        1.1,
        [
            (beds.small_round, "#d84a6a", 2),
            (beds.small_daisy, "#f4f0e4", 2),
            (beds.small_spike, "#7a5ab0", 2),
        ],
        count=70,
        size=0.2,
        far=0.12,
        mask=np.abs(canvas.x - 0.4) > 0.2,
    )


@scene(
    "garden-lily-bridge",
    "Water-Lily Pond with a Footbridge",
    (
        "A green arched footbridge spans a pond covered with water lilies, willows trailing above it.",
        (
            "Pink and white lilies float on still water that mirrors the weeping trees; a little Japanese "
            "bridge crosses behind."
        ),
        "A garden pond in summer, all greens and violets, calm and shady.",
    ),
    "pond lilies bridge garden willow water",
    aspect=1.0,
)
def lily_pond(canvas: Canvas) -> None:
    stage = Stage(canvas, SUN)
    canvas.lay(1, "#4a6a44")
    for i in range(16):
        foliage(
            stage,
            canvas.rng.uniform(0, 1),
            0.06 + 0.03 * i * canvas.rng.uniform(0.4, 1),
            0.2,
            0.12,
            GREENS if i % 3 else FRESH,
            count=170,
            size=0.035,
        )
    canvas.lay(canvas.under(0.55, 0.006), "#3f6a66")
    reflect(stage, 0.55, 0.75)
    bridge = np.linspace(0, 1, 20)
    for lift, width in ((0.0, 0.016), (-0.075, 0.009), (-0.115, 0.009)):
        line = [(float(t * 1.1 - 0.05), float(0.56 - 0.13 * np.sin(np.pi * t) + lift), width) for t in bridge]
        stage.form(stage.limbs([line]), "#4f8a74")
    for t in bridge[1:-1:2]:
        x, y = float(t * 1.1 - 0.05), float(0.56 - 0.13 * np.sin(np.pi * t))
        stage.form(stage.limbs([[(x, y, 0.008), (x, y - 0.125, 0.008)]]), "#447a66")
    shade = canvas.mask([(0.0, 0.57), (0.5, 0.66), (1.0, 0.57), (1.0, 0.63), (0.5, 0.73), (0.0, 0.63)], 0.01)
    canvas.glaze(shade * 0.55, "#4a7a70")
    lilies(stage, 0.64, 42)
    for x in (0.06, 0.93):
        for k in range(40):
            canvas.line(
                [
                    (x + canvas.rng.normal(0, 0.07), 0.0),
                    (x + canvas.rng.normal(0, 0.09), canvas.rng.uniform(0.3, 0.6)),
                ],
                0.006,
                ("#6a8a3c", "#8fae54")[k % 2],
                0.7,
                0.3,
            )


def lilies(stage: Stage, top: float, count: int) -> None:
    """Pads and blossoms afloat from `top` down, larger the nearer."""
    g = stage.rng
    for t in np.sort(g.uniform(0, 1, count)):
        x, y, s = g.uniform(0, stage.wide), top + (0.98 - top) * t, 0.02 + 0.045 * t
        pad = stage.ellipse(float(x), float(y), s * 1.2, s * 0.42)
        stage.cast(pad, 0.003, 0.008, 0.006, 0.4)
        stage.form(pad, ("#6a8f4a", "#87a85a", "#4f7a54")[int(g.integers(3))], bevel=s * 0.2)
        if g.random() < 0.45:
            daisy(
                stage,
                float(x),
                float(y - s * 0.25),
                s * 0.55,
                ("#f6ecf0", "#f0a8c0")[int(g.integers(2))],
                1.0,
            )
