"""The application: the studio behind its addresses, and behind the guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from starlette.middleware.cors import CORSMiddleware

from app import pages, problems
from app.api import describe, health, history, paintings, pictures, recipes, variations, works
from app.courtesy import Courtesy
from app.guard import Guard
from app.interpreter import Interpreter
from app.problems import PROBLEMS, Problem
from app.settings import Settings
from app.studio import Studio

ABOUT = "Words in, a painting out, and the two paintings it came from."
EVERYWHERE = ("key-needed", "foreign-origin", "wrong-host", "too-large", "internal")


def create(settings: Settings) -> FastAPI:
    studio = Studio(settings)
    app = FastAPI(
        title="Pentimento",
        description=ABOUT,
        version=metadata.version("pentimento"),
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name + "_" + str(route.tags[0] if route.tags else ""),
    )
    app.state.studio = studio
    app.state.interpreter = Interpreter(settings.indexes, settings.encoder_weights)
    for part in (works, history, paintings, variations, recipes, pictures, describe, health):
        app.include_router(part.router)
    pages.open_to(app)
    app.get("/problems/{type}", include_in_schema=False)(_problem)
    problems.handle(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=["Location", "Retry-After"],
        )
    app.add_middleware(Courtesy)
    app.add_middleware(Guard, settings=settings, metrics=studio.metrics)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    studio: Studio = app.state.studio
    studio.bell.hang()
    await anyio.to_thread.run_sync(studio.start)
    yield
    await anyio.to_thread.run_sync(studio.stop)


def _openapi(app: FastAPI) -> dict[str, Any]:
    """Ours for errors: FastAPI would promise its own shape for 422, and knows nothing of the guard."""
    if app.openapi_schema:
        return app.openapi_schema
    told = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
    schemas = told["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = problems.SCHEMA
    told["components"]["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer"},
        "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    }
    told["security"] = [{}, {"bearer": []}, {"header": []}]
    for path, operations in told["paths"].items():
        for operation in operations.values():
            _completed(
                operation, takes_input="parameters" in operation or "requestBody" in operation, path=path
            )
    app.openapi_schema = told
    return told


def _completed(operation: dict[str, Any], takes_input: bool, path: str) -> None:
    answers = operation["responses"]
    answers.pop("422", None) if "HTTPValidationError" in str(answers.get("422")) else None
    usual = [*EVERYWHERE, *(("invalid", "bad-request") if takes_input else ())]
    for status, answer in problems.responses(*usual).items():
        known = answers.setdefault(str(status), answer)
        if known is not answer:
            known["description"] += f" {answer['description']}"


def _problem(type: str) -> JSONResponse:
    """What a problem's type means."""
    if type not in PROBLEMS:
        raise Problem("not-found", f"there is no problem {type!r}")
    status, meaning = PROBLEMS[type]
    return JSONResponse({"type": f"/problems/{type}", "status": status, "meaning": meaning})
