import numpy as np
import pytest

from ground.errors import BadInput
from retrieval import evaluation
from retrieval.evaluation import CUTS, Figures, Ranks, picture_to_text, summary, text_to_picture


def unit(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def texts() -> np.ndarray:
    return unit(np.random.default_rng(0).standard_normal((30, 6)))


@pytest.fixture
def pictures(texts: np.ndarray) -> np.ndarray:
    return unit(texts + np.random.default_rng(1).standard_normal((30, 6)))


def test_ranks_by_hand() -> None:
    scores = np.array([[0.9, 0.5, 0.1, 0.2], [0.9, 0.5, 0.1, 0.7], [0.5, 0.5, 0.5, 0.1]], np.float32)
    own = np.zeros((3, 4), bool)
    own[[0, 1, 2], [0, 1, 2]] = True
    found = Ranks.of(scores, own)
    assert found.middle.tolist() == [1, 3, 2]  # the third ties with two others
    assert found.recall(1).tolist() == [1, 0, pytest.approx(1 / 3)]
    assert found.recall(2).tolist() == [1, 0, pytest.approx(2 / 3)]
    assert found.reciprocal.tolist() == pytest.approx([1, 1 / 3, (1 + 1 / 2 + 1 / 3) / 3])


def test_figures_are_those_of_a_plain_sort(texts: np.ndarray, pictures: np.ndarray) -> None:
    order = np.argsort(-(texts @ pictures.T), axis=1)
    ranks = 1 + np.array([int(np.flatnonzero(row == i)[0]) for i, row in enumerate(order)])
    found = summary(text_to_picture(texts, pictures, np.arange(30)))
    assert found["median_rank"] == np.median(ranks)
    assert found["reciprocal_rank"] == pytest.approx((1 / ranks).mean())
    for k in CUTS:
        assert found[f"recall_at_{k}"] == pytest.approx((ranks <= k).mean())


@pytest.mark.parametrize("many", [2, 7, 40])
def test_equal_scores_give_chance(many: int) -> None:
    same = unit(np.ones((many, 3)))
    found = summary(text_to_picture(same, same, np.arange(many)))
    assert found["median_rank"] == (many + 1) / 2
    assert found["reciprocal_rank"] == pytest.approx((1 / np.arange(1, many + 1)).mean())
    for k in CUTS:
        assert found[f"recall_at_{k}"] == pytest.approx(min(1, k / many))


def test_noise_in_the_last_digit_breaks_no_tie() -> None:
    rng = np.random.default_rng(0)
    pictures = unit(np.ones((50, 8)) + 1e-8 * rng.standard_normal((50, 8)))
    assert summary(text_to_picture(pictures[:1], pictures, np.array([3])))["median_rank"] == 25.5


def test_several_texts_of_a_picture() -> None:
    pictures = np.eye(3, dtype=np.float32)
    texts = unit(np.array([[1, 0, 0], [0.2, 1, 0], [0.9, 1, 0], [0, 0, 1]]))
    of = np.array([0, 0, 1, 2])
    assert text_to_picture(texts, pictures, of).middle.tolist() == [1, 2, 1, 1]
    # For the first picture its better text counts; for the second both its own and another's stand before.
    assert picture_to_text(texts, pictures, of).middle.tolist() == [1, 2, 1]


def test_pictures_without_texts_are_answers_but_not_asked() -> None:
    pictures, texts = np.eye(3, dtype=np.float32), np.eye(3, dtype=np.float32)[:2]
    of = np.array([0, 1])
    assert text_to_picture(texts, pictures, of).gallery == 3
    assert picture_to_text(texts, pictures, of).above.tolist() == [0, 0]


def test_hubness_is_taken_off() -> None:
    pictures = unit(np.array([[1, 1.2, 0], [0, 1, 1]]))
    texts = unit(np.array([[1, 0, 0], [0.4, 1, 0.2]]))
    of = np.array([0, 1])
    assert text_to_picture(texts, pictures, of).middle.tolist() == [1, 2]
    penalty = np.array([0.5, 0.1], np.float32)
    assert text_to_picture(texts, pictures, of, penalty).middle.tolist() == [1, 1]


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_scores_that_are_no_numbers_are_refused(texts: np.ndarray, pictures: np.ndarray, bad: float) -> None:
    pictures[4, 2] = bad
    for rank in (text_to_picture, picture_to_text):
        with pytest.raises(BadInput, match="NaN or infinite"):
            rank(texts, pictures, np.arange(30))


def test_nothing_to_rank() -> None:
    none = np.empty((0, 3), np.float32)
    with pytest.raises(BadInput, match="nothing to rank"):
        text_to_picture(none, none, np.empty(0, np.int64))
    with pytest.raises(BadInput, match="no right answer"):
        text_to_picture(np.eye(2, dtype=np.float32), np.eye(2, dtype=np.float32), np.array([0, 5]))


def test_blocks_change_nothing(
    texts: np.ndarray, pictures: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = text_to_picture(texts, pictures, np.arange(30))
    monkeypatch.setattr(evaluation, "BLOCK", 7)
    parts = text_to_picture(texts, pictures, np.arange(30))
    assert parts.above.tolist() == whole.above.tolist()


def test_intervals_hold_the_figures_and_come_from_the_seed(texts: np.ndarray, pictures: np.ndarray) -> None:
    ranks = text_to_picture(texts, pictures, np.arange(30))
    found = Figures.of(ranks)
    assert (found.queries, found.gallery) == (30, 30)
    for name, value in found.values.items():
        low, high = found.intervals[name]
        assert low <= value <= high
        assert low < high
    assert Figures.of(ranks).intervals == found.intervals
    assert Figures.of(ranks, seed=1).intervals != found.intervals


def test_intervals_are_as_wide_as_theory_says() -> None:
    """R@1 of 400 queries is a share of 400: its deviation is known."""
    above = np.where(np.random.default_rng(0).random(400) < 0.3, 0, 5)
    found = Figures.of(Ranks(above, np.zeros(400, np.int64), 10))
    low, high = found.intervals["recall_at_1"]
    share = found.values["recall_at_1"]
    assert high - low == pytest.approx(2 * 1.96 * (share * (1 - share) / 400) ** 0.5, rel=0.15)


def test_as_json() -> None:
    found = Figures.of(Ranks(np.array([0, 3]), np.array([0, 0]), 10)).as_json()
    assert found["queries"] == 2
    assert found["recall_at_5"] == 1
    assert set(found["intervals"]) == set(found) - {"queries", "gallery", "intervals"}
