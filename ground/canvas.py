"""Pictures in and out of files: read as upright sRGB in [0, 1], written whole, with a note of their making.

Read: JPEG, PNG, WebP, TIFF and still GIF; 8 and 16 bit; grey, palette, CMYK, alpha; orientation; ICC profile.
Written: PNG, JPEG and WebP in 8 bit.
"""

import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from ground import decoding, note
from ground.errors import BadInput, BadPicture, PentimentoError
from ground.files import replacing
from ground.note import read_note

__all__ = ["LEAST_SIDE", "SUFFIXES", "Picture", "check_target", "fitted", "read", "read_note", "write"]

LEAST_SIDE = 16  # the stride of VGG-19's deepest block: a smaller picture has no pixel left there
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
SUFFIXES = tuple(FORMATS)  # what `write` can write

Source = Path | bytes | BinaryIO

_ONE_LARGE = threading.Lock()  # several threads that each decode one would need more memory than there is


@dataclass(frozen=True, eq=False)
class Picture:
    """Upright sRGB and, where the file had one, its alpha."""

    rgb: np.ndarray  # float32 (H, W, 3) in [0, 1]
    alpha: np.ndarray | None = None  # float32 (H, W) in [0, 1]

    @property
    def height(self) -> int:
        return int(self.rgb.shape[0])

    @property
    def width(self) -> int:
        return int(self.rgb.shape[1])


def read(
    source: Source, *, name: str | None = None, longest: int | None = None, shortest: int | None = None
) -> Picture:
    """The picture in `source`, made smaller so that no side passes `longest`; errors call it `name`.

    Networks are fed by `shortest`, the short side they look at: an 8-bit picture is then scaled in 8 bits,
    as torchvision does, in a third of the time.
    """
    called = name or (str(source) if isinstance(source, Path) else "the picture")
    with _stream(source, called) as stream, _as_bad_picture(called):
        image = decoding.opened(stream, called)
        if min(image.size) < LEAST_SIDE:
            raise BadPicture(
                f"{called} is too small ({image.width} x {image.height} pixels)",
                f"give a picture of at least {LEAST_SIDE} pixels on each side",
            )
        if shortest is not None and shortest < min(image.size):
            longest = round(shortest * max(image.size) / min(image.size))
        with _ONE_LARGE if decoding.is_large(image) else nullcontext():
            rgb, alpha = decoding.floats(image, stream, longest, quick=shortest is not None)
    return fitted(Picture(rgb, alpha), longest)


def fitted(picture: Picture, longest: int | None) -> Picture:
    """The picture scaled down, antialiased, so that no side passes `longest`; never scaled up."""
    if longest is None or max(picture.height, picture.width) <= longest:
        return picture
    size = decoding.within((picture.width, picture.height), longest)
    if picture.alpha is None:
        return Picture(_resized(picture.rgb, size))
    # Colours are weighed by their alpha, or what hides under transparency would bleed into the edges.
    alpha = _resized(picture.alpha[..., None], size)
    weighed = _resized(picture.rgb * picture.alpha[..., None], size)
    rgb = np.where(alpha > 1 / 512, weighed / np.maximum(alpha, 1 / 512), _resized(picture.rgb, size))
    return Picture(np.clip(rgb, 0, 1), alpha[..., 0])


def write(path: Path, picture: Picture, note: dict[str, Any] | None = None) -> None:
    """Write `picture` in the format of the path's suffix, whole or not at all, with `note` inside it."""
    kind = check_target(path)
    image = _image(picture, keeps_alpha=kind != "JPEG")
    options = _OPTIONS[kind](note)
    try:
        with replacing(path) as part:
            image.save(part, kind, **options)
    except OSError as error:
        raise PentimentoError(
            f"{path} could not be written ({error.strerror or error})",
            "give an output path in a folder that can be written",
        ) from error


def check_target(path: Path) -> str:
    """The format that `path` will be written in; callers ask before hours of work, not after."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise BadInput(
            f"{path} has no suffix of a picture that can be written",
            f"end the name in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}",
        )
    try:
        is_folder, existing = path.is_dir(), next(each for each in path.absolute().parents if each.exists())
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror})", "give another place") from error
    if is_folder:
        raise BadInput(f"{path} is a folder", "give the name of a file to write")
    if not (existing.is_dir() and os.access(existing, os.W_OK)):
        raise BadInput(f"{path} cannot be written, because {existing} cannot", "give another place")
    return kind


# JPEG without "optimize": Pillow then wants the whole file in a buffer, into which noise does not fit.
_OPTIONS = {
    "PNG": lambda said: {"pnginfo": note.for_png(said), "compress_level": 6},
    "JPEG": lambda said: {"exif": note.for_exif(said), "quality": 95, "subsampling": 0},
    "WEBP": lambda said: {"exif": note.for_exif(said), "quality": 95, "method": 4},
}


@contextmanager
def _stream(source: Source, called: str) -> Iterator[BinaryIO]:
    """`source` as a file that can be read twice: a 16-bit picture is decoded in two passes."""
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, Path):
        with _file(source, called) as file:
            yield file
    else:
        yield source if source.seekable() else io.BytesIO(source.read())


def _file(path: Path, called: str) -> BinaryIO:
    try:
        if path.is_file():
            return path.open("rb")
        what = "is a folder" if path.is_dir() else "is not a file" if path.exists() else "does not exist"
    except (OSError, ValueError) as error:  # ValueError: a path with a null character in it
        what = f"cannot be read ({getattr(error, 'strerror', None) or error})"
    raise BadPicture(f"{called} {what}", "give the path of a picture that can be read")


@contextmanager
def _as_bad_picture(called: str) -> Iterator[None]:
    """Every failure while reading becomes one line: a damaged file makes Pillow raise nearly anything."""
    try:
        yield
    except PentimentoError:
        raise
    except UnidentifiedImageError as error:
        raise BadPicture(
            f"{called} is not a picture that Pentimento can read, or a damaged one",
            "give a JPEG, PNG, WebP or TIFF",
        ) from error
    except Image.DecompressionBombError as error:
        raise decoding.too_large(called) from error
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise BadPicture(
            f"{called} cannot be read ({reason})", "the file looks damaged or cut short; get or save it again"
        ) from error


def _resized(values: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    bands = [Image.fromarray(np.ascontiguousarray(values[..., i])) for i in range(values.shape[-1])]
    resized = [np.asarray(band.resize(size, Image.Resampling.LANCZOS)) for band in bands]
    return np.stack(resized, axis=-1).clip(0, 1)


def _image(picture: Picture, keeps_alpha: bool) -> Image.Image:
    """Eight bits a channel; where the format has no alpha, laid on white paper."""
    rgb, alpha = picture.rgb, picture.alpha
    if alpha is not None and keeps_alpha:
        rgb = np.concatenate([rgb, alpha[..., None]], axis=-1)
    elif alpha is not None:
        rgb = rgb * alpha[..., None] + (1 - alpha[..., None])
    return Image.fromarray((np.clip(rgb, 0, 1) * 255 + 0.5).astype(np.uint8))
