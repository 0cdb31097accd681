"""The work on a batch: its folder, its queue and its crew, until every painting hangs there or has failed.

The output folder holds the pictures under their names, and in `.batch` the same table of jobs that the service has,
with a folder for each job. A picture is finished there and then given its name, so that whatever is killed, a name
stands for a whole picture, and a second run finds what the first one made.
"""

import json
import shutil
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.crew import Crew
from app.executor import CURVE, PAINTING, Executor
from app.foreman import Workshop
from app.job import ENDED, Event, Job
from app.jobs import Jobs
from app.provenance import Note
from ground import canvas
from ground.errors import BadInput, PentimentoError
from ground.files import sha256
from ground.lock import alone
from scripts.batch import sheets
from scripts.batch.manifest import Line, Manifest, hang
from scripts.batch.plan import Planned, in_order

FOLDER = ".batch"
CLIENT = "batch"
LEASE = 15.0  # seconds; after a kill nobody waits for it, since the folder's lock tells that nobody is left
PAGE = 500  # jobs that are looked at together
UNLIMITED = 1e9  # seconds: nobody waits for one painting

Show = Callable[[str, float, float], None]  # what is done, how much of it, of how much
Say = Callable[[str], None]


def check_folder(out: Path) -> None:
    """Nobody's pictures are overwritten: a folder that is no batch's must be empty."""
    if out.exists() and not out.is_dir():
        raise BadInput(f"{out} is a file", "give --out the name of a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / FOLDER).is_dir():
        raise BadInput(f"{out} is there, and is no batch's folder", "give --out the name of another folder")


@dataclass
class Batch:
    """`planned` names everything that is to be there."""

    out: Path
    planned: Sequence[Planned]
    weights: Path | None = None
    show: Show = lambda what, done, total: None
    say: Say = lambda line: None
    made: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)  # by file, why
    kept: int = 0  # how many were there before
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.manifest = Manifest(self.out)
        self.of_id: dict[str, list[Planned]] = defaultdict(list)
        self.of_row: dict[int, list[Planned]] = defaultdict(list)
        for each in self.planned:
            self.of_id[each.id].append(each)
            self.of_row[each.row.number].append(each)

    def work(self, executors: Callable[[], Sequence[Executor]]) -> None:
        """Executors are called for only when there is something to paint."""
        begun = time.monotonic()
        with alone(self.out / FOLDER / "lock", f"working on the batch in {self.out}"):
            _swept(self.out)
            jobs = Jobs(self.out / FOLDER / "jobs.sqlite", lease=LEASE)
            waiting = self._asked(jobs)
            for row in self.of_row:
                self._hang_sheet(row, waiting)
            try:
                if waiting:
                    self._paint(jobs, executors(), waiting)
            finally:
                self.manifest.write()
                self.seconds = time.monotonic() - begun
            jobs.close()  # not where the work was stopped: a foreman may still be writing down what became of a job

    # What is there, and what is missing.

    def _asked(self, jobs: Jobs) -> set[str]:
        """The ids of what is missing, each of them in the queue."""
        hashes = {line["id"]: line["sha256"] for line in self.manifest.lines.values()}
        self.manifest.check(lambda done, total: self.show("checking pictures", done, total))
        self.manifest.write()
        jobs.expire(every=True)
        queued = set()
        for job in _every(jobs):
            id = job.facts["id"]
            if job.status == "queued" and id in self.of_id:
                queued.add(id)
            elif job.status == "finished" and _whole(self._store(job) / PAINTING, hashes.get(id)):
                self._hang(job)
            else:
                self._forget(jobs, job)
        missing = {each.id: each for each in self.planned if not self.manifest.holds(each.file, each.id)}
        self.kept = sum(each.id not in missing for each in self.planned)
        jobs.add([each.wanted for each in in_order(missing.values()) if each.id not in queued], CLIENT)
        return set(missing)

    def _forget(self, jobs: Jobs, job: Job) -> None:
        """A job that failed, that nobody wants any more, or whose picture is lost: it may be asked for anew."""
        jobs.cancel(job.id)
        jobs.delete(job.id)
        shutil.rmtree(self._store(job), ignore_errors=True)

    # Painting what is missing.

    def _paint(self, jobs: Jobs, executors: Sequence[Executor], waiting: set[str]) -> None:
        heard = threading.Event()
        jobs.told.append(heard.set)
        paintings = self.out / FOLDER / "paintings"
        workshop = Workshop(paintings, self.weights, preview=None, seconds=UNLIMITED)
        crew, pace = Crew(jobs, executors, workshop), Pace(jobs, self.show)
        seen = jobs.latest()

        def hear() -> None:
            nonlocal seen
            for event in jobs.news(seen):
                seen = event.sequence
                pace.hear(event)
                if event.kind in ENDED:
                    self._ended(jobs, event.job, waiting)

        crew.start()
        try:
            while waiting:
                heard.wait(1)
                heard.clear()
                hear()
        finally:
            crew.stop()
            hear()  # what was finished while the crew was stopping hangs there too

    def _ended(self, jobs: Jobs, id: str, waiting: set[str]) -> None:
        job = jobs.get(id)
        if job is None or job.facts["id"] not in waiting:
            return
        waiting.remove(job.facts["id"])
        planned = self.of_id[job.facts["id"]]
        if job.status == "finished":
            self._hang(job)
            self.made += [each.file for each in planned]
        else:
            self.failed |= {each.file: job.reason or job.status for each in planned}
        for each in planned:
            self.say(f"{each.file}: {self.failed.get(each.file) or f'{job.busy:.1f} s'}")
            self._hang_sheet(each.row.number, waiting)

    # The output folder.

    def _store(self, job: Job) -> Path:
        return self.out / FOLDER / "paintings" / job.id

    def _hang(self, job: Job) -> None:
        """Under every name that the painting is to have."""
        for each in self.of_id.get(job.facts["id"], []):
            if not self.manifest.holds(each.file, each.id):
                hang(self._store(job) / PAINTING, self.out / each.file)
                self.manifest.add(_line(each, job, self._store(job)))

    def _hang_sheet(self, row: int, waiting: set[str]) -> None:
        """When nothing more of the row is waited for; a work's picture that is gone must not stop the rest."""
        planned = self.of_row[row]
        if any(each.id in waiting for each in planned):
            return
        try:
            sheets.write(self.out, planned, self.manifest)
        except PentimentoError as error:
            self.failed[f"the sheet of row {row}"] = str(error)


