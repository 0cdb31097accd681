"""A checkpoint of a training: one file that holds all that it needs to go on, whole or not there."""

import hashlib
import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor

from ground.errors import BadCheckpoint
from ground.files import replacing

MEND = "train without --resume"


def save(file: Path, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    told = json.dumps({"facts": facts})
    kept = {name: tensor.detach().contiguous().clone() for name, tensor in tensors.items()}
    with replacing(file) as part:
        safetensors.torch.save_file(kept, part, {"told": told, "sha256": _sha256(kept, told)})


def load(file: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
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


def _sha256(tensors: dict[str, Tensor], told: str) -> str:
    digest = hashlib.sha256(told.encode())
    for name in sorted(tensors):
        digest.update(name.encode() + tensors[name].numpy().tobytes())
    return digest.hexdigest()
