"""Still lifes: fruit, bread, fish, wine and what is left on a table."""

from __future__ import annotations

from scenes import fruit, vessels
from scenes.brush import Canvas
from scenes.closer import closer
from scenes.cloth import cloth, stripes
from scenes.colour import Colour
from scenes.furniture import table
from scenes.rooms import wall
from scenes.scene import scene
from scenes.shapes import Lamp
from scenes.stage import Stage
from scenes.things import knife

RIGHT = Lamp((0.55, -0.6, 0.58))


WARM = Lamp((-0.5, -0.45, 0.7), (1.1, 0.98, 0.78), (0.34, 0.28, 0.34))


def laid(
    canvas: Canvas,
    wall_colour: Colour,
    top: Colour,
    y: float,
    lamp: Lamp | None = None,
    front: float | None = None,
) -> Stage:
    """A wall and a table before it."""
    stage = Stage(canvas, lamp)
    wall(stage, wall_colour, bottom=y + 0.01)
    table(stage, y, top, front=front)
    return stage


@scene(
    "still-life-lemons-jug",
    "Still Life with Lemons and a Blue Jug",
    (
        (
            "Bright yellow lemons, one of them cut in half, lie on a white cloth beside a blue "
            "earthenware jug against a grey-green wall."
        ),
        (
            "A kitchen table with citrus fruit and a pitcher: sour yellow against cobalt blue, lit softly "
            "from the left."
        ),
        "Lemons and a ceramic jug arranged on crumpled linen; fresh, cool colours and long quiet shadows.",
    ),
    "still-life fruit lemon jug table yellow blue",
)
@closer(1.14)
def lemons(canvas: Canvas) -> None:
    stage = laid(canvas, "#7d8a80", "#8a6038", 0.56)
    cloth(
        stage,
        [(0.2, 0.68), (0.55, 0.6), (1.05, 0.64), (1.3, 0.8), (1.1, 0.97), (0.6, 0.93), (0.3, 0.99)],
        "#eae6dc",
        count=7,
        angle=0.5,
    )
    vessels.jug(stage, 0.42, 0.72, 0.46, "#2f5aa0")
    for x, y, r, a in ((0.74, 0.7, 0.075, -0.3), (0.92, 0.76, 0.08, 0.25), (1.12, 0.7, 0.07, -0.1)):
        fruit.lemon(stage, x, y, r, angle=a)
    fruit.half_lemon(stage, 0.66, 0.86, 0.08)
    fruit.lemon(stage, 0.9, 0.92, 0.082, angle=-0.5)
    knife(stage, 1.1, 0.9, 0.3)


@scene(
    "still-life-apples-cloth",
    "Apples on a White Cloth",
    (
        (
            "Red and yellow apples tumble across a rumpled white tablecloth next to a bottle and a "
            "stoneware pot."
        ),
        (
            "A heap of ripe fruit on creased linen in front of a dark blue wall, with solid rounded forms "
            "and warm shadows."
        ),
        (
            "Orchard apples, some on a plate, some rolling free over the napkin; a plain rustic table in "
            "daylight."
        ),
    ),
    "still-life fruit apples cloth bottle",
)
@closer(1.2, 0.6)
def apples(canvas: Canvas) -> None:
    stage = laid(canvas, "#46586a", "#7a4e2c", 0.5, RIGHT)
    cloth(
        stage,
        [
            (0.1, 0.62),
            (0.5, 0.55),
            (1.0, 0.58),
            (1.25, 0.7),
            (1.2, 0.9),
            (0.9, 1.02),
            (0.3, 0.98),
            (0.15, 0.85),
        ],
        "#ece8e2",
        count=8,
        angle=0.9,
        depth=0.016,
    )
    vessels.bottle(stage, 0.98, 0.64, 0.5)
    vessels.vase(stage, 0.28, 0.66, 0.32, "#9a8a6a", vessels.POT)
    vessels.plate(stage, 0.62, 0.72, 0.22)
    for x, y, r, a, b in (
        (0.54, 0.7, 0.08, "#b8301e", "#d9b23c"), (0.7, 0.7, 0.082, "#c8a030", "#b8501e"),
        (0.62, 0.75, 0.085, "#a8281e", "#d08838"),
        (0.9, 0.82, 0.082, "#b8301e", "#d9b23c"),
        (0.38, 0.84, 0.085, "#8aa03a", "#c86a30"), (0.58, 0.92, 0.09, "#b23024", "#e0b848"),
        (1.08, 0.9, 0.08, "#c89a30", "#c04a24"),
    ):  # fmt: skip
        fruit.apple(stage, x, y, r, a, b)


