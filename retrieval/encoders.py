"""Picture encoders: a picture in, a vector out.

NAME            one of torchvision's classifiers: what its last layer is fed (2048 numbers for `resnet50`),
                of pictures prepared as torchvision prepares them
NAME-logits     what its last layer gives, as in the thesis's joint space (resize 256, crop 224)
NAME-thesis     what its last layer is fed, as in the thesis's style search (256, BGR, Caffe's mean)
NAME-grid       what its last layer with rows and columns sees, place by place, for who wants to know where things are
vgg19-slim      the network that comes with the code, pooled
vgg19-slim-grid the same two layers at seven places by seven

Another encoder, say a CLIP model from a local folder, is one file with a class of `ImageEncoder`'s shape and
one more `case` in `image_encoder`.
"""

from pathlib import Path
from typing import Protocol

import numpy as np
from torch import Tensor

from ground.canvas import Picture


class ImageEncoder(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def weights_sha256(self) -> str: ...
    @property
    def dimensions(self) -> int: ...
    @property
    def cells(self) -> int:
        """A vector tells of so many places in turn; 1 where it tells of the whole picture."""
        ...

    @property
    def shortest(self) -> int:
        """Pictures are read with this short side."""
        ...

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        """One picture's part of a batch; with `view`, a random view of it. Called from many threads."""
        ...

    def encode(self, batch: Tensor) -> Tensor:
        """A vector for each of the prepared pictures: float32, on the CPU."""
        ...


def image_encoder(name: str, weights: Path | None = None) -> ImageEncoder:
    """The encoder of that name, with its own weights or those in the file `weights`."""
    match name:
        case "vgg19-slim":
            from retrieval.slim import SlimEncoder

            return SlimEncoder(weights)
        case "vgg19-slim-grid":
            from retrieval.slim import SlimGridEncoder

            return SlimGridEncoder(weights)
        case _:
            from retrieval.classifiers import ClassifierEncoder  # torchvision takes a second to import

            return ClassifierEncoder(name, weights)
