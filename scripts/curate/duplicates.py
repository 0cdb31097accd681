"""`pentimento curate duplicates`, `undo` and `calibrate`: copies found, set aside and brought back."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from curation import calibration, setting_aside, thresholds
from curation.collection import open_collection
from curation.duplicates import Found, matches
from curation.duplicates import duplicates as found_in
from curation.groups import TIERS, Group, Tier
from curation.looking import Told, encoded, look
from curation.report import page, tables
from curation.report.page import Report
from curation.thresholds import Thresholds
from ground.errors import BadInput, BadPicture
from ground.files import replacing
from retrieval.encoders import ImageEncoder
from retrieval.gallery import Gallery
from retrieval.work import Work
from scripts import console
from scripts.curate import options

APPLIED: tuple[Tier, ...] = (
    "bytes",
    "picture",
)  # without a word of the user's nothing goes for mere likeness


def duplicates(
    folder: options.Folder,
    *,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Only: is this new picture there already?", show_default=False),
    ] = None,
    tier: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=f"Only this tier of {', '.join(TIERS)}; may be given again."),
    ] = None,
    protect: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR", help="Never set aside what lies here; may be given again.", show_default=False
        ),
    ] = None,
    measured: Annotated[
        Path | None,
        typer.Option(
            "--thresholds",
            metavar="FILE",
            help="What `curate calibrate` wrote.",
            show_default="the stock ones",
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Set all but the kept aside, and write a list that undoes it.")
    ] = False,
    out: options.Out = None,
    encoder: options.EncoderName = options.ENCODER,
    weights: options.Weights = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Find works that are one picture, and say which to keep."""
    tiers = _tiers(tier)
    if picture is not None and apply:
        raise BadInput(
            "--picture and --apply do not go together", "run `curate duplicates --apply` on the gallery"
        )
    gallery, used = open_collection(folder), options.encoder_of(folder, encoder, weights)
    chosen = _thresholds(measured, used.name)
    if picture is not None:
        with options.working(quiet) as told:
            rows = _matches(folder, gallery, picture, used, chosen, told)
        rows = [row for row in rows if row["tier"] in tiers]
        return _print({"picture": str(picture), "matches": rows}, as_json, [_match(row) for row in rows])
    with options.working(quiet) as told:
        looked = look(gallery, told)
        seen = options.vectors(folder, looked, used, told)
        found = found_in(looked, seen, chosen, protect=_folders(folder, protect or []), told=told)
    found = Found([group for group in found.groups if group.tier in tiers], chosen, looked)
    if out is not None:  # while the pictures are where they were
        _write(out, found, gallery)
    applied = _applied(gallery, found.groups, tiers if tier else APPLIED) if apply else {}
    return _print({**found.as_json(), **applied}, as_json, _sentences(found, applied, out))


def undo(
    file: Annotated[
        Path, typer.Argument(metavar="LIST", help="The list that --apply named.", show_default=False)
    ],
    as_json: options.Json = False,
) -> None:
    """Bring back what `curate duplicates --apply` set aside."""
    many, gone = setting_aside.undo(file)
    lines = [f"{many:,} works are back in their places", *(f"gone meanwhile: {each}" for each in gone)]
    _print({"brought_back": many, "gone": gone}, as_json, lines)


