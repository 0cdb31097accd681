"""Vectors on a Milvus server, for galleries beyond one machine's memory; Milvus Lite where the URL is a file."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from ground.errors import BadIndex, MissingExtra
from retrieval.manifest import Server
from retrieval.vectors import Found, Mask, Matrix, Rows, Vectors, best

ROW, VECTOR = "row", "vector"
TOKEN = "PENTIMENTO_MILVUS_TOKEN"
FURTHEST = 16_384  # rows that a search may give
FEW = 2048  # works left by a filter that are all looked at
BLOCK = 1024  # vectors that are sent at a time: a message holds 64 MB


class Milvus:
    """The server names candidates; their cosines are computed here, from their vectors, like everyone's."""

    def __init__(self, server: Server) -> None:
        self._url, self._collection = server.url, server.collection
        self._client = _client(server.url)
        with _told(server.url):
            there = self._client.has_collection(server.collection)
        if not there:
            lost = f"the Milvus server {server.url} has no collection {server.collection}"
            raise BadIndex(lost, "build the index again with `pentimento index --server`")

    def nearest(self, query: Matrix, k: int, among: Mask | None = None) -> Found:
        if among is not None and among.sum() <= FEW:  # of so few the server's graph may miss some
            rows = np.flatnonzero(among)
        else:
            rows = self._candidates(query, min(FURTHEST, 4 * k + 60), _allowed(among))
        return best(query, rows, self.take(rows), k)

    def _candidates(self, query: Matrix, many: int, allowed: str) -> Rows:
        with _told(self._url):
            [hits] = self._client.search(self._collection, data=[query], limit=many, filter=allowed)
        return np.array([hit[ROW] for hit in hits], np.intp)

    def take(self, rows: Rows) -> Matrix:
        vectors: dict[int, list[float]] = {}
        for start in range(0, len(rows), BLOCK):
            with _told(self._url):
                ids = rows[start : start + BLOCK].tolist()
                sent = self._client.get(self._collection, ids=ids, output_fields=[VECTOR])
            vectors |= {each[ROW]: each[VECTOR] for each in sent}  # in whatever order the server likes
        return np.array([vectors[row] for row in rows.tolist()], np.float32)

    def drop(self) -> None:
        with _told(self._url):
            self._client.drop_collection(self._collection)


@contextmanager
def sent(url: str, vectors: Vectors) -> Iterator[Server]:
    """Vectors in a collection of their own on the server, which is dropped again when the block fails."""
    server = Server(url=url, collection=f"pentimento_{secrets.token_hex(8)}")
    client = _client(url)
    try:
        with _told(url):
            _create(client, server.collection, vectors.dimensions)
            for start, block in vectors.blocks():
                rows = [{ROW: row, VECTOR: vector} for row, vector in enumerate(block, start)]
                client.insert(server.collection, rows)
            client.flush(server.collection)
        yield server
    except BaseException:
        client.drop_collection(server.collection)  # no harm where there is none
        raise


def _create(client: Any, collection: str, dimensions: int) -> None:
    from pymilvus import DataType

    schema = client.create_schema()
    schema.add_field(ROW, DataType.INT64, is_primary=True)
    schema.add_field(VECTOR, DataType.FLOAT_VECTOR, dim=dimensions)
    index = client.prepare_index_params()
    index.add_index(VECTOR, index_type="AUTOINDEX", metric_type="COSINE")
    client.create_collection(collection, schema=schema, index_params=index, consistency_level="Strong")


def _allowed(among: Mask | None) -> str:
    """Milvus's words for the rows that may be found: those, or, where they are fewer, the others."""
    if among is None or among.all():
        return ""
    inside, outside = np.flatnonzero(among), np.flatnonzero(~among)
    if len(inside) < len(outside):
        return f"{ROW} in {inside.tolist()}"
    return f"{ROW} not in {outside.tolist()}"


def _client(url: str) -> Any:
    try:
        from pymilvus import MilvusClient
    except ImportError as error:
        raise MissingExtra("pymilvus is not installed", "pip install 'pentimento[milvus]'") from error
    with _told(url):
        return MilvusClient(url, token=os.environ.get(TOKEN, ""))


@contextmanager
def _told(url: str) -> Iterator[None]:
    """What Milvus raises, as an error that names the server."""
    from pymilvus.exceptions import MilvusException

    try:
        yield
    except MilvusException as error:
        said = " ".join(error.message.split())
        raise BadIndex(
            f"the Milvus server {url} failed ({said})", "see that it runs and that the URL is its"
        ) from error
