"""What the first room was asked: all of it stands in its address, so that reloading and going back bring it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from app.pages.options import as_text
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
        return cls(
            title=query.get("title", "").strip()[:TITLE],
            description=query.get("description", "").strip()[:WORDS],
            content=query.get("content", "")[:200],
            style=query.get("style", "")[:200],
            contents=_many(query.get("contents", "")),
            styles=_many(query.get("styles", "")),
            recipe=recipe if recipe in RECIPES else "studio",
            settings=_settings(query),
        )

    def url(self, **over: str) -> str:
        """The first room with all of this, but for what is given."""
        words = {"title": self.title, "description": self.description, "recipe": self.recipe}
        told = {**words, "content": self.content, "style": self.style, **self.settings, **over}
        return "/?" + urlencode({name: value for name, value in told.items() if value})

    @property
    def words(self) -> bool:
        return bool(self.title or self.description)


def _settings(query: Mapping[str, str]) -> dict[str, str]:
    """A browser without scripts sends every field; what stands as it was drawn was not changed."""
    drawn = query.get("drawn", "")
    usual = Recipe.named(drawn).model_dump() if drawn in RECIPES else {}
    typed = {name: query.get(name, "").strip() for name in Recipe.model_fields if name != "name"}
    return {
        name: value[:500] for name, value in typed.items() if value and value != as_text(usual.get(name, ""))
    }


def _many(told: str) -> int:
    return min(max(int(told), ROW), MOST) if told.isascii() and told.isdecimal() and len(told) < 5 else ROW
