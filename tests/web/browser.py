"""The system's browser, and a page that is watched: a fault in its console or a word to another host fails the test."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, expect

PATIENCE = 120_000.0  # milliseconds; a machine that paints for somebody else too is slow
# What a browser says of a server that is gone.
LOST = ("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_INCOMPLETE_CHUNKED", "ERR_EMPTY_RESPONSE")
WITHOUT_HOST = ("data", "blob", "about")

expect.set_options(timeout=PATIENCE)


@dataclass
class Watch:
    """Of one page. A browser calls every answer of 400 and more an error, so a test says which it asked for."""

    host: str
    expected: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        page.on("request", self._asked)
        return page

    def expects(self, *patterns: str) -> None:
        self.expected += patterns

    def check(self) -> None:
        found = [fault for fault in self.faults if not any(re.search(each, fault) for each in self.expected)]
        assert not found, "\n".join(found)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in WITHOUT_HOST and url.netloc != self.host:
            self.faults.append(f"another host: {request.url}")


def faults(page: Page) -> list[str]:
    """What axe-core calls serious or critical on a page as it is now, one line for each element."""
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} ({node.get('failureSummary', '')[:300]})"
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def too_wide(page: Page) -> int:
    """Pixels by which a page is wider than its window."""
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


def drops(page: Page, target: str, file: Path) -> None:
    """As a hand does it, as far as a page can tell."""
    given = page.evaluate_handle(
        """(bytes) => {
            const given = new DataTransfer();
            given.items.add(new File([new Uint8Array(bytes)], "picture.png", { type: "image/png" }));
            return given;
        }""",
        list(file.read_bytes()),
    )
    page.dispatch_event(target, "drop", {"dataTransfer": given})
