"""Contact sheets in the output folder: one for each text, made when its last painting has ended."""

import hashlib
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ground import canvas
from ground.canvas import read_note
from ground.errors import BadPicture
from scripts.batch import page, wall
from scripts.batch.manifest import Line, Manifest
from scripts.batch.names import RESERVED, slug
from scripts.batch.plan import Planned
from scripts.batch.sheet import Cell, Hung, Sheet

SEEN = 640  # pixels of a painting's long side, at most
THUMB = 320  # of a work's


def write(out: Path, planned: Sequence[Planned], manifest: Manifest) -> None:
    """The sheet of one row, as PNG and as HTML, unless it hangs there already as it would be made again."""
    row = planned[0].row
    stem = out / RESERVED / f"{row.number:04}-{slug(row.title or row.description)}"
    picture, document = stem.with_suffix(".png"), stem.with_suffix(".html")
    lines = [manifest.lines.get(each.file) for each in planned]
    digest = _digest(planned, lines)
    if document.is_file() and _digest_of(picture) == digest:
        return
    sheet = _sheet(out, planned, lines)
    page.write(document, sheet, above="../")
    wall.write(picture, sheet, {"sheet": digest})


def _sheet(out: Path, planned: Sequence[Planned], lines: Sequence[Line | None]) -> Sheet:
    row = planned[0].row
    pairs = zip(planned, lines, strict=True)
    rows = []
    for _, group in groupby(pairs, lambda pair: pair[0].content.rank):
        cells = list(group)
        content = _work(cells[0][0].wanted.facts["content"])
        rows.append((content, [_cell(out, *cell) for cell in cells]))
    return Sheet(row.title, row.description, rows)


def _cell(out: Path, planned: Planned, line: Line | None) -> Cell:
    painting = _image(out / planned.file, SEEN) if line else None
    figures = f"{line['steps']} steps, {line['seconds']:.1f} s, seed {line['seed']}" if line else ""
    return Cell(planned.file, painting, _work(planned.wanted.facts["style"]), figures)


def _work(facts: dict[str, Any]) -> Hung:
    work = facts["source"]["work"]
    by = ", ".join(filter(None, (work.get("artist"), work.get("date"))))
    return Hung(_image(Path(facts["file"]), THUMB), " ".join(work.get("title", work["id"]).split()), by)


def _image(file: Path, longest: int) -> Image.Image:
    """On white paper where it is transparent."""
    picture = canvas.read(file, longest=longest)
    rgb = picture.rgb
    if picture.alpha is not None:
        rgb = rgb * picture.alpha[..., None] + (1 - picture.alpha[..., None])
    return Image.fromarray((rgb * 255 + 0.5).astype(np.uint8))


def _digest(planned: Sequence[Planned], lines: Sequence[Line | None]) -> str:
    told = [(each.file, line and line["sha256"]) for each, line in zip(planned, lines, strict=True)]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _digest_of(picture: Path) -> str | None:
    try:
        return (read_note(picture) or {}).get("sheet") if picture.is_file() else None
    except BadPicture:
        return None
