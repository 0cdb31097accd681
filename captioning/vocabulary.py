"""A vocabulary: the words that a captioner can say, each with its number.

0 pads. The words follow in alphabetical order, then the end and the start of a caption, as in the seed of 2020
(two dogs are playing on the snow: 9, 7, 2, 1, 4, 3, 6, 5, 8), and last the start of a title.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import torch
from torch import Tensor

from ground.errors import BadGallery

PAD = 0


@dataclass(frozen=True)
class Vocabulary:
    words: tuple[str, ...]

    @classmethod
    def fit(cls, captions: Iterable[Sequence[str]], minimum: int = 1) -> Self:
        """The words that stand in the captions so often; of none nothing can be learned."""
        counts = Counter(word for caption in captions for word in caption)
        words = tuple(sorted(word for word, many in counts.items() if many >= minimum))
        if not words:
            raise BadGallery(
                f"the descriptions hold no word that stands there {minimum} times",
                "describe more works, or ask for a word less often (--set minimum=1)",
            )
        return cls(words)

    @property
    def end(self) -> int:
        return len(self.words) + 1

    @property
    def start(self) -> int:
        return len(self.words) + 2

    @property
    def title(self) -> int:
        """What a title starts with."""
        return len(self.words) + 3

    @property
    def size(self) -> int:
        """Numbers in all."""
        return len(self.words) + 4

    @cached_property
    def number(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words, 1)}

    def encode(self, words: Iterable[str]) -> list[int]:
        """Unknown words are left out: nothing is learned of what can never be said."""
        return [self.number[word] for word in words if word in self.number]

    def decode(self, numbers: Iterable[int]) -> list[str]:
        return [self.words[number - 1] for number in numbers]

    def table(self, names: Sequence[Iterable[str]]) -> Tensor:
        """A row for each set of names: ones where a word is one of them."""
        found = torch.zeros(len(names), self.size)
        for row, words in enumerate(names):
            found[row, self.encode(words)] = 1
        return found


def teaching(captions: Sequence[Sequence[int]], starts: Sequence[int], end: int) -> tuple[Tensor, Tensor]:
    """What a decoder is given and what it is to say, a row a caption, padded with zeros.

    One pass over a row teaches what the seeds' data generators spread over as many rows as it has words: each
    word from all that stand before it, and the end from them all.
    """
    width = 1 + max((len(caption) for caption in captions), default=0)
    given = torch.full((len(captions), width), PAD)
    wanted = torch.full((len(captions), width), PAD)
    for row, (start, caption) in enumerate(zip(starts, captions, strict=True)):
        given[row, : len(caption) + 1] = torch.tensor([start, *caption])
        wanted[row, : len(caption) + 1] = torch.tensor([*caption, end])
    return given, wanted
