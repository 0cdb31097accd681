"""Backbones, held against torchvision's own network and against float64 numpy."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from ground.errors import BadWeights
from ground.vgg import LAYERS
from style_transfer.backbones import UNITS, VggBackbone, backbone, has_bf16
from tests.style_transfer import formulas
from tests.style_transfer.made import RANDOM, batch, close, plain, some, vgg_state, written

CPU = torch.device("cpu")
ALL = {"content_layers": "conv5_4", "style_layers": ",".join(LAYERS)}
PICTURE = some(37, 50)


@pytest.fixture(scope="module")
def torchvision_features() -> nn.Sequential:
    """torchvision's VGG-19 as it builds it, filled at random; its classifier never takes up memory."""
    from torchvision.models import vgg19

    with torch.device("meta"):
        features: nn.Sequential = vgg19(weights=None).features
    features.to_empty(device="cpu")
    generator = torch.Generator().manual_seed(3)
    for parameter in features.parameters():
        fan = parameter[0].numel() if parameter.dim() > 1 else 1000
        parameter.data.normal_(0, (2 / fan) ** 0.5, generator=generator)
    return features.requires_grad_(False)


def its_taps(features: nn.Sequential, entered: Tensor) -> dict[str, Tensor]:
    """What torchvision's own forward pass has after each ReLU, which works in place and so is copied."""
    found, names = {}, iter(LAYERS)
    for module in features:
        entered = module(entered)
        if isinstance(module, nn.ReLU):
            found[next(names)] = entered.clone()
    return found


def test_taps_are_those_of_torchvisions_own_forward(
    torchvision_features: nn.Sequential, tmp_path: Path
) -> None:
    """All sixteen, after their ReLU, from a file in torchvision's layout, classifier and all."""
    state = {f"features.{name}": value for name, value in torchvision_features.state_dict().items()}
    file = tmp_path / "vgg19-dcbb9e9d.pth"
    torch.save({**state, "classifier.6.bias": torch.zeros(1000)}, file)
    network = backbone(plain(backbone="vgg19", **ALL), file, CPU)
    found = network(batch(PICTURE), LAYERS)
    mean, deviation = (
        torch.tensor(v).view(3, 1, 1) for v in (formulas.IMAGENET_MEAN, formulas.IMAGENET_DEVIATION)
    )
    wanted = its_taps(torchvision_features, (batch(PICTURE) - mean) / deviation)
    assert list(found) == list(wanted) == list(LAYERS)
    for name in LAYERS:
        assert float(wanted[name].max()) > 0
        close(found[name], wanted[name], rtol=1e-4, atol=1e-5 * float(wanted[name].max()))
    assert network.origin == "vgg19 from vgg19-dcbb9e9d.pth"


@pytest.mark.parametrize(("pooling", "padding"), [("max", "zeros"), ("average", "zeros"), ("max", "reflect")])
def test_taps_are_those_of_the_formulas(pooling: str, padding: str, tmp_path: Path) -> None:
    state, recipe = vgg_state("vgg19-slim"), plain(pooling=pooling, padding=padding, **ALL)
    network = backbone(recipe, written(state, tmp_path / "w.safetensors"), CPU)
    wanted = formulas.vgg(
        formulas.for_torchvision(PICTURE.rgb), {k: v.numpy() for k, v in state.items()}, pooling, padding
    )
    for name, tap in network(batch(PICTURE), LAYERS).items():
        close(tap[0], wanted[name], rtol=1e-4, atol=1e-5 * wanted[name].max())


def test_units_of_255_make_features_as_large_as_the_thesiss() -> None:
    one, thesis = (backbone(plain(units=units), RANDOM, CPU) for units in (1, 255))
    assert pytest.approx(255 * np.mean(formulas.IMAGENET_DEVIATION)) == UNITS
    layer = ["conv3_2"]
    close(thesis(batch(PICTURE), layer)["conv3_2"], UNITS * one(batch(PICTURE), layer)["conv3_2"], rtol=1e-6)


def test_the_oxford_weights_take_bgr_less_its_mean(tmp_path: Path) -> None:
    """As the thesis feeds them: from 0 to 255, no deviation; brought to the other networks' units by default."""
    state = vgg_state("vgg19")
    shallow = {k: v for k, v in state.items() if k[4] in "12"}
    file = written(shallow, tmp_path / "w.safetensors")
    over = {"backbone": "vgg19-caffe", "content_layers": "conv2_2", "style_layers": "conv1_1"}
    wanted = formulas.vgg(formulas.for_caffe(PICTURE.rgb), {k: v.numpy() for k, v in shallow.items()})
    for units, gain in ((255, 1.0), (1, 1 / UNITS)):
        network = backbone(plain(units=units, **over), file, CPU)
        found = network(batch(PICTURE), ["conv1_1", "conv2_2"])
        for name, tap in found.items():
            close(tap[0], gain * wanted[name], rtol=1e-4, atol=1e-5 * gain * wanted[name].max())


