"""The foreman: a thread that takes jobs from the table, has its executor paint them, and writes down what comes."""

import logging
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.executor import CHECKPOINT, Died, Executor, Order, Progress, Stopped
from app.job import ENDED, Job
from app.jobs import Jobs
from ground.errors import LeaseLost, PentimentoError, Unavailable

IDLE = 1.0  # seconds between two looks at the table, should nobody ring: another process may have put a job there
AGAIN = 1.0  # seconds until a table that could not be written is tried again

log = logging.getLogger("pentimento.jobs")


@dataclass(frozen=True)
class Workshop:
    """What all foremen share: the folder of paintings, and how paintings are made here."""

    paintings: Path
    weights: Path | None = None
    checkpoint: float = 5.0
    preview: float = 0.5
    seconds: float = 3600.0

    def order(self, job: Job) -> Order:
        folder = self.paintings / job.id
        assert job.owner  # names this claim: a stop that was meant for an earlier one must not end it
        return Order(job.owner, folder, job.facts, job.saved, self.weights, self.checkpoint, self.preview)


@dataclass
class Care:
    """Of one job while it is painted: its lease is renewed, and its worker hears when it is to stop."""

    job: Job
    jobs: Jobs
    executor: Executor
    seconds: float
    over: threading.Event = field(default_factory=threading.Event)
    nudged: threading.Event = field(default_factory=threading.Event)
    cancelled: bool = False
    too_long: bool = False

    def run(self) -> None:
        ends = time.monotonic() + self.seconds - self.job.busy
        while not self.over.is_set():
            self._look(time.monotonic() >= ends)
            self.nudged.wait(min(self.jobs.lease / 3, max(0.01, ends - time.monotonic())))
            self.nudged.clear()

    def _look(self, too_long: bool) -> None:
        try:
            if self.jobs.renew(self.job) and not self.cancelled:
                self.cancelled = True
                self.executor.stop(self.job.owner or "", cancel=True)
        except LeaseLost:
            self.executor.stop(self.job.owner or "", cancel=True)
        except Unavailable as error:
            log.warning("a lease could not be renewed", extra={"job": self.job.id, "error": str(error)})
        if too_long and not self.too_long:
            self.too_long = True
            self.executor.stop(self.job.owner or "", cancel=True)


class Foreman(threading.Thread):
    def __init__(self, jobs: Jobs, executor: Executor, workshop: Workshop) -> None:
        super().__init__(name="foreman", daemon=True)
        self.jobs, self.executor, self.workshop = jobs, executor, workshop
        self._bell, self._leaving = threading.Event(), threading.Event()
        self._care: Care | None = None

    def ring(self) -> None:
        """There may be something new: a job, or a wish to cancel one."""
        self._bell.set()

    def cancel(self, id: str) -> None:
        care = self._care
        if care and care.job.id == id:
            care.nudged.set()

    def run(self) -> None:
        while not self._leaving.is_set():
            job = self._claimed()
            if job:
                self._work_safely(job)
            else:
                self._bell.wait(IDLE)
                self._bell.clear()

    def leave(self) -> None:
        """Take no more work; what is being painted goes into a checkpoint and back to the queue."""
        self._leaving.set()
        self.ring()
        care = self._care
        if care:
            self.executor.stop(care.job.owner or "", cancel=False)

    def _claimed(self) -> Job | None:
        try:
            return self.jobs.claim()
        except Unavailable as error:
            log.warning("no job could be taken", extra={"error": str(error)})
            self._leaving.wait(AGAIN)
            return None

    def _work_safely(self, job: Job) -> None:
        """Whatever happens, the next job is taken; this one goes back to the queue when its lease ends."""
        try:
            self._work(job)
        except Exception:
            log.exception("the foreman stumbled", extra={"job": job.id})

    def _work(self, job: Job) -> None:
        self._care = care = Care(job, self.jobs, self.executor, self.workshop.seconds)
        watch = threading.Thread(target=care.run, name="care", daemon=True)
        watch.start()
        try:
            self._paint(care)
        except LeaseLost:
            log.warning("a claim was lost", extra={"job": job.id})
        finally:
            self._care = None
            care.over.set()
            care.nudged.set()
            watch.join()

    def _paint(self, care: Care) -> None:
        order = self.workshop.order(care.job)
        try:
            if self._leaving.is_set():  # said between the claim and now, to nobody
                raise Stopped("the server stops")
            with closing(self.executor.paint(order)) as reports:
                for progress in reports:
                    self._tell(care.job, progress)
            self._until_written(lambda: self.jobs.end(care.job, "finished"))
        except LeaseLost:
            raise
        except PentimentoError as error:
            ended = partial(self._ended, care, error)
            self._until_written(ended)
        self._clear(care.job)

    def _tell(self, job: Job, progress: Progress) -> None:
        saved = progress.step if progress.saved else 0
        try:
            self.jobs.report(job, "iterate", progress.step, _data(progress), saved)
        except Unavailable as error:  # the painting goes on; if the disk is full it will fail by itself
            log.warning("a step could not be told", extra={"job": job.id, "error": str(error)})

    def _ended(self, care: Care, error: PentimentoError) -> None:
        job = care.job
        if isinstance(error, Stopped) and care.too_long:
            reason = f"the painting took longer than {self.workshop.seconds:g} s; ask for a smaller one or fewer steps"
            self.jobs.end(job, "failed", reason)
        elif isinstance(error, Stopped) and care.cancelled:
            self.jobs.end(job, "cancelled", data={"step": self._step(job)})
        elif isinstance(error, Stopped | Died):
            self.jobs.give_back(job, died=isinstance(error, Died) and not self._leaving.is_set())
        else:
            self.jobs.end(job, "failed", str(error))

    def _step(self, job: Job) -> int:
        found = self.jobs.get(job.id)
        return found.step if found else job.step

    def _until_written(self, write: Callable[[], None]) -> None:
        """A full disk must not lose what became of a job; if the server is stopped first, the job is done again."""
        while True:
            try:
                return write()
            except Unavailable as error:
                log.error("what became of a job could not be written yet", extra={"error": str(error)})
                if self._leaving.wait(AGAIN):
                    return None

    def _clear(self, job: Job) -> None:
        """Checkpoints are large, and of no use once the table says that the job has ended."""
        found = self.jobs.get(job.id)
        if found is None or found.status in ENDED:
            (self.workshop.paintings / job.id / CHECKPOINT).unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """All that is kept of one painting."""
    shutil.rmtree(folder, ignore_errors=True)


def _data(progress: Progress) -> dict[str, object]:
    told = {
        name: getattr(progress, name)
        for name in ("scale", "scales", "content", "style", "total", "seconds", "note")
    }
    return told | {"preview": progress.step if progress.previewed else None}
