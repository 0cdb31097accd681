"""The plan: everything that decides how a joint space is learned, and the only place where a default stands."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from ground.errors import BadInput


class Plan(BaseModel):
    """One training's settings. `Plan.named("thesis", dimensions=28)` starts from a preset."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, use_attribute_docstrings=True)

    preset: str = Field("stock", max_length=80)
    """The preset that this plan started from."""

    loss: Literal["cosine-margin", "info-nce"] = "cosine-margin"
    """Cosine margin (the thesis), or InfoNCE with a learned temperature."""
    sampling: Literal["batch", "thesis"] = "batch"
    """All pairs of a batch, or 20 % matches and 80 % random mismatches as the reference code draws them."""
    margin: float = Field(0.1, ge=-1, lt=1)
    """Cosine up to which a mismatched pair costs nothing."""

    dimensions: int = Field(256, ge=2, le=4096)
    """Size of the joint space."""
    tanh: bool = False
    """Bend both layers by tanh, as the thesis does."""
    standardise: bool = True
    """Bring each picture feature to mean 0 and deviation 1 over the training works."""
    quiet: bool = True
    """Start the words near zero, so that one hardly learned says little."""
    title_minimum: int = Field(1, ge=1, le=1000)
    """How often a word must stand in the training titles to be known."""
    description_minimum: int = Field(1, ge=1, le=1000)
    """How often a word must stand in the training descriptions to be known."""
    most_words: int = Field(10_000, ge=1, le=1_000_000)
    """Of these words the most frequent are kept, in titles and in descriptions each."""

    titles_too: bool = True
    """Count a title's words as words of the description as well."""
    related: bool = True
    """Let words stand for their other forms and for related words too."""

    picture_dropout: float = Field(0.5, ge=0, lt=1)
    """Share of the picture features left out at random in each step."""
    learning_rate: float = Field(1e-3, gt=0, le=1)
    """Adam's step."""
    batch: int = Field(128, ge=2, le=65_536)
    """Pairs in a step."""
    epochs: int = Field(60, ge=1, le=100_000)
    """How often all pairs are seen, at most."""
    patience: int = Field(10, ge=0, le=100_000)
    """Stop after so many epochs without a better validation mean reciprocal rank; 0 for never."""
    hold_back: Literal["works", "descriptions"] = "works"
    """Validate on the validation split, or on one description of each work that has several, then learn those too."""

    views: int = Field(1, ge=1, le=100)
    """Random views of a picture that its features are averaged over; 1 for its middle."""
    live: bool = False
    """Run the network anew over random views of all pictures every epoch, as the thesis does; slow."""
    seed: int = Field(0, ge=0, lt=2**32)
    """Another seed, another training."""

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.sampling == "thesis" and self.loss != "cosine-margin":
            raise ValueError(
                "the sampling of the thesis draws single pairs, and goes with cosine-margin only"
            )
        return self

    @classmethod
    def named(cls, name: str, **over: Any) -> Self:
        if name not in PRESETS:
            raise BadInput(f"there is no preset {name!r}", f"name one of {', '.join(PRESETS)}")
        try:
            return cls.model_validate({**PRESETS[name], **over, "preset": name})
        except ValidationError as error:
            raise BadInput(_said(error.errors()[0]), "see `pentimento train --help`") from error


def _said(error: ErrorDetails) -> str:
    where = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"a plan has no setting {where!r}"
    what = error["msg"].removeprefix("Value error, ")
    return f"{where}: {what}" if where else what


# The thesis, 4.1, with the size of the joint space from the reference code: the "28" of its text is the batch.
# Its two departures from the letter: no network in the loop unless `live` is asked for, and the best epoch is kept.
THESIS: dict[str, Any] = {
    "loss": "cosine-margin",
    "sampling": "thesis",
    "margin": 0.1,
    "dimensions": 128,
    "tanh": True,
    "standardise": False,
    "quiet": False,
    "description_minimum": 10,
    "most_words": 1_000_000,
    "titles_too": False,
    "related": False,
    "picture_dropout": 0.0,
    "learning_rate": 1e-4,
    "batch": 28,
    "epochs": 10,
    "patience": 0,
    "views": 10,
}
PRESETS: dict[str, dict[str, Any]] = {"stock": {}, "thesis": THESIS}
ENCODERS = {
    "stock": "vgg19-slim",
    "thesis": "resnet50-logits",
}  # what each preset takes unless told otherwise
