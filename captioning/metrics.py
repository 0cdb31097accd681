"""How near captions come to what people wrote: BLEU and ROUGE-L, from plain counts.

BLEU-n (Papineni et al., 2002) over a corpus: clipped n-gram precision, geometric mean of the orders 1 to n, brevity
penalty against the references' nearest lengths. ROUGE-L (Lin, 2004) as the COCO evaluation has it: the longest common
subsequence, best precision and best recall over the references, beta 1.2. Both give what pycocoevalcap gives.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

ORDERS = 4
BETA = 1.2
NAMES = (*(f"bleu_{n}" for n in range(1, ORDERS + 1)), "rouge_l")

Words = Sequence[str]
Values = NDArray[np.float64]
Ngrams = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Counts:
    """A row a caption: what sums over a corpus, so that any part of it, or any draw, is judged by adding rows."""

    matches: Values  # (captions, orders)
    possible: Values  # (captions, orders)
    lengths: Values  # (captions, 2): its own, and its references' nearest
    rouge: Values  # (captions,)

    @classmethod
    def of(cls, captions: Sequence[Words], references: Sequence[Sequence[Words]]) -> Self:
        pairs = list(zip(captions, references, strict=True))
        counted = [[_clipped(caption, refs, n) for n in range(1, ORDERS + 1)] for caption, refs in pairs]
        table = np.array(counted, float).reshape(-1, ORDERS, 2)
        lengths = [(len(caption), _nearest(len(caption), refs)) for caption, refs in pairs]
        rouge = [rouge_l(caption, refs) for caption, refs in pairs]
        return cls(
            table[..., 0], table[..., 1], np.array(lengths, float).reshape(-1, 2), np.array(rouge, float)
        )

    def __len__(self) -> int:
        return len(self.rouge)

    def scores(self, rows: NDArray[np.int64] | None = None) -> dict[str, float]:
        """Of all captions, or of those in some rows, which may come more than once."""
        chosen = np.arange(len(self)) if rows is None else rows
        matches, possible = self.matches[chosen].sum(0), self.possible[chosen].sum(0)
        own, nearest = self.lengths[chosen].sum(0)
        found = _bleu(matches, possible, own, nearest)
        return dict(zip(NAMES, [*map(float, found), float(self.rouge[chosen].mean())], strict=True))


def _bleu(matches: Values, possible: Values, own: float, nearest: float) -> Values:
    brevity = min(1.0, float(np.exp(1 - nearest / own))) if own else 0.0
    with np.errstate(divide="ignore"):
        logs = np.log(matches) - np.log(np.maximum(possible, 1))
    means = np.cumsum(logs) / np.arange(1, ORDERS + 1)
    return np.asarray(brevity * np.exp(means))


def _clipped(caption: Words, references: Sequence[Words], n: int) -> tuple[int, int]:
    """N-grams that a reference has as well, each as often as the reference that has it most; and how many there are."""
    own, most = _ngrams(caption, n), Ngrams()
    for reference in references:
        most |= _ngrams(reference, n)
    return sum((own & most).values()), sum(own.values())


def _ngrams(words: Words, n: int) -> Ngrams:
    return Counter(tuple(words[place : place + n]) for place in range(len(words) - n + 1))


def _nearest(length: int, references: Sequence[Words]) -> int:
    return min((len(reference) for reference in references), key=lambda other: (abs(other - length), other))


def rouge_l(caption: Words, references: Sequence[Words]) -> float:
    if not caption:
        return 0.0
    common = [_common(caption, reference) for reference in references]
    precision = max(common) / len(caption)
    recall = max(each / max(1, len(reference)) for each, reference in zip(common, references, strict=True))
    if not precision or not recall:
        return 0.0
    return (1 + BETA**2) * precision * recall / (recall + BETA**2 * precision)


def _common(one: Words, other: Words) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row
        row = [0]
        for place, against in enumerate(other):
            row.append(before[place] + 1 if word == against else max(before[place + 1], row[-1]))
    return row[-1]
