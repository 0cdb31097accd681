"""Switches: the language, remembered."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from app.pages.site import KEPT, inside
from app.pages.strings import LANGUAGES
from app.problems import Problem

router = APIRouter(include_in_schema=False)


@router.get("/language/{chosen}")
def language(chosen: str, back: str = "/") -> RedirectResponse:
    """Back to where one was."""
    if chosen not in LANGUAGES:
        raise Problem("not-found", f"the pages are not written in {chosen!r}")
    answer = RedirectResponse(inside(back), 303)
    answer.set_cookie("language", chosen, max_age=KEPT, samesite="lax", httponly=True)
    return answer
