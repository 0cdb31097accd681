"""`pentimento caption` as a user meets it: what it writes, what it says, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from captioning.captioner import Captioner
from retrieval.gallery import Gallery
from retrieval.work import Work
from scripts.main import main
from tests.captioning import made
from tests.retrieval.painted import paint

QUICK = ("--hidden", "12", "--epochs", "2", "--set", "embedding=8", "--set", "look=merge")
QUICK += ("--encoder", "vgg19-slim", "--set", "share=0.2")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifteen works with two descriptions each."""
    folder = tmp_path_factory.mktemp("gallery")
    works = []
    for number in range(15):
        paint(folder / "images" / f"{number}.png", number)
        first, second = made.texts(number)
        works.append(Work(str(number), f"images/{number}.png", "A view", first, other_descriptions=(second,)))
    Gallery(folder, works).save()
    return folder


@pytest.fixture(autouse=True)
def _no_java(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Its machines take seconds to start."""
    if "slow" not in request.keywords:
        monkeypatch.setenv("PATH", "/nowhere")


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return int(ended.value.code or 0)


def test_train_and_evaluate(gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "model"
    assert run("caption", "train", gallery, "--out", out, *QUICK, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert sorted(path.name for path in out.iterdir()) == [
        *("captioner.safetensors", "model.json", "training.json", "training.png", "words.json")
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert document["pictures"] == {"train": 9, "validation": 3, "test": 3}
    assert [epoch["epoch"] for epoch in document["epochs"]] == [1, 2]
    assert document["plan"]["hidden"] == 12
    for split in ("validation", "test"):
        assert set(document[split]["intervals"]) == {"bleu_1", "bleu_2", "bleu_3", "bleu_4", "rouge_l"}
    with Image.open(out / "training.png") as curves:
        assert curves.size == (1800, 600)

    page = tmp_path / "examples.html"
    assert (
        run("caption", "evaluate", gallery, "--model", out, "--split", "all", "--page", page, "--json") == 0
    )
    judged = json.loads(capsys.readouterr().out)
    assert judged["captions"] == 15
    assert isinstance(judged["cider"], float)
    assert judged["meteor"] == "not run: there is no Java"
    assert set(judged["proof"]) == {"no text", "machine text", "real text"}
    assert judged["model"] == Captioner.load(out).model
    text = page.read_text()
    assert text.count("<figure>") == 15  # of so few, none twice
    assert "The worst" in text
    assert made.texts(0)[0] in text

    assert run("caption", "evaluate", gallery, "--model", out, "--split", "all", "--beam", "1") == 0
    told = capsys.readouterr().out
    assert "BLEU-4" in told
    assert "median rank" in told


def test_stopped_it_resumes_and_a_model_is_not_overwritten(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "model"
    from captioning.training import Training

    learned = Training._learned

    def stopping(self: Training, number: int) -> object:
        if number == 2:
            raise KeyboardInterrupt
        return learned(self, number)

    monkeypatch.setattr(Training, "_learned", stopping)
    assert run("caption", "train", gallery, "--out", out, *QUICK) == 130
    assert "--resume" in capsys.readouterr().err
    assert not out.exists()
    monkeypatch.setattr(Training, "_learned", learned)
    assert run("caption", "train", gallery, "--out", out, *QUICK, "--resume", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["epochs"]) == 2
    before = (out / "model.json").read_bytes()
    assert run("caption", "train", gallery, "--out", out, *QUICK) == 2
    assert "--replace" in capsys.readouterr().err
    assert (out / "model.json").read_bytes() == before


def test_a_seeds_preset_with_attributes_and_word_vectors(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vectors = tmp_path / "glove.txt"
    vectors.write_text("".join(f"{word} 1 2 3 4\n" for word in ("dog", "boat", "snow", "the")))
    attributes = tmp_path / "attributes.json"
    values = {place: [place] for place in made.PLACES}
    attributes.write_text(
        json.dumps({"place": {"values": values}, "never": {"values": {"one": [], "two": []}}})
    )
    arguments = ["--preset", "seed-000", "--encoder", "vgg19-slim", "--epochs", "1", "--set", "share=0"]
    out = tmp_path / "model"
    more = ["--vectors", vectors, "--attributes", attributes, "--json"]
    assert run("caption", "train", gallery, "--out", out, *arguments, *more) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["plan"]["rule"], document["plan"]["batch"]) == ("seed", 32)
    assert set(document["attributes"]["learned"]) == {"place"}
    assert document["attributes"]["too_few_works"] == ["never"]
    found = Captioner.load(out)
    assert found.decoder.shape.embedding == 4
    assert found.decoder.shape.attributes == 3


@pytest.mark.parametrize(
    ("works", "arguments", "match"),
    [
        ([Work("a", "images/0.png")], [], "no work has a description"),
        ([Work("a", "images/0.png", description="5, 6!")], [], "no work has a description"),
        ([Work("a", "images/0.png", description="Boat")], ["--set", "minimum=2"], "no word"),
        ([Work("a", "images/none.png", description="One boat")], [], "none.png"),
        ([Work("a", "images/0.png", description="One boat")], ["--set", "hiden=3"], "hiden"),
        ([Work("a", "images/0.png", description="One boat")], ["--preset", "best"], "preset"),
        ([Work("a", "images/0.png", description="A boat")], ["--attributes", "none.json"], "attributes"),
        ([Work("a", "images/0.png", description="A boat")], ["--vectors", "none.txt"], "word vectors"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    works: list[Work], arguments: list[str], match: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "gallery"
    paint(folder / "images" / "0.png", 0)
    Gallery(folder, works).save()
    quick = ("--encoder", "vgg19-slim", "--set", "share=0", "--epochs", "1")
    assert run("caption", "train", folder, "--out", tmp_path / "model", *quick, *arguments) == 2
    told = capsys.readouterr()
    assert match in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["gallery"]


def test_one_word_is_enough_to_learn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "gallery"
    paint(folder / "images" / "0.png", 0)
    Gallery(folder, [Work("a", "images/0.png", description="Boat")]).save()
    quick = ("--encoder", "vgg19-slim", "--set", "share=0", "--epochs", "1", "--hidden", "8")
    assert run("caption", "train", folder, "--out", tmp_path / "model", *quick, "--set", "look=merge") == 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java")
def test_with_java_meteor_is_run(gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "model"
    assert run("caption", "train", gallery, "--out", out, *QUICK) == 0
    capsys.readouterr()
    assert run("caption", "evaluate", gallery, "--model", out, "--split", "all", "--json") == 0
    judged = json.loads(capsys.readouterr().out)
    assert 0 <= judged["meteor"] <= 1
    assert judged["spice"].startswith("not run: ") or judged["spice"] >= 0


def test_works_without_a_split_are_not_judged(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("caption", "evaluate", gallery, "--model", tmp_path) == 2
    assert "no captioner" in capsys.readouterr().err
