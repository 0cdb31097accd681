"""A checkpoint of a training: one file that holds all that it needs to go on, whole or not there."""

import hashlib
import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor
from torch.optim import Optimizer

from ground.errors import BadCheckpoint
from ground.files import replacing

MEND = "train without --resume"

State = dict[str, Tensor]


def save(file: Path, tensors: State, facts: dict[str, Any]) -> None:
    told = json.dumps({"facts": facts})
    kept = {name: tensor.detach().contiguous().clone() for name, tensor in tensors.items()}
    with replacing(file) as part:
        safetensors.torch.save_file(kept, part, {"told": told, "sha256": _sha256(kept, told)})


def load(file: Path) -> tuple[State, dict[str, Any]]:
    if not file.is_file():
        raise BadCheckpoint(f"there is no checkpoint {file} to go on from", MEND)
    try:
        with safetensors.safe_open(file, framework="pt") as opened:
            note = opened.metadata() or {}
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118
    except (safetensors.SafetensorError, OSError) as error:
        raise BadCheckpoint(f"{file} is no whole checkpoint", MEND) from error
    if note.get("sha256") != _sha256(tensors, note.get("told", "")):
        raise BadCheckpoint(f"{file} is damaged, or no checkpoint of a training", MEND)
    return tensors, json.loads(note["told"])["facts"]


def named(name: str, state: State) -> State:
    """A state as part of another: `under` gives it back."""
    return {f"{name}.{key}": value for key, value in state.items()}


def under(name: str, state: State) -> State:
    """The part of a state whose keys begin with `name` and a dot, without these."""
    return {key.removeprefix(f"{name}."): value for key, value in state.items() if key.startswith(f"{name}.")}


def moments(optimiser: Optimizer) -> State:
    """What an optimiser remembers of its steps: of each parameter, by its place, some tensors."""
    remembered = optimiser.state_dict()["state"]
    return {f"{place}.{key}": value for place, each in remembered.items() for key, value in each.items()}


def remember(optimiser: Optimizer, state: State) -> None:
    """Give an optimiser the moments of one like it."""
    remembered: dict[int, State] = {}
    for key, value in state.items():
        place, _, name = key.partition(".")
        remembered.setdefault(int(place), {})[name] = value
    optimiser.load_state_dict({"state": remembered, "param_groups": optimiser.state_dict()["param_groups"]})


def _sha256(tensors: State, told: str) -> str:
    digest = hashlib.sha256(told.encode())
    for name in sorted(tensors):
        digest.update(name.encode() + tensors[name].numpy().tobytes())
    return digest.hexdigest()
