"""Looking through a collection: what can be told of each picture's file and fingerprint; damaged ones are set apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from curation.files import File, files
from curation.fingerprint import MEASURES, SIDE, Fingerprinter, Fingerprints
from ground.errors import BadGallery, BadPicture
from retrieval.encoders import ImageEncoder
from retrieval.features import features
from retrieval.gallery import Gallery
from retrieval.vectors import Matrix, unit
from retrieval.work import Work

AT_ONCE = 256  # pictures between two reports; their rows alone are in memory as floats

Told = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


def silent(doing: str, done: int, total: int) -> None:
    pass


@dataclass(frozen=True, eq=False)
class Looked:
    """The works whose pictures can be read, side by side with their files and fingerprints."""

    gallery: Gallery
    works: list[Work]
    files: list[File]
    prints: Fingerprints
    faults: dict[str, str]  # why the pictures of the other works cannot be read, by their ids

    def __len__(self) -> int:
        return len(self.works)

    def paths(self) -> list[Path]:
        return self.gallery.pictures(self.works)

    def only(self, rows: Sequence[int]) -> Self:
        return replace(
            self,
            works=[self.works[row] for row in rows],
            files=[self.files[row] for row in rows],
            prints=self.prints.only(rows),
        )

    def joined(self, other: Self) -> Self:
        """With the works of another folder after its own."""
        moved = [
            replace(work, file=str(path.resolve()))
            for work, path in zip(other.works, other.paths(), strict=True)
        ]
        return replace(
            self,
            works=[*self.works, *moved],
            files=[*self.files, *other.files],
            prints=self.prints.joined(other.prints),
            faults=self.faults | other.faults,
        )


def look(gallery: Gallery, told: Told = silent) -> Looked:
    """Every picture is opened once, and never again: its fingerprint is kept with the features."""
    works: list[Work] = []
    files: list[File] = []
    faults: dict[str, str] = {}
    greys = np.empty((len(gallery.works), SIDE, SIDE), np.uint8)
    measures = np.empty((len(gallery.works), len(MEASURES)), np.float32)
    for start in range(0, len(gallery.works), AT_ONCE):
        for work, file, prints in _block(gallery, gallery.works[start : start + AT_ONCE], faults):
            greys[len(works)], measures[len(works)] = prints.greys[0], prints.measures[0]
            works.append(work)
            files.append(file)
        told("looking at pictures", min(start + AT_ONCE, len(gallery.works)), len(gallery.works))
    if not works:
        raise BadGallery(f"no picture of {gallery.folder} can be read", "see `pentimento gallery check`")
    many = len(works)
    return Looked(gallery, works, files, Fingerprints(greys[:many], measures[:many]), faults)


def encoded(looked: Looked, encoder: ImageEncoder, told: Told = silent) -> Matrix:
    """The pictures' features as unit rows."""
    rows = features(
        looked.paths(),
        encoder,
        hashes=[file.sha256 for file in looked.files],
        progress=lambda done, total: told("encoding pictures", done, total),
    )
    return unit(rows, [work.id for work in looked.works])


def _block(
    gallery: Gallery, works: Sequence[Work], faults: dict[str, str]
) -> Iterator[tuple[Work, File, Fingerprints]]:
    found = list(zip(works, files(gallery.pictures(works)), strict=True))
    faults.update({work.id: file for work, file in found if isinstance(file, str)})
    whole = [(work, file) for work, file in found if isinstance(file, File)]
    rows = _rows(gallery.pictures([work for work, _ in whole]), [file.sha256 for _, file in whole])
    for (work, file), row in zip(whole, rows, strict=True):
        if isinstance(row, str):
            faults[work.id] = row
        else:
            yield work, file, Fingerprints.of(row[None])


def _rows(paths: Sequence[Path], hashes: Sequence[str]) -> list[NDArray[np.float16] | str]:
    """All at once; where one is damaged, one by one."""
    encoder = Fingerprinter()
    try:
        return list(features(paths, encoder, hashes=hashes))
    except BadPicture:
        return [_row(path, encoder) for path in paths]


def _row(path: Path, encoder: Fingerprinter) -> NDArray[np.float16] | str:
    try:
        return np.asarray(features([path], encoder)[0])
    except BadPicture as error:
        return error.what.removeprefix(f"{path} ")
