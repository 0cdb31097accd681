"""A batch that is killed, again and again, and one that is asked to stop: nothing half-made counts, nothing is lost."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ground import canvas
from tests.scripts.batch.here import written

pytestmark = pytest.mark.slow

PATIENCE = 300.0
LIVELY = ("--recipe", "sketch", "--set", "size=96", "--set", "coarsest=48", "--set", "steps=30")
TITLES = ("Red boats", "Blue hills", "A green forest", "Yellow flowers", "A harbour", "Boats again")


def started(prompts: Path, out: Path, indexes: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "scripts.main", "batch", str(prompts), "--out", str(out)]
    usual = ["--indexes", str(indexes), "--styles", "3", *LIVELY, *more]
    return subprocess.Popen([*command, *usual], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def pictures(out: Path) -> dict[str, bytes]:
    """Each of them is whole whenever it is looked at."""
    found = sorted(out.glob("*.png"))
    for file in found:
        assert max(canvas.read(file).rgb.shape) == 96
    return {file.name: file.read_bytes() for file in found}


def after(process: subprocess.Popen[str], lines: int) -> None:
    """Wait until so many lines have been said: one for each painting that hangs."""
    assert process.stderr
    for _ in range(lines):
        if not process.stderr.readline():
            return


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    return written(tmp_path / "prompts.csv", "title", *TITLES)


def test_killed_at_any_moment_it_makes_only_what_is_missing(
    prompts: Path, tmp_path: Path, indexes: Path
) -> None:
    out, chance = tmp_path / "out", random.Random(7)
    made: dict[str, bytes] = {}
    for lines in (0, 1, 4, 2):
        process = started(prompts, out, indexes)
        after(process, lines)
        timer = threading.Timer(chance.uniform(0, 2) if lines else chance.uniform(0, 8), process.kill)
        timer.start()
        process.communicate(timeout=PATIENCE)
        timer.cancel()
        now = pictures(out) if out.exists() else {}
        assert all(now[name] == whole for name, whole in made.items())
        made = now
    report, _ = started(prompts, out, indexes, "--json").communicate(timeout=PATIENCE)
    document = json.loads(report)
    assert (document["paintings"], document["failed"], document["skipped"]) == (18, [], [])
    assert document["kept"] >= len(made)
    now = pictures(out)
    assert len(now) == 18
    assert all(now[name] == whole for name, whole in made.items())
    lines_now = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    assert sorted(line["file"] for line in lines_now) == sorted(now)
    with sqlite3.connect(out / ".batch" / "jobs.sqlite") as table:
        ended = table.execute("SELECT count(*), count(DISTINCT job) FROM events WHERE kind = 'finished'")
        assert ended.fetchone() == (18, 18)
    assert not list(out.rglob(".*.part"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_says_how_to_go_on(
    prompts: Path, tmp_path: Path, indexes: Path, how: signal.Signals
) -> None:
    out = tmp_path / "out"
    process = started(prompts, out, indexes)
    after(process, 1)
    os.kill(process.pid, how)
    said, told = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (130, "")
    assert "give the same command to go on" in told.splitlines()[-1]
    assert "Traceback" not in told
    there = len(pictures(out))
    assert 0 < there < 18
    report, _ = started(prompts, out, indexes, "--json", "--workers", "2").communicate(timeout=PATIENCE)
    document = json.loads(report)
    assert (document["made"], document["kept"]) == (18 - there, there)
