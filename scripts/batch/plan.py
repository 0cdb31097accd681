"""The plan: which paintings the rows ask for, of which works, under which names, and in which order."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app import painting
from app.job import Wanted
from app.provenance import seen_from
from ground import files
from ground.errors import BadInput, PentimentoError
from retrieval.search import Match, Search
from scripts.batch.names import Template, refuse_repeated
from scripts.batch.rows import Fault, Row
from scripts.words import told

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Planned:
    """One painting that is to be there; `id` derives from what it is made of, so that asking again is the same."""

    id: str
    file: str  # its name beneath the output folder
    row: Row
    content: Match
    style: Match
    wanted: Wanted

    def told(self) -> dict[str, Any]:
        """What its line of the manifest says of it."""
        facts = self.wanted.facts
        return {
            "file": self.file,
            "id": self.id,
            "row": self.row.number,
            "title": self.row.title,
            "description": self.row.description,
            "content": _chosen(self.content, facts["content"]),
            "style": _chosen(self.style, facts["style"]),
            "recipe": facts["recipe"],
            "seed": facts["recipe"]["seed"],
        }


@dataclass(frozen=True)
class Planner:
    """Turns rows into paintings; every work's picture is hashed once."""

    search: Search
    contents: int
    styles: int
    template: Template
    out: Path
    weights: str = ""  # what tells one network's weights from another's

    def plan(
        self, rows: Sequence[Row], progress: Progress = lambda done, total: None
    ) -> tuple[list[Planned], list[Fault]]:
        """The paintings in the order of the rows, and the rows for which nothing is found."""
        found: list[Planned] = []
        faults: list[Fault] = []
        hashed = cache(files.sha256)
        for done, row in enumerate(rows, 1):
            try:
                found += self._of(row, hashed)
            except PentimentoError as error:
                faults.append(Fault(row.number, str(error)))
            progress(done, len(rows))
        if faults and not found:
            raise BadInput(f"there is nothing to paint: {faults[0]}", "mend the prompts")
        refuse_repeated(each.file for each in found)
        return found, faults

    def _of(self, row: Row, hashed: Callable[[Path], str]) -> list[Planned]:
        suggestions = self.search.suggest(row.title, row.description, self.contents, self.styles)
        return [
            self._planned(row, content, style, hashed) for content in suggestions for style in content.styles
        ]

    def _planned(self, row: Row, content: Match, style: Match, hashed: Callable[[Path], str]) -> Planned:
        file = self.template.name(
            row=row.number,
            title=row.title or " ".join(row.description.split()[:6]),
            content=content.rank,
            style=style.rank,
            content_id=content.work.id,
            style_id=style.work.id,
            recipe=row.recipe.name,
            seed=row.recipe.seed,
        )
        origins = told(self.search, content), told(self.search, style)
        facts = painting.facts(row.recipe, *origins, hashed)
        words = {"title": row.title, "description": row.description}
        id = identity(words | {"weights": self.weights}, facts)
        for role, origin in zip(("content", "style"), origins, strict=True):
            facts[role]["source"]["file"] = seen_from(self.out / file, origin.file)
        recipe, all_facts = row.recipe, {**facts, **words, "id": id}
        wanted = Wanted(all_facts, sum(recipe.steps_at), painting.cost(recipe), painting.kin(all_facts))
        return Planned(id, file, row, content, style, wanted)


def identity(words: dict[str, str], facts: dict[str, Any]) -> str:
    """Of a painting: its words, its recipe and the pictures themselves, wherever they lie."""
    pictures = [facts[role]["source"]["sha256"] for role in ("content", "style")]
    told = json.dumps([words, facts["recipe"], pictures], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def in_order(planned: Iterable[Planned]) -> list[Planned]:
    """Neighbours share what they can: a network, an optimisation of several, and in it the content's features."""

    def likeness(each: Planned) -> tuple[Any, ...]:
        wanted = each.wanted
        content, style = (wanted.facts[role]["source"]["sha256"] for role in ("content", "style"))
        return each.row.recipe.backbone, wanted.cost, wanted.kin, content, style

    return sorted(planned, key=likeness)


def _chosen(match: Match, facts: dict[str, Any]) -> dict[str, Any]:
    source = facts["source"]
    return {"rank": match.rank, "score": round(match.score, 6), **source["work"], "sha256": source["sha256"]}
