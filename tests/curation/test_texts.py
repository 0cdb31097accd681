import numpy as np
import pytest

from curation.texts import Text, best, misfits, pictures_for, texts_for
from ground.errors import BadInput, BadQuery
from retrieval.joint import JointSpace
from retrieval.search import EMBEDDED


@pytest.fixture(scope="module")
def space() -> JointSpace:
    return JointSpace.load(EMBEDDED / "joint")


def unit(many: int, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((many, 24))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def near(rows: np.ndarray, noise: float = 0.1) -> np.ndarray:
    moved = rows + noise * unit(len(rows), 9)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def test_one_search_serves_both_directions() -> None:
    texts, pictures = unit(12), near(unit(12))
    for queries, among in ((texts, pictures), (pictures, texts)):
        found = best(queries, among, 3)
        assert [fits[0].row for fits in found] == list(range(12))
        assert [fit.rank for fit in found[0]] == [1, 2, 3]
        assert found[0][0].score == pytest.approx(queries[0] @ among[0], abs=1e-3)
    with pytest.raises(BadQuery, match="0 are asked for"):
        best(texts, pictures, 0)


def test_a_picture_finds_its_text_and_a_text_its_picture(space: JointSpace) -> None:
    texts = [
        Text("Sunflowers in a vase"),
        Text("Ships in the harbour"),
        Text("Snowy mountains", "High peaks in winter."),
    ]
    pictures = space.embed_texts([text.title for text in texts], [text.description for text in texts])
    found, unknown = texts_for(space, pictures, [*texts, Text("qqqq zzzz xxxx")], 2)
    assert [fits[0].row for fits in found] == [0, 1, 2]
    assert unknown == [Text("qqqq zzzz xxxx")]
    for row, text in enumerate(texts):
        assert pictures_for(space, text, pictures, 5)[0].row == row
    assert len(pictures_for(space, texts[0], pictures, 5)) == 3


def test_texts_of_which_nothing_is_understood_are_refused(space: JointSpace) -> None:
    with pytest.raises(BadInput, match="none of the texts a word is understood"):
        texts_for(space, unit(1), [Text("qqqq zzzz")], 1)


def test_swapped_texts_are_found_and_the_picture_that_they_fit() -> None:
    texts = unit(40)
    pictures = near(texts)
    assert misfits(texts, pictures) == []
    swapped = texts.copy()
    swapped[[3, 17]] = texts[[17, 3]]
    found = misfits(swapped, pictures)
    assert found is not None
    assert {(each.row, each.other) for each in found} <= {(3, 17), (17, 3)}
    assert found
    assert all(each.own < each.better for each in found)


def test_a_space_that_does_not_know_the_gallery_judges_nothing() -> None:
    assert misfits(unit(40), unit(40, 1)) is None
    assert misfits(unit(9), unit(9)) is None
    partly = near(unit(40))
    partly[:8] = partly[:8][::-1].copy()
    assert misfits(unit(40), partly) is None
