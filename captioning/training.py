"""Training: how a captioner is learned, judged after every epoch, and kept where it was best."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from captioning.beams import Said, Wish, search
from captioning.decoders import Decoder
from captioning.learner import Learner, captions, loss
from captioning.material import Material
from captioning.metrics import Counts
from captioning.plan import Plan
from captioning.tokens import tokens
from captioning.vocabulary import Vocabulary
from captioning.word_vectors import Vectors
from ground.errors import BadCheckpoint, PentimentoError
from retrieval import checkpoint
from retrieval.learner import State, under

SPOKEN = 64  # pictures that are told of at once


@dataclass(frozen=True)
class Epoch:
    number: int
    loss: float
    figures: dict[
        str, float
    ]  # of the validation: its loss a word, and BLEU of greedy captions; empty without one
    seconds: float

    @property
    def judged(self) -> float:
        """The mean of BLEU-1 to 4: BLEU-4 alone, of a few captions, is mostly chance."""
        return sum(self.figures[f"bleu_{n}"] for n in (1, 2, 3, 4)) / 4


class Training:
    """Iterate over it for its epochs; leaving the loop stops the work. `decoder` is the best so far."""

    def __init__(
        self,
        plan: Plan,
        train: Material,
        validation: Material | None,
        vectors_file: Path | None = None,
        names: Sequence[Sequence[str]] = (),  # for each value of the attributes the words that name it
    ) -> None:
        self.plan, self.train, self.validation = plan, train, validation
        told = [tokens(text, plan.rule) for texts in train.texts for text in texts]
        titles = [tokens(title, plan.rule) for title in train.titles] if plan.titles else []
        self.vocabulary = Vocabulary.fit([*told, *titles], plan.minimum)
        self._names = self.vocabulary.table(list(names))
        vectors = Vectors.read(vectors_file, self.vocabulary.number) if vectors_file else None
        self._vectors_sha256 = vectors.sha256 if vectors else ""
        self._learner = Learner(plan, self.vocabulary, train, vectors, self._names)
        self.history: list[Epoch] = []
        self._best = self._weights()

    def __iter__(self) -> Iterator[Epoch]:
        while not self.finished:
            epoch = self._learned(len(self.history) + 1)
            self.history.append(epoch)
            if epoch is self.best:
                self._best = self._weights()
            yield epoch

    def _learned(self, number: int) -> Epoch:
        started = time.perf_counter()
        found = self._learner.learn(number)
        if not np.isfinite(found):
            raise PentimentoError(f"the loss is no number in epoch {number}", "lower the learning rate")
        figures = self._judged(self.validation) if self.validation else {}
        return Epoch(number, found, figures, time.perf_counter() - started)

    @property
    def best(self) -> Epoch:
        """The first epoch with the best captions of the validation; without one the last."""
        return max(self.history, key=lambda epoch: epoch.judged) if self.validation else self.history[-1]

    @property
    def finished(self) -> bool:
        if not self.history or not self.validation or not self.plan.patience:
            return len(self.history) >= self.plan.epochs
        return len(self.history) >= min(self.plan.epochs, self.best.number + self.plan.patience)

    @property
    def decoder(self) -> Decoder:
        """The best so far."""
        found = Decoder(self._learner.decoder.shape)
        found.load_state_dict(self._best)
        found.names = self._names
        return found.eval().requires_grad_(False)

    @torch.inference_mode()
    def _judged(self, material: Material) -> dict[str, float]:
        decoder = self._learner.averaged
        told = captions(self.plan, self.vocabulary, material)
        kept = [picture for picture, each in enumerate(told) if each]
        seen, attributes = _tensor(material.seen[kept]), _tensor(material.attributes[kept])
        total, words = loss(decoder, self.vocabulary, [told[picture] for picture in kept], seen, attributes)
        spoken = speak(decoder, self.vocabulary, material, self.plan.wish(beam=1))
        first = [self.vocabulary.decode(each[0].numbers) for each in spoken]
        references = [[tokens(text) for text in texts] for texts in material.texts]
        scores = Counts.of([tokens(" ".join(words)) for words in first], references).scores()
        return {"loss": total.item() / words, **scores}

    def save(self, file: Path) -> None:
        best = {f"best.{name}": value for name, value in self._best.items()}
        history = [asdict(epoch) for epoch in self.history]
        checkpoint.save(file, {**self._learner.state(), **best}, {**self._identity(), "history": history})

    def resume(self, file: Path) -> None:
        """Go on from a checkpoint of the same plan and material; only when to stop may be decided anew."""
        state, facts = checkpoint.load(file)
        for name, mine in self._identity().items():
            if facts.get(name) != mine:
                raise BadCheckpoint(f"{file} is of a training with another {name}", checkpoint.MEND)
        self.history = [Epoch(**epoch) for epoch in facts["history"]]
        self._learner.restore(state)
        self._best = under("best", state)

    def _identity(self) -> dict[str, Any]:
        """What a checkpoint must agree with; nothing of it may change between two epochs."""
        parts = [part for part in (self.train, self.validation) if part]
        return {
            **self.plan.model_dump(exclude={"preset", "epochs", "patience"}),
            "vectors": self._vectors_sha256,
            "gallery": [part.sha256 for part in parts],
        }

    def _weights(self) -> State:
        return {name: value.clone() for name, value in self._learner.averaged.state_dict().items()}


def speak(decoder: Decoder, vocabulary: Vocabulary, material: Material, wish: Wish) -> list[list[Said]]:
    """Captions of pictures, the best first."""
    found: list[list[Said]] = []
    for start in range(0, len(material), SPOKEN):
        rows = slice(start, start + SPOKEN)
        memory, state = decoder.remember(_tensor(material.seen[rows]), _tensor(material.attributes[rows]))
        found += search(decoder, memory, state, vocabulary.start, vocabulary.end, wish)
    return found


def _tensor(values: np.ndarray) -> Tensor:
    return torch.from_numpy(np.asarray(values, np.float32))
