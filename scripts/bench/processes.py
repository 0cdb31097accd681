"""Processes: what a user of the command feels, time to the first step and peak memory, of real runs of it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

COMMAND = (sys.executable, "-m", "scripts.main", "paint")
# A process takes over its parent's record of memory, and the bench is large: a small one stands between them.
WATCH = (
    "import resource, subprocess, sys\n"
    "code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    "sys.exit(code)"
)
KIBIBYTES = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss, in bytes


def start(content: Path, style: Path, size: int, turns: int) -> dict[str, Any]:
    """From the start of the process to the picture after its first step, with `vgg19-slim`."""
    seconds = []
    with TemporaryDirectory() as folder:
        for turn in range(turns + 1):  # the first fills the disk's cache
            out = Path(folder) / f"{turn}.jpg"
            pictures = ("--content", str(content), "--style", str(style), "--out", str(out))
            began = time.perf_counter()
            process = subprocess.Popen(
                [*COMMAND, *pictures, "--set", f"size={size}", "--save-every", "1", "--quiet"],
                stdout=subprocess.DEVNULL,
            )
            while not out.exists() and process.poll() is None:
                time.sleep(0.002)
            seconds.append(time.perf_counter() - began)
            process.kill()
            process.wait()
    return {"seconds": round(median(seconds[1:]), 3), "quickest": round(min(seconds[1:]), 3)}


def peak(content: Path, style: Path, settings: dict[str, Any], weights: Path | None = None) -> float:
    """The most memory, in megabytes, that a run held at once; all of it, the interpreter's and torch's too."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.jpg"
        pictures = ("--content", str(content), "--style", str(style), "--out", str(out), "--quiet")
        chosen = [word for key, value in settings.items() for word in ("--set", f"{key}={value}")]
        chosen += ["--weights", str(weights)] if weights else []
        run = subprocess.run(
            [sys.executable, "-c", WATCH, *COMMAND, *pictures, *chosen],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
            env=os.environ,
        )
    return round(int(json.loads(run.stdout)) * KIBIBYTES / 2**20)


def memory(
    content: Path,
    style: Path,
    backbones: Sequence[str],
    weights: dict[str, Path | None],
    size: int,
    steps: int,
    budget: int,
) -> dict[str, Any]:
    """A large picture whole and in tiles; L-BFGS remembers two pictures more each step, up to twenty."""
    found: dict[str, Any] = {"size": size, "steps": steps, "budget of the tiled run": budget}
    for backbone in backbones:
        settings = {"backbone": backbone, "size": size, "coarsest": size, "steps": steps}
        untiled, tiled = (
            peak(content, style, {**settings, "memory": memory}, weights[backbone])
            for memory in (1_000_000, budget)
        )
        found[backbone] = {"untiled MB": untiled, "tiled MB": tiled, "ratio": round(tiled / untiled, 3)}
    return found
