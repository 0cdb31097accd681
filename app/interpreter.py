"""The interpreter: the captioner that the studio asks what a picture shows, opened when it is first asked."""

import threading
from functools import cached_property
from pathlib import Path

from captioning.describer import Describer, Description, Eyes
from captioning.voice import OwnVoice
from ground import canvas
from retrieval.search import EMBEDDED

CAPTIONER = "captioner"  # the folder beside the indexes, where they bring one of their own


class Interpreter:
    """One picture at a time: a network's threads would only wait for those of another."""

    def __init__(self, indexes: Path, weights: Path | None = None) -> None:
        self._own = indexes if (indexes / CAPTIONER).is_dir() else EMBEDDED
        self._weights = weights if self._own == indexes else None
        self._one = threading.Lock()

    @cached_property
    def describer(self) -> Describer:
        voice = OwnVoice.open(self._own / CAPTIONER, self._weights)
        return Describer(voice, Eyes.open(self._own / "joint", self._weights))

    def describe(self, picture: bytes, context: str = "") -> Description:
        with self._one:
            seen = canvas.read(picture, name="the picture", shortest=self.describer.shortest)
            return self.describer.describe([seen], context)[0]
