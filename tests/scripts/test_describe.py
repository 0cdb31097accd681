"""`pentimento describe` as a user of a fresh clone meets it."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from captioning.describer import EMBEDDED
from retrieval.gallery import Gallery
from retrieval.search import EMBEDDED as INDEXES
from retrieval.work import Work
from scripts.main import main
from tests.retrieval.painted import paint

CONTENTS = INDEXES / "gallery" / "contents"


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return int(ended.value.code or 0)


def test_in_a_fresh_clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    works = Gallery.open(CONTENTS).works[::40]
    noise = tmp_path / "noise.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)).save(noise)
    pictures = [*(CONTENTS / work.file for work in works), noise]
    assert run("describe", *pictures, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["image"] for each in told] == [str(path) for path in pictures]
    for each in told:
        assert list(each)[:6] == ["image", "title", "description", "keywords", "attributes", "model"]
        assert each["title"]
        assert each["description"].endswith(".")
        assert each["model"].startswith("captioner ")
        assert all(0 < trait["confidence"] <= 1 for trait in each["attributes"])
    assert not any(each["doubtful"] for each in told[:-1])
    assert told[-1]["doubtful"]
    assert not told[-1]["known"]


def test_people_are_told_that_a_machine_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", CONTENTS / Gallery.open(CONTENTS).works[0].file, "--beam", "1") == 0
    told = capsys.readouterr().out
    assert "by a machine: captioner " in told
    assert "keywords: " in told


def test_the_captioner_that_ships_is_small() -> None:
    assert sum(file.stat().st_size for file in EMBEDDED.iterdir()) <= 3_000_000


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    folder = tmp_path / "gallery"
    for number in range(3):
        paint(folder / "images" / f"{number}.png", number)
    works = [Work(str(number), f"images/{number}.png") for number in range(2)]
    Gallery(folder, [*works, Work("2", "images/2.png", "Mine", "My own words.", text_by="person")]).save()
    return folder


def test_a_gallery_is_filled_once(gallery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", "--gallery", gallery, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in told["described"]] == ["0", "1"]
    works = Gallery.open(gallery).works
    assert works[2].description == "My own words."
    assert works[2].machine is None
    assert works[0].machine is not None
    assert works[0].machine.model == told["model"]
    assert run("describe", "--gallery", gallery) == 0
    assert "0 works described" in capsys.readouterr().out
    assert run("describe", "--gallery", gallery, "--accept", "0", "--reject", "1") == 0
    assert [work.told.text_by for work in Gallery.open(gallery).works] == ["captioner", "", "person"]


@pytest.mark.slow
def test_in_the_background(gallery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", "--gallery", gallery, "--background", "--beam", "1", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert os.waitstatus_to_exitcode(os.waitpid(told["process"], 0)[1]) == 0
    assert "2 works described" in Path(told["log"]).read_text()
    assert sum(work.machine is not None for work in Gallery.open(gallery).works) == 2


def test_the_text_around_a_picture(gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = tmp_path / "page.txt"
    context.write_text("Boats on the lake at evening. Nothing else was said of it on that page, or anywhere.")
    picture = gallery / "images" / "0.png"
    assert run("describe", picture, "--context", context, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["source"] in ("captioner", "context")


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ([], "nothing to describe"),
        (["picture.png", "--gallery", "."], "nothing to describe, or too much"),
        (["picture.png"], "picture.png does not exist"),
        (["--gallery", "nowhere"], "no gallery"),
        (["x.png", "--model", "."], "no captioner"),
        (["x.png", "--context", "none.txt"], "none.txt cannot be read"),
        (["x.png", "--model", "a", "--hub", "b"], "two captioners"),
        (["x.png", "--accept", "1"], "--gallery"),
        (["x.png", "--beam", "0"], "--beam"),
        (["x.png", "--background"], "--gallery"),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str],
    match: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("describe", *arguments) == 2
    told = capsys.readouterr()
    assert match in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert list(tmp_path.iterdir()) == []


def test_one_broken_picture_among_several_prints_nothing(
    gallery: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = gallery / "images" / "1.png"
    broken.write_bytes(broken.read_bytes()[:60])
    assert run("describe", gallery / "images" / "0.png", broken, "--json") == 2
    told = capsys.readouterr()
    assert "1.png" in told.err
    assert told.out == ""
