"""`pentimento curate` as it is called: what it prints, what it writes, and how it refuses."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from retrieval.gallery import Gallery
from scripts.main import main
from tests.curation.made import drawn, gallery, saved

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`pentimento curate ...`: its exit code, what it printed and what it complained of."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["curate", *map(str, words)])
        code = ended.value.code
        return (code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


@pytest.fixture
def answered(run: Run) -> Callable[..., dict[str, Any]]:
    """The one JSON document of a call that went well."""

    def answered(*words: str | Path) -> dict[str, Any]:
        code, said, _ = run(*words, "--json")
        assert code == 0
        found: dict[str, Any] = json.loads(said)
        return found

    return answered


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a folder of pictures for each class, told apart by their light."""
    folder = tmp_path_factory.mktemp("classes")
    for row in range(6):
        for name, low in (("dim", 0), ("grey", 110), ("pale", 215)):
            image = ImageOps.grayscale(drawn(row, (64, 64))).point(lambda value, low=low: low + value // 7)
            saved(image.convert("RGB"), folder / name / f"{row}.png")
    return folder


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    pictures = [("whole.png", drawn(1)), ("mirror.png", ImageOps.mirror(drawn(1)).resize((340, 264)))]
    gallery(folder, [*pictures, ("other.png", drawn(2)), ("third.png", drawn(3))])
    return folder


def test_classify(answered: Callable[..., Any], classes: Path, tmp_path: Path) -> None:
    found = answered("classify", classes, "--out", tmp_path, "--unknown", "grey", "--views", "1")
    assert found["closed"]["weighted"]["f1"] > 0.8
    assert set(found["closed"]["auc"]) == {"dim", "grey", "pale", "macro"}
    assert [way["way"] for way in found["open"]] == ["rest class", "two stages", "threshold"]
    assert len(found["predictions"]) == 18
    assert sum(found["predictions"][0]["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    made = {path.name for path in tmp_path.iterdir()}
    assert {
        "classes.json",
        "predictions.csv",
        "confusion-closed.png",
        "roc-closed.png",
        "roc-threshold.png",
    } <= made
    assert len((tmp_path / "predictions.csv").read_text().splitlines()) == 19


def test_clusters(answered: Callable[..., Any], classes: Path, tmp_path: Path) -> None:
    found = answered(
        "clusters", classes, "--clusters", "3", "--label", "folder", "--maps", "pca,tsne", "--out", tmp_path
    )
    assert found["clusters"] == 3
    assert found["against_labels"]["ari"] > 0.5
    assert {path.name for path in tmp_path.iterdir()} >= {"pca.png", "tsne.png", "map.html", "clusters.json"}
    assert Image.open(tmp_path / "pca-labels.png").format == "PNG"


def test_duplicates_are_told_and_nothing_is_touched(
    answered: Callable[..., Any], copies: Path, tmp_path: Path
) -> None:
    before = sorted(copies.rglob("*"))
    found = answered("duplicates", copies, "--out", tmp_path)
    [group] = [group for group in found["groups"] if group["tier"] == "picture"]
    assert (set(group["works"]), group["keep"]) == ({"whole", "mirror"}, "whole")
    assert sorted(copies.rglob("*")) == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "duplicates.html",
        "duplicates.csv",
        "duplicates.json",
    }


def test_apply_sets_aside_and_undo_brings_back(
    answered: Callable[..., Any], copies: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "g"
    shutil.copytree(copies, folder)
    catalogue = (folder / "catalogue.csv").read_bytes()
    found = answered("duplicates", folder, "--apply")
    assert found["set_aside"] == ["mirror"]
    assert [work.id for work in Gallery.open(folder).works] == ["whole", "other", "third"]
    assert answered("duplicates", folder)["groups"] == []
    assert answered("undo", found["undo"]) == {"brought_back": 1, "gone": []}
    assert (folder / "catalogue.csv").read_bytes() == catalogue
    assert (folder / "images" / "mirror.png").is_file()
    protected = answered("duplicates", folder, "--apply", "--protect", folder / "images")
    assert (protected["set_aside"], protected["undo"]) == ([], None)


def test_a_new_picture_is_looked_up(answered: Callable[..., Any], copies: Path, tmp_path: Path) -> None:
    part = saved(ImageOps.mirror(drawn(2)).crop((30, 20, 330, 250)), tmp_path / "new.jpg", quality=70)
    [match] = [
        each
        for each in answered("duplicates", copies, "--picture", part)["matches"]
        if each["tier"] != "object"
    ]
    assert (match["work"], match["tier"]) == ("other", "picture")
    assert "mirrored, cropped" in match["how"]


def test_thresholds_are_chosen_on_labelled_pairs_and_used(
    answered: Callable[..., Any], copies: Path, tmp_path: Path
) -> None:
    pairs, file = tmp_path / "pairs.csv", tmp_path / "thresholds.json"
    pairs.write_text("one,other,same\nwhole,mirror,picture\nwhole,other,no\nother,third,no\n")
    chosen = answered("calibrate", copies, "--pairs", pairs, "--out", file)
    assert chosen["chosen_on"]["picture"] == {
        "threshold": chosen["alignment"], "precision": 1, "recall": 1, "pairs": 3,
    }  # fmt: skip
    found = answered("duplicates", copies, "--thresholds", file)
    assert found["thresholds"] == {"alignment": chosen["alignment"], "cosine": chosen["cosine"]}
    assert set(found["groups"][0]["works"]) == {"whole", "mirror"}


def test_health_and_report(answered: Callable[..., Any], copies: Path, tmp_path: Path) -> None:
    found = answered("health", copies, "--no-texts", "--out", tmp_path / "h")
    assert (found["works"], found["flags"]) == (4, [])
    assert (tmp_path / "h" / "health.csv").read_text().startswith("work,file,title,fault")
    told = answered("report", copies, "--no-texts", "--out", tmp_path / "r", "--title", "All of it")
    assert told["health"]["works"] == 4
    html = (tmp_path / "r" / "report.html").read_text(encoding="utf-8")
    assert "<h1>All of it</h1>" in html
    assert "The same picture" in html


def test_words_find_pictures_and_pictures_words(answered: Callable[..., Any], copies: Path) -> None:
    found = answered("search", copies, "--title", "A ship at sea", "-k", "2")
    assert [row["rank"] for row in found["works"]] == [1, 2]
    assert found["works"][0]["score"] >= found["works"][1]["score"]
    texts = ("A ship at sea", "Sunflowers in a vase")
    told = answered("best-text", copies / "images" / "whole.png", "--text", texts[0], "--text", texts[1])
    assert {each["text"] for each in told["pictures"][0]["texts"]} == set(texts)
    scores = [each["score"] for each in told["pictures"][0]["texts"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["classify", "no"], "there is no gallery folder no"),
        (["classify", "{copies}"], "no work has a column 'folder'"),
        (["classify", "{copies}", "--label", "school"], "no work has a label"),
        (["classify", "{copies}", "--label", "title"], "has 1 work; give 2 of each class"),
        (["clusters", "{copies}", "--clusters", "9"], "9 clusters are asked for, of 4 works"),
        (["clusters", "{copies}", "--method", "som"], "there is no 'som'"),
        (["clusters", "{copies}", "--maps", "globe"], "there is no 'globe'; there are pca, tsne, umap"),
        (["duplicates", "{copies}", "--tier", "soul"], "there is no tier 'soul'"),
        (
            ["duplicates", "{copies}", "--picture", "{copies}/catalogue.csv"],
            "cannot be read; give a picture that can",
        ),
        (["duplicates", "{copies}", "--protect", "nowhere"], "there is no folder nowhere to protect"),
        (["duplicates", "{copies}", "--thresholds", "none.json"], "cannot be read as thresholds"),
        (["undo", "none.json"], "there is no undo list none.json"),
        (
            ["calibrate", "{copies}", "--pairs", "none.csv", "--out", "t.json"],
            "none.csv cannot be read as pairs",
        ),
        (["search", "{copies}"], "no words are given"),
        (["search", "{copies}", "--title", "qqqq zzzz"], "qqqq"),
        (["best-text", "{copies}", "--texts", "none.txt"], "none.txt cannot be read as text"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    run: Run, copies: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(copies.rglob("*"))
    code, said, complained = run(*(word.format(copies=copies) for word in words))
    assert (code, said) == (2, "")
    assert complaint in complained
    assert complained.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
    assert sorted(copies.rglob("*")) == before