def _heap(stage: Stage, x: float, y: float) -> None:
    fruit.orange(stage, x - 0.17, y + 0.02, 0.085)
    fruit.orange(stage, x + 0.16, y + 0.02, 0.085)
    fruit.apple(stage, x, y - 0.02, 0.09)
    fruit.pear(stage, x + 0.1, y - 0.03, 0.075, lean=0.2)
    fruit.peach(stage, x - 0.08, y + 0.06, 0.08)
    fruit.lemon(stage, x + 0.07, y + 0.07, 0.07)
    fruit.grapes(stage, x - 0.2, y + 0.13, 0.085, "#4b2a5e", 34)


@scene(
    "still-life-fruit-bowl",
    "A Bowl of Fruit",
    (
        (
            "A large blue bowl heaped with oranges, apples, a pear, a peach, a lemon and dark grapes "
            "stands on a red cloth."
        ),
        "Abundant mixed fruit piled in a ceramic dish, warm orange and gold against a deep green wall.",
        "The autumn harvest in a basin: round ripe fruits in many colours, shining in light from the window.",
    ),
    "still-life fruit bowl oranges apples pear grapes",
    aspect=1.0,
)
def fruit_bowl(canvas: Canvas) -> None:
    stage = laid(canvas, "#3e5244", "#6a4630", 0.55)
    patch = cloth(
        stage,
        [(-0.05, 0.66), (0.4, 0.6), (0.9, 0.62), (1.05, 0.75), (1.05, 1.05), (0.4, 1.02), (-0.05, 1.05)],
        "#a83a30",
        count=7,
        angle=0.3,
    )
    stripes(stage, patch, "#d8a850", 9, 0.3, 0.12)
    vessels.bowl(stage, 0.5, 0.86, 0.32, "#3a6494", _heap)
    fruit.plum(stage, 0.88, 0.88, 0.055)
    fruit.plum(stage, 0.8, 0.94, 0.06)
    fruit.cherries(stage, 0.14, 0.93, 0.03)


@scene(
    "still-life-pears",
    "Three Pears and a Pewter Plate",
    (
        "Three golden pears, one leaning on another, stand on a grey plate beside a folded napkin.",
        "A quiet study of ripe pears in ochre and green with soft light and a plain brown background.",
        "Orchard fruit on a metal dish; the simplest of still lifes, silent and warm.",
    ),
    "still-life pears plate fruit quiet",
    aspect=1.0,
)
@closer(1.1)
def pears(canvas: Canvas) -> None:
    stage = laid(canvas, "#8a7a5e", "#5e4630", 0.6)
    cloth(
        stage,
        [(0.55, 0.72), (0.85, 0.66), (1.06, 0.74), (1.05, 0.92), (0.75, 0.9)],
        "#d8dce0",
        count=10,
        angle=0.8,
    )
    vessels.plate(stage, 0.44, 0.8, 0.32, "#a0a4a6")
    fruit.pear(stage, 0.3, 0.78, 0.12, "#b8a83c", -0.06)
    fruit.pear(stage, 0.52, 0.79, 0.125, "#c8963a", 0.14)
    fruit.pear(stage, 0.42, 0.87, 0.11, "#9aa044", -0.2)


