import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.words import STOP_WORDS, all_words, distance, fold, stem, words


def test_words_are_runs_of_letters_without_case_and_accents() -> None:
    assert all_words("L'ÉTÉ à Saint-Tropez: Kröyer's №3, a still-life") == [
        *("ete", "saint", "tropez", "kroyer", "no", "still", "life")
    ]
    assert all_words("STRASSE Straße") == ["strasse", "strasse"]
    assert all_words("Øresund, Łódź, cœur") == ["oresund", "lodz", "coeur"]
    assert all_words("") == all_words("12 + 3 🎨 a I") == []


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert all_words("cafe\u0301") == all_words("caf\u00e9") == ["cafe"]


def test_words_of_content_are_no_stop_words() -> None:
    assert words("The boat and the mill of them all, which is on fire") == ["boat", "mill", "fire"]
    assert not STOP_WORDS & {"fire", "mill", "cry", "thick", "side", "still", "bottom", "full", "front"}
    assert all(word == fold(word) for word in STOP_WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tulip", "tulips"),
        ("church", "churches"),
        ("lady", "ladies"),
        ("boating", "boat"),
        ("running", "runs"),
        ("dancing", "dances"),
        ("painted", "paint"),
        ("house", "houses"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["glass", "virus", "iris", "king", "red", "sing", "bus"])
def test_what_only_looks_inflected_is_left_alone(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("boat", "boat", 0),
        ("", "boat", 4),
        ("boat", "boats", 1),
        ("boat", "baot", 1),
        ("tulipans", "tulips", 2),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),  # each letter is touched once: not 2
    ],
)
def test_distance(one: str, other: str, errors: int) -> None:
    assert distance(one, other) == distance(other, one) == errors


@given(st.text(max_size=50))
def test_any_text_falls_apart_into_folded_words(text: str) -> None:
    found = all_words(text)
    assert all(len(word) > 1 for word in found)
    assert all_words(" ".join(found)) == found
