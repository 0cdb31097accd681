"""Any folder of pictures, with tables that say what they show or without."""

import re
from collections.abc import Callable
from pathlib import Path

from ground.errors import BadGallery
from retrieval.importing import columns
from retrieval.importing.pictures import SUFFIXES, Finder, Tree, spelled
from retrieval.importing.scan import Candidate, Reader, Scan
from retrieval.importing.table import Table, read_table

_NO_TITLE = re.compile(r"(img|image|dsc\w?|pxl|p|photo|picture|scan|screenshot)[\d .()]*", re.IGNORECASE)

Fields = dict[str, str]


def scan_folder(folder: Path, tree: Tree) -> Scan:
    """The pictures of a folder; their titles are their files' names where no table knows better."""
    scan = Scan("folder", folder)
    finder = Finder(tree)
    tables = usable_tables(scan, tree, finder)
    if tree.tables and not tables:
        unused = next(each for each in scan.findings if each.kind == "unused table")
        raise BadGallery(
            f"{folder / unused.where} names no pictures ({unused.detail})",
            "call the column with the pictures' names `file`, or take the table out of the folder",
        )
    scan_pictures(scan, tree, finder, tables, lambda path: {"title": title_of(path)})
    return scan


def scan_pictures(
    scan: Scan,
    tree: Tree,
    finder: Finder,
    tables: list[tuple[Table, str]],
    told: Callable[[Path], Fields],
    mend: Callable[[Candidate], object] = lambda candidate: None,
) -> None:
    """Every row of every table, then the pictures that no row names; `told` is what a path says by itself."""
    by_picture: dict[Path, Candidate] = {}
    for table, column in tables:
        scan.take(table)
        _scan_table(Reader(scan, table, column), finder, by_picture, mend)
    for candidate in scan.candidates:
        if candidate.path:
            _fill(candidate, told(candidate.path.relative_to(scan.folder)))
    for path in tree.pictures:
        if path not in by_picture:
            scan.candidates.append(
                Candidate(scan.name(path), path, fields=told(path.relative_to(scan.folder)))
            )
            if tables:
                scan.found("not listed", scan.name(path))


def _scan_table(
    reader: Reader,
    finder: Finder,
    by_picture: dict[Path, Candidate],
    mend: Callable[[Candidate], object],
) -> None:
    """A second row of the same table is the importer's to judge; one of another table adds what it knows."""
    split = columns.SPLITS.get(columns.plain(reader.table.file.stem).split(" ")[-1], "")
    new: dict[Path, Candidate] = {}
    for row in reader.table.rows:
        candidate = reader.read(row, finder.find(row.cells[reader.column]))
        candidate.fields["split"] = candidate.fields["split"] or split
        mend(candidate)
        if candidate.path in by_picture:
            _fill(by_picture[candidate.path], candidate.fields, candidate.extra)
            reader.scan.found("further row", candidate.where)
            continue
        reader.scan.candidates.append(candidate)
        if candidate.path:
            new.setdefault(candidate.path, candidate)
    by_picture.update(new)


def _fill(candidate: Candidate, fields: Fields, extra: Fields | None = None) -> None:
    for name, value in fields.items():
        candidate.fields[name] = candidate.fields.get(name) or value
    for name, value in (extra or {}).items():
        candidate.extra[name] = candidate.extra.get(name) or value


def usable_tables(scan: Scan, tree: Tree, finder: Finder) -> list[tuple[Table, str]]:
    """The tables that name pictures, each with the column that does."""
    usable = []
    for file in tree.tables:
        table = _read(file)
        column = _naming_column(table, finder)
        if column:
            usable.append((table, column))
        else:
            listed = ", ".join(table.columns)[:200]
            scan.found("unused table", scan.name(file), f"no column of {listed} holds the names of pictures")
    return usable


def _read(file: Path) -> Table:
    """A table whose first line names a picture has no header: it lists pictures and classes by number."""
    table = read_table(file, columns.known)
    named = [Path(name).suffix.lower() in SUFFIXES for name in table.columns]
    if not any(named):
        return table
    header = ["file" if i == named.index(True) else f"value {i + 1}" for i in range(len(named))]
    return read_table(file, columns.known, header)


def _naming_column(table: Table, finder: Finder) -> str | None:
    """The column whose cells are pictures' names; where no picture is found, the one that is called so."""
    sample = table.rows[:200]
    hits = {
        column: sum(finder.find(row.cells[column]) is not None for row in sample)
        for column in columns.naming(table.columns)
    }
    best = max(hits, key=lambda column: hits[column], default=None)
    return best if best and hits[best] else columns.matched(table.columns).get("file")


def title_of(path: Path) -> str:
    """A title from a file's name; a number, a hash or a camera's count is none."""
    words = re.sub(r"[\s_-]+", " ", spelled(path.stem)).strip()
    shortest = 3 if re.search(r"\d", words) else 1
    if _NO_TITLE.fullmatch(words) or not re.search(rf"[^\W\d]{{{shortest}}}", words):
        return ""
    return words[:1].upper() + words[1:]
