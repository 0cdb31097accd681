"""The embedded galleries are whole: their works, what is told of each, and their pictures."""

from pathlib import Path

import pytest

from ground import canvas
from ground.files import sha256
from retrieval.gallery import Gallery
from retrieval.search import EMBEDDED
from retrieval.work import Work
from scripts.atelier.works import Made
from scripts.hang_gallery import work_of
from scripts.paint_gallery import GALLERIES

MEGABYTE = 1_000_000


@pytest.fixture(scope="module", params=["contents", "styles"])
def gallery(request: pytest.FixtureRequest) -> Gallery:
    return Gallery.open(EMBEDDED / "gallery" / request.param)


def made(gallery: Gallery) -> list[Made]:
    return list(GALLERIES[gallery.folder.name]())


def test_they_are_large_enough_and_small_enough() -> None:
    assert len(Gallery.open(EMBEDDED / "gallery" / "contents").works) >= 160
    assert len(Gallery.open(EMBEDDED / "gallery" / "styles").works) >= 64
    ours = [
        file for kind in ("gallery", "content", "style", "joint") for file in (EMBEDDED / kind).rglob("*")
    ]
    assert sum(file.stat().st_size for file in ours if file.is_file()) <= 14 * MEGABYTE


def test_the_catalogue_says_of_each_work_what_made_it(gallery: Gallery) -> None:
    expected = {each.id: each for each in made(gallery)}
    assert [work.id for work in gallery.works] == list(expected)
    for work in gallery.works:
        assert work == work_of(expected[work.id], gallery.picture(work))


def test_each_work_is_told_in_three_ways_and_given_away(gallery: Gallery) -> None:
    for work in gallery.works:
        texts = {work.description, *work.other_descriptions}
        assert len(texts) == 3
        assert all(len(text) > 20 for text in texts)
        assert work.title
        assert work.style
        assert work.licence == "CC0-1.0"
        assert "scenes/" in work.extra["made_by"]


def test_the_pictures_are_whole(gallery: Gallery) -> None:
    for work in gallery.works:
        file = gallery.picture(work)
        assert sha256(file) == work.sha256
        picture = canvas.read(file)
        assert 384 <= max(picture.height, picture.width) <= 512
        assert picture.rgb.std() > 0.05, f"{file} is next to empty"


def test_nothing_lies_among_them_that_no_catalogue_names(gallery: Gallery) -> None:
    assert {*gallery.pictures()} == {*(gallery.folder / "images").iterdir()}


def test_the_manners_are_many_and_each_has_several_subjects() -> None:
    works = Gallery.open(EMBEDDED / "gallery" / "styles").works
    subjects: dict[str, set[str]] = {}
    for work in works:
        subjects.setdefault(work.style, set()).add(work.title)
    assert len(subjects) >= 20
    assert min(map(len, subjects.values())) >= 2


def test_a_work_is_made_the_same_again() -> None:
    gallery = Gallery.open(EMBEDDED / "gallery" / "styles")
    mosaic: Work = gallery.works[0]
    again = made(gallery)[0].paint(Path()).rgb
    hung = canvas.read(gallery.picture(mosaic)).rgb
    assert again.shape == hung.shape
    assert abs(again - hung).mean() < 0.05  # which WebP takes away
