"""The engine: `paint` turns a content, a style and a recipe into a stream of iterates that ends in a painting."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ground.canvas import Picture
from ground.errors import BadCheckpoint, BadInput
from style_transfer import checkpoint
from style_transfer.backbones import Backbone, backbone
from style_transfer.memory import block_for
from style_transfer.moments import Moments
from style_transfer.objective import Evaluation, Objective
from style_transfer.optimisers import optimiser
from style_transfer.pictures import resized
from style_transfer.recipe import Recipe
from style_transfer.regions import Region
from style_transfer.subject import Styles, Subject, prepared


class Losses(NamedTuple):
    """Of one step, weighted by alpha and beta."""

    step: int
    scale: int
    content: float
    style: float
    total: float


@dataclass(frozen=True)
class Painting:
    """The result, and what made it."""

    picture: Picture
    recipe: Recipe
    losses: Losses
    curve: tuple[Losses, ...]
    seconds: float
    evaluations: int
    network: str


@dataclass(frozen=True)
class Iterate:
    """One report from the engine; the last one carries the painting."""

    step: int
    steps: int
    scale: int
    scales: int
    size: tuple[int, int]
    content: float
    style: float
    total: float
    seconds: float
    note: str
    painting: Painting | None
    _run: "Run" = field(repr=False)
    _which: int = 0

    def picture(self) -> Picture:
        """The picture so far; valid until the next iterate is asked for."""
        return self._run.picture(self._which)

    def save(self, path: Path, about: dict[str, Any] | None = None, *, alone: bool = False) -> None:
        """Writes a checkpoint from which `resume` goes on; valid until the next iterate is asked for.

        `about` is the caller's own, kept for when it comes back with the file. Of several paintings all are kept, or
        this one `alone`, which then goes on by itself to the same picture.
        """
        which = [self._which] if alone else list(range(len(self._run.subjects)))
        self._run.save(path, about or {}, which)


def paint(
    content: Picture,
    style: Styles,
    recipe: Recipe,
    *,
    start: Picture | None = None,
    weights: Path | None = None,
    device: torch.device | None = None,
) -> Iterator[Iterate]:
    """Paints `content` in the manner of `style`; stopping the loop stops the work."""
    for iterates in paint_many([(content, style)], recipe, start=start, weights=weights, device=device):
        yield iterates[0]


def paint_many(
    pairs: Sequence[tuple[Picture, Styles]],
    recipe: Recipe,
    *,
    start: Picture | None = None,
    weights: Path | None = None,
    device: torch.device | None = None,
) -> Iterator[list[Iterate]]:
    """Several paintings of one size in one optimisation, each as it would be alone; an iterate for each."""
    if len(pairs) > 1 and recipe.optimiser == "lbfgs-b":
        raise BadInput("lbfgs-b works on one picture at a time", "use lbfgs or adam, or paint one by one")
    network = backbone(recipe, weights, device)
    subjects = [prepared(content, style, recipe, start) for content, style in pairs]
    yield from Run(network, recipe, subjects).iterates()


def resume(
    path: Path, *, weights: Path | None = None, device: torch.device | None = None
) -> Iterator[list[Iterate]]:
    """Goes on from a checkpoint, to the same pictures that an uninterrupted run ends in."""
    tensors, facts = checkpoint.load(path)
    recipe = Recipe.checked(facts["recipe"])
    network = backbone(recipe, weights, device)
    run = Run(network, recipe, [Subject.unpacked(tensors, i) for i in range(facts["paintings"])])
    run.restore(tensors, facts)
    yield from run.iterates()


class Run:
    """A painting in progress, or several of one size: where it stands, and how to take the next step."""

    def __init__(self, network: Backbone, recipe: Recipe, subjects: list[Subject]) -> None:
        _check_together(subjects)
        self.network, self.recipe, self.subjects = network, recipe, subjects
        self.scale, self.done, self.evaluations, self.seconds = 0, 0, 0, 0.0
        self.curves: list[list[Losses]] = [[] for _ in subjects]
        self.ends: list[Losses] = []
        first = torch.cat([subject.first(recipe, self._size()) for subject in subjects])
        self.optimiser = optimiser(recipe, first.to(network.device))

    def iterates(self) -> Iterator[list[Iterate]]:
        """From here to the end, scale by scale; from the end, the last report again."""
        if self._finished():
            yield self._reports()
        while not self._finished():
            begun = time.perf_counter()
            if self.done == self.recipe.steps_at[self.scale]:
                before, self.scale, self.done = self._size(), self.scale + 1, 0
                self.optimiser.grow(self._grown(before))
            objective = self._objective()
            self.seconds += time.perf_counter() - begun
            while self.done < self.recipe.steps_at[self.scale]:
                yield self._step(objective)

    def _size(self) -> tuple[int, int]:
        return self.subjects[0].size_at(self.recipe.scales[self.scale], self.recipe)

    def _grown(self, before: tuple[int, int]) -> Tensor:
        """The next scale's first picture: this one's last, with the content's own fine detail put back.

        Scaling up leaves a picture soft; what the content shows that the smaller scale could not hold is a better
        beginning than nothing, and costs the style less than finding it again.
        """
        size = self._size()
        grown = resized(self.optimiser.shown, size)
        if self.recipe.start == "content":
            grown = grown + torch.cat([subject.detail(size, before) for subject in self.subjects]).to(grown)
        return grown.clamp(0, 1)

    def _objective(self) -> Objective:
        """What is asked at this scale; contents that are all one are asked once."""
        size = self._size()
        block = block_for(self.network, self.recipe, size, len(self.subjects))
        contents = [resized(subject.content, size).clamp(0, 1) for subject in self.subjects]
        if all(torch.equal(contents[0], content) for content in contents[1:]):
            contents = contents[:1]
        # What was begun well stays: at the last scale, which is nearly all of the work, all places count alike.
        edge = self.recipe.edge if self.scale < len(self.recipe.scales) - 1 else 1.0
        regions = [subject.regions(self.network, self.recipe, max(size), edge) for subject in self.subjects]
        together = regions[0] if len(regions) == 1 else [_stacked([found[0] for found in regions])]
        content = torch.cat(contents).to(self.network.device)
        return Objective(self.network, self.recipe, content, together, block)

    def _step(self, objective: Objective) -> list[Iterate]:
        begun = time.perf_counter()

        def evaluate(batch: Tensor, which: Sequence[int] | None = None) -> Evaluation:
            self.evaluations += 1
            return (objective.only(which) if which else objective)(batch)

        found, note = self.optimiser.step(evaluate)
        self.done += 1
        if (
            self._finished()
        ):  # what was optimised is not quite what is shown: averaged, or clamped to its range
            self.ends = self._losses(evaluate(self.optimiser.shown))
        self.seconds += time.perf_counter() - begun
        for curve, losses in zip(self.curves, self._losses(found), strict=True):
            curve.append(losses)
        return self._reports(note)

    def _losses(self, found: Evaluation) -> list[Losses]:
        step = len(self.curves[0]) + 1
        values = zip(*(each.tolist() for each in (found.content, found.style, found.total)), strict=True)
        return [Losses(step, self.scale, *three) for three in values]

    def _finished(self) -> bool:
        return self.scale == len(self.recipe.scales) - 1 and self.done == self.recipe.steps_at[self.scale]

    def _reports(self, note: str = "") -> list[Iterate]:
        return [self._report(which, note) for which in range(len(self.subjects))]

    def _report(self, which: int, note: str) -> Iterate:
        found = self.curves[which][-1]
        return Iterate(
            step=found.step,
            steps=sum(self.recipe.steps_at),
            scale=self.scale + 1,
            scales=len(self.recipe.scales),
            size=self._size(),
            content=found.content,
            style=found.style,
            total=found.total,
            seconds=self.seconds,
            note=note,
            painting=self._painting(which) if self._finished() else None,
            _run=self,
            _which=which,
        )

    def picture(self, which: int) -> Picture:
        return self.subjects[which].finished(self.optimiser.shown[which : which + 1], self.recipe)

    def _painting(self, which: int) -> Painting:
        return Painting(
            self.picture(which),
            self.recipe,
            self.ends[which],
            tuple(self.curves[which]),
            self.seconds,
            self.evaluations,
            self.network.origin,
        )

    def save(self, path: Path, about: dict[str, Any], which: list[int]) -> None:
        tensors = {f"optimiser.{name}": value for name, value in self.optimiser.state(which).items()}
        for place, each in enumerate(which):
            tensors |= self.subjects[each].packed(place)
            rows = [*self.curves[each], *self.ends[each : each + 1]]
            tensors[f"{place}.curve"] = torch.tensor(rows, dtype=torch.float64)
        facts = {
            "recipe": self.recipe.model_dump(),
            "paintings": len(which),
            "network": self.network.origin,
            "weights": self.network.sha256,
            "scale": self.scale,
            "done": self.done,
            "evaluations": self.evaluations,
            "seconds": self.seconds,
            "about": about,
        }
        checkpoint.save(path, tensors, facts)

    def restore(self, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
        """Back to where `save` was called."""
        if facts["weights"] != self.network.sha256:
            raise BadCheckpoint(
                f"the checkpoint was painted with other weights ({facts['network']}) than {self.network.origin}",
                "give the same --weights as before",
            )
        self.scale, self.done = facts["scale"], facts["done"]
        self.evaluations, self.seconds = facts["evaluations"], facts["seconds"]
        prefix = "optimiser."
        state = {name.removeprefix(prefix): t for name, t in tensors.items() if name.startswith(prefix)}
        self.optimiser.load(state)
        for which, curve in enumerate(self.curves):
            rows = [Losses(int(row[0]), int(row[1]), *row[2:]) for row in tensors[f"{which}.curve"].tolist()]
            if self._finished():
                self.ends.append(rows.pop())
            curve.extend(rows)


def _check_together(subjects: list[Subject]) -> None:
    if not subjects:
        raise BadInput("there are no paintings to make", "give a content and a style at least")
    if len({subject.size for subject in subjects}) > 1:
        raise BadInput("paintings made together must be of one size", "paint these one by one")
    if len(subjects) > 1 and any(mask is not None for subject in subjects for mask in subject.masks):
        raise BadInput("paintings with masks cannot be made together", "paint these one by one")


def _stacked(regions: list[Region]) -> Region:
    """The same layers of several paintings as a batch."""
    layers = regions[0].wanted

    def batch(layer: str) -> Moments:
        parts = [region.wanted[layer] for region in regions]
        return Moments(*(torch.cat([getattr(p, n) for p in parts]) for n in ("weight", "first", "second")))

    return Region({layer: batch(layer) for layer in layers}, regions[0].mask)
