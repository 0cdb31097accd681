"""Provenance: what is written into every painting, its recipe and the pictures it came from, and read back."""

import os
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, Field, ValidationError

from ground import canvas
from ground.errors import BadPicture
from ground.files import sha256

INDEXES = Path(__file__).parent.parent / "indexes"  # the galleries that come with the code
_MEND = "name the pictures with --content and --style"


class Origin(NamedTuple):
    """A picture that a painting is made from, and its catalogue entry where it has one."""

    file: Path
    work: dict[str, Any] | None = None


class Source(BaseModel):
    """The same as a painting's note tells it: the file as seen from the painting's folder, and its hash."""

    file: str
    sha256: str
    work: dict[str, Any] | None = None

    @classmethod
    def of(cls, origin: Origin, painting: Path) -> "Source":
        return cls(file=seen_from(painting, origin.file), sha256=sha256(origin.file), work=origin.work)

    def found(self, painting: Path) -> Origin:
        """Where the picture is now; one that is gone, or no longer the same, is refused."""
        files = [file for file in self._places(painting) if _is_there(file)]
        if not files:
            raise BadPicture(f"{self.file}, from which {painting} was painted, is not there", _MEND)
        for file in files:
            if sha256(file) == self.sha256:
                return Origin(file, self.work)
        raise BadPicture(f"{self.file} is no longer the picture from which {painting} was painted", _MEND)

    def _places(self, painting: Path) -> Iterator[Path]:
        """A work of a gallery that comes with the code is there wherever the painting has travelled."""
        yield painting.parent / self.file
        if self.work:
            yield from INDEXES.rglob(Path(self.file).name)

    def moved(self, old: Path, new: Path) -> None:
        """The painting is now to be written to `new`."""
        self.file = seen_from(new, old.parent / self.file)


class StyleSource(BaseModel):
    """A style, its share among several, and the mask that says where it goes."""

    picture: Source
    weight: float = 1.0
    mask: Source | None = None


class Note(BaseModel):
    """Enough to paint the picture again; `step` is less than `steps` in a picture that is not finished."""

    version: str = Field(default_factory=lambda: metadata.version("pentimento"))
    recipe: dict[str, Any]
    network: str = ""
    content: Source
    styles: list[StyleSource] = Field(min_length=1)
    start: Source | None = None
    step: int = 0
    steps: int = 0

    @classmethod
    def read(cls, painting: Path) -> "Note":
        mend = "give a picture that `pentimento paint` wrote, or name pictures with --content and --style"
        found = canvas.read_note(painting)
        if found is None:
            raise BadPicture(f"{painting} carries no recipe", mend)
        try:
            return cls.model_validate(found)
        except ValidationError as error:
            raise BadPicture(f"{painting} carries a recipe that cannot be read", mend) from error

    def sources(self) -> list[Source]:
        styles = [source for style in self.styles for source in (style.picture, style.mask)]
        return [source for source in (self.content, *styles, self.start) if source]


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a note may name what no file can be called
        return False


def seen_from(painting: Path, file: Path) -> str:
    """Relative, so that a folder of pictures and paintings can be moved, and no home folder is told to the world."""
    return Path(os.path.relpath(file.resolve(), painting.resolve().parent)).as_posix()
