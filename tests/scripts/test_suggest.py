import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.main import main
from tests.retrieval.indexed import House, build

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house"))


@pytest.fixture
def run(house: House, capsys: pytest.CaptureFixture[str]) -> Run:
    """`pentimento suggest ...`: its exit code, what it printed and what it complained of."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["suggest", "--indexes", str(house.indexes), *map(str, words)])
        code = ended.value.code
        return (code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


def test_json_is_one_document_of_the_promised_shape(run: Run) -> None:
    code, said, complaint = run("--title", "The bridge", "--description", "of the island", "--json")
    assert (code, complaint) == (0, "")
    suggestions = json.loads(said)["suggestions"]
    assert [each["rank"] for each in suggestions] == [1, 2, 3, 4, 5]
    assert {each["work"]["title"] for each in suggestions[:2]} == {"The bridge", "The island"}
    assert [style["rank"] for style in suggestions[0]["styles"]] == [1, 2, 3, 4, 5]
    assert set(suggestions[0]["why"]) <= {"bridge", "island"}
    assert all(-1 <= each["score"] <= 1 for each in suggestions)


def test_people_read_ranks_titles_and_words(run: Run) -> None:
    code, said, _ = run("--title", "The eagle", "--contents", 2, "--styles", 1)
    lines = said.splitlines()
    assert (code, len(lines)) == (0, 4)
    assert lines[0].startswith("  1  1.000  The eagle (Nobody)  [eagle]")
    assert lines[1].startswith("        1  0.")


def test_pages_and_filters(run: Run) -> None:
    whole = json.loads(run("--title", "The forest", "--contents", 10, "--styles", 0, "--json")[1])[
        "suggestions"
    ]
    page = json.loads(
        run("--title", "The forest", "--contents", 3, "--styles", 0, "--offset", 4, "--json")[1]
    )
    assert page["suggestions"] == whole[4:7]
    words = ("--title", "The forest", "--where", "style=baroque", "--style-where", "style=Impressionism")
    found = json.loads(run(*words, "--json")[1])["suggestions"]
    assert {each["work"]["style"] for each in found} == {"Baroque"}
    assert {style["work"]["style"] for each in found for style in each["styles"]} == {"Impressionism"}
    either = ("--where", "style=Baroque", "--where", "style=Impressionism")
    assert (
        len(json.loads(run("--title", "The forest", "--contents", 10, *either, "--json")[1])["suggestions"])
        == 10
    )
    assert json.loads(run("--title", "The forest", "--where", "artist=Somebody", "--json")[1]) == {
        "suggestions": []
    }
    assert run("--title", "The forest", "--where", "artist=Somebody")[1] == "No painting passes the filter.\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "no words are given; give --title or --description"),
        (("--title", " "), "no words are given"),
        (("--title", "qwertz", "--description", "plugh"), "qwertz"),
        (("--title", "The eagle", "--where", "style"), "style is no filter; write it as key=value"),
        (("--title", "The eagle", "--where", "colour=red"), "cannot be filtered by 'colour'"),
        (("--title", "The eagle", "--contents", "0"), "--contents"),
        (("--title", "The eagle", "--contents", "11"), "11 works are asked for, and"),
        (("--title", "The eagle", "--diversity", "2"), "--diversity"),
        (("--title", "The eagle", "--indexes", "NOWHERE"), "there is no index in"),
        (("--title", "The eagle", "--weights", "NOWHERE"), "there is no weights file"),
    ],
)
def test_bad_input_is_one_line(words: tuple[str, ...], complaint: str, run: Run, tmp_path: Path) -> None:
    code, said, complained = run(*(tmp_path / "nowhere" if word == "NOWHERE" else word for word in words))
    assert (code, said) == (2, "")
    assert complaint in complained
    assert complained.count("\n") == 1
