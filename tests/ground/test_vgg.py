"""VGG-19: what each padding does at the borders, and that the smallest pictures pass."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from ground.vgg import LAYERS, WIDTHS, Padding, Vgg19

SLIM = WIDTHS["vgg19-slim"]
BEYOND = {
    "zeros": ("constant", "constant"),
    "replicate": ("edge", "constant"),
    "reflect": ("reflect", "reflect"),
}  # numpy's words: for the first layer, and for all others


def by_hand(network: Vgg19, picture: Tensor, padding: Padding) -> Tensor:
    """conv1_2 of a picture padded by numpy."""
    x = picture
    for name, mode in zip(("conv1_1", "conv1_2"), BEYOND[padding], strict=True):
        around = np.pad(x.numpy(), ((0, 0), (0, 0), (1, 1), (1, 1)), mode=mode)  # type: ignore[call-overload]
        weight, bias = network.convolution(name).parameters()
        x = F.relu(F.conv2d(torch.from_numpy(around), weight, bias)).detach()
    return x


@pytest.mark.parametrize("padding", BEYOND)
def test_padding_is_what_it_says(padding: Padding) -> None:
    torch.manual_seed(0)
    network, picture = Vgg19(SLIM, "conv1_2", padding=padding), torch.randn(2, 3, 9, 7)
    found = network(picture, ["conv1_2"])["conv1_2"].detach()
    assert torch.allclose(found, by_hand(network, picture, padding), atol=1e-5)


@pytest.mark.parametrize("padding", BEYOND)
@pytest.mark.parametrize("size", [(16, 16), (16, 200), (33, 17)])
def test_the_smallest_pictures_reach_the_deepest_layer(padding: Padding, size: tuple[int, int]) -> None:
    deepest = Vgg19(SLIM, padding=padding)(torch.randn(1, 3, *size), LAYERS)["conv5_4"]
    assert deepest.shape == (1, 128, size[0] // 16, size[1] // 16)
    assert bool(deepest.isfinite().all())


def test_reflection_sees_no_border_in_a_flat_picture() -> None:
    """Where zeros draw a frame, a mirrored picture of one colour stays of one colour in every layer."""
    torch.manual_seed(0)
    flat = torch.full((1, 3, 64, 64), 0.7)
    taps = Vgg19(SLIM, padding="reflect")(flat, LAYERS)
    assert all(float(tap.detach().std((2, 3)).max()) < 1e-5 for tap in taps.values())
    framed = Vgg19(SLIM, padding="zeros")(flat, ["conv1_1"])["conv1_1"]
    assert float(framed.detach().std((2, 3)).max()) > 1e-3
