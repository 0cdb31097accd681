"""Views: jobs, works and pictures as the outside sees them."""

from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app import uploads
from app.executor import PREVIEW
from app.job import ENDED, Job
from app.schemas import (
    CellOut,
    ChosenOut,
    MatchOut,
    PaintingOut,
    PictureOut,
    SuggestionOut,
    WorkOut,
)
from app.sheets import BatchOut
from app.studio import Studio
from retrieval.search import Match, Suggestion
from retrieval.work import Work


def work(found: Work, collection: str) -> WorkOut:
    told = {
        name: getattr(found.told, name)
        for name in WorkOut.model_fields
        if name not in ("collection", "image")
    }
    return WorkOut(
        collection=collection, image=f"/v1/works/{collection}/{quote(found.id, safe='')}/image", **told
    )


def match(found: Match, collection: str) -> MatchOut:
    return MatchOut(rank=found.rank, score=found.score, work=work(found.work, collection))


def suggestion(found: Suggestion) -> SuggestionOut:
    styles = [match(style, "style") for style in found.styles]
    own = work(found.work, "content")
    return SuggestionOut(rank=found.rank, score=found.score, work=own, styles=styles, why=found.why)


def painting(studio: Studio, job: Job) -> PaintingOut:
    url, facts = f"/v1/paintings/{job.id}", job.facts
    position, estimate = _outlook(studio, job)
    return PaintingOut(
        id=job.id,
        status=job.status,
        batch=job.batch,
        cell=_cell(facts),
        favourite=job.favourite,
        deleted=job.binned,
        title=facts["title"],
        description=facts["description"],
        content=_chosen(facts, "content"),
        style=_chosen(facts, "style"),
        recipe=facts["recipe"],
        step=job.step,
        steps=job.steps,
        position=position,
        estimate=estimate,
        cancelling=job.cancel and job.status == "running",
        reason=job.reason,
        created=job.created,
        started=job.started,
        ended=job.ended,
        url=url,
        **{name: f"{url}/{name}" for name in ("events", "preview", "image", "curve")},
    )


def previewed(studio: Studio, job: Job) -> bool:
    return (studio.folder(job) / PREVIEW).is_file()


def batch(studio: Studio, jobs: list[Job]) -> BatchOut:
    id = str(jobs[0].batch)
    url = f"/v1/variations/{id}"
    ended = all(job.status in ENDED for job in jobs)
    cells = [_cell(job.facts) or CellOut(row=0, column=place) for place, job in enumerate(jobs)]
    return BatchOut(
        id=id,
        status="ended" if ended else "running",
        kind=jobs[0].facts.get("sheet", "variations"),
        rows=1 + max(cell.row for cell in cells),
        columns=1 + max(cell.column for cell in cells),
        counts=dict(Counter(job.status for job in jobs)),
        step=sum(job.step for job in jobs),
        steps=sum(job.steps for job in jobs),
        url=url,
        events=f"{url}/events",
        archive=f"{url}/archive",
        paintings=[painting(studio, job) for job in jobs],
    )


def picture(file: Path) -> PictureOut:
    width, height = uploads.size(file)
    return PictureOut(id=file.stem, width=width, height=height, image=f"/v1/pictures/{file.stem}/image")


def _cell(facts: dict[str, Any]) -> CellOut | None:
    place = facts.get("cell")
    return CellOut(row=place[0], column=place[1]) if place else None


def _chosen(facts: dict[str, Any], role: str) -> ChosenOut:
    chosen, entry = facts["chosen"][role], facts[role]["source"]["work"] or {}
    id, collection = chosen["id"], chosen["collection"]
    place = f"works/{collection}" if collection else "pictures"
    image = f"/v1/{place}/{quote(id, safe='')}/image"
    return ChosenOut(
        id=id,
        collection=collection,
        title=entry.get("title", ""),
        artist=entry.get("artist", ""),
        image=image if collection or Path(facts[role]["file"]).is_file() else None,
    )


def _outlook(studio: Studio, job: Job) -> tuple[int | None, float | None]:
    """How many come first, and the seconds until this one is done."""
    if job.status in ENDED:
        return None, None
    pace = studio.jobs.pace()
    if job.status == "running":
        left = job.company * job.cost * (1 - job.step / max(1, job.steps))
        return None, None if pace is None else pace * left
    position, cost = studio.jobs.ahead(job)
    workers = max(1, studio.settings.workers)
    return position, None if pace is None else pace * cost / workers
