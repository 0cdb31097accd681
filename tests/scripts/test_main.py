"""The command as a shell sees it: exit codes, what goes to stdout and what to stderr."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.main import main
from scripts.verbs import VERBS, command


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.main", *arguments]
    environment = {**os.environ, **more}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the same entry, without the second that a process takes to start."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    out, err = capsys.readouterr()
    return int(exit_.value.code or 0), out, err


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("help",)])
def test_help_lists_every_verb(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ended(capsys, *arguments)
    assert (code, err) == (0, "")
    assert all(f"  {verb} " in out and help_ in out for verb, (_, help_) in VERBS.items())


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_there_and_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ended(capsys, verb, "--help")
    assert code == 0
    assert f"pentimento {verb}" in out


@pytest.mark.parametrize("arguments", [("pant",), ("--hlep",), ("paint", "--bogus"), ("paint", "--set")])
def test_misuse_is_one_line_and_two(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ended(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("pentimento: ")
    assert err.count("\n") == 1
    assert "--help" in err


def test_an_error_is_one_line_whatever_a_file_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ended(capsys, "paint", "--content", "a.png", "--style", "é\n\x1b[31m.png")
    assert (code, err.count("\n")) == (2, 1)
    assert r"é\n\x1b[31m.png does not exist" in err


def test_what_is_nested_too_deeply_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rows.jsonl").write_text("[" * 100_000)
    code, out, err = ended(capsys, "batch", str(tmp_path / "rows.jsonl"), "--out", str(tmp_path / "out"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "nested too deeply" in err


def test_letters_that_a_terminal_has_not_are_spelt_out() -> None:
    code = r"from scripts.main import main; from scripts import verbs; verbs.VERBS['é\udc80'] = ('', ''); main([])"
    told = {**os.environ, "PYTHONIOENCODING": "ascii:strict"}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=told, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert r"\xe9\udc80" in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        "paint",
        "batch",
        "index",
        "train",
        "evaluate",
        "bench",
        "gallery import",
        "gallery check",
        "gallery clean",
    ],
)
def test_long_work_can_be_quiet_and_can_speak_json(words: str) -> None:
    verb, *inner = words.split()
    found = command(verb)
    for each in inner:
        found = found.commands[each]
    options = {option for parameter in found.params for option in parameter.opts}
    assert {"--json", "--quiet"} <= options


def test_the_version() -> None:
    from importlib.metadata import version

    result = run("--version")
    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        f"pentimento {version('pentimento')}\n",
        "",
    )


def test_help_imports_no_room() -> None:
    """Neither the list of verbs nor a wrong one may wait for torch."""
    code = "import sys; from scripts.main import _run; _run(['--help']); _run(['x']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = set(loaded.stdout.splitlines()[-1].split())
    assert not rooms & {"torch", "numpy", "typer", "style_transfer", "retrieval", "app"}


def test_a_closed_stdout_is_no_error() -> None:
    code = "import sys; sys.stdout = None; from scripts.main import main; main(['--version'])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    """As in `pentimento ... | head -0`."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "scripts.main", "--help"]
    result = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    assert result.stderr == ""
    assert result.returncode == 1
