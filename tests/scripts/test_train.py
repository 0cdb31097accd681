"""`pentimento train` and `evaluate` as a user meets them: what they write, what they say, and how they end."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ground.lock import alone
from retrieval import checkpoint
from retrieval.gallery import Gallery
from retrieval.joint import JointSpace
from retrieval.plan import Plan
from retrieval.splitting import split
from retrieval.work import Work
from scripts.lesson import Lesson
from scripts.main import main
from tests.retrieval.painted import paint
from tests.retrieval.told import THINGS, told

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
QUICK = ("--dimensions", "16", "--epochs", "4")
FIGURES = {"median_rank", "reciprocal_rank", "recall_at_1", "recall_at_5", "recall_at_10"}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty works with two descriptions each."""
    folder = tmp_path_factory.mktemp("gallery")
    works = []
    for number in range(40):
        paint(folder / "images" / f"{number}.png", number)
        thing = THINGS[number % len(THINGS)]
        others = (f"Another {thing}, by hand",)
        works.append(
            Work(f"{number}", f"images/{number}.png", thing, f"A {thing} in oil", other_descriptions=others)
        )
    Gallery(folder, split(works)).save()
    return folder


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as exit_:
        main([str(each) for each in arguments])
    return int(exit_.value.code or 0)


def test_train_writes_a_model_a_report_and_curves(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "model"
    assert run("train", gallery, "--out", out, *QUICK, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert sorted(path.name for path in out.iterdir()) == [
        *("heads.safetensors", "model.json", "training.json", "training.png", "words.json")
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert json.loads((out / "training.json").read_text()) | {"out": str(out)} == document
    assert document["plan"]["dimensions"] == 16
    assert document["encoder"]["name"] == "vgg19-slim"
    assert document["pairs"] == {"train": 72, "validation": 4, "test": 4}
    assert [epoch["epoch"] for epoch in document["epochs"]] == [1, 2, 3, 4]
    assert set(document["epochs"][0]) == {"epoch", "loss", "seconds"} | FIGURES
    assert set(document["hardware"]) >= {"processor", "cores", "torch"}
    for name in ("validation", "test"):
        for way in ("text_to_picture", "picture_to_text"):
            assert set(document[name][way]["intervals"]) == FIGURES
    with Image.open(out / "training.png") as curves:
        assert curves.size == (1800, 600)

    space = JointSpace.load(out)
    assert space.embed_words(["A boat"], [""]).shape == (1, 16)

    assert run("evaluate", gallery, "--model", out, "--json") == 0
    judged = json.loads(capsys.readouterr().out)
    assert judged["text_to_picture"] == document["test"]["text_to_picture"]


def test_what_people_see_is_the_thesis_table(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", gallery, "--out", tmp_path / "model", *QUICK) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["epoch", "MR", "R@1", "R@5", "R@10"]
    assert [line.split()[0] for line in lines[1:5]] == ["1", "2", "3", "4"]
    assert sum(line.endswith("kept") for line in lines) == 1
    assert run("evaluate", gallery, "--model", tmp_path / "model", "--split", "all") == 0
    assert "all, text to picture, 80 among 40:" in capsys.readouterr().out


def test_the_same_seed_makes_the_same_model(gallery: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert run("train", gallery, "--out", tmp_path / name, *QUICK) == 0
    one, other = ((tmp_path / name / "heads.safetensors").read_bytes() for name in ("one", "other"))
    assert one == other


def test_held_back_descriptions_are_learned_in_the_end(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "model"
    assert run("train", gallery, "--out", out, *QUICK, "--hold-back", "descriptions", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["pairs"] == {"train": 76, "test": 4}
    assert document["validation"]["text_to_picture"]["queries"] == 38
    assert JointSpace.load(out).text_encoder.understood("another", "by hand") == ["hand"]


def test_the_thesis_preset(gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the network in the loop; the encoder is another, whose weights are here."""
    choice = (
        "--preset",
        "thesis",
        "--live",
        "--encoder",
        "vgg19-slim",
        "--dimensions",
        "28",
        "--epochs",
        "2",
    )
    assert run("train", gallery, "--out", tmp_path / "model", *choice, "--views", "1", "--json") == 0
    plan = json.loads(capsys.readouterr().out)["plan"]
    assert (plan["sampling"], plan["tanh"], plan["batch"], plan["dimensions"], plan["live"]) == (
        *("thesis", True, 28, 28, True),
    )


def test_left_and_resumed_a_lesson_goes_on(tmp_path: Path) -> None:
    pairs = {"train": told(40, texts=2)}
    plan = Plan.named("stock", dimensions=8, epochs=5, patience=0, hold_back="descriptions")

    def lesson(name: str) -> Lesson:
        return Lesson(plan, pairs, ("resnet50", "a" * 64), tmp_path / name)

    whole = lesson("whole")
    numbers = [epoch.number for epoch in whole.epochs(resume=False)]
    whole.finish()
    stops = (2, 5, len(numbers) - 1)  # in the first training, between the two, in the second
    for stop in stops:
        left, resumed = lesson(f"stopped {stop}"), lesson(f"stopped {stop}")
        for _ in zip(range(stop), left.epochs(resume=False), strict=False):
            pass
        list(resumed.epochs(resume=True))
        resumed.finish()
        one, other = (tmp_path / name / "heads.safetensors" for name in ("whole", f"stopped {stop}"))
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.slow
def test_stopped_and_resumed_it_makes_the_same_model(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = ("--dimensions", "16", "--epochs", "4000", "--set", "patience=0")
    command = [sys.executable, "-m", "scripts.main", "train", str(gallery), "--out", "model", *long]
    process = subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
    kept = tmp_path / ".model.training" / "training"
    while not kept.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
    process.send_signal(signal.SIGINT)
    told = process.communicate()[1]
    assert process.returncode == 130
    assert "give the same command with --resume to go on" in told
    assert not (tmp_path / "model").exists()

    done = len(checkpoint.load(kept)[1]["history"])
    short = ("--dimensions", "16", "--epochs", str(done + 2), "--set", "patience=0")
    assert run("train", gallery, "--out", tmp_path / "model", *short, "--resume", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["epochs"]) == done + 2
    assert not kept.parent.exists()
    assert run("train", gallery, "--out", tmp_path / "whole", *short) == 0
    assert (tmp_path / "whole" / "heads.safetensors").read_bytes() == (
        tmp_path / "model" / "heads.safetensors"
    ).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "depth=3"], "a plan has no setting 'depth'"),
        (["--set", "depth"], "--set depth is no setting"),
        (["--loss", "triplet"], "loss: Input should be 'cosine-margin' or 'info-nce'"),
        (["--preset", "fast"], "there is no preset 'fast'"),
        (["--encoder", "resnet51"], "there is no picture encoder 'resnet51'"),
        (["--weights", "none.pth"], "none.pth"),
        (["--resume"], "there is no checkpoint"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    arguments: list[str], said: str, gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", gallery, "--out", tmp_path / "model", *arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_model_is_never_swapped_away(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letters").write_text("dear")
    assert run("train", gallery, "--out", home, *QUICK, "--replace") == 2
    assert "is there, and is no joint model" in capsys.readouterr().err
    assert (home / "letters").read_text() == "dear"

    assert run("train", gallery, "--out", tmp_path / "model", *QUICK) == 0
    assert run("train", gallery, "--out", tmp_path / "model", *QUICK) == 2
    assert "give --replace" in capsys.readouterr().err
    assert run("train", gallery, "--out", tmp_path / "model", *QUICK, "--replace") == 0


def test_evaluate_refuses_what_it_cannot_judge(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "model"
    assert run("evaluate", gallery, "--model", model) == 2
    assert "there is no joint model" in capsys.readouterr().err
    assert run("train", gallery, "--out", model, *QUICK) == 0
    capsys.readouterr()
    assert run("evaluate", gallery, "--model", model, "--split", "holiday") == 2
    assert "has 0 described works in the split 'holiday'" in capsys.readouterr().err
    heads = model / "heads.safetensors"
    heads.write_bytes(heads.read_bytes()[:-1] + b"x")
    assert run("evaluate", gallery, "--model", model) == 2
    assert "heads.safetensors is damaged" in capsys.readouterr().err


def test_a_picture_that_is_gone_is_named(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Gallery.open(gallery)
    works = [replace(work, file=str(gallery / work.file)) for work in opened.works]
    works[3] = replace(works[3], file="images/gone.png")
    Gallery(tmp_path / "gallery", works).save()
    assert run("train", tmp_path / "gallery", "--out", tmp_path / "model") == 2
    assert "gone.png" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_learning_helps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pictures of one colour each, named by it: most of the held-back ones must be found."""
    colours = {"red": (200, 30, 30), "green": (30, 160, 50), "blue": (40, 60, 200), "white": (240, 240, 235)}
    rng, works = np.random.default_rng(0), []
    for number in range(60):
        name = list(colours)[number % 4]
        pixels = np.clip(rng.normal(colours[name], 25, (40, 40, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{number}.png")
        works.append(Work(f"{number}", f"{number}.png", name, f"A {name} picture"))
    Gallery(tmp_path, split(works)).save()
    assert run("train", tmp_path, "--out", tmp_path / "model", "--json") == 0
    capsys.readouterr()
    assert run("evaluate", tmp_path, "--model", tmp_path / "model", "--split", "all", "--json") == 0
    found = json.loads(capsys.readouterr().out)["text_to_picture"]
    # Fifteen pictures of each colour answer alike; at best the own one is in the middle of these.
    assert found["median_rank"] <= 10


def test_two_processes_cannot_train_into_one_folder(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with alone(tmp_path / ".model.lock", "training"):
        assert run("train", gallery, "--out", tmp_path / "model", *QUICK) == 2
    assert "another process is training" in capsys.readouterr().err
