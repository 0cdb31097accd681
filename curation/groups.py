"""Groups: works that are one picture, the one to keep, and the ones that nobody may touch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from typing import Any, Literal

from curation.files import File
from curation.looking import Looked
from retrieval.work import CAPTIONER, Work

Tier = Literal["bytes", "picture", "object"]
TIERS: tuple[Tier, ...] = ("bytes", "picture", "object")
ABOUT = log(1.1)  # pictures whose pixels differ by less than about a tenth count as of one size


@dataclass(frozen=True)
class Link:
    """Why two works stand in one group."""

    one: int
    other: int
    tier: Tier
    score: float
    how: str = ""


@dataclass(frozen=True)
class Group:
    tier: Tier
    works: tuple[Work, ...]  # the one to keep comes first
    links: tuple[Link, ...] = ()
    protected: frozenset[str] = field(default_factory=frozenset)

    @property
    def keep(self) -> Work:
        return self.works[0]

    @property
    def spare(self) -> list[Work]:
        """What may go."""
        return [work for work in self.works[1:] if work.id not in self.protected]

    @property
    def splits(self) -> list[str]:
        """The splits that it reaches over, where it reaches over several: what was learned from was judged by."""
        found = sorted({work.split for work in self.works} - {""})
        return found if len(found) > 1 else []

    def as_json(self) -> dict[str, Any]:
        return {
            "tier": self.tier,
            "works": [work.id for work in self.works],
            "keep": self.keep.id,
            "protected": sorted(self.protected),
            "splits": self.splits,
            "why": sorted({link.how for link in self.links if link.how}),
            "score": round(min((link.score for link in self.links), default=1.0), 4),
        }


def components(many: int, links: Iterable[tuple[int, int]]) -> list[int]:
    """For each of `many` rows the first row that it hangs together with."""
    first = list(range(many))

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(row) for row in range(many)]


def grouped(
    looked: Looked, tier: Tier, links: Sequence[Link], roots: Sequence[int], protect: Sequence[Path]
) -> Iterator[Group]:
    """The works of each root that has several, and the links that hold them."""
    members: dict[int, list[int]] = {}
    for row, root in enumerate(roots):
        members.setdefault(root, []).append(row)
    held: dict[int, list[Link]] = {}
    for link in links:
        held.setdefault(roots[link.one], []).append(link)
    for root, rows in members.items():
        if root in held:
            yield _group(looked, tier, rows, held[root], protect)


def _group(looked: Looked, tier: Tier, rows: list[int], links: list[Link], protect: Sequence[Path]) -> Group:
    safe = {row for row in rows if _within(looked.gallery.picture(looked.works[row]), protect)}
    order = sorted(rows, key=lambda row: (row not in safe, *_merit(looked.works[row], looked.files[row])))
    works = tuple(looked.works[row] for row in order)
    return Group(tier, works, tuple(links), frozenset(looked.works[row].id for row in safe))


def _merit(work: Work, file: File) -> tuple[Any, ...]:
    """The largest first; of those about as large the best described, by a person rather than a machine."""
    shown = work.told
    title, description, artist = (
        len(text.strip()) for text in (shown.title, shown.description, shown.artist)
    )
    by_whom = 0 if not description else 1 if shown.text_by == CAPTIONER else 2
    size = round(log(max(1, file.pixels)) / ABOUT)
    return -size, -by_whom, -(title > 0), -description, -(artist > 0), -file.bytes, work.id


def _within(picture: Path, folders: Sequence[Path]) -> bool:
    return any(picture.resolve().is_relative_to(folder.resolve()) for folder in folders)
