"""Tables: the same findings as CSV, a row a work."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from curation.groups import Group
from curation.health import Health
from ground.files import replacing

FLAGS = ("work", "file", "title", "fault", "detail", "value")
GROUPS = ("group", "tier", "work", "file", "split", "keep", "protected", "why")


def of_health(found: Health, file: Path) -> None:
    rows = [
        {**{k: v for k, v in flag.as_json().items() if k in FLAGS}, "title": flag.work.title}
        for flag in found.flags
    ]
    _write(file, FLAGS, rows)


def of_groups(groups: Sequence[Group], file: Path) -> None:
    rows = [
        {
            "group": number,
            "tier": group.tier,
            "work": work.id,
            "file": work.file,
            "split": work.split,
            "keep": "yes" if work is group.keep else "",
            "protected": "yes" if work.id in group.protected else "",
            "why": ", ".join(sorted({link.how for link in group.links if link.how})),
        }
        for number, group in enumerate(groups, 1)
        for work in group.works
    ]
    _write(file, GROUPS, rows)


def _write(file: Path, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    with replacing(file) as part, part.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
