"""Beam search: the likeliest captions that repeat nothing and always end.

"Two banners from the back back back back back" is what the seeds' own decoder said: here no word follows itself, and
no n-gram comes twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from captioning.decoders import Decoder, Memory, State
from captioning.vocabulary import PAD

NEVER = float("-inf")


@dataclass(frozen=True)
class Wish:
    beam: int = 3
    longest: int = 40  # words
    shortest: int = 1
    repeat: int = 3  # no run of so many words comes twice
    alpha: float = (
        0.7  # how much of its length a caption's likelihood is divided by, as a power (Wu et al., 2016)
    )


@dataclass(frozen=True)
class Said:
    """A caption as numbers, without its start and end, and the sum of its log-likelihoods, its end's included."""

    numbers: tuple[int, ...]
    likelihood: float

    def score(self, alpha: float) -> float:
        return self.likelihood / float((len(self.numbers) + 1) ** alpha)


@torch.inference_mode()
def search(
    decoder: Decoder, memory: Memory, state: State, start: int, end: int, wish: Wish
) -> list[list[Said]]:
    """For each picture its captions, the best first; as many as the beam is wide where there are so many."""
    pictures = len(memory.pooled)
    open_: list[list[Said]] = [[Said((), 0.0)] for _ in range(pictures)]
    ended: list[list[Said]] = [[] for _ in range(pictures)]
    rows = torch.arange(pictures)
    for length in range(wish.longest + 1):
        owners = [picture for picture, beams in enumerate(open_) for _ in beams]
        if not owners:
            break
        beams = [said for each in open_ for said in each]
        last = torch.tensor([said.numbers[-1] if said.numbers else start for said in beams])
        logits, state = decoder(memory.at(torch.tensor(owners)), state.at(rows), last[:, None])
        scores = _allowed(logits[:, 0].log_softmax(-1), beams, start, end, length, wish)
        open_, rows = _grown(scores, beams, owners, ended, end, wish)
    return [
        sorted(each, key=lambda said: (-said.score(wish.alpha), said.numbers))[: wish.beam] for each in ended
    ]


def _allowed(scores: Tensor, beams: Sequence[Said], start: int, end: int, length: int, wish: Wish) -> Tensor:
    """What may not come next is never: padding, a start, a repetition, an end too early.

    Where nothing else may, and after the longest caption, the end does.
    """
    ends = scores[:, end].clone()
    scores[:, PAD] = NEVER
    scores[:, end + 1 :] = NEVER  # the starts
    for row, said in enumerate(beams):
        scores[row, _repetitions(said.numbers, wish.repeat)] = NEVER
    if length == wish.longest:
        scores[:] = NEVER
    if length < wish.shortest:
        scores[:, end] = NEVER
    stuck = scores.amax(1) == NEVER
    scores[stuck, end] = ends[stuck]
    return scores


def _repetitions(numbers: tuple[int, ...], n: int) -> list[int]:
    """The numbers that would say again what was said."""
    recent = numbers[len(numbers) - n + 1 :]
    again = [
        numbers[place + n - 1]
        for place in range(len(numbers) - n + 1)
        if numbers[place : place + n - 1] == recent
    ]
    return [*numbers[-1:], *again]


def _grown(
    scores: Tensor,
    beams: Sequence[Said],
    owners: Sequence[int],
    ended: list[list[Said]],
    end: int,
    wish: Wish,
) -> tuple[list[list[Said]], Tensor]:
    """The beams of the next step, and which row of this step each grew from; captions that end are put aside."""
    best = scores.topk(min(wish.beam + 1, scores.shape[1]), dim=1)
    grown: list[list[tuple[Said, int]]] = [[] for _ in ended]
    for row, (picture, values, numbers) in enumerate(
        zip(owners, best.values.tolist(), best.indices.tolist(), strict=True)
    ):
        for value, number in zip(values, numbers, strict=True):
            if value != NEVER:
                said = Said((*beams[row].numbers, number), beams[row].likelihood + value)
                grown[picture].append((said, row))
    kept = [_kept(each, done, end, wish) for each, done in zip(grown, ended, strict=True)]
    rows = [row for each in kept for _, row in each]
    return [[said for said, _ in each] for each in kept], torch.tensor(rows, dtype=torch.long)


def _kept(grown: list[tuple[Said, int]], ended: list[Said], end: int, wish: Wish) -> list[tuple[Said, int]]:
    """The best that go on; each that has ended takes one place of the beam with it."""
    grown.sort(key=lambda pair: -pair[0].likelihood)
    kept: list[tuple[Said, int]] = []
    for said, row in grown:
        if len(kept) + len(ended) >= wish.beam:
            break
        if said.numbers[-1] == end:
            ended.append(Said(said.numbers[:-1], said.likelihood))
        else:
            kept.append((said, row))
    return kept
