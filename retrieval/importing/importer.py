"""Import a gallery: scan the source, open every picture once, publish the whole gallery or nothing.

What is done is kept in a folder beside the gallery, `.NAME.importing`, so that an import that was killed
goes on where it stood; the last step gives that folder the gallery's name.
"""

import hashlib
import json
import os
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ground.errors import BadGallery
from ground.files import put_in_place
from ground.lock import alone
from retrieval.gallery import IMAGES, Gallery
from retrieval.importing.folder import scan_folder
from retrieval.importing.journal import Journal, Seen, examine
from retrieval.importing.pictures import Tree
from retrieval.importing.report import Report
from retrieval.importing.scan import LEFT_OUT, Scan
from retrieval.importing.selection import Chosen, chosen
from retrieval.importing.semart import scan_semart
from retrieval.importing.wikiart import scan_wikiart
from retrieval.parallel import in_order
from retrieval.work import COLUMNS, SPLITS, MachineText, Work

SOURCES: dict[str, Callable[[Path, Tree], Scan]] = {
    "semart": scan_semart,
    "wikiart": scan_wikiart,
    "folder": scan_folder,
}
# SemArt is pairs of pictures and words: a work without words is none of it. Elsewhere such a work still has
# its style to give.
DESCRIBED_ONLY = {"semart"}

Progress = Callable[[str, int, int], None]  # what is being done, how many are, of how many


@dataclass(frozen=True)
class Import:
    """What to import, how, and where to."""

    source: str
    folder: Path
    out: Path
    in_place: bool = False  # leave the pictures where they are
    described_only: bool | None = None  # leave works without a description out; None: as the source wants
    replace: bool = False  # put it in the place of another gallery

    @property
    def wants_descriptions(self) -> bool:
        return self.source in DESCRIBED_ONLY if self.described_only is None else self.described_only

    @property
    def staging(self) -> Path:
        return self.out.resolve().with_name(f".{self.out.resolve().name}.importing")


def import_gallery(asked: Import, progress: Progress = lambda doing, done, total: None) -> Report:
    """The report of the import; the gallery stands in `asked.out`, or stood there already."""
    scan = _scanned(asked)
    fingerprint = _fingerprint(asked, scan)
    with alone(asked.staging.with_suffix(".lock"), f"importing into {asked.out}"):
        report = Report.read(asked.out)
        if report and report.fingerprint == fingerprint:
            return report
        _refuse_another(asked)
        return _imported(asked, scan, fingerprint, progress)


def _scanned(asked: Import) -> Scan:
    if not asked.folder.is_dir():
        raise BadGallery(f"there is no folder {asked.folder}", "give the folder that holds the pictures")
    folder = asked.folder.resolve()
    tree = Tree.walk(folder, but=[asked.out, asked.staging])
    scan = SOURCES[asked.source](folder, tree)
    for path in tree.others:
        scan.found("other file", scan.name(path))
    return scan


def _fingerprint(asked: Import, scan: Scan) -> str:
    """Of everything that decides what the gallery will be: another file, row or wish makes another."""
    works = [(each.where, each.named, each.fields, each.extra, _stamp(each.path)) for each in scan.candidates]
    wishes = (asked.source, str(scan.folder), asked.in_place, asked.wants_descriptions)
    return hashlib.sha256(json.dumps([wishes, works]).encode()).hexdigest()


def _stamp(path: Path | None) -> tuple[str, int, int] | None:
    if path is None or not path.exists():
        return None
    return str(path), path.stat().st_size, path.stat().st_mtime_ns


def _refuse_another(asked: Import) -> None:
    if asked.out.exists() and not asked.out.is_dir():
        raise BadGallery(f"{asked.out} is a file", "give --out a folder")
    if not asked.replace and asked.out.exists() and any(asked.out.iterdir()):
        raise BadGallery(
            f"{asked.out} holds something else already",
            "give --out another folder, or --replace to put it away",
        )


