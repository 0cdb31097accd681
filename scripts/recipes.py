"""`pentimento recipes`: the named recipes, and every field that `--set` can change, as the recipe itself tells them."""

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from scripts import console
from scripts.options import Json
from style_transfer import RECIPES, Recipe


def recipes(
    as_json: Json = False,
) -> None:
    """List the recipes, and what can be changed in them."""
    if as_json:
        named = {name: Recipe.named(name).model_dump() for name in RECIPES}
        console.print_json({"recipes": named, "schema": Recipe.model_json_schema()})
        return
    out = Console(highlight=False)
    out.print(_table(("field", "default", "what it is"), _fields()))
    out.print(_table(("recipe", "where it differs from these defaults"), _named()))


def _fields() -> list[tuple[str, ...]]:
    described: dict[str, dict[str, Any]] = Recipe.model_json_schema()["properties"]
    defaults = Recipe.checked({}).model_dump()
    return [
        (key, _short(defaults[key]), _described(field)) for key, field in described.items() if key != "name"
    ]


def _described(field: dict[str, Any]) -> str:
    choices = field.get("enum")
    least, most = (field.get(key, field.get(f"exclusive{key.title()}")) for key in ("minimum", "maximum"))
    bounds = f" From {least:g} to {most:g}." if least is not None and most is not None else ""
    return (
        f"{field['description']}{bounds}{' One of ' + ', '.join(map(str, choices)) + '.' if choices else ''}"
    )


def _named() -> list[tuple[str, ...]]:
    return [
        (name, "  ".join(f"{key}={_short(value)}" for key, value in fields.items()) or "nowhere")
        for name, fields in RECIPES.items()
    ]


def _short(value: Any) -> str:
    """As `--set` takes it."""
    if isinstance(value, dict):
        return ",".join(f"{key}:{weight:g}" for key, weight in value.items())
    return (
        f"{value:g}"
        if isinstance(value, float)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
