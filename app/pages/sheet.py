"""A sheet: every painting of one text, or one painting at every strength, side by side while they come into being."""

from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app import views
from app.api.common import Batch, Here
from app.job import Job
from app.pages import hung
from app.pages.hung import SQUARE
from app.pages.site import page
from app.schemas import PaintingOut
from app.sheets import BatchOut
from app.studio import Studio

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Cell:
    painting: PaintingOut
    previewed: bool
    width: int
    height: int


@router.get("/sheets/{id}")
def sheet(jobs: Batch, request: Request, studio: Here) -> Response:
    told = views.batch(studio, jobs)
    return page(request, "sheet.html", sheet=told, first=told.paintings[0], rows=_rows(studio, told, jobs))


def _rows(studio: Studio, told: BatchOut, jobs: list[Job]) -> list[list[Cell]]:
    """From left to right; one that was forgotten leaves no gap."""
    found: list[list[Cell]] = [[] for _ in range(told.rows)]
    for painting, job in zip(told.paintings, jobs, strict=True):
        row = painting.cell.row if painting.cell else 0
        found[row].append(Cell(painting, views.previewed(studio, job), *shape(job)))
    return [row for row in found if row]


def shape(job: Job) -> tuple[int, int]:
    """Of the subject, which is the painting's own unless that is stretched."""
    file = Path(job.facts["content"]["file"])
    return SQUARE if job.facts["recipe"]["square"] else hung.size(file)
