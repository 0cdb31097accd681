"""`pentimento describe`: pictures into words, or a gallery's undescribed works."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from captioning.describer import EMBEDDED, Describer, Description, Eyes
from captioning.filling import fill, review
from captioning.voice import OwnVoice, Voice
from ground.errors import BadInput, BadPicture, Interrupted
from retrieval.gallery import Gallery
from retrieval.search import EMBEDDED as INDEXES
from scripts import console
from scripts.options import Json, Quiet

MODEL, GALLERY = "Model", "A gallery"
LOG = ".describing.log"  # in the gallery, of what was done in the background


def describe(
    pictures: Annotated[
        list[Path] | None, typer.Argument(metavar="PICTURE...", help="What to describe.", show_default=False)
    ] = None,
    *,
    model: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="A captioner.",
            rich_help_panel=MODEL,
            show_default="the one that comes with the code",
        ),
    ] = None,
    hub: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="A captioner of the Hugging Face hub instead, or a local folder of one (extra `caption`).",
            rich_help_panel=MODEL,
        ),
    ] = None,
    download: Annotated[
        bool, typer.Option("--download", help="Fetch it where it is not here.", rich_help_panel=MODEL)
    ] = False,
    joint: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="A joint model that tells whether words suit a picture.",
            rich_help_panel=MODEL,
            show_default="for the captioner that comes with the code, its own",
        ),
    ] = None,
    weights: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The encoder's weights.", rich_help_panel=MODEL, show_default=False
        ),
    ] = None,
    beam: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=50,
            help="Captions followed at once; 1 is greedy.",
            rich_help_panel=MODEL,
            show_default="the model's",
        ),
    ] = None,
    context: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Text that stands around the picture; its parts compete.", show_default=False
        ),
    ] = None,
    gallery: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Fill the works that have no description.",
            rich_help_panel=GALLERY,
            show_default=False,
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="And what a machine wrote and nobody reviewed.", rich_help_panel=GALLERY
        ),
    ] = False,
    background: Annotated[
        bool,
        typer.Option("--background", help="Do it in the background, with a log.", rich_help_panel=GALLERY),
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Accept the machine's text of a work.", rich_help_panel=GALLERY),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Reject it: it is not shown any more.", rich_help_panel=GALLERY),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Describe pictures in English: a title, a description, keywords and attributes, and which model said so."""
    _check(pictures, gallery, [*(accept or []), *(reject or [])], background)
    if gallery and (accept or reject):
        _review(gallery, accept or [], reject or [])
        return
    describer = _describer(model, hub, download, joint, weights, beam)
    if gallery and background:
        named = {"model": model, "hub": hub, "joint": joint, "weights": weights, "beam": beam}
        _leave(gallery, [*_options(named), *(["--download"] * download), *(["--again"] * again)], as_json)
        return
    if gallery:
        _fill(gallery, describer, again, as_json, quiet)
        return
    text = _text(context) if context else ""
    with console.bars(quiet) as show:
        found = list(_described(describer, pictures or [], text, show))
    if as_json:
        console.print_json([each.as_json(str(path)) for path, each in found])
    else:
        print("\n\n".join("\n".join(_lines(path, each)) for path, each in found))


def _check(
    pictures: Sequence[Path] | None, gallery: Path | None, reviewed: Sequence[str], background: bool
) -> None:
    if bool(pictures) == bool(gallery):
        raise BadInput("there is nothing to describe, or too much", "give pictures, or --gallery DIR")
    if reviewed and not gallery:
        raise BadInput("--accept and --reject are about a gallery's works", "give --gallery DIR")
    if background and not gallery:
        raise BadInput("--background is for a gallery's works", "give --gallery DIR")


