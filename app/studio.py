"""The studio: everything that a running server has, started together and stopped together."""

import logging
import shutil
import threading
import time
from collections.abc import Container
from pathlib import Path

from app.bell import Bell
from app.crew import Crew
from app.discretion import discreet
from app.executor import Executor
from app.foreman import Workshop, remove
from app.history import History
from app.job import Job, Room
from app.jobs import Jobs
from app.library import Library
from app.local import several
from app.metrics import Metrics
from app.ray_executor import RayExecutor, connected
from app.settings import Settings
from app.surveys import Surveys
from app.thumbnails import Thumbnails
from app.uploads import Uploads
from ground.errors import PentimentoError

SPARE = 200_000_000  # bytes that must be free on the disk for the studio to call itself ready
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
        self.surveys = Surveys(self.library)
        self.thumbnails = Thumbnails(data / "thumbnails")
        self.uploads = Uploads(data / "pictures", settings.upload)
        self.room = Room(settings.queue, settings.jobs_a_client)
        self.crew = Crew(self.jobs, [], self._workshop())
        if settings.executor == "ray":
            connected(settings.ray)  # what is wrong with it is to be said before anybody is listened to
        self.leaving = threading.Event()

    def start(self) -> None:
        """Workers first: they warm up in processes of their own while the indexes are opened in a thread."""
        self.crew = Crew(self.jobs, self._executors(), self._workshop())
        self.jobs.told.append(self.bell.ring)
        self.crew.start()
        for chore in (self._open, self._sweep):
            threading.Thread(target=chore, name=chore.__name__, daemon=True).start()

    def leave(self) -> None:
        """Take no more work, end event streams, keep what is being painted; returns at once."""
        self.leaving.set()
        self.bell.ring()
        self.crew.leave()

    def stop(self) -> None:
        self.leave()
        self.crew.stop()
        self.jobs.close()

    def cancel(self, id: str) -> Job | None:
        job = self.jobs.cancel(id)
        self.crew.cancel(id)
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
            "workers_ready": self.crew.ready,
            "steps_per_second": steps / seconds if seconds else 0.0,
            "seconds_per_megapixel_step": (pace or 0.0) * 1e6,
            "disk_free_bytes": shutil.disk_usage(self.settings.data).free,
        }

    def _executors(self) -> list[Executor]:
        settings = self.settings
        if settings.executor == "local":
            return [*several(settings.workers)]
        wanted = settings.ray, settings.ray_cpus, settings.ray_gpus
        return [RayExecutor(*wanted) for _ in range(settings.workers)]

    def _workshop(self) -> Workshop:
        settings = self.settings
        return Workshop(
            self.paintings,
            settings.weights,
            settings.checkpoint,
            settings.preview,
            settings.seconds,
            settings.together,
        )

    def _jobs_trouble(self) -> str:
        try:
            self.jobs.counts()
        except PentimentoError as error:
            return discreet(str(error))
        return ""

    def _disk_trouble(self) -> str:
        try:
            free = shutil.disk_usage(self.settings.data).free
        except OSError as error:
            return f"the data folder cannot be read ({error.strerror})"
        return "" if free >= SPARE else f"only {free // 1_000_000} MB are free in the data folder; make room"

    def _workers_trouble(self) -> str:
        return "" if self.crew.ready or not self.crew.executors else "the workers are starting"

    def _open(self) -> None:
        begun = time.monotonic()
        try:
            self.library.open()
        except PentimentoError as error:
            self.library.trouble = discreet(str(error))
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
        old = now - settings.retention * DAY if settings.retention else float("-inf")
        for id in {*self.history.binned_before(now - settings.bin * DAY), *self.jobs.ended_before(old)}:
            self.forget(id)
        _sweep(self.uploads.folder, old, self.jobs.sources())
        _sweep(self.thumbnails.folder, old)  # they are made again for who asks again


def _sweep(folder: Path, old: float, kept: Container[str] = ()) -> None:
    for file in folder.rglob("*.*"):
        if str(file) not in kept and file.stat().st_mtime < old:
            file.unlink(missing_ok=True)
