"""The foreman: a thread that takes jobs from the table, has its executor paint them, and writes down what comes."""

import logging
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.care import Care, Charge
from app.executor import CHECKPOINT, Died, End, Executor, Order, Progress, Report
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
    preview: float | None = 0.5  # None where nobody looks
    seconds: float = 3600.0
    together: int = 5

    def order(self, job: Job) -> Order:
        folder = self.paintings / job.id
        assert job.owner  # names this claim: a stop that was meant for an earlier one must not end it
        return Order(job.owner, folder, job.facts, job.saved, self.weights, self.checkpoint, self.preview)


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
        if care and any(charge.job.id == id for charge in care.charges):
            care.nudged.set()

    def run(self) -> None:
        while not self._leaving.is_set():
            jobs = self._claimed()
            if jobs:
                self._work_safely(jobs)
            else:
                self._bell.wait(IDLE)
                self._bell.clear()

    def leave(self) -> None:
        """Take no more work; what is being painted goes into checkpoints and back to the queue."""
        self._leaving.set()
        self.ring()
        care = self._care
        for charge in care.charges if care else ():
            self.executor.stop(charge.order, cancel=False)

    def _claimed(self) -> list[Job]:
        try:
            return self.jobs.claim(self.workshop.together)
        except Unavailable as error:
            log.warning("no job could be taken", extra={"error": str(error)})
            self._leaving.wait(AGAIN)
            return []

    def _work_safely(self, jobs: list[Job]) -> None:
        """Whatever happens, the next jobs are taken; these go back to the queue when their leases end."""
        try:
            self._work(jobs)
        except Exception:
            log.exception("the foreman stumbled", extra={"jobs": [job.id for job in jobs]})

    def _work(self, jobs: list[Job]) -> None:
        self._care = care = Care(
            [Charge(job) for job in jobs], self.jobs, self.executor, self.workshop.seconds
        )
        watch = threading.Thread(target=care.run, name="care", daemon=True)
        watch.start()
        try:
            self._paint(care.charges)
        finally:
            self._care = None
            care.over.set()
            care.nudged.set()
            watch.join()

    def _paint(self, charges: list[Charge]) -> None:
        """An end is written for each, whatever the executor leaves open."""
        of = {charge.order: charge for charge in charges}
        died = False
        try:
            if not self._leaving.is_set():  # or it was said between the claim and now, to nobody
                with closing(
                    self.executor.paint([self.workshop.order(each.job) for each in charges])
                ) as reports:
                    for report in reports:
                        self._hear(of[report.order], report)
        except Died:
            died = not self._leaving.is_set()
        except PentimentoError as error:
            for charge in charges:
                self._end(charge, End(charge.order, what=error.what, mend=error.mend))
        for charge in charges:
            self._end(charge, End(charge.order, stopped=True), died)

    def _hear(self, charge: Charge, report: Report) -> None:
        if isinstance(report, End):
            self._end(charge, report)
        elif not charge.over:
            self._tell(charge, report)

    def _tell(self, charge: Charge, progress: Progress) -> None:
        saved = progress.step if progress.saved else 0
        try:
            self.jobs.report(charge.job, "iterate", progress.step, _data(progress), saved)
        except Unavailable as error:  # the painting goes on; if the disk is full it will fail by itself
            log.warning("a step could not be told", extra={"job": charge.job.id, "error": str(error)})
        except LeaseLost:
            self._lose(charge)

    def _end(self, charge: Charge, end: End, died: bool = False) -> None:
        """Once for each; the first end is the one that counts."""
        if charge.over:
            return
        try:
            self._until_written(partial(self._write_end, charge, end, died))
            self._clear(charge.job)
        except LeaseLost:
            self._lose(charge)
        charge.over = True

    def _lose(self, charge: Charge) -> None:
        """Somebody else may be painting it by now."""
        charge.over = True
        log.warning("a claim was lost", extra={"job": charge.job.id})
        self.executor.stop(charge.order, cancel=True)

    def _write_end(self, charge: Charge, end: End, died: bool) -> None:
        job = charge.job
        if end.what:
            self.jobs.end(job, "failed", end.reason)
        elif not end.stopped:
            self.jobs.end(job, "finished")
        elif charge.too_long:
            reason = f"the painting took longer than {self.workshop.seconds:g} s; ask for a smaller one or fewer steps"
            self.jobs.end(job, "failed", reason)
        elif charge.cancelled and not died:
            self.jobs.end(job, "cancelled", data={"step": self._step(job)})
        else:
            self.jobs.give_back(job, died=died)

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
