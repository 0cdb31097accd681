"""Pictures of one's own: sent, listed, looked at and deleted; and the recipe that a painting carries."""

import asyncio
import tempfile
from email.message import Message
from pathlib import Path as File
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import FileResponse
from python_multipart.exceptions import MultipartParseError
from starlette.datastructures import UploadFile

from app import commission, views
from app.api.common import KEEP, Client, Here, Size
from app.problems import Problem, responses
from app.provenance import Note
from app.schemas import PictureOut, PicturesOut, RecipeOut
from app.studio import Studio
from ground.errors import BadPicture

router = APIRouter(prefix="/v1/pictures", tags=["pictures"])

Id = Annotated[str, Path(description="The picture's id.", max_length=200)]
BINARY = {"schema": {"type": "string", "format": "binary"}}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The picture itself, or a form with it in the field `file`.",
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
            **dict.fromkeys(("image/jpeg", "image/png", "image/webp", "image/tiff"), BINARY),
            "application/octet-stream": BINARY,
        },
    }
}
BAD = responses("bad-request", "too-large", "unsupported-media", "bad-picture")


@router.post("", response_model=PictureOut, status_code=201, openapi_extra=BODY, responses=BAD)
async def send(request: Request, response: Response, studio: Here, client: Client) -> PictureOut:
    """Send a picture, to be a content or a style; its id is then used like a work's."""
    body = await body_of(request)
    found = await asyncio.to_thread(_kept, studio, client, body)
    response.headers["Location"] = f"/v1/pictures/{found.id}"
    return found


@router.post("/recipe", response_model=RecipeOut, openapi_extra=BODY, responses=BAD)
async def recipe(request: Request, studio: Here, client: Client) -> RecipeOut:
    """Read the recipe out of a painting; nothing of it is kept."""
    body = await body_of(request)
    return await asyncio.to_thread(_recipe, studio, client, body)


@router.get("", response_model=PicturesOut)
def pictures(studio: Here, client: Client) -> PicturesOut:
    """What one has sent, the youngest first."""
    return PicturesOut(pictures=[views.picture(file) for file in studio.uploads.list(client)])


@router.get("/{id}", response_model=PictureOut, responses=responses("not-found"))
def picture(id: Id, studio: Here, client: Client) -> PictureOut:
    """One picture."""
    return views.picture(studio.uploads.get(id, client))


@router.get(
    "/{id}/image",
    response_class=FileResponse,
    responses={
        200: {"content": {"image/png": {}, "image/jpeg": {}}, "description": "The picture."},
        **responses("not-found", "bad-range"),
    },
)
def image(id: Id, studio: Here, client: Client, size: Size = None) -> FileResponse:
    """Its pixels, as a JPEG when a size is asked for."""
    file = studio.uploads.get(id, client)
    headers = {"Cache-Control": KEEP}
    if size is None:
        return FileResponse(file, media_type="image/png", headers=headers)
    small = studio.thumbnails.of(file, id, size)
    return FileResponse(small, media_type="image/jpeg", headers=headers)


@router.delete("/{id}", status_code=204, responses=responses("not-found"))
def delete(id: Id, studio: Here, client: Client) -> None:
    """Delete a picture; a painting that waits for it will fail."""
    studio.uploads.delete(id, client)
    for file in studio.thumbnails.folder.glob(f"{id}-*"):
        file.unlink(missing_ok=True)


def media_of(request: Request) -> str:
    told = Message()
    told["content-type"] = request.headers.get("content-type", "application/octet-stream")
    return told.get_content_type()


async def body_of(request: Request) -> bytes:
    """Raw, or the one file of a form."""
    media = media_of(request)
    if media == "multipart/form-data":
        return await file_of(request, "file")
    if media.startswith("image/") or media == "application/octet-stream":
        return await request.body()
    raise Problem(
        "unsupported-media", f"{media} is no picture; send image/*, or multipart/form-data with `file`"
    )


async def file_of(request: Request, *names: str) -> bytes:
    """The file of a form, in a field of one of these names."""
    try:
        async with request.form(max_files=1, max_fields=10) as form:
            found = next((file for name in names if isinstance(file := form.get(name), UploadFile)), None)
            if found is None:
                raise Problem("bad-request", f"the form has no file in the field `{names[0]}`")
            return await found.read()
    except (MultipartParseError, KeyError, ValueError) as error:
        raise Problem("bad-request", f"the form cannot be read ({error})") from error


def _kept(studio: Studio, client: str, body: bytes) -> PictureOut:
    with studio.metrics.timed("upload"):
        id = studio.uploads.keep(body, client)
    return views.picture(studio.uploads.get(id, client))


def _recipe(studio: Studio, client: str, body: bytes) -> RecipeOut:
    note = _note(body)
    sources = {"content": note.content.model_dump(), "style": note.styles[0].picture.model_dump()}
    known = commission.again(studio, client, sources)
    whole = len(known) == len(sources) and len(note.styles) == 1
    return RecipeOut(
        recipe=note.recipe,
        network=note.network,
        step=note.step,
        steps=note.steps,
        content=sources["content"],
        styles=[style.model_dump() for style in note.styles],
        painting={**known, "recipe": note.recipe} if whole else None,
    )


def _note(body: bytes) -> Note:
    """In errors the picture has no name: that of the temporary file would say nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = File(folder) / "the picture"
        file.write_bytes(body)
        try:
            return Note.read(file)
        except BadPicture as error:
            raise BadPicture(
                error.what.replace(str(file), "the picture"), "send one that Pentimento painted"
            ) from error
