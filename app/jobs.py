"""Jobs: the queue of paintings, of which one SQLite table is the only truth.

A worker claims the oldest job and keeps it by renewing a lease. Whoever holds no lease any more may not report:
the claim's `owner` is new each time, so a worker that was thought dead cannot write over its successor.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.job import ENDED, Event, Job, Key, Room, Status, Wanted
from app.table import Table
from ground.errors import KeyReused, LeaseLost, QueueFull

STRIKES = 3
LEASE = 15.0  # seconds

_DIED = "the worker died while it painted this, {} times; try a smaller size"


class Jobs:
    """Safe to share between threads, and between processes that open the same file."""

    def __init__(self, file: Path, *, lease: float = LEASE, now: Callable[[], float] = time.time) -> None:
        self.table = Table(file)
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
            jobs = [self._inserted(connection, each, client, batch) for each in wanted]
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

    def claim(self) -> Job | None:
        """The oldest waiting job, now running under a lease."""
        self.expire()
        query = """
            UPDATE jobs SET status = 'running', owner = :owner, lease = :lease, claimed = :now,
                claimed_step = step, started = coalesce(started, :now)
            WHERE sequence = (SELECT min(sequence) FROM jobs WHERE status = 'queued') RETURNING *"""
        now = self.now()
        with self.table.write() as connection:
            values = {"owner": _new_id(), "lease": now + self.lease, "now": now}
            rows = connection.execute(query, values).fetchall()
            if not rows:
                return None
            job = Job.of(rows[0])
            self._event(connection, job.id, "started", {"step": job.step, "steps": job.steps})
        self._tell()
        return job

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

    def expire(self) -> None:
        """Give back jobs whose worker is silent: its server was killed. One that had come no further gets a strike."""
        now = self.now()
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

    # Looking at them.

    def get(self, id: str, client: str | None = None) -> Job | None:
        rows = self.table.read("SELECT * FROM jobs WHERE id = ?", id)
        return next((Job.of(row) for row in rows if client in (None, row["client"])), None)

    def listed(
        self,
        *,
        client: str | None = None,
        status: str | None = None,
        batch: str | None = None,
        before: int | None = None,
        limit: int = 50,
    ) -> list[Job]:
        """The youngest first; `before` is the sequence of the last one of the page before."""
        conditions = {"client = ?": client, "status = ?": status, "batch = ?": batch, "sequence < ?": before}
        asked = {condition: value for condition, value in conditions.items() if value is not None}
        where = " AND ".join(asked) or "1"
        query = f"SELECT * FROM jobs WHERE {where} ORDER BY sequence DESC LIMIT ?"
        return [Job.of(row) for row in self.table.read(query, *asked.values(), limit)]

    def events(self, id: str, after: int = 0, limit: int = 500) -> list[Event]:
        query = "SELECT * FROM events WHERE job = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        rows = self.table.read(query, id, after, limit)
        return [Event(**{**dict(row), "data": json.loads(row["data"])}) for row in rows]

    def ahead(self, job: Job) -> tuple[int, float]:
        """How many jobs come before a waiting one, and what is left of their cost and its own."""
        query = """
            SELECT count(*) - 1, sum(cost * (1 - 1.0 * step / max(steps, 1))) FROM jobs
            WHERE status IN ('queued', 'running') AND sequence <= ?"""
        many, cost = self.table.read(query, job.sequence)[0]
        return max(0, many), cost or 0.0

    def pace(self) -> float | None:
        """Seconds for each unit of cost, of the last paintings; unknown before the first."""
        query = """
            SELECT sum(busy), sum(cost) FROM
            (SELECT busy, cost FROM jobs WHERE status = 'finished' ORDER BY ended DESC LIMIT 20)"""
        busy, cost = self.table.read(query)[0]
        return busy / cost if cost else None

    def speed(self) -> tuple[int, float]:
        """Steps of the last paintings, and the seconds that they took."""
        query = """
            SELECT sum(steps), sum(busy) FROM
            (SELECT busy, steps FROM jobs WHERE status = 'finished' ORDER BY ended DESC LIMIT 20)"""
        steps, busy = self.table.read(query)[0]
        return steps or 0, busy or 0.0

    def counts(self) -> dict[str, int]:
        found = dict.fromkeys(("queued", "running", *ENDED), 0)
        return found | {
            row[0]: row[1] for row in self.table.read("SELECT status, count(*) FROM jobs GROUP BY 1")
        }

    def ended_before(self, when: float) -> list[str]:
        query = f"SELECT id FROM jobs WHERE status IN {ENDED} AND ended < ?"
        return [row["id"] for row in self.table.read(query, when)]

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
        self, connection: sqlite3.Connection, wanted: Wanted, client: str, batch: str | None
    ) -> Job:
        query = """
            INSERT INTO jobs (id, client, batch, facts, steps, cost, words, created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *"""
        facts = json.dumps(wanted.facts)
        values = (_new_id(), client, batch, facts, wanted.steps, wanted.cost, wanted.words, self.now())
        job = Job.of(connection.execute(query, values).fetchone())
        self._event(connection, job.id, "queued", {})
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


_BUSY = "busy = busy + ? - claimed"
_NEXT = f"CASE WHEN cancel THEN 'cancelled' WHEN strikes + ? >= {STRIKES} THEN 'failed' ELSE 'queued' END"


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
