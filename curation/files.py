"""Files: the hash and the size of each picture's file, found out once and known until the file changes."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ground import decoding
from ground.errors import PentimentoError
from ground.files import data_folder, sha256
from retrieval.parallel import in_order

STORE = "files.sqlite"
SETTLED = 2_000_000_000  # nanoseconds: what is younger may change again and look the same
PATIENCE = 60.0  # seconds that a process waits for another's write


class File(NamedTuple):
    sha256: str
    bytes: int
    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height


class Stamp(NamedTuple):
    """What another content would hardly leave as it is."""

    bytes: int
    changed: int  # nanoseconds
    inode: int


def files(pictures: Sequence[Path]) -> list[File | str]:
    """Of each picture its file, or why that cannot be read."""
    stamps = {path: _stamp(path) for path in pictures}
    with _store() as known:
        found: dict[Path, File | str] = dict(_remembered(known, stamps))
        fresh = dict(in_order(_opened, [path for path in stamps if path not in found]))
        _remember(known, stamps, fresh)
    found |= fresh
    return [found[path] for path in pictures]


@contextmanager
def _store() -> Iterator[sqlite3.Connection]:
    file = data_folder() / "features" / STORE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=PATIENCE)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, bytes INTEGER, changed INTEGER,"
                " inode INTEGER, sha256 TEXT, width INTEGER, height INTEGER)"
            )
            yield connection
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise PentimentoError(
            f"{file}, which knows pictures' files, cannot be used ({error})",
            "see that its folder can be written and has room; a damaged file can be deleted, it is only a cache",
        ) from error


def _remembered(known: sqlite3.Connection, stamps: dict[Path, Stamp | None]) -> Iterator[tuple[Path, File]]:
    query = "SELECT sha256, width, height FROM files WHERE (path, bytes, changed, inode) = (?, ?, ?, ?)"
    for path, stamp in stamps.items():
        row = stamp and known.execute(query, (str(path.absolute()), *stamp)).fetchone()
        if stamp and row:
            yield path, File(row[0], stamp.bytes, *row[1:])


def _remember(
    known: sqlite3.Connection, stamps: dict[Path, Stamp | None], fresh: dict[Path, File | str]
) -> None:
    settled = time.time_ns() - SETTLED
    rows = []
    for path, file in fresh.items():
        stamp = stamps[path]
        if stamp and stamp.changed < settled and isinstance(file, File):
            rows.append((str(path.absolute()), *stamp, file.sha256, file.width, file.height))
    with known:
        known.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _stamp(path: Path) -> Stamp | None:
    try:
        told = path.stat()
    except (OSError, ValueError):  # ValueError: a path with a null character in it
        return None
    return Stamp(told.st_size, told.st_mtime_ns, told.st_ino)


def _opened(path: Path) -> File | str:
    try:
        with path.open("rb") as stream:
            image = decoding.opened(stream, str(path))
            return File(sha256(path), path.stat().st_size, *image.size)
    except OSError as error:  # Pillow's UnidentifiedImageError is one too
        return error.strerror or "is not a picture that Pentimento can read, or a damaged one"
    except Exception as error:  # damaged files make Pillow raise nearly anything
        return str(getattr(error, "what", error)).removeprefix(f"{path} ")
