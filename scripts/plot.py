"""The losses of a painting as a picture: content and style, step by step, over the scales they were taken at."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from ground.files import replacing
from style_transfer import Losses

INK, PAPER, BAND, FAINT = "#2b2926", "#fbf9f5", "#f1ece3", "#8d877d"
COLOURS = {"style": "#b4532a", "content": "#2f6f8f"}


def plot(curve: Sequence[Losses], scales: Sequence[int], path: Path) -> None:
    """Written as PNG; on a log scale, since what is left to do shrinks by powers of ten."""
    from matplotlib.figure import Figure  # not pyplot: no global state, no window system

    figure = Figure(figsize=(8, 4.2), dpi=150, facecolor=PAPER, layout="constrained")
    axes = figure.add_subplot(facecolor=PAPER)
    _dress(axes)
    _bands(axes, curve, scales)
    _lines(axes, curve)
    _number(axes)
    with replacing(path) as part:
        figure.savefig(part, format="png", metadata={"Software": None})


def _lines(axes: Any, curve: Sequence[Losses]) -> None:
    """A line breaks where the scale changes, and bears its name and last value at its end instead of a legend."""
    last = curve[-1]
    for name, colour in COLOURS.items():
        if not any(getattr(losses, name) > 0 for losses in curve):
            continue
        for _, group in groupby(curve, key=lambda losses: losses.scale):
            # A painting that starts from its content starts with no content loss: there is no logarithm of that.
            points = [(losses.step, value) for losses in group if (value := getattr(losses, name)) > 0]
            axes.plot(
                [step for step, _ in points], [value for _, value in points], color=colour, linewidth=1.7
            )
        value = getattr(last, name)
        higher = value >= max(last.content, last.style)
        axes.annotate(
            f"{name} {value:.3g}",
            (last.step, value),
            xytext=(7, 2 if higher else -2),
            textcoords="offset points",
            verticalalignment="bottom" if higher else "top",
            color=colour,
            fontsize=10,
            annotation_clip=False,
        )


def _bands(axes: Any, curve: Sequence[Losses], scales: Sequence[int]) -> None:
    """Every other scale is shaded; its long side stands above it where there is room."""
    axes.set_xlim(curve[0].step - 0.5, curve[-1].step + 0.5)
    for scale, group in groupby(curve, key=lambda losses: losses.scale):
        steps = [losses.step for losses in group]
        if scale % 2 == 0:
            axes.axvspan(steps[0] - 0.5, steps[-1] + 0.5, color=BAND, linewidth=0, zorder=0)
        if len(steps) > len(curve) / 20:
            middle = (steps[0] + steps[-1]) / 2
            axes.annotate(
                f"{scales[scale]} px",
                (middle, 1),
                xytext=(0, 4),
                textcoords="offset points",
                xycoords=("data", "axes fraction"),
                horizontalalignment="center",
                color=FAINT,
                fontsize=8,
            )


def _number(axes: Any) -> None:
    """Plain numbers; between the powers of ten only where there are few of these."""
    least, most = axes.get_ylim()
    axes.yaxis.set_major_formatter("{x:g}")
    axes.yaxis.set_minor_formatter("{x:g}" if most / least < 20 else "")


def _dress(axes: Any) -> None:
    axes.set_yscale("log")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("step", color=INK)
    axes.set_ylabel("loss, as weighed by alpha and beta", color=INK)
    axes.tick_params(colors=FAINT, which="both", length=3, labelsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(FAINT)
