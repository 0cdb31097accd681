"""The losses, each a few lines: content on features, style on moments, smoothness on the picture.

Each returns one number a picture of the batch. Constants and their sources:
- Gatys, Ecker, Bethge, "A neural algorithm of artistic style" (2015), equations 1 to 5: `paper`.
- Gutiérrez, the thesis this project began with (2022), section 4.3.3: `thesis`, whose N and M are those of
  the *picture* (3 channels, width x height) for every layer.
- Wasserstein-2 between Gaussians: Olkin and Pukelsheim (1982).
"""

from collections.abc import Callable

import torch
from torch import Tensor

from style_transfer.moments import Moments

TINY = 1e-12


def content_scale(form: str, target: Tensor) -> Tensor:
    """What the sum of squared differences from a target is multiplied by, one number a picture.

    `sum` is the thesis's; `mean` is over the layer's elements; `relative` is in shares of the content's own
    squares, and so the same for every network and layer.
    """
    if form == "relative":
        return 1 / (target.square().sum((1, 2, 3)) + TINY)
    return target.new_full((len(target),), 1.0 if form == "sum" else 1 / target[0].numel())


def style_paper(found: Moments, wanted: Moments, pixels: int) -> Tensor:
    """E = sum (G - S)^2 / (4 N^2 M^2) with the layer's own N and M."""
    channels, positions = found.first.shape[1], found.weight
    return _gram_distance(found, wanted) / (4 * channels**2 * positions**2)


def style_thesis(found: Moments, wanted: Moments, pixels: int) -> Tensor:
    """The same with N = 3 and M = width x height of the picture, whatever the layer."""
    return _gram_distance(found, wanted) / (4 * 3**2 * pixels**2)


def style_relative(found: Moments, wanted: Moments, pixels: int) -> Tensor:
    """|G - S|^2 / |S|^2 of the averages: every layer speaks in the same unit."""
    difference = found.averages().second - wanted.second
    return difference.square().sum((1, 2)) / (wanted.second.square().sum((1, 2)) + TINY)


def style_wasserstein(found: Moments, wanted: Moments, pixels: int) -> Tensor:
    """Squared Wasserstein-2 of two Gaussians with these moments, in shares of the style's own spread."""
    found = found.averages()
    means = (found.first - wanted.first).square().sum(1)
    a, b = found.covariance(), wanted.covariance()
    root = _root(b)
    cross: Tensor = TraceOfRoot.apply(root @ a @ root)
    spread = _trace(wanted.second) + TINY
    return (means + _trace(a) + _trace(b) - 2 * cross).clamp_min(0) / spread


STYLE: dict[str, Callable[[Moments, Moments, int], Tensor]] = {
    "paper": style_paper,
    "thesis": style_thesis,
    "relative": style_relative,
    "wasserstein": style_wasserstein,
}


def _gram_distance(found: Moments, wanted: Moments) -> Tensor:
    """sum (G - S)^2 of plain inner products; a style seen at another size counts as if at the painting's."""
    scaled = wanted.second * found.weight[:, None, None]
    return (found.second - scaled).square().sum((1, 2))


def smoothness(picture: Tensor) -> Tensor:
    """Mean squared step from a pixel to its neighbours, right and below (the isotropic sum of squares)."""
    right = (picture[..., :, 1:] - picture[..., :, :-1]).square().mean((1, 2, 3))
    below = (picture[..., 1:, :] - picture[..., :-1, :]).square().mean((1, 2, 3))
    return right + below


def outside(picture: Tensor) -> Tensor:
    """Sum of squared overshoot beyond [0, 1], for optimisers that must not be clamped."""
    return (picture - picture.clamp(0, 1)).square().sum((1, 2, 3))


def _trace(matrix: Tensor) -> Tensor:
    return torch.einsum("nii->n", matrix)


def _root(matrix: Tensor) -> Tensor:
    """The symmetric square root of a target's covariance (no gradient goes through it)."""
    values, vectors = _eigen(matrix)
    return torch.einsum("nij,nj,nkj->nik", vectors, values.clamp_min(0).sqrt(), vectors)


def _eigen(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """Of symmetric matrices; one that is not finite has values that are no numbers, where LAPACK would raise."""
    finite = torch.isfinite(matrix).all(2).all(1)
    whole = torch.eye(matrix.shape[1], dtype=matrix.dtype, device=matrix.device)
    values, vectors = torch.linalg.eigh(torch.where(finite[:, None, None], matrix, whole))
    return values.where(finite[:, None], torch.nan), vectors


class TraceOfRoot(torch.autograd.Function):
    """tr(A^1/2) of symmetric A; its gradient, A^-1/2 / 2, needs no differences of eigenvalues."""

    @staticmethod
    def forward(ctx: torch.autograd.function.FunctionCtx, matrix: Tensor) -> Tensor:
        values, vectors = _eigen((matrix + matrix.transpose(1, 2)) / 2)
        # Directions in which the layer is silent are noise, and 1/sqrt would explode there: below a floor a
        # parabola takes over that meets the root in height and slope, and nothing at nothing.
        floor = values[:, -1:].clamp_min(TINY) * 1e-6
        above, below = values.clamp_min(floor), (values / floor).clamp(0, 1)
        root = above.sqrt() - floor.sqrt() * (1 - 1.5 * below + 0.5 * below.square())
        ctx.save_for_backward(above.rsqrt() * (1.5 - below), vectors)
        return torch.einsum("ni->n", root)

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, *grads: Tensor) -> Tensor:
        slopes, vectors = ctx.saved_tensors  # type: ignore[attr-defined]
        slope: Tensor = grads[0][:, None, None] * ((vectors * slopes[:, None, :]) @ vectors.transpose(1, 2))
        return slope
