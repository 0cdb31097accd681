"""`pentimento suggest`: words in, content paintings out, and for each the paintings whose manner suits it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ground.errors import BadQuery
from retrieval.search import EMBEDDED, USUAL, Match, Search, Suggestion
from retrieval.work import CAPTIONER
from scripts import console
from scripts.options import Json

WORDS, WISHES, INDEXES = "Words", "Wishes", "Indexes"


def _many(help_: str, least: int = 1) -> Any:
    return typer.Option(metavar="N", min=least, help=help_, rich_help_panel=WISHES)


def _filter(help_: str) -> Any:
    return typer.Option(metavar="KEY=VALUE", help=help_, rich_help_panel=WISHES, show_default=False)


def suggest(
    title: Annotated[
        str, typer.Option(help="What the painting would be called.", rich_help_panel=WORDS)
    ] = "",
    description: Annotated[str, typer.Option(help="What is to be seen.", rich_help_panel=WORDS)] = "",
    contents: Annotated[int, _many("So many content paintings.")] = USUAL,
    styles: Annotated[int, _many("So many style paintings for each.", 0)] = USUAL,
    offset: Annotated[int, _many("Go on after so many content paintings.", 0)] = 0,
    where: Annotated[
        list[str] | None, _filter("Only contents whose style, school, artist, timeframe or licence is this.")
    ] = None,
    style_where: Annotated[list[str] | None, _filter("The same for the style paintings.")] = None,
    diversity: Annotated[
        float,
        typer.Option(metavar="0...1", min=0, max=1, help="How unlike each other.", rich_help_panel=WISHES),
    ] = 0,
    indexes: Annotated[
        Path,
        typer.Option(
            metavar="DIR",
            help="The folder of content/, style/ and joint/.",
            rich_help_panel=INDEXES,
            show_default="the embedded ones",
        ),
    ] = EMBEDDED,
    weights: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The style index's encoder's weights.", rich_help_panel=INDEXES),
    ] = None,
    as_json: Json = False,
) -> None:
    """Suggest paintings for a title and a description."""
    if not (title.strip() or description.strip()):
        raise BadQuery("no words are given", "give --title or --description")
    suggestions = Search.open(indexes, weights).suggest(
        title,
        description,
        contents,
        styles,
        where=filters(where or []),
        style_where=filters(style_where or []),
        offset=offset,
        diversity=diversity,
    )
    if as_json:
        console.print_json({"suggestions": [each.as_json() for each in suggestions]})
    else:
        print("\n".join(map(_told, suggestions)) or "No painting passes the filter.")


def filters(pairs: Sequence[str]) -> dict[str, list[str]]:
    """`key=value` from the command line; the values of one key are alternatives."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise BadQuery(f"{pair} is no filter", "write it as key=value, as in style=Impressionism")
        found.setdefault(key.strip(), []).append(value.strip())
    return found


def _told(suggestion: Suggestion) -> str:
    lines = [_line(suggestion, ""), *(_line(style, "      ") for style in suggestion.styles)]
    lines[0] += f"  [{', '.join(suggestion.why)}]" if suggestion.why else ""
    return "\n".join(lines)


def _line(match: Match, indent: str) -> str:
    work = match.work.told
    title = " ".join(work.title.split()) or work.id  # a title may have lines
    by = ", ".join(part for part in (work.artist, work.date) if part)
    label = "  (text by a machine)" if work.text_by == CAPTIONER else ""
    return f"{indent}{match.rank:>3}  {match.score:.3f}  {title}{f' ({by})' if by else ''}{label}"
