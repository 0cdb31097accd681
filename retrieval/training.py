"""Training: how a joint space is learned from pairs, judged after every epoch, and kept where it was best."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from retrieval.checkpoint import State
from retrieval.course import Course, Epoch
from retrieval.evaluation import Ranks, ranks_of_pictures, summary
from retrieval.heads import Heads
from retrieval.joint import JointSpace
from retrieval.learner import Learner
from retrieval.pairs import Features, Pairs
from retrieval.plan import Plan
from retrieval.text import Rules, TextEncoder

REFERENCES = 2000  # texts that a model keeps to measure hubness by
JUDGE = "reciprocal_rank"  # of all the figures the finest where the validation is small

Fresh = Callable[[int], Features]  # the training pictures' features for an epoch


class Training(Course):
    """Iterate over it for its epochs; leaving the loop stops the work. `space` is the best joint space so far."""

    def __init__(
        self,
        plan: Plan,
        train: Pairs,
        validation: Pairs | None,
        encoder: tuple[str, str],  # the picture encoder's name, and its weights' SHA-256
        fresh: Fresh | None = None,
    ) -> None:
        self.plan, self.train, self.validation, self.encoder = plan, train, validation, encoder
        self._fresh = fresh
        least = plan.title_minimum, plan.description_minimum
        rules = Rules(*least, plan.most_words, plan.titles_too, plan.related)
        self.text_encoder = TextEncoder.fit(train.titles, train.descriptions, rules)
        self._rows = self.text_encoder.transform(train.titles, train.descriptions)
        self._learner = Learner(plan, self._rows, train.picture_of, train.features)
        super().__init__(plan, self._learner, validation is not None)

    def _learn(self, epoch: int) -> float:
        return self._learner.learn(epoch, self._fresh(epoch) if self._fresh else self.train.features)

    def _figures(self) -> dict[str, float]:
        return summary(self._ranks(self._space(self._learner.heads)))

    def again(self, pairs: Pairs) -> "Training":
        """The same training on other pairs, for as long as was best for these."""
        plan = self.plan.model_copy(update={"epochs": self.best.number, "patience": 0})
        return Training(plan, pairs, None, self.encoder, self._fresh)

    def space(self, correct: bool | None = None) -> JointSpace:
        """The best joint space so far; hubness is corrected if asked for, or if seen to help on the validation."""
        plain, corrected = self._spaces()
        if correct is None:
            correct = self.validation is not None and self._helps(plain, corrected)
        return corrected if correct else plain

    def _spaces(self) -> tuple[JointSpace, JointSpace]:
        heads = Heads(self._rows.shape[1], self.train.features.shape[1], self.plan.dimensions, self.plan.tanh)
        heads.load_state_dict(self._best)
        plain = self._space(heads.requires_grad_(False))
        rng = np.random.default_rng(self.plan.seed)
        some = rng.permutation(len(self.train))[:REFERENCES]
        references = plain.embed_rows(self._rows[np.sort(some)]).astype(np.float16)  # as it will be saved
        return plain, replace(plain, references=references.astype(np.float32))

    def _helps(self, plain: JointSpace, corrected: JointSpace) -> bool:
        """By more than the standard error of the difference: of a few works nothing can be told."""
        gains = self._ranks(corrected).reciprocal - self._ranks(plain).reciprocal
        return bool(gains.mean() > gains.std() / len(gains) ** 0.5)

    def merit(self, epoch: Epoch) -> float:
        return epoch.figures[JUDGE]

    def _material(self) -> dict[str, Any]:
        pairs = [pairs for pairs in (self.train, self.validation) if pairs]
        return {"encoder": list(self.encoder), "gallery": [pairs.sha256 for pairs in pairs]}

    def _space(self, heads: Heads) -> JointSpace:
        return JointSpace(self.text_encoder, heads, *self.encoder)

    def _weights(self) -> State:
        return {name: value.clone() for name, value in self._learner.heads.state_dict().items()}

    def _ranks(self, space: JointSpace) -> Ranks:
        assert self.validation, "only a training with a validation is judged"
        return ranks_of_pictures(space, self.validation)
