import numpy as np
import pytest
import torch

from style_transfer import pictures
from tests.style_transfer.made import batch, close, some


def test_an_array_becomes_a_batch_and_comes_back() -> None:
    made = some(20, 33)
    there = pictures.tensor(made.rgb.astype(np.float64)[::1])
    assert there.shape == (1, 3, 20, 33)
    assert there.dtype == torch.float32
    alpha = np.ones((20, 33), np.float32)
    back = pictures.picture(there, alpha)
    np.testing.assert_array_equal(back.rgb, made.rgb)
    assert back.alpha is alpha
    assert back.rgb.flags.c_contiguous


def test_what_is_out_of_range_is_clipped_on_the_way_out() -> None:
    out = pictures.picture(torch.tensor([-0.5, 0.5, 1.5]).view(1, 3, 1, 1))
    assert out.rgb.ravel().tolist() == [0.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("size", "longest", "wanted"),
    [
        ((100, 200), 50, (25, 50)),
        ((200, 100), 50, (50, 25)),
        ((30, 30), 90, (90, 90)),
        ((1, 5000), 64, (1, 64)),
    ],
)
def test_fitted_keeps_the_shape(size: tuple[int, int], longest: int, wanted: tuple[int, int]) -> None:
    assert pictures.fitted(*size, longest) == wanted
    assert pictures.fitted(*size, longest, square=True) == (longest, longest)


def test_scaling_down_leaves_no_grain() -> None:
    """A checkerboard of single pixels becomes grey: without antialiasing it would alias to black or white."""
    rows = torch.arange(64)
    board = ((rows[:, None] + rows[None]) % 2).float().expand(1, 3, 64, 64)
    small = pictures.resized(board, (20, 20))
    assert float((small - 0.5).abs()[..., 2:-2, 2:-2].max()) < 0.02


def test_a_picture_of_the_right_size_is_left_alone() -> None:
    there = batch(some())
    assert pictures.resized(there, (48, 48)) is there


def test_a_resized_mask_is_the_average_of_what_it_covers() -> None:
    mask = torch.rand(32, 48, generator=torch.Generator().manual_seed(0))
    close(pictures.resized_mask(mask, (2, 3)), mask.view(2, 16, 3, 16).mean((1, 3)))
