import json
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.gallery import Gallery
from scripts.main import main
from tests.retrieval.painted import paint

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`pentimento gallery ...`: its exit code, what it printed and what it complained of."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["gallery", *map(str, words)])
        code = ended.value.code
        return (code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


@pytest.fixture
def src(tmp_path: Path) -> Path:
    for number in range(20):
        paint(tmp_path / "src" / f"a-picture-{number}.jpg", number)
    (tmp_path / "src" / "broken.jpg").write_bytes(b"none")
    return tmp_path / "src"


def test_import_check_split(run: Run, src: Path, tmp_path: Path) -> None:
    out = tmp_path / "gallery"
    code, said, _ = run("import", "folder", src, "--out", out)
    assert code == 0
    assert said.startswith("20 works, 1 left out\n  left out: 1 pictures that cannot be read\n")

    assert run("check", out) == (0, "20 works, 0 problems\n", "")
    assert run("split", out, "--seed", "3") == (0, "18 train, 1 validation, 1 test\n", "")
    code, said, complaint = run("split", out)
    assert (code, said) == (2, "")
    assert "has a split already; give --replace" in complaint
    before = Gallery.open(out).works
    assert json.loads(run("split", out, "--replace", "--seed", "4", "--json")[1])["splits"]["train"] == 18
    assert Gallery.open(out).works != before


def test_json_is_one_document_and_nothing_else(run: Run, src: Path, tmp_path: Path) -> None:
    out = tmp_path / "gallery"
    report = json.loads(run("import", "folder", src, "--out", out, "--json")[1])
    assert (report["works"], report["left_out"]) == (20, {"unreadable picture": 1})
    assert report["findings"][0]["where"] == "broken.jpg"

    gallery = Gallery.open(out)
    gallery.picture(gallery.works[0]).unlink()
    code, said, _ = run("check", out, "--json")
    assert code == 1
    (problem,) = json.loads(said)["problems"]
    assert problem["work"] == gallery.works[0].id


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["check", "no"], "there is no gallery folder no"),
        (["split", "no"], "there is no gallery folder no"),
        (["import", "wikiart", "no", "--out", "g"], "there is no folder no"),
        (["import", "semart", ".", "--out", "g"], "holds none of semart_train.csv"),
        (["import", "louvre", ".", "--out", "g"], "louvre"),
        (["import", "folder", "."], "--out"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said, complained = run(*words)
    assert (code, said) == (2, "")
    assert complaint in complained
    assert complained.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
