"""A study: a gallery's works dealt out to learn from, to stop by and to judge by."""

from collections.abc import Mapping, Sequence

import numpy as np

from ground.errors import BadGallery
from retrieval.encoders import ImageEncoder
from retrieval.features import Progress, features
from retrieval.gallery import Gallery
from retrieval.pairs import Pairs, described
from retrieval.plan import Plan
from retrieval.splitting import split
from retrieval.work import SPLITS, Work

FEWEST = 2  # works among which something can be ranked

Parts = Mapping[str, Sequence[Work]]


def deal(works: Sequence[Work], plan: Plan) -> dict[str, list[Work]]:
    """The works of each split that have words: the gallery's own split, or one drawn with the plan's seed.

    Where descriptions are held back instead of works, all works are learned from, but those of a gallery's own test.
    """
    told = described(works)
    if plan.hold_back == "descriptions":
        parts = {"train": [work for work in told if work.split != "test"]}
        parts["test"] = [work for work in told if work.split == "test"]
    else:
        dealt = told if any(work.split for work in works) else split(told, plan.seed)
        parts = {name: [work for work in dealt if work.split == name] for name in SPLITS}
    for name, part in parts.items():
        if len(part) < FEWEST and (part or name == "train"):
            raise BadGallery(
                f"{len(part)} described works are too few for the {name} split",
                "describe more of them, give the gallery another split, or give --hold-back descriptions",
            )
    return {name: part for name, part in parts.items() if part}


def encode(
    gallery: Gallery,
    parts: Parts,
    encoder: ImageEncoder,
    views: int = 1,
    progress: Progress = lambda done, total: None,
) -> dict[str, Pairs]:
    """The texts of each part and the features of its pictures."""
    works = [work for part in parts.values() for work in part]
    seen = features(gallery.pictures(works), encoder, views=views, progress=progress)
    rows = np.split(seen, np.cumsum([len(part) for part in parts.values()])[:-1])
    return {name: Pairs.of(part, own) for (name, part), own in zip(parts.items(), rows, strict=True)}
