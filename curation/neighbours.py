"""Neighbours: for each of many vectors the ones nearest to it, block by block, in little memory.

Long vectors are compared by their shadows first: their coordinates along the directions in which they differ most,
and how long the rest of each is. By Cauchy and Schwarz a cosine is at most the shadows' product and that of the
rests, so that what passes is compared in full and little is lost: recall is measured by `pentimento bench curate`.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from retrieval.vectors import Matrix, Rows

SHADOW = 192  # coordinates
SHORT = 20_000_000  # below so many products of rows there is no need of shadows
BLOCK = 64  # rows against all others
POOL = 4  # times as many by their shadows as are asked for
SAMPLE = 8192  # vectors that the directions are found with

Progress = Callable[[int, int], None]


class Near(NamedTuple):
    rows: NDArray[np.int64]  # (asked, k), the nearest first
    cosines: Matrix


@torch.inference_mode()
def neighbours(
    vectors: Matrix,
    k: int,
    asked: Rows | None = None,
    among: Rows | None = None,
    progress: Progress = lambda done, total: None,
) -> Near:
    """The `k` nearest of each of the rows `asked`, itself left out; `among` is sorted and holds these too.

    Both are all rows if they are not named.
    """
    all_ = torch.arange(len(vectors)) if among is None else torch.from_numpy(among)
    rows = all_ if asked is None else torch.from_numpy(asked)
    k = min(k, len(all_) - 1)
    if k < 1:
        return Near(np.empty((len(rows), 0), np.int64), np.empty((len(rows), 0), np.float32))
    exact = torch.from_numpy(vectors)
    short = len(rows) * len(all_) <= SHORT or vectors.shape[1] <= 2 * SHADOW
    compared = exact if short else _shadows(exact)
    others = compared if among is None else compared[all_]
    found = []
    for block in torch.split(rows, BLOCK):
        cosines = compared[block] @ others.T
        cosines[torch.arange(len(block)), torch.searchsorted(all_, block)] = -2
        pool = cosines.topk(min(k if short else POOL * k, len(all_) - 1)).indices
        found.append(_ranked(exact, block, all_[pool], k))
        progress(int(block[-1]) + 1, len(vectors))
    near, likeness = (torch.cat(parts).numpy() for parts in zip(*found, strict=True))
    return Near(near, likeness)


def _ranked(vectors: Tensor, block: Tensor, pool: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """By their exact cosines."""
    cosines = torch.stack([vectors[some] @ vectors[row] for row, some in zip(block, pool, strict=True)])
    likeness, order = cosines.topk(k)
    return pool.gather(1, order), likeness.clamp(-1, 1)


def _shadows(vectors: Tensor) -> Tensor:
    sample = vectors[:: max(1, len(vectors) // SAMPLE)]
    _, directions = torch.linalg.eigh(sample.T @ sample)
    shadows = vectors @ directions[:, -SHADOW:]
    rests = (1 - shadows.square().sum(1, keepdim=True)).clamp(min=0).sqrt()
    return torch.cat([shadows, rests], 1)
