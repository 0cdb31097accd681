import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.gallery import Gallery
from retrieval.index import Index
from scripts.main import main
from tests.retrieval.indexed import House, build, picture_vector
from tests.retrieval.painted import paint

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`pentimento index ...`: its exit code, what it printed and what it complained of."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["index", *map(str, words)])
        code = ended.value.code
        return (code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house"))


def test_a_style_index(run: Run, house: House, tmp_path: Path) -> None:
    out = tmp_path / "index"
    code, said, complaint = run(house.styles, "--kind", "style", "--out", out)
    assert (code, complaint) == (0, "")
    assert said == f"{out}: style index of 14 works, 512 dimensions by vgg19-slim, recall@5 1.0000\n"
    index = Index.open(out)
    found = index.nearest(picture_vector(house.styles / "images" / "3.png"), 1)[0]
    assert found[0].id == "103"
    assert found[1] == pytest.approx(1, abs=1e-3)
    assert index.picture(found[0]) == house.styles / "images" / "3.png"


def test_a_content_index(run: Run, house: House, tmp_path: Path) -> None:
    out = tmp_path / "index"
    code, said, _ = run(
        house.gallery, "--kind", "content", "--joint", house.indexes / "joint", "--out", out, "--json"
    )
    assert code == 0
    told = json.loads(said)
    assert (told["kind"], told["works"], told["dimensions"]) == ("content", 10, 16)
    assert told["encoder"]["name"] == "joint"
    assert told == {
        "out": str(out),
        **{name: json.loads((out / "manifest.json").read_text())[name] for name in told if name != "out"},
    }
    assert Index.open(out).manifest.files == Index.open(house.indexes / "content").manifest.files


def test_add_remove_rebuild_check(run: Run, house: House, tmp_path: Path) -> None:
    out, more = tmp_path / "index", tmp_path / "more"
    assert run(house.styles, "--kind", "style", "--out", out)[0] == 0
    late = paint(more / "images" / "late.png", 300)
    works = Gallery.open(house.styles).works
    Gallery(
        more,
        [
            replace(works[0], file=f"images/{late.name}"),
            replace(works[0], id="late", file=f"images/{late.name}"),
        ],
    ).save()

    code, said, _ = run(more, "--add", "--out", out)
    assert (code, said.split(",")[0]) == (0, f"{out}: style index of 15 works")
    vector = picture_vector(late)
    assert Index.open(out).nearest(vector, 1)[0][0].id == "late"
    assert run(more, "--add", "--out", out)[1] == said

    code, said, _ = run("--remove", "late", "--remove", "100", "--out", out, "--json")
    assert (code, json.loads(said)["works"]) == (0, 13)
    assert run("--rebuild", "--out", out)[0] == 0
    assert "late" not in [work.id for work in Index.open(out).works]
    assert run("--check", "--out", out)[0] == 0

    file = out / "vectors.npy"
    file.write_bytes(file.read_bytes()[:-1] + b"\x77")
    code, said, complaint = run("--check", "--out", out)
    assert (code, said) == (2, "")
    assert complaint.startswith(f"pentimento: {file} is damaged")


def test_a_milvus_server(run: Run, house: House, tmp_path: Path) -> None:
    pytest.importorskip("pymilvus", reason="pymilvus is not installed")
    pytest.importorskip("milvus_lite", reason="milvus-lite is not installed")
    out = tmp_path / "index"
    assert run(house.styles, "--kind", "style", "--out", out, "--server", tmp_path / "lite.db")[0] == 0
    assert not (out / "vectors.npy").exists()
    vector = picture_vector(house.styles / "images" / "5.png")
    assert Index.open(out).nearest(vector, 1)[0][0].id == "105"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "no gallery is given; give the folder of one"),
        (("GALLERY",), "what the index is for is not said; give --kind content or --kind style"),
        (("NOWHERE", "--kind", "style"), "there is no gallery folder"),
        (("GALLERY", "--kind", "style", "--encoder", "nonsense"), "nonsense"),
        (("GALLERY", "--kind", "style", "--encoder", "resnet152"), "weights of resnet152 are missing"),
        (("GALLERY", "--kind", "content", "--joint", "NOWHERE"), "there is no joint model in"),
        (("GALLERY", "--kind", "pictures"), "pictures"),
        (("GALLERY", "--rebuild"), "--rebuild takes no gallery; give only --out"),
        (("--rebuild", "--check"), "--rebuild and --check do not go together"),
        (("--rebuild",), "there is no index in"),
        (("--remove", "7"), "there is no index in"),
        (("GALLERY", "--add"), "there is no index in"),
        (
            ("GALLERY", "--kind", "style", "--server", "http://127.0.0.1:9"),
            "the Milvus server http://127.0.0.1:9 failed",
        ),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    words: tuple[str, ...], complaint: str, run: Run, house: House, tmp_path: Path
) -> None:
    names = {"GALLERY": house.gallery, "NOWHERE": tmp_path / "nowhere"}
    code, said, complained = run(*(names.get(word, word) for word in words), "--out", tmp_path / "index")
    assert (code, said) == (2, "")
    assert complaint in complained
    assert complained.splitlines()[-1].startswith("pentimento: ")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_gallery(run: Run, tmp_path: Path) -> None:
    Gallery(tmp_path / "empty", []).save()
    code, _, complaint = run(tmp_path / "empty", "--kind", "style", "--out", tmp_path / "index")
    assert (code, "holds no works" in complaint) == (2, True)
    assert not (tmp_path / "index").exists()


def test_a_picture_that_is_missing(run: Run, house: House, tmp_path: Path) -> None:
    gallery = Gallery.open(house.gallery)
    Gallery(tmp_path / "gallery", gallery.works).save()
    code, _, complaint = run(tmp_path / "gallery", "--kind", "style", "--out", tmp_path / "index")
    assert code == 2
    assert str(Path("gallery") / "images" / "0.png") in complaint
    assert [path.name for path in tmp_path.iterdir()] == ["gallery"]
