"""A survey: all that can be said of a collection at once, for a report or a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from curation.clusters import FEWEST, Clusters, clustered, directions
from curation.duplicates import Found, duplicates
from curation.groups import Group
from curation.health import Health, health
from curation.looking import Looked, Told, encoded, look, silent
from curation.maps import laid_out
from curation.report import atlas, page
from curation.report.page import Report
from curation.thresholds import Thresholds
from ground.errors import BadInput
from retrieval.embedding import Embedding
from retrieval.encoders import ImageEncoder
from retrieval.gallery import Gallery
from retrieval.vectors import Matrix
from retrieval.work import Work

MAPS = {"t-SNE": "tsne", "PCA": "pca"}


@dataclass(frozen=True, eq=False)
class Survey:
    looked: Looked
    duplicates: Found
    health: Health
    clusters: Clusters | None  # none where there is too little to tell apart
    maps: dict[str, Matrix]

    def groups(self) -> list[Group]:
        return self.duplicates.groups

    def map(
        self, drawn: atlas.Atlas, where: str, link: Callable[[Work], str] = lambda work: ""
    ) -> dict[str, Any]:
        """What the map's script draws, for the works that it shows."""
        rows = self.shown()
        works = [self.looked.works[row] for row in rows]
        clusters = np.zeros(len(rows), np.intp) if self.clusters is None else self.clusters.of[rows]
        maps = {name: places[rows] for name, places in self.maps.items()}
        return atlas.told(works, drawn, where, maps, clusters, page=link)

    def atlas(self) -> atlas.Atlas:
        return atlas.atlas([self.looked.gallery.picture(self.looked.works[row]) for row in self.shown()])

    def shown(self) -> list[int]:
        found: list[int] = atlas.sampled(len(self.looked)).tolist()
        return found

    def report(self, title: str) -> Report:
        drawn = self.atlas() if self.maps else None
        spare = {work.id for group in self.groups() for work in group.spare}
        flagged = {flag.work.id for flag in self.health.flags}
        sums = [("works", self.health.works), ("groups of duplicates", len(self.groups()))]
        sums += [("could be set aside", len(spare)), ("flagged", len(flagged))]
        many = self.clusters.many if self.clusters else 0
        return Report(
            title,
            [(name, f"{value:,}") for name, value in sums],
            [*page.of_duplicates(self.duplicates), *page.of_health(self.health, self.looked)],
            self.health.remarks,
            None if drawn is None else self.map(drawn, page.address(drawn.sheet)),
            f"What looks alike lies together; the colours are {many} clusters that were found without any label.",
        )


def survey(
    gallery: Gallery,
    encoder: ImageEncoder,
    words: Embedding | None = None,
    thresholds: Thresholds | None = None,
    told: Told = silent,
) -> Survey:
    """`words` is a joint model with its encoder, by which texts are judged."""
    looked = look(gallery, told)
    vectors = encoded(looked, encoder, told)
    found = duplicates(looked, vectors, thresholds or Thresholds.of(encoder.name), told=told)
    seen = None if words is None else joint_vectors(words, looked, told)
    judged = health(looked, words.space if words else None, seen)
    try:
        points = directions(vectors)
    except BadInput:  # too few works, or all alike: there is no map of these
        return Survey(looked, found, judged, None, {})
    told("laying out the map", 0, 1)
    clusters = clustered(points, "kmeans") if len(looked) > FEWEST else None
    return Survey(
        looked, found, judged, clusters, {name: laid_out(points, kind) for name, kind in MAPS.items()}
    )


def joint_vectors(words: Embedding, looked: Looked, told: Told = silent) -> Matrix:
    """The pictures as vectors of a joint space."""
    blocks = words.vectors(
        looked.paths(), lambda done, total: told("encoding pictures for words", done, total)
    )
    return np.concatenate(list(blocks))
