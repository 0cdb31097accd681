"""A learner: two heads and their optimiser, taken through the pairs one epoch at a time.

Chance of every kind comes from the seed and the epoch's number alone, so that a training that goes on from a
checkpoint takes the very steps of one that was never stopped.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from scipy import sparse
from torch import Tensor, nn

from retrieval.checkpoint import State, moments, named, remember, under
from retrieval.heads import Bags, Heads
from retrieval.losses import MATCHES, cosine_margin, info_nce, paired_cosine_margin
from retrieval.pairs import Features, Rows
from retrieval.plan import Plan

FIRST_SCALE, HIGHEST_SCALE = 1 / 0.07, 100.0  # of InfoNCE, as in CLIP


class Learner:
    def __init__(self, plan: Plan, rows: sparse.csr_matrix, picture_of: Rows, features: Features) -> None:
        self.plan = plan
        self._rows, self._picture_of = rows, picture_of
        self._pictures = np.unique(picture_of)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(plan.seed)
            self.heads = Heads(rows.shape[1], features.shape[1], plan.dimensions, plan.tanh)
            if plan.quiet:
                self.heads.quieten()
        if plan.standardise:
            self.heads.standardise(floats(features[self._pictures]))
        self._log_scale = nn.Parameter(torch.tensor(FIRST_SCALE).log())
        self._adam = torch.optim.Adam(
            [*self.heads.parameters(), self._log_scale], plan.learning_rate, fused=True
        )

    def learn(self, epoch: int, features: Features) -> float:
        """All pairs once; returns the mean loss."""
        rng = np.random.default_rng([self.plan.seed, epoch])
        total = 0.0
        with torch.random.fork_rng(devices=[]), _one_thread():
            torch.manual_seed(int(rng.integers(2**63)))
            for batch in self._batches(rng):
                loss = self._loss(batch, features, rng)
                self._adam.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                self._adam.step()
                total += loss.item() * len(batch)
        return total / len(self._picture_of)

    def _batches(self, rng: np.random.Generator) -> Iterator[Rows]:
        order = rng.permutation(len(self._picture_of))
        for start in range(0, len(order), self.plan.batch):
            yield order[start : start + self.plan.batch]

    def _loss(self, batch: Rows, features: Features, rng: np.random.Generator) -> Tensor:
        plan = self.plan
        texts = self.heads.texts(Bags.of(self._rows[batch]))
        own = self._picture_of[batch]
        if plan.sampling == "thesis":
            shown, match = self._drawn(own, rng)
            cosines = (texts * self.heads.seen(floats(features[shown]), plan.picture_dropout)).sum(1)
            return paired_cosine_margin(cosines, match, plan.margin)
        cosines = texts @ self.heads.seen(floats(features[own]), plan.picture_dropout).T
        same = torch.from_numpy(own[:, None] == own[None, :])
        if plan.loss == "info-nce":
            return info_nce(cosines, same, self._log_scale.exp().clamp(max=HIGHEST_SCALE))
        return cosine_margin(cosines, same, plan.margin)

    def _drawn(self, own: Rows, rng: np.random.Generator) -> tuple[Rows, Tensor]:
        """For each text its own picture, or more often any other one, as the reference code draws them."""
        match = rng.random(len(own)) < MATCHES
        step = rng.integers(1, len(self._pictures), len(own))
        others = self._pictures[(np.searchsorted(self._pictures, own) + step) % len(self._pictures)]
        return np.where(match, own, others), torch.from_numpy(match)

    def state(self) -> State:
        """All that the next epoch depends on."""
        heads, adam = named("heads", self.heads.state_dict()), named("adam", moments(self._adam))
        return {**heads, **adam, "log_scale": self._log_scale.detach()}

    def restore(self, state: State) -> None:
        self.heads.load_state_dict(under("heads", state))
        self._log_scale.data.copy_(state["log_scale"])
        remember(self._adam, under("adam", state))


@contextmanager
def _one_thread() -> Iterator[None]:
    """Steps are small: two threads gain a tenth of the time, and lose five times as much where others work too."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def floats(features: Features) -> Tensor:
    return torch.from_numpy(np.asarray(features, np.float32))
