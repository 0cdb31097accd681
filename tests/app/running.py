"""A studio that runs in this process behind a real socket."""

import json
import threading
from collections.abc import Iterator
from typing import Any, Self

import httpx
import uvicorn

from app.server import create
from app.settings import Settings
from tests.app import made

PATIENCE = 300.0


class Running:
    def __init__(self, **over: Any) -> None:
        self.app = create(Settings.read(**over, port=0))
        self.studio = self.app.state.studio
        config = uvicorn.Config(self.app, port=0, log_config=None, timeout_graceful_shutdown=1)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run)

    def __enter__(self) -> Self:
        up, startup = threading.Event(), self.server.startup

        async def started(sockets: Any = None) -> None:
            await startup(sockets)
            up.set()

        self.server.startup = started  # type: ignore[method-assign]
        self.thread.start()
        assert up.wait(PATIENCE)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()
        self.studio.leave()
        self.server.should_exit = True
        self.thread.join()

    def until_ready(self) -> None:
        """Nothing tells of it from outside, so it is asked for; the studio's own leaving event paces that."""
        for _ in range(int(PATIENCE * 20)):
            if self.http.get("/readyz").status_code == 200:
                return
            self.studio.leaving.wait(0.05)
        raise AssertionError(self.http.get("/readyz").text)

    def asks(self, **body: Any) -> dict[str, Any]:
        body.setdefault("recipe", {"name": "sketch", **made.SMALL, "steps": 3})
        answer = self.http.post("/v1/paintings", json=body)
        assert answer.status_code == 202, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def events(self, url: str, last: str = "") -> Iterator[tuple[str, str, dict[str, Any]]]:
        return events(self.http, url, last)

    def finished(self, painting: dict[str, Any]) -> dict[str, Any]:
        *_, (kind, _, data) = self.events(painting["events"])
        assert kind == "finished", data
        told: dict[str, Any] = self.http.get(painting["url"]).json()
        return told


def events(http: httpx.Client, url: str, last: str = "") -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, id and data of each, until the stream ends."""
    headers = {"Last-Event-ID": last} if last else {}
    with http.stream("GET", url, headers=headers) as answer:
        assert answer.status_code == 200
        event: dict[str, str] = {}
        for line in answer.iter_lines():
            if not line and "data" in event:
                yield event["event"], event.get("id", ""), json.loads(event["data"])
                event = {}
            elif line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                event[name] = value
