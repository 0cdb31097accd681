"""The course of a training as a picture: how often the own picture is among the first, and the loss."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from retrieval.course import Epoch
from scripts.plot import FAINT, INK, PAPER

RECALL = {
    "recall_at_10": ("R@10", "#b4532a"),
    "recall_at_5": ("R@5", "#c98a3c"),
    "recall_at_1": ("R@1", "#2f6f8f"),
}
RANK, LOSS = "#4c7a52", "#6b5b73"
APART = 0.06  # of the height, between the names at the lines' ends


def draw(history: Sequence[Epoch], best: int, path: Path) -> None:
    """As PNG; the epoch that was kept is marked."""
    from matplotlib.figure import Figure  # not pyplot: no global state, no window system

    judged = bool(history[0].figures)
    width, ratios = (12, [3, 2, 2]) if judged else (6, [1])
    figure = Figure(figsize=(width, 4), dpi=150, facecolor=PAPER, layout="constrained")
    panels = figure.subplots(1, len(ratios), width_ratios=ratios, squeeze=False)[0]
    numbers = [epoch.number for epoch in history]
    if judged:
        _recalls(panels[0], numbers, history)
        ranks = [epoch.figures["median_rank"] for epoch in history]
        panel(panels[1], numbers, "median rank", {"": (ranks, RANK)}, 1.1 * max(ranks))
    losses = [epoch.loss for epoch in history]
    panel(panels[-1], numbers, "loss", {"": (losses, LOSS)}, 1.1 * max(losses))
    for axes in panels:
        dress(axes, numbers, best)
    figure.savefig(path, format="png", metadata={"Software": None})


def _recalls(axes: Any, numbers: Sequence[int], history: Sequence[Epoch]) -> None:
    lines = {
        label: ([epoch.figures[name] for epoch in history], colour)
        for name, (label, colour) in RECALL.items()
    }
    highest = max(epoch.figures["recall_at_10"] for epoch in history)
    panel(
        axes, numbers, "validation texts that find their own picture", lines, min(1.0, 1.15 * highest + 0.02)
    )


def panel(
    axes: Any, numbers: Sequence[int], title: str, lines: dict[str, tuple[list[float], str]], top: float
) -> None:
    """Lines that bear their name and last value at their end instead of a legend, the highest first."""
    axes.set_title(title, loc="left", color=INK, fontsize=11)
    axes.set_ylim(0, top)
    marker = "o" if len(numbers) < 30 else None
    free = float("inf")
    for label, (values, colour) in lines.items():
        axes.plot(numbers, values, color=colour, linewidth=1.7, marker=marker, markersize=3.5, clip_on=False)
        free = min(values[-1], free - APART * top)
        axes.annotate(
            f"{label} {values[-1]:.2g}".strip(),
            (numbers[-1], free),
            xytext=(8, 0),
            textcoords="offset points",
            verticalalignment="center",
            color=colour,
            fontsize=10,
            annotation_clip=False,
        )


def dress(axes: Any, numbers: Sequence[int], best: int) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set_facecolor(PAPER)
    axes.axvline(best, color=FAINT, linewidth=0.8, linestyle=(0, (2, 3)), zorder=0)
    axes.annotate(
        "kept",
        (best, 1),
        xytext=(3, -4),
        textcoords="offset points",
        xycoords=("data", "axes fraction"),
        verticalalignment="top",
        color=FAINT,
        fontsize=8,
    )
    axes.set_xlabel("epoch", color=INK)
    axes.set_xlim(min(numbers[0], numbers[-1] - 1), numbers[-1])
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(colors=FAINT, length=3, labelsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(FAINT)
