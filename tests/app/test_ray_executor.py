"""What only a cluster can do: lose a node, have no room, be guarded by a token."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.crew import Crew
from app.executor import PAINTING, Died, Order, Progress
from app.foreman import Workshop
from app.jobs import Jobs
from app.ray_executor import RayExecutor, connected
from app.settings import Settings
from ground.errors import BadSettings
from tests.app import made
from tests.app.hands import RayHands
from tests.app.test_executor import LONG, first_saved, painted

pytestmark = pytest.mark.slow
TRY = "from app.ray_executor import connected; import sys; connected(sys.argv[1])"


@pytest.fixture(scope="module")
def cluster() -> Iterator[RayHands]:
    pytest.importorskip("ray", reason="needs the ray extra")
    found = RayHands()
    yield found
    found.close()


@pytest.fixture
def executor(cluster: RayHands) -> Iterator[RayExecutor]:
    found = cluster.begin()
    yield found
    found.close()


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order("one", tmp_path / "out", made.facts(tmp_path, **LONG), preview=0, checkpoint=0)


def test_a_painting_whose_node_is_killed_goes_on_at_another(
    cluster: RayHands, executor: RayExecutor, order: Order, tmp_path: Path
) -> None:
    reports = executor.paint([order])
    found = [first_saved(reports)]
    before = cluster._where(executor)["Address"]["NodeID"]
    cluster.kill_node(executor)
    with pytest.raises(Died, match="node"):
        found.extend(each for each in reports if isinstance(each, Progress))
    resumed = painted(executor, replace(order, saved=found[-1].step, checkpoint=1000))
    assert resumed[0].step > found[-1].step > 0
    assert cluster._where(executor)["Address"]["NodeID"] != before
    painted(executor, replace(order, folder=tmp_path / "whole", checkpoint=1000))
    assert np.array_equal(made.pixels(order.folder / PAINTING), made.pixels(tmp_path / "whole" / PAINTING))


def test_a_job_lives_through_it_without_anybody_s_doing(
    cluster: RayHands, executor: RayExecutor, tmp_path: Path
) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite")
    crew = Crew(jobs, [executor], Workshop(tmp_path / "paintings", checkpoint=0, preview=0))
    heard = made.Heard(jobs)
    (job,) = jobs.add([made.wanted(tmp_path, **LONG)], "me")
    crew.start()
    try:
        heard.until(lambda: any(event.kind == "iterate" for event in jobs.events(job.id)))
        cluster.kill_node(executor)
        heard.until(lambda: not jobs.open())
    finally:
        crew.stop()
    ended, kinds = jobs.get(job.id), [event.kind for event in jobs.events(job.id)]
    jobs.close()
    assert ended
    assert (ended.status, ended.strikes, kinds.count("started")) == ("finished", 1, 2)


def test_without_room_it_waits_until_it_is_told_to_stop(cluster: RayHands, order: Order) -> None:
    executor = RayExecutor(cluster.cluster.address, cpus=1000)
    assert not executor.ready
    executor.stop(order.id, cancel=True)
    (end,) = executor.paint([order])
    assert end.stopped
    executor.close()


def test_weights_of_one_s_own_are_sent(executor: RayExecutor, order: Order, tmp_path: Path) -> None:
    """And used: those that do not fit are refused over there."""
    weights = tmp_path / "own.safetensors"
    weights.write_bytes(b"no weights at all")
    *_, end = executor.paint([replace(order, weights=weights)])
    assert "own.safetensors" in end.what
    assert str(tmp_path) not in end.reason


def test_who_has_not_the_token_is_refused(cluster: RayHands) -> None:
    other = {**os.environ, "RAY_AUTH_TOKEN": "0" * 32}
    run = subprocess.run([sys.executable, "-c", TRY, cluster.cluster.address], env=other, capture_output=True)
    assert run.returncode != 0
    assert b"token" in run.stderr.lower()


def test_ray_without_authentication_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    with pytest.raises(BadSettings, match="RAY_AUTH_MODE=token"):
        connected("auto")


def test_an_address_from_outside_is_refused() -> None:
    with pytest.raises(BadSettings, match="on a node of the cluster"):
        connected("ray://127.0.0.1:10001")


def test_the_studio_paints_with_it(cluster: RayHands, indexes: Path, tmp_path: Path) -> None:
    from tests.app.running import Running

    settings = {"executor": "ray", "ray": cluster.cluster.address, "preview": 0}
    assert Settings.read(**settings).executor == "ray"
    with Running(data=tmp_path, indexes=indexes, **settings) as started:
        started.until_ready()
        assert started.finished(started.asks(title="Red boats in a harbour"))["status"] == "finished"
