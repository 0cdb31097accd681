"""Nearest neighbours among photographs of seven classes, each left out in turn: what pooled features know of things."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor, nn
from torchvision import models

from ground import weights

K = 5
SIDE = 224
POOLS: dict[str, Callable[[Tensor], Tensor]] = {
    "mean": lambda x: x.mean((2, 3)),
    "mean + deviation": lambda x: torch.cat([x.mean((2, 3)), x.std((2, 3))], 1),
    "mean + maximum": lambda x: torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1),
}
TAPS = (
    ("conv3_4",),
    ("conv4_4",),
    ("conv5_1",),
    ("conv5_2",),
    ("conv5_3",),
    ("conv5_4",),
    ("conv4_4", "conv5_4"),
    ("conv5_2", "conv5_3"),
)


def neighbours(
    objects: Path, slim: Callable[[Tensor], dict[str, Tensor]], mobilenet: Path | None
) -> dict[str, float]:
    """Accuracy of each way to pool slim's taps, and of MobileNetV2's own pooled features."""
    files = sorted(objects.rglob("*.jpg"))
    classes = np.array([file.parent.name for file in files])
    seen: dict[str, list[Tensor]] = {}
    other = _mobilenet(mobilenet) if mobilenet else None
    with torch.no_grad():
        for file in files:
            rgb = _square(file)
            for tap, found in slim(rgb).items():
                for pool, function in POOLS.items():
                    seen.setdefault(f"{tap} {pool}", []).append(function(found)[0])
            if other:
                seen.setdefault("MobileNetV2", []).append(other(rgb * 2 - 1).mean((2, 3))[0])
    features = {name: torch.stack(rows).numpy() for name, rows in seen.items()}
    for taps in TAPS:
        for pool in POOLS:
            features[f"{' + '.join(taps)} {pool}"] = np.concatenate(
                [features[f"{tap} {pool}"] for tap in taps], 1
            )
    wanted = [f"{' + '.join(taps)} {pool}" for taps in TAPS for pool in POOLS] + ["MobileNetV2"] * bool(other)
    return {name: round(accuracy(features[name], classes), 4) for name in wanted}


def unit(features: np.ndarray) -> np.ndarray:
    unit_rows: np.ndarray = features / np.linalg.norm(features, axis=1, keepdims=True)
    return unit_rows


def accuracy(features: np.ndarray, classes: np.ndarray) -> float:
    """Of the vote of the K nearest by cosine, the picture itself left out; a tie goes to the nearer."""
    similar = unit(features) @ unit(features).T
    np.fill_diagonal(similar, -np.inf)
    nearest = np.argsort(-similar, axis=1)[:, :K]
    names, numbers = np.unique(classes, return_inverse=True)
    votes = np.zeros((len(classes), len(names)))
    for place in range(K):
        votes[np.arange(len(classes)), numbers[nearest[:, place]]] += 1 - 0.01 * place
    return float((votes.argmax(1) == numbers).mean())


def _square(file: Path) -> Tensor:
    """RGB in [0, 1], scaled until its short side fills a square, the middle kept."""
    image = Image.open(file).convert("RGB")
    scale = SIDE / min(image.size)
    image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    left, top = (image.width - SIDE) // 2, (image.height - SIDE) // 2
    image = image.crop((left, top, left + SIDE, top + SIDE))
    return torch.from_numpy(np.array(image)).permute(2, 0, 1)[None].float() / 255


def _mobilenet(file: Path) -> nn.Module:
    """Its features, padded as TensorFlow pads where the stride is two: right and below."""
    network = models.mobilenet_v2()
    network.load_state_dict(weights.load("mobilenet_v2", file).state)
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d) and layer.stride == (2, 2):
            layer.padding = (0, 0)
            layer.register_forward_pre_hook(lambda _, inputs: (F.pad(inputs[0], (0, 1, 0, 1)),))
    features: nn.Module = network.features.eval()
    return features
