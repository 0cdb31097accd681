"""The proof of use: whether works that only a machine has described are found by what people would ask.

The descriptions of works are hidden; real ones are asked for, one a work; what is searched is, in turn, nothing, the
machine's descriptions, and another real description of each work. All by tf-idf, so that only the texts differ.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ground.errors import BadGallery
from retrieval.evaluation import Figures, text_to_picture
from retrieval.text import Rules, TextEncoder

RULES = Rules(1, 1, None, related=True)


def proof(machine: Sequence[str], real: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Figures of the searches through each kind of text; without a second real text, of the machine's alone."""
    if len(machine) < 2:
        raise BadGallery("one work cannot be told from others", "choose more works that have descriptions")
    asked = [texts[0] for texts in real]
    searched: dict[str, list[str]] = {"no text": [""] * len(asked), "machine text": list(machine)}
    if all(len(texts) > 1 for texts in real):
        searched["real text"] = [texts[1] for texts in real]
    return {name: _figures(asked, texts).as_json() for name, texts in searched.items()}


def _figures(asked: Sequence[str], searched: Sequence[str]) -> Figures:
    """Words of either side count: what nobody searched through has written cannot be found."""
    encoder = TextEncoder.fit([], [*asked, *searched], RULES)
    queries, answers = (
        encoder.transform([""] * len(texts), list(texts)).toarray().astype(np.float32)
        for texts in (asked, searched)
    )
    return Figures.of(text_to_picture(queries, answers, np.arange(len(asked))))
