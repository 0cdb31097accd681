"""Losses of the joint space, from the cosines of texts with pictures and which of them match.

Garcia and Vogiatzis (2018), "How to Read Paintings", equation 4, and the thesis, 4.1.3: a matching pair costs
1 - cos, a mismatched one max(0, cos - margin). InfoNCE: van den Oord et al. (2018), arXiv 1807.03748, both ways,
with the learned temperature of CLIP (2021), arXiv 2103.00020.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

MATCHES = 0.2  # share of matches among the pairs that the reference code draws


def cosine_margin(cosines: Tensor, same: Tensor, margin: float) -> Tensor:
    """All pairs of a batch: `same` marks the matches in the matrix of texts by pictures.

    Matches and mismatches are averaged apart and weighed as the reference code draws them, so that the expected loss
    is that of `paired_cosine_margin`, from a batch's size times as many pairs. One average over all pairs would leave
    the matches next to nothing: everything is pushed apart before a match is learned.
    """
    matches, mismatches = 1 - cosines[same], F.relu(cosines[~same] - margin)
    if not mismatches.numel():
        return matches.mean()
    return MATCHES * matches.mean() + (1 - MATCHES) * mismatches.mean()


def paired_cosine_margin(cosines: Tensor, match: Tensor, margin: float) -> Tensor:
    """Independent pairs, as the reference code draws them: one average over matches and mismatches."""
    return torch.where(match, 1 - cosines, F.relu(cosines - margin)).mean()


def info_nce(cosines: Tensor, same: Tensor, scale: Tensor) -> Tensor:
    """How unlikely it is to draw one of a text's own pictures by softmax, and of a picture's own texts."""
    logits = cosines * scale
    own = logits.masked_fill(~same, -torch.inf)
    by_text, by_picture = ((logits.logsumexp(way) - own.logsumexp(way)).mean() for way in (1, 0))
    return (by_text + by_picture) / 2
