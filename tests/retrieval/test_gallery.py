from pathlib import Path

import pytest

from ground.errors import BadGallery
from retrieval.gallery import CATALOGUE, Gallery
from retrieval.work import Work

WORKS = [
    Work(id="a", file="images/a.jpg", title='Água, "luz"\ne sombra', split="train"),
    Work(id="b", file="images/b.jpg", split="test", extra={"room": "12"}),
]


def test_a_saved_gallery_opens_with_the_same_works(tmp_path: Path) -> None:
    Gallery(tmp_path, WORKS).save()
    assert Gallery.open(tmp_path).works == WORKS


def test_a_gallery_finds_its_works(tmp_path: Path) -> None:
    gallery = Gallery(tmp_path, WORKS)
    assert gallery.split("test") == [WORKS[1]]
    assert gallery.work("a") is WORKS[0]
    assert gallery.picture(WORKS[1]) == tmp_path / "images" / "b.jpg"
    with pytest.raises(BadGallery, match="no work z"):
        gallery.work("z")


def test_a_picture_left_in_its_place_is_found_there(tmp_path: Path) -> None:
    work = Work(id="c", file=str(tmp_path / "elsewhere" / "c.jpg"))
    assert Gallery(tmp_path / "gallery", [work]).picture(work) == tmp_path / "elsewhere" / "c.jpg"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no column id"),
        ("id,title\na,b\n", "no column file"),
        ("id,file\n", "holds no works"),
        ("id,file\na,a.jpg\na,b.jpg\n", "two works with the id a"),
        ("id,file\n,a.jpg\n", "line 2 has no id"),
        ("id,file\na,a.jpg,more\n", "line 2 has not as many cells"),
        ("id,file,title\na,a.jpg\n", "line 2 has not as many cells"),
        ("id,file,split\na,a.jpg,dev\n", "the split 'dev'"),
        ("id,file\na,../../secret.jpg\n", "outside the gallery"),
        ('id,file,title\na,a.jpg,"never closed\n', "cannot be read"),
        ('id,file,title\na,a.jpg,"' + "x" * 10_000_000 + '"\n', "cannot be read"),
    ],
)
def test_a_catalogue_that_is_none_is_refused_in_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / CATALOGUE).write_text(text, encoding="utf-8")
    with pytest.raises(BadGallery, match=complaint) as caught:
        Gallery.open(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_catalogue_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / CATALOGUE).write_bytes("id,file\na,é.jpg\n".encode("latin-1"))
    with pytest.raises(BadGallery, match="UTF-8"):
        Gallery.open(tmp_path)


def test_a_catalogue_with_a_byte_order_mark_opens(tmp_path: Path) -> None:
    (tmp_path / CATALOGUE).write_bytes(b"\xef\xbb\xbfid,file\r\na,a.jpg\r\n")
    assert [work.id for work in Gallery.open(tmp_path).works] == ["a"]


def test_no_folder_and_no_catalogue_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGallery, match="no gallery folder"):
        Gallery.open(tmp_path / "nowhere")
    with pytest.raises(BadGallery, match="no catalogue"):
        Gallery.open(tmp_path)
