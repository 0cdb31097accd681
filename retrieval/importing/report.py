"""A report: everything an import found, took and left out, by name."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from retrieval.importing.scan import KEPT, LEFT_OUT, Finding

JSON, TEXT = "report.json", "report.txt"


@dataclass(frozen=True)
class Report:
    source: str
    works: int
    splits: Mapping[str, int]
    tables: list[dict[str, str | int]]
    findings: list[Finding]
    fingerprint: str  # of what was there to import and how; the same again needs no second import

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The report of the import that made the gallery in `folder`, if one did."""
        try:
            told = json.loads((folder / JSON).read_text(encoding="utf-8"))
            findings = [Finding(each["kind"], each["where"], each["detail"]) for each in told["findings"]]
            names = ("source", "works", "splits", "tables", "fingerprint")
            return cls(**{name: told[name] for name in names}, findings=findings)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        document = json.dumps(self.as_json(), ensure_ascii=False, indent=1)
        (folder / JSON).write_text(document + "\n", encoding="utf-8")
        (folder / TEXT).write_text(self.text(), encoding="utf-8")

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "works": self.works,
            "splits": dict(self.splits),
            "left_out": self.counts(LEFT_OUT),
            "noted": self.counts(KEPT),
            "tables": self.tables,
            "findings": [asdict(each) for each in self.findings],
            "fingerprint": self.fingerprint,
        }

    def counts(self, kinds: Mapping[str, str]) -> dict[str, int]:
        counts = Counter(each.kind for each in self.findings)
        return {kind: counts[kind] for kind in kinds if counts[kind]}

    def summary(self) -> str:
        """A few lines for people: what was taken, what was not, how many of each."""
        splits = ", ".join(f"{many:,} {name}" for name, many in self.splits.items())
        left_out, kept = self.counts(LEFT_OUT), self.counts(KEPT)
        lines = [
            f"{self.works:,} works{f' ({splits})' if splits else ''}, {sum(left_out.values()):,} left out"
        ]
        lines += [f"  left out: {many:,} {LEFT_OUT[kind]}" for kind, many in left_out.items()]
        lines += [f"  noted: {many:,} {KEPT[kind]}" for kind, many in kept.items()]
        return "\n".join(lines)

    def text(self) -> str:
        """The summary, and below it every finding by name."""
        lines = [self.summary()]
        for kind, said in {**LEFT_OUT, **KEPT}.items():
            named = [each for each in self.findings if each.kind == kind]
            if named:
                lines += ["", f"{said[0].upper()}{said[1:]} ({len(named):,})"]
                lines += [f"  {each.where}" + (f": {each.detail}" if each.detail else "") for each in named]
        return "\n".join(lines) + "\n"
