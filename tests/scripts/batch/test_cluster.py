"""Batches and indexes on a cluster of two nodes, of which one dies: nothing is lost, and nothing made twice."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ground import canvas
from retrieval.embedding import Embedding
from retrieval.features import features
from retrieval.search import Search
from retrieval.sharded import SHARD, Sharded
from scripts.batch import rows
from scripts.batch.names import Template
from scripts.batch.plan import Planned, Planner
from scripts.batch.work import Batch
from tests.app.hands import RayHands
from tests.retrieval.painted import paint
from tests.scripts.batch.here import written

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]
pytest.importorskip("ray")

TITLES = ("Red boats", "Blue hills", "A green forest", "Yellow flowers", "A harbour", "Boats again")


@pytest.fixture(scope="module")
def cluster() -> Iterator[RayHands]:
    hands = RayHands()
    yield hands
    hands.close()


def planned(folder: Path, indexes: Path) -> list[Planned]:
    lively = rows.recipe_of("sketch", {"size": 64, "coarsest": 32, "steps": 40})
    prompts = rows.read(written(folder / "prompts.csv", "title", *TITLES), lively)
    found, faults = Planner(Search.open(indexes), 1, 3, Template(), folder / "out").plan(prompts.rows)
    assert not faults
    return found


def test_a_node_dies_in_the_middle_of_a_batch(cluster: RayHands, tmp_path: Path, indexes: Path) -> None:
    executors: list[Any] = []
    said: list[str] = []

    def begin() -> list[Any]:
        executors.extend([cluster.begin(), cluster.begin()])
        return executors

    def say(line: str) -> None:
        said.append(line)
        if len(said) == 3:
            cluster.kill_node(executors[0])

    wanted = planned(tmp_path, indexes)
    batch = Batch(tmp_path / "out", wanted, say=say)
    batch.work(begin)
    assert not batch.failed
    assert sorted(batch.made) == sorted(each.file for each in wanted)
    for each in wanted:
        assert max(canvas.read(tmp_path / "out" / each.file).rgb.shape) == 64
    lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]
    assert sorted(line["file"] for line in lines) == sorted(batch.made)
    with sqlite3.connect(tmp_path / "out" / ".batch" / "jobs.sqlite") as table:
        ended = table.execute("SELECT count(*), count(DISTINCT job) FROM events WHERE kind = 'finished'")
        assert ended.fetchone() == (len(wanted), len(wanted))


def test_a_node_dies_while_pictures_are_encoded(cluster: RayHands, tmp_path: Path) -> None:
    from app.ray_executor import connected

    pictures = [paint(tmp_path / "pictures" / f"{number}.png", number) for number in range(6 * SHARD)]
    encoder = Embedding.of_manners("vgg19-slim").pictures
    told: list[int] = []

    def progress(done: int, total: int) -> None:
        told.append(done)
        if len(told) == 2:
            node = cluster.nodes.pop()
            cluster.cluster.remove_node(node, allow_graceful=False)
            cluster.nodes.append(cluster.cluster.add_node(num_cpus=2, object_store_memory=100 * 2**20))

    encode = Sharded(connected(cluster.cluster.address))
    there = features(pictures, encoder, cache=tmp_path / "there", progress=progress, encode=encode)
    here = features(pictures, encoder, cache=tmp_path / "here")
    assert told[-1] == len(pictures)
    assert told == sorted(set(told))
    np.testing.assert_allclose(there.astype(float), here.astype(float), rtol=0.02, atol=0.02)


def test_a_bad_picture_is_told_as_it_is_here(cluster: RayHands, tmp_path: Path) -> None:
    from app.ray_executor import connected
    from ground.errors import BadPicture

    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    encoder = Embedding.of_manners("vgg19-slim").pictures
    with pytest.raises(BadPicture, match=r"bad\.png is not a picture"):
        features([bad], encoder, cache=tmp_path, encode=Sharded(connected(cluster.cluster.address)))
