"""Speed: seconds a step beside the textbook's, what bounds them, a warm sketch, and several sketches at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median as middle
from typing import Any

import numpy as np
import torch

from ground.canvas import Picture
from scripts.bench import textbook
from scripts.bench.clock import in_turns, median, ratio, timed
from scripts.bench.judge import Judge
from style_transfer import Recipe, paint, paint_many
from style_transfer.backbones import has_bf16
from style_transfer.pictures import fitted, resized, tensor

ENDLESS = 100_000  # steps: more than anybody waits for
BOUNDS = {  # what the profiler's names stand for
    "convolutions": ("convolution",),
    "Gram matrices and their slopes": ("bmm", "aten::mm", "addmm"),
    "pooling": ("pool",),
    "ReLU": ("clamp_min", "threshold", "relu"),
    "padding": ("pad",),
    "copies and changes of type": ("copy_", "contiguous", "cat", "fill_", "empty", "zero"),
    "Fourier transforms": ("fft",),
}


@dataclass(frozen=True)
class Easel:
    """Pictures, weights and a device on which anything can be painted."""

    content: Picture
    styles: Sequence[Picture]
    weights: dict[str, Path | None]
    device: torch.device

    def paint(self, recipe: Recipe) -> Iterator[Any]:
        weights = self.weights[recipe.backbone]
        return paint(self.content, self.styles[0], recipe, weights=weights, device=self.device)

    def paint_all(self, recipe: Recipe) -> Iterator[Any]:
        """The content in all styles at once."""
        pairs = [(self.content, style) for style in self.styles]
        return paint_many(pairs, recipe, weights=self.weights[recipe.backbone], device=self.device)

    def stepper(self, recipe: Recipe) -> Callable[[], object]:
        """Each call is a step at the recipe's full size."""
        single = recipe.model_copy(update={"coarsest": recipe.size, "steps": ENDLESS})
        return partial(next, self.paint(single))

    def textbook(self, recipe: Recipe) -> Callable[[], object]:
        """Each call is an evaluation of the textbook loop."""
        network, _ = textbook.network(recipe, self.weights[recipe.backbone], self.device)
        size = fitted(self.content.height, self.content.width, recipe.size)
        content = resized(tensor(self.content.rgb), size).to(self.device)
        style = resized(tensor(self.styles[0].rgb), size).to(self.device)
        loss = textbook.relative(network, content, style, recipe)
        return partial(textbook.step, loss, content.clone().requires_grad_())


def steps(easel: Easel, backbones: Sequence[str], sizes: Sequence[int], turns: int) -> dict[str, Any]:
    """By size and network: a step in each precision, and a textbook evaluation, in turns."""
    halves = has_bf16(easel.device)
    found: dict[str, Any] = {}
    for size in sizes:
        works: dict[str, Callable[[], object]] = {}
        for backbone in backbones:
            recipe = Recipe.named("studio", backbone=backbone, size=size, memory=1_000_000)
            works[f"{backbone} textbook fp32"] = easel.textbook(recipe)
            for precision in ("fp32", "bf16") if halves else ("fp32",):
                works[f"{backbone} {precision}"] = easel.stepper(
                    recipe.model_copy(update={"precision": precision})
                )
        took = in_turns(works, turns)
        found[str(size)] = {name: median(times).told() for name, times in took.items()}
        for backbone in backbones if halves else ():
            found[str(size)][f"{backbone} bf16 / textbook fp32"] = ratio(
                took[f"{backbone} bf16"], took[f"{backbone} textbook fp32"]
            )
        if len(backbones) == 2:
            precision = "bf16" if halves else "fp32"
            both = (took[f"{backbone} {precision}"] for backbone in backbones)
            found[str(size)][" / ".join(backbones)] = ratio(*both)
    return found


def profile(easel: Easel, backbone: str, size: int) -> dict[str, float]:
    """What a step's time goes into, in shares."""
    from torch.profiler import ProfilerActivity
    from torch.profiler import profile as watch

    step = easel.stepper(Recipe.named("studio", backbone=backbone, size=size))
    step()
    step()
    gpu = easel.device.type == "cuda"
    activity = ProfilerActivity.CUDA if gpu else ProfilerActivity.CPU
    with watch(activities=[activity], acc_events=True) as seen:
        for _ in range(3):
            step()
    shares = dict.fromkeys([*BOUNDS, "the rest"], 0.0)
    for event in seen.key_averages():
        kind = next(
            (kind for kind, names in BOUNDS.items() if any(n in event.key for n in names)), "the rest"
        )
        shares[kind] += event.self_device_time_total if gpu else event.self_cpu_time_total
    whole = sum(shares.values()) or 1.0
    return {kind: round(share / whole, 3) for kind, share in shares.items()}


