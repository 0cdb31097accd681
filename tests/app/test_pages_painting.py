"""A painting's own page as the server draws it, in each of its states."""

from typing import Any

import pytest

from app.pages.strings import Strings
from tests.app import made
from tests.app.running import Running
from tests.app.test_pages import Seen

SAY = Strings("en")


def html(running: Running, painting: dict[str, Any]) -> str:
    answer = running.http.get(f"/paintings/{painting['id']}")
    assert answer.status_code == 200
    return answer.text


def test_waiting(asleep: Running) -> None:
    first, second = (asleep.asks(title="Boats", description=each) for each in "12")
    assert SAY("watch.next") in html(asleep, first)
    assert SAY("watch.position", n=1) in html(asleep, second)
    assert any(tag == "painting-watch" for tag, _ in Seen(html(asleep, first)).tags)


def test_cancelled_before_there_was_anything(asleep: Running) -> None:
    painting = asleep.asks(title="Boats")
    asleep.http.delete(painting["url"])
    assert SAY("ended.cancelled.nothing") in html(asleep, painting)


@pytest.fixture(scope="module")
def finished(running: Running) -> dict[str, Any]:
    recipe = {"name": "sketch", **made.SMALL, "steps": 3, "beta": 7}
    return running.finished(running.asks(title="Boats & <ships>", recipe=recipe))


def test_finished_it_names_both_works_and_its_maker(running: Running, finished: dict[str, Any]) -> None:
    page = html(running, finished)
    for role in ("content", "style"):
        assert finished[role]["title"] in page
        assert f"/works/{finished[role]['collection']}/{finished[role]['id']}" in page
    assert SAY("label.machine") in page
    assert "Boats &amp; &lt;ships&gt;" in page


def test_again_leads_to_the_first_room_as_it_was(running: Running, finished: dict[str, Any]) -> None:
    links = [str(each["href"]) for tag, each in Seen(html(running, finished)).tags if tag == "a"]
    [again] = [link for link in links if link.endswith("#paint")]
    assert {"recipe=sketch", "beta=7", f"content={finished['content']['id']}"} <= set(again[2:-6].split("&"))
    page = running.http.get(again).text
    assert 'name="beta" data-usual="20" value="7"' in page


def test_its_picture_has_its_shape(running: Running, finished: dict[str, Any]) -> None:
    images = [each for tag, each in Seen(html(running, finished)).tags if tag == "img"]
    assert (images[0]["width"], images[0]["height"]) == ("48", "48")


def test_the_file_of_a_work_that_is_gone(asleep: Running, tmp_path: Any) -> None:
    body = made.picture(tmp_path / "own.png", 21).read_bytes()
    own = asleep.http.post("/v1/pictures", content=body).json()["id"]
    painting = asleep.asks(content=own)
    asleep.http.delete(f"/v1/pictures/{own}")
    assert SAY("label.own.content") in html(asleep, painting)


def test_somebody_else_s(running: Running) -> None:
    assert running.http.get("/paintings/0000000000000000").status_code == 404
