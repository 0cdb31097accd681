"""Shell completion as a shell asks for it: by a variable, and by the two options that set it up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.main import COMPLETES, VERBS

ASKS = (
    "import atexit, sys; from scripts.main import main; atexit.register(lambda: print(*sys.modules)); main()"
)


def asked(*words: str) -> list[str]:
    """What bash would offer after these words, of which the last is not finished; then the modules it took."""
    line = {"COMP_WORDS": " ".join(("pentimento", *words)), "COMP_CWORD": str(len(words))}
    environment = {**os.environ, COMPLETES: "complete_bash", **line}
    command = [sys.executable, "-c", ASKS]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return done.stdout.splitlines()


def test_verbs_are_offered_without_a_room_being_loaded() -> None:
    *offered, loaded = asked("s")
    assert sorted(offered) == sorted(verb for verb in VERBS if verb.startswith("s"))
    assert not set(loaded.split()) & {"torch", "numpy", "app", "retrieval", "style_transfer"}


def test_a_verbs_own_options_and_verbs_are_offered() -> None:
    assert "--described-only" in asked("gallery", "import", "--d")
    assert {"import", "check", "split"} <= set(asked("gallery", ""))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_installs_itself(tmp_path: Path, shell: str) -> None:
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "scripts.main", "--install-completion", shell]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert any("_PENTIMENTO_COMPLETE" in file.read_text() for file in tmp_path.rglob("*") if file.is_file())
