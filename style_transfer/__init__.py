"""Style transfer: content + style -> a new painting, by optimising a picture under VGG-19's features."""

import ground  # noqa: F401  before torch
from style_transfer.engine import Iterate, Losses, Painting, paint, paint_many, resume
from style_transfer.recipe import RECIPES, Recipe
from style_transfer.subject import Style

__all__ = ["RECIPES", "Iterate", "Losses", "Painting", "Recipe", "Style", "paint", "paint_many", "resume"]
