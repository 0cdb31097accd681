"""A studio in a process of its own, for what is measured and pictured of it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from ground.errors import PentimentoError

PATIENCE = 120.0  # seconds until it must be ready


class Served(NamedTuple):
    url: str
    pid: int
    seconds: float  # from the start of the process until it was ready


@contextmanager
def served(**settings: object) -> Iterator[str]:
    """Its address, once it is ready; what it keeps is thrown away with it."""
    with started(**settings) as found:
        yield found.url


@contextmanager
def started(**settings: object) -> Iterator[Served]:
    told = {f"PENTIMENTO_{name.upper()}": str(value) for name, value in settings.items()}
    with TemporaryDirectory() as folder:
        said = Path(folder) / "said.txt"
        command = [sys.executable, "-m", "scripts.main", "serve", "--port", "0", "--data", folder]
        begun = time.perf_counter()
        with said.open("w") as log:  # and not a pipe, which would have to be read
            process = subprocess.Popen(command, stderr=log, env=os.environ | told)
        try:
            yield Served(_address(said), process.pid, time.perf_counter() - begun)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _address(said: Path) -> str:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        found = re.search(r"Pentimento listens on (\S+)", said.read_text())
        if found and _is_ready(found[1]):
            return found[1]
        time.sleep(0.02)
    raise PentimentoError("the studio is not ready", "see `pentimento doctor`")


def _is_ready(url: str) -> bool:
    try:
        with urlopen(f"{url}/readyz"):
            return True
    except URLError:
        return False
