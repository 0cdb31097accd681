"""The report: any document of figures as lines, each figure under what it belongs to."""

from collections.abc import Iterator, Mapping
from typing import Any

WIDEST = 100  # of figures that share a line


def table(found: Mapping[str, Any]) -> str:
    return "\n".join(_lines(found, ""))


def _lines(found: Mapping[str, Any], indent: str) -> Iterator[str]:
    width = max((len(str(name)) for name in found), default=0)
    for name, value in found.items():
        below = _below(value)
        if below:
            yield f"{indent}{name}"
            yield from _lines(below, indent + "  ")
        else:
            yield f"{indent}{name:<{width}}  {_said(value)}"


def _below(value: Any) -> Mapping[str, Any] | None:
    """What needs lines of its own: a dictionary too long for one, or rows, each under its first value."""
    if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
        return {str(i): row for i, row in enumerate(value, 1)}
    if isinstance(value, dict):
        nested = any(isinstance(each, dict) for each in value.values())
        return value if nested or len(_said(value)) > WIDEST else None
    return None


def _said(value: Any) -> str:
    match value:
        case dict():
            return ", ".join(f"{name} {_said(each)}" for name, each in value.items())
        case list() | tuple():
            return ", ".join(map(_said, value))
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:g}" if abs(value) < 1e5 else f"{value:,.0f}"
        case _:
            return "none" if value is None else str(value)
