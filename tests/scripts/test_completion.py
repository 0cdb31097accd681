"""Shell completion as a shell asks for it: by a variable, and by the two options that set it up."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from scripts.main import COMPLETES
from scripts.verbs import VERBS

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


def test_it_installs_itself(tmp_path: Path) -> None:
    """In the shell that asks, which is found by looking up from its process; `exit` keeps bash from making way."""
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = ["bash", "-c", f"{shlex.quote(sys.executable)} -m scripts.main --install-completion; exit $?"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert any("_PENTIMENTO_COMPLETE" in file.read_text() for file in tmp_path.rglob("*") if file.is_file())
