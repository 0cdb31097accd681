"""The making of one painting in its folder: previews and checkpoints on the way, at the end picture, note and curve."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from app.executor import CHECKPOINT, CURVE, PAINTING, PREVIEW, Order, Progress, Stopped
from app.provenance import Note, Origin, Source, StyleSource
from ground import canvas
from ground.canvas import Picture
from ground.errors import BadCheckpoint, BadPicture
from ground.files import replacing, sha256
from style_transfer import Iterate, Painting, Recipe, paint, resume

SEEN = 512  # pixels on a preview's long side
TOLD = 0.1  # seconds between two reports, at least: who watches sees no more
SPARE = 4  # pictures are read at no more than this many times the painting's size: more would not be seen
OVERHEAD = 100**2  # in pixels: what a step costs however small its picture is

Asked = Literal["", "keep", "cancel"]


def make(order: Order, asked: Callable[[], Asked]) -> Iterator[Progress]:
    """Reports on the way; `asked` tells after each step whether to go on."""
    told, previewed, saved = (
        Due(every) for every in (min(TOLD, order.preview), order.preview, order.checkpoint)
    )
    saved.reset()  # a painting that is done sooner needs none
    for iterate in _iterates(order):
        now = asked()
        if iterate.painting:
            _finish(order, iterate.painting, iterate)
            yield _report(iterate, previewed=True, saved=False)
            return
        shows = previewed.now() or now == "cancel"
        keeps = saved.now() or now == "keep"
        if shows:
            canvas.write(order.folder / PREVIEW, canvas.fitted(iterate.picture(), SEEN))
        if keeps:
            iterate.save(order.folder / CHECKPOINT)
        if told.now() or shows or keeps or iterate.note:
            yield _report(iterate, previewed=shows, saved=keeps)
        if now:
            raise Stopped("the painting was stopped")


class Due:
    """Something that is to happen every so many seconds."""

    def __init__(self, every: float) -> None:
        self.every, self.last = every, float("-inf")

    def now(self) -> bool:
        due = time.monotonic() - self.last >= self.every
        if due:
            self.reset()
        return due

    def reset(self) -> None:
        self.last = time.monotonic()


def facts(recipe: Recipe, content: Origin, style: Origin) -> dict[str, Any]:
    """What a job must know, as JSON.

    Sources are named by their file alone: where they lie on this machine is nobody's business.
    """
    told: dict[str, Any] = {"recipe": recipe.model_dump()}
    for role, origin in (("content", content), ("style", style)):
        source = Source(file=origin.file.name, sha256=sha256(origin.file), work=origin.work)
        told[role] = {"file": str(origin.file), "source": source.model_dump()}
    return told


def cost(recipe: Recipe) -> float:
    """How much work a recipe is, in pixels of all its steps; the full network is sixteen times the slim one."""
    steps = zip(recipe.scales, recipe.steps_at, strict=True)
    share = 1 if recipe.backbone == "vgg19-slim" else 16
    return share * float(sum(many * (side**2 + OVERHEAD) for side, many in steps))


def note(facts: dict[str, Any]) -> Note:
    """What the painting will tell of itself."""
    content, style = (Source(**facts[each]["source"]) for each in ("content", "style"))
    return Note(recipe=facts["recipe"], content=content, styles=[StyleSource(picture=style)])


def _iterates(order: Order) -> Iterator[Iterate]:
    recipe = Recipe.checked(order.facts["recipe"])
    if not order.saved:
        content, style = (_picture(order.facts[each], recipe) for each in ("content", "style"))
        return paint(content, style, recipe, weights=order.weights)
    file = order.folder / CHECKPOINT
    if not file.is_file():
        raise BadCheckpoint(
            f"the checkpoint of this painting, of step {order.saved}, is gone", "ask for the painting again"
        )
    return (iterates[0] for iterates in resume(file, weights=order.weights))


def _picture(facts: dict[str, Any], recipe: Recipe) -> Picture:
    """Refused when it is no longer what was chosen: a painting must not name a work that it was not made of."""
    file, source = Path(facts["file"]), Source(**facts["source"])
    if not file.is_file():
        raise BadPicture(f"the picture {source.file} is gone", "choose another")
    if sha256(file) != source.sha256:
        raise BadPicture(f"the picture {source.file} is no longer the one that was chosen", "choose it again")
    return canvas.read(file, name=source.file, longest=round(SPARE * recipe.size * max(1, recipe.style_size)))


def _finish(order: Order, painting: Painting, last: Iterate) -> None:
    """The curve first: where the picture is, everything is."""
    with replacing(order.folder / CURVE) as part:
        part.write_text(json.dumps([list(losses) for losses in painting.curve]))
    canvas.write(order.folder / PREVIEW, canvas.fitted(painting.picture, SEEN))
    said = note(order.facts)
    said.step, said.steps, said.network = last.step, last.steps, painting.network
    canvas.write(order.folder / PAINTING, painting.picture, said.model_dump())


def _report(iterate: Iterate, previewed: bool, saved: bool) -> Progress:
    return Progress(
        step=iterate.step,
        scale=iterate.scale,
        scales=iterate.scales,
        content=iterate.content,
        style=iterate.style,
        total=iterate.total,
        seconds=iterate.seconds,
        note=iterate.note,
        previewed=previewed,
        saved=saved,
    )
