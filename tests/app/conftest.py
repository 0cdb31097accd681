"""The studio's tests run on one thread: their pictures are too small for more to help."""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": os.environ.get("CUDA_VISIBLE_DEVICES", "")}

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app import made
from tests.app.running import Running


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.indexes(tmp_path_factory.mktemp("indexes"))


@pytest.fixture(scope="session")
def running(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A whole studio, with a worker of its own, behind a real socket."""
    with Running(data=tmp_path_factory.mktemp("studio"), indexes=indexes, preview=0, checkpoint=0) as started:
        started.until_ready()
        yield started


@pytest.fixture
def asleep(indexes: Path, tmp_path: Path) -> Iterator[Running]:
    """One without workers: what is asked for stays in the queue."""
    with Running(data=tmp_path / "asleep", indexes=indexes, workers=0) as started:
        started.until_ready()
        yield started
