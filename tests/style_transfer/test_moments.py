import numpy as np
import pytest
import torch
from torch import Tensor

from style_transfer.moments import Moments
from tests.style_transfer import formulas
from tests.style_transfer.made import close


def tap(seed: int = 0, many: int = 2, channels: int = 5, height: int = 7, width: int = 6) -> Tensor:
    return torch.randn(many, channels, height, width, generator=torch.Generator().manual_seed(seed)).relu()


def test_moments_are_the_plain_sums_over_positions() -> None:
    layers = tap()
    found = Moments.of(layers)
    assert found.weight.tolist() == [42, 42]
    for i, layer in enumerate(layers.numpy()):
        close(found.first[i], layer.reshape(5, -1).sum(1), rtol=1e-5)
        close(found.second[i], formulas.gram(layer), rtol=1e-5)


def test_a_mask_counts_each_position_as_much_as_it_says() -> None:
    layers, mask = tap(), torch.rand(7, 6, generator=torch.Generator().manual_seed(1))
    found = Moments.of(layers, mask)
    rows, counted = layers[1].flatten(1).double(), mask.flatten().double()
    assert found.weight[1] == pytest.approx(float(counted.sum()), rel=1e-6)
    close(found.first[1].double(), rows @ counted, rtol=1e-5)
    close(found.second[1].double(), (rows * counted) @ rows.T, rtol=1e-5)


def test_a_mask_of_ones_is_no_mask() -> None:
    masked, plain = Moments.of(tap(), torch.ones(7, 6)), Moments.of(tap())
    close(masked.second, plain.second)
    close(masked.averages().first, plain.averages().first)


def test_sums_of_parts_are_the_sum_of_the_whole() -> None:
    layers = tap()
    added = Moments.of(layers[..., :3]) + Moments.of(layers[..., 3:])
    whole = Moments.of(layers)
    assert added.weight.equal(whole.weight)
    close(added.first, whole.first)
    close(added.second, whole.second)


def test_styles_mix_by_means_and_second_raw_moments() -> None:
    """Two pictures seen in shares 1:3 have the moments of one picture that holds the second three times."""
    a, b = tap(0, 1), tap(1, 1)
    mixed = Moments.mixed([(Moments.of(a), 0.5), (Moments.of(b), 1.5)])
    together = Moments.of(torch.cat([a, b, b, b], dim=3)).averages()
    close(mixed.first, together.first)
    close(mixed.second, together.second)
    close(mixed.covariance(), together.covariance(), rtol=1e-4, atol=1e-6)


def test_covariance_is_of_the_positions() -> None:
    layer = tap(2, 1)
    found = Moments.of(layer).averages().covariance()[0]
    close(found, np.cov(layer[0].flatten(1), bias=True), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("size", [(40, 40), (3, 5)])
def test_half_precision_is_summed_in_single(size: tuple[int, int]) -> None:
    """Sums of 1600 products, each far beyond half precision's steps, stay within the factors' own rounding."""
    layer = (tap(3, 1, 8, *size) * 100).to(torch.bfloat16)
    found = Moments.of(layer)
    exact = formulas.gram(layer.float().double().numpy()[0])
    assert found.second.dtype == torch.float32
    close(found.second[0], exact, rtol=5e-3, atol=5e-3 * exact.max())
    close(found.first[0], layer.float().flatten(2).sum(2)[0], rtol=2e-3)
