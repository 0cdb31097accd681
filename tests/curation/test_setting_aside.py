import json
from dataclasses import replace
from pathlib import Path

import pytest

from curation.setting_aside import set_aside, undo
from ground.errors import BadInput
from retrieval.gallery import Gallery
from tests.curation.made import changed, drawn, gallery


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def made(tmp_path: Path) -> Gallery:
    return gallery(tmp_path / "g", [(f"{name}.png", drawn(row, (40, 30))) for row, name in enumerate("abcd")])


def test_what_is_set_aside_comes_back_to_the_byte(made: Gallery) -> None:
    before = everything(made.folder)
    list_ = set_aside(made, [made.works[1], made.works[3]])
    assert [work.id for work in Gallery.open(made.folder).works] == ["a", "c"]
    assert not (made.folder / "images" / "b.png").exists()
    assert before["images/b.png"] in [path.read_bytes() for path in list_.parent.rglob("*.png")]
    assert undo(list_) == (2, [])
    assert everything(made.folder) == before
    assert not (made.folder / ".set-aside").exists()


def test_a_stop_halfway_can_be_undone(made: Gallery) -> None:
    before = everything(made.folder)
    list_ = set_aside(made, made.works[:3])
    moved = list_.parent / "images" / "b.png"
    moved.rename(made.folder / "images" / "b.png")  # as if the stop had come before this one
    assert undo(list_) == (3, [])
    assert everything(made.folder) == before


def test_what_was_taken_away_meanwhile_is_named_and_the_rest_comes_back(made: Gallery) -> None:
    list_ = set_aside(made, made.works[:2])
    (list_.parent / "images" / "b.png").unlink()
    assert undo(list_) == (1, ["images/b.png"])
    assert [work.id for work in Gallery.open(made.folder).works] == ["a", "c", "d"]
    assert (made.folder / "images" / "a.png").is_file()


def test_a_picture_outside_the_gallery_stays_where_it_is(made: Gallery, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.png"
    (made.folder / "images" / "a.png").rename(outside)
    made = changed(made, lambda work: replace(work, file=str(outside)) if work.id == "a" else work)
    list_ = set_aside(made, made.works[:1])
    assert outside.exists()
    assert [work.id for work in Gallery.open(made.folder).works] == ["b", "c", "d"]
    undo(list_)
    assert [work.id for work in Gallery.open(made.folder).works] == ["a", "b", "c", "d"]


def test_a_picture_named_by_its_whole_path_comes_back_too(made: Gallery) -> None:
    made = changed(made, lambda work: replace(work, file=str((made.folder / work.file).resolve())))
    before = everything(made.folder)
    list_ = set_aside(made, made.works[:2])
    assert not (made.folder / "images" / "a.png").exists()
    undo(list_)
    assert everything(made.folder) == before


def test_a_file_that_a_kept_work_needs_stays(made: Gallery) -> None:
    made = changed(made, lambda work: replace(work, file="images/a.png") if work.id == "b" else work)
    set_aside(made, [made.works[1]])
    assert (made.folder / "images" / "a.png").exists()


def test_nothing_is_written_over(made: Gallery) -> None:
    list_ = set_aside(made, made.works[:1])
    (made.folder / "images" / "a.png").write_bytes(b"new")
    with pytest.raises(BadInput, match=r"a\.png is there already"):
        undo(list_)
    assert (made.folder / "images" / "a.png").read_bytes() == b"new"
    assert list_.exists()


@pytest.mark.parametrize("name", ["../../outside.png", "/etc/hostname"])
def test_a_list_that_leads_outside_is_refused(made: Gallery, name: str) -> None:
    list_ = set_aside(made, made.works[:1])
    told = json.loads(list_.read_text())
    told["moves"] = [[name, told["moves"][0][1]]]
    list_.write_text(json.dumps(told))
    with pytest.raises(BadInput, match="is no undo list"):
        undo(list_)
