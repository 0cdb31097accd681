"""A work: one catalogue entry, a picture and what is known of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Self

from ground.errors import BadGallery

SPLITS = ("train", "validation", "test")


@dataclass(frozen=True)
class Work:
    """Every field is text and empty when unknown; what a source tells beyond these is kept in `extra`."""

    id: str
    file: str  # beneath the gallery's folder, or the absolute path of a picture left in its place
    title: str = ""
    description: str = ""
    artist: str = ""
    date: str = ""
    technique: str = ""
    style: str = ""
    school: str = ""
    timeframe: str = ""
    source: str = ""  # the collection that the work comes from
    licence: str = ""
    credit: str = ""
    page: str = ""  # the work's own page at its source
    sha256: str = ""  # of the picture's file
    split: str = ""  # one of SPLITS, or none
    text_by: str = ""  # who wrote the description: "person" or "captioner"
    other_descriptions: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    def row(self) -> dict[str, str]:
        """The work as a catalogue's row."""
        known = {name: getattr(self, name) for name in COLUMNS}
        others = json.dumps(self.other_descriptions, ensure_ascii=False) if self.other_descriptions else ""
        return {**self.extra, **known, "other_descriptions": others}

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """The work of a catalogue's row; columns that a work does not have become `extra`."""
        known = {name: row[name] for name in COLUMNS if name in row and name != "other_descriptions"}
        extra = {name: value for name, value in row.items() if name not in COLUMNS and value}
        others = _texts(row.get("other_descriptions", ""), known["id"])
        return cls(**known, other_descriptions=others, extra=extra)


COLUMNS = tuple(each.name for each in fields(Work) if each.name != "extra")


def _texts(cell: str, work: str) -> tuple[str, ...]:
    try:
        texts = json.loads(cell or "[]")
    except ValueError:
        texts = None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadGallery(f"other_descriptions of work {work} is no JSON array of texts", "mend the catalogue")
    return tuple(texts)
