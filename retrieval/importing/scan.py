"""A scan: what a source holds before a single picture is opened, and what was odd about it."""

from dataclasses import dataclass, field
from pathlib import Path

from retrieval.importing import columns
from retrieval.importing.encoding import LOST, clean, mended
from retrieval.importing.table import Row, Table
from retrieval.work import COLUMNS

# What can be found, and whether it costs the row or the picture its place in the gallery.
LEFT_OUT = {
    "broken row": "rows that do not fit their table",
    "missing picture": "rows whose picture is not there",
    "unreadable picture": "pictures that cannot be read",
    "duplicate row": "rows that name a picture again",
    "duplicate picture": "pictures that are another's, byte for byte",
    "undescribed": "works without a description",
    "unlisted": "pictures that no row names",
    "unwritable name": "files whose name is not text",
}
KEPT = {
    "no description": "works without a description, kept",
    "not listed": "pictures that no row names, kept with what their name tells",
    "further row": "rows of another table about a picture that has one",
    "further description": "rows that add a description to a work",
    "mended encoding": "rows with wrongly encoded text, set right",
    "lost characters": "rows with characters that an earlier programme lost",
    "other file": "files that are no pictures",
    "unused table": "tables that were not used",
    "missing table": "tables that were not there",
}


@dataclass(frozen=True)
class Finding:
    kind: str
    where: str
    detail: str = ""

    @property
    def left_out(self) -> bool:
        return self.kind in LEFT_OUT


@dataclass
class Candidate:
    """A picture, or a row whose picture is not there, that may become a work."""

    where: str
    path: Path | None
    named: str = ""  # what its row calls the picture
    fields: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)


@dataclass
class Scan:
    source: str
    folder: Path
    candidates: list[Candidate] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    tables: list[dict[str, str | int]] = field(default_factory=list)

    def found(self, kind: str, where: str, detail: str = "") -> None:
        self.findings.append(Finding(kind, where, detail))

    def take(self, table: Table) -> None:
        """Note the table and the lines of it that are no rows."""
        name = self.name(table.file)
        self.tables.append(
            {"file": name, "encoding": table.encoding, "delimiter": table.delimiter, "rows": len(table.rows)}
        )
        for line, why in table.broken.items():
            self.found("broken row", f"{name} line {line}", why)

    def name(self, path: Path) -> str:
        """A file's name within the source, as text even where its bytes are none."""
        inside = path.relative_to(self.folder) if path.is_relative_to(self.folder) else path
        return inside.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class Reader:
    """Reads a table's rows as works; `column` is the one that names their pictures."""

    def __init__(self, scan: Scan, table: Table, column: str) -> None:
        self.scan, self.table, self.column = scan, table, column
        matched = columns.matched(table.columns)
        self.fields = {name: each for name, each in matched.items() if name != "file" and each != column}
        taken = {column, *self.fields.values()}
        self.extra = {_extra_name(each): each for each in table.columns if each not in taken}

    def read(self, row: Row, path: Path | None) -> Candidate:
        """The row's cells as a work's fields; what was wrong with their encoding is noted."""
        where = f"{self.scan.name(self.table.file)} line {row.line}"
        cells = {column: mended(cell) for column, cell in row.cells.items()}
        if cells != row.cells:
            self.scan.found("mended encoding", where)
        if any(LOST in cell for cell in cells.values()):
            self.scan.found("lost characters", where)
        fields = {name: clean(cells[column]) for name, column in self.fields.items()}
        extra = {name: clean(cells[column]) for name, column in self.extra.items()}
        _mend_source(fields)
        fields["split"] = columns.SPLITS.get(fields.get("split", "").lower(), "")
        return Candidate(where, path, row.cells[self.column], fields, extra)


def _extra_name(column: str) -> str:
    name = columns.plain(column).replace(" ", "_") or column
    return f"original_{name}" if name in COLUMNS else name


def _mend_source(fields: dict[str, str]) -> None:
    """A source that is an address is the work's page; collections are called by their names."""
    if fields.get("source", "").startswith(("https://", "http://")):
        address = fields.pop("source")
        fields["page"] = fields.get("page") or address
