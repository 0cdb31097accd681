"""Lights of day and weather: what the sky, the sun and the shade look like at an hour."""

from dataclasses import dataclass, replace

import numpy as np

from scenes.colour import Colour
from scenes.noise import Field


@dataclass(frozen=True)
class Light:
    """The colours of an hour, and the way to the sun: right, up, and away from the viewer."""

    zenith: Colour
    middle: Colour
    horizon: Colour
    sun: Colour  # what falls on things that face the sun
    shade: Colour  # what falls on things that do not
    haze: Colour  # what distance turns everything into
    cloud: Colour  # a cloud's lit side
    under: Colour  # a cloud's dark side
    towards: tuple[float, float, float] = (-0.6, 0.6, -0.5)

    @property
    def direction(self) -> Field:
        way = np.asarray(self.towards, np.float32)
        return np.asarray(way / np.linalg.norm(way), np.float32)

    def turned(self, right: float, up: float, away: float) -> "Light":
        """The same hour with the sun elsewhere."""
        return replace(self, towards=(right, up, away))


NOON = Light("#2f6db5", "#6ea5d8", "#c4dcea", "#fff4dc", "#6b83a8", "#b4cbe0", "#fffdf4", "#9aaac4")
MORNING = Light(
    "#4f86c0", "#9fc3dd", "#f6e2c4", "#ffe6b8", "#7080a8", "#d8d6dc", "#fff3e0", "#a9a9c6", (-0.8, 0.35, -0.3)
)
GOLDEN = Light(
    "#5b86b8", "#b9c0c4", "#fbd38a", "#ffd184", "#6c6a8c", "#e6c8a6", "#ffe2ae", "#a88f9c", (0.8, 0.28, -0.2)
)
SUNSET = Light(
    "#35477f", "#a8688c", "#ffb15a", "#ff9c5a", "#57507e", "#d9937e", "#ffae72", "#6d4f7c", (0.5, 0.12, 0.85)
)
DUSK = Light(
    "#1d2a55", "#54568c", "#d99a8c", "#a387a0", "#353c66", "#746f98", "#c48a94", "#3f4270", (-0.5, 0.15, 0.8)
)
NIGHT = Light(
    "#070d24", "#122349", "#2c4a74", "#8fa8d4", "#1b2850", "#22365e", "#6a80ac", "#141f40", (0.4, 0.6, 0.3)
)
OVERCAST = Light(
    "#8b99a8", "#aab5bf", "#d0d4d2", "#e4e4dc", "#76828f", "#bcc5ca", "#e0e2de", "#7c8894", (-0.3, 0.9, -0.2)
)
STORM = Light(
    "#2c3442", "#4a5662", "#9aa39a", "#d8d8b8", "#3c4858", "#66727c", "#b4b8b0", "#272e3c", (-0.7, 0.4, 0.2)
)
MIST = Light(
    "#a6bac6", "#c6d2d4", "#efe6d4", "#f6e8cc", "#8fa0ae", "#dcdcd4", "#f8f0e2", "#b4bec8", (0.4, 0.4, 0.6)
)
WINTER = Light(
    "#6f93ba", "#a8c0d4", "#f2dccb", "#fff0dc", "#8296bc", "#ccd4de", "#fff6ea", "#a2aec4", (-0.75, 0.3, -0.2)
)
ALPENGLOW = Light(
    "#3a4a86",
    "#8a7fae",
    "#f0b6a4",
    "#ff9a80",
    "#565f94",
    "#a598b8",
    "#f6b0a0",
    "#6e6c9c",
    (-0.85, 0.22, -0.35),
)
