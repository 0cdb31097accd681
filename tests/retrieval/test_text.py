from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from ground.errors import BadGallery, BadQuery, BadWeights
from retrieval.kinship import Kinship
from retrieval.text import Rules, TextEncoder
from retrieval.words import words

TITLES = ["Boats in a harbour", "The harbour at night", "Still-Life with tulips", "Night", ""]
DESCRIPTIONS = [
    "Two boats lie in the harbour, and boats come in from the sea.",
    "A harbour under the moon; the sea is dark.",
    "A vase of tulips on a dark table. Tulips!",
    "The moon stands over mountains.",
    "Mountains, mountains and the sea",
]


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1))


def repeated(**counts: int) -> list[str]:
    """A corpus of five texts in which each word stands so often."""
    texts: list[list[str]] = [[] for _ in range(5)]
    for word, many in counts.items():
        for number in range(many):
            texts[number % 3].append(word)
    return [" ".join(text) for text in texts]


def test_rows_are_those_of_scikit_learn(encoder: TextEncoder) -> None:
    rows = encoder.transform(TITLES, DESCRIPTIONS)
    expected = [TfidfVectorizer(analyzer=words).fit_transform(texts) for texts in (TITLES, DESCRIPTIONS)]
    assert isinstance(rows, sparse.csr_matrix)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(rows.toarray(), sparse.hstack(expected).toarray(), atol=1e-7)


def test_fitted_apart_and_side_by_side(encoder: TextEncoder) -> None:
    assert encoder.titles.words == ("boats", "harbour", "life", "night", "still", "tulips")
    assert "night" not in encoder.descriptions.words
    row = encoder.transform(["harbour"], ["sea"]).toarray()[0]
    cut = len(encoder.titles.words)
    assert row[1] == 1
    assert row[cut:].sum() == row[cut + encoder.descriptions.place["sea"]] == 1


@pytest.mark.parametrize(
    ("rules", "kept"),
    [
        # The thesis: description words seen at least ten times, title words without a minimum.
        (Rules(), {"sky", "eleven", "ten"}),
        # The reference code: over ten times, and 10,000 words at most.
        (Rules(1, 11, 10_000), {"sky", "eleven"}),
        (Rules(1, 1, 2), {"sky", "eleven"}),
        (Rules(1, 1), {"sky", "eleven", "ten", "nine", "single"}),
    ],
)
def test_rules_of_the_vocabularies(rules: Rules, kept: set[str]) -> None:
    """A word's count is that of all texts together, not of the texts it stands in."""
    corpus = repeated(sky=30, eleven=11, ten=10, nine=9, single=1)
    encoder = TextEncoder.fit(corpus, corpus, rules)
    assert set(encoder.descriptions.words) == kept
    if rules.most is None:
        assert "single" in encoder.titles.words


def test_unknown_words_are_dropped_in_training(encoder: TextEncoder) -> None:
    rows = encoder.transform(["Zebras", "Boats and zebras"], ["", "unheard-of"])
    assert rows[0].nnz == 0
    assert rows[1].nnz == 1


def test_a_query_of_known_words_is_the_training_row(encoder: TextEncoder) -> None:
    query = encoder.query(TITLES[0], DESCRIPTIONS[0])
    np.testing.assert_allclose(
        query.row.toarray(), encoder.transform(TITLES[:1], DESCRIPTIONS[:1]).toarray(), atol=1e-6
    )
    assert query.words == ["boats", "harbour", "two", "lie", "come", "sea"]
    assert query.rows.shape[0] == 6
    boats = query.rows[0].toarray()[0]
    assert np.flatnonzero(boats).tolist() == [
        0,
        len(encoder.titles.words) + encoder.descriptions.place["boats"],
    ]


def test_a_word_that_only_the_other_field_knows_counts_there(encoder: TextEncoder) -> None:
    in_title = encoder.query("Mountains", "").row.toarray()[0]
    in_description = encoder.query("", "mountains").row.toarray()[0]
    np.testing.assert_array_equal(in_title, in_description)
    assert encoder.query("", "life").row.nnz == 1


def test_words_never_seen_stand_as_their_kin(encoder: TextEncoder) -> None:
    query = encoder.query("", "colourful tulipans by the moutains")
    assert query.words == ["tulipans", "moutains"]
    meant = set(query.row.nonzero()[1].tolist())
    cut = len(encoder.titles.words)
    assert meant == {cut + encoder.descriptions.place[word] for word in ("tulips", "mountains")}


KINSHIP = Kinship(
    beside={"sea": {"ocean": 0.9, "boat": 0.5}, "ocean": {"sea": 0.9}}, instead={"vessel": {"boats": 0.7}}
)


def test_a_table_of_related_words_takes_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    encoder = TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1), KINSHIP)
    encoder.save(tmp_path / "words.json")
    for each in (encoder, TextEncoder.load(tmp_path / "words.json")):
        assert each.understood("A vessel", "on the ocean") == ["vessel", "ocean"]
        both = each.query("", "ocean sea").rows.toarray()
        np.testing.assert_allclose(both[0], 0.9 * both[1], rtol=1e-6)
        assert each.understood("A ship", "") == []


