"""Paintings: asked for, watched, looked at, cancelled and deleted."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import FileResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app import views
from app.api import stream
from app.api.common import (
    KEEP,
    Client,
    Here,
    IdempotencyKey,
    Painting,
    Size,
    key_of,
)
from app.commission import Commissions
from app.executor import CURVE, PAINTING, PREVIEW
from app.job import ENDED, Job
from app.problems import Problem, responses
from app.schemas import CurveOut, LossesOut, MarksIn, PaintingIn, PaintingOut, TextToArtIn
from app.sheets import PromotionIn
from app.studio import Studio
from app.thumbnails import SIZES, SUFFIX

router = APIRouter(prefix="/v1", tags=["paintings"])

Format = Literal["png", "jpeg", "webp"]
PICTURES: dict[str, Any] = {
    "content": {f"image/{each}": {} for each in SUFFIX},
    "description": "The picture.",
}
ASKED = responses("bad-recipe", "bad-picture", "bad-query", "key-reused", "queue-full", "unavailable")
LastEventId = Annotated[
    str | None, Header(alias="Last-Event-ID", description="Go on after this event.", max_length=40)
]


@router.post("/paintings", response_model=PaintingOut, status_code=202, responses=ASKED)
def ask(
    asked: PaintingIn, studio: Here, client: Client, response: Response, key: IdempotencyKey = None
) -> PaintingOut:
    """Ask for a painting; it is made as soon as a worker is free."""
    job = _asked(studio, client, asked, key, "painting")
    response.headers["Location"] = f"/v1/paintings/{job.id}"
    return views.painting(studio, job)


@router.post(
    "/text-to-art",
    response_class=FileResponse,
    responses={
        200: {"content": {"image/png": {}}, "description": "The painting."},
        202: {"model": PaintingOut, "description": "It is still being made."},
        **ASKED,
        **responses("failed"),
    },
)
async def text_to_art(
    asked: TextToArtIn, studio: Here, client: Client, key: IdempotencyKey = None
) -> Response:
    """Words in, PNG out: waits for the painting, and answers with the job when that takes longer than it may."""
    most = studio.settings.wait
    seconds = most if asked.wait is None else min(asked.wait, most)
    job = await asyncio.to_thread(_asked, studio, client, asked, key, "text-to-art")
    job = await _ended(studio, job, seconds)
    return await asyncio.to_thread(_art, studio, job)


@router.get("/paintings/{id}", response_model=PaintingOut, responses=responses("not-found"))
def painting(job: Painting, studio: Here) -> PaintingOut:
    """How a painting stands."""
    return views.painting(studio, job)


@router.patch("/paintings/{id}", response_model=PaintingOut, responses=responses("not-found", "not-finished"))
def mark(job: Painting, asked: MarksIn, studio: Here) -> PaintingOut:
    """Favour a painting, throw an ended one away, bring it back."""
    history = studio.history
    if asked.favourite is not None:
        history.favour(job.id, asked.favourite)
    if asked.deleted is False:
        history.restore(job.id)
    if asked.deleted and not history.bin(job.id):
        raise Problem("not-finished", "the painting has not ended; cancel it first")
    return views.painting(studio, studio.jobs.get(job.id) or job)


@router.post(
    "/paintings/{id}/promotion",
    response_model=PaintingOut,
    status_code=202,
    responses={**ASKED, **responses("not-found")},
)
def promote(
    job: Painting,
    asked: PromotionIn,
    studio: Here,
    client: Client,
    response: Response,
    key: IdempotencyKey = None,
) -> PaintingOut:
    """Ask for a sketch, or a cell of a sheet, as a full painting: its words, works and manner, with more care."""
    known_as = key_of(key, f"promotion of {job.id}", asked)
    jobs = studio.jobs.known(client, known_as) if known_as else []
    if not jobs:
        wanted = Commissions(studio, client).promotion(job, asked)
        jobs = studio.jobs.add([wanted], client, studio.room, known_as)
    response.headers["Location"] = f"/v1/paintings/{jobs[0].id}"
    return views.painting(studio, jobs[0])


@router.delete(
    "/paintings/{id}", response_model=PaintingOut, responses=responses("not-found", "not-finished")
)
def cancel(
    job: Painting,
    studio: Here,
    forget: Annotated[bool, Query(description="Delete an ended painting and its files for good.")] = False,
) -> PaintingOut:
    """Cancel; asked twice it is the same, and the last preview is kept."""
    if not forget:
        return views.painting(studio, studio.cancel(job.id) or job)
    seen = views.painting(studio, job)
    if not studio.forget(job.id) and studio.jobs.get(job.id):
        raise Problem("not-finished", "the painting has not ended; cancel it first")
    return seen


@router.get("/paintings/{id}/events", response_class=EventSourceResponse, responses=responses("not-found"))
async def events(job: Painting, studio: Here, last: LastEventId = None) -> AsyncIterator[ServerSentEvent]:
    """queued, started, iterate, finished, failed, cancelled, as they happen; Last-Event-ID resumes."""
    async for event in stream.of_painting(studio, job.id, stream.after(last)):
        yield event


@router.get(
    "/paintings/{id}/preview",
    response_class=FileResponse,
    responses={
        200: {"content": {"image/jpeg": {}}, "description": "The picture so far."},
        **responses("not-found"),
    },
)
def preview(
    job: Painting,
    studio: Here,
    step: Annotated[
        int | None, Query(description="Makes the address a new one; the newest is shown.")
    ] = None,
) -> Response:
    """The picture so far, small; of a cancelled painting, the last that there was."""
    try:  # read at once: between its length and its bytes, a newer one may take the file's place
        body = (studio.folder(job) / PREVIEW).read_bytes()
    except FileNotFoundError as error:
        raise Problem("not-found", "there is no preview yet") from error
    return Response(body, media_type="image/jpeg", headers={"Cache-Control": "no-cache"})


@router.get(
    "/paintings/{id}/image",
    response_class=FileResponse,
    responses={200: PICTURES, **responses("not-found", "not-finished", "bad-range")},
)
def image(
    job: Painting,
    studio: Here,
    format: Annotated[Format, Query(description="png, jpeg or webp")] = "png",
    size: Size = None,
) -> FileResponse:
    """The painting, with its recipe and its works inside."""
    file = _finished(studio, job)
    if format != "png" or size is not None:
        with studio.metrics.timed("convert"):
            file = studio.thumbnails.of(file, job.id, size or SIZES[-1], format, note=True)
    name = f"pentimento-{job.id}{SUFFIX[format]}"
    headers = {"Cache-Control": KEEP, "Content-Disposition": f'inline; filename="{name}"'}
    return FileResponse(file, media_type=f"image/{format}", headers=headers)


@router.get("/paintings/{id}/curve", response_model=CurveOut, responses=responses("not-found"))
def curve(job: Painting, studio: Here) -> CurveOut:
    """The losses of every step; while it is painted, of the steps that were told of."""
    file = studio.folder(job) / CURVE
    names = tuple(LossesOut.model_fields)
    if job.status == "finished" and file.is_file():
        rows = [dict(zip(names, row, strict=True)) for row in json.loads(file.read_text())]
    else:
        rows = [event.data for event in studio.jobs.events(job.id, limit=100_000) if event.kind == "iterate"]
    losses = {row["step"]: LossesOut(**{name: row[name] for name in names}) for row in rows}
    return CurveOut(losses=[losses[step] for step in sorted(losses)])


def _asked(studio: Studio, client: str, asked: PaintingIn, name: str | None, kind: str) -> Job:
    key = key_of(name, kind, asked)
    if key and (known := studio.jobs.known(client, key)):
        return known[0]
    wanted = Commissions(studio, client).painting(asked)
    return studio.jobs.add([wanted], client, studio.room, key)[0]


async def _ended(studio: Studio, job: Job, seconds: float) -> Job:
    """The job when it has ended, or as it is after so long."""
    ends = asyncio.get_running_loop().time() + seconds
    while job.status not in ENDED and not studio.leaving.is_set():
        rung, left = studio.bell.rung, ends - asyncio.get_running_loop().time()
        if left <= 0:
            break
        await studio.bell.heard(rung, min(left, stream.PATIENCE))
        found: Job | None = await asyncio.to_thread(studio.jobs.get, job.id)
        job = found or job
    return job


def _art(studio: Studio, job: Job) -> Response:
    if job.status == "failed":
        raise Problem("failed", job.reason)
    headers = {"Location": f"/v1/paintings/{job.id}"}
    if job.status == "finished":
        return FileResponse(_finished(studio, job), media_type="image/png", headers=headers)
    body = views.painting(studio, job).model_dump_json()
    return Response(body, 202, headers, "application/json")


def _finished(studio: Studio, job: Job) -> Path:
    file = studio.folder(job) / PAINTING
    if job.status != "finished":
        raise Problem("not-finished", f"the painting is {job.status}", status_of_painting=job.status)
    if not file.is_file():
        raise Problem("not-found", "the picture's file is gone from the data folder")
    return file
