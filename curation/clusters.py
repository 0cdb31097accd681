"""Clusters: which works go together when nobody has said so, and how many such groups there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curation.labels import Labels, Rows
from ground.errors import BadGallery, BadInput
from retrieval.vectors import Matrix

METHODS = ("kmeans", "agglomerative", "hdbscan")
DIRECTIONS = 50  # principal ones that works are told apart by: beyond them distances are noise
MOST = 20  # clusters that are tried when nobody says how many
FEWEST = 3  # works that can be clustered at all
SMALLEST = 5  # works of a cluster by density
LARGE = 20_000  # works beyond which a tree of all pairs does not fit in memory
SAMPLE = 5_000  # works that the silhouette is measured with


@dataclass(frozen=True)
class Count:
    """How many clusters there might be: inertia and silhouette of each number tried, and what either says."""

    tried: list[int]
    inertia: list[float]
    silhouette: list[float]
    elbow: int | None  # none where the curve has no knee

    @property
    def best(self) -> int:
        """By silhouette, since an elbow is not always there."""
        return self.tried[int(np.argmax(self.silhouette))]

    def as_json(self) -> dict[str, Any]:
        return {
            "tried": self.tried,
            "inertia": self.inertia,
            "silhouette": self.silhouette,
            "by_elbow": self.elbow,
            "by_silhouette": self.best,
        }


@dataclass(frozen=True, eq=False)
class Clusters:
    method: str
    of: Rows  # for each work its cluster, the largest being 0; -1 for what belongs to none

    @property
    def many(self) -> int:
        return int(self.of.max()) + 1

    def against(self, labels: Labels) -> dict[str, Any]:
        """Beside what is known: indices that are 1 where the two say the same, and a table of both."""
        from sklearn.metrics import adjusted_rand_score, v_measure_score
        from sklearn.metrics.cluster import contingency_matrix

        truth, said = labels.of[labels.known], self.of[labels.known]
        return {
            "ari": float(adjusted_rand_score(truth, said)),
            "v_measure": float(v_measure_score(truth, said)),
            "contingency": {
                "classes": [labels.names[row] for row in np.unique(truth)],
                "clusters": np.unique(said).tolist(),
                "rows": contingency_matrix(truth, said).tolist(),
            },
        }


def directions(features: Matrix, many: int = DIRECTIONS) -> Matrix:
    """The coordinates of unit features along the directions in which they differ most, the strongest first."""
    if len(features) < FEWEST:
        raise BadGallery(f"{len(features)} works are too few to be clustered", f"give {FEWEST} at least")
    if np.allclose(features, features[0], atol=1e-4):
        raise BadGallery("all pictures look the same", "give a collection of different pictures")
    from sklearn.decomposition import PCA

    found = PCA(min(many, len(features) - 1, features.shape[1]), random_state=0).fit_transform(features)
    return np.asarray(found, np.float32)


def count(points: Matrix, most: int = MOST) -> Count:
    """Each number tried with k-means."""
    from kneed import KneeLocator
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    different = len(np.unique(points, axis=0))
    tried = list(range(2, min(most, different - 1, len(points) - 1) + 1))
    if not tried:
        raise BadGallery(
            "there are too few different pictures to count clusters", "say how many, with --clusters"
        )
    inertia, silhouette = [], []
    for number in tried:
        model = KMeans(number, n_init=4, random_state=0).fit(points)
        inertia.append(float(model.inertia_))
        sample = min(SAMPLE, len(points))
        silhouette.append(float(silhouette_score(points, model.labels_, sample_size=sample, random_state=0)))
    knee = None
    if len(tried) > 2:
        knee = KneeLocator(tried, inertia, curve="convex", direction="decreasing").knee
    return Count(tried, inertia, silhouette, None if knee is None else int(knee))


def clustered(points: Matrix, method: str, many: int | None = None) -> Clusters:
    """By a number of clusters or, with HDBSCAN, by density."""
    if method not in METHODS:
        raise BadInput(f"there is no way {method!r} to cluster", f"there are {', '.join(METHODS)}")
    if method != "hdbscan" and many is None:
        many = count(points).best
    if many is not None and not 1 <= many <= len(points):
        raise BadInput(
            f"{many} clusters are asked for, of {len(points)} works", f"ask for 1 to {len(points)}"
        )
    return Clusters(method, _by_size(_FITTED[method](points, many)))


def _kmeans(points: Matrix, many: int | None) -> NDArray[Any]:
    from sklearn.cluster import KMeans

    return np.asarray(KMeans(many, n_init=10, random_state=0).fit_predict(points))


def _agglomerative(points: Matrix, many: int | None) -> NDArray[Any]:
    from sklearn.cluster import AgglomerativeClustering

    if len(points) > LARGE:
        raise BadInput(
            f"{len(points):,} works are too many for agglomerative clusters", "take kmeans or hdbscan"
        )
    return np.asarray(AgglomerativeClustering(many, linkage="ward").fit_predict(points))


def _hdbscan(points: Matrix, many: int | None) -> NDArray[Any]:
    from sklearn.cluster import HDBSCAN

    smallest = min(max(2, len(points) // 50, SMALLEST), len(points))
    return np.asarray(HDBSCAN(min_cluster_size=smallest, copy=True).fit_predict(points))


_FITTED: Mapping[str, Any] = {"kmeans": _kmeans, "agglomerative": _agglomerative, "hdbscan": _hdbscan}


def _by_size(found: NDArray[Any]) -> Rows:
    """Numbered by their size; what belongs to none stays so."""
    numbers, sizes = np.unique(found[found >= 0], return_counts=True)
    place = {int(number): rank for rank, number in enumerate(numbers[np.argsort(-sizes, kind="stable")])}
    return np.array([place.get(int(each), -1) for each in found], np.intp)
