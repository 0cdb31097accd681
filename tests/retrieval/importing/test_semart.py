from pathlib import Path

import pytest

from ground.errors import BadGallery
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from tests.retrieval.painted import paint

HEADER = "IMAGE_FILE\tDESCRIPTION\tAUTHOR\tTITLE\tTECHNIQUE\tDATE\tTYPE\tSCHOOL\tTIMEFRAME"


def row(file: str, description: str, author: str = "CARPACCIO, Vittore", title: str = "Saint") -> str:
    return f"{file}\t{description}\t{author}\t{title}\tOil on canvas\t1515\treligious\tItalian\t1501-1550"


@pytest.fixture
def semart(tmp_path: Path) -> Path:
    """A SemArt as published, with a fault of each kind."""
    folder = tmp_path / "SemArt"
    rows = {
        "train": [
            row("1-a.jpg", "A saint in the desert."),
            row("2-b.jpg", '"Called ""The Arlésienne"" – in Paris."', "GOGH, Vincent van", "L’Arlésienne"),
            row("2-b.jpg", "A saint in the desert."),
            row("1-a.jpg", "A saint in the desert."),
            row("lost.jpg", "Nothing is left of it."),
        ],
        "val": [row("3-c.jpg", ""), row("4-d.jpg", "A copy of the saint."), "cut\tshort"],
        "test": [row("5-e.jpg", "A broken file."), row("6-f.jpg", "A river.")],
    }
    for number, name in enumerate(["1-a", "2-b", "3-c", "6-f", "unlisted"]):
        paint(folder / "Images" / f"{name}.jpg", number)
    (folder / "Images" / "4-d.jpg").write_bytes((folder / "Images" / "1-a.jpg").read_bytes())
    whole = paint(folder / "Images" / "5-e.jpg", 9).read_bytes()
    (folder / "Images" / "5-e.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "Images" / "notes.txt").write_text("not a picture")
    for name, lines in rows.items():
        (folder / f"semart_{name}.csv").write_bytes("\n".join([HEADER, *lines, ""]).encode("cp1252"))
    return folder


def test_semart_keeps_its_split_and_names_all_that_it_leaves_out(semart: Path, tmp_path: Path) -> None:
    report = import_gallery(Import("semart", semart, tmp_path / "gallery"))
    gallery = Gallery.open(tmp_path / "gallery")

    assert [(work.title, work.artist, work.split) for work in gallery.works] == [
        ("Saint", "Vittore Carpaccio", "train"),
        ("L’Arlésienne", "Vincent van Gogh", "train"),
        ("Saint", "Vittore Carpaccio", "test"),
    ]
    second = gallery.works[1]
    assert second.description == 'Called "The Arlésienne" – in Paris.'
    assert second.other_descriptions == ("A saint in the desert.",)
    assert (second.technique, second.date, second.school) == ("Oil on canvas", "1515", "Italian")
    assert (second.timeframe, second.extra["type"], second.text_by) == ("1501-1550", "religious", "person")
    assert all(gallery.picture(work).is_file() for work in gallery.works)

    assert {(each.kind, each.where, each.detail) for each in report.findings} == {
        ("further description", "semart_train.csv line 4", "of semart_train.csv line 3"),
        ("duplicate row", "semart_train.csv line 5", "of semart_train.csv line 2"),
        ("missing picture", "semart_train.csv line 6", "lost.jpg"),
        ("undescribed", "semart_val.csv line 2", ""),
        ("duplicate picture", "semart_val.csv line 3", "the same as semart_train.csv line 2"),
        ("broken row", "semart_val.csv line 4", "2 cells under 9 columns"),
        ("unreadable picture", "semart_test.csv line 2", _fault(report.findings)),
        ("unlisted", "Images/unlisted.jpg", ""),
        ("other file", "Images/notes.txt", ""),
    }
    assert "Images/5-e.jpg" in _fault(report.findings)
    assert report.splits == {"train": 2, "test": 1}


def _fault(findings: list) -> str:  # type: ignore[type-arg]
    return next(each.detail for each in findings if each.kind == "unreadable picture")


def test_works_without_words_are_kept_where_asked_for(semart: Path, tmp_path: Path) -> None:
    report = import_gallery(Import("semart", semart, tmp_path / "gallery", described_only=False))
    kept = Gallery.open(tmp_path / "gallery").split("validation")
    assert [(work.description, work.text_by) for work in kept] == [("", "")]
    assert report.as_json()["noted"]["no description"] == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_semart_saved_anew_in_another_way_is_the_same(
    semart: Path, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    import_gallery(Import("semart", semart, tmp_path / "as published"))
    for file in semart.glob("*.csv"):
        text = (
            file.read_text(encoding="cp1252")
            .replace("\t", delimiter)
            .replace("CARPACCIO, V", '"CARPACCIO", V')
        )
        if delimiter == ",":
            text = text.replace('"CARPACCIO", Vittore', '"CARPACCIO, Vittore"').replace(
                "GOGH, Vincent van", '"GOGH, Vincent van"'
            )
        else:
            text = text.replace('"CARPACCIO", V', "CARPACCIO, V")
        file.write_text(text, encoding=encoding, newline="\r\n")
    import_gallery(Import("semart", semart, tmp_path / "anew"))
    assert Gallery.open(tmp_path / "anew").works == Gallery.open(tmp_path / "as published").works


def test_a_table_without_its_columns_is_refused_by_name(semart: Path, tmp_path: Path) -> None:
    table = semart / "semart_val.csv"
    table.write_bytes(table.read_bytes().replace(b"AUTHOR\tTITLE", b"PAINTER\tNAME"))
    with pytest.raises(BadGallery, match=r"semart_val.csv has no column AUTHOR, TITLE \(it has IMAGE_FILE"):
        import_gallery(Import("semart", semart, tmp_path / "gallery"))
    assert {path.name for path in tmp_path.iterdir()} == {"SemArt"}


def test_a_folder_without_semart_is_refused(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "a.jpg", 1)
    with pytest.raises(BadGallery, match=r"holds none of semart_train.csv"):
        import_gallery(Import("semart", tmp_path / "src", tmp_path / "gallery"))


def test_a_missing_table_is_noted(semart: Path, tmp_path: Path) -> None:
    (semart / "semart_test.csv").unlink()
    report = import_gallery(Import("semart", semart, tmp_path / "gallery"))
    assert [each.where for each in report.findings if each.kind == "missing table"] == ["semart_test.csv"]
