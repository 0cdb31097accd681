"""Decoders: from what an encoder sees of a picture to words, one after another.

merge       the seeds': an LSTM reads the words alone, and the picture is added where the next word is chosen
            (Tanti et al., 2017, "What is the role of recurrent neural networks in an image caption generator?")
attention   the seeds' next step: every word looks at the places of the picture anew. The look follows the LSTM, as in
            Lu et al. (2017, "Knowing when to look"), so that all words of a caption are taught in one pass; its match
            is the scaled product of Vaswani et al. (2017), without which a step takes five times as long.

Attributes enter as their confidences: into the LSTM's first state, and as a bias on the words that name them.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from captioning.vocabulary import PAD

Look = Literal["merge", "attention"]


@dataclass(frozen=True)
class Shape:
    """Everything that decides which numbers a decoder has."""

    look: Look
    numbers: int  # of the vocabulary
    channels: int  # of the features, at each place
    hidden: int
    embedding: int
    attributes: int = 0  # values, of all attributes together
    tied: bool = (
        True  # the words' vectors serve both ways, in and out: half as much to learn from few captions
    )


class State(NamedTuple):
    hidden: Tensor
    cell: Tensor

    def at(self, rows: Tensor) -> "State":
        return State(self.hidden[:, rows], self.cell[:, rows])


class Memory(NamedTuple):
    """What a decoder keeps of the pictures while it speaks."""

    pooled: Tensor  # (pictures, hidden)
    places: Tensor  # (pictures, places, hidden)
    bias: Tensor  # (pictures, numbers)

    def at(self, rows: Tensor) -> "Memory":
        return Memory(*(part[rows] for part in self))


class Decoder(nn.Module):
    mean: Tensor
    deviation: Tensor
    names: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0, seen_dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, hidden = shape, shape.hidden
        self.dropout, self.seen_dropout = dropout, seen_dropout
        self.words = nn.Embedding(shape.numbers, shape.embedding, padding_idx=PAD)
        self.lstm = nn.LSTM(shape.embedding, hidden, batch_first=True)
        self.pooled = nn.Linear(shape.channels, hidden)
        self.spoken = nn.Linear(hidden, hidden)
        self.chosen = nn.Linear(hidden, shape.embedding)
        self.bias = nn.Parameter(torch.zeros(shape.numbers))
        self.out = None if shape.tied else nn.Linear(shape.embedding, shape.numbers, bias=False)
        if shape.look == "attention":
            self.first = nn.Linear(hidden, 2 * hidden)
            self.places = nn.Linear(shape.channels, hidden)
            self.question = nn.Linear(hidden, hidden)
        if shape.attributes:
            self.moods = nn.Linear(shape.attributes, 2 * hidden)
            self.trust = nn.Parameter(torch.zeros(()))
        self.register_buffer("mean", torch.zeros(shape.channels))
        self.register_buffer("deviation", torch.ones(shape.channels))
        self.register_buffer("names", torch.zeros(shape.attributes, shape.numbers), persistent=False)
        nn.init.normal_(self.words.weight, std=shape.embedding**-0.5)

    def standardise(self, seen: Tensor) -> None:
        """Take these features' mean and deviation for the norm; one that hardly varies stays small."""
        flat = seen.flatten(0, -2)
        self.mean, deviation = flat.mean(0), flat.std(0, correction=0)
        self.deviation = deviation + 1e-3 * deviation.mean() + 1e-6

    def remember(self, seen: Tensor, attributes: Tensor) -> tuple[Memory, State]:
        """Pictures' features (pictures, places, channels) and attributes (pictures, values), made ready to be told."""
        standard = (seen - self.mean) / self.deviation
        # A channel is left out at all places together: with one place less, its neighbours would tell the same.
        standard = standard * self._dropped(torch.ones_like(standard[:, :1]), self.seen_dropout)
        pooled = F.relu(self.pooled(standard.mean(1)))
        places = pooled[:, :0]
        if self.shape.look == "attention":
            places = self.places(standard)
        bias = (
            attributes @ self.names * F.softplus(self.trust)
            if self.shape.attributes
            else attributes.sum(1, True)
        )
        return Memory(pooled, places, bias), self._first(pooled, attributes)

    def forward(self, memory: Memory, state: State, given: Tensor) -> tuple[Tensor, State]:
        """How likely each number comes next, after each of the given ones: (captions, words, numbers), as logits."""
        heard, state = self.heard(memory, state, given)
        return self.logits(heard) + memory.bias[:, None], state

    def heard(self, memory: Memory, state: State, given: Tensor) -> tuple[Tensor, State]:
        """What is in mind after each of the given numbers: (captions, words, hidden)."""
        read = self._dropped(self.words(given), self.dropout)
        hidden, after = self.lstm(read, tuple(state))
        spoken = self.spoken(self._dropped(hidden, self.dropout)) + memory.pooled[:, None]
        if self.shape.look == "attention":
            spoken = spoken + self._looked(hidden, memory.places)
        return F.relu(spoken), State(*after)

    def logits(self, heard: Tensor) -> Tensor:
        """Of all numbers, but for what attributes add; the dear part, so padding is left out of it in training."""
        chosen = self.chosen(self._dropped(heard, self.dropout))
        out = self.words if self.out is None else self.out
        return F.linear(chosen, out.weight, self.bias)

    def _first(self, pooled: Tensor, attributes: Tensor) -> State:
        first = pooled.new_zeros(len(pooled), 2 * self.shape.hidden)
        if self.shape.look == "attention":
            first = first + self.first(pooled)
        if self.shape.attributes:
            first = first + self.moods(attributes)
        hidden, cell = first.tanh()[None].chunk(2, -1)
        return State(hidden.contiguous(), cell.contiguous())

    def _looked(self, hidden: Tensor, places: Tensor) -> Tensor:
        match = self.question(hidden) @ places.transpose(1, 2) / self.shape.hidden**0.5
        looked: Tensor = match.softmax(-1) @ places
        return looked

    def _dropped(self, values: Tensor, share: float) -> Tensor:
        return F.dropout(values, share, self.training)
