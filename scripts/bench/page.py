"""The page as a browser meets it: its first paint, what is sent for it, and how soon suggestions are on the screen."""

from statistics import median
from typing import TYPE_CHECKING, Any

from scripts.browser import browser
from scripts.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TURNS = 7
WORDS = (
    "A boat on a lake",
    "Mountain View",
    "Lovers in a garden",
    "A harbour at dawn",
    "Still life with fish",
)

PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
SENT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((each) => !each.name.includes('/image'))
    .reduce((sum, each) => sum + each.transferSize, 0)"""
# From the click to the frame after the one in which five frames with their labels stand on the page.
FOUND = """() => new Promise((done) => {
    const choose = document.querySelector('#find');
    const clicked = performance.now();
    const seen = new MutationObserver(() => {
        if (document.querySelectorAll('#choose .choice').length < 5) return;
        seen.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - clicked)));
    });
    seen.observe(document.body, { subtree: true, childList: true });
    choose.click();
})"""


def figures(quick: bool) -> dict[str, Any]:
    """Medians over visits by browsers that have been nowhere yet."""
    with served() as url, browser() as started:
        _visit(started, url, WORDS[0])  # the server's own first time
        turns = 1 if quick else TURNS
        visits = [_visit(started, url, WORDS[turn % len(WORDS)]) for turn in range(turns)]
    return {name: round(median(visit[name] for visit in visits), 1) for name in visits[0]}


def _visit(started: "Browser", url: str, words: str) -> dict[str, float]:
    context = started.new_context(viewport={"width": 1440, "height": 900}, base_url=url)
    page = context.new_page()
    page.goto("/", wait_until="networkidle")
    found = {
        "first paint, ms": page.evaluate(PAINTED),
        "sent without pictures, kB": page.evaluate(SENT) / 1000,
    }
    found["suggestions on screen, ms"] = _suggested(page, words)
    context.close()
    return found


def _suggested(page: "Page", words: str) -> float:
    page.fill("#title", words)
    taken: float = page.evaluate(FOUND)
    return taken
