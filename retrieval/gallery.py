"""A gallery: a folder of works, `catalogue.csv` and the pictures beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from ground.errors import BadGallery
from retrieval import catalogue
from retrieval.work import Work

CATALOGUE = "catalogue.csv"
IMAGES = "images"


@dataclass(frozen=True)
class Gallery:
    folder: Path
    works: list[Work] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The gallery in `folder`; one without works is refused."""
        if not folder.is_dir():
            raise BadGallery(
                f"there is no gallery folder {folder}", "make one with `pentimento gallery import`"
            )
        works = catalogue.read(folder / CATALOGUE)
        if not works:
            raise BadGallery(
                f"the gallery {folder} holds no works", "import some with `pentimento gallery import`"
            )
        return cls(folder, works)

    def save(self) -> None:
        """Write the catalogue; the pictures are there already."""
        catalogue.write(self.folder / CATALOGUE, self.works)

    def picture(self, work: Work) -> Path:
        return self.folder / work.file

    def pictures(self, works: Sequence[Work] | None = None) -> list[Path]:
        return [self.picture(work) for work in (self.works if works is None else works)]

    def split(self, name: str) -> list[Work]:
        """The works of "train", "validation" or "test"."""
        return [work for work in self.works if work.split == name]

    def work(self, id: str) -> Work:
        if id not in self._by_id:
            raise BadGallery(
                f"the gallery {self.folder} has no work {id}", "take an id from its catalogue.csv"
            )
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Work]:
        return {work.id: work for work in self.works}
