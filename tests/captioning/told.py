"""A voice for tests of those who listen: it says of a picture what its colour is."""

from collections.abc import Mapping, Sequence

from captioning.attributes import Attribute, of_json
from captioning.candidates import Candidate, windows
from captioning.tokens import sentence, tokens
from captioning.traits import Trait
from captioning.voice import Told
from ground.canvas import Picture

COLOURS = ("red", "green", "blue")


class ColourVoice:
    """Of a dark picture it says that it does not know it."""

    model = "colours 1"
    shortest = 16
    attributes: tuple[Attribute, ...] = tuple(
        of_json({"colour": {"values": {colour: [colour] for colour in COLOURS}}}, "here")
    )
    weights: Mapping[str, float] = {"likelihood": 1.0}

    def __init__(self) -> None:
        self.looked_at = 0

    def written(self, words: Sequence[str]) -> str:
        return sentence(words)

    def tell(self, pictures: Sequence[Picture], beam: int | None = None, context: str = "") -> list[Told]:
        self.looked_at += len(pictures)
        return [self._told(each, context) for each in pictures]

    def _told(self, picture: Picture, context: str) -> Told:
        means = picture.rgb.mean((0, 1))
        colour = COLOURS[int(means.argmax())]
        own = [_candidate(f"A {colour} field, seen from above.", -1.0, "captioner")]
        around = [_candidate(text, -0.5, "context") for text in windows(context)]
        return Told([*own, *around], f"In {colour}", (Trait("colour", colour, 0.9),), bool(means.max() > 0.3))


def _candidate(text: str, likelihood: float, source: str) -> Candidate:
    return Candidate(tuple(tokens(text)), text, source, {"likelihood": likelihood})
