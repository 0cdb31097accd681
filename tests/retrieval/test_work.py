import json

import pytest

from ground.errors import BadGallery
from retrieval.work import COLUMNS, Work


def test_a_row_makes_the_same_work_again() -> None:
    work = Work(
        id="boat-1",
        file="images/boat-1.jpg",
        title="Boat",
        other_descriptions=("À l'eau", 'with "quotes", and commas'),
        extra={"AUTHOR_ID": "7"},
    )
    assert Work.of(work.row()) == work


def test_unknown_columns_are_kept_as_extra() -> None:
    work = Work.of({"id": "a", "file": "a.jpg", "gallery_room": "12", "empty": ""})
    assert work.extra == {"gallery_room": "12"}


def test_columns_hold_every_field_as_text() -> None:
    row = Work(id="a", file="a.jpg", other_descriptions=("é",)).row()
    assert tuple(row) == COLUMNS
    assert json.loads(row["other_descriptions"]) == ["é"]
    assert all(isinstance(cell, str) for cell in row.values())


def test_a_work_can_stand_in_a_set() -> None:
    assert len({Work(id="a", file="a.jpg", extra={"x": "1"}), Work(id="a", file="a.jpg")}) == 2


@pytest.mark.parametrize("cell", ["[", "{}", "[1]", '"text"'])
def test_other_descriptions_that_are_no_list_of_texts_are_refused(cell: str) -> None:
    with pytest.raises(BadGallery, match="work a "):
        Work.of({"id": "a", "file": "a.jpg", "other_descriptions": cell})
