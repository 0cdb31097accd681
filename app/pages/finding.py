"""Finding: the two rows that the first room hangs for what it was asked, and what is chosen of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.commission import ROLES
from app.pages import hung
from app.pages.asked import Asked
from app.pages.hung import Hung
from app.studio import Studio
from ground.errors import PentimentoError
from retrieval.search import Match


@dataclass(frozen=True)
class Row:
    """Pictures to choose from. What was chosen hangs first where it was not found: one's own, or by a link."""

    pictures: tuple[Hung, ...] = ()
    chosen: Hung | None = None
    more: bool = False
    trouble: PentimentoError | None = None


@dataclass(frozen=True)
class Finding:
    studio: Studio
    client: str

    def contents(self, asked: Asked) -> Row:
        chosen = self._named("content", asked.content)
        if not asked.words:
            return Row((chosen,) if chosen else (), chosen)
        library = self.studio.library
        try:
            most = library.index("content").manifest.works
            found = library.suggest(asked.title, asked.description, min(asked.contents, most), 0)
        except PentimentoError as error:
            return Row((chosen,) if chosen else (), chosen, trouble=error)
        return self._row("content", found, chosen, most)

    def styles(self, asked: Asked, content: Hung | None) -> Row:
        """Those whose manner suits the content."""
        if content is None:
            return Row()
        library = self.studio.library
        chosen = self._named("style", asked.style)
        try:
            most = library.index("style").manifest.works
            found = library.search.styles_for(content.file, min(asked.styles, most))
        except PentimentoError as error:
            return Row((chosen,) if chosen else (), chosen, trouble=error)
        return self._row("style", found, chosen, most)

    def own(self, asked: Asked) -> dict[str, Hung | None]:
        """Pictures that the client brought, to hang in the frames that wait for them."""
        chosen = {
            role: self._named(role, id) for role, id in (("content", asked.content), ("style", asked.style))
        }
        return {role: picture if picture and picture.own else None for role, picture in chosen.items()}

    def _row(self, collection: str, found: Sequence[Match], chosen: Hung | None, most: int) -> Row:
        pictures = [hung.work(self.studio, collection, match.work, match) for match in found]
        known = next((each for each in pictures if chosen and each.id == chosen.id), None)
        if chosen and not known:
            pictures.insert(0, chosen)
        return Row(tuple(pictures), known or chosen, more=len(found) < most)

    def _named(self, role: str, id: str) -> Hung | None:
        file = self.studio.uploads.find(id, self.client)
        if file:
            return hung.own(file)
        library = self.studio.library
        for collection in ROLES[role] if id and library.ready else ():
            if library.has(collection, id):
                return hung.work(self.studio, collection, library.work(collection, id))
        return None
