"""The curves of a training run, drawn from its log.

python -m scripts.slim.curves docs/figures/vgg19-slim-training.jsonl docs/figures/vgg19-slim-training.png
"""

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl

from ground.files import replacing
from scripts.slim.teacher import STYLE

mpl.use("Agg")
from matplotlib import pyplot as plt

Line = dict[str, Any]


def draw(log: Path, figure: Path) -> None:
    lines: list[Line] = [json.loads(line) for line in log.read_text().splitlines()]
    matching = [line for line in lines if line["stage"] == "matching"]
    recognition = [line for line in lines if line["stage"] == "recognition"]
    drawing, (features, gram, accuracy) = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
    colours = plt.colormaps["viridis"]
    for number, tap in enumerate(STYLE):
        for axes, kind in ((features, "features"), (gram, "gram")):
            values = [line[kind][tap] for line in matching]
            axes.semilogy([line["step"] for line in matching], values, color=colours(number / 5), label=tap)
    features.set(title="Features, held out", xlabel="step", ylabel="squared error / variance")
    gram.set(title="Gram matrices, held out", xlabel="step", ylabel="squared error / squared norm")
    accuracy.plot(
        [line["step"] for line in recognition], [100 * line["accuracy"] for line in recognition], "k.-"
    )
    accuracy.set(title="200 classes, held out", xlabel="step", ylabel="right, %", ylim=(0, None))
    features.legend(fontsize="small")
    with replacing(figure) as part:
        drawing.savefig(part, format="png", dpi=110)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
