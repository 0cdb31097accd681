"""What stands on a table besides fruit: crockery, glass, bread and cheese, candle, skull, books, instruments."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scenes.colour import Colour, mix
from scenes.frame import Frame, bump, mirrored
from scenes.fruit import ground, mouth, turned
from scenes.stage import Dab, Patch, Point, Stage, times

VASE = [(0.0, 0.22), (0.06, 0.26), (0.45, 0.36), (0.78, 0.2), (0.9, 0.17), (1.0, 0.24)]
URN = [(0.0, 0.2), (0.05, 0.21), (0.12, 0.13), (0.22, 0.2), (0.55, 0.37), (0.8, 0.3), (0.92, 0.24), (1.0, 0.3)]
POT = [(0.0, 0.26), (0.06, 0.32), (0.4, 0.42), (0.8, 0.36), (0.93, 0.3), (1.0, 0.33)]
TALL = [(0.0, 0.17), (0.05, 0.18), (0.5, 0.17), (0.85, 0.2), (1.0, 0.24)]
BOTTLE = [(0.0, 0.14), (0.04, 0.15), (0.55, 0.15), (0.68, 0.11), (0.76, 0.05), (0.96, 0.045), (1.0, 0.055)]


def scaled(profile: list[Point], size: float) -> list[Point]:
    return [(u * size, r * size) for u, r in profile]


def vase(stage: Stage, x: float, y: float, size: float, colour: Colour, profile: list[Point] = VASE, *, gloss: float = 0.55) -> Patch:
    body = turned(stage, x, y, scaled(profile, size), colour, gloss=gloss)
    mouth(stage, x, y - size, profile[-1][1] * size, colour)
    return body


def painted_vase(stage: Stage, x: float, y: float, size: float, colour: Colour, ink: Colour, profile: list[Point] = VASE) -> None:
    """A pale vase with brushed sprigs, as on old blue-and-white ware."""
    body = vase(stage, x, y, size, colour, profile)
    g = stage.rng
    marks = []
    for _ in range(9):
        u, v = g.uniform(-0.24, 0.24) * size, g.uniform(0.2, 0.7) * size
        for a in np.arange(0, 6.2, 1.25):
            marks.append(Dab(x + u + np.cos(a) * size * 0.03, y - v + np.sin(a) * size * 0.03, size * 0.06, size * 0.022, a, times(ink, g.uniform(0.8, 1.3))))
        marks.append(Dab(x + u, y - v + size * 0.07, size * 0.12, size * 0.01, g.uniform(0.8, 2.2), times(ink, 1.0)))
    stage.dabs(marks, body, 0.6)


def jug(stage: Stage, x: float, y: float, size: float, colour: Colour, *, side: float = 1.0) -> None:
    """A jug with a handle on one side and a lip on the other."""
    t = np.linspace(-1.3, 1.45, 12)
    ear = [(float(x + side * size * (0.26 + 0.2 * np.cos(a))), float(y - size * (0.62 + 0.26 * np.sin(a))), size * 0.04) for a in t]
    stage.form(stage.limbs([ear]), colour, gloss=0.4)
    turned(stage, x, y, scaled(URN if side < 0 else VASE, size), colour, gloss=0.6)
    mouth(stage, x, y - size, size * 0.24, colour)
    lip = stage.blob([(x - side * size * 0.14, y - size * 1.04), (x - side * size * 0.34, y - size * 1.05), (x - side * size * 0.22, y - size * 0.9)])
    stage.form(lip, colour, gloss=0.3)


def bowl(stage: Stage, x: float, y: float, r: float, colour: Colour, fill: Callable[[Stage, float, float], None] | None = None) -> None:
    """A footed bowl; what it holds is drawn before its front wall, resting at the brim."""
    brim = y - r * 0.72
    back = stage.ellipse(x, brim, r, r * 0.24)
    ground(stage, stage.ellipse(x, y - r * 0.35, r * 0.9, r * 0.4), r * 0.6)
    stage.form(back, times(colour, 0.55))
    if fill is not None:
        fill(stage, x, brim)
    front = stage.blob([(x - r, brim), (x - r * 0.55, brim + r * 0.2), (x, brim + r * 0.245), (x + r * 0.55, brim + r * 0.2), (x + r, brim), (x + r * 0.86, brim + r * 0.36), (x + r * 0.4, y - r * 0.08), (x, y), (x - r * 0.4, y - r * 0.08), (x - r * 0.86, brim + r * 0.36)])
    stage.form(front, colour, bevel=r * 0.45, gloss=0.5)
    rim = [Dab(x + r * np.cos(a), brim + r * 0.235 * np.sin(a), r * 0.16, r * 0.03, np.arctan2(0.235 * np.cos(a), -np.sin(a)), mix(colour, "#ffffff", 0.6)) for a in np.linspace(0.1, 3.04, 26)]
    stage.dabs(rim, opacity=0.75)


def plate(stage: Stage, x: float, y: float, r: float, colour: Colour = "#e9e6de") -> None:
    """A plate lying flat: rim, well, and a ring of blue."""
    disc = stage.ellipse(x, y, r, r * 0.34)
    stage.cast(disc, 0.01, r * 0.06, r * 0.05, 0.7)
    stage.form(disc, colour, bevel=r * 0.12)
    ring = [Dab(x + r * 0.86 * np.cos(a), y + r * 0.29 * np.sin(a), r * 0.12, r * 0.018, np.arctan2(0.34 * np.cos(a), -np.sin(a)), times("#4a64a0", 1)) for a in np.arange(0, 6.28, 0.16)]
    stage.dabs(ring, disc, 0.6)
    well = stage.ellipse(x, y + r * 0.015, r * 0.68, r * 0.22)
    stage.lay(well, times(colour, 0.86), 0.9)
    stage.lay(stage.ellipse(x + r * 0.05, y + r * 0.035, r * 0.6, r * 0.18), times(colour, 1.0), 0.8)


def bottle(stage: Stage, x: float, y: float, size: float, colour: Colour = "#23402c") -> None:
    body = turned(stage, x, y, scaled(BOTTLE, size), colour, gloss=0.8)
    label = stage.polygon([(x - size * 0.14, y - size * 0.18), (x + size * 0.14, y - size * 0.18), (x + size * 0.14, y - size * 0.4), (x - size * 0.14, y - size * 0.4)])
    tone = stage.rgb[label.window].max(axis=2, keepdims=True)
    stage.lay(label, np.asarray(np.clip(mix("#e8dcc0", "#e8dcc0", 0) * (0.45 + 1.4 * tone), 0, 1), np.float32), 0.9)
    stage.dabs([Dab(x, y - size * t, size * 0.17, size * 0.016, 0, times("#6a3a2a", 1)) for t in (0.26, 0.3, 0.35)], label, 0.7)
    stage.dabs([Dab(x + size * 0.08, y - size * 0.5, size * 0.2, size * 0.02, 1.57, times("#6a9a5a", 1))], body, 0.5)


def glass(stage: Stage, x: float, y: float, size: float, wine: Colour = "#7a1420", level: float = 0.55) -> None:
    """A stemmed glass partly full; the wall shows only as edges and glints."""
    foot = stage.ellipse(x, y - size * 0.02, size * 0.2, size * 0.055)
    ground(stage, foot, size * 0.2, 0.5)
    stage.form(foot, "#c8ccd0", gloss=0.5)
    stage.form(stage.limbs([[(x, y - size * 0.04, size * 0.018), (x, y - size * 0.45, size * 0.022)]]), "#b8bec4", gloss=0.8)
    cup = stage.blob(Frame(x, y - size * 0.72, size).points(mirrored([(0, -0.28), (0.2, -0.27), (0.25, 0.0), (0.17, 0.22), (0, 0.29)])))
    stage.lay(cup, "#dfe4e6", 0.16)
    top = y - size * (0.43 + level)
    body = stage.blob([(x - size * 0.235, top), (x + size * 0.235, top), (x + size * 0.16, y - size * 0.5), (x, y - size * 0.43), (x - size * 0.16, y - size * 0.5)])
    stage.form(body, wine, gloss=0.7, glow=0.5)
    stage.lay(stage.ellipse(x, top + size * 0.015, size * 0.225, size * 0.035), mix(wine, "#ffd0b0", 0.25), 0.9)
    edges = [Dab(x + s * size * 0.235, y - size * 0.8, size * 0.36, size * 0.014, 1.57 + s * 0.06, times("#f4f6f6", 1)) for s in (-1, 1)]
    rim = [Dab(x + size * 0.2 * np.cos(a), y - size * 0.995 + size * 0.035 * np.sin(a), size * 0.09, size * 0.012, 0, times("#f0f4f6", 1)) for a in np.arange(0, 6.2, 0.5)]
    stage.dabs([*edges, *rim, Dab(x - size * 0.13, y - size * 0.78, size * 0.24, size * 0.035, 1.5, times("#ffffff", 1))], opacity=0.6)


def loaf(stage: Stage, x: float, y: float, long: float) -> None:
    """A country loaf, slashed and floured."""
    f = Frame(x, y - long * 0.22, long)
    body = stage.blob(f.points([(-0.5, 0.05), (-0.42, -0.15), (-0.1, -0.24), (0.25, -0.22), (0.5, -0.05), (0.47, 0.14), (0.2, 0.21), (-0.3, 0.2)]))
    ground(stage, body, long * 0.22)
    stage.form(body, "#b87838", texture=0.2)
    for u in (-0.25, -0.02, 0.22):
        cut = stage.blob(f.points([(u - 0.06, 0.02), (u - 0.03, -0.15), (u + 0.08, -0.2), (u + 0.05, -0.02)]))
        stage.form(cut, "#e6c48a", texture=0.2)
    g = stage.rng
    stage.dabs([f.dab(g.uniform(-0.4, 0.4), g.uniform(-0.2, 0.0), 0.05, 0.02, g.uniform(0, 3), times("#f2e4c8", 1)) for _ in range(40)], body, 0.4)


def cheese(stage: Stage, x: float, y: float, size: float) -> None:
    """A wedge cut from a wheel."""
    side = stage.polygon([(x - size, y - size * 0.08), (x + size * 0.7, y), (x + size * 0.7, y - size * 0.55), (x - size, y - size * 0.6)])
    ground(stage, side, size * 0.5)
    stage.form(side, "#e6bc58", bevel=size * 0.06, texture=0.1)
    stage.form(stage.polygon([(x - size, y - size * 0.6), (x + size * 0.7, y - size * 0.55), (x + size * 0.95, y - size * 0.8)]), "#f2d68a", bevel=size * 0.05)
    stage.form(stage.polygon([(x + size * 0.7, y), (x + size * 0.95, y - size * 0.26), (x + size * 0.95, y - size * 0.8), (x + size * 0.7, y - size * 0.55)]), "#a86a2a", bevel=size * 0.04)
    g = stage.rng
    for _ in range(9):
        hole = stage.ellipse(x + g.uniform(-0.8, 0.55) * size, y - g.uniform(0.12, 0.48) * size, size * g.uniform(0.03, 0.08), size * g.uniform(0.03, 0.06))
        stage.lay(hole, "#a87828", 0.8)


def knife(stage: Stage, x: float, y: float, long: float, angle: float = -0.25) -> None:
    f = Frame(x, y, long, angle)
    blade = stage.blob(f.points([(0.0, -0.03), (0.3, -0.04), (0.62, 0.0), (0.3, 0.03), (0.0, 0.025)]))
    handle = stage.limbs([f.knots([(-0.36, 0.0, 0.035), (-0.02, 0.0, 0.03)])])
    for part in (blade, handle):
        stage.cast(part, 0.004, 0.01, 0.005, 0.7)
    stage.form(blade, "#b8c0c8", gloss=0.8)
    stage.form(handle, "#3a2418", gloss=0.3)


def candle(stage: Stage, x: float, y: float, size: float, *, lit: bool = True, brass: Colour = "#b8862c") -> None:
    """A candle in a brass stick; alight, it glows upon all that stands near."""
    turned(stage, x, y, [(0, size * 0.2), (size * 0.03, size * 0.2), (size * 0.07, size * 0.05), (size * 0.3, size * 0.035), (size * 0.36, size * 0.09), (size * 0.4, size * 0.07)], brass, gloss=0.8)
    turned(stage, x, y - size * 0.39, [(0, size * 0.05), (size * 0.45, size * 0.05)], "#ece0c4", gloss=0.2, shadow=0.0)
    stage.form(stage.limbs([[(x + size * 0.045, y - size * 0.82, size * 0.016), (x + size * 0.05, y - size * 0.66, size * 0.02)]]), "#f2e8d0")
    tip = y - size * 0.86
    stage.lay(stage.limbs([[(x, tip + size * 0.02, size * 0.006), (x, tip - size * 0.05, size * 0.006)]]), "#1a1410")
    if lit:
        flame = stage.blob([(x, tip - size * 0.24), (x + size * 0.042, tip - size * 0.09), (x + size * 0.02, tip - size * 0.01), (x - size * 0.02, tip - size * 0.01), (x - size * 0.042, tip - size * 0.09)])
        stage.canvas.glow(x, tip - size * 0.1, size * 0.75, "#ff9a3c", 0.75)
        stage.lay(flame, "#ffd070")
        stage.lay(stage.ellipse(x, tip - size * 0.07, size * 0.018, size * 0.05), "#fff8e0")


def skull(stage: Stage, x: float, y: float, size: float) -> None:
    """A skull in three-quarter view, jaw on the table."""
    f = Frame(x, y - size * 0.5, size, -0.05)
    bone = stage.blob(f.points([(-0.1, -0.5), (0.25, -0.42), (0.42, -0.15), (0.38, 0.08), (0.3, 0.16), (0.3, 0.42), (0.1, 0.5), (-0.12, 0.46), (-0.2, 0.2), (-0.42, 0.12), (-0.55, -0.12), (-0.45, -0.38)]))
    ground(stage, bone, size * 0.35)
    u, v = f.grid(stage, bone)
    relief = bump(u, v, (0.0, 0.2), 0.1, 0.06) * 0.05 + bump(u, v, (0.32, 0.18), 0.06, 0.05) * 0.04 - bump(u, v, (-0.3, 0.05), 0.12, 0.1) * 0.05
    stage.form(bone, "#d8c49a", relief=relief * size, texture=0.12)
    for cx, r in ((0.02, 0.115), (0.3, 0.09)):
        stage.form(stage.ellipse(*f.at(cx, 0.03), size * r, size * 0.11, 0.2), "#1e1612")
    stage.wash(stage.blob(f.points([(0.18, 0.1), (0.24, 0.22), (0.17, 0.24), (0.13, 0.21)])), "#241a14")
    for i in range(7):
        stage.form(stage.ellipse(*f.at(0.02 + 0.042 * i, 0.345 + 0.004 * i), size * 0.024, size * 0.04), "#e6d8b4")
    cracks = [f.dab(a, b, 0.16, 0.008, c, times("#6a5434", 1)) for a, b, c in ((-0.2, -0.3, 0.5), (-0.1, -0.22, 1.1), (0.1, 0.305, 0.05), (0.1, 0.39, 0.05))]
    stage.dabs(cracks, bone, 0.7)


def book(stage: Stage, x: float, y: float, wide: float, thick: float, colour: Colour, tilt: float = 0.0) -> None:
    """A closed book lying flat, its spine to us."""
    f = Frame(x, y, wide, tilt)
    top = stage.polygon(f.points([(-0.5, -thick / wide), (0.5, -thick / wide), (0.42, -thick / wide - 0.2), (-0.4, -thick / wide - 0.2)]))
    spine = stage.polygon(f.points([(-0.5, 0), (0.5, 0), (0.5, -thick / wide), (-0.5, -thick / wide)]))
    ground(stage, spine, wide * 0.25)
    stage.form(top, times(colour, 1.15), bevel=wide * 0.02)
    stage.form(spine, colour, bevel=thick * 0.4)
    bands = [f.dab(u, -thick / wide / 2, thick / wide, 0.02, 1.57, times("#c8a040", 1)) for u in (-0.4, -0.2, 0.2, 0.4)]
    stage.dabs(bands, spine, 0.8)


def open_book(stage: Stage, x: float, y: float, wide: float) -> None:
    """A book lying open, its lines of print only guessed at."""
    for s in (-1, 1):
        page = stage.blob([(x, y), (x, y - wide * 0.3), (x + s * wide * 0.25, y - wide * 0.36), (x + s * wide * 0.46, y - wide * 0.31), (x + s * wide * 0.52, y - wide * 0.02), (x + s * wide * 0.25, y - wide * 0.05)])
        stage.cast(page, 0.008, 0.012, 0.01, 0.6)
        stage.form(page, "#ece2c8", bevel=wide * 0.14, texture=0.05)
        lines = [Dab(x + s * wide * 0.26, y - wide * t, wide * 0.36, wide * 0.009, s * 0.03, times("#6a5a4a", 1)) for t in np.arange(0.09, 0.32, 0.028)]
        stage.dabs(lines, page, 0.55)


def violin(stage: Stage, x: float, y: float, long: float, angle: float = -0.9, colour: Colour = "#9a4a1c") -> None:
    """A violin lying or leaning, neck upwards along `angle`; a guitar if drawn large and pale."""
    f = Frame(x, y, long, angle)
    body = stage.blob(f.points([(-0.48, 0.0), (-0.44, -0.14), (-0.3, -0.2), (-0.18, -0.12), (-0.06, -0.13), (0.06, -0.15), (0.12, 0.0), (0.06, 0.15), (-0.06, 0.13), (-0.18, 0.12), (-0.3, 0.2), (-0.44, 0.14)]))
    neck = stage.limbs([f.knots([(0.05, 0.0, 0.022), (0.46, 0.0, 0.018)]), f.knots([(0.46, 0.0, 0.03), (0.54, 0.02, 0.022)])])
    for part in (body, neck):
        stage.cast(part, 0.012, 0.016, 0.012, 0.7)
    stage.form(body, colour, bevel=long * 0.06, gloss=0.5, texture=0.1)
    stage.form(neck, "#2a1a12", gloss=0.3)
    holes = [f.dab(-0.17, s * 0.07, 0.11, 0.016, s * 0.25, times("#160c08", 1)) for s in (-1, 1)]
    strings = [f.dab(0.03, s, 0.86, 0.004, 0.0, times("#d8ccb0", 1)) for s in (-0.012, -0.004, 0.004, 0.012)]
    stage.dabs([*holes, f.dab(-0.2, 0.0, 0.02, 0.09, 0.0, times("#d8b070", 1)), *strings], opacity=0.8)
