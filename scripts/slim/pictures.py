"""The pictures that slim learns from: decoded once, cropped, and spoilt in the ways a painting in progress is."""

import io
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from ground.errors import BadPicture

FOLDERS = ("paintings/images", "aic/images", "flickr/images", "photos", "objects")
THINGS = "objects64.tar.gz"
LONGEST = 448
CROPS = (96, 128, 160, 192)
PIXELS = 8 * 128 * 128  # of a batch, whatever the crop's size
HELD_OUT = 16  # of each folder; the first eight photographs and paintings are the bench's pairs
SEED = 19


@dataclass(frozen=True)
class Pool:
    """Pictures as uint8 (3, H, W) tensors, and the files that were held out of them."""

    pictures: list[Tensor]
    held_out: list[Path]


def files(data: Path) -> tuple[list[Path], list[Path]]:
    """(to learn from, held out): the same split each time, drawn from the sorted names of each folder."""
    learn: list[Path] = []
    held: list[Path] = []
    for folder in FOLDERS:
        found = sorted((data / folder).rglob("*.jpg")) + sorted((data / folder).rglob("*.png"))
        chosen = set(
            np.random.default_rng(SEED).permutation(len(found))[: min(HELD_OUT, len(found) // 4)].tolist()
        )
        learn += [file for i, file in enumerate(found) if i not in chosen]
        held += [found[i] for i in sorted(chosen)]
    if not learn:
        raise BadPicture(f"there are no pictures in {data}", f"it should hold one of {', '.join(FOLDERS)}")
    return learn, held


def decode(source: Path | bytes, longest: int = LONGEST) -> Tensor:
    image = Image.open(io.BytesIO(source) if isinstance(source, bytes) else source).convert("RGB")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return torch.from_numpy(np.array(image)).permute(2, 0, 1)


def load(data: Path) -> Pool:
    learn, held = files(data)
    return Pool([decode(file) for file in learn], held)


def things(archive: Path) -> tuple[Tensor, Tensor]:
    """The recognition set, uint8 (N, 3, 64, 64), and its class numbers; folders in the archive are classes."""
    pictures, names = [], []
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file is not None:
                pictures.append(decode(file.read()))
                names.append(member.name.split("/")[0])
    return torch.stack(pictures), torch.from_numpy(np.unique(names, return_inverse=True)[1])


def batch(pictures: list[Tensor], chance: np.random.Generator) -> Tensor:
    """Crops of one size from random places at random scales, spoilt; RGB in [0, 1], (N, 3, S, S)."""
    size = int(chance.choice(CROPS))
    many = PIXELS // size**2
    chosen = chance.integers(len(pictures), size=many)
    return spoil(torch.stack([crop(pictures[i], size, chance) for i in chosen]).float() / 255, chance)


def crop(picture: Tensor, size: int, chance: np.random.Generator) -> Tensor:
    """A square of the picture, .7 to 2.5 times `size` before it is scaled to it, flipped half the time."""
    side = min(int(size * np.exp(chance.uniform(np.log(0.7), np.log(2.5)))), *picture.shape[1:])
    top, left = (int(chance.integers(length - side + 1)) for length in picture.shape[1:])
    square = picture[:, top : top + side, left : left + side][None]
    scaled = F.interpolate(square, (size, size), mode="bilinear", antialias=True)[0]
    return scaled.flip(2) if chance.random() < 0.5 else scaled


def spoil(x: Tensor, chance: np.random.Generator) -> Tensor:
    """Light and colour changed; a third blurred, mixed or noisy: the optimiser passes through such pictures."""
    n = len(x)

    def some(share: float, low: float, high: float, channels: int = 1) -> Tensor:
        values = chance.uniform(low, high, (n, channels, 1, 1)) * (chance.random((n, 1, 1, 1)) < share)
        return torch.from_numpy(values.astype(np.float32))

    gain, lift = 1 + some(0.7, -0.4, 0.3) + some(0.5, -0.15, 0.15, 3), some(0.6, -0.12, 0.12, 3)
    x = (x - 0.5) * gain + 0.5 + lift
    x = torch.lerp(x, x.roll(1, 0), some(0.15, 0.1, 0.6))
    soft = F.interpolate(F.avg_pool2d(x, 4), x.shape[2:], mode="bilinear")
    x = torch.lerp(x, soft, some(0.2, 0.2, 1.0))
    x = x + some(0.3, 0.01, 0.25) * torch.from_numpy(chance.standard_normal(x.shape, np.float32))
    x = torch.lerp(x, cloud(x.shape, chance), some(0.15, 0.1, 1.0))
    return x.clamp(-0.05, 1.05) if chance.random() < 0.5 else x.clamp(0, 1)


def cloud(shape: torch.Size, chance: np.random.Generator) -> Tensor:
    """Coloured noise at one random grain."""
    grain = int(chance.choice((1, 2, 4, 8, 16)))
    small = chance.random((shape[0], 3, shape[2] // grain, shape[3] // grain), np.float32)
    return F.interpolate(torch.from_numpy(small), shape[2:], mode="bilinear")
