"""`pentimento gallery`: import one, check one, clean one, split one."""

from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ground.errors import BadGallery, Interrupted, PentimentoError
from retrieval.checking import check
from retrieval.cleaning import clean
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from retrieval.importing.report import TEXT
from retrieval.splitting import split
from retrieval.work import SPLITS
from scripts import console
from scripts.options import Json, Quiet

app = typer.Typer(
    help="Import, check, clean and split galleries.", no_args_is_help=True, add_completion=False
)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The gallery's folder.", show_default=False)]


class Source(StrEnum):
    semart = "semart"
    wikiart = "wikiart"
    folder = "folder"


@app.command("import")
def import_(
    source: Annotated[Source, typer.Argument(help="How SRC is laid out.", show_default=False)],
    src: Annotated[Path, typer.Argument(metavar="SRC", help="The folder to import.", show_default=False)],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The gallery to make.", show_default=False)
    ],
    in_place: Annotated[bool, typer.Option("--in-place", help="Leave the pictures in SRC.")] = False,
    described_only: Annotated[
        bool | None,
        typer.Option(
            "--described-only/--undescribed-too",
            help="Leave works without a description out, or keep them (the default, but not for semart).",
            show_default=False,
        ),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put the new gallery in DIR's place.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make a gallery of what others published; run again, it goes on where it was stopped."""
    asked = Import(source.value, src, out, in_place, described_only, replace)
    with console.bars(quiet) as progress:
        try:
            report = import_gallery(asked, progress)
        except KeyboardInterrupt:
            raise Interrupted("the import was stopped", "run it again to go on from here") from None
    if as_json:
        console.print_json(report.as_json())
    else:
        print(f"{report.summary()}\nEverything by name: {out / TEXT}")


@app.command("check")
def check_(folder: Folder, as_json: Json = False, quiet: Quiet = False) -> None:
    """See that every picture is there, whole, and the one that was catalogued."""
    gallery = Gallery.open(folder)
    with console.bars(quiet) as progress:
        problems = check(gallery, lambda done, total: progress("checking pictures", done, total))
    if as_json:
        document = {"works": len(gallery.works), "problems": [asdict(each) for each in problems]}
        console.print_json(document)
    else:
        for each in problems:
            print(f"{each.work or each.file}: {each.what}")
        print(f"{len(gallery.works):,} works, {len(problems):,} problems")
    if problems:
        raise typer.Exit(PentimentoError.exit_code)


@app.command("clean")
def clean_(folder: Folder, as_json: Json = False, quiet: Quiet = False) -> None:
    """Make every picture a plain JPEG beneath images/; run again, there is nothing to do."""
    with console.bars(quiet) as progress:
        found = clean(Gallery.open(folder), lambda done, total: progress("cleaning pictures", done, total))
    if as_json:
        console.print_json(asdict(found))
        return
    print(f"{found.works:,} works, {len(found.converted):,} pictures converted, {len(found.moved):,} moved")
    for id, why in found.unreadable.items():
        print(f"{id}: left as it is: {why}")
    for ids in found.duplicates:
        print(f"one picture: {', '.join(ids)}")
    if found.undescribed:
        print(
            f"{len(found.undescribed):,} works without a description, which `pentimento describe --gallery {folder}`"
            f" can fill: {', '.join(found.undescribed[:10])}{' …' if len(found.undescribed) > 10 else ''}"
        )
    if found.converted or found.moved:
        print("Indexes of this gallery know the old pictures: build them again with `pentimento index`.")


@app.command("split")
def split_(
    folder: Folder,
    seed: Annotated[int, typer.Option(help="Another seed, another split.")] = 0,
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up the split that the gallery has.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Deal the works out: 90 % to train, 5 % to validation, 5 % to test."""
    gallery = Gallery.open(folder)
    if not replace and any(work.split for work in gallery.works):
        raise BadGallery(f"the gallery {folder} has a split already", "give --replace to make another")
    works = split(gallery.works, seed)
    Gallery(folder, works).save()
    drawn = Counter(work.split for work in works)
    counts = {name: drawn[name] for name in SPLITS}
    if as_json:
        console.print_json({"seed": seed, "splits": counts})
    else:
        print(", ".join(f"{many:,} {name}" for name, many in counts.items()))
