"""An atlas: the thumbnails of many works in one picture, and the map that places them."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from curation.labels import Rows
from ground import canvas
from retrieval.parallel import in_order
from retrieval.vectors import Matrix
from retrieval.work import Work

MOST = 5000  # works on a map: more cannot be told apart, and would be a page of many megabytes
LARGE, SMALL = 96, 48  # pixels of a thumbnail, for few works and for many
FEW = 1200


@dataclass(frozen=True, eq=False)
class Atlas:
    sheet: bytes  # WebP
    cell: int
    columns: int
    shapes: list[tuple[float, float]]  # of each thumbnail, the part of its cell that it fills


def atlas(pictures: Sequence[Path]) -> Atlas:
    cell = LARGE if len(pictures) <= FEW else SMALL
    columns = ceil(sqrt(len(pictures)))
    sheet = Image.new("RGB", (columns * cell, ceil(len(pictures) / columns) * cell))
    shapes = []
    for row, (_, small) in enumerate(in_order(lambda path: thumbnail(path, cell), pictures)):
        left, top = row % columns * cell, row // columns * cell
        sheet.paste(small, (left + (cell - small.width) // 2, top + (cell - small.height) // 2))
        shapes.append((small.width / cell, small.height / cell))
    body = io.BytesIO()
    sheet.save(body, "WEBP", quality=80, method=4)
    return Atlas(body.getvalue(), cell, columns, shapes)


def thumbnail(picture: Path, longest: int) -> Image.Image:
    seen = canvas.read(picture, longest=longest)
    rgb = seen.rgb if seen.alpha is None else seen.rgb * seen.alpha[..., None] + (1 - seen.alpha[..., None])
    return Image.fromarray((rgb * 255 + 0.5).astype(np.uint8))


def sampled(many: int) -> Rows:
    """The works that a map shows: all, or so many evenly taken."""
    return np.unique(np.linspace(0, many - 1, min(many, MOST)).astype(np.intp))


def told(
    works: Sequence[Work],
    drawn: Atlas,
    where: str,
    maps: Mapping[str, Matrix],
    clusters: Rows,
    labels: Sequence[str] = (),
    page: Callable[[Work], str] = lambda work: "",
) -> dict[str, Any]:
    """What the map's script draws; `where` is the address of the atlas."""
    entries = [
        {
            "id": work.id,
            "title": work.title,
            "note": ", ".join(part for part in (work.artist, work.date) if part),
            "cluster": int(cluster),
            "label": labels[row] if labels else "",
            "page": page(work),
            "shape": shape,
        }
        for row, (work, cluster, shape) in enumerate(zip(works, clusters, drawn.shapes, strict=True))
    ]
    return {
        "works": entries,
        "maps": {name: np.round(places.astype(np.float64), 4).tolist() for name, places in maps.items()},
        "labels": sorted({*labels} - {""}),
        "atlas": where,
        "cell": drawn.cell,
        "columns": drawn.columns,
    }
