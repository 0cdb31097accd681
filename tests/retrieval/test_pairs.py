import numpy as np
import pytest

from ground.errors import BadGallery
from retrieval.pairs import Pairs, described
from retrieval.work import Work
from tests.retrieval.told import told

WORKS = [
    Work("a", "a.jpg", "Boats", "Two boats.", other_descriptions=("Boats at sea.", "Two boats.", "Ships")),
    Work("b", "b.jpg", "", ""),
    Work("c", "c.jpg", "", "The of"),
    Work("d", "d.jpg", "Night", ""),
]


def test_every_description_is_a_pair() -> None:
    features = np.arange(8, dtype=np.float16).reshape(4, 2)
    pairs = Pairs.of(WORKS, features)
    assert pairs.titles == ["Boats", "Boats", "Boats", "Night"]
    assert pairs.descriptions == ["Two boats.", "Boats at sea.", "Ships", ""]
    assert pairs.picture_of.tolist() == [0, 0, 0, 3]
    assert len(pairs) == 4


def test_works_without_words_are_not_described() -> None:
    assert [work.id for work in described(WORKS)] == ["a", "d"]
    assert len(Pairs.of(WORKS[1:3], np.zeros((2, 2), np.float16))) == 0


def test_one_text_of_each_picture_that_has_several_is_held_back() -> None:
    pairs = told(20, texts=3)
    kept, back = pairs.held_back(seed=1)
    assert (len(kept), len(back)) == (40, 20)
    assert back.picture_of.tolist() == list(range(20))
    assert np.bincount(kept.picture_of).tolist() == [2] * 20
    both = list(zip(kept.descriptions, kept.picture_of, strict=True)) + list(
        zip(back.descriptions, back.picture_of, strict=True)
    )
    assert sorted(both) == sorted(zip(pairs.descriptions, pairs.picture_of, strict=True))
    assert pairs.held_back(seed=1)[1].descriptions == back.descriptions
    assert pairs.held_back(seed=2)[1].descriptions != back.descriptions


def test_nothing_to_hold_back() -> None:
    with pytest.raises(BadGallery, match="no work has a second description"):
        told(5).held_back(0)


def test_the_hash_tells_pairs_apart() -> None:
    assert told(5).sha256 == told(5).sha256
    assert len({told(5).sha256, told(6).sha256, told(5, seed=1).sha256, told(5, noise=0.1).sha256}) == 4
