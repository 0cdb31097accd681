"""Kin: the known words that a word never seen stands for, found by table, stem, halves or spelling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from retrieval.words import distance, halves, stem

# A word -> related words and how near they are, from 0 to 1. Anything that relates words can be written as one:
# synonyms, or the nearest neighbours in a table of word vectors.
Table = Mapping[str, Mapping[str, float]]
Weights = dict[str, float]

# Spelling: character n-grams name candidates, the edit distance decides. The n-grams alone put "contains" before
# "mountains" for "montains": of 1,644 made misspellings they got 59 % right, the two together 98 %.
GRAMS = (2, 4)
CANDIDATES = 25
SHORTEST = 5  # below this many letters another letter is another word: boat, coat, goat
TWO_ERRORS = 8  # from this many letters on two errors are forgiven
LONGEST = 40  # no word is longer, and a text without spaces must not cost minutes
NEARLY = 0.9  # candidates this near to the best share with it

HALF = 4  # letters of each half of a compound: sail-boats
BEGINNING = 0.55  # of the unknown word, for a known one that it begins with: church-yard


class Kin:
    """Answers in order of trust; the weights it gives add up to how sure it is, at most one."""

    def __init__(self, known: Iterable[str], table: Table | None = None) -> None:
        self._known = sorted(set(known))
        self._set = frozenset(self._known)
        self._table = table or {}

    def of(self, words: Iterable[str]) -> dict[str, Weights]:
        """For each unknown word the known ones; words without kin are left out."""
        asked = list(dict.fromkeys(words))
        found = {word: self._by_meaning(word) for word in asked}
        rest = [word for word in asked if not found[word] and SHORTEST <= len(word) <= LONGEST]
        if rest and self._known:
            for word, candidates in zip(rest, self._candidates(rest), strict=True):
                found[word] = _by_spelling(word, candidates)
        return {word: weights for word, weights in found.items() if weights}

    def _by_meaning(self, word: str) -> Weights:
        told = self._table.get(word) or self._table.get(stem(word), {})
        related = {each: near for each, near in told.items() if each in self._set}
        if related:
            return _shared(related)
        if stem(word) in self._stems:
            return _shared(dict.fromkeys(self._stems[stem(word)], 1.0))
        if len(word) <= LONGEST:
            for first, second in halves(word, HALF):
                if first in self._set and second in self._set:
                    return _shared({first: 1.0, second: 1.0})
        return {}

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        by_stem = defaultdict(list)
        for word in self._known:
            by_stem[stem(word)].append(word)
        return dict(by_stem)

    @cached_property
    def _grams(self) -> tuple[TfidfVectorizer, sparse.csc_matrix]:
        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=GRAMS, dtype=np.float32)
        return vectorizer, vectorizer.fit_transform(self._known).T.tocsc()

    def _candidates(self, words: list[str]) -> list[list[str]]:
        vectorizer, known = self._grams
        near = (vectorizer.transform(words) @ known).tocsr()
        rows = [slice(*near.indptr[row : row + 2]) for row in range(len(words))]
        best = [near.indices[row][np.argsort(-near.data[row], kind="stable")[:CANDIDATES]] for row in rows]
        return [[self._known[place] for place in places] for places in best]


def _by_spelling(word: str, candidates: list[str]) -> Weights:
    """Known words a slip of the pen away, else those that the word begins with; the first letter is rarely wrong."""
    most = 2 if len(word) >= TWO_ERRORS else 1
    alike = [each for each in candidates if each[0] == word[0] and abs(len(each) - len(word)) <= most]
    errors = {each: distance(word, each) for each in alike if len(each) >= HALF}
    near = {each: 1 - many / len(word) for each, many in errors.items() if many <= most}
    if not near:
        begins = [each for each in candidates if word.startswith(each) and len(each) >= SHORTEST]
        near = {each: len(each) / len(word) for each in begins if len(each) >= BEGINNING * len(word)}
    return _shared(near) if near else {}


def _shared(near: Weights) -> Weights:
    """The weights of the best and of those nearly as good, adding up to the best."""
    best = max(near.values())
    kept = {word: value for word, value in near.items() if value >= NEARLY * best}
    return {word: best * value / sum(kept.values()) for word, value in kept.items()}
