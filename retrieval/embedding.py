"""From pictures to an index's vectors: by a picture encoder alone for manners, through the joint space for contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from ground.errors import BadIndex, BadWeights
from ground.files import sha256
from retrieval.encoders import ImageEncoder, image_encoder
from retrieval.features import Encode, Progress, encoded_here, features
from retrieval.index import Index
from retrieval.joint import JointSpace
from retrieval.manifest import Encoder, Kind
from retrieval.model_folder import MANIFEST
from retrieval.vectors import Matrix
from retrieval.work import Work

JOINT = "joint"  # the encoder that a content index names; the hash is that of the model's sealed manifest
MANY = 4096  # pictures that are encoded before their vectors are handed on: 32 MB of them at 2048 numbers


@dataclass(frozen=True)
class Embedding:
    """What turns pictures into the vectors of one kind of index, and queries into vectors that fit them."""

    kind: Kind
    encoder: Encoder
    pictures: ImageEncoder
    space: JointSpace | None = None
    encode: Encode = encoded_here

    @classmethod
    def of_contents(cls, folder: Path, weights: Path | None = None) -> Self:
        """By the joint model in a folder, and the picture encoder that it was trained with."""
        space = JointSpace.load(folder)
        wanted = Encoder(name=space.image_encoder_name, weights_sha256=space.weights_sha256)
        return cls(
            "content", identity(folder), encoder_as(wanted, weights, f"the joint model {folder}"), space
        )

    @classmethod
    def of_manners(cls, name: str, weights: Path | None = None) -> Self:
        pictures = image_encoder(name, weights)
        return cls("style", Encoder(name=pictures.name, weights_sha256=pictures.weights_sha256), pictures)

    @classmethod
    def like(cls, index: Index, joint_folder: Path, weights: Path | None = None) -> Self:
        """The one that an index was made with, and no other."""
        made_by, whose = index.manifest.encoder, f"the index {index.folder}"
        if index.manifest.kind == "style":
            return cls("style", made_by, encoder_as(made_by, weights, whose))
        found = cls.of_contents(joint_folder, weights)
        if found.encoder != made_by:
            what = f"{whose} was made with another joint model than {joint_folder}"
            raise BadIndex(what, "give the one that it was made with as --joint DIR, or build it again")
        return found

    def vectors(self, pictures: Sequence[Path], progress: Progress) -> Iterator[Matrix]:
        """The vectors of some pictures, block by block."""
        for start in range(0, len(pictures), MANY):
            some = pictures[start : start + MANY]

            def so_far(done: int, _: int, before: int = start) -> None:
                progress(before + done, len(pictures))

            seen = features(some, self.pictures, progress=so_far, encode=self.encode)
            yield self.space.embed_features(seen) if self.space else seen.astype(np.float32)

    def queries(self, works: Sequence[Work]) -> Matrix | None:
        """What users might ask of these works: their own texts; nothing where they have none."""
        told = [work.told for work in works if work.told.title or work.told.description]
        if self.space is None or not told:
            return None
        return self.space.embed_texts([work.title for work in told], [work.description for work in told])


def identity(folder: Path) -> Encoder:
    """A joint model as an index's encoder."""
    return Encoder(name=JOINT, weights_sha256=sha256(folder / MANIFEST))


def encoder_as(wanted: Encoder, weights: Path | None, whose: str) -> ImageEncoder:
    """The picture encoder that something was made with, and no other."""
    try:
        found = image_encoder(wanted.name, weights)
    except BadWeights as error:
        raise BadIndex(
            f"{whose} needs the encoder {wanted.name}, which is not here ({error.what})", error.mend
        ) from error
    if found.weights_sha256 != wanted.weights_sha256:
        what = f"{whose} was made with other weights of {wanted.name} than those that are here"
        raise BadIndex(what, "give the ones that it was made with as --weights FILE, or make it again")
    return found
