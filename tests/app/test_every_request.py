"""What the OpenAPI allows, and much that it does not, is asked: nothing breaks, and no answer is a surprise."""

import contextlib
import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from tests.app import made
from tests.app.running import Running

schemathesis = pytest.importorskip("schemathesis", reason="comes with the dev group")
pytestmark = pytest.mark.slow
EXAMPLES = int(os.environ.get("EXAMPLES", "15"))  # of each address
HEALTH = list(HealthCheck)  # how long it takes to think of something is no matter
ENDLESS = ("/events",)  # streams end with their painting, which here never begins


@pytest.fixture(scope="module")
def asleep(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Nothing is painted: what is looked for is how requests are read."""
    with Running(data=tmp_path_factory.mktemp("asked"), indexes=indexes, workers=0, wait=0) as started:
        started.until_ready()
        yield started


@pytest.fixture(scope="module")
def there(asleep: Running, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An id of each kind that there is something of."""
    body = made.picture(tmp_path_factory.mktemp("picture") / "a.png", 1).read_bytes()
    sheet = asleep.http.post("/v1/variations", json={"title": "Boats", "contents": [1], "styles": [1, 2]})
    return {
        "works": "w1",
        "paintings": asleep.asks(title="Boats")["id"],
        "pictures": asleep.http.post("/v1/pictures", content=body).json()["id"],
        "variations": sheet.json()["id"],
    }


@pytest.fixture(scope="module")
def described(asleep: Running) -> Any:
    found = schemathesis.openapi.from_dict(asleep.http.get("/openapi.json").json())
    found.config.base_url = str(asleep.http.base_url)
    return found


def operations() -> list[tuple[str, str]]:
    told = json.loads(Path(__file__).with_name("openapi.json").read_text(encoding="utf-8"))
    paths = [path for path in told["paths"] if not path.endswith(ENDLESS)]
    return [(method.upper(), path) for path in paths for method in told["paths"][path]]


@pytest.mark.parametrize(("method", "path"), operations())
@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_nothing_breaks_and_no_answer_is_a_surprise(
    described: Any, there: dict[str, str], method: str, path: str, mode: str
) -> None:
    """Of what is well formed, half is asked of something that is there."""
    kind = path.partition("/{")[0].rpartition("/")[2]
    checks, known = schemathesis.checks, itertools.cycle([there.get(kind), None])
    expected = [
        checks.not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
        checks.response_headers_conformance,
    ]

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=HEALTH
    )
    @given(case=described[path][method].as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def ask(case: Any) -> None:
        id = next(known) if mode == "positive" and "{id}" in path else None
        if id:
            case.path_parameters["id"] = id
        case.validate_response(case.call(timeout=60), checks=expected)

    with contextlib.suppress(Unsatisfiable):  # where nothing is taken, nothing can be wrong
        ask()
