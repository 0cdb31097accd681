"""ResNet-50's stages, held against torchvision's own network."""

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from ground.errors import BadWeights
from ground.weights import randomise
from style_transfer.backbones import backbone
from style_transfer.recipe import RESNET_LAYERS
from style_transfer.resnet import smoothed
from tests.style_transfer import formulas
from tests.style_transfer.made import RANDOM, batch, close, plain, some

CPU = torch.device("cpu")
RECIPE = plain(backbone="resnet50", content_layers="layer3", style_layers=",".join(RESNET_LAYERS))
PICTURE = batch(some(48, 64))


def torchvisions() -> nn.Module:
    """torchvision's ResNet-50 filled at random, its running statistics too."""
    from torchvision.models import resnet50

    with torch.device("meta"):
        network: nn.Module = resnet50(weights=None)
    network.to_empty(device="cpu")
    randomise(network, seed=5)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            many = torch.arange(module.num_features, dtype=torch.float32)
            module.weight.data.copy_(0.3 + 0.1 * torch.cos(many))
            assert module.running_mean is not None
            assert module.running_var is not None
            assert module.num_batches_tracked is not None
            module.running_mean.copy_(0.1 * torch.sin(many))
            module.running_var.copy_(1 + 0.5 * torch.sin(many))
            module.num_batches_tracked.zero_()
    return network.requires_grad_(False).eval()


def test_stages_are_those_of_torchvisions_own_forward(tmp_path: Path) -> None:
    """Caught by hooks while its own forward runs, from a file in its layout; then smoothed over channels."""
    theirs = torchvisions()
    wanted: dict[str, Tensor] = {}
    for name in RESNET_LAYERS:
        module = theirs.get_submodule("relu" if name == "conv1" else name)
        module.register_forward_hook(
            lambda _module, _inputs, out, name=name: wanted.setdefault(name, out.clone())
        )
    mean, deviation = (
        torch.tensor(v).view(3, 1, 1) for v in (formulas.IMAGENET_MEAN, formulas.IMAGENET_DEVIATION)
    )
    theirs((PICTURE - mean) / deviation)
    torch.save(theirs.state_dict(), tmp_path / "resnet50-11ad3fa6.pth")
    found = backbone(RECIPE, tmp_path / "resnet50-11ad3fa6.pth", CPU)(PICTURE, RESNET_LAYERS)
    assert list(found) == list(RESNET_LAYERS)
    for name in RESNET_LAYERS:
        raw = wanted[name].double()
        share = torch.exp(raw - raw.amax(1, keepdim=True))
        close(found[name], share / share.sum(1, keepdim=True) * raw.shape[1], rtol=1e-3, atol=1e-4)


def test_smoothed_features_are_positive_and_sum_to_their_number() -> None:
    peaky = torch.zeros(1, 8, 2, 2)
    peaky[0, 3] = 4.0
    found = smoothed(peaky)
    close(found.sum(1), torch.full((1, 2, 2), 8.0))
    assert float(found.min()) > 0
    assert int(found[0, :, 0, 0].argmax()) == 3


def test_a_pass_goes_no_deeper_than_it_is_asked() -> None:
    network = backbone(RECIPE, RANDOM, CPU)
    assert list(network(PICTURE, ["layer1", "conv1"])) == ["conv1", "layer1"]
    assert network.reach(["layer1"]) is None


def test_random_weights_are_the_same_each_time_and_named_so() -> None:
    first, second = (backbone(RECIPE, RANDOM, CPU) for _ in range(2))
    assert torch.equal(*(net(PICTURE, ["layer3"])["layer3"] for net in (first, second)))
    assert "RANDOM" in first.origin
    assert float(first(PICTURE, ["layer3"])["layer3"].std((2, 3)).mean()) > 0.01  # it sees something


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    torch.save({"conv1.weight": torch.zeros(64, 3, 7, 7)}, tmp_path / "other.pth")
    with pytest.raises(BadWeights, match=r"other.pth does not fit resnet50; give") as caught:
        backbone(RECIPE, tmp_path / "other.pth", CPU)
    assert "\n" not in str(caught.value)
