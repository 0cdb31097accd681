"""The entrance: where a studio behind keys lets a browser in, which keeps the key in a cookie that no script reads."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.guard import COOKIE, ENTRANCE
from app.pages.site import KEPT, inside, page

router = APIRouter(include_in_schema=False)


@router.get(ENTRANCE)
def entrance(request: Request, back: str = "/") -> Response:
    return page(request, "entrance.html", back=inside(back), wrong="wrong" in request.query_params)


@router.post(ENTRANCE)
def enter(
    request: Request, key: Annotated[str, Form(max_length=500)], back: Annotated[str, Form()] = "/"
) -> Response:
    """Whether the key fits is for the guard to say, of the next request."""
    answer = RedirectResponse(inside(back), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, key.strip(), max_age=KEPT, samesite="strict", httponly=True, secure=secure)
    return answer
