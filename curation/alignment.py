"""Alignment: where in one picture another one lies, cropped, scaled or mirrored, and how well the two agree there.

Both are made even (less their local mean, over their local contrast), and one is slid over the other at every
scale of a ladder by Fourier transforms, each place normalised by what overlaps there (after Padfield, 2012,
"Masked object registration in the Fourier domain"): first coarsely, then in finer steps around the best. What
counts in the end is how alike the parts of the overlap are one by one: two pictures that merely share a horizon
agree on the whole, but not in every part.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import log
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from curation.fingerprint import Fingerprints
from retrieval.parallel import in_order

COARSE, FINE = 32, 64  # pixels of the ground's long side
LEAST = 0.45  # of a side: a smaller crop is not looked for
STEP = 1.07
LADDER = [STEP**-rung for rung in range(int(log(1 / LEAST, STEP)) + 1)]
AROUND = [1.015**rung for rung in range(-3, 4)]
INSIDE = 0.8  # of the smaller picture that must lie within the ground
GATE = 0.6  # pictures that agree less than this coarsely are not looked at finely
PARTS = 4  # a side: the overlap is judged in its parts
QUARTILE = 0.25  # the lower one counts: a part may be covered, or bare
DOUBT = (
    0.2  # taken off for a picture that overlaps nothing: the smaller the overlap, the less its likeness tells
)
AT_ONCE = 8  # grounds that one picture is slid over together

Pair = tuple[int, int]


class Place(NamedTuple):
    """Where the smaller picture lies in the ground."""

    ground: int
    score: float  # 1 where the two are the same
    scale: float = 1.0  # of the smaller picture's long side to the ground's
    mirrored: bool = False


class Laid(NamedTuple):
    """Even pictures in the corners of empty squares, and where in these they are."""

    values: Tensor
    masks: Tensor


class Spectra(NamedTuple):
    values: Tensor
    squares: Tensor
    masks: Tensor


def places(prints: Fingerprints, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Place]]:
    """For each pair the best place of either picture in the other; pairs that share their first come together."""
    jobs = (
        (one, [other for _, other in some]) for one, some in groupby(sorted(pairs), key=lambda pair: pair[0])
    )
    for (one, others), found in in_order(lambda job: _among(prints, *job), jobs):
        yield from (((one, other), place) for other, place in zip(others, found, strict=True))


def _among(prints: Fingerprints, one: int, others: Sequence[int]) -> list[Place]:
    found: list[Place] = []
    for start in range(0, len(others), AT_ONCE):
        found += _some(prints, one, others[start : start + AT_ONCE])
    return found


@torch.inference_mode()
def _some(prints: Fingerprints, one: int, others: Sequence[int]) -> list[Place]:
    """Coarsely both ways, the one in the others and the others in the one; finely where it looks promising."""
    inside = _coarse(_ladder(prints, one), _grounds(prints, others))
    around = torch.cat([_coarse(_ladder(prints, other), _grounds(prints, [one])) for other in others])
    found = []
    for other, *ways in zip(others, inside, around, strict=True):
        larger = int(ways[0].max() < ways[1].max())
        ground, small = (one, other) if larger else (other, one)
        found.append(_fine(prints, ground, small, ways[larger]))
    return found


def _fine(prints: Fingerprints, ground: int, small: int, coarse: Tensor) -> Place:
    """From the agreement at each pose and scale to the place, and to how alike the parts are there."""
    pose, rung = divmod(int(coarse.argmax()), len(LADDER))
    if coarse.max() < GATE:
        return Place(ground, 0.0, LADDER[rung], bool(pose))
    scales = [LADDER[rung] * step for step in AROUND]
    under = _laid([_sized(prints, ground, FINE, mirrored=bool(pose))], 2 * FINE)
    over = _laid([_sized(prints, small, FINE * scale) for scale in scales], 2 * FINE)
    agreement = _agreement(_spectra(under), _spectra(over))[0]
    best, shift = agreement.flatten(1).max(1)
    row = int(best.argmax())
    top, left = divmod(int(shift[row]), 2 * FINE)
    score = _parts(under.values[0], over.values[row], (under.masks[0], over.masks[row]), (top, left))
    return Place(ground, score - DOUBT * max(0.0, 1 - scales[row]), scales[row], bool(pose))


def _ladder(prints: Fingerprints, row: int) -> Spectra:
    """A picture at every scale."""
    return _spectra(_laid([_sized(prints, row, COARSE * scale) for scale in LADDER], 2 * COARSE))


def _grounds(prints: Fingerprints, rows: Sequence[int]) -> Spectra:
    """Pictures as they are, and mirrored."""
    sized = [_sized(prints, row, COARSE, mirrored=pose) for row in rows for pose in (False, True)]
    return _spectra(_laid(sized, 2 * COARSE))


def _coarse(ladder: Spectra, grounds: Spectra) -> Tensor:
    """The best agreement for each ground: by pose, then by scale."""
    return _agreement(grounds, ladder).flatten(2).amax(2).view(-1, 2 * len(LADDER))


def _agreement(grounds: Spectra, small: Spectra) -> Tensor:
    """The correlation of each ground with each smaller picture at every shift (ground, picture, down, right)."""
    wide = grounds.values.shape[-2]

    def slid(one: Tensor, other: Tensor) -> Tensor:
        both: Tensor = torch.fft.irfft2(one[:, None] * other[None].conj(), s=(wide, wide))
        return both

    dots, overlap = slid(grounds.values, small.values), slid(grounds.masks, small.masks)
    energy = slid(grounds.squares, small.masks).clamp(min=1e-3) * slid(grounds.masks, small.squares).clamp(
        min=1e-3
    )
    whole = small.masks[None, :, :1, :1].real
    return (dots / energy.sqrt()).where(overlap > INSIDE * whole, torch.tensor(-1.0))


def _parts(ground: Tensor, small: Tensor, masks: tuple[Tensor, Tensor], shift: tuple[int, int]) -> float:
    """How alike the parts of the overlap are when the smaller picture is moved to its place."""
    under, over = (torch.roll(each, shift, (0, 1)) for each in (small, masks[1]))
    both = masks[0] * over
    rows, columns = (torch.nonzero(both.any(axis))[:, 0] for axis in (1, 0))
    likeness = []
    for down in rows.chunk(PARTS):
        for right in columns.chunk(PARTS):
            part = slice(down[0], down[-1] + 1), slice(right[0], right[-1] + 1)
            a, b = (each[part] * both[part] for each in (ground, under))
            likeness.append((a * b).sum() / ((a**2).sum() * (b**2).sum()).sqrt().clamp(min=1e-3))
    return float(torch.stack(likeness).quantile(QUARTILE))


def _sized(prints: Fingerprints, row: int, long: float, mirrored: bool = False) -> Tensor:
    """A picture in its own shape again."""
    grey, aspect = prints.greys[row], float(prints.measure("aspect")[row])
    values = torch.from_numpy(
        grey[:, ::-1].astype(np.float32) / 255 if mirrored else grey.astype(np.float32) / 255
    )
    height, width = (long / aspect, long) if aspect >= 1 else (long, long * aspect)
    size = max(4, round(height)), max(4, round(width))
    return F.interpolate(values[None, None], size, mode="bilinear", antialias=True)[0, 0]


def _laid(greys: Sequence[Tensor], wide: int) -> Laid:
    even = [_even(grey, wide // 20) for grey in greys]
    values, masks = (
        torch.stack([F.pad(each, (0, wide - each.shape[1], 0, wide - each.shape[0])) for each in some])
        for some in (even, [torch.ones_like(each) for each in even])
    )
    return Laid(values, masks)


def _even(grey: Tensor, reach: int) -> Tensor:
    """A picture without its light."""

    def mean(values: Tensor) -> Tensor:
        around = F.avg_pool2d(values[None, None], 2 * reach + 1, 1, reach, count_include_pad=False)
        return around[0, 0]

    plain = grey - mean(grey)
    return plain / (mean(plain**2).sqrt() + 0.02)


def _spectra(laid: Laid) -> Spectra:
    return Spectra(*(torch.fft.rfft2(each) for each in (laid.values, laid.values**2, laid.masks)))
