from pathlib import Path

import pytest

from retrieval.checking import check
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from tests.retrieval.painted import paint


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    for number in range(4):
        paint(tmp_path / "src" / f"picture-{number}.jpg", number)
    import_gallery(Import("folder", tmp_path / "src", tmp_path / "gallery"))
    return Gallery.open(tmp_path / "gallery")


def test_a_whole_gallery_has_no_problems(gallery: Gallery) -> None:
    steps: list[tuple[int, int]] = []
    assert check(gallery, lambda *step: steps.append(step)) == []
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_every_fault_is_named(gallery: Gallery) -> None:
    gone, cut, changed, copied = gallery.pictures()
    gone.unlink()
    data = cut.read_bytes()
    cut.unlink()
    cut.write_bytes(data[: len(data) // 2])
    changed.unlink()
    paint(changed, 77)
    copied.unlink()
    copied.write_bytes(changed.read_bytes())
    paint(gallery.folder / "images" / "stray.png", 5)

    found = [(each.work, each.what) for each in check(gallery)]
    ids = [work.id for work in gallery.works]
    another = "it is not the picture that was catalogued (another SHA-256)"
    assert found[0] == (ids[0], f"{gallery.works[0].file} is missing")
    assert found[1][0] == ids[1]
    assert "cannot be read" in found[1][1]
    assert found[2:5] == [(ids[2], another), (ids[3], another), (ids[3], f"the same picture as {ids[2]}")]
    assert found[5:] == [("", "no work names it")]
