from pathlib import Path

import pytest

from ground.errors import BadGallery
from retrieval.importing.columns import known, matched
from retrieval.importing.table import Table, read_table


def table(tmp_path: Path, data: bytes) -> Table:
    file = tmp_path / "table.csv"
    file.write_bytes(data)
    return read_table(file, known)


def cells(table: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


@pytest.mark.parametrize(
    ("delimiter", "name"), [(",", "comma"), ("\t", "tab"), (";", "semicolon"), ("|", "bar")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(tmp_path: Path, delimiter: str, name: str, end: str) -> None:
    rows = [
        ["image", "title", "description"],
        ["a.jpg", "A", "one, two; three"],
        ["b.jpg", "B", "| and\ttab"],
    ]
    quoted = [[f'"{cell}"' for cell in row] for row in rows]
    found = table(tmp_path, end.join(delimiter.join(row) for row in quoted).encode())
    assert found.delimiter == name
    assert cells(found) == rows[1:]


def test_quotes_hold_delimiters_line_ends_and_quotes(tmp_path: Path) -> None:
    found = table(tmp_path, b'file\tdescription\na.jpg\t"A ""fine""\tday\non the river"\n')
    assert cells(found) == [["a.jpg", 'A "fine"\tday\non the river']]


def test_a_quotation_mark_never_closed_costs_one_row_at_most(tmp_path: Path) -> None:
    found = table(tmp_path, b'file\ttitle\na.jpg\t"The Kiss\nb.jpg\tThe Bath\nc.jpg\t"A" "B"\n')
    assert cells(found) == [["a.jpg", "The Kiss"], ["b.jpg", "The Bath"], ["c.jpg", 'A "B"']]


def test_an_endless_cell_is_named_and_swallows_no_other_row(tmp_path: Path) -> None:
    found = table(tmp_path, b"file,title\na.jpg,A\nb.jpg," + b"x" * 10_000_000 + b"\nc.jpg,C\n")
    assert cells(found) == [["a.jpg", "A"], ["c.jpg", "C"]]
    assert found.broken == {3: "a line of 10,000,006 characters"}


def test_rows_of_another_length_are_named(tmp_path: Path) -> None:
    found = table(tmp_path, b"file,title\na.jpg,A,B\nb.jpg,B,,\nc.jpg,C\nd.jpg\ne.jpg,E\n")
    assert cells(found) == [["b.jpg", "B"], ["c.jpg", "C"], ["e.jpg", "E"]]
    assert found.broken == {2: "3 cells under 2 columns", 5: "1 cells under 2 columns"}


def test_columns_without_a_name_of_their_own_get_one(tmp_path: Path) -> None:
    assert table(tmp_path, b"file,title,title,\na,b,c,d\n").columns == ["file", "title", "title 3", "4"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \r\n\r\n", "is empty"),
        ("file,title\na.jpg,A\n".encode("utf-16-le"), "is no text"),
        (b"file,title\na\nb\nc,d\n", "2 of the 3 rows"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, data: bytes, complaint: str) -> None:
    with pytest.raises(BadGallery, match=complaint) as caught:
        table(tmp_path, data)
    assert "\n" not in str(caught.value)


def test_columns_are_known_by_many_names() -> None:
    met = [
        "Object ID",
        "Title",
        "Artist Display Name",
        "Object Date",
        "Medium",
        "Culture",
        "Credit Line",
        "Rights",
    ]
    assert matched(met) == {
        "title": "Title",
        "artist": "Artist Display Name",
        "date": "Object Date",
        "technique": "Medium",
        "school": "Culture",
        "credit": "Credit Line",
        "licence": "Rights",
    }
    assert matched(["genre", "Estilo", "TÍTULO"]) == {"title": "TÍTULO", "style": "Estilo"}
