"""A store of features: one SQLite file for each encoder and its weights, a row for each picture seen so far.

Many processes may read and write it at once; a row is there whole or not at all.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from ground.errors import Unavailable
from retrieval.encoders import ImageEncoder

FORMAT = 1  # raised when pictures are prepared in another way than before, so that no old feature is used
_PATIENCE = 60.0  # seconds that a process waits for another's write
_AT_ONCE = 500


class Store:
    """To be closed by whoever opened it, as a file is."""

    def __init__(self, folder: Path, encoder: ImageEncoder, views: int) -> None:
        name = re.sub(r"[^\w.-]", "_", f"{encoder.name}-{encoder.weights_sha256[:16]}-{FORMAT}.sqlite")
        self.file = folder / name
        self._views = views
        self._bytes = 2 * encoder.dimensions
        with self._named():
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
            # What a killed process leaves behind is readable in this mode, and no commit waits for the disk.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS features"
                " (picture TEXT, views INTEGER, vector BLOB, PRIMARY KEY (picture, views))"
            )

    def get(self, pictures: Sequence[str]) -> Iterator[tuple[str, np.ndarray]]:
        """The hashes that are known, each with its vector in float16."""
        for start in range(0, len(pictures), _AT_ONCE):
            some = pictures[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT picture, vector FROM features WHERE views = ? AND picture IN ({marks})"
            with self._named():
                rows = self._connection.execute(query, (self._views, *some)).fetchall()
            for picture, vector in rows:
                if len(vector) == self._bytes:
                    yield picture, np.frombuffer(vector, np.float16)

    def put(self, vectors: Mapping[str, np.ndarray]) -> None:
        rows = [(picture, self._views, vector.tobytes()) for picture, vector in vectors.items()]
        with self._named():
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:  # commits, or rolls back
                self._connection.executemany("INSERT OR REPLACE INTO features VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise Unavailable(
                f"the features in {self.file} cannot be used ({error})",
                "see that its folder can be written and has room; a damaged file can be deleted, it is only a cache",
            ) from error
