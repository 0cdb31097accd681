"""An archive: finished paintings and a manifest of them in one ZIP, made in a file and not in memory."""

import json
import tempfile
import zipfile
from pathlib import Path

from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from app import views
from app.executor import PAINTING
from app.job import Job
from app.problems import Problem
from app.studio import Studio


def archive(studio: Studio, jobs: list[Job], asked: int) -> FileResponse:
    """Sent, and then deleted."""
    if len(jobs) < asked:
        raise Problem("not-found", "one of these paintings is not there")
    files = [studio.folder(job) / PAINTING for job in jobs if job.status == "finished"]
    if len(files) < len(jobs) or not files:
        raise Problem("not-finished", "one of these paintings is not finished")
    with tempfile.NamedTemporaryFile(prefix="pentimento-", suffix=".zip", delete=False) as made:
        _fill(zipfile.ZipFile(made, "w", zipfile.ZIP_STORED), studio, jobs)
    file = Path(made.name)
    gone = BackgroundTask(file.unlink, missing_ok=True)
    return FileResponse(file, media_type="application/zip", filename="pentimento.zip", background=gone)


def _fill(made: zipfile.ZipFile, studio: Studio, jobs: list[Job]) -> None:
    """Stored and not deflated: pictures are small already."""
    with made:
        for number, job in enumerate(jobs, 1):
            made.write(studio.folder(job) / PAINTING, f"{number:03}-{job.id}.png")
        manifest = [views.painting(studio, job).model_dump(mode="json") for job in jobs]
        made.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2))
