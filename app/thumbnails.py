"""Thumbnails: pictures made smaller when they are asked for, and kept for the next who asks."""

from pathlib import Path

from ground import canvas
from ground.canvas import read_note

SIZES = (128, 256, 512, 1024, 2048)  # what is asked for is rounded up to one, so that few are kept
MEDIA = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
SUFFIX = {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}


class Thumbnails:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, picture: Path, name: str, size: int, format: str = "jpeg", *, note: bool = False) -> Path:
        """The file, under a `name` that changes with the picture; never larger than the picture is."""
        side = next((each for each in SIZES if each >= size), SIZES[-1])
        file = self.folder / f"{name}-{side}{SUFFIX[format]}"
        if not file.is_file():
            small = canvas.read(picture, name="the picture", longest=side)
            canvas.write(file, small, read_note(picture) if note else None)
        return file
