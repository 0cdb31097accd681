"""Duplicates in three tiers: the same bytes, the same picture however copied, the same object seen otherwise.

The same picture is looked for in two ways, by perceptual hashes (recompressed, scaled, mirrored) and among the
nearest by embedding (cropped too); whichever way a pair is found, alignment has the last word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curation.alignment import Pair, Place, places
from curation.groups import Group, Link, components, grouped
from curation.hashes import Hashes, hashes, mirrored
from curation.looking import Looked, Told, silent
from curation.neighbours import neighbours
from curation.thresholds import BITS, Thresholds
from retrieval.vectors import Matrix, Rows

NEAR = 8  # neighbours of each work that are aligned with it
MOST = 300_000  # alignments for neighbours: in larger galleries each has fewer, but its nearest always
PLAIN = 0.03  # contrast: what is plainer has no frequencies to be known by
FIRST = 20  # bits of a hash's first word that may differ before the others are compared
BLOCK = 16  # hashes against all others: what their comparison leaves behind fits in a processor's cache
CROWD = 32  # of all that are as near by their hashes: a chain of the nearest holds a group together as well


@dataclass(frozen=True)
class Found:
    groups: list[Group]
    thresholds: Thresholds
    looked: Looked

    @property
    def leaks(self) -> list[Group]:
        """Works of one picture on both sides of a split."""
        return [group for group in self.groups if group.splits]

    def as_json(self) -> dict[str, Any]:
        return {
            "groups": [group.as_json() for group in self.groups],
            "across_splits": [group.as_json() for group in self.leaks],
            "unreadable": self.looked.faults,
            "thresholds": self.thresholds.as_json(),
        }


def duplicates(
    looked: Looked,
    vectors: Matrix,
    thresholds: Thresholds,
    *,
    protect: Sequence[Path] = (),
    told: Told = silent,
) -> Found:
    """All groups of a collection, those of the surest tier first."""
    same = list(_same_bytes(looked))
    firsts = components(len(looked), ((link.one, link.other) for link in same))
    alone = np.unique(firsts)
    links = list(_links(looked, vectors, thresholds, alone, alone, told))
    pictures = [link for link in links if link.tier == "picture"]
    copies = components(len(looked), ((link.one, link.other) for link in [*same, *pictures]))
    objects = [link for link in links if link.tier == "object" and copies[link.one] != copies[link.other]]
    stars = _stars(copies, objects)
    kept = [link for link in objects if stars[link.one] == stars[link.other]]
    groups = [
        *grouped(looked, "bytes", same, firsts, protect),
        *grouped(looked, "picture", pictures, copies, protect),
        *grouped(looked, "object", kept, stars, protect),
    ]
    return Found(groups, thresholds, looked)


def matches(looked: Looked, vectors: Matrix, thresholds: Thresholds) -> list[Link]:
    """What the last of the works is a duplicate of: each work but once, by the surest tier."""
    new = len(looked) - 1
    found = {
        row: Link(row, new, "bytes", 1.0)
        for row in range(new)
        if looked.files[row].sha256 == looked.files[new].sha256
    }
    for link in _links(looked, vectors, thresholds, np.array([new]), np.arange(new + 1), silent):
        row = link.one if link.other == new else link.other
        before = found.get(row)
        if before is None or (before.tier == "object" and link.tier == "picture"):
            found[row] = link
    order = {"bytes": 0, "picture": 1, "object": 2}
    return sorted(found.values(), key=lambda link: (order[link.tier], -link.score))


def _same_bytes(looked: Looked) -> Iterator[Link]:
    first: dict[str, int] = {}
    for row, file in enumerate(looked.files):
        before = first.setdefault(file.sha256, row)
        if before != row:
            yield Link(before, row, "bytes", 1.0)


def _links(
    looked: Looked, vectors: Matrix, thresholds: Thresholds, asked: Rows, among: Rows, told: Told
) -> Iterator[Link]:
    """Of the two upper tiers, between the rows asked and those among which they are."""
    near = neighbours(
        vectors, NEAR, asked, among, lambda done, total: told("comparing pictures", done, total)
    )
    deep = max(1, min(NEAR, MOST // max(1, len(asked))))
    pairs = {*_pairs(asked, near.rows[:, :deep]), *_alike(hashes(looked.prints.greys), asked, among)}
    yield from _copies(looked, np.array(sorted(pairs), np.intp).reshape(-1, 2), thresholds, told)
    for row, place in zip(*np.nonzero(near.cosines >= thresholds.cosine), strict=True):
        one, other = sorted((int(asked[row]), int(near.rows[row, place])))
        yield Link(one, other, "object", float(near.cosines[row, place]))


def _copies(looked: Looked, pairs: Rows, thresholds: Thresholds, told: Told) -> Iterator[Link]:
    """Those of the pairs that alignment calls one picture."""
    textured = looked.prints.measure("contrast") > PLAIN
    sure = pairs[textured[pairs].all(1)].tolist()
    for done, ((one, other), place) in enumerate(places(looked.prints, map(tuple, sure)), 1):
        told("aligning pictures", done, len(sure))
        if place.score >= thresholds.alignment:
            yield Link(one, other, "picture", place.score, _how(place))


def _pairs(rows: Rows, near: NDArray[np.int64]) -> Iterator[Pair]:
    for row, others in zip(rows.tolist(), near.tolist(), strict=True):
        yield from ((min(row, other), max(row, other)) for other in others)


def _alike(hashed: Hashes, asked: Rows, among: Rows) -> Iterator[Pair]:
    """Pairs whose hashes, or one's and the other's in the mirror, differ in few bits."""
    first = hashed[among, 0]
    for start in range(0, len(asked), BLOCK):
        block = asked[start : start + BLOCK]
        for pose in (hashed[block], mirrored(hashed[block])):
            likely = np.bitwise_count(pose[:, :1] ^ first) <= FIRST
            rows, places = np.divmod(np.flatnonzero(likely), len(first))  # far quicker than its nonzero()
            others = among[places]
            bits = np.bitwise_count(pose[rows] ^ hashed[others]).sum(1)
            close = (bits <= BITS) & (block[rows] != others)
            yield from _nearest(block[rows[close]], others[close], bits[close])


def _nearest(rows: Rows, others: Rows, bits: NDArray[Any]) -> Iterator[Pair]:
    """Of each row's pairs the first few, by their bits."""
    order = np.lexsort((bits, rows))
    rows, others = rows[order], others[order]
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    place = np.arange(len(rows)) - np.repeat(starts, np.diff(np.append(starts, len(rows))))
    for row, other in zip(rows[place < CROWD].tolist(), others[place < CROWD].tolist(), strict=True):
        yield min(row, other), max(row, other)


def _stars(copies: Sequence[int], links: Iterable[Link]) -> list[int]:
    """Copies of one picture together with the pictures that are like it; no chains, in which anything meets.

    Whatever has the most neighbours becomes a star's centre, and takes those that no star has taken.
    """
    around: dict[int, set[int]] = {}
    for link in links:
        one, other = copies[link.one], copies[link.other]
        around.setdefault(one, set()).add(other)
        around.setdefault(other, set()).add(one)
    centre: dict[int, int] = {}
    for root in sorted(around, key=lambda root: (-len(around[root]), root)):
        if root not in centre:
            centre |= {each: root for each in (root, *around[root]) if each not in centre}
    return [centre.get(root, root) for root in copies]


def _how(place: Place) -> str:
    parts = ["mirrored"] if place.mirrored else []
    parts += [f"cropped to {place.scale:.0%} of a side"] if place.scale < 0.965 else []
    return ", ".join(parts) or "another copy"
