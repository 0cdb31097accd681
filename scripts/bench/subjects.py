"""Subjects: the pictures that the bench paints: somebody's own, the embedded gallery's, or scenes drawn by code."""

from itertools import pairwise
from pathlib import Path

import numpy as np

from app.provenance import INDEXES
from ground import canvas
from ground.canvas import Picture
from ground.errors import BadInput
from scenes.scene import all_scenes

MANY = 6  # a content, and five styles for it
PAIRS = 12
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
EMBEDDED = INDEXES / "embedded"


def subjects(given: Path | None, folder: Path, size: int) -> list[Path]:
    """A content, and five styles after it; scenes are drawn into `folder`."""
    found = _pictures(given or EMBEDDED / "gallery")
    if len(found) >= MANY:
        return found[:: len(found) // MANY][:MANY]
    if given is not None:
        raise BadInput(f"{given} holds {len(found)} pictures", f"give a folder of at least {MANY}")
    return _drawn(folder, size)


def pairs(given: Path | None, folder: Path, size: int) -> list[tuple[Path, Path]]:
    """A dozen contents, each after a style of its own."""
    contents, styles = (_pictures(EMBEDDED / "gallery" / kind) for kind in ("contents", "styles"))
    if given is not None:
        contents, styles = (_pictures(given)[i::2] for i in (0, 1))
    if min(len(contents), len(styles)) < PAIRS:
        drawn = subjects(given, folder, size)
        return list(pairwise(drawn))
    spread = (found[:: len(found) // PAIRS][:PAIRS] for found in (contents, styles))
    return list(zip(*spread, strict=True))


def _pictures(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)


def _drawn(folder: Path, size: int) -> list[Path]:
    """Scenes from all over the catalogue, so that none is like another."""
    scenes, files = all_scenes(), []
    for scene in scenes[:: len(scenes) // MANY][:MANY]:
        files.append(folder / f"{scene.id}.png")
        canvas.write(files[-1], Picture(np.ascontiguousarray(scene.draw(size=size), np.float32), None))
    return files
