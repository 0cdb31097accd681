"""A job: one painting that was asked for, what became of it, and the events of its life."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Literal, Self

Status = Literal["queued", "running", "finished", "failed", "cancelled"]
ENDED = ("finished", "failed", "cancelled")


@dataclass(frozen=True)
class Wanted:
    """A job to be: the facts that its worker will need, how many steps, what they will cost, and of what kin it is.

    Jobs of the same kin may be painted together; one of none is painted alone.
    """

    facts: dict[str, Any]
    steps: int
    cost: float
    kin: str = ""
    words: str = ""  # by which it is found again


@dataclass(frozen=True)
class Job:
    sequence: int
    id: str
    client: str
    batch: str | None
    facts: dict[str, Any]
    kin: str
    turn: float
    status: Status
    step: int
    saved: int
    steps: int
    cost: float
    created: float
    started: float | None
    ended: float | None
    busy: float
    owner: str | None
    claimed: float | None
    claimed_step: int
    company: int
    lease: float | None
    strikes: int
    cancel: bool
    reason: str
    favourite: bool
    binned: float | None
    words: str

    @classmethod
    def of(cls, row: sqlite3.Row) -> Self:
        flags = {name: bool(row[name]) for name in ("cancel", "favourite")}
        return cls(**{**dict(row), "facts": json.loads(row["facts"]), **flags})


@dataclass(frozen=True)
class Event:
    sequence: int
    job: str
    kind: str
    at: float
    data: dict[str, Any]


@dataclass(frozen=True)
class Key:
    """What a client calls its request, so that sending it twice asks for one thing; and what it sent."""

    name: str
    fingerprint: str


@dataclass(frozen=True)
class Room:
    """How many jobs may wait or run, in all and for one client."""

    queue: int = 2000
    client: int = 1000
