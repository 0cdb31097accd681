"""What an index held when it was opened: its files, mapped, and searched as one; nothing in it changes any more."""

from dataclasses import dataclass
from math import inf, sqrt
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from ground.errors import BadIndex, BadQuery
from retrieval.annoy_index import Annoy
from retrieval.building import CATALOGUE, VECTORS
from retrieval.entries import Entries, Where
from retrieval.finder import Exact, Finder
from retrieval.manifest import Manifest
from retrieval.milvus import Milvus
from retrieval.shelf import Shelf
from retrieval.vectors import Found, Matrix, Rows, Vectors


@dataclass(frozen=True, eq=False)
class Contents:
    manifest: Manifest
    shelf: Shelf
    built: Finder
    added: Exact | None

    @classmethod
    def open(cls, folder: Path) -> Self:
        """All of one and the same build, even while another takes its place."""
        manifest = Manifest.read(folder)
        while True:
            found = cls._tried(folder, manifest)
            before, manifest = manifest, Manifest.read(folder)
            if manifest != before:
                continue
            if isinstance(found, BadIndex):
                raise found
            return found

    @classmethod
    def _tried(cls, folder: Path, manifest: Manifest) -> Self | BadIndex:
        try:
            manifest.check(folder)
            return cls(manifest, _shelf(folder, manifest), _built(folder, manifest), _added(folder, manifest))
        except BadIndex as error:
            return error
        except OSError as error:  # what was there when it was checked may be gone by now
            return BadIndex(f"{folder} cannot be opened ({error})", "see that its files may be read")

    def nearest(self, vector: ArrayLike, k: int, where: Where | None = None) -> Found:
        """The rows nearest to a vector, of those that a filter leaves, and their cosines."""
        query = self._asked(vector, k)
        allowed = self.shelf.allowed(where)
        many = len(self.shelf.built)
        parts = []
        if allowed is None or allowed[:many].any():
            parts.append(self.built.nearest(query, k, None if allowed is None else allowed[:many]))
        if self.added and (allowed is None or allowed[many:].any()):
            rows, cosines = self.added.nearest(query, k, None if allowed is None else allowed[many:])
            parts.append((rows + many, cosines))
        return _merged(parts, k)

    def _asked(self, vector: ArrayLike, k: int) -> Matrix:
        query = np.ravel(np.asarray(vector, np.float64))  # in which no float32 is too long to be measured
        if len(query) != self.manifest.dimensions:
            what = f"the query has {len(query)} dimensions, the index {self.manifest.dimensions}"
            raise BadQuery(what, f"encode it with {self.manifest.encoder.name}, as the index was")
        if not 1 <= k <= len(self.shelf):
            raise BadQuery(
                f"{k} works are asked for, of {len(self.shelf)}", f"ask for 1 to {len(self.shelf)}"
            )
        length = sqrt(query @ query)
        if not 0 < length < inf:
            raise BadQuery("the query holds NaN, infinite values or nothing but zeros", "encode it again")
        return (query / length).astype(np.float32)

    def take(self, rows: Rows) -> Matrix:
        """The unit vectors of some rows."""
        vectors = np.empty((len(rows), self.manifest.dimensions), np.float32)
        late = rows >= len(self.shelf.built)
        if not late.all():
            vectors[~late] = self.built.take(rows[~late])
        if self.added and late.any():
            vectors[late] = self.added.take(rows[late] - len(self.shelf.built))
        return vectors


def _merged(parts: list[Found], k: int) -> Found:
    if len(parts) == 1:
        return parts[0]
    rows = np.concatenate([np.empty(0, np.intp), *(rows for rows, _ in parts)])
    cosines = np.concatenate([np.empty(0, np.float32), *(cosines for _, cosines in parts)])
    order = np.lexsort((rows, -cosines))[:k]
    return rows[order], cosines[order]


def _shelf(folder: Path, manifest: Manifest) -> Shelf:
    added = Entries(folder / manifest.added[0]) if manifest.added else None
    return Shelf(Entries(folder / CATALOGUE), added, manifest.removed)


def _built(folder: Path, manifest: Manifest) -> Finder:
    if manifest.server:
        return Milvus(manifest.server)
    vectors = Vectors.open(folder / VECTORS)
    return Annoy.open(folder, vectors, manifest.effort) if manifest.effort else Exact(vectors)


def _added(folder: Path, manifest: Manifest) -> Exact | None:
    return Exact(Vectors.open(folder / manifest.added[1])) if manifest.added else None
