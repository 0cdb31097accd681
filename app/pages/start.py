"""The first room: words, choices and settings, on one page that grows."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.api.common import Client, Here
from app.pages.asked import ROW, Asked
from app.pages.finding import Finding
from app.pages.options import options
from app.pages.site import page, strings
from app.schemas import MOST
from style_transfer import RECIPES

EXAMPLES = ("boat", "mountain", "lovers", "harvest", "fish")  # the first three are the thesis's
SIZES = (256, 512, 768, 1024)  # offered at once; any other is typed

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(request: Request, studio: Here, client: Client) -> Response:
    asked, finding = Asked.of(request.query_params), Finding(studio, client)
    contents = finding.contents(asked)
    styles = finding.styles(asked, contents.chosen)
    largest = studio.settings.largest
    return page(
        request,
        "start.html",
        asked=asked,
        contents=contents,
        styles=styles,
        own=finding.own(asked),
        ready=studio.library.ready,
        examples=EXAMPLES,
        recipes=tuple(RECIPES),
        options=options(asked.recipe, asked.settings, strings(request), largest),
        sizes=[size for size in SIZES if size <= largest],
        row=ROW,
        most=MOST,
    )
