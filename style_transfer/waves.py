"""The cosine transform: a picture as waves that end at its edges, so that no edge knows of the opposite one.

Type II and its inverse, orthonormal, by a real Fourier transform of the same length with the even positions first
and the odd ones backwards after them (Makhoul, "A fast cosine transform in one and two dimensions", 1980).
"""

import math
from functools import lru_cache

import torch
from torch import Tensor


def waves(picture: Tensor) -> Tensor:
    return _along_rows(_along_rows(picture.mT.contiguous()).mT.contiguous())


def picture_of(waves: Tensor) -> Tensor:
    return _back_along_rows(_back_along_rows(waves.mT.contiguous()).mT.contiguous())


def _along_rows(x: Tensor) -> Tensor:
    length = x.shape[-1]
    found = torch.fft.rfft(torch.cat([x[..., ::2], x[..., 1::2].flip(-1)], -1)) * _turn(
        length, x.device, x.dtype
    )
    upper = found.imag[..., 1 : (length + 1) // 2].flip(-1).neg_()
    return torch.cat([found.real, upper], -1)


def _back_along_rows(y: Tensor) -> Tensor:
    length = y.shape[-1]
    upper = torch.cat([torch.zeros_like(y[..., :1]), y[..., length - length // 2 :].flip(-1).neg_()], -1)
    found = torch.complex(y[..., : length // 2 + 1], upper) / _turn(length, y.device, y.dtype)
    evens_first = torch.fft.irfft(found, n=length)
    x = y.new_empty(y.shape)
    x[..., ::2] = evens_first[..., : (length + 1) // 2]
    x[..., 1::2] = evens_first[..., (length + 1) // 2 :].flip(-1)
    return x


@lru_cache(maxsize=4)
def _turn(length: int, device: torch.device, kind: torch.dtype) -> Tensor:
    """A quarter of a wave's turn, shared out over all waves, each made of length one."""
    angle = torch.arange(length // 2 + 1, device=device, dtype=kind) * (-math.pi / (2 * length))
    turn = torch.polar(torch.full_like(angle, math.sqrt(2 / length)), angle)
    turn[0] *= math.sqrt(0.5)
    return turn
