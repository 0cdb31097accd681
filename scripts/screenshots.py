"""`python -m scripts.screenshots`: the studio's main states for the README; with --all every state, width and theme."""

import hashlib
import json
import time
from collections.abc import Sequence
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import typer
from PIL import Image

from scripts.browser import browser
from scripts.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIGURES = Path(__file__).parent.parent / "docs" / "figures"
WINDOWS = {360: 740, 800: 1000, 1440: 900}
THEMES = {"day": "light", "night": "dark"}
WORDS = {
    "title": "A boat trip on a sunny day",
    "description": "From a boat accompanied by people you can see the city illuminated by a radiant sun.",
}
SKETCH = {"name": "sketch"}
LONG = {"size": 768, "steps": 60}  # still painted while it is looked at
LOADED = "() => [...document.images].every((each) => each.complete || each.loading === 'lazy')"
HALF_DONE = (
    "() => document.querySelector('#progress')?.value > document.querySelector('#progress')?.max * 0.55"
)
CALM = 900  # milliseconds until what moves stands still


class Shot(NamedTuple):
    state: str
    width: int
    theme: str
    whole: bool = False  # the page from head to foot, and not only what a window shows of it


README = (
    Shot("words", 1440, "day"),
    Shot("choose", 1440, "day"),
    Shot("paint", 1440, "night"),
    Shot("coming", 1440, "day"),
    Shot("finished", 1440, "night"),
    Shot("sheet", 1440, "day"),
    Shot("collection", 1440, "night"),
)
PHONE = (
    Shot("words", 360, "day"),
    Shot("choose", 360, "night"),
    Shot("coming", 360, "day"),
    Shot("finished", 360, "night"),
)


def screenshots(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where they are put.")] = FIGURES,
    studio: Annotated[
        str | None,
        typer.Option(metavar="URL", help="One that runs already; what hangs there is not painted again."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every state, width and theme, from head to foot, as PNG.")
    ] = False,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with nullcontext(studio) if studio else served() as url, browser() as started:
        states = _states(url)
        if everything:
            for shot in (
                Shot(state, width, theme, True) for state in states for width in WINDOWS for theme in THEMES
            ):
                _taken(started, url, states, shot).save(out / f"{shot.state}-{shot.width}-{shot.theme}.png")
            return
        # What is being painted comes first, or it would be finished.
        shots = sorted((*README, *PHONE), key=lambda shot: shot.state != "coming")
        taken = {shot: _taken(started, url, states, shot) for shot in shots}
        for shot in README:
            _save(taken[shot].resize((1080, 675)), out / f"studio-{shot.state}.webp")
        _save(_beside([taken[shot] for shot in PHONE]), out / "studio-phone.webp")


def _states(url: str) -> dict[str, str]:
    """The address of each, in a studio where a painting of every fate hangs."""
    found = _ask(url, "POST", "/v1/suggestions", WORDS)["suggestions"]
    content, style = found[0]["work"]["id"], found[0]["styles"][1]["work"]["id"]
    chosen = "/?" + urlencode({**WORDS, "content": content, "style": style})
    finished = _painting(url, content=content, style=style)
    sheet = _ask(url, "POST", "/v1/variations", {**WORDS, "recipe": SKETCH})
    for each in (finished, sheet):
        _until_ended(url, each["events"])
    coming = _painting(url, content=content, style=style, recipe={**LONG, "seed": int(time.time())})
    queued, cancelled = (_painting(url, content_rank=rank) for rank in (2, 3))
    _ask(url, "DELETE", cancelled["url"])
    return {
        "coming": f"/paintings/{coming['id']}",
        "words": "/",
        "choose": f"/?{urlencode(WORDS)}#choose",
        "manner": f"{chosen}#manner",
        "paint": f"{chosen}#paint",
        "nothing": "/?title=qwertz",
        "work": f"/works/content/{content}",
        "queued": f"/paintings/{queued['id']}",
        "cancelled": f"/paintings/{cancelled['id']}",
        "finished": f"/paintings/{finished['id']}",
        "sheet": f"/sheets/{sheet['id']}",
        "collection": "/collection",
        "nowhere": "/nowhere",
    }


def _painting(url: str, **asked: Any) -> dict[str, Any]:
    told: dict[str, Any] = _ask(url, "POST", "/v1/paintings", {**WORDS, **asked})
    return told


def _ask(url: str, method: str, path: str, body: Any = None) -> Any:
    told = json.dumps(body)
    key = hashlib.sha256(f"{path} {told}".encode()).hexdigest()
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    with urlopen(Request(url + path, told.encode(), headers, method=method)) as answer:
        return json.load(answer)


def _until_ended(url: str, events: str) -> None:
    """Streams end with what they tell of."""
    with urlopen(url + events) as stream:
        stream.read()


def _taken(started: "Browser", url: str, states: dict[str, str], shot: Shot) -> Image.Image:
    window: Any = {"width": shot.width, "height": WINDOWS[shot.width]}
    context = started.new_context(
        viewport=window, color_scheme="light" if shot.theme == "day" else "dark", locale="en-GB", base_url=url
    )
    page = context.new_page()
    page.goto(states[shot.state])
    page.wait_for_function(LOADED)
    if shot.state == "coming":
        page.wait_for_function(HALF_DONE, timeout=600_000)
    page.wait_for_timeout(CALM)
    taken = Image.open(BytesIO(page.screenshot(full_page=shot.whole))).convert("RGB")
    context.close()
    return taken


def _beside(shots: Sequence[Image.Image], gap: int = 24) -> Image.Image:
    width = sum(shot.width for shot in shots) + gap * (len(shots) - 1)
    wall = Image.new("RGB", (width, shots[0].height), "#ffffff")
    for place, shot in enumerate(shots):
        wall.paste(shot, (place * (shot.width + gap), 0))
    return wall


def _save(picture: Image.Image, file: Path) -> None:
    picture.save(file, quality=80, method=6)


if __name__ == "__main__":
    typer.run(screenshots)
