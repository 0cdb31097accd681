"""A gallery of pictures with their indexes and a joint model whose every word is known to mean one picture."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from retrieval.embedding import Embedding
from retrieval.gallery import Gallery
from retrieval.heads import Heads
from retrieval.index import Index
from retrieval.joint import JointSpace
from retrieval.search import Search
from retrieval.text import Rules, TextEncoder
from retrieval.work import Work
from tests.retrieval.painted import paint

NOUNS = ("anchor", "bridge", "candle", "dolphin", "eagle", "forest", "garden", "harbour", "island", "juniper")
STYLES = ("Baroque", "Impressionism")


@dataclass(frozen=True)
class House:
    """Where everything is; `indexes` holds content, style and joint."""

    gallery: Path
    styles: Path
    indexes: Path

    def search(self) -> Search:
        return Search.open(self.indexes)


def build(folder: Path) -> House:
    house = House(folder / "gallery", folder / "styles", folder / "indexes")
    contents = _gallery(house.gallery, 10, titled=True)
    _joint(contents, house)
    _index(contents, Embedding.of_contents(house.indexes / "joint"), house)
    _index(_gallery(house.styles, 14, 100), Embedding.of_manners("vgg19-slim"), house)
    return house


def _gallery(folder: Path, many: int, first: int = 0, titled: bool = False) -> Gallery:
    works = []
    for number in range(many):
        file = paint(folder / "images" / f"{number}.png", first + number)
        work = Work(
            id=f"{first + number}", file=f"images/{file.name}", artist="Nobody", style=STYLES[number % 2]
        )
        if titled:
            work = replace(
                work, title=f"The {NOUNS[number]}", description=f"A picture of the {NOUNS[number]}."
            )
        works.append(work)
    gallery = Gallery(folder, works)
    gallery.save()
    return gallery


def _joint(gallery: Gallery, house: House) -> None:
    """Each noun means the vector of its picture; the other words mean nothing."""
    encoder = Embedding.of_manners("vgg19-slim")
    [features] = encoder.vectors(gallery.pictures(), lambda done, total: None)
    texts = [work.title for work in gallery.works], [work.description for work in gallery.works]
    words = TextEncoder.fit(*texts, Rules(1, 1, None))
    torch.manual_seed(1)
    heads = Heads(words.size, features.shape[1], 16, tanh=False).requires_grad_(False)
    heads.standardise(torch.from_numpy(features))
    heads.words.weight.zero_()
    heads.words_bias.zero_()
    for noun, vector in zip(NOUNS, heads.seen(torch.from_numpy(features)), strict=True):
        heads.words.weight[words.titles.place[noun]] = vector
        heads.words.weight[len(words.titles.words) + words.descriptions.place[noun]] = vector
    JointSpace(words, heads, encoder.encoder.name, encoder.encoder.weights_sha256).save(
        house.indexes / "joint"
    )


def _index(gallery: Gallery, embedding: Embedding, house: House) -> None:
    Index.build(
        embedding.vectors(gallery.pictures(), lambda done, total: None),
        gallery.works,
        house.indexes / embedding.kind,
        kind=embedding.kind,
        encoder=embedding.encoder,
        gallery=gallery.folder,
        queries=embedding.queries(gallery.works),
    )


def picture_vector(path: Path) -> np.ndarray:
    """What the style index holds of a picture, computed by itself."""
    [row] = Embedding.of_manners("vgg19-slim").vectors([path], lambda done, total: None)
    return row[0].astype(np.float64)
