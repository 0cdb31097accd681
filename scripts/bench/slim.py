"""How good `vgg19-slim` is: painting judged by its teacher, and nearest neighbours among photographs of seven classes.

python -m scripts.bench.slim --teacher vgg19_16x_encoder.pth --pictures DATA [--mobilenet FILE] [--out DIR]
"""

import argparse
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from ground import weights
from ground.vgg import LAYERS, WIDTHS, Vgg19, normalise
from scripts.bench.neighbours import neighbours
from scripts.slim import pictures
from scripts.slim.teacher import STYLE, Teacher

PAIRS = 8
CONTENT = "conv4_2"  # the deepest that both networks have in the fourth block, Gatys' own choice
STYLE_WEIGHT = 10.0
STEPS = 200  # at each of the two sizes
RATE = 0.02
LONGEST = 256

Network = Callable[[Tensor, Collection[str]], dict[str, Tensor]]


@dataclass(frozen=True)
class Losses:
    """Each relative to what it is to match: |C - X|^2 / |C|^2, and the mean over taps of |G - G_s|^2 / |G_s|^2."""

    content: float
    style: float

    @property
    def total(self) -> float:
        return self.content + STYLE_WEIGHT * self.style


class Wish:
    """What one network wants of a painting of `content` in the manner of `style`."""

    def __init__(self, network: Network, content: Tensor, style: Tensor) -> None:
        self.network, self.shape = network, content.shape[2:]
        with torch.no_grad():
            self.content = network(content, [CONTENT])[CONTENT]
            self.grams = {tap: gram(found) for tap, found in network(style, STYLE).items()}

    def losses(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        found = self.network(picture, [*STYLE, CONTENT])
        content = (found[CONTENT] - self.content).square().sum() / self.content.square().sum()
        style = [(gram(found[tap]) - g).square().sum() / g.square().sum() for tap, g in self.grams.items()]
        return content, torch.stack(style).mean()

    def judge(self, picture: Tensor) -> Losses:
        with torch.no_grad():
            content, style = self.losses(picture)
        return Losses(content.item(), style.item())


def gram(features: Tensor) -> Tensor:
    flat = features.flatten(2)
    return flat @ flat.transpose(1, 2) / flat.shape[2]


def textbook(network: Network, content: Tensor, style: Tensor) -> Tensor:
    """Gatys' loop, plain, at half the size and then at the whole: Adam on the pixels, from the content picture."""
    picture = content
    for part in (0.5, 1.0):
        wish = Wish(network, scaled(content, part), scaled(style, part))
        picture = descend(wish, F.interpolate(picture, wish.shape, mode="bilinear", antialias=True))
    return picture


def descend(wish: Wish, start: Tensor) -> Tensor:
    """Clamped at each step; the rate falls to nothing."""
    picture = start.clone().requires_grad_()
    adam = torch.optim.Adam([picture], lr=RATE)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(adam, STEPS)
    for _ in range(STEPS):
        adam.zero_grad()
        content, style = wish.losses(picture)
        (content + STYLE_WEIGHT * style).backward()  # type: ignore[no-untyped-call]
        adam.step()
        falling.step()
        picture.data.clamp_(0, 1)
    return picture.detach()


def scaled(picture: Tensor, part: float) -> Tensor:
    return F.interpolate(picture, scale_factor=part, mode="bilinear", antialias=True)


def slim() -> Network:
    network = Vgg19(WIDTHS["vgg19-slim"], padding="reflect").requires_grad_(False)
    network.load_state_dict(weights.load("vgg19-slim").state)
    return lambda rgb, taps: network(normalise(rgb), taps)


def pairs(data: Path) -> list[tuple[Path, Path]]:
    """Eight photographs and eight paintings that slim never saw."""
    _, held = pictures.files(data)
    photographs = [file for file in held if file.is_relative_to(data / "photos")]
    paintings = [file for file in held if file.is_relative_to(data / "paintings")]
    return list(zip(photographs[:PAIRS], paintings[:PAIRS], strict=True))


def painting(data: Path, teacher: Network, slim: Network, out: Path | None) -> dict[str, object]:
    """Each pair painted twice, and both judged by the teacher; pictures side by side go to `out`."""
    rows = []
    for content_file, style_file in pairs(data):
        content, style = (rgb(file) for file in (content_file, style_file))
        judge = Wish(teacher, content, style)
        theirs, ours = (textbook(network, content, style) for network in (teacher, slim))
        rows.append((judge.judge(content), judge.judge(theirs), judge.judge(ours)))
        if out:
            side_by_side(out / f"{content_file.stem}-{style_file.stem}.png", [content, style, theirs, ours])
    named = {
        who: {part: round(float(np.mean([getattr(row[i], part) for row in rows])), 5) for part in PARTS}
        for i, who in enumerate(("content picture", "teacher's painting", "slim's painting"))
    }
    ratios = [ours.total / theirs.total for _, theirs, ours in rows]
    return {
        "losses by the teacher": named,
        "slim / teacher": {
            "each pair": [round(ratio, 3) for ratio in ratios],
            "mean": round(float(np.mean(ratios)), 3),
        }
        | {
            part: round(named["slim's painting"][part] / named["teacher's painting"][part], 3)
            for part in PARTS
        },
    }


PARTS = ("content", "style", "total")


def rgb(file: Path) -> Tensor:
    return pictures.decode(file, LONGEST)[None].float() / 255


def side_by_side(file: Path, shown: list[Tensor]) -> None:
    """Pictures of one height in a row."""
    height = shown[0].shape[2]
    row = [
        F.interpolate(x, (height, round(height * x.shape[3] / x.shape[2])), mode="bilinear", antialias=True)
        for x in shown
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray((torch.cat(row, 3)[0].permute(1, 2, 0) * 255).round().byte().numpy()).save(file)


def run(
    teacher: Path, data: Path, mobilenet: Path | None = None, out: Path | None = None
) -> dict[str, object]:
    network = slim()
    return {
        "painting": painting(data, Teacher.read(teacher), network, out),
        "nearest neighbours": neighbours(data / "objects", lambda x: network(x, LAYERS), mobilenet),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True, help="vgg19_16x_encoder.pth")
    parser.add_argument("--pictures", type=Path, required=True, help="the folder that slim was trained on")
    parser.add_argument("--mobilenet", type=Path, help="mobilenet_v2_imagenet.pth, for comparison")
    parser.add_argument("--out", type=Path, help="a folder for the paintings, side by side")
    asked = parser.parse_args()
    print(json.dumps(run(asked.teacher, asked.pictures, asked.mobilenet, asked.out), indent=1))


if __name__ == "__main__":
    main()
