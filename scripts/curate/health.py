"""`pentimento curate health` and `report`: what is the matter with which work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from curation import survey
from curation.collection import open_collection
from curation.health import FAULTS, Health
from curation.health import health as examined
from curation.looking import look
from curation.report import page, tables
from curation.report.page import Report
from retrieval.embedding import Embedding
from retrieval.work import Work
from scripts import console
from scripts.curate import options

Texts = Annotated[bool, typer.Option("--texts/--no-texts", help="Ask a joint model whether the texts fit.")]


def health(
    folder: options.Folder,
    *,
    texts: Texts = True,
    joint: options.Joint = options.JOINT,
    weights: options.Weights = None,
    out: options.Out = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Find pictures that are damaged, blank, blurred, dark, tiny or odd, and texts that are wrong or missing."""
    gallery = open_collection(folder)
    words = _words(texts, joint, weights, gallery.works)
    with options.working(quiet) as told:
        looked = look(gallery, told)
        seen = None if words is None else survey.joint_vectors(words, looked, told)
        found = examined(looked, words.space if words else None, seen)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        flagged = len({flag.work.id for flag in found.flags})
        sums = [("works", f"{found.works:,}"), ("flagged", f"{flagged:,}")]
        name = f"The health of {gallery.folder.resolve().name}"
        Report(name, sums, page.of_health(found, looked), found.remarks).write(out / "health.html")
        tables.of_health(found, out / "health.csv")
    if as_json:
        console.print_json(found.as_json())
    else:
        print("\n".join(_sentences(found, out)))


def report(
    folder: options.Folder,
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="Where the page and the tables go.", show_default=False),
    ],
    title: Annotated[str, typer.Option(help="What stands above it.", show_default="the folder's name")] = "",
    texts: Texts = True,
    joint: options.Joint = options.JOINT,
    weights: options.Weights = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """All at once as one page: a map, groups of duplicates and flagged works."""
    gallery = open_collection(folder)
    words = _words(texts, joint, weights, gallery.works)
    encoder = options.encoder_of(folder, options.ENCODER, weights)
    with options.working(quiet) as told:
        found = survey.survey(gallery, encoder, words, told=told)
        out.mkdir(parents=True, exist_ok=True)
        told("writing the page", 0, 1)
        found.report(title or folder.resolve().name).write(out / "report.html")
    tables.of_health(found.health, out / "health.csv")
    tables.of_groups(found.groups(), out / "duplicates.csv")
    if as_json:
        console.print_json({**found.duplicates.as_json(), "health": found.health.as_json()})
    else:
        print("\n".join([f"{len(found.groups()):,} groups of duplicates", *_sentences(found.health, out)]))


def _words(asked: bool, joint: Path, weights: Path | None, works: Sequence[Work]) -> Embedding | None:
    if not asked or not any(work.title or work.description for work in works):
        return None
    return Embedding.of_contents(joint, weights)


def _sentences(found: Health, out: Path | None) -> list[str]:
    lines = [f"{found.works:,} works, {len({flag.work.id for flag in found.flags}):,} flagged"]
    lines += [f"  {name}: {many:,}. {FAULTS[name]}" for name, many in found.counts.items() if many]
    return [*lines, *found.remarks, *([f"Page and tables: {out}"] if out else [])]
