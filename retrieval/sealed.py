"""A sealed document: JSON that carries the hash of its own fields, so that not one byte of it can differ."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def write(file: Path, fields: Mapping[str, Any]) -> None:
    file.write_bytes(_sealed(fields))


def read(file: Path) -> dict[str, Any]:
    """The fields; ValueError where the file is not what was written."""
    text = file.read_bytes()
    fields = json.loads(text)
    if not isinstance(fields, dict) or not fields.pop("seal", "") or _sealed(fields) != text:
        raise ValueError("the seal is broken")
    return fields


def _sealed(fields: Mapping[str, Any]) -> bytes:
    seal = hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
    return (json.dumps({**fields, "seal": seal}, indent=2, ensure_ascii=False) + "\n").encode()
