"""From words to a finished picture, as people go: by mouse, by keyboard alone, with pictures of their own."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.app import made
from tests.app.serving import Served
from tests.web.browser import Watch, drops, faults
from tests.web.conftest import SKETCH

QUICK = "&".join(f"{name}={value}" for name, value in SKETCH.items() if name != "name")
Opened = Callable[..., tuple[Page, Watch]]


def finds(page: Page, title: str = "A boat on a lake at evening") -> None:
    page.goto("/")
    page.fill("#title", title)
    page.click("#find")
    expect(page.locator("#choose-title")).to_be_focused()


def chooses(page: Page) -> None:
    for row in ("content", "style"):
        page.locator(f"input[name={row}]").nth(1).click()
    expect(page.locator("#commission")).to_be_visible()


def test_words_become_a_picture(page: Page) -> None:
    finds(page)
    expect(page.locator("input[name=content]")).to_have_count(5)
    chooses(page)
    expect(page.locator("input[name=style]")).to_have_count(5)
    page.goto(f"{page.url}&recipe=sketch&{QUICK}")
    expect(page.locator("#estimate")).to_contain_text("MB")
    page.click("#commission")
    expect(page.locator("picture-compare img").first).to_be_visible()
    expect(page.locator("h1")).to_have_text("A boat on a lake at evening")
    expect(page.locator(".provenance-work")).to_have_count(2)
    expect(page.locator(".easel .machine")).to_have_text("machine-made")
    with page.expect_download() as download:
        page.click("text=PNG")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    page.click("text=Again with these settings")
    expect(page.locator("#option-steps")).to_have_value(str(SKETCH["steps"]))
    expect(page.locator("#title")).to_have_value("A boat on a lake at evening")


@pytest.mark.slow
def test_by_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.locator("#title").focus()
    page.keyboard.type("Mountains under clouds")
    page.keyboard.press("Enter")
    expect(page.locator("#choose-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("input[name=content]").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=content]").nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("input[name=style]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#recipe-studio")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#recipe-sketch")).to_be_focused()
    expect(page.locator("#option-size")).to_have_value("256")
    page.locator("#commission").focus()
    page.keyboard.press("Enter")
    expect(page.locator("painting-watch, picture-compare")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Mountains under clouds")


@pytest.mark.slow
def test_the_address_brings_everything_back(page: Page) -> None:
    finds(page)
    chooses(page)
    page.locator("#more summary").click()
    page.fill("#option-beta", "40")
    page.press("#option-beta", "Enter")
    expect(page).to_have_url(re.compile("beta=40"))
    page.reload()
    expect(page.locator("#option-beta")).to_have_value("40")
    expect(page.locator("input[name=style]").nth(1)).to_be_checked()
    expect(page.locator("#strength")).to_have_value("1")
    page.go_back()
    page.go_back()
    expect(page.locator("input[name=style]")).to_have_count(0)
    expect(page.locator("input[name=content]")).to_have_count(5)


@pytest.mark.slow
def test_the_slider_moves_the_weight_of_the_manner(page: Page) -> None:
    finds(page)
    chooses(page)
    page.locator("#strength").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#option-beta")).to_have_value("80")
    expect(page).to_have_url(re.compile("beta=80"))


@pytest.mark.slow
def test_five_more(page: Page) -> None:
    finds(page)
    page.click("#choose .more")
    expect(page.locator("input[name=content]")).to_have_count(10)


@pytest.mark.slow
def test_a_large_view(page: Page) -> None:
    finds(page)
    page.locator("a.closer").first.click()
    view = page.get_by_role("dialog")
    expect(view.get_by_text("CC0-1.0", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(view).to_have_count(0)


@pytest.mark.slow
def test_pictures_of_one_s_own(page: Page, tmp_path: Path) -> None:
    page.goto(f"/?recipe=sketch&{QUICK}")
    for role, seed in (("content", 1), ("style", 2)):
        page.set_input_files(f"[data-for={role}] input", made.picture(tmp_path / f"{role}.png", seed))
        expect(page.locator(f"[data-for={role}] .words-own")).to_be_visible()
    page.click("#commission")
    expect(page.locator("picture-compare")).to_be_visible()
    expect(page.locator(".provenance .label-artist")).to_have_text(["Your picture"] * 2)


@pytest.mark.slow
def test_a_picture_dropped_anywhere(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    drops(page, "h1", made.picture(tmp_path / "own.png", 3))
    expect(page.locator("[data-for=content] .words-own")).to_be_visible()
    expect(page.locator("input[name=style]")).to_have_count(5)


@pytest.mark.slow
def test_a_dropped_painting_brings_its_settings_and_leaves_what_is_typed(
    page: Page, studio: Served, tmp_path: Path
) -> None:
    asked = {"title": "A harbour", "recipe": {**SKETCH, "beta": 33}}
    painting = studio.http.post("/v1/paintings", json=asked).json()
    studio.until(painting, "finished")
    file = tmp_path / "made.png"
    file.write_bytes(studio.http.get(painting["image"]).content)
    page.goto("/?title=My+words")
    drops(page, "[data-for=content]", file)
    page.click("text=Its settings and works")
    expect(page.locator("#option-beta")).to_have_value("33")
    expect(page.locator("#title")).to_have_value("My words")
    expect(page.locator(f"#content-{painting['content']['id']}")).to_be_checked()
    expect(page).to_have_url(re.compile("beta=33"))


@pytest.mark.slow
def test_what_is_no_picture(opened: Opened, studio: Served, tmp_path: Path) -> None:
    page, watch = opened(studio.url)
    watch.expects("422")
    page.goto("/")
    file = tmp_path / "picture.png"
    file.write_text("no picture")
    page.set_input_files("[data-for=content] input", file)
    expect(page.locator("#drop-says")).to_contain_text("cannot be used")


@pytest.mark.slow
def test_words_that_find_nothing(page: Page) -> None:
    page.goto("/")
    page.fill("#title", "xqzzt wkrp")
    page.click("#find")
    expect(page.locator("#choose-title")).to_have_text("Nothing hangs here by these words")


@pytest.mark.slow
def test_a_setting_is_refused_at_its_field(opened: Opened, studio: Served) -> None:
    page, watch = opened(studio.url)
    watch.expects("422")
    finds(page)
    chooses(page)
    page.locator("#more summary").click()
    page.fill("#option-alpha", "-3")
    page.locator("#option-alpha").blur()
    expect(page.locator(".field:has(#option-alpha) .fault")).to_contain_text("greater than or equal to 0")
    page.fill("#option-alpha", "2")
    page.locator("#option-alpha").blur()
    expect(page.locator(".fault:visible")).to_have_count(0)


@pytest.mark.slow
def test_a_choice_that_the_server_did_not_hear(opened: Opened, studio: Served) -> None:
    page, watch = opened(studio.url)
    watch.expects("ERR_FAILED")
    finds(page)
    page.route("**/*", lambda route: route.abort())
    page.locator("input[name=content]").first.click()
    expect(page.locator("server-state")).to_contain_text("The studio does not answer")
    page.unroute("**/*")
    expect(page.locator("input[name=style]")).to_have_count(5)
    expect(page.locator("server-state .notice")).to_have_count(0)


@pytest.mark.slow
def test_in_spanish(opened: Opened, studio: Served) -> None:
    page, _ = opened(studio.url, locale="es-AR")
    page.goto("/")
    expect(page.locator("h1")).to_contain_text("Escriba la cartela")
    page.click("text=Vista de montaña")
    expect(page.locator("input[name=content]")).to_have_count(5)
    page.click("text=English")
    expect(page.locator("#choose-title")).to_have_text("These answer your words")
    expect(page.locator("#title")).to_have_value("Vista de montaña")


@pytest.mark.slow
@pytest.mark.parametrize("prefers", [{}, {"color_scheme": "dark"}], ids=["day", "night"])
def test_nothing_is_in_anyone_s_way(opened: Opened, studio: Served, prefers: dict[str, Any]) -> None:
    page, _ = opened(studio.url, **prefers)
    finds(page)
    chooses(page)
    page.locator("#more summary").click()
    assert not faults(page)
    page.locator("a.closer").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not faults(page)


@pytest.mark.slow
def test_the_theme_is_kept(page: Page) -> None:
    page.goto("/")
    page.click("theme-switch button")
    expect(page.locator("html")).to_have_attribute("data-theme", "night")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "night")


@pytest.mark.slow
def test_on_a_phone(opened: Opened, studio: Served) -> None:
    page, _ = opened(studio.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    finds(page)
    chooses(page)
    page.locator("#more summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
