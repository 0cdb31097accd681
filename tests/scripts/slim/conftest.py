"""A teacher of chance weights in the true file's layout, so that nothing here needs the true one."""

import pytest
import torch
from torch import Tensor, nn

from ground.vgg import WIDTHS, Vgg19
from scripts.slim.teacher import STYLE, TAUGHT, Teacher

FULL = (64, 128, 256, 512, 512)


def chance_state() -> dict[str, Tensor]:
    chance = torch.Generator().manual_seed(7)
    widths = WIDTHS["vgg19-slim"]
    state = {"conv0.weight": torch.eye(3).flip(0)[..., None, None] * 2, "conv0.bias": torch.full((3,), -1.0)}
    before = 3
    for tap in TAUGHT:
        wide = widths[int(tap[4]) - 1]
        theirs = tap.replace("_", "")
        state[f"{theirs}.weight"] = (
            torch.randn(wide, before, 3, 3, generator=chance) * (2 / before / 9) ** 0.5
        )
        state[f"{theirs}.bias"] = torch.randn(wide, generator=chance) * 0.1
        before = wide
    for tap, wide, full in zip(STYLE, widths, FULL, strict=True):
        state[f"{tap.replace('_', '')}_aux.weight"] = torch.randn(full, wide, 1, 1, generator=chance)
    return state


@pytest.fixture(scope="session")
def teacher() -> Teacher:
    return Teacher(chance_state())


@pytest.fixture
def pictures() -> Tensor:
    """Four pictures with both flat places and fine grain."""
    chance = torch.Generator().manual_seed(3)
    coarse = torch.rand(4, 3, 6, 6, generator=chance)
    smooth = nn.functional.interpolate(coarse, (64, 64), mode="bilinear")
    return (smooth + 0.1 * torch.randn(4, 3, 64, 64, generator=chance)).clamp(0, 1)


@pytest.fixture
def twin(teacher: Teacher) -> Vgg19:
    """A slim network that computes what the teacher computes, its input normalised as slim's is."""
    slim = Vgg19(WIDTHS["vgg19-slim"], padding="reflect")
    slim.load_state_dict(teacher.as_vgg(), strict=False)
    return slim
