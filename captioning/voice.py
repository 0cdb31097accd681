"""Voices: whoever speaks of pictures, our own captioners and the hub's, each with candidates for a caption."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import numpy as np
import torch

from captioning.attributes import Attribute
from captioning.candidates import Candidate, windows
from captioning.captioner import Captioner
from captioning.material import Seen
from captioning.tokens import tokens
from captioning.traits import Trait
from ground.canvas import Picture
from retrieval.embedding import encoder_as
from retrieval.encoders import ImageEncoder


@dataclass(frozen=True)
class Told:
    """What a voice has to say of one picture."""

    candidates: list[Candidate]  # the likeliest first, then the context's
    title: str = ""
    traits: tuple[Trait, ...] = ()
    known: bool = True  # whether the picture is like any that the voice has learned from


class Voice(Protocol):
    @property
    def model(self) -> str:
        """What to call it where its words are shown."""
        ...

    @property
    def shortest(self) -> int:
        """Pictures are read with this short side."""
        ...

    @property
    def attributes(self) -> tuple[Attribute, ...]: ...
    @property
    def weights(self) -> Mapping[str, float]:
        """Of a candidate's measures."""
        ...

    def written(self, words: Sequence[str]) -> str: ...
    def tell(self, pictures: Sequence[Picture], beam: int | None = None, context: str = "") -> list[Told]: ...


class OwnVoice:
    """A captioner and the eyes that it has learned with."""

    def __init__(self, captioner: Captioner, encoder: ImageEncoder) -> None:
        self.captioner, self.encoder = captioner, encoder

    @classmethod
    def open(cls, folder: Path, weights: Path | None = None) -> Self:
        captioner = Captioner.load(folder)
        return cls(captioner, encoder_as(captioner.encoder, weights, f"the captioner {folder}"))

    @property
    def model(self) -> str:
        return self.captioner.model

    @property
    def shortest(self) -> int:
        return self.encoder.shortest

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        return self.captioner.attributes

    @property
    def weights(self) -> Mapping[str, float]:
        return self.captioner.weights

    def written(self, words: Sequence[str]) -> str:
        return self.captioner.written(words)

    def tell(self, pictures: Sequence[Picture], beam: int | None = None, context: str = "") -> list[Told]:
        return self.tell_of(
            self.captioner.seen(encoded(self.encoder, pictures), self.encoder.cells), beam, context
        )

    def tell_of(self, seen: Seen, beam: int | None = None, context: str = "") -> list[Told]:
        captioner = self.captioner
        confidences = captioner.confidences(seen)
        spoken = captioner.candidates(seen, confidences, beam)
        titles, known = captioner.titles(seen, confidences), captioner.known(seen)
        traits = [captioner.traits.told(row) if captioner.traits else [] for row in confidences]
        around = [
            self._around(seen[row : row + 1], confidences[row : row + 1], context) for row in range(len(seen))
        ]
        return [
            Told([*own, *others], title, tuple(trait), bool(like))
            for own, others, title, trait, like in zip(spoken, around, titles, traits, known, strict=True)
        ]

    def _around(self, seen: Seen, confidences: np.ndarray, context: str) -> list[Candidate]:
        scored = [(text, self.captioner.likelihood(seen, confidences, text)) for text in windows(context)]
        return [
            Candidate(tuple(tokens(text)), text, "context", {"likelihood": score})
            for text, score in scored
            if score is not None
        ]


def encoded(encoder: ImageEncoder, pictures: Sequence[Picture]) -> np.ndarray:
    """A row for each picture."""
    return encoder.encode(torch.stack([encoder.prepare(each) for each in pictures])).numpy()
