"""Filling: works that have no description are given a machine's, which says that it is one.

What is written is kept line by line in `.describing.jsonl` in the gallery's folder, so that whatever ends the work
has cost nothing; the catalogue is written whole at the end, with the machine's text in columns of its own.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from captioning.describer import Describer, Description
from ground.errors import BadGallery, BadPicture
from ground.lock import alone
from retrieval.gallery import Gallery
from retrieval.work import REVIEWS, MachineText, Work

JOURNAL, LOCK = ".describing.jsonl", ".describing.lock"

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Filled:
    """What came of it."""

    described: list[Work]
    doubtful: int  # of them those whose text waits for somebody to look at it
    unreadable: dict[str, str]  # works whose picture cannot be read, and why


def undescribed(gallery: Gallery, again: bool = False) -> list[Work]:
    """Works without a description; with `again`, those too that a machine has described and nobody has reviewed."""
    return [
        work
        for work in gallery.works
        if not work.description
        and (work.machine is None or (again and work.machine.review in ("unreviewed", "doubtful")))
    ]


def fill(
    folder: Path, describer: Describer, again: bool = False, progress: Progress = lambda done, total: None
) -> Filled:
    """Describe what has no description; stopped in whatever way, what was described so far is kept."""
    Gallery.open(folder)  # a lock in a folder that is no gallery would make one
    with alone(folder / LOCK, f"describing {folder}"):
        gallery = Gallery.open(folder)
        wanted = undescribed(gallery, again)
        journal = folder / JOURNAL
        texts = {id: told for id, told in _journal(journal) if told.model == describer.voice.model}
        unreadable: dict[str, str] = {}
        try:
            _describe(
                [work for work in wanted if work.id not in texts],
                gallery,
                describer,
                texts,
                unreadable,
                progress,
            )
        finally:  # Ctrl-C too
            described = [replace(work, machine=texts[work.id]) for work in wanted if work.id in texts]
            _merge(gallery, described)
            journal.unlink(missing_ok=True)
    doubtful = sum(work.machine is not None and work.machine.review == "doubtful" for work in described)
    return Filled(described, doubtful, unreadable)


def review(folder: Path, ids: Sequence[str], verdict: str) -> None:
    """Set what people think of a machine's texts."""
    if verdict not in REVIEWS:
        raise BadGallery(f"{verdict!r} is no verdict", f"give one of {', '.join(REVIEWS)}")
    Gallery.open(folder)  # a lock in a folder that is no gallery would make one
    with alone(folder / LOCK, f"describing {folder}"):
        gallery = Gallery.open(folder)
        changed = []
        for work in map(gallery.work, ids):
            if work.machine is None:
                raise BadGallery(
                    f"the work {work.id} has no text by a machine", "give the id of one that has"
                )
            changed.append(replace(work, machine=replace(work.machine, review=verdict)))
        _merge(gallery, changed)


def _describe(
    works: Sequence[Work],
    gallery: Gallery,
    describer: Describer,
    texts: dict[str, MachineText],
    unreadable: dict[str, str],
    progress: Progress,
) -> None:
    by_path = {gallery.picture(work): work for work in works}
    before = len(texts)
    with closing((gallery.folder / JOURNAL).open("a", encoding="utf-8", buffering=1)) as lines:
        lines.write("\n")  # closes a line that a killed process left half-written
        for path, found in describer.files(list(by_path)):
            work = by_path[path]
            if isinstance(found, BadPicture):
                unreadable[work.id] = str(found)
            else:
                texts[work.id] = _text(found)
                _put(lines, work.id, texts[work.id])
            progress(len(texts) + len(unreadable), before + len(works))


def _text(found: Description) -> MachineText:
    return MachineText(
        title=found.title,
        description=found.description,
        model=found.model,
        date=datetime.now(UTC).date().isoformat(),
        score=f"{found.score:g}",
        review="doubtful" if found.doubtful else "unreviewed",
    )


def _put(lines: TextIO, id: str, text: MachineText) -> None:
    lines.write(json.dumps([id, asdict(text)], ensure_ascii=False) + "\n")


def _journal(file: Path) -> Iterator[tuple[str, MachineText]]:
    """What an earlier process wrote; a line that it did not finish is left out."""
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            id, told = json.loads(line)
            yield id, MachineText(**told)
        except (ValueError, TypeError):
            continue


def _merge(gallery: Gallery, changed: Sequence[Work]) -> None:
    if changed:
        by_id = {work.id: work for work in changed}
        Gallery(gallery.folder, [by_id.get(work.id, work) for work in gallery.works]).save()
