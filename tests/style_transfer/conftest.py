"""The engine's tests run on the CPU and on one thread: their pictures are too small for more to help."""

import os
from collections.abc import Iterator

# CUDA_VISIBLE_DEVICES=0 runs them on a GPU; what is promised bit for bit is promised of the CPU.
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import hypothesis
import pytest
import torch

# A loaded machine is no fault of the code's.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
