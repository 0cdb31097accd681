"""What is told names files, and never where on this machine they lie."""

import tempfile
from pathlib import Path

import pytest

from app.discretion import discreet


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("there is no weights file /srv/models/vgg19.pth", "there is no weights file vgg19.pth"),
        (
            "the jobs in /var/lib/pentimento/jobs.sqlite cannot be used",
            "the jobs in jobs.sqlite cannot be used",
        ),
        ("'/a/b/c.png', (/d/e.png) and /f/g/", "'c.png', (e.png) and "),
        (r"C:\Users\me\a.png is gone", "a.png is gone"),
        ("see /problems, and send image/png or image/*", "see /problems, and send image/png or image/*"),
        ("https://example.org/a/b is no file", "https://example.org/a/b is no file"),
        ("half of 1/2/3", "half of 1/2/3"),
    ],
)
def test_paths_are_cut_down_to_their_last_name(said: str, told: str) -> None:
    assert discreet(said) == told


@pytest.mark.parametrize("folder", [Path.home(), Path.cwd(), Path(tempfile.gettempdir())])
def test_the_folders_of_whoever_runs_it_are_not_told_whatever_they_are_called(folder: Path) -> None:
    assert discreet(f"{folder}/My Paintings/a.png is gone").count(str(folder)) == (folder == Path("/"))
