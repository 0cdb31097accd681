"""Text encoder: a title and a description as tf-idf over two vocabularies, side by side, sparse all the way.

The thesis (4.1.2): description words seen at least ten times in the training split, title words without a minimum,
stop words out of both, tf-idf fitted apart, the two vectors concatenated. Where this departs from the reference
code of Garcia and Vogiatzis (2018), "How to Read Paintings":

                    thesis        reference code              here
description words   seen >= 10    seen > 10, 10,000 at most   `Rules`: either, or every word of a small gallery
tokens              -             nltk, lower case, isalpha   runs of letters, accents folded: "still-life" is two
stop words          removed       nltk's list                 `words.STOP_WORDS`
tf-idf              tf-idf        TfidfTransformer defaults   the same numbers
unknown words       -             dropped                     dropped in training, their `Kin` taken in queries
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import norm

from ground.errors import BadGallery, BadQuery, BadWeights
from ground.files import replacing
from retrieval.kin import Kin
from retrieval.kinship import Kinship, bundled
from retrieval.words import all_words, words

TRY = "say in a few English words what the painting shows, such as: boats in a harbour at sunset"
NAMED = 8  # unknown words that an error repeats


@dataclass(frozen=True)
class Rules:
    """Which words make a vocabulary: those seen so often in the training texts, and of these the most frequent."""

    title_minimum: int = 1
    description_minimum: int = 10
    most: int | None = None
    titles_too: bool = False  # a title's words are words of the description as well
    related: bool = False  # words stand for their other forms and their relatives too


@dataclass(frozen=True)
class Vocabulary:
    """The words of one field, and in how many of how many texts each of them stands."""

    words: tuple[str, ...]
    seen_in: tuple[int, ...]
    texts: int

    @classmethod
    def fit(cls, texts: Sequence[str], minimum: int, most: int | None) -> Self:
        counts, seen_in = Counter[str](), Counter[str]()
        for text in texts:
            found = words(text)
            counts.update(found)
            seen_in.update(set(found))
        frequent = sorted((-many, word) for word, many in counts.items() if many >= minimum)
        kept = sorted(word for _, word in frequent[:most])
        return cls(tuple(kept), tuple(seen_in[word] for word in kept), len(texts))

    @cached_property
    def place(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def rarity(self) -> NDArray[np.float64]:
        """Inverse document frequency, smoothed as scikit-learn's TfidfTransformer does it."""
        return np.log((1 + self.texts) / (1 + np.array(self.seen_in, np.float64))) + 1

    def counts(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """How often each word stands in each text; unknown words are dropped."""
        found = [Counter(self.place[word] for word in words(text) if word in self.place) for text in texts]
        starts = np.cumsum([0, *map(len, found)])
        columns = np.fromiter((place for each in found for place in each), np.int32, starts[-1])
        many = np.fromiter((many for each in found for many in each.values()), np.float64, starts[-1])
        return sparse.csr_matrix((many, columns, starts), shape=(len(texts), len(self.words)))


@dataclass(frozen=True)
class Query:
    """A user's words as they were understood: a row each, which add up to the whole text's vector."""

    words: list[str]
    rows: sparse.csr_matrix

    @property
    def row(self) -> sparse.csr_matrix:
        return sparse.csr_matrix(self.rows.sum(axis=0), dtype=np.float32)


@dataclass(frozen=True)
class TextEncoder:
    titles: Vocabulary
    descriptions: Vocabulary
    rules: Rules
    kinship: Kinship

    @classmethod
    def fit(
        cls,
        titles: Sequence[str],
        descriptions: Sequence[str],
        rules: Rules | None = None,
        kinship: Kinship | None = None,
    ) -> Self:
        """`kinship` takes the place of the bundled one."""
        rules = rules or Rules()
        if rules.titles_too:
            descriptions = _joined(titles, descriptions)
        fields = (
            Vocabulary.fit(titles, rules.title_minimum, rules.most),
            Vocabulary.fit(descriptions, rules.description_minimum, rules.most),
        )
        known = [word for field in fields for word in field.words]
        if not known:
            raise BadGallery(
                f"the texts of {len(titles):,} works leave no word to learn",
                "give the works titles and descriptions, or ask for a word less often (--description-minimum)",
            )
        return cls(*fields, rules, (kinship or bundled()).among(known))

    @property
    def size(self) -> int:
        return len(self.titles.words) + len(self.descriptions.words)

    def transform(self, titles: Sequence[str], descriptions: Sequence[str]) -> sparse.csr_matrix:
        """A row a text, float32; unknown words are dropped."""
        if self.rules.titles_too:
            descriptions = _joined(titles, descriptions)
        fields = [self.titles.counts(titles), self.descriptions.counts(descriptions)]
        counts = sparse.hstack(fields, format="csr")
        if self.rules.related:
            counts = counts @ self._beside
        return self._weighted(counts, counts)

    def query(self, title: str, description: str) -> Query:
        """A user's words and their kin; a query of which nothing is understood is refused, and told so."""
        read = self._read(title, description)
        asked = set(words(f"{title}\n{description}"))
        guessed = [word for word in read.words if word not in self._title_first]
        # A guess or two among many unknown words is what another language looks like.
        if not read.words or (len(guessed) == len(read.words) and 2 * len(guessed) < len(asked)):
            raise BadQuery(_not_understood(title, description), TRY)
        return read

    def understood(self, title: str, description: str) -> list[str]:
        """The words that count, the title's first; none where the query would be refused."""
        try:
            return self.query(title, description).words
        except BadQuery:
            return []

    def save(self, file: Path) -> None:
        with replacing(file) as part:
            part.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> Self:
        try:
            read = json.loads(file.read_text(encoding="utf-8"))
            fields = _vocabulary(read["titles"]), _vocabulary(read["descriptions"])
            return cls(*fields, Rules(**read["rules"]), Kinship(**read["kinship"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadWeights(f"{file} cannot be read as a text encoder", "train the model anew") from error

    @cached_property
    def _kin(self) -> Kin:
        return Kin(self._title_first, self.kinship)

    @cached_property
    def _title_first(self) -> dict[str, int]:
        """The column of every known word in a title: the title's own, else the description's."""
        return self._description_places | self.titles.place

    @cached_property
    def _description_first(self) -> dict[str, int]:
        return self.titles.place | self._description_places

    @cached_property
    def _description_places(self) -> dict[str, int]:
        return {word: len(self.titles.words) + place for word, place in self.descriptions.place.items()}

    @cached_property
    def _rarity(self) -> NDArray[np.float64]:
        return np.concatenate([self.titles.rarity, self.descriptions.rarity])

    @cached_property
    def _beside(self) -> sparse.csr_matrix:
        """From each column to itself, and to those of the words that its word stands for besides."""
        fields = (self.titles.words, self._title_first), (self.descriptions.words, self._description_first)
        cells = [
            (columns[word], columns[other], weight)
            for known, columns in fields
            for word in known
            for other, weight in self._meant(word).items()
        ]
        rows, columns_, weights = zip(*cells, strict=True)
        return sparse.csr_matrix((weights, (rows, columns_)), (self.size, self.size))

    def _meant(self, word: str) -> Mapping[str, float]:
        """What a known word stands for, itself first."""
        return {word: 1.0} | (self._kin.beside(word) if self.rules.related else {})

    def _read(self, title: str, description: str) -> Query:
        cells = list(self._cells(title, description))
        names = list(dict.fromkeys(word for word, _, _ in cells))
        row_of = {word: row for row, word in enumerate(names)}
        places = [row_of[word] for word, _, _ in cells], [column for _, column, _ in cells]
        shape = (len(names), self.size)
        counts = sparse.csr_matrix(([many for _, _, many in cells], places), shape, np.float64)
        return Query(names, self._weighted(counts, sparse.csr_matrix(counts.sum(axis=0))))

    def _cells(self, title: str, description: str) -> Iterator[tuple[str, int, float]]:
        """Each word, a column in which it counts, and how much."""
        described = f"{title}\n{description}" if self.rules.titles_too else description
        fields = ((words(title), self._title_first), (words(described), self._description_first))
        unknown = [word for found, columns in fields for word in found if word not in columns]
        kin = self._kin.instead(unknown) if unknown else {}
        for found, columns in fields:
            for word in found:
                meant = self._meant(word) if word in columns else kin.get(word, {})
                for known, weight in meant.items():
                    yield word, columns[known], weight

    def _weighted(self, counts: sparse.csr_matrix, whole: sparse.csr_matrix) -> sparse.csr_matrix:
        """Tf-idf, each field over its length in `whole`: row by row, or in its one row for all."""
        cut = len(self.titles.words)
        weighted, whole = (each.multiply(self._rarity).tocsr() for each in (counts, whole))
        fields = [
            _over(weighted[:, field], norm(whole[:, field], axis=1))
            for field in (slice(None, cut), slice(cut, None))
        ]
        return sparse.hstack(fields, format="csr", dtype=np.float32)


def _over(rows: sparse.csr_matrix, lengths: NDArray[np.float64]) -> sparse.csr_matrix:
    inverse = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return rows.multiply(inverse[:, None]).tocsr()


def _joined(titles: Sequence[str], descriptions: Sequence[str]) -> list[str]:
    return [f"{title}\n{description}" for title, description in zip(titles, descriptions, strict=True)]


def _vocabulary(saved: Mapping[str, Any]) -> Vocabulary:
    return Vocabulary(tuple(saved["words"]), tuple(map(int, saved["seen_in"])), int(saved["texts"]))


def _not_understood(title: str, description: str) -> str:
    text = f"{title}\n{description}"
    unknown = list(dict.fromkeys(words(text)))
    if unknown:
        more = f" and {len(unknown) - NAMED:,} more" if len(unknown) > NAMED else ""
        return (
            f"none of these words is known here: {', '.join(_short(word) for word in unknown[:NAMED])}{more}"
        )
    if all_words(text):
        return "the title and the description hold only words such as “the” and “of”, which say nothing of a picture"
    return (
        "the title and the description hold no words"
        if text.strip()
        else "the title and the description are empty"
    )


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:40]}…"
