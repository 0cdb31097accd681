"""The history: one's paintings, searched, filtered, and taken home together."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from app import views
from app.api.common import Client, Cursor, Here, Limit, cursor, place
from app.archive import archive
from app.history import Wish
from app.job import Status
from app.problems import responses
from app.schemas import TOGETHER, PaintingsOut

router = APIRouter(prefix="/v1/paintings", tags=["paintings"])


@router.get("", response_model=PaintingsOut, responses=responses("bad-query", "unavailable"))
def paintings(
    studio: Here,
    client: Client,
    q: Annotated[
        str, Query(max_length=200, description="Words of what was asked for, of the works or their artists.")
    ] = "",
    status: Annotated[Status | None, Query(description="Only those in this status.")] = None,
    batch: Annotated[str | None, Query(max_length=40, description="Only those of these variations.")] = None,
    favourite: Annotated[bool | None, Query(description="Only favourites, or only others.")] = None,
    alone: Annotated[bool | None, Query(description="Only those of no sheet, or only those of one.")] = None,
    deleted: Annotated[
        bool, Query(description="Those that were thrown away, instead of the others.")
    ] = False,
    limit: Limit = 50,
    after: Cursor = None,
) -> PaintingsOut:
    """One's paintings, the youngest first."""
    wish = Wish(q, status, batch, favourite, alone, deleted)
    found = studio.history.find(client, wish, place(after), limit)
    more = cursor(found[-1].sequence) if len(found) == limit else None
    return PaintingsOut(paintings=[views.painting(studio, job) for job in found], next=more)


@router.get(
    "/archive",
    response_class=FileResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "The pictures and a manifest."},
        **responses("not-found", "not-finished", "bad-range"),
    },
)
def zipped(
    studio: Here,
    client: Client,
    id: Annotated[list[str], Query(min_length=1, max_length=TOGETHER, description="Of finished paintings.")],
) -> FileResponse:
    """A ZIP of a selection."""
    jobs = [studio.jobs.get(each, client) for each in dict.fromkeys(id)]
    return archive(studio, [job for job in jobs if job is not None], len(set(id)))
