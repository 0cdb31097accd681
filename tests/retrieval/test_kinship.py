"""The bundled table: families of words, and everyday words that lead to those of catalogues."""

from retrieval.kinship import FILE, Kinship, bundled
from retrieval.words import STOP_WORDS, all_words, words


def test_families_stand_for_one_another() -> None:
    beside = bundled().beside
    for one, other in [
        ("boat", "ship"),
        ("ship", "boat"),
        ("boat", "barco"),
        ("montana", "mountain"),
        ("sol", "sunny"),
    ]:
        assert other in beside[one]
    assert all(word not in others for word, others in beside.items())


def test_everyday_words_lead_one_way() -> None:
    instead = bundled().instead
    assert "cat" in instead["kitty"]
    assert {"boats", "sails"} <= {*instead["yacht"]}
    assert "cat" not in instead


def test_only_what_leads_to_a_known_word_is_kept() -> None:
    kinship = bundled().among(["cat", "boats"])
    assert kinship.instead["kitty"].keys() == {"cat"}
    assert kinship.beside["ship"].keys() == {"boat"}  # "boats" is another form of it
    assert bundled().among([]) == Kinship()


def test_the_table_is_written_as_it_is_read() -> None:
    lines = [
        line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    assert len(lines) > 400
    for line in lines:
        asked, colon, catalogued = line.partition(":")
        assert words(asked), line
        assert bool(words(catalogued)) == bool(colon), line
        if not colon:
            assert len(words(line)) == len(set(words(line))) > 1, line
        assert not STOP_WORDS.intersection(all_words(line)), line
