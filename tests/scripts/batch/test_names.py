"""Names from a template: what it may hold, and where it may not lead."""

import pytest

from ground.errors import BadInput
from scripts.batch.names import EXAMPLE, LONGEST, Template, refuse_repeated, slug


def test_the_usual_name_sorts_by_row_and_rank() -> None:
    told = EXAMPLE | {"row": 7, "title": "Águas: «calm» water!", "content": 2, "style": 5}
    assert Template().name(**told) == "0007-águas-calm-water-c2s5.png"


def test_a_slash_makes_a_folder_and_the_suffix_may_be_written() -> None:
    assert Template("{recipe}/{title}_{seed}.png").name(**EXAMPLE) == "a/a_0.png"


@pytest.mark.parametrize(
    "text",
    ["{nothing}", "{", "{}", "../{row}", "/tmp/{row}", "{row}/.hidden", "", "sheets/{row}", "{row.x}"],
)
def test_what_cannot_name_pictures_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="cannot name pictures"):
        Template(text)


def test_a_title_cannot_lead_elsewhere_or_be_too_long() -> None:
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("¡¿") == "untitled"
    assert len(slug("word " * 50)) <= LONGEST


def test_names_that_differ_by_case_alone_are_one_name() -> None:
    with pytest.raises(BadInput, match=r"2 paintings would be called a\.png"):
        refuse_repeated(["A.png", "b.png", "a.png"])
