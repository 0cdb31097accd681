"""The lamp for a stage at an hour of day, beside the sky's own lights of that hour."""

from scenes.light import ALPENGLOW, DUSK, GOLDEN, MIST, MORNING, NIGHT, NOON, OVERCAST, STORM, SUNSET, WINTER
from scenes.shapes import Lamp

__all__ = [
    "ALPENGLOW",
    "DUSK",
    "GOLDEN",
    "MIST",
    "MORNING",
    "NIGHT",
    "NOON",
    "OVERCAST",
    "STORM",
    "SUNSET",
    "WINTER",
    "lamp",
]

TINTS = {
    "day": ((1.06, 1.0, 0.88), (0.42, 0.46, 0.6)),
    "golden": ((1.14, 0.98, 0.74), (0.44, 0.36, 0.5)),
    "grey": ((0.98, 0.98, 0.96), (0.5, 0.53, 0.6)),
    "dusk": ((0.92, 0.8, 0.84), (0.3, 0.3, 0.46)),
    "night": ((0.66, 0.7, 0.86), (0.2, 0.22, 0.36)),
    "snow": ((1.04, 1.0, 0.94), (0.54, 0.6, 0.78)),
}


def lamp(side: float, hour: str = "day", height: float = 0.6) -> Lamp:
    """Light from the left (`side` negative) or the right, in the tints of the hour."""
    warm, cool = TINTS[hour]
    return Lamp((side, -height, 0.55), warm, cool)
