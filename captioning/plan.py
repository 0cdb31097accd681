"""The plan: everything that decides how a captioner is learned, and the only place where a default stands."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from captioning.beams import Wish
from captioning.decoders import Look
from captioning.tokens import Rule
from ground.errors import BadInput


class Plan(BaseModel):
    """One training's settings. `Plan.named("seed-002", hidden=512)` starts from a preset."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, use_attribute_docstrings=True)

    preset: str = Field("stock", max_length=80)
    """The preset that this plan started from."""

    look: Look = "attention"
    """How words see the picture: merge (the seeds') or attention (over the places of a grid)."""
    rule: Rule = "prose"
    """What a word is: as the seeds have it, or as it is printed, with articles and commas."""
    minimum: int = Field(1, ge=1, le=1000)
    """How often a word must stand in the training captions to be learned."""
    longest: int = Field(40, ge=1, le=200)
    """Words of a caption, at most; what is longer is cut."""
    titles: bool = True
    """Learn to give titles too, where works have them."""

    hidden: int = Field(512, ge=1, le=4096)
    """Size of the LSTM."""
    embedding: int = Field(256, ge=1, le=4096)
    """Size of the words' vectors; given vectors bring their own."""
    tied: bool = True
    """Choose words by the vectors that they are read with."""
    frozen: bool = True
    """Leave given word vectors as they are."""
    dropout: float = Field(0.5, ge=0, lt=1)
    """Share of the decoder's numbers left out at random in each step."""
    seen_dropout: float = Field(0.5, ge=0, lt=1)
    """Share of the picture's features left out at random in each step."""
    smoothing: float = Field(0.1, ge=0, lt=1)
    """Share of a target's weight that is spread over all words."""

    learning_rate: float = Field(1e-3, gt=0, le=1)
    """Adam's step."""
    weight_decay: float = Field(0.01, ge=0, le=1)
    """Pull of the weights towards zero."""
    batch: int = Field(32, ge=1, le=4096)
    """Pictures in a step, each with all its captions."""
    epochs: int = Field(40, ge=1, le=100_000)
    """How often all captions are seen, at most."""
    patience: int = Field(10, ge=0, le=100_000)
    """Stop after so many epochs without better validation captions; 0 for never."""
    average: float = Field(0.99, ge=0, lt=1)
    """How slowly the weights that are kept follow those that are learned; 0 for at once."""
    share: float = Field(0.1, ge=0, lt=0.5)
    """Works held back for validation, and for test; of a gallery with a split its own count, and of 0 none."""
    views: int = Field(1, ge=1, le=20)
    """Views of each picture to learn from: its middle, then random ones."""

    beam: int = Field(3, ge=1, le=50)
    """Captions that the search follows at once; 1 is greedy."""
    repeat: int = Field(3, ge=1, le=10)
    """No run of so many words comes twice in a caption."""
    alpha: float = Field(0.7, ge=0, le=2)
    """The power of its length that a caption's likelihood is divided by."""
    seed: int = Field(0, ge=0, lt=2**32)
    """Another seed, another training."""

    @classmethod
    def named(cls, name: str, **over: Any) -> Self:
        if name not in PRESETS:
            raise BadInput(f"there is no preset {name!r}", f"name one of {', '.join(PRESETS)}")
        try:
            return cls.model_validate({**PRESETS[name], **over, "preset": name})
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(map(str, fault["loc"]))
            what = (
                f"a plan has no setting {where!r}"
                if fault["type"] == "extra_forbidden"
                else f"{where}: {fault['msg']}"
            )
            raise BadInput(what, "see `pentimento caption train --help`") from error

    def wish(self, beam: int | None = None) -> Wish:
        """How captions are searched for."""
        return Wish(beam or self.beam, self.longest, repeat=self.repeat, alpha=self.alpha)


# What the two seeds have in common, where they say: 50 epochs, batches of 32 pictures, Adam 0.0012, cross-entropy, one
# vector a picture, words seen more than once. Departures: the best epoch is kept, and nothing is said twice.
SEED: dict[str, Any] = {
    "look": "merge",
    "rule": "seed",
    "minimum": 2,
    "longest": 34,
    "titles": False,
    "hidden": 256,
    "embedding": 200,
    "tied": False,
    "smoothing": 0.0,
    "learning_rate": 0.0012,
    "weight_decay": 0.0,
    "epochs": 50,
    "patience": 0,
    "average": 0.0,
    "beam": 1,
    "alpha": 0.0,
}
PRESETS: dict[str, dict[str, Any]] = {"stock": {}, "seed-000": SEED, "seed-002": {**SEED, "embedding": 300}}
# What each preset takes unless told otherwise. The seed of 2020 tried inception_v3 as well.
ENCODERS = {"stock": "vgg19-slim-grid", "seed-000": "inception_v3", "seed-002": "resnet50"}
