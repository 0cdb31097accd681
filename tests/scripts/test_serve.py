"""The server as a process: it says where it listens, and loses nothing to any signal."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from ground import canvas
from tests.app import made
from tests.app.running import PATIENCE, events

LONG = {"name": "sketch", **made.SMALL, "coarsest": 48, "steps": 150, "growth": 1}
HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.indexes(tmp_path_factory.mktemp("indexes"))


class Served:
    """`pentimento serve` in a process of its own; what it says is read, or it would block."""

    def __init__(self, data: Path, indexes: Path) -> None:
        environment = {
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "OMP_NUM_THREADS": "1",
            "PENTIMENTO_LEASE": "1",
            "PENTIMENTO_CHECKPOINT": "0",
            "PENTIMENTO_PREVIEW": "0",
        }
        command = [sys.executable, "-m", "scripts.main", "serve", "--port", "0"]
        command += ["--data", str(data), "--indexes", str(indexes)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        assert self.process.stderr
        self.said: list[str] = []
        url = next(filter(None, map(self._heard, self.process.stderr)))
        self.reader = threading.Thread(target=self.said.extend, args=(self.process.stderr,))
        self.reader.start()
        self.http = httpx.Client(base_url=url, timeout=PATIENCE)

    def _heard(self, line: str) -> str:
        self.said.append(line)
        found = re.match(r"Pentimento listens on (\S+)", line)
        return found[1] if found else ""

    def worker(self) -> int:
        """The worker's process, among the children of the server; a new one may be about to be started."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                for child in (task / "children").read_text().split():
                    if b"spawn_main" in _command(child):
                        return int(child)
        raise AssertionError("there is no worker")

    def ask(self) -> dict[str, Any]:
        while True:
            answer = self.http.post("/v1/paintings", json={"title": "Boats", "recipe": LONG})
            if answer.status_code == 202:
                told: dict[str, Any] = answer.json()
                return told
            assert answer.json()["type"] == "/problems/unavailable", answer.text

    def until(self, painting: dict[str, Any], kind: str, many: int = 1) -> dict[str, Any]:
        """The event's data, when it has happened so many times."""
        for found, _, data in events(self.http, painting["events"]):
            many -= found == kind
            if not many:
                return data
        raise AssertionError(f"{kind} did not happen")

    def picture(self, painting: dict[str, Any]) -> np.ndarray:
        self.until(painting, "finished")
        return canvas.read(self.http.get(painting["image"]).content).rgb

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


@pytest.fixture
def serve(tmp_path: Path, indexes: Path) -> Iterator[Callable[[], Served]]:
    started: list[Served] = []

    def start() -> Served:
        started.append(Served(tmp_path / "data", indexes))
        return started[-1]

    yield start
    for served in started:
        if served.process.poll() is None:
            served.ends(signal.SIGKILL)


@pytest.mark.slow
class TestKilled:
    def test_the_worker(self, serve: Callable[[], Served]) -> None:
        served = serve()
        painting = served.ask()
        served.until(painting, "iterate", 5)
        os.kill(served.worker(), signal.SIGKILL)
        assert served.until(painting, "started", 2)["step"] >= 5
        interrupted = served.picture(painting)
        assert np.array_equal(interrupted, served.picture(served.ask()))

    def test_the_server(self, serve: Callable[[], Served]) -> None:
        first = serve()
        painting = first.ask()
        first.until(painting, "iterate", 5)
        first.ends(signal.SIGKILL)
        second = serve()
        interrupted = second.picture(painting)
        assert second.until(painting, "started", 2)["step"] >= 5
        assert np.array_equal(interrupted, second.picture(second.ask()))

    def test_both(self, serve: Callable[[], Served]) -> None:
        first = serve()
        painting, waiting = first.ask(), first.ask()
        first.until(painting, "iterate", 5)
        os.kill(first.worker(), signal.SIGKILL)
        first.ends(signal.SIGKILL)
        second = serve()
        assert np.array_equal(second.picture(painting), second.picture(waiting))

    def test_three_dead_workers_fail_the_job_and_not_the_next(self, serve: Callable[[], Served]) -> None:
        served = serve()
        painting = served.ask()
        for attempt in range(1, 4):
            served.until(painting, "started", attempt)
            os.kill(served.worker(), signal.SIGKILL)
        assert "3 times" in served.until(painting, "failed")["reason"]
        served.picture(served.ask())


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_asked_to_stop_it_keeps_what_it_has(serve: Callable[[], Served], number: int, code: int) -> None:
    """With an event stream open, which would hold up a server that waited for it."""
    first = serve()
    painting = first.ask()
    stream = events(first.http, painting["events"])
    for kind, _, _ in stream:
        if kind == "iterate":
            break
    assert first.ends(number) == code
    assert not any("traceback" in line.lower() for line in first.said)
    second = serve()
    assert second.until(painting, "started", 2)["step"] > 0
    assert second.picture(painting).shape == (48, 48, 3)


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"PENTIMENTO_HOST": "0.0.0.0"}, "PENTIMENTO_KEYS"),
        ({"PENTIMENTO_PORT": "high"}, "'port'"),
        ({"PENTIMENTO_SETTINGS": "/nowhere.toml"}, "/nowhere.toml"),
    ],
)
def test_bad_settings_are_one_line(
    environment: dict[str, str],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from scripts.main import main

    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        main(["serve"])
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert says in said.err
