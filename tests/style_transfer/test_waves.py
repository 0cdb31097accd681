"""The cosine transform, held against scipy's."""

import numpy as np
import pytest
import scipy.fft
import torch

from style_transfer.waves import picture_of, waves

SIZES = [(1, 1), (1, 2), (2, 3), (5, 4), (16, 24), (33, 17)]


@pytest.mark.parametrize("size", SIZES)
def test_waves_are_scipys(size: tuple[int, int]) -> None:
    picture = torch.randn(2, 3, *size, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    expected = scipy.fft.dctn(picture.numpy(), axes=(-2, -1), norm="ortho")
    np.testing.assert_allclose(waves(picture).numpy(), expected, atol=1e-10)


@pytest.mark.parametrize("size", SIZES)
def test_the_way_back_ends_in_the_picture(size: tuple[int, int]) -> None:
    picture = torch.randn(2, 3, *size, generator=torch.Generator().manual_seed(2))
    torch.testing.assert_close(picture_of(waves(picture)), picture, rtol=0, atol=1e-5)


def test_no_edge_knows_of_the_opposite_one() -> None:
    """A picture without its finest waves, dark at the left and light at the right, stays so at both edges."""
    picture = torch.linspace(0, 1, 64).expand(1, 1, 8, 64)
    found = waves(picture)
    found[..., 8:] = 0
    smooth = picture_of(found)
    assert smooth[..., 0].max() < 0.05
    assert smooth[..., -1].min() > 0.95
