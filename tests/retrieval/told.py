"""Made-up pairs: each picture shows two things, and each of its texts names them among other words."""

import numpy as np

from retrieval.pairs import Pairs

THINGS = (
    "boat",
    "river",
    "horse",
    "tower",
    "lemon",
    "violin",
    "angel",
    "window",
    "storm",
    "lute",
    "garden",
    "dog",
)
OTHERS = ("painted", "dark", "bright", "left", "large", "early", "master", "famous", "studio", "panel")


def told(works: int, seed: int = 0, texts: int = 1, noise: float = 0.3) -> Pairs:
    rng = np.random.default_rng(seed)
    looks = np.random.default_rng(99).standard_normal(
        (len(THINGS), 40)
    )  # a thing looks the same in every gallery
    shown = np.stack([rng.choice(len(THINGS), 2, replace=False) for _ in range(works)])
    features = looks[shown].sum(1) + noise * rng.standard_normal((works, 40)) + 1
    titles, descriptions = [], []
    for one, other in shown:
        for _ in range(texts):
            titles.append(f"The {THINGS[one]}")
            around = rng.choice(OTHERS, 3)
            descriptions.append(
                f"A {around[0]} {THINGS[other]} and a {THINGS[one]}, {around[1]} and {around[2]}"
            )
    return Pairs(titles, descriptions, np.repeat(np.arange(works), texts), features.astype(np.float16))
