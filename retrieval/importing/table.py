"""A table: the rows of any CSV, whatever its encoding, its delimiter, its line ends and its quotes."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ground.errors import BadGallery
from retrieval.catalogue import LONGEST_CELL
from retrieval.importing.encoding import decoded

DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}

Cells = list[str]


@dataclass(frozen=True)
class Row:
    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    file: Path
    encoding: str
    delimiter: str
    columns: Cells
    rows: list[Row]
    broken: dict[int, str]  # lines that are no rows of this table, and why


def read_table(file: Path, known: Callable[[Cells], int], header: Cells | None = None) -> Table:
    """The table in `file`, cut by the delimiter that gives its header the most `known` columns.

    A file that keeps to CSV's rules is read by them. One that does not (a quotation mark never closed, a
    cell of ten million characters) is read line by line, so that one bad row does not swallow the others.
    `header` stands in for that of a table that has none.
    """
    text, encoding = _text(file)
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda each: (known(_cut(first, each)), first.count(each)))
    broken: dict[int, str] = {}
    try:
        lines = list(_records(text, delimiter))
    except csv.Error:
        lines = list(_lines(text, delimiter, broken))
    columns = header or (_header(lines.pop(0)[1]) if lines else [])
    rows = [
        Row(line, dict(zip(columns, cells, strict=True))) for line, cells in _fitting(lines, columns, broken)
    ]
    if len(broken) > len(rows):
        line = min(broken)
        raise BadGallery(
            f"{len(broken)} of the {len(broken) + len(rows)} rows of {file} are broken"
            f" (line {line}: {broken[line]})",
            "save it as CSV with one delimiter throughout and closed quotation marks",
        )
    return Table(file, encoding, DELIMITERS[delimiter], columns, rows, broken)


def _text(file: Path) -> tuple[str, str]:
    try:
        text, encoding = decoded(file.read_bytes())
    except OSError as error:
        raise BadGallery(
            f"{file} cannot be read ({error.strerror})", "give a CSV that can be read"
        ) from error
    if text.count("\0") > len(text) // 100:
        raise BadGallery(f"{file} is no text (it is full of null characters)", "save it as CSV in UTF-8")
    if not text.strip():
        raise BadGallery(f"{file} is empty", "give a CSV with a header and rows")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _records(text: str, delimiter: str) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    for cells in reader:
        if any(cells):
            yield reader.line_num, cells


def _lines(text: str, delimiter: str, broken: dict[int, str]) -> Iterator[tuple[int, Cells]]:
    """Every line for itself; a quotation mark that it leaves open is taken for a plain character."""
    columns = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_CELL:
            broken[number] = f"a line of {len(line):,} characters"
        elif line.strip():
            cells = _cut(line, delimiter)
            columns = columns or len(cells)
            yield number, cells if len(cells) == columns else line.split(delimiter)


def _header(cells: Cells) -> Cells:
    """The columns' names; one that is empty or there already is called by its place."""
    names = [" ".join(cell.split()) for cell in cells]
    return [
        name if name and name not in names[:i] else f"{name} {i + 1}".strip() for i, name in enumerate(names)
    ]


def _cut(line: str, delimiter: str) -> Cells:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _fitting(
    lines: list[tuple[int, Cells]], columns: Cells, broken: dict[int, str]
) -> Iterator[tuple[int, Cells]]:
    for line, cells in lines:
        while len(cells) > len(columns) and not cells[-1].strip():
            cells.pop()
        if len(cells) == len(columns):
            yield line, cells
        else:
            broken[line] = f"{len(cells)} cells under {len(columns)} columns"
