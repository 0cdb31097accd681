"""Kinship: everyday words and the catalogues' words that they stand for, a small table written for this project."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from retrieval.kin import Table
from retrieval.words import stem, words

FILE = Path(__file__).with_name("kinship.txt")
NEAR = 0.8  # of a word that is meant, not written


def table_for(known: Iterable[str]) -> Table:
    """For the words that a vocabulary lacks, those of their kin that it has; under the word and under its stem."""
    by_stem = defaultdict(list)
    for word in sorted(known):
        by_stem[stem(word)].append(word)
    table: dict[str, dict[str, float]] = {}
    for word, related in _families():
        kin = {each: NEAR for other in related for each in by_stem.get(stem(other), ())}
        if kin and stem(word) not in by_stem:
            for key in dict.fromkeys((word, stem(word))):
                table[key] = {**table.get(key, {}), **kin}
    return table


@cache
def _lines() -> tuple[str, ...]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _families() -> Iterator[tuple[str, list[str]]]:
    for line in _lines():
        asked, _, catalogued = line.partition(":")
        for word in words(asked):
            yield word, words(catalogued)
