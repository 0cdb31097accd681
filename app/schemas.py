"""What goes over the wire, in and out: the models from which OpenAPI is made."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from app.job import Status
from style_transfer import RECIPES, Recipe

WORDS = 4000  # characters of a description
MOST = 50  # content works, or style works of each, in one answer
TOGETHER = 100  # paintings of one batch, or in one archive


def _clean(text: str) -> str:
    """JSON can carry half of a character, which no database can."""
    text.encode("utf-8")
    return text


def _recipe_schema() -> dict[str, Any]:
    """Every field of a recipe; none is needed, and `name` says where the others come from."""
    schema = Recipe.model_json_schema()
    schema["properties"]["name"] = {
        "enum": list(RECIPES),
        "default": "studio",
        "description": "The named recipe.",
    }
    schema.pop("required", None)
    return {**schema, "title": "RecipeOver", "examples": [{"name": "sketch", "size": 320}]}


Text = Annotated[str, AfterValidator(_clean)]
Id = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_clean)]
RecipeOver = Annotated[dict[str, Any], WithJsonSchema(_recipe_schema())]
Filter = Annotated[
    dict[Literal["style", "school", "artist", "timeframe", "licence"], list[Text]],
    Field(max_length=5, description="Works whose column holds one of the values."),
]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Out(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class Words(In):
    title: Text = Field("", max_length=500, examples=["A boat on a lake at evening"])
    """What the painting would be called."""
    description: Text = Field("", max_length=WORDS, examples=["Still water under a glowing sky."])
    """What is to be seen."""


class SuggestionsIn(Words):
    content: int = Field(5, ge=1, le=MOST)
    """So many content works."""
    styles: int = Field(5, ge=0, le=MOST)
    """So many style works for each."""
    filters: Filter = {}
    """Of the content works."""
    style_filters: Filter = {}
    """Of the style works."""
    offset: int = Field(0, ge=0, le=10_000)
    """Go on after so many content works."""
    diversity: float = Field(0, ge=0, le=1)
    """How unlike each other the works are to be."""


class WorkOut(Out):
    collection: str
    id: str
    title: str
    description: str
    artist: str
    date: str
    technique: str
    style: str
    school: str
    timeframe: str
    source: str
    licence: str
    credit: str
    page: str
    text_by: str
    image: str
    """URL of the picture; `?size=` makes it smaller."""


class MatchOut(Out):
    rank: int
    score: float
    """The exact cosine."""
    work: WorkOut


class SuggestionOut(MatchOut):
    styles: list[MatchOut]
    why: list[str]
    """The words that spoke for this work, the weightiest first."""


class SuggestionsOut(Out):
    suggestions: list[SuggestionOut]


class StylesOut(Out):
    styles: list[MatchOut]


class WorksOut(Out):
    works: list[WorkOut]
    next: str | None
    """Cursor of the next page."""


class PaintingIn(Words):
    """Words and ranks, or ids of works or of uploaded pictures; what is not named is found by the words."""

    content: Id | None = None
    """A content work's id, or that of an uploaded picture."""
    style: Id | None = None
    """A style work's id, or that of an uploaded picture."""
    content_rank: int = Field(1, ge=1, le=10_000)
    style_rank: int = Field(1, ge=1, le=MOST)
    recipe: RecipeOver = {}

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "A boat on a lake",
                    "description": "at evening",
                    "content_rank": 1,
                    "style_rank": 2,
                },
                {
                    "content": "w17",
                    "style": "pic_0123456789abcdef0123456789abcdef",
                    "recipe": {"name": "sketch"},
                },
            ]
        }
    )


class TextToArtIn(PaintingIn):
    wait: float | None = Field(None, ge=0)
    """Seconds to wait for the painting; never longer than the settings say."""


class MarksIn(In):
    favourite: bool | None = None
    deleted: bool | None = None
    """True throws an ended painting away, false brings it back."""


class EstimateIn(In):
    recipe: RecipeOver = {}
    paintings: int = Field(1, ge=1, le=TOGETHER)
    """So many of them."""


class EstimateOut(Out):
    seconds: float
    """Of painting, once it has begun."""
    measured: bool
    """Whether the studio's own last paintings tell so; before the first, it is what two cores usually take."""
    position: int
    """Paintings that come first."""
    wait: float
    """Seconds until those are done."""
    megabytes: int
    """Memory that a painting takes at most."""


class RecipesOut(Out):
    recipes: dict[str, dict[str, Any]]
    """Every named recipe, with all of its fields."""
    schema_: dict[str, Any] = Field(alias="schema")
    """JSON schema of a recipe: each field's type, default, bounds and meaning."""
    largest: int
    """Longest side, in pixels, that may be asked for here."""


class ChosenOut(Out):
    """A picture that a painting is made from."""

    id: str
    collection: str | None
    """None for an uploaded picture."""
    title: str
    artist: str
    image: str | None
    """None when it was a picture of one's own that has been deleted."""


class CellOut(Out):
    row: int
    column: int


class PaintingOut(Out):
    id: str
    status: Status
    batch: str | None
    cell: CellOut | None
    """Its place on the sheet of its batch."""
    favourite: bool
    deleted: float | None
    """When it was thrown away; it can be brought back until it is swept."""
    title: str
    description: str
    content: ChosenOut
    style: ChosenOut
    recipe: dict[str, Any]
    step: int
    steps: int
    position: int | None
    """Paintings that come before this one, while it waits."""
    estimate: float | None
    """Seconds until it is finished, once the studio knows its own pace."""
    cancelling: bool
    reason: str
    """Why it failed."""
    created: float
    started: float | None
    ended: float | None
    url: str
    events: str
    preview: str
    image: str
    curve: str


class PaintingsOut(Out):
    paintings: list[PaintingOut]
    next: str | None
    """Cursor of the next page."""


class LossesOut(Out):
    step: int
    scale: int
    content: float
    style: float
    total: float


class CurveOut(Out):
    losses: list[LossesOut]


class PictureOut(Out):
    id: str
    width: int
    height: int
    image: str


class PicturesOut(Out):
    pictures: list[PictureOut]


class RecipeOut(Out):
    """What a painting tells of itself; `painting` can be sent to POST /v1/paintings to make it again."""

    recipe: dict[str, Any]
    network: str
    step: int
    steps: int
    content: dict[str, Any]
    styles: list[dict[str, Any]]
    painting: dict[str, Any] | None


class HealthOut(Out):
    status: Literal["ready", "not ready", "alive"]
    checks: dict[str, str] = {}
    """What is the matter with each, or nothing."""


class DescribeIn(In):
    image: str = Field(min_length=1)
    """The picture's bytes in base64."""
    context: Text = Field("", max_length=WORDS)
    """Text that stands around the picture; its parts compete with the captioner's own words."""


class AttributeOut(Out):
    name: str
    value: str
    confidence: float


class DescriptionOut(Out):
    title: str
    description: str
    keywords: list[str]
    attributes: list[AttributeOut]
    model: str
    """The machine that said so."""
    score: float
    """The words' log-likelihood, normalised by their length."""
    known: bool
    """Whether the picture is like any that the model has learned from."""
    kept: bool
    """Whether the words suit the picture better than nonsense does."""
    doubtful: bool
    """Either is not so."""
    corrected: list[str]
    """Words that were put right after the attributes."""
    source: Literal["captioner", "context"]
    """Where the words come from."""
