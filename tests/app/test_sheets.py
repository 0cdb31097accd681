"""Sheets: where each cell stands, what strengths it has, and what becomes of one that is promoted; and estimates."""

import pytest

from style_transfer import RECIPES, Recipe
from tests.app.running import Running
from tests.app.test_api import QUICK, WORDS, problem


def places(batch: dict) -> list[tuple[int, int]]:
    return [(each["cell"]["row"], each["cell"]["column"]) for each in batch["paintings"]]


def test_every_cell_knows_its_place(asleep: Running) -> None:
    asked = {**WORDS, "contents": [2, 1, 2], "styles": [1, 3], "recipe": QUICK}
    batch = asleep.http.post("/v1/variations", json=asked).json()
    assert (batch["kind"], batch["rows"], batch["columns"]) == ("variations", 2, 2)
    assert places(batch) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    contents = [each["content"]["id"] for each in batch["paintings"]]
    assert contents[0] == contents[1] != contents[2] == contents[3]


def test_strengths(asleep: Running) -> None:
    asked = {"content": "w1", "style": "w2", "recipe": QUICK, "alphas": [1, 2], "betas": [5, 10, 20]}
    answer = asleep.http.post("/v1/variations/strengths", json=asked, headers={"Idempotency-Key": "a"})
    batch = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (202, batch["url"])
    assert (batch["kind"], batch["rows"], batch["columns"]) == ("strengths", 2, 3)
    strengths = [(each["recipe"]["alpha"], each["recipe"]["beta"]) for each in batch["paintings"]]
    assert strengths == [(alpha, beta) for alpha in (1, 2) for beta in (5, 10, 20)]
    again = asleep.http.post("/v1/variations/strengths", json=asked, headers={"Idempotency-Key": "a"})
    assert again.json()["id"] == batch["id"]


def test_strengths_around_the_recipe_s_own(asleep: Running) -> None:
    batch = asleep.http.post("/v1/variations/strengths", json={**WORDS, "recipe": QUICK}).json()
    assert (batch["rows"], batch["columns"]) == (5, 5)
    middle = batch["paintings"][12]
    own = Recipe.named("sketch")
    assert (middle["recipe"]["alpha"], middle["recipe"]["beta"]) == (own.alpha, own.beta)
    assert len({each["content"]["id"] for each in batch["paintings"]}) == 1


@pytest.mark.parametrize(
    ("over", "type"),
    [
        ({"alphas": []}, "invalid"),
        ({"alphas": [-1]}, "invalid"),
        ({"alphas": [0], "betas": [1, 0]}, "bad-recipe"),
        ({"content": "nothing"}, "bad-query"),
    ],
)
def test_impossible_strengths_ask_for_nothing(asleep: Running, over: dict, type: str) -> None:
    problem(asleep.http.post("/v1/variations/strengths", json={**WORDS, **over}), 422, type)
    assert asleep.http.get("/v1/paintings").json()["paintings"] == []


def test_listed_thrown_away_and_brought_back(asleep: Running) -> None:
    asked = {**WORDS, "contents": [1], "styles": [1, 2], "recipe": QUICK}
    first, second = (asleep.http.post("/v1/variations", json=asked).json() for _ in range(2))

    def ids(**query: object) -> list[str]:
        found = asleep.http.get("/v1/variations", params=query).json()
        return [each["id"] for each in found["variations"]]

    assert ids() == [second["id"], first["id"]]
    assert ids(q="BOATS") == [second["id"], first["id"]]
    assert ids(q="nothing") == []
    page = asleep.http.get("/v1/variations", params={"limit": 1}).json()
    assert ids(after=page["next"]) == [first["id"]]
    problem(asleep.http.patch(first["url"], json={"deleted": True}), 409, "not-finished")
    asleep.http.delete(first["url"])
    assert asleep.http.patch(first["url"], json={"deleted": True}).status_code == 200
    assert ids() == [second["id"]]
    asleep.http.patch(first["url"], json={"deleted": False})
    assert ids() == [second["id"], first["id"]]


class TestPromotion:
    def test_a_sketch_becomes_a_full_painting_in_its_own_manner(self, asleep: Running) -> None:
        manner = {"alpha": 3, "seed": 7, "colour": "content"}
        cell = asleep.asks(content="w1", style="w2", title="Boats", recipe={**QUICK, **manner})
        full = asleep.http.post(f"{cell['url']}/promotion", json={}).json()
        assert full["recipe"] == Recipe.named("studio", **manner).model_dump()
        for same in ("title", "content", "style"):
            assert full[same] == cell[same]
        assert full["batch"] is None

    def test_it_may_say_more(self, asleep: Running) -> None:
        cell = asleep.asks(**WORDS)
        asked = {"recipe": {"name": "thesis-adam", "seed": 3}}
        headers = {"Idempotency-Key": "once"}
        first, again = (
            asleep.http.post(f"{cell['url']}/promotion", json=asked, headers=headers).json() for _ in range(2)
        )
        assert first["id"] == again["id"]
        assert first["recipe"]["seed"] == 3
        assert first["recipe"]["optimiser"] == "adam"
        problem(asleep.http.post(f"{cell['url']}/promotion", json={"recipe": {"size": 1}}), 422, "bad-recipe")


class TestRecipes:
    def test_all_that_a_form_needs(self, asleep: Running) -> None:
        told = asleep.http.get("/v1/recipes").json()
        assert list(told["recipes"]) == list(RECIPES)
        assert told["recipes"]["sketch"] == Recipe.named("sketch").model_dump()
        assert set(told["schema"]["properties"]) == set(Recipe.model_fields)
        assert told["largest"] == asleep.studio.settings.largest

    def test_estimates_grow_with_what_is_asked(self, asleep: Running) -> None:
        def told(**asked: object) -> dict:
            return asleep.http.post("/v1/estimates", json=asked).json()

        small, large, many = (
            told(recipe={"name": "sketch"}),
            told(recipe={"name": "studio", "size": 1024}),
            told(recipe={"name": "sketch"}, paintings=25),
        )
        assert small["seconds"] < large["seconds"]
        assert small["megabytes"] < large["megabytes"]
        assert many["seconds"] == pytest.approx(25 * small["seconds"])
        assert not small["measured"]
        assert (small["position"], small["wait"]) == (0, 0)
        asleep.asks(**WORDS)
        later = told(recipe={"name": "sketch"})
        assert later["position"] == 1
        assert later["wait"] > 0
        problem(asleep.http.post("/v1/estimates", json={"recipe": {"name": "x"}}), 422, "bad-recipe")

    def test_measured_once_something_is_painted(self, running: Running) -> None:
        running.finished(running.asks(**WORDS))
        assert running.http.post("/v1/estimates", json={}).json()["measured"]
