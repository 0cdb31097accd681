"""Problems: every answer that is no success, as RFC 9457 describes them, and what each type means."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from app.discretion import discreet
from ground import errors

MEDIA = "application/problem+json"
AGAIN = 5  # seconds after which asking again makes sense

# type: (status, what it means)
PROBLEMS: dict[str, tuple[int, str]] = {
    "bad-request": (400, "The request cannot be read."),
    "key-needed": (401, "The studio asks for an API key, and none or an unknown one was sent."),
    "foreign-origin": (403, "A page of another site called, which the settings do not name."),
    "not-found": (404, "There is nothing of this name, or it is somebody else's."),
    "method-not-allowed": (405, "This address does not answer this method."),
    "not-finished": (409, "The painting has not ended, or ended without what was asked for."),
    "too-large": (413, "What was sent is larger than the settings allow."),
    "unsupported-media": (415, "This format is not known here."),
    "bad-range": (416, "The file ends before what was asked for begins."),
    "wrong-host": (421, "The request names a host that is not this studio."),
    "invalid": (422, "A field is missing, unknown or out of bounds; `errors` tells which."),
    "bad-recipe": (422, "An unknown recipe or setting, or an impossible value."),
    "bad-picture": (422, "A picture that cannot be read, or that carries no recipe."),
    "bad-query": (422, "Words of which nothing is understood, or a filter or number that cannot be."),
    "key-reused": (422, "The Idempotency-Key came before with another body."),
    "bad-input": (422, "Something else that was given cannot be used."),
    "queue-full": (429, "As many paintings wait as may; Retry-After tells when to ask again."),
    "failed": (500, "The work failed; `detail` tells why."),
    "internal": (500, "A fault of the studio's own; its log knows more."),
    "unavailable": (
        503,
        "Something that this needs is not ready or out of order; ask again after Retry-After.",
    ),
}

OF_ERRORS: dict[type[errors.PentimentoError], str] = {
    errors.BadRecipe: "bad-recipe",
    errors.BadPicture: "bad-picture",
    errors.BadQuery: "bad-query",
    errors.KeyReused: "key-reused",
    errors.BadIndex: "unavailable",
    errors.BadWeights: "unavailable",
    errors.BadGallery: "unavailable",
    errors.BadInput: "bad-input",
    errors.QueueFull: "queue-full",
    errors.Unavailable: "unavailable",
    errors.PentimentoError: "failed",
}

log = logging.getLogger("pentimento.http")


class Problem(Exception):
    """To be raised by whoever knows what the matter is."""

    def __init__(self, type: str, detail: str = "", **more: Any) -> None:
        self.type, self.detail, self.more = type, detail, more
        super().__init__(detail or PROBLEMS[type][1])

    def answer(self) -> JSONResponse:
        status, meaning = PROBLEMS[self.type]
        body = {
            "type": f"/problems/{self.type}",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": self.detail or meaning,
            **self.more,
        }
        return JSONResponse(body, status, _headers(status), MEDIA)


class TooLarge(HTTPException):
    """Raised while a body is read, where only this class passes through untouched."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"more than {limit} bytes were sent; send a smaller picture")


def handle(app: FastAPI) -> None:
    """Every way in which a request can go wrong ends in a problem."""
    app.add_exception_handler(Problem, _of_problem)
    app.add_exception_handler(errors.PentimentoError, _of_error)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_fault)


def responses(*types: str) -> dict[int | str, dict[str, Any]]:
    """The problems of an operation, for OpenAPI."""
    found: dict[int | str, dict[str, Any]] = {}
    for type_ in types:
        status, meaning = PROBLEMS[type_]
        known = found.get(status)
        said = f"{known['description']} {meaning}" if known else meaning
        schema = {"$ref": "#/components/schemas/Problem"}
        found[status] = {"description": said, "content": {MEDIA: {"schema": schema}}}
    return found


SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "RFC 9457. `type` is one of those that docs/api.md explains.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "examples": ["/problems/not-found"]},
        "title": {"type": "string", "examples": ["Not Found"]},
        "status": {"type": "integer", "examples": [404]},
        "detail": {"type": "string", "examples": ["there is no painting 0123456789abcdef"]},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def _of_problem(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Problem)
    return _answer(request, problem)


def _of_error(request: Request, error: Exception) -> Response:
    type_ = next(type_ for kind, type_ in OF_ERRORS.items() if isinstance(error, kind))
    return _answer(request, Problem(type_, discreet(str(error))))


def _of_validation(request: Request, error: Exception) -> Response:
    """Names and reasons, never the values: they may be words that a user typed."""
    assert isinstance(error, RequestValidationError)
    faults = [
        {"field": ".".join(map(str, fault["loc"][1:])) or str(fault["loc"][0]), "message": fault["msg"]}
        for fault in error.errors()
    ]
    detail = "; ".join(f"{fault['field']}: {fault['message']}" for fault in faults[:3])
    return _answer(request, Problem("invalid", detail, errors=faults))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    types = {status: type_ for type_, (status, _) in reversed(PROBLEMS.items())}
    problem = Problem(types.get(error.status_code, "bad-request"), _detail(error))
    answer = _answer(request, problem)
    answer.headers.update(error.headers or {})
    return answer


def _detail(error: HTTPException) -> str:
    return error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""


def _of_fault(request: Request, error: Exception) -> Response:
    log.error("a fault", exc_info=error, extra={"path": request.url.path})
    return _answer(request, Problem("internal"))


def _answer(request: Request, problem: Problem) -> Response:
    """As a page for who came by a link or by typing an address; else as its document."""
    if request.url.path.startswith("/v1/") or "text/html" not in request.headers.get("accept", ""):
        return problem.answer()
    page: Response = request.app.state.problem_page(request, problem)
    page.headers.update(_headers(page.status_code) or {})
    return page


def _headers(status: int) -> Mapping[str, str] | None:
    match status:
        case 401:
            return {"WWW-Authenticate": "Bearer"}
        case 429 | 503:
            return {"Retry-After": str(AGAIN)}
    return None
