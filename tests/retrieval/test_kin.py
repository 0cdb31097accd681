import numpy as np
import pytest

from retrieval.kin import Kin

_KNOWN = """
tulips tulip mountain mountains boat boats sail sails contains church garden wind landscape lighthouse cathedral
apple apples city snow capped flower portrait contour storm woman fountain river escape cape light
"""
KNOWN = _KNOWN.split()


@pytest.fixture(scope="module")
def kin() -> Kin:
    return Kin(KNOWN)


def best(kin: Kin, word: str) -> set[str]:
    found = kin.of([word]).get(word, {})
    return {known for known, weight in found.items() if weight == max(found.values())}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tulipans", {"tulips"}),
        ("montains", {"mountains"}),  # and not "contains", which shares more of its letters' groups
        ("lanscape", {"landscape"}),
        ("lighthous", {"lighthouse"}),
        ("catedral", {"cathedral"}),
        ("appels", {"apples"}),
        ("portait", {"portrait"}),
        ("moutnain", {"mountain"}),
    ],
)
def test_a_slip_of_the_pen(kin: Kin, word: str, meant: set[str]) -> None:
    assert best(kin, word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gardening", {"garden"}),
        ("churches", {"church"}),
        ("citys", {"city"}),
        ("storms", {"storm"}),
        ("sailboats", {"sail", "boats"}),
        ("snowcapped", {"snow", "capped"}),
        ("churchyard", {"church"}),
        ("flowerbeds", {"flower"}),
    ],
)
def test_what_a_word_is_made_of(kin: Kin, word: str, meant: set[str]) -> None:
    assert best(kin, word) == meant


@pytest.mark.parametrize(
    "word", ["goat", "coat", "xyzzy", "qwertyuiop", "montana", "wine", "x" * 10_000, "", "山水"]
)
def test_strangers_have_none(kin: Kin, word: str) -> None:
    assert kin.of([word]) == {}


def test_weights_are_shares_of_how_sure_it_is(kin: Kin) -> None:
    found = kin.of(["tulipans", "boating", "sailboats", "storms"])
    sums = {word: sum(weights.values()) for word, weights in found.items()}
    assert sums == {word: pytest.approx(sure) for word, sure in zip(found, (0.75, 1, 1, 1), strict=True)}


def test_a_table_of_related_words_comes_first() -> None:
    kin = Kin(
        KNOWN,
        {"vessel": {"boat": 0.8, "ship": 0.9, "sail": 0.2}, "storms": {"wind": 0.5}, "lorry": {"car": 1}},
    )
    assert kin.of(["vessel"]) == {"vessel": {"boat": pytest.approx(0.8)}}  # "ship" is not known here
    assert kin.of(["storms"]) == {"storms": {"wind": pytest.approx(0.5)}}
    assert kin.of(["lorry"]) == {}


def test_of_made_misspellings_nearly_all_are_understood() -> None:
    """Of long words, each with a letter left out, doubled, swapped or replaced at random."""
    rng = np.random.default_rng(0)
    consonants, vowels = list("bcdfglmnprst"), list("aeiou")
    known = {"".join(rng.choice(letters) for letters in [consonants, vowels] * 4) for _ in range(500)}
    kin, right = Kin(known), 0
    for word in sorted(known)[:200]:
        at = int(rng.integers(1, len(word) - 1))
        slips = [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + "x" + word[at + 1 :],
        ]
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        slip = slips[int(rng.integers(4))]
        right += word in kin.of([slip]).get(slip, {}) if slip not in known else 1
    assert right >= 196


def test_an_empty_vocabulary_has_no_kin() -> None:
    assert Kin([]).of(["tulipans"]) == {}
