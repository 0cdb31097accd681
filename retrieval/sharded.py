"""Sharded features: pictures encoded as tasks of a Ray cluster, with the code that encodes them on one machine.

A task takes its pictures as bytes and the encoder itself, so nodes need neither gallery nor weights. Ray does the
tasks of a node that is lost again elsewhere; vectors are stored as they come, here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from ground import canvas
from ground.canvas import Picture
from ground.errors import PentimentoError
from retrieval.encoders import ImageEncoder
from retrieval.features import Vectors, encoded

SHARD = 32  # pictures of one task
AHEAD = (
    2  # tasks for each processor of the cluster that wait or are worked on: no more pictures lie in memory
)


class Sent(NamedTuple):
    """A picture on its way, under the name that an error will call it by."""

    hash: str
    name: str
    data: bytes


class Sharded:
    """The `encode` of `features`, by a Ray that is connected."""

    def __init__(self, ray: Any) -> None:
        self.ray = ray

    def __call__(self, path_of: dict[str, Path], encoder: ImageEncoder, views: int) -> Iterator[Vectors]:
        if not path_of:
            return
        task, sent = self.ray.remote(_shard).options(scheduling_strategy="SPREAD"), self.ray.put(encoder)
        shards = _shards(path_of)
        most = AHEAD * max(1, int(self.ray.cluster_resources().get("CPU", 1)))
        working = [task.remote(sent, shard, views) for shard in islice(shards, most)]
        while working:
            [done], working = self.ray.wait(working, num_returns=1)
            yield self._found(done)
            working += [task.remote(sent, shard, views) for shard in islice(shards, 1)]

    def _found(self, done: Any) -> Vectors:
        try:
            found: Vectors = self.ray.get(done)
        except self.ray.exceptions.RayTaskError as error:
            raise error.cause from None
        except self.ray.exceptions.RayError as error:
            what = str(error).partition("\n")[0]
            raise PentimentoError(
                f"the cluster lost a task ({what})", "run it again to go on from here"
            ) from error
        return found


def _shards(path_of: dict[str, Path]) -> Iterator[list[Sent]]:
    """Each is read when its turn comes."""
    rest = iter(path_of.items())
    while shard := [Sent(hash, str(path), path.read_bytes()) for hash, path in islice(rest, SHARD)]:
        yield shard


def _shard(encoder: ImageEncoder, sent: Sequence[Sent], views: int) -> Vectors:
    of = {each.hash: each for each in sent}

    def read(picture: str) -> Picture:
        return canvas.read(of[picture].data, name=of[picture].name, shortest=encoder.shortest)

    return {hash: row for batch in encoded(of, read, encoder, views) for hash, row in batch.items()}
