"""Staffage: the small figures that give a landscape life, standing, walking, seated, at work."""

import numpy as np

from scenes.brush import Canvas, oval
from scenes.colour import Colour, lighter, mix
from scenes.light import Light

SKIN = "#c89474"
COATS: list[Colour] = ["#8a2f2a", "#2c4468", "#3c5a44", "#b8893c", "#5a3c58", "#d8cdb8", "#4a4a52", "#a85a34"]


def person(
    canvas: Canvas,
    x: float,
    feet: float,
    height: float,
    light: Light,
    coat: Colour | None = None,
    skirt: bool | None = None,
    hat: Colour | None = None,
    stride: float = 0.0,
    arm: float = 0.3,
) -> None:
    """Someone standing or walking; `arm` lifts from the side (0) to the horizontal (1.5) and up (2.5)."""
    rng, h = canvas.rng, height
    wear = COATS[rng.integers(len(COATS))] if coat is None else coat
    dress = rng.random() < 0.5 if skirt is None else skirt
    if dress:
        bell = [
            (x - 0.09 * h, feet - 0.55 * h),
            (x + 0.09 * h, feet - 0.55 * h),
            (x + 0.19 * h, feet),
            (x - 0.19 * h, feet),
        ]
        canvas.grade(bell, lighter(wear, 0.1), lighter(wear, -0.4))
    else:
        trousers = lighter("#3a3434", rng.uniform(0, 0.15))
        for side in (-1, 1):
            leg = [(x + side * 0.05 * h, feet - 0.5 * h), (x + side * (0.06 + stride * 0.16) * h, feet)]
            canvas.line(leg, 0.1 * h, trousers, taper=0.7)
    torso(canvas, x, feet - 0.5 * h, h, light, wear, arm, hat)


def torso(
    canvas: Canvas,
    x: float,
    waist: float,
    h: float,
    light: Light,
    coat: Colour,
    arm: float = 0.3,
    hat: Colour | None = None,
    lean: float = 0,
) -> None:
    """From the waist up; `h` is the whole figure's height."""
    bright, dark = mix(coat, light.sun, 0.25), lighter(coat, -0.45)
    sun = 1 if light.direction[0] > 0 else -1
    nx, ny = x + lean * h, waist - 0.32 * h
    body = [
        (x - 0.1 * h, waist),
        (nx - 0.12 * h, ny + 0.04 * h),
        (nx - 0.05 * h, ny),
        (nx + 0.05 * h, ny),
        (nx + 0.12 * h, ny + 0.04 * h),
        (x + 0.1 * h, waist),
    ]
    canvas.grade(body, *((dark, bright) if sun > 0 else (bright, dark)), across=True)
    for side in (-1, 1):
        reach = arm if side == sun else 0.15
        hand = (nx + side * (0.13 + 0.28 * np.sin(reach)) * h, ny + (0.06 + 0.28 * np.cos(reach)) * h)
        sleeve = bright if side == sun else dark
        canvas.line([(nx + side * 0.1 * h, ny + 0.05 * h), hand], 0.07 * h, sleeve, taper=0.7)
        canvas.ellipse(*hand, 0.025 * h, 0.025 * h, SKIN)
    _head(canvas, nx, ny - 0.085 * h, h, light, sun, hat)


def _head(canvas: Canvas, x: float, y: float, h: float, light: Light, sun: int, hat: Colour | None) -> None:
    canvas.ellipse(x, y, 0.062 * h, 0.078 * h, mix(SKIN, light.shade, 0.35))
    canvas.ellipse(x + sun * 0.02 * h, y, 0.042 * h, 0.065 * h, mix(SKIN, light.sun, 0.25))
    hair: Colour = "#3a2a20" if hat is None else hat
    canvas.fill(oval(x, y - 0.01 * h, 0.07 * h, 0.078 * h, 0, np.pi * 0.95, np.pi * 2.05), hair)
    if hat is not None:
        canvas.ellipse(x, y - 0.025 * h, 0.12 * h, 0.022 * h, lighter(hat, 0.12))


def seated(
    canvas: Canvas,
    x: float,
    seat: float,
    h: float,
    light: Light,
    coat: Colour | None = None,
    hat: Colour | None = None,
    lean: float = 0,
    arm: float = 0.6,
) -> None:
    """Someone sitting (in a boat, on a wall), seen from the hips up, with bent knees."""
    wear = COATS[canvas.rng.integers(len(COATS))] if coat is None else coat
    canvas.ellipse(x + 0.06 * h, seat - 0.04 * h, 0.16 * h, 0.07 * h, lighter(wear, -0.4))
    torso(canvas, x, seat - 0.03 * h, h, light, wear, arm, hat, lean)


def crowd(
    canvas: Canvas,
    left: float,
    right: float,
    feet: float,
    height: float,
    light: Light,
    n: int,
    depth: float = 0.02,
) -> None:
    """People strolling about, nearer ones lower and larger."""
    rng = canvas.rng
    for t in np.sort(rng.random(n)):
        size = height * (0.82 + 0.25 * t) * rng.uniform(0.92, 1.06)
        hat = None if rng.random() < 0.5 else lighter(COATS[rng.integers(len(COATS))], -0.2)
        x = rng.uniform(left, right)
        cast(canvas, x, feet + depth * t, size, light)
        stride, arm = rng.normal(0, 0.6), rng.uniform(0, 0.9)
        person(canvas, x, feet + depth * t, size, light, hat=hat, stride=stride, arm=arm)


def cast(canvas: Canvas, x: float, feet: float, size: float, light: Light, strength: float = 0.4) -> None:
    """The shadow on the ground."""
    away = -float(light.direction[0]) * size * 0.45
    canvas.ellipse(x + away, feet, abs(away) + size * 0.12, size * 0.05, "#20202c", strength, soft=0.002)
