"""Consistency: a beam that agrees, else one word put right, else nothing is touched; words are whole."""

import pytest

from captioning.attributes import of_json
from captioning.consistency import agreeing, agreement
from captioning.traits import Trait

ATTRIBUTES = of_json(
    {
        "kind": {"values": {"banner": ["banner", "banners"], "card": ["card", "cards"]}},
        "corners": {"values": {"round": ["rounded", "round"], "square": ["square"]}},
    },
    "here",
)
CARD, ROUND = Trait("kind", "card", 0.9), Trait("corners", "round", 0.86)


def said(*captions: str, traits: tuple[Trait, ...] = (CARD, ROUND)) -> tuple[int, str, tuple[str, ...]]:
    place, words, corrected = agreeing([tuple(caption.split()) for caption in captions], traits, ATTRIBUTES)
    return place, " ".join(words), corrected


def test_a_beam_that_agrees_comes_before_a_likelier_one() -> None:
    assert said("one square card", "one rounded card") == (1, "one rounded card", ())


def test_what_says_nothing_against_it_agrees() -> None:
    assert said("a thing on a table", "one rounded card") == (0, "a thing on a table", ())


def test_one_wrong_word_is_put_right_and_said_to_be() -> None:
    assert said("one square card", "a square banner") == (0, "one rounded card", ("rounded",))


def test_the_word_keeps_its_form() -> None:
    assert said("two banners on it", traits=(CARD,)) == (0, "two cards on it", ("cards",))


def test_with_two_wrong_words_nothing_is_touched() -> None:
    assert said("one square banner") == (0, "one square banner", ())
    assert said("a square and a square card") == (0, "a square and a square card", ())


def test_a_word_is_whole() -> None:
    assert said("cards in squares and cardboard banner-like", traits=(ROUND,))[1:] == (
        "cards in squares and cardboard banner-like",
        (),
    )


def test_a_caption_that_names_both_values_is_not_wrong() -> None:
    assert said("a card before a banner", traits=(CARD,)) == (0, "a card before a banner", ())


@pytest.mark.parametrize(
    ("caption", "score"),
    [("one rounded card", 0.88), ("one square banner", -0.88), ("a thing", 0), ("a square card", 0.02)],
)
def test_agreement_weighs_what_is_named(caption: str, score: float) -> None:
    assert agreement(tuple(caption.split()), (CARD, ROUND), ATTRIBUTES) == pytest.approx(score)


def test_an_attribute_that_is_not_sure_changes_no_word() -> None:
    assert said("one square card", traits=(Trait("corners", "round", 0.7),))[1:] == ("one square card", ())


def test_without_attributes_everything_agrees() -> None:
    assert said("one square card", traits=()) == (0, "one square card", ())
    assert agreement(("card",), (), ATTRIBUTES) == 0
