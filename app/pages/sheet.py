"""A sheet: every painting of one text, or one painting at every strength, side by side while they come into being."""

from dataclasses import dataclass, field
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app import uploads, views
from app.api.common import Batch, Here
from app.job import Job
from app.pages.site import page
from app.schemas import BatchOut, PaintingOut
from app.studio import Studio

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Cell:
    painting: PaintingOut
    previewed: bool
    width: int
    height: int


@dataclass
class Row:
    """Its cells from left to right; the first stands for the row where its subject, or its strength, is told."""

    cells: list[Cell] = field(default_factory=list)


@router.get("/sheets/{id}")
def sheet(jobs: Batch, request: Request, studio: Here) -> Response:
    told = views.batch(studio, jobs)
    return page(request, "sheet.html", sheet=told, first=told.paintings[0], rows=rows(studio, told, jobs))


def rows(studio: Studio, told: BatchOut, jobs: list[Job]) -> list[Row]:
    found = [Row() for _ in range(told.rows)]
    for painting, job in zip(told.paintings, jobs, strict=True):
        row = painting.cell.row if painting.cell else 0
        found[row].cells.append(Cell(painting, views.previewed(studio, job), *shape(job)))
    return [row for row in found if row.cells]


def shape(job: Job) -> tuple[int, int]:
    """Of the subject, which is the painting's own unless that is stretched."""
    file = Path(job.facts["content"]["file"])
    return uploads.size(file) if file.is_file() and not job.facts["recipe"]["square"] else (1, 1)
