"""A captioner: a decoder and all that it takes to speak of pictures, saved as a folder that is whole or not there."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import safetensors.torch
import torch
from numpy.typing import NDArray
from torch import Tensor

from captioning import attributes as attributes_
from captioning.attributes import Attribute
from captioning.beams import search
from captioning.candidates import Candidate
from captioning.decoders import Decoder, Shape
from captioning.learner import loss
from captioning.material import Seen
from captioning.plan import Plan
from captioning.tokens import sentence, tokens
from captioning.traits import Classifier, Traits
from captioning.vocabulary import Vocabulary
from ground.files import replacing_folder, sha256
from retrieval.checkpoint import State, under
from retrieval.manifest import Encoder
from retrieval.model_folder import MANIFEST, ModelKind

KIND = ModelKind("captioner", "captioner", "pentimento caption train")
TENSORS, WORDS = "captioner.safetensors", "words.json"

LONGEST_TITLE = 8  # words
FAMILIAR = (
    5  # of a hundred pictures that ought to be known so many are less like the others than what counts so
)

Matrix = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Captioner:
    name: str
    plan: Plan
    vocabulary: Vocabulary
    forms: Mapping[str, str]  # of words that are not written in lower case
    decoder: Decoder
    encoder: Encoder
    attributes: tuple[Attribute, ...] = ()
    traits: Traits | None = None
    references: Matrix | None = None  # unit rows: the pictures that it has learned from
    familiar: float = -1.0  # the cosine to the nearest of these that a known picture has at least
    weights: Mapping[str, float] = field(
        default_factory=lambda: {"likelihood": 1.0}
    )  # of a candidate's measures
    sha256: str = ""  # of the saved manifest

    @property
    def model(self) -> str:
        """What to call it where its words are shown."""
        return f"{self.name} {self.sha256[:8]}".strip()

    @property
    def gives_titles(self) -> bool:
        return self.plan.titles

    def seen(self, features: NDArray[np.floating[Any]], cells: int) -> Matrix:
        """An encoder's rows as (pictures, places, channels)."""
        channels = self.decoder.shape.channels
        return np.asarray(features, np.float32).reshape(len(features), cells, channels)

    def confidences(self, seen: Seen) -> Matrix:
        """Of the attributes' values, for each picture; no columns where it knows none."""
        if self.traits is None:
            return np.zeros((len(seen), 0), np.float32)
        return self.traits.confidences(pooled(seen))

    def known(self, seen: Seen) -> NDArray[np.bool_]:
        """Whether each picture is like any that it has learned from."""
        if self.references is None:
            return np.ones(len(seen), bool)
        nearest: NDArray[np.bool_] = (self._unit(seen) @ self.references.T).max(1) >= self.familiar
        return nearest

    def familiarised(self, seen: Seen, like: Seen | None = None) -> Self:
        """With these pictures as what it knows.

        How near a known picture is to them is seen from others that ought to be known; without such, from each of
        them and its nearest. A picture that is there twice says nothing of either, and is kept once.
        """
        references = np.unique(self._unit(seen).astype(np.float16), axis=0).astype(np.float32)
        cosines = (references if like is None else self._unit(like)) @ references.T
        if like is None:
            np.fill_diagonal(cosines, -1)
        familiar = float(np.percentile(cosines.max(1), FAMILIAR))
        return replace(self, references=references, familiar=familiar)

    @torch.inference_mode()
    def candidates(self, seen: Seen, confidences: Matrix, beam: int | None = None) -> list[list[Candidate]]:
        """For each picture its captions, the likeliest first."""
        wish = self.plan.wish(beam)
        memory, state = self.decoder.remember(_tensor(seen), _tensor(confidences))
        spoken = search(self.decoder, memory, state, self.vocabulary.start, self.vocabulary.end, wish)
        return [[self._candidate(said.numbers, said.score(wish.alpha)) for said in each] for each in spoken]

    @torch.inference_mode()
    def titles(self, seen: Seen, confidences: Matrix) -> list[str]:
        """A short title for each picture; empty where it has learned none."""
        if not self.gives_titles:
            return [""] * len(seen)
        wish = replace(self.plan.wish(), longest=LONGEST_TITLE)
        memory, state = self.decoder.remember(_tensor(seen), _tensor(confidences))
        spoken = search(self.decoder, memory, state, self.vocabulary.title, self.vocabulary.end, wish)
        return [sentence(self.vocabulary.decode(each[0].numbers), self.forms).rstrip(".") for each in spoken]

    @torch.inference_mode()
    def likelihood(self, seen: Seen, confidences: Matrix, text: str) -> float | None:
        """Of any text as one picture's caption, as its own captions are scored; none where it knows no word of it."""
        numbers = self.vocabulary.encode(tokens(text, self.plan.rule))[: self.plan.longest]
        if not numbers:
            return None
        told = [[(self.vocabulary.start, numbers)]]
        found, _ = loss(self.decoder, self.vocabulary, told, _tensor(seen), _tensor(confidences))
        return -float(found) / float((len(numbers) + 1) ** self.plan.alpha)

    def written(self, words: Sequence[str]) -> str:
        return sentence(words, self.forms)

    def _candidate(self, numbers: Sequence[int], likelihood: float) -> Candidate:
        words = tuple(self.vocabulary.decode(numbers))
        return Candidate(words, self.written(words), "captioner", {"likelihood": likelihood})

    def _unit(self, seen: Seen) -> Matrix:
        """Standardised as the decoder does it, so that no feature speaks for all."""
        mean, deviation = self.decoder.mean.numpy(), self.decoder.deviation.numpy()
        rows = (pooled(seen) - mean) / deviation
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), np.float32)

    def save(self, folder: Path) -> None:
        with replacing_folder(folder) as part:
            self.write(part)

    def write(self, folder: Path) -> None:
        words = {"words": self.vocabulary.words, "forms": dict(self.forms)}
        (folder / WORDS).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        (folder / TENSORS).write_bytes(safetensors.torch.save(self._tensors()))
        fields = {
            "name": self.name,
            "encoder": self.encoder.model_dump(),
            "plan": self.plan.model_dump(),
            "shape": asdict(self.decoder.shape),
            "attributes": {each.name: each.as_json() for each in self.attributes},
            "classifiers": [[each.attribute.name, list(each.values)] for each in self._classifiers],
            "familiar": self.familiar,
            "weights": dict(self.weights),
        }
        KIND.seal(folder, fields, (TENSORS, WORDS))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """A saved captioner, every byte of it the one that was written."""
        manifest = KIND.opened(folder)
        state = {name: value.float() for name, value in safetensors.torch.load_file(folder / TENSORS).items()}
        words = json.loads((folder / WORDS).read_text(encoding="utf-8"))
        vocabulary = Vocabulary(tuple(words["words"]))
        decoder = Decoder(Shape(**manifest["shape"]))
        decoder.load_state_dict(under("decoder", state))
        known = attributes_.of_json(manifest["attributes"], str(folder / MANIFEST))
        traits = _traits(manifest["classifiers"], known, under("traits", state))
        if traits:
            decoder.names = vocabulary.table(traits.names)
        return cls(
            name=manifest["name"],
            plan=Plan.model_validate(manifest["plan"]),
            vocabulary=vocabulary,
            forms=words["forms"],
            decoder=decoder.eval().requires_grad_(False),
            encoder=Encoder.model_validate(manifest["encoder"]),
            attributes=tuple(known),
            traits=traits,
            references=state["references"].numpy() if "references" in state else None,
            familiar=manifest["familiar"],
            weights=manifest["weights"],
            sha256=sha256(folder / MANIFEST),
        )

    @property
    def _classifiers(self) -> tuple[Classifier, ...]:
        return self.traits.classifiers if self.traits else ()

    def _tensors(self) -> dict[str, Tensor]:
        """Half precision is as good to speak with, and half as large."""
        kept = {f"decoder.{name}": value for name, value in self.decoder.state_dict().items()}
        if self.traits:
            kept |= {
                "traits.mean": _tensor(self.traits.mean),
                "traits.deviation": _tensor(self.traits.deviation),
            }
        for place, each in enumerate(self._classifiers):
            kept[f"traits.{place}"] = _tensor(each.weight)
        if self.references is not None:
            kept["references"] = _tensor(self.references)
        return {name: value.half().contiguous() for name, value in kept.items()}


def pooled(seen: Seen) -> Matrix:
    """Pictures as one vector each."""
    return np.asarray(seen.mean(1, dtype=np.float32), np.float32)


def _traits(saved: Sequence[Any], known: Sequence[Attribute], state: State) -> Traits | None:
    if not saved:
        return None
    by_name = {each.name: each for each in known}
    classifiers = tuple(
        Classifier(by_name[name], tuple(values), state[str(place)].numpy())
        for place, (name, values) in enumerate(saved)
    )
    return Traits(classifiers, state["mean"].numpy(), state["deviation"].numpy())


def _tensor(values: NDArray[Any]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float32))
