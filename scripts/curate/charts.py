"""What curating found as pictures: who is taken for whom, curves of classes, counts of clusters, maps."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from curation.clusters import Count
from curation.judging import Judgement
from curation.labels import Rows
from ground.files import replacing
from retrieval.vectors import Matrix
from scripts.plot import FAINT, INK, PAPER

COLOURS = (
    *("#26419b", "#b4532a", "#4c7a52", "#8a5a9e", "#c98a3c"),
    *("#2f8f8a", "#a8324a", "#6b7a2e", "#5a6b8f", "#8f6b4a"),
)


def confusion(judged: Judgement, path: Path) -> None:
    """Rows are what it is, columns what was said; shaded by the share of the row."""
    many = len(judged.names)
    side = max(3.6, 0.62 * many + 1.6)
    figure, axes = _figure((side, side))
    shares = judged.confusion / np.maximum(1, judged.confusion.sum(1, keepdims=True))
    axes.imshow(shares, cmap=_shades(), vmin=0, vmax=1)
    for row in range(many):
        for column in range(many):
            if judged.confusion[row, column]:
                ink = PAPER if shares[row, column] > 0.55 else INK
                axes.text(
                    column,
                    row,
                    judged.confusion[row, column],
                    ha="center",
                    va="center",
                    color=ink,
                    fontsize=9,
                )
    axes.set_xticks(range(many), judged.names, rotation=35, ha="right")
    axes.set_yticks(range(many), judged.names)
    axes.set_xlabel("said", color=INK)
    axes.set_ylabel("is", color=INK)
    axes.tick_params(length=0, colors=INK)
    axes.spines[:].set_visible(False)
    _save(figure, path)


def roc(judged: Judgement, path: Path) -> None:
    """Each class against the rest; the lowest area comes first in the list, since it is what one looks for."""
    figure, axes = _figure((5.6, 4.6))
    axes.plot([0, 1], [0, 1], color=FAINT, linewidth=0.8, linestyle=(0, (2, 3)))
    curves = sorted(enumerate(judged.curves.items()), key=lambda each: each[1][1]["auc"])
    for row, (name, curve) in curves:
        false, true = curve["false_positive_rate"], curve["true_positive_rate"]
        label = f"{name}  {curve['auc']:.3f}"
        axes.plot(false, true, color=COLOURS[row % len(COLOURS)], linewidth=1.6, label=label, clip_on=False)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("others taken for it", color=INK)
    axes.set_ylabel("found", color=INK)
    axes.legend(loc="lower right", frameon=False, fontsize=9, title="area", labelcolor=INK)
    _dress(axes)
    _save(figure, path)


def count(found: Count, path: Path) -> None:
    """The elbow and the silhouette, side by side."""
    figure, (elbow, silhouette) = _figure((9, 3.6), 2)
    _line(elbow, found.tried, found.inertia, "inertia", found.elbow)
    _line(silhouette, found.tried, found.silhouette, "silhouette", found.best)
    _save(figure, path)


def scatter(places: Matrix, groups: Rows, names: Sequence[str], title: str, path: Path) -> None:
    """A map of works as dots, coloured by cluster or class."""
    figure, axes = _figure((7, 6.4))
    size = float(np.clip(4000 / len(places), 3, 40))
    for group in np.unique(groups):
        colour = FAINT if group < 0 else COLOURS[group % len(COLOURS)]
        some, name = places[groups == group], "none" if group < 0 else names[group]
        axes.scatter(some[:, 0], some[:, 1], s=size, color=colour, label=name, linewidths=0, alpha=0.85)
    axes.set_title(title, loc="left", color=INK, fontsize=11)
    axes.set_aspect("equal")
    axes.set_axis_off()
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, fontsize=9, labelcolor=INK)
    _save(figure, path)


def _line(axes: Any, tried: Sequence[int], values: Sequence[float], title: str, chosen: int | None) -> None:
    axes.plot(tried, values, color=COLOURS[0], linewidth=1.7, marker="o", markersize=3.5)
    axes.set_title(title, loc="left", color=INK, fontsize=11)
    axes.set_xlabel("clusters", color=INK)
    if chosen is not None:
        axes.axvline(chosen, color=COLOURS[1], linewidth=0.9, linestyle=(0, (2, 3)))
        axes.annotate(
            f"{chosen}", (chosen, 1), (4, -4), xycoords=("data", "axes fraction"), textcoords="offset points",
            va="top", color=COLOURS[1], fontsize=10,
        )  # fmt: skip
    _dress(axes)


def _figure(size: tuple[float, float], panels: int = 1) -> tuple[Any, Any]:
    from matplotlib.figure import Figure  # not pyplot: no global state, no window system

    figure = Figure(figsize=size, dpi=150, facecolor=PAPER, layout="constrained")
    axes = figure.subplots(1, panels)
    for each in np.ravel(axes):
        each.set_facecolor(PAPER)
    return figure, axes


def _shades() -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("shades", [PAPER, "#b9c2dd", COLOURS[0]])


def _dress(axes: Any) -> None:
    axes.tick_params(colors=FAINT, length=3, labelsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(FAINT)


def _save(figure: Any, path: Path) -> None:
    with replacing(path) as part:
        figure.savefig(part, format="png", metadata={"Software": None})
