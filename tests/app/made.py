"""Small pictures, recipes and jobs for the studio's tests."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from app import painting
from app.job import Wanted
from app.jobs import Jobs
from app.provenance import Origin
from ground import canvas
from ground.canvas import Picture
from ground.files import sha256
from retrieval.embedding import Embedding
from retrieval.gallery import Gallery
from retrieval.heads import Heads
from retrieval.index import Index
from retrieval.joint import JointSpace
from retrieval.text import Rules, TextEncoder
from retrieval.work import Work
from style_transfer import Recipe

SMALL = {"size": 48, "coarsest": 32, "precision": "fp32"}


def recipe(**over: Any) -> Recipe:
    return Recipe.named("sketch", **{**SMALL, "steps": 3, **over})


def picture(file: Path, seed: int, size: int = 48) -> Path:
    blotches = np.random.default_rng(seed).random((6, 6, 3)).repeat(size // 6, 0).repeat(size // 6, 1)
    canvas.write(file, Picture(blotches.astype(np.float32)))
    return file


def facts(folder: Path, **over: Any) -> dict[str, Any]:
    content, style = picture(folder / "content.png", 1), picture(folder / "style.png", 2)
    work = {"id": "w1", "title": "A harbour"}
    return painting.facts(recipe(**over), Origin(content, work), Origin(style))


def several(folder: Path, many: int, **over: Any) -> list[dict[str, Any]]:
    """Of two contents in turn, each in a style of its own."""
    contents = [picture(folder / f"content{n}.png", n) for n in range(2)]
    styles = [picture(folder / f"style{n}.png", 20 + n) for n in range(many)]
    return [painting.facts(recipe(**over), Origin(contents[n % 2]), Origin(styles[n])) for n in range(many)]


def narrow(file: Path) -> None:
    """The same picture, less wide."""
    canvas.write(file, Picture(canvas.read(file).rgb[:, :32]))


def wanted(folder: Path, **over: Any) -> Wanted:
    chosen = recipe(**over)
    told = facts(folder, **over)
    return Wanted(told, sum(chosen.steps_at), painting.cost(chosen), painting.kin(told))


def pixels(file: Path) -> np.ndarray:
    return canvas.read(file).rgb


class Heard:
    """Waits for what becomes of jobs, and wakes whenever something does."""

    def __init__(self, jobs: Jobs) -> None:
        self.changed = threading.Event()
        jobs.told.append(self.changed.set)

    def until(self, happened: Callable[[], bool]) -> None:
        while not happened():
            assert self.changed.wait(300)
            self.changed.clear()


TITLES = ("Red boats in a harbour", "Blue hills at evening", "A green forest", "Yellow flowers in a vase")


def indexes(folder: Path) -> Path:
    """A few works, and a joint space that has learned nothing: what counts is who is asked, not the answer."""
    gallery = _gallery(folder / "gallery")
    encoder = Embedding.of_manners("vgg19-slim").pictures
    text = TextEncoder.fit(TITLES, TITLES, Rules(1, 1, None))
    heads = Heads(text.size, encoder.dimensions, 8, tanh=False)
    JointSpace(text, heads, encoder.name, encoder.weights_sha256).save(folder / "joint")
    for embedding in (Embedding.of_contents(folder / "joint"), Embedding.of_manners("vgg19-slim")):
        Index.build(
            embedding.vectors(gallery.pictures(), lambda done, total: None),
            gallery.works,
            folder / embedding.kind,
            kind=embedding.kind,
            encoder=embedding.encoder,
            gallery=gallery.folder,
        )
    return folder


def _gallery(folder: Path) -> Gallery:
    works = []
    for number in range(8):
        file = picture(folder / "images" / f"{number}.png", number)
        title = f"{TITLES[number % 4]}{' again' if number > 3 else ''}"
        style = "Baroque" if number % 2 else "Impressionism"
        works.append(
            Work(
                id=f"w{number}",
                file=f"images/{number}.png",
                title=title,
                artist=f"Painter {number}",
                style=style,
                sha256=sha256(file),
            )
        )
    gallery = Gallery(folder, works)
    gallery.save()
    return gallery
