"""Hang the embedded galleries: pictures as WebP with their catalogues, contact sheets, and on them the indexes.

    python -m scripts.hang_gallery --pictures out/galleries [--out indexes/embedded] [--sheets docs/figures]
    python -m scripts.hang_gallery        # only the model and the indexes, of what hangs already

The pictures are those of `python -m scripts.paint_gallery`. The joint model is the stock one, learned from all works
with one description of each held back to stop by, and then from those too.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from ground import canvas
from ground.files import replacing_folder, sha256
from retrieval.gallery import IMAGES, Gallery
from retrieval.search import EMBEDDED
from retrieval.work import Work
from scripts.atelier.works import Made
from scripts.paint_gallery import GALLERIES, file_of

QUALITY = 80  # of WebP: all pictures of both galleries together stay under ten megabytes
WIDTHS = range(23, 11, -1)  # pictures across a contact sheet: the number that leaves the fewest gaps
CELL, EDGE = 100, 4


def work_of(made: Made, file: Path) -> Work:
    """What the catalogue says of a work."""
    first, *others = made.scene.descriptions
    return Work(
        id=made.id,
        file=f"{IMAGES}/{file.name}",
        title=made.title,
        description=f"{made.told} {first}".strip(),
        artist="Pentimento",
        date="2026",
        technique=made.technique,
        style=made.style,
        school=made.school,
        timeframe="21st century",
        source="Pentimento's embedded gallery",
        licence="CC0-1.0",
        credit="Made by the Pentimento project; given to the public domain",
        sha256=sha256(file),
        text_by="person",
        other_descriptions=tuple(others),
        extra={"made_by": made.made_by},
    )


def hang(pictures: Path, folder: Path, gallery: str) -> Gallery:
    """The pictures as WebP, and the catalogue beside them; what is there gives way when all is written."""
    works = []
    with replacing_folder(folder) as part:
        (part / IMAGES).mkdir()
        for made in GALLERIES[gallery]():
            file = part / IMAGES / f"{made.id}.webp"
            _image(file_of(pictures, gallery, made.id)).save(file, quality=QUALITY, method=6)
            works.append(work_of(made, file))
        Gallery(part, works).save()
    return Gallery(folder, works)


def sheet(gallery: Gallery, file: Path) -> None:
    """All pictures of a gallery on one page, each cut to a square."""
    across = min(WIDTHS, key=lambda wide: -len(gallery.works) % wide)
    rows = -(-len(gallery.works) // across)
    page = Image.new("RGB", (across * CELL + EDGE, rows * CELL + EDGE), "#f4f2ee")
    for place, picture in enumerate(gallery.pictures()):
        left, top = place % across * CELL + EDGE, place // across * CELL + EDGE
        page.paste(_square(_image(picture), CELL - EDGE), (left, top))
    page.save(file, quality=70, method=6)


def _square(image: Image.Image, side: int) -> Image.Image:
    short = min(image.size)
    left, top = (image.width - short) // 2, (image.height - short) // 3  # subjects sit above the middle
    return image.resize((side, side), Image.Resampling.LANCZOS, (left, top, left + short, top + short))


def _image(file: Path) -> Image.Image:
    return Image.fromarray((canvas.read(file).rgb * 255 + 0.5).astype(np.uint8))


def _pentimento(*words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "scripts.main", *map(str, words)], check=True)


def build(out: Path) -> None:
    """The joint model and both indexes, by the commands that everybody has."""
    galleries, joint = out / "gallery", out / "joint"
    _pentimento("train", galleries / "contents", "--out", joint, "--hold-back", "descriptions", "--replace")
    _pentimento(
        "index", galleries / "contents", "--out", out / "content", "--kind", "content", "--joint", joint
    )
    _pentimento("index", galleries / "styles", "--out", out / "style", "--kind", "style")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Hang the embedded galleries and build their indexes.")
    parser.add_argument("--pictures", type=Path, help="folder of the paintings; none for what hangs already")
    parser.add_argument("--out", type=Path, default=EMBEDDED, help="folder of the galleries and indexes")
    parser.add_argument("--sheets", type=Path, help="folder for the contact sheets")
    wanted = parser.parse_args(arguments)
    for gallery in GALLERIES:
        folder = wanted.out / "gallery" / gallery
        hung = hang(wanted.pictures, folder, gallery) if wanted.pictures else Gallery.open(folder)
        if wanted.sheets:
            sheet(hung, wanted.sheets / f"embedded-{gallery}.webp")
    build(wanted.out)


if __name__ == "__main__":
    main()
