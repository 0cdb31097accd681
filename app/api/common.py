"""What the addresses share: the studio, who asks, and the painting that is asked about."""

import base64
import binascii
import hashlib
import json
import re
from typing import Annotated

from fastapi import Depends, Header, Path, Query, Request
from pydantic import BaseModel

from app.job import Job, Key
from app.problems import Problem
from app.studio import Studio

JOB = re.compile(r"[0-9a-f]{16}")
KEEP = "private, max-age=31536000, immutable"  # of what never changes under its address


def studio_of(request: Request) -> Studio:
    found: Studio = request.app.state.studio
    return found


def client_of(request: Request) -> str:
    found: str = request.state.client
    return found


Here = Annotated[Studio, Depends(studio_of)]
Client = Annotated[str, Depends(client_of)]
Limit = Annotated[int, Query(ge=1, le=200, description="So many on a page.")]
Cursor = Annotated[str | None, Query(max_length=200, description="`next` of the page before.")]
Size = Annotated[
    int | None, Query(ge=16, le=16384, description="Pixels on the long side; rounded up a little.")
]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Sent again with the same body, the request is answered with the same paintings.",
    ),
]


def job_of(studio: Here, client: Client, id: Annotated[str, Path(description="The painting's id.")]) -> Job:
    job = studio.jobs.get(id, client) if JOB.fullmatch(id) else None
    if job is None:
        raise Problem("not-found", f"there is no painting {id!r}")
    return job


def batch_of(
    studio: Here, client: Client, id: Annotated[str, Path(description="The batch's id.")]
) -> list[Job]:
    """Its paintings, in the order in which they were asked for."""
    jobs = studio.jobs.listed(client=client, batch=id, limit=1000) if JOB.fullmatch(id) else []
    if not jobs:
        raise Problem("not-found", f"there are no variations {id!r}")
    return jobs[::-1]


Painting = Annotated[Job, Depends(job_of)]
Batch = Annotated[list[Job], Depends(batch_of)]


def key_of(name: str | None, kind: str, body: BaseModel) -> Key | None:
    """The kind is part of the body: one key sent to two addresses asks for two things."""
    if name is None:
        return None
    told = json.dumps([kind, body.model_dump(mode="json")], sort_keys=True)
    return Key(name, hashlib.sha256(told.encode()).hexdigest())


def cursor(value: int | None) -> str | None:
    return None if value is None else base64.urlsafe_b64encode(str(value).encode()).decode().rstrip("=")


def place(cursor: str | None) -> int | None:
    """Where a cursor points to; it is opaque to clients, so that it may mean something else one day."""
    if cursor is None:
        return None
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (ValueError, binascii.Error):
        told = ""
    if not told.isdecimal() or len(told) > 18:
        raise Problem("bad-query", "this cursor is not one that was given; take `next` from a page")
    return int(told)
