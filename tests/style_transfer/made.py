"""What the engine's tests are made of: small pictures, plain recipes and files of random weights."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import safetensors.torch
import torch
from torch import Tensor

from ground.canvas import Picture
from ground.vgg import LAYERS, WIDTHS
from style_transfer import Iterate, Painting, Recipe

RANDOM = Path("random")

# Every field that a named recipe might tune, so that tuning one changes no test.
PLAIN: dict[str, Any] = {
    "name": "plain",
    "backbone": "vgg19-slim",
    "size": 48,
    "coarsest": 48,
    "ratio": 1.5,
    "steps": 3,
    "growth": 1.0,
    "alpha": 1.0,
    "beta": 1.0,
    "content_layers": {"conv3_2": 1.0},
    "style_layers": {"conv1_1": 1.0, "conv2_1": 1.0, "conv3_1": 1.0},
    "depth": 0.0,
    "content_loss": "relative",
    "style_loss": "relative",
    "edge": 1.0,
    "smoothness": 0.0,
    "units": 1,
    "optimiser": "adam",
    "learning_rate": 0.02,
    "averaging": 0.0,
    "start": "content",
    "seed": 0,
    "colour": "style",
    "style_size": 1.0,
    "pooling": "max",
    "padding": "zeros",
    "precision": "fp32",
    "memory": 3000,
}

T = TypeVar("T")


def plain(**over: Any) -> Recipe:
    return Recipe.checked({**PLAIN, **over})


def some(height: int = 48, width: int = 48, seed: int = 0) -> Picture:
    """Soft blobs of colour under fine grain: something for the deep layers and something for the first."""
    random = np.random.default_rng(seed)
    coarse = (
        random.random((-(-height // 12), -(-width // 12), 3)).repeat(12, 0).repeat(12, 1)[:height, :width]
    )
    blurred = (coarse + np.roll(coarse, 5, 0) + np.roll(coarse, 5, 1) + np.roll(coarse, (5, 5), (0, 1))) / 4
    return Picture((0.75 * blurred + 0.25 * random.random(blurred.shape)).astype(np.float32))


def batch(picture: Picture) -> Tensor:
    return torch.from_numpy(picture.rgb).permute(2, 0, 1)[None].contiguous()


def last(things: Iterable[T]) -> T:
    *_, thing = things
    return thing


def painting(iterates: Iterator[Iterate]) -> Painting:
    """The painting at the end of a stream."""
    found = last(iterates).painting
    assert found is not None
    return found


def vgg_state(name: str, seed: int = 0, scale: float = 1.0) -> dict[str, Tensor]:
    """Random weights and biases of a VGG-19 under our own names; `scale` overflows whatever comes after."""
    generator = torch.Generator().manual_seed(seed)
    state = {}
    channels = [3] + [WIDTHS[name][int(layer[4]) - 1] for layer in LAYERS]
    for layer, (ins, outs) in zip(LAYERS, pairwise(channels), strict=True):
        drawn = torch.randn(outs, ins, 3, 3, generator=generator)
        state[f"{layer}.weight"] = drawn * (scale * (2 / (9 * ins)) ** 0.5)
        state[f"{layer}.bias"] = torch.randn(outs, generator=generator) * 0.1
    return state


def written(state: dict[str, Tensor], path: Path) -> Path:
    safetensors.torch.save_file(state, path)
    return path


def close(found: Any, wanted: Any, rtol: float = 1e-5, atol: float = 1e-6) -> None:
    """Arrays or tensors agree: torch's own assertion takes seconds to import."""
    np.testing.assert_allclose(np.asarray(found), np.asarray(wanted), rtol=rtol, atol=atol)
