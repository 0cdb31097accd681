"""The joint space: words and pictures as unit vectors side by side, and why a picture answers the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import safetensors.torch
import torch
from numpy.typing import NDArray
from scipy import sparse
from torch import Tensor

from ground.errors import BadInput
from ground.files import replacing_folder
from retrieval.heads import Bags, Heads
from retrieval.model_folder import ModelKind
from retrieval.text import TextEncoder

Matrix = NDArray[np.float32]

KIND = ModelKind("joint", "joint model", "pentimento train")
HEADS, WORDS = "heads.safetensors", "words.json"

BLOCK = 4096  # rows that are float32 at a time
NEIGHBOURS = 10  # texts that a picture's hubness is the mean cosine of, as in the paper


class Reason(NamedTuple):
    word: str
    share: float


@dataclass(frozen=True)
class Why:
    """What a cosine is made of: the words' shares, the largest first, and the model's own leaning add up to it."""

    words: list[Reason]
    leaning: float


@dataclass(frozen=True, eq=False)
class JointSpace:
    text_encoder: TextEncoder
    heads: Heads
    image_encoder_name: str
    weights_sha256: str
    references: Matrix | None = (
        None  # texts that hubness is measured by; none where correcting it does not help
    )

    @property
    def dimensions(self) -> int:
        return self.heads.words_bias.numel()

    def embed_words(self, titles: Sequence[str], descriptions: Sequence[str]) -> Matrix:
        """Unit rows for what users ask; words never seen stand as their kin, and BadQuery says if all are unknown."""
        asked = [self.text_encoder.query(*text).row for text in zip(titles, descriptions, strict=True)]
        return self.embed_rows(sparse.vstack(asked, format="csr"))

    def embed_texts(self, titles: Sequence[str], descriptions: Sequence[str]) -> Matrix:
        """Unit rows for catalogued texts, as in training: words never seen are dropped."""
        return self.embed_rows(self.text_encoder.transform(titles, descriptions))

    @torch.inference_mode()
    def embed_rows(self, rows: sparse.csr_matrix) -> Matrix:
        return _array(self.heads.texts(Bags.of(rows)))

    @torch.inference_mode()
    def embed_features(self, features: NDArray[np.floating[Any]]) -> Matrix:
        """Unit rows for pictures, from the features of this model's own picture encoder."""
        wanted = self.heads.pictures.in_features
        if features.ndim != 2 or features.shape[1] != wanted:
            raise BadInput(
                f"features of the shape {features.shape} do not fit this joint space, which takes {wanted:,} a picture",
                f"encode the pictures with {self.image_encoder_name}",
            )
        if not np.isfinite(features).all():
            raise BadInput("the features hold NaN or infinite values", "encode the pictures again")
        blocks = range(0, max(1, len(features)), BLOCK)
        return np.concatenate(
            [_array(self.heads.seen(_tensor(features[start : start + BLOCK]))) for start in blocks]
        )

    def hubness(self, vectors: Matrix) -> Matrix:
        """What to take off each picture's cosine before ranking, where that has been seen to help; else zeros.

        CSLS (Conneau et al., 2018, "Word translation without parallel data"): twice the cosine, less the two
        sides' mean cosines with their nearest neighbours. The text's own changes no ranking and is left out.
        """
        if self.references is None:
            return np.zeros(len(vectors), np.float32)
        near = min(NEIGHBOURS, len(self.references))
        cosines = vectors @ self.references.T
        nearest = np.partition(cosines, -near, axis=1)[:, -near:]
        return np.asarray(nearest.mean(axis=1) / 2, np.float32)

    @torch.inference_mode()
    def why(self, title: str, description: str, vectors: Matrix) -> list[Why]:
        """For each picture the share of every word of the query in its cosine.

        The layer is linear, so that its output is the sum of the words' parts and the bias. tanh bends each
        number of that sum by a factor; the parts are given the same factor, and still add up.
        """
        query = self.text_encoder.query(title, description)
        parts = torch.cat([self.heads.sums(Bags.of(query.rows)), self.heads.words_bias[None]])
        total = parts.sum(0)
        bent = self.heads.bent(total)
        factor = torch.where(total == 0, torch.ones_like(total), bent / total) / bent.norm().clamp(min=1e-12)
        shares = _array((parts * factor) @ _tensor(vectors).T)
        return [_why(query.words, column) for column in shares.T]

    def save(self, folder: Path) -> None:
        """A folder that is whole or not there."""
        with replacing_folder(folder) as part:
            self.write(part)

    def write(self, folder: Path) -> None:
        self.text_encoder.save(folder / WORDS)
        (folder / HEADS).write_bytes(safetensors.torch.save(self._tensors()))
        fields = {
            "encoder": {"name": self.image_encoder_name, "weights_sha256": self.weights_sha256},
            "words": self.text_encoder.size,
            "features": self.heads.pictures.in_features,
            "dimensions": self.dimensions,
            "tanh": self.heads.tanh,
            "hubness": self.references is not None,
        }
        KIND.seal(folder, fields, (HEADS, WORDS))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """A saved model, every byte of it the one that was written."""
        manifest = KIND.opened(folder)
        state = {name: value.float() for name, value in safetensors.torch.load_file(folder / HEADS).items()}
        references = state.pop("references", None)
        heads = Heads(manifest["words"], manifest["features"], manifest["dimensions"], manifest["tanh"])
        heads.load_state_dict(state)
        return cls(
            TextEncoder.load(folder / WORDS),
            heads.requires_grad_(False),
            manifest["encoder"]["name"],
            manifest["encoder"]["weights_sha256"],
            None if references is None else _array(references),
        )

    def _tensors(self) -> dict[str, Tensor]:
        state = {name: value.contiguous() for name, value in self.heads.state_dict().items()}
        references = {} if self.references is None else {"references": _tensor(self.references).half()}
        return state | references


def _why(words: list[str], shares: Matrix) -> Why:
    order = np.argsort(-shares[:-1], kind="stable")
    return Why([Reason(words[place], float(shares[place])) for place in order], float(shares[-1]))


def _tensor(values: NDArray[Any]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float32))


def _array(values: Tensor) -> Matrix:
    return np.asarray(values.detach().numpy(), np.float32)
