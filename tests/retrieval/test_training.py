from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from ground.errors import BadCheckpoint, PentimentoError
from retrieval.evaluation import ranks_of_pictures, summary
from retrieval.learner import Learner
from retrieval.pairs import Features, Pairs
from retrieval.plan import Plan
from retrieval.training import JUDGE, Training
from tests.retrieval.told import told

ENCODER = ("resnet50", "a" * 64)
SMALL: dict[str, Any] = {"dimensions": 32, "batch": 32, "epochs": 6, "patience": 0}
WAYS = [
    {},
    {"loss": "info-nce"},
    {
        "sampling": "thesis",
        "batch": 28,
        "tanh": True,
        "standardise": False,
        "quiet": False,
        "picture_dropout": 0,
    },
]


def training(plan: Plan, train: Pairs | None = None, validation: Pairs | None = None) -> Training:
    return Training(plan, train or told(120), validation or told(40, seed=1), ENCODER)


def weights(of: Training) -> dict[str, torch.Tensor]:
    return dict(of.space(correct=False).heads.state_dict())


@pytest.mark.parametrize("way", WAYS, ids=["cosine-margin", "info-nce", "reference sampling"])
def test_what_is_learned_finds_pictures_of_another_gallery(way: dict[str, Any]) -> None:
    plan = Plan.named("stock", **(SMALL | {"epochs": 25, "learning_rate": 3e-3} | way))
    found = training(plan)
    history = list(found)
    assert history[-1].loss < history[0].loss
    figures = summary(ranks_of_pictures(found.space(), told(40, seed=2)))
    assert figures["recall_at_10"] > 0.75  # chance is a quarter


@pytest.mark.parametrize("way", WAYS, ids=["cosine-margin", "info-nce", "reference sampling"])
def test_resumed_it_ends_bit_for_bit_where_it_would_have_ended(way: dict[str, Any], tmp_path: Path) -> None:
    plan = Plan.named("stock", **(SMALL | way))
    whole = training(plan)
    list(whole)

    first = training(plan)
    for epoch in first:
        if epoch.number == 3:
            break
    first.save(tmp_path / "checkpoint")
    second = training(plan)
    second.resume(tmp_path / "checkpoint")
    assert [epoch.number for epoch in second] == [4, 5, 6]

    assert [(e.loss, e.figures) for e in second.history] == [(e.loss, e.figures) for e in whole.history]
    for name, value in weights(whole).items():
        assert torch.equal(value, weights(second)[name]), name


def test_the_seed_decides() -> None:
    one, same, other = (training(Plan.named("stock", **SMALL, seed=seed)) for seed in (1, 1, 2))
    for each in (one, same, other):
        list(each)
    assert [epoch.loss for epoch in one.history] == [epoch.loss for epoch in same.history]
    assert [epoch.loss for epoch in one.history] != [epoch.loss for epoch in other.history]


def test_training_leaves_the_callers_chance_alone() -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    list(training(Plan.named("stock", **SMALL)))
    assert torch.equal(torch.rand(3), expected)


def test_it_stops_when_the_validation_gets_no_better_and_keeps_the_best() -> None:
    plan = Plan.named("stock", **(SMALL | {"epochs": 200, "patience": 4, "learning_rate": 0.01}))
    found = training(plan, told(40, noise=3), told(30, seed=1, noise=3))
    history = list(found)
    scores = [epoch.figures[JUDGE] for epoch in history]
    best = int(np.argmax(scores))
    assert found.best.number == best + 1
    assert len(history) == best + 1 + 4 < 200
    kept = found.space(correct=False)
    assert found.validation
    assert summary(ranks_of_pictures(kept, found.validation))[JUDGE] == pytest.approx(scores[best])


def test_again_takes_the_best_number_of_epochs_and_all_pairs() -> None:
    pairs = told(60, texts=3)
    train, validation = pairs.held_back(0)
    found = training(Plan.named("stock", **SMALL), train, validation)
    list(found)
    again = found.again(pairs)
    assert [epoch.number for epoch in again] == list(range(1, found.best.number + 1))
    assert again.history[0].figures == {}
    assert again.space(correct=True).references is not None
    assert again.space().references is None


def test_several_texts_of_a_picture_are_no_mismatches() -> None:
    """Two texts of one picture in a batch: the loss of a perfect space is nought, or they would be pushed apart."""
    pairs = Pairs(["boat", "ship", "tree"], ["", "", ""], np.array([0, 0, 1]), np.eye(2, dtype=np.float16))
    plan = Plan.named("stock", dimensions=2, batch=3, picture_dropout=0, standardise=False)
    learner = Learner(plan, torch_rows(3), pairs.picture_of, pairs.features)
    with torch.no_grad():
        learner.heads.words.weight.copy_(torch.tensor([[1.0, 0], [1, 0], [0, 1]]))
        learner.heads.pictures.weight.copy_(torch.eye(2))
        learner.heads.pictures.bias.zero_()
    assert learner.learn(1, pairs.features) == pytest.approx(0, abs=1e-6)


