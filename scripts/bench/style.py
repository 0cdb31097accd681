"""Style transfer's figures: quality beside the textbook loop, speed, memory, and where a GPU is, what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch

from ground import canvas, weights
from ground.errors import BadWeights
from scripts import console
from scripts.bench import manners, processes, speed
from scripts.bench.contest import Contest
from scripts.bench.speed import Easel
from scripts.bench.subjects import pairs, subjects
from style_transfer import Recipe

SLIM, FULL = "vgg19-slim", "vgg19"
PARTS = ("contest", "manners", "steps", "profile", "precision", "sketch", "batch", "start", "memory", "gpu")


@dataclass(frozen=True)
class Scope:
    """How large and how long: what the documents quote, or only enough to see that all of it runs."""

    backbones: tuple[str, ...] = (SLIM, FULL)
    size: int = 512
    evaluations: int = 150
    turns: int = 5
    contests: int = 1  # a contest is minutes long on the full width; slim's is held three times as often
    betas: tuple[float, ...] = (10, 20, 60, 120)
    sizes: tuple[int, ...] = (256, 512, 1024)
    sketch: int = 256
    large: int = 2048
    large_steps: int = 4  # of a run in tiles each takes most of a minute
    large_budget: int = 1800
    pairs: int = 12


QUICK = Scope((SLIM, FULL), 96, 5, 1, 1, (20,), (96,), 64, 320, 2, 64, 2)


def figures(
    scope: Scope, file: Path | None, pictures: Path | None, parts: tuple[str, ...] = PARTS
) -> dict[str, Any]:
    """Each part that is asked for; `file` is the full network's weights, made at random where there are none."""
    found: dict[str, Any] = {}
    with TemporaryDirectory() as folder:
        files = subjects(pictures, Path(folder), scope.size)
        full = _full(file)
        bench = Bench(
            scope, files, pairs(pictures, Path(folder), scope.size)[: scope.pairs], {SLIM: None, FULL: full}
        )
        found["weights of vgg19"] = "torchvision's" if full is None else full.name
        found["pictures"] = [path.stem for path in files]
        for part in parts:
            console.errors.print(f"bench style: {part}")
            found[part] = bench.part(part)
    return found


def _full(file: Path | None) -> Path | None:
    """The full network's weights; where none can be had, chance decides, which changes no time."""
    if file is not None:
        return file
    try:
        weights.load(FULL)
    except BadWeights:
        return Path(weights.RANDOM)
    return None


class Bench:
    """The parts, over the same pictures and weights."""

    def __init__(
        self,
        scope: Scope,
        files: list[Path],
        pairs: list[tuple[Path, Path]],
        weights: dict[str, Path | None],
    ) -> None:
        self.scope, self.files, self.pairs, self.weights = scope, files, pairs, weights
        content, *styles = (canvas.read(file, longest=max(scope.sizes)) for file in files)
        self.easel = Easel(content, styles, weights, torch.device("cpu"))

    def part(self, name: str) -> Any:
        work: Callable[[], Any] = getattr(self, name)
        return work()

    def contest(self) -> dict[str, Any]:
        return {backbone: self._contest(backbone) for backbone in self.scope.backbones}

    def _contest(self, backbone: str) -> dict[str, Any]:
        scope, easel = self.scope, self.easel
        turns = scope.contests if backbone == FULL else min(3 * scope.contests, scope.turns)
        recipe = Recipe.named("studio", backbone=backbone, size=scope.size)
        return Contest(
            easel.content,
            easel.styles[0],
            recipe,
            self.weights[backbone],
            easel.device,
            scope.evaluations,
            turns,
            scope.betas,
        ).held()

    def manners(self) -> dict[str, Any]:
        recipe = Recipe.named("studio", backbone=SLIM, size=self.scope.size)
        return manners.held(self.pairs, recipe, self.weights[SLIM], self.scope.evaluations)

    def steps(self) -> dict[str, Any]:
        return speed.steps(self.easel, self.scope.backbones, self.scope.sizes, self.scope.turns)

    def profile(self) -> dict[str, Any]:
        size = self.scope.size
        return {backbone: speed.profile(self.easel, backbone, size) for backbone in self.scope.backbones}

    def precision(self) -> dict[str, Any]:
        size = self.scope.size
        return {backbone: speed.precision(self.easel, backbone, size) for backbone in self.scope.backbones}

    def sketch(self) -> dict[str, Any]:
        return speed.sketch(self.easel, self.scope.sketch, self.scope.turns)

    def batch(self) -> dict[str, Any]:
        return speed.batch(self.easel, self.scope.sketch, self.scope.turns)

    def start(self) -> dict[str, Any]:
        return processes.start(self.files[0], self.files[1], self.scope.size, self.scope.turns)

    def memory(self) -> dict[str, Any]:
        scope, (content, style, *_) = self.scope, self.files
        usual = processes.peak(content, style, {"size": scope.size})
        large = processes.memory(
            content, style, scope.backbones, self.weights, scope.large, scope.large_steps, scope.large_budget
        )
        return {f"studio at {scope.size} with {SLIM}, MB": usual, "large": large}

    def gpu(self) -> dict[str, Any] | str:
        if not torch.cuda.is_available():
            return "not run: no CUDA device here"
        easel = Easel(self.easel.content, self.easel.styles, self.weights, torch.device("cuda"))
        return {
            f"{backbone} at {size}": speed.whole(easel, backbone, size, self.scope.turns)
            for backbone in self.scope.backbones
            for size in self.scope.sizes[-2:]
        }
