"""Moments: the sums over a layer's positions that every style loss is a function of.

Gram matrices are plain inner products (Gatys et al., 2015). Keeping sums, not averages, lets a large picture
be summed block by block, and several styles be mixed: means and second raw moments mix, covariances do not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor

# Half-precision products are summed in this many parts, each rounded, the sum taken in fp32: the error of a
# rounded product is averaged away (0.4 % of an element becomes 0.1 %) and nothing overflows.
PARTS = 16


@dataclass(frozen=True)
class Moments:
    """Sums of a batch of N layers of C channels: `weight` (N,), `first` (N, C), `second` (N, C, C)."""

    weight: Tensor
    first: Tensor
    second: Tensor

    @classmethod
    def of(cls, tap: Tensor, mask: Tensor | None = None) -> "Moments":
        """Sums over a tap's (N, C, H, W) positions, each counted as much as the mask (H, W) says."""
        rows = tap.permute(0, 2, 3, 1).flatten(1, 2)  # (N, HW, C): no copy for channels-last taps
        if mask is None:
            weight = rows.new_full((len(rows),), rows.shape[1], dtype=torch.float32)
            return cls(weight, _sums(rows), _products(rows, rows))
        column = mask.flatten()[None, :, None].to(rows.dtype)
        weighted = rows * column
        weight = mask.sum().float().expand(len(rows))
        return cls(weight, _sums(weighted), _products(weighted, rows))

    @classmethod
    def mixed(cls, styles: Iterable[tuple["Moments", float]]) -> "Moments":
        """The moments of several styles seen in these shares, over one position."""
        shares = [(moments.averages(), share) for moments, share in styles]
        whole = sum(share for _, share in shares)
        first = sum((m.first * (share / whole) for m, share in shares), torch.zeros(()))
        second = sum((m.second * (share / whole) for m, share in shares), torch.zeros(()))
        return cls(shares[0][0].weight, first, second)

    def averages(self) -> "Moments":
        weight = self.weight.clamp_min(1e-8)
        return Moments(
            torch.ones_like(weight), self.first / weight[:, None], self.second / weight[:, None, None]
        )

    def __add__(self, other: "Moments") -> "Moments":
        return Moments(self.weight + other.weight, self.first + other.first, self.second + other.second)

    def covariance(self) -> Tensor:
        """Of averages: the second raw moment less the means' own product."""
        return self.second - self.first[:, :, None] * self.first[:, None, :]


def _sums(rows: Tensor) -> Tensor:
    """Of halves a product too: a sum in another precision than its terms' would first copy them all."""
    if rows.dtype == torch.float32:
        return rows.sum(1)
    return _products(rows.new_ones((len(rows), rows.shape[1], 1)), rows)[:, 0]


def _products(a: Tensor, b: Tensor) -> Tensor:
    """a' b for each picture of a batch, accumulated in fp32 whatever the factors' precision."""
    if a.dtype == torch.float32:
        return a.transpose(1, 2) @ b
    many, positions, _ = a.shape
    inside = positions // PARTS * PARTS
    head_a, head_b = (x[:, :inside].reshape(many * PARTS, inside // PARTS, x.shape[2]) for x in (a, b))
    head = torch.bmm(head_a.transpose(1, 2), head_b).view(many, PARTS, a.shape[2], b.shape[2])
    tail = torch.bmm(a[:, inside:].float().transpose(1, 2), b[:, inside:].float())
    return head.sum(1, dtype=torch.float32) + tail
