"""A learner: a decoder and its optimiser, taken through the captions one epoch at a time.

Chance of every kind comes from the seed and the epoch's number alone, so that a training that goes on from a
checkpoint takes the very steps of one that was never stopped.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from captioning.decoders import Decoder, Shape
from captioning.material import Material
from captioning.plan import Plan
from captioning.tokens import tokens
from captioning.vocabulary import PAD, Vocabulary, teaching
from captioning.word_vectors import Vectors
from retrieval.checkpoint import State, moments, named, remember, under

STEEPEST = 5.0  # gradients longer than this are shortened to it

Captions = list[tuple[int, list[int]]]  # each with the number that it starts with


class Learner:
    def __init__(
        self,
        plan: Plan,
        vocabulary: Vocabulary,
        material: Material,
        vectors: Vectors | None = None,
        names: Tensor | None = None,  # (values, numbers): which words name an attribute's value
    ) -> None:
        self.plan, self._vocabulary, self._material = plan, vocabulary, material
        self._captions = captions(plan, vocabulary, material)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(plan.seed)
            self.decoder = Decoder(
                _shape(plan, vocabulary, material, vectors), plan.dropout, plan.seen_dropout
            )
        self.decoder.standardise(_floats(material.seen))
        if names is not None:
            self.decoder.names = names
        if vectors is not None:
            vectors.put_into(self.decoder.words, vocabulary, frozen=plan.frozen)
        self.averaged = copy.deepcopy(self.decoder).eval().requires_grad_(False)
        vectors_own = {
            "params": [self.decoder.words.weight],
            "weight_decay": 0.0,
        }  # frozen ones must not shrink
        rest = [each for name, each in self.decoder.named_parameters() if name != "words.weight"]
        groups: list[dict[str, Any]] = [vectors_own, {"params": rest}]
        self._adam = torch.optim.AdamW(groups, plan.learning_rate, weight_decay=plan.weight_decay, fused=True)
        self._steps = 0

    def learn(self, epoch: int) -> float:
        """All captions once; returns the mean loss of a word."""
        rng = np.random.default_rng([self.plan.seed, epoch])
        self.decoder.train()
        total, words = 0.0, 0
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(rng.integers(2**63)))
            for pictures in self._batches(rng):
                loss, many = self._loss(pictures, self._view(pictures, rng), self.plan.smoothing)
                self._adam.zero_grad()
                (loss / many).backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(self.decoder.parameters(), STEEPEST)
                self._adam.step()
                self._follow()
                total, words = total + loss.item(), words + many
        self.decoder.eval()
        return total / words

    def _batches(self, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
        order = rng.permutation([picture for picture, told in enumerate(self._captions) if told])
        for start in range(0, len(order), self.plan.batch):
            yield order[start : start + self.plan.batch]

    def _view(self, pictures: NDArray[np.int64], rng: np.random.Generator) -> Tensor:
        views = rng.integers(len(self._material.views), size=len(pictures))
        return _floats(self._material.views[views, pictures])

    def _loss(self, pictures: NDArray[np.int64], seen: Tensor, smoothing: float) -> tuple[Tensor, int]:
        """The sum over all words of the pictures' captions, and how many these are."""
        told = [self._captions[picture] for picture in pictures]
        attributes = torch.from_numpy(self._material.attributes[pictures])
        return loss(self.decoder, self._vocabulary, told, seen, attributes, smoothing)

    def _follow(self) -> None:
        """The kept weights go after the learned ones, the faster the fewer steps there were."""
        self._steps += 1
        slow = min(self.plan.average, self._steps / (self._steps + 10))
        for kept, learned in zip(self.averaged.parameters(), self.decoder.parameters(), strict=True):
            kept.lerp_(learned.detach(), 1 - slow)

    def state(self) -> State:
        """All that the next epoch depends on."""
        learned = named("decoder", self.decoder.state_dict())
        kept = named("averaged", self.averaged.state_dict())
        return {**learned, **kept, **named("adam", moments(self._adam)), "steps": torch.tensor(self._steps)}

    def restore(self, state: State) -> None:
        self.decoder.load_state_dict(under("decoder", state))
        self.averaged.load_state_dict(under("averaged", state))
        self._steps = int(state["steps"])
        remember(self._adam, under("adam", state))


def captions(plan: Plan, vocabulary: Vocabulary, material: Material) -> list[Captions]:
    """For each picture what is to be said of it: its descriptions, and its title where titles are learned."""
    found = []
    for texts, title in zip(material.texts, material.titles, strict=True):
        told = [
            (vocabulary.start, vocabulary.encode(tokens(text, plan.rule))[: plan.longest]) for text in texts
        ]
        if plan.titles and title:
            told.append((vocabulary.title, vocabulary.encode(tokens(title, plan.rule))[: plan.longest]))
        found.append([(start, numbers) for start, numbers in told if numbers])
    return found


def loss(
    decoder: Decoder,
    vocabulary: Vocabulary,
    told: Sequence[Captions],
    seen: Tensor,
    attributes: Tensor,
    smoothing: float = 0.0,
) -> tuple[Tensor, int]:
    """The cross-entropy of some pictures' captions, summed over their words, and how many words these are."""
    owners = torch.tensor([picture for picture, each in enumerate(told) for _ in each])
    starts, numbers = zip(*(caption for each in told for caption in each), strict=True)
    given, wanted = teaching(numbers, starts, vocabulary.end)
    memory, state = decoder.remember(seen, attributes)
    told_of = memory.at(owners)
    heard, _ = decoder.heard(told_of, state.at(owners), given)
    words = wanted != PAD
    logits = decoder.logits(heard[words]) + told_of.bias[words.nonzero()[:, 0]]
    found = F.cross_entropy(logits, wanted[words], reduction="sum", label_smoothing=smoothing)
    return found, int(words.sum())


def _shape(plan: Plan, vocabulary: Vocabulary, material: Material, vectors: Vectors | None) -> Shape:
    return Shape(
        look=plan.look,
        numbers=vocabulary.size,
        channels=material.views.shape[3],
        hidden=plan.hidden,
        embedding=vectors.dimensions if vectors else plan.embedding,
        attributes=material.attributes.shape[1],
        tied=plan.tied,
    )


def _floats(seen: NDArray[np.floating]) -> Tensor:
    return torch.from_numpy(np.asarray(seen, np.float32))
