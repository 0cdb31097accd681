"""Candidates: texts that compete to be a picture's caption, from beams or from what stands around the picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from captioning.tokens import tokens

WINDOW, OVERLAP = 10, 3  # words, as in the seed of 2025

MEASURES = ("likelihood", "cosine", "agreement")


@dataclass(frozen=True)
class Candidate:
    words: tuple[str, ...]
    text: str
    source: str  # "captioner" or "context"
    measures: Mapping[str, float] = field(default_factory=dict)  # of MEASURES, those that could be taken


def windows(context: str) -> list[str]:
    """The text around a picture in windows of ten words that share three with the next; the last may be shorter."""
    found = context.split()
    step = WINDOW - OVERLAP
    starts = range(0, max(1, len(found) - OVERLAP), step)
    pieces = [" ".join(found[start : start + WINDOW]) for start in starts]
    return list(dict.fromkeys(piece for piece in pieces if tokens(piece)))
