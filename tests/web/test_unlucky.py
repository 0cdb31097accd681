"""What nobody plans for: impatient hands, many pages at once, words without end, a browser without scripts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.app.serving import Served
from tests.web.browser import PATIENCE, Watch, too_wide
from tests.web.conftest import SKETCH

pytestmark = pytest.mark.slow

Opened = Callable[..., tuple[Page, Watch]]
MANY = 8  # pages; a browser has six lines to one server
HIDDEN = "Object.defineProperty(document, 'hidden', { get: () => true })"
SETTINGS = {**SKETCH, "recipe": "sketch"}
del SETTINGS["name"]


def asks(studio: Served, **told: Any) -> dict[str, Any]:
    painting: dict[str, Any] = studio.http.post("/v1/paintings", json={"recipe": SKETCH, **told}).json()
    return painting


def chosen(studio: Served) -> str:
    """The first room's address with everything chosen."""
    found = studio.http.post("/v1/suggestions", json={"title": "A harbour"}).json()["suggestions"][0]
    works = {"content": found["work"]["id"], "style": found["styles"][0]["work"]["id"]}
    return "/?" + urlencode({"title": "A harbour", **works, **SETTINGS})


def test_pressed_again_and_again_it_paints_once(page: Page, studio: Served) -> None:
    page.goto(chosen(studio))
    asked: list[str] = []
    page.on("request", lambda request: request.method == "POST" and asked.append(request.url))
    page.evaluate("setInterval(() => document.querySelector('#commission').click())")
    expect(page.locator("h1")).to_have_text("A harbour")
    assert sum(url.endswith("/v1/paintings") for url in asked) == 1
    page.go_back()
    expect(page.locator("#commission")).to_be_enabled()


def test_hidden_pages_leave_lines_for_the_others(opened: Opened, serve: Callable[..., Served]) -> None:
    waiting = serve(workers=0)
    painting = asks(waiting, title="A boat")
    page, _ = opened(waiting.url)
    page.context.add_init_script(HIDDEN)
    for _ in range(MANY):
        page.context.new_page().goto(f"/paintings/{painting['id']}")
    expect(page.context.pages[1].locator("#position")).to_contain_text("It is the next one")
    page.goto("/collection")
    expect(page.locator(".tile")).to_have_count(1)


def test_words_without_end_stay_on_their_label(opened: Opened, studio: Served) -> None:
    painting = asks(studio, title="Lake" * 40, description="boat lake " + "x" * 3000)
    studio.until(painting, "finished")
    page, _ = opened(studio.url, viewport={"width": 360, "height": 740})
    for path in (f"/paintings/{painting['id']}", "/collection", "/?" + urlencode({"title": "Lake" * 40})):
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        assert not too_wide(page), path


def test_words_are_words_and_no_page(page: Page, studio: Served) -> None:
    title = "<img src=x onerror=alert(1)> a boat {n} {title} & ‮evening"
    painting = asks(studio, title=title, description=title)
    studio.until(painting, "finished")
    for path in (f"/paintings/{painting['id']}", "/collection?q=onerror", "/?" + urlencode({"title": title})):
        page.goto(path)
        expect(page.locator("img[src=x]")).to_have_count(0)
    expect(page.locator("#title")).to_have_value(title)
    page.goto(f"/paintings/{painting['id']}")
    expect(page.locator("h1")).to_have_text(title)


def test_without_scripts_words_become_a_picture(opened: Opened, studio: Served) -> None:
    page, _ = opened(studio.url, java_script_enabled=False)
    page.goto("/?" + urlencode({"title": "A harbour", **SETTINGS}))
    for row in ("choose", "manner"):
        page.locator(f"#{row} input").first.check()
        page.locator(f"#{row} fieldset button").first.click()
    page.click("#commission")
    expect(page.locator("h1")).to_have_text("A harbour")
    expect(page.locator("picture-compare img").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".provenance")).to_contain_text("64 px")
    expect(page.locator("another-seed")).to_be_hidden()


def test_what_could_not_be_deleted_is_not_said_to_be(opened: Opened, studio: Served) -> None:
    painting = asks(studio, title="A keeper")
    studio.until(painting, "finished")
    page, watch = opened(studio.url)
    watch.expects("ERR_FAILED")
    page.goto("/collection?q=keeper")
    page.route("**/v1/paintings/*", lambda route: route.abort())
    page.locator("[data-delete]").first.click()
    expect(page.locator("#drop-says")).to_contain_text("The studio does not answer")
    expect(page.locator("#undo")).to_be_empty()
    expect(page.locator(".tile")).to_have_count(1)


def test_in_the_reader_s_own_colours_the_choice_is_seen(opened: Opened, studio: Served) -> None:
    page, _ = opened(studio.url, forced_colors="active")
    page.goto(chosen(studio))
    ground = "each => getComputedStyle(each).backgroundColor"
    taken = page.locator(".chips :checked + span").first.evaluate(ground)
    assert taken != page.locator(".chips :not(:checked) + span").first.evaluate(ground)