def test_the_bundled_table_is_in_everyday_words_and_in_spanish() -> None:
    encoder = TextEncoder.fit(["A cat on a sill", "Boats in a bay"], ["The sun", "Mountains"], Rules(1, 1))
    assert encoder.understood("kitties", "two yachts") == ["kitties", "yachts"]
    asked = ("Un paseo en barco en un día soleado", "vista de las montañas")
    assert encoder.understood(*asked) == ["barco", "soleado", "montanas"]


def test_related_words_stand_beside_known_ones_in_training_as_in_queries() -> None:
    encoder = TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1, related=True), KINSHIP)
    rows = encoder.transform(TITLES, DESCRIPTIONS)
    for number, text in enumerate(zip(TITLES, DESCRIPTIONS, strict=True)):
        np.testing.assert_allclose(rows[number].toarray(), encoder.query(*text).row.toarray(), atol=1e-6)
    cut = len(encoder.titles.words)
    row = encoder.transform([""], ["sea"]).toarray()[0]
    column = {word: cut + place for word, place in encoder.descriptions.place.items()}
    assert set(np.flatnonzero(row)) == {column["sea"], column["boats"]}
    assert row[column["sea"]] > row[column["boats"]] > 0
    assert np.linalg.norm(row) == pytest.approx(1)
    assert TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1), KINSHIP).transform([""], ["sea"]).nnz == 1


def test_a_titles_words_may_count_in_the_description_as_well() -> None:
    encoder = TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1, titles_too=True))
    assert {"night", "still", "life"} <= {*encoder.descriptions.words}
    rows = encoder.transform(["Night"], [""])
    assert rows.nnz == 2
    np.testing.assert_allclose(rows.toarray(), encoder.query("night", "").row.toarray(), atol=1e-6)
    assert encoder.transform([""], ["night"]).nnz == 1


@pytest.mark.parametrize(
    ("title", "description", "why"),
    [
        ("", "", "are empty"),
        (" \n", "\t", "are empty"),
        ("The", "of and with them", "hold only words such as"),
        ("🎨🖼️", "!!! 1871", "hold no words"),
        ("山と湖", "красный дом", "none of these words is known here: 山と湖, красныи, дом"),
        ("Zwei Hunde", "laufen ueber eine gruene Wiese", "none of these words is known here: zwei, hunde"),
        ("qwerty asdfgh", "zxcvbn", "qwerty, asdfgh, zxcvbn"),
        ("", "x" * 10_000, "xxx…"),
        ("", " ".join(f"zq{chr(97 + a)}{chr(97 + b)}" for a in range(10) for b in range(10)), "and 92 more"),
        ("tulipans", "zwei rote gelbe blaue", "none of these words"),  # one guess among many strangers
    ],
)
def test_what_is_not_understood_is_said_plainly(
    encoder: TextEncoder, title: str, description: str, why: str
) -> None:
    with pytest.raises(BadQuery) as error:
        encoder.query(title, description)
    assert why in str(error.value)
    assert "say in a few English words" in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 600
    assert encoder.understood(title, description) == []


def test_one_known_word_among_strangers_is_enough(encoder: TextEncoder) -> None:
    assert encoder.understood("qwerty asdfgh zxcvbn BOATS!", "") == ["boats"]


def test_ten_thousand_characters(encoder: TextEncoder) -> None:
    text = " ".join(["boats", "unheard", "moutains", "sea"] * 450)[:10_000]
    query = encoder.query(text, text)
    assert query.words[:3] == ["boats", "moutains", "sea"]
    assert np.linalg.norm(query.row.toarray()) == pytest.approx(2**0.5, rel=1e-5)


def test_case_and_accents_do_not_matter(encoder: TextEncoder) -> None:
    plain, other = encoder.query("boats", "sea"), encoder.query("BÓATS", "Séa")
    np.testing.assert_array_equal(plain.row.toarray(), other.row.toarray())


def test_saved_as_text_and_read_as_it_was(encoder: TextEncoder, tmp_path: Path) -> None:
    encoder.save(tmp_path / "words.json")
    assert TextEncoder.load(tmp_path / "words.json") == encoder
    for damage in ("", "[]", '{"titles": {}}', "{"):
        (tmp_path / "words.json").write_text(damage)
        with pytest.raises(BadWeights, match=r"words\.json cannot be read"):
            TextEncoder.load(tmp_path / "words.json")


def test_texts_that_leave_no_word_are_refused() -> None:
    with pytest.raises(BadGallery, match="leave no word to learn"):
        TextEncoder.fit(["", "The"], ["of", "1871"])


def test_a_field_without_words_is_no_obstacle() -> None:
    encoder = TextEncoder.fit(["", ""], ["boats at sea", "a calm sea"], Rules(1, 1))
    assert encoder.transform(["Boats"], ["sea"]).nnz == 1
    assert encoder.query("boats", "").row.nnz == 1


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_query_breaks_it(title: str, description: str) -> None:
    encoder = TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1))
    try:
        row = encoder.query(title, description).row
    except BadQuery:
        return
    assert row.nnz
    assert np.isfinite(row.data).all()
