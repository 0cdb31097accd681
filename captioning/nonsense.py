"""Nonsense: texts that mean nothing, which a caption must beat to be kept."""

import hashlib

import numpy as np

from retrieval.joint import JointSpace
from retrieval.words import words

TEXTS = 40
SHARE = 0.9  # of them that a caption has to be nearer to the picture than


class Nonsense:
    """Words of a joint space's vocabulary thrown together; the same for the same caption."""

    def __init__(self, space: JointSpace) -> None:
        self._space = space
        encoder = space.text_encoder
        self._vocabulary = sorted({*encoder.titles.words, *encoder.descriptions.words})

    def beats(self, caption: str, cosine: float, picture: np.ndarray) -> bool:
        """Whether nonsense of a caption's own length suits a picture (a unit row) as well as the caption does."""
        many = max(1, len(words(caption)))
        seed = int.from_bytes(hashlib.sha256(caption.encode()).digest()[:8])
        drawn = np.random.default_rng(seed).choice(self._vocabulary, (TEXTS, many))
        rows = self._space.embed_texts([""] * TEXTS, [" ".join(text) for text in drawn])
        return float((rows @ picture < cosine).mean()) < SHARE
