"""Copies of pictures as they are met with in the wild, to choose thresholds with and to measure by.

Each is made with chances of its own number, so that the same picture and number always give the same copy.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

Chance = np.random.Generator
Change = Callable[[Image.Image, Chance], Image.Image]
QUALITY = 85


class Kind(NamedTuple):
    change: Change
    quality: int = QUALITY


def _same(image: Image.Image, chance: Chance) -> Image.Image:
    return image


def _scaled(image: Image.Image, chance: Chance) -> Image.Image:
    share = chance.uniform(0.35, 0.7)
    return image.resize((max(16, round(image.width * share)), max(16, round(image.height * share))))


def _cropped(least: float, most: float) -> Change:
    def crop(image: Image.Image, chance: Chance) -> Image.Image:
        width, height = (max(16, round(side * chance.uniform(least, most))) for side in image.size)
        left, top = chance.integers(image.width - width + 1), chance.integers(image.height - height + 1)
        return image.crop((int(left), int(top), int(left) + width, int(top) + height))

    return crop


def _mirrored(image: Image.Image, chance: Chance) -> Image.Image:
    return ImageOps.mirror(image)


def _mirrored_and_cropped(image: Image.Image, chance: Chance) -> Image.Image:
    return ImageOps.mirror(_cropped(0.7, 0.9)(image, chance))


def _relit(image: Image.Image, chance: Chance) -> Image.Image:
    image = ImageEnhance.Brightness(image).enhance(chance.uniform(0.75, 1.3))
    image = ImageEnhance.Contrast(image).enhance(chance.uniform(0.75, 1.3))
    return ImageEnhance.Color(image).enhance(chance.uniform(0.3, 1.4))


def _seen_otherwise(image: Image.Image, chance: Chance) -> Image.Image:
    """From a step to the side: turned, and in another perspective."""
    width, height = image.size
    bend = chance.uniform(-0.08, 0.08, 8) * np.tile([width, height], 4)
    corners = np.array([0, 0, 0, height, width, height, width, 0]) + bend
    seen = image.transform(image.size, Image.Transform.QUAD, corners.tolist(), Image.Resampling.BICUBIC)
    seen = seen.rotate(float(chance.uniform(-8, 8)), Image.Resampling.BICUBIC)
    return seen.crop((round(width * 0.1), round(height * 0.1), round(width * 0.9), round(height * 0.9)))


PICTURE: Mapping[str, Kind] = {
    "recompressed": Kind(_same, 25),
    "scaled": Kind(_scaled),
    "cropped": Kind(_cropped(0.6, 0.9)),
    "mirrored": Kind(_mirrored),
    "mirrored and cropped": Kind(_mirrored_and_cropped),
    "relit": Kind(_relit),
}
OBJECT: Mapping[str, Kind] = {"seen otherwise": Kind(_seen_otherwise)}


def copied(picture: Path, kind: Kind, number: int, file: Path) -> Path:
    """A copy of a picture, written as JPEG."""
    with Image.open(picture) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    body = io.BytesIO()
    kind.change(image, np.random.default_rng(number)).save(body, "JPEG", quality=kind.quality)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body.getvalue())
    return file


def copies(pictures: Sequence[Path], kind: Kind, folder: Path) -> list[Path]:
    """One of each, in their order."""
    return [copied(picture, kind, row, folder / f"{row:05}.jpg") for row, picture in enumerate(pictures)]
