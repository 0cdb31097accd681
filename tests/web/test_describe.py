"""Describing in a browser: a picture is dropped, its label is written, and can be painted from."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from retrieval.search import EMBEDDED
from tests.app import made
from tests.app.serving import Served
from tests.web.browser import drops, faults, too_wide

pytestmark = pytest.mark.slow

RIDER = EMBEDDED / "gallery" / "contents" / "images" / "people-rider.webp"
SEEN = re.compile("rider|horseman", re.IGNORECASE)  # whichever of its texts the captioner prefers


@pytest.fixture
def page(opened: Callable[..., Any], studio: Served) -> Page:
    page: Page = opened(studio.url)[0]
    page.goto("/describe")
    return page


def test_words_for_a_picture_and_a_painting_from_them(page: Page) -> None:
    page.set_input_files("input[type=file]", RIDER)
    expect(page.locator(".telling-description")).to_contain_text(SEEN)
    expect(page.locator(".telling-by")).to_contain_text("captioner")
    expect(page.locator(".telling-doubt")).to_be_hidden()
    expect(page.locator(".telling-seen")).to_have_attribute("alt", SEEN)
    assert faults(page) == []
    said = page.locator(".telling-description").inner_text()
    page.get_by_role("link", name="Paint from these words").click()
    expect(page.locator("textarea[name=description]")).to_have_value(said)
    expect(page.locator("input[name=content]")).to_have_count(5)


def test_a_dropped_picture_unlike_any_is_said_to_be_a_guess(page: Page, tmp_path: Path) -> None:
    drops(page, ".telling-frame", made.picture(tmp_path / "blotches.png", 3))
    expect(page.locator(".telling-doubt")).to_contain_text("unlike anything")


def test_what_is_no_picture_is_said_in_words(
    opened: Callable[..., Any], studio: Served, tmp_path: Path
) -> None:
    page, watch = opened(studio.url)
    watch.expects("422")
    page.goto("/describe")
    (tmp_path / "no.png").write_bytes(b"no picture")
    page.set_input_files("input[type=file]", tmp_path / "no.png")
    expect(page.locator(".telling-fault .notice")).to_be_visible()
    expect(page.locator(".telling-told")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_it_fits(opened: Callable[..., Any], studio: Served, width: int) -> None:
    page, _ = opened(studio.url, viewport={"width": width, "height": 800}, locale="es-ES")
    page.goto("/describe")
    page.set_input_files("input[type=file]", RIDER)
    expect(page.locator(".telling-told")).to_be_visible()
    assert too_wide(page) <= 0
    assert faults(page) == []
