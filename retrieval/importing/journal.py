"""A journal: what an import knows of the pictures that it has opened, kept line by line through any end."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from ground import canvas
from ground.errors import BadPicture

# Opened small, a JPEG decodes eight times as fast, and a broken one still shows.
_SMALL = 64


@dataclass(frozen=True)
class Seen:
    sha256: str
    fault: str = ""  # why the picture cannot be read


class Journal:
    """The hashes of pictures that could be read; one whose size or time has changed is not known any more."""

    def __init__(self, file: Path) -> None:
        self._known = dict(_entries(file))
        self._lines: TextIO = file.open("a", encoding="utf-8", buffering=1)
        self._lines.write("\n")  # closes a line that a killed process left half-written

    def get(self, path: Path) -> Seen | None:
        sha256 = self._known.get(_key(path))
        return Seen(sha256) if sha256 else None

    def put(self, path: Path, seen: Seen) -> None:
        if not seen.fault:
            self._lines.write(json.dumps([_key(path), seen.sha256]) + "\n")

    def close(self) -> None:
        self._lines.close()


def examine(path: Path, called: str) -> Seen:
    """The picture's hash, and its fault where it cannot be read."""
    try:
        data = path.read_bytes()
        canvas.read(data, name=called, longest=_SMALL)
    except OSError as error:
        return Seen("", error.strerror or str(error))
    except BadPicture as error:
        return Seen("", error.what)
    return Seen(hashlib.sha256(data).hexdigest())


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            key, sha256 = json.loads(line)
        except ValueError:
            continue  # an empty line, or one that was cut off
        yield key, sha256


def _key(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return f"{path}|gone"
    return f"{path}|{stat.st_size}|{stat.st_mtime_ns}"
