"""The picture files of a folder, found by whatever a table calls them."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ground.errors import BadGallery
from retrieval.importing.encoding import mended

# Some of these cannot be read; they are pictures all the same, and named as unreadable.
SUFFIXES = {
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp"),
    *(".heic", ".heif", ".avif", ".jp2", ".jxl"),
}
TABLES = {".csv", ".tsv"}


@dataclass(frozen=True)
class Tree:
    """What lies in a folder, sorted; hidden files and folders are not looked at."""

    folder: Path
    pictures: list[Path]
    tables: list[Path]
    others: list[Path]

    @classmethod
    def walk(cls, folder: Path, but: Collection[Path] = ()) -> "Tree":
        tree = cls(folder, [], [], [])
        for path in _files(folder, {each.resolve() for each in but}):
            suffix = path.suffix.lower()
            kind = tree.pictures if suffix in SUFFIXES else tree.tables if suffix in TABLES else tree.others
            kind.append(path)
        return tree


class Finder:
    """Finds a picture by its path, its name or its name without suffix, however spelled.

    Tables and files part ways over time: archives change the encoding of names, hyphens become underscores,
    letters change case. A name that could mean two pictures finds neither.
    """

    def __init__(self, tree: Tree) -> None:
        self._found: dict[str, Path | None] = {}
        for path in tree.pictures:
            inside = path.relative_to(tree.folder)
            for key in {key for name in _tails(inside) for key in _keys(name)}:
                self._found[key] = path if self._found.get(key, path) == path else None

    def find(self, cell: str) -> Path | None:
        name = cell.strip().replace("\\", "/")
        if "://" in name:
            name = urlsplit(name).path
        for tail in _tails(Path(name.lstrip("/"))):
            for key in _keys(tail):
                if self._found.get(key):
                    return self._found[key]
        return None


def _files(folder: Path, but: Collection[Path]) -> Iterator[Path]:
    seen = set(but)  # links are followed, each folder but once
    for root, folders, names in os.walk(folder, followlinks=True, onerror=_refuse):
        here = Path(root)
        seen.add(here.resolve())
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "__MACOSX")) and (here / name).resolve() not in seen
        )
        yield from filter(_can_end, (here / name for name in sorted(names) if not name.startswith(".")))


def _can_end(path: Path) -> bool:
    """Whoever reads a pipe or a device may wait for ever; of a link that leads nowhere, somebody is to hear."""
    return path.is_file() or not path.exists()


def _refuse(error: OSError) -> None:
    raise BadGallery(
        f"{error.filename} cannot be read ({error.strerror})", "see that it may be read"
    ) from error


def _tails(path: Path) -> list[str]:
    """ "a/b/c.jpg", "b/c.jpg" and "c.jpg"."""
    parts = [part for part in path.parts if part not in (".", "..", "/")]
    return ["/".join(parts[i:]) for i in range(len(parts))]


def _keys(name: str) -> Iterable[str]:
    """The name's spellings, the exact one first; `|` marks the looser kinds, so that they never mix."""
    exact = _folded(name)
    loose = re.sub(r"[\s_-]+", "-", _folded(spelled(name)))
    stem, dot, suffix = loose.rpartition(".")
    has_suffix = f".{suffix}" in SUFFIXES
    return dict.fromkeys((exact, f"loose|{loose}", f"stem|{stem if dot and has_suffix else loose}"))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def spelled(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8, %C3%A9, #U00e9 and mangled letters are read."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if "%" in text:
        text = unquote(text)
    text = re.sub("#U([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    return unicodedata.normalize("NFC", mended(text))
