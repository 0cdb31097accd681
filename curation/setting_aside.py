"""Setting works aside: their pictures move to a folder beside the catalogue, and a list knows how to bring them back.

Nothing is deleted. The folder is hidden, so that no import takes what lies there for pictures of the gallery. The
list is written before anything moves, so that what was stopped halfway can be undone too;
pictures that a gallery uses in their own place, outside of its folder, stay there and only leave the catalogue.
"""

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ground.errors import BadGallery, BadInput
from ground.files import replacing
from ground.lock import alone
from retrieval import catalogue
from retrieval.gallery import CATALOGUE, Gallery
from retrieval.work import Work

ASIDE, LIST, LOCK = ".set-aside", "undo.json", ".set-aside.lock"
FORMAT = 1


def set_aside(gallery: Gallery, works: Sequence[Work]) -> Path:
    """Move the works out of the gallery; the path of the list that undoes it."""
    with alone(gallery.folder / LOCK, "setting works aside"):
        return _set_aside(gallery, works)


def _set_aside(gallery: Gallery, works: Sequence[Work]) -> Path:
    gone = {work.id for work in works}
    kept = {gallery.picture(work) for work in gallery.works if work.id not in gone}
    folder = _fresh(gallery.folder / ASIDE)
    places = [_place(gallery, work) for work in works if gallery.picture(work) not in kept]
    moves = [(place, f"{ASIDE}/{folder.name}/{place}") for place in dict.fromkeys(places) if place]
    rows = [{"row": row, "work": work.row()} for row, work in enumerate(gallery.works) if work.id in gone]
    told = {"version": FORMAT, "moves": moves, "rows": rows}
    with replacing(folder / LIST) as part:
        part.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    if (gallery.folder / CATALOGUE).is_file():
        Gallery(gallery.folder, [work for work in gallery.works if work.id not in gone]).save()
    for here, there in moves:
        _move(gallery.folder / here, gallery.folder / there)
    return folder / LIST


class Undone(NamedTuple):
    works: int  # that are back in their places
    gone: list[str]  # pictures that somebody took away meanwhile: there is nothing to bring back


def undo(file: Path) -> Undone:
    """Bring back what a list tells of; the list is gone when all that is left is in place."""
    told = _read(file)
    home = file.resolve().parent.parent.parent
    with alone(home / LOCK, "setting works aside"):
        gone = [
            here for here, there in told["moves"] if not ((home / here).exists() or (home / there).exists())
        ]
        rows = [row for row in told["rows"] if Path(row["work"]["file"]).as_posix() not in gone]
        _bring_back(home, told["moves"], rows)
    file.unlink()
    _tidy(file.resolve().parent)
    return Undone(len(rows), gone)


def _bring_back(home: Path, moves: Sequence[tuple[str, str]], rows: Sequence[dict[str, Any]]) -> None:
    for here, there in moves:
        _move(home / there, home / here)
    if (home / CATALOGUE).is_file():
        works = catalogue.read(home / CATALOGUE)
        known = {work.id for work in works}
        for entry in rows:
            work = Work.of({name: str(cell) for name, cell in entry["work"].items()})
            if work.id not in known:
                works.insert(entry["row"], work)
        Gallery(home, works).save()


def _fresh(folder: Path) -> Path:
    """A folder of its own for each time, named by the hour."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        found = folder / (stamp if number == 1 else f"{stamp}-{number}")
        with suppress(FileExistsError):
            found.mkdir(parents=True)
            return found
    raise BadGallery(f"{folder} holds too many folders", "take the older ones away")


def _place(gallery: Gallery, work: Work) -> str:
    """Where a picture is beneath the gallery's folder; nothing, if it is elsewhere."""
    picture, home = gallery.picture(work).resolve(), gallery.folder.resolve()
    return picture.relative_to(home).as_posix() if picture.is_relative_to(home) else ""


def _move(here: Path, there: Path) -> None:
    """What is there already was moved before a stop; nothing is ever written over."""
    if not here.exists():
        return
    if there.exists():
        raise BadGallery(f"{there} is there already", f"take it away, or move {here} by hand")
    there.parent.mkdir(parents=True, exist_ok=True)
    here.rename(there)


def _read(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        whole = told["version"] == FORMAT and isinstance(told["rows"], list)
        moves = [(str(here), str(there)) for here, there in told["moves"]]
    except FileNotFoundError as error:
        raise BadInput(f"there is no undo list {file}", "give the one that --apply named") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{file} is no undo list", "give the one that --apply named") from error
    if not whole or any(
        ".." in Path(name).parts or Path(name).is_absolute() for move in moves for name in move
    ):
        raise BadInput(f"{file} is no undo list", "give the one that --apply named")
    return {**told, "moves": moves}


def _tidy(folder: Path) -> None:
    """Empty folders go, those with something in them stay."""
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):
            inner.rmdir()
    for outer in (folder, folder.parent):
        with suppress(OSError):
            outer.rmdir()
