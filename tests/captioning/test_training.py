"""Training: it learns what there is to learn, goes on where it was stopped, and refuses what does not fit."""

from itertools import islice
from pathlib import Path

import pytest
import torch

from captioning.learner import captions
from captioning.plan import PRESETS, Plan
from captioning.training import Training, speak
from captioning.vocabulary import Vocabulary
from ground.errors import BadCheckpoint, BadInput
from tests.captioning import made


@pytest.mark.parametrize("look", ["merge", "attention"])
def test_it_learns_to_say_what_it_sees(look: str) -> None:
    plan = made.plan(look=look)
    training = Training(plan, made.material(), None)
    for _ in training:
        pass
    assert training.history[-1].loss < training.history[0].loss / 3
    fresh = made.material(12, seed=9)
    right = [
        tuple(training.vocabulary.decode(said[0].numbers)) in {tuple(words) for words in _told(plan, number)}
        for number, said in enumerate(speak(training.decoder, training.vocabulary, fresh, plan.wish(3)))
    ]
    assert sum(right) >= 10


def _told(plan: Plan, number: int) -> list[list[str]]:
    from captioning.tokens import tokens

    return [tokens(text, plan.rule) for text in made.texts(number)]


def test_the_best_epoch_is_kept(learned: Training) -> None:
    judged = [learned.merit(epoch) for epoch in learned.history]
    assert learned.best.number == judged.index(max(judged)) + 1
    assert max(judged) > 0.5


def test_stopped_and_resumed_it_takes_the_same_steps(tmp_path: Path) -> None:
    plan = made.plan(epochs=5, dropout=0.3, seen_dropout=0.3, average=0.9)
    train, validation = made.material(24), made.material(6, seed=1)
    whole = Training(plan, train, validation)
    for _ in whole:
        pass
    first = Training(plan, train, validation)
    for _ in islice(first, 2):
        first.save(tmp_path / "checkpoint")
    second = Training(plan, train, validation)
    second.resume(tmp_path / "checkpoint")
    for _ in second:
        pass
    assert [epoch.loss for epoch in second.history] == [epoch.loss for epoch in whole.history]
    for one, other in zip(second.decoder.parameters(), whole.decoder.parameters(), strict=True):
        assert torch.equal(one, other)


def test_a_checkpoint_of_another_training_is_refused(tmp_path: Path) -> None:
    training = Training(made.plan(epochs=1), made.material(8), None)
    for _ in training:
        training.save(tmp_path / "checkpoint")
    for other in (
        Training(made.plan(seed=1), made.material(8), None),
        Training(made.plan(), made.material(9), None),
    ):
        with pytest.raises(BadCheckpoint, match="another"):
            other.resume(tmp_path / "checkpoint")


def test_patience_ends_it() -> None:
    plan = made.plan(epochs=50, patience=2, learning_rate=1e-6)
    training = Training(plan, made.material(16), made.material(4, seed=1))
    for _ in training:
        pass
    assert len(training.history) == training.best.number + 2 < 50


def test_titles_have_a_start_of_their_own() -> None:
    plan, material = made.plan(), made.material(2)
    words = Vocabulary.fit([["one", "dog", "the", "boat"]])
    [first, _] = captions(plan, words, material)
    assert [start for start, _ in first] == [words.start, words.start, words.title]
    without = captions(made.plan(titles=False), words, material)[0]
    assert [start for start, _ in without] == [words.start] * 2


def test_the_seeds_presets() -> None:
    for name in ("seed-000", "seed-002"):
        plan = Plan.named(name)
        assert (plan.epochs, plan.batch, plan.learning_rate, plan.smoothing) == (50, 32, 0.0012, 0)
        assert (plan.look, plan.rule, plan.beam, plan.minimum) == ("merge", "seed", 1, 2)


@pytest.mark.parametrize(
    ("name", "over", "named"),
    [("seed-001", {}, "preset"), ("stock", {"epoch": 3}, "epoch"), ("stock", {"dropout": 1}, "dropout")],
)
def test_plans_that_cannot_be(name: str, over: dict[str, object], named: str) -> None:
    assert name in PRESETS or named == "preset"
    with pytest.raises(BadInput, match=named):
        Plan.named(name, **over)