class Pace:
    """How far the work is, by what each painting costs: counted in paintings, large ones would hold up the bar."""

    def __init__(self, jobs: Jobs, show: Show) -> None:
        self.show, self.begun, self.ended = show, time.monotonic(), 0
        self.costs = {job.id: job.cost for job in _every(jobs) if job.status == "queued"}
        self.done = dict.fromkeys(self.costs, 0.0)

    def hear(self, event: Event) -> None:
        if event.job not in self.costs:
            return
        if event.kind in ENDED:
            self.ended += 1
            self.done[event.job] = self.costs[event.job]
        elif event.kind == "iterate":
            self.done[event.job] = self.costs[event.job] * event.data["step"] / event.data["steps"]
        minutes = (time.monotonic() - self.begun) / 60
        rate = f", {self.ended / minutes:.1f} a minute" if self.ended else ""
        what = f"painting {self.ended}/{len(self.costs)}{rate}"
        self.show(what, sum(self.done.values()), sum(self.costs.values()))


def _swept(out: Path) -> None:
    """Of what a killed process had begun to write."""
    for part in out.rglob(".*.part"):
        part.unlink(missing_ok=True)


def _every(jobs: Jobs) -> Iterator[Job]:
    """The youngest first; who is looked at may be deleted meanwhile."""
    before = None
    while page := jobs.listed(before=before, limit=PAGE):
        yield from page
        before = page[-1].sequence


def _line(each: Planned, job: Job, store: Path) -> Line:
    """A painting as the manifest tells of it."""
    note = Note.read(store / PAINTING)
    step, _, content, style, total = json.loads((store / CURVE).read_text(encoding="utf-8"))[-1]
    return each.told() | {
        "network": note.network,
        "losses": {"content": content, "style": style, "total": total},
        "steps": step,
        "seconds": round(job.busy, 3),
        "finished": datetime.fromtimestamp(job.ended or 0, UTC).isoformat(timespec="seconds"),
        "sha256": sha256(store / PAINTING),
    }


def _whole(painting: Path, digest: str | None) -> bool:
    """Whether it is as it was written; one whose hash nobody knows must be a picture at least."""
    if not painting.is_file():
        return False
    if digest is not None:
        return sha256(painting) == digest
    try:
        canvas.read(painting)
    except PentimentoError:
        return False
    return True
