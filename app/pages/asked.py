"""What the first room was asked: all of it stands in its address, so that reloading and going back bring it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from app.schemas import MOST, WORDS
from style_transfer import RECIPES, Recipe

ROW = 5  # works in a row, and by how many more are shown
TITLE = 500  # characters


@dataclass(frozen=True)
class Asked:
    title: str = ""
    description: str = ""
    content: str = ""  # the id of the chosen work or of one's own picture
    style: str = ""
    contents: int = ROW  # so many are shown
    styles: int = ROW
    recipe: str = "studio"
    settings: Mapping[str, str] = field(default_factory=dict)  # over the recipe's own, as they were typed

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """What an address cannot mean is left out: it may have been typed by hand."""
        recipe = query.get("recipe", "studio")
        names = Recipe.model_fields.keys() - {"name"}
        return cls(
            title=query.get("title", "").strip()[:TITLE],
            description=query.get("description", "").strip()[:WORDS],
            content=query.get("content", "")[:200],
            style=query.get("style", "")[:200],
            contents=_many(query.get("contents", "")),
            styles=_many(query.get("styles", "")),
            recipe=recipe if recipe in RECIPES else "studio",
            settings={name: query[name][:500] for name in query if name in names and query[name].strip()},
        )

    def url(self, **over: str) -> str:
        """The first room with all of this, but for what is given."""
        words = {"title": self.title, "description": self.description, "recipe": self.recipe}
        told = {**words, "content": self.content, "style": self.style, **self.settings, **over}
        return "/?" + urlencode({name: value for name, value in told.items() if value})

    @property
    def words(self) -> bool:
        return bool(self.title or self.description)


def _many(told: str) -> int:
    return min(max(int(told), ROW), MOST) if told.isascii() and told.isdecimal() and len(told) < 5 else ROW
