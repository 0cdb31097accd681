"""Describing: a picture in, words out; nothing of it is kept."""

import asyncio
import base64
import binascii
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from app.api import pictures
from app.api.common import Here
from app.interpreter import Interpreter
from app.problems import Problem, responses
from app.schemas import DescribeIn, DescriptionOut
from app.studio import Studio
from captioning.describer import Description

router = APIRouter(prefix="/v1/describe", tags=["describe"])

FIELDS = ("image", "file")
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "JSON with the picture as base64, a form with it in the field `image`, or the picture itself.",
        "content": {
            "application/json": {"schema": DescribeIn.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["image"],
                    "properties": {"image": {"type": "string", "format": "binary"}},
                }
            },
            **dict.fromkeys(("image/jpeg", "image/png", "image/webp", "image/tiff"), pictures.BINARY),
        },
    }
}
BAD = responses("bad-request", "too-large", "unsupported-media", "bad-picture", "unavailable")


def _interpreter(request: Request) -> Interpreter:
    found: Interpreter = request.app.state.interpreter
    return found


@router.post("", response_model=DescriptionOut, openapi_extra=BODY, responses=BAD)
async def describe(
    request: Request, studio: Here, interpreter: Annotated[Interpreter, Depends(_interpreter)]
) -> DescriptionOut:
    """Say what a picture shows, in English: a machine's words, with how sure it is and which model said so."""
    body, context = await _sent(request)
    if len(body) > studio.settings.upload:
        raise Problem(
            "too-large", f"the picture has {len(body)} bytes and {studio.settings.upload} are allowed"
        )
    if not body:
        raise Problem("bad-picture", "nothing was sent; send a picture")
    return _told(await asyncio.to_thread(_described, studio, interpreter, body, context))


async def _sent(request: Request) -> tuple[bytes, str]:
    """The picture, and the text that stands around it."""
    media = pictures.media_of(request)
    if media == "application/json":
        asked = _parsed(await request.body())
        return _decoded(asked.image), asked.context
    if media == "multipart/form-data":
        return await pictures.file_of(request, *FIELDS), ""
    return await pictures.body_of(request), ""


def _parsed(body: bytes) -> DescribeIn:
    try:
        return DescribeIn.model_validate_json(body)
    except ValidationError as error:
        faults = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors(include_input=False)]
        raise RequestValidationError(faults) from error


def _decoded(text: str) -> bytes:
    """Base64, with or without what a browser writes before it, and with line breaks or without."""
    if text.startswith("data:"):
        text = text.partition(",")[2]
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Problem(
            "bad-request", "`image` is no base64; send the bytes of a picture so encoded"
        ) from error


def _described(studio: Studio, interpreter: Interpreter, body: bytes, context: str) -> Description:
    with studio.metrics.timed("describe"):
        return interpreter.describe(body, context)


def _told(found: Description) -> DescriptionOut:
    told = found.as_json("")
    del told["image"]
    return DescriptionOut(**told)
