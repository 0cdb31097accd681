"""A work: one catalogue entry, a picture and what is known of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Self

from ground.errors import BadGallery

SPLITS = ("train", "validation", "test")
REVIEWS = (
    "unreviewed",
    "doubtful",
    "accepted",
    "rejected",
)  # what people, or the captioner itself, think of its text
HIDDEN = ("doubtful", "rejected")

CAPTIONER = "captioner"  # in `text_by`


@dataclass(frozen=True)
class MachineText:
    """What a captioner wrote of a picture, kept apart from what people did, in columns of its own."""

    title: str = ""
    description: str = ""
    model: str = ""
    date: str = ""
    score: str = ""
    review: str = "unreviewed"  # one of REVIEWS

    def row(self) -> dict[str, str]:
        return {f"{_MACHINE}{name}": value for name, value in asdict(self).items()}

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self | None:
        """The machine's text in a catalogue's row, if there is any."""
        told = {each.name: row.get(f"{_MACHINE}{each.name}", "") for each in fields(cls)}
        if not any(told.values()):
            return None
        if told["review"] not in REVIEWS:
            what = f"machine_review of work {row['id']} is {told['review']!r}"
            raise BadGallery(what, f"write one of {', '.join(REVIEWS)}")
        return cls(**told)


_MACHINE = "machine_"


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
    machine: MachineText | None = None
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def told(self) -> Self:
        """The work as it is shown and searched: a machine's text where people wrote none, and labelled so."""
        if self.machine is None or self.description or self.machine.review in HIDDEN:
            return self
        title = self.title or self.machine.title
        return replace(self, title=title, description=self.machine.description, text_by=CAPTIONER)

    def row(self) -> dict[str, str]:
        """The work as a catalogue's row."""
        known = {name: getattr(self, name) for name in COLUMNS}
        others = json.dumps(self.other_descriptions, ensure_ascii=False) if self.other_descriptions else ""
        machine = self.machine.row() if self.machine else {}
        return {**self.extra, **known, "other_descriptions": others, **machine}

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """The work of a catalogue's row; columns that a work does not have become `extra`."""
        known = {name: row[name] for name in COLUMNS if name in row and name != "other_descriptions"}
        rest = {*COLUMNS, *MachineText().row()}
        extra = {name: value for name, value in row.items() if name not in rest and value}
        others = _texts(row.get("other_descriptions", ""), known["id"])
        return cls(**known, other_descriptions=others, machine=MachineText.of(row), extra=extra)


COLUMNS = tuple(each.name for each in fields(Work) if each.name not in ("extra", "machine"))


def _texts(cell: str, work: str) -> tuple[str, ...]:
    try:
        texts = json.loads(cell or "[]")
    except ValueError:
        texts = None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadGallery(f"other_descriptions of work {work} is no JSON array of texts", "mend the catalogue")
    return tuple(texts)
