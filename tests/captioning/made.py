"""A world small enough to learn in a second: pictures of things at places, and what is said of them."""

from collections.abc import Sequence

import numpy as np

from captioning.captioner import Captioner
from captioning.material import Material
from captioning.plan import Plan
from captioning.training import Training
from retrieval.manifest import Encoder

THINGS = ("dog", "boat", "tree", "house")
PLACES = ("snow", "water", "fields")
CELLS, CHANNELS = 4, 12


def seen(numbers: Sequence[int], seed: int = 0) -> np.ndarray:
    """Features of pictures: which thing, which place, and a little noise, differently at every cell."""
    rng = np.random.default_rng(seed)
    rows = np.zeros((len(numbers), CELLS, CHANNELS), np.float32)
    for row, number in enumerate(numbers):
        rows[row, :, number % len(THINGS)] = 1
        rows[row, :, len(THINGS) + number // len(THINGS) % len(PLACES)] = 1
    return rows + rng.normal(size=rows.shape).astype(np.float32) * 0.1


def texts(number: int) -> list[str]:
    thing, place = THINGS[number % len(THINGS)], PLACES[number // len(THINGS) % len(PLACES)]
    return [f"One {thing} stands in the {place}.", f"There is the {place}, and a {thing} in it."]


def material(many: int = 48, seed: int = 0) -> Material:
    numbers = range(many)
    titles = [f"The {THINGS[number % len(THINGS)]}" for number in numbers]
    none = np.zeros((many, 0), np.float32)
    return Material(
        seen(numbers, seed)[None].astype(np.float16), [texts(number) for number in numbers], titles, none
    )


QUICK = {"hidden": 24, "embedding": 16, "epochs": 12, "batch": 8, "learning_rate": 0.02, "patience": 0}
QUICK |= {"dropout": 0.0, "seen_dropout": 0.0, "smoothing": 0.0, "average": 0.0, "weight_decay": 0.0}


def plan(**over: object) -> Plan:
    return Plan.named("stock", **{**QUICK, **over})


def captioner(chosen: Plan, learned: Training) -> Captioner:
    encoder = Encoder(name="made", weights_sha256="0" * 64)
    found = Captioner("made", chosen, learned.vocabulary, {}, learned.decoder, encoder)
    return found.familiarised(learned.train.seen)
