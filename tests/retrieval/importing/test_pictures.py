"""What lies in a folder, however odd."""

import os
from pathlib import Path

from retrieval.importing.pictures import Tree


def test_pipes_are_passed_over_and_links_that_lead_nowhere_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nothing")
    (tmp_path / "round").symlink_to(tmp_path)
    tree = Tree.walk(tmp_path)
    assert [path.name for path in tree.pictures] == ["a.png", "gone.png"]
    assert not tree.others
