"""An index: a folder of works and vectors that knows what encoded them, and finds the works nearest to a vector."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from numpy.typing import ArrayLike, NDArray

from ground.errors import BadGallery
from ground.files import sha256
from retrieval import building, changes
from retrieval.contents import Contents
from retrieval.entries import Where
from retrieval.manifest import Encoder, Kind, Manifest
from retrieval.vectors import Matrix, in_blocks
from retrieval.work import Work

Vectors = NDArray[Any] | Iterable[ArrayLike]  # a row a work: all at once, or block by block


class Index:
    """Opened once, shared by many threads; a search sees the index before a change or after it, never between."""

    def __init__(self, folder: Path, contents: Contents) -> None:
        self.folder, self.contents = folder, contents

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in a folder; a file that is not what was written is refused by name."""
        return cls(folder, Contents.open(folder))

    @classmethod
    def build(
        cls,
        vectors: Vectors,
        works: Sequence[Work],
        folder: Path,
        *,
        kind: Kind,
        encoder: Encoder | Mapping[str, str],
        gallery: Path | None = None,
        queries: Matrix | None = None,
        server: str = "",
    ) -> Self:
        """Write the index of some works to a folder and open it; an older one gives way when all is written.

        `gallery` is the folder of their pictures. `queries`, unit rows like those that will be asked, are what
        the recall is measured with; works themselves, where none are given. `server` is the URL of a Milvus
        server that is to keep the vectors.
        """
        blueprint = building.Blueprint(kind, Encoder.model_validate(encoder), gallery, queries, server)
        building.build(folder, blueprint, works, in_blocks(vectors))
        return cls.open(folder)

    @property
    def manifest(self) -> Manifest:
        return self.contents.manifest

    @property
    def works(self) -> Sequence[Work]:
        """All works, each read when it is asked for."""
        return self.contents.shelf

    def nearest(self, vector: ArrayLike, k: int, where: Where | None = None) -> list[tuple[Work, float]]:
        """The works nearest to a vector and their cosines, the best first; fewer where a filter leaves fewer."""
        now = self.contents
        rows, cosines = now.nearest(vector, k, where)
        return [
            (now.shelf.at(row), cosine) for row, cosine in zip(rows.tolist(), cosines.tolist(), strict=True)
        ]

    def picture(self, work: Work) -> Path:
        """Where a work's picture is; one that is not the picture that was catalogued is refused."""
        gallery = building.gallery_of(self.folder, self.manifest)
        if gallery is None and not Path(work.file).is_absolute():
            what = f"the index {self.folder} does not know where the pictures of its works are"
            raise BadGallery(what, "build it again with `pentimento index`")
        file = (gallery or self.folder) / work.file
        if work.sha256 and file.is_file() and sha256(file) != work.sha256:
            what = f"{file} is damaged, or another picture (its SHA-256 is not the catalogued one)"
            raise BadGallery(what, "get the picture again, or import and index its gallery anew")
        return file

    def add(self, vectors: Vectors, works: Sequence[Work], gallery: Path | None = None) -> None:
        """Put works beside the others, without a build; `gallery` is where their pictures are, if elsewhere."""
        home = building.gallery_of(self.folder, self.manifest)
        if gallery is not None and (home is None or gallery.resolve() != home.resolve()):
            works = [replace(work, file=str(gallery.resolve() / work.file)) for work in works]
        changes.add(self.folder, works, in_blocks(vectors))
        self.contents = Contents.open(self.folder)

    def remove(self, ids: Sequence[str]) -> None:
        """Strike works out."""
        changes.remove(self.folder, ids)
        self.contents = Contents.open(self.folder)

    def rebuild(self, queries: Matrix | None = None) -> None:
        """Build the index anew of the works that it has by now, so that searches are at their fastest again."""
        changes.rebuild(self.folder, queries)
        self.contents = Contents.open(self.folder)

    def verify(self) -> None:
        """Hash every file, even those that opening takes on trust because their size and time are unchanged."""
        self.manifest.check(self.folder, wholly=True)
