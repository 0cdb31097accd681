"""Painting and hanging the embedded galleries: who is asked for a manner, what is painted, what hangs."""

from pathlib import Path

import numpy as np
import pytest

from ground import canvas
from ground.canvas import Picture
from ground.errors import BadGallery, BadInput
from retrieval.gallery import Gallery
from retrieval.work import Work
from scenes.scene import all_scenes
from scripts.atelier import masters
from scripts.atelier.works import contents, styles
from scripts.hang_gallery import sheet
from scripts.paint_gallery import GALLERIES, file_of, missing, paint_work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One master, and a line of a catalogue for it."""
    (tmp_path / "images").mkdir()
    canvas.write(tmp_path / "images" / "1.png", Picture(np.full((20, 20, 3), 0.5, np.float32), None))
    (tmp_path / "catalogue.csv").write_text("image,title,artist\n1.png,Irises,Vincent Van Gogh\n")
    return tmp_path


def test_every_scene_has_a_master_and_they_are_many() -> None:
    chosen = [masters.manner_for(scene.id, scene.tags) for scene in all_scenes()]
    assert chosen == [masters.manner_for(scene.id, scene.tags) for scene in all_scenes()]
    assert len({manner.title for manner in chosen}) >= 25


def test_a_master_is_found_by_artist_and_title(folder: Path) -> None:
    assert masters.picture_of(masters.IRISES, folder) == folder / "images" / "1.png"


def test_a_master_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(BadGallery, match="'The Bridge at Argenteuil' by Claude Monet"):
        masters.picture_of(masters.ARGENTEUIL, folder)


def test_a_folder_without_a_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadGallery, match=str(tmp_path)):
        masters.picture_of(masters.IRISES, tmp_path)


def test_no_two_works_share_a_name() -> None:
    ids = [made.id for gallery in GALLERIES.values() for made in gallery()]
    assert len(ids) == len(set(ids))


def test_what_is_painted_already_is_left_alone(tmp_path: Path) -> None:
    every = missing(tmp_path, [])
    assert len(every) == len(list(contents())) + len(list(styles()))
    gallery, id = every[0]
    file_of(tmp_path, gallery, id).parent.mkdir()
    file_of(tmp_path, gallery, id).touch()
    assert missing(tmp_path, []) == every[1:]
    assert missing(tmp_path, [id]) == []


def test_a_work_that_is_not_planned_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the-night-watch"):
        missing(tmp_path, ["the-night-watch"])


def test_a_painting_says_how_it_was_made(tmp_path: Path) -> None:
    made = next(styles())
    (tmp_path / "styles").mkdir()
    paint_work("styles", made.id, tmp_path, tmp_path)
    file = file_of(tmp_path, "styles", made.id)
    assert canvas.read_note(file) == {"id": made.id, "made_by": made.made_by}
    assert 384 <= max(canvas.read(file).rgb.shape) <= 512


def test_a_contact_sheet_shows_every_work_and_leaves_few_gaps(tmp_path: Path) -> None:
    works = []
    (tmp_path / "images").mkdir()
    for place in range(24):
        colour = np.array([place / 23, 0.2, 1 - place / 23], np.float32)
        canvas.write(
            tmp_path / "images" / f"{place}.png", Picture(np.full((40, 60, 3), colour, np.float32), None)
        )
        works.append(Work(f"{place}", f"images/{place}.png"))
    sheet(Gallery(tmp_path, works), tmp_path / "sheet.webp")
    page = canvas.read(tmp_path / "sheet.webp").rgb
    assert page.shape == (204, 1204, 3)  # two rows of twelve
    for place in range(24):
        middle = page[54 + place // 12 * 100, 54 + place % 12 * 100]
        assert middle == pytest.approx([place / 23, 0.2, 1 - place / 23], abs=0.1)