def calibrate(
    folder: options.Folder,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to write.", show_default=False)
    ],
    pairs: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Labelled pairs: a CSV with the columns one, other and same (picture, object or no).",
            show_default="copies that are made of the gallery's works",
        ),
    ] = None,
    encoder: options.EncoderName = options.ENCODER,
    weights: options.Weights = None,
    seed: options.Seed = 0,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Choose the thresholds of duplicates on pairs that are known to be the same or not."""
    gallery, used = open_collection(folder), options.encoder_of(folder, encoder, weights)
    with options.working(quiet) as told:
        looked = look(gallery, told)
        if pairs is not None:
            found = calibration.by_pairs(looked, used, pairs, told)
        else:
            found = calibration.by_copies(looked, used, seed, told)
    with replacing(out) as part:
        part.write_text(json.dumps(found.as_json(), indent=2), encoding="utf-8")
    lines = [
        f"{name}: threshold {each.threshold:.3f}, precision {each.precision:.3f}, recall {each.recall:.3f},"
        f" on {each.pairs:,} pairs"
        for name, each in (("picture", found.picture), ("object", found.object))
    ]
    _print(found.as_json(), as_json, [*lines, f"Written: {out}"])


def _tiers(asked: Sequence[str] | None) -> tuple[Tier, ...]:
    for name in asked or ():
        if name not in TIERS:
            raise BadInput(f"there is no tier {name!r}", f"there are {', '.join(TIERS)}")
    return tuple(tier for tier in TIERS if not asked or tier in asked)


def _thresholds(file: Path | None, encoder: str) -> Thresholds:
    if file is None:
        return Thresholds.of(encoder)
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{file} cannot be read as thresholds", "make it with `pentimento curate calibrate`"
        ) from error
    return thresholds.read(told)


def _folders(home: Path, named: Sequence[Path]) -> list[Path]:
    """As given, or beneath the gallery."""
    found = []
    for each in named:
        there = [place for place in (each, home / each) if place.is_dir()]
        if not there:
            raise BadInput(
                f"there is no folder {each} to protect", "give one that is there, or one of the gallery's"
            )
        found += there
    return found


def _matches(
    folder: Path, gallery: Gallery, picture: Path, encoder: ImageEncoder, chosen: Thresholds, told: Told
) -> list[dict[str, Any]]:
    new = Gallery(picture.parent, [Work(picture.name, picture.name)])
    known = look(gallery, told)
    try:
        alone = look(new)
    except BadInput as error:
        raise BadPicture(f"{picture} cannot be read", "give a picture that can") from error
    vectors = options.vectors(folder, known, encoder, told)
    both = known.joined(alone)
    links = matches(both, np.concatenate([vectors, encoded(alone, encoder)]), chosen)
    last = len(known)
    return [
        {
            "work": both.works[link.one if link.other == last else link.other].id,
            "tier": link.tier,
            "score": round(link.score, 4),
            "how": link.how,
        }
        for link in links
    ]


def _applied(gallery: Gallery, groups: Sequence[Group], tiers: Sequence[Tier]) -> dict[str, Any]:
    """What was set aside, and the list that undoes it."""
    spare = {work.id: work for group in groups if group.tier in tiers for work in group.spare}
    if not spare:
        return {"set_aside": [], "undo": None}
    return {"set_aside": sorted(spare), "undo": str(setting_aside.set_aside(gallery, list(spare.values())))}


def _write(out: Path, found: Found, gallery: Gallery) -> None:
    out.mkdir(parents=True, exist_ok=True)
    spare = {work.id for group in found.groups for work in group.spare}
    sums = [("works", len(found.looked)), ("groups", len(found.groups)), ("could be set aside", len(spare))]
    title = f"Duplicates in {gallery.folder.resolve().name}"
    Report(title, [(name, f"{value:,}") for name, value in sums], page.of_duplicates(found)).write(
        out / "duplicates.html"
    )
    tables.of_groups(found.groups, out / "duplicates.csv")
    with replacing(out / "duplicates.json") as part:
        part.write_text(json.dumps(found.as_json(), ensure_ascii=False, indent=2), encoding="utf-8")


def _sentences(found: Found, applied: dict[str, Any], out: Path | None) -> list[str]:
    lines = [f"{len(found.looked):,} works, {len(found.groups):,} groups"]
    lines += [
        f"  {group.tier}: keep {group.keep.id}, also {', '.join(_others(group))}" for group in found.groups
    ]
    lines += [
        f"across splits {' and '.join(group.splits)}: {', '.join(_ids(group))}" for group in found.leaks
    ]
    lines += [f"unreadable: {id} ({why})" for id, why in found.looked.faults.items()]
    if applied:
        undone = f"; `pentimento curate undo {applied['undo']}` brings them back" if applied["undo"] else ""
        lines.append(f"{len(applied['set_aside']):,} works set aside{undone}")
    told = ", ".join(f"{name} {value}" for name, value in asdict(found.thresholds).items() if value <= 1)
    return [*lines, f"thresholds: {told}", *([f"Page and tables: {out}"] if out else [])]


def _others(group: Group) -> list[str]:
    return [f"{work.id}{' (protected)' if work.id in group.protected else ''}" for work in group.works[1:]]


def _ids(group: Group) -> list[str]:
    return [work.id for work in group.works]


def _match(row: dict[str, Any]) -> str:
    return f"{row['tier']}: {row['work']} ({row['score']:.3f}{', ' + row['how'] if row['how'] else ''})"


def _print(document: dict[str, Any], as_json: bool, lines: Sequence[str]) -> None:
    if as_json:
        console.print_json(document)
    else:
        print("\n".join(lines) or "Nothing is like it.")
