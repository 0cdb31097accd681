import numpy as np

from curation.fingerprint import Fingerprinter, Fingerprints
from curation.hashes import hashes, mirrored
from ground.canvas import Picture
from tests.curation.made import drawn


def grey(number: int, turn: int = 1, quality: float = 0) -> np.ndarray:
    rgb = np.asarray(drawn(number), np.float32)[:, ::turn] / 255
    rgb = rgb + quality * np.random.default_rng(1).standard_normal(rgb.shape)
    row = Fingerprinter().prepare(Picture(np.ascontiguousarray(rgb.clip(0, 1), np.float32)))
    return Fingerprints.of(row.half().numpy()[None]).greys


def bits(one: np.ndarray, other: np.ndarray) -> int:
    return int(np.bitwise_count(one ^ other).sum())


def test_noise_flips_few_bits_and_another_picture_half_of_them() -> None:
    known = hashes(grey(1))
    assert known.shape == (1, 4)
    assert bits(known, hashes(grey(1, quality=0.05))) < 40
    assert bits(known, hashes(grey(2))) > 90


def test_a_mirrored_hash_is_the_hash_of_the_mirrored_picture() -> None:
    assert bits(mirrored(hashes(grey(1))), hashes(grey(1, turn=-1))) < 8
    assert bits(hashes(grey(1)), hashes(grey(1, turn=-1))) > 60
    assert np.array_equal(mirrored(mirrored(hashes(grey(1)))), hashes(grey(1)))
