"""Hung: pictures as they hang on a page, with what their labels say."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from app import uploads
from app.studio import Studio
from retrieval.search import Match, Suggestion
from retrieval.work import Work

SQUARE = (1, 1)  # of a picture that cannot be read, which its page will say


@dataclass(frozen=True)
class Hung:
    id: str
    file: Path
    image: str
    work: Work | None = None  # none for a picture of one's own
    page: str = ""  # where more is told of it
    score: float | None = None
    why: Sequence[str] = ()

    @property
    def own(self) -> bool:
        return self.work is None

    @property
    def width(self) -> int:
        return size(self.file)[0]

    @property
    def height(self) -> int:
        return size(self.file)[1]


def work(studio: Studio, collection: str, found: Work, match: Match | None = None) -> Hung:
    place = f"works/{collection}/{quote(found.id, safe='')}"
    return Hung(
        id=found.id,
        file=studio.library.picture(collection, found),
        image=f"/v1/{place}/image",
        work=found.told,
        page=f"/{place}",
        score=match.score if match else None,
        why=match.why if isinstance(match, Suggestion) else (),
    )


def own(file: Path) -> Hung:
    return Hung(file.stem, file, f"/v1/pictures/{file.stem}/image")


@lru_cache(maxsize=4096)
def size(file: Path) -> tuple[int, int]:
    try:
        return uploads.size(file)
    except OSError:
        return SQUARE
