"""The bundled table of everyday words leads to words that a gallery knows, and to no others."""

from retrieval.kinship import table_for
from retrieval.text import Rules, TextEncoder

KNOWN = ["cat", "boats", "sails", "lovers", "couple", "boat"]


def test_an_everyday_word_leads_to_known_ones_in_all_their_forms() -> None:
    table = table_for(KNOWN)
    assert {*table["kitty"]} == {"cat"}
    assert {"boat", "boats"} <= {*table["yacht"]}
    assert all({*kin} <= {*KNOWN} for kin in table.values())


def test_a_word_that_is_known_needs_no_kin() -> None:
    assert "kitty" not in table_for([*KNOWN, "kitty"])
    assert "yacht" not in table_for([*KNOWN, "yachts"])  # another form of it is known


def test_where_nothing_is_known_there_is_nothing_to_lead_to() -> None:
    assert table_for([]) == {}


def test_other_forms_of_an_everyday_word_are_understood_too() -> None:
    texts = ["A cat on a sill", "Boats in a bay"]
    encoder = TextEncoder.fit(texts, texts, Rules(1, 1)).related()
    assert encoder.understood("kitties", "") == ["kitties"]
    assert encoder.understood("two yachts", "") == ["yachts"]
    assert encoder.understood("galaxies", "") == []
