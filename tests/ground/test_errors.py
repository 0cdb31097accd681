"""The tree of errors is drawn as it is."""

import re

import ground.errors
from ground.errors import PentimentoError


def below(error: type[PentimentoError]) -> list[type[PentimentoError]]:
    return [error, *(deeper for child in error.__subclasses__() for deeper in below(child))]


def test_the_drawing_shows_every_error_and_its_exit_code() -> None:
    drawn = re.findall(r"^[│├└─\s]*(\w+) .*?(?:exit (\d+))?$", ground.errors.__doc__ or "", re.MULTILINE)
    codes = {name: int(code) if code else 2 for name, code in drawn}
    there = {
        error.__name__: error.exit_code
        for error in below(PentimentoError)
        if error.__module__ == "ground.errors"
    }
    assert {name: codes.get(name) for name in there} == there


def test_an_error_says_what_and_then_the_mend() -> None:
    assert str(PentimentoError("it is dark", "light a lamp")) == "it is dark; light a lamp"
    assert str(PentimentoError("it is dark")) == "it is dark"
