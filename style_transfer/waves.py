"""The cosine transform: a picture as waves that end at its edges, so that no edge knows of the opposite one.

Type II and its inverse, orthonormal, by a real Fourier transform of the same length with the even positions first
and the odd ones backwards after them (Makhoul, "A fast cosine transform in one and two dimensions", 1980).
"""

import math

import torch
from torch import Tensor


def waves(picture: Tensor) -> Tensor:
    return _along_rows(_along_rows(picture).mT).mT


def picture_of(waves: Tensor) -> Tensor:
    return _back_along_rows(_back_along_rows(waves).mT).mT


def _along_rows(x: Tensor) -> Tensor:
    length = x.shape[-1]
    found = torch.fft.rfft(torch.cat([x[..., ::2], x[..., 1::2].flip(-1)], -1)) * _turn(x, -1)
    upper = found.imag[..., 1 : (length + 1) // 2].flip(-1).neg()
    y = torch.cat([found.real, upper], -1) * math.sqrt(2 / length)
    y[..., 0] *= math.sqrt(0.5)
    return y


def _back_along_rows(y: Tensor) -> Tensor:
    length = y.shape[-1]
    y = y * math.sqrt(length / 2)
    y[..., 0] *= math.sqrt(2)
    upper = torch.cat([torch.zeros_like(y[..., :1]), y.flip(-1)[..., : length // 2]], -1)
    found = torch.complex(y[..., : length // 2 + 1], -upper) * _turn(y, 1)
    evens_first = torch.fft.irfft(found, n=length)
    x = torch.empty_like(y)
    x[..., ::2], x[..., 1::2] = (
        evens_first[..., : (length + 1) // 2],
        evens_first[..., (length + 1) // 2 :].flip(-1),
    )
    return x


def _turn(x: Tensor, sign: int) -> Tensor:
    """A quarter of a wave's turn, shared out over all waves."""
    angle = torch.arange(x.shape[-1] // 2 + 1, device=x.device, dtype=x.dtype)
    angle = angle * (sign * math.pi / (2 * x.shape[-1]))
    return torch.polar(torch.ones_like(angle), angle)
