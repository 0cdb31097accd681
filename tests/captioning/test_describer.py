"""A describer: the best candidate, what goes with it, and when it is to be doubted."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from captioning.candidates import Candidate
from captioning.describer import KEYWORDS, Describer, keywords, title_of
from captioning.traits import Trait
from captioning.voice import Told
from ground.canvas import Picture
from ground.errors import BadPicture
from tests.captioning.told import ColourVoice
from tests.retrieval.painted import paint


def picture(red: float, green: float, blue: float) -> Picture:
    return Picture(np.full((32, 32, 3), (red, green, blue), np.float32))


def test_it_says_all_that_is_asked_of_it() -> None:
    [found] = Describer(ColourVoice()).describe([picture(0.8, 0.1, 0.1)])
    told = found.as_json("red.png")
    assert list(told)[:6] == ["image", "title", "description", "keywords", "attributes", "model"]
    assert told["image"] == "red.png"
    assert (told["title"], told["description"]) == ("In red", "A red field, seen from above.")
    assert told["keywords"] == ["red", "field", "seen"]
    assert told["attributes"] == [{"name": "colour", "value": "red", "confidence": 0.9}]
    assert (told["model"], told["score"], told["doubtful"]) == ("colours 1", -1.0, False)


def test_a_picture_unlike_any_is_doubtful() -> None:
    [found] = Describer(ColourVoice()).describe([picture(0.1, 0, 0)])
    assert found.doubtful
    assert not found.known


def test_the_text_around_a_picture_competes() -> None:
    [found] = Describer(ColourVoice()).describe([picture(0.8, 0.1, 0.1)], "A poppy field in June")
    assert (found.description, found.source) == ("A poppy field in June", "context")
    assert found.title == "A poppy field in June"


class Wrong(ColourVoice):
    def _told(self, picture: Picture, context: str) -> Told:
        told = super()._told(picture, context)
        said = Candidate(("a", "green", "field"), "A green field.", "captioner", {"likelihood": -1.0})
        return Told([said], "", told.traits)


def test_a_wrong_word_is_put_right_and_said_to_be() -> None:
    [found] = Describer(Wrong()).describe([picture(0.8, 0.1, 0.1)])
    assert (found.description, found.corrected) == ("A red field.", ("red",))
    assert found.title == "A red field"


class Estranged(Wrong):
    def _told(self, picture: Picture, context: str) -> Told:
        return replace(super()._told(picture, context), title="In red", known=False)


def test_of_a_strange_picture_no_word_is_changed_and_the_title_is_of_its_description() -> None:
    [found] = Describer(Estranged()).describe([picture(0.8, 0.1, 0.1)])
    assert (found.description, found.corrected, found.title) == ("A green field.", (), "A green field")


class Silent(ColourVoice):
    def _told(self, picture: Picture, context: str) -> Told:
        return Told([Candidate((), "", "captioner", {"likelihood": -9.0})])


def test_who_says_nothing_is_doubted() -> None:
    [found] = Describer(Silent()).describe([picture(0.8, 0.1, 0.1)])
    assert found.doubtful
    assert (found.title, found.description, found.keywords) == ("", "", [])


def test_files_come_in_order_and_a_broken_one_stops_nothing(tmp_path: Path) -> None:
    files = [paint(tmp_path / f"{number}.png", number) for number in range(20)]
    files[3].write_bytes(b"no picture")
    found = list(Describer(ColourVoice()).files(files))
    assert [path for path, _ in found] == files
    assert [isinstance(each, BadPicture) for _, each in found] == [number == 3 for number in range(20)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Two brown dogs are playing on the snow.", "Two brown dogs are playing"),
        ("A boat, red and blue, on water.", "A boat"),
        ("Snow. More snow.", "Snow"),
        ("The", "The"),
        ("", ""),
    ],
)
def test_a_title_is_cut_where_it_can_end(text: str, title: str) -> None:
    assert title_of(text) == title


def test_keywords_are_the_words_that_say_something() -> None:
    traits = [Trait("light", "evening", 0.8), Trait("subject", "the sea", 0.7)]
    assert keywords("A boat and a boat on the Sea", traits) == ["boat", "sea", "evening"]
    assert (
        len(keywords(" ".join(["dog cat boat tree house snow water field hill sky"] * 2), traits)) == KEYWORDS
    )
