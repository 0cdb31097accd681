"""The description is complete, says what is answered, and changes only on purpose."""

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.problems import OF_ERRORS, PROBLEMS
from app.server import create
from app.settings import Settings
from ground import errors

HOUSE = Path(__file__).parents[2]
SNAPSHOT = Path(__file__).with_name("openapi.json")
APP = sorted((HOUSE / "app").rglob("*.py"))

# What stops the whole event loop when it is called there: files, the table, pictures, networks.
BLOCKING = re.compile(
    r"^(open|print|input)$|(^|\.)(sleep|run|read_text|write_text|read_bytes|write_bytes|unlink|mkdir|is_file|stat|glob)$"
    r"|\bjobs\.|\buploads\.|\blibrary\.|\bthumbnails\.|\bcanvas\.|\bviews\.|subprocess|Search|requests\.|\.(join|acquire)$"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    app = create(Settings.read(data=tmp_path_factory.mktemp("data"), workers=0))
    app.state.studio.jobs.close()
    return app.openapi()


def operations(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_it_is_the_one_that_was_agreed_on(told: dict[str, Any]) -> None:
    """UPDATE_SNAPSHOTS=1 writes it anew; the difference is then for people to judge."""
    told = {**told, "info": {**told["info"], "version": ""}}
    text = json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert text == SNAPSHOT.read_text(encoding="utf-8")


def test_every_operation_says_what_it_does_and_how_it_fails(told: dict[str, Any]) -> None:
    seen = set()
    for name, operation in operations(told):
        assert operation["description"], name
        assert operation["operationId"] not in seen, name
        seen.add(operation["operationId"])
        assert {"403", "421", "500"} <= set(operation["responses"]), name
        for status, answer in operation["responses"].items():
            if int(status) >= 400 and "/readyz" not in name:
                assert "application/problem+json" in answer["content"], (name, status)
        if "{" in name and "collection" not in name:
            assert "404" in operation["responses"], name


def test_bodies_have_examples(told: dict[str, Any]) -> None:
    schemas = told["components"]["schemas"]
    for name in ("PaintingIn", "SuggestionsIn", "VariationsIn"):
        text = json.dumps(schemas[name])
        assert '"examples"' in text, name


def test_nothing_points_nowhere(told: dict[str, Any]) -> None:
    for found in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(told)):
        assert found in told["components"]["schemas"]


def test_the_manual_explains_every_problem_and_every_address(told: dict[str, Any]) -> None:
    manual = (HOUSE / "docs" / "api.md").read_text(encoding="utf-8")
    for type_, (status, _) in PROBLEMS.items():
        assert f"| `{type_}` | {status} |" in manual
    for name, _ in operations(told):
        assert f"`{name}`" in manual, name
    for name in Settings.model_fields:
        assert f"`PENTIMENTO_{name.upper()}`" in manual, name


def test_every_error_has_a_problem() -> None:
    def below(kind: type[errors.PentimentoError]) -> Iterator[type[errors.PentimentoError]]:
        yield kind
        for child in kind.__subclasses__():
            yield from below(child)

    order = list(OF_ERRORS)
    for kind in below(errors.PentimentoError):
        assert any(issubclass(kind, known) for known in order)
    for place, kind in enumerate(order):  # the more special one must be asked first
        assert not any(issubclass(kind, earlier) for earlier in order[:place]), kind


@pytest.mark.parametrize("file", APP, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_nothing_that_blocks_is_called_in_the_event_loop(file: Path) -> None:
    for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(function, ast.AsyncFunctionDef):
            for call in _calls(function):
                assert not BLOCKING.search(call), f"{function.name} calls {call}"


def _calls(function: ast.AsyncFunctionDef) -> Iterator[str]:
    """What an async function calls itself; functions are handed to threads by name, not called."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_that_test_sees_what_blocks() -> None:
    bad = "async def f():\n studio.jobs.get(1)\n time.sleep(1)\n open('x')\n file.read_text()\n views.painting(1)"
    good = "async def f():\n await asyncio.to_thread(studio.jobs.get, 1)\n await bell.heard(1, 2)"
    found = [
        [bool(BLOCKING.search(call)) for call in _calls(ast.parse(text).body[0])] for text in (bad, good)
    ]  # type: ignore[arg-type]
    assert all(found[0])
    assert not any(found[1])
