"""The trainer from end to end, on a handful of generated pictures and a teacher of chance weights."""

import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch
from PIL import Image

from ground.vgg import WIDTHS, Vgg19
from scripts import train_slim
from scripts.slim import pictures, recognition
from tests.scripts.slim.conftest import chance_state


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Sixteen small photographs, and an archive of two classes of twelve things."""
    chance = np.random.default_rng(0)
    folder = tmp_path / "data"
    (folder / "photos").mkdir(parents=True)
    for number in range(16):
        coarse = Image.fromarray(chance.integers(0, 256, (9, 12, 3), dtype=np.uint8))
        coarse.resize((160, 120), Image.Resampling.BICUBIC).save(folder / "photos" / f"{number:02}.jpg")
    with tarfile.open(folder / pictures.THINGS, "w:gz") as tar:
        for number in range(24):
            shade = np.full((64, 64, 3), 40 + 150 * (number % 2), np.uint8)
            file = io.BytesIO()
            Image.fromarray(shade).save(file, "JPEG")
            member = tarfile.TarInfo(f"class{number % 2}/{number}.jpg")
            member.size = file.tell()
            tar.addfile(member, io.BytesIO(file.getvalue()))
    return folder


@pytest.mark.slow
def test_both_stages_run_write_the_weights_and_do_not_run_again(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for module, name, value in (
        (pictures, "PIXELS", 2 * 96**2),
        (pictures, "CROPS", (96,)),
        (train_slim, "MEASURED", 2),
        (train_slim, "WHITENED", 2),
        (recognition, "BATCH", 4),
        (recognition, "JUDGED", 2),
    ):
        monkeypatch.setattr(module, name, value)
    teacher, work = tmp_path / "teacher.pth", tmp_path / "work"
    torch.save({"epoch": 1, "model": chance_state()}, teacher)
    line = ["train_slim", "--data", data, "--teacher", teacher, "--work", work, "--steps", 3, 4]
    monkeypatch.setattr("sys.argv", [str(part) for part in line])
    threads = torch.get_num_threads()
    train_slim.main()
    file = work / "vgg19-slim.safetensors"
    state = safetensors.torch.load_file(file)
    assert {value.dtype for value in state.values()} == {torch.float16}
    Vgg19(WIDTHS["vgg19-slim"]).load_state_dict(state)
    log = [json.loads(text) for text in (work / "log.jsonl").read_text().splitlines()]
    assert [(entry["stage"], entry["step"]) for entry in log if entry["progress"] == 1] == [
        ("matching", 3),
        ("recognition", 4),
    ]
    before = file.read_bytes()
    capsys.readouterr()
    train_slim.main()
    torch.set_num_threads(threads)
    assert capsys.readouterr().out == ""
    assert file.read_bytes() == before
