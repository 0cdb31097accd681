"""Word vectors from anybody's text file, as GloVe or as word2vec writes it; only the words that are needed are kept."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from captioning.vocabulary import Vocabulary
from ground.errors import BadInput
from ground.files import sha256


@dataclass(frozen=True, eq=False)
class Vectors:
    dimensions: int
    known: dict[str, NDArray[np.float32]]
    sha256: str

    @classmethod
    def read(cls, file: Path, wanted: Collection[str]) -> Self:
        """The vectors of the wanted words; word2vec's first line, how many there are, is none."""
        known: dict[str, NDArray[np.float32]] = {}
        dimensions = 0
        try:
            with file.open(encoding="utf-8", errors="replace") as lines:
                for number, (word, values) in enumerate(_lines(lines), 1):
                    if number == 1 and len(values) == 1:
                        continue
                    dimensions = dimensions or len(values)
                    if word in wanted and word not in known:
                        known[word] = _vector(values, dimensions, f"{file}, line {number}")
        except OSError as error:
            raise BadInput(
                f"the word vectors {file} cannot be read ({error.strerror})",
                "give a file of GloVe or word2vec",
            ) from error
        if not known:
            raise BadInput(
                f"{file} has a vector for none of the {len(wanted):,} words",
                "give a text file of GloVe or word2vec",
            )
        return cls(dimensions, known, sha256(file))

    def put_into(self, embedding: nn.Embedding, vocabulary: Vocabulary, frozen: bool) -> None:
        """The words' vectors in their places; the starts, the end and unknown words keep what they have.

        Frozen are the words that the file knows: what it does not know has to be learned.
        """
        rows = [vocabulary.number[word] for word in self.known]
        with torch.no_grad():
            embedding.weight[rows] = torch.from_numpy(np.stack(list(self.known.values())))
        if frozen:
            still = torch.ones(len(embedding.weight), 1)
            still[rows] = 0
            embedding.weight.register_hook(lambda gradient: gradient * still)  # type: ignore[no-untyped-call]


def _lines(lines: Iterator[str]) -> Iterator[tuple[str, list[str]]]:
    for line in lines:
        word, *values = line.rstrip().split(" ")
        yield word, values


def _vector(values: list[str], dimensions: int, where: str) -> NDArray[np.float32]:
    """A few of GloVe's words have spaces in them: their numbers are the last ones."""
    try:
        vector = np.array(values[-dimensions:], np.float32)
    except ValueError:
        vector = np.empty(0, np.float32)
    if len(vector) != dimensions or not np.isfinite(vector).all():
        raise BadInput(
            f"{where} has not {dimensions} numbers behind its word", "mend the file, or get it again"
        )
    return vector
