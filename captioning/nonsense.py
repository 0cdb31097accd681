"""Nonsense: texts that mean nothing, which a caption must beat to be kept."""

import numpy as np

from retrieval.joint import JointSpace, Matrix
from retrieval.words import words

TEXTS = 40
SHARE = 0.9  # of them that a caption has to be nearer to the picture than


class Nonsense:
    """Words of a joint space's vocabulary thrown together, the same for all captions of one length."""

    def __init__(self, space: JointSpace) -> None:
        self._space = space
        encoder = space.text_encoder
        self._vocabulary = sorted({*encoder.titles.words, *encoder.descriptions.words})
        self._rows: dict[int, Matrix] = {}

    def beats(self, caption: str, cosine: float, picture: np.ndarray) -> bool:
        """Whether nonsense of a caption's own length suits a picture (a unit row) as well as the caption does."""
        rows = self._of(max(1, len(words(caption))))
        return float((rows @ picture < cosine).mean()) < SHARE

    def _of(self, length: int) -> Matrix:
        if length not in self._rows:
            drawn = np.random.default_rng(length).choice(self._vocabulary, (TEXTS, length))
            self._rows[length] = self._space.embed_texts([""] * TEXTS, [" ".join(text) for text in drawn])
        return self._rows[length]
