"""`pentimento serve`: the studio as a service, until it is told to stop."""

import os
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer
import uvicorn

from app import log
from app.server import create
from app.settings import Settings, is_loopback
from app.studio import Studio
from ground.errors import Interrupted, PentimentoError

GRACE = 1  # seconds that open connections have when the server stops: streams have ended by then


def serve(
    host: Annotated[
        str | None, typer.Option(help="The address to listen on.", show_default="127.0.0.1")
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="The port; 0 takes a free one.", show_default="8000")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where jobs and paintings are kept.")
    ] = None,
    indexes: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of content/, style/, joint/.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Paintings made at once.", show_default="1")
    ] = None,
) -> None:
    """Serve the studio over HTTP; every other setting is a PENTIMENTO_ variable, see `pentimento doctor`."""
    given = {"host": host, "port": port, "data": data, "indexes": indexes, "workers": workers}
    settings = Settings.read(**{name: value for name, value in given.items() if value is not None})
    os.environ["PENTIMENTO_DATA"] = str(settings.data)  # for the rooms below, and for the workers
    log.start()
    application = create(settings)
    config = uvicorn.Config(
        application,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = Server(config, application.state.studio)
    server.run()
    if not server.started:
        raise PentimentoError(
            f"nothing can listen on {settings.host}:{settings.port}", "is it running already?"
        )
    if server.interrupted:
        raise Interrupted("stopped; what was being painted goes on at the next start")


class Server(uvicorn.Server):
    """Stops its studio before its connections, since an event stream would otherwise never end."""

    def __init__(self, config: uvicorn.Config, studio: Studio) -> None:
        super().__init__(config)
        self.studio, self.interrupted = studio, False

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
            port = self.servers[0].sockets[0].getsockname()[1]
            key = "" if is_loopback(self.config.host) else " (needs a key)"
            print(f"Pentimento listens on http://{host}:{port}{key}", file=sys.stderr, flush=True)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Not uvicorn's, which would end by the signal itself once more."""
        self.force_exit = self.should_exit
        self.should_exit = True
        self.interrupted = sig == 2
        self.studio.leave()
