"""A commission: which pictures, which recipe, where to; from options, from an old painting, or from a checkpoint."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.provenance import Note, Origin, Source, StyleSource
from ground import canvas
from ground.canvas import Picture
from ground.errors import BadInput, BadRecipe
from style_transfer import Iterate, Recipe, Style, checkpoint, paint, resume

SPARE = 4  # pictures are read at no more than this many times the painting's size: more would not be seen


@dataclass(frozen=True)
class Manner:
    """A style's picture, its share among several, and the mask that says where it goes."""

    picture: Origin
    weight: float = 1.0
    mask: Origin | None = None


@dataclass(frozen=True)
class Pictures:
    """What a painting is made from, as far as it is named; false when nothing is."""

    content: Origin | None = None
    styles: tuple[Manner, ...] = ()
    start: Origin | None = None

    def __bool__(self) -> bool:
        return self != Pictures()

    @classmethod
    def given(
        cls,
        content: Path | None,
        styles: Sequence[Path],
        weights: Sequence[float],
        masks: Sequence[Path],
        start: Path | None,
    ) -> "Pictures":
        """From options that repeat: weights for all styles or none, masks for the first so many."""
        if weights and len(weights) != len(styles):
            raise BadInput(
                f"there are {len(styles)} styles and {len(weights)} weights",
                "give --style-weight once for each --style, or not at all",
            )
        if len(masks) > len(styles):
            raise BadInput(
                f"there are {len(styles)} styles and {len(masks)} masks", "give no more --mask than --style"
            )
        shares = weights or [1.0] * len(styles)
        padded = [*map(Origin, masks), *[None] * (len(styles) - len(masks))]
        manners = tuple(map(Manner, map(Origin, styles), shares, padded))
        return cls(Origin(content) if content else None, manners, Origin(start) if start else None)

    def over(self, note: Note, painting: Path) -> "Pictures":
        """These, and what the painting's note names where these name nothing."""
        styles = self.styles or tuple(
            Manner(
                style.picture.found(painting),
                style.weight,
                style.mask.found(painting) if style.mask else None,
            )
            for style in note.styles
        )
        start = self.start or (note.start.found(painting) if note.start else None)
        return Pictures(self.content or note.content.found(painting), styles, start)

    def answering(self, content: Origin, style: Origin) -> "Pictures":
        """The works that words have found; a style of one's own goes with a content that was found."""
        if self.content:
            raise BadInput("both words and --content say what to paint", "give one or the other")
        return Pictures(content, self.styles or (Manner(style),), self.start)

    def files(self) -> list[Path]:
        styles = [origin for style in self.styles for origin in (style.picture, style.mask)]
        return [origin.file for origin in (self.content, *styles, self.start) if origin]


@dataclass
class Commission:
    """All that is known before the first step; `iterates` does the work."""

    recipe: Recipe
    note: Note
    out: Path
    weights: Path | None
    iterates: Iterator[Iterate]

    def write(self, iterate: Iterate, with_note: bool) -> None:
        self.note.step, self.note.steps = iterate.step, iterate.steps
        self.note.network = iterate.painting.network if iterate.painting else ""
        canvas.write(self.out, iterate.picture(), self.note.model_dump() if with_note else None)

    def about(self) -> dict[str, Any]:
        """What a checkpoint must remember besides the painting itself."""
        weights = None if self.weights is None else str(self.weights)
        return {"note": self.note.model_dump(), "out": str(self.out.resolve()), "weights": weights}


def settings(pairs: Sequence[str]) -> dict[str, str]:
    """`key=value` from the command line; the recipe itself judges keys and values."""
    for pair in pairs:
        if "=" not in pair.lstrip("="):
            raise BadRecipe(f"--set {pair} is no setting", "write it as key=value, as in --set size=800")
    found = dict(pair.split("=", 1) for pair in pairs)
    if "name" in found:
        raise BadRecipe("--set cannot change a recipe's name", "choose a recipe with --recipe NAME")
    return found


def from_pictures(recipe: Recipe, pictures: Pictures, out: Path | None, weights: Path | None) -> Commission:
    """Every picture is read before anything is written."""
    if pictures.content is None or not pictures.styles:
        raise BadInput("a painting needs a content and a style", "give --content FILE and --style FILE")
    out = out or Path(f"{pictures.content.file.stem}-{pictures.styles[0].picture.file.stem}.png")
    _check_out(out, pictures.files())
    longest = round(SPARE * recipe.size * max(1, recipe.style_size))

    def read(origin: Origin) -> Picture:
        return canvas.read(origin.file, longest=longest)

    styles = [
        Style(read(style.picture), style.weight, read(style.mask) if style.mask else None)
        for style in pictures.styles
    ]
    start = read(pictures.start) if pictures.start else None
    iterates = paint(read(pictures.content), styles, recipe, start=start, weights=weights)
    return Commission(recipe, _note(recipe, pictures, out), out, weights, iterates)


def from_checkpoint(file: Path, out: Path | None, weights: Path | None) -> Commission:
    """Where a stopped painting was; `out` and `weights` are as they were, unless told otherwise."""
    _, facts = checkpoint.load(file)
    about = facts["about"]
    if "note" not in about:
        raise BadInput(f"{file} was not written by `pentimento paint`", "resume it where it was painted")
    note, old = Note.model_validate(about["note"]), Path(about["out"])
    out = out or old
    _check_out(out, [])
    for source in note.sources():
        source.moved(old, out)
    weights = weights or (about["weights"] and Path(about["weights"]))
    iterates = (batch[0] for batch in resume(file, weights=weights))
    return Commission(Recipe.checked(facts["recipe"]), note, out, weights, iterates)


def _note(recipe: Recipe, pictures: Pictures, out: Path) -> Note:
    assert pictures.content
    return Note(
        recipe=recipe.model_dump(),
        content=Source.of(pictures.content, out),
        styles=[
            StyleSource(
                picture=Source.of(style.picture, out),
                weight=style.weight,
                mask=Source.of(style.mask, out) if style.mask else None,
            )
            for style in pictures.styles
        ],
        start=Source.of(pictures.start, out) if pictures.start else None,
    )


def _check_out(out: Path, sources: Sequence[Path]) -> None:
    canvas.check_target(out)
    for source in sources:
        if out.exists() and source.exists() and out.samefile(source):
            raise BadInput(
                f"{out} would be painted over a picture that it is painted from", "choose another --out"
            )
