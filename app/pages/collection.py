"""The collection: everything that one has had painted, searched, filtered, favoured and thrown away."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app import views
from app.api.common import Client, Here, cursor, place
from app.history import Wish
from app.job import ENDED, Job
from app.pages.sheet import Cell, shape
from app.pages.site import page
from app.studio import Studio

SHOWN = ("all", "finished", "favourites", "sheets", "bin")
MANY = 36  # paintings on a page
SHEETS = 8
LONGEST = 200  # characters of a search

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Looking:
    """What is looked for; all of it stands in the address."""

    words: str
    shown: str
    after: str | None

    @classmethod
    def of(cls, request: Request) -> "Looking":
        asked, shown = request.query_params, request.query_params.get("show", "")
        shown = shown if shown in SHOWN else SHOWN[0]
        return cls(asked.get("q", "").strip()[:LONGEST], shown, asked.get("after"))

    def wish(self) -> Wish:
        """A search finds the cells of sheets too; otherwise a sheet would fill the wall with itself."""
        return Wish(
            self.words,
            status="finished" if self.shown == "finished" else None,
            favourite=True if self.shown == "favourites" else None,
            alone=True if self.shown in ("all", "finished") and not self.words else None,
            binned=self.shown == "bin",
        )

    def older(self, last: int) -> str:
        asked = {"q": self.words, "show": self.shown, "after": cursor(last)}
        return "/collection?" + urlencode({name: value for name, value in asked.items() if value})


@dataclass(frozen=True)
class Tile(Cell):
    ended: bool
    created: datetime


@router.get("/collection")
def collection(request: Request, studio: Here, client: Client) -> Response:
    looking = Looking.of(request)
    hangs = _sheets if looking.shown == "sheets" else _tiles
    return page(request, "collection.html", looking=looking, shown=SHOWN, **hangs(studio, client, looking))


def _tiles(studio: Studio, client: str, looking: Looking) -> dict[str, Any]:
    found = studio.history.find(client, looking.wish(), place(looking.after), MANY)
    older = looking.older(found[-1].sequence) if len(found) == MANY else ""
    return {"tiles": [_tile(studio, job) for job in found], "sheets": [], "older": older}


def _tile(studio: Studio, job: Job) -> Tile:
    created = datetime.fromtimestamp(job.created, UTC)
    told, seen = views.painting(studio, job), views.previewed(studio, job)
    return Tile(told, seen, *shape(job), job.status in ENDED, created)


def _sheets(studio: Studio, client: str, looking: Looking) -> dict[str, Any]:
    found = studio.history.sheets(client, looking.words, place(looking.after), SHEETS)
    older = looking.older(found[-1][-1].sequence) if len(found) == SHEETS else ""
    return {"tiles": [], "sheets": [views.batch(studio, jobs) for jobs in found], "older": older}