def precision(easel: Easel, backbone: str, size: int) -> dict[str, Any] | str:
    """How far a finished picture's losses are after a run in bf16 from those after one in fp32, both judged in fp32.

    And after one in fp32 of a content that is a thousandth of a grey level away: a descent ends now here, now there,
    and what precision changes means nothing below what that changes.
    """
    if not has_bf16(easel.device):
        return "not run: no bf16 arithmetic in this processor"
    recipe = Recipe.named("studio", backbone=backbone, size=size)
    apart: dict[str, list[dict[str, float]]] = {"bf16": [], "nudged": []}
    for style in easel.styles:
        for kind, found in _apart(replace(easel, styles=[style]), recipe).items():
            apart[kind].append(found)
    return {
        kind: {
            part: {
                "mean": round(sum(each[part] for each in found) / len(found), 4),
                "largest": round(max(abs(each[part]) for each in found), 4),
            }
            for part in found[0]
        }
        for kind, found in apart.items()
    }


def _apart(easel: Easel, recipe: Recipe) -> dict[str, dict[str, float]]:
    """Of one pair, in shares of the losses after a run in fp32."""
    judge, losses = _judge(easel, recipe), {}
    nudged = replace(easel, content=_nudged(easel.content))
    for kind, painter, arithmetic in (
        ("fp32", easel, "fp32"),
        ("bf16", easel, "bf16"),
        ("nudged", nudged, "fp32"),
    ):
        *_, last = painter.paint(recipe.model_copy(update={"precision": arithmetic}))
        found = judge(tensor(last.picture().rgb).to(easel.device))
        total = recipe.alpha * found.content + recipe.beta * found.style
        losses[kind] = {**found._asdict(), "total": total}
    whole = losses.pop("fp32")
    return {
        kind: {part: value / whole[part] - 1 for part, value in of.items()} for kind, of in losses.items()
    }


def _judge(easel: Easel, recipe: Recipe) -> Judge:
    network, _ = textbook.network(recipe, easel.weights[recipe.backbone], easel.device)
    content, style = (
        resized(tensor(picture.rgb), fitted(picture.height, picture.width, recipe.size))
        .clamp(0, 1)
        .to(easel.device)
        for picture in (easel.content, easel.styles[0])
    )
    return Judge(network, content, style)


def _nudged(picture: Picture) -> Picture:
    grain = np.random.default_rng(0).choice((-1, 1), picture.rgb.shape) / 255_000
    return Picture((picture.rgb + grain).clip(0, 1).astype(np.float32), picture.alpha)


def sketch(easel: Easel, size: int, turns: int) -> dict[str, float]:
    """A whole sketch in a process that has painted one before."""
    took = in_turns({"sketch": lambda: list(easel.paint(Recipe.named("sketch", size=size)))}, turns)
    return median(took["sketch"]).told()


def batch(easel: Easel, size: int, turns: int) -> dict[str, Any]:
    """One content in all styles, in one optimisation and one by one."""
    recipe = Recipe.named("sketch", size=size)
    alone = [Easel(easel.content, [style], easel.weights, easel.device) for style in easel.styles]
    works: dict[str, Callable[[], object]] = {
        "in one": lambda: list(easel.paint_all(recipe)),
        "one by one": lambda: [list(each.paint(recipe)) for each in alone],
    }
    took = in_turns(works, turns)
    told = {name: median(times).told() for name, times in took.items()}
    return {"styles": len(easel.styles), **told, **ratio(took["in one"], took["one by one"])}


def whole(easel: Easel, backbone: str, size: int, turns: int) -> dict[str, Any]:
    """A painting by `studio` from the first picture to the last, warm, and what bounds it."""
    recipe = Recipe.named("studio", backbone=backbone, size=size)

    def work() -> None:
        list(easel.paint(recipe))
        if easel.device.type == "cuda":
            torch.cuda.synchronize(easel.device)

    work()
    seconds = middle(timed(work).wall for _ in range(turns))
    return {"seconds": round(seconds, 3), "bounds": profile(easel, backbone, size)}
