"""Files that are whole or not there: atomic writes, hashes, and where Pentimento keeps its own."""

import ctypes
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The folder for jobs, paintings and caches: PENTIMENTO_DATA, or the platform's own."""
    named = os.environ.get("PENTIMENTO_DATA")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("pentimento"))


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place whole when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _beside(path)
    try:
        yield part
        _flush(part)
        part.replace(path)
        _flush(path.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """A temporary folder beside `path` that takes its place whole when the block ends well.

    A reader that has the old folder's files open keeps them: they are unlinked, not overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _beside(path)
    part.mkdir()
    try:
        yield part
        for inner in [*part.rglob("*"), part]:
            _flush(inner)
        put_in_place(part, path)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put_in_place(folder: Path, path: Path) -> None:
    """Give a finished folder the name `path`; an older one that bears it is taken away."""
    if path.exists():
        _exchange(folder, path)
        shutil.rmtree(folder, ignore_errors=True)
    else:
        folder.rename(path)
    _flush(path.parent)


def _beside(path: Path) -> Path:
    """Named after `path`, whose name may be as long as the system allows and so leave no room for more."""
    return path.with_name(f".{path.name[:40]}.{os.getpid()}.{secrets.token_hex(4)}.part")


def _flush(path: Path) -> None:
    """To the disk itself: after a power cut a name must not lead to a file that never arrived there."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders: in one step where the system can, so that no reader finds neither."""
    here, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux's renameat2
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 and renameat2(here, os.fsencode(new), here, os.fsencode(old), swap) == 0:
        return
    aside = _beside(old)
    old.rename(aside)
    try:
        new.rename(old)
        aside.rename(new)
    except OSError:
        aside.rename(old)
        raise
