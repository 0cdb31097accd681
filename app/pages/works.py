"""A work's own page: the picture large, and everything that is known of it."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.api.common import Here
from app.pages import hung
from app.pages.site import page

FACTS = ("date", "technique", "style", "school", "timeframe", "source", "credit", "licence")

router = APIRouter(include_in_schema=False)


@router.get("/works/{collection}/{id}")
def work(collection: str, id: str, request: Request, studio: Here) -> Response:
    found = hung.work(studio, collection, studio.library.work(collection, id))
    return page(request, "work.html", hung=found, collection=collection, facts=FACTS)
