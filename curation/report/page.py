"""The report: a map, groups of duplicates and flagged works with their pictures, in one file that needs no other."""

import base64
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from curation.duplicates import Found
from curation.groups import Group, Tier
from curation.health import FAULTS, Flag, Health
from curation.looking import Looked
from curation.report.atlas import thumbnail
from ground.errors import PentimentoError
from ground.files import replacing
from retrieval.work import Work

HERE = Path(__file__).parent
SIDE = 184  # pixels of a picture in the report
SHOWN = 60  # groups, or works with one fault, that are shown; the tables have all

TIERS: Mapping[Tier, tuple[str, str]] = {
    "bytes": ("The same file", "Not one byte is different."),
    "picture": (
        "The same picture",
        "Recompressed, scaled, cropped or mirrored: what overlaps is alike in every part.",
    ),
    "object": (
        "The same object",
        "Other pictures that look as if they showed the same thing; see for yourself.",
    ),
}


@dataclass(frozen=True)
class Card:
    title: str
    detail: str
    file: str
    mark: str = ""
    image: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Row:
    cards: list[Card]
    note: str = ""


@dataclass(frozen=True)
class Section:
    title: str
    lead: str
    many: int
    rows: list[Row]
    grouped: bool = False
    more: str = ""


@dataclass(frozen=True)
class Report:
    title: str
    sums: list[tuple[str, str]]
    sections: list[Section] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    map: Mapping[str, Any] | None = None
    map_note: str = ""
    foot: str = "Made by pentimento curate. Nothing was deleted or moved."

    def html(self) -> str:
        page = _pages.get_template("page.html")
        told = None if self.map is None else json.dumps(self.map, ensure_ascii=False).replace("<", "\\u003c")
        fields = {
            name: getattr(self, name) for name in ("title", "sums", "sections", "remarks", "map_note", "foot")
        }
        return page.render(
            **fields,
            map=None if told is None else Markup(told),
            style=Markup(
                "".join(sheet.read_text(encoding="utf-8") for sheet in (HERE / "page.css", MAP_STYLE))
            ),
            script=Markup(SCRIPT.read_text(encoding="utf-8")),
        )

    def write(self, file: Path) -> None:
        with replacing(file) as part:
            part.write_text(self.html(), encoding="utf-8")


SCRIPT, MAP_STYLE = HERE / "work-map.js", HERE / "work-map.css"
_pages = Environment(
    loader=FileSystemLoader(HERE),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def of_duplicates(found: Found) -> list[Section]:
    """A section for each tier that has groups, after one for what lies on both sides of a split."""
    sections = []
    if found.leaks:
        lead = "These are in several splits: what was learned from would be judged by."
        sections.append(_groups("Across splits", lead, found.leaks, found.looked))
    for tier, (title, lead) in TIERS.items():
        groups = [group for group in found.groups if group.tier == tier]
        if groups:
            sections.append(_groups(title, lead, groups, found.looked))
    return sections


def of_health(found: Health, looked: Looked) -> list[Section]:
    """A section for each fault that some work has."""
    sections = []
    for fault, lead in FAULTS.items():
        flags = [flag for flag in found.flags if flag.fault == fault]
        if flags:
            cards = [_flagged(flag, looked) for flag in flags[:SHOWN]]
            sections.append(
                Section(fault.capitalize(), lead, len(flags), [Row(cards)], more=_more(len(flags)))
            )
    return sections


def _groups(title: str, lead: str, groups: Sequence[Group], looked: Looked) -> Section:
    rows = [_group(group, looked) for group in groups[:SHOWN]]
    return Section(title, lead, len(groups), rows, grouped=True, more=_more(len(groups)))


def _group(group: Group, looked: Looked) -> Row:
    place = {work.id: row for row, work in enumerate(looked.works)}
    cards = []
    for work in group.works:
        file = looked.files[place[work.id]]
        mark = "keep" if work is group.keep else "protected" if work.id in group.protected else ""
        detail = f"{file.width} × {file.height}, {_size(file.bytes)}{', ' + work.split if work.split else ''}"
        cards.append(_card(work, detail, looked, mark))
    return Row(cards, ", ".join(sorted({link.how for link in group.links if link.how})))


def _flagged(flag: Flag, looked: Looked) -> Card:
    return _card(flag.work, flag.detail, looked)


def _card(work: Work, detail: str, looked: Looked, mark: str = "") -> Card:
    title = " ".join(work.title.split()) or work.id
    try:
        image = thumbnail(looked.gallery.picture(work), SIDE)
    except PentimentoError:
        return Card(title, detail, work.file, mark)
    body = io.BytesIO()
    image.save(body, "WEBP", quality=80)
    return Card(title, detail, work.file, mark, address(body.getvalue()), *image.size)


def address(webp: bytes) -> str:
    """A picture as an address that needs no file."""
    return f"data:image/webp;base64,{base64.b64encode(webp).decode()}"


def _size(many: int) -> str:
    return f"{many / 1e6:.1f} MB" if many >= 1e6 else f"{many / 1e3:.0f} kB"


def _more(many: int) -> str:
    return f"And {many - SHOWN:,} more, which the table names." if many > SHOWN else ""
