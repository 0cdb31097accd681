"""`pentimento recipes` tells every field as `--set` takes it, and every recipe."""

import json

import pytest

from scripts.commission import settings
from scripts.main import main
from scripts.recipes import _fields
from style_transfer import RECIPES, Recipe


def printed(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as exit_:
        main(["recipes", *arguments])
    assert exit_.value.code == 0
    return capsys.readouterr().out


def test_what_is_shown_as_default_can_be_given_back() -> None:
    shown = settings([f"{key}={default}" for key, default, _ in _fields()])
    assert set(shown) == set(Recipe.model_fields) - {"name"}
    given, defaults = Recipe.checked(shown).model_dump(), Recipe.checked({}).model_dump()
    differing = {key for key in defaults if given[key] != defaults[key]}
    assert differing <= {"ratio"}  # an irrational number, shown to six digits
    assert given["ratio"] == pytest.approx(defaults["ratio"], abs=1e-5)


def test_every_recipe_and_field_is_listed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = printed(capsys=capsys)
    assert [name for name in (*RECIPES, *Recipe.model_fields) if name not in out] == ["name"]


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed("--json", capsys=capsys))
    assert told["recipes"]["sketch"] == Recipe.named("sketch").model_dump()
    assert told["schema"]["properties"]["size"]["maximum"] == 16384
