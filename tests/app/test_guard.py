"""What the guard lets in, how much of it, and what every answer carries."""

import asyncio
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.app import made
from tests.app.running import Running
from tests.app.test_api import QUICK, WORDS, problem

KEYS = ["correct-horse-battery", "staple-correct-horse"]


def as_(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture(scope="module")
def asleep(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all: nothing here changes what another test sees."""
    with Running(data=tmp_path_factory.mktemp("asleep"), indexes=indexes, workers=0) as started:
        started.until_ready()
        yield started


@pytest.fixture(scope="module")
def guarded(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    origins = ["https://art.example.org"]
    with Running(
        data=tmp_path_factory.mktemp("a"), indexes=indexes, workers=0, keys=KEYS, origins=origins
    ) as started:
        started.until_ready()
        yield started


@pytest.fixture(scope="module")
def narrow(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    limits = {"queue": 2, "upload": 2000, "keys": KEYS, "jobs_a_client": 1}
    with Running(data=tmp_path_factory.mktemp("a"), indexes=indexes, workers=0, **limits) as started:
        started.until_ready()
        yield started


class TestHostAndOrigin:
    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost:99", "[::1]:8000", "127.0.0.2"])
    def test_this_machine_by_any_of_its_names(self, asleep: Running, host: str) -> None:
        assert asleep.http.get("/livez", headers={"Host": host}).status_code == 200

    @pytest.mark.parametrize(
        "host", ["evil.example.org", "127.0.0.1.evil.org", "", "[", "[evil]", "169.254.1.1:80"]
    )
    def test_another_name(self, asleep: Running, host: str) -> None:
        """As of a page whose name was made to point here."""
        problem(asleep.http.get("/livez", headers={"Host": host}), 421, "wrong-host")

    @pytest.mark.parametrize(
        "origin", ["https://evil.example.org", "null", "http://localhost:1", "", "http://[evil]"]
    )
    def test_another_site_s_page(self, asleep: Running, origin: str) -> None:
        problem(
            asleep.http.post("/v1/suggestions", json=WORDS, headers={"Origin": origin}), 403, "foreign-origin"
        )

    def test_the_studio_s_own_page(self, asleep: Running) -> None:
        origin = str(asleep.http.base_url).rstrip("/")
        assert asleep.http.post("/v1/suggestions", json=WORDS, headers={"Origin": origin}).status_code == 200

    def test_cors_is_off_unless_named(self, asleep: Running, guarded: Running) -> None:
        ask = {"Access-Control-Request-Method": "POST", "Origin": "https://art.example.org"}
        assert asleep.http.options("/v1/paintings", headers=ask).status_code == 403
        answer = guarded.http.options("/v1/paintings", headers=ask)
        assert answer.headers["access-control-allow-origin"] == "https://art.example.org"
        problem(
            guarded.http.options("/v1/paintings", headers={**ask, "Origin": "https://b.org"}),
            403,
            "foreign-origin",
        )


class TestHeaders:
    @pytest.mark.parametrize(
        "path", ["/livez", "/docs", "/nothing", "/v1/paintings", "/v1/works/content/w1/image"]
    )
    def test_every_answer_is_guarded(self, asleep: Running, path: str) -> None:
        headers = asleep.http.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers or "uvicorn" in headers["server"]


class TestKeys:
    def test_none_or_an_unknown_one(self, guarded: Running) -> None:
        for headers in (
            {},
            as_("wrong"),
            as_(KEYS[0][:-1]),
            {"X-API-Key": "ü"},
            {"Authorization": KEYS[0]},
        ):
            raw = {name: value.encode() for name, value in headers.items()}
            answer = guarded.http.get("/v1/paintings", headers=raw)
            problem(answer, 401, "key-needed")
            assert answer.headers["www-authenticate"] == "Bearer"

    def test_either_way_to_send_one(self, guarded: Running) -> None:
        for headers in (as_(KEYS[0]), as_(KEYS[1]), {"X-API-Key": KEYS[0]}):
            assert guarded.http.get("/v1/paintings", headers=headers).status_code == 200

    def test_a_browser_s_cookie_changes_things_from_our_own_pages_alone(self, guarded: Running) -> None:
        cookie, own = {"Cookie": f"key={KEYS[0]}"}, str(guarded.http.base_url).rstrip("/")
        assert guarded.http.get("/v1/paintings", headers=cookie).status_code == 200
        body = {**WORDS, "recipe": QUICK}
        for origin in ({}, {"Origin": "null"}, {"Origin": "https://evil.example.org"}):
            answer = guarded.http.post("/v1/paintings", json=body, headers={**cookie, **origin})
            problem(answer, 403, "foreign-origin")
        answer = guarded.http.post("/v1/paintings", json=body, headers={**cookie, "Origin": own})
        assert answer.status_code == 202
        problem(guarded.http.get("/v1/paintings", headers={"Cookie": "key=wrong"}), 401, "key-needed")

    def test_health_needs_none_and_everything_else_does(self, guarded: Running) -> None:
        assert guarded.http.get("/livez").status_code == guarded.http.get("/readyz").status_code == 200
        for path in ("/docs", "/openapi.json", "/metrics", "/nothing", "/v1/works/content/w1/image"):
            problem(guarded.http.get(path), 401, "key-needed")

    def test_what_is_one_s_own_is_nobody_else_s(self, guarded: Running, tmp_path: Path) -> None:
        mine, yours = map(as_, KEYS)
        body = made.picture(tmp_path / "a.png", 5).read_bytes()
        id = guarded.http.post("/v1/pictures", content=body, headers=mine).json()["id"]
        painting = guarded.http.post(
            "/v1/paintings", json={"content": id, "recipe": QUICK}, headers=mine
        ).json()
        for path in (f"/v1/pictures/{id}", f"/v1/pictures/{id}/image", painting["url"], painting["curve"]):
            assert guarded.http.get(path, headers=mine).status_code == 200
            problem(guarded.http.get(path, headers=yours), 404, "not-found")
        problem(guarded.http.get(painting["events"], headers=yours), 404, "not-found")
        assert guarded.http.get("/v1/pictures", headers=yours).json() == {"pictures": []}
        assert guarded.http.get("/v1/paintings", headers=yours).json()["paintings"] == []
        problem(guarded.http.post("/v1/paintings", json={"content": id}, headers=yours), 422, "bad-query")
        problem(guarded.http.delete(painting["url"], headers=yours), 404, "not-found")
        problem(guarded.http.delete(f"/v1/pictures/{id}", headers=yours), 404, "not-found")


class TestLimits:
    def test_a_body_that_says_it_is_too_long(self, narrow: Running) -> None:
        for path, many in (("/v1/pictures", 100_000), ("/v1/suggestions", 2_000_000)):
            problem(narrow.http.post(path, content=b"x" * many, headers=as_(KEYS[0])), 413, "too-large")

    def test_one_that_does_not_say_so(self, narrow: Running) -> None:
        def endless() -> Iterator[bytes]:
            for _ in range(200):
                yield b"x" * 1000

        problem(narrow.http.post("/v1/pictures", content=endless(), headers=as_(KEYS[0])), 413, "too-large")

    def test_a_picture_within_the_form_s_room(self, narrow: Running) -> None:
        problem(narrow.http.post("/v1/pictures", content=b"x" * 3000, headers=as_(KEYS[0])), 413, "too-large")

    def test_jobs_of_a_client_and_of_all(self, narrow: Running) -> None:
        body = {**WORDS, "recipe": QUICK}
        for key in KEYS:
            assert narrow.http.post("/v1/paintings", json=body, headers=as_(key)).status_code == 202
            answer = narrow.http.post("/v1/paintings", json=body, headers=as_(key))
            assert "paintings" in problem(answer, 429, "queue-full")["detail"]
            assert int(answer.headers["retry-after"]) > 0


BAD_PICTURES = {
    "nothing": b"",
    "text": b"a shopping list",
    "a cut PNG": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "a PDF": b"%PDF-1.4\n",
    "a GIF of no size": b"GIF89a\0\0\0\0\0\0\0;",
}


class TestPictures:
    @pytest.mark.parametrize("name", BAD_PICTURES)
    def test_what_is_no_picture(self, asleep: Running, name: str) -> None:
        body = BAD_PICTURES[name]
        problem(asleep.http.post("/v1/pictures", content=body), 422, "bad-picture")
        problem(asleep.http.post("/v1/pictures", files={"file": ("a.png", body)}), 422, "bad-picture")
        problem(asleep.http.post("/v1/pictures/recipe", content=body), 422, "bad-picture")

    def test_a_bomb(self, asleep: Running) -> None:
        """A few bytes that say they are a picture of 40,000 by 40,000."""

        def chunk(name: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

        head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
        bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
        problem(asleep.http.post("/v1/pictures", content=bomb), 413, "too-large")

    def test_forms_that_are_none(self, asleep: Running) -> None:
        form = {"Content-Type": "multipart/form-data; boundary=x"}
        for body in (
            b"",
            b"--y\r\n",
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--\r\n',
        ):
            problem(asleep.http.post("/v1/pictures", content=body, headers=form), 400, "bad-request")
        bare = {"Content-Type": "multipart/form-data"}
        problem(asleep.http.post("/v1/pictures", content=b"x", headers=bare), 400, "bad-request")
        told = {"Content-Type": "text/html"}
        problem(asleep.http.post("/v1/pictures", content=b"x", headers=told), 415, "unsupported-media")

    def test_exif_is_not_kept_and_the_same_picture_is_kept_once(
        self, asleep: Running, tmp_path: Path
    ) -> None:
        exif = Image.Exif()
        exif[0x010E] = "my home"
        Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", exif=exif)
        body = (tmp_path / "a.jpg").read_bytes()
        told = [asleep.http.post("/v1/pictures", content=body).json() for _ in range(2)]
        assert told[0] == told[1]
        assert (told[0]["width"], told[0]["height"]) == (40, 20)
        assert b"my home" not in asleep.http.get(told[0]["image"]).content
        assert len(asleep.http.get("/v1/pictures").json()["pictures"]) == 1
        assert asleep.http.delete(f"/v1/pictures/{told[0]['id']}").status_code == 204
        problem(asleep.http.get(told[0]["image"]), 404, "not-found")

    def test_a_painting_of_another_program_has_no_recipe(self, asleep: Running, tmp_path: Path) -> None:
        body = made.picture(tmp_path / "a.png", 5).read_bytes()
        told = problem(asleep.http.post("/v1/pictures/recipe", content=body), 422, "bad-picture")
        assert "/" not in told["detail"]


def test_logs_hold_no_word_that_was_typed(asleep: Running, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        asleep.http.post("/v1/suggestions", json={"title": "unmistakable qwertz"})
        asleep.http.post("/v1/suggestions", json={"title": "boats", "unmistakable": 1})
        asleep.http.get("/v1/works/content", params={"q": "unmistakable"})
    ours = [record for record in caplog.records if record.name.startswith("pentimento")]
    assert ours
    assert not any("unmistakable" in json.dumps(vars(record), default=str) for record in ours)


def test_lies_about_the_length_are_refused(asleep: Running) -> None:
    """Spoken to the application itself: a server would not pass them on."""

    async def asked(length: str) -> int:
        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST",
            "path": "/v1/suggestions",
            "raw_path": b"/v1/suggestions",
            "query_string": b"",
            "headers": [(b"host", b"localhost"), (b"content-length", length.encode())],
        }
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await asleep.app(scope, receive, send)
        return int(sent[0]["status"])

    assert asyncio.run(asked("-1")) == asyncio.run(asked("many")) == 400


def test_a_refused_request_does_not_break_the_next(asleep: Running) -> None:
    with httpx.Client(base_url=asleep.http.base_url) as http:
        for _ in range(3):
            assert http.post("/v1/suggestions", content=b"x" * 2_000_000).status_code == 413
            assert http.get("/livez").status_code == 200
