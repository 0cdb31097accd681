"""A made-up SemArt: works whose texts and picture features tell of the same things, in vocabularies of any size."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.pairs import Pairs

GENRES, THINGS = 20, 400
SHOWN = 5  # things in a picture
TOLD, TITLED = 0.35, 0.6  # share of a description's, and of a title's, words that are about the things shown
WORDS_A_THING = 60


@dataclass(frozen=True)
class SemArt:
    """How large, and how noisy its features."""

    works: int = 5000
    description_words: int = 9758  # SemArt's own, as the thesis counts them
    title_words: int = 9205
    features: int = 1000
    noise: float = 1.0
    seed: int = 0

    def pairs(self) -> Pairs:
        rng = np.random.default_rng(self.seed)
        shown = _shown(rng, self.works)
        lengths = _lengths(rng, self.works, 70), rng.integers(2, 7, self.works)
        # Often enough that nine works in ten hold nearly every word of the titles, and of the descriptions ten times.
        descriptions = _texts(rng, shown, "d", self.description_words, lengths[0], TOLD, least=16)
        titles = _texts(rng, shown, "t", self.title_words, lengths[1], TITLED, least=3)
        return Pairs(titles, descriptions, np.arange(self.works), self._features(rng, shown))

    def _features(self, rng: np.random.Generator, shown: NDArray[np.int64]) -> NDArray[np.float16]:
        """As of a network: half-rectified, correlated, with a mean of their own."""
        looks = rng.standard_normal((THINGS, 128))
        seen = looks[shown].sum(axis=1) / SHOWN**0.5
        seen = seen + self.noise * rng.standard_normal(seen.shape)
        hidden = np.maximum(seen @ rng.standard_normal((128, 1024)) / 128**0.5 - 0.3, 0)
        return np.asarray(hidden @ rng.standard_normal((1024, self.features)) / 16, np.float16)


def part(pairs: Pairs, rows: NDArray[np.int64]) -> Pairs:
    """The works in some rows, as a gallery of their own."""
    titles, descriptions = ([texts[row] for row in rows] for texts in (pairs.titles, pairs.descriptions))
    return Pairs(titles, descriptions, np.arange(len(rows)), pairs.features[rows])


def _shown(rng: np.random.Generator, works: int) -> NDArray[np.int64]:
    """Which things each picture shows: some common, most rare, those of a genre together."""
    common = _zipf(THINGS)[rng.permutation(THINGS)]
    inclined = rng.gamma(0.15, size=(GENRES, THINGS)) * common
    inclined /= inclined.sum(axis=1, keepdims=True)
    genre = rng.choice(GENRES, works, p=_zipf(GENRES))
    return np.stack([rng.choice(THINGS, SHOWN, p=inclined[each]) for each in genre])


def _texts(
    rng: np.random.Generator,
    shown: NDArray[np.int64],
    letter: str,
    many: int,
    lengths: NDArray[np.int64],
    told: float,
    least: int,
) -> list[str]:
    """Words about the things shown among words about anything; each word of the vocabulary at least so often."""
    of_thing = rng.integers(many, size=(THINGS, WORDS_A_THING))
    work = np.repeat(np.arange(len(shown)), lengths)
    anything = rng.permutation(many)[rng.choice(many, len(work), p=_zipf(many))]
    thing = shown[work, rng.integers(SHOWN, size=len(work))]
    about = of_thing[thing, rng.choice(WORDS_A_THING, len(work), p=_zipf(WORDS_A_THING))]
    tokens = np.where(rng.random(len(work)) < told, about, anything)
    rare = np.repeat(np.arange(many), np.maximum(least - np.bincount(tokens, minlength=many), 0))
    names = np.array([letter + _letters(number) for number in range(many)])
    texts: list[list[str]] = [[] for _ in shown]
    where = np.concatenate([work, rng.integers(len(shown), size=len(rare))])
    for place, name in zip(where, names[np.concatenate([tokens, rare])], strict=True):
        texts[place].append(name)
    return [" ".join(text) for text in texts]


def _zipf(many: int) -> NDArray[np.float64]:
    weights = 1 / np.arange(1, many + 1)
    return np.asarray(weights / weights.sum())


def _lengths(rng: np.random.Generator, works: int, mean: int) -> NDArray[np.int64]:
    return np.maximum(8, rng.lognormal(np.log(mean) - 0.18, 0.6, works)).astype(np.int64)


def _letters(number: int) -> str:
    """A word for a number: only letters make words."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05d}")
