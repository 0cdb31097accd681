"""Material: what a captioner learns from and is judged by, pictures as an encoder sees them and what was written."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from captioning.plan import Plan
from captioning.tokens import tokens
from ground.errors import BadGallery
from retrieval.encoders import ImageEncoder
from retrieval.features import features
from retrieval.gallery import Gallery
from retrieval.live import live_features
from retrieval.splitting import split
from retrieval.work import SPLITS, Work

Seen = NDArray[np.floating[Any]]  # (pictures, places, channels)
Progress = Callable[[str, int, int], None]  # what is being done, how many are, of how many


@dataclass(frozen=True, eq=False)
class Material:
    views: NDArray[np.float16]  # (views, pictures, places, channels); the first view is the picture's middle
    texts: list[list[str]]  # every picture's descriptions
    titles: list[str]
    attributes: NDArray[np.float32]  # (pictures, values): confidences

    @classmethod
    def of(cls, works: Sequence[Work], views: NDArray[np.float16]) -> Self:
        none = np.zeros((len(works), 0), np.float32)
        return cls(views, [texts(work) for work in works], [work.title for work in works], none)

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def seen(self) -> Seen:
        middle: Seen = self.views[0]
        return middle

    def with_attributes(self, attributes: NDArray[np.float32]) -> Self:
        return replace(self, attributes=attributes)

    @cached_property
    def sha256(self) -> str:
        digest = hashlib.sha256(json.dumps([self.texts, self.titles]).encode())
        digest.update(np.ascontiguousarray(self.views).tobytes() + self.attributes.tobytes())
        return digest.hexdigest()


def texts(work: Work) -> list[str]:
    """What people wrote of a work, where it holds a word; never what a machine did."""
    if work.text_by == "captioner":
        return []
    told = dict.fromkeys((work.description, *work.other_descriptions))
    return [text for text in told if tokens(text)]


def deal(works: Sequence[Work], plan: Plan) -> dict[str, list[Work]]:
    """The described works of each split: the gallery's own, or one drawn with the plan's seed."""
    told = [work for work in works if texts(work)]
    if not told:
        raise BadGallery(
            "no work has a description to learn from", "describe some, at least a few words each"
        )
    if not plan.share:
        return {"train": told}
    dealt = told if any(work.split for work in works) else split(told, plan.seed, plan.share)
    parts = {name: [work for work in dealt if work.split == name] for name in SPLITS}
    if not parts["train"]:
        raise BadGallery("no described work is in the train split", "give the gallery another split")
    return {name: part for name, part in parts.items() if part}


def look(
    gallery: Gallery,
    parts: dict[str, list[Work]],
    encoder: ImageEncoder,
    views: int = 1,
    progress: Progress = lambda doing, done, total: None,
) -> dict[str, Material]:
    """Every part's pictures and texts; only what is learned from needs more than one view."""
    found = {}
    for name, works in parts.items():
        pictures = gallery.pictures(works)
        seen = [
            features(
                pictures, encoder, progress=lambda done, total: progress("looking at pictures", done, total)
            )
        ]
        for view in range(1, views if name == "train" else 1):
            doing = f"looking at pictures again, view {view + 1}"
            seen.append(live_features(pictures, encoder, (0, view), _said(progress, doing)))
        shape = (len(seen), len(works), encoder.cells, encoder.dimensions // encoder.cells)
        found[name] = Material.of(works, np.stack(seen).reshape(shape))
    return found


def _said(progress: Progress, doing: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(doing, done, total)
