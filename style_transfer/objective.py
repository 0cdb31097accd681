"""The objective of one scale: what is asked of a picture, and the slope towards it.

One forward pass serves all losses. The style losses are functions of sums over positions (moments), so their
slope at a layer's features follows from the slope at the sums: that is how a picture too large for memory is
worked in tiles, with the same result. Pass one adds up the moments without gradients; pass two takes each tile
through the network again and sends back the slopes that the whole picture's moments gave.
"""

from collections.abc import Sequence
from copy import copy
from functools import reduce
from itertools import groupby
from typing import Any, NamedTuple, Protocol

import torch
from torch import Tensor

from style_transfer import losses
from style_transfer.backbones import Backbone
from style_transfer.moments import Moments
from style_transfer.recipe import Recipe
from style_transfer.regions import Layers, Region, cut, mask_in, moments_in, shape
from style_transfer.tiles import Tile

# What a pixel beyond [0, 1] costs an optimiser that must not be clamped, against the losses' own size.
OUTSIDE = 100.0


class Evaluation(NamedTuple):
    """Weighted losses, one number a picture, and the slope of their sum (N, 3, H, W)."""

    content: Tensor
    style: Tensor
    total: Tensor
    slope: Tensor


class Evaluate(Protocol):
    """What an optimiser asks: `which` of the pictures made together the batch holds, if not all of them."""

    def __call__(self, batch: Tensor, which: Sequence[int] | None = None) -> Evaluation: ...


class Seen(NamedTuple):
    """A tile as the network saw it: pixels that remember, and layers."""

    tile: Tile
    pixels: Tensor
    taps: dict[str, Tensor]

    def part(self, layer: str) -> Tensor:
        """The tile's own part of a layer, without its margin."""
        return self.taps[layer].detach()[..., *self.inside(layer)]

    def inside(self, layer: str) -> tuple[slice, slice]:
        return self.tile.inside(shape(self.taps[layer]), shape(self.pixels))

    def of_whole(self, layer: str) -> tuple[slice, slice]:
        return self.tile.of_whole(shape(self.taps[layer]), shape(self.pixels))


class _Given(torch.autograd.Function):
    """A number whose slope at a tap is known. Handed to `grad` as they are, slopes would cost an import of sympy."""

    @staticmethod
    def forward(ctx: Any, tap: Tensor, slope: Tensor) -> Tensor:
        ctx.save_for_backward(slope)
        return tap.new_zeros(())

    @staticmethod
    def backward(ctx: Any, *_: Tensor) -> tuple[Tensor, None]:
        return ctx.saved_tensors[0], None


