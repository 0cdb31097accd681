"""The history: what is found again, marked, thrown away, brought back and swept; one client's alone."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.history import History, Wish
from app.job import Wanted
from app.jobs import Jobs
from app.table import FIRST
from tests.app.running import Running
from tests.app.test_api import QUICK, WORDS, problem

DAY = 86400.0
KEYS = ["correct-horse-battery", "staple-correct-horse"]


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    found = Jobs(tmp_path / "jobs.sqlite")
    yield found
    found.close()


def add(jobs: Jobs, words: str, client: str = "local") -> str:
    return jobs.add([Wanted({}, 1, 1.0, words=words)], client)[0].id


class TestFind:
    def test_every_word_must_be_there_however_it_is_written(self, jobs: Jobs) -> None:
        first, second = add(jobs, "cancion del mar sorolla"), add(jobs, "boats at sea")
        history = History(jobs)
        for words, ids in {
            "Canción MAR": [first],
            "sea": [second],
            "sea mar": [],
            "": [second, first],
            "100% _": [],
        }.items():
            assert [job.id for job in history.find("local", Wish(words))] == ids

    def test_only_one_s_own(self, jobs: Jobs) -> None:
        mine = add(jobs, "boats")
        add(jobs, "boats", "another")
        assert [job.id for job in History(jobs).find("local", Wish("boats"))] == [mine]

    def test_favourites_and_sheets_and_pages(self, jobs: Jobs) -> None:
        history, ids = History(jobs), [add(jobs, "boats") for _ in range(3)]
        sheet = jobs.add([Wanted({}, 1, 1.0)] * 2, "local", together=True)
        history.favour(ids[1], True)
        assert [job.id for job in history.find("local", Wish(favourite=True))] == [ids[1]]
        assert [job.id for job in history.find("local", Wish(alone=True))] == ids[::-1]
        assert {job.id for job in history.find("local", Wish(alone=False))} == {job.id for job in sheet}
        page = history.find("local", Wish(alone=True), limit=2)
        rest = history.find("local", Wish(alone=True), before=page[-1].sequence)
        assert [job.id for job in page + rest] == ids[::-1]


def test_a_table_of_the_first_version_keeps_its_jobs(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite"
    with sqlite3.connect(file) as old:
        old.executescript(FIRST + "PRAGMA user_version = 1;")
        old.execute(
            "INSERT INTO jobs (id, client, facts, steps, cost, created) VALUES (?, ?, ?, 1, 1, 0)",
            ("0" * 16, "local", '{"title": "Boats", "description": "At sea"}'),
        )
    old.close()
    jobs = Jobs(file)
    [job] = History(jobs).find("local", Wish("boats sea"))
    assert (job.id, job.favourite, job.binned) == ("0" * 16, False, None)
    jobs.close()


class TestOverHttp:
    def test_searched_by_words_asked_and_works_found(self, asleep: Running) -> None:
        first = asleep.asks(title="Émile's boats", content="w1", style="w2")
        second = asleep.asks(content="w3", style="w4")

        def ids(**wish: Any) -> list[str]:
            found = asleep.http.get("/v1/paintings", params=wish)
            return [each["id"] for each in found.json()["paintings"]]

        assert ids(q="emile") == [first["id"]]
        assert ids(q="yellow FLOWERS") == [second["id"]]
        assert ids(q="painter") == [second["id"], first["id"]]
        assert ids(q="nothing") == []
        problem(asleep.http.get("/v1/paintings", params={"q": "x" * 201}), 422, "invalid")

    def test_marked(self, asleep: Running) -> None:
        asked = asleep.asks(**WORDS)
        assert asleep.http.patch(asked["url"], json={"favourite": True}).json()["favourite"]
        found = asleep.http.get("/v1/paintings", params={"favourite": True}).json()["paintings"]
        assert [each["id"] for each in found] == [asked["id"]]
        assert not asleep.http.patch(asked["url"], json={"favourite": False}).json()["favourite"]
        problem(asleep.http.patch(asked["url"], json={"stars": 5}), 422, "invalid")
        problem(
            asleep.http.patch("/v1/paintings/0000000000000000", json={"favourite": True}), 404, "not-found"
        )

    def test_deleted_brought_back_and_swept(self, asleep: Running) -> None:
        asked, http = asleep.asks(**WORDS), asleep.http
        problem(http.patch(asked["url"], json={"deleted": True}), 409, "not-finished")
        http.delete(asked["url"])
        binned = http.patch(asked["url"], json={"deleted": True}).json()["deleted"]
        assert binned
        assert http.get("/v1/paintings").json()["paintings"] == []
        [found] = http.get("/v1/paintings", params={"deleted": True}).json()["paintings"]
        assert found["deleted"] == binned
        assert http.patch(asked["url"], json={"deleted": True}).json()["deleted"] == binned
        assert http.patch(asked["url"], json={"deleted": False}).json()["deleted"] is None
        assert len(http.get("/v1/paintings").json()["paintings"]) == 1
        asleep.studio.prune()
        assert http.get(asked["url"]).status_code == 200

        http.patch(asked["url"], json={"deleted": True})
        now = asleep.studio.jobs.now()
        asleep.studio.jobs.now = lambda: now + 0.9 * DAY
        asleep.studio.prune()
        assert http.get(asked["url"]).status_code == 200
        asleep.studio.jobs.now = lambda: now + 1.1 * DAY
        asleep.studio.prune()
        assert http.get(asked["url"]).status_code == 404

    def test_nobody_marks_or_finds_another_s(self, indexes: Path, tmp_path: Path) -> None:
        with Running(data=tmp_path, indexes=indexes, workers=0, keys=KEYS) as started:
            mine, theirs = (
                httpx.Client(base_url=started.http.base_url, headers={"X-API-Key": key}) for key in KEYS
            )
            for _ in range(100):
                asked = mine.post("/v1/paintings", json={**WORDS, "recipe": QUICK})
                if asked.status_code != 503:
                    break
                started.studio.leaving.wait(0.1)
            url = asked.json()["url"]
            problem(theirs.patch(url, json={"favourite": True}), 404, "not-found")
            problem(theirs.post(f"{url}/promotion", json={}), 404, "not-found")
            assert theirs.get("/v1/paintings", params={"q": "boats"}).json()["paintings"] == []
            assert len(mine.get("/v1/paintings", params={"q": "boats"}).json()["paintings"]) == 1
            mine.close()
            theirs.close()
