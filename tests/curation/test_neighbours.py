import numpy as np

from curation.neighbours import SHADOW, SHORT, neighbours


def made(many: int, dimensions: int) -> np.ndarray:
    """Of falling weight in its directions, as features are."""
    rows = np.random.default_rng(0).standard_normal((many, dimensions)) * np.arange(1, dimensions + 1) ** -0.7
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def test_the_nearest_are_those_of_all_products() -> None:
    vectors = made(300, 20)
    near = neighbours(vectors, 4)
    products = vectors @ vectors.T - 2 * np.eye(300)
    assert np.array_equal(near.rows[:, 0], products.argmax(1))
    assert np.allclose(near.cosines, -np.sort(-products, 1)[:, :4], atol=1e-5)


def test_some_can_be_asked_alone_and_few_have_fewer() -> None:
    vectors = made(5, 20)
    near = neighbours(vectors, 8, np.array([4]))
    assert near.rows.shape == (1, 4)
    assert 4 not in near.rows
    assert neighbours(vectors[:1], 8).rows.shape == (1, 0)


def test_some_can_be_left_out() -> None:
    vectors = made(300, 20)
    among = np.arange(0, 300, 3)
    near = neighbours(vectors, 4, among=among)
    assert np.array_equal(near.rows, among[neighbours(vectors[among], 4).rows])


def test_shadows_lose_little() -> None:
    vectors = made(int(SHORT**0.5) + 50, 2 * SHADOW + 16)
    near = neighbours(vectors, 2)
    some = np.arange(0, len(vectors), 50)
    products = vectors[some] @ vectors.T
    products[np.arange(len(some)), some] = -2
    assert (near.rows[some, 0] == products.argmax(1)).mean() > 0.97
