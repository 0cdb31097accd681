"""The server as a process: it says where it listens, and loses nothing to any signal."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ground import canvas
from tests.app import made
from tests.app.running import events
from tests.app.serving import EAGER, Served

LONG = {"name": "sketch", **made.SMALL, "coarsest": 48, "steps": 150, "growth": 1}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.indexes(tmp_path_factory.mktemp("indexes"))


class Painter(Served):
    """One that is asked for a long painting of a small gallery."""

    def ask(self) -> dict[str, Any]:
        while True:
            answer = self.http.post("/v1/paintings", json={"title": "Boats", "recipe": LONG})
            if answer.status_code == 202:
                told: dict[str, Any] = answer.json()
                return told
            assert answer.json()["type"] == "/problems/unavailable", answer.text

    def picture(self, painting: dict[str, Any]) -> np.ndarray:
        self.until(painting, "finished")
        return canvas.read(self.http.get(painting["image"]).content).rgb


@pytest.fixture
def serve(tmp_path: Path, indexes: Path) -> Iterator[Callable[[], Painter]]:
    started: list[Painter] = []

    def start() -> Painter:
        started.append(Painter(tmp_path / "data", indexes=indexes, **EAGER))
        return started[-1]

    yield start
    for served in started:
        if served.process.poll() is None:
            served.ends(signal.SIGKILL)


@pytest.mark.slow
class TestKilled:
    def test_the_worker(self, serve: Callable[[], Painter]) -> None:
        served = serve()
        painting = served.ask()
        served.until(painting, "iterate", 5)
        os.kill(served.worker(), signal.SIGKILL)
        assert served.until(painting, "started", 2)["step"] >= 5
        interrupted = served.picture(painting)
        assert np.array_equal(interrupted, served.picture(served.ask()))

    def test_the_server(self, serve: Callable[[], Painter]) -> None:
        first = serve()
        painting = first.ask()
        first.until(painting, "iterate", 5)
        first.ends(signal.SIGKILL)
        second = serve()
        interrupted = second.picture(painting)
        assert second.until(painting, "started", 2)["step"] >= 5
        assert np.array_equal(interrupted, second.picture(second.ask()))

    def test_both(self, serve: Callable[[], Painter]) -> None:
        first = serve()
        painting, waiting = first.ask(), first.ask()
        first.until(painting, "iterate", 5)
        os.kill(first.worker(), signal.SIGKILL)
        first.ends(signal.SIGKILL)
        second = serve()
        assert np.array_equal(second.picture(painting), second.picture(waiting))

    def test_three_dead_workers_fail_the_job_and_not_the_next(self, serve: Callable[[], Painter]) -> None:
        served = serve()
        painting = served.ask()
        for attempt in range(1, 4):
            served.until(painting, "started", attempt)
            os.kill(served.worker(), signal.SIGKILL)
        assert "3 times" in served.until(painting, "failed")["reason"]
        served.picture(served.ask())


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_asked_to_stop_it_keeps_what_it_has(serve: Callable[[], Painter], number: int, code: int) -> None:
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
