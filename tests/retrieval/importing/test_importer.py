import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ground.errors import BadGallery, BadInput
from ground.lock import alone
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from retrieval.importing.report import Report
from tests.retrieval.painted import paint


@pytest.fixture
def src(tmp_path: Path) -> Path:
    for number in range(12):
        paint(tmp_path / "src" / f"picture {number}.jpg", number)
    return tmp_path / "src"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


KILLED = """
import os, signal, sys
from pathlib import Path
from retrieval.importing import Import, import_gallery
def progress(doing, done, total):
    if (doing, done) == (sys.argv[3], int(sys.argv[4])):
        os.kill(os.getpid(), signal.SIGKILL)
import_gallery(Import("folder", Path(sys.argv[1]), Path(sys.argv[2])), progress)
"""


@pytest.mark.parametrize(("doing", "done"), [("reading pictures", 5), ("placing pictures", 7)])
def test_a_killed_import_goes_on_and_ends_the_same(src: Path, tmp_path: Path, doing: str, done: int) -> None:
    out, whole = tmp_path / "gallery", tmp_path / "whole"
    command = [sys.executable, "-c", KILLED, str(src), str(out), doing, str(done)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert not out.exists()

    steps: list[tuple[str, int, int]] = []
    import_gallery(Import("folder", src, out), lambda *step: steps.append(step))
    assert steps[0] == ("reading pictures", done if doing == "reading pictures" else 12, 12)
    import_gallery(Import("folder", src, whole))
    assert files(out) == files(whole)
    assert {path.name for path in tmp_path.iterdir()} == {"src", "gallery", "whole"}


def test_a_half_written_journal_line_costs_only_its_picture(src: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(src), str(tmp_path / "g"), "reading pictures", "5"]
    subprocess.run(command, check=False)
    journal = tmp_path / ".g.importing" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-20])
    steps: list[tuple[str, int, int]] = []
    import_gallery(Import("folder", src, tmp_path / "g"), lambda *step: steps.append(step))
    assert steps[0] == ("reading pictures", 4, 12)
    assert len(Gallery.open(tmp_path / "g").works) == 12


def test_the_same_import_again_changes_nothing(src: Path, tmp_path: Path) -> None:
    first = import_gallery(Import("folder", src, tmp_path / "g"))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "g").rglob("*")}
    assert import_gallery(Import("folder", src, tmp_path / "g")) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "g").rglob("*")} == before


def test_another_gallery_is_not_overwritten_unless_asked_for(src: Path, tmp_path: Path) -> None:
    out = tmp_path / "g"
    import_gallery(Import("folder", src, out))
    (src / "picture 3.jpg").unlink()
    with pytest.raises(BadGallery, match="holds something else already"):
        import_gallery(Import("folder", src, out))
    assert len(Gallery.open(out).works) == 12
    import_gallery(Import("folder", src, out, replace=True))
    assert len(Gallery.open(out).works) == 11
    assert len(list((out / "images").iterdir())) == 11


def test_ids_do_not_hang_on_the_neighbours(src: Path, tmp_path: Path) -> None:
    import_gallery(Import("folder", src, tmp_path / "all"))
    for number in (0, 4, 11):
        (src / f"picture {number}.jpg").unlink()
    import_gallery(Import("folder", src, tmp_path / "fewer"))
    fewer = {work.id for work in Gallery.open(tmp_path / "fewer").works}
    assert len(fewer) == 9
    assert fewer < {work.id for work in Gallery.open(tmp_path / "all").works}


def test_pictures_left_in_place_are_only_named(src: Path, tmp_path: Path) -> None:
    paint(src / "at\u202fnoon\n.jpg", 99)
    import_gallery(Import("folder", src, tmp_path / "g", in_place=True))
    gallery = Gallery.open(tmp_path / "g")
    assert {gallery.picture(work) for work in gallery.works} == set(src.iterdir())
    assert not any((tmp_path / "g" / "images").iterdir())


def test_a_gallery_within_its_source_does_not_swallow_itself(src: Path) -> None:
    import_gallery(Import("folder", src, src / "gallery"))
    import_gallery(Import("folder", src, src / "gallery", replace=True))
    assert len(Gallery.open(src / "gallery").works) == 12


def test_nothing_to_take_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    with pytest.raises(BadGallery, match="it holds no pictures"):
        import_gallery(Import("folder", tmp_path / "src", tmp_path / "g"))
    (tmp_path / "src" / "a.jpg").write_bytes(b"no picture")
    with pytest.raises(BadGallery, match="1 pictures that cannot be read"):
        import_gallery(Import("folder", tmp_path / "src", tmp_path / "g"))
    with pytest.raises(BadGallery, match="there is no folder"):
        import_gallery(Import("folder", tmp_path / "nowhere", tmp_path / "g"))
    assert {path.name for path in tmp_path.iterdir()} == {"src"}


def test_two_imports_into_one_folder_do_not_mix(src: Path, tmp_path: Path) -> None:
    with (
        alone(tmp_path / ".g.lock", "importing"),
        pytest.raises(BadInput, match="another process is importing into"),
    ):
        import_gallery(Import("folder", src, tmp_path / "g"))
    assert not (tmp_path / "g").exists()


def test_every_row_and_picture_is_accounted_for(src: Path, tmp_path: Path) -> None:
    names = [f"picture {number}.jpg" for number in (0, 0, 1, 2, 99, 3)]
    (src / "t.csv").write_text("\n".join(["file,title", *(f"{name},T" for name in names), "broken"]))
    (src / "copy.jpg").write_bytes((src / "picture 5.jpg").read_bytes())
    report = import_gallery(Import("folder", src, tmp_path / "g"))
    left_out = sum(each.left_out for each in report.findings)
    rows, unlisted = 7, 13 - 4
    assert report.works + left_out == rows + unlisted
    text = (tmp_path / "g" / "report.txt").read_text()
    assert all(each.where in text and each.detail in text for each in report.findings)
    assert Report.read(tmp_path / "g") == report


def test_where_links_are_refused_pictures_are_copied(
    src: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    import_gallery(Import("folder", src, tmp_path / "g"))
    gallery = Gallery.open(tmp_path / "g")
    assert sorted(path.read_bytes() for path in gallery.pictures()) == sorted(
        p.read_bytes() for p in src.iterdir()
    )
    assert gallery.pictures()[0].stat().st_nlink == 1
