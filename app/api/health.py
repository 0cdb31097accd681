"""Health: whether the server lives, whether it is ready, and how it has been."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from app.api.common import Here
from app.problems import AGAIN
from app.schemas import HealthOut

router = APIRouter(tags=["health"])


@router.get("/livez", response_model=HealthOut)
def alive() -> HealthOut:
    """Answered as long as the server can answer at all."""
    return HealthOut(status="alive")


@router.get(
    "/readyz",
    response_model=HealthOut,
    responses={503: {"model": HealthOut, "description": "Something is not ready; `checks` tells what."}},
)
def ready(studio: Here) -> Response:
    """Whether indexes, jobs, disk and workers are well."""
    checks = studio.checks()
    well = not any(checks.values())
    body = HealthOut(status="ready" if well else "not ready", checks=checks).model_dump()
    return JSONResponse(body) if well else JSONResponse(body, 503, {"Retry-After": str(AGAIN)})


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(studio: Here) -> PlainTextResponse:
    """For Prometheus."""
    text = studio.metrics.text(studio.gauges())
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4; charset=utf-8")
