"""The library: the works that can be searched, suggested, looked at and painted from."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from app.problems import Problem
from app.provenance import Origin
from app.thumbnails import Thumbnails
from ground.errors import Unavailable
from retrieval.entries import Where
from retrieval.index import Index
from retrieval.search import Match, Search, Suggestion
from retrieval.work import Work

Collection = Literal["content", "style"]
COLLECTIONS: tuple[Collection, Collection] = ("content", "style")
LOOKED_AT = 2000  # works that one call of a search by text reads at most


class Library:
    """Opened in the background, since a server that is up can say that it is not ready yet."""

    def __init__(self, folder: Path, weights: Path | None, cache: Path) -> None:
        self.folder, self.weights = folder, weights
        self.thumbnails = Thumbnails(cache)
        self.trouble = "the indexes are being opened"
        self._search: Search | None = None
        self._suggested = lru_cache(maxsize=512)(self._suggest)

    def open(self) -> None:
        search = Search.open(self.folder, self.weights)
        _ = search.encoder.weights_sha256  # whoever asks first should not have to wait for a network to load
        self._search, self.trouble = search, ""

    @property
    def ready(self) -> bool:
        return self._search is not None

    @property
    def search(self) -> Search:
        if self._search is None:
            raise Unavailable(self.trouble, "ask again later, or see `pentimento doctor`")
        return self._search

    def index(self, collection: str) -> Index:
        if collection not in COLLECTIONS:
            raise Problem("not-found", f"there is no collection {collection!r}; there are content and style")
        return self.search.content if collection == "content" else self.search.style

    def work(self, collection: str, id: str) -> Work:
        shelf = self.index(collection).contents.shelf
        row = shelf.row_of(id)
        if row is None:
            raise Problem("not-found", f"the collection {collection} has no work {id!r}")
        return shelf.at(row)

    def has(self, collection: str, id: str) -> bool:
        return self.index(collection).contents.shelf.row_of(id) is not None

    def picture(self, collection: str, work: Work) -> Path:
        return self.index(collection).picture(work)

    def origin(self, collection: str, work: Work) -> Origin:
        """As a painting's note will name it; `collection` is ours, so that the choice can be made again."""
        told: dict[str, Any] = {
            name: value for name, value in Match(1, 1, work).as_json()["work"].items() if value
        }
        return Origin(self.picture(collection, work), {**told, "collection": collection})

    def suggest(
        self, title: str, description: str, content: int, styles: int, **wishes: Any
    ) -> list[Suggestion]:
        """Asked again with the same words, as every page that paints does, it is already known."""
        return self._suggested(title, description, content, styles, **wishes)

    def _suggest(
        self, title: str, description: str, content: int, styles: int, **wishes: Any
    ) -> list[Suggestion]:
        for name in ("where", "style_where"):
            wishes[name] = dict(wishes.get(name) or ())
        return self.search.suggest(title, description, content, styles, **wishes)

    def styles_for(self, collection: str, work: Work, k: int, offset: int = 0) -> list[Match]:
        return self.search.styles_for(self.picture(collection, work), k, offset=offset)

    def digest(self, file: Path) -> str:
        """A name for a picture whose hash the catalogue does not know."""
        told = file.stat()
        return hashlib.sha256(f"{file} {told.st_size} {told.st_mtime_ns}".encode()).hexdigest()[:32]

    def page(
        self, collection: str, after: int, limit: int, words: str, where: Where
    ) -> tuple[list[Work], int | None]:
        """Works from row `after` on that hold the words, and the row to go on from, if there are more."""
        found: list[Work] = []
        for looked, (row, work) in enumerate(self._rows(collection, after, where)):
            if len(found) == limit or looked == LOOKED_AT:
                return found, row
            if _holds(work, words):
                found.append(work)
        return found, None

    def _rows(self, collection: str, after: int, where: Where) -> Iterator[tuple[int, Work]]:
        shelf = self.index(collection).contents.shelf
        allowed = shelf.allowed(where)
        for row in range(after, shelf.reach):
            if allowed is None or allowed[row]:
                yield row, shelf.at(row)


def _holds(work: Work, words: str) -> bool:
    told = work.told
    text = f"{told.title} {told.artist} {told.description}".casefold()
    return all(word in text for word in words.casefold().split())
