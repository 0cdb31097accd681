import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ground.errors import BadGallery, PentimentoError
from retrieval.gallery import Gallery
from scripts.gallery import app
from tests.retrieval.painted import paint


def run(*words: str | Path) -> tuple[int, str]:
    """Exit code and stdout; an error of ours is raised, for the command line's frame to show."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, PentimentoError):
        raise result.exception
    return result.exit_code, result.stdout


@pytest.fixture
def src(tmp_path: Path) -> Path:
    for number in range(20):
        paint(tmp_path / "src" / f"a-picture-{number}.jpg", number)
    (tmp_path / "src" / "broken.jpg").write_bytes(b"none")
    return tmp_path / "src"


def test_import_check_split(src: Path, tmp_path: Path) -> None:
    out = tmp_path / "gallery"
    code, said = run("import", "folder", src, "--out", out)
    assert code == 0
    assert said.startswith("20 works, 1 left out\n  left out: 1 pictures that cannot be read\n")

    assert run("check", out) == (0, "20 works, 0 problems\n")
    assert run("split", out, "--seed", "3") == (0, "18 train, 1 validation, 1 test\n")
    with pytest.raises(BadGallery, match="has a split already; give --replace"):
        run("split", out)
    before = Gallery.open(out).works
    assert json.loads(run("split", out, "--replace", "--seed", "4", "--json")[1])["splits"]["train"] == 18
    assert Gallery.open(out).works != before


def test_json_is_one_document_and_nothing_else(src: Path, tmp_path: Path) -> None:
    out = tmp_path / "gallery"
    report = json.loads(run("import", "folder", src, "--out", out, "--json")[1])
    assert (report["works"], report["left_out"]) == (20, {"unreadable picture": 1})
    assert report["findings"][0]["where"] == "broken.jpg"

    gallery = Gallery.open(out)
    gallery.picture(gallery.works[0]).unlink()
    code, said = run("check", out, "--json")
    assert code == 1
    (problem,) = json.loads(said)["problems"]
    assert problem["work"] == gallery.works[0].id


def test_bad_input_is_said_in_one_line_and_writes_nothing(tmp_path: Path) -> None:
    for words in (["check", tmp_path / "no"], ["split", tmp_path / "no"]):
        with pytest.raises(BadGallery, match="there is no gallery folder"):
            run(*words)
    with pytest.raises(BadGallery, match="there is no folder"):
        run("import", "wikiart", tmp_path / "no", "--out", tmp_path / "g")
    assert run("import", "louvre", tmp_path, "--out", tmp_path / "g")[0] == 2
    assert list(tmp_path.iterdir()) == []
