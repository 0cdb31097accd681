from pathlib import Path

import numpy as np
import pytest

from ground.errors import BadIndex
from retrieval.vectors import Vectors, best, floats, in_blocks, top, unit, write
from tests.retrieval.clustered import clustered, cosines

NAMES = [f"w{number}" for number in range(50)]


def test_rows_are_kept_as_units_of_sixteen_bits(tmp_path: Path) -> None:
    given = clustered(50, 33) * 1e4
    vectors = write(tmp_path / "vectors.npy", in_blocks(given), NAMES)
    again = Vectors.open(tmp_path / "vectors.npy")
    assert (len(again), again.dimensions) == (50, 33)
    everything = again.take(np.arange(50))
    assert everything == pytest.approx(given / np.linalg.norm(given, axis=1, keepdims=True), abs=5e-4)
    assert np.array_equal(vectors.take(np.array([7, 3])), everything[[7, 3]])
    assert np.load(tmp_path / "vectors.npy").dtype == np.float16


def test_blocks_of_any_size_make_the_same_file(tmp_path: Path) -> None:
    given = clustered(50, 8)
    write(tmp_path / "whole.npy", [given], NAMES)
    write(tmp_path / "parts.npy", iter([given[:1], given[1:30], given[30:]]), NAMES)
    assert (tmp_path / "whole.npy").read_bytes() == (tmp_path / "parts.npy").read_bytes()
    blocks = list(Vectors.open(tmp_path / "whole.npy").blocks())
    assert [start for start, _ in blocks] == [0]
    assert np.array_equal(blocks[0][1], Vectors.open(tmp_path / "parts.npy").take(np.arange(50)))


@pytest.mark.parametrize("width", [1, 3, 2048, 40_000])
def test_every_half_becomes_the_float_that_it_is(width: int) -> None:
    halves = np.arange(65_536, dtype=np.uint16).view(np.float16)
    halves = np.resize(halves[np.isfinite(halves)], (2 * 65_536 // width + 1, width))
    assert np.array_equal(floats(halves), halves.astype(np.float32))


def test_best_gives_exact_cosines_in_order() -> None:
    given = unit(clustered(40, 16))
    query, rows = unit(clustered(1, 16, seed=5))[0], np.arange(100, 140)
    found, scores = best(query, rows, given, 7)
    exact = cosines(given, query)
    assert found.tolist() == (100 + np.argsort(-exact)[:7]).tolist()
    assert scores == pytest.approx(np.sort(exact)[::-1][:7], abs=1e-6)
    assert len(best(query, rows, given, 99)[0]) == 40


def test_equal_vectors_come_in_the_order_of_their_rows() -> None:
    given = unit(np.ones((5, 4)))
    assert best(given[0], np.array([9, 2, 5, 1, 7]), given, 5)[0].tolist() == [1, 2, 5, 7, 9]
    assert set(top(np.array([1, 5, 3, 4], np.float32), 2).tolist()) == {1, 3}


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (np.nan, "work w31 holds NaN or infinite"),
        (np.inf, "work w31 holds NaN or infinite"),
        (0, "work w31 holds nothing but zeros"),
    ],
)
def test_rows_without_a_direction_are_refused_by_name(value: float, complaint: str, tmp_path: Path) -> None:
    given = clustered(50, 8)
    given[31] = value
    with pytest.raises(BadIndex, match=complaint):
        write(tmp_path / "vectors.npy", [given[:20], given[20:]], NAMES)


def test_rows_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npy"
    with pytest.raises(BadIndex, match="30 vectors for 50 works"):
        write(file, [clustered(30, 8)], NAMES)
    with pytest.raises(BadIndex, match="60 vectors for 50 works"):
        write(file, [clustered(60, 8)], NAMES)
    with pytest.raises(BadIndex, match="9 dimensions, the others 8"):
        write(file, [clustered(25, 8), clustered(25, 9)], NAMES)
    with pytest.raises(BadIndex, match="0 vectors for 50 works"):
        write(file, [], NAMES)
    with pytest.raises(BadIndex, match="are no rows"):
        write(file, [np.zeros((2, 2, 2))], NAMES)


def test_the_largest_and_the_smallest_numbers_have_a_direction() -> None:
    assert unit(np.array([[3e38, 3e38], [1e-30, 0]])) == pytest.approx(np.array([[0.5**0.5] * 2, [1, 0]]))
