"""The first room as the server draws it: what an address asks, what hangs for it, and the form of a recipe."""

from pathlib import Path

import pytest

from app.pages import options
from app.pages.asked import Asked
from app.pages.options import Option, as_text
from app.pages.strings import LANGUAGES, Strings, table
from style_transfer import RECIPES, Recipe
from tests.app import made
from tests.app.running import Running
from tests.app.test_pages import Seen

SAY = Strings("en")


def shown(running: Running, path: str) -> Seen:
    answer = running.http.get(path)
    assert answer.status_code == 200
    return Seen(answer.text)


def radios(page: Seen, name: str) -> list[str]:
    return [str(each["value"]) for tag, each in page.tags if tag == "input" and each.get("name") == name]


def chosen(page: Seen, name: str) -> list[str]:
    return [
        str(each["value"])
        for tag, each in page.tags
        if tag == "input" and each.get("name") == name and "checked" in each
    ]


def fields(recipe: str = "studio", **typed: str) -> dict[str, Option]:
    groups = options.options(recipe, typed, SAY, largest=2048)
    return {option.name: option for group in groups.values() for option in group}


class TestAddress:
    def test_it_comes_back_as_it_was_asked(self) -> None:
        told = {"title": "A boat", "content": "w1", "style": "w2", "recipe": "sketch", "beta": "4"}
        asked = Asked.of(told)
        assert (
            Asked.of(dict(pair.split("=") for pair in asked.url()[2:].replace("+", " ").split("&"))) == asked
        )
        assert asked.url(content="") == "/?title=A+boat&recipe=sketch&style=w2&beta=4"

    @pytest.mark.parametrize(
        "told",
        [{"contents": "-1"}, {"contents": "many"}, {"styles": "9" * 30}, {"recipe": "none"}, {"x": "y"}],
    )
    def test_what_it_cannot_mean_is_left_out(self, told: dict[str, str]) -> None:
        assert Asked.of(told) == Asked()

    def test_a_great_many_are_not_hung(self) -> None:
        assert Asked.of({"contents": "9999"}).contents == 50


class TestRows:
    def test_words_hang_works(self, running: Running) -> None:
        page = shown(running, "/?title=Boats%20at%20evening")
        assert len(radios(page, "content")) == 5
        assert not radios(page, "style")

    def test_a_choice_hangs_the_manners_that_suit_it(self, running: Running) -> None:
        page = shown(running, "/?title=Boats&content=w1&style=w3")
        expected = running.http.get("/v1/works/content/w1/styles").json()["styles"]
        assert radios(page, "style") == [match["work"]["id"] for match in expected]
        assert (chosen(page, "content"), chosen(page, "recipe")) == (["w1"], ["studio"])

    def test_more_is_never_more_than_there_is(self, running: Running) -> None:
        assert len(radios(shown(running, "/?title=Boats&contents=40"), "content")) == 8

    def test_a_work_that_was_not_found_hangs_first(self, running: Running) -> None:
        found = radios(shown(running, "/?title=Boats"), "content")
        other = next(f"w{number}" for number in range(8) if f"w{number}" not in found)
        page = shown(running, f"/?title=Boats&content={other}")
        assert radios(page, "content") == [other, *found]
        assert chosen(page, "content") == [other]

    def test_a_picture_of_one_s_own(self, running: Running, tmp_path: Path) -> None:
        body = made.picture(tmp_path / "own.png", 9).read_bytes()
        own = running.http.post("/v1/pictures", content=body).json()["id"]
        page = shown(running, f"/?content={own}")
        assert radios(page, "content") == chosen(page, "content") == [own]
        assert len(radios(page, "style")) == 5
        assert SAY("label.own") in running.http.get(f"/?content={own}").text

    @pytest.mark.parametrize("id", ["pic_" + "0" * 32, "nothing", "../../jobs.sqlite"])
    def test_what_is_not_there_is_not_chosen(self, running: Running, id: str) -> None:
        assert not chosen(shown(running, f"/?title=Boats&content={id}"), "content")

    def test_words_of_which_nothing_is_known(self, running: Running) -> None:
        assert SAY("choose.nothing") in running.http.get("/?title=qwertz").text

    def test_what_is_typed_is_shown_and_not_run(self, running: Running) -> None:
        html = running.http.get("/", params={"title": '"><script>alert(1)</script>'}).text
        assert "<script>alert" not in html

    def test_a_work_s_own_page(self, running: Running) -> None:
        html = running.http.get("/works/content/w3").text
        assert "Yellow flowers in a vase" in html
        assert 'href="/?content=w3#manner"' in html
        assert running.http.get("/works/content/nothing").status_code == 404


class TestOptions:
    def test_every_setting_has_its_field(self) -> None:
        assert set(fields()) == Recipe.model_fields.keys() - {"name"}

    def test_a_new_setting_appears_by_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Newer(Recipe):
            glaze: float = 0.5
            """How many coats of varnish."""

        monkeypatch.setattr(options, "Recipe", Newer)
        glaze = fields()["glaze"]
        assert (glaze.kind, glaze.value, glaze.label) == ("number", "0.5", "Glaze")
        assert glaze.help == "How many coats of varnish."

    @pytest.mark.parametrize("recipe", RECIPES)
    def test_the_usual_is_the_recipe_s_own(self, recipe: str) -> None:
        usual = {name: option.usual for name, option in fields(recipe).items()}
        assert Recipe.named(recipe, **usual) == Recipe.named(recipe)

    def test_bounds_are_the_recipe_s_and_the_studio_s(self) -> None:
        found = fields()
        assert (found["depth"].least, found["depth"].most) == (-4, 4)
        assert found["size"].most == 2048
        assert found["steps"].step == "1"

    def test_choices(self) -> None:
        found = fields()["start"]
        assert [value for value, _ in found.choices] == ["content", "style", "noise"]

    def test_a_fault_is_told_at_its_field(self) -> None:
        found = fields(alpha="-1", steps="many", beta="3")
        assert "greater than or equal to 0" in found["alpha"].fault
        assert found["steps"].fault
        assert not found["beta"].fault

    @pytest.mark.parametrize(
        ("value", "text"),
        [({"conv1_1": 1.0, "conv2_1": 0.5}, "conv1_1:1, conv2_1:0.5"), (True, "true"), (20.0, "20")],
    )
    def test_as_a_form_sends_it(self, value: object, text: str) -> None:
        assert as_text(value) == text

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_strings_are_of_settings_that_there_are(self, language: str) -> None:
        told = {key.split(".")[1] for key in table(language) if key.startswith("recipe.")}
        assert told - {"named"} <= Recipe.model_fields.keys()
