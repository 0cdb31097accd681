from collections.abc import Callable, Sequence

import numpy as np
import pytest
import torch
from torch import Tensor

from style_transfer.objective import Evaluation
from style_transfer.optimisers import BETAS, Adam, LbfgsB, optimiser
from tests.style_transfer.made import batch, close, plain, some

START, TARGET = batch(some(16, 24, 1)), batch(some(16, 24, 2)) * 0.8 + 0.1
Evaluate = Callable[[Tensor], Evaluation]


def bowl(picture: Tensor, which: Sequence[int] | None = None) -> Evaluation:
    """A quarter of the squared distance from the target, steeper in red, one number a picture."""
    steep = torch.tensor([4.0, 1.0, 1.0]).view(3, 1, 1)
    away = picture - TARGET
    total = 0.25 * (steep * away.square()).sum((1, 2, 3))
    return Evaluation(total * 0, total, total, 0.5 * steep * away)


class Faulty:
    """The bowl, but for one evaluation that goes wrong."""

    def __init__(self, when: int, fault: Callable[[Evaluation], Evaluation]) -> None:
        self.when, self.fault, self.many = when, fault, 0
        self.seen: list[Tensor] = []

    def __call__(self, picture: Tensor, which: Sequence[int] | None = None) -> Evaluation:
        self.many += 1
        self.seen.append(picture.clone())
        found = bowl(picture)
        return self.fault(found) if self.many == self.when else found


FAULTS: dict[str, Callable[[Evaluation], Evaluation]] = {
    "loss is no number": lambda found: found._replace(total=found.total * torch.nan),
    "loss is infinite": lambda found: found._replace(total=found.total + torch.inf),
    "one pixel's slope is no number": lambda found: found._replace(
        slope=torch.cat([found.slope[..., :-1], found.slope[..., -1:] * torch.nan], -1)
    ),
    "slope is infinite": lambda found: found._replace(slope=found.slope / 0),
    "everything is a billion times larger": lambda found: found._replace(
        total=found.total * 1e9, slope=found.slope * 1e9
    ),
}


def adam(picture: Tensor = START, rate: float = 0.02, averaging: float = 0.0) -> Adam:
    return Adam(picture, plain(learning_rate=rate, averaging=averaging))


def test_the_recipe_chooses() -> None:
    names = [type(optimiser(plain(optimiser=name), START)).__name__ for name in ("adam", "lbfgs", "lbfgs-b")]
    assert names == ["Adam", "Lbfgs", "LbfgsB"]


def test_adam_is_kingma_and_bas_clamped() -> None:
    """Ten steps against the paper's algorithm in float64."""
    ours, x = adam(rate=0.1), START.double().numpy()
    first, second = np.zeros_like(x), np.zeros_like(x)
    for t in range(1, 11):
        slope = bowl(torch.from_numpy(x)).slope.numpy()
        first = BETAS[0] * first + (1 - BETAS[0]) * slope
        second = BETAS[1] * second + (1 - BETAS[1]) * slope**2
        step = first / (1 - BETAS[0] ** t) / (np.sqrt(second / (1 - BETAS[1] ** t)) + 1e-8)
        x = np.clip(x - 0.1 * step, 0, 1)
        found, note = ours.step(bowl)
        assert note == ""
        close(ours.shown, x, rtol=0, atol=1e-4)
    assert found.total.item() == pytest.approx(bowl(ours.before).total.item())


def test_adam_stays_in_range_and_arrives() -> None:
    ours = adam(torch.rand(1, 3, 16, 24))
    for _ in range(150):
        ours.step(bowl)
        assert 0 <= float(ours.picture.min()) <= float(ours.picture.max()) <= 1
    close(ours.shown, TARGET, rtol=0, atol=0.02)


def test_the_average_is_of_all_steps_and_unbiased() -> None:
    """What is shown after k steps: pictures weighted by decay^age, the weights summing to one."""
    ours, decay, seen = adam(averaging=0.8), 0.8, []
    assert torch.equal(ours.shown, START)
    for k in range(1, 6):
        ours.step(bowl)
        seen.append(ours.picture)
        weights = [decay ** (k - 1 - i) for i in range(k)]
        wanted = sum(w * picture for w, picture in zip(weights, seen, strict=True)) / sum(weights)
        close(ours.shown, wanted, atol=1e-5)


def test_adams_means_go_along_to_the_next_scale() -> None:
    """Four pixels for one: each has a quarter of its slope, and a sixteenth of its square."""
    ours, larger = adam(averaging=0.9), batch(some(32, 48, 4))
    for _ in range(4):
        ours.step(bowl)
    first, second, steps = ours.first, ours.second, ours.steps
    ours.grow(larger)
    assert ours.steps == steps
    assert torch.equal(ours.shown, larger)
    close(ours.first.mean((2, 3)), first.mean((2, 3)) / 4, rtol=0.05, atol=1e-3)
    close(ours.second.mean((2, 3)), second.mean((2, 3)) / 16, rtol=0.05, atol=1e-4)
    assert float(ours.second.min()) >= 0


