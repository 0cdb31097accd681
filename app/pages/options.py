"""Options: the fields of the form that a recipe is changed by, made from the recipe's own schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.pages.strings import Strings
from ground.errors import BadRecipe
from style_transfer import Recipe

Kind = Literal["number", "switch", "choice", "text"]

# Which settings stand together; one that is in none of them, as a new one, stands with the last.
GROUPS = {
    "balance": ("alpha", "beta", "depth", "smoothness", "content_layers", "style_layers"),
    "picture": ("size", "square", "colour", "style_size", "start", "seed"),
    "search": ("optimiser", "steps", "growth", "learning_rate", "averaging", "coarsest", "ratio"),
    "engine": (
        "backbone",
        "content_loss",
        "style_loss",
        "units",
        "pooling",
        "padding",
        "precision",
        "memory",
    ),
}
UNUSED = {"start": ("picture",)}  # choices that the studio does not take


@dataclass(frozen=True)
class Option:
    name: str
    kind: Kind
    usual: str  # the named recipe's own
    value: str  # what was typed, or the usual
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    least: float | None = None
    most: float | None = None
    step: str = "any"
    fault: str = ""


def options(recipe: str, typed: Mapping[str, str], say: Strings, largest: int) -> dict[str, list[Option]]:
    """By group; the form sends only what differs from the usual."""
    schema = Recipe.model_json_schema()["properties"]
    usual = Recipe.named(recipe).model_dump()
    faults = {name: _fault(recipe, name, typed[name]) for name in typed}
    found: dict[str, list[Option]] = {group: [] for group in GROUPS}
    for name, group in _ordered(schema):
        told = dict(schema[name])
        if name == "size":
            told["maximum"] = min(told["maximum"], largest)
        usually = as_text(usual[name])
        found[group].append(
            Option(
                name=name,
                usual=usually,
                value=typed.get(name, usually),
                label=say.of(f"recipe.{name}", name.replace("_", " ").capitalize()),
                help=say.of(f"recipe.{name}.help", told.get("description", "")),
                fault=faults.get(name, ""),
                **_shape(name, told, say),
            )
        )
    return found


def as_text(value: Any) -> str:
    """As a form would send it, and as a recipe reads it."""
    if isinstance(value, dict):
        return ", ".join(f"{name}:{weight:g}" for name, weight in value.items())
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _ordered(schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    placed = {name: group for group, names in GROUPS.items() for name in names}
    names = [name for names in GROUPS.values() for name in names if name in schema]
    last = next(reversed(GROUPS))
    for name in dict.fromkeys([*names, *schema]):
        if name != "name":
            yield name, placed.get(name, last)


def _shape(name: str, told: Mapping[str, Any], say: Strings) -> dict[str, Any]:
    if "enum" in told:
        values = [str(value) for value in told["enum"] if value not in UNUSED.get(name, ())]
        return {
            "kind": "choice",
            "choices": tuple((each, say.of(f"recipe.{name}.{each}", each)) for each in values),
        }
    if told.get("type") in ("number", "integer"):
        return {
            "kind": "number",
            "least": told.get("minimum", told.get("exclusiveMinimum")),
            "most": told.get("maximum", told.get("exclusiveMaximum")),
            "step": "1" if told["type"] == "integer" else "any",
        }
    return {"kind": "switch" if told.get("type") == "boolean" else "text"}


def _fault(recipe: str, name: str, typed: str) -> str:
    """What is wrong with one setting by itself."""
    try:
        Recipe.named(recipe, **{name: typed})
    except BadRecipe as error:
        return (error.mend or error.what).capitalize()
    return ""
