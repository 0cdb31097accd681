"""The machine that figures were taken on."""

import platform
from pathlib import Path
from typing import Any

import torch

from ground.device import best_device
from retrieval.parallel import workers


def hardware() -> dict[str, Any]:
    return {
        "processor": _processor(),
        "cores": workers(),
        "device": str(best_device()),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "torch": torch.__version__,
    }


def _processor() -> str:
    """Its name; Python knows it nowhere but on Windows and macOS."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        lines = (line.partition(":") for line in told.read_text().splitlines())
        return next(
            (value.strip() for key, _, value in lines if key.strip() == "model name"), platform.machine()
        )
    return platform.processor() or platform.machine()
