"""Single buildings: cottages in a village, towers, churches, a cathedral's front and its nave, a castle, a bridge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenes.colour import Colour, mix, rgb
from scenes.noise import smooth
from scenes.stage import Array, Dab, Patch, Point, Stage, times


def slab(stage: Stage, points: Sequence[Point], colour: Colour, tone: float = 1.0, texture: float = 0.12) -> Patch:
    """A wall or a roof plane, darker or lighter as it faces the light."""
    patch = stage.polygon(points)
    h = patch.mask.shape[0]
    fall = np.linspace(1.05, 0.9, h, dtype=np.float32)[:, None, None]
    stage.lay(patch, stage.mottled(patch, rgb(colour) * np.float32(tone) * fall, texture))
    return patch


def tiled(stage: Stage, patch: Patch, colour: Colour, angle: float, size: float, count: int) -> None:
    """Rows of tiles or thatch suggested on a roof plane."""
    g = stage.rng
    ys, xs = np.nonzero(patch.mask > 0.6)
    if len(ys) == 0:
        return
    picks = g.integers(0, len(ys), count)
    marks = [Dab((xs[i] + patch.x) / stage.height, (ys[i] + patch.y) / stage.height, size, size * 0.3, angle, times(colour, g.uniform(0.6, 1.3))) for i in picks]
    stage.dabs(marks, patch, 0.55)


def cottage(stage: Stage, x: float, y: float, size: float, wall: Colour = "#e6dcc6", roof: Colour = "#a8502e", *, side: float = 1.0, snow: bool = False, lit: bool = False, tall: float = 1.0) -> None:
    """A gabled house, its gable end at x and its long side running to `side`; `size` is the height of its eaves."""
    s, d = size, side
    lx = stage.light.towards[0]
    end, long = (1.08, 0.72) if lx * d < 0 else (0.75, 1.08)
    e = s * tall
    a, b, c = (x, y), (x + d * 0.72 * s, y), (x + d * 2.0 * s, y - 0.07 * s)
    apex = (x + d * 0.36 * s, y - e - 0.62 * s)
    ridge = (apex[0] + d * 1.24 * s, apex[1] - 0.04 * s)
    stage.canvas.glaze(stage.canvas.mask([a, c, (c[0] - lx * s * 0.7, y + 0.12 * s), (x - lx * s * 0.5, y + 0.16 * s)], 0.02 * s + 0.002) * 0.4, stage.light.cool)
    slab(stage, [b, c, (c[0], c[1] - e * 0.97), (b[0], b[1] - e)], wall, long)
    slab(stage, [a, b, (b[0], y - e), apex, (x, y - e)], wall, end)
    over = 0.1 * s
    slope = slab(stage, [apex, ridge, (c[0] + d * over, c[1] - e * 0.97 + over), (b[0] + d * over * 0.2, y - e + over)], "#eef0f6" if snow else roof, long * 1.05, 0.16)
    if not snow:
        tiled(stage, slope, roof, 0.02, s * 0.16, 90)
    left = stage.limbs([[(x - d * 0.09 * s, y - e + 0.13 * s, 0.035 * s), (*apex, 0.035 * s), (b[0] + d * 0.06 * s, y - e + 0.1 * s, 0.035 * s)]])
    stage.form(left, "#f2f3f8" if snow else times(roof, 0.75))
    _panes(stage, x, y, s, e, d, lit)
    chimney = (apex[0] + d * 0.8 * s, apex[1] - 0.02 * s)
    slab(stage, [(chimney[0] - 0.07 * s, chimney[1] + 0.1 * s), (chimney[0] - 0.07 * s, chimney[1] - 0.24 * s), (chimney[0] + 0.07 * s, chimney[1] - 0.24 * s), (chimney[0] + 0.07 * s, chimney[1] + 0.1 * s)], "#8a5a48")
    if snow:
        slab(stage, [(chimney[0] - 0.08 * s, chimney[1] - 0.3 * s), (chimney[0] + 0.08 * s, chimney[1] - 0.3 * s), (chimney[0] + 0.08 * s, chimney[1] - 0.22 * s), (chimney[0] - 0.08 * s, chimney[1] - 0.22 * s)], "#f4f4fa")


def _panes(stage: Stage, x: float, y: float, s: float, e: float, d: float, lit: bool) -> None:
    glass = "#ffc860" if lit else "#33404c"
    rows = max(1, round(e / s))
    for r in range(rows):
        v = y - e + (0.3 + 0.95 * r) * s
        for u in (0.22, 0.5):
            pane(stage, x + d * u * s, v, 0.13 * s, 0.22 * s, glass)
        for u in (0.95, 1.3, 1.68):
            if r == rows - 1 and u == 1.3:
                slab(stage, [(x + d * 1.22 * s, y - 0.04 * s), (x + d * 1.4 * s, y - 0.05 * s), (x + d * 1.4 * s, y - 0.5 * s), (x + d * 1.22 * s, y - 0.5 * s)], "#5a3a26")
            else:
                pane(stage, x + d * u * s, v - 0.02 * s, 0.14 * s, 0.24 * s, glass)


def pane(stage: Stage, x: float, y: float, wide: float, high: float, glass: Colour) -> None:
    slab(stage, [(x - wide * 0.68, y - high * 0.12), (x + wide * 0.68, y - high * 0.12), (x + wide * 0.68, y + high * 1.12), (x - wide * 0.68, y + high * 1.12)], "#e8e0d0", 0.95)
    slab(stage, [(x - wide / 2, y), (x + wide / 2, y), (x + wide / 2, y + high), (x - wide / 2, y + high)], glass, 1.0, 0.25)
    stage.dabs([Dab(x, y + high / 2, high, wide * 0.09, 1.57, times("#e8e0d0", 0.9)), Dab(x, y + high * 0.45, wide, wide * 0.09, 0, times("#e8e0d0", 0.9))])


def lancet(stage: Stage, x: float, y: float, wide: float, high: float, fill: Colour, edge: Colour | None = None) -> Patch:
    """A pointed opening whose foot is at (x, y)."""
    h = wide / 2
    arch = [(x - h, y), (x - h, y - high + wide * 0.8), (x - h * 0.72, y - high + wide * 0.38), (x, y - high), (x + h * 0.72, y - high + wide * 0.38), (x + h, y - high + wide * 0.8), (x + h, y)]
    if edge is not None:
        outer = [(x + (px - x) * 1.3, y + (py - y) * (1 + 0.2 * wide / high)) for px, py in arch]
        stage.form(stage.polygon(outer), edge, bevel=wide * 0.14)
    patch = stage.polygon(arch)
    stage.wash(patch, fill, 0.2)
    return patch


def tower(stage: Stage, x: float, y: float, wide: float, high: float, colour: Colour, *, roof: Colour | None = "#4a5460", spire: float = 1.6, windows: int = 3) -> None:
    """A square tower, its lit and its shaded face, under a pointed roof or battlements."""
    w, lit = wide / 2, stage.light.towards[0] < 0
    edge = x + w * (0.3 if lit else -0.3)
    slab(stage, [(x - w, y), (x - w, y - high), (edge, y - high), (edge, y)], colour, 1.05 if lit else 0.66)
    slab(stage, [(edge, y), (edge, y - high), (x + w, y - high), (x + w, y)], colour, 0.66 if lit else 1.05)
    for i in range(windows):
        lancet(stage, x - w * (0.3 if lit else -0.3), y - high * (0.3 + 0.66 * i / windows), wide * 0.2, wide * 0.55, "#2a2c34")
    stage.dabs([Dab(x, y - high * t, wide * 1.12, wide * 0.07, 0, times(colour, 0.9)) for t in (0.62, 0.99)])
    if roof is not None:
        top = (x, y - high - wide * spire)
        slab(stage, [(x - w * 1.1, y - high), (edge, y - high), top], roof, 1.1 if lit else 0.7)
        slab(stage, [(edge, y - high), (x + w * 1.1, y - high), top], roof, 0.7 if lit else 1.1)
    else:
        for k in np.linspace(-1, 0.82, 5):
            slab(stage, [(x + w * k, y - high), (x + w * k, y - high - wide * 0.16), (x + w * (k + 0.24), y - high - wide * 0.16), (x + w * (k + 0.24), y - high)], colour, 0.95)


def church(stage: Stage, x: float, y: float, size: float, colour: Colour = "#e4d8c0", roof: Colour = "#7a4a38", *, facing: float = 1.0, snow: bool = False) -> None:
    """A village church: nave to one side, tower with its spire before it."""
    cottage(stage, x + facing * size * 0.2, y, size * 0.62, colour, roof, side=facing, snow=snow, tall=1.25)
    tower(stage, x, y, size * 0.5, size * 1.5, colour, roof="#eef0f6" if snow else "#4a5460", spire=2.2)
    stage.form(stage.ellipse(x - size * 0.06, y - size * 1.28, size * 0.08, size * 0.08), "#e8dcb0")


def cathedral(stage: Stage, x: float, y: float, wide: float, colour: Colour = "#d2bd98", shade: Colour = "#3a3444") -> None:
    """A Gothic west front: three portals, a gallery of kings, the rose, and two towers."""
    w = wide
    base = stage.polygon([(x - w * 0.5, y), (x - w * 0.5, y - w * 0.92), (x + w * 0.5, y - w * 0.92), (x + w * 0.5, y)])
    stage.form(base, times(colour, 0.94), bevel=w * 0.03, texture=0.16)
    for sx in (-0.345, 0.345):
        _belfry(stage, x + sx * w, y - w * 0.9, w * 0.31, colour, shade)
    _gable(stage, x, y - w * 0.9, w * 0.36, colour)
    for sx in (-0.5, -0.19, 0.19, 0.5):
        _buttress(stage, x + sx * w, y, w * 0.055, w * 0.98, colour)
    _gallery(stage, x, y - w * 0.44, w, colour, shade)
    _gallery(stage, x, y - w * 0.86, w, colour, shade)
    rose(stage, x, y - w * 0.66, w * 0.135, colour, shade)
    for sx in (-0.345, 0.345):
        for dx in (-0.055, 0.055):
            lancet(stage, x + (sx + dx) * w, y - w * 0.52, w * 0.07, w * 0.26, shade, colour)
    for sx, big in ((-0.345, 1.0), (0.0, 1.28), (0.345, 1.0)):
        _portal(stage, x + sx * w, y, w * 0.2 * big, w * 0.33 * big, colour, shade)
    _stones(stage, x, y, w, colour)


def _belfry(stage: Stage, x: float, y: float, w: float, colour: Colour, shade: Colour) -> None:
    body = stage.polygon([(x - w / 2, y), (x - w / 2, y - w * 1.25), (x + w / 2, y - w * 1.25), (x + w / 2, y)])
    stage.form(body, colour, bevel=w * 0.12, texture=0.16)
    for dx in (-0.2, 0.2):
        lancet(stage, x + dx * w, y - w * 0.08, w * 0.22, w * 1.0, shade, times(colour, 1.05))
    for dx in (-0.5, 0.0, 0.5):
        _pinnacle(stage, x + dx * w, y - w * 1.25, w * 0.09, w * 0.34, colour)
    stage.form(stage.polygon([(x - w * 0.56, y - w * 1.2), (x - w * 0.56, y - w * 1.28), (x + w * 0.56, y - w * 1.28), (x + w * 0.56, y - w * 1.2)]), colour)


def _pinnacle(stage: Stage, x: float, y: float, w: float, high: float, colour: Colour) -> None:
    stage.form(stage.polygon([(x - w / 2, y + high * 0.4), (x - w / 2, y - high * 0.3), (x, y - high), (x + w / 2, y - high * 0.3), (x + w / 2, y + high * 0.4)]), colour)


def _gable(stage: Stage, x: float, y: float, w: float, colour: Colour) -> None:
    stage.form(stage.polygon([(x - w / 2, y), (x, y - w * 0.5), (x + w / 2, y)]), times(colour, 0.9), bevel=w * 0.06)
    stage.form(stage.ellipse(x, y - w * 0.16, w * 0.08, w * 0.08), "#4a4452")


def _buttress(stage: Stage, x: float, y: float, w: float, high: float, colour: Colour) -> None:
    for k, (top, wide) in enumerate(((0.42, 1.25), (0.75, 1.05), (1.0, 0.85))):
        foot = (0.0, 0.4, 0.73)[k]
        patch = stage.polygon([(x - w * wide / 2, y - high * foot), (x - w * wide / 2, y - high * top + w * 0.3), (x, y - high * top - w * 0.3), (x + w * wide / 2, y - high * top + w * 0.3), (x + w * wide / 2, y - high * foot)])
        stage.cast(patch, -stage.light.towards[0] * w * 0.5, 0.0, w * 0.2, 0.4)
        stage.form(patch, times(colour, 1.05), texture=0.14)
    _pinnacle(stage, x, y - high, w * 0.7, w * 2.6, colour)


def _gallery(stage: Stage, x: float, y: float, w: float, colour: Colour, shade: Colour) -> None:
    band = stage.polygon([(x - w * 0.5, y + w * 0.015), (x - w * 0.5, y - w * 0.075), (x + w * 0.5, y - w * 0.075), (x + w * 0.5, y + w * 0.015)])
    stage.cast(band, 0.0, w * 0.025, w * 0.015, 0.5)
    stage.form(band, colour, bevel=w * 0.015)
    for sx in np.linspace(-0.47, 0.47, 25):
        lancet(stage, x + sx * w, y, w * 0.022, w * 0.055, shade)
        stage.dabs([Dab(x + sx * w, y - w * 0.02, w * 0.042, w * 0.012, 1.57, times(colour, 0.85))])


def rose(stage: Stage, x: float, y: float, r: float, colour: Colour, shade: Colour, glass: bool = False) -> None:
    """A rose window: rings of stone about petals of dark, or of coloured, glass."""
    g = stage.rng
    stage.form(stage.ellipse(x, y, r * 1.16, r * 1.16), colour, bevel=r * 0.14)
    stage.wash(stage.ellipse(x, y, r, r), shade)
    hues = ("#2a4aa0", "#a82a30", "#d8a030", "#2a8a70", "#6a3a90")
    for ring, count in ((0.8, 16), (0.48, 12), (0.2, 6)):
        for i in range(count):
            a = (i + 0.5 * ring) * 2 * np.pi / count
            tone = mix(hues[int(g.integers(5))], "#ffe6a0", g.uniform(0, 0.3)) if glass else mix(shade, "#5a6a9a", g.uniform(0, 0.6))
            stage.dabs([Dab(x + np.cos(a) * r * ring, y + np.sin(a) * r * ring, r * 0.3, r * 1.5 / count * (0.7 + ring), a, tone)])
    spokes = [Dab(x + np.cos(a) * r * 0.6, y + np.sin(a) * r * 0.6, r * 0.85, r * 0.035, a, times(colour, 0.8)) for a in np.arange(0, 6.28, np.pi / 8)]
    stage.dabs(spokes)
    for k in (0.33, 0.64, 1.0):
        ring = [Dab(x + np.cos(a) * r * k, y + np.sin(a) * r * k, r * 0.3 * k + 0.003, r * 0.04, a + 1.57, times(colour, 0.95)) for a in np.arange(0, 6.28, 0.2)]
        stage.dabs(ring)


def _portal(stage: Stage, x: float, y: float, wide: float, high: float, colour: Colour, shade: Colour) -> None:
    stage.form(stage.polygon([(x - wide * 0.62, y - high * 0.72), (x, y - high * 1.32), (x + wide * 0.62, y - high * 0.72)]), times(colour, 1.05), bevel=wide * 0.07)
    for k in range(4):
        t = 1 - 0.16 * k
        lancet(stage, x, y, wide * t, high * (1.06 - 0.09 * k), mix(times(colour, 1.0 - 0.14 * k), shade, 0.12 * k), times(colour, 0.9) if k == 0 else None)
    doors = lancet(stage, x, y, wide * 0.5, high * 0.72, mix(shade, "#4a2c1c", 0.5))
    stage.dabs([Dab(x, y - high * 0.3, high * 0.6, wide * 0.03, 1.57, times(colour, 0.7))], doors)


def _stones(stage: Stage, x: float, y: float, w: float, colour: Colour) -> None:
    g = stage.rng
    marks = [Dab(x + g.uniform(-0.5, 0.5) * w, y - g.uniform(0, 0.9) * w, w * g.uniform(0.01, 0.03), w * 0.007, 0, times(colour, g.uniform(0.62, 1.25))) for _ in range(500)]
    patch = stage.polygon([(x - w * 0.5, y), (x - w * 0.5, y - w * 1.25), (x + w * 0.5, y - w * 1.25), (x + w * 0.5, y)])
    lit = stage.rgb[patch.window].mean(axis=2) > 0.42
    stage.dabs(marks, Patch(patch.y, patch.x, patch.mask * lit), 0.4)


def nave(stage: Stage, stone: Colour = "#b8a888", dark: Colour = "#2c2632", *, x: float | None = None, y: float = 0.52, bays: int = 6, light_from: float = 1.0) -> None:
    """The inside of a great church down its length: bay upon bay of piers, pointed vaults and ribs to the far window."""
    canvas, cx = stage.canvas, stage.wide / 2 if x is None else x
    u0, v0 = canvas.x - cx, canvas.y - y
    for k in range(bays):
        z = 0.46 * 1.46 ** (bays - 1 - k)
        inside = _pointed(u0 * z, v0 * z, 0.21, 0.3)
        near = (k + 1) / bays
        side = np.clip(u0 * z * 4 * -light_from, -1, 1)
        edge = smooth(0.0, 0.004 * z + 0.002, -inside)
        depth = np.clip(-inside, 0, 0.3)
        rib = np.exp(-(((depth - 0.022) / 0.016) ** 2)) + 0.7 * np.exp(-(((depth - 0.062) / 0.01) ** 2))
        web = 0.3 + 0.16 * side - 0.9 * np.clip(depth - 0.08, 0, 0.2)
        tone = (web + rib * (0.48 + 0.3 * side)) * (1.05 - 0.3 * near) * (1 + 0.12 * stage.grain)
        colour = mix(dark, stone, np.clip(np.asarray(tone, np.float32), 0, 1)) * (1 + 0.05 * stage.tint)
        haze = mix(colour, "#f2d9a8", 0.5 * (1 - near) ** 1.5)
        canvas.lay(edge * (v0 * z < 0.24), np.asarray(haze, np.float32))


def _pointed(u: Array, v: Array, half: float, rise: float) -> Array:
    """How far inside a pointed arch of that half width springing at v = 0 each place lies (negative outside)."""
    straight = half - np.abs(u)
    radius = half * 1.9
    arc = radius - np.hypot(np.abs(u) + radius - half, np.minimum(v + 0.02, 0) * (radius / rise) * 0.75)
    return np.asarray(np.where(v < -0.02, arc, straight), np.float32)


def arches(stage: Stage, x0: float, x1: float, y: float, water: float, count: int, colour: Colour, *, rise: float = 0.02) -> None:
    """A stone bridge from x0 to x1: its road at y, its arches standing in the water at `water`, humped by `rise`."""
    wide = (x1 - x0) / count
    t = np.linspace(0, 1, 24)
    top = [(float(x0 + (x1 - x0) * a), float(y - rise * np.sin(np.pi * a))) for a in t]
    patch = stage.polygon([*top, (x1, water), (x0, water)])
    stage.form(patch, colour, bevel=0.02, texture=0.18)
    tiled(stage, patch, colour, 0.0, wide * 0.12, 60 * count)
    for i in range(count):
        c = x0 + wide * (i + 0.5)
        r = wide * 0.39
        drop = y - rise * np.sin(np.pi * (i + 0.5) / count) + 0.025
        ring = stage.polygon([(c - r * 1.1, water), *_arc(c, water, r * 1.1, water - drop), (c + r * 1.1, water)])
        stage.form(ring, mix(colour, "#fff0d8", 0.25), bevel=r * 0.1)
        stage.wash(stage.polygon([(c - r, water), *_arc(c, water, r, (water - drop) * 0.93), (c + r, water)]), mix("#2a3440", colour, 0.12), 0.2)
        far = stage.polygon([(c - r * 0.55, water), *_arc(c - r * 0.1, water, r * 0.6, (water - drop) * 0.75), (c + r * 0.5, water)])
        stage.wash(far, "#8fa6b4", 0.15)
    stage.form(stage.limbs([[(a, b, 0.007) for a, b in top]]), mix(colour, "#fff4e0", 0.3))


def _arc(x: float, y: float, r: float, high: float) -> list[Point]:
    return [(float(x - r * np.cos(a)), float(y - high * np.sin(a))) for a in np.linspace(0, np.pi, 20)]
