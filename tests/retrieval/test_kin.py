import numpy as np
import pytest

from retrieval.kin import RELATED, Kin
from retrieval.kinship import Kinship

_KNOWN = """
tulips tulip mountain mountains boat boats sail sails contains church garden wind landscape lighthouse cathedral
apple apples city snow capped flower portrait contour storm woman fountain river escape cape light
"""
KNOWN = _KNOWN.split()


@pytest.fixture(scope="module")
def kin() -> Kin:
    return Kin(KNOWN, Kinship())


def best(kin: Kin, word: str) -> set[str]:
    found = kin.instead([word]).get(word, {})
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
    assert kin.instead([word]) == {}


def length(weights: dict[str, float]) -> float:
    return float(np.linalg.norm(list(weights.values())))


def test_several_kin_weigh_no_more_than_the_best_alone(kin: Kin) -> None:
    found = kin.instead(["tulipans", "boating", "sailboats", "churchyard"])
    assert [length(weights) for weights in found.values()] == pytest.approx([0.75, 1, 1, 0.6])
    assert found["boating"] == {"boat": pytest.approx(0.5**0.5), "boats": pytest.approx(0.5**0.5)}


KINSHIP = Kinship(
    beside={"vessel": {"boat": 0.8, "ship": 0.9}, "boat": {"vessel": 0.8, "sail": 0.4}},
    instead={"yachts": {"sails": 0.5}, "boat": {"escape": 1}},
)


def test_unknown_words_stand_for_what_the_tables_say() -> None:
    found = Kin(KNOWN, KINSHIP).instead(["vessels", "yacht", "lorry"])
    assert found["vessels"].keys() == {"boat", "boats"}  # "ship" is not known here
    assert length(found["vessels"]) == pytest.approx(0.8)
    assert found["yacht"].keys() == {"sail", "sails"}
    assert "lorry" not in found


def test_known_words_have_their_other_forms_and_relatives_beside_them() -> None:
    beside = Kin(KNOWN, KINSHIP).beside("boat")
    assert beside.keys() == {"boats", "sail", "sails"}  # and not "escape": that leads from the unknown only
    assert length(beside) == pytest.approx(RELATED)
    assert beside["boats"] > beside["sail"]
    assert Kin(KNOWN, KINSHIP).beside("church") == {}


def test_of_made_misspellings_nearly_all_are_understood() -> None:
    """Of long words, each with a letter left out, doubled, swapped or replaced at random."""
    rng = np.random.default_rng(0)
    consonants, vowels = list("bcdfglmnprst"), list("aeiou")
    known = {"".join(rng.choice(letters) for letters in [consonants, vowels] * 4) for _ in range(500)}
    kin, right = Kin(known, Kinship()), 0
    for word in sorted(known)[:200]:
        at = int(rng.integers(1, len(word) - 1))
        slips = [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + "x" + word[at + 1 :],
        ]
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        slip = slips[int(rng.integers(4))]
        right += word in kin.instead([slip]).get(slip, {}) if slip not in known else 1
    assert right >= 196


def test_an_empty_vocabulary_has_no_kin() -> None:
    assert Kin([], Kinship()).instead(["tulipans"]) == {}
