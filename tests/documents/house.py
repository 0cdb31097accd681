"""A house to try the documents in: the repository by links, small pictures and galleries, and nothing that lasts."""

import os
import subprocess
import sys
from pathlib import Path

import torch

from ground import weights
from tests.documents.blocks import HOUSE, Block
from tests.retrieval.painted import paint

THINGS = ("boat", "river", "horse", "tower", "lemon", "violin", "angel", "window", "storm", "garden")
SEMART = ["IMAGE_FILE", "DESCRIPTION", "AUTHOR", "TITLE", "TECHNIQUE", "DATE", "TYPE", "SCHOOL", "TIMEFRAME"]
SPLITS = {"train": 40, "val": 12, "test": 12}
# What would take hours, or gigabytes that are not here, is run on less: the same commands, shorter.
LESS = {
    "done; } > thousand.csv": "done; } | awk 'NR < 5' > thousand.csv",
    "--backbone vgg19": "--backbone vgg19 --set size=64 --set steps=2",
    "--set size=1024": "--set size=128",
    "pentimento bench": "pentimento bench --quick",
}
# `make` itself would set up, test and check what is running just now; of these it only says what it would do.
MAKE = """#!/bin/sh
case "$1" in paint) exec {make} "$@";; *) exec {make} --dry-run "$@" > /dev/null;; esac
"""
# Answers are shown, and the id of the last one stands for ID.
CURL = """#!{python}
import json, pathlib, re, subprocess, sys
last = pathlib.Path({folder!r}) / "last-id"
known = last.read_text() if last.exists() else ""
asked = [re.sub(r"\\bID\\b|pic_\\.\\.\\.", known, each).replace("localhost:8000", {place!r}) for each in sys.argv[1:]]
done = subprocess.run([{curl!r}, "--fail-with-body", *asked], stdout=subprocess.PIPE)
sys.stdout.buffer.write(done.stdout)
try:
    last.write_text(json.loads(done.stdout)["id"])
except (ValueError, KeyError, TypeError):
    pass
sys.exit(done.returncode)
"""


class House:
    def __init__(self, folder: Path, torch_home: Path) -> None:
        self.folder, self.bin = folder, folder / ".shims"
        self.bin.mkdir(parents=True)
        for each in HOUSE.iterdir():
            if each.name not in (".git", ".scratch", "out"):
                (folder / each.name).symlink_to(each)
        path = f"{self.bin}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        own = {"PATH": path, "TORCH_HOME": str(torch_home), "PENTIMENTO_DATA": str(folder / "data")}
        self.environment = {**os.environ, **own}
        self._shim("make", MAKE.format(make=_which("make")))

    def answers(self, url: str) -> None:
        """What is said to localhost:8000 is said to this server."""
        place, folder = url.removeprefix("http://"), str(self.folder)
        self._shim(
            "curl", CURL.format(python=sys.executable, folder=folder, place=place, curl=_which("curl"))
        )

    def run(self, block: Block) -> subprocess.CompletedProcess[str]:
        text = block.text
        for usual, less in LESS.items():
            text = text.replace(usual, less)
        command = ["bash", "-euo", "pipefail", "-c", text]
        if block.language == "python":
            script = self.folder / "example.py"  # which the workers that it starts import
            script.write_text(text)
            command = [sys.executable, str(script)]
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    def furnish(self) -> None:
        """Pictures of one's own, prompts, and galleries of the shapes that the documents speak of."""
        for name, number in (("photo.jpg", 1), ("painting.jpg", 2), ("sky.png", 3)):
            paint(self.folder / name, number, (320, 240))
        rows = [f"Boats,boats on a lake at evening no. {number}" for number in range(2)]
        _table(self.folder / "prompts.csv", ["title,description", *rows])
        self._folder()
        self._semart()
        self._wikiart()

    def _shim(self, name: str, text: str) -> None:
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def _folder(self) -> None:
        lines = ["file,title,description"]
        for number in range(40):
            paint(self.folder / "PICTURES" / f"{number}.png", number)
            lines.append(f"{number}.png,{_title(number)},{_description(number)}")
        _table(self.folder / "PICTURES" / "pictures.csv", lines)

    def _semart(self) -> None:
        before = 0
        for split, many in SPLITS.items():
            lines = ["\t".join(SEMART)]
            for number in range(before, before + many):
                paint(self.folder / "SemArt" / "Images" / f"{number}.jpg", number)
                words = f"{number}.jpg", _description(number), "MONET, Claude", _title(number)
                lines.append("\t".join((*words, "Oil on canvas", "1890", "landscape", "French", "1851-1900")))
            before += many
            _table(self.folder / "SemArt" / f"semart_{split}.csv", lines, "cp1252")

    def _wikiart(self) -> None:
        for number in range(24):
            style = ("Impressionism", "Baroque", "Cubism")[number % 3]
            name = f"claude-monet_{_title(number).lower().replace(' ', '-')}-{1860 + number}.jpg"
            paint(self.folder / "wikiart" / style / name, 100 + number)


def unlearned(torch_home: Path) -> None:
    """Weights in torchvision's cache, under its names and in its layout, with nothing learned in them."""
    from torchvision import models

    for name in ("vgg19", "resnet50", "resnet152"):
        for chosen in models.get_model_weights(name):
            file = torch_home / "hub" / "checkpoints" / chosen.url.rsplit("/", 1)[-1]
            file.parent.mkdir(parents=True, exist_ok=True)
            network = models.get_model(name)
            weights.randomise(network)
            state = network.state_dict()
            for (
                key
            ) in state:  # of fifty blocks that each add as much as they were given, the sum is no number
                if key.endswith("bn3.weight"):
                    state[key].mul_(0.1)
            torch.save(state, file)


def _title(number: int) -> str:
    return f"The {THINGS[number % len(THINGS)]} and the {THINGS[(3 * number + 1) % len(THINGS)]}"


def _description(number: int) -> str:
    return (
        f"A {THINGS[number % len(THINGS)]} beside a {THINGS[(3 * number + 1) % len(THINGS)]} in summer light."
    )


def _table(file: Path, lines: list[str], encoding: str = "utf-8") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding=encoding)


def _which(name: str) -> str:
    return subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()
