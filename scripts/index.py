"""`pentimento index`: an index of a gallery, built, added to, thinned out, built anew or checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import MofNCompleteColumn

from ground.errors import BadInput
from retrieval.embedding import Embedding
from retrieval.features import Encode, Progress, encoded_here
from retrieval.gallery import Gallery
from retrieval.index import Index
from retrieval.manifest import Manifest
from retrieval.search import EMBEDDED
from retrieval.sharded import Sharded
from scripts import console
from scripts.cluster import address
from scripts.options import Json, Quiet

BUILD, CHANGE = "Build", "Change"


class Kind(StrEnum):
    content = "content"
    style = "style"


def index(
    gallery: Annotated[
        Path | None,
        typer.Argument(metavar="GALLERY", help="The folder of the gallery.", show_default=False),
    ] = None,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the index.", show_default=False)],
    kind: Annotated[
        Kind | None,
        typer.Option(
            help="Found by words, or by the manner of a picture.", show_default=False, rich_help_panel=BUILD
        ),
    ] = None,
    encoder: Annotated[
        str, typer.Option(metavar="NAME", help="For style: the picture encoder.", rich_help_panel=BUILD)
    ] = "vgg19-slim",
    joint: Annotated[
        Path,
        typer.Option(
            metavar="DIR",
            help="For content: the joint model.",
            rich_help_panel=BUILD,
            show_default="the embedded one",
        ),
    ] = EMBEDDED / "joint",
    weights: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The picture encoder's weights.", rich_help_panel=BUILD, show_default=False
        ),
    ] = None,
    server: Annotated[
        str,
        typer.Option(metavar="URL", help="Keep the vectors on this Milvus server.", rich_help_panel=BUILD),
    ] = "",
    add: Annotated[
        bool,
        typer.Option(
            "--add", help="Put those works of GALLERY into it that it has not.", rich_help_panel=CHANGE
        ),
    ] = False,
    remove: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Take a work out; may be given again.", rich_help_panel=CHANGE),
    ] = None,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild", help="Build it anew of the works that it has by now.", rich_help_panel=CHANGE
        ),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="See that not one byte of it has changed.", rich_help_panel=CHANGE)
    ] = False,
    ray: Annotated[
        str | None,
        typer.Option(
            metavar="[ADDRESS]",
            help="Encode on the Ray cluster there, or on one started here.",
            rich_help_panel=BUILD,
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Build an index of a gallery, or change one."""
    ways = {"--add": add, "--remove": remove, "--rebuild": rebuild, "--check": check}
    asked = [way for way, given in ways.items() if given]
    if len(asked) > 1:
        raise BadInput(f"{' and '.join(asked)} do not go together", "give one, then the other")
    if (gallery is None) != (bool(asked) and not add):
        raise BadInput(
            f"{asked[0]} takes no gallery" if gallery else "no gallery is given",
            "give only --out"
            if gallery
            else "give the folder of one, as `pentimento gallery import` makes it",
        )
    with _bar(quiet) as progress:
        if gallery is None:
            found = _changed(out, remove or [], rebuild)
        elif add:
            found = _added(out, Gallery.open(gallery), joint, weights, _hands(ray), progress)
        else:
            embedding = replace(_embedding(kind, encoder, joint, weights), encode=_hands(ray))
            found = _built(out, Gallery.open(gallery), embedding, server, progress)
    told = found.manifest.model_dump(
        include={"kind", "encoder", "works", "dimensions", "recall_at_5", "version"}
    )
    if as_json:
        console.print_json({"out": str(out), **told})
    else:
        print(_sentence(out, found.manifest))


def _embedding(kind: Kind | None, encoder: str, joint: Path, weights: Path | None) -> Embedding:
    match kind:
        case Kind.content:
            return Embedding.of_contents(joint, weights)
        case Kind.style:
            return Embedding.of_manners(encoder, weights)
        case None:
            raise BadInput("what the index is for is not said", "give --kind content or --kind style")


def _hands(ray: str | None) -> Encode:
    """Who encodes: this machine, or a cluster."""
    if ray is None:
        return encoded_here
    from app.ray_executor import connected  # the service's way to Ray, and its guard

    return Sharded(connected(address(ray)))


def _built(out: Path, gallery: Gallery, embedding: Embedding, server: str, progress: Progress) -> Index:
    return Index.build(
        embedding.vectors(gallery.pictures(), progress),
        gallery.works,
        out,
        kind=embedding.kind,
        encoder=embedding.encoder,
        gallery=gallery.folder,
        queries=embedding.queries(gallery.works),
        server=server,
    )


def _added(
    out: Path, gallery: Gallery, joint: Path, weights: Path | None, hands: Encode, progress: Progress
) -> Index:
    found = Index.open(out)
    there = {work.id for work in found.works}
    works = [work for work in gallery.works if work.id not in there]
    if works:
        embedding = replace(Embedding.like(found, joint, weights), encode=hands)
        found.add(embedding.vectors(gallery.pictures(works), progress), works, gallery.folder)
    return found


def _changed(out: Path, removed: list[str], rebuild: bool) -> Index:
    found = Index.open(out)
    if removed:
        found.remove(removed)
    elif rebuild:
        found.rebuild()
    else:
        found.verify()
    return found


def _sentence(out: Path, manifest: Manifest) -> str:
    return (
        f"{out}: {manifest.kind} index of {manifest.works:,} works, {manifest.dimensions} dimensions"
        f" by {manifest.encoder.name}, recall@5 {manifest.recall_at_5:.4f}"
    )


@contextmanager
def _bar(quiet: bool) -> Iterator[Progress]:
    with console.progress(MofNCompleteColumn(), quiet=quiet) as bar:
        task = bar.add_task("encoding pictures", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
