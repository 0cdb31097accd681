"""How good `vgg19-slim` is: painting judged by its teacher, and nearest neighbours among photographs of seven classes.

python -m scripts.bench.slim --teacher vgg19_16x_encoder.pth --pictures DATA [--mobilenet FILE] [--out SHEET.jpg]
"""

import argparse
import json
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import safetensors.torch
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from ground import canvas, weights
from ground.canvas import Picture
from ground.files import replacing
from ground.vgg import LAYERS, WIDTHS, Vgg19, normalise
from scripts.bench.judge import CONTENT, Judge, Losses, Network
from scripts.bench.neighbours import neighbours
from scripts.slim import pictures
from scripts.slim.teacher import Teacher
from style_transfer import Recipe, paint

PAIRS = 8
SIZE = 256
CELL = 200  # of the sheet, in pixels
PARTS = ("content", "style", "total")


def pairs(data: Path) -> list[tuple[Path, Path]]:
    """Eight photographs and eight paintings that slim never saw."""
    _, held = pictures.files(data)
    photographs = [file for file in held if file.is_relative_to(data / "photos")]
    paintings = [file for file in held if file.is_relative_to(data / "paintings")]
    return list(zip(photographs[:PAIRS], paintings[:PAIRS], strict=True))


def painting(data: Path, teacher: Teacher, size: int, out: Path | None) -> dict[str, object]:
    """Each pair painted by the engine twice, and both judged by the teacher; the paintings go to `out`."""
    recipe = Recipe.named("studio", size=size, padding="reflect", content_layers={CONTENT: 1})
    rows, sheets = [], []
    with TemporaryDirectory() as folder:
        theirs = Path(folder) / "teacher.safetensors"
        safetensors.torch.save_file(teacher.as_vgg(), theirs)
        for files in pairs(data):
            content, style = (canvas.read(file, longest=size) for file in files)
            painted = [painted_by(file, content, style, recipe) for file in (theirs, None)]
            shown = [tensor(picture) for picture in (content, style, *painted)]
            judge = Judge(teacher, scaled(shown[0], shown[2].shape[2:]), shown[1])
            rows.append([judge(shown[i]) for i in (0, 2, 3)])
            sheets.append(painted)
    if out:
        sheet(out, sheets)
    return summary(rows, recipe)


def painted_by(network: Path | None, content: Picture, style: Picture, recipe: Recipe) -> Picture:
    return deque(paint(content, style, recipe, weights=network), 1).pop().picture()


def summary(rows: list[list[Losses]], recipe: Recipe) -> dict[str, object]:
    """Means over the pairs, and slim's share of the teacher's own."""
    parts = np.array(rows)  # pair, painter, part
    whole = parts @ np.array([recipe.alpha, recipe.beta])
    means = np.concatenate([parts, whole[..., None]], 2).mean(0)
    return {
        "recipe": recipe.model_dump(exclude_defaults=True),
        "losses by the teacher": {
            painter: {part: float(f"{value:.4g}") for part, value in zip(PARTS, row, strict=True)}
            for painter, row in zip(("the content picture", "the teacher", "slim"), means, strict=True)
        },
        "slim / teacher": dict(zip(PARTS, np.round(means[2] / means[1], 3).tolist(), strict=True))
        | {"total, each pair": np.round(whole[:, 2] / whole[:, 1], 3).tolist()},
    }


def tensor(picture: Picture) -> Tensor:
    return torch.from_numpy(picture.rgb).permute(2, 0, 1)[None]


def scaled(picture: Tensor, size: torch.Size) -> Tensor:
    return F.interpolate(picture, size, mode="bilinear", antialias=True)


def sheet(file: Path, painted: list[list[Picture]]) -> None:
    """The teacher's painting and slim's beside it, two pairs in a row."""
    whole = Image.new("RGB", (4 * CELL, -(-len(painted) // 2) * CELL), "white")
    for i, picture in enumerate(picture for pair in painted for picture in pair):
        image = Image.fromarray((picture.rgb * 255).round().astype(np.uint8))
        image.thumbnail((CELL - 8, CELL - 8))
        whole.paste(
            image, (i % 4 * CELL + (CELL - image.width) // 2, i // 4 * CELL + (CELL - image.height) // 2)
        )
    with replacing(file) as part:
        whole.save(part, format="JPEG", quality=88)


def slim() -> Network:
    network = Vgg19(WIDTHS["vgg19-slim"], padding="reflect").requires_grad_(False)
    network.load_state_dict(weights.load("vgg19-slim").state)
    return lambda rgb, taps: network(normalise(rgb), taps)


def figures(
    teacher: Path, data: Path, mobilenet: Path | None = None, size: int = SIZE, out: Path | None = None
) -> dict[str, object]:
    network = slim()
    return {
        "painting": painting(data, Teacher.read(teacher), size, out),
        "nearest neighbours": neighbours(data / "objects", lambda x: network(x, LAYERS), mobilenet),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True, help="vgg19_16x_encoder.pth")
    parser.add_argument("--pictures", type=Path, required=True, help="the folder that slim was trained on")
    parser.add_argument("--mobilenet", type=Path, help="mobilenet_v2_imagenet.pth, for comparison")
    parser.add_argument("--size", type=int, default=SIZE, help="of the paintings")
    parser.add_argument("--out", type=Path, help="a JPEG to write: the paintings, side by side")
    asked = parser.parse_args()
    print(
        json.dumps(figures(asked.teacher, asked.pictures, asked.mobilenet, asked.size, asked.out), indent=1)
    )


if __name__ == "__main__":
    main()
