"""From a picture file to floats: what is refused, modes and depths, orientation."""

import ctypes
import logging
import sys
import warnings
from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
from PIL import Image, ImageOps

from ground import colour
from ground.errors import BadPicture

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF")
MOST_PIXELS = 200_000_000  # refused by what the header says, before a pixel is decoded
LARGE = (
    24_000_000  # pixels: more of them would take gigabytes as floats, and a file of kilobytes can hold them
)

# Pillow warns above its own limit and raises above twice that: now both lie where we refuse anyway, so that
# the warning would only be a second message.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

# What is wrong with a picture is said once, by our error, and not by Pillow's log or libtiff's own lines too.
logging.getLogger("PIL").addHandler(logging.NullHandler())
with suppress(OSError, AttributeError):  # where libtiff is linked in otherwise, it goes on talking
    ctypes.CDLL(Image.core.__file__).TIFFSetErrorHandler(None)  # type: ignore[attr-defined]

Floats = tuple[np.ndarray, np.ndarray | None]

_SUBFILE, _REDUCED_COPY = 254, 1
_BITS_PER_SAMPLE = 258
_PHOTOMETRIC, _WHITE_IS_ZERO = 262, 0
_TILE_WIDTH, _TILE_HEIGHT = 322, 323

# Pillow keeps the high byte of 16-bit colours. Decoding once more as if the bytes lay in the other order
# gives the low one, through the very same code for compression, interlacing and predictors.
_NATIVE, _SWAPPED = ("L", "B") if sys.byteorder == "little" else ("B", "L")
_OTHER_ORDER = {
    f"{bands};16{order}": f"{bands};16{other}"
    for bands in ("RGB", "RGBA", "RGBX")
    for order, other in (("B", "L"), ("L", "B"), ("N", _SWAPPED))
}
_GREY_AND_ALPHA = "LA;16B"  # four bytes a pixel, so that it decodes in one go as four bands of eight bits


