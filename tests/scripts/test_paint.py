"""`pentimento paint` as a user meets it: what it writes, what it says, and how it ends."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ground import canvas
from ground.canvas import Picture
from scripts.main import main

# The command is run in a folder of its own; the house must still be found.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

QUICK = ("--weights", "random", "--set", "size=32", "--set", "coarsest=32")
THREE_SCALES = (
    *("--weights", "random", "--set", "size=64", "--set", "coarsest=32", "--set", "ratio=1.42"),
    *("--set", "growth=1", "--set", "steps=40"),
)
THREE_STEPS = (*QUICK, "--set", "steps=3")


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a content, two styles and a mask, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    y, x = np.mgrid[:40, :60].astype(np.float32) / 60
    canvas.write(tmp_path / "content.png", Picture(np.stack([x, y, 1 - x], axis=-1)))
    noise = np.random.default_rng(3).random((2, 50, 50, 3)).astype(np.float32)
    canvas.write(tmp_path / "style.png", Picture(noise[0] * [0.9, 0.5, 0.1]))
    canvas.write(tmp_path / "other.png", Picture(noise[1] * [0.1, 0.5, 0.9]))
    canvas.write(
        tmp_path / "mask.png", Picture(np.repeat((x > 0.5)[..., None], 3, axis=-1).astype(np.float32))
    )
    return tmp_path


def paint(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exit_:
        main(["paint", *arguments])
    return int(exit_.value.code or 0)


def two(content: str = "content.png", style: str = "style.png") -> tuple[str, ...]:
    return ("--content", content, "--style", style)


def pixels(name: str) -> np.ndarray:
    return canvas.read(Path(name)).rgb


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


class TestPainting:
    def test_a_process_paints(self, pictures: Path) -> None:
        command = [sys.executable, "-m", "scripts.main", "paint", *two(), *THREE_STEPS, "--out", "new/a.png"]
        result = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
        assert (result.returncode, result.stdout.count("\n")) == (0, 1)
        assert result.stdout.startswith("new/a.png: 32 x 21 pixels, 3 steps in ")
        assert "Traceback" not in result.stderr
        assert pixels("new/a.png").shape == (21, 32, 3)

    def test_painting_imports_nothing_heavy_but_torch(self, pictures: Path) -> None:
        """What takes long to import is felt before the first step of every painting."""
        code = (
            "import atexit, sys; from scripts.main import main;"
            "atexit.register(lambda: print(*sys.modules)); main(sys.argv[1:])"
        )
        command = [sys.executable, "-c", code, "paint", *two(), *THREE_STEPS, "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
        loaded = set(result.stdout.split())
        assert "torch" in loaded
        heavy = {"torchvision", "pandas", "sklearn", "scipy", "matplotlib", "sympy", "fastapi", "retrieval"}
        assert not loaded & heavy

    def test_json_is_all_there_is_on_stdout(self, pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert paint(*two(), *THREE_STEPS, "--json", "--plot") == 0
        told = printed(capsys)
        assert told["out"] == "content-style.png"
        assert told["finished"] is True
        assert (told["width"], told["height"], told["steps"]) == (32, 21, 3)
        assert [row["step"] for row in told["curve"]] == [1, 2, 3]
        assert 0 < told["losses"]["total"] < told["curve"][0]["total"]
        assert told["note"]["recipe"]["size"] == 32
        assert canvas.read(Path(told["plot"])).width > 500
        assert told["checkpoint"] is None

    def test_quiet_says_nothing(self, pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert paint(*two(), *THREE_STEPS, "--quiet") == 0
        assert capsys.readouterr() == ("", "")

    @pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
    def test_the_note_names_the_sources_and_the_recipe(self, pictures: Path, name: str) -> None:
        assert paint(*two(), *THREE_STEPS, "--out", f"below/{name}") == 0
        note = canvas.read_note(Path("below") / name)
        assert note is not None
        assert note["content"]["file"] == "../content.png"
        assert note["styles"][0]["picture"]["file"] == "../style.png"
        assert note["recipe"]["steps"] == 3
        assert "RANDOM" in note["network"]
        assert str(pictures) not in json.dumps(note)

    def test_no_note(self, pictures: Path) -> None:
        assert paint(*two(), *THREE_STEPS, "--no-note", "--out", "a.png") == 0
        assert canvas.read_note(Path("a.png")) is None

    def test_several_styles_with_weights_and_a_mask(self, pictures: Path) -> None:
        both = (*two(), "--style", "other.png")
        assert paint(*both, *THREE_STEPS, "--style-weight", "3", "--style-weight", "1", "--out", "a.png") == 0
        assert paint(*both, *THREE_STEPS, "--style-weight", "1", "--style-weight", "3", "--out", "b.png") == 0
        assert paint(*both, *THREE_STEPS, "--mask", "mask.png", "--out", "c.png") == 0
        painted = [pixels(name) for name in ("a.png", "b.png", "c.png")]
        assert not np.array_equal(painted[0], painted[1])
        assert not np.array_equal(painted[0], painted[2])

    def test_a_picture_to_start_from(self, pictures: Path) -> None:
        assert paint(*two(), *THREE_STEPS, "--out", "a.png") == 0
        assert paint(*two(), *THREE_STEPS, "--start", "other.png", "--out", "b.png") == 0
        assert not np.array_equal(pixels("a.png"), pixels("b.png"))


class TestAgain:
    def test_a_painting_is_painted_again_from_its_own_note(self, pictures: Path) -> None:
        assert paint(*two(), *THREE_STEPS, "--set", "beta=7", "--out", "below/a.png") == 0
        assert paint("--from-picture", "below/a.png", "--weights", "random", "--out", "b.png") == 0
        assert np.array_equal(pixels("below/a.png"), pixels("b.png"))

    def test_what_is_given_stands_over_the_note(self, pictures: Path) -> None:
        assert paint(*two(), *THREE_STEPS, "--out", "a.png") == 0
        again = ("--from-picture", "a.png", "--weights", "random")
        assert paint(*again, "--style", "other.png", "--set", "steps=2", "--out", "b.png") == 0
        note = canvas.read_note(Path("b.png"))
        assert note is not None
        assert note["styles"][0]["picture"]["file"] == "other.png"
        assert note["recipe"]["steps"] == 2

    def test_a_source_that_changed_is_refused(
        self, pictures: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert paint(*two(), *THREE_STEPS, "--out", "a.png", "--quiet") == 0
        Path("style.png").write_bytes(Path("other.png").read_bytes())
        assert paint("--from-picture", "a.png", "--weights", "random", "--out", "b.png") == 2
        assert "style.png" in capsys.readouterr().err
        Path("style.png").unlink()
        assert paint("--from-picture", "a.png", "--weights", "random", "--out", "b.png") == 2
        assert not Path("b.png").exists()


class TestStopping:
    def test_ctrl_c_keeps_the_picture_and_resuming_ends_as_if_it_had_not_been(self, pictures: Path) -> None:
        command = [sys.executable, "-m", "scripts.main", "paint", *two(), *THREE_SCALES, "--out", "a.png"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
            assert process.stderr
            assert "scale 1/3" in process.stderr.readline()  # eighty steps are still to come
            process.send_signal(signal.SIGINT)
            said = process.communicate()[1].splitlines()
        assert process.returncode == 130
        assert "pentimento paint --resume a.checkpoint" in said[-1]
        note = canvas.read_note(Path("a.png"))
        assert note is not None
        assert 40 <= note["step"] < note["steps"] == 120

        assert paint("--resume", "a.checkpoint", "--out", "resumed.png") == 0
        assert paint(*two(), *THREE_SCALES, "--out", "whole.png") == 0
        assert np.array_equal(pixels("resumed.png"), pixels("whole.png"))
        resumed, whole = (canvas.read_note(Path(name)) for name in ("resumed.png", "whole.png"))
        assert resumed == whole

    def test_save_every_leaves_a_checkpoint_that_ends_the_same(self, pictures: Path) -> None:
        assert paint(*two(), *THREE_STEPS, "--save-every", "2", "--out", "a.png") == 0
        whole = pixels("a.png")
        assert paint("--resume", "a.checkpoint") == 0  # to the same place
        assert np.array_equal(pixels("a.png"), whole)


BAD = {
    "no pictures at all": ((), "--content"),
    "no style": (("--content", "content.png"), "--style"),
    "a missing file": (two("nowhere.png"), "nowhere.png"),
    "a missing style": (two(style="nowhere.png"), "nowhere.png"),
    "a folder": (two("."), "folder"),
    "not a picture": (two("words.txt"), "words.txt"),
    "a truncated picture": (two("half.png"), "half.png"),
    "an empty file": (two("empty.png"), "empty.png"),
    "a sliver": (two("sliver.png"), "sliver.png"),
    "a bomb": (two("bomb.png"), "bomb.png"),
    "an animation": (two("moving.gif"), "moving.gif"),
    "an unknown recipe": ((*two(), "--recipe", "rembrandt"), "rembrandt"),
    "an unknown key": ((*two(), "--set", "brush=3"), "brush"),
    "no value": ((*two(), "--set", "size"), "size"),
    "a name by --set": ((*two(), "--set", "name=mine"), "--recipe"),
    "an unknown layer": ((*two(), "--set", "style_layers=conv9_1"), "conv9_1"),
    "an unknown network": ((*two(), "--backbone", "vgg99"), "vgg99"),
    "alpha = beta = 0": ((*two(), "--set", "alpha=0", "--set", "beta=0"), "alpha"),
    "negative steps": ((*two(), "--set", "steps=-1"), "steps"),
    "not a number": ((*two(), "--set", "alpha=nan"), "alpha"),
    "an endless number": ((*two(), "--set", "alpha=inf"), "alpha"),
    "a word for a number": ((*two(), "--set", "size=large"), "large"),
    "weights for some styles": ((*two(), "--style", "other.png", "--style-weight", "1"), "--style-weight"),
    "a negative weight": ((*two(), "--style-weight", "-1"), "weight"),
    "more masks than styles": ((*two(), "--mask", "mask.png", "--mask", "mask.png"), "--mask"),
    "a missing mask": ((*two(), "--mask", "nowhere.png"), "nowhere.png"),
    "a missing start": ((*two(), "--start", "nowhere.png"), "nowhere.png"),
    "missing weights": ((*two(), "--weights", "nowhere.pth"), "nowhere.pth"),
    "weights that are none": ((*two(), "--weights", "words.txt"), "words.txt"),
    "an unknown suffix": ((*two(), "--out", "new/a.bmp"), ".webp"),
    "a folder to write to": ((*two(), "--out", "folder.png"), "folder"),
    "a file for a folder": ((*two(), "--out", "words.txt/a.png"), "words.txt"),
    "over its own content": ((*two(), "--out", "./content.png"), "content.png"),
    "a negative --save-every": ((*two(), "--save-every", "-1"), "save-every"),
    "a missing checkpoint": (("--resume", "nowhere.checkpoint"), "nowhere.checkpoint"),
    "a checkpoint that is none": (("--resume", "words.txt"), "words.txt"),
    "a resumed one with another style": (("--resume", "words.txt", "--style", "style.png"), "--resume"),
    "a picture without a note": (("--from-picture", "style.png"), "style.png"),
    "a missing painting": (("--from-picture", "nowhere.png"), "nowhere.png"),
}


@pytest.fixture
def faults(pictures: Path) -> Path:
    whole = Path("content.png").read_bytes()
    Path("words.txt").write_text("hello")
    Path("half.png").write_bytes(whole[: len(whole) // 2])
    Path("empty.png").touch()
    canvas.write(Path("sliver.png"), Picture(np.zeros((300, 1, 3), np.float32)))
    Path("bomb.png").write_bytes(header_of(50_000))
    Path("folder.png").mkdir()
    from PIL import Image

    frames = [Image.new("L", (40, 40), shade) for shade in (0, 255)]
    frames[0].save("moving.gif", save_all=True, append_images=frames[1:])
    return pictures


def header_of(side: int) -> bytes:
    from tests.ground.by_hand import chunk, png_header

    return png_header(side, side) + chunk(b"IDAT", b"")


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_line_and_nothing_is_written(
    case: str, faults: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, names = BAD[case]
    before = {path: path.stat().st_mtime_ns for path in faults.rglob("*")}
    weights = () if "--weights" in arguments else ("--weights", "random")
    out = () if "--out" in arguments else ("--out", "painted.png")
    code = paint(*arguments, *weights, *out)
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert names in said.err
    assert {path: path.stat().st_mtime_ns for path in faults.rglob("*")} == before
