from pathlib import Path

import numpy as np
import pytest

from ground.files import sha256
from retrieval import annoy_index
from retrieval.annoy_index import ANNOY, CELLS, Annoy
from retrieval.finder import Exact
from retrieval.manifest import Effort
from retrieval.tuning import GREATEST, Sample, recall, tune
from retrieval.vectors import Matrix, Vectors, unit, write
from tests.retrieval.clustered import clustered, cosines

MANY = 6000
LITTLE = Effort(search_k=400, cells=4, finalists=32)


@pytest.fixture(scope="module")
def given() -> Matrix:
    return clustered(MANY, 192)


@pytest.fixture(scope="module")
def folder(given: Matrix, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("annoy")
    annoy_index.build(folder, write(folder / "vectors.npy", [given], [str(row) for row in range(MANY)]))
    return folder


@pytest.fixture
def annoy(folder: Path) -> Annoy:
    return Annoy.open(folder, Vectors.open(folder / "vectors.npy"), LITTLE)


def test_it_finds_the_true_five_and_scores_them_exactly(annoy: Annoy, given: Matrix) -> None:
    found = 0
    for query in unit(clustered(100, 192, seed=1)):
        exact = cosines(given, query)
        rows, scores = annoy.nearest(query, 5)
        assert scores == pytest.approx(exact[rows], abs=1e-4)
        assert (np.diff(scores) <= 0).all()
        found += len(set(rows.tolist()) & set(np.argsort(-exact)[:5].tolist()))
    assert found >= 0.99 * 500


def test_it_looks_at_a_small_part_of_the_works(annoy: Annoy, given: Matrix) -> None:
    assert len(annoy.candidates(unit(given[:1])[0], LITTLE)) == LITTLE.finalists


@pytest.mark.parametrize("k", [1, 60, 700, MANY])
def test_as_many_as_are_asked_for(annoy: Annoy, given: Matrix, k: int) -> None:
    query = unit(clustered(1, 192, seed=2))[0]
    rows, _ = annoy.nearest(query, k)
    assert len(set(rows.tolist())) == len(rows) == k
    true = set(np.argsort(-cosines(given, query))[:k].tolist())
    assert len(true & set(rows.tolist())) >= 0.97 * k


@pytest.mark.parametrize("left", [3, 40, 2000, MANY - 100])
def test_what_a_filter_leaves_is_found(annoy: Annoy, given: Matrix, left: int) -> None:
    query = unit(clustered(1, 192, seed=3))[0]
    exact = cosines(given, query)
    among = np.zeros(MANY, bool)
    among[np.argsort(exact)[:left]] = True  # the furthest ones: the best of all are not allowed
    rows, scores = annoy.nearest(query, 5, among)
    assert len(rows) == min(5, left)
    assert among[rows].all()
    assert scores == pytest.approx(np.sort(exact[among])[::-1][: len(rows)], abs=1e-4)


def test_the_same_vectors_make_the_same_files(given: Matrix, folder: Path, tmp_path: Path) -> None:
    annoy_index.build(tmp_path, write(tmp_path / "vectors.npy", [given], [str(row) for row in range(MANY)]))
    assert [sha256(tmp_path / name) for name in (ANNOY, CELLS)] == [
        sha256(folder / name) for name in (ANNOY, CELLS)
    ]


@pytest.mark.parametrize(("many", "dimensions"), [(1, 5), (2, 300), (300, 2), (129, 64), (1000, 1)])
def test_any_shape_can_be_built(many: int, dimensions: int, tmp_path: Path) -> None:
    given = clustered(many, dimensions)
    vectors = write(tmp_path / "vectors.npy", [given], [str(row) for row in range(many)])
    annoy_index.build(tmp_path, vectors)
    query = unit(given[many // 2 :][:1])[0]
    _, scores = Annoy.open(tmp_path, vectors, LITTLE).nearest(query, many)
    assert scores == pytest.approx(np.sort(cosines(given, query))[::-1], abs=2e-3)


def test_many_that_are_the_same(tmp_path: Path) -> None:
    given = np.concatenate([np.repeat(clustered(1, 32), 900, axis=0), clustered(100, 32, seed=1)])
    vectors = write(tmp_path / "vectors.npy", [given], [str(row) for row in range(1000)])
    annoy_index.build(tmp_path, vectors)
    rows, scores = Annoy.open(tmp_path, vectors, LITTLE).nearest(unit(given[950:951])[0], 5)
    assert rows[0] == 950
    assert scores == pytest.approx(np.sort(cosines(given, given[950]))[::-1][:5], abs=1e-3)


def test_tuning_takes_no_more_than_it_needs(annoy: Annoy, folder: Path) -> None:
    vectors = Vectors.open(folder / "vectors.npy")
    sample = Sample.of(vectors)
    effort = tune(annoy, sample.half(0))
    assert effort.finalists < GREATEST.finalists
    assert effort.search_k < GREATEST.search_k
    assert recall(lambda query: annoy.candidates(query, effort), sample.half(1)) >= 0.99


def test_a_sample_knows_the_true_five(folder: Path) -> None:
    vectors = Vectors.open(folder / "vectors.npy")
    sample = Sample.of(vectors)
    everything = vectors.take(np.arange(MANY))
    for place in range(20):
        dots = everything @ sample.queries[place]
        assert dots[sample.own[place]] == pytest.approx(1, abs=1e-3)
        dots[sample.own[place]] = -1
        assert set(sample.true[place]) - {-1} == set(np.argsort(-dots)[:5])
    asked = unit(clustered(9, 192, seed=7))
    given = Sample.of(vectors, asked)
    assert {tuple(query) for query in given.queries} == {tuple(query) for query in asked}
    for place in range(9):
        dots = everything @ given.queries[place]
        assert set(given.true[place]) - {-1} == set(np.argsort(-dots)[:5])


def test_works_as_near_as_the_fifth_are_as_good(tmp_path: Path) -> None:
    given = np.concatenate([np.repeat(clustered(1, 8), 9, axis=0), clustered(20, 8, seed=1)])
    vectors = write(tmp_path / "vectors.npy", [given], [str(row) for row in range(29)])
    sample = Sample.of(vectors)
    of_nine = sample.true[sample.own < 9]
    assert {(row >= 0).sum() for row in of_nine} == {8}
    assert recall(lambda query: Exact(vectors).nearest(query, 6)[0], sample) == 1
    assert recall(lambda query: np.array([1]), sample) < 0.1