def opened(stream: BinaryIO, called: str) -> Image.Image:
    """The picture, of which only the header was read; refused when too large, too deep or more than one."""
    image = Image.open(stream, formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise too_large(f"{called} ({image.width} x {image.height} pixels)")
    if image.format == "TIFF":
        _check_tiff(image, called)
    elif image.format != "MPO" and getattr(image, "is_animated", False):
        raise BadPicture(f"{called} is an animation", "save the frame you want as a PNG")
    return image


def too_large(called: str) -> BadPicture:
    megapixels = MOST_PIXELS // 1_000_000
    return BadPicture(f"{called} is too large", f"give a picture of at most {megapixels} megapixels")


def is_large(image: Image.Image) -> bool:
    return image.width * image.height > LARGE


def floats(image: Image.Image, stream: BinaryIO, longest: int | None, quick: bool = False) -> Floats:
    """Upright sRGB floats and alpha; an 8-bit picture is decoded little larger than `longest` needs.

    Sixteen bits are kept, with two exceptions: colours with a profile other than sRGB are converted in eight,
    because Pillow's colour management knows no deeper pixels, and large ones are made smaller in eight.
    """
    profile = image.info.get("icc_profile")
    raw = _raw_mode(image)
    if image.mode.startswith("I;16"):
        grey, alpha = _deep_grey(image)
        return colour.from_grey(grey, profile), alpha
    if raw == _GREY_AND_ALPHA:
        grey, alpha = _deep_grey_and_alpha(stream)
        return colour.from_grey(grey, profile), alpha
    if raw in _OTHER_ORDER and colour.is_srgb(profile) and not (longest and is_large(image)):
        return _deep_colours(image, stream, _OTHER_ORDER[raw])
    return _eight_bits(image, longest, profile, quick)


def within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size made smaller, or larger, until its longer side is `longest`."""
    share = longest / max(size)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _check_tiff(image: Any, called: str) -> None:
    """What only a TIFF can be: a bomb in its tiles, a book, floating point, planes that Pillow misreads."""
    tags = image.tag_v2
    if tags.get(_TILE_WIDTH, 0) * tags.get(_TILE_HEIGHT, 0) > MOST_PIXELS:
        raise too_large(f"{called} (in its tiles)")
    if (pages := _pages(image)) > 1:
        raise BadPicture(f"{called} has {pages} pages", "save the page you want as a picture of its own")
    if image.mode in ("I", "F"):
        raise BadPicture(f"{called} has pixels of an unusual depth", "save it with 8 or 16 bits a channel")
    if max(tags.get(_BITS_PER_SAMPLE, (8,))) > 8 and _raw_mode(image) in ("R", "C"):
        raise BadPicture(f"{called} holds 16 bits plane by plane", "save it with interleaved channels")


def _pages(image: Any) -> int:
    """Pages that are pictures of their own; the smaller copies in a museum's pyramid file are not."""
    many = 0
    for frame in range(image.n_frames):
        image.seek(frame)
        many += not image.tag_v2.get(_SUBFILE, 0) & _REDUCED_COPY
    image.seek(0)
    return many


def _eight_bits(image: Image.Image, longest: int | None, profile: bytes | None, quick: bool) -> Floats:
    image = ImageOps.exif_transpose(_plain(_drafted(image, longest)))
    if longest is not None and image.mode != "LAB":
        # The last halving is left to a better filter.
        image = image.reduce(max(1, max(image.size) // (2 * longest)))
        if max(image.size) > longest and (quick or is_large(image)):
            filter_ = Image.Resampling.BILINEAR if quick else Image.Resampling.LANCZOS
            image = image.resize(within(image.size, longest), filter_)
    alpha = None
    if image.mode in ("LA", "RGBA"):
        alpha = np.asarray(image.getchannel("A"), dtype=np.float32) / 255
        image = image.convert(image.mode[:-1])
    if image.mode == "L":
        return colour.from_grey(np.asarray(image, dtype=np.float32) / 255, profile), alpha
    return colour.from_image(image, profile), alpha


def _drafted(image: Image.Image, longest: int | None) -> Image.Image:
    """A JPEG decodes at a half, a quarter or an eighth for a fraction of the work."""
    if longest is not None:
        share = 2 * longest / max(image.size)
        image.draft(None, (max(1, int(image.width * share)), max(1, int(image.height * share))))
    return image


def _plain(image: Image.Image) -> Image.Image:
    """One of L, LA, RGB, RGBA, CMYK and LAB."""
    image.load()
    grey = image.mode in ("1", "L", "LA", "La")
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if image.mode in ("CMYK", "LAB"):
        return image
    return image.convert("L" if grey else "RGB")


def _deep_grey(image: Image.Image) -> Floats:
    ints = np.asarray(ImageOps.exif_transpose(image))
    key = image.info.get("transparency")
    alpha = None if key is None else (ints != key).astype(np.float32)
    tags = getattr(image, "tag_v2", {})
    grey = ints.astype(np.float32) / (2 ** max(tags.get(_BITS_PER_SAMPLE, (16,))) - 1)
    return (1 - grey if tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO else grey), alpha


def _deep_grey_and_alpha(stream: BinaryIO) -> Floats:
    bytes_ = np.asarray(_decoded_as(stream, "RGBA", "RGBA"), dtype=np.uint16)
    values = (bytes_[..., 0::2] * 256 + bytes_[..., 1::2]).astype(np.float32) / 65535
    return values[..., 0], values[..., 1]


def _deep_colours(image: Image.Image, stream: BinaryIO, other_order: str) -> Floats:
    high = np.asarray(ImageOps.exif_transpose(image), dtype=np.uint16)
    low = np.asarray(_decoded_as(stream, image.mode, other_order))
    ints = high * 256 + low
    values = ints.astype(np.float32) / 65535
    if image.mode == "RGBA":
        return values[..., :3], values[..., 3]
    key = image.info.get("transparency")
    return values, None if key is None else (ints != key).any(axis=-1).astype(np.float32)


def _raw_mode(image: Any) -> str:
    """How the pixels lie in the file, as Pillow names it; WebP does not say."""
    arguments = image.tile[0].args if image.tile else ""
    return str(arguments[0] if isinstance(arguments, tuple) else arguments)


def _decoded_as(stream: BinaryIO, mode: str, raw: str) -> Image.Image:
    """The picture decoded once more, its bytes taken for another raw mode of the same width."""
    stream.seek(0)
    image: Any = Image.open(stream, formats=FORMATS)
    image._mode = mode
    image.tile = [
        tile._replace(args=(raw, *tile.args[1:]) if isinstance(tile.args, tuple) else raw)
        for tile in image.tile
    ]
    return ImageOps.exif_transpose(image)
