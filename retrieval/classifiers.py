"""torchvision's classifiers as encoders: what their last layer is fed, what it gives, or what is seen where."""

import difflib
import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torchvision import models

from ground import weights as stored
from ground.canvas import Picture
from ground.device import best_device
from ground.errors import BadWeights
from ground.weights import Weights
from retrieval.framing import CAFFE_MEAN, Frame


class Kind(NamedTuple):
    logits: bool = False
    frame: Frame | None = None  # none: as torchvision prepares pictures for these weights
    version: str = "DEFAULT"
    grid: bool = False


# The thesis is of 2020, when torchvision had one set of weights for each network, now called its first.
KINDS = {
    "": Kind(),
    "grid": Kind(grid=True),
    "logits": Kind(True, Frame(), "IMAGENET1K_V1"),
    "thesis": Kind(False, Frame(256, 256, CAFFE_MEAN, (1, 1, 1), blue_first=True), "IMAGENET1K_V1"),
}
# How torchvision itself builds those two for the weights that it publishes.
_BUILT: dict[str, dict[str, Any]] = {
    name: {"transform_input": True, "init_weights": False} for name in ("googlenet", "inception_v3")
}
# Densenet's published weights still bear names from before modules could not have dots in theirs.
_DENSE = re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.(?=[12]\.)")


class ClassifierEncoder:
    def __init__(self, name: str, weights: Path | None = None) -> None:
        network, _, kind = name.partition("-")
        if network not in models.list_models(models) or kind not in KINDS:
            raise BadWeights(f"there is no picture encoder {name!r}", f"give --encoder {_nearest(network)}")
        self.name = name
        logits, frame, version, grid = KINDS[kind]
        published = models.get_model_weights(network)
        chosen = published[version if version in published.__members__ else "DEFAULT"]
        self.frame = frame or _frame(chosen)
        found = stored.load(network, weights, chosen.name)
        self.weights_sha256 = found.sha256
        self._device = best_device()
        model = _built(network, self.frame.crop)
        _fill(model, network, found)
        self.cells, self.dimensions = 1, _last(model, logits)
        self._model: nn.Module = model.eval().to(self._device).to(memory_format=torch.channels_last)
        if grid:
            self._model = Grid(self._model)
            blank = torch.zeros(1, 3, self.frame.crop, self.frame.crop)
            self.dimensions = self.encode(blank).shape[1]
            self.cells = self._model.cells

    @property
    def shortest(self) -> int:
        return self.frame.resize

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        return self.frame.cut(picture, view)

    @torch.inference_mode()
    def encode(self, batch: Tensor) -> Tensor:
        found: Tensor = self._model(self.frame.normalised(batch, self._device))
        return found.flatten(1).float().cpu()


class Grid(nn.Module):
    """A classifier that gives the last thing it sees in rows and columns, place by place."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network, self.cells = network, 1
        self._seen: Tensor | None = None
        for layer in network.modules():
            layer.register_forward_hook(self._look)

    def forward(self, batch: Tensor) -> Tensor:
        self._seen = None
        self.network(batch)
        if self._seen is None:
            raise BadWeights("this network sees nothing in rows and columns", "give --encoder without -grid")
        seen, self._seen = self._seen.flatten(2), None
        self.cells = seen.shape[2]
        return seen.transpose(1, 2)

    def _look(self, layer: nn.Module, given: Any, found: Any) -> None:
        if isinstance(found, Tensor) and found.dim() == 4 and found.shape[2] * found.shape[3] > 1:
            self._seen = found


def _nearest(network: str) -> str:
    near = difflib.get_close_matches(network, [*models.list_models(models), "vgg19-slim"], 3, 0.5)
    return " or ".join(near) or "the name of one of torchvision's classifiers"


def _frame(chosen: Any) -> Frame:
    preset = chosen.transforms()
    return Frame(preset.resize_size[0], preset.crop_size[0], tuple(preset.mean), tuple(preset.std))


def _built(network: str, side: int) -> nn.Module:
    """The network without numbers in it: to draw random ones for weights that are read next takes seconds."""
    options = {"image_size": side} if network.startswith("vit_") else _BUILT.get(network, {})
    try:
        with torch.device("meta"):
            model: nn.Module = models.get_model(network, weights=None, **options)
    except NotImplementedError:  # RegNet computes with its numbers while it is built
        model = models.get_model(network, weights=None, **options)
    return model


def _fill(model: nn.Module, network: str, found: Weights) -> None:
    """Put the weights in place; the first key that is missing, of another shape or too many is named."""
    state = {_DENSE.sub(r"\1", key): value for key, value in found.state.items()}
    wanted = {key: value.shape for key, value in model.state_dict().items()}
    for key, shape in wanted.items():
        if key not in state and key.endswith("num_batches_tracked"):
            state[key] = torch.tensor(0)  # weights from before PyTorch 0.4.1 do not count them
        elif key not in state or state[key].shape != shape:
            wrong = f"of shape {tuple(state[key].shape)}" if key in state else "missing"
            raise _misfit(found, network, f"{key} is {wrong}")
    for key in state:
        if key not in wanted:
            raise _misfit(found, network, f"{key} is none of its layers")
    model.load_state_dict(state, assign=True)


def _misfit(found: Weights, network: str, what: str) -> BadWeights:
    return BadWeights(
        f"{found.origin} does not fit {network}: {what}", f"give torchvision's state dict of {network}"
    )


def _last(model: nn.Module, logits: bool) -> int:
    """How many numbers come out; unless they are wanted, the last layer is taken away."""
    name, layer = [
        (name, layer) for name, layer in model.named_modules() if isinstance(layer, nn.Linear | nn.Conv2d)
    ][-1]
    weight: Tensor = layer.weight
    if logits:
        return weight.shape[0]
    model.set_submodule(name, nn.Identity())
    return weight.shape[1]
