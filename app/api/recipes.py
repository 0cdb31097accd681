"""Recipes: the named ones, what can be changed in them, and what one would cost before it is painted."""

from fastapi import APIRouter

from app import painting
from app.api.common import Client, Here
from app.commission import Commissions
from app.problems import responses
from app.schemas import EstimateIn, EstimateOut, RecipesOut
from style_transfer import RECIPES, Recipe
from style_transfer.memory import megabytes

router = APIRouter(prefix="/v1", tags=["recipes"])

USUAL_PACE = 5e-7  # seconds for each unit of cost on two cores, until a studio knows its own


@router.get("/recipes", response_model=RecipesOut)
def recipes(studio: Here) -> RecipesOut:
    """The named recipes, and the schema that a form can be made from."""
    return RecipesOut(
        recipes={name: Recipe.named(name).model_dump() for name in RECIPES},
        schema=Recipe.model_json_schema(),
        largest=studio.settings.largest,
    )


@router.post("/estimates", response_model=EstimateOut, responses=responses("bad-recipe", "unavailable"))
def estimate(asked: EstimateIn, studio: Here, client: Client) -> EstimateOut:
    """What paintings by a recipe would take, and how long they would wait; nothing is asked for."""
    recipe = Commissions(studio, client).recipe(asked.recipe)
    known, workers = studio.jobs.pace(), max(1, studio.settings.workers)
    pace = known or USUAL_PACE
    position, before = studio.jobs.backlog(client)
    return EstimateOut(
        seconds=pace * painting.cost(recipe) * asked.paintings / min(workers, asked.paintings),
        measured=known is not None,
        position=position,
        wait=pace * before / workers,
        megabytes=megabytes(recipe),
    )
