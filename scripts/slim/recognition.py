"""Recognition: conv5_2 to conv5_4, which the teacher lacks, learn to tell 200 classes of things apart.

They stand on slim's own conv5_1, which stays as it was matched: meaning is not bought with likeness to the teacher.
Batch normalisation and the classifier serve the learning alone; the one is folded into the weights, the other
thrown away.
"""

from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ground.vgg import LAYERS, Vgg19, normalise
from scripts.slim.pictures import SEED
from scripts.slim.teacher import TAUGHT

UNTAUGHT = LAYERS[len(TAUGHT) :]
SIDE = 96  # 64 px things enlarged, so that conv5 sees six by six places
VIEWS = 3  # of each thing
BATCH = 128
JUDGED = 10  # of each hundred things, held out
SMOOTHING = 0.1


class Recogniser(nn.Module):
    """conv5_2 to conv5_4 with batch normalisation, and a classifier on the pooled last."""

    def __init__(self, channels: int, classes: int) -> None:
        super().__init__()
        self.convolutions = nn.ModuleList(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False) for _ in UNTAUGHT
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(channels) for _ in UNTAUGHT)
        self.classifier = nn.Sequential(nn.Dropout(0.3), nn.Linear(2 * channels, classes))

    def layers(self) -> Iterator[tuple[nn.Conv2d, nn.BatchNorm2d]]:
        return zip(self.convolutions, self.norms, strict=True)  # type: ignore[arg-type]

    def forward(self, conv5_1: Tensor) -> Tensor:
        x = conv5_1
        for convolution, norm in self.layers():
            x = F.relu(norm(convolution(x)))
        return self.classifier(pooled(x))  # type: ignore[no-any-return]

    @torch.no_grad()
    def fold(self, slim: Vgg19, conv5_1: Tensor) -> None:
        """Put the layers into slim, each scaled so that its activations are of conv5_1's size.

        ReLU lets a positive scale through, so the next layer only has to divide by it: nothing else changes.
        """
        self.eval()
        size, before, x = float(conv5_1.float().square().mean().sqrt()), 1.0, conv5_1.float()
        for name, (convolution, norm) in zip(UNTAUGHT, self.layers(), strict=True):
            x = F.relu(norm(convolution(x)))
            scale = size / float(x.square().mean().sqrt())
            middle, variance = norm.get_buffer("running_mean"), norm.get_buffer("running_var")
            gain = norm.weight / (variance + norm.eps).sqrt()
            layer = slim.get_submodule(name)
            layer.weight.copy_(convolution.weight * gain[:, None, None, None] * (scale / before))  # type: ignore[operator]
            layer.bias.copy_((norm.bias - middle * gain) * scale)  # type: ignore[operator]
            before = scale


def pooled(features: Tensor) -> Tensor:
    """Mean and maximum over places."""
    return torch.cat([features.mean((2, 3)), features.amax((2, 3))], 1)


def split(classes: Tensor) -> tuple[Tensor, Tensor]:
    """(indices to learn from, indices held out): a tenth of each class, the same each time."""
    order = torch.from_numpy(np.random.default_rng(SEED).permutation(len(classes)))
    rank = torch.empty(len(classes), dtype=torch.long)
    for number in range(int(classes.max()) + 1):
        mine = order[classes[order] == number]
        rank[mine] = torch.arange(len(mine))
    return (rank >= JUDGED).nonzero()[:, 0], (rank < JUDGED).nonzero()[:, 0]


def view(things: Tensor, chance: np.random.Generator | None) -> Tensor:
    """A batch of things, normalised, enlarged; cropped, flipped and relit where there is a chance to."""
    x = things.float() / 255
    if chance is not None:
        side = int(chance.integers(44, 65))
        top, left = (int(chance.integers(65 - side)) for _ in range(2))
        x = x[:, :, top : top + side, left : left + side]
        flipped = torch.from_numpy(chance.random(len(x)) < 0.5)[:, None, None, None]
        x = torch.where(flipped, x.flip(3), x)
        light = torch.from_numpy(
            chance.uniform(0.7, 1.3, (len(x), 3, 1, 1)).astype(np.float32).mean(1, keepdims=True)
        )
        x = (x * light).clamp(0, 1)
    x = F.interpolate(x, (SIDE, SIDE), mode="bicubic", align_corners=False).clamp(0, 1)
    return normalise(x).contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def conv5_1(slim: Vgg19, things: Tensor, chance: np.random.Generator | None) -> Tensor:
    """What the recogniser stands on, as bfloat16 (N, C, H, W)."""
    found = []
    for start in range(0, len(things), 32):
        part = things[start : start + 32]
        x = F.relu(slim.get_submodule(LAYERS[0])(view(part, chance)))
        with torch.autocast("cpu", torch.bfloat16):
            for name in TAUGHT[1:]:
                if name.endswith("_1"):
                    x = slim.pool(x)
                x = F.relu(slim.get_submodule(name)(x))
        found.append(x.bfloat16())
    return torch.cat(found)


def batches(classes: int, step: int) -> Iterator[Tensor]:
    """Endless shuffled batches of indices, from batch `step` on."""
    per_round = max(1, classes // BATCH)
    while True:
        order = torch.from_numpy(np.random.default_rng((SEED, step // per_round)).permutation(classes))
        yield order[(step % per_round) * BATCH :][:BATCH]
        step += 1


def loss(recogniser: Recogniser, features: Tensor, wanted: Tensor) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        guess = recogniser(features)
    return F.cross_entropy(guess.float(), wanted, label_smoothing=SMOOTHING)


@torch.no_grad()
def accuracy(recogniser: Recogniser, features: Tensor, wanted: Tensor) -> float:
    recogniser.eval()
    parts = [features[i : i + 256] for i in range(0, len(features), 256)]
    guesses = torch.cat([recogniser(part.float()).argmax(1) for part in parts])
    recogniser.train()
    return float((guesses == wanted).float().mean())