def _imported(asked: Import, scan: Scan, fingerprint: str, progress: Progress) -> Report:
    staging = asked.staging
    (staging / IMAGES).mkdir(parents=True, exist_ok=True)
    seen = _examined(scan, staging / "journal.jsonl", progress)
    taken = [each for each in chosen(scan, seen, asked.wants_descriptions) if _writable(asked, scan, each)]
    works = [_work(asked, each, scan.name(each.path)) for each in taken]
    if not works:
        shutil.rmtree(staging)
        raise BadGallery(
            f"{asked.folder} gives no works{_why(scan)}", "see that its pictures are there and whole"
        )
    if not asked.in_place:
        _place(staging, works, taken, progress)
    splits = Counter(work.split for work in works)
    report = Report(
        scan.source,
        len(works),
        {name: splits[name] for name in SPLITS if splits[name]},
        scan.tables,
        scan.findings,
        fingerprint,
    )
    Gallery(staging, works).save()
    report.write(staging)
    (staging / "journal.jsonl").unlink()
    put_in_place(staging, asked.out.resolve())
    return report


def _examined(scan: Scan, journal_file: Path, progress: Progress) -> dict[Path, Seen]:
    paths = list(dict.fromkeys(each.path for each in scan.candidates if each.path))
    journal = Journal(journal_file)
    seen = {path: known for path in paths if (known := journal.get(path))}
    try:
        rest = [path for path in paths if path not in seen]
        progress("reading pictures", len(seen), len(paths))
        for path, found in in_order(lambda path: examine(path, scan.name(path)), rest):
            seen[path] = found
            journal.put(path, found)
            progress("reading pictures", len(seen), len(paths))
    finally:
        journal.close()
    return seen


def _writable(asked: Import, scan: Scan, each: Chosen) -> bool:
    """A catalogue is text: a picture left in its place needs a path that is."""
    try:
        str(each.path).encode()
    except UnicodeEncodeError:
        if asked.in_place:
            scan.found("unwritable name", scan.name(each.path))
            return False
    return True


def _work(asked: Import, each: Chosen, original: str) -> Work:
    fields = {name: value for name, value in each.candidate.fields.items() if name in COLUMNS}
    extra = {name: value for name, value in each.candidate.extra.items() if value}
    id = f"{_slug(fields.get('title', '')) or _slug(each.path.stem) or 'work'}-{each.sha256[:10]}"
    description, *others = each.descriptions or [""]
    fields |= {
        "id": id,
        "file": str(each.path) if asked.in_place else f"{IMAGES}/{id}{each.path.suffix.lower()}",
        "sha256": each.sha256,
        "description": description,
        "text_by": (fields.get("text_by") or "person") if description else "",
    }
    others += _texts(fields.pop("other_descriptions", ""))
    machine = MachineText.of({"id": id, **extra})
    extra = {name: value for name, value in extra.items() if name not in MachineText().row()}
    extra["original_file"] = original
    return Work(**fields, other_descriptions=tuple(others), machine=machine, extra=extra)


def _texts(cell: str) -> list[str]:
    """A JSON array of texts, as our own catalogues write it, or one text."""
    try:
        texts = json.loads(cell or "[]")
    except ValueError:
        return [cell]
    return [text for text in texts if isinstance(text, str)] if isinstance(texts, list) else [cell]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:48].strip("-")


def _place(staging: Path, works: Sequence[Work], taken: Sequence[Chosen], progress: Progress) -> None:
    """Every picture beneath the gallery: a hard link where the file system allows it, else a copy."""
    wanted = {staging / work.file: each.path for work, each in zip(works, taken, strict=True)}
    for left in set((staging / IMAGES).iterdir()) - set(wanted):
        left.unlink()  # of an earlier try with another source
    for done, (target, path) in enumerate(wanted.items(), 1):
        if not target.exists():
            _link_or_copy(path, target)
        progress("placing pictures", done, len(wanted))


def _link_or_copy(path: Path, target: Path) -> None:
    try:
        os.link(path.resolve(), target)
    except OSError:
        part = target.with_name(f".{target.name}.part")
        shutil.copyfile(path, part)
        part.replace(target)


def _why(scan: Scan) -> str:
    counts = Counter(each.kind for each in scan.findings if each.left_out)
    named = ", ".join(f"{many:,} {LEFT_OUT[kind]}" for kind, many in counts.items())
    return f" ({named})" if named else " (it holds no pictures)"
