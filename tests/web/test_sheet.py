"""The sheet: painted while one looks, by mouse and by keyboard, and any of it painted in full."""

import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.app.serving import Served
from tests.web.browser import LOST, Watch, faults, too_wide
from tests.web.conftest import SKETCH

pytestmark = pytest.mark.slow

Opened = Callable[..., tuple[Page, Watch]]
LONG = {**SKETCH, "steps": 3000, "growth": 1}


@pytest.fixture
def sheet(studio: Served) -> Iterator[dict[str, Any]]:
    """Two by two, painted for as long as a test may want to look."""
    asked = {"title": "A harbour", "contents": [1, 2], "styles": [1, 2], "recipe": LONG}
    yield from _asked(studio, "/v1/variations", asked)


@pytest.fixture(scope="module")
def strengths(studio: Served) -> Iterator[dict[str, Any]]:
    asked = {"title": "A harbour", "alphas": [1, 4], "betas": [5, 80], "recipe": SKETCH}
    yield from _asked(studio, "/v1/variations/strengths", asked)


def _asked(studio: Served, url: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    answer = studio.http.post(url, json=asked)
    assert answer.status_code == 202, answer.text
    yield answer.json()
    studio.http.delete(answer.json()["url"])


def cells(page: Page) -> Any:
    return page.get_by_role("cell").get_by_role("link")


def test_from_words_to_twenty_five_sketches(page: Page, studio: Served) -> None:
    page.goto("/?title=A+boat+trip+on+a+sunny+day")
    page.get_by_role("button", name="All 25 as sketches").click()
    page.wait_for_url("**/sheets/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("A boat trip on a sunny day")
    expect(page.get_by_role("row")).to_have_count(5)
    expect(cells(page)).to_have_count(25)
    expect(page.locator(".cell img:not(.easel-ground)").first).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("progressbar")).to_be_hidden()


def test_it_comes_into_being_and_comes_back(page: Page, sheet: dict[str, Any]) -> None:
    page.goto(f"/sheets/{sheet['id']}")
    first = page.locator(".cell").first
    expect(first.get_by_role("img")).to_have_attribute("src", re.compile(r"/preview\?step="))
    expect(first).to_contain_text("%")
    seen = page.locator("progress").evaluate("bar => bar.value")
    page.reload()
    page.wait_for_function("seen => document.querySelector('progress').value > seen", arg=seen)
    assert not faults(page)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("0 of 4 painted")).to_be_visible()
    expect(page.locator("[data-status=cancelled]")).to_have_count(4)
    assert not faults(page)


def test_it_is_spoken_of_a_few_times_only(page: Page, studio: Served) -> None:
    before = studio.http.post("/v1/paintings", json={"title": "A harbour", "recipe": LONG}).json()
    asked = {"title": "A harbour", "contents": [1, 2], "recipe": SKETCH}
    sheet = studio.http.post("/v1/variations", json=asked).json()
    page.goto(f"/sheets/{sheet['id']}")
    page.evaluate(
        """() => {
            window.spoken = [];
            const place = document.querySelector('[role=status]#sheet-says');
            new MutationObserver(() => window.spoken.push(place.textContent)).observe(place, { childList: true });
        }"""
    )
    studio.http.delete(before["url"])
    expect(page.locator("#sheet-told")).to_have_text("10 of 10 painted")
    expect(page.locator("#sheet-says")).to_have_text("The sheet has ended with 10 paintings.")
    spoken = page.evaluate("window.spoken")
    assert 1 <= len(spoken) <= 6, spoken
    with page.expect_download() as download:
        page.get_by_role("link", name="ZIP").click()
    assert download.value.suggested_filename == "pentimento.zip"


def test_arrows_go_from_print_to_print(page: Page, studio: Served, strengths: dict[str, Any]) -> None:
    page.goto(f"/sheets/{strengths['id']}")
    expect(page.get_by_text("4 of 4 painted")).to_be_visible()
    expect(page.get_by_role("columnheader").nth(2)).to_have_text("80")
    links = cells(page)
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    view = page.get_by_role("dialog")
    expect(view.get_by_text("Subject 4, manner 5")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(view.get_by_text("Subject 4, manner 80")).to_be_visible()
    assert not faults(page)
    page.keyboard.press("Escape")
    expect(links.nth(3)).to_be_focused()


def test_one_of_it_is_painted_in_full(page: Page, studio: Served, strengths: dict[str, Any]) -> None:
    page.goto(f"/sheets/{strengths['id']}")
    cells(page).nth(1).click()
    page.get_by_role("dialog").get_by_role("button", name="Paint it in full").click()
    page.wait_for_url("**/paintings/*")
    full = studio.http.get(f"/v1{page.url.removeprefix(studio.url)}").json()
    assert (full["recipe"]["name"], full["recipe"]["size"], full["recipe"]["beta"]) == ("studio", 512, 80)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("This painting was stopped.")).to_be_visible()


def test_the_strengths_of_what_was_chosen(page: Page) -> None:
    page.goto("/?title=A+harbour")
    for row in ("content", "style"):
        page.locator(f"input[name={row}]").nth(1).click()
    subject = page.locator("#pair cite").first.text_content()
    page.get_by_role("button", name="Try the strengths").click()
    page.wait_for_url("**/sheets/*")
    expect(page.get_by_role("cell")).to_have_count(25)
    expect(page.get_by_role("cell").first.get_by_role("img")).to_have_attribute(
        "alt", re.compile(str(subject))
    )
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("progressbar")).to_be_hidden()


def test_a_full_queue(opened: Opened, serve: Callable[..., Served]) -> None:
    full = serve(workers=0, queue=3)
    page, watch = opened(full.url)
    watch.expects("429")
    page.goto("/?title=A+harbour")
    page.get_by_role("button", name="All 25 as sketches").click()
    expect(page.get_by_role("alert").get_by_text("The studio is full")).to_be_visible()


def test_a_server_that_was_killed_in_mid_painting(opened: Opened, serve: Callable[..., Served]) -> None:
    first = serve(lease=1, checkpoint=0, preview=0.1)
    asked = {"title": "A harbour", "contents": [1], "styles": [1, 2], "recipe": {**LONG, "steps": 60}}
    sheet = first.http.post("/v1/variations", json=asked).json()
    page, watch = opened(first.url)
    watch.expects(*LOST)
    page.goto(f"/sheets/{sheet['id']}")
    expect(page.locator(".cell img:not(.easel-ground)").first).to_be_visible()
    first.ends(signal.SIGKILL)
    expect(page.get_by_text("The studio does not answer")).to_be_visible()
    assert not faults(page)
    serve(lease=1, checkpoint=0, preview=0.1, port=first.url.rpartition(":")[2])
    expect(page.get_by_text("2 of 2 painted")).to_be_visible()
    expect(page.get_by_text("The studio does not answer")).to_have_count(0)


def test_there_is_no_such_sheet(opened: Opened, studio: Served) -> None:
    page, watch = opened(studio.url)
    watch.expects("404")
    page.goto("/sheets/0000000000000000")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_and_at_night(
    opened: Opened, studio: Served, strengths: dict[str, Any], scheme: str
) -> None:
    page, _ = opened(studio.url, viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="es-ES")
    page.goto(f"/sheets/{strengths['id']}")
    expect(page.get_by_text("4 de 4 pintados")).to_be_visible()
    assert too_wide(page) <= 0
    assert not faults(page)
    cells(page).first.click()
    expect(page.get_by_role("button", name="Pintarlo en grande")).to_be_visible()
    assert too_wide(page) <= 0
    assert not faults(page)
