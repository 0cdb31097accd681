"""A painting's page while it waits, while it is painted and afterwards, whatever becomes of the server."""

import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.app.serving import Served
from tests.web.browser import LOST, Watch, faults
from tests.web.conftest import SKETCH

pytestmark = pytest.mark.slow

Opened = Callable[..., tuple[Page, Watch]]
LONG = {**SKETCH, "steps": 5000, "growth": 1}


def asks(studio: Served, **recipe: Any) -> dict[str, Any]:
    answer = studio.http.post("/v1/paintings", json={"title": "A harbour", "recipe": {**SKETCH, **recipe}})
    assert answer.status_code == 202, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.fixture
def running(studio: Served) -> Iterator[dict[str, Any]]:
    painting = asks(studio, **LONG)
    studio.until(painting, "iterate")
    yield painting
    studio.http.delete(painting["url"])


def step(page: Page) -> int:
    return int(page.locator("#progress").evaluate("bar => bar.value"))


def test_it_comes_into_being(page: Page, running: dict[str, Any]) -> None:
    page.goto(f"/paintings/{running['id']}")
    expect(page.locator("#status")).to_have_text("Being painted")
    expect(page.locator("#told")).to_contain_text("left")
    expect(page.locator("loss-curve polyline")).to_have_count(3)
    expect(page.locator(".easel-picture")).to_have_attribute("src", re.compile(r"/preview\?step="))
    seen = step(page)
    page.reload()
    page.wait_for_function("seen => document.querySelector('#progress').value > seen", arg=seen)
    assert not faults(page)


def test_stopped_it_keeps_the_picture_so_far(page: Page, running: dict[str, Any]) -> None:
    page.goto(f"/paintings/{running['id']}")
    expect(page.locator("loss-curve polyline").first).to_be_visible()
    page.click("#cancel")
    expect(page.locator(".painting-cancelled")).to_be_visible()
    expect(page.locator(".notice")).to_contain_text("What you see is step")
    expect(page.locator(".easel-picture")).to_have_attribute("src", re.compile("/preview"))
    assert not faults(page)


def test_it_waits_its_turn(page: Page, studio: Served, running: dict[str, Any]) -> None:
    waiting = asks(studio, alpha=3)
    page.goto(f"/paintings/{waiting['id']}")
    expect(page.locator("#status")).to_have_text("Waiting its turn")
    expect(page.locator("#position")).to_contain_text("One painting comes first")
    assert not faults(page)
    page.click("#cancel")
    expect(page.locator(".notice")).to_contain_text("before there was anything to see")


def test_looked_at(page: Page, studio: Served) -> None:
    painting = asks(studio, start="noise")
    studio.until(painting, "finished")
    page.goto(f"/paintings/{painting['id']}")
    page.get_by_role("radio", name="Subject").check()
    slider = page.locator(".compare-slider")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".compare")).to_have_attribute("style", re.compile("--cut: 51%"))
    page.click("text=Real pixels")
    expect(page.locator(".zoom img")).to_have_attribute("width", "64")
    page.keyboard.press("Escape")
    page.click("text=How it came about")
    expect(page.locator("loss-curve polyline")).to_have_count(3)
    assert not faults(page)
    page.click("text=Another seed")
    page.wait_for_url(lambda url: url != f"{studio.url}/paintings/{painting['id']}")
    expect(page.locator("h1")).to_have_text("A harbour")


def test_a_server_that_was_killed_in_mid_painting(opened: Opened, serve: Callable[..., Served]) -> None:
    first = serve(lease=1, checkpoint=0, preview=0.1)
    painting = asks(first, **{**LONG, "steps": 40})
    first.until(painting, "iterate", 3)
    page, watch = opened(first.url)
    watch.expects(*LOST)
    page.goto(f"/paintings/{painting['id']}")
    expect(page.locator("loss-curve polyline").first).to_be_visible()
    port = first.url.rpartition(":")[2]
    first.ends(signal.SIGKILL)
    expect(page.locator("server-state")).to_contain_text("The studio does not answer")
    serve(lease=1, checkpoint=0, preview=0.1, port=port)
    expect(page.locator("server-state .notice")).to_have_count(0)
    expect(page.locator("picture-compare")).to_be_visible()


def test_a_full_queue(opened: Opened, serve: Callable[..., Served]) -> None:
    full = serve(workers=0, queue=1)
    asks(full)
    page, watch = opened(full.url)
    watch.expects("429")
    page.goto("/?title=A+harbour")
    for row in ("content", "style"):
        page.locator(f"input[name={row}]").first.click()
    page.click("#commission")
    expect(page.locator("#paint-fault")).to_contain_text("The studio is full")
    assert not faults(page)
    full.http.delete(full.http.get("/v1/paintings").json()["paintings"][0]["url"])
    page.click("#commission")
    expect(page.locator("#status")).to_have_text("Waiting its turn")


def test_a_painting_that_failed(page: Page, studio: Served) -> None:
    """Its content was one's own, and is gone."""
    blocker = asks(studio, **LONG)
    body = studio.http.get(studio.http.get("/v1/works/content?limit=1").json()["works"][0]["image"]).content
    picture = studio.http.post("/v1/pictures", content=body).json()["id"]
    asked = {"content": picture, "title": "A loss", "recipe": SKETCH}
    painting = studio.http.post("/v1/paintings", json=asked).json()
    studio.http.delete(f"/v1/pictures/{picture}")
    studio.http.delete(blocker["url"])
    studio.until(painting, "failed")
    page.goto(f"/paintings/{painting['id']}")
    expect(page.locator(".notice")).to_contain_text("is gone")


def test_there_is_no_such_painting(opened: Opened, studio: Served) -> None:
    page, watch = opened(studio.url)
    watch.expects("404")
    page.goto("/paintings/0000000000000000")
    expect(page.locator("h1")).to_have_text("There is nothing here.")
    assert not faults(page)
