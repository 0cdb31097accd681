"""Cleaning: whatever pictures came as, they leave as JPEGs, and once clean they stay as they are."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ground import canvas
from ground.files import sha256
from retrieval.checking import check
from retrieval.cleaning import clean
from retrieval.gallery import Gallery
from retrieval.work import MachineText, Work
from scripts.main import main
from tests.retrieval.painted import paint


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    """A WebP, a transparent PNG, a JPEG deep down, one in CMYK, a WebP that calls itself a JPEG, and a clean one."""
    folder = tmp_path / "gallery"
    images = folder / "images"
    webp = paint(images / "one.webp", 1)
    Image.fromarray(np.full((40, 40, 4), [255, 0, 0, 0], np.uint8)).save(images / "clear.png")
    deep = paint(images / "a" / "b" / "deep.jpeg", 2)
    Image.open(deep).convert("CMYK").save(images / "print.jpg")
    Image.open(webp).save(images / "liar.jpg", "WEBP")
    clean_ = paint(images / "clean.jpg", 3)
    (images / "again.jpg").write_bytes(clean_.read_bytes())
    names = ("one.webp", "clear.png", "a/b/deep.jpeg", "print.jpg", "liar.jpg", "clean.jpg", "again.jpg")
    works = [
        Work(Path(name).stem, f"images/{name}", description="seen" * (name == "clean.jpg")) for name in names
    ]
    works = [replace(work, sha256=sha256(folder / work.file)) for work in works]
    made = Gallery(folder, works)
    made.save()
    return made


def test_every_picture_becomes_a_plain_jpeg(gallery: Gallery) -> None:
    found = clean(gallery)
    assert found.converted == {"one": "WEBP", "clear": "PNG", "print": "JPEG in CMYK", "liar": "WEBP"}
    assert found.moved == ["deep"]
    after = Gallery.open(gallery.folder)
    assert [work.id for work in after.works] == [work.id for work in gallery.works]
    for work in after.works:
        with Image.open(after.picture(work)) as image:
            assert (image.format, image.mode) == ("JPEG", "RGB")
        assert work.sha256 == sha256(after.picture(work))
        assert Path(work.file).parent == Path("images")
    kept = {after.folder / work.file for work in after.works}
    assert set((after.folder / "images").rglob("*")) == kept
    assert {each.what for each in check(after)} == {"the same picture as clean"}


def test_what_was_transparent_is_white(gallery: Gallery) -> None:
    clean(gallery)
    after = Gallery.open(gallery.folder)
    assert canvas.read(after.picture(after.work("clear"))).rgb.min() > 0.98


def test_a_clean_gallery_is_left_alone(gallery: Gallery) -> None:
    clean(gallery)
    before = {path: path.read_bytes() for path in gallery.folder.rglob("*") if path.is_file()}
    again = clean(Gallery.open(gallery.folder))
    assert (again.converted, again.moved) == ({}, [])
    assert {path: path.read_bytes() for path in gallery.folder.rglob("*") if path.is_file()} == before


def test_duplicates_and_works_without_text_are_told(
    gallery: Gallery, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["gallery", "clean", str(gallery.folder), "--json"])
    assert ended.value.code == 0
    told = json.loads(capsys.readouterr().out)
    assert told["duplicates"] == [["clean", "again"]]
    assert told["undescribed"] == ["one", "clear", "deep", "print", "liar", "again"]


def test_what_a_machine_has_described_is_not_asked_for_again(gallery: Gallery) -> None:
    told = MachineText(description="a field", model="m", review="doubtful")
    Gallery(gallery.folder, [replace(work, machine=told) for work in gallery.works]).save()
    assert clean(Gallery.open(gallery.folder)).undescribed == []


def test_a_picture_that_cannot_be_read_is_told_and_left(gallery: Gallery) -> None:
    file = gallery.folder / "images" / "one.webp"
    file.write_bytes(file.read_bytes()[:100])
    found = clean(gallery)
    assert list(found.unreadable) == ["one"]
    assert file.exists()
    assert Gallery.open(gallery.folder).work("one").file == "images/one.webp"


def test_a_picture_left_in_its_place_is_not_taken_away(tmp_path: Path) -> None:
    elsewhere = paint(tmp_path / "mine.png", 5)
    gallery = Gallery(tmp_path / "gallery", [Work("a/b:c", str(elsewhere))])
    gallery.save()
    clean(gallery)
    assert elsewhere.exists()
    assert Gallery.open(gallery.folder).work("a/b:c").file == "images/a-b-c.jpg"
