"""The records of all jobs: everything that can be seen in the table without changing it."""

import json
from collections.abc import Sequence
from typing import Any

from app.job import ENDED, Event, Job
from app.table import Table

LAST = 20  # finished paintings that the pace is taken from

# Of a client's next job: after those of its own that wait or run; for one who has none, now.
TURN = """
    SELECT coalesce(max(turn + cost) FILTER (WHERE client = ?), min(turn), 0.0)
    FROM jobs WHERE status IN ('queued', 'running')"""
LEFT = "coalesce(sum(cost * (1 - 1.0 * step / max(steps, 1))), 0.0)"


class Records:
    def __init__(self, table: Table) -> None:
        self.table = table

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
        """Of one job."""
        return self._events("job = ? AND sequence > ?", id, after, limit)

    def news(self, after: int = 0, limit: int = 500) -> list[Event]:
        """Of all jobs, in the order in which they happened."""
        return self._events("sequence > ?", after, limit)

    def latest(self) -> int:
        """Where `news` begins for who wants only what is yet to happen."""
        found: int = self.table.read("SELECT coalesce(max(sequence), 0) FROM events")[0][0]
        return found

    def ahead(self, job: Job) -> tuple[int, float]:
        """How many jobs come before a waiting one, and what is left of their cost and its own."""
        many, cost = self._before("(turn, sequence) <= (?, ?)", job.turn, job.sequence)
        return max(0, many - 1), cost

    def backlog(self, client: str) -> tuple[int, float]:
        """The same for a job that this client might ask for now."""
        [(turn,)] = self.table.read(TURN, client)
        return self._before("turn <= ?", turn)

    def pace(self) -> float | None:
        """Seconds for each unit of cost, of the last paintings; unknown before the first."""
        cost, busy = self._last("cost")
        return busy / cost if cost else None

    def speed(self) -> tuple[int, float]:
        """Steps of the last paintings, and the seconds that they took."""
        steps, busy = self._last("steps")
        return int(steps), busy

    def counts(self) -> dict[str, int]:
        found = dict.fromkeys(("queued", "running", *ENDED), 0)
        return found | {
            row[0]: row[1] for row in self.table.read("SELECT status, count(*) FROM jobs GROUP BY 1")
        }

    def open(self) -> int:
        """How many have not ended."""
        query = "SELECT count(*) FROM jobs WHERE status IN ('queued', 'running')"
        return int(self.table.read(query)[0][0])

    def ended_before(self, when: float) -> list[str]:
        query = f"SELECT id FROM jobs WHERE status IN {ENDED} AND ended < ?"
        return [row["id"] for row in self.table.read(query, when)]

    def sources(self) -> set[str]:
        """The files of all pictures that a job was asked to be made from."""
        role = "SELECT json_extract(facts, '$.{}.file') FROM jobs"
        return {row[0] for row in self.table.read(f"{role.format('content')} UNION {role.format('style')}")}

    def _before(self, condition: str, *values: object) -> tuple[int, float]:
        query = f"""
            SELECT count(*), {LEFT} FROM jobs
            WHERE status = 'running' OR (status = 'queued' AND {condition})"""
        many, cost = self.table.read(query, *values)[0]
        return many, cost

    def _events(self, where: str, *values: object) -> list[Event]:
        rows = self.table.read(f"SELECT * FROM events WHERE {where} ORDER BY sequence LIMIT ?", *values)
        return [Event(**{**dict(row), "data": json.loads(row["data"])}) for row in rows]

    def _last(self, what: str) -> Sequence[Any]:
        query = f"""
            SELECT coalesce(sum({what}), 0), coalesce(sum(busy), 0.0) FROM
            (SELECT busy, {what} FROM jobs WHERE status = 'finished' ORDER BY ended DESC LIMIT {LAST})"""
        return tuple(self.table.read(query)[0])
