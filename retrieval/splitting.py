"""A split: most works to learn from, some to stop by, and as many to judge by."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ground.errors import BadGallery
from retrieval.work import Work

SHARE = 0.05  # of validation and of test each


def split(works: Sequence[Work], seed: int = 0, share: float = SHARE) -> list[Work]:
    """The works in their order, each in its split.

    A work's place comes from its own id and the seed, not from its neighbours: works that are added later
    move few of the others.
    """
    part = max(1, round(len(works) * share))
    if len(works) < 3:
        raise BadGallery(f"{len(works)} works cannot be split in three", "import more works")
    drawn = sorted(works, key=lambda work: hashlib.sha256(f"{seed}:{work.id}".encode()).digest())
    names = dict.fromkeys((work.id for work in drawn), "train")
    names |= dict.fromkeys((work.id for work in drawn[:part]), "validation")
    names |= dict.fromkeys((work.id for work in drawn[part : 2 * part]), "test")
    return [replace(work, split=names[work.id]) for work in works]
