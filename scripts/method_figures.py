"""Paint the pictures of docs/method.md: what words find, what the engine does scale by scale, and what its knobs do.

python -m scripts.method_figures [--out docs/figures]
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from ground import canvas
from ground.canvas import Picture
from retrieval.search import Match, Search
from scripts.batch.wall import WALL, hang, label, within
from style_transfer import Recipe, paint
from style_transfer.memory import keep_memory

TITLE, DESCRIPTION = "Mountain View", "Panoramic view of the mountains in a cloudy sky"
WIDTH, GAP, LABEL, QUALITY = 300, 26, 62, 80
KNOBS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("beta=2", {"beta": 2}),
    ("beta=20, as it comes", {}),
    ("beta=200", {"beta": 200}),
    ("colour=content", {"colour": "content"}),
    ("style_size=2", {"style_size": 2}),
)


class Shown(NamedTuple):
    picture: Picture
    title: str
    told: str = ""


def row(shown: Sequence[Shown], file: Path) -> None:
    """Pictures side by side, each with its label."""
    images = [within(_image(each.picture), WIDTH, WIDTH) for each in shown]
    tall = max(image.height for image in images)
    size = (len(shown) * (WIDTH + GAP) + GAP, tall + LABEL + 2 * GAP)
    page = Image.new("RGB", size, WALL)
    for place, (each, image) in enumerate(zip(shown, images, strict=True)):
        left = GAP + place * (WIDTH + GAP)
        hang(page, image, (left, GAP))
        label(page, (left, GAP + image.height + 12), WIDTH, each.title, each.told)
    page.save(file, quality=QUALITY, method=6)


def works(search: Search, matches: Sequence[Match]) -> list[Shown]:
    return [
        Shown(canvas.read(search.picture(match.work)), match.work.title, f"cosine {match.score:.3f}")
        for match in matches
    ]


def scales(content: Picture, style: Picture) -> Iterator[Shown]:
    """The first picture, and where each scale ends; small ones with their pixels to be seen."""
    recipe = Recipe.named("studio")
    ends = np.cumsum(recipe.steps_at).tolist()
    yield Shown(content, "the content", "as it is at the start")
    for iterate in paint(content, style, recipe):
        if iterate.step in ends:
            height, width = iterate.size
            yield Shown(
                _enlarged(iterate.picture()),
                f"scale {iterate.scale}",
                f"{width} x {height}, step {iterate.step}",
            )


def knobs(content: Picture, style: Picture) -> Iterator[Shown]:
    for said, over in KNOBS:
        *_, last = paint(content, style, Recipe.named("sketch", **over))
        assert last.painting
        losses = last.painting.losses
        yield Shown(last.painting.picture, said, f"content {losses.content:.2f}, style {losses.style:.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Paint the pictures of docs/method.md.")
    parser.add_argument("--out", type=Path, default=Path("docs/figures"), help="folder of the figures")
    out = parser.parse_args(arguments).out
    keep_memory()
    search = Search.open()
    found = search.suggest(TITLE, DESCRIPTION)
    row(works(search, found), out / "method-contents.webp")
    row(works(search, found[0].styles), out / "method-styles.webp")
    content, style = (canvas.read(search.picture(match.work)) for match in (found[0], found[0].styles[0]))
    row(list(scales(content, style)), out / "method-scales.webp")
    row(list(knobs(content, style)), out / "method-knobs.webp")


def _image(picture: Picture) -> Image.Image:
    return Image.fromarray((picture.rgb * 255 + 0.5).astype(np.uint8))


def _enlarged(picture: Picture) -> Picture:
    """With its pixels as squares."""
    times = max(1, round(2 * WIDTH / picture.width))
    return Picture(picture.rgb.repeat(times, 0).repeat(times, 1))


if __name__ == "__main__":
    main()
