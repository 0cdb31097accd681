"""Colour: the style's palette moved onto the content's beforehand, or the content's chroma kept afterwards.

Gatys, Bethge, Hertzmann, Shechtman, "Preserving color in neural artistic style transfer" (2016).
"""

import numpy as np
import torch
from torch import Tensor

LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601


def luminance(batch: Tensor) -> Tensor:
    """(N, 1, H, W)"""
    return (batch * batch.new_tensor(LUMA).view(3, 1, 1)).sum(1, keepdim=True)


def grey(batch: Tensor) -> Tensor:
    return luminance(batch).expand(-1, 3, -1, -1).contiguous()


def grey_like(style: Tensor, content: Tensor) -> Tensor:
    """The style in grey, as light and as contrasted as the content."""
    seen, wanted = luminance(style), luminance(content)
    matched = (seen - seen.mean()) * (wanted.std() / seen.std().clamp_min(1e-6)) + wanted.mean()
    return matched.clamp(0, 1).expand(-1, 3, -1, -1).contiguous()


def with_chroma_of(content: Tensor, painted: Tensor) -> Tensor:
    """The painting's lights and darks in the content's colours.

    Adding one number to all three channels moves luminance and leaves both chroma differences as they are; the
    number is held where no channel leaves [0, 1], since clipping one would change the hue.
    """
    lift = luminance(painted) - luminance(content)
    lowest, highest = content.amin(1, keepdim=True), content.amax(1, keepdim=True)
    return (content + torch.minimum(torch.maximum(lift, -lowest), 1 - highest)).clamp(0, 1)


def palette_matched(style: Tensor, content: Tensor) -> Tensor:
    """The style with the content's mean colour and covariance, by the least movement that does it.

    That is the optimal transport between two Gaussians (Pitié and Kokaram, 2007), which turns no hue needlessly.
    """
    seen, wanted = _rows(style), _rows(content)
    here, there = _spread(seen), _spread(wanted)
    root = _power(here, 0.5)
    inverse = _power(here, -0.5)
    move = inverse @ _power(root @ there @ root, 0.5) @ inverse
    moved = (seen - seen.mean(0)) @ move.T + wanted.mean(0)
    shape = (style.shape[2], style.shape[3], 3)
    return (
        torch.from_numpy(moved.clip(0, 1).astype(np.float32).reshape(shape))
        .permute(2, 0, 1)[None]
        .contiguous()
    )


def _rows(batch: Tensor) -> np.ndarray:
    return batch[0].permute(1, 2, 0).reshape(-1, 3).double().numpy()


def _spread(rows: np.ndarray) -> np.ndarray:
    # The floor, a fifth of a grey level, keeps a picture of one colour invertible.
    return np.asarray(np.cov(rows, rowvar=False)) + 6e-7 * np.eye(3)


def _power(matrix: np.ndarray, power: float) -> np.ndarray:
    values, vectors = np.linalg.eigh(matrix)
    return np.asarray((vectors * values.clip(1e-12) ** power) @ vectors.T)
