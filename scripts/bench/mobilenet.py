"""MobileNetV2 with weights that came from TensorFlow, as an encoder: real ImageNet features of little weight.

The layout is torchvision's, but pictures are wanted in [-1, 1], and padded to the right and below where a
convolution halves them; with torchvision's own padding a ninth of its answers goes wrong.
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torchvision import models

from ground import weights
from ground.canvas import Picture
from retrieval.framing import Frame


class TensorflowMobileNet:
    name, dimensions, cells = "mobilenet_v2-tensorflow", 1280, 1
    frame = Frame(256, 224, (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    shortest = frame.resize

    def __init__(self, file: Path) -> None:
        found = weights.load("mobilenet_v2", file)
        self.weights_sha256 = found.sha256
        network = models.mobilenet_v2()
        network.load_state_dict(found.state)
        for layer in network.modules():
            if isinstance(layer, nn.Conv2d) and layer.stride == (2, 2):
                layer.padding = (0, 0)
                layer.register_forward_pre_hook(lambda _, inputs: (F.pad(inputs[0], (0, 1, 0, 1)),))
        self._features: nn.Module = network.features.eval()

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        return self.frame.cut(picture, view)

    @torch.inference_mode()
    def encode(self, batch: Tensor) -> Tensor:
        return self._vectors(self._features(self.frame.normalised(batch, torch.device("cpu"))))

    def _vectors(self, seen: Tensor) -> Tensor:
        return seen.mean((2, 3))


class TensorflowMobileNetGrid(TensorflowMobileNet):
    name, cells = "mobilenet_v2-tensorflow-grid", 49
    dimensions = 49 * 1280

    def _vectors(self, seen: Tensor) -> Tensor:
        return seen.flatten(2).transpose(1, 2).flatten(1)