class Objective:
    """Call it with a batch (N, 3, H, W); `content` (N or 1, 3, H, W) is what its content should be."""

    def __init__(
        self,
        network: Backbone,
        recipe: Recipe,
        content: Tensor,
        regions: list[Region],
        block: int | None = None,
    ) -> None:
        self.network, self.recipe, self.regions = network, recipe, regions
        self.content_weights, self.style_weights = recipe.content_weights, recipe.style_weights
        self.layers = sorted({*self.content_weights, *self.style_weights})
        self.size = shape(content)
        self.tiles = cut(network, self.size, self.layers, block)
        self.targets = self._content_targets(content)
        self.scales = {
            layer: losses.content_scale(recipe.content_loss, whole) for layer, whole in self.targets.items()
        }

    def only(self, which: Sequence[int]) -> "Objective":
        """What is asked of these pictures of the batch."""
        few, rows = copy(self), torch.tensor(which)
        few.regions = [Region(_rows(region.wanted, rows), region.mask) for region in self.regions]
        if any(len(whole) > 1 for whole in self.targets.values()):
            few.targets = {layer: whole[rows] for layer, whole in self.targets.items()}
            few.scales = {layer: scale[rows] for layer, scale in self.scales.items()}
        return few

    def __call__(self, batch: Tensor) -> Evaluation:
        """In one tile, what pass one saw is kept for pass two."""
        whole = self._see(batch, self.tiles[0], keep=True) if len(self.tiles) == 1 else None
        style, slopes = self._style(self._moments(batch, whole), len(batch))
        content, slope = batch.new_zeros(len(batch)), torch.zeros_like(batch)
        for tile in self.tiles:
            seen = whole or self._see(batch, tile, keep=True)
            content += self._send_back(seen, slopes, slope)
        content, style = content * self.recipe.alpha, style * self.recipe.beta
        return Evaluation(content, style, content + style + self._on_pixels(batch, slope), slope)

    def _see(self, batch: Tensor, tile: Tile, keep: bool = False) -> Seen:
        pixels = batch.detach()[..., *tile.outer].requires_grad_(keep)
        with torch.set_grad_enabled(keep):
            return Seen(tile, pixels, self.network(pixels, self.layers))

    def _content_targets(self, content: Tensor) -> dict[str, Tensor]:
        """The content layers of the whole picture, put together from its tiles, row by row."""
        rows: dict[str, list[Tensor]] = {layer: [] for layer in self.content_weights}
        for _, row in groupby(self.tiles, lambda tile: tile.inner[0].start):
            row_seen = [self._see(content, tile) for tile in row] if rows else []
            for layer, found in rows.items():
                found.append(torch.cat([seen.part(layer).float() for seen in row_seen], dim=3))
        return {layer: torch.cat(found, dim=2) for layer, found in rows.items()}

    def _moments(self, batch: Tensor, whole: Seen | None) -> list[Layers]:
        """For each region, the moments of each style layer over the whole picture."""
        found: list[Layers] = [{} for _ in self.regions]
        for tile in self.tiles if self.style_weights else ():
            seen = whole or self._see(batch, tile)
            for sums, region in zip(found, self.regions, strict=True):
                for layer in self.style_weights:
                    part = moments_in(
                        tile, seen.taps[layer], shape(seen.pixels), self._mask(region, seen, layer)
                    )
                    sums[layer] = sums[layer] + part if layer in sums else part
        return found

    def _mask(self, region: Region, seen: Seen, layer: str) -> Tensor | None:
        return mask_in(region, seen.tile, seen.taps[layer], shape(seen.pixels), self.size)

    def _style(self, found: list[Layers], many: int) -> tuple[Tensor, list[Layers]]:
        """The style loss of each picture, and its slope at every sum that it is made of."""
        distance, pixels = losses.STYLE[self.recipe.style_loss], self.size[0] * self.size[1]
        leaves = [{layer: _leaf(moments) for layer, moments in sums.items()} for sums in found]
        total = torch.zeros(many, device=self.network.device)
        for sums, region in zip(leaves, self.regions, strict=True):
            for layer, weight in self.style_weights.items():
                loss = distance(sums[layer], region.wanted[layer], pixels)
                total = total + (region.share * weight) * loss
        if self.style_weights:
            torch.autograd.backward((total.sum() * self.recipe.beta,))
        return total.detach(), [{layer: _slopes(m) for layer, m in sums.items()} for sums in leaves]

    def _send_back(self, seen: Seen, slopes: list[Layers], slope: Tensor) -> Tensor:
        """Adds a tile's slope to the picture's, and returns the tile's content loss."""
        content = slope.new_zeros(len(slope))
        at_taps: dict[str, list[Tensor]] = {layer: [] for layer in self.layers}
        for layer, weight in self.content_weights.items():
            difference = seen.part(layer).float() - self.targets[layer][..., *seen.of_whole(layer)]
            # One by one, as if alone: a sum over several pictures at once is taken in another order.
            content += weight * self.scales[layer] * torch.stack([one.square().sum() for one in difference])
            factor = 2 * weight * self.recipe.alpha * self.scales[layer]
            at_taps[layer].append(difference.mul_(factor.view(-1, 1, 1, 1)))
        for sums, region in zip(slopes, self.regions, strict=True):
            for layer in self.style_weights:
                at_taps[layer].append(
                    _slope_at(seen.part(layer), sums[layer], self._mask(region, seen, layer))
                )
        backs = [_placed(reduce(torch.add, at_taps[layer]), seen, layer) for layer in self.layers]
        taps = [seen.taps[layer] for layer in self.layers]
        given = torch.stack([_Given.apply(tap, back).float() for tap, back in zip(taps, backs, strict=True)])
        (back,) = torch.autograd.grad(given.sum(), seen.pixels)
        slope[..., *seen.tile.outer] += back
        return content

    def _on_pixels(self, batch: Tensor, slope: Tensor) -> Tensor:
        """Losses on the pixels themselves: smoothness, and for L-BFGS a pull back into range."""
        leaf, terms = batch.detach().requires_grad_(), []
        if self.recipe.smoothness:
            terms.append(self.recipe.smoothness * losses.smoothness(leaf))
        if self.recipe.optimiser == "lbfgs":
            terms.append(losses.outside(leaf) * (OUTSIDE / leaf[0].numel()))
        if not terms:
            return slope.new_zeros(len(batch))
        total = torch.stack(terms).sum(0)
        slope += torch.autograd.grad(total.sum(), leaf)[0]
        return total.detach()


def _rows(layers: Layers, rows: Tensor) -> Layers:
    return {layer: Moments(m.weight[rows], m.first[rows], m.second[rows]) for layer, m in layers.items()}


def _leaf(moments: Moments) -> Moments:
    return Moments(moments.weight, moments.first.requires_grad_(), moments.second.requires_grad_())


def _slopes(moments: Moments) -> Moments:
    """The slopes at a leaf's sums; a loss that ignores the means has none there."""
    first, second = moments.first.grad, moments.second.grad
    if first is None:
        first = torch.zeros_like(moments.first)
    if second is None:
        second = torch.zeros_like(moments.second)
    return Moments(moments.weight, first, second + second.transpose(1, 2))


def _slope_at(part: Tensor, slopes: Moments, mask: Tensor | None) -> Tensor:
    """d loss / d features from d loss / d sums: the second moment is quadratic in them, the first linear."""
    rows = part.permute(0, 2, 3, 1).flatten(1, 2)
    back = torch.bmm(rows, slopes.second.to(rows.dtype))
    if slopes.first.any():  # most losses ignore the means
        back = back + slopes.first[:, None, :].to(rows.dtype)
    if mask is not None:
        back = back * mask.flatten()[None, :, None].to(rows.dtype)
    many, channels, height, width = part.shape
    return back.view(many, height, width, channels).permute(0, 3, 1, 2)


def _placed(part: Tensor, seen: Seen, layer: str) -> Tensor:
    """A tile's part of a layer's slope, with nothing asked of the margin."""
    tap = seen.taps[layer]
    if part.shape == tap.shape:
        return part.to(tap.dtype)
    whole = torch.zeros_like(tap)
    whole[..., *seen.inside(layer)] = part.to(tap.dtype)
    return whole
