"""Manners: strokes and forms of twelve very different paintings, by `studio` and by loops of one scale.

The judge of the contest looks at the layers that all painters optimise; what is measured here nobody optimises.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ground import canvas
from scripts import console
from scripts.bench import textbook
from scripts.bench.strokes import SIZES, form_divergence, stroke_distance
from style_transfer import Recipe, paint
from style_transfer.backbones import backbone
from style_transfer.pictures import fitted, resized, tensor

GATYS = 1e-4  # content over style
STUDIO = "studio"


class Seen(NamedTuple):
    """Of one painting, at each of SIZES: how far its strokes are from the style's, its forms from the content's."""

    strokes: list[float]
    forms: list[float]


def held(
    pairs: Sequence[tuple[Path, Path]], recipe: Recipe, weights: Path | None, evaluations: int
) -> dict[str, Any]:
    """All pairs by all painters: medians, and in how many pairs `studio` is the nearer one."""
    found: dict[str, list[Seen]] = {}
    for content, style in pairs:
        console.errors.print(f"  {content.stem} after {style.stem}")
        for name, seen in _seen(content, style, recipe, weights, evaluations).items():
            found.setdefault(name, []).append(seen)
    return {"pairs": len(pairs), **{name: _told(all_, found[STUDIO]) for name, all_ in found.items()}}


def _seen(
    content: Path, style: Path, recipe: Recipe, weights: Path | None, evaluations: int
) -> dict[str, Seen]:
    device = torch.device("cpu")
    network, _ = textbook.network(recipe, weights, device)
    shown, manner = (_shown(file, recipe.size) for file in (content, style))
    painters: dict[str, Callable[[], Tensor]] = {
        STUDIO: lambda: _studio(content, style, recipe, weights),
        "studio's losses at one scale": lambda: (
            textbook.loop(textbook.relative(network, shown, manner, recipe), shown, evaluations).picture
        ),
        f"Gatys, alpha/beta {GATYS:g}": lambda: (
            textbook.loop(textbook.gatys(network, shown, manner, GATYS), shown, evaluations).picture
        ),
    }
    eye = backbone(recipe.model_copy(update={"precision": "fp32"}), weights, device)
    painted = {"the content itself": shown} | {name: painter() for name, painter in painters.items()}
    return {
        name: Seen(stroke_distance(picture, manner), form_divergence(picture, shown, eye))
        for name, picture in painted.items()
    }


def _studio(content: Path, style: Path, recipe: Recipe, weights: Path | None) -> Tensor:
    one, other = (canvas.read(file, longest=2 * recipe.size) for file in (content, style))
    *_, last = paint(one, other, recipe, weights=weights, device=torch.device("cpu"))
    return tensor(last.picture().rgb)


def _shown(file: Path, longest: int) -> Tensor:
    picture = canvas.read(file, longest=2 * longest)
    return resized(tensor(picture.rgb), fitted(picture.height, picture.width, longest)).clamp(0, 1)


def _told(found: list[Seen], studio: list[Seen]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for part in Seen._fields:
        ours, theirs = ([getattr(seen, part) for seen in each] for each in (studio, found))
        told[part] = {f"at {size}": _short(each[i] for each in theirs) for i, size in enumerate(SIZES)}
        if found is not studio:
            nearer = (sum(a[i] < b[i] for a, b in zip(ours, theirs, strict=True)) for i in range(len(SIZES)))
            told[f"pairs in which studio's {part} are nearer"] = list(nearer)
    return told


def _short(values: Iterable[float]) -> float:
    return float(f"{median(values):.3g}")
