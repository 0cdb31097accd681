"""The first picture of a painting: its content, its style's colours at random, noise, or one that is given."""

import torch
from torch import Tensor

from style_transfer.pictures import resized

SPREAD = 0.15  # of the noise around middle grey: wide enough to seed every layer, seldom outside [0, 1]


def first_picture(kind: str, content: Tensor, style: Tensor, given: Tensor | None, seed: int) -> Tensor:
    """At the content's size, in [0, 1]; the same for the same seed."""
    if kind == "content":
        return content.clone()
    if kind == "picture" and given is not None:
        return resized(given, (content.shape[2], content.shape[3])).clamp(0, 1)
    noise = torch.randn(content.shape, generator=torch.Generator().manual_seed(seed))
    if kind == "noise":
        return (0.5 + SPREAD * noise).clamp(0, 1)
    return _coloured(noise, style)


def _coloured(noise: Tensor, style: Tensor) -> Tensor:
    """Noise with the style's mean colour and its covariance."""
    rows = style[0].flatten(1)
    spread = torch.cov(rows.double()) + 1e-6 * torch.eye(3, dtype=torch.float64)
    mixing = torch.linalg.cholesky(spread).float()
    return (torch.einsum("ij,njhw->nihw", mixing, noise) + rows.mean(1).view(1, 3, 1, 1)).clamp(0, 1)
