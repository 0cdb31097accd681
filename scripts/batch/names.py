"""Names: a template from which every painting's file is called, and the words that it may hold."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from string import Formatter
from typing import Any

from ground.errors import BadInput

USUAL = "{row:04}-{title}-c{content}s{style}"
FIELDS = {
    "row": "the row's number",
    "title": "its title, or else the first words of its description",
    "content": "the content's rank",
    "style": "the style's rank",
    "content_id": "the content work's id",
    "style_id": "the style work's id",
    "recipe": "the recipe's name",
    "seed": "its seed",
}
EXAMPLE = dict.fromkeys(FIELDS, "a") | {"row": 1, "content": 1, "style": 1, "seed": 0}
LONGEST = 48  # characters of a title in a name: file systems take 255 bytes
SUFFIX = ".png"
RESERVED = "sheets"  # the folder of the contact sheets


class Template:
    """`{row:04}-{title}` and the like; a slash makes a folder."""

    def __init__(self, text: str = USUAL) -> None:
        self.text = text.removesuffix(SUFFIX)
        self.name(**EXAMPLE)  # what cannot be is said before any work

    def name(self, **values: Any) -> str:
        """The painting's file, beneath the output folder."""
        told = {key: value if isinstance(value, int) else slug(str(value)) for key, value in values.items()}
        try:
            path = PurePosixPath(Formatter().vformat(self.text, (), told) + SUFFIX)
        except KeyError as error:
            raise self._bad(f"{error.args[0]!r} is nothing that it can name") from error
        except (ValueError, IndexError, AttributeError, TypeError) as error:
            raise self._bad(str(error)) from error
        if path.is_absolute() or any(part.startswith(".") for part in path.parts) or path.stem == "":
            raise self._bad("it leads out of the output folder, or hides the pictures")
        if path.parts[0] == RESERVED:
            raise self._bad(f"{RESERVED} is the folder of the contact sheets")
        return str(path)

    def _bad(self, why: str) -> BadInput:
        fields = ", ".join(f"{{{field}}}" for field in FIELDS)
        return BadInput(f"--name {self.text} cannot name pictures: {why}", f"it may hold {fields}")


def slug(text: str) -> str:
    """Letters and digits of any script, in lower case, the rest as hyphens."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")[:LONGEST].rstrip("-") or "untitled"


def refuse_repeated(names: Iterable[str]) -> None:
    """Case does not tell files apart everywhere."""
    counted = Counter(name.casefold() for name in names)
    for name, many in counted.items():
        if many > 1:
            raise BadInput(
                f"{many} paintings would be called {name}",
                "let --name tell them apart, as {row}, {content} and {style} do",
            )
