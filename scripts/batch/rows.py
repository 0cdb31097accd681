"""Rows: what a file of prompts asks for, line by line, and what is wrong with the lines that ask for nothing."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ground.errors import BadInput, PentimentoError
from retrieval.importing.encoding import decoded
from retrieval.importing.table import read_table
from style_transfer import Recipe

WORDS = ("title", "description")
RECIPE = "recipe"  # a recipe's name or, in JSON, an object of its fields as the HTTP API takes it
KEYS = tuple(key for key in Recipe.model_fields if key != "name")
COLUMNS = (*WORDS, RECIPE, *KEYS)
JSON_LINES = (".jsonl", ".ndjson", ".json")

MakeRecipe = Callable[[Mapping[str, Any]], Recipe]


@dataclass(frozen=True)
class Row:
    """One text; `number` counts the rows of the file from 1, the bad ones too."""

    number: int
    title: str
    description: str
    recipe: Recipe


@dataclass(frozen=True)
class Fault:
    number: int
    what: str

    def __str__(self) -> str:
        return f"row {self.number}: {self.what}"


@dataclass
class Prompts:
    """What was found in a file: its rows, its faults, and the columns that mean nothing here."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read(file: Path, recipe: MakeRecipe) -> Prompts:
    """`recipe` makes one of a row's own fields, over whatever holds for all rows."""
    found = Prompts()
    for number, cells in enumerate(_cells(file), 1):
        if isinstance(cells, str):
            found.faults.append(Fault(number, cells))
            continue
        named = {_name(key): value for key, value in cells.items()}
        found.unknown += [key for key in named if key not in (*COLUMNS, *found.unknown)]
        try:
            found.rows.append(_row(number, named, recipe))
        except PentimentoError as error:
            found.faults.append(Fault(number, str(error)))
    if not (found.rows or found.faults):
        raise BadInput(f"{file} holds no rows", f"give it rows under {', '.join(WORDS)}")
    return found


def recipe_of(name: str, over: Mapping[str, Any]) -> MakeRecipe:
    """A row's own recipe and fields, over a name and fields that hold for all rows."""

    def make(own: Mapping[str, Any]) -> Recipe:
        fields = {**over, **own}
        return Recipe.named(str(fields.pop("name", name)), **fields)

    return make


def _cells(file: Path) -> Iterator[Mapping[str, Any] | str]:
    """Each row's values by column, or what keeps it from being a row."""
    if file.suffix.lower() in JSON_LINES:
        yield from map(_object, filter(str.strip, _text(file).splitlines()))
        return
    table = read_table(file, lambda header: sum(_name(cell) in COLUMNS for cell in header))
    columns = [_name(column) for column in table.columns]
    if not set(WORDS) & set(columns):
        raise BadInput(
            f"{file} has neither a column title nor a column description",
            f"name its columns in the first line, as in {', '.join(WORDS)}",
        )
    lines: dict[int, Mapping[str, Any] | str] = {row.line: row.cells for row in table.rows}
    lines |= {line: f"line {line} has {what}" for line, what in table.broken.items()}
    yield from (lines[line] for line in sorted(lines))


def _text(file: Path) -> str:
    try:
        return decoded(file.read_bytes())[0]
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror})", "give a file of prompts") from error


def _object(line: str) -> Mapping[str, Any] | str:
    try:
        found = json.loads(line)
    except ValueError as error:
        return f"no JSON ({error})"
    return found if isinstance(found, dict) else "no JSON object"


def _name(column: str) -> str:
    return "_".join(column.lower().split())


def _row(number: int, cells: Mapping[str, Any], recipe: MakeRecipe) -> Row:
    words = {name: _words(name, cells.get(name)) for name in WORDS}
    if not any(words.values()):
        raise BadInput("no words", "give it a title or a description")
    named = cells.get(RECIPE)
    own = dict(named) if isinstance(named, dict) else {} if _empty(named) else {"name": named}
    own |= {key: cells[key] for key in KEYS if not _empty(cells.get(key))}
    return Row(number, words["title"], words["description"], recipe(own))


def _words(name: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"its {name} is no text ({value!r})", "write it in quotation marks")
    return " ".join(value.split())


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
