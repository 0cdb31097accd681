"""The course of a captioner's training as a picture: BLEU of the validation, and the loss of a word."""

from collections.abc import Sequence
from pathlib import Path

from retrieval.course import Epoch
from scripts.curves import LOSS, RANK, dress, panel
from scripts.plot import PAPER

COLOURS = ("#b4532a", "#c98a3c", "#4c7a52", "#2f6f8f")


def draw(history: Sequence[Epoch], best: int, path: Path) -> None:
    """As PNG; the epoch that was kept is marked."""
    from matplotlib.figure import Figure  # not pyplot: no global state, no window system

    judged = bool(history[0].figures)
    figure = Figure(figsize=(12, 4) if judged else (6, 4), dpi=150, facecolor=PAPER, layout="constrained")
    panels = figure.subplots(1, 2 if judged else 1, squeeze=False)[0]
    numbers = [epoch.number for epoch in history]
    learned = [epoch.loss for epoch in history]
    lines = {"learning" if judged else "": (learned, LOSS)}
    if judged:
        lines["validation"] = ([epoch.figures["loss"] for epoch in history], RANK)
        bleu = {
            f"BLEU-{n}": ([epoch.figures[f"bleu_{n}"] for epoch in history], colour)
            for n, colour in enumerate(COLOURS, 1)
        }
        highest = max(max(values) for values, _ in bleu.values())
        panel(panels[0], numbers, "greedy captions of the validation", bleu, min(1.0, 1.15 * highest + 0.02))
    top = 1.1 * max(max(values) for values, _ in lines.values())
    panel(panels[-1], numbers, "loss of a word", lines, top)
    for axes in panels:
        dress(axes, numbers, best)
    figure.savefig(path, format="png", metadata={"Software": None})
