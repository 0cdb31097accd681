"""The site: what all pages share, which is a language, a theme, a way about and the templates."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.pages import static
from app.pages.strings import LANGUAGES, Strings, preferred

FOLDER = Path(__file__).parent.parent / "templates"
THEMES = ("day", "night")  # anything else follows the system
KEPT = 365 * 86400  # seconds that a browser remembers a language or a theme


@dataclass(frozen=True)
class Place:
    """An entry of the navigation: where it leads, and its string."""

    path: str
    key: str


# Each room with a page of its own adds its entry here.
PLACES = [
    Place("/", "place.paint"),
    Place("/collection", "place.collection"),
    Place("/curate", "place.curate"),
    Place("/describe", "place.describe"),
]

templates = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # an upgrade under a running server must not mix two versions of a page
)
templates.globals.update(
    static=static.url, imported=static.imported, places=PLACES, languages=LANGUAGES, themes=THEMES
)


def prepare() -> None:
    """Compile the templates now, so that nobody who comes first waits for it."""
    for name in templates.list_templates():
        templates.get_template(name)


def language(request: Request) -> str:
    chosen = request.cookies.get("language", "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def strings(request: Request) -> Strings:
    return Strings(language(request))


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page of a template; it may be kept by the browser, but asked for again each time."""
    theme = request.cookies.get("theme", "")
    html = templates.get_template(template).render(
        say=strings(request),
        theme=theme if theme in THEMES else "",
        path=request.url.path,
        query=request.url.query,
        request=request,
        upload=request.app.state.studio.settings.upload,
        **values,
    )
    headers = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Accept-Language, Cookie"}
    answer = static.packed(request, html.encode(), "text/html; charset=utf-8", headers)
    answer.status_code = status
    return answer


def inside(back: str) -> str:
    """An address of this site, whatever was sent."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
