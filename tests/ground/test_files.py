"""Files and folders are whole or not there, whatever happens while they are written."""

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from ground.files import data_folder, put_in_place, replacing, replacing_folder


class Stopped(Exception):
    pass


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with replacing(path) as part:
        part.write_text("whole")
        assert not path.exists()
        assert part.parent == path.parent
    assert path.read_text() == "whole"
    assert names(path.parent) == ["a.txt"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")
    with replacing(path) as part:
        part.write_text("whole")
    assert path.read_text() == "whole"


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with suppress(Stopped), replacing(path) as part:
        part.write_text("half of the n")
        raise Stopped
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with replacing_folder(path) as part:
        (part / "a").write_text("old")
    with suppress(Stopped), replacing_folder(path) as part:
        (part / "b").write_text("new")
        raise Stopped
    assert names(path) == ["a"]
    assert names(tmp_path) == ["index"]


def test_a_folder_is_replaced_whole_and_open_files_stay_readable(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with replacing_folder(path) as part:
        (part / "inner").mkdir()
        (part / "inner" / "a").write_text("old")
    with (path / "inner" / "a").open() as reader:
        with replacing_folder(path) as part:
            (part / "b").write_text("new")
        assert reader.read() == "old"
    assert names(path) == ["b"]
    assert names(tmp_path) == ["index"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux swaps two folders in one step")
def test_a_reader_never_finds_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.mkdir()
    done = threading.Event()
    missing: list[bool] = []

    def watch() -> None:
        while not done.is_set():
            missing.append(not path.is_dir())

    watcher = threading.Thread(target=watch)
    watcher.start()
    for i in range(50):
        with replacing_folder(path) as part:
            (part / "a").write_text(str(i))
    done.set()
    watcher.join()
    assert (path / "a").read_text() == "49"
    assert missing
    assert not any(missing)


def test_a_folder_is_put_in_place(tmp_path: Path) -> None:
    for text in ("first", "second"):
        (tmp_path / "staging").mkdir()
        (tmp_path / "staging" / "a").write_text(text)
        put_in_place(tmp_path / "staging", tmp_path / "gallery")
        assert (tmp_path / "gallery" / "a").read_text() == text
        assert names(tmp_path) == ["gallery"]


WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from ground.files import replacing
with replacing(Path(sys.argv[1])) as part:
    part.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(path)], check=False)
    assert path.read_text() == "old"


def test_the_data_folder_is_the_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTIMENTO_DATA", "~/paintings")
    assert data_folder() == Path.home() / "paintings"
    monkeypatch.setenv("PENTIMENTO_DATA", "")
    assert data_folder().is_absolute()
