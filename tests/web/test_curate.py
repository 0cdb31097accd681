"""Curate: a collection that is looked through while one waits, its map by hand and by keys, and no fault for axe."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app import made
from tests.app.serving import Served
from tests.web.browser import Watch, faults, too_wide

pytestmark = pytest.mark.slow

Opened = Callable[..., tuple[Page, Watch]]


@pytest.fixture
def page(opened: Opened, serve: Callable[..., Served], tmp_path: Path) -> Page:
    """Of a small gallery, which nobody has looked through yet."""
    served = serve(indexes=made.indexes(tmp_path / "indexes"), workers=0)
    page, _ = opened(served.url, viewport={"width": 390, "height": 780})
    page.goto("/curate")
    return page


def test_the_map_comes_and_is_used_by_keys(page: Page) -> None:
    map_ = page.locator("work-map canvas").first
    expect(map_).to_be_visible()
    assert not faults(page)
    assert too_wide(page) == 0
    map_.focus()
    for key in ("+", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    card = page.locator(".map-card")
    expect(card.get_by_role("link")).to_be_visible()
    assert not faults(page)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.get_by_role("button", name="PCA").press("Enter")
    expect(page.get_by_role("button", name="PCA")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Manners").click()
    expect(page).to_have_url("/curate?collection=style")
    expect(map_).to_be_visible()
