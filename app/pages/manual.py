"""The manual: every address of the API, as OpenAPI describes it; nothing of it is loaded from elsewhere."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.pages.site import page

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def manual(request: Request) -> Response:
    return page(request, "manual.html", told=request.app.openapi())
