"""Kin: the known words that another word stands near, by stem, by table, by its halves or by its spelling."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from retrieval.kinship import Kinship, Table
from retrieval.words import distance, halves, stem

Weights = dict[str, float]

# What a word's kin weigh together, beside the word itself. Of 204 works with three descriptions each, a third of these
# were held back: R@5 of the held-back ones rose from .58 to .70 by this; from .3 to .6 it hardly mattered how much.
RELATED = 0.5

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
    """Of words in all their forms; those of the table may be in any form too."""

    def __init__(self, known: Iterable[str], kinship: Kinship) -> None:
        self._known = sorted(set(known))
        self._set = frozenset(self._known)
        self._forms: dict[str, list[str]] = {}
        for word in self._known:
            self._forms.setdefault(stem(word), []).append(word)
        self._beside, self._instead = _by_stem(kinship.beside), _by_stem(kinship.instead)

    def beside(self, word: str) -> Weights:
        """What a known word stands for besides itself: its other forms, and the table's relatives."""
        found = self._forms_of(word) | self._relatives(word, self._beside)
        found.pop(word, None)
        return _together(RELATED, found)

    def instead(self, words: Iterable[str]) -> dict[str, Weights]:
        """What unknown words stand for; those without kin are left out."""
        asked = list(dict.fromkeys(words))
        found = {word: self._by_meaning(word) for word in asked}
        rest = [word for word in asked if not found[word] and SHORTEST <= len(word) <= LONGEST]
        if rest and self._known:
            for word, candidates in zip(rest, self._candidates(rest), strict=True):
                found[word] = _by_spelling(word, candidates)
        return {word: weights for word, weights in found.items() if weights}

    def _by_meaning(self, word: str) -> Weights:
        """In order of trust."""
        found = self._forms_of(word) or {
            **self._relatives(word, self._beside),
            **self._relatives(word, self._instead),
        }
        if not found and len(word) <= LONGEST:
            pairs = (pair for pair in halves(word, HALF) if self._set.issuperset(pair))
            found = dict.fromkeys(next(pairs, ()), 1.0)
        return _together(1.0, found)

    def _forms_of(self, word: str) -> Weights:
        return dict.fromkeys(self._forms.get(stem(word), ()), 1.0)

    def _relatives(self, word: str, table: Table) -> Weights:
        near = table.get(stem(word), {})
        return {form: value for each, value in near.items() for form in self._forms.get(each, ())}

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
    best = max(near.values(), default=0)
    return _together(1.0, {each: value for each, value in near.items() if value >= NEARLY * best})


def _together(whole: float, found: Weights) -> Weights:
    """Weights that in a text's vector have the length of the largest of them, times `whole`."""
    length = sum(value**2 for value in found.values()) ** 0.5
    return {word: whole * max(found.values()) * value / length for word, value in found.items()}


def _by_stem(table: Table) -> Table:
    """The words of both sides as their stems."""
    stems: dict[str, Weights] = {}
    for word, others in table.items():
        stems.setdefault(stem(word), {}).update((stem(other), near) for other, near in others.items())
    return stems
