"""Alignment: where in one picture another one lies, cropped, scaled or mirrored, and how well the two agree there.

Both are made even (less their local mean, over their local contrast), and one is slid over the other at every
scale of a ladder by Fourier transforms, each place normalised by what overlaps there (after Padfield, 2012,
"Masked object registration in the Fourier domain"): first coarsely, then in finer steps around the best. What
counts in the end is how alike the parts of the overlap are one by one: two pictures that merely share a horizon
agree on the whole, but not in every part.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from math import log
from typing import NamedTuple

import torch
import torch.nn.functional as F
from scipy.fft import irfft2, rfft2  # twice as fast as torch's at this size
from torch import Tensor

from curation.fingerprint import SIDE, Fingerprints
from retrieval.parallel import in_order

COARSE, FINE = 32, 64  # pixels of the ground's long side
LEAST = 0.45  # of a side: a smaller crop is not looked for
STEP = 1.07
LADDER = [STEP**-rung for rung in range(int(log(1 / LEAST, STEP)) + 1)]
AROUND = [1.015**rung for rung in range(-3, 4)]
SMALLEST = 4  # pixels of a side
INSIDE = 0.8  # of the smaller picture that must lie within the ground
GATE = 0.6  # pictures that agree less than this coarsely are not looked at finely
PARTS = 4  # a side: the overlap is judged in its parts
QUARTILE = 0.25  # the lower one counts: a part may be covered, or bare
DOUBT = 0.2  # taken off where nothing overlaps: the smaller the overlap, the less its likeness tells
AT_ONCE = 8  # pairs

Pair = tuple[int, int]
Size = tuple[int, int]  # height and width


class Place(NamedTuple):
    """Where the smaller picture lies in the ground."""

    ground: int
    score: float  # 1 where the two are the same
    scale: float = 1.0  # of the smaller picture's long side to the ground's
    mirrored: bool = False


class Laid(NamedTuple):
    """Pictures in the corners of empty squares, as they are and made even: (picture, pose or scale, down, right)."""

    greys: Tensor
    values: Tensor
    heights: Tensor  # (picture, pose or scale)
    widths: Tensor


def places(prints: Fingerprints, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Place]]:
    """For each pair the best place of either picture in the other."""
    rest = iter(sorted(pairs))
    batches = iter(lambda: list(islice(rest, AT_ONCE)), [])
    for batch, found in in_order(lambda batch: _places(prints, batch), batches):
        yield from zip(batch, found, strict=True)


@torch.inference_mode()
def _places(prints: Fingerprints, pairs: Sequence[Pair]) -> list[Place]:
    """Coarsely both ways, the one in the other and the other in the one; finely where it looks promising."""
    ways = [*pairs, *((other, one) for one, other in pairs)]
    agreement = _coarse(prints, ways)
    found = []
    for inside, around in zip(range(len(pairs)), range(len(pairs), len(ways)), strict=True):
        better = max(inside, around, key=lambda way: float(agreement[way].max()))
        found.append(_fine(prints, *ways[better], agreement[better]))
    return found


def _coarse(prints: Fingerprints, ways: Sequence[Pair]) -> Tensor:
    """How well the first of each two agrees with the second at the best place: (way, pose, size)."""
    small, ground = ([way[side] for way in ways] for side in (0, 1))
    shapes = list(zip(_aspects(prints, small), _aspects(prints, ground), strict=True))
    ladder = _laid(_greys(prints, small), [_ladder(*both) for both in shapes], COARSE)
    poses = _laid(_posed(_greys(prints, ground)), [[_size(other, COARSE)] for _, other in shapes], COARSE)
    return _agreement(poses, ladder).flatten(3).amax(3)


def _ladder(own: float, other: float) -> list[Size]:
    """A picture in its own shape at every scale; and in the other's, as if it had been stretched."""
    return [*(_size(own, COARSE * scale) for scale in LADDER), _size(other, COARSE)]


def _fine(prints: Fingerprints, small: int, ground: int, coarse: Tensor) -> Place:
    """From the agreement at each pose and size to the place, and to how alike the parts are there."""
    pose, rung = divmod(int(coarse.argmax()), len(LADDER) + 1)
    stretched = rung == len(LADDER)
    scale = 1.0 if stretched else LADDER[rung]
    if coarse.max() < GATE:
        return Place(ground, 0.0, scale, bool(pose))
    own, other = _aspects(prints, [small, ground])
    scales = [scale * step for step in AROUND if scale * step <= 1]
    sizes = [_size(other if stretched else own, FINE * each) for each in scales]
    over = _laid(_greys(prints, [small]), [sizes], FINE)
    under = _laid(_posed(_greys(prints, [ground]))[:, [pose]], [[_size(other, FINE)]], FINE)
    best, place = _agreement(under, over)[0, 0].flatten(1).max(1)
    row = int(best.argmax())
    shift = _shifts(FINE)[torch.tensor(divmod(int(place[row]), _wide(FINE)))].tolist()
    score = _parts(_bare(under, 0), _bare(over, row), shift)
    return Place(ground, score - DOUBT * (1 - scales[row]), scales[row], bool(pose))


def _agreement(grounds: Laid, small: Laid) -> Tensor:
    """The correlation of each ground with each smaller picture at every shift (picture, pose, scale, down, right)."""
    room = grounds.values.shape[-1]

    def slid(one: Tensor, other: Tensor) -> Tensor:
        both = one[:, :, None] * other[:, None].conj()
        return torch.from_numpy(irfft2(both.resolve_conj().numpy(), s=(_wide(room),) * 2))

    of_ground, of_small = _outlines(grounds), _outlines(small)
    dots = slid(_spectra(grounds.values), _spectra(small.values))
    lit = slid(_spectra(grounds.values**2), of_small)
    cast = slid(of_ground[:, :1], _spectra(small.values**2))  # the ground has one outline in either pose
    return (dots / (lit.clamp(min=1e-3) * cast.clamp(min=1e-3)).sqrt()).where(
        _overlaps(grounds, small)[:, None], torch.tensor(-1.0)
    )


