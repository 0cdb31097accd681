"""The first room: words, choices and settings, on one page that grows."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ConfigDict

from app.api.common import Client, Here
from app.commission import Commissions
from app.pages.asked import ROW, Asked
from app.pages.finding import Finding
from app.pages.options import options
from app.pages.site import page, strings
from app.schemas import MOST, PaintingIn
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


class Filled(BaseModel):
    """The form as a browser sends it: whatever it holds."""

    model_config = ConfigDict(extra="allow")


@router.post("/paintings")
def commission(form: Annotated[Filled, Form()], studio: Here, client: Client) -> RedirectResponse:
    """For a browser without scripts; where there are any, they ask the API."""
    asked = Asked.of({name: value for name, value in form if isinstance(value, str)})
    recipe = {"name": asked.recipe, **asked.settings}
    works = {"content": asked.content or None, "style": asked.style or None}
    words = {"title": asked.title, "description": asked.description}
    wanted = PaintingIn.model_validate({**words, **works, "recipe": recipe})
    job = studio.jobs.add([Commissions(studio, client).painting(wanted)], client, studio.room)[0]
    return RedirectResponse(f"/paintings/{job.id}", 303)