@pytest.mark.parametrize(
    ("over", "last"),
    [
        ({}, "conv3_2"),
        ({"content_layers": "conv1_2", "style_layers": "conv4_3,conv2_1"}, "conv4_3"),
        ({"content_layers": "conv4_2:1,conv5_4:0"}, "conv4_2"),
        ({"alpha": 0}, "conv3_1"),
        ({"beta": 0, "content_layers": "conv1_2"}, "conv1_2"),
        (ALL, "conv5_4"),
    ],
)
def test_a_network_holds_nothing_deeper_than_the_recipe_needs(over: dict[str, object], last: str) -> None:
    network = backbone(plain(**over), RANDOM, CPU)
    assert isinstance(network, VggBackbone)
    held = {name.split(".")[-2] for name, _ in network.named_parameters()}
    assert held == set(LAYERS[: LAYERS.index(last) + 1])
    assert not any(parameter.requires_grad for parameter in network.parameters())


def test_a_pass_goes_no_deeper_than_it_is_asked() -> None:
    """Deeper layers would have no pixels left of so small a picture, and would raise."""
    network = backbone(plain(**ALL), RANDOM, CPU)
    assert list(network(torch.rand(1, 3, 4, 4), ["conv2_2", "conv1_1"])) == ["conv1_1", "conv2_2"]


@pytest.mark.parametrize("layer", ["conv1_1", "conv2_2", "conv3_4", "conv4_2", "conv5_1"])
def test_no_layer_sees_further_than_its_reach(layer: str) -> None:
    network = backbone(plain(content_layers=layer, style_layers=layer), RANDOM, CPU)
    reach = network.reach([layer])
    assert reach is not None
    side = 2 * reach + 64
    picture = torch.rand(1, 3, 48, side, generator=torch.Generator().manual_seed(0)).requires_grad_()
    tap = network(picture, [layer])[layer]
    stride = side // tap.shape[3]
    at = (reach + 16) // stride
    (slope,) = torch.autograd.grad(tap[..., at].sum(), picture)
    seen = slope.abs().sum((0, 1, 2)).nonzero()
    assert reach % 16 == 0
    assert int(seen.min()) >= at * stride - reach
    assert int(seen.max()) < (at + 1) * stride + reach


def test_repeated_and_mirrored_edges_see_no_frame() -> None:
    flat = torch.full((1, 3, 20, 20), 0.8)
    spread = {
        padding: float(backbone(plain(padding=padding), RANDOM, CPU)(flat, ["conv1_1"])["conv1_1"].std((2, 3)).max())
        for padding in ("replicate", "reflect", "zeros")
    }  # fmt: skip
    assert max(spread["replicate"], spread["reflect"]) < 1e-5 < 1e-2 < spread["zeros"]


def test_random_weights_are_the_same_each_time_and_named_so() -> None:
    first, second = (backbone(plain(), RANDOM, CPU) for _ in range(2))
    assert torch.equal(*(net(batch(PICTURE), ["conv3_1"])["conv3_1"] for net in (first, second)))
    assert "RANDOM" in first.origin


def test_half_precision_is_close_and_its_first_layer_exact() -> None:
    """conv1_1 is computed in single precision: in eight bits a picture would lose its detail."""
    full, half = (backbone(plain(precision=precision, **ALL), RANDOM, CPU) for precision in ("fp32", "bf16"))
    layers = ["conv1_1", "conv3_1", "conv5_1"]
    wanted, found = full(batch(PICTURE), layers), half(batch(PICTURE), layers)
    assert torch.equal(found["conv1_1"], wanted["conv1_1"].bfloat16())
    assert found["conv5_1"].dtype == torch.bfloat16
    for layer in layers:
        error = (found[layer].float() - wanted[layer]).norm() / wanted[layer].norm()
        assert float(error) < 0.02


def test_auto_precision_follows_the_processor() -> None:
    network = backbone(plain(precision="auto"), RANDOM, CPU)
    halved = network(batch(PICTURE), ["conv3_1"])["conv3_1"].dtype == torch.bfloat16
    assert halved == has_bf16(CPU)


def refused(complaint: str, name: str, file: Path | None) -> None:
    with pytest.raises(BadWeights, match=complaint) as caught:
        backbone(plain(backbone=name, units=1), file, CPU)
    assert "\n" not in str(caught.value)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    slim = written(vgg_state("vgg19-slim"), tmp_path / "slim.safetensors")
    refused(r"slim.safetensors does not fit vgg19: conv1_1.weight is of shape \(16, 3, 3, 3\)", "vgg19", slim)
    short = {k: v for k, v in vgg_state("vgg19-slim").items() if not k.startswith("conv2_1")}
    refused("conv2_1.weight is missing", "vgg19-slim", written(short, tmp_path / "short.safetensors"))
    refused(
        "does not fit vgg19-slim", "vgg19-slim", written({"a": torch.ones(1)}, tmp_path / "a.safetensors")
    )


def test_oxford_weights_must_be_given() -> None:
    refused("vgg19-caffe has no weights of its own; give --weights", "vgg19-caffe", None)
