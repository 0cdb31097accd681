"""Perceptual hashes: the signs of a picture's lowest frequencies, 256 bits of which a mirror only flips some.

The threshold of each bit is zero, not the median as in other pHashes, because then the hash of the mirrored
picture is this one under a fixed mask, and mirrored copies are found without a second hash.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dctn

WORDS = 4  # of 64 bits; the first holds the lowest frequencies and is compared before the others
SIDE = 16  # frequencies each way
BLOCK = 2048

Hashes = NDArray[np.uint64]  # (n, WORDS)


def hashes(greys: NDArray[np.uint8]) -> Hashes:
    """A row for each of the small grey pictures."""
    blocks = [greys[start : start + BLOCK] for start in range(0, len(greys), BLOCK)]
    return np.concatenate([_hashed(block) for block in blocks] or [np.empty((0, WORDS), np.uint64)])


def mirrored(some: Hashes) -> Hashes:
    """The hashes of the same pictures seen in a mirror."""
    return np.asarray(some ^ _ODD)


def _hashed(greys: NDArray[np.uint8]) -> Hashes:
    waves = dctn(greys.astype(np.float32), axes=(1, 2))[:, :SIDE, :SIDE].reshape(len(greys), -1)
    return _packed(waves[:, _ORDER] > 0)


def _packed(bits: NDArray[np.bool_]) -> Hashes:
    return np.ascontiguousarray(np.packbits(bits, axis=-1)).view(np.uint64)


_DOWN, _RIGHT = np.divmod(np.arange(SIDE * SIDE), SIDE)
_ORDER = np.argsort(np.maximum(_DOWN, _RIGHT), kind="stable")  # each square of frequencies before the next
_ODD = _packed((_RIGHT[_ORDER] % 2 == 1)[None])
