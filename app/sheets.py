"""What goes over the wire about sheets: paintings that are asked for together and looked at side by side."""

from typing import Annotated, Literal

from pydantic import Field

from app.schemas import MOST, In, Out, PaintingIn, PaintingOut, RecipeOver, Words

Rank = Annotated[int, Field(ge=1, le=MOST)]
Strength = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]


class VariationsIn(Words):
    contents: list[Rank] = Field([1, 2, 3, 4, 5], min_length=1, max_length=10)
    """Ranks of the content works."""
    styles: list[Rank] = Field([1, 2, 3, 4, 5], min_length=1, max_length=10)
    """Ranks of the style works for each."""
    recipe: RecipeOver = Field({})


class StrengthsIn(PaintingIn):
    """One content and one style, as for a painting, and how strong each is to be."""

    alphas: list[Strength] | None = Field(None, min_length=1, max_length=10)
    """Weights of the content, one for each row; around the recipe's own where none are named."""
    betas: list[Strength] | None = Field(None, min_length=1, max_length=10)
    """Weights of the style, one for each column; around the recipe's own where none are named."""


class PromotionIn(In):
    recipe: RecipeOver = Field({})
    """The named recipe to paint it by, `studio` for a sketch and its own for others, and any field over it."""


class SheetMarksIn(In):
    deleted: bool
    """True throws a sheet away that has ended, false brings it back."""


class BatchOut(Out):
    id: str
    status: Literal["running", "ended"]
    kind: Literal["variations", "strengths"]
    rows: int
    columns: int
    counts: dict[str, int]
    """How many paintings are in each status."""
    step: int
    steps: int
    url: str
    events: str
    archive: str
    paintings: list[PaintingOut]


class BatchesOut(Out):
    variations: list[BatchOut]
    next: str | None
    """Cursor of the next page."""
