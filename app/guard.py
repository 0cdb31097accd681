"""The guard: what every request must pass before anything of it is parsed, and what every answer carries."""

import hashlib
import hmac
import logging
import time
from collections.abc import Mapping
from urllib.parse import SplitResult, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.metrics import Metrics
from app.problems import Problem, TooLarge
from app.settings import Settings, is_loopback

BODY = 1_000_000  # bytes of a JSON body
ROOM = 64_000  # bytes that multipart may put around a picture
HEALTH = ("/livez", "/readyz")  # needs no key: who asks is a machine that restarts this one
ENTRANCE = "/enter"  # where a browser is asked for its key
OPEN = (ENTRANCE, "/favicon.ico", "/static/", "/language/")  # nor does the way to it
COOKIE = "key"
SAFE = ("GET", "HEAD", "OPTIONS")  # methods that change nothing
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all, browsers would not say where a form of ours comes from
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

log = logging.getLogger("pentimento.http")


class Guard:
    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self.app, self.settings, self.metrics = app, settings, metrics
        self.keys = [key.get_secret_value().encode() for key in settings.keys]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add(MutableHeaders(scope=message), HEADERS)
            await send(message)

        try:
            await self._passed(scope, receive, sending)
        finally:
            self._noted(scope, status, time.perf_counter() - begun)

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        limit = self._limit(scope["path"])
        try:
            self._check_host(headers)
            self._check_origin(scope, headers)
            scope.setdefault("state", {})["client"] = self._client(scope, headers)
            _check_length(headers, limit)
        except Problem as problem:
            answer = _to_entrance(scope, headers) if problem.type == "key-needed" else None
            await (answer or problem.answer())(scope, receive, send)
            return
        await self.app(scope, _counted(receive, limit), send)

    def _limit(self, path: str) -> int:
        if path.startswith("/v1/describe"):
            return self.settings.upload * 4 // 3 + ROOM  # base64 takes four bytes for three
        return self.settings.upload + ROOM if path.startswith("/v1/pictures") else BODY

    def _check_host(self, headers: Headers) -> None:
        """A page that has its name point at this machine (DNS rebinding) still sends that name."""
        settings = self.settings
        if "*" in settings.hosts or (not is_loopback(settings.host) and not settings.hosts):
            return  # beyond loopback there is a key, which no such page has
        name = _name(headers.get("host", ""))
        if not (is_loopback(name) or name in {settings.host, *settings.hosts}):
            raise Problem("wrong-host", "the Host header names another place; add it to PENTIMENTO_HOSTS")

    def _check_origin(self, scope: Scope, headers: Headers) -> None:
        origin = headers.get("origin")
        if origin is None and self.keys and scope["method"] not in SAFE and _is_by_cookie(headers):
            raise Problem("foreign-origin", "with a cookie, only a page of the studio's own can ask for this")
        if origin is None or origin in self.settings.origins:
            return
        if _split(origin).netloc != headers.get("host"):
            raise Problem("foreign-origin", "add the page's origin to PENTIMENTO_ORIGINS to let it call")

    def _client(self, scope: Scope, headers: Headers) -> str:
        """Who asks: a name made from the key; everybody is one where there are no keys."""
        if not self.keys or _is_open(scope["path"]) or _is_preflight(scope, headers):
            return "local"
        given = _given(headers)
        # All are compared, so that the time taken tells nothing of which one is nearest.
        if not sum(hmac.compare_digest(given, key) for key in self.keys):
            raise Problem("key-needed", "send the key as `Authorization: Bearer KEY` or `X-API-Key: KEY`")
        return hashlib.sha256(given).hexdigest()[:16]

    def _noted(self, scope: Scope, status: int, seconds: float) -> None:
        """The route's pattern and not its path: what is counted must not grow with every id."""
        route = scope.get("route")
        pattern = getattr(route, "path", "") or "other"
        self.metrics.count("requests", method=scope["method"], route=pattern, status=str(status))
        if pattern not in HEALTH and not pattern.endswith("/events"):
            self.metrics.time(f"http {scope['method']} {pattern}", seconds)
        told = {
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "ms": round(seconds * 1000, 1),
        }
        if self.settings.log_words:
            told["query"] = scope["query_string"].decode("latin-1")
        log.info("request", extra=told)


def _given(headers: Headers) -> bytes:
    """The key as programs send it, or as a browser keeps it, which can send no header with a picture or a stream."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip().encode()
    return (headers.get("x-api-key") or _cookie(headers)).encode()


def _is_by_cookie(headers: Headers) -> bool:
    """Let in by what a browser adds by itself, whoever made it ask."""
    return bool(_cookie(headers)) and not (headers.get("authorization") or headers.get("x-api-key"))


def _cookie(headers: Headers) -> str:
    return cookie_parser(headers.get("cookie", "")).get(COOKIE, "")


def _to_entrance(scope: Scope, headers: Headers) -> Response | None:
    """For who came to a page and not to an address of the API."""
    if scope["path"].startswith("/v1/") or "text/html" not in headers.get("accept", ""):
        return None
    query = scope["query_string"].decode("latin-1")
    asked = {"back": scope["path"] + (f"?{query}" if query else "")}
    return RedirectResponse(f"{ENTRANCE}?{urlencode(asked)}{'&wrong' if _cookie(headers) else ''}", 303)


def _is_open(path: str) -> bool:
    return path in HEALTH or path.startswith(OPEN)


def _is_preflight(scope: Scope, headers: Headers) -> bool:
    """Browsers ask for leave without a key."""
    return scope["method"] == "OPTIONS" and "access-control-request-method" in headers


def _name(host: str) -> str:
    """Without its port."""
    return _split(f"//{host}").hostname or ""


def _split(address: str) -> SplitResult:
    """What is no address names no place."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _check_length(headers: Headers, limit: int) -> None:
    told = headers.get("content-length", "0")
    if not told.isdecimal():
        raise Problem("bad-request", "Content-Length is no number")
    if int(told) > limit:
        raise Problem("too-large", f"{told} bytes were announced and {limit} are allowed")


def _counted(receive: Receive, limit: int) -> Receive:
    """The body, until it is longer than it may be, whatever its header said."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge(limit)
        return message

    return counting


def _add(headers: MutableHeaders, more: Mapping[str, str]) -> None:
    for name, value in more.items():
        headers.setdefault(name, value)
