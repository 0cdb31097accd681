"""A real server with the embedded galleries, and a real browser; without one the tests are skipped, and say so."""

import importlib.util
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.app.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.web.browser import Watch

SKETCH = {"name": "sketch", "size": 64, "coarsest": 32, "steps": 4, "precision": "fp32"}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if missing := _missing():
        terminalreporter.write_line(f"The tests of the page did not run: {missing}.")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """What cannot even be imported; with --browser it is tried, and fails."""
    return (not _is_installed() and not config.getoption("--browser")) or None


def _is_installed() -> bool:
    return all(importlib.util.find_spec(name) for name in ("playwright", "axe_playwright_python"))


def _missing() -> str:
    if not _is_installed():
        return "Playwright is not installed (`make test` does so where it finds a Chromium)"
    from scripts.browser import chromium

    return "" if chromium() else "there is no Chromium; install the system's package `chromium`"


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator["Browser"]:
    if missing := _missing():
        (pytest.fail if request.config.getoption("--browser") else pytest.skip)(missing)
    from playwright.sync_api import sync_playwright

    from scripts.browser import FLAGS, chromium

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=FLAGS, chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def studio(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The browser first: where there is none, no server need be started."""
    served = Served(tmp_path_factory.mktemp("studio") / "data", preview=0.1)
    served.until_ready()
    yield served
    served.ends(signal.SIGTERM)


@pytest.fixture
def serve(tmp_path: Path, browser: "Browser") -> Iterator[Callable[..., Served]]:
    """Servers of a test's own, over one data folder."""
    started: list[Served] = []

    def start(**settings: Any) -> Served:
        started.append(Served(tmp_path / "data", **settings))
        started[-1].until_ready()
        return started[-1]

    yield start
    for served in started:
        if served.process.poll() is None:
            served.ends(signal.SIGKILL)


@pytest.fixture
def opened(
    browser: "Browser", serve: Callable[..., Served]
) -> Iterator[Callable[..., tuple["Page", "Watch"]]]:
    """Opens a page of a server, with what a browser's user may prefer; all of them are watched to the end.

    They are closed before any server that a test has started is: its end would be a fault in their consoles.
    """
    from tests.web.browser import PATIENCE, Watch

    contexts, watches = [], []

    def open_(url: str, **prefers: Any) -> tuple["Page", "Watch"]:
        context = browser.new_context(base_url=url, **{"locale": "en-GB", **prefers})
        context.set_default_timeout(PATIENCE)
        watch = Watch(urlsplit(url).netloc)
        contexts.append(context)
        watches.append(watch)
        return watch.over(context.new_page()), watch

    yield open_
    for context in contexts:
        context.close()
    for watch in watches:
        watch.check()


@pytest.fixture
def page(opened: Callable[..., tuple["Page", "Watch"]], studio: Served) -> "Page":
    return opened(studio.url)[0]
