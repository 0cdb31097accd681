"""Where weights come from: bundled with the code, torchvision's own cache, a local file, or plain chance.

Nothing here unpickles code: safetensors, or torch.load with weights_only.
"""

import json
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from ground.errors import BadWeights
from ground.files import sha256

BUNDLED = Path(__file__).parent / "bundled"
RANDOM = "random"

State = dict[str, Tensor]


@dataclass(frozen=True)
class Weights:
    """A network's weights and what to call them: `origin` for people, `sha256` for manifests."""

    state: State
    origin: str
    sha256: str


def load(name: str, file: Path | None = None, version: str = "DEFAULT") -> Weights:
    """The weights of network `name`: from `file` where one is given, else bundled, else torchvision's.

    `version` is what torchvision calls one set of several, as IMAGENET1K_V1.
    """
    if file is not None:
        return _from_file(name, file)
    bundled = BUNDLED / f"{name}.safetensors"
    if bundled.exists():
        return _from_bundled(bundled)
    return _from_torchvision(name, version)


def read(file: Path) -> State:
    """A state dict from safetensors or from a plain PyTorch file, on the CPU, in float32."""
    if not file.is_file():
        raise BadWeights(f"there is no weights file {file}", "give --weights the path of one that exists")
    try:
        if file.suffix == ".safetensors":
            state = safetensors.torch.load_file(file)
        else:
            state = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:  # of a file that is no weights, the unpickler may raise nearly anything
        raise BadWeights(
            f"{file} cannot be read as weights ({_first_sentence(error)})",
            "give a .safetensors file or a plain PyTorch state dict",
        ) from error
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise BadWeights(f"{file} holds no state dict", "save the network's state_dict(), not the network")
    if not all(torch.isfinite(value).all() for value in state.values()):
        raise BadWeights(f"{file} holds values that are no numbers", "get it again, or take an older one")
    return {key: value.float() if value.is_floating_point() else value for key, value in state.items()}


def _from_file(name: str, file: Path) -> Weights:
    state = read(file)
    return Weights(state, f"{name} from {file.name}", sha256(file))


def _from_bundled(file: Path) -> Weights:
    """Bundled weights are refused when one byte differs from what the repository recorded."""
    expected = json.loads((BUNDLED / "sha256.json").read_text()).get(file.name)
    found = sha256(file)
    if found != expected:
        raise BadWeights(
            f"{file.name} is damaged (its SHA-256 is not the recorded one)", "reinstall pentimento"
        )
    return Weights(read(file), f"{file.stem} (bundled)", found)


def _from_torchvision(name: str, version: str) -> Weights:
    """torchvision's weights for a classifier, through its own loader and cache."""
    from torchvision import models  # a second of import that the bundled networks need not pay

    try:
        chosen = models.get_model_weights(name)[version]
    except ValueError as error:
        raise BadWeights(
            f"there are no weights for a network called {name!r}",
            "name one of torchvision's classifiers, or give --weights FILE",
        ) from error
    file = Path(torch.hub.get_dir()) / "checkpoints" / chosen.url.rsplit("/", 1)[-1]
    try:
        with redirect_stdout(sys.stderr):  # where torch tells of a download
            state = chosen.get_state_dict(progress=False, check_hash=True)
    except (OSError, RuntimeError) as error:
        raise BadWeights(
            f"the weights of {name} are missing: {file} is not there and could not be downloaded"
            f" ({_first_sentence(error)})",
            f"download {chosen.url} on a machine with a network and put it there, or give --weights FILE",
        ) from error
    return Weights(state, f"{name} (torchvision {chosen.name})", sha256(file))


def _first_sentence(error: Exception) -> str:
    """Those that torch adds to a refusal advise to unpickle code."""
    return (str(error).splitlines() or [type(error).__name__])[0].partition(". ")[0]


def random_name(name: str) -> str:
    return f"{name} with RANDOM weights (a fixed seed; nothing was learnt)"


def randomise(network: nn.Module, seed: int = 19) -> None:
    """The same random weights each time, of a size that keeps activations alive (He et al., 2015)."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in network.named_parameters():
        if parameter.dim() > 1:
            deviation = (2 / parameter[0].numel()) ** 0.5
            parameter.data.copy_(torch.randn(parameter.shape, generator=generator) * deviation)
        else:  # a bias, or the factor of a normalisation
            parameter.data.fill_(0.0 if name.endswith("bias") else 1.0)
