"""Rows of CSV, TSV and JSON lines: what they ask for, and what is said of the bad ones."""

from pathlib import Path

import pytest

from ground.errors import BadInput, BadRecipe
from scripts.batch.rows import Prompts, read, recipe_of
from tests.scripts.batch.here import written

make = recipe_of("sketch", {"beta": "30"})


def found(tmp_path: Path, *lines: str, name: str = "prompts.csv") -> Prompts:
    return read(written(tmp_path / name, *lines), make)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("p.csv", ("title,description,size", '"Boats, red",Calm water,300')),
        ("p.csv", ("Title;DESCRIPTION;Size", "Boats, red;Calm water;300")),
        ("p.tsv", ("title\tdescription\tsize", "Boats, red\tCalm water\t300")),
        ("p.jsonl", ('{"title": "Boats, red", "description": "Calm  water", "size": 300}',)),
        ("p.ndjson", ("", '{"title": "Boats, red", "description": "Calm water", "recipe": {"size": 300}}')),
    ],
)
def test_every_format_says_the_same(tmp_path: Path, name: str, lines: tuple[str, ...]) -> None:
    [row] = found(tmp_path, *lines, name=name).rows
    assert (row.number, row.title, row.description) == (1, "Boats, red", "Calm water")
    assert (row.recipe.name, row.recipe.size, row.recipe.beta) == ("sketch", 300, 30)


def test_a_rows_own_recipe_stands_over_those_of_all(tmp_path: Path) -> None:
    prompts = found(tmp_path, "title,recipe,beta,style_layers", "A,studio,,", "B,,7,conv1_1:2 ", "C,,,")
    recipes = [row.recipe for row in prompts.rows]
    assert [(each.name, each.beta) for each in recipes] == [("studio", 30), ("sketch", 7), ("sketch", 30)]
    assert recipes[1].style_layers == {"conv1_1": 2}


def test_bad_rows_are_told_by_their_number_and_the_others_stand(tmp_path: Path) -> None:
    lines = ("title,size", "A,100", "B,huge", ",100", "C,1,2,3", "D,")
    prompts = found(tmp_path, *lines)
    assert [row.number for row in prompts.rows] == [1, 5]
    told = {fault.number: fault.what for fault in prompts.faults}
    assert told.keys() == {2, 3, 4}
    assert "size cannot be 'huge'" in told[2]
    assert "no words" in told[3]
    assert "4 cells under 2 columns" in told[4]


def test_bad_lines_of_json_are_told(tmp_path: Path) -> None:
    lines = ('{"title": "A"}', "{", "[1]", '{"title": 5}', '{"recipe": {"nome": 1}, "title": "B"}')
    prompts = found(tmp_path, *lines, name="p.jsonl")
    assert [row.number for row in prompts.rows] == [1]
    whats = [fault.what for fault in prompts.faults]
    assert [what.split(" ")[0] for what in whats] == ["no", "no", "its", "a"]
    assert "'nome'" in whats[3]


def test_unknown_columns_are_named_once(tmp_path: Path) -> None:
    prompts = found(tmp_path, "title,mood,Artist", "A,gay,B", "C,sad,D")
    assert prompts.unknown == ["mood", "artist"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("mood", "gay"), "neither a column title nor a column description"),
        (("title,description",), "holds no rows"),
        (("",), "is empty"),
    ],
)
def test_a_file_without_prompts_is_refused(tmp_path: Path, lines: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        found(tmp_path, *lines)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for name in ("p.csv", "p.jsonl"):
        with pytest.raises(BadInput, match="cannot be read"):
            read(tmp_path / name, make)


def test_a_recipe_that_holds_for_all_is_judged_at_once() -> None:
    with pytest.raises(BadRecipe, match="no recipe 'skech'"):
        recipe_of("skech", {})({})
