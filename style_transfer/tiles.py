"""Tiles: a picture cut into blocks with enough around them that their features are the whole picture's own.

A block's edges lie on the strides of the poolings, so that positions of every layer belong to just one block;
the margin covers all that the deepest layer sees, so that what the cut does to it never reaches them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

STRIDE = 16


@dataclass(frozen=True)
class Tile:
    """Rows and columns of a block (`inner`) and of the block with its margin (`outer`), in pixels."""

    inner: tuple[slice, slice]
    outer: tuple[slice, slice]
    last: tuple[bool, bool]

    def inside(self, tap_size: tuple[int, int], outer_size: tuple[int, int]) -> tuple[slice, slice]:
        """Where the block lies in a layer computed from `outer`."""
        rows, columns = (self._span(axis, tap_size[axis], outer_size[axis]) for axis in (0, 1))
        return rows, columns

    def of_whole(self, tap_size: tuple[int, int], outer_size: tuple[int, int]) -> tuple[slice, slice]:
        """Where the block lies in the same layer of the whole picture."""
        spans = []
        for axis, span in enumerate(self.inside(tap_size, outer_size)):
            offset = _down(self.outer[axis].start, tap_size[axis], outer_size[axis])
            spans.append(slice(span.start + offset, span.stop + offset))
        return spans[0], spans[1]

    def _span(self, axis: int, tap: int, outer: int) -> slice:
        inner, begins = self.inner[axis], self.outer[axis].start
        start = _down(inner.start - begins, tap, outer)
        return slice(start, tap if self.last[axis] else _down(inner.stop - begins, tap, outer))


def _down(pixels: int, tap: int, outer: int) -> int:
    """A length in pixels as one in a layer; nothing is nothing whatever the layer's stride."""
    return pixels and pixels // stride_of(tap, outer)


def stride_of(tap: int, outer: int) -> int:
    """The power of two by which poolings, rounding down, took `outer` to `tap`."""
    stride = 1
    while outer // stride != tap:
        stride *= 2
        if stride > outer:
            raise ValueError(f"no pooling takes {outer} to {tap}")
    return stride


def tiles(height: int, width: int, block: int, margin: int) -> Iterator[Tile]:
    """Blocks of at most `block` pixels a side (rounded to the stride) that cover the picture."""
    block = max(STRIDE, block // STRIDE * STRIDE)
    for top, bottom in _cuts(height, block):
        for left, right in _cuts(width, block):
            yield Tile(
                (slice(top, bottom), slice(left, right)),
                (_widened(top, bottom, height, margin), _widened(left, right, width, margin)),
                (bottom == height, right == width),
            )


def _cuts(length: int, block: int) -> Iterator[tuple[int, int]]:
    """Near-equal parts on the stride; a remainder shorter than a stride goes with the last."""
    many = max(1, -(-(length // STRIDE) // (block // STRIDE)))
    edges = [round(i * (length // STRIDE) / many) * STRIDE for i in range(many)] + [length]
    yield from pairwise(edges)


def _widened(start: int, stop: int, length: int, margin: int) -> slice:
    return slice(max(0, start - margin), min(length, stop + margin))
