"""Colours to sRGB: by the ICC profile in the file, or by convention where there is none."""

import io
from itertools import product

import numpy as np
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"}


def from_image(image: Image.Image, profile: bytes | None) -> np.ndarray:
    """Floats (H, W, 3) of RGB, CMYK or LAB; a profile that is damaged or of another space is ignored."""
    transform = _transform(image.mode, profile)
    if transform is not None and not _changes_nothing(transform, image.mode):
        image = transform.apply(image)
    values = np.asarray(image.convert("RGB"), dtype=np.float32)
    values /= 255  # in place: a large picture is large enough once
    return values


def from_grey(grey: np.ndarray, profile: bytes | None) -> np.ndarray:
    """Floats (H, W, 3) of grey floats (H, W), by the profile's curve: any depth survives that."""
    transform = _transform("L", profile)
    if transform is not None:
        ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
        curve = np.asarray(transform.apply(ramp), dtype=np.float32)[0].mean(axis=-1) / 255
        grey = np.interp(grey, np.linspace(0, 1, 256), curve).astype(np.float32)
    return np.repeat(grey[..., None], 3, axis=-1)


def is_srgb(profile: bytes | None) -> bool:
    """Whether RGB with this profile needs no conversion: there is none to apply, or it changes nothing."""
    transform = _transform("RGB", profile)
    return transform is None or _changes_nothing(transform, "RGB")


def _transform(mode: str, profile: bytes | None) -> ImageCms.ImageCmsTransform | None:
    """Relative colorimetric with black point compensation, as photo editors open a tagged picture."""
    try:
        if mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        else:
            return None
        if source.profile.xcolor_space.strip() != _SPACES[mode]:
            return None
        return ImageCms.buildTransform(
            source,
            _SRGB,
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """True of the many profiles that are sRGB under another name: judged by what they do, not say."""
    if mode != "RGB":
        return False
    cube = np.array(list(product(range(0, 256, 17), repeat=3)), dtype=np.uint8)[None]
    moved = np.asarray(transform.apply(Image.fromarray(cube)), dtype=np.int16)
    return bool(np.abs(moved - cube).max() <= 1)
