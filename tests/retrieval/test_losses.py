"""The losses against the formulas, written down again in numpy and float64."""

import numpy as np
import pytest
import torch

from retrieval.losses import cosine_margin, info_nce, paired_cosine_margin

MARGIN = 0.1


@pytest.fixture
def cosines() -> np.ndarray:
    return np.random.default_rng(0).uniform(-1, 1, (6, 6))


@pytest.fixture
def same() -> np.ndarray:
    """Texts 0 and 1 belong to one picture, which therefore is there twice."""
    of = np.array([0, 0, 1, 2, 3, 4])
    return of[:, None] == of[None, :]


def test_cosine_margin_weighs_matches_and_mismatches_as_the_reference_code_draws_them(
    cosines: np.ndarray, same: np.ndarray
) -> None:
    matches = [1 - cosines[i, j] for i in range(6) for j in range(6) if same[i, j]]
    mismatches = [max(0, cosines[i, j] - MARGIN) for i in range(6) for j in range(6) if not same[i, j]]
    assert len(matches) == 8
    expected = 0.2 * sum(matches) / len(matches) + 0.8 * sum(mismatches) / len(mismatches)
    found = cosine_margin(torch.from_numpy(cosines), torch.from_numpy(same), MARGIN)
    assert found.item() == pytest.approx(expected, rel=1e-12)


def test_a_batch_of_matches_alone() -> None:
    found = cosine_margin(torch.tensor([[0.25]]), torch.tensor([[True]]), MARGIN)
    assert found.item() == pytest.approx(0.75)


def test_paired_cosine_margin_is_one_average(cosines: np.ndarray) -> None:
    values, match = cosines[0], np.array([True, False, False, True, False, False])
    expected = np.mean([1 - c if m else max(0, c - MARGIN) for c, m in zip(values, match, strict=True)])
    found = paired_cosine_margin(torch.from_numpy(values), torch.from_numpy(match), MARGIN)
    assert found.item() == pytest.approx(float(expected), rel=1e-12)


def test_paired_cosine_margin_is_pytorchs_own() -> None:
    one, other = torch.randn(2, 9, 5, generator=torch.manual_seed(0)).double()
    match = torch.tensor([1, -1, -1, 1, -1, -1, -1, 1, -1])
    expected = torch.nn.CosineEmbeddingLoss(margin=MARGIN)(one, other, match)
    found = paired_cosine_margin(torch.cosine_similarity(one, other), match > 0, MARGIN)
    assert found.item() == pytest.approx(expected.item(), rel=1e-9)


def test_all_pairs_of_a_batch_cost_what_drawn_pairs_cost_on_average(cosines: np.ndarray) -> None:
    values, same = torch.from_numpy(cosines), torch.eye(6, dtype=torch.bool)
    rng = np.random.default_rng(1)
    match = rng.random(400_000) < 0.2
    row = rng.integers(6, size=len(match))
    column = np.where(match, row, (row + rng.integers(1, 6, size=len(match))) % 6)
    drawn = paired_cosine_margin(values[row, column], torch.from_numpy(match), MARGIN)
    assert cosine_margin(values, same, MARGIN).item() == pytest.approx(drawn.item(), abs=3e-3)


def test_info_nce(cosines: np.ndarray, same: np.ndarray) -> None:
    weights = np.exp(20.0 * cosines)
    by_text = -np.log((weights * same).sum(1) / weights.sum(1)).mean()
    by_picture = -np.log((weights * same).sum(0) / weights.sum(0)).mean()
    found = info_nce(
        torch.from_numpy(cosines), torch.from_numpy(same), torch.tensor(20.0, dtype=torch.float64)
    )
    assert found.item() == pytest.approx((by_text + by_picture) / 2, rel=1e-12)


def test_info_nce_of_single_matches_is_cross_entropy_both_ways(cosines: np.ndarray) -> None:
    values, same, own = torch.from_numpy(cosines), torch.eye(6, dtype=torch.bool), torch.arange(6)
    expected = sum(torch.nn.functional.cross_entropy(9 * each, own) for each in (values, values.T)) / 2
    assert info_nce(values, same, torch.tensor(9.0)).item() == pytest.approx(float(expected), rel=1e-9)


@pytest.mark.parametrize("loss", ["margin", "nce"])
def test_gradients_pull_matches_together_and_push_mismatches_apart(
    cosines: np.ndarray, same: np.ndarray, loss: str
) -> None:
    values, matches = torch.from_numpy(cosines).requires_grad_(), torch.from_numpy(same)
    scale = torch.tensor(5.0, requires_grad=True)
    total = info_nce(values, matches, scale) if loss == "nce" else cosine_margin(values, matches, MARGIN)
    total.backward()
    assert values.grad is not None
    assert (values.grad[matches] < 0).all()
    beyond = ~matches & (values > MARGIN)
    assert (values.grad[beyond] > 0).all()
    if loss == "nce":
        assert scale.grad is not None
        assert torch.isfinite(scale.grad)
