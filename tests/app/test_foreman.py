"""Foremen at work, with real workers: limits of time, deaths in company, and leaving."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.crew import Crew
from app.executor import CHECKPOINT, PAINTING
from app.foreman import Workshop
from app.job import Job, Wanted
from app.jobs import Jobs
from app.local import Local
from app.painting import cost, kin
from tests.app import made
from tests.app.test_executor import LONG, TOGETHER

ENDLESS = {**LONG, "steps": 5000}


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    opened = Jobs(tmp_path / "jobs.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def heard(jobs: Jobs) -> made.Heard:
    return made.Heard(jobs)


@pytest.fixture(scope="module")
def shared() -> Iterator[Local]:
    executor = Local()
    yield executor
    executor.close()


def several(jobs: Jobs, folder: Path, many: int, **over: object) -> list[Job]:
    recipe, told = made.recipe(**over), made.several(folder, many, **over)
    return jobs.add(
        [Wanted(each, sum(recipe.steps_at), cost(recipe), kin(each) or "kin") for each in told], "me"
    )


def told(jobs: Jobs, job: Job, kind: str) -> int:
    return sum(event.kind == kind for event in jobs.events(job.id, limit=10_000))


def now(jobs: Jobs, job: Job) -> Job:
    found = jobs.get(job.id)
    assert found
    return found


def test_what_takes_too_long_fails_with_that_as_its_reason_and_the_next_is_painted(
    jobs: Jobs, heard: made.Heard, shared: Local, tmp_path: Path
) -> None:
    long, short = (
        jobs.add([made.wanted(tmp_path / name, **over)], "me")[0]
        for name, over in (("a", ENDLESS), ("b", {}))
    )
    crew = Crew(jobs, [shared], Workshop(tmp_path / "paintings", seconds=2, preview=0))
    crew.start()
    heard.until(lambda: now(jobs, short).status == "finished")
    crew.leave()
    assert now(jobs, long).status == "failed"
    assert "longer than 2 s" in now(jobs, long).reason
    assert not (tmp_path / "paintings" / long.id / CHECKPOINT).exists()


def test_cancelling_one_of_several_lets_the_others_be(
    jobs: Jobs, heard: made.Heard, shared: Local, tmp_path: Path
) -> None:
    first, second = several(jobs, tmp_path, 2, **{**TOGETHER, "steps": 60})
    crew = Crew(jobs, [shared], Workshop(tmp_path / "paintings", preview=0))
    crew.start()
    heard.until(lambda: told(jobs, first, "iterate") > 0)
    assert now(jobs, second).company == 2
    jobs.cancel(first.id)
    crew.cancel(first.id)
    heard.until(lambda: not jobs.open())
    crew.leave()
    assert [now(jobs, job).status for job in (first, second)] == ["cancelled", "finished"]


@pytest.mark.slow
class TestDeaths:
    def test_all_who_were_painted_together_go_on_alone(
        self, jobs: Jobs, heard: made.Heard, tmp_path: Path
    ) -> None:
        asked, executor = several(jobs, tmp_path, 3, **{**TOGETHER, "steps": 60}), Local()
        crew = Crew(jobs, [executor], Workshop(tmp_path / "paintings", preview=0, checkpoint=0))
        crew.start()
        heard.until(lambda: all(told(jobs, job, "iterate") for job in asked))
        os.kill(executor.pid or 0, signal.SIGKILL)
        heard.until(lambda: not jobs.open())
        crew.stop()
        for job in asked:
            ended = now(jobs, job)
            assert (ended.status, ended.strikes, ended.company) == ("finished", 1, 1)
            assert told(jobs, job, "started") == 2

    def test_who_leaves_keeps_all_of_them(self, jobs: Jobs, heard: made.Heard, tmp_path: Path) -> None:
        asked = several(jobs, tmp_path, 3, **{**TOGETHER, "steps": 60})
        workshop = Workshop(tmp_path / "paintings", preview=0, checkpoint=1000)
        first = Crew(jobs, [Local()], workshop)
        first.start()
        heard.until(lambda: all(told(jobs, job, "iterate") for job in asked))
        first.stop()
        for job in asked:
            left = now(jobs, job)
            assert (left.status, left.strikes, left.saved > 0) == ("queued", 0, True)
        second = Crew(jobs, [Local()], workshop)
        second.start()
        heard.until(lambda: not jobs.open())
        second.stop()
        assert all((tmp_path / "paintings" / job.id / PAINTING).is_file() for job in asked)
