"""Weights: where they come from, and that a damaged or wrong file is refused by name."""

import json
import pickle
from pathlib import Path

import pytest
import safetensors.torch
import torch

from ground import weights
from ground.errors import BadWeights
from ground.files import sha256
from ground.vgg import LAYERS, WIDTHS, Vgg19, normalise


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of bundled weights with one small file, recorded as the repository records them."""
    file = tmp_path / "small.safetensors"
    safetensors.torch.save_file({"layer.weight": torch.arange(64, dtype=torch.float16)}, file)
    (tmp_path / "sha256.json").write_text(json.dumps({file.name: sha256(file)}))
    monkeypatch.setattr(weights, "BUNDLED", tmp_path)
    return file


def test_bundled_weights_come_in_float32_with_their_hash(bundled: Path) -> None:
    loaded = weights.load("small")
    assert loaded.sha256 == sha256(bundled)
    assert loaded.state["layer.weight"].dtype == torch.float32
    assert loaded.state["layer.weight"].tolist() == list(range(64))


@pytest.mark.parametrize("place", [0, 9, 40, -1])
def test_one_flipped_byte_is_refused_by_name(bundled: Path, place: int) -> None:
    damaged = bytearray(bundled.read_bytes())
    damaged[place] ^= 1
    bundled.write_bytes(damaged)
    with pytest.raises(BadWeights, match=r"small\.safetensors is damaged"):
        weights.load("small")


def test_slim_is_bundled_small_and_whole() -> None:
    file = weights.BUNDLED / "vgg19-slim.safetensors"
    assert file.stat().st_size <= 4_000_000
    network = Vgg19(WIDTHS["vgg19-slim"])
    network.load_state_dict(weights.load("vgg19-slim").state)
    picture = torch.rand(1, 3, 64, 96, generator=torch.Generator().manual_seed(0))
    taps = network(normalise(picture), LAYERS)
    assert list(taps) == list(LAYERS)
    assert all(bool(tap.isfinite().all()) and float(tap.detach().std()) > 0.01 for tap in taps.values())


def test_slim_tells_structure_from_noise_in_every_block() -> None:
    """Two views of one scene are nearer than the scene and noise of the same colours: the network has learned."""
    network = Vgg19(WIDTHS["vgg19-slim"]).requires_grad_(False)
    network.load_state_dict(weights.load("vgg19-slim").state)
    y, x = torch.meshgrid(torch.linspace(0, 6, 96), torch.linspace(0, 6, 96), indexing="ij")
    scene = torch.stack([(torch.sin(3 * x + y) + 1) / 2, (torch.cos(2 * y) + 1) / 2, (x > 3).float()])
    noise = scene.flatten(1)[:, torch.randperm(96 * 96, generator=torch.Generator().manual_seed(0))].view_as(
        scene
    )
    views = torch.stack([scene, scene.roll(7, 2), noise])
    for name, tap in network(
        normalise(views), ("conv2_1", "conv3_1", "conv4_1", "conv5_1", "conv5_4")
    ).items():
        means = torch.nn.functional.normalize(tap.mean((2, 3)))
        assert float(means[0] @ means[1]) > float(means[0] @ means[2]), name


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match=r"there is no weights file .*absent\.pth"):
        weights.load("vgg19", tmp_path / "absent.pth")


@pytest.mark.parametrize("name", ["broken.pth", "broken.safetensors"])
@pytest.mark.parametrize("content", [b"", b"no weights at all", b"\x80\x02}q\x00."])
def test_a_file_that_holds_no_weights_is_bad_input(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadWeights, match=name):
        weights.load("vgg19", tmp_path / name)


def test_values_that_are_no_numbers_are_bad_input(tmp_path: Path) -> None:
    torch.save({"a": torch.tensor([1.0, torch.nan])}, tmp_path / "nan.pth")
    with pytest.raises(BadWeights, match=r"nan\.pth holds values that are no numbers"):
        weights.load("vgg19", tmp_path / "nan.pth")


class Mischief:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (Path("never"),))  # type: ignore[return-value]


def test_a_pickle_that_would_run_code_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save(Mischief(), tmp_path / "zip.pth")
    (tmp_path / "bare.pth").write_bytes(pickle.dumps(Mischief(), protocol=2))
    for name in ("zip.pth", "bare.pth"):
        with pytest.raises(BadWeights, match=name) as refused:
            weights.load("vgg19", tmp_path / name)
        assert "weights_only" not in str(refused.value)  # torch's own words say how to run it all the same
    assert not (tmp_path / "never").exists()


def test_a_saved_network_instead_of_its_state_is_bad_input(tmp_path: Path) -> None:
    torch.save([torch.ones(2)], tmp_path / "list.pth")
    with pytest.raises(BadWeights, match="holds no state dict"):
        weights.load("vgg19", tmp_path / "list.pth")


def test_an_unknown_network_is_bad_input() -> None:
    with pytest.raises(BadWeights, match="'vgg1000'"):
        weights.load("vgg1000")
