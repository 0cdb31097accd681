"""A painting's own page: waited for, watched and looked at, all under one address."""

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app import painting as making
from app import uploads, views
from app.api.common import Here, Painting
from app.executor import PAINTING, PREVIEW
from app.job import ENDED, Job
from app.pages.asked import Asked
from app.pages.options import as_text
from app.pages.site import page
from app.schemas import PaintingOut
from app.studio import Studio
from ground.errors import BadInput
from style_transfer import RECIPES, Recipe

TOLD = ("date", "technique", "licence")  # of a work, besides its title and its artist

router = APIRouter(include_in_schema=False)


@router.get("/paintings/{id}")
def painting(job: Painting, request: Request, studio: Here) -> Response:
    told, recipe = views.painting(studio, job), Recipe.checked(job.facts["recipe"])
    width, height = _size(studio, job, recipe)
    return page(
        request,
        "painting.html",
        job=told,
        ended=job.status in ENDED,
        recipe=recipe,
        changed=_changed(recipe),
        width=width,
        height=height,
        previewed=(studio.folder(job) / PREVIEW).is_file(),
        works={role: _entry(job, role) for role in ("content", "style")},
        work_at=_work_at(recipe),
        again=_again(told, recipe),
    )


def _entry(job: Job, role: str) -> dict[str, str]:
    """What the painting's note tells of a work that it was made from; nothing of a picture of one's own."""
    entry: dict[str, str] = job.facts[role]["source"]["work"] or {}
    return {name: entry.get(name, "") for name in TOLD}


def _size(studio: Studio, job: Job, recipe: Recipe) -> tuple[int, int]:
    """Of the painting, or of what it is to be: its content's shape, unless that is stretched."""
    for file in (studio.folder(job) / PAINTING, Path(job.facts["content"]["file"])):
        if file.is_file() and not (recipe.square and file.name != PAINTING):
            width, height = uploads.size(file)
            scale = recipe.size / max(width, height)
            return round(width * scale), round(height * scale)
    return recipe.size, recipe.size


def _work_at(recipe: Recipe) -> list[dict[str, float]]:
    """Of each scale: its side, its steps, and what one of them costs; from this a page tells the time left."""
    return [
        {"side": side, "steps": steps, "cost": side**2 + making.OVERHEAD}
        for side, steps in zip(recipe.scales, recipe.steps_at, strict=True)
    ]


def _changed(recipe: Recipe) -> dict[str, str]:
    """The settings that are not the named recipe's own."""
    try:
        usual = Recipe.named(recipe.name if recipe.name in RECIPES else "studio").model_dump()
    except BadInput:
        usual = {}
    own = recipe.model_dump()
    return {name: as_text(own[name]) for name in own if name != "name" and own[name] != usual.get(name)}


def _again(told: PaintingOut, recipe: Recipe) -> str:
    """The first room with everything as it was."""
    name = recipe.name if recipe.name in RECIPES else "studio"
    return Asked(
        title=told.title,
        description=told.description,
        content=told.content.id,
        style=told.style.id,
        recipe=name,
        settings=_changed(recipe),
    ).url()
