"""Labels: the class that each work of a collection is known to be of, and what cannot be learned from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from curation.collection import FOLDER
from ground.errors import BadGallery
from retrieval.work import COLUMNS, Work

FEWEST = 2  # works of a class: one to learn from, one to be judged by

Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Labels:
    names: tuple[str, ...]  # of the classes, sorted
    of: Rows  # for each work its class's place, -1 where it has none

    @classmethod
    def read(cls, works: Sequence[Work], column: str = FOLDER) -> Self:
        """From a column of the catalogue, one of a work's own or any other."""
        if column not in COLUMNS and not any(column in work.extra for work in works):
            there = sorted({*COLUMNS, *(name for work in works for name in work.extra)})
            raise BadGallery(
                f"no work has a column {column!r}", f"give --label with one of {', '.join(there)}"
            )
        return cls.named([label(work, column) for work in works])

    @classmethod
    def named(cls, told: Sequence[str]) -> Self:
        names = tuple(sorted(set(told) - {""}))
        place = {name: row for row, name in enumerate(names)} | {"": -1}
        return cls(names, np.array([place[each] for each in told], np.intp))

    @property
    def known(self) -> Rows:
        """The rows that have a label."""
        return np.flatnonzero(self.of >= 0)

    def counts(self) -> Mapping[str, int]:
        found = Counter(self.of[self.known].tolist())
        return {name: found[row] for row, name in enumerate(self.names)}

    def checked(self) -> Self:
        """As they are, if something can be learned from them."""
        if len(self.known) == 0:
            raise BadGallery("no work has a label", "fill the column that --label names")
        if len(self.names) < 2:
            raise BadGallery(
                f"all labelled works are {self.names[0]!r}", "give works of two classes at least"
            )
        for name, many in self.counts().items():
            if many < FEWEST:
                raise BadGallery(
                    f"the class {name!r} has {many} work", f"give {FEWEST} of each class at least"
                )
        return self


def label(work: Work, column: str) -> str:
    known = getattr(work, column) if column in COLUMNS else work.extra.get(column, "")
    return str(known).strip()


def folds(of: Rows, many: int, seed: int = 0) -> Rows:
    """The fold of each row: every class dealt out evenly, the rarest ones as far as they go."""
    chance, fold = np.random.default_rng(seed), np.empty(len(of), np.intp)
    start = 0
    for each in np.unique(of):
        rows = chance.permutation(np.flatnonzero(of == each))
        fold[rows] = (start + np.arange(len(rows))) % many
        start += len(rows)  # so that the first fold does not get every class's odd one
    return fold
