import numpy as np
import pytest

from curation.clusters import directions
from curation.maps import laid_out
from ground.errors import BadInput
from tests.curation.made import blobs

FEATURES, LABELS = blobs([15, 15], spread=0.2)
POINTS = directions(FEATURES)


@pytest.mark.parametrize("kind", ["pca", "tsne"])
def test_what_is_alike_lies_together(kind: str) -> None:
    places = laid_out(POINTS, kind)
    assert places.shape == (30, 2)
    assert places.min() >= 0
    assert places.max() <= 1
    first, second = (places[LABELS.of == each] for each in (0, 1))
    apart = np.linalg.norm(first.mean(0) - second.mean(0))
    assert apart > 2 * max(first.std(0).max(), second.std(0).max())
    assert np.array_equal(places, laid_out(POINTS, kind))


@pytest.mark.parametrize("many", [3, 4])
@pytest.mark.parametrize("kind", ["pca", "tsne"])
def test_a_handful_has_a_map_too(kind: str, many: int) -> None:
    assert np.isfinite(laid_out(directions(FEATURES[:many]), kind)).all()


@pytest.mark.slow
def test_umap_is_an_extra() -> None:
    pytest.importorskip("umap")
    assert laid_out(POINTS, "umap").shape == (30, 2)


def test_an_unknown_map_is_refused() -> None:
    with pytest.raises(BadInput, match="there is no map 'som'"):
        laid_out(POINTS, "som")
