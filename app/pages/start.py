"""The first room: words, choices and settings, on one page that grows."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.pages.site import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(request: Request) -> Response:
    return page(request, "start.html")
