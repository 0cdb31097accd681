"""The subject of one painting: content, styles and masks, prepared once and seen at any scale."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ground.canvas import LEAST_SIDE, Picture
from ground.errors import BadInput, BadPicture
from style_transfer import colour
from style_transfer.backbones import Backbone
from style_transfer.memory import block_for
from style_transfer.pictures import fitted, picture, resized, tensor
from style_transfer.recipe import Recipe
from style_transfer.regions import Layers, Region, eased, mixed, moments_of, shape
from style_transfer.start import first_picture


@dataclass(frozen=True, eq=False)
class Style:
    """A style picture, its share among several, and where it goes: a mask, white for here, black for not here."""

    picture: Picture
    weight: float = 1.0
    mask: Picture | None = None


Styles = Picture | Style | Sequence[Picture | Style]


@dataclass(frozen=True, eq=False)
class Subject:
    """All tensors are at the painting's own size (styles at theirs), on the CPU, from 0 to 1."""

    content: Tensor
    styles: list[Tensor]
    shares: list[float]
    masks: list[Tensor | None]
    original: Tensor
    alpha: Tensor | None
    start: Tensor | None

    @property
    def size(self) -> tuple[int, int]:
        return self.content.shape[2], self.content.shape[3]

    def size_at(self, longest: int, recipe: Recipe) -> tuple[int, int]:
        """The picture at a scale; a narrow one's coarse scales stop where its short side would be too short."""
        longest = max(longest, -(-LEAST_SIDE * max(self.size) // min(self.size)))
        return fitted(*self.size, longest, recipe.square)

    def first(self, recipe: Recipe, size: tuple[int, int]) -> Tensor:
        return first_picture(
            recipe.start, resized(self.content, size).clamp(0, 1), self.styles[0], self.start, recipe.seed
        )

    def detail(self, size: tuple[int, int], before: tuple[int, int]) -> Tensor:
        """What the content shows at one size and cannot at a smaller one."""
        seen = resized(self.content, size)
        return seen - resized(resized(seen, before), size)

    def regions(self, network: Backbone, recipe: Recipe, longest: int, edge: float = 1.0) -> list[Region]:
        """Where which style's moments are wanted, of a painting whose long side is `longest`."""
        found = [self._style_moments(which, network, recipe, longest) for which in range(len(self.styles))]
        counts = eased(self.size, edge).to(network.device)
        if not any(mask is not None for mask in self.masks):
            return [Region(mixed(found, self.shares), None if edge == 1 else counts)]
        return list(self._masked(found, counts))

    def _style_moments(self, which: int, network: Backbone, recipe: Recipe, longest: int) -> Layers:
        style = self._style_at(which, longest, recipe).to(network.device)
        block = block_for(network, recipe, shape(style))  # its own: a style may be larger than the painting
        return moments_of(network, style, list(recipe.style_weights), block)

    def _style_at(self, which: int, longest: int, recipe: Recipe) -> Tensor:
        style = self.styles[which]
        longest = max(LEAST_SIDE, round(longest * recipe.style_size))
        height, width = fitted(style.shape[2], style.shape[3], longest, recipe.square)
        return resized(style, (max(LEAST_SIDE, height), max(LEAST_SIDE, width))).clamp(0, 1)

    def _masked(self, found: list[Layers], counts: Tensor) -> list[Region]:
        """Each style where its own mask says; those without a mask share what is left."""
        masks = [mask for mask in self.masks if mask is not None]
        regions = [
            Region(style, mask.to(counts) * counts)
            for style, mask in zip(found, self.masks, strict=True)
            if mask is not None
        ]
        rest = [i for i, mask in enumerate(self.masks) if mask is None]
        if rest:
            left = (1 - torch.stack(masks).sum(0)).clamp(0, 1).to(counts)
            shared = mixed([found[i] for i in rest], [self.shares[i] for i in rest])
            regions.append(Region(shared, left * counts))
        return [region for region in regions if region.share > 0]

    def finished(self, painted: Tensor, recipe: Recipe) -> Picture:
        """What is shown: the content's chroma or its untouched parts put back, its transparency kept."""
        painted = painted.cpu()
        size = (painted.shape[2], painted.shape[3])
        original = resized(self.original, size).clamp(0, 1)
        if recipe.colour == "content":
            painted = colour.with_chroma_of(original, painted)
        if all(mask is not None for mask in self.masks):
            masks = torch.stack([mask for mask in self.masks if mask is not None])
            where = resized(masks.sum(0).clamp(0, 1)[None, None], size)
            painted = original + where * (painted - original)
        alpha = None if self.alpha is None else resized(self.alpha, size)[0, 0].clamp(0, 1).numpy()
        return picture(painted, alpha)

    def packed(self, which: int) -> dict[str, Tensor]:
        """The tensors of a checkpoint, numbered by painting."""
        tensors = {
            "content": self.content,
            "original": self.original,
            "alpha": self.alpha,
            "start": self.start,
        }
        tensors |= {f"style{i}": style for i, style in enumerate(self.styles)}
        tensors |= {f"mask{i}": mask for i, mask in enumerate(self.masks)}
        tensors["shares"] = torch.tensor(self.shares, dtype=torch.float64)
        return {f"{which}.{name}": value for name, value in tensors.items() if value is not None}

    @classmethod
    def unpacked(cls, tensors: dict[str, Tensor], which: int) -> "Subject":
        own = {
            name.removeprefix(f"{which}."): t for name, t in tensors.items() if name.startswith(f"{which}.")
        }
        shares = own["shares"].tolist()
        return cls(
            own["content"],
            [own[f"style{i}"] for i in range(len(shares))],
            shares,
            [own.get(f"mask{i}") for i in range(len(shares))],
            own["original"],
            own.get("alpha"),
            own.get("start"),
        )


def prepared(content: Picture, styles: Styles, recipe: Recipe, start: Picture | None = None) -> Subject:
    """Pictures at the sizes that the recipe works with, coloured as it says."""
    chosen = _listed(styles)
    _check_numbers(content, "content")
    if recipe.start == "picture" and start is None:
        raise BadInput(
            "the recipe starts from a picture and none was given", "give one, or set start=content"
        )
    size = fitted(content.height, content.width, recipe.size, recipe.square)
    _check_size(size, recipe)
    original = resized(tensor(content.rgb), size).clamp(0, 1)
    seen = [_seen(style.picture, original, recipe) for style in chosen]
    masks = [None if style.mask is None else _mask(style.mask, size) for style in chosen]
    if not any(mask is None or mask.any() for mask in masks):
        raise BadInput("the mask is black everywhere: nothing would be painted", "paint some of it white")
    return Subject(
        content=colour.grey(original) if recipe.colour == "content" else original,
        styles=seen,
        shares=[style.weight for style in chosen],
        masks=masks,
        original=original,
        alpha=None if content.alpha is None else resized(torch.from_numpy(content.alpha)[None, None], size),
        start=None if start is None else tensor(start.rgb),
    )


def _listed(styles: Styles) -> list[Style]:
    """The styles that count: one of no weight is left out, mask and all."""
    several: Sequence[Picture | Style] = [styles] if isinstance(styles, Picture | Style) else styles
    chosen = [style if isinstance(style, Style) else Style(style) for style in several]
    if not chosen:
        raise BadInput("no style was given", "give at least one style picture")
    if any(not np.isfinite(style.weight) or style.weight < 0 for style in chosen):
        raise BadInput(
            "a style's weight cannot be negative or without end", "give each style one of 0 or more"
        )
    if not any(style.weight for style in chosen):
        raise BadInput("every style's weight is 0", "give at least one style a weight above 0")
    return [style for style in chosen if style.weight]


def _seen(style: Picture, content: Tensor, recipe: Recipe) -> Tensor:
    """A style picture no larger than it will ever be looked at, in the colours that the recipe asks for."""
    _check_numbers(style, "style")
    longest = max(LEAST_SIDE, round(recipe.size * recipe.style_size))
    if not recipe.square:
        longest = min(longest, max(style.height, style.width))
    size = fitted(style.height, style.width, longest, recipe.square)
    seen = resized(tensor(style.rgb), size).clamp(0, 1)
    if recipe.colour == "palette":
        return colour.palette_matched(seen, content)
    return colour.grey_like(seen, content) if recipe.colour == "content" else seen


def _mask(mask: Picture, size: tuple[int, int]) -> Tensor:
    return resized(colour.luminance(tensor(mask.rgb)), size)[0, 0].clamp(0, 1)


def _check_numbers(picture: Picture, what: str) -> None:
    if not np.isfinite(picture.rgb).all():
        raise BadPicture(
            f"the {what} has pixels that are no numbers", "give a picture whose pixels are finite"
        )


def _check_size(size: tuple[int, int], recipe: Recipe) -> None:
    if min(size) < LEAST_SIDE:
        raise BadPicture(
            f"at size={recipe.size} the painting would be {size[1]} x {size[0]} pixels, less than the network sees",
            f"set size to at least {-(-recipe.size * LEAST_SIDE // max(1, min(size)))}, or give a less narrow picture",
        )
