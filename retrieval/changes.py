"""Changes to an index between builds: works put beside it and works struck out, at once for every reader."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from ground.errors import BadIndex
from ground.files import sha256
from retrieval import catalogue, vectors
from retrieval.building import Blueprint, changing, gallery_of, refuse_unfit, replace
from retrieval.contents import Contents
from retrieval.vectors import BLOCK, Matrix, Rows
from retrieval.work import Work


def add(folder: Path, works: Sequence[Work], blocks: Iterable[ArrayLike]) -> None:
    """Put works beside those that the index was built of; every search looks at each of them."""
    refuse_unfit(works)
    with changing(folder):
        now = Contents.open(folder)
        there = [work.id for work in works if now.shelf.row_of(work.id) is not None]
        if there:
            raise BadIndex(f"the index has a work {there[0]} already", "remove that one first")
        late = _late(now)
        _write(
            folder, now, [*_works(now, late), *works], chain(_blocks(now, late), blocks), now.shelf.removed
        )


def remove(folder: Path, ids: Sequence[str]) -> None:
    """Strike works out: those of the build are passed over from now on, those added since are gone."""
    with changing(folder):
        now = Contents.open(folder)
        gone = now.shelf.rows_of(ids)
        if len(set(gone)) == len(now.shelf):
            raise BadIndex("an index without any works would be left", "delete its folder instead")
        late = np.setdiff1d(_late(now), gone)
        built = {row for row in gone if row < len(now.shelf.built)}
        _write(folder, now, _works(now, late), _blocks(now, late), now.shelf.removed | built)


def rebuild(folder: Path, queries: Matrix | None = None) -> None:
    """Build the index anew of the works that it has by now."""
    with changing(folder):
        now = Contents.open(folder)
        kept = now.manifest
        server = kept.server.url if kept.server else ""
        blueprint = Blueprint(kept.kind, kept.encoder, gallery_of(folder, kept), queries, server)
        replace(folder, blueprint, now.shelf[:], _blocks(now, now.shelf.rows))


def _late(now: Contents) -> Rows:
    return now.shelf.rows[now.shelf.rows >= len(now.shelf.built)]


def _works(now: Contents, rows: Rows) -> list[Work]:
    return [now.shelf.at(row) for row in rows.tolist()]


def _blocks(now: Contents, rows: Rows) -> Iterator[Matrix]:
    for start in range(0, len(rows), BLOCK):
        yield now.take(rows[start : start + BLOCK])


def _write(
    folder: Path, now: Contents, works: Sequence[Work], blocks: Iterable[ArrayLike], removed: Set[int]
) -> None:
    """Files that no reader knows of yet; then, in one step, the manifest that names them."""
    older = now.manifest
    stale = older.added or ()
    fresh = older.model_copy(
        update={
            "works": len(now.shelf.built) - len(removed) + len(works),
            "removed": tuple(sorted(removed)),
            "changes": older.changes + 1,
            "files": {name: digest for name, digest in older.files.items() if name not in stale},
        }
    )
    names = fresh.names_of_added() if works else ()
    try:
        if names:
            catalogue.write(folder / names[0], works)
            vectors.write(folder / names[1], blocks, [work.id for work in works], older.dimensions)
        fresh.files.update({name: sha256(folder / name) for name in names})
        fresh.remember(folder)
        fresh.write(folder)
    except BaseException:
        stale = names
        raise
    finally:
        for name in stale:
            (folder / name).unlink(missing_ok=True)
