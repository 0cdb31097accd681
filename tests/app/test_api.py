"""From words to a picture, over real HTTP, with a real worker: every address as its user meets it."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ground import canvas
from tests.app import made
from tests.app.running import Running

WORDS = {"title": "Boats at evening"}
QUICK = {"name": "sketch", **made.SMALL, "steps": 3}
SLOW = {**QUICK, "steps": 600, "growth": 1}


def problem(answer: Any, status: int, type: str) -> dict[str, Any]:
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), (
        answer.text
    )
    told: dict[str, Any] = answer.json()
    assert (told["status"], told["type"]) == (status, f"/problems/{type}")
    assert told["title"]
    assert told["detail"]
    return told


class TestWorks:
    def test_words_are_answered_with_works_and_manners(self, running: Running) -> None:
        found = running.http.post("/v1/suggestions", json={**WORDS, "content": 3, "styles": 2}).json()[
            "suggestions"
        ]
        assert [each["rank"] for each in found] == [1, 2, 3]
        assert [style["rank"] for style in found[0]["styles"]] == [1, 2]
        expected = running.studio.library.search.suggest("Boats at evening", "", 3, 2)
        assert [each["work"]["id"] for each in found] == [each.work.id for each in expected]
        assert [each["score"] for each in found] == pytest.approx([each.score for each in expected])
        assert running.http.get(found[0]["styles"][0]["work"]["image"]).headers["content-type"] == "image/png"

    def test_filters_and_pages_of_suggestions(self, running: Running) -> None:
        asked = {**WORDS, "content": 4, "styles": 1, "filters": {"style": ["Baroque"]}}
        found = running.http.post("/v1/suggestions", json=asked).json()["suggestions"]
        assert {each["work"]["style"] for each in found} == {"Baroque"}
        later = running.http.post("/v1/suggestions", json={**asked, "content": 2, "offset": 2}).json()[
            "suggestions"
        ]
        assert later == found[2:]

    @pytest.mark.parametrize(
        ("asked", "type"),
        [
            ({}, "bad-query"),
            ({"title": " "}, "bad-query"),
            ({"title": "qwertz"}, "bad-query"),
            ({**WORDS, "content": 0}, "invalid"),
            ({**WORDS, "content": "many"}, "invalid"),
            ({**WORDS, "colour": "red"}, "invalid"),
            ({**WORDS, "filters": {"colour": ["red"]}}, "invalid"),
            ({**WORDS, "content": 40}, "bad-query"),
            ({"title": "\ud800"}, "invalid"),
            ({"title": "x" * 501}, "invalid"),
            ([], "invalid"),
        ],
    )
    def test_what_cannot_be_suggested(self, running: Running, asked: Any, type: str) -> None:
        body = json.dumps(asked).encode()
        answer = running.http.post(
            "/v1/suggestions", content=body, headers={"Content-Type": "application/json"}
        )
        told = problem(answer, 422, type)
        assert ("errors" in told) == (type == "invalid")

    def test_one_work_and_its_picture(self, running: Running) -> None:
        work = running.http.get("/v1/works/content/w3").json()
        assert (work["title"], work["collection"]) == ("Yellow flowers in a vase", "content")
        whole, small = (running.http.get(work["image"], params=each) for each in ({}, {"size": 100}))
        assert Image.open(io.BytesIO(whole.content)).size == (48, 48)
        assert small.headers["content-type"] == "image/jpeg"
        assert "immutable" in small.headers["cache-control"]

    def test_the_styles_that_suit_a_work(self, running: Running) -> None:
        found = running.http.get("/v1/works/content/w1/styles", params={"k": 3}).json()["styles"]
        assert [each["rank"] for each in found] == [1, 2, 3]
        assert found[0]["work"]["id"] == "w1"

    def test_a_collection_page_by_page(self, running: Running) -> None:
        ids, after = [], None
        while True:
            page = running.http.get(
                "/v1/works/style", params={"limit": 3, **({"after": after} if after else {})}
            ).json()
            ids += [each["id"] for each in page["works"]]
            after = page["next"]
            if not after:
                break
        assert ids == [f"w{number}" for number in range(8)]

    def test_a_collection_searched(self, running: Running) -> None:
        found = running.http.get(
            "/v1/works/content", params={"q": "FOREST painter", "style": "Impressionism"}
        )
        assert [each["id"] for each in found.json()["works"]] == ["w2", "w6"]

    @pytest.mark.parametrize(
        "path",
        [
            "/v1/works/content/nothing",
            "/v1/works/sculpture/w1",
            "/v1/works/content/..%2F..%2Fcatalogue.csv/image",
            "/v1/works/content/%00",
            "/v1/paintings/0000000000000000",
            "/v1/paintings/..%2Fjobs.sqlite/image",
            "/v1/variations/0000000000000000/events",
            "/v1/pictures/pic_00000000000000000000000000000000/image",
            "/v1/pictures/..%2F..%2Fjobs",
            "/nothing",
            "/problems/nothing",
        ],
    )
    def test_what_is_not_there(self, running: Running, path: str) -> None:
        problem(running.http.get(path), 404, "not-found")

    def test_a_made_up_cursor(self, running: Running) -> None:
        for path in ("/v1/works/content", "/v1/paintings"):
            problem(running.http.get(path, params={"after": "!!"}), 422, "bad-query")


class TestPaintings:
    def test_from_words_to_a_picture(self, running: Running) -> None:
        asked = running.asks(**WORDS, content_rank=2, style_rank=2)
        done = running.finished(asked)
        assert (done["status"], done["step"]) == ("finished", done["steps"])
        suggestion = running.studio.library.search.suggest("Boats at evening", "", 2, 5)[1]
        assert done["content"]["id"] == suggestion.work.id
        assert done["style"]["id"] == suggestion.styles[1].work.id
        picture = running.http.get(done["image"])
        assert picture.headers["content-type"] == "image/png"
        assert Image.open(io.BytesIO(picture.content)).size == (48, 48)
        for format in ("jpeg", "webp"):
            other = running.http.get(done["image"], params={"format": format, "size": 256})
            assert other.headers["content-type"] == f"image/{format}"
        curve = running.http.get(done["curve"]).json()["losses"]
        assert [each["step"] for each in curve] == list(range(1, done["steps"] + 1))

    def test_its_events_resume_anywhere(self, running: Running) -> None:
        asked = running.asks(**WORDS)
        seen = [event for event in running.events(asked["events"]) if event[1]]
        kinds = [kind for kind, _, _ in seen]
        assert kinds[:2] == ["queued", "started"]
        assert set(kinds[2:-1]) == {"iterate"}
        assert kinds[-1] == "finished"
        assert running.http.get(seen[2][2]["preview"]).headers["content-type"] == "image/jpeg"
        half = len(seen) // 2
        again = list(running.events(asked["events"], seen[half][1]))
        assert [id for _, id, _ in again] == [id for _, id, _ in seen[half + 1 :]]

    def test_of_pictures_of_one_s_own(self, running: Running, tmp_path: Path) -> None:
        ids = []
        for seed in (31, 32):
            body = made.picture(tmp_path / f"{seed}.png", seed).read_bytes()
            ids.append(running.http.post("/v1/pictures", files={"file": ("my.png", body)}).json()["id"])
        done = running.finished(running.asks(content=ids[0], style=ids[1]))
        assert (done["content"]["id"], done["content"]["collection"]) == (ids[0], None)
        mixed = running.finished(running.asks(content=ids[0]))
        assert mixed["style"]["collection"] == "style"

    def test_the_same_key_asks_for_the_same_painting(self, running: Running) -> None:
        headers = {"Idempotency-Key": "once"}
        body = {**WORDS, "recipe": QUICK}
        first = running.http.post("/v1/paintings", json=body, headers=headers)
        again = running.http.post("/v1/paintings", json=body, headers=headers)
        assert first.json()["id"] == again.json()["id"]
        problem(
            running.http.post("/v1/paintings", json={**body, "style_rank": 2}, headers=headers),
            422,
            "key-reused",
        )

    def test_cancelled_it_keeps_its_last_preview(self, running: Running) -> None:
        asked = running.asks(**WORDS, recipe=SLOW)
        kinds = []
        for kind, _, _ in running.events(asked["events"]):
            kinds.append(kind)
            if kind == "iterate" and kinds.count("iterate") == 2:
                for _ in range(2):
                    assert running.http.delete(asked["url"]).status_code == 200
        assert kinds[-1] == "cancelled"
        assert running.http.get(asked["url"]).json()["status"] == "cancelled"
        assert running.http.get(asked["preview"]).status_code == 200
        problem(running.http.get(asked["image"]), 409, "not-finished")
        assert running.http.delete(asked["url"]).json()["status"] == "cancelled"

    def test_text_to_art_waits_for_its_picture(self, running: Running) -> None:
        answer = running.http.post("/v1/text-to-art", json={**WORDS, "recipe": QUICK})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
        assert answer.headers["location"].startswith("/v1/paintings/")
        later = running.http.post("/v1/text-to-art", json={**WORDS, "recipe": QUICK, "wait": 0})
        assert later.status_code == 202
        running.finished(later.json())

    def test_its_recipe_makes_it_again(self, running: Running) -> None:
        done = running.finished(running.asks(**WORDS))
        picture = running.http.get(done["image"]).content
        for body in ({"content": picture}, {"files": {"file": picture}}):
            told = running.http.post("/v1/pictures/recipe", **body).json()
            assert told["recipe"] == done["recipe"]
        again = running.asks(**told["painting"])
        assert running.finished(again)["content"] == done["content"]
        first, second = (canvas.read(running.http.get(each["image"]).content).rgb for each in (done, again))
        assert np.array_equal(first, second)

    @pytest.mark.parametrize(
        ("asked", "type"),
        [
            ({}, "bad-query"),
            ({"content": "nothing"}, "bad-query"),
            ({**WORDS, "style": "nothing"}, "bad-query"),
            ({**WORDS, "content_rank": 9}, "bad-query"),
            ({**WORDS, "style_rank": 9}, "bad-query"),
            ({**WORDS, "recipe": {"name": "fresco"}}, "bad-recipe"),
            ({**WORDS, "recipe": {"sise": 3}}, "bad-recipe"),
            ({**WORDS, "recipe": {"size": 4000}}, "bad-recipe"),
            ({**WORDS, "recipe": {"size": "large"}}, "bad-recipe"),
            ({**WORDS, "recipe": {"start": "picture"}}, "bad-recipe"),
            ({**WORDS, "recipe": "sketch"}, "invalid"),
            ({**WORDS, "content_rank": 0}, "invalid"),
        ],
    )
    def test_what_cannot_be_painted(self, running: Running, asked: dict[str, Any], type: str) -> None:
        problem(running.http.post("/v1/paintings", json=asked), 422, type)

    def test_listed_archived_and_forgotten(self, running: Running) -> None:
        done = [running.finished(running.asks(**WORDS)) for _ in range(2)]
        page = running.http.get("/v1/paintings", params={"status": "finished", "limit": 1}).json()
        assert [each["id"] for each in page["paintings"]] == [done[1]["id"]]
        rest = running.http.get("/v1/paintings", params={"status": "finished", "after": page["next"]}).json()
        assert rest["paintings"][0]["id"] == done[0]["id"]
        answer = running.http.get("/v1/paintings/archive", params={"id": [each["id"] for each in done]})
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert len(archive.namelist()) == 3
            assert [each["id"] for each in json.loads(archive.read("manifest.json"))] == [
                each["id"] for each in done
            ]
        assert running.http.delete(done[0]["url"], params={"forget": True}).status_code == 200
        problem(running.http.get(done[0]["url"]), 404, "not-found")
        assert not (running.studio.paintings / done[0]["id"]).exists()

    def test_variations(self, running: Running) -> None:
        asked = {**WORDS, "contents": [1, 2], "styles": [1, 2], "recipe": QUICK}
        answer = running.http.post("/v1/variations", json=asked, headers={"Idempotency-Key": "grid"})
        batch = answer.json()
        assert (answer.status_code, len(batch["paintings"])) == (202, 4)
        again = running.http.post("/v1/variations", json=asked, headers={"Idempotency-Key": "grid"}).json()
        assert again["id"] == batch["id"]
        *_, (kind, _, data) = running.events(batch["events"])
        assert (kind, data["counts"]) == ("ended", {"finished": 4})
        archive = zipfile.ZipFile(io.BytesIO(running.http.get(batch["archive"]).content))
        assert len(archive.namelist()) == 5
        assert running.http.delete(batch["url"]).json()["counts"] == {"finished": 4}


class TestHealth:
    def test_alive_ready_and_measured(self, running: Running) -> None:
        assert running.http.get("/livez").json()["status"] == "alive"
        assert running.http.get("/readyz").json()["status"] == "ready"
        running.http.post("/v1/suggestions", json=WORDS)
        text = running.http.get("/metrics").text
        assert 'pentimento_jobs{status="queued"} ' in text
        assert 'pentimento_stage_seconds_count{stage="suggest"} ' in text
        assert 'route="/v1/suggestions"' in text

    def test_the_documentation_loads_nothing(self, running: Running) -> None:
        text = running.http.get("/docs").text
        assert "/v1/text-to-art" in text
        assert "http://" not in text
        assert "https://" not in text
        assert text.count("<script") == text.count('src="/static/')

    def test_problems_explain_themselves(self, running: Running) -> None:
        told = problem(running.http.get("/v1/works/content/nothing"), 404, "not-found")
        assert running.http.get(told["type"]).json()["meaning"]

    def test_not_ready_without_indexes(self, tmp_path: Path) -> None:
        with Running(data=tmp_path, indexes=tmp_path / "nowhere", workers=0) as started:
            answer = started.http.get("/readyz")
            assert answer.status_code == 503
            assert answer.json()["checks"]["indexes"]
            answer = started.http.post("/v1/suggestions", json=WORDS)
            problem(answer, 503, "unavailable")
            assert answer.headers["retry-after"]


class TestWaiting:
    def test_the_queue_tells_positions_and_cancels_at_once(self, asleep: Running) -> None:
        first, second = asleep.asks(**WORDS), asleep.asks(**WORDS)
        assert [each["position"] for each in (first, second)] == [0, 1]
        problem(asleep.http.delete(first["url"], params={"forget": True}), 409, "not-finished")
        assert asleep.http.delete(first["url"]).json()["status"] == "cancelled"
        assert asleep.http.get(second["url"]).json()["position"] == 0
        problem(asleep.http.get(second["preview"]), 404, "not-found")
        assert asleep.http.get(second["curve"]).json() == {"losses": []}

    def test_retention_forgets_what_has_ended_and_what_nothing_refers_to(
        self, indexes: Path, tmp_path: Path
    ) -> None:
        with Running(data=tmp_path / "data", indexes=indexes, workers=0, retention=1) as started:
            started.until_ready()
            used, unused = (
                started.http.post(
                    "/v1/pictures", content=made.picture(tmp_path / "a.png", n).read_bytes()
                ).json()
                for n in range(2)
            )
            old, waiting = started.asks(**WORDS), started.asks(**WORDS, content=used["id"])
            started.http.delete(old["url"])
            assert started.http.get(unused["image"], params={"size": 16}).status_code == 200
            started.studio.prune()
            kept = [old["url"], waiting["url"], *(f"/v1/pictures/{each['id']}" for each in (used, unused))]
            assert [started.http.get(url).status_code for url in kept] == [200, 200, 200, 200]
            now = started.studio.jobs.now()
            started.studio.jobs.now = lambda: now + 2 * 86400
            started.studio.prune()
            assert [started.http.get(url).status_code for url in kept] == [404, 200, 200, 404]
            assert not list((tmp_path / "data" / "thumbnails").iterdir())
