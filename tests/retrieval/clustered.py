"""Vectors and works for the tests of indexes: neighbourhoods, as features of pictures have them."""

import numpy as np

from retrieval.vectors import Matrix
from retrieval.work import Work

ENCODER = {"name": "made-up", "weights_sha256": "0" * 64}


def clustered(many: int, dimensions: int, seed: int = 0, clusters: int = 40) -> Matrix:
    """Rows of any length, in clusters of a few directions each."""
    chance = np.random.default_rng(seed)
    spread = np.random.default_rng(99).standard_normal((24, dimensions))
    centres = np.random.default_rng(98).standard_normal((clusters, 24))
    places = centres[chance.integers(0, clusters, many)] + 0.6 * chance.standard_normal((many, 24))
    return (places @ spread + 0.1 * chance.standard_normal((many, dimensions))).astype(np.float32)


def works(many: int, prefix: str = "w") -> list[Work]:
    """Works whose every column differs, and repeats, in its own way."""
    return [
        Work(
            id=f"{prefix}{number}",
            file=f"images/{number}.jpg",
            title=f'The "{number}th", of\nmany',
            artist=f"Ärtist {number % 7}",
            style=("Baroque", "Impressionism", "")[number % 3],
            school=f"school {number % 50}",
            timeframe=f"{1800 + number % 2}",
            licence="CC0" if number % 10 else "",
        )
        for number in range(many)
    ]


def cosines(vectors: Matrix, query: Matrix) -> Matrix:
    """In float64 from the vectors as they were given: what every index's scores must be."""
    rows, wanted = vectors.astype(np.float64), query.astype(np.float64)
    return rows @ wanted / np.linalg.norm(rows, axis=1) / np.linalg.norm(wanted)
