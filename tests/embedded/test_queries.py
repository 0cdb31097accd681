"""People's own words find the embedded works; words that say nothing are told so."""

import csv
from pathlib import Path

import pytest

from ground.errors import BadQuery
from retrieval.search import Search
from scripts.bench.embedded import found, queries

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def search() -> Search:
    return Search.open()


def ids(search: Search, title: str, description: str = "", k: int = 5) -> list[str]:
    return [each.work.id for each in search.suggest(title, description, k, 0)]


def test_the_queries_are_not_the_works_own_sentences(search: Search) -> None:
    own = {text for work in search.content.works for text in (work.description, *work.other_descriptions)}
    asked = queries(HERE / "queries.csv")
    assert len(asked) >= 120
    assert not own & {query.description for query in asked}
    assert {id for query in asked for id in query.ids} <= {work.id for work in search.content.works}


@pytest.mark.parametrize("half", ["a", "b"])
def test_four_in_five_find_what_answers_them_among_five(search: Search, half: str) -> None:
    asked = [query for query in queries(HERE / "queries.csv") if query.half == half]
    assert found(search, asked, 5) >= 0.8


def test_a_boat_trip(search: Search) -> None:
    asked = "From a boat accompanied by people you can see the city illuminated by a radiant sun."
    assert ids(search, "A boat trip on a sunny day", asked)[0] == "boat-trip-sunny-city"


def test_mountains_under_clouds(search: Search) -> None:
    best = ids(search, "Mountain View", "Panoramic view of the mountains in a cloudy sky")
    assert best[0] == "mountain-view-cloudy"
    assert all(
        id.startswith(("mountain", "alp", "autumn-mount", "lone", "wanderer", "green")) for id in best[:3]
    )


def test_lovers_and_flowers(search: Search) -> None:
    best = ids(search, "Flowers lovers colorful", "Couple of lovers admiring a garden of colorful tulipans")
    assert best[0] == "garden-lovers-tulips"
    assert "lovers-tulip-garden" in best


@pytest.mark.parametrize(
    ("word", "among"),
    [
        ("tulipans", "tulip"),
        ("kitty", "cat"),
        ("yachts", "sail"),
        ("sweethearts", "lovers"),
        ("lighthuose", "lighthouse"),
        ("snowstrom", "snow"),
        ("harbor", "harbour"),
        ("camels", "desert"),
    ],
)
def test_words_never_seen_are_taken_for_their_kin(search: Search, word: str, among: str) -> None:
    assert any(among in id for id in ids(search, word))


def test_the_manners_suggested_are_pictures_of_the_style_gallery(search: Search) -> None:
    [first] = search.suggest("Harbour", "Boats at sunset", content=1, styles=5)
    assert len(first.styles) == 5
    assert all(search.picture(style.work).is_file() for style in first.styles)


@pytest.mark.parametrize(
    ("title", "description", "said"),
    [
        ("", "", "empty"),
        (" ", "\n\t", "empty"),
        ("The", "of and with the", "say nothing"),
        ("🚤🌞", "🏔️☁️", "no words"),
        ("12345", "!!! ???", "no words"),
        ("Xqzvw", "qwrtz plmkj", "none of these words is known"),
        ("日落", "海上的小船和太阳", "none of these words is known"),
        ("Вид на горы", "Панорама гор под облачным небом", "none of these words is known"),
        (
            "Blick",
            "Ein Schiffchen fährt gemächlich zwischen Häuschen hindurch",
            "none of these words is known",
        ),
    ],
)
def test_words_that_say_nothing_are_told_so(search: Search, title: str, description: str, said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        search.suggest(title, description)


def test_ten_thousand_letters(search: Search) -> None:
    with pytest.raises(BadQuery) as refused:
        search.suggest("", "x" * 10_000)
    assert len(str(refused.value)) < 500
    assert "sailing-at-sunset" in ids(
        search, "", "two yachts with dark sails on a golden sea at sunset, " * 200
    )


def test_the_test_set_is_a_table_that_others_can_read() -> None:
    with (HERE / "queries.csv").open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines)) == ["half", "title", "description", "ids"]
