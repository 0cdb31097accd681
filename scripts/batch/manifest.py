"""The manifest: one line of JSON for each painting in the output folder, true at any moment."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ground.files import replacing, sha256

FILE = "manifest.jsonl"

Line = dict[str, Any]


class Manifest:
    """Lines by the file that they tell of."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / FILE
        self.lines: dict[str, Line] = {line["file"]: line for line in _read(self.file)}

    def check(self, progress: Callable[[int, int], None]) -> None:
        """Forget pictures that are gone, cut short or painted over."""
        there = list(self.lines.items())
        for done, (name, line) in enumerate(there, 1):
            picture = self.folder / name
            if not picture.is_file() or sha256(picture) != line["sha256"]:
                del self.lines[name]
            progress(done, len(there))

    def holds(self, file: str, id: str) -> bool:
        return file in self.lines and self.lines[file]["id"] == id

    def add(self, line: Line) -> None:
        """At the end; a process that is killed here leaves half a line, which nobody reads."""
        self.lines[line["file"]] = line
        with self.file.open("a", encoding="utf-8") as out:
            out.write(_written(line))

    def write(self) -> None:
        """Whole, in the order of rows and ranks."""
        with replacing(self.file) as part:
            part.write_text("".join(map(_written, sorted(self.lines.values(), key=_place))), encoding="utf-8")


def _place(line: Line) -> tuple[int, int, int, str]:
    return line["row"], line["content"]["rank"], line["style"]["rank"], line["file"]


def _written(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


def _read(file: Path) -> Iterable[Line]:
    """Every whole line."""
    if not file.is_file():
        return
    for text in file.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            line = json.loads(text)
        except ValueError:
            continue
        if isinstance(line, dict) and {"file", "id", "row", "sha256", "content", "style"} <= line.keys():
            yield line


def hang(painting: Path, place: Path) -> None:
    """The painting under its name: the same file where the disk can give it two names, else a copy."""
    with replacing(place) as part:
        try:
            os.link(painting, part)
        except OSError:
            part.write_bytes(painting.read_bytes())
