"""History: what clients find again of their paintings, mark, throw away and bring back."""

from dataclasses import dataclass

from app.job import ENDED, Job, Status
from app.jobs import Jobs
from retrieval.words import fold


@dataclass(frozen=True)
class Wish:
    """Which paintings of one's own are looked for; what is None does not matter."""

    words: str = ""
    status: Status | None = None
    batch: str | None = None
    favourite: bool | None = None
    alone: bool | None = None  # asked for by itself, or as one of a sheet
    binned: bool = False


class History:
    def __init__(self, jobs: Jobs) -> None:
        self.jobs = jobs

    def find(self, client: str, wish: Wish, before: int | None = None, limit: int = 50) -> list[Job]:
        """The youngest first; `before` is the sequence of the last one of the page before."""
        conditions: dict[str, object] = {
            "client = ?": client,
            "status = ?": wish.status,
            "batch = ?": wish.batch,
            "favourite = ?": wish.favourite,
            "(batch IS NULL) = ?": wish.alone,
            "(binned IS NOT NULL) = ?": wish.binned,
            "sequence < ?": before,
        }
        asked = [(condition, value) for condition, value in conditions.items() if value is not None]
        asked += [("instr(words, ?)", word) for word in fold(wish.words).split()]
        where = " AND ".join(condition for condition, _ in asked)
        query = f"SELECT * FROM jobs WHERE {where} ORDER BY sequence DESC LIMIT ?"
        rows = self.jobs.table.read(query, *(value for _, value in asked), limit)
        return [Job.of(row) for row in rows]

    def sheets(
        self, client: str, words: str = "", before: int | None = None, limit: int = 10
    ) -> list[list[Job]]:
        """Batches, the youngest first, without those that are thrown away whole; `before` as the last one's last."""
        wanted = fold(words).split()
        shown = " AND ".join(["binned IS NULL", *["instr(words, ?)"] * len(wanted)])
        query = f"""
            SELECT batch, max(sequence) AS last FROM jobs WHERE client = ? AND batch IS NOT NULL
            GROUP BY batch HAVING last < ? AND sum({shown}) ORDER BY last DESC LIMIT ?"""
        most = before if before is not None else 2**63 - 1
        rows = self.jobs.table.read(query, client, most, *wanted, limit)
        return [self.jobs.listed(client=client, batch=row["batch"], limit=1000)[::-1] for row in rows]

    def favour(self, id: str, favourite: bool) -> None:
        with self.jobs.table.write() as connection:
            connection.execute("UPDATE jobs SET favourite = ? WHERE id = ?", (favourite, id))

    def bin(self, id: str) -> bool:
        """Until it is swept it can be taken out again; false for one that has not ended."""
        query = (
            f"UPDATE jobs SET binned = coalesce(binned, ?) WHERE id = ? AND status IN {ENDED} RETURNING id"
        )
        with self.jobs.table.write() as connection:
            return bool(connection.execute(query, (self.jobs.now(), id)).fetchall())

    def restore(self, id: str) -> None:
        with self.jobs.table.write() as connection:
            connection.execute("UPDATE jobs SET binned = NULL WHERE id = ?", (id,))

    def binned_before(self, when: float) -> list[str]:
        return [row["id"] for row in self.jobs.table.read("SELECT id FROM jobs WHERE binned < ?", when)]
