"""Training: how a captioner is learned, judged after every epoch, and kept where it was best."""

from collections.abc import Sequence
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
from retrieval.checkpoint import State
from retrieval.course import Course, Epoch

SPOKEN = 64  # pictures that are told of at once


class Training(Course):
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
        super().__init__(plan, self._learner, validation is not None)

    @property
    def decoder(self) -> Decoder:
        """The best so far."""
        found = Decoder(self._learner.decoder.shape)
        found.load_state_dict(self._best)
        found.names = self._names
        return found.eval().requires_grad_(False)

    def _learn(self, epoch: int) -> float:
        return self._learner.learn(epoch)

    @torch.inference_mode()
    def _figures(self) -> dict[str, float]:
        """Of the validation: its loss a word, and BLEU of greedy captions."""
        assert self.validation, "only a training with a validation is judged"
        decoder, material = self._learner.averaged, self.validation
        told = captions(self.plan, self.vocabulary, material)
        kept = [picture for picture, each in enumerate(told) if each]
        seen, attributes = _tensor(material.seen[kept]), _tensor(material.attributes[kept])
        total, words = loss(decoder, self.vocabulary, [told[picture] for picture in kept], seen, attributes)
        spoken = speak(decoder, self.vocabulary, material, self.plan.wish(beam=1))
        first = [self.vocabulary.decode(each[0].numbers) for each in spoken]
        references = [[tokens(text) for text in texts] for texts in material.texts]
        scores = Counts.of([tokens(" ".join(words)) for words in first], references).scores()
        return {"loss": total.item() / words, **scores}

    def merit(self, epoch: Epoch) -> float:
        """The mean of BLEU-1 to 4: BLEU-4 alone, of a few captions, is mostly chance."""
        return sum(epoch.figures[f"bleu_{n}"] for n in (1, 2, 3, 4)) / 4

    def _material(self) -> dict[str, Any]:
        parts = [part for part in (self.train, self.validation) if part]
        return {"vectors": self._vectors_sha256, "gallery": [part.sha256 for part in parts]}

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
