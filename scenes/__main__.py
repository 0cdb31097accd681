"""Draw the catalogue: python -m scenes --out DIR [--only ID ...] [--size PIXELS] [--sheet]."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from scenes.scene import Scene, all_scenes


def _image(scene: Scene, size: int) -> Image.Image:
    return Image.fromarray((scene.draw(size=size) * 255 + 0.5).astype(np.uint8))


def _sheet(pictures: Sequence[Path], out: Path, across: int = 6, cell: int = 250) -> None:
    """All pictures on one page, each whole within a square cell."""
    page = Image.new("RGB", (across * cell, -(-len(pictures) // across) * cell), "#303030")
    for i, path in enumerate(pictures):
        with Image.open(path) as picture:
            picture.thumbnail((cell - 6, cell - 6))
            left, top = i % across * cell, i // across * cell
            page.paste(picture, (left + (cell - picture.width) // 2, top + (cell - picture.height) // 2))
    page.save(out)


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the scenes of the catalogue.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="ID", help="draw these, or those that begin so"
    )
    parser.add_argument("--size", type=int, default=768, help="long side in pixels")
    parser.add_argument("--sheet", action="store_true", help="also a contact sheet, sheet.png")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    chosen = [s for s in all_scenes() if not wanted.only or s.id.startswith(tuple(wanted.only))]
    pictures = [wanted.out / f"{scene.id}.png" for scene in chosen]
    for scene, path in zip(chosen, pictures, strict=True):
        _image(scene, wanted.size).save(path)
    if wanted.sheet:
        _sheet(pictures, wanted.out / "sheet.png")


if __name__ == "__main__":
    main()
