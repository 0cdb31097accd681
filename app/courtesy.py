"""Courtesy: what a GET is owed besides its answer: HEAD, 304 for who has it already, and problems as everywhere."""

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import Problem

OF_RANGES = {400: "bad-request", 416: "bad-range"}  # what Starlette says of them in plain text
OF_BODY = ("content-length", "content-type")


class Courtesy:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Who answers sees a GET; the server still has the scope as it came, and keeps back the body of a HEAD."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        as_get, replaced = {**scope, "method": "GET"}, False

        async def sending(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and (instead := _instead(scope, message)):
                replaced = True
                await instead(scope, receive, send)
            elif not replaced:
                await send(message)

        try:
            await self.app(as_get, receive, sending)
        finally:
            scope["route"] = as_get.get("route")  # which the guard counts


def _instead(scope: Scope, begun: Message) -> Response | None:
    """What is to be said in the answer's place."""
    asked, headers, status = Headers(scope=scope), Headers(raw=begun["headers"]), begun["status"]
    if status == 200 and _is_had(asked.get("if-none-match", ""), headers.get("etag")):
        return Response(None, 304, {name: value for name, value in headers.items() if name not in OF_BODY})
    if status in OF_RANGES and headers.get("content-type", "").startswith("text/plain"):
        answer = Problem(OF_RANGES[status]).answer()
        answer.headers.update({name: value for name, value in headers.items() if name == "content-range"})
        return answer
    return None


def _is_had(known: str, etag: str | None) -> bool:
    names = {name.strip().removeprefix("W/") for name in known.split(",")}
    return etag is not None and not names.isdisjoint({"*", etag})
