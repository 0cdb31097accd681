"""`pentimento serve` in a process of its own, as a user starts it."""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import httpx

from tests.app.running import PATIENCE, events

HOUSE = Path(__file__).parents[2]
# So that a claim that nobody renews ends soon, and every step leaves its trace.
EAGER = {"lease": 1, "checkpoint": 0, "preview": 0}


class Served:
    """Settings are given by name; what the server says is read, or it would block."""

    def __init__(self, data: Path, **settings: Any) -> None:
        told = {f"PENTIMENTO_{name.upper()}": str(value) for name, value in settings.items()}
        environment = {
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "OMP_NUM_THREADS": "1",
            "PENTIMENTO_PORT": "0",
            **told,
        }
        command = [sys.executable, "-m", "scripts.main", "serve", "--data", str(data)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        assert self.process.stderr
        self.said: list[str] = []
        url = next(filter(None, map(self._heard, self.process.stderr)), None)
        assert url, "".join(self.said)
        self.reader = threading.Thread(target=self.said.extend, args=(self.process.stderr,))
        self.reader.start()
        self.url = url
        self.http = httpx.Client(base_url=url, timeout=PATIENCE)

    def _heard(self, line: str) -> str:
        self.said.append(line)
        found = re.match(r"Pentimento listens on (\S+)", line)
        return found[1] if found else ""

    def until_ready(self) -> None:
        """Nothing tells of it from outside, so it is asked for."""
        ends = time.monotonic() + PATIENCE
        while self.http.get("/readyz").status_code != 200:
            assert time.monotonic() < ends, self.http.get("/readyz").text
            time.sleep(0.05)

    def worker(self) -> int:
        """The worker's process, among the children of the server; a new one may be about to be started."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                for child in (task / "children").read_text().split():
                    if b"spawn_main" in _command(child):
                        return int(child)
        raise AssertionError("there is no worker")

    def until(self, painting: dict[str, Any], kind: str, many: int = 1) -> dict[str, Any]:
        """The event's data, when it has happened so many times."""
        for found, _, data in events(self.http, painting["events"]):
            many -= found == kind
            if not many:
                return data
        raise AssertionError(f"{kind} did not happen")

    def ends(self, number: int) -> int:
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.reader.join()
        assert self.process.stderr
        self.process.stderr.close()
        self.http.close()
        return code


def _command(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # it has just ended
        return b""