@scene(
    "still-life-peaches-plums",
    "Peaches, Plums and a Glass of Water",
    (
        "Velvety peaches and dark blue plums lie on a stone ledge with a leaf and a stemmed glass.",
        "Summer stone fruit in pink, apricot and violet in front of a shadowed niche.",
        (
            "A delicate arrangement of ripe peaches and plums, the skins downy and bloomed, light falling "
            "from the right."
        ),
    ),
    "still-life peaches plums fruit glass",
)
@closer(1.25)
def peaches(canvas: Canvas) -> None:
    stage = laid(canvas, "#5a5248", "#a09480", 0.62, RIGHT, front=0.88)
    vessels.glass(stage, 1.02, 0.76, 0.4, "#b8c8cc", 0.4)
    for x, y, r in ((0.42, 0.76, 0.11), (0.64, 0.74, 0.105), (0.55, 0.84, 0.115)):
        fruit.peach(stage, x, y, r)
    for x, y in ((0.8, 0.78), (0.88, 0.84), (0.26, 0.84)):
        fruit.plum(stage, x, y, 0.065)
    fruit.leaf(stage, 0.36, 0.66, 0.18, -2.6)
    fruit.leaf(stage, 0.68, 0.64, 0.17, -0.5, "#5f7a34")


@scene(
    "still-life-oranges-leaves",
    "Oranges with Leaves",
    (
        "Oranges with their green leaves still on, on a dish and on a violet cloth in southern sunshine.",
        "Glowing citrus from a Mediterranean garden, orange against purple and turquoise.",
        (
            "Ripe tangerines and foliage, painted in hot complementary colours with strong sunlight and "
            "blue shade."
        ),
    ),
    "still-life oranges leaves southern",
)
@closer(1.2)
def oranges(canvas: Canvas) -> None:
    stage = laid(
        canvas, "#4a9494", "#c89a5a", 0.5, Lamp((-0.6, -0.6, 0.5), (1.12, 1.02, 0.82), (0.42, 0.36, 0.6))
    )
    cloth(
        stage,
        [(0.1, 0.7), (0.5, 0.58), (1.1, 0.62), (1.3, 0.85), (0.9, 1.0), (0.3, 0.96)],
        "#6a4a8a",
        count=6,
        angle=0.7,
    )
    vessels.plate(stage, 0.66, 0.72, 0.27, "#d8e0d8")
    for x, y, r in (
        (0.55, 0.7, 0.095),
        (0.76, 0.69, 0.09),
        (0.66, 0.75, 0.1),
        (0.66, 0.6, 0.09),
        (1.04, 0.82, 0.095),
        (0.36, 0.88, 0.1),
        (0.86, 0.93, 0.095),
    ):
        fruit.orange(stage, x, y, r)
        fruit.leaf(stage, x, y - r * 1.75, r * 1.5, stage.rng.uniform(-2.8, -0.3), "#3f7034")


@scene(
    "still-life-cherries-strawberries",
    "Cherries and Strawberries",
    (
        "Glossy red cherries spill from a white bowl, with strawberries scattered over a pale blue cloth.",
        "Small summer berries, crimson and shining, in a porcelain dish by a little vase.",
        "A dessert of strawberries and cherries in June, light and delicate, reds on white and blue.",
    ),
    "still-life cherries strawberries berries",
    aspect=1.0,
)
def cherries(canvas: Canvas) -> None:
    stage = laid(canvas, "#b8b4a0", "#8a6a4a", 0.48)
    cloth(
        stage,
        [(-0.05, 0.6), (0.4, 0.54), (1.05, 0.56), (1.05, 1.05), (-0.05, 1.05)],
        "#a8c0d4",
        count=7,
        angle=0.6,
    )

    def fill(stage: Stage, x: float, y: float) -> None:
        for i in range(15):
            fruit.cherries(stage, x + stage.rng.uniform(-0.2, 0.2), y + 0.06 * (i / 15) - 0.01, 0.034)

    vessels.bowl(stage, 0.46, 0.78, 0.3, "#eae8e4", fill)
    for _ in range(9):
        fruit.strawberry(stage, stage.rng.uniform(0.12, 0.92), stage.rng.uniform(0.82, 0.97), 0.042)
    fruit.cherries(stage, 0.84, 0.74, 0.036)
