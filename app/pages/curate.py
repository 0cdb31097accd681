"""Curate: the order of a collection, as a map, as groups of duplicates and as works that want a look."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from app.api.common import Here
from app.library import COLLECTIONS
from app.pages import hung, static
from app.pages.hung import Hung
from app.pages.site import page
from app.problems import Problem
from app.studio import Studio
from app.surveys import Coming
from curation.groups import Group
from curation.health import FAULTS
from curation.report.page import MAP_STYLE, SCRIPT
from curation.survey import Survey
from retrieval.work import Work

SHOWN = 40  # groups, or works with one fault

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Shown:
    """A work with what is said of it here."""

    hung: Hung
    said: str = ""
    kept: bool = False


@dataclass(frozen=True)
class Copies:
    tier: str
    works: list[Shown]
    why: str
    splits: str


@router.get("/curate")
def curate(request: Request, studio: Here, collection: str = COLLECTIONS[0]) -> Response:
    coming = studio.surveys.of(collection)
    found = coming.survey
    return page(
        request,
        "curate.html",
        collection=collection,
        collections=COLLECTIONS,
        coming=coming,
        survey=found,
        groups=[]
        if found is None
        else [_copies(studio, collection, group) for group in found.groups()[:SHOWN]],
        flagged={} if found is None else _flagged(studio, collection, found),
    )


@router.get("/curate/work-map.js")
def script(request: Request) -> Response:
    return static.packed(request, SCRIPT.read_bytes(), static.MEDIA[".js"], {"Cache-Control": "no-cache"})


@router.get("/curate/work-map.css")
def style(request: Request) -> Response:
    return static.packed(request, MAP_STYLE.read_bytes(), static.MEDIA[".css"], {"Cache-Control": "no-cache"})


@router.get("/curate/{collection}/map")
def map_(collection: str, studio: Here) -> Response:
    coming = _ready(studio, collection)
    assert coming.survey is not None
    assert coming.atlas is not None

    def place(work: Work) -> str:
        return f"/works/{collection}/{quote(work.id, safe='')}"

    return JSONResponse(coming.survey.map(coming.atlas, f"/curate/{collection}/atlas", place))


@router.get("/curate/{collection}/atlas")
def atlas(collection: str, studio: Here) -> Response:
    drawn = _ready(studio, collection).atlas
    assert drawn is not None
    return Response(drawn.sheet, media_type="image/webp", headers={"Cache-Control": "private, no-cache"})


def _ready(studio: Studio, collection: str) -> Coming:
    coming = studio.surveys.of(collection)
    if coming.survey is None:
        raise Problem("not-found", coming.trouble or "the collection is still being surveyed; ask again")
    return coming


def _copies(studio: Studio, collection: str, group: Group) -> Copies:
    works = [Shown(_hung(studio, collection, work), kept=work is group.keep) for work in group.works]
    why = ", ".join(sorted({link.how for link in group.links if link.how}))
    return Copies(group.tier, works, why, ", ".join(group.splits))


def _flagged(studio: Studio, collection: str, found: Survey) -> dict[str, list[Shown]]:
    """By fault, the worst first."""
    told: dict[str, list[Shown]] = {fault: [] for fault in FAULTS}
    for flag in found.health.flags:
        if len(told[flag.fault]) < SHOWN:
            told[flag.fault].append(Shown(_hung(studio, collection, flag.work), flag.detail))
    return {fault: works for fault, works in told.items() if works}


def _hung(studio: Studio, collection: str, work: Work) -> Hung:
    return hung.work(studio, collection, studio.library.work(collection, work.id))
