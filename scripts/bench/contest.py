"""The contest: studio against the textbook loop, in time, style and content, all judged by one evaluator."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ground.canvas import Picture
from scripts.bench import textbook
from scripts.bench.clock import Clock, Took
from scripts.bench.judge import Judge, Losses
from style_transfer import Recipe, paint
from style_transfer.pictures import fitted, resized, tensor

RATIOS = (1e-3, 1e-4)  # content over style, as Gatys, Ecker and Bethge give them


class Moment(NamedTuple):
    """A picture on its way: when, and what the judge says of it."""

    took: Took
    losses: Losses


@dataclass(frozen=True)
class Contest:
    """A pair of pictures on one network, at one size."""

    content: Picture
    style: Picture
    recipe: Recipe
    weights: Path | None
    device: torch.device
    evaluations: int
    turns: int
    betas: tuple[float, ...]

    def held(self) -> dict[str, Any]:
        """Every painter paints in every turn; losses are the same each time, times are not."""
        network, origin = textbook.network(self.recipe, self.weights, self.device)
        content, style = (self._shown(picture) for picture in (self.content, self.style))
        judge = Judge(network, content, style)
        losses = {
            f"Gatys, alpha/beta {ratio:g}": textbook.gatys(network, content, style, ratio) for ratio in RATIOS
        }
        losses["studio's own losses"] = textbook.relative(network, content, style, self.recipe)
        yardsticks: dict[str, list[Moment]] = {name: [] for name in losses}
        streams: dict[float, list[list[Moment]]] = {beta: [] for beta in self.betas}
        textbook.loop(losses["studio's own losses"], content, 1)  # torch imports half of itself on the way
        for _ in range(self.turns):
            for name, loss in losses.items():
                done = textbook.loop(loss, content, self.evaluations)
                yardsticks[name].append(Moment(done.took, judge(done.picture)))
            for beta in self.betas:
                streams[beta].append(self._stream(beta, judge))
        return {
            "network": origin,
            "size": list(content.shape[2:]),
            "evaluations of the textbook loop": self.evaluations,
            "the content picture": _losses(judge(content)),
            "textbook": {name: _told(moments) for name, moments in yardsticks.items()},
            "studio": {f"beta {beta:g}": _studio(runs, yardsticks) for beta, runs in streams.items()},
        }

    def _shown(self, picture: Picture) -> Tensor:
        size = fitted(picture.height, picture.width, self.recipe.size)
        return resized(tensor(picture.rgb), size).clamp(0, 1).to(self.device)

    def _stream(self, beta: float, judge: Judge) -> list[Moment]:
        """The iterates of the last scale; what the judge takes is not counted."""
        recipe = self.recipe.model_copy(update={"beta": beta})
        iterates = paint(self.content, self.style, recipe, weights=self.weights, device=self.device)
        clock, moments = Clock(), list[Moment]()
        while True:
            with clock:
                iterate = next(iterates, None)
            if iterate is None:
                return moments
            if iterate.scale == iterate.scales:
                picture = tensor(iterate.picture().rgb).to(self.device)
                moments.append(Moment(clock.took, judge(picture)))


def _studio(runs: list[list[Moment]], yardsticks: dict[str, list[Moment]]) -> dict[str, Any]:
    finished = _told([moments[-1] for moments in runs])
    return finished | {"against": {name: _against(runs, mark) for name, mark in yardsticks.items()}}


def _against(runs: list[list[Moment]], marks: list[Moment]) -> dict[str, Any]:
    """When a mark's style was reached, and when its style at no higher content."""
    style, both = (
        [_first(run, mark, also) for run, mark in zip(runs, marks, strict=True)] for also in (False, True)
    )
    return {"style": _reached(style, marks), "style at no higher content": _reached(both, marks)}


def _first(moments: list[Moment], mark: Moment, content_too: bool) -> Moment | None:
    for moment in moments:
        content = moment.losses.content <= mark.losses.content or not content_too
        if moment.losses.style <= mark.losses.style and content:
            return moment
    return None


def _reached(reached: list[Moment | None], marks: list[Moment]) -> dict[str, Any] | str:
    """When and what was there, and its shares of the mark's own time."""
    pairs = [(there, mark) for there, mark in zip(reached, marks, strict=True) if there is not None]
    if len(pairs) < len(marks):
        return "never"
    return {
        **_told([there for there, _ in pairs]),
        "share of its time": round(median(there.took.wall / mark.took.wall for there, mark in pairs), 3),
        "share of its cpu time": round(median(there.took.cpu / mark.took.cpu for there, mark in pairs), 3),
    }


def _told(moments: list[Moment]) -> dict[str, float]:
    took = Took(*(median(side) for side in zip(*(moment.took for moment in moments), strict=True)))
    return _losses(moments[0].losses) | took.told()


def _losses(losses: Losses) -> dict[str, float]:
    return {name: float(f"{value:.4g}") for name, value in losses._asdict().items()}
