"""The works to be painted: their names, and what it takes to make each picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from ground import canvas
from ground.canvas import Picture
from scenes.manners.manner import MANNERS
from scenes.manners.manner import Manner as Filter
from scenes.scene import Scene, all_scenes
from scripts.atelier import masters
from scripts.atelier.masters import Manner
from scripts.atelier.styles import AFTER, BY_CODE
from style_transfer import Recipe, paint

SIZE = 448  # long side
STEPS = 14  # of the finest scale: enough for strokes, few enough to keep the subject


@dataclass(frozen=True)
class Made:
    """A work of one of the two galleries, before it is painted."""

    id: str
    scene: Scene
    title: str
    style: str
    technique: str
    school: str
    told: str  # of its manner
    made_by: str
    paint: Callable[[Path], Picture]  # from the folder of the masters


def contents() -> Iterator[Made]:
    """Every scene once."""
    for scene in all_scenes():
        manner = masters.manner_for(scene.id, scene.tags)
        about = (scene.title, f"after {manner.artist}", "digital painting", "", "", _after(manner))
        yield Made(scene.id, scene, *about, partial(_painted, scene, manner))


def styles() -> Iterator[Made]:
    """Every manner several times."""
    for name, ids in BY_CODE.items():
        for scene in map(_scene, ids):
            yield _by_code(MANNERS[name], scene)
    for after, ids in AFTER.items():
        for scene in map(_scene, ids):
            paint = partial(_painted, scene, after.master)
            about = (after.name, after.technique, after.school, after.told, _after(after.master))
            yield Made(_id(after.name, scene), scene, _titled(after.name, scene), *about, paint)


def _by_code(manner: Filter, scene: Scene) -> Made:
    made_by = "a scene composed by code (scenes/), made in this manner by code (scenes/manners/)"
    about = (manner.name, manner.technique, manner.school, manner.told, made_by)

    def paint(folder: Path) -> Picture:
        return Picture(manner.make(scene, SIZE), None)

    return Made(_id(manner.name, scene), scene, _titled(manner.name, scene), *about, paint)


def _painted(scene: Scene, manner: Manner, folder: Path) -> Picture:
    style = canvas.read(masters.picture_of(manner, folder))
    recipe = Recipe.named("studio", size=SIZE, steps=STEPS, beta=manner.beta, colour=manner.colour)
    *_, last = paint(Picture(scene.draw(size=SIZE), None), style, recipe)
    assert last.painting is not None
    return last.painting.picture


def _after(manner: Manner) -> str:
    return (
        f"a scene composed by code (scenes/), painted by this project's engine in the manner of {manner.artist},"
        f" “{manner.title}” (studio, {SIZE} px, {STEPS} steps, beta {manner.beta:g}, colours: {manner.colour})"
    )


@cache
def _scenes() -> dict[str, Scene]:
    return {scene.id: scene for scene in all_scenes()}


def _scene(id: str) -> Scene:
    return _scenes()[id]


def _titled(manner: str, scene: Scene) -> str:
    return f"{manner}: {scene.title}"


def _id(manner: str, scene: Scene) -> str:
    return f"{manner.lower().replace(' ', '-')}-{scene.id}"
