"""How fast, how exact and how lean an index of WikiArt's size is, beside plain numpy, plain Annoy and faiss.

python -m scripts.bench.search [--works 80000] [--dimensions 2048] [--alone] [--json]
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from retrieval.index import Index
from retrieval.vectors import Matrix
from retrieval.work import Work
from scripts.bench.clustered import Clustered
from scripts.bench.report import table

K = 5
QUERIES = 300
ROUNDS = 5  # of all queries, system after system; a query's time is the quickest, without what else the machine did
OPENINGS = 20
READ = 2048  # rows that a build is given at a time
ENCODER = {"name": "made-up", "weights_sha256": "0" * 64}

System = Callable[[Matrix], Sequence[int]]  # a query's nearest rows


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--works", type=int, default=80_000)
    parser.add_argument("--dimensions", type=int, default=2048)
    parser.add_argument("--alone", action="store_true", help="leave plain Annoy and faiss out")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--build", type=Path, nargs=2, metavar=("VECTORS", "OUT"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.build:
        vectors, out = asked.build
        print(json.dumps(build(vectors, out, (asked.works, asked.dimensions))))
        return
    found = figures(Clustered(asked.works, asked.dimensions), asked.alone)
    print(json.dumps(found, indent=1) if asked.json else table(found))


def figures(made: Clustered, alone: bool) -> dict[str, Any]:
    vectors, queries = made.vectors(), made.queries(QUERIES)
    with TemporaryDirectory() as folder:
        building = built(vectors, Path(folder))
        index = Path(folder) / "index"
        opened = opening(index)
        systems = {"pentimento": ours(index), "numpy X @ q": plain(vectors)}
        systems |= {} if alone else {"faiss HNSW": hnsw(vectors), "plain Annoy": annoy(vectors)}
        search = searched(systems, vectors, queries)
        return {
            "works": made.works,
            "dimensions": made.dimensions,
            "build": building
            | {"peak over the vectors in float16": building["peak MB"] / vectors.nbytes * 2**21},
            "open": opened,
            "recall@5 in the manifest": Index.open(index).manifest.recall_at_5,
            "search": search,
            "numpy's p50 over ours": search["numpy X @ q"]["p50 ms"] / search["pentimento"]["p50 ms"],
            "our p99 over our p50": search["pentimento"]["p99 ms"] / search["pentimento"]["p50 ms"],
        }


def build(vectors: Path, out: Path, shape: tuple[int, int]) -> dict[str, float]:
    """Seconds and megabytes of a build whose vectors are read block by block, as an encoder would give them."""

    def blocks() -> Iterator[Matrix]:
        with vectors.open("rb") as file:
            while len(block := np.fromfile(file, np.float32, READ * shape[1])):
                yield block.reshape(-1, shape[1])

    works = [Work(id=f"{row}", file=f"images/{row}.jpg", title=f"Work {row}") for row in range(shape[0])]
    before, started = _memory("VmRSS"), time.perf_counter()
    Index.build(blocks(), works, out, kind="style", encoder=ENCODER)
    return {"seconds": time.perf_counter() - started, "peak MB": _memory("VmHWM") - before}


def _memory(what: str) -> float:
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(what)]
    return int(line.split()[1]) / 1024


def built(vectors: Matrix, folder: Path) -> dict[str, float]:
    """`build` in a process of its own, so that the memory is its own."""
    file = folder / "vectors.raw"
    vectors.tofile(file)
    size = ["--works", str(vectors.shape[0]), "--dimensions", str(vectors.shape[1])]
    command = [
        sys.executable,
        "-m",
        "scripts.bench.search",
        *size,
        "--build",
        str(file),
        str(folder / "index"),
    ]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    file.unlink()
    return dict(json.loads(told.stdout))


def opening(folder: Path) -> dict[str, float]:
    times = [timed(lambda: Index.open(folder)) for _ in range(OPENINGS)]
    return {"median ms": float(np.median(times)), "slowest ms": max(times)}


def ours(folder: Path) -> System:
    index = Index.open(folder)
    return lambda query: [int(work.id) for work, _ in index.nearest(query, K)]


def plain(vectors: Matrix) -> System:
    return lambda query: np.argpartition(vectors @ query, -K)[-K:].tolist()


def hnsw(vectors: Matrix) -> System:
    import faiss

    faiss.omp_set_num_threads(2)
    index = faiss.IndexHNSWFlat(vectors.shape[1], 16, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efSearch = 128
    index.add(vectors)
    return lambda query: index.search(query[None], K)[1][0].tolist()


def annoy(vectors: Matrix) -> System:
    from annoy import AnnoyIndex

    index = AnnoyIndex(vectors.shape[1], "angular")
    index.set_seed(1)
    for row, vector in enumerate(vectors):
        index.add_item(row, vector)
    index.build(100, n_jobs=2)
    return lambda query: index.get_nns_by_vector(query, K)


def searched(systems: dict[str, System], vectors: Matrix, queries: Matrix) -> dict[str, dict[str, float]]:
    """Recall and latency of each, in turns of a few queries."""
    true = [set(np.argpartition(vectors @ query, -K)[-K:].tolist()) for query in queries]
    times = {name: np.full((ROUNDS, len(queries)), np.inf) for name in systems}
    hits = dict.fromkeys(systems, 0)
    for turn in range(ROUNDS):
        for name, system in systems.items():
            for place, query in enumerate(queries):
                began = time.perf_counter()
                found = system(query)
                times[name][turn, place] = 1e3 * (time.perf_counter() - began)
                hits[name] += len(true[place].intersection(found))
    return {name: told(times[name].min(0), hits[name] / (K * ROUNDS * len(queries))) for name in systems}


def told(times: Matrix, recall: float) -> dict[str, float]:
    p50, p99 = np.quantile(times, [0.5, 0.99]).tolist()
    return {"recall@5": recall, "p50 ms": p50, "p99 ms": p99}


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1e3 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
