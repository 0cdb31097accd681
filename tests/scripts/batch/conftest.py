"""Batches are tested on small indexes and one thread."""

import os

os.environ["OMP_NUM_THREADS"] = "1"

from pathlib import Path

import pytest

from tests.app import made


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.indexes(tmp_path_factory.mktemp("indexes"))
