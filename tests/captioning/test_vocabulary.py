"""A vocabulary: the seed's numbers, and one packed pass that teaches what its expanded rows teach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioning.tokens import tokens
from captioning.vocabulary import PAD, Vocabulary, teaching
from ground.errors import BadGallery

SNOW = tokens("Two dogs are playing on the snow")


def expanded(numbers: list[int], start: int, end: int) -> list[tuple[list[int], int]]:
    """The seed's training rows, as its slides print them: every beginning of a caption, and the word after it."""
    whole = [start, *numbers, end]
    return [(whole[:place], whole[place]) for place in range(1, len(whole))]


def test_the_snow_has_the_numbers_of_the_seed() -> None:
    words = Vocabulary.fit([SNOW])
    assert expanded(words.encode(SNOW), words.start, words.end) == [
        ([9], 7),
        ([9, 7], 2),
        ([9, 7, 2], 1),
        ([9, 7, 2, 1], 4),
        ([9, 7, 2, 1, 4], 3),
        ([9, 7, 2, 1, 4, 3], 6),
        ([9, 7, 2, 1, 4, 3, 6], 5),
        ([9, 7, 2, 1, 4, 3, 6, 5], 8),
    ]


@given(st.lists(st.lists(st.integers(1, 20), max_size=9), min_size=1, max_size=5))
def test_one_packed_pass_teaches_the_seeds_expanded_rows(captions: list[list[int]]) -> None:
    start, end = 22, 21
    shown, wanted = teaching(captions, [start] * len(captions), end)
    packed = [
        (row[: place + 1], wanted[number, place].item())
        for number, row in enumerate(shown.tolist())
        for place in range(len(row))
        if wanted[number, place] != PAD
    ]
    assert packed == [row for caption in captions for row in expanded(caption, start, end)]
    assert ((shown == PAD) == (wanted == PAD)).all()


def test_rare_words_are_not_learned_and_unknown_ones_left_out() -> None:
    words = Vocabulary.fit([["dog", "runs"], ["dog", "sits"]], minimum=2)
    assert words.words == ("dog",)
    assert words.decode(words.encode(["a", "dog", "runs"])) == ["dog"]


@pytest.mark.parametrize(("captions", "minimum"), [([], 1), ([[]], 1), ([["once"]], 2)])
def test_a_vocabulary_of_nothing_is_refused(captions: list[list[str]], minimum: int) -> None:
    with pytest.raises(BadGallery, match="no word"):
        Vocabulary.fit(captions, minimum)
