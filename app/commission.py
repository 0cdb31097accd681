"""A commission: from what a client asked for to the facts of a job, with both works found and the recipe checked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app import painting
from app.job import Job, Wanted
from app.library import COLLECTIONS, Collection
from app.provenance import Origin
from app.schemas import PaintingIn, Words
from app.sheets import PromotionIn, StrengthsIn, VariationsIn
from app.studio import Studio
from ground.errors import BadQuery, BadRecipe
from retrieval.search import Match
from retrieval.words import fold
from style_transfer import Recipe

M = TypeVar("M", bound=Match)
R = TypeVar("R")
C = TypeVar("C")
AROUND = (-2, -1, 0, 1, 2)  # powers that a strength is multiplied by
# What makes a sketch one: how large it is, and with how much care it is made.
CARE = {"name", "size", "steps", "growth", "coarsest", "ratio", "precision", "memory"}
ROLES: dict[str, tuple[Collection, Collection]] = {"content": COLLECTIONS, "style": COLLECTIONS[::-1]}


@dataclass(frozen=True)
class Choice:
    """A picture, and how to name it when the painting is asked for again."""

    origin: Origin
    id: str
    collection: str | None = None

    def told(self) -> dict[str, Any]:
        return {"id": self.id, "collection": self.collection}


@dataclass(frozen=True)
class Commissions:
    """Of one client, who sees no other's pictures."""

    studio: Studio
    client: str

    def painting(self, asked: PaintingIn) -> Wanted:
        recipe = self.recipe(asked.recipe)
        return self._wanted(asked, recipe, *self._pair(asked))

    def variations(self, asked: VariationsIn) -> list[Wanted]:
        """Contents times styles, in the order in which they are named; each once."""
        recipe = self.recipe(asked.recipe)
        wanted = []
        for cell, content_rank, style_rank in _cells(asked.contents, asked.styles):
            content, style = self._found(asked.title, asked.description, content_rank, style_rank)
            place = {"sheet": "variations", "cell": cell}
            wanted.append(self._wanted(asked, recipe, content, style(), place))
        return wanted

    def strengths(self, asked: StrengthsIn) -> list[Wanted]:
        """One pair, a row for each alpha and a column for each beta."""
        own = self.recipe(asked.recipe)
        alphas = asked.alphas or [own.alpha * 4.0**power for power in AROUND]
        betas = asked.betas or [own.beta * 4.0**power for power in AROUND]
        content, style = self._pair(asked)
        wanted = []
        for cell, alpha, beta in _cells(alphas, betas):
            recipe = self.recipe({**own.model_dump(), "alpha": alpha, "beta": beta})
            wanted.append(self._wanted(asked, recipe, content, style, {"sheet": "strengths", "cell": cell}))
        return wanted

    def promotion(self, job: Job, asked: PromotionIn) -> Wanted:
        """The words and works of a sketch, in its manner, at the size and with the care of another recipe."""
        recipe, facts = job.facts["recipe"], job.facts
        name = "studio" if recipe["name"] == "sketch" else recipe["name"]
        usual = Recipe.named(recipe["name"]).model_dump()
        manner = {key: value for key, value in recipe.items() if value != usual[key] and key not in CARE}
        wanted = {
            "title": facts["title"],
            "description": facts["description"],
            **{role: facts["chosen"][role]["id"] for role in ROLES},
            "recipe": {**manner, "name": name, **asked.recipe},
        }
        return self.painting(PaintingIn.model_validate(wanted))

    def recipe(self, over: dict[str, Any]) -> Recipe:
        fields = dict(over)
        recipe = Recipe.named(str(fields.pop("name", "studio")), **fields)
        largest = self.studio.settings.largest
        if recipe.size > largest:
            raise BadRecipe(
                f"a painting of {recipe.size} pixels is larger than allowed", f"ask for {largest} at most"
            )
        if recipe.start == "picture":
            raise BadRecipe(
                "the studio paints from no picture of one's own to start with", "set another start"
            )
        return recipe

    def _pair(self, asked: PaintingIn) -> tuple[Choice, Choice]:
        content = self._named("content", asked.content) if asked.content else None
        style = self._named("style", asked.style) if asked.style else None
        if content is None:
            content, found = self._found(asked.title, asked.description, asked.content_rank, asked.style_rank)
            style = style or found()
        return content, style or self._suiting(content, asked.style_rank)

    def _found(
        self, title: str, description: str, content_rank: int, style_rank: int
    ) -> tuple[Choice, Callable[[], Choice]]:
        """The content, and how to find the style, which may not be wanted."""
        if not (title.strip() or description.strip()):
            raise BadQuery(
                "neither words nor a content are given", "send a title, a description or a content id"
            )
        with self.studio.metrics.timed("suggest"):
            most = max(5, style_rank)
            suggestions = self.studio.library.suggest(title, description, 1, most, offset=content_rank - 1)
        suggestion = _of_rank(suggestions, content_rank, "content")

        def style() -> Choice:
            return self._of_work("style", _of_rank(suggestion.styles, style_rank, "style"))

        return self._of_work("content", suggestion), style

    def _suiting(self, content: Choice, rank: int) -> Choice:
        with self.studio.metrics.timed("suggest"):
            found = self.studio.library.search.styles_for(content.origin.file, rank)
        return self._of_work("style", _of_rank(found, rank, "style"))

    def _named(self, role: str, id: str) -> Choice:
        """An uploaded picture of this client's, or a work of the role's own collection, or of the other one."""
        file = self.studio.uploads.find(id, self.client)
        if file:
            return Choice(Origin(file), id)
        library = self.studio.library
        for collection in ROLES[role]:
            if library.has(collection, id):
                return Choice(library.origin(collection, library.work(collection, id)), id, collection)
        raise BadQuery(
            f"there is no work or picture {id!r} for the {role}", "take an id from a suggestion or an upload"
        )

    def _of_work(self, collection: Collection, match: Match) -> Choice:
        return Choice(self.studio.library.origin(collection, match.work), match.work.id, collection)

    def _wanted(
        self,
        words: Words,
        recipe: Recipe,
        content: Choice,
        style: Choice,
        place: dict[str, Any] | None = None,
    ) -> Wanted:
        facts = painting.facts(recipe, content.origin, style.origin)
        facts |= {"title": words.title, "description": words.description, **(place or {})}
        facts |= {"chosen": {"content": content.told(), "style": style.told()}}
        steps, cost, kin = sum(recipe.steps_at), painting.cost(recipe), painting.kin(facts)
        return Wanted(facts, steps, cost, kin, _words(facts))


