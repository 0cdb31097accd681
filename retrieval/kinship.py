"""Kinship: words that stand for one another in front of a picture, from a small table written for this project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from retrieval.words import stem, words

FILE = Path(__file__).with_name("kinship.txt")
NEAR = 0.8  # of a word that is meant, not written

# A word -> other words and how near they are, from 0 to 1. Whatever relates words can be written as one: families of
# synonyms, or the nearest neighbours among word vectors.
Table = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Kinship:
    beside: Table = field(default_factory=dict)  # what any word stands for besides itself
    instead: Table = field(default_factory=dict)  # what a word stands for where it is unknown

    def among(self, known: Iterable[str]) -> Self:
        """As far as it leads to words that are known."""
        stems = {stem(word) for word in known}
        return type(self)(_leading(self.beside, stems), _leading(self.instead, stems))


@cache
def bundled() -> Kinship:
    """Lines with a colon lead one way, from unknown words to known ones; the others are families."""
    beside: dict[str, dict[str, float]] = {}
    instead: dict[str, dict[str, float]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        asked, colon, catalogued = line.partition("#")[0].partition(":")
        table, others = (instead, words(catalogued)) if colon else (beside, words(asked))
        for word in words(asked):
            table.setdefault(word, {}).update((other, NEAR) for other in others if other != word)
    return Kinship(beside, instead)


def _leading(table: Table, stems: set[str]) -> Table:
    kept = {
        word: {other: near for other, near in others.items() if stem(other) in stems}
        for word, others in table.items()
    }
    return {word: others for word, others in kept.items() if others}
