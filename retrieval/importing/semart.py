"""SemArt as published: three tables, tab-separated in Windows-1252, and a folder of pictures.

Garcia and Vogiatzis, "How to read paintings: semantic art understanding with multi-modal retrieval" (2018).
"""

from pathlib import Path

from ground.errors import BadGallery
from retrieval.importing import columns
from retrieval.importing.names import in_order
from retrieval.importing.pictures import Finder, Tree
from retrieval.importing.scan import Candidate, Reader, Scan
from retrieval.importing.table import Table, read_table

TABLES = {"train": "semart_train.csv", "validation": "semart_val.csv", "test": "semart_test.csv"}
NEEDED = ("IMAGE_FILE", "DESCRIPTION", "AUTHOR", "TITLE", "TECHNIQUE", "DATE", "TYPE", "SCHOOL", "TIMEFRAME")
RIGHTS = {
    "source": "SemArt",
    "licence": "research only",
    "credit": "SemArt (Garcia and Vogiatzis, 2018), from the Web Gallery of Art",
}


def scan_semart(folder: Path, tree: Tree) -> Scan:
    scan = Scan("semart", folder)
    finder = Finder(tree)
    for split, file in _tables(scan, tree):
        table = read_table(file, columns.known)
        _refuse_missing(table)
        scan.take(table)
        reader = Reader(scan, table, "IMAGE_FILE")
        for row in table.rows:
            candidate = reader.read(row, finder.find(row.cells["IMAGE_FILE"]))
            scan.candidates.append(_semart(candidate, split))
    listed = {candidate.path for candidate in scan.candidates}
    for path in tree.pictures:
        if path not in listed:
            scan.found("unlisted", scan.name(path))
    return scan


def _tables(scan: Scan, tree: Tree) -> list[tuple[str, Path]]:
    there = {path.name.lower(): path for path in reversed(tree.tables)}
    if not any(name in there for name in TABLES.values()):
        raise BadGallery(
            f"{scan.folder} holds none of {', '.join(TABLES.values())}",
            "give the folder that SemArt's archive unpacks to",
        )
    for name in TABLES.values():
        if name not in there:
            scan.found("missing table", name)
    return [(split, there[name]) for split, name in TABLES.items() if name in there]


def _refuse_missing(table: Table) -> None:
    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise BadGallery(
            f"{table.file} has no column {', '.join(missing)} (it has {', '.join(table.columns)[:200]})",
            "take the file as SemArt publishes it",
        )


def _semart(candidate: Candidate, split: str) -> Candidate:
    artist = in_order(candidate.fields.get("artist", ""))
    candidate.fields.update(RIGHTS, split=split, artist=artist)
    return candidate
