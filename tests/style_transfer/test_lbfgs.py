from pathlib import Path

import pytest
import torch
from torch import Tensor

from style_transfer import checkpoint
from style_transfer.lbfgs import GROWTH, HISTORY, Lbfgs
from style_transfer.objective import Evaluation
from tests.style_transfer.made import batch, close, plain, some
from tests.style_transfer.test_optimisers import FAULTS, START, TARGET, Faulty, bowl


def lbfgs(picture: Tensor = START, rate: float = 0.02) -> Lbfgs:
    return Lbfgs(picture, plain(optimiser="lbfgs", learning_rate=rate))


def valley(picture: Tensor) -> Evaluation:
    """Rosenbrock's, in the red and the green of every pixel: its floor bends, so steps must be searched for."""
    a, b = picture[:, :1] * 2, picture[:, 1:2] * 2
    bend = b - a.square()
    total = ((1 - a).square() + 20 * bend.square()).sum((1, 2, 3))
    slope = 2 * torch.cat([-2 * (1 - a) - 80 * a * bend, 40 * bend, torch.zeros_like(a)], 1)
    return Evaluation(total * 0, total, total, slope)


def test_it_arrives_in_a_bowl_and_in_a_valley() -> None:
    for evaluate, steps in ((bowl, 25), (valley, 120)):
        ours, before = lbfgs(), evaluate(START).total.item()
        for _ in range(steps):
            found, _ = ours.step(evaluate)
        assert found.total.item() < 1e-3 * before


def test_every_step_goes_down_and_reports_where_it_arrived() -> None:
    ours, before = lbfgs(), valley(START).total.item()
    for _ in range(20):
        found, note = ours.step(valley)
        if not note:
            assert found.total.item() < before
            assert found.total.item() == valley(ours.picture).total.item()
        before = found.total.item()


def test_the_first_steps_are_ramped() -> None:
    """No pixel moves further than the reach, which doubles with each step."""
    ours, reach = lbfgs(rate=0.01), 0.01
    for _ in range(4):
        before = ours.picture
        ours.step(bowl)
        # A search may go twice as far as its first trial.
        assert float((ours.picture - before).abs().max()) <= 2 * reach * 1.001
        reach = min(1.0, 2 * reach)


def test_a_step_costs_one_evaluation_where_the_first_trial_will_do() -> None:
    ours, evaluate = lbfgs(rate=1.0), Faulty(0, lambda found: found)
    ours.step(evaluate)
    assert evaluate.many <= 3
    for _ in range(10):
        ours.step(evaluate)
    assert evaluate.many <= 25


@pytest.mark.parametrize("when", [1, 2, 3, 9])
@pytest.mark.parametrize("fault", FAULTS)
def test_an_explosion_is_taken_back_or_stepped_around(fault: str, when: int) -> None:
    """The picture stays a picture, and the run still arrives."""
    ours, evaluate = lbfgs(), Faulty(when, FAULTS[fault])
    before = bowl(START).total.item()
    for _ in range(40):
        ours.step(evaluate)
        assert torch.isfinite(ours.shown).all()
    assert bowl(ours.picture).total.item() < 0.01 * before


def test_a_slope_that_grows_eightfold_is_taken_back() -> None:
    """A cliff beyond a gentle plain: the step over it is not kept, the history is begun afresh, and it says so."""

    def cliff(picture: Tensor) -> Evaluation:
        found = bowl(picture)
        far = (picture - START).abs().amax((1, 2, 3)) > 0.015
        return found._replace(
            slope=torch.where(far[:, None, None, None], 3 * GROWTH * found.slope, found.slope)
        )

    ours = lbfgs()
    _, note = ours.step(cliff)
    assert "the step was taken back" in note
    assert torch.equal(ours.picture, START)
    assert len(ours.steps) == len(ours.turns) == 0
    notes = [ours.step(cliff)[1] for _ in range(3)]
    assert "" in notes  # shorter steps go on


@pytest.mark.parametrize("fault", [name for name in FAULTS if not name.startswith("everything")])
def test_nothing_but_faults_leaves_the_picture_alone(fault: str) -> None:
    ours = lbfgs()
    for _ in range(5):
        _, note = ours.step(lambda picture: FAULTS[fault](bowl(picture)))
        assert note
        assert torch.equal(ours.shown, START)


def test_shown_is_in_range_though_the_search_is_free() -> None:
    def beyond(picture: Tensor) -> Evaluation:
        found = bowl(picture / 2)
        return found._replace(slope=found.slope / 2)

    ours = lbfgs(rate=1.0)
    for _ in range(20):
        ours.step(beyond)
    close(ours.picture, 2 * TARGET, rtol=0, atol=2e-2)
    assert float(ours.picture.max()) > 1 >= float(ours.shown.max())


def test_the_history_goes_along_to_the_next_scale() -> None:
    ours = lbfgs()
    for _ in range(6):
        ours.step(bowl)
    shown = ours.shown
    ours.resize((32, 48))
    assert ours.shown.shape == (1, 3, 32, 48)
    assert {each.shape for each in (*ours.steps, *ours.turns)} == {(1, 3, 32, 48)}
    assert len(ours.steps) > 0
    assert all(float((s * t).sum()) > 0 for s, t in zip(ours.steps, ours.turns, strict=True))
    close(ours.shown.mean((2, 3)), shown.mean((2, 3)), atol=5e-3)

    target = batch(some(32, 48, 2)) * 0.8 + 0.1

    def finer(picture: Tensor) -> Evaluation:
        away = picture - target
        total = away.square().sum((1, 2, 3))
        return Evaluation(total * 0, total, total, 2 * away)

    before = finer(ours.picture).total.item()
    for _ in range(15):
        found, _ = ours.step(finer)
    assert found.total.item() < 1e-2 * before


def test_a_full_history_is_carried_bit_for_bit(tmp_path: Path) -> None:
    """Through a file, where nothing lies in memory as it lay before; at odd sizes, after the oldest is forgotten."""
    start = batch(some(15, 17, 3))
    ours, other = lbfgs(start), lbfgs(torch.zeros_like(start))
    for _ in range(14):
        ours.step(valley)
    assert len(ours.steps) == HISTORY
    checkpoint.save(tmp_path / "run", {"odd": torch.zeros(3, dtype=torch.uint8), **ours.state()}, {})
    other.load(checkpoint.load(tmp_path / "run")[0])
    for _ in range(5):
        (a, _), (b, _) = ours.step(valley), other.step(valley)
        assert torch.equal(a.total, b.total)
        assert torch.equal(ours.picture, other.picture)
