"""Cells: the vectors in few dimensions, laid down neighbourhood by neighbourhood, so that one is read in a sweep.

The dimensions are those that keep most of the inner products (a principal component analysis about zero), the
neighbourhoods come from k-means: the coarse half of the inverted file of Jégou et al., "Product quantization for
nearest neighbor search" (2011), without its codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import numpy as np
import safetensors.torch
import torch
from numpy.typing import NDArray

from retrieval.vectors import Mask, Matrix, Rows, Vectors, in_blocks, top

DIMENSIONS = 128
LEADING = 64  # of these, what Annoy and k-means see: Annoy is at its best under a hundred
CELL = 128  # works in a cell, on average
SAMPLE = 8192  # rows that the principal directions are taken from
SWEEPS = 6  # of both iterations; more change nothing that a search would notice


@dataclass(frozen=True, eq=False)
class Cells:
    directions: Matrix  # (dimensions, those of the vectors)
    centres: Matrix  # (cells, leading), of unit length
    starts: NDArray[np.intp]  # where each cell's rows start, and the end
    order: Rows  # the rows, cell by cell
    points: Matrix  # their places, in the same order
    cell_of: NDArray[np.intp]  # each row's cell

    @classmethod
    def of(cls, vectors: Vectors) -> Self:
        directions = _principal(vectors)
        places = np.empty((len(vectors), len(directions)), np.float32)
        for start, block in vectors.blocks():
            places[start : start + len(block)] = block @ directions.T
        cell_of, centres = _means(places[:, :LEADING])
        order = np.argsort(cell_of, kind="stable")
        starts = np.searchsorted(cell_of[order], np.arange(len(centres) + 1))
        return cls(directions, centres, starts, order, places[order], cell_of)

    def save(self, file: Path) -> None:
        parts = {each.name: torch.from_numpy(getattr(self, each.name)) for each in fields(self)}
        safetensors.torch.save_file(parts, file)

    @classmethod
    def open(cls, file: Path) -> Self:
        """The cells, mapped from their file."""
        return cls(**{name: tensor.numpy() for name, tensor in safetensors.torch.load_file(file).items()})

    def place(self, vector: Matrix) -> Matrix:
        return self.directions @ vector

    def nearest(self, place: Matrix, many: int) -> list[int]:
        """The cells whose centres are nearest."""
        return list(top(self.centres @ place[:LEADING], many).tolist())

    def scan(self, place: Matrix, cells: Sequence[int], many: int, among: Mask | None) -> Rows:
        """The `many` likeliest rows of some cells, the likeliest first."""
        spans = [slice(self.starts[cell], self.starts[cell + 1]) for cell in cells]
        rows = np.concatenate([self.order[span] for span in spans])
        scores = np.concatenate([self.points[span] @ place for span in spans])
        if among is not None:
            left = among[rows]
            rows, scores = rows[left], scores[left]
        first = top(scores, many)
        return rows[first[np.argsort(-scores[first])]]


def _principal(vectors: Vectors) -> Matrix:
    """The directions that keep most of the inner products, of a sample: by subspace iteration, the best first."""
    every, wide = -(-len(vectors) // SAMPLE), vectors.dimensions
    moment = np.zeros((wide, wide), np.float32)
    for start, block in vectors.blocks():
        some = block[-start % every :: every]
        moment += some.T @ some
    basis = np.random.default_rng(0).standard_normal((wide, min(wide, 2 * DIMENSIONS)), np.float32)
    for _ in range(SWEEPS):
        basis, _ = np.linalg.qr(moment @ basis)
    _, turn = np.linalg.eigh(basis.T @ moment @ basis)
    return np.array((basis @ turn).T[::-1][:DIMENSIONS], order="C")


def _means(places: Matrix) -> tuple[NDArray[np.intp], Matrix]:
    """Each place's cell and the cells' centres: k-means by the angle between places."""
    angles = _units(places)
    many = max(1, len(angles) // CELL)
    centres = angles[np.random.default_rng(0).choice(len(angles), many, replace=False)]
    for _ in range(SWEEPS):
        cell_of = _closest(angles, centres)
        sums = np.stack([np.bincount(cell_of, column, many) for column in angles.T], axis=1)
        empty = ~sums.any(axis=1, keepdims=True)  # such a cell stays where it was
        centres = np.where(empty, centres, _units(sums.astype(np.float32)))
    return _closest(angles, centres), centres


def _closest(angles: Matrix, centres: Matrix) -> NDArray[np.intp]:
    return np.concatenate([(block @ centres.T).argmax(axis=1) for block in in_blocks(angles)])


def _units(rows: Matrix) -> Matrix:
    """`vectors.unit`, for rows that may be nothing: so far from all directions kept that they have no place."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))
