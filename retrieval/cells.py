"""Cells: the vectors in few dimensions, laid down neighbourhood by neighbourhood, so that one is read in a sweep.

The dimensions are those that keep most of the inner products (a principal component analysis about zero), the
neighbourhoods come from k-means: the coarse half of the inverted file of Jégou et al., "Product quantization for
nearest neighbor search" (2011), without its codes.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import numpy as np
import safetensors.torch
import torch
from numpy.typing import NDArray

from retrieval.vectors import BLOCK, Mask, Matrix, Rows, Vectors, top

DIMENSIONS = 128
LEADING = 64  # of these, what Annoy and k-means see: Annoy is at its best under a hundred
CELL = 128  # works in a cell, on average
SAMPLE = 8192  # rows that the principal directions are taken from


@dataclass(frozen=True, eq=False)
class Cells:
    directions: Matrix  # (dimensions, those of the vectors)
    centres: Matrix  # (cells, leading), of unit length
    starts: NDArray[np.int64]  # where each cell's rows start, and the end
    order: NDArray[np.int64]  # the rows, cell by cell
    points: Matrix  # their places, in the same order
    cell_of: NDArray[np.int32]  # each row's cell

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
    """The directions that keep most of the inner products, found from a sample."""
    sample = np.linspace(0, len(vectors) - 1, min(SAMPLE, len(vectors)), dtype=np.intp)
    moment = np.zeros((vectors.dimensions, vectors.dimensions), np.float32)
    for start in range(0, len(sample), BLOCK):
        some = vectors.take(sample[start : start + BLOCK])
        moment += some.T @ some
        vectors.forget()
    _, directions = np.linalg.eigh(moment)
    return directions.T[::-1][:DIMENSIONS].copy()


def _means(places: Matrix) -> tuple[NDArray[np.int32], Matrix]:
    """Each place's cell and the cells' centres, by the angle between places."""
    from sklearn.cluster import KMeans  # seconds of import that only a build needs

    angles = places / np.maximum(np.linalg.norm(places, axis=1, keepdims=True), 1e-12)
    cells = max(1, len(places) // CELL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # works that are all alike fill fewer cells, as they should
        means = KMeans(cells, init="random", n_init=1, max_iter=6, random_state=0).fit(angles)
    centres = means.cluster_centers_
    return means.labels_, centres / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
