"""The proof of use: a text that tells finds its work, one that does not leaves it to chance."""

import pytest

from captioning.proof import proof
from ground.errors import BadGallery
from tests.captioning import made

REAL = [made.texts(number) for number in range(12)]


def test_a_machine_that_tells_the_truth_is_as_good_as_people() -> None:
    found = proof([texts[1] for texts in REAL], REAL)
    assert found["machine text"] == found["real text"]
    assert found["machine text"]["median_rank"] == 1
    assert found["no text"]["median_rank"] == 6.5
    assert found["no text"]["recall_at_1"] == pytest.approx(1 / 12)


def test_a_machine_that_says_the_same_of_all_is_as_good_as_none() -> None:
    found = proof(["A picture of the snow."] * 12, REAL)
    assert found["machine text"]["median_rank"] == pytest.approx(found["no text"]["median_rank"], abs=1)


def test_with_one_description_each_there_is_no_real_text_to_search() -> None:
    found = proof([texts[1] for texts in REAL], [texts[:1] for texts in REAL])
    assert set(found) == {"no text", "machine text"}


def test_one_work_is_no_gallery() -> None:
    with pytest.raises(BadGallery):
        proof(["a dog"], [["a dog"]])
