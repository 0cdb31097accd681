"""Backbones: networks that turn a picture into named layers of features."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

import torch
from torch import Tensor, nn

from ground import weights as stored
from ground.device import best_device
from ground.errors import BadWeights
from ground.vgg import DEVIATION, LAYERS, WIDTHS, Vgg19, from_torchvision, normalise
from style_transfer.recipe import RESNET_LAYERS, Recipe

# The thesis's losses are of pictures from 0 to 255, mean subtracted. Networks trained on [0, 1] pictures
# divided by their deviation give activations this many times smaller (a ReLU network scales with its input).
UNITS = 255 * sum(DEVIATION) / 3
CAFFE_MEAN = (123.68, 116.779, 103.939)  # RGB; the Oxford weights take BGR less this


class Backbone(Protocol):
    """Takes RGB in [0, 1]; `reach` is how far, in pixels, a layer sees, or None where no tile is exact."""

    origin: str
    sha256: str
    device: torch.device

    def __call__(self, picture: Tensor, layers: Collection[str]) -> dict[str, Tensor]: ...

    def reach(self, layers: Collection[str]) -> int | None: ...

    def bytes_a_pixel(self, layers: Collection[str]) -> float: ...


class Design(NamedTuple):
    """What of a recipe makes one network another."""

    backbone: str
    last: str
    pooling: Literal["max", "average"]
    padding: Literal["zeros", "replicate", "reflect"]
    units: int
    precision: str


Stamp = tuple[int, int] | None


def backbone(recipe: Recipe, file: Path | None = None, device: torch.device | None = None) -> Backbone:
    """The recipe's network, cut after the last layer it needs, frozen; the last two are kept for who comes again."""
    design = Design(
        recipe.backbone,
        max((*recipe.content_weights, *recipe.style_weights), key=_depth),
        recipe.pooling,
        recipe.padding,
        recipe.units,
        recipe.precision,
    )
    return _built(design, file, _stamp(file), device or best_device())


def _depth(layer: str) -> int:
    return (LAYERS if layer in LAYERS else RESNET_LAYERS).index(layer)


@lru_cache(maxsize=2)
def _built(design: Design, file: Path | None, stamp: Stamp, device: torch.device) -> Backbone:
    if design.backbone == "resnet50":
        from style_transfer.resnet import ResNetBackbone  # torchvision is a second of import

        return ResNetBackbone(file, device)
    return VggBackbone(design, file, device)


def _stamp(file: Path | None) -> Stamp:
    """What changes when a file does; a missing one is complained of by whoever reads it."""
    if file is None or not file.is_file():
        return None
    found = file.stat()
    return found.st_mtime_ns, found.st_size


class VggBackbone(nn.Module):
    """A VGG-19 of any width, channels last, in half precision where the recipe and the processor allow it."""

    def __init__(self, design: Design, file: Path | None, device: torch.device) -> None:
        super().__init__()
        self.caffe = design.backbone == "vgg19-caffe"
        self.widths = WIDTHS["vgg19" if self.caffe else design.backbone]
        self.network = Vgg19(self.widths, design.last, design.pooling, design.padding)
        self.origin, self.sha256 = fill(self.network, design.backbone, file)
        self.device = device
        self.gain = (1 if self.caffe else UNITS) if design.units == 255 else (1 / UNITS if self.caffe else 1)
        self.halved = design.precision == "bf16" or (design.precision == "auto" and has_bf16(device))
        self.network.requires_grad_(False).eval()
        self.network.to(device=device).to(memory_format=torch.channels_last)
        if self.halved:  # all but the first: rounding a picture to eight bits would lose its detail
            for name in self.network.names[1:]:
                self.network.convolution(name).to(torch.bfloat16)

    def forward(self, picture: Tensor, layers: Collection[str]) -> dict[str, Tensor]:
        entered = self._caffe_input(picture) if self.caffe else normalise(picture)
        taps = self.network(entered.contiguous(memory_format=torch.channels_last), layers)
        return taps if self.gain == 1 else {name: tap * self.gain for name, tap in taps.items()}

    def _caffe_input(self, picture: Tensor) -> Tensor:
        mean = picture.new_tensor(CAFFE_MEAN).view(3, 1, 1)
        return (picture * 255 - mean).flip(1)

    def bytes_a_pixel(self, layers: Collection[str]) -> float:
        return vgg_bytes_a_pixel(self.widths, layers, self.halved)

    def reach(self, layers: Collection[str]) -> int:
        """Radius of what a layer sees, rounded up to the coarsest pooling's stride."""
        radius, stride = 0, 1
        for name in LAYERS[: 1 + max(LAYERS.index(layer) for layer in layers)]:
            if name.endswith("_1") and name != LAYERS[0]:
                radius, stride = radius + stride, stride * 2
            radius += stride
        return -(-radius // 16) * 16


def vgg_bytes_a_pixel(widths: Sequence[int], layers: Collection[str], halved: bool) -> float:
    """What a step's activations, pooling indices and slopes take, for each pixel of the picture."""
    names = LAYERS[: 1 + max(LAYERS.index(layer) for layer in layers)]
    floats: float = sum(widths[int(name[4]) - 1] / 4 ** (int(name[4]) - 1) for name in names)
    # Measured: each is kept twice, once with its mirrored edge.
    return floats * (6 if halved else 10)


def fill(network: Vgg19, name: str, file: Path | None) -> tuple[str, str]:
    """Loads a network's weights and returns their name and SHA-256; `random` stands for no weights at all."""
    if file is not None and str(file) == stored.RANDOM:
        stored.randomise(network)
        return stored.random_name(name), stored.RANDOM
    if name == "vgg19-caffe" and file is None:
        raise BadWeights(
            "vgg19-caffe has no weights of its own",
            "give --weights the Oxford VGG-19 as a PyTorch state dict",
        )
    found = stored.load(name, file)
    state = found.state if "conv1_1.weight" in found.state else from_torchvision(found.state)
    wanted = network.state_dict()
    for key, tensor in wanted.items():
        if key not in state or state[key].shape != tensor.shape:
            raise BadWeights(
                f"{found.origin} does not fit {name}: {key} is "
                + (f"of shape {tuple(state[key].shape)}" if key in state else "missing"),
                f"give the weights of a {name} in torchvision's layout, or name its own backbone",
            )
    network.load_state_dict({key: state[key] for key in wanted})
    return found.origin, found.sha256


def has_bf16(device: torch.device) -> bool:
    """Whether bf16 convolutions run in the hardware: elsewhere they are emulated, and slower than fp32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device.type == "cpu":
        able = torch.cpu.get_capabilities()
        return any(able.get(name, False) for name in ("avx512_bf16", "amx_bf16", "bf16"))
    return False
