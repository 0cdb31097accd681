"""Strings: what the pages say, one plain table a language, the same for templates and for scripts."""

import json
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "English", "es": "Español"}
USUAL = "en"
FOLDER = Path(__file__).parent.parent / "static" / "strings"


class Strings:
    """Called with a key: `say("queue.before", n=3)` takes `queue.before.one` or `.other` where there are both."""

    def __init__(self, language: str) -> None:
        self.language, self.table = language, table(language)

    def __call__(self, key: str, **values: object) -> str:
        if "n" in values and f"{key}.other" in self.table:
            key += ".one" if values["n"] == 1 else ".other"
        return self.table[key].format(**values)

    def of(self, key: str, otherwise: str) -> str:
        """For what may have no string yet, as a new setting of a recipe."""
        return self.table.get(key, otherwise)


@cache
def table(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return found


def preferred(accept: str) -> str:
    """The first of our languages that an Accept-Language header asks for."""
    wishes = [wish.partition(";q=") for wish in accept.replace(" ", "").lower().split(",")]
    asked = sorted(wishes, key=lambda wish: -_weight(wish[2]))
    known = (name.split("-")[0] for name, _, weight in asked if _weight(weight) > 0)
    return next((name for name in known if name in LANGUAGES), USUAL)


def _weight(told: str) -> float:
    try:
        return float(told or 1)
    except ValueError:
        return 0.0
