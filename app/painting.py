"""The making of paintings in their folders: previews and checkpoints on the way, at the end picture, note and curve."""

import hashlib
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from app.discretion import discreet
from app.executor import CHECKPOINT, CURVE, PAINTING, PREVIEW, End, Order, Progress, Report
from app.provenance import Note, Origin, Source, StyleSource
from ground import canvas
from ground.canvas import Picture
from ground.device import best_device
from ground.errors import BadCheckpoint, BadPicture, PentimentoError
from ground.files import replacing, sha256
from style_transfer import Iterate, Painting, Recipe, paint_many, resume
from style_transfer.backbones import has_bf16
from style_transfer.pictures import fitted

SEEN = 512  # pixels on a preview's long side
TOLD = 0.1  # seconds between two reports, at least: who watches sees no more
COUNTED = 1.0  # the same where nobody watches, and a bar is all that moves
SPARE = 4  # pictures are read at no more than this many times the painting's size: more would not be seen
OVERHEAD = 100**2  # in pixels: what a step costs however small its picture is
# Paintings of slim and of this size, in pixels, gain by company: a step of one alone does not fill the processor.
LARGEST_KIN = 320
# Pixels of the coarsest scale. Below, and in fp32, the convolutions of several pictures are not summed in the order in
# which each would be alone, and L-BFGS makes another picture of the last bit.
LEAST_KIN = 7000
ORIENTATION = 0x0112  # of EXIF: from 5 on, width and height are exchanged

log = logging.getLogger("pentimento.worker")

Asked = Literal["", "keep", "cancel"]


def make(orders: Sequence[Order], asked: Callable[[str], Asked]) -> Iterator[Report]:
    """Reports on the way, and an end for each; `asked` tells after each step whether an order is to go on.

    One that is stopped among several is no longer reported on, but spares nothing: the others go on at its side.
    """
    easels: list[Easel] = []
    for order in orders:
        try:
            easels.append(Easel(order))
        except Exception as error:
            yield failed(order, error)
    for together in _of_one_size(easels):
        yield from _painted(together, asked)


