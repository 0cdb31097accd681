"""Checkpoints: one safetensors file that holds all that a painting needs to go on, its pictures included."""

import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor

from ground.errors import BadCheckpoint
from ground.files import replacing

KIND, VERSION = "pentimento painting", 1


def save(path: Path, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Whole or not at all."""
    note = {"kind": KIND, "version": str(VERSION), "facts": json.dumps(facts)}
    with replacing(path) as part:
        safetensors.torch.save_file(
            {k: v.detach().cpu().contiguous() for k, v in tensors.items()}, part, note
        )


def load(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    mend = "give a checkpoint that `pentimento paint` wrote, or paint from the beginning"
    if not path.is_file():
        raise BadCheckpoint(f"there is no checkpoint {path}", mend)
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            note = file.metadata() or {}
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    except (safetensors.SafetensorError, OSError) as error:
        raise BadCheckpoint(f"{path} is not a whole checkpoint", mend) from error
    if note.get("kind") != KIND or note.get("version") != str(VERSION):
        raise BadCheckpoint(f"{path} is not a checkpoint of this version of pentimento", mend)
    return tensors, json.loads(note["facts"])
