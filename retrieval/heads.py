"""Heads: one fully connected layer a side, from words and from picture features into the joint space.

The thesis follows each with tanh; without it a word's share in a cosine is exact, and galleries of every size that
were tried came out a little better.
"""

from typing import NamedTuple, Self

import numpy as np
import torch
import torch.nn.functional as F
from scipy import sparse
from torch import Tensor, nn

# The words' first weights. As large as PyTorch makes them, they would give a word that training hardly meets a
# direction of its own, at random; near zero it says nothing until it has been learned.
QUIET = 1e-3


class Bags(NamedTuple):
    """Sparse rows as PyTorch sums them: no row is ever as wide as the vocabulary."""

    columns: Tensor
    starts: Tensor
    weights: Tensor

    @classmethod
    def of(cls, rows: sparse.csr_matrix) -> Self:
        return cls(
            torch.from_numpy(rows.indices.astype(np.int64)),
            torch.from_numpy(rows.indptr[:-1].astype(np.int64)),
            torch.from_numpy(rows.data.astype(np.float32)),
        )


class Heads(nn.Module):
    mean: Tensor
    deviation: Tensor

    def __init__(self, words: int, features: int, dimensions: int, tanh: bool) -> None:
        super().__init__()
        self.tanh = tanh
        # An embedding is a linear layer stored word by word, so that a text touches its own words only.
        self.words = nn.Embedding(words, dimensions, _weight=torch.empty(words, dimensions))
        self.words_bias = nn.Parameter(torch.empty(dimensions))
        for parameter in (self.words.weight, self.words_bias):
            nn.init.uniform_(parameter, -(words**-0.5), words**-0.5)  # as nn.Linear begins
        self.pictures = nn.Linear(features, dimensions)
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("deviation", torch.ones(features))

    def quieten(self) -> None:
        nn.init.uniform_(self.words.weight, -QUIET, QUIET)
        nn.init.zeros_(self.words_bias)

    def standardise(self, features: Tensor) -> None:
        """Take these features' mean and deviation for the norm; one that hardly varies stays small."""
        self.mean = features.mean(0)
        deviation = features.std(0, correction=0)
        self.deviation = deviation + 1e-3 * deviation.mean() + 1e-12

    def sums(self, bags: Bags) -> Tensor:
        """The words' share in the layer, without its bias."""
        return F.embedding_bag(
            bags.columns, self.words.weight, bags.starts, mode="sum", per_sample_weights=bags.weights
        )

    def texts(self, bags: Bags) -> Tensor:
        """Unit rows."""
        return F.normalize(self.bent(self.sums(bags) + self.words_bias), dim=1)

    def seen(self, features: Tensor, dropout: float = 0) -> Tensor:
        """Unit rows."""
        standard = F.dropout((features - self.mean) / self.deviation, dropout)
        return F.normalize(self.bent(self.pictures(standard)), dim=1)

    def bent(self, x: Tensor) -> Tensor:
        return x.tanh() if self.tanh else x
