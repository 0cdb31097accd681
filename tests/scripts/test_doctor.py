"""The doctor tells what is well and what is not, and never a key."""

import json
from pathlib import Path

import pytest

from scripts.main import main
from tests.app import made

KEY = "correct-horse-battery"


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.indexes(tmp_path_factory.mktemp("indexes"))


def doctor(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["doctor", *arguments])
    said = capsys.readouterr()
    assert said.err == ""
    return int(ended.value.code or 0), said.out


@pytest.fixture(autouse=True)
def _settings(indexes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTIMENTO_INDEXES", str(indexes))
    monkeypatch.setenv("PENTIMENTO_DATA", str(tmp_path / "data"))


def test_all_is_well(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTIMENTO_KEYS", KEY)
    code, said = doctor(capsys, "--json")
    told = json.loads(said)
    assert code == 0, said
    assert {name for name, check in told["checks"].items() if check["well"]} == set(told["checks"])
    assert "8 contents, 8 styles" in told["checks"]["indexes"]["says"]
    assert told["settings"]["values"]["port"] == 8000
    assert KEY not in said


def test_what_is_not_well_is_told_with_its_mend(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PENTIMENTO_INDEXES", str(tmp_path / "nowhere"))
    monkeypatch.setenv("PENTIMENTO_QUEU", "3")
    (tmp_path / "data").write_text("a file where a folder should be")
    code, said = doctor(capsys)
    assert code == 1
    for name in ("indexes", "variables", "disk", "jobs"):
        assert f"MEND  {name}: " in said
    assert "PENTIMENTO_QUEU means nothing" in said
    assert "PENTIMENTO_QUEUE = 2000" in said
