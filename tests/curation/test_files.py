import os
from pathlib import Path

from curation.files import File, files
from ground.files import sha256
from tests.curation.made import drawn, saved

LONG_AGO = 1_600_000_000
ROOM = 9000  # bytes: files of one size


def painted(file: Path, number: int) -> Path:
    """Over what is there, so that to the system it is the same file still."""
    body = saved(drawn(number, (40, 30)), file.with_name("made.png")).read_bytes()
    file.write_bytes(body.ljust(ROOM, b"\0"))
    return file


def settled(file: Path, when: int = LONG_AGO) -> Path:
    os.utime(file, (when, when))
    return file


def test_a_file_is_read_once_and_again_only_when_it_has_changed(tmp_path: Path) -> None:
    file = settled(painted(tmp_path / "a.png", 1))
    [first] = files([file])
    assert first == File(sha256(file), ROOM, 40, 30)
    settled(painted(file, 2))
    assert files([file]) == [first]
    settled(file, LONG_AGO + 1)
    assert files([file]) == [File(sha256(file), ROOM, 40, 30)] != [first]


def test_what_was_written_just_now_is_read_again(tmp_path: Path) -> None:
    file = painted(tmp_path / "a.png", 1)
    stamp = file.stat().st_mtime_ns
    [first] = files([file])
    painted(file, 2)
    os.utime(file, ns=(stamp, stamp))
    assert files([file]) != [first]


def test_what_cannot_be_read_is_told_and_mended_files_are_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    [gone] = files([file])
    assert "No such file" in str(gone)
    file.write_bytes(b"none".ljust(ROOM, b"\0"))
    [damaged] = files([settled(file)])
    assert "not a picture" in str(damaged)
    [mended] = files([settled(painted(file, 1))])
    assert isinstance(mended, File)
