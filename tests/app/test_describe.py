"""POST /v1/describe: words for a picture, however it is sent, and problems for what is none."""

import base64
from pathlib import Path

import pytest

from app.api import describe
from tests.app import made
from tests.app.running import Running


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, indexes: Path) -> Running:
    """Its indexes bring no captioner: the one that comes with the code is asked."""
    with Running(
        data=tmp_path_factory.mktemp("describing"), indexes=indexes, workers=0, upload=200_000
    ) as started:
        yield started


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made.picture(tmp_path_factory.mktemp("picture") / "one.png", 1).read_bytes()


FIELDS = {"title", "description", "keywords", "attributes", "model", "score", "known", "kept", "doubtful"}


def test_every_way_of_sending_gives_the_same_words(asked: Running, body: bytes) -> None:
    coded = base64.b64encode(body).decode()
    broken = "\n".join(coded[start : start + 76] for start in range(0, len(coded), 76))
    post, address = asked.http.post, "/v1/describe"
    answers = [
        post(address, json={"image": coded}),
        post(address, json={"image": broken}),
        post(address, json={"image": f"data:image/png;base64,{coded}"}),
        post(address, files={"image": ("one.png", body)}),
        post(address, files={"file": ("one.png", body)}),
        post(address, content=body, headers={"content-type": "image/png"}),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert answer.json() == answers[0].json()
    told = answers[0].json()
    assert set(told) == FIELDS | {"corrected", "source"}
    assert told["description"]
    assert told["title"]
    assert told["model"].startswith("captioner ")
    assert told["doubtful"]  # blotches are no painting
    for each in told["attributes"]:
        assert 0 < each["confidence"] <= 1


def test_the_text_around_a_picture_may_be_sent(asked: Running, body: bytes) -> None:
    coded = base64.b64encode(body).decode()
    answer = asked.http.post(
        "/v1/describe", json={"image": coded, "context": "A boat lies on the lake at evening."}
    )
    assert answer.json()["source"] in ("captioner", "context")


@pytest.mark.parametrize(
    ("sent", "status", "type"),
    [
        ({"json": {"image": "no base64!"}}, 400, "bad-request"),
        ({"json": {"image": base64.b64encode(b"no picture").decode()}}, 422, "bad-picture"),
        ({"json": {}}, 422, "invalid"),
        ({"json": {"image": ""}}, 422, "invalid"),
        ({"json": {"image": 5}}, 422, "invalid"),
        ({"json": {"image": "aGk=", "size": 3}}, 422, "invalid"),
        ({"json": [1]}, 422, "invalid"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422, "invalid"),
        ({"content": b"hello", "headers": {"content-type": "text/plain"}}, 415, "unsupported-media"),
        ({"content": b"", "headers": {"content-type": "image/png"}}, 422, "bad-picture"),
        ({"content": b"no picture", "headers": {"content-type": "image/png"}}, 422, "bad-picture"),
        ({"files": {"other": ("x.png", b"x")}}, 400, "bad-request"),
        ({"json": {"image": "A" * 280_000}}, 413, "too-large"),
        ({"files": {"image": ("x.png", b"x" * 210_000)}}, 413, "too-large"),
        ({"content": b"x" * 400_000, "headers": {"content-type": "image/png"}}, 413, "too-large"),
    ],
)
def test_what_is_none_is_a_problem(asked: Running, sent: dict[str, object], status: int, type: str) -> None:
    answer = asked.http.post("/v1/describe", **sent)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"/problems/{type}"
    assert describe.router.prefix == "/v1/describe"


def test_no_value_is_repeated_in_an_error(asked: Running) -> None:
    answer = asked.http.post("/v1/describe", json={"image": "c2VjcmV0", "secret-field": "secret words"})
    assert "secret words" not in answer.text
