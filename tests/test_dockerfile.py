"""The Dockerfile keeps its promises, as far as they can be read; `.ci/image` tries its steps."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
TEXT = (HOUSE / "Dockerfile").read_text(encoding="utf-8")
LINES = re.sub(r"\\\n\s*", " ", TEXT).splitlines()
LINTER = shutil.which("hadolint", path=Path(sys.executable).parent)
STAGES = "\n".join(LINES).split("\nFROM ")


def told(word: str, stage: str) -> list[str]:
    return re.findall(rf"^{word} (.*)$", stage, re.MULTILINE)


@pytest.mark.skipif(LINTER is None, reason="hadolint is not installed")
def test_the_linter_has_nothing_to_say() -> None:
    done = subprocess.run([str(LINTER), HOUSE / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_what_runs_is_not_what_was_built_with() -> None:
    """No compiler in the second stage, and no root."""
    _, build, final = STAGES
    assert "apt-get" in build
    assert "apt-get" not in final
    assert told("USER", final)[-1] not in ("root", "0")
    assert told("VOLUME", final) == ["/data"]


def test_it_says_whether_it_is_well() -> None:
    [check] = told("HEALTHCHECK", STAGES[-1])
    code = json.loads(check.partition("CMD ")[2])[-1]
    compile(code, "HEALTHCHECK", "exec")
    assert "/livez" in code


def test_all_that_the_wheel_packs_reaches_the_builder() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    allowed = {line[1:] for line in (HOUSE / ".dockerignore").read_text().split() if line.startswith("!")}
    assert set(packed) <= allowed
    copied = {name for line in told("COPY", STAGES[1]) for name in line.split()[:-1]}
    assert copied - {"."} <= allowed


def test_compose_builds_it_and_demands_a_key() -> None:
    compose = (HOUSE / "compose.yaml").read_text(encoding="utf-8")
    assert "context: ." in compose
    assert re.search(r"PENTIMENTO_KEYS: \$\{PENTIMENTO_KEYS:\?", compose)
    assert "127.0.0.1:8000:8000" in compose
