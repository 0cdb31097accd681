"""What every page of the studio keeps to."""

from playwright.sync_api import Page


def test_it_opens(page: Page) -> None:
    page.goto("/livez")
    assert "alive" in page.content()
