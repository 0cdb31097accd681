"""Checkpoints: one safetensors file that holds all that a painting needs to go on, its pictures included."""

import hashlib
import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor

from ground.errors import BadCheckpoint, PentimentoError
from ground.files import replacing

KIND, VERSION = "pentimento painting", 1


def save(path: Path, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Whole or not at all."""
    # Cloned, since the format refuses tensors that share their memory: the content and the untouched original do.
    kept = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    told = json.dumps(facts)
    note = {"kind": KIND, "version": str(VERSION), "facts": told, "sha256": _sha256(kept, told)}
    try:
        with replacing(path) as part:
            safetensors.torch.save_file(kept, part, note)
    except (
        safetensors.SafetensorError,
        OSError,
    ) as error:
        raise PentimentoError(
            f"the checkpoint {path} could not be written ({error})",
            "see that its folder can be written and has room",
        ) from error


def load(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    mend = "give a checkpoint that `pentimento paint` wrote, or paint from the beginning"
    if not path.is_file():
        raise BadCheckpoint(f"there is no checkpoint {path}", mend)
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            note = file.metadata() or {}
            tensors = {key: file.get_tensor(key).clone() for key in file.keys()}  # noqa: SIM118
    except (safetensors.SafetensorError, OSError) as error:
        raise BadCheckpoint(f"{path} is not a whole checkpoint", mend) from error
    if note.get("kind") != KIND or note.get("version") != str(VERSION):
        raise BadCheckpoint(f"{path} is not a checkpoint of this version of pentimento", mend)
    if note.get("sha256") != _sha256(tensors, note.get("facts", "")):
        raise BadCheckpoint(f"{path} is damaged and not a whole checkpoint", mend)
    return tensors, json.loads(note["facts"])


def _sha256(tensors: dict[str, Tensor], facts: str) -> str:
    """One changed byte would end in another picture, so every byte is counted."""
    digest = hashlib.sha256(facts.encode())
    for name in sorted(tensors):
        digest.update(name.encode())
        digest.update(tensors[name].numpy().tobytes())
    return digest.hexdigest()
