from pathlib import Path

import pytest

from ground.errors import BadGallery
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from retrieval.importing.folder import title_of
from retrieval.importing.report import Report
from retrieval.work import Work
from tests.retrieval.painted import paint


def imported(src: Path) -> tuple[list[Work], Report]:
    out = src.with_name("gallery")
    report = import_gallery(Import("folder", src, out))
    return Gallery.open(out).works, report


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("starry-night.jpg", "Starry night"),
        ("The_Kiss_(detail).jpg", "The Kiss (detail)"),
        ("006030.jpg", ""),
        ("IMG_2041.JPG", ""),
        ("1000268201_693b08cb0e.jpg", ""),
        ("été.png", "Été"),
    ],
)
def test_a_files_name_gives_a_title_where_it_is_one(name: str, title: str) -> None:
    assert title_of(Path(name)) == title


def test_nested_folders_of_pictures_without_a_table(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "starry-night.jpg", 1)
    paint(tmp_path / "src" / "deep" / "er" / "starry-night.png", 2)
    paint(tmp_path / "src" / ".hidden" / "x.jpg", 3)
    works, report = imported(tmp_path / "src")
    assert [(work.title, work.extra["original_file"]) for work in works] == [
        ("Starry night", "starry-night.jpg"),
        ("Starry night", "deep/er/starry-night.png"),
    ]
    assert len({work.id for work in works}) == 2
    assert report.findings == []


def test_links_are_followed_once_and_odd_names_are_not_lost(tmp_path: Path) -> None:
    paint(tmp_path / "elsewhere" / "linked.jpg", 1)
    paint(tmp_path / "src" / "_images" / "low.jpg", 2)
    paint(tmp_path / "src" / "__MACOSX" / "ghost.jpg", 3)
    (tmp_path / "src" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "src" / "loop").symlink_to(tmp_path / "src")
    (tmp_path / "src" / "dangling.jpg").symlink_to(tmp_path / "gone.jpg")
    works, report = imported(tmp_path / "src")
    assert {work.extra["original_file"] for work in works} == {"link/linked.jpg", "_images/low.jpg"}
    assert [(each.kind, each.where) for each in report.findings] == [("unreadable picture", "dangling.jpg")]


def test_several_captions_of_one_picture_are_one_work(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "images" / "1.jpg", 1)
    (tmp_path / "src" / "captions.csv").write_text(
        "image,caption\n1.jpg,\n1.jpg,A dog .\n1.jpg,A hound .\n1.jpg,A dog .\n"
    )
    (work,), report = imported(tmp_path / "src")
    assert (work.description, work.other_descriptions) == ("A dog .", ("A hound .",))
    assert report.counts({"further description": "", "duplicate row": ""}) == {
        "further description": 2,
        "duplicate row": 1,
    }


def test_pictures_are_found_however_the_table_calls_them(tmp_path: Path) -> None:
    names = ["Café.JPG", "b c_d.png", "7.jpeg", "deep/e.jpg", "other/e.jpg"]
    for number, name in enumerate(names):
        paint(tmp_path / "src" / "pics" / name, number)
    called = [
        "pics\\cafe\u0301.jpg",
        "https://museum.example/full/B-C-D.png?size=3",
        "7",
        "deep/e.jpg",
        "e.jpg",
    ]
    lines = [f"{name},Title {i}" for i, name in enumerate(called)]
    (tmp_path / "src" / "list.csv").write_text("\n".join(["Image URL,Title", *lines]), encoding="utf-8")
    works, report = imported(tmp_path / "src")
    found = {work.title: work.extra["original_file"] for work in works}
    assert found.pop("E") == "pics/other/e.jpg"  # no row names it: "e.jpg" could be either
    assert found == {f"Title {i}": f"pics/{name}" for i, name in enumerate(names[:4])}
    assert [(each.kind, each.detail) for each in report.findings if each.left_out] == [
        ("missing picture", "e.jpg")
    ]


def test_pictures_may_be_called_by_the_works_number(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "436535.jpg", 1)
    (tmp_path / "src" / "met.csv").write_text(
        "Object ID,Title,Rights,Link Resource\n436535,Wheat Field,CC0,https://met.example/1\n"
    )
    (work,), _ = imported(tmp_path / "src")
    assert (work.title, work.licence, work.page) == ("Wheat Field", "CC0", "https://met.example/1")


def test_unknown_columns_are_kept_and_never_hide_our_own(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "a.jpg", 1)
    (tmp_path / "src" / "t.csv").write_text(
        "file,id,sha256,Room No.,source\na.jpg,77,beef,12,http://x.example/a\n"
    )
    (work,), _ = imported(tmp_path / "src")
    assert work.extra["original_id"] == "77"
    assert work.extra["original_sha256"] == "beef"
    assert work.extra["room_no"] == "12"
    assert (work.source, work.page) == ("", "http://x.example/a")


def test_a_galleries_own_catalogue_can_be_imported_again(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "a.jpg", 1)
    told = Work(
        id="x", file="a.jpg", title="T", description="D", text_by="captioner", other_descriptions=("E", "F")
    )
    Gallery(tmp_path / "src", [told]).save()
    (work,), _ = imported(tmp_path / "src")
    assert (work.description, work.text_by, work.other_descriptions) == ("D", "captioner", ("E", "F"))


def test_wrong_letters_are_mended_and_lost_ones_named(tmp_path: Path) -> None:
    for number in range(3):
        paint(tmp_path / "src" / f"{number}.jpg", number)
    (tmp_path / "src" / "t.csv").write_text(
        "file,title\n0.jpg,CafÃ©\n1.jpg,Caf\ufffd\n2.jpg,Café\n", encoding="utf-8"
    )
    works, report = imported(tmp_path / "src")
    assert [work.title for work in works] == ["Café", "Caf\ufffd", "Café"]
    assert [(each.kind, each.where) for each in report.findings] == [
        ("mended encoding", "t.csv line 2"),
        ("lost characters", "t.csv line 3"),
    ]


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (b"who,when\nMonet,1870\n", "no column of who, when holds the names of pictures"),
        (b"", "is empty"),
        (b"PK\x03\x04" + bytes(500), "is no text"),
    ],
)
def test_a_table_that_names_no_pictures_is_refused(tmp_path: Path, table: bytes, complaint: str) -> None:
    paint(tmp_path / "src" / "a.jpg", 1)
    (tmp_path / "src" / "t.csv").write_bytes(table)
    with pytest.raises(BadGallery, match=complaint):
        imported(tmp_path / "src")
    assert {path.name for path in tmp_path.iterdir()} == {"src"}


def test_a_second_table_that_names_none_is_noted(tmp_path: Path) -> None:
    paint(tmp_path / "src" / "a.jpg", 1)
    (tmp_path / "src" / "artists.csv").write_text("who,when\nMonet,1870\n")
    (tmp_path / "src" / "works.csv").write_text("file,title\na.jpg,A\n")
    _, report = imported(tmp_path / "src")
    assert report.counts({"unused table": ""}) == {"unused table": 1}
