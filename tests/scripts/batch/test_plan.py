"""The plan: the same row is the same painting wherever it stands, another one another; neighbours are alike."""

from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from retrieval.search import Search
from scripts.batch import rows
from scripts.batch.names import Template
from scripts.batch.plan import Planned, Planner, in_order
from tests.scripts.batch.here import written


@pytest.fixture(scope="module")
def search(indexes: Path) -> Search:
    return Search.open(indexes)


def planned(
    search: Search, folder: Path, *lines: str, contents: int = 1, styles: int = 1, **more: Any
) -> list[Planned]:
    make = rows.recipe_of("sketch", {"size": 48, "coarsest": 32})
    prompts = rows.read(written(folder / "prompts.csv", *lines), make)
    found, faults = Planner(search, contents, styles, Template(), folder / "out", **more).plan(prompts.rows)
    assert not faults
    return found


def test_a_row_is_the_same_painting_wherever_it_stands(search: Search, tmp_path: Path) -> None:
    one = planned(search, tmp_path, "title", "Red boats", "Blue hills")
    other = planned(search, tmp_path, "description,title", ",Blue hills", ",Red boats")
    assert [each.id for each in one] == [each.id for each in reversed(other)]
    assert [each.file for each in other] == ["0001-blue-hills-c1s1.png", "0002-red-boats-c1s1.png"]


@pytest.mark.parametrize("line", ["Red boats now,", "Red boats,7", "Blue hills,"])
def test_other_words_or_another_recipe_are_another_painting(
    search: Search, tmp_path: Path, line: str
) -> None:
    [usual] = planned(search, tmp_path, "title,beta", "Red boats,")
    [other] = planned(search, tmp_path, "title,beta", line)
    assert usual.id != other.id


def test_other_weights_are_another_painting(search: Search, tmp_path: Path) -> None:
    [usual] = planned(search, tmp_path, "title", "Red boats")
    [other] = planned(search, tmp_path, "title", "Red boats", weights="abc")
    assert usual.id != other.id


def test_neighbours_share_network_size_and_content(search: Search, tmp_path: Path) -> None:
    lines = ("title,size", "Red boats,", "Blue hills,64", "A green forest,", "Yellow flowers,64")
    found = planned(search, tmp_path, *lines, contents=2, styles=2)
    ordered = in_order(reversed(found))
    assert sorted(each.file for each in ordered) == sorted(each.file for each in found)
    for alike in (lambda each: each.wanted.cost, lambda each: (each.wanted.cost, each.content.work.id)):
        assert len(list(groupby(ordered, alike))) == len({alike(each) for each in ordered})
