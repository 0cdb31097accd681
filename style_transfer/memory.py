"""Memory: how large a tile a recipe's budget allows, and an allocator told to keep what it has."""

import ctypes
import math
import sys

from ground.device import best_device
from ground.vgg import WIDTHS
from style_transfer import resnet
from style_transfer.backbones import Backbone, has_bf16, vgg_bytes_a_pixel
from style_transfer.recipe import Recipe
from style_transfer.tiles import STRIDE

MEGABYTE = 2**20
# Floats a pixel held outside the network: the subject's pictures, slopes, and what an optimiser remembers. That is
# two means of Adam's, ten steps and ten turns of L-BFGS, and as many of scipy's with room to work, in double precision.
OUTSIDE_FLOATS = {"adam": 30, "lbfgs": 120, "lbfgs-b": 210}
SMALLEST = 8 * STRIDE
PROGRAM = 600  # megabytes before a picture is worked on: torch, the network, both pictures as they were read; measured


def block_for(network: Backbone, recipe: Recipe, size: tuple[int, int], many: int = 1) -> int | None:
    """The largest block whose step fits the budget; none where the whole picture does, or where no tile is exact."""
    layers = [*recipe.content_weights, *recipe.style_weights]
    reach, bytes_a_pixel = network.reach(layers), network.bytes_a_pixel(layers)
    free = recipe.memory * MEGABYTE - _outside(recipe, size[0] * size[1] * many)
    pixels = max(0.0, free / (bytes_a_pixel * many))
    if reach is None or pixels >= size[0] * size[1]:
        return None
    return max(SMALLEST, int(math.sqrt(pixels) - 2 * reach) // STRIDE * STRIDE)


def megabytes(recipe: Recipe) -> int:
    """What painting a square picture takes, the program included; no network is loaded to tell it."""
    pixels = recipe.size**2
    outside = _outside(recipe, pixels)
    step = min(pixels * _bytes_a_pixel(recipe), max(0, recipe.memory * MEGABYTE - outside))
    return PROGRAM + math.ceil((outside + step) / MEGABYTE)


def _outside(recipe: Recipe, pixels: int) -> int:
    return 4 * OUTSIDE_FLOATS[recipe.optimiser] * pixels


def _bytes_a_pixel(recipe: Recipe) -> float:
    if recipe.backbone == "resnet50":
        return resnet.BYTES_A_PIXEL
    halved = recipe.precision == "bf16" or (recipe.precision == "auto" and has_bf16(best_device()))
    layers = [*recipe.content_weights, *recipe.style_weights]
    return vgg_bytes_a_pixel(WIDTHS.get(recipe.backbone, WIDTHS["vgg19"]), layers, halved)


def keep_memory() -> None:
    """Tells glibc to keep freed memory for the next step instead of returning it to the system page by page.

    Each step frees and takes the same hundreds of megabytes; without this a tenth of its time goes into zeroing
    pages anew. For programs to call as they start; does nothing where the C library is another.
    """
    trim_threshold, mmap_max, top_pad = -1, -4, -2  # M_TRIM_THRESHOLD, M_MMAP_MAX, M_TOP_PAD of malloc.h
    _told("mallopt", mmap_max, 0)
    _told("mallopt", trim_threshold, 2**31 - 1)
    _told("mallopt", top_pad, 64 * MEGABYTE)


def give_back_memory() -> None:
    """All that is free, to the system: for programs to call between two paintings, which may be of other sizes."""
    _told("malloc_trim", 0)


def _told(function: str, *arguments: int) -> None:
    """A function of glibc, called where there is one."""
    if sys.platform.startswith("linux") and (found := getattr(ctypes.CDLL(None), function, None)):
        found(*arguments)
