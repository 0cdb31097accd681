"""Pictures as the network meets them: tensors (1, 3, H, W) from 0 to 1, resized with antialiasing."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ground.canvas import Picture


def tensor(rgb: np.ndarray) -> Tensor:
    """A batch of one from an array (H, W, 3)."""
    return torch.from_numpy(np.ascontiguousarray(rgb, dtype=np.float32)).permute(2, 0, 1)[None].contiguous()


def picture(batch: Tensor, alpha: np.ndarray | None = None) -> Picture:
    """The first of a batch, as the canvas writes it."""
    rgb = batch[0].detach().float().clamp(0, 1).permute(1, 2, 0).cpu().numpy()
    return Picture(rgb=np.ascontiguousarray(rgb), alpha=alpha)


def fitted(height: int, width: int, longest: int, square: bool = False) -> tuple[int, int]:
    """Height and width scaled so that the long side is `longest`."""
    if square:
        return longest, longest
    share = longest / max(height, width)
    return max(1, round(height * share)), max(1, round(width * share))


def resized(batch: Tensor, size: tuple[int, int]) -> Tensor:
    """Bicubic with antialiasing: without it a scaled-down picture carries grain that is not the painter's."""
    if batch.shape[-2:] == size:
        return batch
    return F.interpolate(batch, size=size, mode="bicubic", antialias=True, align_corners=False)


def resized_mask(mask: Tensor, size: tuple[int, int]) -> Tensor:
    """A mask (H, W) at a layer's size, each position the average of what it covers."""
    return F.interpolate(mask[None, None], size=size, mode="area")[0, 0]
