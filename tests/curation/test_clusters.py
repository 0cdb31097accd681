import numpy as np
import pytest

from curation.clusters import Clusters, clustered, count, directions
from curation.labels import Labels
from ground.errors import BadGallery, BadInput
from tests.curation.made import blobs

FEATURES, LABELS = blobs([40, 30, 20, 10], dimensions=16, spread=0.2)
POINTS = directions(FEATURES)


@pytest.mark.parametrize("method", ["kmeans", "agglomerative"])
def test_clusters_are_found_and_numbered_by_size(method: str) -> None:
    found = clustered(POINTS, method, 4)
    assert np.bincount(found.of).tolist() == [40, 30, 20, 10]
    told = found.against(LABELS)
    assert (told["ari"], told["v_measure"]) == (1, pytest.approx(1))
    assert sorted(max(row) for row in told["contingency"]["rows"]) == [10, 20, 30, 40]


def test_density_leaves_strays_alone() -> None:
    stray = np.full((1, POINTS.shape[1]), 2.0, np.float32)
    found = clustered(np.concatenate([POINTS, stray]), "hdbscan")
    assert found.many == 4
    assert found.of[-1] == -1


def test_elbow_and_silhouette_count_them() -> None:
    found = count(POINTS, 8)
    assert found.best == 4
    assert found.elbow == 4
    assert found.tried == list(range(2, 9))
    assert all(np.diff(found.inertia) <= 1e-3)
    assert clustered(POINTS, "kmeans").many == 4


def test_agreement_counts_only_what_has_a_label() -> None:
    labels = Labels(("a", "b"), np.array([0, 0, 1, 1, -1]))
    told = Clusters("kmeans", np.array([1, 1, 0, 0, 0])).against(labels)
    assert told["ari"] == 1
    assert told["contingency"]["rows"] == [[0, 2], [2, 0]]


def test_what_cannot_be_clustered_is_refused() -> None:
    with pytest.raises(BadGallery, match="2 works are too few"):
        directions(FEATURES[:2])
    with pytest.raises(BadGallery, match="all pictures look the same"):
        directions(np.repeat(FEATURES[:1], 5, 0))
    with pytest.raises(BadInput, match="101 clusters are asked for, of 100 works"):
        clustered(POINTS, "kmeans", 101)
    with pytest.raises(BadInput, match="there is no way 'dbscan'"):
        clustered(POINTS, "dbscan")
