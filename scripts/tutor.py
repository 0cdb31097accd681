"""A tutor: one captioner from the first epoch to the saved folder, whatever stops it in between."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from captioning.attributes import Attribute
from captioning.captioner import Captioner, pooled
from captioning.evaluation import Judged
from captioning.material import Material, Seen
from captioning.plan import Plan
from captioning.tokens import usual_forms
from captioning.training import Training
from captioning.traits import Traits, out_of_fold
from ground.files import replacing_folder
from retrieval.course import Epoch
from retrieval.manifest import Encoder
from retrieval.work import Work
from scripts.caption_curves import draw
from scripts.hardware import hardware

REPORT, CURVES = "training.json", "training.png"


@dataclass
class Tutor:
    plan: Plan
    parts: Mapping[
        str, Sequence[Work]
    ]  # of the splits "train", and, where there are such, "validation" and "test"
    material: Mapping[str, Material]
    encoder: Encoder
    out: Path
    attributes: tuple[Attribute, ...] = ()
    vectors: Path | None = None

    def __post_init__(self) -> None:
        self.traits = self._traits()
        self.judged = {name: self._with_attributes(name, each) for name, each in self.material.items()}
        names = self.traits.names if self.traits else []
        train, validation = self.judged["train"], self.judged.get("validation")
        self.training = Training(self.plan, train, validation, self.vectors, names)

    @property
    def kept(self) -> Path:
        """Where its checkpoint is, beside the model's folder: that one is not there before it is whole."""
        return self.out.with_name(f".{self.out.name}.training")

    def epochs(self, resume: bool) -> Iterator[Epoch]:
        """All of them; each is kept before it is told."""
        if resume:
            self.training.resume(self.kept)
        for epoch in self.training:
            self.training.save(self.kept)
            yield epoch

    def captioner(self) -> Captioner:
        train = self.material["train"]
        written = [text for texts in train.texts for text in texts]
        found = Captioner(
            name=self.out.name,
            plan=self.plan,
            vocabulary=self.training.vocabulary,
            forms=usual_forms(written) if self.plan.rule == "prose" else {},
            decoder=self.training.decoder,
            encoder=self.encoder,
            attributes=self.attributes,
            traits=self.traits,
        )
        return found.familiarised(train.seen, self._like())

    def _like(self) -> Seen | None:
        """Pictures that it ought to know: of works held back; or where all were learned, other views of these."""
        if "validation" in self.material:
            return self.material["validation"].seen
        others = self.material["train"].views[1:]
        return others.reshape(-1, *others.shape[2:]) if len(others) else None

    def finish(self) -> dict[str, Any]:
        """Write the model's folder whole, and say how it came about."""
        captioner = self.captioner()
        document = self._document(captioner)
        with replacing_folder(self.out) as part:
            captioner.write(part)
            text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
            (part / REPORT).write_text(text + "\n", encoding="utf-8")
            draw(self.training.history, self.training.best.number, part / CURVES)
        self.kept.unlink(missing_ok=True)
        return document

    def _traits(self) -> Traits | None:
        train = self.material["train"]
        found = (
            Traits.fit(self.attributes, self.parts["train"], pooled(train.seen)) if self.attributes else None
        )
        return found if found and found.classifiers else None

    def _with_attributes(self, name: str, material: Material) -> Material:
        """Training pictures are told of as new ones will be: by classifiers that have not seen them."""
        if self.traits is None:
            return material
        features = pooled(material.seen)
        if name == "train":
            return material.with_attributes(
                out_of_fold(self.attributes, self.parts[name], features, self.traits)
            )
        return material.with_attributes(self.traits.confidences(features))

    def _document(self, captioner: Captioner) -> dict[str, Any]:
        judged = {name: each for name, each in self.material.items() if name != "train"}
        return {
            "plan": self.plan.model_dump(),
            "encoder": self.encoder.model_dump(),
            "pictures": {name: len(each) for name, each in self.material.items()},
            "words": len(captioner.vocabulary.words),
            "attributes": self._told_of_attributes(),
            "epochs": [_flat(epoch) for epoch in self.training.history],
            "best_epoch": self.training.best.number,
            **{
                name: judge(captions(captioner, each), each, others=False).as_json()
                for name, each in judged.items()
            },
            "hardware": hardware(),
            "seconds": round(sum(epoch.seconds for epoch in self.training.history), 2),
        }

    def _told_of_attributes(self) -> dict[str, Any]:
        """For each attribute how often its classifier is right about works that it has not seen."""
        known = {
            each.attribute.name: list(each.values)
            for each in (self.traits.classifiers if self.traits else ())
        }
        left = [each.name for each in self.attributes if each.name not in known]
        return {"learned": known, "too_few_works": left}


def judge(said: Sequence[str], material: Material, others: bool = True) -> Judged:
    """Captions against what people wrote of the same pictures."""
    return Judged.of(said, material.texts, others=others)


def captions(captioner: Captioner, material: Material, beam: int | None = None) -> list[str]:
    confidences = captioner.confidences(material.seen)
    blocks = range(0, len(material), 32)
    return [
        found[0].text
        for start in blocks
        for found in captioner.candidates(
            np.asarray(material.seen[start : start + 32], np.float32), confidences[start : start + 32], beam
        )
    ]


def _flat(epoch: Epoch) -> dict[str, Any]:
    rest = asdict(epoch)
    figures = rest.pop("figures")
    return {
        "epoch": rest.pop("number"),
        **rest,
        **{f"validation_{name}": value for name, value in figures.items()},
    }
