"""A catalogue: works in a CSV file, UTF-8 with commas, one column a field of `Work`."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from ground.errors import BadGallery
from ground.files import replacing
from retrieval.work import COLUMNS, SPLITS, Work

# A longer cell is a quotation mark that was never closed; csv's own limit of 131,072 is met by real prose.
LONGEST_CELL = 1_000_000
csv.field_size_limit(LONGEST_CELL)


def write(file: Path, works: Sequence[Work]) -> None:
    """The works as a catalogue that is whole or not there."""
    extra = dict.fromkeys(name for work in works for name in work.row() if name not in COLUMNS)
    # csv writes a carriage return without quotation marks, and then takes it for the end of a line.
    returns = any("\r" in text for work in works for cell in work.row().items() for text in cell)
    quoting: Literal[0, 1] = csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL
    with replacing(file) as part, part.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [*COLUMNS, *extra], restval="", lineterminator="\n", quoting=quoting)
        writer.writeheader()
        writer.writerows(work.row() for work in works)


def read(file: Path) -> list[Work]:
    """The works of a catalogue; a row that is no work is an error that names its line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            works = list(_works(file, lines))
    except FileNotFoundError as error:
        raise BadGallery(
            f"there is no catalogue {file}", "make one with `pentimento gallery import`"
        ) from error
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise BadGallery(
            f"{file} cannot be read as a catalogue ({error})", f"save it as UTF-8 CSV{_REIMPORT}"
        ) from error
    _refuse_repeated_ids(file, works)
    return works


_REIMPORT = ", or import its folder anew with `pentimento gallery import folder`"


def _works(file: Path, lines: Iterator[str]) -> Iterator[Work]:
    rows = csv.DictReader(lines, strict=True)
    missing = [name for name in ("id", "file") if name not in (rows.fieldnames or [])]
    if missing:
        raise BadGallery(f"{file} has no column {' and no column '.join(missing)}", f"add it{_REIMPORT}")
    for row in rows:
        where = f"{file}, line {rows.line_num}"
        if None in row or None in row.values():
            raise BadGallery(f"{where} has not as many cells as there are columns", "mend the line")
        if not row["id"] or not row["file"]:
            raise BadGallery(f"{where} has no id or no file", "mend the line")
        if ".." in Path(row["file"]).parts:
            raise BadGallery(f"{where} names {row['file']}, outside the gallery", "mend the line")
        if row.get("split", "") not in ("", *SPLITS):
            raise BadGallery(f"{where} has the split {row['split']!r}", f"write one of {', '.join(SPLITS)}")
        yield Work.of(row)


def _refuse_repeated_ids(file: Path, works: Sequence[Work]) -> None:
    seen: set[str] = set()
    for work in works:
        if work.id in seen:
            raise BadGallery(f"{file} has two works with the id {work.id}", "give one of them another id")
        seen.add(work.id)
