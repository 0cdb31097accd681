"""A lesson: one training from the first epoch to the saved model, whatever stops it in between."""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ground.files import replacing_folder
from retrieval.course import Epoch
from retrieval.evaluation import evaluate
from retrieval.joint import JointSpace
from retrieval.pairs import Pairs
from retrieval.plan import Plan
from retrieval.training import Fresh, Training
from scripts.curves import draw
from scripts.hardware import hardware

REPORT, CURVES = "training.json", "training.png"


@dataclass
class Lesson:
    plan: Plan
    pairs: Mapping[str, Pairs]  # of the splits "train", and, where there are such, "validation" and "test"
    encoder: tuple[str, str]
    out: Path
    fresh: Fresh | None = None

    def __post_init__(self) -> None:
        train, validation = self.pairs["train"], self.pairs.get("validation")
        if self.plan.hold_back == "descriptions":
            train, validation = train.held_back(self.plan.seed)
        self.training = Training(self.plan, train, validation, self.encoder, self.fresh)
        self.again: Training | None = None

    @property
    def kept(self) -> Path:
        """The folder of its checkpoints, beside the model's own: that one is not there before it is whole."""
        return self.out.with_name(f".{self.out.name}.training")

    def epochs(self, resume: bool) -> Iterator[Epoch]:
        """All of them; each is kept before it is told."""
        yield from self._followed(self.training, "training", resume)
        if self.plan.hold_back == "descriptions":
            self.again = self.training.again(self.pairs["train"])
            yield from self._followed(self.again, "again", resume and (self.kept / "again").exists())

    def _followed(self, training: Training, name: str, resume: bool) -> Iterator[Epoch]:
        if resume:
            training.resume(self.kept / name)
        for epoch in training:
            training.save(self.kept / name)
            yield epoch

    @property
    def _trainings(self) -> list[Training]:
        return [self.training, self.again] if self.again else [self.training]

    def space(self) -> JointSpace:
        """Of all pairs where some were held back; whether to correct hubness was found without these."""
        found = self.training.space()
        return self.again.space(correct=found.references is not None) if self.again else found

    def finish(self) -> dict[str, Any]:
        """Write the model's folder whole, and say how it came about."""
        space = self.space()
        document = self._document(space)
        with replacing_folder(self.out) as part:
            space.write(part)
            text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
            (part / REPORT).write_text(text + "\n", encoding="utf-8")
            draw(self.training.history, self.training.best.number, part / CURVES)
        shutil.rmtree(self.kept)
        return document

    def _document(self, space: JointSpace) -> dict[str, Any]:
        judged = {"validation": self.training.validation, "test": self.pairs.get("test")}
        words = space.text_encoder
        return {
            "plan": self.plan.model_dump(),
            "encoder": dict(zip(("name", "weights_sha256"), self.encoder, strict=True)),
            "pairs": {name: len(pairs) for name, pairs in self.pairs.items()},
            "words": {"titles": len(words.titles.words), "descriptions": len(words.descriptions.words)},
            "epochs": [_flat(epoch) for epoch in self.training.history],
            "best_epoch": self.training.best.number,
            "hubness_corrected": space.references is not None,
            **{name: figures(self._judge(name, space), pairs) for name, pairs in judged.items() if pairs},
            "hardware": hardware(),
            "seconds": round(sum(epoch.seconds for each in self._trainings for epoch in each.history), 2),
        }

    def _judge(self, name: str, space: JointSpace) -> JointSpace:
        """What was held back is judged by the model that had not seen it."""
        return self.training.space() if name == "validation" else space


def figures(space: JointSpace, pairs: Pairs) -> dict[str, Any]:
    return {way: found.as_json() for way, found in evaluate(space, pairs).items()}


def _flat(epoch: Epoch) -> dict[str, Any]:
    rest = asdict(epoch)
    return {"epoch": rest.pop("number"), **rest.pop("figures"), **rest}
