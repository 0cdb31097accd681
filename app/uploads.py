"""Uploads: pictures that users brought, each kept for its own client alone, without what its file told besides."""

import hashlib
import io
import re
from pathlib import Path

from PIL import Image

from app.problems import Problem
from ground import canvas
from ground.decoding import MOST_PIXELS

KEPT = 4096  # pixels on the long side: more than any painting takes from a picture
ID = re.compile(r"pic_[0-9a-f]{32}")


class Uploads:
    def __init__(self, folder: Path, limit: int) -> None:
        self.folder, self.limit = folder, limit

    def keep(self, body: bytes, client: str) -> str:
        """The id of the picture; sent twice it is the same. EXIF, which may tell where somebody lives, is dropped."""
        if not body:
            raise Problem("bad-picture", "nothing was sent; send the bytes of a picture")
        if len(body) > self.limit:
            raise Problem("too-large", f"the picture has {len(body)} bytes and {self.limit} are allowed")
        _check_pixels(body)
        id = f"pic_{hashlib.sha256(client.encode() + b'/' + body).hexdigest()[:32]}"
        file = self._file(id, client)
        if file.is_file():
            file.touch()  # as new again for the retention
        else:
            canvas.write(file, canvas.read(body, name="the picture", longest=KEPT))
        return id

    def find(self, id: str, client: str) -> Path | None:
        """Ids are matched whole before they become part of a path."""
        if not ID.fullmatch(id):
            return None
        file = self._file(id, client)
        return file if file.is_file() else None

    def get(self, id: str, client: str) -> Path:
        file = self.find(id, client)
        if file is None:
            raise Problem("not-found", f"there is no picture {id!r}; it may have been sent with another key")
        return file

    def delete(self, id: str, client: str) -> None:
        self.get(id, client).unlink(missing_ok=True)

    def list(self, client: str) -> list[Path]:
        return sorted(
            self._folder(client).glob("pic_*.png"), key=lambda file: file.stat().st_mtime, reverse=True
        )

    def _file(self, id: str, client: str) -> Path:
        return self._folder(client) / f"{id}.png"

    def _folder(self, client: str) -> Path:
        return self.folder / client


def size(file: Path) -> tuple[int, int]:
    """Width and height, from the header alone."""
    with Image.open(file) as image:
        return image.size


def _check_pixels(body: bytes) -> None:
    """A bomb is too large, whatever else it is; what is no picture at all is told by who reads it."""
    try:
        with Image.open(io.BytesIO(body)) as image:
            pixels = image.width * image.height
    except Image.DecompressionBombError:
        pixels = MOST_PIXELS + 1
    except Exception:  # a damaged file makes Pillow raise nearly anything
        return
    if pixels > MOST_PIXELS:
        raise Problem("too-large", f"the picture has more than {MOST_PIXELS // 1_000_000} megapixels")
