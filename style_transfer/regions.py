"""Regions: parts of a picture and the moments wanted there, and the sums that both are made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from style_transfer.backbones import Backbone
from style_transfer.moments import Moments
from style_transfer.pictures import resized_mask
from style_transfer.tiles import Tile, stride_of, tiles

Layers = dict[str, Moments]

RIM = 1 / 16  # of a picture's long side: as wide as colours were seen to gather


@dataclass(frozen=True)
class Region:
    """The moments wanted, layer by layer, where the mask (H, W) says; no mask is the whole picture."""

    wanted: Layers
    mask: Tensor | None = None
    _masks: dict[tuple[int, int], Tensor] = field(default_factory=dict, repr=False)

    @property
    def share(self) -> float:
        """How much of the picture this is."""
        return 1.0 if self.mask is None else float(self.mask.mean())

    def mask_at(self, size: tuple[int, int]) -> Tensor | None:
        """The mask at the size of a whole layer."""
        if self.mask is None:
            return None
        if size not in self._masks:
            self._masks[size] = resized_mask(self.mask, size)
        return self._masks[size]


def eased(size: tuple[int, int], edge: float) -> Tensor:
    """How much each place counts: one on the whole, and less and less towards the edges, where it is `edge` of that.

    A patch of the style's colour costs the content along its outline, and an edge is an outline that costs nothing:
    where all places count alike, colours gather along the edges like dew.
    """
    inwards = [torch.minimum(at, n - at) for n in size for at in [torch.arange(n) + 0.5]]
    far = (torch.minimum(inwards[0][:, None], inwards[1][None, :]) / (RIM * max(size))).clamp(max=1)
    counts = edge + (1 - edge) * far
    return counts / counts.mean()


def cut(network: Backbone, size: tuple[int, int], layers: Collection[str], block: int | None) -> list[Tile]:
    """The picture as one tile, or as blocks with the margin that these layers need."""
    reach = network.reach(layers) if block and layers else None
    if reach is None or block is None:
        return list(tiles(*size, block=max(size) + 16, margin=0))
    return list(tiles(*size, block=block, margin=reach))


def moments_of(network: Backbone, batch: Tensor, layers: Collection[str], block: int | None = None) -> Layers:
    """The averaged moments of whole pictures, summed tile by tile."""
    size = shape(batch)
    found: Layers = {}
    with torch.no_grad():
        for tile in cut(network, size, layers, block):
            pixels = batch[..., *tile.outer]
            taps = network(pixels, layers)
            for layer, tap in taps.items():
                part = moments_in(tile, tap, shape(pixels))
                found[layer] = found[layer] + part if layer in found else part
    return {layer: moments.averages() for layer, moments in found.items()}


def moments_in(tile: Tile, tap: Tensor, outer: tuple[int, int], mask: Tensor | None = None) -> Moments:
    """A tile's own part of a layer's moments, under the tile's part of the mask."""
    return Moments.of(tap.detach()[..., *tile.inside(shape(tap), outer)], mask)


def mask_in(
    region: Region, tile: Tile, tap: Tensor, outer: tuple[int, int], whole: tuple[int, int]
) -> Tensor | None:
    """The part of a region's mask that lies over a tile's part of a layer."""
    size = layer = shape(tap)
    if outer != whole:
        stride = stride_of(size[0], outer[0])
        layer = (whole[0] // stride, whole[1] // stride)
    mask = region.mask_at(layer)
    return None if mask is None else mask[*tile.of_whole(size, outer)]


def mixed(styles: Sequence[Layers], shares: Sequence[float]) -> Layers:
    """Several styles' moments as one, in these shares."""
    return {
        layer: Moments.mixed([(style[layer], share) for style, share in zip(styles, shares, strict=True)])
        for layer in styles[0]
    }


def shape(batch: Tensor) -> tuple[int, int]:
    return batch.shape[-2], batch.shape[-1]
