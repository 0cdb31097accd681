"""Pictures, galleries and vectors for the tests, each number another one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from curation.duplicates import Found, duplicates
from curation.labels import Labels
from curation.looking import Looked, encoded, look
from curation.thresholds import Thresholds
from retrieval.encoders import image_encoder
from retrieval.gallery import Gallery
from retrieval.vectors import Matrix
from retrieval.work import Work

SIZE = (360, 280)


def drawn(number: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Shapes of all sizes, as no other number has them."""
    chance = np.random.default_rng(number)
    image = Image.new("RGB", size, tuple(chance.integers(60, 200, 3).tolist()))
    pen = ImageDraw.Draw(image)
    for reach in np.geomspace(size[0] / 2, size[0] / 25, 60):
        x, y = chance.uniform(0, size[0]), chance.uniform(0, size[1])
        box = (x - reach / 2, y - reach / 3, x + reach / 2, y + reach / 3)
        ink = tuple(chance.integers(0, 256, 3).tolist())
        (pen.ellipse if chance.random() < 0.5 else pen.rectangle)(box, fill=ink)
    return image


def saved(image: Image.Image, file: Path, **options: int) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file, **options)
    return file


def gallery(folder: Path, pictures: Sequence[tuple[str, Image.Image]], **fields: str) -> Gallery:
    """One with a catalogue; a picture's name is its work's id, and its suffix its format."""
    works = []
    for name, image in pictures:
        saved(image, folder / "images" / name)
        work = Work(Path(name).stem, f"images/{name}", f"Title of {name}", f"About {name}.")
        works.append(replace(work, **fields))
    made = Gallery(folder, works)
    made.save()
    return made


def changed(made: Gallery, change: Callable[[Work], Work]) -> Gallery:
    other = Gallery(made.folder, [change(work) for work in made.works])
    other.save()
    return other


def seen(made: Gallery) -> tuple[Looked, Matrix]:
    looked = look(made)
    return looked, encoded(looked, image_encoder("vgg19-slim"))


def found(made: Gallery, protect: Sequence[Path] = ()) -> Found:
    return duplicates(*seen(made), Thresholds.of("vgg19-slim"), protect=protect)


def blobs(
    sizes: Sequence[int], dimensions: int = 12, spread: float = 0.35, seed: int = 0
) -> tuple[Matrix, Labels]:
    """Unit vectors around a direction for each class."""
    chance = np.random.default_rng(seed)
    centres = chance.standard_normal((len(sizes), dimensions)) / dimensions**0.5
    of = np.repeat(np.arange(len(sizes)), sizes)
    points = centres[of] + spread * chance.standard_normal((len(of), dimensions)) / dimensions**0.5
    names = [chr(ord("a") + row) for row in of.tolist()]
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True), np.float32), Labels.named(names)


def works(many: int, split: str = "") -> list[Work]:
    return [Work(f"w{row}", f"{row}.png", split=split) for row in range(many)]
