"""Checking a gallery: every picture there, whole and the one that was catalogued."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from retrieval.gallery import IMAGES, Gallery
from retrieval.importing.journal import Seen, examine
from retrieval.parallel import in_order
from retrieval.work import Work


@dataclass(frozen=True)
class Problem:
    work: str  # its id, or none where a file belongs to no work
    file: str
    what: str


def check(gallery: Gallery, progress: Callable[[int, int], None] = lambda done, total: None) -> list[Problem]:
    """What is wrong with the gallery; nothing, if the list is empty."""
    problems = []
    first: dict[str, Work] = {}
    for done, (work, seen) in enumerate(in_order(lambda each: _seen(gallery, each), gallery.works), 1):
        problems += [Problem(work.id, work.file, what) for what in _faults(work, seen)]
        if seen.sha256:
            same = first.setdefault(seen.sha256, work)
            problems += (
                [Problem(work.id, work.file, f"the same picture as {same.id}")] if same is not work else []
            )
        progress(done, len(gallery.works))
    return problems + [Problem("", file, "no work names it") for file in _strays(gallery)]


def _seen(gallery: Gallery, work: Work) -> Seen:
    path = gallery.picture(work)
    return examine(path, work.file) if path.is_file() else Seen("", f"{work.file} is missing")


def _faults(work: Work, seen: Seen) -> Iterator[str]:
    if seen.fault:
        yield seen.fault
    elif not work.sha256:
        yield "the catalogue holds no SHA-256 of it"
    elif seen.sha256 != work.sha256:
        yield "it is not the picture that was catalogued (another SHA-256)"


def _strays(gallery: Gallery) -> list[str]:
    named = {gallery.picture(work) for work in gallery.works}
    there = (path for path in (gallery.folder / IMAGES).rglob("*") if path.is_file())
    return sorted(_inside(path, gallery.folder) for path in there if path not in named)


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
