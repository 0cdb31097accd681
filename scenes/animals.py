"""Animals and birds: outlines of tapered limbs, rounded by light, with coat, mane and feather."""

from __future__ import annotations

import numpy as np

from scenes.colour import Colour, mix
from scenes.figures import foot_shadow
from scenes.frame import Frame
from scenes.horses import leg
from scenes.shapes import Patch, times
from scenes.stage import Stage


def cow(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: Colour = "#8a5030",
    *,
    facing: float = 1.0,
    grazing: bool = False,
    patches: Colour | None = "#efe6d6",
    shadow: float = 0.5,
) -> None:
    if shadow:
        foot_shadow(stage, x, y, size * 1.5, shadow)
    f = Frame(x, y, size, 0.0, facing)
    for u, v in ((0.42, -0.45), (-0.42, -0.48)):
        leg(stage, f, u + 0.08, v, 0.1, (2, -2, 4), times(colour, 0.6))
    hx, hy = (0.82, -0.28) if grazing else (0.84, -0.9)
    nose = (hx + (0.1 if grazing else 0.22), hy + (0.2 if grazing else 0.12))
    body = stage.limbs([
        f.knots([(-0.5, -0.74, 0.22), (-0.2, -0.68, 0.27), (0.15, -0.67, 0.27), (0.42, -0.72, 0.23)]),
        f.knots([(-0.6, -0.86, 0.07), (0.5, -0.86, 0.09)]),
        f.knots([(0.45, -0.74, 0.2), (hx - 0.08, hy + 0.02, 0.13)]),
        f.knots([(hx, hy, 0.115), (*nose, 0.08)]),
    ])  # fmt: skip
    stage.form(body, colour, bevel=size * 0.2, texture=0.1)
    if patches is not None:
        _hide(stage, f, body, patches)
    stage.form(stage.limbs([f.knots([(-0.42, -0.42, 0.07), (-0.36, -0.36, 0.05)])]), "#d8a898")
    for u, v in ((0.36, -0.46), (-0.5, -0.5)):
        leg(stage, f, u, v, 0.115, (3, -2, 4), colour)
    stage.form(
        stage.limbs([f.knots([(-0.7, -0.86, 0.03), (-0.76, -0.5, 0.018), (-0.74, -0.32, 0.035)])]),
        times(colour, 0.7),
    )
    for lift, out in ((0.16, 0.06), (0.14, -0.1)):
        stage.form(
            stage.limbs(
                [
                    f.knots(
                        [
                            (hx - 0.02, hy - 0.08, 0.028),
                            (hx + out, hy - lift, 0.022),
                            (hx + out * 1.3 + 0.02, hy - lift - 0.08, 0.01),
                        ]
                    )
                ]
            ),
            "#e0d8c0",
        )
    stage.form(
        stage.ellipse(*f.at(hx - 0.12, hy - 0.04), size * 0.09, size * 0.04, 0.3 * facing), times(colour, 0.8)
    )
    stage.dabs(
        [
            f.dab(hx + 0.05, hy - 0.0, 0.045, 0.035, 0.3, times("#100a08", 1)),
            f.dab(nose[0] + 0.03, nose[1], 0.05, 0.06, 0.3, times("#3a2420", 1)),
        ]
    )


def _hide(stage: Stage, f: Frame, body: Patch, colour: Colour) -> None:
    g = stage.rng
    for u, v, r in ((-0.35, -0.7, 0.19), (0.12, -0.82, 0.15), (0.3, -0.55, 0.12), (0.85, -0.85, 0.07)):
        spot = [
            f.at(u + r * g.uniform(0.7, 1.2) * np.cos(a), v + r * g.uniform(0.6, 1.1) * np.sin(a))
            for a in np.arange(0, 6.2, 0.8)
        ]
        patch = stage.blob(spot)
        tone = stage.rgb[patch.window].max(axis=2, keepdims=True)
        cover = np.zeros((stage.height, stage.width), np.float32)
        cover[body.window] = body.mask
        inside = Patch(patch.y, patch.x, patch.mask * cover[patch.window])
        stage.lay(inside, np.asarray(mix(colour, colour, 0) * np.minimum(1, tone * 1.7), np.float32))
