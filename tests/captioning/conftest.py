"""One captioner that has learned, for all tests that only listen to it."""

import pytest

from captioning.captioner import Captioner
from captioning.training import Training
from tests.captioning import made


@pytest.fixture(scope="session")
def learned() -> Training:
    training = Training(made.plan(), made.material(), made.material(12, seed=1))
    for _ in training:
        pass
    return training


@pytest.fixture(scope="session")
def captioner(learned: Training) -> Captioner:
    return made.captioner(made.plan(), learned)
