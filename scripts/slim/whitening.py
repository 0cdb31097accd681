"""Adam in coordinates in which every layer's input is white, so that faint directions are learned as fast as loud ones.

Neighbouring pixels are so alike that plain Adam spends its steps on a handful of directions. With A the second
moment of a layer's input patches (and the constant that the bias sees) and s the size of its output channels,
the weights are W = s V A^(-1/2), and Adam moves V (the input half of K-FAC, Martens and Grosse, 2015).
"""

from collections.abc import Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ground.vgg import Vgg19
from scripts.slim.teacher import TAUGHT, Teacher

DAMPING = 1e-2  # of the mean eigenvalue of A
PLACES = 4096  # of each batch, at most, that a layer's moment is taken from


def moments(teacher: Teacher, slim_input: Iterable[tuple[Tensor, Tensor]]) -> dict[str, Tensor]:
    """A for each taught layer, fed as it is when led; `slim_input` yields (normalised, plain) pictures."""
    found = {tap: torch.zeros(()) for tap in TAUGHT}
    many = 0
    with torch.no_grad():
        for normalised, plain in slim_input:
            taps = teacher(plain, TAUGHT)
            before = normalised
            for tap in TAUGHT:
                if tap.endswith("_1") and tap != TAUGHT[0]:
                    before = F.max_pool2d(before, 2)
                found[tap] = found[tap] + _moment(before)
                before = taps[tap]
            many += 1
    return {tap: total / many for tap, total in found.items()}


def _moment(features: Tensor) -> Tensor:
    patches = F.unfold(F.pad(features, (1, 1, 1, 1), mode="reflect"), 3).transpose(1, 2).flatten(0, 1)
    patches = patches[:: max(1, len(patches) // PLACES)]
    seen = torch.cat([patches, torch.ones(len(patches), 1)], 1)
    return seen.T @ seen / len(seen)


class WhiteAdam:
    """The taught layers of slim, as V, and the Adam that moves them."""

    def __init__(self, slim: Vgg19, moment: dict[str, Tensor], size: dict[str, Tensor]) -> None:
        self.slim, self.size = slim, size
        self.root, self.white = {}, {}
        for tap in TAUGHT:
            _awaken(*self._parts(tap), size[tap])
            values, vectors = torch.linalg.eigh(moment[tap].double())
            values = values.clamp(min=0) + DAMPING * values.mean()
            self.root[tap] = (vectors * values.rsqrt() @ vectors.T).float()
            square_root = (vectors * values.sqrt() @ vectors.T).float()
            self.white[tap] = nn.Parameter(_joined(*self._parts(tap)) / size[tap][:, None] @ square_root)
        self.adam = torch.optim.Adam([{"params": [v]} for v in self.white.values()], betas=(0.9, 0.99))
        self.write()

    def _parts(self, tap: str) -> tuple[Tensor, Tensor]:
        weight, bias = self.slim.get_submodule(tap).parameters()
        return weight.detach(), bias.detach()

    def parameters(self) -> list[Tensor]:
        """Slim's own, weight then bias of each taught layer."""
        return [p for tap in TAUGHT for p in self.slim.get_submodule(tap).parameters()]

    def step(self, gradients: list[Tensor], rate: float) -> None:
        """Move V by the gradients of `parameters()`; `rate` is the share of a layer that one step may change."""
        pairs = zip(gradients[::2], gradients[1::2], strict=True)
        for (tap, v), group, pair in zip(self.white.items(), self.adam.param_groups, pairs, strict=True):
            v.grad = self.size[tap][:, None] * _joined(*pair) @ self.root[tap]
            group["lr"] = rate / v.shape[1] ** 0.5
        self.adam.step()
        self.write()

    @torch.no_grad()
    def write(self) -> None:
        """Put s V A^(-1/2) into slim."""
        for tap, v in self.white.items():
            joined = self.size[tap][:, None] * v @ self.root[tap]
            weight, bias = self._parts(tap)
            weight.copy_(joined[:, :-1].view(weight.shape))
            bias.copy_(joined[:, -1])

    def state_dict(self) -> dict[str, object]:
        return {"white": {tap: v.detach() for tap, v in self.white.items()}, "adam": self.adam.state_dict()}

    def load_state_dict(self, state: dict[str, object]) -> None:
        for tap, v in self.white.items():
            v.data.copy_(state["white"][tap])  # type: ignore[index]
        self.adam.load_state_dict(state["adam"])  # type: ignore[arg-type]
        self.write()


def _awaken(weight: Tensor, bias: Tensor, size: Tensor) -> None:
    """Begin with every channel well above its ReLU: one that is never above it would never learn."""
    weight.mul_(0.1)
    bias.copy_(size)


def _joined(weight: Tensor, bias: Tensor) -> Tensor:
    """(out, in * 9 + 1): a layer's weights beside its biases, in the order of unfolded patches."""
    return torch.cat([weight.flatten(1), bias[:, None]], 1)
