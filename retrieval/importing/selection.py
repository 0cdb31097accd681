"""Which candidates become works: the readable, the single and, where asked for, the described."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from retrieval.importing.journal import Seen
from retrieval.importing.scan import Candidate, Scan


@dataclass
class Chosen:
    """A candidate that becomes a work, with the descriptions that other rows add to its own."""

    candidate: Candidate
    path: Path
    sha256: str
    descriptions: list[str] = field(default_factory=list)


def chosen(scan: Scan, seen: Mapping[Path, Seen], described_only: bool) -> list[Chosen]:
    """The works-to-be, in the source's order; what is left out is noted in the scan."""
    taken: dict[str, Chosen] = {}
    for candidate in scan.candidates:
        if candidate.path is None:
            scan.found("missing picture", candidate.where, candidate.named)
        elif seen[candidate.path].fault:
            scan.found("unreadable picture", candidate.where, seen[candidate.path].fault)
        else:
            _take(scan, taken, candidate, candidate.path, seen[candidate.path].sha256)
    return [each for each in taken.values() if _described(scan, each, described_only)]


def _take(scan: Scan, taken: dict[str, Chosen], candidate: Candidate, path: Path, sha256: str) -> None:
    description = candidate.fields.get("description", "")
    first = taken.setdefault(sha256, Chosen(candidate, path, sha256))
    if first.candidate is candidate:
        first.descriptions += [description] if description else []
    elif first.path != path:
        scan.found("duplicate picture", candidate.where, f"the same as {first.candidate.where}")
    elif description and description not in first.descriptions:
        first.descriptions.append(description)
        scan.found("further description", candidate.where, f"of {first.candidate.where}")
    else:
        scan.found("duplicate row", candidate.where, f"of {first.candidate.where}")


def _described(scan: Scan, work: Chosen, described_only: bool) -> bool:
    """A source that describes no work at all promises nothing, so nothing is noted as amiss."""
    if work.descriptions:
        return True
    if described_only:
        scan.found("undescribed", work.candidate.where)
    elif "description" in work.candidate.fields:
        scan.found("no description", work.candidate.where)
    return not described_only
