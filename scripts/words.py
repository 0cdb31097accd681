"""From words to the two works that a painting is made of, by the ranks that `pentimento suggest` shows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.provenance import Origin
from ground.errors import BadQuery
from retrieval.search import EMBEDDED, Match, Search


def found(
    title: str, description: str, content_rank: int, style_rank: int, indexes: Path | None
) -> tuple[Origin, Origin]:
    """The content and the style."""
    if not (title.strip() or description.strip()):
        raise BadQuery("no words are given", "give --title or --description")
    search = Search.open(indexes or EMBEDDED)
    suggestions = search.suggest(title, description, content=1, styles=style_rank, offset=content_rank - 1)
    content = _of_rank(suggestions, content_rank, "content")
    style = _of_rank(suggestions[0].styles, style_rank, "style")
    return told(search, content), told(search, style)


def _of_rank(matches: Sequence[Match], rank: int, what: str) -> Match:
    for match in matches:
        if match.rank == rank:
            return match
    raise BadQuery(f"there is no {what} of rank {rank}", "see `pentimento suggest`, and ask for a lower rank")


def told(search: Search, match: Match) -> Origin:
    entry: dict[str, Any] = match.as_json()["work"]
    return Origin(search.picture(match.work), {key: value for key, value in entry.items() if value})
