"""`pentimento paint`: from two pictures, from words, from an old painting's own note, or on from a checkpoint."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from app.provenance import Note
from ground.errors import BadInput, Interrupted
from scripts import console, easel
from scripts.commission import Commission, Pictures, from_checkpoint, from_pictures, settings
from scripts.options import OUTPUT, Json, Quiet
from style_transfer import Iterate, Losses, Recipe
from style_transfer.memory import keep_memory

PICTURES, WORDS, RECIPE = "Pictures", "Words", "Recipe"


def _file(help_: str, panel: str = PICTURES) -> Any:
    return typer.Option(metavar="FILE", help=help_, rich_help_panel=panel, show_default=False)


def _words(help_: str) -> Any:
    return typer.Option(metavar="TEXT", help=help_, rich_help_panel=WORDS, show_default=False)


def _rank(help_: str) -> Any:
    return typer.Option(metavar="N", min=1, help=help_, rich_help_panel=WORDS)


def paint(
    content: Annotated[Path | None, _file("What to paint.")] = None,
    style: Annotated[list[Path] | None, _file("In which manner; more than one are mixed.")] = None,
    style_weight: Annotated[
        list[float] | None,
        typer.Option(
            metavar="SHARE", help="The share of each style, in their order.", rich_help_panel=PICTURES
        ),
    ] = None,
    mask: Annotated[
        list[Path] | None, _file("Where each style goes, in their order: white for here, black for not here.")
    ] = None,
    start: Annotated[Path | None, _file("The picture to start from.")] = None,
    from_picture: Annotated[Path | None, _file("Paint again what this painting's own note says.")] = None,
    title: Annotated[str | None, _words("What the painting would be called.")] = None,
    description: Annotated[str | None, _words("What is to be seen.")] = None,
    content_rank: Annotated[int, _rank("Which of the contents that `pentimento suggest` shows.")] = 1,
    style_rank: Annotated[int, _rank("Which of that content's styles.")] = 1,
    indexes: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Other indexes than the embedded ones.",
            rich_help_panel=WORDS,
            show_default=False,
        ),
    ] = None,
    recipe: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="studio, sketch, thesis-adam or thesis-lbfgs.", rich_help_panel=RECIPE
        ),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="Change one field; see `pentimento recipes`.",
            rich_help_panel=RECIPE,
        ),
    ] = None,
    backbone: Annotated[
        str | None, typer.Option(help="Short for --set backbone=NAME.", rich_help_panel=RECIPE)
    ] = None,
    weights: Annotated[Path | None, _file("The network's weights.", RECIPE)] = None,
    out: Annotated[
        Path | None, _file("PNG, JPEG or WebP; CONTENT-STYLE.png if you name none.", OUTPUT)
    ] = None,
    save_every: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, help="Keep picture and checkpoint every N steps.", rich_help_panel=OUTPUT
        ),
    ] = 0,
    resume: Annotated[Path | None, _file("Go on from a checkpoint.", OUTPUT)] = None,
    plot: Annotated[
        bool, typer.Option("--plot", help="Draw the losses beside the picture.", rich_help_panel=OUTPUT)
    ] = False,
    no_note: Annotated[
        bool, typer.Option("--no-note", help="Write no recipe or sources into it.", rich_help_panel=OUTPUT)
    ] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Paint a picture in the manner of another: both given, or both found by words."""
    over = settings(set_ or [])
    over |= {"backbone": backbone} if backbone else {}
    over |= {"start": "picture"} if start else {}
    pictures = Pictures.given(content, style or [], style_weight or [], mask or [], start)
    if title is not None or description is not None:
        from scripts import words  # retrieval is not for those who bring their own pictures

        works = words.found(title or "", description or "", content_rank, style_rank, indexes)
        pictures = pictures.answering(*works)
    if resume:
        if pictures or recipe or over or from_picture:
            raise BadInput(
                "a resumed painting keeps its pictures and recipe", "give --resume alone, or with --out"
            )
        job = from_checkpoint(resume, out, weights)
    elif from_picture:
        note = Note.read(from_picture)
        again = Recipe.named(recipe, **over) if recipe else Recipe.checked({**note.recipe, **over})
        job = from_pictures(again, pictures.over(note, from_picture), out, weights)
    else:
        job = from_pictures(Recipe.named(recipe or "studio", **over), pictures, out, weights)
    _work(job, save_every, plot=plot, with_note=not no_note, as_json=as_json, quiet=quiet)


def _work(job: Commission, every: int, *, plot: bool, with_note: bool, as_json: bool, quiet: bool) -> None:
    """Paint, and keep what was asked for, whether it was finished or stopped."""
    keep_memory()
    checkpoint = job.out.with_suffix(".checkpoint")

    def keep(iterate: Iterate) -> None:
        job.write(iterate, with_note)
        iterate.save(checkpoint, job.about())

    done = easel.work(job.iterates, job.recipe, keep, every, quiet)
    last = done[-1]
    if last.painting:
        job.write(last, with_note)
    curve = last.painting.curve if last.painting else [_losses(iterate) for iterate in done]
    drawn = _drawn(job, curve) if plot else None
    if as_json:
        kept = checkpoint if every or not last.painting else None
        console.print_json(_document(job, last, curve, kept, drawn))
    if last.painting is None:
        raise Interrupted(
            f"stopped after step {last.step} of {last.steps}; the picture so far is {job.out}",
            f"go on with `pentimento paint --resume {shlex.quote(str(checkpoint))}`",
        )
    if not (as_json or quiet):
        print("\n".join([_sentence(job, last), *_works(job)]))


def _losses(iterate: Iterate) -> Losses:
    return Losses(iterate.step, iterate.scale - 1, iterate.content, iterate.style, iterate.total)


def _drawn(job: Commission, curve: Sequence[Losses]) -> Path:
    from scripts.plot import plot  # matplotlib is half a second of import

    path = job.out.with_name(f"{job.out.stem}-losses.png")
    plot(curve, job.recipe.scales, path)
    return path


def _document(
    job: Commission, last: Iterate, curve: Sequence[Losses], checkpoint: Path | None, drawn: Path | None
) -> dict[str, Any]:
    height, width = last.size
    ended = last.painting.losses if last.painting else _losses(last)
    return {
        "out": str(job.out),
        "finished": last.painting is not None,
        "step": last.step,
        "steps": last.steps,
        "width": width,
        "height": height,
        "seconds": round(last.seconds, 3),
        "losses": {"content": ended.content, "style": ended.style, "total": ended.total},
        "curve": [losses._asdict() for losses in curve],
        "note": job.note.model_dump(),
        "checkpoint": checkpoint and str(checkpoint),
        "plot": drawn and str(drawn),
    }


def _works(job: Commission) -> list[str]:
    """A painting made of works names them."""
    sources = [job.note.content, *(style.picture for style in job.note.styles)]
    told = ["after"] + ["in the manner of"] * len(job.note.styles)
    return [
        f"{how} {', '.join(filter(None, (work.get('title') or work['id'], work.get('artist'), work.get('date'))))}"
        for how, work in zip(told, [source.work for source in sources], strict=True)
        if work
    ]


def _sentence(job: Commission, last: Iterate) -> str:
    height, width = last.size
    ended = last.painting.losses if last.painting else _losses(last)
    return (
        f"{job.out}: {width} x {height} pixels, {last.steps} steps in {last.seconds:.1f} s,"
        f" content {ended.content:.3g}, style {ended.style:.3g}"
    )