def torch_rows(many: int) -> Any:
    from scipy import sparse

    return sparse.eye(many, format="csr", dtype=np.float32)


def test_reference_sampling_draws_a_fifth_of_matches_and_any_other_picture_alike() -> None:
    plan = Plan.named("thesis")
    pictures = np.array([0, 2, 3, 7, 9])
    learner = Learner(plan, torch_rows(5), pictures, np.zeros((10, 4), np.float16))
    own = np.repeat(pictures, 20_000)
    drawn, match = learner._drawn(own, np.random.default_rng(0))
    assert match.numpy().mean() == pytest.approx(0.2, abs=0.005)
    assert (drawn[match.numpy()] == own[match.numpy()]).all()
    wrong = ~match.numpy()
    assert (drawn[wrong] != own[wrong]).all()
    for picture in pictures:
        shown = np.bincount(drawn[wrong & (own == picture)], minlength=10)
        assert np.flatnonzero(shown).tolist() == [each for each in pictures if each != picture]
        assert shown[shown > 0] / shown.sum() == pytest.approx([0.25] * 4, abs=0.02)


def test_fresh_features_are_asked_for_every_epoch() -> None:
    train, asked = told(40), []

    def fresh(epoch: int) -> Features:
        asked.append(epoch)
        return train.features

    found = Training(Plan.named("stock", **(SMALL | {"epochs": 3})), train, told(10, seed=1), ENCODER, fresh)
    list(found)
    assert asked == [1, 2, 3]


@pytest.mark.parametrize(("noise", "helps"), [(1.0, True), (3.0, False)])
def test_hubness_is_corrected_only_where_that_helps_for_certain(noise: float, helps: bool) -> None:
    validation = told(80, seed=1, noise=noise)
    plan = Plan.named("stock", **(SMALL | {"epochs": 8, "titles_too": False, "related": False}))
    found = training(plan, told(120, noise=noise), validation)
    list(found)
    plain, corrected = (ranks_of_pictures(found.space(correct), validation) for correct in (False, True))
    gains = corrected.reciprocal - plain.reciprocal
    assert (gains.mean() > gains.std() / 80**0.5) == helps
    assert (found.space().references is not None) == helps


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"plan": {"loss": "info-nce"}}, "loss"),
        ({"plan": {"seed": 3}}, "seed"),
        ({"pairs": told(119)}, "gallery"),
        ({"encoder": ("resnet50", "b" * 64)}, "encoder"),
    ],
)
def test_a_checkpoint_of_another_training_is_refused(
    change: dict[str, Any], named: str, tmp_path: Path
) -> None:
    first = training(Plan.named("stock", **(SMALL | {"epochs": 1})))
    list(first)
    first.save(tmp_path / "checkpoint")
    plan = Plan.named("stock", **(SMALL | change.get("plan", {})))
    other = Training(plan, change.get("pairs", told(120)), told(40, seed=1), change.get("encoder", ENCODER))
    with pytest.raises(BadCheckpoint, match=f"of a training with another {named}"):
        other.resume(tmp_path / "checkpoint")


def test_only_when_to_stop_may_be_decided_anew(tmp_path: Path) -> None:
    first = training(Plan.named("stock", **(SMALL | {"epochs": 2})))
    list(first)
    first.save(tmp_path / "checkpoint")
    longer = training(Plan.named("stock", **(SMALL | {"epochs": 3, "patience": 9})))
    longer.resume(tmp_path / "checkpoint")
    assert [epoch.number for epoch in longer] == [3]


def test_a_damaged_checkpoint_is_refused_by_name(tmp_path: Path) -> None:
    found = training(Plan.named("stock", **(SMALL | {"epochs": 1})))
    list(found)
    file = tmp_path / "checkpoint"
    found.save(file)
    whole = file.read_bytes()
    for at in (3, len(whole) // 2, len(whole) - 1):
        broken = bytearray(whole)
        broken[at] ^= 1
        file.write_bytes(broken)
        with pytest.raises(BadCheckpoint, match="checkpoint is"):
            training(Plan.named("stock", **SMALL)).resume(file)
    with pytest.raises(BadCheckpoint, match="there is no checkpoint"):
        found.resume(tmp_path / "none")


def test_a_loss_that_is_no_number_ends_the_work() -> None:
    pairs = told(40)
    broken = replace(pairs, features=np.full_like(pairs.features, np.nan))
    with pytest.raises(PentimentoError, match="the loss is no number in epoch 1"):
        list(training(Plan.named("stock", **SMALL), broken))