def again(studio: Studio, client: str, sources: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Ids under which a painting's sources can be chosen here and by this client, as far as they are known."""
    known = {}
    for role, source in sources.items():
        work = source.get("work") or {}
        for collection in ROLES[role]:
            id = str(work.get("id", ""))
            if studio.library.ready and studio.library.has(collection, id):
                known[role] = id
                break
        else:
            file = Path(str(source.get("file", ""))).stem
            if studio.uploads.find(file, client):
                known[role] = file
    return known


def _cells(rows: Sequence[R], columns: Sequence[C]) -> Iterator[tuple[tuple[int, int], R, C]]:
    """Every place of a sheet, with what stands at its row and its column; what is named twice is there once."""
    for y, row in enumerate(dict.fromkeys(rows)):
        for x, column in enumerate(dict.fromkeys(columns)):
            yield (y, x), row, column


def _words(facts: dict[str, Any]) -> str:
    """By which the painting is found again: those that were asked, and its works' titles and artists."""
    works = [facts[role]["source"]["work"] or {} for role in ROLES]
    named = [str(work.get(name, "")) for work in works for name in ("title", "artist")]
    return fold(" ".join([facts["title"], facts["description"], *named]))


def _of_rank(matches: Sequence[M], rank: int, what: str) -> M:
    for match in matches:
        if match.rank == rank:
            return match
    raise BadQuery(f"there is no {what} of rank {rank}", "ask for a lower rank")
