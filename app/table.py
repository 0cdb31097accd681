"""The table of jobs as SQLite keeps it: its schema, one connection shared by threads, and what can go wrong with it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ground.errors import Unavailable

PATIENCE = 30.0  # seconds that a process waits for another's write

FIRST = """
CREATE TABLE jobs (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order in which they were asked for
    id TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,                        -- whose it is
    batch TEXT,                                  -- jobs that were asked for together
    facts TEXT NOT NULL,                         -- JSON: what to paint, of what, how
    status TEXT NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'running', 'finished', 'failed', 'cancelled')),
    step INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,            -- the step of its checkpoint; 0 before the first
    steps INTEGER NOT NULL,
    cost REAL NOT NULL,                          -- of all its steps, in pixels
    created REAL NOT NULL,
    started REAL,                                -- when it was claimed first
    ended REAL,
    busy REAL NOT NULL DEFAULT 0,                -- seconds that workers have spent on it
    owner TEXT,                                  -- of the running claim; nobody else may report on it
    claimed REAL,
    claimed_step INTEGER NOT NULL DEFAULT 0,
    lease REAL,                                  -- when the claim ends unless it is renewed
    strikes INTEGER NOT NULL DEFAULT 0,          -- how often it took its worker down with it
    cancel INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX jobs_by_status ON jobs (status, sequence);
CREATE INDEX jobs_by_client ON jobs (client, sequence);
CREATE INDEX jobs_by_batch ON jobs (batch) WHERE batch IS NOT NULL;
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    at REAL NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX events_by_job ON events (job, sequence);
CREATE TABLE keys (
    client TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,                   -- of the body that came with the key
    answer TEXT NOT NULL,                        -- the job or the batch that it was answered with
    PRIMARY KEY (client, key)
) WITHOUT ROWID;
"""

# `binned`: when a painting was deleted; it comes back on demand until it is swept.
# `words`: what a search of the history looks in, folded.
HISTORY = """
ALTER TABLE jobs ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN binned REAL;
ALTER TABLE jobs ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE jobs SET words = coalesce(
    lower(json_extract(facts, '$.title') || ' ' || json_extract(facts, '$.description')), '');
"""

# `kin`: the same for jobs that may be painted together, '' for none; `company`: how many were claimed together.
# `turn`: the order of the queue, in cost; see app/jobs.py.
TURNS = """
ALTER TABLE jobs ADD COLUMN kin TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN company INTEGER NOT NULL DEFAULT 1;
ALTER TABLE jobs ADD COLUMN turn REAL NOT NULL DEFAULT 0;
DROP INDEX jobs_by_status;
CREATE INDEX jobs_by_status ON jobs (status, turn, sequence);
CREATE INDEX jobs_by_kin ON jobs (kin, turn, sequence) WHERE status = 'queued';
"""
VERSIONS = (FIRST, HISTORY, TURNS)  # each made from the one before it


class Table:
    def __init__(self, file: Path) -> None:
        self.file = file
        self._alone = threading.RLock()
        with self._named():
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                file, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._connection.row_factory = sqlite3.Row
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
                self._connection.execute(f"PRAGMA {pragma}")
        self._prepare()

    def read(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._alone, self._named():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def write(self, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction, whole or not at all; a `durable` one has reached the disk when it ends.

        The others survive the death of any process; only a power cut may take back the last of them.
        """
        with self._alone, self._named():
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite rolls some back by itself
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        with self._alone:
            self._connection.close()

    def _prepare(self) -> None:
        """Under the write lock, so that of two processes that start at once one makes the tables."""
        with self.write() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            for script in VERSIONS[found:]:
                for statement in script.split(";\n"):
                    connection.execute(statement)
            if found < len(VERSIONS):
                connection.execute(f"PRAGMA user_version = {len(VERSIONS)}")
        if found > len(VERSIONS):
            raise Unavailable(
                f"{self.file} is of another version of pentimento", "move it away, or set another data folder"
            )

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, OSError) as error:
            if isinstance(error, sqlite3.IntegrityError):
                raise
            raise Unavailable(
                f"the jobs in {self.file} cannot be used ({error})",
                "see that its folder can be written and has room",
            ) from error
