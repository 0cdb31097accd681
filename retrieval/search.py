"""Search: from words to paintings of such a content, and from each of these to paintings of a manner that suits it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from ground.canvas import Picture
from ground.errors import BadIndex, BadQuery, Unavailable
from retrieval.embedding import encoder_as, identity
from retrieval.encoders import ImageEncoder
from retrieval.entries import Where
from retrieval.features import features
from retrieval.index import Index
from retrieval.joint import JointSpace, Why
from retrieval.manifest import Kind
from retrieval.ranking import Wish, ranked
from retrieval.work import Work

EMBEDDED = Path(__file__).parent.parent / "indexes" / "embedded"
USUAL = 5  # so many are asked for when nobody says; a gallery of fewer then gives all that it has
SPOKE = 0.1  # a word counts as a reason when its share is this part of the strongest word's


@dataclass(frozen=True)
class Match:
    """A work found, its rank from 1, and its exact cosine."""

    rank: int
    score: float
    work: Work

    def as_json(self) -> dict[str, Any]:
        work = {name: value for name, value in asdict(self.work.told).items() if name != "extra"}
        return {"rank": self.rank, "score": self.score, "work": work}


@dataclass(frozen=True)
class Suggestion(Match):
    """A content work, the style works that suit it, and the words of the query that spoke for it."""

    styles: list[Match]
    why: list[str]

    def as_json(self) -> dict[str, Any]:
        return super().as_json() | {"styles": [style.as_json() for style in self.styles], "why": self.why}


class Search:
    """The three folders `content`, `style` and `joint`, opened once and shared by many threads."""

    def __init__(self, content: Index, style: Index, joint: JointSpace, weights: Path | None = None) -> None:
        self.content, self.style, self.joint, self._weights = content, style, joint, weights

    @classmethod
    def open(cls, folder: Path = EMBEDDED, weights: Path | None = None) -> Self:
        """`weights` are those of the style index's encoder, where it was made with a file of them."""
        content, style = _of_kind(folder, "content"), _of_kind(folder, "style")
        joint = JointSpace.load(folder / "joint")
        if content.manifest.encoder != identity(folder / "joint"):
            what = f"the index {content.folder} was made with another joint model than {folder / 'joint'}"
            raise BadIndex(what, "build it again with `pentimento index --kind content --joint`")
        return cls(content, style, joint, weights)

    def suggest(
        self,
        title: str,
        description: str = "",
        content: int = USUAL,
        styles: int = USUAL,
        *,
        where: Where | None = None,
        style_where: Where | None = None,
        offset: int = 0,
        diversity: float = 0.0,
    ) -> list[Suggestion]:
        """Content works that answer the words, the best first, and style works for each.

        `where` filters the content works and `style_where` the style works; `offset` goes on where an earlier
        answer ended. `diversity`, up to 1, weighs how unlike each other the works are; the first stays the first.
        """
        now = self.content.contents
        query = self.joint.embed_words([title], [description])[0]
        hubness = None if self.joint.references is None else self.joint.hubness
        wish = Wish(_many(content, self.content), offset, where, diversity)
        rows, cosines = ranked(now, query, wish, hubness)
        works = [now.shelf.at(row) for row in rows.tolist()]
        whys = self.joint.why(title, description, now.take(rows))
        suited = self._suited(works, styles, style_where, diversity)
        found = zip(cosines.tolist(), works, suited, map(_spoke, whys), strict=True)
        return [Suggestion(rank, *each) for rank, each in enumerate(found, offset + 1)]

    def styles_for(
        self,
        picture: Work | Path | Picture,
        k: int = USUAL,
        *,
        where: Where | None = None,
        offset: int = 0,
        diversity: float = 0.0,
    ) -> list[Match]:
        """The style works nearest in manner to a picture, or to a work's, the best first."""
        if isinstance(picture, Picture):
            vector = self.encoder.encode(self.encoder.prepare(picture)[None]).numpy()[0]
        else:
            [vector] = self._features([self.picture(picture) if isinstance(picture, Work) else picture])
        wish = Wish(_many(k, self.style), offset, where, diversity)
        return self._matches(vector, wish)

    def picture(self, work: Work) -> Path:
        """Where the picture of a content work or a style work is."""
        shelf = self.content.contents.shelf
        row = shelf.row_of(work.id)
        index = self.style if row is None or shelf.at(row) != work else self.content
        return index.picture(work)

    @cached_property
    def encoder(self) -> ImageEncoder:
        """The style index's own: pictures are encoded as its works were."""
        return encoder_as(self.style.manifest.encoder, self._weights, f"the index {self.style.folder}")

    def _suited(
        self, works: Sequence[Work], k: int, where: Where | None, diversity: float
    ) -> list[list[Match]]:
        """Style works for each content work; their pictures are encoded together, and once for all."""
        if not k or not works:
            return [[] for _ in works]
        wish = Wish(_many(k, self.style), 0, where, diversity)
        seen = self._features([self.content.picture(work) for work in works])
        return [self._matches(vector, wish) for vector in seen]

    def _features(self, pictures: Sequence[Path]) -> np.ndarray:
        """A folder in which nothing can be kept makes a search slower and does not forbid it."""
        try:
            return features(pictures, self.encoder)
        except Unavailable:
            with TemporaryDirectory() as folder:
                return features(pictures, self.encoder, cache=Path(folder))

    def _matches(self, vector: ArrayLike, wish: Wish) -> list[Match]:
        now = self.style.contents
        rows, cosines = ranked(now, vector, wish)
        found = zip(cosines.tolist(), map(now.shelf.at, rows.tolist()), strict=True)
        return [Match(rank, *each) for rank, each in enumerate(found, wish.offset + 1)]


def _of_kind(folder: Path, kind: Kind) -> Index:
    index = Index.open(folder / kind)
    if index.manifest.kind != kind:
        what = f"{index.folder} is an index of kind {index.manifest.kind}, not {kind}"
        raise BadIndex(what, f"build one with `pentimento index --kind {kind}`")
    return index


def _many(asked: int, index: Index) -> int:
    there = len(index.works)
    if asked > max(there, USUAL):
        raise BadQuery(
            f"{asked} works are asked for, and {index.folder} holds {there}", f"ask for {there} at most"
        )
    return min(asked, there)


def _spoke(why: Why) -> list[str]:
    """The words that count in a cosine, the weightiest first."""
    return [reason.word for reason in why.words if reason.share > max(0, SPOKE * why.words[0].share)]
