"""Server-sent events: what has happened to a painting or a batch, from any event on, and what happens as it does."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from fastapi.sse import ServerSentEvent

from app import views
from app.job import ENDED, Event, Job
from app.studio import Studio

PATIENCE = 2.0  # seconds until the table is read again though nobody rang


def after(last_event_id: str | None) -> int:
    """Where a dropped connection goes on; what is no id of ours begins at the beginning."""
    told = last_event_id or ""
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= 18 else 0


async def of_painting(studio: Studio, id: str, last: int) -> AsyncIterator[ServerSentEvent]:
    """Ends with the painting's end, or with the server's: then the client comes back to the next one."""
    position = None
    while not studio.leaving.is_set():
        rung = studio.bell.rung
        job, events = await asyncio.to_thread(_news, studio, id, last)
        for event in events:
            last = event.sequence
            yield await asyncio.to_thread(_told, studio, job, event)
        if job is None or (job.status in ENDED and not events):
            return
        if job.status == "queued" and not events:
            seen = await asyncio.to_thread(_waiting, studio, job)
            if seen["position"] != position:
                position = seen["position"]
                yield ServerSentEvent(event="queued", data=seen)
        if not events:
            await studio.bell.heard(rung, PATIENCE)


async def of_batch(studio: Studio, id: str, client: str) -> AsyncIterator[ServerSentEvent]:
    """The whole of its progress, each time that it has changed."""
    before = None
    while not studio.leaving.is_set():
        rung = studio.bell.rung
        seen = await asyncio.to_thread(_batch, studio, id, client)
        if seen != before and seen:
            before = seen
            yield ServerSentEvent(event=str(seen["status"]), data=seen)
        if not seen or seen["status"] == "ended":
            return
        await studio.bell.heard(rung, PATIENCE)


def _news(studio: Studio, id: str, last: int) -> tuple[Job | None, list[Event]]:
    """The job first: an end that comes between the two reads is then seen in the next round, not missed."""
    return studio.jobs.get(id), studio.jobs.events(id, last)


def _told(studio: Studio, job: Job | None, event: Event) -> ServerSentEvent:
    data: dict[str, Any] = {"at": event.at, **event.data}
    url = f"/v1/paintings/{event.job}"
    if event.kind == "queued" and job and job.status == "queued":
        data |= _waiting(studio, job)
    if event.kind == "iterate":
        data["preview"] = f"{url}/preview?step={data['preview']}" if data.get("preview") else None
    if event.kind == "finished":
        data["image"] = f"{url}/image"
    return ServerSentEvent(event=event.kind, id=str(event.sequence), data=data)


def _waiting(studio: Studio, job: Job) -> dict[str, Any]:
    seen = views.painting(studio, job)
    return {"position": seen.position, "estimate": seen.estimate}


def _batch(studio: Studio, id: str, client: str) -> dict[str, Any]:
    jobs = studio.jobs.listed(client=client, batch=id, limit=1000)[::-1]
    if not jobs:
        return {}
    seen = views.batch(studio, jobs)
    short = [
        {
            "id": each.id,
            "status": each.status,
            "step": each.step,
            "steps": each.steps,
            "preview": f"{each.preview}?step={each.step}" if views.previewed(studio, job) else None,
        }
        for each, job in zip(seen.paintings, jobs, strict=True)
    ]
    return {**seen.model_dump(include={"id", "status", "counts", "step", "steps"}), "paintings": short}