class Easel:
    """One order while it is painted: when what is due, and its files."""

    def __init__(self, order: Order) -> None:
        self.order, self.ended = order, False
        self.recipe = Recipe.checked(order.facts["recipe"])
        self.watched = order.preview is not None
        self.told = Due(COUNTED if order.preview is None else min(TOLD, order.preview))
        self.previewed, self.saved = Due(order.preview or 0), Due(order.checkpoint)
        self.saved.reset()  # a painting that is done sooner needs none
        self.pictures = None if order.saved else (self._picture("content"), self._picture("style"))

    @property
    def size(self) -> tuple[int, int] | None:
        """The painting's; unknown of one that goes on."""
        if self.pictures is None:
            return None
        content = self.pictures[0]
        return fitted(content.height, content.width, self.recipe.size, self.recipe.square)

    def reports(self, iterate: Iterate, asked: Callable[[str], Asked]) -> Iterator[Report]:
        """What there is to tell of a step; a fault in its own files ends this order alone."""
        if self.ended:
            return
        try:
            yield from self._reports(iterate, asked(self.order.id))
        except Exception as error:
            self.ended = True
            yield failed(self.order, error)

    def _reports(self, iterate: Iterate, asked: Asked) -> Iterator[Report]:
        if iterate.painting:
            self._finish(iterate.painting, iterate)
            yield self._report(iterate, previewed=self.watched, saved=False)
            yield self._end()
            return
        shows = self.watched and (self.previewed.now() or asked == "cancel")
        keeps = self.saved.now() or asked == "keep"
        if shows:
            canvas.write(self.order.folder / PREVIEW, canvas.fitted(iterate.picture(), SEEN))
        if keeps:
            iterate.save(self.order.folder / CHECKPOINT, alone=True)
        if self.told.now() or shows or keeps or iterate.note:
            yield self._report(iterate, previewed=shows, saved=keeps)
        if asked:
            yield self._end(stopped=True)

    def _end(self, stopped: bool = False) -> End:
        self.ended = True
        return End(self.order.id, stopped)

    def _picture(self, role: str) -> Picture:
        """Refused when it is no longer what was chosen: a painting must not name a work that it was not made of."""
        chosen = self.order.facts[role]
        file, source = Path(chosen["file"]), Source(**chosen["source"])
        name = Path(source.file).name
        if not file.is_file():
            raise BadPicture(f"the picture {name} is gone", "choose another")
        if sha256(file) != source.sha256:
            raise BadPicture(f"the picture {name} is no longer the one that was chosen", "choose it again")
        longest = round(SPARE * self.recipe.size * max(1, self.recipe.style_size))
        return canvas.read(file, name=name, longest=longest)

    def _finish(self, painting: Painting, last: Iterate) -> None:
        """The curve first: where the picture is, everything is."""
        folder = self.order.folder
        with replacing(folder / CURVE) as part:
            part.write_text(json.dumps([list(losses) for losses in painting.curve]))
        if self.watched:
            canvas.write(folder / PREVIEW, canvas.fitted(painting.picture, SEEN))
        said = note(self.order.facts)
        said.step, said.steps, said.network = last.step, last.steps, painting.network
        canvas.write(folder / PAINTING, painting.picture, said.model_dump())

    def _report(self, iterate: Iterate, previewed: bool, saved: bool) -> Progress:
        return Progress(
            order=self.order.id,
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


def facts(
    recipe: Recipe, content: Origin, style: Origin, hashed: Callable[[Path], str] = sha256
) -> dict[str, Any]:
    """What a job must know, as JSON.

    Sources are named by their file alone: where they lie on this machine is nobody's business.
    """
    told: dict[str, Any] = {"recipe": recipe.model_dump()}
    for role, origin in (("content", content), ("style", style)):
        source = Source(file=origin.file.name, sha256=hashed(origin.file), work=origin.work)
        told[role] = {"file": str(origin.file), "source": source.model_dump()}
    return told


def cost(recipe: Recipe) -> float:
    """How much work a recipe is, in pixels of all its steps; the full network is sixteen times the slim one."""
    steps = zip(recipe.scales, recipe.steps_at, strict=True)
    share = 1 if recipe.backbone == "vgg19-slim" else 16
    return share * float(sum(many * (side**2 + OVERHEAD) for side, many in steps))


def kin(facts: dict[str, Any]) -> str:
    """The same for paintings that are made together in less time than one by one, and to the same bit.

    They are of one size, by one recipe; its seed does not count where it decides nothing. Nothing stands for a
    painting that is made alone.
    """
    recipe = Recipe.checked(facts["recipe"])
    if recipe.size > LARGEST_KIN or recipe.optimiser == "lbfgs-b" or recipe.backbone != "vgg19-slim":
        return ""
    shape = _shape(Path(facts["content"]["file"]))
    height, width = fitted(*shape, recipe.scales[0], recipe.square)
    if height * width < LEAST_KIN or not _is_halved(recipe):
        return ""
    idle = {"name"} if recipe.start in ("noise", "style") else {"name", "seed"}
    size = fitted(*shape, recipe.size, recipe.square)
    told = json.dumps([recipe.model_dump(exclude=idle), size], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _is_halved(recipe: Recipe) -> bool:
    return recipe.precision == "bf16" or (recipe.precision == "auto" and has_bf16(best_device()))


def _shape(file: Path) -> tuple[int, int]:
    """Height and width of an upright picture, from its header alone."""
    with Image.open(file) as image:
        width, height = image.size
        lies = image.getexif().get(ORIENTATION, 1) > 4
    return (width, height) if lies else (height, width)


def note(facts: dict[str, Any]) -> Note:
    """What the painting will tell of itself."""
    content, style = (Source(**facts[each]["source"]) for each in ("content", "style"))
    return Note(recipe=facts["recipe"], content=content, styles=[StyleSource(picture=style)])


def failed(order: Order, error: Exception) -> End:
    """Why, for whoever asked for the painting; a fault of ours must not cost the hand its life."""
    if isinstance(error, PentimentoError):
        return End(order.id, what=discreet(error.what), mend=discreet(error.mend))
    log.error("a painting failed", exc_info=error, extra={"folder": order.folder.name})
    if isinstance(error, OSError):
        return End(
            order.id, what=f"the painting could not be kept ({error.strerror or type(error).__name__})"
        )
    if isinstance(error, MemoryError) or "memory" in str(error):  # torch's lack of it has no class of its own
        return End(order.id, what="there is not enough memory", mend="ask for a smaller size")
    return End(order.id, what=f"the painting failed ({type(error).__name__})", mend="the log knows more")


def _of_one_size(easels: Sequence[Easel]) -> Iterable[list[Easel]]:
    """What is said of a picture's size before it is read may be a pixel wrong."""
    found: defaultdict[tuple[int, int] | None, list[Easel]] = defaultdict(list)
    for easel in easels:
        found[easel.size].append(easel)
    return found.values()


def _painted(easels: Sequence[Easel], asked: Callable[[str], Asked]) -> Iterator[Report]:
    try:
        for iterates in _iterates(easels):
            for easel, iterate in zip(easels, iterates, strict=True):
                yield from easel.reports(iterate, asked)
            if all(easel.ended for easel in easels):
                return
    except Exception as error:  # of the engine, and so of all
        yield from (failed(easel.order, error) for easel in easels if not easel.ended)


def _iterates(easels: Sequence[Easel]) -> Iterator[list[Iterate]]:
    """From pictures; or from the checkpoint of one, which then is alone."""
    order, recipe = easels[0].order, easels[0].recipe
    if not order.saved:
        return paint_many([each.pictures for each in easels if each.pictures], recipe, weights=order.weights)
    file = order.folder / CHECKPOINT
    if not file.is_file():
        raise BadCheckpoint(
            f"the checkpoint of this painting, of step {order.saved}, is gone", "ask for the painting again"
        )
    return resume(file, weights=order.weights)
