"""Train `vgg19-slim` from nothing: first the taps that the teacher has, then, by recognition, the three it lacks.

    python -m scripts.train_slim --data DATA --teacher vgg19_16x_encoder.pth --work out/slim

Stop it when you like; the same line goes on where it was. The folder `--work` holds a checkpoint of each stage,
`log.jsonl`, and the weights as of the last stage that ended, `vgg19-slim.safetensors`.
"""

import argparse
import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.torch
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from ground.files import replacing
from ground.vgg import WIDTHS, Vgg19, normalise
from scripts.slim import matching, pictures, recognition, whitening
from scripts.slim.stage import Stage
from scripts.slim.teacher import Teacher

NAME = "vgg19-slim"
LED = 0.6  # share of the matching in which slim is led layer by layer; after it, it walks alone
WARM_UP = 0.02
MEASURED = 12  # batches that say how much each channel varies
WHITENED = 40  # batches that say how each layer's input varies
THREADS = 2  # each takes its share of a batch: cheaper than two threads inside each operation


def matching_rate(progress: float) -> float:
    """Falls three hundredfold, evenly in its logarithm: Adam nears a perfect match only as its steps shrink."""
    return 0.3 * min(1.0, progress / WARM_UP) * math.exp(-math.log(300) * progress)


def recognition_rate(progress: float) -> float:
    """Half a cosine, down to nothing when the budget ends."""
    return 2e-3 * min(1.0, progress / WARM_UP) * (0.5 + 0.5 * math.cos(math.pi * progress))


class Batches(Dataset[Tensor]):
    """Batch number i is the same batch whenever it is asked for, so a resumed run sees what it would have seen."""

    def __init__(self, learn: list[Tensor]) -> None:
        self.learn = learn

    def __getitem__(self, step: int) -> Tensor:
        batch = pictures.batch(self.learn, np.random.default_rng((pictures.SEED, step)))
        return batch.contiguous(memory_format=torch.channels_last)

    def stream(self, start: int) -> Iterator[Tensor]:
        return iter(
            DataLoader(self, batch_size=None, sampler=range(start, 10**9), num_workers=1, prefetch_factor=4)
        )


def match(slim: Vgg19, teacher: Teacher, data: Path, work: Path, budget: float, by_steps: bool) -> None:
    """The first stage: slim's taps up to conv5_1 become the teacher's."""
    pool = pictures.load(data)
    batches = Batches(pool.pictures)
    measure = matching.Measure.of(teacher, (batches[i] for i in range(MEASURED)))
    seen = (batches[i] for i in range(WHITENED))
    adam = whitening.WhiteAdam(
        slim, whitening.moments(teacher, ((normalise(rgb), rgb) for rgb in seen)), measure.size
    )
    stage = Stage("matching", work, budget, by_steps, {"slim": slim, "adam": adam})
    stage.resume()
    held = [pictures.decode(file, 256).float() / 255 for file in pool.held_out[::4]]

    def learn(batch: Tensor) -> float:
        def gradient(part: Tensor) -> tuple[float, tuple[Tensor, ...]]:
            lost = matching.loss(slim, teacher, measure, part, stage.progress < LED) * (
                len(part) / len(batch)
            )
            return float(lost.detach()), torch.autograd.grad(lost, adam.parameters())

        losses, gradients = zip(*threads.map(gradient, batch.chunk(THREADS)), strict=True)
        adam.step(
            [torch.stack(parts).sum(0) for parts in zip(*gradients, strict=True)],
            matching_rate(stage.progress),
        )
        return float(sum(losses))

    with ThreadPoolExecutor(THREADS) as threads:
        stage.run(batches.stream(stage.step), learn, lambda: judgement(slim, teacher, measure, held))


def judgement(slim: Vgg19, teacher: Teacher, measure: matching.Measure, held: list[Tensor]) -> dict[str, Any]:
    """On held-out pictures, slim alone: mean relative errors by tap, of features and of Gram matrices."""
    with torch.no_grad():
        found = [matching.errors(slim, teacher, measure, picture[None], led=False) for picture in held]
    return {
        kind: {tap: float(f"{np.mean([float(pair[i][tap]) for pair in found]):.3g}") for tap in found[0][i]}
        for i, kind in enumerate(("features", "gram"))
    }


def recognise(slim: Vgg19, archive: Path, work: Path, budget: float, by_steps: bool) -> None:
    """The second stage: conv5_2 to conv5_4 learn to tell things apart, on slim's own conv5_1 in views made once."""
    things, classes = pictures.things(archive)
    learn_from, held = recognition.split(classes)
    views = [
        recognition.conv5_1(slim, things[learn_from], np.random.default_rng((pictures.SEED, i)))
        for i in range(recognition.VIEWS)
    ]
    unseen = recognition.conv5_1(slim, things[held], None)
    recogniser = recognition.Recogniser(unseen.shape[1], int(classes.max()) + 1)
    adam = torch.optim.AdamW(recogniser.parameters(), weight_decay=0.05)
    stage = Stage("recognition", work, budget, by_steps, {"recogniser": recogniser, "adam": adam})
    stage.resume()

    def learn(chosen: Tensor) -> float:
        for group in adam.param_groups:
            group["lr"] = recognition_rate(stage.progress)
        view = views[stage.step % len(views)]
        lost = recognition.loss(recogniser, view[chosen], classes[learn_from][chosen])
        adam.zero_grad()
        lost.backward()  # type: ignore[no-untyped-call]
        adam.step()
        return float(lost.detach())

    stage.run(
        recognition.batches(len(learn_from), stage.step),
        learn,
        lambda: {"accuracy": round(recognition.accuracy(recogniser, unseen, classes[held]), 4)},
    )
    recogniser.fold(slim, unseen)


def write(slim: Vgg19, work: Path) -> None:
    state = {key: value.half().contiguous() for key, value in slim.state_dict().items()}
    with replacing(work / f"{NAME}.safetensors") as part:
        part.write_bytes(safetensors.torch.save(state))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        help="holds " + ", ".join(pictures.FOLDERS) + ", " + pictures.THINGS,
    )
    parser.add_argument("--teacher", type=Path, required=True, help="vgg19_16x_encoder.pth")
    parser.add_argument(
        "--work", type=Path, required=True, help="the folder for checkpoints, weights and log"
    )
    parser.add_argument(
        "--minutes", type=float, nargs=2, default=(35.0, 15.0), metavar=("MATCHING", "RECOGNITION")
    )
    parser.add_argument(
        "--steps", type=int, nargs=2, help="budgets in steps instead: a run that can be repeated"
    )
    asked = parser.parse_args()
    budgets = asked.steps or [minutes * 60 for minutes in asked.minutes]
    torch.set_num_threads(1)
    torch.manual_seed(pictures.SEED)
    asked.work.mkdir(parents=True, exist_ok=True)
    slim = Vgg19(WIDTHS[NAME], padding="reflect").to(memory_format=torch.channels_last)
    teacher = Teacher.read(asked.teacher).to(memory_format=torch.channels_last)
    match(slim, teacher, asked.data, asked.work, budgets[0], bool(asked.steps))
    write(slim, asked.work)
    recognise(slim, asked.data / pictures.THINGS, asked.work, budgets[1], bool(asked.steps))
    write(slim, asked.work)


if __name__ == "__main__":
    main()
