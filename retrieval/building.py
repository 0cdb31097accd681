"""Building an index: a folder that is written beside its place and takes it whole."""

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from os.path import normpath, relpath
from pathlib import Path
from typing import Any

from numpy.typing import ArrayLike
from threadpoolctl import threadpool_limits

from ground.errors import BadIndex
from ground.files import replacing_folder, sha256
from ground.lock import alone
from retrieval import annoy_index, catalogue, milvus, vectors
from retrieval.annoy_index import Annoy
from retrieval.finder import Exact, Finder
from retrieval.manifest import FILE, Encoder, Kind, Manifest, Server
from retrieval.milvus import Milvus
from retrieval.tuning import GREATEST, K, Sample, recall, tune
from retrieval.vectors import Matrix, Vectors
from retrieval.work import Work

CATALOGUE, VECTORS = "catalogue.csv", "vectors.npy"

# Up to so many numbers in all it takes a millisecond to look at every vector: nothing is gained by missing any.
FEW = 4_000_000
LEAST = 0.95  # a recall below which every vector is looked at, however long it takes


@dataclass(frozen=True)
class Blueprint:
    """What is known of an index before its first vector is."""

    kind: Kind
    encoder: Encoder
    gallery: Path | None = None
    queries: Matrix | None = None  # unit rows like those that will be asked; none for works themselves
    server: str = ""  # the URL of a Milvus server that is to keep the vectors


def build(folder: Path, blueprint: Blueprint, works: Sequence[Work], blocks: Iterable[ArrayLike]) -> None:
    """Write the index of some works, whose vectors come block by block; an older one in the folder gives way."""
    with changing(folder):
        replace(folder, blueprint, works, blocks)


def changing(folder: Path) -> AbstractContextManager[None]:
    """One process at a time writes to an index."""
    return alone(folder.with_name(f".{folder.name}.lock"), f"writing the index {folder}")


def replace(folder: Path, blueprint: Blueprint, works: Sequence[Work], blocks: Iterable[ArrayLike]) -> None:
    """`build`, for who holds the folder's lock already."""
    refuse_unfit(works)
    older = _older(folder)
    with ExitStack() as until_done, replacing_folder(folder) as part:
        catalogue.write(part / CATALOGUE, works)
        rows = vectors.write(part / VECTORS, blocks, [work.id for work in works])
        # BLAS's threads, where processors are busy, wait for each other for longer than these matrices take one.
        until_done.enter_context(threadpool_limits(1))
        if blueprint.server:
            server = until_done.enter_context(milvus.sent(blueprint.server, rows))
            facts = _on_server(server, rows, blueprint.queries)
            (part / VECTORS).unlink()
        else:
            facts = _in_folder(part, rows, blueprint.queries)
        manifest = Manifest(
            kind=blueprint.kind,
            encoder=blueprint.encoder,
            works=len(works),
            dimensions=rows.dimensions,
            gallery=_seen_from(folder, blueprint.gallery),
            files={file.name: sha256(file) for file in sorted(part.iterdir())},
            **facts,
        )
        manifest.remember(part)
        manifest.write(part)
        for file in part.iterdir():  # Annoy and safetensors let nobody else read theirs
            shutil.copymode(part / CATALOGUE, file)
    if older and older.server:
        Milvus(older.server).drop()


def refuse_unfit(works: Sequence[Work]) -> None:
    if not works:
        raise BadIndex("there are no works to index", "give a gallery that has some")
    [(id, many)] = Counter(work.id for work in works).most_common(1)
    if many > 1:
        raise BadIndex(f"{many} works have the id {id}", "give each its own")


def _in_folder(part: Path, rows: Vectors, queries: Matrix | None) -> dict[str, Any]:
    """Annoy's files, the effort that searches through them need, and what that finds of the true five."""
    annoy_index.build(part, rows)
    sample = Sample.of(rows, queries)
    if len(rows) * rows.dimensions > FEW:
        annoy = Annoy.open(part, rows, GREATEST)
        effort = tune(annoy, sample.half(0))
        # The finalists are told apart exactly: what is among them is found.
        reached = recall(lambda query: annoy.candidates(query, effort), sample.half(1))
        if reached >= LEAST:
            return {"effort": effort, "recall_at_5": reached}
    return {"recall_at_5": _recall(Exact(rows), sample)}


def _on_server(server: Server, rows: Vectors, queries: Matrix | None) -> dict[str, Any]:
    return {"server": server, "recall_at_5": _recall(Milvus(server), Sample.of(rows, queries))}


def _recall(finder: Finder, sample: Sample) -> float:
    return recall(lambda query: finder.nearest(query, K + 1)[0], sample.some())


def _older(folder: Path) -> Manifest | None:
    """The manifest of what is in the folder now; a folder that is no index is not overwritten."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    if not (folder / FILE).exists():
        raise BadIndex(f"{folder} is there, and is no index", "name another folder")
    try:
        return Manifest.read(folder)
    except BadIndex:  # a damaged one is mended by building it again
        return None


def _seen_from(folder: Path, gallery: Path | None) -> str:
    """Where the pictures are: relative where index and gallery lie, and so move, together."""
    if gallery is None:
        return ""
    near = gallery.resolve().is_relative_to(folder.resolve().parent)
    return relpath(gallery.resolve(), folder.resolve()) if near else str(gallery.resolve())


def gallery_of(folder: Path, manifest: Manifest) -> Path | None:
    """The folder of the pictures, where it is known."""
    return Path(normpath(folder / manifest.gallery)) if manifest.gallery else None
