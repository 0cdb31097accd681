"""Maps: works laid out on a plane so that what is alike lies together."""

import numpy as np

from ground.errors import BadInput, MissingExtra
from retrieval.vectors import Matrix

KINDS = ("pca", "tsne", "umap")
PERPLEXITY, NEIGHBOURS = 30, 15


def laid_out(points: Matrix, kind: str) -> Matrix:
    """A place in the unit square for each work, from its coordinates along the strongest directions."""
    match kind:
        case "pca":
            return _square(points[:, :2] if points.shape[1] > 1 else np.repeat(points, 2, 1) * (1, 0))
        case "tsne":
            return _square(_tsne(points))
        case "umap":
            return _square(_umap(points))
    raise BadInput(f"there is no map {kind!r}", f"there are {', '.join(KINDS)}")


def _tsne(points: Matrix) -> Matrix:
    from sklearn.manifold import TSNE

    perplexity = min(PERPLEXITY, max(1.0, (len(points) - 1) / 3))
    start = "pca" if points.shape[1] > 1 else "random"
    return np.asarray(TSNE(perplexity=perplexity, init=start, random_state=0).fit_transform(points))


def _umap(points: Matrix) -> Matrix:
    try:
        from umap import UMAP
    except ImportError as error:
        raise MissingExtra(
            "umap-learn is not installed", 'install it with `pip install "pentimento[umap]"`'
        ) from error
    near = min(NEIGHBOURS, len(points) - 1)
    return np.asarray(
        UMAP(
            n_neighbors=near, init="random" if len(points) < 10 else "spectral", random_state=0
        ).fit_transform(points)
    )


def _square(places: Matrix) -> Matrix:
    """Both axes by one measure, so that distances stay what they are."""
    low, high = places.min(0), places.max(0)
    extent = max(float((high - low).max()), 1e-9)
    return np.asarray((places - (low + high) / 2) / extent + 0.5, np.float32)
