"""Jobs: the queue of paintings, of which one SQLite table is the only truth.

A worker claims what comes next and keeps it by renewing a lease. Whoever holds no lease any more may not report:
the claim's `owner` is new each time, so a worker that was thought dead cannot write over its successor.

What comes next is fair by cost (start-time fair queueing, Goyal, Vin and Cheng 1996): a client's next job has its
turn when the one before it would be done, counted from the least turn of those that wait, so that who comes late
waits for one job of everybody else's and not for all of them.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.job import ENDED, Job, Key, Room, Status, Wanted
from app.records import TURN, Records
from app.table import Table
from ground.errors import KeyReused, LeaseLost, QueueFull

STRIKES = 3
LEASE = 15.0  # seconds

_DIED = "the worker died while it painted this, {} times; try a smaller size"


class Jobs(Records):
    """Safe to share between threads, and between processes that open the same file."""

    def __init__(self, file: Path, *, lease: float = LEASE, now: Callable[[], float] = time.time) -> None:
        super().__init__(Table(file))
        self.lease, self.now = lease, now
        self.told: list[Callable[[], None]] = []  # called after every change made through this object

    def close(self) -> None:
        self.table.close()

    # Asking for paintings.

    def add(
        self,
        wanted: Sequence[Wanted],
        client: str,
        room: Room | None = None,
        key: Key | None = None,
        *,
        together: bool = False,
    ) -> list[Job]:
        """All of them or none, `together` as a batch. A key that was used for the same body gets the same jobs."""
        with self.table.write(durable=True) as connection:
            if key and (known := self._answered(connection, client, key)):
                return known
            if room:
                _check_room(connection, room, client, len(wanted))
            batch = _new_id() if together else None
            turn, jobs = _turn(connection, client), []
            for each in wanted:
                jobs.append(self._inserted(connection, each, client, batch, turn))
                turn += each.cost
            if key:
                row = (client, key.name, key.fingerprint, batch or jobs[0].id)
                connection.execute("INSERT INTO keys VALUES (?, ?, ?, ?)", row)
        self._tell()
        return jobs

    def known(self, client: str, key: Key) -> list[Job]:
        """The jobs that a key was answered with; none for a new one."""
        with self.table.write() as connection:
            return self._answered(connection, client, key)

    def cancel(self, id: str) -> Job | None:
        """A waiting job is cancelled at once, a running one as soon as its worker hears of it; an ended one stays."""
        with self.table.write() as connection:
            connection.execute("UPDATE jobs SET cancel = 1 WHERE id = ? AND status = 'running'", (id,))
            query = "UPDATE jobs SET status = 'cancelled', ended = ? WHERE id = ? AND status = 'queued' RETURNING *"
            for row in connection.execute(query, (self.now(), id)).fetchall():
                self._event(connection, id, "cancelled", {"step": row["step"]})
        self._tell()
        return self.get(id)

    def delete(self, id: str) -> bool:
        """Forget a job that has ended, with its events; false when it is there and has not."""
        with self.table.write() as connection:
            gone = connection.execute(
                f"DELETE FROM jobs WHERE id = ? AND status IN {ENDED} RETURNING id", (id,)
            ).fetchall()
            if gone:
                connection.execute("DELETE FROM keys WHERE answer = ?", (id,))
        self._tell()
        return bool(gone)

    # Working on them.

    def claim(self, most: int = 1) -> list[Job]:
        """The job whose turn it is, now running under a lease; with up to `most` of its kin that wait."""
        self.expire()
        with self.table.write() as connection:
            rows = _next(connection, most)
            jobs = [self._taken(connection, row, len(rows)) for row in rows]
        if jobs:
            self._tell()
        return jobs

    def renew(self, job: Job) -> bool:
        """Keep the claim; true when the job is to be cancelled."""
        with self.table.write() as connection:
            row = self._held(connection, job, "lease = ?", self.now() + self.lease)
        return bool(row["cancel"])

    def report(self, job: Job, kind: str, step: int, data: dict[str, Any], saved: int = 0) -> None:
        """Tell of a step, and of a checkpoint where there is a new one; this renews the lease too."""
        with self.table.write() as connection:
            change = "step = ?, saved = max(saved, ?), lease = ?"
            self._held(connection, job, change, step, saved, self.now() + self.lease)
            self._event(connection, job.id, kind, {"step": step, "steps": job.steps, **data})
        self._tell()

    def end(self, job: Job, status: Status, reason: str = "", data: dict[str, Any] | None = None) -> None:
        now = self.now()
        with self.table.write(durable=True) as connection:
            change = f"status = ?, reason = ?, ended = ?, owner = NULL, lease = NULL, {_BUSY}"
            self._held(connection, job, change, status, reason, now, now)
            said = {"reason": reason} if reason else {}
            self._event(connection, job.id, status, {**said, **(data or {})})
        self._tell()

    def give_back(self, job: Job, *, died: bool = False) -> Job:
        """To the queue's head again, to go on from its checkpoint; three deaths of a worker are a job's own fault."""
        now = self.now()
        with self.table.write() as connection:
            change = f"status = {_NEXT}, strikes = strikes + ?, owner = NULL, lease = NULL, {_BUSY}"
            row = self._held(connection, job, change, int(died), int(died), now)
            self._settle(connection, row)
        self._tell()
        found = self.get(job.id)
        assert found
        return found

    def expire(self, *, every: bool = False) -> None:
        """Give back jobs whose worker is silent: its server was killed. One that had come no further gets a strike.

        Every running one, if nobody else can have the table open.
        """
        now = float("inf") if every else self.now()
        if not self.table.read("SELECT 1 FROM jobs WHERE status = 'running' AND lease < ? LIMIT 1", now):
            return
        struck = "(step <= claimed_step)"
        query = f"""
            UPDATE jobs SET status = {_NEXT.replace("?", struck)}, strikes = strikes + {struck},
                owner = NULL, lease = NULL
            WHERE status = 'running' AND lease < ? RETURNING *"""
        with self.table.write() as connection:
            for row in connection.execute(query, (now,)).fetchall():
                self._settle(connection, row)
        self._tell()

    def _answered(self, connection: sqlite3.Connection, client: str, key: Key) -> list[Job]:
        query = "SELECT fingerprint, answer FROM keys WHERE client = ? AND key = ?"
        for row in connection.execute(query, (client, key.name)):
            if row["fingerprint"] != key.fingerprint:
                raise KeyReused(
                    f"the Idempotency-Key {key.name!r} was sent before with another body", "send a new key"
                )
            found = "SELECT * FROM jobs WHERE id = :answer OR batch = :answer ORDER BY sequence"
            return [Job.of(each) for each in connection.execute(found, {"answer": row["answer"]})]
        return []

    def _inserted(
        self, connection: sqlite3.Connection, wanted: Wanted, client: str, batch: str | None, turn: float
    ) -> Job:
        query = """
            INSERT INTO jobs (id, client, batch, facts, kin, turn, steps, cost, words, created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *"""
        told = (json.dumps(wanted.facts), wanted.kin, turn)
        values = (_new_id(), client, batch, *told, wanted.steps, wanted.cost, wanted.words, self.now())
        job = Job.of(connection.execute(query, values).fetchone())
        self._event(connection, job.id, "queued", {})
        return job

    def _taken(self, connection: sqlite3.Connection, row: sqlite3.Row, company: int) -> Job:
        query = """
            UPDATE jobs SET status = 'running', owner = :owner, lease = :lease, claimed = :now,
                claimed_step = step, company = :company, started = coalesce(started, :now)
            WHERE sequence = :sequence RETURNING *"""
        now = self.now()
        values = {"owner": _new_id(), "lease": now + self.lease, "now": now, "company": company}
        job = Job.of(connection.execute(query, {**values, "sequence": row["sequence"]}).fetchone())
        self._event(connection, job.id, "started", {"step": job.step, "steps": job.steps})
        return job

    def _held(self, connection: sqlite3.Connection, job: Job, change: str, *values: object) -> sqlite3.Row:
        """Change a job that is still claimed as it was; otherwise it is not ours to change."""
        query = f"UPDATE jobs SET {change} WHERE id = ? AND owner = ? AND status = 'running' RETURNING *"
        rows: list[sqlite3.Row] = connection.execute(query, (*values, job.id, job.owner)).fetchall()
        if not rows:
            raise LeaseLost(f"the claim on {job.id} has ended", "claim it again")
        return rows[0]

    def _settle(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        """Say what became of a job that has lost its worker."""
        reason = _DIED.format(row["strikes"]) if row["status"] == "failed" else ""
        if row["status"] != "queued":
            change = "UPDATE jobs SET reason = ?, ended = ? WHERE id = ?"
            connection.execute(change, (reason, self.now(), row["id"]))
        said = {"reason": reason} if reason else {}
        self._event(connection, row["id"], row["status"], {"step": row["step"], **said})

    def _event(self, connection: sqlite3.Connection, job: str, kind: str, data: dict[str, Any]) -> None:
        query = "INSERT INTO events (job, kind, at, data) VALUES (?, ?, ?, ?)"
        connection.execute(query, (job, kind, self.now(), json.dumps(data)))

    def _tell(self) -> None:
        for listener in self.told:
            listener()


_BUSY = "busy = busy + (? - claimed) / company"  # those that were painted together share the time
_NEXT = f"CASE WHEN cancel THEN 'cancelled' WHEN strikes + ? >= {STRIKES} THEN 'failed' ELSE 'queued' END"


def _next(connection: sqlite3.Connection, most: int) -> list[sqlite3.Row]:
    """The job whose turn it is, and its kin; never in company one that has begun, or that took a worker down."""
    query = "SELECT * FROM jobs WHERE status = 'queued' ORDER BY turn, sequence LIMIT 1"
    first: list[sqlite3.Row] = connection.execute(query).fetchall()
    if most == 1 or not first or not first[0]["kin"] or first[0]["saved"] or first[0]["strikes"]:
        return first
    query = """
        SELECT * FROM jobs WHERE status = 'queued' AND kin = ? AND saved = 0 AND strikes = 0
        ORDER BY turn, sequence LIMIT ?"""
    return connection.execute(query, (first[0]["kin"], most)).fetchall()


def _turn(connection: sqlite3.Connection, client: str) -> float:
    found: float = connection.execute(TURN, (client,)).fetchone()[0]
    return found


def _check_room(connection: sqlite3.Connection, room: Room, client: str, more: int) -> None:
    query = "SELECT count(*), coalesce(sum(client = ?), 0) FROM jobs WHERE status IN ('queued', 'running')"
    every, own = connection.execute(query, (client,)).fetchone()
    if every + more > room.queue:
        raise QueueFull(f"{every} paintings wait already, and {room.queue} may", "ask again later")
    if own + more > room.client:
        raise QueueFull(
            f"{own} paintings of yours wait already, and {room.client} may", "ask again when some have ended"
        )


def _new_id() -> str:
    return secrets.token_hex(8)
