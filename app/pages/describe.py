"""Describing: a picture is dropped, words come back, and can be painted from."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.pages.site import page

router = APIRouter(include_in_schema=False)


@router.get("/describe")
def describe(request: Request) -> Response:
    return page(request, "describe.html")
