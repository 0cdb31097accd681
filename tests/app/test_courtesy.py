"""What every GET is owed: HEAD, 304, and errors in one form."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app.courtesy import Courtesy
from tests.app.test_api import problem


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> httpx.Client:
    file = tmp_path_factory.mktemp("a") / "a.png"
    file.write_bytes(b"0123456789")

    def sent(request: Request) -> FileResponse:
        return FileResponse(file, headers={"Cache-Control": "private"})

    app = Starlette(routes=[Route("/file", sent, methods=["GET"])])
    app.add_middleware(Courtesy)
    return TestClient(app)


def test_head_is_answered_where_get_is(http: httpx.Client) -> None:
    answer = http.head("/file")
    assert (answer.status_code, answer.headers["content-length"]) == (200, "10")


@pytest.mark.parametrize("known", ["*", '"other", {}', "W/{}"])
def test_who_has_it_already_is_sent_nothing(http: httpx.Client, known: str) -> None:
    etag = http.get("/file").headers["etag"]
    answer = http.get("/file", headers={"If-None-Match": known.format(etag)})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", etag)
    assert answer.headers["cache-control"] == "private"


def test_who_has_another_is_sent_it(http: httpx.Client) -> None:
    assert http.get("/file", headers={"If-None-Match": '"other"'}).content == b"0123456789"


def test_ranges_that_cannot_be_are_problems(http: httpx.Client) -> None:
    assert http.get("/file", headers={"Range": "bytes=2-4"}).content == b"234"
    problem(http.get("/file", headers={"Range": "lines=1"}), 400, "bad-request")
    beyond = http.get("/file", headers={"Range": "bytes=99-"})
    problem(beyond, 416, "bad-range")
    assert beyond.headers["content-range"] == "bytes */10"
