"""Strokes and forms: how near a painting's patches come to the style's, and how well it keeps the content's layout.

Neither is optimised by the engine, so neither can be cheated: sliced Wasserstein distances of the patches of a
Laplacian pyramid (after Karras et al., 2018), and the divergence of patch self-similarities (CFSD, after Chung et
al., 2024) on a layer that no recipe uses. Both on copies scaled to 384, 192 and 96 px: strokes have a size.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from style_transfer.backbones import Backbone
from style_transfer.pictures import fitted, resized

SIZES = (384, 192, 96)
PATCH, PROJECTIONS = 7, 256
LAYER = "conv3_3"


def stroke_distance(painted: Tensor, style: Tensor) -> list[float]:
    """Sliced Wasserstein of the band of detail at each size: 0 is the style's own strokes."""
    return [_sliced(_patches(_band(painted, size)), _patches(_band(style, size))) for size in SIZES]


def form_divergence(painted: Tensor, content: Tensor, network: Backbone) -> list[float]:
    """Mean KL divergence between which patches look alike in the content and in the painting: 0 is the same layout."""
    return [_divergence(_alike(painted, size, network), _alike(content, size, network)) for size in SIZES]


def _scaled(batch: Tensor, longest: int) -> Tensor:
    return resized(batch, fitted(batch.shape[2], batch.shape[3], longest)).clamp(0, 1)


def _band(batch: Tensor, longest: int) -> Tensor:
    """What a copy of this size shows and one of half the size cannot."""
    seen = _scaled(batch, longest)
    half = (max(1, seen.shape[2] // 2), max(1, seen.shape[3] // 2))
    return seen - resized(resized(seen, half), (seen.shape[2], seen.shape[3]))


def _patches(band: Tensor) -> Tensor:
    return F.unfold(band, PATCH, stride=2)[0].T


def _sliced(a: Tensor, b: Tensor) -> float:
    """Root mean squared difference of the quantiles along fixed random directions."""
    directions = torch.randn(a.shape[1], PROJECTIONS, generator=torch.Generator().manual_seed(0))
    directions = directions / directions.norm(dim=0)
    quantiles = torch.linspace(0, 1, 201)
    spread = [torch.quantile(_some(rows) @ directions, quantiles, dim=0) for rows in (a, b)]
    return float((spread[0] - spread[1]).square().mean().sqrt())


def _some(rows: Tensor, most: int = 8192) -> Tensor:
    if len(rows) <= most:
        return rows
    return rows[torch.randperm(len(rows), generator=torch.Generator().manual_seed(0))[:most]]


def _alike(batch: Tensor, longest: int, network: Backbone) -> Tensor:
    """For a grid of positions, how much each looks like each other, as log shares."""
    with torch.no_grad():
        tap = network(_scaled(batch, longest), [LAYER])[LAYER].float()
    tap = F.adaptive_avg_pool2d(tap, 16).flatten(2)[0].T
    tap = F.normalize(tap - tap.mean(0), dim=1)
    return torch.log_softmax(tap @ tap.T / 0.1, dim=1)


def _divergence(painted: Tensor, content: Tensor) -> float:
    return float(F.kl_div(painted, content, reduction="batchmean", log_target=True))
