"""Cleaning a gallery: every picture a plain JPEG beneath `images`, whatever it came as.

Run again it finds nothing to do. The new pictures and the catalogue stand before an old picture goes, so that whoever
stops it, or a disk that fills up, leaves every work with its picture.
"""

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from ground import canvas
from ground.errors import BadPicture
from ground.files import sha256
from ground.lock import alone
from retrieval.gallery import IMAGES, Gallery
from retrieval.parallel import in_order
from retrieval.work import Work

LOCK = ".cleaning.lock"
PLAIN_MODES = ("RGB", "L")  # what every programme reads

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Cleaned:
    works: int
    converted: dict[str, str]  # ids, and what each picture was
    moved: list[str]  # JPEGs that lay deeper, or under another suffix
    unreadable: dict[str, str]  # ids, and why
    duplicates: list[list[str]]  # ids of works that have one picture, byte for byte
    undescribed: list[str]  # ids of works that neither a person nor a machine has described


def clean(gallery: Gallery, progress: Progress = lambda done, total: None) -> Cleaned:
    with alone(gallery.folder / LOCK, f"cleaning {gallery.folder}"):
        found = _Cleaning(gallery)
        for done, (work, kind) in enumerate(in_order(found.kind, gallery.works), 1):
            found.take(work, kind)
            progress(done, len(gallery.works))
        return found.finish()


class _Cleaning:
    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery
        self._works: list[Work] = []
        self._old: list[Path] = []
        self._taken = {work.file for work in gallery.works}
        self.converted: dict[str, str] = {}
        self.moved: list[str] = []
        self.unreadable: dict[str, str] = {}

    def kind(self, work: Work) -> str | BadPicture:
        """What a picture's file really is, whatever its name says; a whole look, so that a broken one shows."""
        path = self._gallery.picture(work)
        try:
            canvas.read(path, name=work.file, longest=canvas.LEAST_SIDE)
        except BadPicture as error:
            return error
        with Image.open(path) as image:
            plain = image.mode in PLAIN_MODES
            return str(image.format) if plain or image.format != "JPEG" else f"JPEG in {image.mode}"

    def take(self, work: Work, kind: str | BadPicture) -> None:
        if isinstance(kind, BadPicture):
            self.unreadable[work.id] = str(kind)
            self._works.append(work)
        elif kind != "JPEG":
            self.converted[work.id] = kind
            self._replaced(work, _convert)
        elif not (Path(work.file).is_absolute() or re.fullmatch(rf"{IMAGES}/[^/]+\.jpg", work.file)):
            self.moved.append(work.id)
            self._replaced(work, shutil.copyfile)
        else:
            self._works.append(work)

    def _replaced(self, work: Work, write: Callable[[Path, Path], object]) -> None:
        old, file = self._gallery.picture(work), _free(work.id, self._taken)
        new = self._gallery.folder / file
        new.parent.mkdir(exist_ok=True)
        write(old, new)
        self._taken.add(file)
        if not Path(work.file).is_absolute():  # somebody else's, left in its place, is not ours to take away
            self._old.append(old)
        extra = {"original_file": work.file, **work.extra}
        self._works.append(replace(work, file=file, sha256=sha256(new), extra=extra))

    def finish(self) -> Cleaned:
        if self._old or self.converted:
            Gallery(self._gallery.folder, self._works).save()
        for path in self._old:
            path.unlink(missing_ok=True)
            _prune(path.parent, self._gallery.folder)
        return Cleaned(
            works=len(self._works),
            converted=self.converted,
            moved=self.moved,
            unreadable=self.unreadable,
            duplicates=_duplicates(self._gallery.folder, self._works, self.unreadable),
            undescribed=[work.id for work in self._works if not (work.description or work.machine)],
        )


def _convert(old: Path, new: Path) -> None:
    """Upright, in sRGB, on white where it was transparent."""
    canvas.write(new, canvas.read(old))


def _free(id: str, taken: Collection[str]) -> str:
    """A name for a work's picture that no other has; an id may hold what a file's name may not."""
    stem = re.sub(r"[^\w.-]+", "-", id).strip("-.")[:120] or "work"
    names = (
        f"{IMAGES}/{stem}{suffix}.jpg"
        for suffix in ("", *(f"-{number}" for number in range(2, len(taken) + 3)))
    )
    return next(name for name in names if name not in taken)


def _prune(folder: Path, root: Path) -> None:
    """Folders that nothing is left in go too."""
    while folder not in (root, root / IMAGES) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _duplicates(folder: Path, works: Sequence[Work], unreadable: Collection[str]) -> list[list[str]]:
    by_picture: dict[str, list[str]] = defaultdict(list)
    for work, digest in in_order(
        lambda work: sha256(folder / work.file), [w for w in works if w.id not in unreadable]
    ):
        by_picture[digest].append(work.id)
    return [ids for ids in by_picture.values() if len(ids) > 1]
