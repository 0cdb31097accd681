"""Vectors: unit rows in float16, mapped from their file, and their exact cosines with a query."""

import mmap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

from ground.errors import BadIndex

Matrix = NDArray[np.float32]
Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]
Found = tuple[Rows, Matrix]  # rows and their exact cosines, the best first

BLOCK = 1024  # rows that are float32 at a time: 8 MB of 2048 dimensions

# torch deals larger pieces out to all processors and waits for the slowest: a query must not hang on a busy one.
ONE_THREAD = 32_767


def unit(vectors: ArrayLike, names: Sequence[str] = ()) -> Matrix:
    """The rows scaled to length one; one that has no direction is refused by its name."""
    rows = np.atleast_2d(np.asarray(vectors, np.float32))
    if rows.ndim != 2 or not rows.shape[1]:
        raise BadIndex(f"vectors of the shape {rows.shape} are no rows", "give one row a work")
    # In float64: the square of a large float32 is infinite.
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.float64))
    for fault, found in (
        ("NaN or infinite values", ~np.isfinite(lengths)),
        ("nothing but zeros", lengths == 0),
    ):
        if found.any():
            row = int(found.argmax())
            name = f"work {names[row]}" if row < len(names) else f"row {row + 1}"
            raise BadIndex(f"the vector of {name} holds {fault}", "see its picture, or leave it out")
    return np.asarray(rows / lengths[:, None], np.float32)


def floats(halves: NDArray[np.float16]) -> Matrix:
    """float32 of float16: through torch, five times as fast as through numpy, in pieces that stay in this thread."""
    result = np.empty(halves.shape, np.float32)
    step = max(1, ONE_THREAD // halves.shape[1])
    for start in range(0, len(halves), step):
        piece = slice(start, start + step)
        torch.from_numpy(result[piece]).copy_(torch.from_numpy(halves[piece]))
    return result


def best(query: Matrix, rows: Rows, taken: Matrix, k: int) -> Found:
    """The `k` of some rows, with their vectors, that are nearest to a query: the last word of every search."""
    first = top(taken @ query, k)
    chosen = taken[first]
    # float16 has left the rows' own length a trifle off one.
    cosines = (chosen @ query) / np.sqrt(np.einsum("ij,ij->i", chosen, chosen))
    order = np.lexsort((rows[first], -cosines))
    return rows[first][order], np.clip(cosines[order], -1, 1)


def top(scores: Matrix, k: int) -> Rows:
    """The places of the `k` highest scores, in no order."""
    return np.argpartition(scores, -k)[-k:] if k < len(scores) else np.arange(len(scores))


class Vectors:
    """Rows of unit length, one a work. The file is mapped: opening it reads nothing, many readers share it."""

    def __init__(self, halves: NDArray[np.float16]) -> None:
        self._halves = halves

    @classmethod
    def open(cls, file: Path) -> Self:
        # Copy-on-write, though nobody writes: torch warns of memory that is read-only.
        return cls(np.load(file, mmap_mode="c", allow_pickle=False))

    def __len__(self) -> int:
        return len(self._halves)

    @property
    def dimensions(self) -> int:
        return int(self._halves.shape[1])

    def take(self, rows: Rows) -> Matrix:
        return floats(np.asarray(self._halves[rows]))

    def dots(self, query: Matrix, rows: Rows) -> Matrix:
        return np.asarray(self.take(rows) @ query, np.float32)

    def blocks(self) -> Iterator[tuple[int, Matrix]]:
        """All rows in turn, each block with its first row's number, and never many of them in memory."""
        for start in range(0, len(self), BLOCK):
            yield start, floats(np.asarray(self._halves[start : start + BLOCK]))
            self.forget()

    def gathered(self, rows: Rows) -> Matrix:
        """`take`, for rows from all over: in one sweep, since the system maps many neighbours with each row."""
        taken = np.empty((len(rows), self.dimensions), np.float32)
        for start, block in self.blocks():
            inside = (rows >= start) & (rows < start + len(block))
            taken[inside] = block[rows[inside] - start]
        return taken

    def forget(self) -> None:
        """Let the memory go that the rows read so far take, for who reads them all."""
        mapped = self._halves.base
        if isinstance(mapped, mmap.mmap) and hasattr(mapped, "madvise"):
            mapped.madvise(mmap.MADV_DONTNEED)


def write(file: Path, blocks: Iterable[ArrayLike], names: Sequence[str], dimensions: int = 0) -> Vectors:
    """A file of the blocks' rows, one a name, all of the same dimensions; one block is in memory at a time."""
    done = 0
    with file.open("wb") as out:
        for block in blocks:
            rows = unit(block, names[done:])
            dimensions = dimensions or rows.shape[1]
            if rows.shape[1] != dimensions:
                what = f"a vector has {rows.shape[1]} dimensions, the others {dimensions}"
                raise BadIndex(what, "encode all works with the same encoder")
            if not done:
                header = {"descr": "<f2", "fortran_order": False, "shape": (len(names), dimensions)}
                np.lib.format.write_array_header_1_0(out, header)
            out.write(rows.astype("<f2").tobytes())
            done += len(rows)
    if done != len(names):
        raise BadIndex(f"there are {done} vectors for {len(names)} works", "give one vector a work")
    return Vectors.open(file)


def in_blocks(vectors: NDArray[Any] | Iterable[ArrayLike]) -> Iterator[Any]:
    """A whole matrix cut into blocks, so that what is made of it is never as large as it; blocks as they are."""
    if not isinstance(vectors, np.ndarray):
        yield from vectors
    elif len(vectors):
        for start in range(0, len(vectors), BLOCK):
            yield vectors[start : start + BLOCK]
