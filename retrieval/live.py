"""Live features: the network looks at a random view of every picture, another one each time."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ground import canvas
from retrieval.encoders import ImageEncoder
from retrieval.features import BATCH, Progress
from retrieval.parallel import in_order


def live_features(
    pictures: Sequence[Path],
    encoder: ImageEncoder,
    chance: Sequence[int],
    progress: Progress = lambda done, total: None,
) -> NDArray[np.float16]:
    """A row for each picture; the same `chance` draws the same views. Nothing is cached: no view comes twice."""

    def prepared(place: int) -> Tensor:
        seen = canvas.read(pictures[place], shortest=encoder.shortest)
        return encoder.prepare(seen, np.random.default_rng([*chance, place]))

    rows = np.empty((len(pictures), encoder.dimensions), np.float16)
    waiting = in_order(prepared, range(len(pictures)), ahead=2 * BATCH)
    while batch := list(islice(waiting, BATCH)):
        places = [place for place, _ in batch]
        rows[places] = encoder.encode(torch.stack([view for _, view in batch])).numpy()
        progress(places[-1] + 1, len(pictures))
    return rows
