"""Static files: styles, scripts, icons and strings, under an address that changes when any of them does."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.problems import Problem

FOLDER = Path(__file__).parent.parent / "static"
MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
FOR_EVER = "public, max-age=31536000, immutable"
IMPORT = re.compile(r'^(?:import|export)\b[^"]*"(\.{1,2}/[^"]+)"', re.MULTILINE)

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class File:
    plain: bytes
    packed: bytes
    media: str


@cache
def files() -> dict[str, File]:
    """All of them, read once: they are few and small, and a file changed under a server would break its address."""
    found = sorted(file for file in FOLDER.rglob("*") if file.suffix in MEDIA)
    return {file.relative_to(FOLDER).as_posix(): _read(file) for file in found}


@cache
def version() -> str:
    """One for all, so that modules may name each other by relative addresses."""
    digest = hashlib.sha256()
    for name, file in files().items():
        digest.update(f"{name} {len(file.plain)} ".encode() + file.plain)
    return digest.hexdigest()[:12]


def url(name: str) -> str:
    if name not in files():
        raise KeyError(f"there is no static file {name}")
    return f"/static/{version()}/{name}"


@cache
def imported(module: str) -> tuple[str, ...]:
    """The modules that one needs, however indirectly: a browser told of them at once need not find them in turn."""
    found: dict[str, None] = {}
    left = [module]
    while left:
        name = left.pop()
        for relative in IMPORT.findall(files()[name].plain.decode()):
            needed = (FOLDER / name).parent.joinpath(relative).resolve().relative_to(FOLDER).as_posix()
            if needed not in found:
                found[needed] = None
                left.append(needed)
    return tuple(found)


@router.get("/static/{asked}/{name:path}")
def static(asked: str, name: str, request: Request) -> Response:
    """A page of an older server asks for an older version: it is given the present one, for now."""
    file = files().get(name)
    if file is None:
        raise Problem("not-found", f"there is no static file {name!r}")
    headers = {"Cache-Control": FOR_EVER if asked == version() else "no-cache"}
    return packed(request, file.plain, file.media, headers, file.packed)


def packed(
    request: Request, plain: bytes, media: str, headers: dict[str, str], small: bytes | None = None
) -> Response:
    """Gzipped for those who can read it."""
    headers = {"Vary": "Accept-Encoding", **headers}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        plain = gzip.compress(plain, 5) if small is None else small
    return Response(plain, headers=headers, media_type=media)


@router.get("/favicon.ico")
def icon(request: Request) -> Response:
    return static(version(), "icons/pentimento.svg", request)


def _read(file: Path) -> File:
    plain = file.read_bytes()
    return File(plain, gzip.compress(plain, 9, mtime=0), MEDIA[file.suffix])