def _describer(
    model: Path | None,
    hub: str | None,
    download: bool,
    joint: Path | None,
    weights: Path | None,
    beam: int | None,
) -> Describer:
    """The joint model that comes with the code is asked only about pictures that its captioner describes."""
    if model and hub:
        raise BadInput("--model and --hub name two captioners", "give one of them")
    voice: Voice
    if hub:
        from captioning.hub import HubVoice

        voice = HubVoice(hub, download=download)
    else:
        voice = OwnVoice.open(model or EMBEDDED, weights)
    own = INDEXES / "joint" if model is None and hub is None else None
    eyes = Eyes.open(joint or own) if joint or own else None  # type: ignore[arg-type]
    return Describer(voice, eyes, beam)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise BadInput(
            f"the text {file} cannot be read ({error.strerror})", "give a file of plain text"
        ) from error


def _described(
    describer: Describer, pictures: Sequence[Path], context: str, show: console.Show
) -> Iterator[tuple[Path, Description]]:
    """All or none: a picture that cannot be read is told before anything is printed."""
    for done, (path, found) in enumerate(describer.files(pictures, context), 1):
        if isinstance(found, BadPicture):
            raise found
        show("describing", done, len(pictures))
        yield path, found


def _lines(path: Path, found: Description) -> Iterator[str]:
    yield f"{path}: {found.title}"
    yield f"  {found.description}"
    yield f"  keywords: {', '.join(found.keywords)}"
    if found.attributes:
        told = ", ".join(f"{each.name} {each.value} ({each.confidence:.0%})" for each in found.attributes)
        yield f"  attributes: {told}"
    if found.corrected:
        yield f"  corrected after its attributes: {', '.join(found.corrected)}"
    if not found.known:
        yield "  doubtful: the picture is unlike anything that this model has learned from"
    elif not found.kept:
        yield "  doubtful: nonsense suits the picture as well as these words"
    yield f"  by a machine: {found.model}, score {found.score:g}"


def _fill(gallery: Path, describer: Describer, again: bool, as_json: bool, quiet: bool) -> None:
    with console.bars(quiet) as show:
        try:
            found = fill(gallery, describer, again, lambda done, total: show("describing", done, total))
        except KeyboardInterrupt:
            raise Interrupted(
                "the describing was stopped, and what was described is kept",
                "run it again to go on from here",
            ) from None
    if as_json:
        works = [_work(work) for work in found.described]
        document = {"gallery": str(gallery), "model": describer.voice.model, "described": works}
        console.print_json({**document, "doubtful": found.doubtful, "unreadable": found.unreadable})
        return
    for id, why in found.unreadable.items():
        print(f"{id}: {why}")
    doubtful = (
        f", {found.doubtful:,} of them doubtful: nobody sees these until they are accepted"
        if found.doubtful
        else ""
    )
    print(f"{len(found.described):,} works described by {describer.voice.model}{doubtful}")


def _options(named: Mapping[str, object]) -> list[str]:
    return [part for name, value in named.items() if value is not None for part in (f"--{name}", str(value))]


def _leave(gallery: Path, options: Sequence[str], as_json: bool) -> None:
    """The same in a process of its own, which the end of this terminal does not end; it makes way for others."""
    Gallery.open(gallery)
    log = gallery / LOG
    command = [
        sys.executable,
        "-m",
        "scripts.main",
        "describe",
        "--gallery",
        str(gallery),
        "--quiet",
        *options,
    ]
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, process.pid, 10)
    if as_json:
        console.print_json({"gallery": str(gallery), "process": process.pid, "log": str(log)})
    else:
        print(f"describing in the background, process {process.pid}; what it says stands in {log}")


def _work(work: Any) -> dict[str, Any]:
    return {"id": work.id, "image": work.file, **vars(work.machine)}


def _review(gallery: Path, accept: Sequence[str], reject: Sequence[str]) -> None:
    for verdict, ids in (("accepted", accept), ("rejected", reject)):
        if ids:
            review(gallery, ids, verdict)
            print(f"{verdict}: {', '.join(ids)}")
