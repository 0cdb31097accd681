"""Variations: one text, its contents times its styles, as one batch with a progress of its own."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app import views
from app.api import stream
from app.api.common import Batch, Client, Cursor, Here, IdempotencyKey, cursor, key_of, place
from app.api.paintings import ASKED
from app.archive import archive
from app.commission import Commissions
from app.job import ENDED, Key, Wanted
from app.problems import Problem, responses
from app.sheets import BatchesOut, BatchOut, SheetMarksIn, StrengthsIn, VariationsIn
from app.studio import Studio

router = APIRouter(prefix="/v1/variations", tags=["variations"])


@router.post("", response_model=BatchOut, status_code=202, responses=ASKED)
def ask(
    asked: VariationsIn, studio: Here, client: Client, response: Response, key: IdempotencyKey = None
) -> BatchOut:
    """Ask for a painting of every content with every style: all of them are taken, or none."""
    known_as = key_of(key, "variations", asked)
    return _sheet(studio, client, response, known_as, lambda of: of.variations(asked))


@router.post("/strengths", response_model=BatchOut, status_code=202, responses=ASKED)
def ask_strengths(
    asked: StrengthsIn, studio: Here, client: Client, response: Response, key: IdempotencyKey = None
) -> BatchOut:
    """Ask for one content in one style, at every strength of the one against every strength of the other."""
    known_as = key_of(key, "strengths", asked)
    return _sheet(studio, client, response, known_as, lambda of: of.strengths(asked))


@router.get("", response_model=BatchesOut, responses=responses("bad-query", "unavailable"))
def sheets(
    studio: Here,
    client: Client,
    q: Annotated[str, Query(max_length=200, description="Words, as in a search of paintings.")] = "",
    limit: Annotated[int, Query(ge=1, le=50, description="So many on a page.")] = 10,
    after: Cursor = None,
) -> BatchesOut:
    """One's sheets, the youngest first."""
    found = studio.history.sheets(client, q, place(after), limit)
    more = cursor(found[-1][-1].sequence) if len(found) == limit else None
    return BatchesOut(variations=[views.batch(studio, jobs) for jobs in found], next=more)


@router.get("/{id}", response_model=BatchOut, responses=responses("not-found"))
def variations(jobs: Batch, studio: Here) -> BatchOut:
    """How they stand."""
    return views.batch(studio, jobs)


@router.get("/{id}/events", response_class=EventSourceResponse, responses=responses("not-found"))
async def events(jobs: Batch, studio: Here, client: Client) -> AsyncIterator[ServerSentEvent]:
    """`running` with the progress whenever it changes, then `ended`."""
    async for event in stream.of_batch(studio, str(jobs[0].batch), client):
        yield event


@router.get(
    "/{id}/archive",
    response_class=FileResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "The pictures and a manifest."},
        **responses("not-found", "not-finished", "bad-range"),
    },
)
def zipped(jobs: Batch, studio: Here) -> FileResponse:
    """A ZIP of those that are finished."""
    finished = [job for job in jobs if job.status == "finished"]
    return archive(studio, finished, len(finished))


@router.patch("/{id}", response_model=BatchOut, responses=responses("not-found", "not-finished"))
def mark(jobs: Batch, asked: SheetMarksIn, studio: Here, client: Client) -> BatchOut:
    """Throw a sheet away when all of it has ended, bring it back."""
    if asked.deleted and any(job.status not in ENDED for job in jobs):
        raise Problem("not-finished", "some of it is still being painted; cancel it first")
    for job in jobs:
        studio.history.bin(job.id) if asked.deleted else studio.history.restore(job.id)
    return views.batch(studio, studio.jobs.listed(client=client, batch=jobs[0].batch, limit=1000)[::-1])


@router.delete("/{id}", response_model=BatchOut, responses=responses("not-found"))
def cancel(jobs: Batch, studio: Here) -> BatchOut:
    """Cancel those that have not ended."""
    return views.batch(studio, [job if job.status in ENDED else studio.cancel(job.id) or job for job in jobs])


def _sheet(
    studio: Studio,
    client: str,
    response: Response,
    key: Key | None,
    wanted: Callable[[Commissions], list[Wanted]],
) -> BatchOut:
    jobs = studio.jobs.known(client, key) if key else []
    if not jobs:
        found = wanted(Commissions(studio, client))
        jobs = studio.jobs.add(found, client, studio.room, key, together=True)
    seen = views.batch(studio, jobs)
    response.headers["Location"] = seen.url
    return seen
