"""The manifest of an index: what it holds, what made its vectors, and the hash of every file in its folder."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from ground.errors import BadIndex
from ground.files import replacing, sha256
from retrieval import sealed

FILE = "manifest.json"
FORMAT = 1
REBUILD = "build it again with `pentimento index`"

# Files up to this size are hashed whenever the index is opened. A larger one is hashed when its size or time is not
# that of the last time it was found whole, so that opening 400 MB takes no longer than opening 4.
SMALL = 4 << 20
CHECKED = "checked.json"

Kind = Literal["content", "style"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Encoder(_Model):
    """What made the vectors, and so must make those of every query."""

    name: str
    weights_sha256: str


class Effort(_Model):
    """How far a search through Annoy goes before it stops looking."""

    search_k: int  # nodes that Annoy inspects
    cells: int  # cells that are looked through besides those which Annoy points to
    finalists: int  # candidates whose exact cosine is computed

    def times(self, factor: int) -> Self:
        return type(self)(**{name: value * factor for name, value in self})


class Server(_Model):
    url: str
    collection: str


class Manifest(_Model):
    kind: Kind
    encoder: Encoder
    works: int  # in all: built in, and added since, less those removed
    dimensions: int
    recall_at_5: float  # of this very index against exact search, measured when it was built
    effort: Effort | None = None  # none where every search is exact
    server: Server | None = None  # where the vectors are, when not in the folder
    gallery: str = ""  # the folder of the pictures, seen from the index's own
    changes: int = 0  # how often works were added or removed since it was built
    removed: tuple[int, ...] = ()  # rows of the catalogue
    files: dict[str, str]  # name: SHA-256
    version: int = FORMAT

    @property
    def added(self) -> tuple[str, str] | None:
        """The files of what was added, where anything was."""
        names = self.names_of_added()
        return names if names[0] in self.files else None

    def names_of_added(self) -> tuple[str, str]:
        """Other names after every change, so that no reader's files are overwritten."""
        return f"added-{self.changes}.csv", f"added-{self.changes}.npy"

    @classmethod
    def read(cls, folder: Path) -> Self:
        file = folder / FILE
        try:
            fields = sealed.read(file)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise BadIndex(f"there is no index in {folder}", "build one with `pentimento index`") from error
        except (ValueError, OSError) as error:
            raise BadIndex(f"{file} is damaged", REBUILD) from error
        if fields.get("version") != FORMAT:
            raise BadIndex(f"{file} is of version {fields.get('version')}, not {FORMAT}", REBUILD)
        try:
            return cls(**fields)
        except ValidationError as error:
            raise BadIndex(f"{file} is no manifest of an index", REBUILD) from error

    def write(self, folder: Path) -> None:
        with replacing(folder / FILE) as part:
            sealed.write(part, self.model_dump())

    def check(self, folder: Path, *, wholly: bool = False) -> None:
        """Refuse a file that is not the one recorded; `wholly` hashes even those known to be whole."""
        known = {} if wholly else _checked(folder)
        for name, digest in self.files.items():
            size, changed = _state(folder / name)
            if size > SMALL and known.get(name) == [digest, size, changed]:
                continue
            if sha256(folder / name) != digest:
                raise BadIndex(f"{folder / name} is damaged (its SHA-256 is not the recorded one)", REBUILD)
        self.remember(folder)

    def remember(self, folder: Path) -> None:
        """Write down the state in which the large files were found whole."""
        states = {name: _state(folder / name) for name in self.files}
        large = {name: [self.files[name], *state] for name, state in states.items() if state[0] > SMALL}
        if large and large != _checked(folder):
            with suppress(OSError), replacing(folder / CHECKED) as part:  # a folder may be read-only
                part.write_text(json.dumps(large))


def _checked(folder: Path) -> dict[str, list[str | int]]:
    try:
        return dict(json.loads((folder / CHECKED).read_text()))
    except (OSError, ValueError):
        return {}


def _state(file: Path) -> tuple[int, int]:
    """A file's size and time: another state, perhaps other contents."""
    try:
        state = file.stat()
    except FileNotFoundError as error:
        raise BadIndex(f"{file} is missing", REBUILD) from error
    return state.st_size, state.st_mtime_ns
