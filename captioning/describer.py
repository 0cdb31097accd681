"""A describer: from pictures to what is printed of them, the best of a voice's candidates and what goes with it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np

from captioning.candidates import Candidate
from captioning.consistency import agreeing, agreement
from captioning.nonsense import Nonsense
from captioning.traits import Trait
from captioning.voice import OwnVoice, Told, Voice, encoded
from ground import canvas
from ground.canvas import Picture
from ground.errors import BadPicture
from retrieval.embedding import encoder_as
from retrieval.encoders import ImageEncoder
from retrieval.joint import JointSpace
from retrieval.manifest import Encoder
from retrieval.parallel import in_order
from retrieval.search import EMBEDDED as INDEXES
from retrieval.words import words

EMBEDDED = INDEXES / "captioner"
TOGETHER = 16  # pictures that are looked at at once
KEYWORDS = 8
TITLE = 6  # words of a title that is cut from its description
_LINKS = {
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "with",
    "by",
    "and",
    "or",
    "from",
    "under",
    "is",
    "are",
}


@dataclass(frozen=True)
class Description:
    title: str
    description: str
    keywords: list[str]
    attributes: list[Trait]
    model: str
    score: float  # the caption's log-likelihood, normalised by its length
    known: bool  # whether the picture is like any that the model has learned from
    kept: bool  # whether the caption suits the picture better than nonsense does
    corrected: tuple[str, ...]  # words that were put right after the attributes
    source: str  # "captioner", or "context" where the text around the picture won

    @property
    def doubtful(self) -> bool:
        return not (self.known and self.kept)

    def as_json(self, image: str) -> dict[str, Any]:
        return {"image": image, **asdict(self), "doubtful": self.doubtful}


class Eyes:
    """A joint space and its encoder: how well a text suits a picture."""

    def __init__(self, space: JointSpace, encoder: ImageEncoder) -> None:
        self.space, self.encoder = space, encoder
        self.nonsense = Nonsense(space)

    @property
    def seen_by(self) -> Encoder:
        return Encoder(name=self.encoder.name, weights_sha256=self.encoder.weights_sha256)

    @classmethod
    def open(cls, folder: Path, weights: Path | None = None) -> Self:
        space = JointSpace.load(folder)
        wanted = Encoder(name=space.image_encoder_name, weights_sha256=space.weights_sha256)
        return cls(space, encoder_as(wanted, weights, f"the joint model {folder}"))

    def look(self, pictures: Sequence[Picture]) -> np.ndarray:
        """A unit row for each picture."""
        return self.space.embed_features(encoded(self.encoder, pictures))

    def cosines(self, picture: np.ndarray, texts: Sequence[str]) -> np.ndarray:
        found: np.ndarray = self.space.embed_texts([""] * len(texts), list(texts)) @ picture
        return found


class Describer:
    def __init__(self, voice: Voice, eyes: Eyes | None = None, beam: int | None = None) -> None:
        self.voice, self.eyes, self.beam = voice, eyes, beam

    @classmethod
    def embedded(cls, beam: int | None = None) -> Self:
        """The one that comes with the code."""
        return cls(OwnVoice.open(EMBEDDED), Eyes.open(INDEXES / "joint"), beam)

    @property
    def shortest(self) -> int:
        return max(self.voice.shortest, self.eyes.encoder.shortest if self.eyes else 0)

    def files(
        self, paths: Sequence[Path], context: str = ""
    ) -> Iterator[tuple[Path, Description | BadPicture]]:
        """Each picture with its description, or with why it cannot be read; threads decode what comes next."""
        decoded = in_order(self._read, paths, ahead=2 * TOGETHER)
        while some := list(islice(decoded, TOGETHER)):
            pictures = [found for _, found in some if isinstance(found, Picture)]
            described = iter(self.describe(pictures, context) if pictures else [])
            yield from (
                (path, found if isinstance(found, BadPicture) else next(described)) for path, found in some
            )

    def _read(self, path: Path) -> Picture | BadPicture:
        try:
            return canvas.read(path, shortest=self.shortest)
        except BadPicture as error:
            return error

    def describe(self, pictures: Sequence[Picture], context: str = "") -> list[Description]:
        told, looked = self._looked(pictures, context)
        return [self._described(each, row) for each, row in zip(told, looked, strict=True)]

    def _looked(
        self, pictures: Sequence[Picture], context: str
    ) -> tuple[list[Told], Sequence[np.ndarray | None]]:
        """What the voice says, and what the joint space sees; one look serves both where they share an encoder."""
        voice, eyes = self.voice, self.eyes
        if isinstance(voice, OwnVoice) and eyes and voice.captioner.encoder == eyes.seen_by:
            rows = encoded(voice.encoder, pictures)
            seen = voice.captioner.seen(rows, voice.encoder.cells)
            return voice.tell_of(seen, self.beam, context), list(eyes.space.embed_features(rows))
        told = voice.tell(pictures, self.beam, context)
        return told, list(eyes.look(pictures)) if eyes else [None] * len(told)

    def _described(self, told: Told, looked: np.ndarray | None) -> Description:
        ranked = self.ranked(told, looked)
        beaten = self._beaten(ranked, looked)
        kept = [each for each, lost in zip(ranked, beaten, strict=True) if not lost]
        chosen, corrected = self._agreeing(kept or ranked, told)
        learned = told.known and chosen.source == "captioner"  # of strange pictures one guess is enough
        title = (learned and told.title) or title_of(chosen.text)
        return Description(
            title=title,
            description=chosen.text,
            keywords=keywords(f"{title} {chosen.text}", told.traits),
            attributes=list(told.traits),
            model=self.voice.model,
            score=round(chosen.measures["likelihood"], 3),
            known=told.known,
            kept=bool(kept and chosen.words),
            corrected=corrected,
            source=chosen.source,
        )

    def ranked(self, told: Told, looked: np.ndarray | None = None) -> list[Candidate]:
        """A picture's candidates with all that can be measured of them, the best first."""
        measured = [
            replace(
                each,
                measures={
                    **each.measures,
                    "agreement": agreement(each.words, told.traits, self.voice.attributes),
                },
            )
            for each in told.candidates
        ]
        if self.eyes and looked is not None:
            cosines = self.eyes.cosines(looked, [each.text for each in measured])
            measured = [
                replace(each, measures={**each.measures, "cosine": float(cosine)})
                for each, cosine in zip(measured, cosines, strict=True)
            ]
        weights = self.voice.weights
        return sorted(
            measured,
            key=lambda each: -sum(weights.get(name, 0) * value for name, value in each.measures.items()),
        )

    def _beaten(self, ranked: Sequence[Candidate], looked: np.ndarray | None) -> list[bool]:
        if self.eyes is None or looked is None:
            return [False] * len(ranked)
        return [self.eyes.nonsense.beats(each.text, each.measures["cosine"], looked) for each in ranked]

    def _agreeing(self, ranked: Sequence[Candidate], told: Told) -> tuple[Candidate, tuple[str, ...]]:
        sure = told.traits if told.known else ()  # classifiers of strange pictures are sure of anything
        place, said, corrected = agreeing([each.words for each in ranked], sure, self.voice.attributes)
        chosen = ranked[place]
        if not corrected or chosen.source != "captioner":  # what stands in print is not changed
            return chosen, ()
        return replace(chosen, words=said, text=self.voice.written(said)), corrected


def title_of(text: str) -> str:
    """The first words of a description, up to a mark, without what would hang in the air at their end."""
    first = text.split(".")[0].split(",")[0].split()[:TITLE]
    while len(first) > 1 and first[-1].lower() in _LINKS:
        first.pop()
    return " ".join(first)


def keywords(text: str, traits: Sequence[Trait]) -> list[str]:
    """The words that say something of the picture, then what its attributes are."""
    found = [*words(text), *(word for trait in traits for word in words(trait.value))]
    return list(dict.fromkeys(found))[:KEYWORDS]