def _overlaps(grounds: Laid, small: Laid) -> Tensor:
    """Whether enough of each smaller picture lies within the ground (picture, scale, down, right)."""
    shifts = _shifts(grounds.values.shape[-1])

    def share(ground: Tensor, side: Tensor) -> Tensor:
        ends = torch.minimum(ground[:, :1, None], side[..., None] + shifts)
        return (ends - shifts.clamp(min=0)).clamp(min=0) / side[..., None]

    down, right = share(grounds.heights, small.heights), share(grounds.widths, small.widths)
    return down[..., :, None] * right[..., None, :] > INSIDE


def _parts(ground: Tensor, small: Tensor, shift: Sequence[int]) -> float:
    """How alike the parts of the overlap are when the smaller picture is moved to its place."""
    top, left = shift
    over = small[max(0, -top) :, max(0, -left) :]
    under = ground[max(0, top) :, max(0, left) :][: over.shape[0], : over.shape[1]]
    over = over[: under.shape[0], : under.shape[1]]
    likeness = [
        (a * b).sum() / ((a**2).sum() * (b**2).sum()).sqrt().clamp(min=1e-3)
        for a, b in zip(_tiles(_alone(under)), _tiles(_alone(over)), strict=True)
    ]
    return float(torch.stack(likeness).quantile(QUARTILE))


def _alone(grey: Tensor) -> Tensor:
    """Made even once more, without what lies around it, be it a frame or what was cut off; and without what
    whole rows and columns have in common, so that two horizons, or two pages of print, are not one picture.
    """
    height, width = grey.shape
    even = _even(grey, torch.ones(height), torch.ones(width), FINE // 10)
    return even - even.mean(0, keepdim=True) - even.mean(1, keepdim=True) + even.mean()


def _tiles(picture: Tensor) -> Iterator[Tensor]:
    for strip in picture.chunk(PARTS):
        yield from strip.chunk(PARTS, 1)


def _greys(prints: Fingerprints, rows: Sequence[int]) -> Tensor:
    return torch.from_numpy(prints.greys[list(rows)]).float()[:, None] / 255


def _posed(greys: Tensor) -> Tensor:
    """As they are, and mirrored."""
    return torch.cat([greys, greys.flip(-1)], 1)


def _aspects(prints: Fingerprints, rows: Sequence[int]) -> list[float]:
    return [float(aspect) for aspect in prints.measure("aspect")[list(rows)]]


def _laid(greys: Tensor, sizes: Sequence[Sequence[Size]], room: int) -> Laid:
    """Pictures, each at so many sizes."""
    heights, widths = torch.tensor(sizes).unbind(-1)
    small = _shrinking(room)[heights] @ greys @ _shrinking(room)[widths].mT
    even = _even(small, _inside(heights, room), _inside(widths, room), room // 10)
    return Laid(small, even, heights, widths)


def _bare(laid: Laid, row: int) -> Tensor:
    return laid.greys[0, row, : laid.heights[0, row], : laid.widths[0, row]]


def _size(aspect: float, long: float) -> Size:
    """In pixels, of a picture whose long side is so long."""
    height, width = (long / aspect, long) if aspect >= 1 else (long, long * aspect)
    return max(SMALLEST, round(height)), max(SMALLEST, round(width))


def _even(greys: Tensor, down: Tensor, right: Tensor, reach: int) -> Tensor:
    """Pictures without their light; `down` and `right` are 1 where a picture is."""
    above, beside = (_box(side, reach) for side in greys.shape[-2:])
    within, count = (
        rows[..., None] * columns[..., None, :]
        for rows, columns in ((down, right), (down @ above, right @ beside))
    )

    def mean(some: Tensor) -> Tensor:
        return above @ some @ beside / count.clamp(min=1)

    plain = (greys - mean(greys)) * within
    return plain / (mean(plain**2).sqrt() + 0.02) * within


def _inside(sizes: Tensor, room: int) -> Tensor:
    return (torch.arange(room) < sizes[..., None]).float()


def _wide(room: int) -> int:
    """Of the transforms: as much more than the room as may lie outside, so that no two shifts in question meet."""
    return 5 * room // 4


def _spectra(values: Tensor) -> Tensor:
    return torch.from_numpy(rfft2(values.numpy(), s=(_wide(values.shape[-1]),) * 2))


def _outlines(laid: Laid) -> Tensor:
    """The spectra of where the pictures are."""
    room = laid.values.shape[-1]
    down = torch.fft.fft(_inside(laid.heights, room), _wide(room))
    right = torch.fft.rfft(_inside(laid.widths, room), _wide(room))
    outlines: Tensor = down[..., None] * right[..., None, :]
    return outlines


@cache
def _shifts(room: int) -> Tensor:
    """What each place of a transform is a shift by."""
    places = torch.arange(_wide(room))
    return torch.where(places < room, places, places - _wide(room))


@cache
def _box(side: int, reach: int) -> Tensor:
    """What sums over the neighbourhood."""
    places = torch.arange(side)
    near: Tensor = (places[:, None] - places).abs() <= reach
    return near.float()


@cache
def _shrinking(room: int) -> Tensor:
    """For each size the matrix that brings a side of a grey copy to it."""
    sides = torch.eye(SIDE)[None, None]
    found = torch.zeros(room + 1, room, SIDE)
    for size in range(SMALLEST, room + 1):
        found[size, :size] = F.interpolate(sides, (size, SIDE), mode="bilinear", antialias=True)[0, 0]
    return found
