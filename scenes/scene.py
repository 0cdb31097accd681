"""A scene: a composition drawn by code, with the words a curator would give it; and the list of them all."""

import importlib
import pkgutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from scenes import catalogue
from scenes.brush import Canvas
from scenes.finish import finish
from scenes.noise import Field

Composition = Callable[[Canvas], None]


@dataclass(frozen=True)
class Scene:
    """One picture to be: `draw` gives the same pixels for the same generator and size."""

    id: str
    title: str
    descriptions: tuple[str, str, str]
    tags: tuple[str, ...]
    compose: Composition
    aspect: float = 4 / 3  # width over height
    stroke: float = 0.022  # the widest brush of the last pass, in heights of the picture

    def draw(self, rng: np.random.Generator | None = None, size: int = 768) -> Field:
        """Float32 (H, W, 3) in [0, 1], the long side `size` pixels; without a generator, the scene's own."""
        height, width = (size, size * self.aspect) if self.aspect < 1 else (size / self.aspect, size)
        generator = rng or np.random.default_rng(zlib.crc32(self.id.encode()))
        canvas = Canvas(generator, round(height), round(width))
        self.compose(canvas)
        finish(canvas, self.stroke)
        return canvas.rgb


_scenes: dict[str, Scene] = {}


def scene(
    id: str,
    title: str,
    descriptions: tuple[str, str, str],
    tags: str,
    aspect: float = 4 / 3,
    stroke: float = 0.022,
) -> Callable[[Composition], Composition]:
    """Enter the composition below it in the catalogue; `tags` are words with spaces between."""

    def enter(compose: Composition) -> Composition:
        if id in _scenes:
            raise ValueError(f"two scenes are called {id}")
        _scenes[id] = Scene(id, title, descriptions, tuple(tags.split()), compose, aspect, stroke)
        return compose

    return enter


def all_scenes() -> list[Scene]:
    """Every scene of the catalogue, ordered by id."""
    for module in pkgutil.iter_modules(catalogue.__path__):
        importlib.import_module(f"{catalogue.__name__}.{module.name}")
    return [_scenes[id] for id in sorted(_scenes)]
