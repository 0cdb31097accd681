"""Animals of the landscape, small: camels, cows, sheep, gulls."""

import numpy as np

from scenes.brush import Canvas, oval
from scenes.colour import Colour, lighter, mix
from scenes.light import Light
from scenes.staffage import seated


def camel(
    canvas: Canvas,
    x: float,
    feet: float,
    h: float,
    light: Light,
    coat: Colour = "#a87a4a",
    way: int = 1,
    rider: Colour | None = "#e8dcc4",
) -> None:
    """A camel of height h (to the head), going the way; perhaps with a rider."""
    dark = lighter(coat, -0.4)
    for i, step in enumerate((-0.3, -0.2, 0.18, 0.3)):
        hip = (x + way * step * h * 0.95, feet - 0.45 * h)
        foot = (x + way * (step + (0.06 if i % 2 else -0.07)) * h, feet)
        knee = ((hip[0] + foot[0]) / 2 + 0.01 * h, feet - 0.22 * h)
        canvas.line([hip, knee, foot], 0.075 * h, dark if i % 2 else coat, taper=0.6)
    canvas.grade(oval(x, feet - 0.56 * h, 0.36 * h, 0.16 * h), mix(coat, light.sun, 0.2), dark)
    canvas.ellipse(x - way * 0.03 * h, feet - 0.73 * h, 0.16 * h, 0.13 * h, mix(coat, light.sun, 0.2))
    chest = [(x + way * 0.28 * h, feet - 0.57 * h), (x + way * 0.46 * h, feet - 0.5 * h)]
    canvas.line(
        [*chest, (x + way * 0.55 * h, feet - 0.68 * h), (x + way * 0.56 * h, feet - 0.88 * h)],
        0.13 * h,
        coat,
        taper=0.55,
    )
    canvas.ellipse(x + way * 0.62 * h, feet - 0.9 * h, 0.1 * h, 0.05 * h, lighter(coat, 0.08), turn=way * 0.2)
    canvas.line([(x - way * 0.35 * h, feet - 0.6 * h), (x - way * 0.4 * h, feet - 0.35 * h)], 0.03 * h, dark)
    if rider is not None:
        cloth = [
            (x - 0.15 * h, feet - 0.55 * h),
            (x + 0.13 * h, feet - 0.55 * h),
            (x + 0.1 * h, feet - 0.82 * h),
            (x - 0.13 * h, feet - 0.82 * h),
        ]
        canvas.grade(cloth, "#a8443c", "#5a2424")
        seated(canvas, x, feet - 0.78 * h, 0.62 * h, light, rider, hat="#f0e8d8")


def cow(
    canvas: Canvas,
    x: float,
    feet: float,
    h: float,
    light: Light,
    coat: Colour = "#7a4a30",
    way: int = 1,
    grazing: bool = True,
) -> None:
    """A cow of height h at the shoulder."""
    dark = lighter(coat, -0.4)
    for i, step in enumerate((-0.5, -0.38, 0.38, 0.5)):
        leg = [(x + way * step * h, feet - 0.5 * h), (x + way * step * h, feet)]
        canvas.line(leg, 0.12 * h, dark if i % 2 else coat, taper=0.7)
    canvas.grade(oval(x, feet - 0.66 * h, 0.68 * h, 0.3 * h), mix(coat, light.sun, 0.3), dark)
    canvas.ellipse(x - way * 0.2 * h, feet - 0.7 * h, 0.18 * h, 0.15 * h, "#e8dcc8", 0.85)
    head = (x + way * 0.9 * h, feet - (0.2 if grazing else 0.95) * h)
    canvas.line([(x + way * 0.55 * h, feet - 0.75 * h), head], 0.28 * h, coat, taper=0.55)
    canvas.ellipse(*head, 0.17 * h, 0.1 * h, lighter(coat, 0.05), turn=way * (0.9 if grazing else 0.4))


def sheep(canvas: Canvas, x: float, feet: float, h: float, light: Light, way: int = 1) -> None:
    for step in (-0.35, -0.2, 0.2, 0.35):
        canvas.line([(x + step * h, feet - 0.4 * h), (x + step * h, feet)], 0.09 * h, "#3c3430")
    n, rng = 26, canvas.rng
    angle = rng.uniform(0, 2 * np.pi, n)
    down = np.sort(np.sin(angle))[::-1]
    wool = mix("#9a958c", mix("#f6efe0", light.sun, 0.3), 0.5 - down * 0.5)
    canvas.dabs(
        x + np.cos(angle) * 0.4 * h, feet - 0.6 * h + down * 0.2 * h, 0.32 * h, 0.26 * h, angle, wool, 0.9
    )
    canvas.ellipse(x + way * 0.6 * h, feet - 0.62 * h, 0.15 * h, 0.11 * h, "#4a403a", turn=way * 0.5)


def gulls(canvas: Canvas, x: float, y: float, n: int = 7, spread: float = 0.2, size: float = 0.03) -> None:
    """White sea birds on the wing, with grey backs."""
    for _ in range(n):
        bx, by = x + canvas.rng.normal(0, spread), y + canvas.rng.normal(0, spread * 0.4)
        s, tilt = size * canvas.rng.uniform(0.5, 1.2), canvas.rng.normal(0, 0.35)
        for side in (-1, 1):
            tip = (bx + side * s, by - s * (0.35 + side * tilt * 0.6))
            elbow = (bx + side * s * 0.5, by - s * (0.45 + side * tilt * 0.3))
            canvas.line([(bx, by), elbow, tip], s * 0.2, "#fbfaf4" if side < 0 else "#c4ccd6", 1, taper=0.25)
        canvas.ellipse(bx, by + s * 0.04, s * 0.26, s * 0.1, "#f6f6f2", turn=tilt)
