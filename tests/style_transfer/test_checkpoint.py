from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch

from ground.errors import BadCheckpoint
from style_transfer import checkpoint

TENSORS = {"a": torch.randn(3, 4), "b": torch.tensor([1, 2], dtype=torch.float64), "none": torch.zeros(0, 3)}
FACTS: dict[str, Any] = {"recipe": {"name": "sketch"}, "seconds": 1.5, "text": "é\n"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "deep" / "run.ckpt"
    checkpoint.save(path, TENSORS, FACTS)
    return path


def test_what_is_saved_comes_back_bit_for_bit(saved: Path) -> None:
    tensors, facts = checkpoint.load(saved)
    assert facts == FACTS
    assert tensors.keys() == TENSORS.keys()
    assert all(torch.equal(tensors[k], v) and tensors[k].dtype == v.dtype for k, v in TENSORS.items())
    assert [file.name for file in saved.parent.iterdir()] == ["run.ckpt"]


def test_views_and_transposes_are_saved_too(tmp_path: Path) -> None:
    grid = torch.arange(12.0).view(3, 4)
    checkpoint.save(tmp_path / "c", {"column": grid[:, 1], "turned": grid.T, "same": grid, "again": grid}, {})
    tensors, _ = checkpoint.load(tmp_path / "c")
    assert torch.equal(tensors["turned"], grid.T)
    assert torch.equal(tensors["column"], grid[:, 1])


def refused(path: Path, complaint: str) -> None:
    with pytest.raises(BadCheckpoint, match=complaint) as caught:
        checkpoint.load(path)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "gone", "there is no checkpoint .*gone")
    refused(tmp_path, "there is no checkpoint")


@pytest.mark.parametrize("keep", [0, 7, 200, -1])
def test_one_that_is_cut_short_is_refused(saved: Path, keep: int) -> None:
    saved.write_bytes(saved.read_bytes()[:keep])
    refused(saved, "not a whole checkpoint")


@pytest.mark.parametrize("where", [0, 9, 60, -1, -40])
def test_one_with_a_changed_byte_is_refused(saved: Path, where: int) -> None:
    data = bytearray(saved.read_bytes())
    data[where] ^= 0x10
    saved.write_bytes(data)
    refused(saved, "not a ")


def test_text_and_other_peoples_tensors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("step 5 of 10\n" * 100)
    refused(tmp_path / "text", "not a whole checkpoint")
    safetensors.torch.save_file({"weight": torch.ones(2)}, tmp_path / "weights")
    refused(tmp_path / "weights", "not a checkpoint of this version")


def test_one_of_another_version_is_refused(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "VERSION", checkpoint.VERSION + 1)
    refused(saved, "not a checkpoint of this version")
