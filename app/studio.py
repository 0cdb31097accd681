"""The studio: everything that a running server has, started together and stopped together."""

import logging
import shutil
import threading
import time
from pathlib import Path

from app.bell import Bell
from app.executor import Executor
from app.foreman import Foreman, Workshop, remove
from app.history import History
from app.job import Job, Room
from app.jobs import Jobs
from app.library import Library
from app.local import Local
from app.metrics import Metrics
from app.settings import Settings
from app.thumbnails import Thumbnails
from app.uploads import Uploads
from ground.errors import PentimentoError

SPARE = 200_000_000  # bytes that must be free on the disk for the studio to call itself ready
GRACE = 2.5  # seconds that paintings have to reach a checkpoint when the studio stops
SWEEP = 3600.0  # seconds between two looks for what is older than the retention
DAY = 86400.0

log = logging.getLogger("pentimento.studio")


class Studio:
    def __init__(self, settings: Settings) -> None:
        self.settings, self.metrics, self.bell = settings, Metrics(), Bell()
        data = settings.data
        self.paintings = data / "paintings"
        self.jobs = Jobs(data / "jobs.sqlite", lease=settings.lease)
        self.history = History(self.jobs)
        self.library = Library(settings.indexes, settings.encoder_weights, data / "thumbnails")
        self.thumbnails = Thumbnails(data / "thumbnails")
        self.uploads = Uploads(data / "pictures", settings.upload)
        self.room = Room(settings.queue, settings.jobs_a_client)
        self.executors: list[Executor] = []
        self.foremen: list[Foreman] = []
        self.leaving = threading.Event()

    def start(self) -> None:
        """Workers first: they warm up in processes of their own while the indexes are opened in a thread."""
        settings = self.settings
        workshop = Workshop(
            self.paintings, settings.weights, settings.checkpoint, settings.preview, settings.seconds
        )
        self.executors = [Local() for _ in range(settings.workers)]
        self.foremen = [Foreman(self.jobs, executor, workshop) for executor in self.executors]
        self.jobs.told.append(self.bell.ring)
        for foreman in self.foremen:
            self.jobs.told.append(foreman.ring)
            foreman.start()
        for chore in (self._open, self._sweep):
            threading.Thread(target=chore, name=chore.__name__, daemon=True).start()

    def leave(self) -> None:
        """Take no more work, end event streams, keep what is being painted; returns at once."""
        self.leaving.set()
        self.bell.ring()
        for foreman in self.foremen:
            foreman.leave()

    def stop(self) -> None:
        """A step that takes longer than the grace is given up: its painting goes on from the last checkpoint."""
        self.leave()
        ends = time.monotonic() + GRACE
        for foreman in self.foremen:
            foreman.join(max(0.0, ends - time.monotonic()))
        for executor in self.executors:
            executor.close()
        for foreman in self.foremen:
            foreman.join(1)
        self.jobs.close()

    def cancel(self, id: str) -> Job | None:
        job = self.jobs.cancel(id)
        for foreman in self.foremen:
            foreman.cancel(id)
        return job

    def forget(self, id: str) -> bool:
        """Delete an ended job and its files; the table first, or a listing would show what is half gone."""
        gone = self.jobs.delete(id)
        if gone:
            remove(self.paintings / id)
            for file in self.thumbnails.folder.glob(f"{id}-*"):
                file.unlink(missing_ok=True)
        return gone

    def folder(self, job: Job) -> Path:
        return self.paintings / job.id

    def checks(self) -> dict[str, str]:
        """What must be well for the studio to be ready, each with what is the matter, or nothing."""
        return {
            "indexes": self.library.trouble,
            "jobs": self._jobs_trouble(),
            "disk": self._disk_trouble(),
            "workers": self._workers_trouble(),
            "server": "the studio is stopping" if self.leaving.is_set() else "",
        }

    def gauges(self) -> dict[str, float]:
        counts = self.jobs.counts()
        pace = self.jobs.pace()
        told: dict[str, float] = {f'jobs{{status="{status}"}}': many for status, many in counts.items()}
        steps, seconds = self.jobs.speed()
        return told | {
            "queue_length": counts["queued"],
            "workers_ready": sum(executor.ready for executor in self.executors),
            "steps_per_second": steps / seconds if seconds else 0.0,
            "seconds_per_megapixel_step": (pace or 0.0) * 1e6,
            "disk_free_bytes": shutil.disk_usage(self.settings.data).free,
        }

    def _jobs_trouble(self) -> str:
        try:
            self.jobs.counts()
        except PentimentoError as error:
            return str(error)
        return ""

    def _disk_trouble(self) -> str:
        try:
            free = shutil.disk_usage(self.settings.data).free
        except OSError as error:
            return f"the data folder cannot be read ({error.strerror})"
        return "" if free >= SPARE else f"only {free // 1_000_000} MB are free in the data folder; make room"

    def _workers_trouble(self) -> str:
        ready = sum(executor.ready for executor in self.executors)
        return "" if ready or not self.executors else "the workers are starting"

    def _open(self) -> None:
        begun = time.monotonic()
        try:
            self.library.open()
        except PentimentoError as error:
            self.library.trouble = str(error)
            log.error("the indexes cannot be opened", extra={"error": str(error)})
        except Exception:
            self.library.trouble = "the indexes cannot be opened; the log knows more"
            log.exception("the indexes cannot be opened")
        else:
            log.info("the indexes are open", extra={"seconds": round(time.monotonic() - begun, 2)})

    def _sweep(self) -> None:
        while not self.leaving.is_set():
            try:
                self.prune()
            except PentimentoError as error:
                log.warning("old paintings could not be deleted", extra={"error": str(error)})
            self.leaving.wait(SWEEP)

    def prune(self) -> None:
        """Only with a retention is anything deleted that nobody asked to delete."""
        settings, now = self.settings, self.jobs.now()
        gone = self.history.binned_before(now - settings.bin * DAY)
        if settings.retention:
            gone += self.jobs.ended_before(now - settings.retention * DAY)
        for id in gone:
            self.forget(id)
