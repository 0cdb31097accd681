"""The note inside a picture: its recipe and its sources, as JSON in PNG's text or in EXIF."""

import json
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from ground.errors import BadInput, BadPicture

KEY = "pentimento"
_COMPRESS_FROM = 2000  # characters; below it, text that any tool can show is worth more than the bytes

_EXIF, _USER_COMMENT, _COLOUR_SPACE, _SRGB = 0x8769, 0x9286, 0xA001, 1
_ASCII = b"ASCII\0\0\0"  # how EXIF marks a comment's character set; JSON escapes everything beyond it
_EXIF_ROOM = 65000  # a JPEG segment holds 65,533 bytes; the rest is for EXIF's own tables


def for_png(note: dict[str, Any] | None) -> PngInfo:
    """One iTXt chunk, and the chunk that says the pixels are sRGB."""
    info = PngInfo()
    info.add(b"sRGB", b"\0")
    if note is not None:
        text = json.dumps(note, ensure_ascii=False)
        info.add_itxt(KEY, text, zip=len(text) > _COMPRESS_FROM)
    return info


def for_exif(note: dict[str, Any] | None) -> Image.Exif:
    """The note as EXIF's user comment, beside the tag that says the pixels are sRGB."""
    exif, tags = Image.Exif(), dict[int, Any]({_COLOUR_SPACE: _SRGB})
    if note is not None:
        comment = _ASCII + json.dumps({KEY: note}).encode("ascii")
        if len(comment) > _EXIF_ROOM:
            raise BadInput("the note is too long for EXIF (64 kB)", "write a PNG, or leave the note out")
        tags[_USER_COMMENT] = comment
    exif[_EXIF] = tags
    return exif


def read_note(path: Path) -> dict[str, Any] | None:
    """The note that `canvas.write` put into a picture, or None where there is none."""
    if not path.is_file():
        raise BadPicture(f"{path} does not exist", "give the path of a picture that Pentimento painted")
    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as image:
            found = _parsed(image.info.get(KEY)) if image.format == "PNG" else _from_exif(image)
    except UnidentifiedImageError:
        return None
    except Exception as error:  # a damaged file makes Pillow raise nearly anything
        raise BadPicture(f"{path} cannot be read ({error})", "give a picture that is whole") from error
    return found if isinstance(found, dict) else None


def _from_exif(image: Image.Image) -> Any:
    comment = image.getexif().get_ifd(_EXIF).get(_USER_COMMENT)
    if not isinstance(comment, bytes) or not comment.startswith(_ASCII):
        return None
    found = _parsed(comment.removeprefix(_ASCII))
    return found.get(KEY) if isinstance(found, dict) else None


def _parsed(text: Any) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError):  # somebody else's comment
        return None
