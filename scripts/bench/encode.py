"""Encoding: pictures a second from files to stored features, against the network alone on what lies decoded.

Both are measured in turns, in one process, so that whatever else the machine does slows both alike.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import nn
from torchvision import models

from ground import canvas
from ground.vgg import WIDTHS, Vgg19
from retrieval.encoders import ImageEncoder, image_encoder
from retrieval.features import BATCH, features

LONG_SIDE, SHORT_SIDE = 640, 480


@dataclass(frozen=True)
class Figure:
    encoder: str
    pictures: int
    alone: float  # pictures a second
    encoding: float
    ratio: float  # the median of the turns' own ratios


def measure(encoder: ImageEncoder, files: list[Path], turns: int) -> Figure:
    decoded = [encoder.prepare(canvas.read(file, shortest=encoder.shortest)) for file in files]
    batches = [torch.stack(decoded[i : i + BATCH]) for i in range(0, len(decoded), BATCH)]
    encoder.encode(batches[0])
    rates = [
        (
            len(files) / _seconds(lambda: _alone(encoder, batches)),
            len(files) / _seconds(lambda: _whole(encoder, files)),
        )
        for _ in range(turns)
    ]
    alone, whole = (statistics.median(side) for side in zip(*rates, strict=True))
    ratio = statistics.median(whole / alone for alone, whole in rates)
    return Figure(encoder.name, len(files), round(alone, 1), round(whole, 1), round(ratio, 3))


def _alone(encoder: ImageEncoder, batches: list[torch.Tensor]) -> None:
    for batch in batches:
        encoder.encode(batch)


def _whole(encoder: ImageEncoder, files: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as cache:
        features(files, encoder, cache=Path(cache))


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def painted(folder: Path, many: int) -> list[Path]:
    """JPEGs of a gallery's size, with detail at every scale so that they take as long to decode as paintings."""
    files = [folder / f"{number}.jpg" for number in range(many)]
    for number, file in enumerate(files):
        chance = np.random.default_rng(number)
        pixels = sum((_noise(chance, scale) for scale in (4, 16, 64, 256)), np.full((1, 1, 3), 128.0))
        Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(file, quality=90)
    return files


def _noise(chance: np.random.Generator, cells: int) -> np.ndarray:
    drawn = chance.normal(size=(3, cells * SHORT_SIDE // LONG_SIDE, cells)) * 80 / np.sqrt(cells)
    bands = [Image.fromarray(band.astype(np.float32)).resize((LONG_SIDE, SHORT_SIDE)) for band in drawn]
    return np.dstack([np.asarray(band) for band in bands])


def random_weights(name: str, folder: Path) -> Path:
    """Weights of the right shapes: what they know does not change how long they take."""
    torch.manual_seed(0)
    network = (
        Vgg19(WIDTHS[name]) if name in WIDTHS else models.get_model(name.partition("-")[0], weights=None)
    )
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            nn.init.constant_(layer.weight, 0.5)  # or what fifty residual blocks add up to leaves float16
    file = folder / f"{name}.pth"
    torch.save(network.state_dict(), file)
    return file


def run(names: list[str], pictures: int = 96, turns: int = 3, source: Path | None = None) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        files = sorted(source.rglob("*.jpg"))[:pictures] if source else painted(Path(folder), pictures)
        return [
            measure(image_encoder(name, random_weights(name, Path(folder))), files, turns) for name in names
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoders", nargs="*", default=["resnet50", "resnet152-thesis", "vgg19-slim"])
    parser.add_argument("--pictures", type=int, default=96, help="how many")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--source", type=Path, help="a folder of JPEGs, instead of drawn ones")
    asked = parser.parse_args()
    figures = run(asked.encoders, asked.pictures, asked.turns, asked.source)
    print(
        f"{'encoder':<20}{'network alone':>16}{'encoding':>12}{'ratio':>8}   (pictures a second)",
        file=sys.stderr,
    )
    for each in figures:
        print(f"{each.encoder:<20}{each.alone:>16}{each.encoding:>12}{each.ratio:>8}", file=sys.stderr)
    print(json.dumps([asdict(each) for each in figures], indent=1))


if __name__ == "__main__":
    main()
