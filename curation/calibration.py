"""Calibration: the thresholds of one collection and encoder, chosen on pairs that are known to be the same or not.

The pairs come from a table, or are made: copies of the collection's own works are the same, and the works that are
most like each other, as far as nobody says otherwise, are not.
"""

import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from curation.alignment import Pair, places
from curation.collection import open_collection
from curation.copies import OBJECT, PICTURE, copies
from curation.looking import Looked, Told, encoded, look, silent
from curation.neighbours import neighbours
from curation.thresholds import Choice, Thresholds, choose
from ground.errors import BadInput
from retrieval.encoders import ImageEncoder
from retrieval.vectors import Matrix

SAMPLE = 100  # works that are copied
HARD = 5  # the nearest of each work, which its copies must be told from
SAME = 0.9  # works of the collection that agree so far are copies of each other, and no examples of strangers


@dataclass(frozen=True)
class Calibration:
    encoder: str
    picture: Choice
    object: Choice

    @property
    def thresholds(self) -> Thresholds:
        return Thresholds(self.picture.threshold, self.object.threshold)

    def as_json(self) -> dict[str, Any]:
        chosen = {"picture": self.picture.as_json(), "object": self.object.as_json()}
        return {"encoder": self.encoder, **self.thresholds.as_json(), "chosen_on": chosen}


def by_copies(looked: Looked, encoder: ImageEncoder, seed: int = 0, told: Told = silent) -> Calibration:
    """With copies of some of the works."""
    rows = np.random.default_rng(seed).permutation(len(looked))[:SAMPLE]
    some = looked.only(np.sort(rows).tolist())
    if len(some) < 2:
        raise BadInput("one work is too few to calibrate with", "give a collection of several works")
    known = encoded(some, encoder, told)
    strangers = _strangers(some, known)
    alignments, cosines = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, kind in {**PICTURE, **OBJECT}.items():
            told(f"making copies: {name}", 0, 1)
            copied = look(open_collection(copies(some.paths(), kind, Path(folder) / name)[0].parent))
            if name in PICTURE:
                alignments += _alignments(
                    some.joined(copied), [(row, len(some) + row) for row in range(len(some))]
                )
            else:
                cosines += np.einsum("ij,ij->i", known, encoded(copied, encoder)).tolist()
    picture = _chosen(alignments, _alignments(some, strangers))
    return Calibration(encoder.name, picture, _chosen(cosines, _cosines(known, strangers)))


def by_pairs(looked: Looked, encoder: ImageEncoder, file: Path, told: Told = silent) -> Calibration:
    """With a table of pairs: the ids `one` and `other`, and in `same` "picture", "object" or "no"."""
    pairs, same = _read(file, {work.id: row for row, work in enumerate(looked.works)})
    known = encoded(looked, encoder, told)
    alignments, cosines = np.array(_alignments(looked, pairs)), np.array(_cosines(known, pairs))
    return Calibration(
        encoder.name,
        choose(alignments, same == "picture"),
        choose(cosines, np.isin(same, ("picture", "object"))),
    )


def _strangers(looked: Looked, vectors: Matrix) -> list[Pair]:
    near = neighbours(vectors, HARD).rows
    pairs = {
        (min(row, other), max(row, other)) for row, others in enumerate(near.tolist()) for other in others
    }
    return [pair for pair, place in places(looked.prints, pairs) if place.score < SAME]


def _alignments(looked: Looked, pairs: Sequence[Pair]) -> list[float]:
    """In the order of the pairs."""
    found = {pair: place.score for pair, place in places(looked.prints, set(pairs))}
    return [found[pair] for pair in pairs]


def _cosines(vectors: Matrix, pairs: Sequence[Pair]) -> list[float]:
    return [float(vectors[one] @ vectors[other]) for one, other in pairs]


def _chosen(same: list[float], strange: list[float]) -> Choice:
    labels = np.arange(len(same) + len(strange)) < len(same)
    return choose(np.array([*same, *strange]), labels)


def _read(file: Path, row_of: dict[str, int]) -> tuple[list[Pair], np.ndarray]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        pairs = [(row["one"], row["other"]) for row in rows]
        same = [row["same"].strip().lower() for row in rows]
    except (OSError, KeyError, UnicodeDecodeError, AttributeError, csv.Error) as error:
        raise BadInput(
            f"{file} cannot be read as pairs", "give a CSV file with the columns one, other and same"
        ) from error
    for line, (pair, told) in enumerate(zip(pairs, same, strict=True), 2):
        if told not in ("picture", "object", "no") or not set(pair) <= set(row_of) or pair[0] == pair[1]:
            raise BadInput(f"{file}, line {line} is no pair", "give two ids, and picture, object or no")
    return [(row_of[one], row_of[other]) for one, other in pairs], np.array(same)
