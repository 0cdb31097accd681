"""Pairs: texts and the pictures that they belong to, what a joint space is learned from and judged by."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from ground.errors import BadGallery
from retrieval.words import words
from retrieval.work import Work

Rows = NDArray[np.int64]
Features = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Pairs:
    titles: list[str]
    descriptions: list[str]
    picture_of: Rows  # for each text the row of its picture in `features`
    features: Features

    @classmethod
    def of(cls, works: Sequence[Work], features: Features) -> Self:
        """One pair for each of a work's descriptions; a text without a word makes none."""
        texts = [
            (title, description, row) for row, work in enumerate(works) for title, description in _texts(work)
        ]
        titles, descriptions, rows = zip(*texts, strict=True) if texts else ((), (), ())
        return cls(list(titles), list(descriptions), np.array(rows, np.int64), features)

    @cached_property
    def sha256(self) -> str:
        digest = hashlib.sha256(json.dumps([self.titles, self.descriptions]).encode())
        digest.update(self.picture_of.tobytes() + np.ascontiguousarray(self.features).tobytes())
        return digest.hexdigest()

    def __len__(self) -> int:
        return len(self.titles)

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Some of the texts, with all of the pictures."""
        rows = np.flatnonzero(kept)
        return replace(
            self,
            titles=[self.titles[row] for row in rows],
            descriptions=[self.descriptions[row] for row in rows],
            picture_of=self.picture_of[rows],
        )

    def held_back(self, seed: int) -> tuple[Self, Self]:
        """What to learn from, and one text of each work that has several, drawn by lot."""
        rng = np.random.default_rng(seed)
        several = [rows for rows in _rows_of(self.picture_of) if len(rows) > 1]
        if not several:
            raise BadGallery("no work has a second description to hold back", "give --hold-back works")
        kept = np.ones(len(self), bool)
        kept[[rng.choice(rows) for rows in several]] = False
        return self.only(kept), self.only(~kept)


def described(works: Sequence[Work]) -> list[Work]:
    """Those that have a word to learn from."""
    return [work for work in works if _texts(work)]


def _texts(work: Work) -> list[tuple[str, str]]:
    work = work.told
    texts = [(work.title, each) for each in dict.fromkeys((work.description, *work.other_descriptions))]
    return [(title, each) for title, each in texts if words(f"{title}\n{each}")]


def _rows_of(picture_of: Rows) -> list[Rows]:
    order = np.argsort(picture_of, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(picture_of[order])) + 1)
