"""Surveys: what can be said of the collections' order, found out in the background when somebody first asks."""

import logging
import threading
from dataclasses import dataclass, field

from app.library import Library
from curation.collection import open_collection
from curation.report.atlas import Atlas
from curation.survey import Survey, survey
from ground.errors import PentimentoError
from retrieval.encoders import image_encoder
from retrieval.index import Index

ENCODER = "vgg19-slim"  # whose thresholds for duplicates are known

log = logging.getLogger("pentimento.surveys")


@dataclass
class Coming:
    """A survey on its way: what is being done, and in the end what was found or why nothing could be."""

    changes: tuple[str, int]  # of the index that it is of
    doing: str = ""
    done: int = 0
    total: int = 0
    survey: Survey | None = None
    atlas: Atlas | None = None
    trouble: str = ""
    ended: threading.Event = field(default_factory=threading.Event)


class Surveys:
    def __init__(self, library: Library) -> None:
        self._library, self._lock = library, threading.Lock()
        self._coming: dict[str, Coming] = {}

    def of(self, collection: str) -> Coming:
        """The survey of a collection, begun if there is none of the index as it is by now."""
        index = self._library.index(collection)
        state = _state(index)
        with self._lock:
            known = self._coming.get(collection)
            if known is None or known.changes != state:
                known = self._coming[collection] = Coming(state)
                threading.Thread(target=self._make, args=(index, known), daemon=True).start()
        return known

    def _make(self, index: Index, coming: Coming) -> None:
        def told(doing: str, done: int, total: int) -> None:
            coming.doing, coming.done, coming.total = doing, done, total

        try:
            found = survey(open_collection(index.folder), image_encoder(ENCODER), told=told)
            coming.atlas = found.atlas()
            coming.survey = found
        except PentimentoError as error:
            coming.trouble = str(error)
        except Exception:
            coming.trouble = "the collection cannot be surveyed; the log knows more"
            log.exception("a survey failed", extra={"index": str(index.folder)})
        finally:
            coming.ended.set()


def _state(index: Index) -> tuple[str, int]:
    manifest = index.manifest
    return manifest.encoder.weights_sha256 + str(sorted(manifest.files.items())), manifest.changes