@pytest.mark.parametrize("averaging", [0.0, 0.9])
@pytest.mark.parametrize(
    ("fault", "when"),
    # With nothing before it, a large loss is no explosion.
    [(fault, when) for fault in FAULTS for when in (1, 2, 5) if when > 1 or "billion" not in fault],
)
def test_adam_takes_an_explosion_back(fault: str, when: int, averaging: float) -> None:
    """The picture that exploded is never shown again, and the run goes on to its end."""
    ours, evaluate = adam(averaging=averaging), Faulty(when, FAULTS[fault])
    notes = []
    for _ in range(120):
        _, note = ours.step(evaluate)
        notes.append(note)
        assert torch.isfinite(ours.shown).all()
        if note:
            sound = torch.stack(evaluate.seen[: max(1, when - 1)])
            assert (ours.shown >= sound.amin(0) - 1e-6).all()
            assert (ours.shown <= sound.amax(0) + 1e-6).all()
    assert [i for i, note in enumerate(notes, 1) if note] == [when]
    assert "taken back" in notes[when - 1]
    close(ours.picture, TARGET, rtol=0, atol=0.05)


@pytest.mark.parametrize("fault", FAULTS)
def test_an_explosion_in_one_picture_leaves_the_others_of_its_batch(fault: str) -> None:
    pair, alone = torch.cat([START, START.flip(3)]), adam(START, averaging=0.5)
    both = adam(pair, averaging=0.5)

    def first_only(found: Evaluation) -> Evaluation:
        broken = FAULTS[fault](found)
        return Evaluation(*(torch.cat([b[:1], f[1:]]) for b, f in zip(broken, found, strict=True)))

    evaluate = Faulty(3, first_only)
    for _ in range(6):
        both.step(evaluate)
        alone.step(bowl)
    lonely = adam(START.flip(3), averaging=0.5)
    for _ in range(6):
        lonely.step(bowl)
    close(both.shown[1:], lonely.shown, atol=1e-6)
    assert float((both.shown[:1] - alone.shown).abs().max()) > 1e-3


def test_a_picture_that_is_never_a_number_stays_as_it_was() -> None:
    ours = adam(averaging=0.9)
    for _ in range(30):
        _, note = ours.step(lambda picture: FAULTS["slope is infinite"](bowl(picture)))
        assert note
    close(ours.shown, START)


def test_where_there_is_no_slope_nothing_moves() -> None:
    none = torch.zeros(1)
    flat = Evaluation(none, none, none, torch.zeros_like(START))
    ours = adam()
    for _ in range(3):
        ours.step(lambda _: flat)
    assert torch.equal(ours.shown, START)


@pytest.mark.parametrize("name", ["adam", "lbfgs", "lbfgs-b"])
@pytest.mark.parametrize("after", [0, 1, 4])
def test_state_carries_everything_bit_for_bit(name: str, after: int) -> None:
    recipe = plain(optimiser=name, averaging=0.9)
    ours, other = optimiser(recipe, START), optimiser(recipe, torch.zeros_like(START))
    for _ in range(after):
        ours.step(bowl)
    other.load({key: value.clone() for key, value in ours.state([0]).items()})
    for _ in range(3):
        (a, _), (b, _) = ours.step(bowl), other.step(bowl)
        assert torch.equal(a.total, b.total)
        assert torch.equal(ours.shown, other.shown)
    for each in (ours, other):
        each.grow(batch(some(20, 30, 4)))
    assert all(torch.equal(value, other.state([0])[key]) for key, value in ours.state([0]).items())


def test_lbfgs_b_is_scipys_begun_afresh_with_twenty_evaluations() -> None:
    """As the thesis calls it: from 0 to 255, unbounded, maxfun = 20, ten times. On a valley that bends."""
    from scipy.optimize import fmin_l_bfgs_b

    def valley(picture: Tensor) -> Evaluation:
        a, b = picture[:, :1], picture[:, 1:2]
        total = ((1 - a).square() + 20 * (b - a.square()).square()).sum((1, 2, 3))
        bend = b - a.square()
        slope = torch.cat([-2 * (1 - a) - 80 * a * bend, 40 * bend, torch.zeros_like(a)], 1)
        return Evaluation(total * 0, total, total, slope)

    counted = 0

    def theirs(flat: np.ndarray) -> tuple[float, np.ndarray]:
        found = valley(torch.from_numpy(flat / 255).view_as(START))
        return found.total.item(), found.slope.numpy().ravel() / 255

    def evaluate(picture: Tensor) -> Evaluation:
        nonlocal counted
        counted += 1
        return valley(picture)

    ours, x = LbfgsB(START, plain(units=255)), START.double().numpy().ravel() * 255
    for _ in range(3):
        x, loss, told = fmin_l_bfgs_b(theirs, x, maxfun=20)
        counted = 0
        found, note = ours.step(evaluate)
        assert counted == told["funcalls"]
        assert note == ""
        assert found.total.item() == pytest.approx(loss, rel=0.1, abs=1e-4)
        close(ours.picture.numpy().ravel(), x / 255, rtol=0, atol=2e-2)


def test_lbfgs_b_is_not_clamped_but_shown_in_range() -> None:
    ours = LbfgsB(START, plain())

    def beyond(picture: Tensor) -> Evaluation:
        return bowl(picture / 2)._replace(slope=bowl(picture / 2).slope / 2)

    ours.step(beyond)
    close(ours.picture, 2 * TARGET, rtol=0, atol=1e-2)
    assert float(ours.picture.max()) > 1 >= float(ours.shown.max())


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("when", [1, 2, 3])
def test_lbfgs_b_takes_an_explosion_back(fault: str, when: int) -> None:
    ours, evaluate = LbfgsB(START, plain()), Faulty(when, FAULTS[fault])
    for _ in range(4):
        found, _ = ours.step(evaluate)
        assert torch.isfinite(ours.shown).all()
    assert found.total.item() < 0.01 * bowl(START).total.item()
