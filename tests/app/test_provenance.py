"""A painting's note leads back to its sources, wherever pictures and painting have gone together."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from app.provenance import Note, Origin, Source, StyleSource
from ground import canvas
from ground.canvas import Picture
from ground.errors import BadPicture


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    for name, shade in (("photos/a.png", 0.2), ("photos/b.png", 0.8)):
        canvas.write(home / name, Picture(np.full((20, 20, 3), shade, np.float32)))
    out = home / "out" / "c.png"
    content, style = (Source.of(Origin(home / "photos" / name), out) for name in ("a.png", "b.png"))
    note = Note(recipe={"name": "studio"}, content=content, styles=[StyleSource(picture=style)])
    canvas.write(out, Picture(np.zeros((20, 20, 3), np.float32)), note.model_dump())
    return out


def test_sources_are_found_after_all_have_moved(painting: Path, tmp_path: Path) -> None:
    shutil.move(tmp_path / "home", tmp_path / "elsewhere")
    moved = tmp_path / "elsewhere" / "out" / "c.png"
    found = Note.read(moved).content.found(moved)
    assert found.file.samefile(tmp_path / "elsewhere" / "photos" / "a.png")


def test_the_note_does_not_tell_where_the_painter_lives(painting: Path, tmp_path: Path) -> None:
    assert tmp_path.name not in json.dumps(canvas.read_note(painting))


def test_a_note_for_another_place_leads_to_the_same_pictures(painting: Path, tmp_path: Path) -> None:
    note, new = Note.read(painting), tmp_path / "deep" / "er" / "d.png"
    new.parent.mkdir(parents=True)
    for source in note.sources():
        before = source.found(painting).file
        source.moved(painting, new)
        assert source.found(new).file.samefile(before)


def test_another_picture_of_that_name_is_refused(painting: Path) -> None:
    photos = painting.parent.parent / "photos"
    shutil.copy(photos / "b.png", photos / "a.png")
    with pytest.raises(BadPicture, match="no longer the picture"):
        Note.read(painting).content.found(painting)
    (photos / "a.png").unlink()
    with pytest.raises(BadPicture, match="is not there"):
        Note.read(painting).content.found(painting)


def test_a_name_that_no_file_can_have_is_not_there(painting: Path) -> None:
    with pytest.raises(BadPicture, match="is not there"):
        Source(file="x" * 5000, sha256="").found(painting)


@pytest.mark.parametrize("note", [None, {"recipe": {}}, {"parameters": "steps: 20"}])
def test_a_picture_that_was_not_painted_here(note: dict[str, object] | None, tmp_path: Path) -> None:
    canvas.write(tmp_path / "a.png", Picture(np.zeros((20, 20, 3), np.float32)), note)
    with pytest.raises(BadPicture, match="recipe"):
        Note.read(tmp_path / "a.png")
