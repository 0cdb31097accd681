"""The page of curating: what it says before, while and after a collection is looked through."""

import pytest

from tests.app.running import PATIENCE, Running

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def surveyed(running: Running) -> Running:
    assert running.studio.surveys.of("content").ended.wait(PATIENCE)
    return running


def test_the_page_shows_a_map_groups_and_flagged_works(surveyed: Running) -> None:
    coming = surveyed.studio.surveys.of("content")
    assert coming.trouble == ""
    html = surveyed.http.get("/curate", headers=HTML).text
    assert "data-coming" not in html
    assert '<work-map src="/curate/content/map"' in html
    assert "<h3>Tiny</h3>" in html  # as the tests' pictures are
    assert "style=" not in html


def test_the_map_and_its_thumbnails_are_there(surveyed: Running) -> None:
    told = surveyed.http.get("/curate/content/map").json()
    assert len(told["works"]) == len(surveyed.studio.library.index("content").works)
    first = told["works"][0]
    assert surveyed.http.get(first["page"], headers=HTML).status_code == 200
    atlas = surveyed.http.get(told["atlas"])
    assert atlas.headers["content-type"] == "image/webp"
    for name in ("work-map.js", "work-map.css"):
        assert surveyed.http.get(f"/curate/{name}").status_code == 200


def test_a_collection_is_looked_through_once(surveyed: Running) -> None:
    assert surveyed.studio.surveys.of("content") is surveyed.studio.surveys.of("content")


def test_a_collection_that_is_not_there(running: Running) -> None:
    assert running.http.get("/curate?collection=attic", headers=HTML).status_code == 404
    assert running.http.get("/curate/attic/map").status_code == 404
