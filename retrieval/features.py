"""Features: every picture's vector, computed once, while other threads decode the pictures that come next."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ground import canvas
from ground.canvas import Picture
from ground.errors import BadPicture, BadWeights
from ground.files import data_folder, sha256
from retrieval.encoders import ImageEncoder
from retrieval.parallel import in_order
from retrieval.store import Store

BATCH = 16  # views that the network sees at once: more are no faster, and take memory
AHEAD = 2 * BATCH  # pictures that wait decoded

Progress = Callable[[int, int], None]
Vectors = dict[str, np.ndarray]  # by the pictures' hashes
# From the pictures' files by their hashes, an encoder and the number of views, to their vectors batch by batch.
Encode = Callable[[dict[str, Path], ImageEncoder, int], Iterator[Vectors]]


def encoded_here(path_of: dict[str, Path], encoder: ImageEncoder, views: int) -> Iterator[Vectors]:
    def read(picture: str) -> Picture:
        return canvas.read(path_of[picture], shortest=encoder.shortest)

    return encoded(path_of, read, encoder, views)


def features(
    pictures: Sequence[Path],
    encoder: ImageEncoder,
    *,
    hashes: Sequence[str] | None = None,
    views: int = 1,
    cache: Path | None = None,
    progress: Progress = lambda done, total: None,
    encode: Encode = encoded_here,
) -> np.ndarray:
    """A row of float16 for each picture, as the encoder gives it (not normalised).

    With `views` over one, the mean over that many random views, the same ones every time. What was computed
    before is taken from the store in `cache`, by the picture's hash; every batch is stored as it comes, so
    that whoever stops has lost little. Who knows the files' `hashes` already may bring them. `encode` is what
    does the work, here unless somebody brings other hands.
    """
    places: dict[str, list[int]] = {}
    for place, picture in enumerate(hashes or [found for _, found in in_order(_hash, pictures)]):
        places.setdefault(picture, []).append(place)
    rows = np.empty((len(pictures), encoder.dimensions), np.float16)
    done = 0
    with closing(Store(cache or data_folder() / "features", encoder, views)) as store:
        path_of = {picture: pictures[first] for picture, (first, *_) in places.items()}
        for vectors in _vectors(store, path_of, lambda missing: encode(missing, encoder, views)):
            for picture, vector in vectors.items():
                rows[places[picture]] = vector
            done += len(vectors)
            progress(done, len(places))
    return rows


def _vectors(
    store: Store, path_of: dict[str, Path], encode: Callable[[dict[str, Path]], Iterator[Vectors]]
) -> Iterator[Vectors]:
    """First what is stored, then, batch by batch, what is not yet."""
    stored = dict(store.get(list(path_of)))
    yield stored
    missing = {picture: path for picture, path in path_of.items() if picture not in stored}
    del stored
    for batch in encode(missing):
        store.put(batch)
        yield batch


def _hash(path: Path) -> str:
    try:
        return sha256(path)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character in it
        what = getattr(error, "strerror", None) or error
        raise BadPicture(f"{path} cannot be read ({what})", "see that it is there and may be read") from error


def encoded(
    pictures: Collection[str], read: Callable[[str], Picture], encoder: ImageEncoder, views: int
) -> Iterator[Vectors]:
    """Batches of vectors, of pictures that `read` gives by their hashes."""

    def prepared(picture: str) -> Tensor:
        seen = read(picture)
        if views == 1:
            return encoder.prepare(seen)[None]
        return torch.stack([encoder.prepare(seen, _view(picture, number)) for number in range(views)])

    waiting = in_order(prepared, pictures, ahead=max(2, AHEAD // views))
    while batch := list(islice(waiting, max(1, BATCH // views))):
        vectors = encoder.encode(torch.cat([part for _, part in batch]))
        means = vectors.view(len(batch), views, -1).mean(1).half().numpy()
        if not np.isfinite(means).all():
            raise BadWeights(
                f"{encoder.name} gives values that are no numbers", "give it weights that are whole"
            )
        yield {picture: mean for (picture, _), mean in zip(batch, means, strict=True)}


def _view(picture: str, number: int) -> np.random.Generator:
    """The chance of a view hangs on the picture alone, not on its place among others."""
    return np.random.default_rng([int(picture[:16], 16), number])
