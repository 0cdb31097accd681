"""A fresh clone paints from words with no network, no cache and no home of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ground import canvas

HOUSE = Path(__file__).parents[2]
CUT = ["unshare", "--map-root-user", "--net"]  # a network of its own, in which there is nothing


def cut_off() -> bool:
    """Whether this machine lets a process give up its network."""
    try:
        return subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not cut_off(), reason="this machine lets nobody cut the network off (unshare)"),
]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    nothing = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "PENTIMENTO_DATA": str(folder / "data")}
    return subprocess.run(
        [*CUT, sys.executable, "-m", "scripts.main", *arguments],
        cwd=HOUSE,
        env={**os.environ, **nothing, "TORCH_HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_the_network_is_cut(tmp_path: Path) -> None:
    asks = "import socket; socket.create_connection(('192.0.2.1', 80), 5)"
    tried = subprocess.run([*CUT, sys.executable, "-c", asks], capture_output=True, check=False)
    assert b"unreachable" in tried.stderr


def test_words_become_a_painting(tmp_path: Path) -> None:
    out = tmp_path / "mountains.png"
    words = ["--title", "Mountain View"]
    words += ["--description", "Panoramic view of the mountains in a cloudy sky"]
    painted = run(tmp_path, "paint", *words, "--recipe", "sketch", "--out", str(out))
    assert painted.returncode == 0, painted.stderr
    assert max(canvas.read(out).rgb.shape) == 256
    note = canvas.read_note(out)
    assert note is not None
    assert "mountain-view-cloudy" in str(note["content"])


def test_words_that_say_nothing_are_bad_input(tmp_path: Path) -> None:
    refused = run(tmp_path, "paint", "--title", "Xqzvw plmkj", "--out", str(tmp_path / "nothing.png"))
    assert refused.returncode == 2
    assert "none of these words is known here: xqzvw, plmkj" in " ".join(refused.stderr.split())
    assert len(refused.stderr.strip().splitlines()) <= 3
    assert not (tmp_path / "nothing.png").exists()
