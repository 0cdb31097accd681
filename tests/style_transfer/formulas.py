"""The losses recomputed in float64 numpy from the formulas alone: nothing of the engine is used here."""

from collections.abc import Mapping

import numpy as np

Array = np.ndarray

BLOCKS = {1: 2, 2: 2, 3: 4, 4: 4, 5: 4}
IMAGENET_MEAN, IMAGENET_DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def for_torchvision(rgb: Array) -> Array:
    """(H, W, 3) in [0, 1] to (3, H, W), as torchvision's weights take it."""
    return np.asarray((rgb.astype(np.float64) - IMAGENET_MEAN) / IMAGENET_DEVIATION).transpose(2, 0, 1)


def for_caffe(rgb: Array) -> Array:
    """BGR from 0 to 255 less [103.939, 116.779, 123.68], as the thesis says."""
    bgr = rgb.astype(np.float64)[..., ::-1] * 255
    return np.asarray(bgr - [103.939, 116.779, 123.68]).transpose(2, 0, 1)


def vgg(
    x: Array, weights: Mapping[str, Array], pooling: str = "max", padding: str = "zeros"
) -> dict[str, Array]:
    """Every layer (C, H, W) after its ReLU that `weights` has the convolution of."""
    found: dict[str, Array] = {}
    for block, many in BLOCKS.items():
        if block > 1:
            x = pooled(x, pooling)
        for i in range(1, many + 1):
            name = f"conv{block}_{i}"
            if f"{name}.weight" not in weights:
                return found
            found[name] = x = np.maximum(
                convolved(x, weights[f"{name}.weight"], weights[f"{name}.bias"], padding), 0
            )
    return found


def convolved(x: Array, weight: Array, bias: Array, padding: str = "zeros") -> Array:
    """3 x 3, stride 1, zeros around or the picture mirrored."""
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1)), "constant" if padding == "zeros" else "reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    product = np.tensordot(weight.astype(np.float64), windows, axes=([1, 2, 3], [0, 3, 4]))
    return np.asarray(product + bias.astype(np.float64)[:, None, None])


def pooled(x: Array, how: str) -> Array:
    """2 x 2 to one; what is left over at an odd edge is dropped. An average is doubled."""
    channels, height, width = x.shape
    cells = x[:, : height // 2 * 2, : width // 2 * 2].reshape(channels, height // 2, 2, width // 2, 2)
    return np.asarray(cells.max((2, 4)) if how == "max" else 2 * cells.mean((2, 4)))


def gram(layer: Array) -> Array:
    """G_ij = sum over positions of F_i F_j: the plain inner product, not divided by anything."""
    rows = layer.reshape(len(layer), -1)
    return np.asarray(rows @ rows.T)


def content_sum(found: Array, wanted: Array) -> float:
    return float(((found - wanted) ** 2).sum())


def style_gatys(found: Array, wanted: Array, n: float, m: float) -> float:
    """E = sum (G - S)^2 / (4 N^2 M^2)"""
    return float(((gram(found) - gram(wanted)) ** 2).sum() / (4 * n**2 * m**2))


def style_relative(found: Array, wanted: Array) -> float:
    """|G - S|^2 / |S|^2 of the averages over positions."""
    g, s = gram(found) / found[0].size, gram(wanted) / wanted[0].size
    return float(((g - s) ** 2).sum() / (s**2).sum())


def style_wasserstein(found: Array, wanted: Array) -> float:
    """|m - n|^2 + tr(A + B - 2 (B^1/2 A B^1/2)^1/2), against the trace of the style's second raw moment.

    The last trace is the sum of the roots of AB's eigenvalues, since AB and B^1/2 A B^1/2 share them.
    """
    x, y = found.reshape(len(found), -1), wanted.reshape(len(wanted), -1)
    a, b = np.cov(x, bias=True), np.cov(y, bias=True)
    cross = np.sqrt(np.linalg.eigvals(a @ b).real.clip(0)).sum()
    means = ((x.mean(1) - y.mean(1)) ** 2).sum()
    return float((means + np.trace(a) + np.trace(b) - 2 * cross) / ((y**2).sum() / y.shape[1]))


def smoothness(rgb: Array) -> float:
    rgb = rgb.astype(np.float64)
    return float((np.diff(rgb, axis=1) ** 2).mean() + (np.diff(rgb, axis=0) ** 2).mean())
