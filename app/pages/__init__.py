"""The pages: the studio as people see it."""

from fastapi import FastAPI, Request
from fastapi.responses import Response

from app.pages import (
    collection,
    curate,
    describe,
    entrance,
    manual,
    painting,
    sheet,
    site,
    start,
    static,
    switches,
    works,
)
from app.problems import PROBLEMS, Problem

# Each has a router; a new page is added here.
ROOMS = (start, works, painting, sheet, collection, curate, describe, manual, entrance, switches, static)


def open_to(app: FastAPI) -> None:
    for room in ROOMS:
        app.include_router(room.router)
    app.state.problem_page = problem
    site.prepare()


def problem(request: Request, told: Problem) -> Response:
    """A problem, for who reads pages and not documents."""
    status, _ = PROBLEMS[told.type]
    return site.page(request, "problem.html", status, type=told.type, detail=told.detail)
