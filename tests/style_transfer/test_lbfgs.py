from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from torch import Tensor

from style_transfer import checkpoint
from style_transfer.lbfgs import GROWTH, HISTORY, Lbfgs
from style_transfer.objective import Evaluate, Evaluation
from tests.style_transfer.made import batch, close, plain, some
from tests.style_transfer.test_optimisers import FAULTS, START, TARGET, Faulty, bowl


def lbfgs(picture: Tensor = START, rate: float = 0.02) -> Lbfgs:
    return Lbfgs(picture, plain(optimiser="lbfgs", learning_rate=rate))


def picture(ours: Lbfgs) -> Tensor:
    """As it is searched, out of range too."""
    return torch.cat([descent.picture for descent in ours.descents])


def valley(picture: Tensor, which: Sequence[int] | None = None) -> Evaluation:
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
            assert found.total.item() == valley(picture(ours)).total.item()
        before = found.total.item()


def test_the_first_steps_are_ramped() -> None:
    """No pixel moves further than the reach, which doubles with each step."""
    ours, reach = lbfgs(rate=0.01), 0.01
    for _ in range(4):
        before = picture(ours)
        ours.step(bowl)
        # A search may go twice as far as its first trial.
        assert float((picture(ours) - before).abs().max()) <= 2 * reach * 1.001
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
    assert bowl(picture(ours)).total.item() < 0.01 * before


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
    assert torch.equal(picture(ours), START)
    assert not ours.descents[0].steps
    notes = [ours.step(cliff)[1] for _ in range(3)]
    assert "" in notes  # shorter steps go on


@pytest.mark.parametrize("fault", [name for name in FAULTS if not name.startswith("everything")])
def test_nothing_but_faults_leaves_the_picture_alone(fault: str) -> None:
    ours = lbfgs()
    for _ in range(5):
        _, note = ours.step(lambda picture: FAULTS[fault](bowl(picture)))
        assert note
        assert torch.equal(ours.shown, START)


def test_where_there_is_no_way_down_it_stays() -> None:
    """At the very bottom, and where the history points uphill; with others of its batch still on their way."""
    ours = lbfgs(torch.cat([START, TARGET]))
    for _ in range(4):
        ours.step(bowl)
        close(ours.shown[1:], TARGET)
    bent = ours.descents[0]
    assert bent.found is not None
    bent.found, bent.downhill = bent.found._replace(slope=-bent.found.slope), None
    bent.steps, bent.turns = bent.steps[-1:], [-turn for turn in bent.turns[-1:]]
    bent.bends = [-bend for bend in bent.bends[-1:]]
    before = picture(ours)
    _, note = ours.step(bowl)
    assert "begun afresh" in note
    close(picture(ours), before)


def test_shown_is_in_range_though_the_search_is_free() -> None:
    def beyond(picture: Tensor) -> Evaluation:
        found = bowl(picture / 2)
        return found._replace(slope=found.slope / 2)

    ours = lbfgs(rate=1.0)
    for _ in range(20):
        ours.step(beyond)
    close(picture(ours), 2 * TARGET, rtol=0, atol=2e-2)
    assert float(picture(ours).max()) > 1 >= float(ours.shown.max())


def test_the_next_scale_begins_afresh_from_the_picture_given() -> None:
    ours, larger = lbfgs(), batch(some(32, 48, 4))
    for _ in range(6):
        ours.step(bowl)
    ours.grow(larger)
    assert torch.equal(ours.shown, larger)
    assert not ours.descents[0].steps
    assert ours.descents[0].furthest == 0.02


def test_a_batch_descends_as_its_pictures_alone() -> None:
    """Though their searches ask for different numbers of trials."""
    starts = [START, START.flip(3), TARGET + 0.01]
    ours, alone = lbfgs(torch.cat(starts)), [lbfgs(start) for start in starts]
    for _ in range(12):
        found, _ = ours.step(valley)
        for i, each in enumerate(alone):
            own, _ = each.step(valley)
            assert found.total[i].item() == pytest.approx(own.total.item(), rel=1e-3)
            close(ours.shown[i : i + 1], each.shown, rtol=0, atol=1e-3)


def test_a_search_that_has_ended_is_not_tried_again() -> None:
    """A batch asks for no more pictures than its members alone."""
    starts, asked = [START, START.flip(3), TARGET + 0.01], {"together": 0, "alone": 0}

    def counted(kind: str) -> Evaluate:
        def evaluate(pictures: Tensor, which: Sequence[int] | None = None) -> Evaluation:
            asked[kind] += len(pictures)
            assert which is None or len(which) == len(pictures)
            return valley(pictures)

        return evaluate

    ours, alone = lbfgs(torch.cat(starts)), [lbfgs(start) for start in starts]
    for _ in range(8):
        ours.step(counted("together"))
        for each in alone:
            each.step(counted("alone"))
    assert asked["together"] == asked["alone"]


@pytest.mark.parametrize("fault", FAULTS)
def test_an_explosion_in_one_picture_leaves_the_others_of_its_batch(fault: str) -> None:
    def first_only(found: Evaluation) -> Evaluation:
        if len(found.total) == 1:  # the second, still searching
            return found
        broken = FAULTS[fault](found)
        return Evaluation(*(torch.cat([b[:1], f[1:]]) for b, f in zip(broken, found, strict=True)))

    ours, alone = lbfgs(torch.cat([START, START.flip(3)])), lbfgs(START.flip(3))
    evaluate = Faulty(3, first_only)
    for _ in range(6):
        ours.step(evaluate)
        alone.step(bowl)
        assert torch.isfinite(ours.shown).all()
    close(ours.shown[1:], alone.shown, rtol=0, atol=1e-3)


@pytest.mark.parametrize(("many", "size", "after"), [(1, (15, 17), 14), (3, (33, 35), 7), (2, (21, 23), 12)])
def test_a_history_is_carried_bit_for_bit(
    many: int, size: tuple[int, int], after: int, tmp_path: Path
) -> None:
    """Through a file, where nothing lies in memory as it lay before; at odd sizes, after the oldest is forgotten."""
    start = torch.cat([batch(some(*size, 3 + i)) for i in range(many)])
    ours, other = lbfgs(start), lbfgs(torch.zeros_like(start))
    for _ in range(after):
        ours.step(valley)
    assert {len(descent.steps) for descent in ours.descents} == {min(after, HISTORY)}
    kept = ours.state(list(range(many)))
    checkpoint.save(tmp_path / "run", {"odd": torch.zeros(3, dtype=torch.uint8), **kept}, {})
    other.load(checkpoint.load(tmp_path / "run")[0])
    for _ in range(5):
        (a, _), (b, _) = ours.step(valley), other.step(valley)
        assert torch.equal(a.total, b.total)
        assert torch.equal(picture(ours), picture(other))
